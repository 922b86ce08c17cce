"""Two vintages: which models are one, what happened to each, and what the kinds did to the gap."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from theodolite.measure.quantities import Setting
from theodolite.measure.revisions.changes import revisions
from theodolite.measure.revisions.decomposition import QUANTITIES, shapley, state
from theodolite.measure.revisions.report import revision_report
from theodolite.measure.sides import resolve_pair
from theodolite.model.errors import Refusal
from theodolite.model.revisions import KINDS, RevisionReport
from theodolite.model.scores import ScoredModel, ScoreTable
from theodolite.read.scores import table as read_table

Make = Callable[..., ScoreTable]


@pytest.fixture
def two(make_table: Make) -> tuple[ScoreTable, ScoreTable]:
    """The later drops B1, adds C1; A2 has another day there, A3 another score, B2 another country."""
    old = make_table(
        [
            ("A1", 100, "2023-01-01", "United States"), ("A2", 110, "2023-06-01", "United States"),
            ("A3", 120, "2023-10-01", "United States"), ("B1", 101, "2023-09-01", "China"),
            ("B2", 112, "2024-01-01", "China"), ("B3", 100.5, "2023-08-01", "China"),
            ("B4", 103, "2023-11-01", "China"),
        ],
        "old_2024-06-01.csv", "2024-06-01",
    )  # fmt: skip
    new = make_table(
        [
            ("A1", 100, "2023-01-01", "United States"), ("A2", 110, "2023-04-01", "United States"),
            ("A3", 125, "2023-10-01", "United States"), ("B2", 112, "2024-01-01", "France"),
            ("B3", 100.5, "2023-08-01", "China"), ("B4", 103, "2023-11-01", "China"),
            ("C1", 108, "2024-05-01", "China"),
        ],
        "new_2024-12-01.csv", "2024-12-01",
    )  # fmt: skip
    return old, replace(new, vintage=replace(new.vintage, sha256="1" * 64))


def kinds(report: RevisionReport) -> dict[str, tuple[str, ...]]:
    return {r.name: r.kinds for r in report.revisions if r.kinds}


def test_each_kind_is_found(two: tuple[ScoreTable, ScoreTable]) -> None:
    report = revision_report(*two, "US", "China")
    assert kinds(report) == {
        "A2": ("re-dated",), "A3": ("re-scored",), "B2": ("re-attributed",), "B1": ("dropped",),
        "C1": ("new",),
    }  # fmt: skip
    assert report.day == dt.date(2024, 6, 1)
    assert (report.shared, report.models) == (6, (7, 7))


def test_all_kinds_made_give_the_later_vintage_and_none_the_earlier(
    two: tuple[ScoreTable, ScoreTable],
) -> None:
    old, new = two
    found = revisions(old, new)
    assert set(state(found, frozenset(), old).models) == set(old.models)
    assert set(state(found, frozenset(KINDS), old).models) == set(new.models)


def test_shares_add_up_and_are_the_mean_over_all_orders(two: tuple[ScoreTable, ScoreTable]) -> None:
    old, new = two
    found = revisions(old, new)
    at = Setting(*resolve_pair("US", "China", new), dt.date(2024, 6, 1), 0.0, "any")
    report = revision_report(*two, "US", "China")
    for split in report.splits:
        quantity = QUANTITIES[split.quantity][1]
        if split.quantity == "time_to_match_median_months":
            continue  # under 3 matches: said in a warning
        assert split.shapley is not None and split.sequential is not None and split.change is not None
        assert math.fsum(split.shapley.values()) == pytest.approx(split.change, abs=1e-9)
        assert math.fsum(split.sequential.values()) == pytest.approx(split.change, abs=1e-9)
        # The definition itself: every one of the 120 orders, made one after another.
        total = dict.fromkeys(KINDS, 0.0)
        for order in permutations(KINDS):
            made: frozenset[Any] = frozenset()
            for kind in order:
                before = quantity(state(found, made, new), at)[0]
                made |= {kind}
                after = quantity(state(found, made, new), at)[0]
                assert before is not None and after is not None
                total[kind] += (after - before) / 120
        assert split.shapley == pytest.approx(total, abs=1e-9)
    assert any("time_to_match" in w and "no split" in w for w in report.warnings)


def test_the_share_of_what_did_nothing_is_nothing() -> None:
    values = {
        frozenset(made): float("re-dated" in made) * 3 + float({"new", "dropped"} <= set(made)) * 2
        for size in range(6)
        for made in _subsets(size)
    }
    shares = shapley(values)  # type: ignore[arg-type]
    assert shares == pytest.approx(
        {"dropped": 1, "re-attributed": 0, "re-dated": 3, "re-scored": 0, "new": 1}
    )


def _subsets(size: int) -> list[tuple[str, ...]]:
    from itertools import combinations

    return list(combinations(KINDS, size))


def one(name: str, level: float = 1.0, day: str = "2024-01-01", display: str | None = None) -> ScoredModel:
    return ScoredModel(name=name, level=level, date=dt.date.fromisoformat(day), display_name=display)


def matched(make_table: Make, old: list[ScoredModel], new: list[ScoredModel]) -> dict[str, str | None]:
    empty = make_table([])
    found = revisions(replace(empty, models=tuple(old)), replace(empty, models=tuple(new)))
    return {
        (r.new or r.old).name: (r.old.name if r.old and r.new else None)  # type: ignore[union-attr]
        for r in found
    }


def test_models_are_matched_by_name_then_by_what_they_are_shown_as(make_table: Make) -> None:
    assert matched(make_table, [one("Qwen2 (7B)")], [one("Qwen2-7B")]) == {"Qwen2-7B": "Qwen2 (7B)"}
    shown = one("Flash", display="Flash (Feb 2025)")
    assert matched(make_table, [shown], [one("Flash (Feb 2025)"), one("Flash (Dec 2024)")]) == {
        "Flash (Feb 2025)": "Flash", "Flash (Dec 2024)": None,
    }  # fmt: skip
    # The exact name goes first, whatever else is shown so.
    both = [one("X"), one("Y", display="X")]
    assert matched(make_table, both, [one("X")]) == {"X": "X", "Y": None}
    # Two rows that are shown alike are no match for anything.
    alike = [one("P", display="Same"), one("Q", display="Same")]
    assert matched(make_table, alike, [one("Same")]) == {"Same": None, "P": None, "Q": None}


def test_rows_of_one_name_are_paired_in_order(make_table: Make) -> None:
    empty = make_table([])
    old = replace(empty, models=(one("A", 5, "2024-02-01"), one("A", 3, "2024-01-01")))
    new = replace(empty, models=(one("A", 3, "2024-01-01"), one("A", 5, "2024-02-01"), one("A", 9)))
    found = revisions(old, new)
    assert sum(bool(r.kinds) for r in found if r.old and r.new) <= 1
    assert [r.kinds for r in found].count(("new",)) == 1


def test_refusals(two: tuple[ScoreTable, ScoreTable]) -> None:
    old, new = two
    with pytest.raises(Refusal, match="same vintage"):
        revision_report(old, old, "US", "China")
    with pytest.raises(Refusal, match="its measure is"):
        revision_report(old, replace(new, measure="another"), "US", "China")
    with pytest.raises(Refusal, match="neither vintage has a model 'Z9'"):
        revision_report(old, new, "US", "China", without=["Z9"])
    with pytest.raises(Refusal, match="nobody belongs"):
        revision_report(old, new, "US", "Mars")
    late = revision_report(old, new, "US", "China", as_of=dt.date(2025, 1, 1))
    assert late.day == dt.date(2024, 6, 1)
    assert any("answered for 2024-06-01" in w for w in late.warnings)


@pytest.mark.shared
def test_one_re_dated_model_moves_the_lag_of_december_2025(epoch: Path) -> None:
    old, new = (
        read_table((epoch / name).read_bytes(), name)
        for name in ("eci_scores_2025-12-19.csv", "eci_scores_2026-08-11.csv")
    )
    report = revision_report(old, new, "US", "China", without=["o3"])
    assert report.day == dt.date(2025, 12, 19)
    lag = report.splits[0]
    assert (round(lag.before or 0, 1), round(lag.after or 0, 1)) == (8.1, 12.0)
    assert lag.shapley is not None
    assert lag.shapley["re-dated"] == pytest.approx(lag.change)
    assert lag.most is not None
    assert (lag.most.model, lag.most.kind, round(lag.most.estimate or 0, 1)) == ("o3", "re-dated", 8.1)
    o3 = next(r for r in report.revisions if r.name == "o3")
    assert o3.old and o3.new
    assert (o3.old.date, o3.new.date) == (dt.date(2025, 4, 16), dt.date(2024, 12, 20))
    as_if = {(a.change, a.quantity): a for a in report.as_if}
    assert round(as_if["as if not re-dated", "backward_lag_months"].after or 0, 1) == 8.1
    # By their exact names 127 dated models are in both and 33 of them re-dated. One more is in both whose
    # row had no date in the older: together the 128 and 34 of the published count.
    exact = [r for r in report.revisions if r.old and r.new and r.old.name == r.new.name]
    assert (len(exact), sum("re-dated" in r.kinds for r in exact)) == (127, 33)
    assert any("without a date left out" in w and "Claude Instant" in w for w in report.warnings)
