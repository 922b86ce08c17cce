"""Stories of what was gathered: kept, the same beside a writer, and stable from day to day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import gathered_stories
import pytest
from tellings import gold, telling

from theodolite import ledger
from theodolite.ledger.base import Ledger
from theodolite.survey.copies import copies_of
from theodolite.survey.gathering.articles import articles
from theodolite.survey.stories import stories_of
from theodolite.survey.stories import telling as survey_telling


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return gathered_stories.make(tmp_path / "ledger.sqlite", until="2025-08-13")


@pytest.fixture
def store(path: Path) -> Iterator[Ledger]:
    with ledger.open(path, create=False) as opened:
        yield opened


def test_a_second_time_nothing_is_worked_out(store: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    once = stories_of(store, articles(store))
    copied = copies_of(store, articles(store))
    monkeypatch.setattr(survey_telling, "grouped", lambda told: pytest.fail("worked out again"))
    monkeypatch.setattr(type(store), "text_by_sha", lambda own, name: pytest.fail("read again"))
    assert stories_of(store, articles(store), copied) == once
    assert stories_of(store, articles(store)) == once


@pytest.mark.parametrize("damaged", [b"damaged", b"[{}]", b"[1]"])
def test_what_was_kept_and_is_damaged_is_worked_out_again(
    store: Ledger, damaged: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = copies_of(store, articles(store))
    once = stories_of(store, articles(store), copied)
    monkeypatch.setattr(type(store), "derived", lambda own, step, key: damaged)
    assert stories_of(store, articles(store), copied) == once


def test_beside_a_writer_stories_are_found_and_not_kept(path: Path, store: Ledger) -> None:
    with ledger.open(path, create=False) as other, other.begin("gather"):
        found = stories_of(store, articles(store))
    assert found == stories_of(store, articles(store))


def test_a_word_for_word_copy_is_folded_and_is_no_origin(store: Ledger) -> None:
    told = stories_of(store, articles(store))
    wire, copy = (next(t.id for t in gold()[0] if t.publisher == p and "GPT-5, makes" in (t.title or ""))
                  for p in ("Continental Wire", "Harbour Post"))  # fmt: skip
    story = next(t for t in told if copy in t.story.documents)
    assert story.copy_of == {copy: wire}
    assert story.story.origins is not None
    assert story.story.origins < len(story.story.documents)


def test_what_is_gathered_later_leaves_what_was_told(path: Path, store: Ledger) -> None:
    before = {d: t.story.id for t in stories_of(store, articles(store)) for d in t.story.documents}
    with store.begin("gather"):
        for told in gold()[0]:
            if told.seen > "2025-08-13":
                gathered_stories.put(store, told)
    after = {d: t.story.id for t in stories_of(store, articles(store)) for d in t.story.documents}
    assert {d: after[d] for d in before} == before


def test_a_document_without_a_date_counts_for_the_day_it_was_seen(store: Ledger) -> None:
    with store.begin("gather"):
        undated = telling(
            "undated", "A title of its own", "Nothing else.", "2025-08-12", publisher="Somebody"
        )
        gathered_stories.put(store, undated, dated=False)
        odd = telling("odd", "Another title", "Nothing at all.", "2025-08-12", at="2025-99-99T00:00:00Z")
        gathered_stories.put(store, odd)
        future = telling("future", "Told before it happens", "Or so.", "2025-08-12", at="2099-01-01")
        gathered_stories.put(store, future)
    days = {t.story.id: (t.story.first, t.story.last) for t in stories_of(store, articles(store))}
    assert days["undated"] == days["odd"] == days["future"] == ("2025-08-12", "2025-08-12")
