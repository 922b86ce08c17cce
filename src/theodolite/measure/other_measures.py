"""Frontiers of other things than capability, as tables of levels: training compute, context, price.

Each is a ScoreTable, so that every quantity of a gap and its censoring apply. Levels are logarithms: a gap of
one is a factor of ten (compute, price) or of two (context). None has limits: there are no draws to make.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from theodolite.model.errors import Refusal
from theodolite.model.scores import ScoredModel, ScoreTable, Vintage
from theodolite.model.table import Table

COMPUTE, CONTEXT = "Training compute", "Context length"
SINCE = dt.date(2010, 1, 1)
"""Compute before the era of deep learning was no race: its records were matched after decades."""
LAUNCH = dt.timedelta(days=100)
"""How long before a list a release may lie for the list's price to be that of the launch."""


def compute_table(table: Table) -> ScoreTable:
    """Training compute of models published since 2010: the logarithm of FLOP to base 10, by publication.

    Raises Refusal where no row has both a day and a figure.
    """
    models = tuple(
        ScoredModel(
            name=row["model"].strip(), level=math.log10(row["compute"]), date=row["date"],
            countries=tuple(row["countries"] or ()), organisations=tuple(row["organisations"] or ()),
            openness=row["access"], parameters=row["parameters"],
        )
        for row in table.frame.iter_rows(named=True)
        if row["compute"] and row["date"] and row["date"] >= SINCE
    )  # fmt: skip
    if not models:
        raise Refusal(table.vintage.file, "no model with training compute and a day", "give another vintage")
    recent = [row for row in table.frame["date"].to_list() if row is not None and row >= SINCE]
    warnings = (
        f"{len(recent) - len(models)} of {len(recent)} models since {SINCE.year} have no estimate of "
        "training compute: in no frontier",
        "compute is estimated by the publisher, often within a factor of 3 and more; no limits are given",
    )
    return ScoreTable(
        measure=COMPUTE, unit="power of ten of FLOP", source=table.source, vintage=table.vintage,
        models=models, warnings=(*table.warnings, *warnings), date_basis="published",
        publishable=table.publishable,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How much text a model takes at once: `tokens`, from the day outsiders could use it."""

    name: str
    date: dt.date
    tokens: float
    countries: tuple[str, ...]
    organisations: tuple[str, ...]
    openness: str | None


def context_table(rows: Iterable[Reading], vintage: Vintage, source: str) -> ScoreTable:
    """Context length by first access: the logarithm of tokens to base 2. Raises Refusal for no rows."""
    models = tuple(
        ScoredModel(
            name=r.name, level=math.log2(r.tokens), date=r.date, countries=r.countries,
            organisations=r.organisations, openness=r.openness,
        )
        for r in rows
    )  # fmt: skip
    if not models:
        raise Refusal(
            vintage.file, "no model with a context length, a day and a maker", "give lists of models"
        )
    return ScoreTable(
        measure=CONTEXT, unit="doubling of tokens", source=source, vintage=vintage, models=models,
        date_basis="first access",
        warnings=("context lengths are what sellers state; how much of it a model can use is not measured",),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """One list price: `usd` per million tokens, blended, as a list stood on a day.

    `released` is the model's day, `level` its capability.
    """

    model: str
    seller: str
    usd: float
    listed: dt.date
    released: dt.date
    level: float
    countries: tuple[str, ...]
    organisations: tuple[str, ...]
    openness: str | None


def price_table(
    rows: Sequence[Priced],
    threshold: float,
    days: Sequence[dt.date],
    vintage: Vintage,
    source: str,
    index: str,
) -> ScoreTable:
    """The lowest price of a model of at least a capability, by day: minus the logarithm of USD to base 10.

    A price counts from the list it first stands in, or from the model's release where that lies between that
    list and the one before, at most 100 days earlier (`days` are the days of the lists). Every new low of a
    model is a record of its own. Raises Refusal where no model at or above `threshold` has a price.
    """
    lists = sorted(set(days))
    models = []
    lowest: dict[str, float] = {}
    for row in sorted((r for r in rows if r.level >= threshold), key=lambda r: (r.listed, r.usd)):
        if row.usd >= lowest.get(row.model, math.inf):
            continue
        lowest[row.model] = row.usd
        before = max((d for d in lists if d < row.listed), default=dt.date.min)
        launched = before < row.released <= row.listed <= row.released + LAUNCH
        models.append(
            ScoredModel(
                name=f"{row.model}, ${row.usd:.3g} at {row.seller}", level=-math.log10(row.usd),
                date=row.released if launched else row.listed, countries=row.countries,
                organisations=row.organisations, openness=row.openness,
            )
        )  # fmt: skip
    if not models:
        raise Refusal(
            vintage.file, f"no model at {threshold:g} or above on the {index} has a list price",
            "choose a lower level, or a folder with price lists",
        )  # fmt: skip
    gap = max(((b - a).days for a, b in pairwise(lists)), default=0)
    return ScoreTable(
        measure=f"Price at {threshold:g} on the {index}",
        unit="power of ten of price", source=source, vintage=vintage,
        models=tuple(models), date_basis="listed at the price", observed_on=lists[-1],
        warnings=(
            "a step up in level is a tenth of the price",
            "list prices in USD per million tokens, three parts input to one of output, any seller; free "
            "and batch offers left out",
            f"prices are known on {len(lists)} days, up to {gap} days apart: a fall may show that late",
        ),
    )  # fmt: skip
