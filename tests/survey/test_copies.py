"""Copies among what was gathered: kept by text, told with who was first and how many origins remain."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gathered_copies
import pytest
import retold

from theodolite import ledger
from theodolite.ledger.base import Ledger
from theodolite.resolve.copies import VERSION, Sketches
from theodolite.survey import copies as survey_copies
from theodolite.survey.copies import copies_in, copies_of
from theodolite.survey.gathering.articles import articles


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return gathered_copies.make(tmp_path / "ledger.sqlite")


@pytest.fixture
def store(path: Path) -> Iterator[Ledger]:
    with ledger.open(path, create=False) as opened:
        yield opened


def test_copies_are_told_with_who_was_first(store: Ledger) -> None:
    made = copies_of(store, articles(store))
    (group,) = made.groups
    assert set(group.documents) == {"wire", "daily", "post"}
    assert group.first is not None
    assert (group.first.rule, group.first.document) == ("credit", "wire")
    assert made.credits["post"].name == "Reuters"


def test_a_second_time_no_text_is_read(store: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    gathered = articles(store)
    once = copies_of(store, gathered)
    read: list[str] = []
    whole = type(store).text_by_sha
    monkeypatch.setattr(type(store), "text_by_sha", lambda s, name: read.append(name) or whole(s, name))
    assert copies_of(store, gathered) == once
    assert not read
    rng = random.Random(5)
    gathered_copies.put(store, "late", f"{retold.words(rng, 80)}", "Late", "2026-05-09")
    copies_of(store, articles(store))
    assert len(read) == 1


def test_a_second_time_nothing_is_paired(store: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    gathered = articles(store)
    paired = _counted(monkeypatch)
    once = copies_of(store, gathered)
    assert copies_of(store, gathered) == once
    assert copies_of(store, gathered[1:]) != once
    assert paired == [len(gathered), len(gathered) - 1]


def test_pairs_that_were_kept_badly_are_made_anew(store: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    gathered = articles(store)
    paired = _counted(monkeypatch)
    keep = survey_copies.keep
    monkeypatch.setattr(
        survey_copies, "keep", lambda s, c, made: keep(s, c, [(step, key, b"{}") for step, key, _ in made])
    )
    assert len(copies_of(store, gathered).groups) == 1
    assert len(copies_of(store, gathered).groups) == 1
    assert len(paired) == 2


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many documents were paired, each time."""
    paired: list[int] = []
    whole = survey_copies.copies
    monkeypatch.setattr(
        survey_copies, "copies", lambda ids, *rest: paired.append(len(ids)) or whole(ids, *rest)
    )
    return paired


def test_a_kept_sketch_that_is_damaged_is_made_anew(store: Ledger) -> None:
    gathered = articles(store)
    with store.begin("copies", {}):
        store.put_derived(f"sketch/{VERSION}", gathered[0].text_sha256, b"damaged")
    assert len(copies_of(store, gathered).groups) == 1


def test_beside_a_writer_copies_are_found_and_not_kept(path: Path, store: Ledger) -> None:
    with ledger.open(path, create=False) as other, other.begin("gather"):
        gathered = articles(store)
        assert len(copies_of(store, gathered).groups) == 1
        assert store.derived(f"sketch/{VERSION}", gathered[0].text_sha256) is None


def test_inside_a_run_what_is_made_belongs_to_it(store: Ledger) -> None:
    gathered = articles(store)
    with store.begin("survey"):
        assert len(copies_of(store, gathered).groups) == 1
    assert store.derived(f"sketch/{VERSION}", gathered[0].text_sha256) is not None
    assert [run.command for run in store.runs()].count("copies") == 0


def test_batches_make_no_difference(store: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    gathered = articles(store)
    whole: Any = copies_of(store, gathered)
    monkeypatch.setattr(survey_copies, "_BATCH", 1)
    assert copies_of(store, gathered) == whole


def test_origins_are_counted_of_what_answers(path: Path) -> None:
    found = copies_in(path, "chips")
    assert found.independent is not None
    assert found.independent.count == 2
    assert {j.rule for j in found.independent.joined} <= {"copy", "same credit", "credited publisher"}
    nothing = copies_in(path, "no such words")
    assert nothing.groups == () and nothing.warnings == ("no copies answer",)


def test_a_text_that_is_gone_is_no_copy(path: Path) -> None:
    sketches = Sketches.of([""])
    assert sketches.units.tolist() == [0]
    assert copies_in(path).copies.wordless == 0
