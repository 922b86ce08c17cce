"""What a place offers: which measure is meant, which vintage, and the same gap on all of them."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path

import pytest

from theodolite.measure.gap import gap
from theodolite.model.errors import Misuse, Refusal
from theodolite.survey.instruments import load, sight
from theodolite.survey.side_by_side import also_measured, known_when, report

INDEX = """name,score,date,country
A1,100,2023-01-01,United States
A2,110,2023-04-11,United States
B1,90,2023-02-01,China
"""
BOARDS = """date,source,model,organization,license,rating,rating_low,rating_high,votes,category
2023-05-01,B-leaderboard-csv,A1,OpenAI,Proprietary,1200,1190,1210,9,overall
2023-05-01,B-leaderboard-csv,B1,Alibaba,MIT,1100,1090,1110,9,overall
2023-09-01,B-leaderboard-csv,A1,OpenAI,Proprietary,1180,1170,1190,9,overall
2023-09-01,B-leaderboard-csv,B1,Alibaba,MIT,1190,1180,1200,9,overall
"""
HORIZONS = """Model version,Time horizon,Release date,Organization,Country,CI_high,CI_low,METR version
A1,8,2023-01-01,OpenAI,United States of America,16,4,
B1,2,2023-02-01,Alibaba,China,4,1,
A2,32,2023-06-01,OpenAI,United States of America,64,16,METR-Horizon-v1.1
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scores_2023-06-01.csv").write_text(INDEX)
    (tmp_path / "boards.csv").write_text(BOARDS)
    (tmp_path / "horizons.csv").write_text(HORIZONS)
    return tmp_path


def test_three_measures_of_one_folder(folder: Path) -> None:
    place = load(folder)
    assert place.at_hand == ("index", "arena", "horizon")
    assert place.refusals == ()
    assert sight(place).measure == "index"
    arena = sight(place, "arena", as_of=dt.date(2023, 8, 1))
    assert arena.table.vintage.date == dt.date(2023, 5, 1)
    # The index at hand dates the models; the board of the day rates them.
    assert {m.name: str(m.date) for m in arena.table.models} == {"A1": "2023-01-01", "B1": "2023-02-01"}
    assert {t.date_basis for t in arena.others} >= {"day in the name", "first appearance"}
    assert sight(place, "arena").table.vintage.date == dt.date(2023, 9, 1)
    assert sight(place, "arena", vintage=dt.date(2023, 5, 1)).table.observed_on == dt.date(2023, 5, 1)


def test_horizons_are_logarithms_and_suites_are_never_mixed(folder: Path) -> None:
    place = load(folder)
    found = sight(place, "horizon", sides=("US", "China"))
    assert found.table.part == "suite before 1.1"
    assert any("METR-Horizon-v1.1: no data for China" in w for w in found.warnings)
    whole = gap("US", "China", found.table)
    assert whole.vertical_gap.estimate == 2  # 8 minutes are two doublings of 2
    assert sight(place, "horizon").table.part == "METR-Horizon-v1.1"
    with pytest.raises(Refusal, match="no data for France; choose among: United States"):
        report("US", "France", sight(place, "horizon", sides=("US", "France")))


def test_the_other_measures_stand_beside(folder: Path) -> None:
    found = also_measured(load(folder), "index", "US", "China", as_of=dt.date(2023, 8, 1), draws=50)
    assert [row["measured_by"] for row in found] == ["arena", "horizon"]
    arena, horizon = found
    assert arena["vertical_gap"]["estimate"] == 100
    assert arena["win_probability"]["estimate"] == pytest.approx(0.64, abs=0.01)
    assert (arena["basis"], arena["publishable"], arena["licence"]) == ("known_then", True, "MPL-2.0")
    assert horizon["win_probability"] is None
    none = also_measured(load(folder), "index", "US", "Narnia", draws=0)
    assert all(row["vertical_gap"] is None and row["warnings"][0].startswith("no data") for row in none)


def test_a_measure_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "scores_2023-06-01.csv"
    path.write_text(INDEX)
    with pytest.raises(Refusal, match="no data of the measure arena; choose among: index"):
        sight(load(path), "arena")


def test_published_tables_are_found_further_down_and_nothing_else(folder: Path) -> None:
    above = folder.parent / "above"
    (above / "deep").mkdir(parents=True)
    (above / "deep" / "boards.csv").write_text(BOARDS)
    (above / "deep" / "anything.csv").write_text(INDEX)
    assert load(above).at_hand == ("arena",)


