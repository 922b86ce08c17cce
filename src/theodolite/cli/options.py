"""Options that several commands read alike. A value that makes no sense is misuse: exit status 2."""

from __future__ import annotations

import datetime as dt
import math
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from theodolite.model.errors import Misuse

if TYPE_CHECKING:
    from theodolite.measure.side import SideRule
    from theodolite.model.registry import Registry
    from theodolite.survey.instruments import Measure

LedgerOption = Annotated[Path | None, typer.Option("--ledger", help="The ledger's file.")]
WatchlistOption = Annotated[
    Path | None,
    typer.Option("--watchlist", help="A watchlist (YAML or OPML); else yours, else the shipped one."),
]
FormatOption = Annotated[str, typer.Option("--format", help="table, json or csv.")]
SideRuleOption = Annotated[
    str, typer.Option("--side-rule", help="any, majority or headquarters: who counts for a side.")
]
VintageOption = Annotated[
    str | None, typer.Option("--vintage", help="Vintage of a folder, or date of a file, YYYY-MM-DD.")
]
DrawsOption = Annotated[int, typer.Option("--draws", help="Draws for the intervals; 0 for none.")]
MeasuresOption = Annotated[
    Path | None,
    typer.Option("--data", help="A table, boards, or a folder of vintages; else what was pulled."),
]
ToleranceOption = Annotated[float, typer.Option("--tolerance", help="Points that count as level.")]
BoardOption = Annotated[
    str | None, typer.Option("--board", help='Of the arena: a keeper, a category, or both: "B", "B/chinese".')
]
RegistryOption = Annotated[
    bool, typer.Option("--registry", help="Also the registry's dates, sizes and licences; slower.")
]

_MOST_DRAWS = 20_000


def chosen_format(given: str, *allowed: str) -> str:
    """The output format, one of `allowed`. Misuse otherwise."""
    if given not in allowed:
        raise Misuse(f"--format {given}: choose {' or '.join(allowed)}")
    return given


def chosen_top(given: int) -> int | None:
    """How many rows a table has at most, None for all (0). Misuse for fewer than none."""
    if given < 0:
        raise Misuse("--top: give a number of 0 or more")
    return given or None


def day(given: str | None, option: str) -> dt.date | None:
    """An ISO day, None where none is given. Misuse for anything else."""
    if given is None:
        return None
    try:
        return dt.date.fromisoformat(given)
    except ValueError:
        raise Misuse(f"{option} {given}: give a day as YYYY-MM-DD") from None


def site_address(given: str | None) -> str | None:
    """The address of a site, ending with a slash; None where none is given. Misuse for what is none."""
    if given is None:
        return None
    from urllib.parse import urlsplit

    mend = f"--address {given[:80]}: give the folder that the site will stand in, as https://host/path/"
    try:
        parts = urlsplit(given)
        whole = parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1) > 0
    except ValueError:
        raise Misuse(mend) from None
    plain = given.isascii() and given.isprintable() and not set(given) & set(" <>\"'\\^`{|}")
    if not whole or not plain or parts.query or parts.fragment or "@" in parts.netloc:
        raise Misuse(mend)
    return given if given.endswith("/") else f"{given}/"


def chosen_side_rule(given: str) -> SideRule:
    """Who counts for a side. Misuse for any other word."""
    from theodolite.measure.side import SIDE_RULES

    rule = next((r for r in SIDE_RULES if r == given), None)
    if rule is None:
        raise Misuse(f"--side-rule {given}: give any, majority or headquarters")
    return rule


def check_tolerance(given: float) -> None:
    """Misuse for a tolerance that is no number of points from 0 on."""
    if not math.isfinite(given) or given < 0:
        raise Misuse(f"--tolerance {given}: give points of 0 or more")


def check_draws(given: int) -> None:
    """Misuse for more draws than a machine can be asked for, or fewer than none."""
    if not 0 <= given <= _MOST_DRAWS:
        raise Misuse(f"--draws {given}: give a number from 0 to {_MOST_DRAWS}")


def chosen_measure(given: str | None) -> Measure | None:
    """The measure named, None for the default. Misuse for any other word."""
    from theodolite.survey.instruments import MEASURES
    from theodolite.survey.other_measures import OTHER

    named = next((m for m in MEASURES if m == given), None)
    if given is not None and named is None:
        raise Misuse(f"--measure {given}: choose {', '.join((*MEASURES, *OTHER))}")
    return named


def registry_of(data: Path | None) -> Registry:
    """The registry of the models in the data, else in what was pulled. Raises Refusal where there is none."""
    from theodolite.survey.registry import registry

    return registry(data).registry
