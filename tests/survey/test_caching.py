"""What was worked out is kept in a run, in one of its own, or not at all."""

from __future__ import annotations

from pathlib import Path

from theodolite import ledger
from theodolite.survey.caching import keep

ROWS = [("step/1", "a", b"one"), ("step/1", "b", b"two")]


def test_outside_a_run_it_has_one_of_its_own(tmp_path: Path) -> None:
    with ledger.open(tmp_path / "l.db") as store:
        keep(store, "working", ROWS)
        assert [store.derived(*row[:2]) for row in ROWS] == [b"one", b"two"]
        assert [run.command for run in store.runs()] == ["working"]


def test_inside_a_run_it_belongs_to_that(tmp_path: Path) -> None:
    with ledger.open(tmp_path / "l.db") as store:
        with store.begin("survey"):
            keep(store, "working", ROWS)
        assert store.derived("step/1", "a") == b"one"
        assert [run.command for run in store.runs()] == ["survey"]


def test_where_another_writes_nothing_is_kept(tmp_path: Path) -> None:
    with ledger.open(tmp_path / "l.db") as other, ledger.open(tmp_path / "l.db") as store:
        with other.begin("gather"):
            keep(store, "working", ROWS)
        assert store.derived("step/1", "a") is None
