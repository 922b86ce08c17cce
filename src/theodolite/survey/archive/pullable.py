"""What can be pulled: every publisher's table that the catalogue defines, and its own reader as the gate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from statistics import median

from theodolite.catalog.sources import SourceDefinition, definitions, recognise
from theodolite.catalog.sources.boards import BoardsDefinition
from theodolite.catalog.sources.boards import definitions as board_definitions
from theodolite.catalog.sources.boards import recognise as recognise_boards
from theodolite.catalog.sources.tables import TableDefinition, recognise_table, table_definitions
from theodolite.model.errors import Misuse, Refusal
from theodolite.model.nearness import do_you_mean
from theodolite.model.scores import ScoreTable
from theodolite.read.boards import boards
from theodolite.read.delimited import delimited
from theodolite.read.matrix import matrix
from theodolite.read.records import records
from theodolite.read.scores import require, stale_repairs, table

_OWN = ("generic/", "theodolite/")
"""Shapes without a publisher, and the embedded default."""
_UNIT = 2.0
"""By what factor the levels of models in two vintages may differ at the median before it is another unit."""

_ALIKE = 0.75
"""Share of a definition's columns from which a file is taken for a faulty one of it."""

Definition = SourceDefinition | TableDefinition | BoardsDefinition


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One table of one publisher: where it is, on what terms, and its definition.

    `scores` is whether it holds models' scores on one measure, so that gaps follow from it.
    """

    name: str
    title: str
    producer: str | None
    licence: str | None
    licence_address: str | None
    citation: str | None
    address: str | None
    download: str | None
    download_note: str | None
    member: str | None
    publish: bool
    definition: Definition
    scores: bool

    @property
    def matrix(self) -> bool:
        """Whether it holds models' scores on many benchmarks, from which a scale is fitted."""
        return isinstance(self.definition, SourceDefinition) and self.definition.shape == "matrix"

    @property
    def boards(self) -> bool:
        """Whether it holds leaderboards by day."""
        return isinstance(self.definition, BoardsDefinition)

    @property
    def republish(self) -> bool:
        """Whether the file itself may be passed on: of boards only where every keeper states a licence."""
        if isinstance(self.definition, BoardsDefinition):
            return all(keeper.licence for keeper in self.definition.sources.values())
        return self.publish


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a source's reader took of a file. `stale` are repairs that should match in it and do not."""

    rows: int
    warnings: tuple[str, ...]
    stale: tuple[str, ...] = ()


@cache
def sources() -> tuple[Source, ...]:
    """Every source, by name."""
    scored = {d.name for d in definitions() if d.shape == "scores"}
    known: dict[str, Definition] = {d.name: d for d in definitions() if not d.name.startswith(_OWN)}
    # Records that are scores as well are one source; their definition as records says the more of them.
    known |= {d.name: d for d in table_definitions()} | {d.name: d for d in board_definitions()}
    return tuple(
        Source(
            name=d.name, title=d.title or d.name, producer=d.producer, licence=d.licence,
            licence_address=d.licence_address, citation=d.citation, address=d.address, download=d.download,
            download_note=d.download_note, member=d.member, publish=d.publish, definition=d,
            scores=d.name in scored,
        )
        for _, d in sorted(known.items())
    )  # fmt: skip


def source(name: str) -> Source:
    """The source of that name. Misuse, naming close ones, where there is none."""
    for one in sources():
        if one.name == name:
            return one
    hint = do_you_mean(name, [s.name for s in sources()]) or "see `theodolite pull --list`"
    raise Misuse(f"no source {name[:80]!r}: {hint}")


def source_of(file: str, content: bytes) -> Source | None:
    """The source whose table a file is, by its name and header; None for what no definition knows."""
    try:
        header = delimited(content.split(b"\n", 1)[0], file).header
    except Refusal:
        header = ()
    scores = recognise(header) if header else None
    found: Definition | None = scores if scores and not scores.name.startswith(_OWN) else None
    found = found or recognise_boards(header) or recognise_table(file, header) or _resembled(header)
    return next((s for s in sources() if found is not None and s.name == found.name), None)


def _resembled(header: tuple[str, ...]) -> Definition | None:
    """The score table most of whose own headers a file has, though one that it must have is gone."""
    there = {h.strip().casefold() for h in header}

    def share(d: SourceDefinition) -> float:
        own = [any(h.casefold() in there for h in headers) for headers in d.columns.values()]
        return sum(own) / len(own)

    own = [d for d in definitions() if not d.name.startswith(_OWN)]
    best = max(own, key=share, default=None)
    return best if best is not None and share(best) >= _ALIKE else None


def check(
    one: Source,
    content: bytes,
    file: str,
    day: dt.date,
    *,
    whole: bool,
    before: Callable[[], tuple[bytes, str, dt.date] | None] = lambda: None,
) -> Checked:
    """Read a file as the source's definition says. Raises Refusal where it is not what it should be.

    `whole` files (downloads) must have as many rows as a whole file has. `before` gives bytes, file and day
    of the vintage before it, to tell a changed unit of a score table from new scores.
    """
    if content[:256].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        raise Refusal(file, "this is a web page, not data", "check whether the publisher has moved the file")
    definition = one.definition
    if isinstance(definition, TableDefinition):
        read = records(content, file, definition, day, strict=whole)
        if one.scores:
            table(content, file, day)
        return Checked(rows=len(read.frame), warnings=read.warnings, stale=read.stale)
    if isinstance(definition, BoardsDefinition):
        ranked = boards(content, file)
        return Checked(rows=sum(len(b.rows) for b in ranked.boards), warnings=ranked.warnings)
    lines = delimited(content, file)
    require(definition, lines)
    announced = recognise(lines.header)
    if announced is None or announced.name != definition.name:
        said = announced.name if announced else "no known table"
        raise Refusal(file, f"its columns are those of {said}", f"name the new columns in {definition.name}")
    n = len(lines.rows)
    if definition.rows and whole and not definition.rows[0] <= n <= definition.rows[1]:
        fewest, most = definition.rows
        raise Refusal(file, f"{n} rows where {fewest} to {most} are expected of {definition.name}",
                      "try again later: the file may be incomplete")  # fmt: skip
    if definition.shape == "matrix":
        return Checked(rows=n, warnings=matrix(content, file).warnings)
    found = table(content, file, day)
    earlier = before()
    if earlier is not None:
        _same_unit(found, table(*earlier))
    return Checked(rows=n, warnings=found.warnings, stale=stale_repairs(content, file, day))


def _same_unit(found: ScoreTable, earlier: ScoreTable) -> None:
    """Refuse a table whose models' levels are another order of size than in the vintage before."""
    known = {m.name: m.level for m in earlier.models}
    shared = [(known[m.name], m.level) for m in found.models if m.name in known]
    if len(shared) < 5:
        return
    was, now = (median(abs(pair[side]) for pair in shared) for side in (0, 1))
    if was and now and not 1 / _UNIT <= now / was <= _UNIT:
        raise Refusal(
            found.vintage.file,
            f"the unit has changed: {len(shared)} models known before have a median of {now:g}, where it was "
            f"{was:g}",
            f"look at the file, then name the new unit in {found.source}",
        )  # fmt: skip
