"""Options that the questions to tables share, and how an answer is given out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from theodolite.cli.options import day
from theodolite.cli.rows import as_json
from theodolite.model.errors import Misuse

if TYPE_CHECKING:
    from theodolite.model.indicator import Rule
    from theodolite.survey.tables.questions import Ask
    from theodolite.survey.tables.shelf import Shelf

TablesOption = Annotated[
    Path | None, typer.Option("--data", help="A table, or a folder of tables; else what was pulled.")
]
WhereOption = Annotated[
    list[str] | None,
    typer.Option("--where", help="FIELD=VALUE, !=, >=, <=, or 'FIELD contains TEXT'. Repeatable."),
]
CountingOption = Annotated[
    str | None, typer.Option("--counting", help="full, fractional, majority or headquarters.")
]
SidesOption = Annotated[
    list[str] | None, typer.Option("--of", help="A side: country, bloc, open, organisation. Repeatable.")
]
NameArgument = Annotated[
    str | None, typer.Argument(help="An indicator or a table; may be left out for a single file.")
]
DateOption = Annotated[str | None, typer.Option("--date", help="The field that places a row in time.")]

FORMATS = ("table", "json", "csv")


def ask(
    data: Path | None,
    *,
    name: str | None = None,
    vintage: str | None = None,
    of: Sequence[str] | None = None,
    by: str | None = None,
    where: Sequence[str] | None = None,
    period: str | None = None,
    counting: str | None = None,
    value: str | None = None,
    count: bool = False,
    date: str | None = None,
    top: int | None = None,
) -> Ask:
    """The question that the options make. Misuse for a value that makes no sense."""
    from theodolite.survey.tables.questions import Ask

    if top is not None and top < 1:
        raise Misuse(f"--top {top}: give a number of at least 1")
    if count and value:
        raise Misuse("--count and --sum exclude each other")
    return Ask(
        data=place(data), name=name, vintage=day(vintage, "--vintage"), of=_sides(of or ()), by=by,
        where=tuple(where or ()), period=period, rule=_rule(counting), value=value, count=count, date=date,
        top=top,
    )  # fmt: skip


def place(data: Path | None) -> Path | Shelf:
    """Where the tables are: what the user names, else what was pulled."""
    from theodolite.survey.archive.contents import shelf

    return data if data is not None else shelf(None)


def _rule(counting: str | None) -> Rule | None:
    from theodolite.model.indicator import RULES

    if counting is not None and counting not in RULES:
        raise Misuse(f"--counting {counting[:20]}: give {', '.join(RULES)}")
    return next((r for r in RULES if r == counting), None)


def _sides(given: Sequence[str]) -> tuple[str, ...]:
    """Sides as given; one option may list several with commas, unless the whole is a country's name."""
    from theodolite.catalog.sources.countries import country, split

    found: list[str] = []
    for text in given:
        whole = "," not in text or country(text) is not None
        found += [text] if whole else list(split(text))
    return tuple(dict.fromkeys(s for s in found if s.strip()))


def give(report: Any) -> None:
    """Print a report as JSON."""
    from theodolite.model.indicator import to_json

    as_json(to_json(report))