@pytest.fixture(scope="module")
def shared() -> Path:
    folder = Path(__file__).resolve().parents[2].parent / "shared" / "data"
    if not (folder / "lmarena-history").is_dir():
        pytest.skip("shared data is not beside the checkout")
    return folder


def test_july_2024_on_both_measures(shared: Path) -> None:
    """The arena of that day says 7.8 months, the index of today 15.6."""
    place, day = load(shared), dt.date(2024, 7, 1)
    for measure, months, of in (("arena", 7.8, "known_then"), ("index", 15.6, "reconstructed")):
        sighted = sight(place, measure, as_of=day)
        found = report("US", "China", sighted, as_of=day, draws=0)
        assert round(found.backward_lag_months.estimate or 0, 1) == months
        assert known_when(found.vintage, day) == of


def test_the_lag_of_2025_12_19_with_and_without_the_one_re_dated_model(shared: Path) -> None:
    place, day = load(shared), dt.date(2025, 12, 19)
    sighted = sight(place, "index", as_of=day)
    whole = report("US", "China", sighted, as_of=day, draws=0)
    assert round(whole.backward_lag_months.estimate or 0, 1) == 12.0
    by_dates = {
        s.date_basis: s.estimate
        for s in whole.sensitivity
        if s.quantity == "backward_lag_months" and s.date_basis.startswith("as listed in")
    }
    assert round(by_dates["as listed in 2025-12-19"] or 0, 1) == 8.1
    # One model's date does all of it.
    old = {
        m.name: m.date for m in next(t for t in sighted.others if str(t.vintage.date) == "2025-12-19").models
    }
    moving = []
    for i, model in enumerate(sighted.table.models):
        if old.get(model.name, model.date) != model.date:
            models = list(sighted.table.models)
            models[i] = replace(model, date=old[model.name])
            again = gap("US", "China", replace(sighted.table, models=tuple(models)), as_of=day)
            if again.backward_lag_months.estimate != whole.backward_lag_months.estimate:
                moving.append((model.name, round(again.backward_lag_months.estimate or 0, 1)))
    assert moving == [("o3", 8.1)]


@pytest.mark.parametrize("measure", ["index", "arena", "horizon"])
def test_a_day_past_the_data_gives_the_datas_end(shared: Path, measure: str) -> None:
    place = load(shared)
    found = {}
    for day in (dt.date(2026, 11, 22), dt.date(2031, 1, 1)):
        sighted = sight(place, measure, as_of=day, sides=("US", "China"))  # type: ignore[arg-type]
        one = report("US", "China", sighted, as_of=day, draws=0)
        assert one.observed_until == one.data_until
        assert any("past the data" in w for w in one.warnings)
        found[day] = one.backward_lag_months
    assert len(set(found.values())) == 1


def test_tables_of_anybodys_without_a_day_go_behind_what_a_publisher_names(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(INDEX)
    (tmp_path / "b.csv").write_text(INDEX.replace("110", "111"))
    assert load(tmp_path).at_hand == ("index",)
    assert any("2 tables have no date: measured on b.csv" in w for w in sight(load(tmp_path)).warnings)
    (tmp_path / "boards.csv").write_text(BOARDS)
    assert load(tmp_path).at_hand == ("arena", "index")


def test_a_board_belongs_to_the_arena(folder: Path) -> None:
    with pytest.raises(Misuse, match="--board B: the measure is index"):
        sight(load(folder), board="B")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_folder_is_not_waited_on(folder: Path) -> None:
    os.mkfifo(folder / "pipe.csv")
    (folder / "nowhere.csv").symlink_to("loop.csv")
    (folder / "loop.csv").symlink_to("nowhere.csv")
    place = load(folder)
    assert place.at_hand == ("index", "arena", "horizon")
    assert len(place.refusals) == 2


def test_models_of_days_to_come_are_said(tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    path.write_text(INDEX + "B2,120,2099-01-01,China\n")
    found = report("US", "China", sight(load(path)), draws=0)
    assert any(
        "1 scored models are dated after today" in w and "B2 (2099-01-01)" in w for w in found.warnings
    )


def test_a_vintage_of_under_half_of_the_models_is_said(tmp_path: Path) -> None:
    (tmp_path / "scores_2023-06-01.csv").write_text(INDEX)
    (tmp_path / "scores_2023-07-01.csv").write_text("\n".join(INDEX.splitlines()[:2]) + "\n")
    found = sight(load(tmp_path))
    assert any("1 models where scores_2023-06-01.csv has 3" in w for w in found.warnings)
    assert not sight(load(tmp_path), vintage=dt.date(2023, 6, 1)).warnings
