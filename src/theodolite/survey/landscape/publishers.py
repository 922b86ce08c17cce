"""A page a source: its terms, what its columns hold, its known faults, and every vintage that is held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from theodolite.catalog.sources import Repair
from theodolite.catalog.sources.boards import BoardsDefinition
from theodolite.catalog.sources.tables import FieldDefinition, TableDefinition
from theodolite.compose.landscape.view import SourceView, VintageRow
from theodolite.ledger.base import Ledger
from theodolite.model.errors import Refusal
from theodolite.model.scores import ScoreMatrix
from theodolite.survey.archive import Archived, vintages
from theodolite.survey.archive.pullable import Definition, Source, sources
from theodolite.survey.measures import DataFile
from theodolite.survey.tables.shelf import Shelf


def source_views(
    shelf: Shelf, files: Sequence[DataFile], archive: Ledger | None = None
) -> tuple[SourceView, ...]:
    """Every source of the catalogue; those that nothing is held of have no vintages.

    With an `archive` each vintage says when it was pulled and from when to when it was in force.
    """
    return tuple(_view(one, shelf, files, archive) for one in sources())


def _view(one: Source, shelf: Shelf, files: Sequence[DataFile], archive: Ledger | None) -> SourceView:
    rows, warnings = _of_scores(one, files)
    if isinstance(one.definition, TableDefinition):
        more, said = _of_records(one, shelf)
        shown = {row.sha256 for row in rows}
        rows, warnings = rows + [row for row in more if row.sha256 not in shown], warnings + said
    if archive is not None:
        rows = [_archived(v) for v in vintages(archive, one.name)]
    definition = one.definition
    return SourceView(
        id=one.name,
        title=one.title,
        producer=one.producer or "unknown",
        licence=one.licence or "none is stated",
        licence_address=one.licence_address,
        address=one.address,
        download=one.download,
        citation=one.citation,
        publish=one.publish,
        fields=tuple(_fields(definition)),
        faults=definition.faults if isinstance(definition, TableDefinition) else (),
        repairs=tuple(_repairs(definition)),
        vintages=tuple(rows),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _archived(v: Archived) -> VintageRow:
    until = v.in_force_until
    return VintageRow(
        file=v.file, sha256=v.sha256, date=v.date, rows=v.rows, pulled=v.pulled_at,
        in_force_from=v.date.isoformat(), in_force_until=until.isoformat() if until else None,
    )  # fmt: skip


def _of_scores(one: Source, files: Sequence[DataFile]) -> tuple[list[VintageRow], list[str]]:
    rows: list[VintageRow] = []
    warnings: list[str] = []
    for file in files:
        if file.source != one.name:
            continue
        table = file.table
        n = len(table.score) if isinstance(table, ScoreMatrix) else len(table.models)
        v = table.vintage
        rows.append(VintageRow(file=v.file, sha256=v.sha256, date=v.date, rows=n))
        warnings += table.warnings
    return rows, warnings


def _of_records(one: Source, shelf: Shelf) -> tuple[list[VintageRow], list[str]]:
    rows: list[VintageRow] = []
    warnings: list[str] = []
    for held in shelf.of(one.name):
        try:
            table = shelf.read(held)
        except Refusal as refusal:
            warnings.append(str(refusal))
            continue
        v = table.vintage
        rows.append(VintageRow(file=v.file, sha256=v.sha256, date=v.date, rows=len(table.frame)))
        warnings += [*table.warnings, *table.stale]
    return rows, warnings


def _fields(definition: Definition) -> Iterable[tuple[str, str, str, str]]:
    """(our name, the publisher's header, type and unit, what is checked) of each field."""
    if not isinstance(definition, TableDefinition):
        for name, headers in definition.columns.items():
            unit = definition.unit if name in ("score", "rating") else ""
            yield name, headers[0], unit, "must be there" if name in definition.required else ""
        return
    for name, field in definition.fields.items():
        kind = f"{field.type}, {field.unit}" if field.unit else field.type
        yield name, field.headers[0], kind, "; ".join(_checks(field))


def _checks(field: FieldDefinition) -> Iterable[str]:
    if field.filled:
        yield "every row has one"
    elif field.needed:
        yield "must be there"
    if field.range:
        yield f"{field.range[0]:g} to {field.range[1]:g}"
    if field.median:
        yield f"median {field.median[0]:g} to {field.median[1]:g}"
    if field.categories:
        yield f"{len(field.categories)} words known"
    if field.about:
        yield field.about


def _repairs(definition: Definition) -> Iterable[tuple[str, str, str, str]]:
    """(rows, what is set, why, until when) of each repair."""
    for repair in () if isinstance(definition, BoardsDefinition) else definition.repairs:
        until = f"seen in {repair.seen_in}, to be looked at by {repair.review_by}"
        if isinstance(repair, Repair):
            yield ", ".join(repair.models), f"country {', '.join(repair.countries)}", repair.reason, until
        else:
            changed = ", ".join(f"{k}: {repair.was.get(k, '')!r} to {v!r}" for k, v in repair.set.items())
            yield ", ".join(repair.where.values()), changed, repair.reason, until
