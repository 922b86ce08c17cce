"""A brief: what became known in a stretch of time, in sentences that each name where they come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from theodolite.model.claim import Dimension
from theodolite.model.profile import Profile

SCHEMA_VERSION = "1"
PartName = Literal["verdicts", "moves", "stories", "claims", "trends", "corrections"]
DayBasis = Literal["said", "published", "first seen", "vintage", "issued"]
"""What a line's day is the day of."""
Freshness = Literal["documents", "measure", "sources", "ledger"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a sentence rests on.

    `words` name it for a reader. `address` is http(s), None where it has none. `id` is the hash of a document
    or of a vintage's file, the name of a finding, or the number of a run. `day` is ISO 8601: of publication,
    of the vintage, of issue.
    """

    kind: Literal["document", "vintage", "finding", "ledger"]
    words: str
    id: str
    address: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The exact words of a text from `start` to `end`, in code points; cut where its sentence goes on."""

    words: str
    start: int
    end: int
    cut_before: bool = False
    cut_after: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of fewer than 35 words, and all that it rests on.

    `why` says why it is here and in this place. `quote` is what the first source's text says there, and
    `text_sha256` that text. `read_as` says in English how it was read. `day` (ISO 8601, as precise as known)
    counts by `basis`. `verdict` is that of the newest finding, a `draft` where it is on a named person's
    words and nobody accepted it; where the speaker `denied` something, the verdict is on that, not on the
    denial. `origins` counts independent origins.
    """

    sentence: str
    why: str
    sources: tuple[Source, ...]
    day: str | None
    basis: DayBasis
    quote: Quote | None = None
    text_sha256: str | None = None
    read_as: str | None = None
    verdict: str | None = None
    draft: bool = False
    denied: bool = False
    dimension: Dimension | None = None
    origins: int | None = None
    claims: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    observations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Lines of one sort, the first first by `rule`; `left_out` counts those that its length has no room for.

    `empty` says what it means that there are no lines. `by_dimension` parts are shown under dimensions.
    """

    name: PartName
    title: str
    rule: str
    lines: tuple[Line, ...]
    left_out: int = 0
    empty: str = "Nothing new."
    by_dimension: bool = False

    @property
    def groups(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """(dimension, lines) in order of the lines; one group without a name where it is not by dimension."""
        if not self.by_dimension:
            return (("", self.lines),) if self.lines else ()
        found: dict[str, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.dimension or "other", []).append(line)
        return tuple((name, tuple(lines)) for name, lines in found.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """How fresh one thing is: the newest day (ISO 8601) of it and its age in days at the end of the window.

    `words` is the sentence; `stale` where it is older than a front sentence may rest on, or fails.
    """

    about: Freshness
    name: str
    newest: str | None
    age_days: int | None
    words: str
    sources: tuple[Source, ...]
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """From `since` (not with it; None: from the beginning) to `until`, moments of the ledger in UTC.

    `why` says where the window comes from. Both None: the ledger holds nothing.
    """

    since: str | None
    until: str | None
    why: str

    @property
    def first_day(self) -> str | None:
        """The day it begins on."""
        return self.since[:10] if self.since else None

    @property
    def last_day(self) -> str | None:
        """The day it ends on."""
        return self.until[:10] if self.until else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What is new in a window for a profile. `summary` counts it; `notes` are what one must know besides.

    `private` briefs show verdicts that nobody accepted yet, marked as drafts.
    """

    title: str
    window: Window
    profile: Profile
    summary: tuple[Line, ...]
    parts: tuple[Part, ...]
    fresh: tuple[Fresh, ...]
    notes: tuple[str, ...] = ()
    private: bool = True
    software_version: str = ""
    warnings: tuple[str, ...] = field(default=())

    @property
    def lines(self) -> Iterator[Line]:
        """Every line, the summary's first."""
        yield from self.summary
        for part in self.parts:
            yield from part.lines

    @property
    def news(self) -> int:
        """How many lines the parts have, shown or left out."""
        return sum(len(p.lines) + p.left_out for p in self.parts)

    def to_json(self) -> dict[str, Any]:
        """Every field as JSON values."""
        return {"schema_version": SCHEMA_VERSION, **asdict(self)}
