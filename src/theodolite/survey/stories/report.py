"""The stories of a ledger that answer a question, as data and as rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theodolite import ledger
from theodolite.model.article import Article
from theodolite.model.story import ToldStory
from theodolite.survey.gathering.articles import articles
from theodolite.survey.place import existing_ledger
from theodolite.survey.stories.telling import stories_of


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesReport:
    """Stories, the newest first, with what was asked for. `gathered` counts all documents they were made
    of."""

    since: dt.date | None
    names: tuple[str, ...]
    single: bool
    gathered: int
    stories: tuple[ToldStory, ...]
    warnings: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Everything as JSON values."""
        return {
            "schema_version": "1", "since": self.since.isoformat() if self.since else None,
            "names": list(self.names), "single": self.single, "gathered": self.gathered,
            "count": len(self.stories), "stories": [_story(told) for told in self.stories],
            "warnings": list(self.warnings),
        }  # fmt: skip

    def flat(self) -> Iterator[dict[str, Any]]:
        """One row a document of a story."""
        for made in map(_story, self.stories):
            head = {k: made[k] for k in ("first", "last", "origins")}
            for document in made["documents"]:
                yield {"story": made["id"], "headline": made["headline"], **head, **document}


def _story(told: ToldStory) -> dict[str, Any]:
    story = told.story
    made = story.to_json()
    made["headline"] = story.headline.title if story.headline else None
    made["documents"] = [_document(a, told.copy_of.get(a.id)) for a in told.articles]
    return made


def _document(article: Article, copy_of: str | None) -> dict[str, Any]:
    return {
        "document": article.id, "title": article.title, "publisher": article.publisher, "kind": article.kind,
        "language": article.language, "published": article.published, "basis": article.basis,
        "first_seen": article.first_seen, "address": article.address, "text_sha256": article.text_sha256,
        "copy_of": copy_of,
    }  # fmt: skip


def stories_in(
    path: Path | None,
    *,
    since: dt.date | None = None,
    names: Sequence[str] = (),
    single: bool = False,
) -> StoriesReport:
    """The stories of what a ledger has gathered, the newest first.

    Those with a document of `since` or later, and with every one of `names` among the names or sides most
    told or in a title; `single` also gives stories of one document. Raises Refusal where there is no
    ledger.
    """
    with ledger.open(existing_ledger(path), create=False) as store:
        gathered = articles(store)
        told = stories_of(store, gathered)
    wanted = [name.casefold() for name in names]
    found = [
        t
        for t in told
        if (single or len(t.articles) > 1)
        and (since is None or t.story.last >= since.isoformat())
        and all(_tells(t, name) for name in wanted)
    ]
    found.sort(key=lambda t: (t.story.last, len(t.articles), t.story.id), reverse=True)
    return StoriesReport(
        since=since, names=tuple(names), single=single, gathered=len(gathered), stories=tuple(found),
        warnings=tuple(_warnings(gathered, told, found)),
    )  # fmt: skip


def _tells(told: ToldStory, name: str) -> bool:
    named = (*(n for n, _ in told.story.names), *(n for n, _ in told.story.sides))
    return name in (n.casefold() for n in named) or any(
        name in (a.title or "").casefold() for a in told.articles
    )


def _warnings(
    gathered: Sequence[Article], told: Sequence[ToldStory], found: Sequence[ToldStory]
) -> Iterator[str]:
    if not gathered:
        yield "nothing was gathered into this ledger: run `theodolite gather` first"
    elif not found:
        yield "no story answers" if told else "no document was gathered"
    undated = sum(a.basis == "fetch" for a in gathered)
    if undated:
        yield (
            f"{undated:,} of {len(gathered):,} documents have no date: they count for the day they were seen"
        )
