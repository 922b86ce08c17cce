"""`theodolite dependence`: what each of two sides has built on the other, side by side."""

from __future__ import annotations

import calendar
import csv
import datetime as dt
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from theodolite.cli.options import chosen_format
from theodolite.model.errors import Misuse, Refusal

if TYPE_CHECKING:
    from theodolite.measure.dependence.report import Report
    from theodolite.model.claim import Claim
    from theodolite.model.table import Table
    from theodolite.survey.shelf import Shelf

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
    side_rule: Annotated[
        str, typer.Option("--side-rule", help="any, majority or headquarters: who counts for a side.")
    ] = "any",
    output: Annotated[str, typer.Option("--format", help="table, json or csv.")] = "table",
) -> None:
    """Measure dependence both ways: models built on the other's, hardware of the other, claims of either."""
    from theodolite.measure.dependence.report import dependence as measure
    from theodolite.measure.side import SIDE_RULES
    from theodolite.survey.archived import shelf as shelf_of

    form = chosen_format(output, "table", "json", "csv")
    within = span(period)
    rule = next((r for r in SIDE_RULES if r == side_rule), None)
    if rule is None:
        raise Misuse(f"--side-rule {side_rule}: give any, majority or headquarters")
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
        print(json.dumps(report.to_json(), ensure_ascii=False, indent=2, allow_nan=False))
    elif form == "csv":
        _csv(report)
    else:
        from theodolite.cli.dependence_table import show

        show(report)
    for refusal in (*shelf.refusals, *refusals):
        print(refusal, file=sys.stderr)
    if shelf.refusals or refusals:
        raise typer.Exit(1)


_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def span(given: str | None) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of "2024", "2024-03" or "FROM:TO", of which one may be blank. Misuse else."""
    if given is None:
        return None, None
    begin, colon, end = given.partition(":")
    try:
        first = _edge(begin, last=False) if begin else None
        until = _edge(end, last=True) if end else (None if colon else _edge(begin, last=True))
    except ValueError:
        raise Misuse(f"--period {given[:40]}: give a year, a month, or FROM:TO") from None
    if (first is None and until is None) or (first and until and first > until):
        raise Misuse(f"--period {given[:40]}: give a year, a month, or FROM:TO, in order")
    return first, until


def _edge(text: str, *, last: bool) -> dt.date:
    found = _PART.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    year = int(found[1])
    month = int(found[2]) if found[2] else (12 if last else 1)
    if found[3]:
        return dt.date(year, month, int(found[3]))
    return dt.date(year, month, calendar.monthrange(year, month)[1] if last else 1)


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
    from theodolite.survey.shelf import content_of

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


def _csv(report: Report) -> None:
    writer = csv.DictWriter(sys.stdout, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for ties in report.models:
        about = {"evidence": "declared", "source": ties.source, "set": ties.set, "file": ties.vintage.file,
                 "sha256": ties.vintage.sha256}  # fmt: skip
        for direction in (ties.first_on_second, ties.second_on_first):
            for row in direction.rows:
                low, high = row.of_releases.limits or ("", "")
                writer.writerow(about | {
                    "kind": "models", "builder": row.builder, "on": row.base, "period": row.period,
                    "releases": row.releases, "declared": row.declared, "ties": row.ties, "own": row.own,
                    "joint": row.joint, "shared": row.shared, "unresolved": row.unresolved,
                    "share": row.of_releases.share, "low": low, "high": high, "of": row.releases,
                })  # fmt: skip
    for used in report.hardware:
        about = {"evidence": "declared", "source": used.source, "set": "all", "file": used.vintage.file,
                 "sha256": used.vintage.sha256}  # fmt: skip
        for of_known in (*used.first_on_second, *used.second_on_first):
            share = of_known.to_json()["of_known"]
            writer.writerow(about | {
                "kind": "hardware", "builder": of_known.builder, "on": of_known.maker,
                "period": of_known.period, "releases": of_known.releases, "ties": of_known.ties,
                "own": "", "unresolved": of_known.unresolved, "share": share["share"],
                "low": share["low"], "high": share["high"], "of": of_known.known,
            })  # fmt: skip
    for told in () if report.claims is None else (*report.claims[0], *report.claims[1]):
        writer.writerow({
            "kind": told.predicate, "evidence": "claimed", "builder": told.leaning, "on": told.on,
            "period": "all", "ties": told.pairs,
        })  # fmt: skip
