"""A gap has crossed a line when every vintage over so many days of the data says so, and not before."""

from __future__ import annotations

from typing import Any

import pytest

from theodolite.model.news import GapFigure, GapMoved
from theodolite.model.watch import GapLine
from theodolite.survey.watches.crossing import crossings, is_measure, standings


def gap(until: str, value: float | None, **values: Any) -> GapMoved:
    figure = {k: values.pop(k, None) for k in ("low", "high", "censored")}
    given: dict[str, Any] = {
        "at": f"{until}T12:00:00.000000+00:00", "measure": "Epoch Capabilities Index",
        "leader": "United States", "follower": "China", "source": "epoch/capabilities_index", "day": until,
        "until": until, "sha256": until.replace("-", "").zfill(64), "before_day": None, "publishable": True,
        "figures": (GapFigure(quantity="backward_lag_months", unit="month", value=value, **figure),),
    }  # fmt: skip
    return GapMoved(**(given | values))


def line(**values: Any) -> GapLine:
    given: dict[str, Any] = {"leader": "US", "follower": "中国", "quantity": "backward_lag_months"}
    given |= {} if "above" in values else {"below": 6.0}
    return GapLine(**(given | values))


def found(rows: list[GapMoved], **values: Any) -> list[tuple[str, str]]:
    return [(c.began.isoformat(), c.reached.isoformat()) for c in crossings(line(**values), rows)]


def test_it_must_stay_beyond_for_so_many_days_of_the_data() -> None:
    rows = [gap("2026-01-31", 7), gap("2026-02-28", 5), gap("2026-03-15", 5.5)]
    assert found(rows) == []
    assert found([*rows, gap("2026-03-30", 5.9)]) == [("2026-02-28", "2026-03-30")]
    # ... and it is told once, however long it stays.
    assert len(found([*rows, gap("2026-03-30", 5.9), gap("2026-09-30", 2)])) == 1


def test_silence_is_no_evidence() -> None:
    assert found([gap("2026-01-31", 7), gap("2026-02-28", 5)]) == []
    (stand,) = standings(line(), [gap("2026-02-28", 5)])
    assert (stand.since and stand.since.isoformat(), stand.days) == ("2026-02-28", 0)


def test_one_vintage_that_says_otherwise_begins_it_anew() -> None:
    rows = [gap("2026-02-01", 5), gap("2026-02-20", 6), gap("2026-03-01", 5), gap("2026-03-20", 5)]
    assert found(rows) == []
    rows += [gap("2026-04-01", 5), gap("2026-05-01", 8), gap("2026-06-01", 5), gap("2026-07-01", 5)]
    assert found(rows) == [("2026-03-01", "2026-04-01"), ("2026-06-01", "2026-07-01")]


def test_on_the_line_is_not_beyond_it() -> None:
    assert found([gap("2026-01-01", 6.0), gap("2026-03-01", 6.0)]) == []
    assert found([gap("2026-01-01", 6.0), gap("2026-03-01", 6.0)], above=6.0) == []
    assert found([gap("2026-01-01", 6.1), gap("2026-03-01", 6.1)], above=6.0) != []


def test_with_the_interval_all_of_it_must_lie_beyond() -> None:
    rows = [gap("2026-01-01", 5, low=4, high=7), gap("2026-02-01", 5, low=4, high=5.9)]
    assert found(rows) == [("2026-01-01", "2026-02-01")]
    assert found(rows, interval=True) == []
    rows += [gap("2026-03-10", 5, low=4, high=5.9)]
    assert found(rows, interval=True) == [("2026-02-01", "2026-03-10")]
    assert found([gap("2026-01-01", 5), gap("2026-03-01", 5)], interval=True) == []
    assert "no interval" in (standings(line(interval=True), [gap("2026-01-01", 5)])[0].why or "")


@pytest.mark.parametrize("censored", ["left", "right"])
def test_at_least_so_much_can_be_above_a_line_and_never_below(censored: str) -> None:
    rows = [gap(day, 5, censored=censored) for day in ("2026-01-01", "2026-03-01")]
    assert found(rows) == []
    assert found(rows, above=4.0) == [("2026-01-01", "2026-03-01")]


def test_an_undefined_figure_is_not_beyond() -> None:
    rows = [gap("2026-01-01", 5), gap("2026-01-20", None), gap("2026-02-10", 5)]
    assert found(rows) == []


def test_no_days_at_all_is_the_first_vintage_beyond() -> None:
    assert found([gap("2026-01-01", 5)], for_days=0) == [("2026-01-01", "2026-01-01")]


def test_of_two_vintages_of_one_day_the_later_one_counts() -> None:
    again = gap("2026-02-10", 9, day="2026-04-01", at="2026-04-02T00:00:00.000000+00:00", sha256="f" * 64)
    rows = [gap("2026-01-01", 5), gap("2026-02-10", 5), again]
    assert found(rows) == []


def test_of_one_day_a_table_by_model_counts_before_one_by_version() -> None:
    versions = {"source": "epoch/capabilities_index_versions", "sha256": "f" * 64}
    rows = [gap("2026-01-01", 5), gap("2026-02-10", 5), gap("2026-02-10", 9, **versions)]
    assert found(rows) == found(rows[::-1]) == [("2026-01-01", "2026-02-10")]


def test_open_models_are_a_side() -> None:
    sides = {"leader": "closed", "follower": "open weights"}
    rows = [gap("2026-01-01", 5, **sides), gap("2026-03-01", 5, **sides)]
    assert found(rows, leader="closed models", follower="open") == found(rows, **sides) != []


def test_other_sides_quantities_and_measures_are_others() -> None:
    rows = [gap("2026-01-01", 5), gap("2026-03-01", 5)]
    assert found(rows, leader="China", follower="US") == []
    assert found(rows, quantity="vertical_gap") == []
    assert found(rows, measure="eci") == found(rows, measure="epoch/capabilities_index") == found(rows)
    assert found(rows, measure="arena") == []
    other = [gap(g.until or "", 5, measure="Arena", source="lmarena/x") for g in rows]
    assert [c.measure for c in crossings(line(), [*rows, *other])] == ["Arena", "Epoch Capabilities Index"]
    assert is_measure(None, rows[0])


def test_it_is_known_when_the_last_of_its_vintages_is() -> None:
    late = gap("2026-01-01", 5, at="2026-09-01T00:00:00.000000+00:00")
    (one,) = crossings(line(), [late, gap("2026-03-01", 5)])
    assert one.at == late.at


def test_its_name_is_that_of_the_line_and_the_day_it_began() -> None:
    rows = [gap("2026-01-01", 5), gap("2026-03-01", 5)]
    (one,), (more,) = crossings(line(), rows), crossings(line(), [*rows, gap("2026-05-01", 5)])
    assert one.id == more.id
    (other,) = crossings(line(below=5.5), rows)
    assert other.id != one.id
