"""Stories: documents that tell of the same event, and what is told of them to people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from theodolite.model.article import Article
from theodolite.model.watchlist import SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One document as it is put into a story.

    `id` is the document's identity. `day` (YYYY-MM-DD) is the day it counts for, `at` the moment it was
    published as far as known (ISO 8601, else the day): documents of one day are taken in this order. `seen`
    is the day on which it became known here: documents are taken in batches by it, so that what comes later
    changes nothing that was settled before. `text` is its beginning or the whole of it.
    """

    id: str
    day: str
    at: str
    seen: str
    title: str | None
    text: str
    language: str | None = None
    publisher: str | None = None
    kind: SourceKind | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """The documents of one story, in the order in which they were taken.

    `id` is the identity of the first of them and stays it. `formerly` are ids of stories that were joined
    into this one on a later day.
    """

    id: str
    members: tuple[str, ...]
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A title as its document has it, in its language."""

    title: str
    document: str
    language: str | None
    publisher: str | None
    kind: SourceKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story for people.

    `headlines` has one for each language, that of the language most documents are in first. `first` and
    `last` are days of its documents. `origins` counts the independent ones among the documents, copies and
    retellings left out; None where nobody counted. `names` are those most told, with the number of
    documents that tell them.
    """

    id: str
    headlines: tuple[Headline, ...]
    first: str
    last: str
    documents: tuple[str, ...]
    publishers: tuple[str, ...]
    languages: tuple[str, ...]
    kinds: tuple[SourceKind, ...]
    names: tuple[tuple[str, int], ...] = ()
    sides: tuple[tuple[str, int], ...] = ()
    origins: int | None = None
    formerly: tuple[str, ...] = ()

    @property
    def headline(self) -> Headline | None:
        """The title to show where there is room for one; None where no document has a title."""
        return self.headlines[0] if self.headlines else None

    def to_json(self) -> dict[str, Any]:
        """The story as data."""
        made: Mapping[str, Any] = asdict(self)
        return {
            **made,
            "names": [{"name": n, "documents": k} for n, k in self.names],
            "sides": [{"side": n, "documents": k} for n, k in self.sides],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStory:
    """A story with its documents, in the order in which they were taken.

    `copy_of` maps a document that is a copy of another one of the story to that.
    """

    story: Story
    articles: tuple[Article, ...]
    copy_of: Mapping[str, str] = field(default_factory=dict)
