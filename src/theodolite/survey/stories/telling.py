"""Gathered documents put into stories. What was worked out is kept, so that unchanged documents cost
nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from theodolite.catalog import happenings, vocabulary
from theodolite.ledger.base import Ledger
from theodolite.model.article import Article
from theodolite.model.copies import Copies
from theodolite.model.identity import digest
from theodolite.model.period import is_day
from theodolite.model.story import Headline, Story, Telling, ToldStory
from theodolite.resolve.copies import independent
from theodolite.resolve.stories import VERSION, described, grouped
from theodolite.survey.caching import keep
from theodolite.survey.copies import copies_of

_BEGINNING = 2000
"""Characters of a text that are handed over; stories look at less."""
_STEP = f"stories/{VERSION}"


def stories_of(store: Ledger, gathered: Sequence[Article], copies: Copies | None = None) -> list[ToldStory]:
    """Every gathered document in its story, stories in the order in which they began.

    `copies` are worked out where they are not given. A document without a day of publication counts for the
    day it was first seen, and so does one whose date is no date. Texts are read only where documents,
    vocabulary or concepts are not those of an earlier time.
    """
    known = {a.id: a for a in gathered}
    copied = copies_of(store, gathered) if copies is None else copies
    centre = _firsts(copied)
    made = []
    for story in _stories(store, gathered):
        articles = tuple(known[d] for d in story.documents)
        story = replace(story, origins=independent(articles, copied).count)
        made.append(
            ToldStory(story=story, articles=articles, copy_of=_copies_within(story.documents, centre))
        )
    return made


def _stories(store: Ledger, gathered: Sequence[Article]) -> list[Story]:
    """The stories without their origins: as kept of the same documents, else worked out and kept."""
    key = digest(vocabulary.digest(), happenings.digest(), *(f for a in gathered for f in _fields(a)))
    kept = _kept(store, key)
    if kept is not None:
        return kept
    told = {a.id: _telling(store, a) for a in gathered}
    made = described(grouped(told.values()), told)
    # Where it cannot be kept, it is used all the same, and worked out again.
    keep(store, "stories", [(_STEP, key, json.dumps([asdict(story) for story in made]).encode())])
    return made


def _fields(article: Article) -> tuple[str | None, ...]:
    """All that stories are made of, but for the text, which its hash stands for."""
    return (
        article.id, article.text_sha256, article.title, article.published, article.first_seen,
        article.language, article.publisher, article.kind,
    )  # fmt: skip


def _from_row(row: dict[str, Any]) -> Story:
    made: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    for name in ("names", "sides"):
        made[name] = tuple((who, count) for who, count in row[name])
    made["headlines"] = tuple(Headline(**h) for h in row["headlines"])
    return Story(**made)


def _kept(store: Ledger, key: str) -> list[Story] | None:
    """What was kept of the same documents; None where there is nothing, or nothing that can be read."""
    kept = store.derived(_STEP, key)
    try:
        return None if kept is None else [_from_row(row) for row in json.loads(kept)]
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _telling(store: Ledger, article: Article) -> Telling:
    text = store.text_by_sha(article.text_sha256)
    seen = article.first_seen[:10]
    day = article.day if is_day(article.day) else seen
    return Telling(
        id=article.id, day=day, at=article.published or article.first_seen, seen=seen, title=article.title,
        text=text.content[:_BEGINNING] if text else "", language=article.language,
        publisher=article.publisher, kind=article.kind, address=article.address,
    )  # fmt: skip


def _firsts(copies: Copies) -> dict[str, tuple[str, ...]]:
    """Of each document that has copies: its group, who told first before the others."""
    found = {}
    for group in copies.groups:
        first = group.first.document if group.first and group.first.document else group.centre
        ordered = (first, *(d for d in group.documents if d != first))
        found.update(dict.fromkeys(group.documents, ordered))
    return found


def _copies_within(documents: Sequence[str], groups: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Documents that are copies, each with the one of this story that it is shown under."""
    here = set(documents)
    copy_of = {}
    for document in documents:
        shown = next((d for d in groups.get(document, ()) if d in here), document)
        if shown != document:
            copy_of[document] = shown
    return copy_of
