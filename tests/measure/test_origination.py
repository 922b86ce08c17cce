"""Who moves the joint frontier, and who was first: by hand in a few rows, then on the real tables."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from theodolite.measure.origination import Run, as_table, first_share, firsts, joint_frontier, runs_of
from theodolite.measure.sides import resolve_pair
from theodolite.model.scores import Draws, ScoredModel, ScoreTable, Vintage
from theodolite.survey.tables.shelf import Shelf

DATA = Path(__file__).parents[3] / "shared" / "data" / "epoch-benchmarks"
VINTAGE = Vintage(file="f", sha256="0" * 64, date=None)


def model(name: str, level: float, day: str, *countries: str) -> ScoredModel:
    return ScoredModel(name=name, level=level, date=dt.date.fromisoformat(day), countries=countries)


def scores(*models: ScoredModel) -> ScoreTable:
    return ScoreTable(measure="m", unit="point", source="s", vintage=VINTAGE, models=models)


TABLE = scores(
    model("A1", 100, "2024-01-01", "United States"),
    model("B1", 104, "2024-03-01", "China"),
    model("A2", 103, "2024-04-01", "United States"),
    model("A3", 110, "2024-05-01", "United States"),
    model("B3", 108, "2024-05-01", "China"),
    model("AB", 114, "2025-02-01", "United States", "China"),
    model("C", 200, "2025-03-01", "France"),
)


def test_points_by_hand() -> None:
    one, two = resolve_pair("US", "China", TABLE)
    found = joint_frontier(TABLE, one, two)
    assert found is not None
    # 100 sets the start; China adds 4, the United States 6, one of both adds 4 that are halved.
    assert [(m.points.estimate, m.records) for m in found.sides] == [(8, 1.5), (6, 1.5)]
    assert found.sides[0].share.estimate == pytest.approx(8 / 14)
    assert found.years == ((2024, 6, 4), (2025, 2, 2))
    assert found.until == dt.date(2025, 2, 1)


def test_a_day_before_a_sides_first_model_has_no_joint_frontier() -> None:
    one, two = resolve_pair("US", "China", TABLE)
    assert joint_frontier(TABLE, one, two, until=dt.date(2024, 2, 1)) is None
    early = joint_frontier(TABLE, one, two, until=dt.date(2024, 4, 30))
    assert early is not None
    assert [m.points.estimate for m in early.sides] == [0, 4]


def test_limits_are_those_of_the_draws() -> None:
    one, two = resolve_pair("US", "China", TABLE)
    levels = np.array([m.level for m in TABLE.models]) + np.zeros((10, 7))
    levels[:5, 1] = 90  # in half of the draws the Chinese record is none
    draws = Draws(models=tuple(m.name for m in TABLE.models), levels=levels, method="paired")
    found = joint_frontier(TABLE, one, two, draws=draws)
    assert found is not None
    assert (found.sides[1].points.low, found.sides[1].points.high) == (2, 6)
    assert found.interval_method == "paired"


def run(benchmark: str, share: float, day: str, country: str, name: str = "m") -> Run:
    return Run(benchmark=benchmark, share=share, model=model(name, share, day, country))


def test_first_past_a_share() -> None:
    runs = [
        run("X", 0.6, "2024-01-01", "United States", "a"),
        run("X", 0.2, "2023-01-01", "China", "b"),
        run("X", 0.5, "2024-07-01", "China", "c"),
        run("Y", 0.9, "2024-01-01", "China", "d"),
        run("Y", 0.1, "2023-01-01", "China", "z"),
        run("Y", 0.4, "2025-01-01", "United States", "e"),
        run("Z", 0.9, "2024-01-01", "China", "f"),
        run("Z", 0.9, "2024-01-01", "United States", "g"),
        run("W", 0.1, "2024-01-01", "United States", "h"),
    ]
    one, two = resolve_pair("US", "China", as_table(runs, VINTAGE))
    found = {f.benchmark: f for f in firsts(runs, one, two)}
    assert (found["X"].first, found["X"].model, found["X"].other_model) == ("United States", "a", "c")
    assert found["X"].months == pytest.approx(182 / 30.4375)
    assert (found["X"].scored, found["X"].left) == ((1, 2), True)
    assert (found["Y"].first, found["Y"].months, found["Y"].open_for) == (
        "China", None, pytest.approx(366 / 30.4375),
    )  # fmt: skip
    assert not found["Y"].left
    assert (found["Z"].first, found["Z"].months) == ("both", 0)
    assert (found["W"].first, found["W"].date) == (None, None)
    # With fewer than five scored models of a side nothing is counted.
    assert first_share(list(found.values()), "China") == (0, 0, None)


def test_chance_is_taken_off() -> None:
    row = {"benchmark": "Q", "score": 0.625, "chance": 0.25, "date": dt.date(2024, 1, 1), "model": "m",
           "countries": ["China"], "organisations": None}  # fmt: skip
    assert runs_of([row])[0].share == pytest.approx(0.5)
    assert runs_of([{**row, "score": None}, {**row, "date": None}]) == ()


@pytest.mark.shared
def test_on_known_benchmarks_one_side_was_first_and_the_wait_became_shorter() -> None:
    """Read off the files of April 2026: GPQA Diamond, o1 of 2024-12-17, then DeepSeek-R1 of 2025-01-20."""
    if not DATA.is_dir():
        pytest.skip("needs the shared data folder beside the checkout")
    runs = runs_of(r for t in Shelf(DATA).tables("epoch/benchmark_runs") for r in t.frame.to_dicts())
    one, two = resolve_pair("US", "China", as_table(runs, VINTAGE))
    found = firsts(runs, one, two)
    gpqa = next(f for f in found if f.benchmark == "GPQA Diamond")
    assert (gpqa.first, str(gpqa.date), gpqa.other_model, str(gpqa.other_date)) == (
        "United States", "2024-12-17", "DeepSeek-R1", "2025-01-20",
    )  # fmt: skip
    assert first_share(found, "United States")[:2] == (24, 24)
    waits = [f.months for f in found if f.months is not None and not f.thin and f.date]
    assert np.median(waits[:6]) > 15 > 6 > np.median(waits[-6:])
