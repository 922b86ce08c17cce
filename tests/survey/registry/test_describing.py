"""What the registry adds to a measurement: every tracker's dates, sizes and licences."""

from __future__ import annotations

import datetime as dt

import pytest

from theodolite.measure.gap import gap
from theodolite.model.registry import Fact, Mention, Placed, RegisteredModel, Registry
from theodolite.model.scores import ScoredModel, ScoreTable, Vintage
from theodolite.survey.registry.describing import dated_otherwise, described, first_access, tracked_dates

VINTAGE = Vintage(file="t.csv", sha256="0" * 64, date=None)


def mention(name: str, tracker: str, *facts: Fact) -> Mention:
    return Mention(name=name, source="x", tracker=tracker, vintage=VINTAGE, line=1, facts=facts)


def date(kind: str, day: str) -> Fact:
    return Fact("date", dt.date.fromisoformat(day), kind)


@pytest.fixture
def registry() -> Registry:
    alpha = RegisteredModel(
        name="Alpha",
        family=None,
        maker=None,
        names={
            "Alpha": Placed("", "", ()),
            "alpha-0601": Placed("0601", "", ()),
            "alpha-0601-high": Placed("0601", "high", ()),
        },
        mentions=(
            mention(
                "Alpha",
                "One",
                date("announced", "2023-05-01"),
                Fact("parameters", 7e9),
                Fact("licence", "MIT"),
            ),
            mention("alpha-0601", "Two", date("released", "2023-06-01"), Fact("parameters", 7e9)),
            mention("alpha-0601-high", "Two", date("released", "2023-06-03")),
            mention(
                "Alpha",
                "Three",
                date("released", "2023-05-20"),
                Fact("parameters", 9e9),
                Fact("licence", "Apache"),
            ),
        ),
    )
    return Registry(models=(alpha,), by_name=dict.fromkeys(alpha.names, alpha))


@pytest.fixture
def table() -> ScoreTable:
    return ScoreTable(
        measure="m", unit="point", source="generic/score_table", vintage=VINTAGE,
        models=(
            ScoredModel(name="Alpha", level=10, date=dt.date(2023, 7, 1), countries=("United States",)),
            ScoredModel(name="Beta", level=5, date=dt.date(2023, 8, 1), countries=("China",)),
        ),
    )  # fmt: skip


def test_a_day_belongs_to_a_version(registry: Registry) -> None:
    found = tracked_dates(registry)
    assert list(found) == ["announced, One", "released, Three", "released, Two"]
    assert found["announced, One"] == {"alpha": dt.date(2023, 5, 1)}
    assert found["released, Two"] == dict.fromkeys(("alpha0601", "alpha0601high"), dt.date(2023, 6, 1))
    assert first_access(found) == {
        "alpha": dt.date(2023, 5, 20),
        "alpha0601": dt.date(2023, 6, 1),
        "alpha0601high": dt.date(2023, 6, 1),
    }


def test_every_trackers_dates_stand_among_what_moves_a_gap(registry: Registry, table: ScoreTable) -> None:
    others = dated_otherwise(table, tracked_dates(registry))
    assert [t.date_basis for t in others] == ["announced, One (1 of 2)", "released, Three (1 of 2)"]
    rows = gap("US", "China", table, others=others).sensitivity
    lags = {
        r.date_basis: r.estimate for r in rows if r.quantity == "backward_lag_months" and r.window == "day"
    }
    assert lags["announced, One (1 of 2)"] == pytest.approx(92 / 30.4375)
    assert lags["as listed"] == pytest.approx(31 / 30.4375)


def test_sizes_and_licences_are_taken_where_most_sources_agree(registry: Registry, table: ScoreTable) -> None:
    alpha, beta = described(table, registry).models
    assert alpha.parameters == 7e9
    assert alpha.licence is None  # one says MIT, one says Apache
    assert (beta.parameters, beta.licence) == (None, None)
