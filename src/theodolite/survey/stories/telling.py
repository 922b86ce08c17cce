"""Gathered documents put into stories. What was worked out is kept, so that unchanged documents cost
nothing."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from theodolite.catalog import happenings, vocabulary
from theodolite.ledger.base import Ledger
from theodolite.model.article import Article
from theodolite.model.copies import Copies
from theodolite.model.errors import Refusal
from theodolite.model.identity import digest
from theodolite.model.story import Grouped, Telling, ToldStory
from theodolite.resolve.copies import independent
from theodolite.resolve.stories import VERSION, described, grouped
from theodolite.survey.copies import copies_of

_BEGINNING = 2000
"""Characters of a text that are handed over; stories look at less."""
_STEP = f"stories/{VERSION}"


def stories_of(store: Ledger, gathered: Sequence[Article], copies: Copies | None = None) -> list[ToldStory]:
    """Every gathered document in its story, stories in the order in which they began.

    `copies` are worked out where they are not given. A document without a day of publication counts for the
    day it was first seen, and so does one whose date is no date.
    """
    told = {a.id: _telling(store, a) for a in gathered}
    groups = _grouped(store, gathered, told)
    known = {a.id: a for a in gathered}
    copied = copies_of(store, gathered) if copies is None else copies
    origins = {g.id: independent([known[m] for m in g.members], copied).count for g in groups}
    stories = described(groups, told, origins)
    centre = _firsts(copied)
    return [
        ToldStory(
            story=story,
            articles=tuple(known[d] for d in story.documents),
            copy_of=_copies_within(story.documents, centre),
        )
        for story in stories
    ]


def _telling(store: Ledger, article: Article) -> Telling:
    text = store.text_by_sha(article.text_sha256)
    seen = article.first_seen[:10]
    day = article.day if _is_day(article.day) else seen
    return Telling(
        id=article.id, day=day, at=article.published or article.first_seen, seen=seen, title=article.title,
        text=text.content[:_BEGINNING] if text else "", language=article.language,
        publisher=article.publisher, kind=article.kind, address=article.address,
    )  # fmt: skip


def _is_day(day: str) -> bool:
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _grouped(store: Ledger, gathered: Sequence[Article], told: Mapping[str, Telling]) -> list[Grouped]:
    """The groups: as kept of the same documents, else worked out and kept."""
    key = digest(
        vocabulary.digest(),
        happenings.digest(),
        *(part for a in gathered for part in (a.id, a.text_sha256, a.title, told[a.id].at, told[a.id].seen)),
    )
    kept = store.derived(_STEP, key)
    if kept is not None:
        return [
            Grouped(id=g["id"], members=tuple(g["members"]), formerly=tuple(g["formerly"]))
            for g in json.loads(kept)
        ]
    made = grouped(told.values())
    try:
        with store.begin("stories", {}):
            store.put_derived(_STEP, key, json.dumps([asdict(g) for g in made]).encode())
    except Refusal:
        pass  # Another process writes: what was worked out is used all the same, and worked out again.
    return made


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
