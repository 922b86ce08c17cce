"""Lines before they are ordered: each with the rank that its part's rule gives it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from theodolite.compose.brief.quoting import short
from theodolite.compose.words import count_words
from theodolite.model.brief import Line, Part, PartName
from theodolite.model.claim import Dimension, Kind
from theodolite.survey.briefing.choosing import KIND_ORDER, Reader

_DIMENSIONS: tuple[Dimension, ...] = (
    "capability", "compute", "data", "talent", "research", "patents", "capital", "adoption", "policy",
    "openness", "efficiency", "economy", "energy", "access", "origination",
)  # fmt: skip
_WHY = 260


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A line and what orders it: the rank of its sort, what it touches, its kind and its origins. A `minor`
    one is told at full length alone."""

    line: Line
    rank: int
    touched: tuple[str, ...]
    kind: Kind | None = None
    minor: bool = False

    def key(self, by_origins: bool) -> tuple[int, ...]:
        """What it is ordered by: sort, interests, kind, origins; origins before kind `by_origins`."""
        kind, origins = KIND_ORDER.index(self.kind) if self.kind else 0, -(self.line.origins or 0)
        return (self.rank, -len(self.touched), *((origins, kind) if by_origins else (kind, origins)))


def part(
    name: PartName, title: str, rule: str, drafts: Iterable[Draft], reader: Reader, empty: str,
    *, by_dimension: bool = False,
) -> Part:  # fmt: skip
    """The lines in order, as many as the reader's length has room for, few of one document."""
    found = sorted(drafts, key=lambda d: (d.line.claims, d.line.findings, d.line.sentence))
    found.sort(key=lambda d: d.line.day or "", reverse=True)
    found.sort(key=lambda d: d.key(by_origins=by_dimension))
    if by_dimension:
        lines = [one for own in _by_dimension(found) for one in _few(own, reader.dimension_lines, reader)]
    else:
        lines = _few(found, reader.part_lines, reader)
    return Part(
        name=name, title=title, rule=rule, lines=tuple(d.line for d in lines),
        left_out=len(found) - len(lines), empty=empty, by_dimension=by_dimension,
    )  # fmt: skip


def _few(drafts: list[Draft], most: int, reader: Reader) -> list[Draft]:
    """The first lines, of one document no more than the reader's length allows."""
    seen: Counter[str] = Counter()
    kept = []
    for draft in drafts:
        if draft.minor and reader.profile.length != "full":
            continue
        first = draft.line.sources[0]
        if first.kind == "document" and seen[first.id] >= reader.document_lines:
            continue
        seen[first.id] += 1
        kept.append(draft)
        if len(kept) == most:
            break
    return kept


def _by_dimension(drafts: list[Draft]) -> list[list[Draft]]:
    order: tuple[Dimension | None, ...] = (*_DIMENSIONS, None)
    found = ([d for d in drafts if d.line.dimension == name] for name in order)
    return [own for own in found if own]


def why(first: str, touched: Iterable[str], *more: str) -> str:
    """Why a line is here, in a few words."""
    told = ", ".join(touched)
    parts = [first, *([f"touches {told}"] if told else []), *(m for m in more if m)]
    return short("; ".join(parts), _WHY)


def told_in(origins: int, documents: int) -> str:
    """ "two independent origins in three documents", nothing for one of each."""
    if origins < 2 and documents < 2:
        return ""
    return f"{count_words(origins, 'independent origin')} in {count_words(documents, 'document')}"
