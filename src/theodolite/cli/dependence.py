"""`theodolite dependence`: what each of two sides has built on the other, side by side."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from theodolite.cli.options import FormatOption, SideRuleOption, chosen_format, chosen_side_rule
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, as_json
from theodolite.model.errors import Misuse, Refusal
from theodolite.model.period import span

if TYPE_CHECKING:
    from theodolite.measure.dependence.report import Report
    from theodolite.model.claim import Claim
    from theodolite.model.table import Table
    from theodolite.survey.tables.shelf import Shelf

_LARGEST = 500_000_000
"""Bytes of a file of claims."""


def dependence(
    first: Annotated[str, typer.Argument(help="One side: a country, a bloc, an organisation.")],
    second: Annotated[str, typer.Argument(help="The other side.")],
    data: Annotated[
        list[Path] | None,
        typer.Option("--data", help="A table of models, or a folder; else what was pulled."),
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", help="A year, a month, or FROM:TO of years, months or days.")
    ] = None,
    claims: Annotated[
        Path | None, typer.Option("--claims", help="Claims as `theodolite extract` prints them (JSON lines).")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option("--source", help="Only this table of the catalogue.")
    ] = None,
    side_rule: SideRuleOption = "any",
    output: FormatOption = "table",
) -> None:
    """Measure dependence both ways: models built on the other's, hardware of the other, claims of either."""
    from theodolite.measure.dependence.report import dependence as measure
    from theodolite.survey.archive.contents import shelf as shelf_of

    form = chosen_format(output, "table", "json", "csv")
    within = _within(period)
    rule = chosen_side_rule(side_rule)
    shelf = shelf_of(data or None)
    if not (data or shelf.sources()):
        raise Misuse("give --data, a folder that holds lists of models (epoch/notable_models, for one)")
    refusals: list[Refusal] = []
    asked, found = source or [], _tables(shelf, source or [], refusals)
    told = None if claims is None else _claims(claims, refusals)
    report = measure(
        first, second, [t for t in found if not asked or t.source in asked], period=within, side_rule=rule,
        also=found,
        hardware=_one(shelf, "epoch/ml_hardware", refusals),
        clusters=_one(shelf, "epoch/gpu_clusters", refusals), claims=told,
    )  # fmt: skip
    if form == "json":
        as_json(report.to_json())
    elif form == "csv":
        as_csv(list(_rows(report)), COLUMNS)
    else:
        from theodolite.cli.dependence_table import show

        show(report)
    finish((*shelf.refusals, *refusals))


def _within(given: str | None) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of what --period gives, None for an end that is left open."""
    begins, ends = span(given) if given is not None else (dt.date.min, dt.date.max)
    return None if begins == dt.date.min else begins, None if ends == dt.date.max else ends


def _tables(shelf: Shelf, asked: list[str], refusals: list[Refusal]) -> list[Table]:
    """The tables that declare ties, the newest vintage of each. Refusal where none that was asked for is.

    Those that were not asked for are read too: a base may stand in them alone.
    """
    from theodolite.measure.dependence.releases import SOURCES

    if unknown := [s for s in asked if s not in SOURCES]:
        raise Misuse(f"--source {', '.join(unknown)}: choose among {', '.join(SOURCES)}")
    found = []
    for name in [s for s in SOURCES if s in shelf.sources() or s in asked]:
        try:
            found.append(shelf.table(name))
        except Refusal as refusal:
            refusals.append(refusal)
    if not any(t.source in asked or not asked for t in found):
        raise refusals[0] if refusals else Refusal(
            shelf.place, "no table of models that declares what they are built on",
            f"give a folder that holds one of {', '.join(SOURCES)}",
        )  # fmt: skip
    return found


def _one(shelf: Shelf, source: str, refusals: list[Refusal]) -> Table | None:
    """A table that adds to the report where it is there."""
    if source not in shelf.sources():
        return None
    try:
        return shelf.table(source)
    except Refusal as refusal:
        refusals.append(refusal)
        return None


def _claims(path: Path, refusals: list[Refusal]) -> list[Claim]:
    """The claims of a file of JSON lines; a line that is none is a refusal, and the rest goes on."""
    from theodolite.model.claim import from_json
    from theodolite.survey.tables.shelf import content_of

    lines = content_of(path, _LARGEST, "give the relations alone").split(b"\n")
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found.append(from_json(json.loads(line), ""))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            reason = f"line {number} is no claim ({type(error).__name__})"
            refusals.append(Refusal(str(path), reason, "give claims as `theodolite extract` prints them"))
    return found


COLUMNS = (
    "kind", "evidence", "source", "set", "builder", "on", "period", "releases", "declared", "ties", "own",
    "joint", "shared", "unresolved", "share", "low", "high", "of", "file", "sha256",
)  # fmt: skip


def _rows(report: Report) -> Iterator[dict[str, Any]]:
    """One row a tie of a builder to a base, of models, of hardware and of claims: `kind` says which."""
    for ties in report.models:
        about = {"evidence": "declared", "source": ties.source, "set": ties.set, "file": ties.vintage.file,
                 "sha256": ties.vintage.sha256}  # fmt: skip
        for direction in (ties.first_on_second, ties.second_on_first):
            for row in direction.rows:
                low, high = row.of_releases.limits or ("", "")
                yield about | {
                    "kind": "models", "builder": row.builder, "on": row.base, "period": row.period,
                    "releases": row.releases, "declared": row.declared, "ties": row.ties, "own": row.own,
                    "joint": row.joint, "shared": row.shared, "unresolved": row.unresolved,
                    "share": row.of_releases.share, "low": low, "high": high, "of": row.releases,
                }  # fmt: skip
    for used in report.hardware:
        about = {"evidence": "declared", "source": used.source, "set": "all", "file": used.vintage.file,
                 "sha256": used.vintage.sha256}  # fmt: skip
        for of_known in (*used.first_on_second, *used.second_on_first):
            share = of_known.to_json()["of_known"]
            yield about | {
                "kind": "hardware", "builder": of_known.builder, "on": of_known.maker,
                "period": of_known.period, "releases": of_known.releases, "ties": of_known.ties,
                "own": "", "unresolved": of_known.unresolved, "share": share["share"],
                "low": share["low"], "high": share["high"], "of": of_known.known,
            }  # fmt: skip
    for told in () if report.claims is None else (*report.claims[0], *report.claims[1]):
        yield {
            "kind": told.predicate, "evidence": "claimed", "builder": told.leaning, "on": told.on,
            "period": "all", "ties": told.pairs,
        }  # fmt: skip
