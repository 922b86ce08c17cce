"""Other measures from a folder: compute from Epoch's models, context and prices through the registry."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from theodolite.measure.other_measures import (
    Priced,
    Reading,
    compute_table,
    context_table,
    price_table,
)
from theodolite.model.errors import Misuse, Refusal
from theodolite.model.registry import RegisteredModel, Registry
from theodolite.model.scores import ScoredModel, ScoreTable, Vintage
from theodolite.model.table import Table
from theodolite.read.vintages import choose
from theodolite.resolve.registry.opinions import opinions
from theodolite.survey.archive.contents import shelf
from theodolite.survey.instruments import Measure, Sighted
from theodolite.survey.registry import INDEX, Known, registry
from theodolite.survey.registry.date_bases import dates
from theodolite.survey.registry.releases import describe
from theodolite.survey.tables.shelf import Shelf

OTHER = ("compute", "context", "price:LEVEL")
_COMPUTE = ("epoch/notable_models", "epoch/large_scale_models", "epoch/all_models")
_PRICES = ("llm_prices/litellm_panel", "models_dev/monthly_panel")
_NO_LIST_PRICE = re.compile(r"free|batch|flex|^ft:|:batch|cached|-search|realtime|audio|tts|image", re.I)
_PARTS = (0.75, 0.25)
"""Shares of input and output in a blended price: three parts to one."""


def is_other(measure: str | None) -> bool:
    """Whether a measure is one of these."""
    return measure in ("compute", "context", "price") or (measure or "").startswith("price:")


def other_tables(measure: str, place: Path | None, vintage: dt.date | None = None) -> tuple[ScoreTable, ...]:
    """The table of a measure, the newest (or that of `vintage`) first, and its other vintages.

    Without a place it is measured on what was pulled.
    Raises Misuse for a price without a level, Refusal where the place lacks what it needs.
    """
    kind, _, level = measure.partition(":")
    if kind == "compute":
        return _compute(shelf(place), vintage)
    if kind == "price":
        try:
            threshold = float(level)
        except ValueError:
            raise Misuse(f"--measure {measure}: give a level of the index, as in price:130") from None
        return (_prices(registry(place), threshold, vintage),)
    return (_context(registry(place)),)


def sight_other(measure: str, place: Path | None, vintage: dt.date | None = None) -> Sighted:
    """The table of one of these measures as `sight` gives those of capability."""
    table, *others = other_tables(measure, place, vintage)
    kind: Measure = (
        "price" if measure.startswith("price") else "context" if measure == "context" else "compute"
    )
    return Sighted(measure=kind, table=table, others=tuple(others))


def _compute(held: Shelf, vintage: dt.date | None) -> tuple[ScoreTable, ...]:
    source = next((s for s in _COMPUTE if held.of(s)), _COMPUTE[0])
    meant = held.table(source, vintage)
    others = [t for t in held.tables(source) if t.vintage.sha256 != meant.vintage.sha256]
    return (compute_table(meant), *(compute_table(t) for t in others))


def _context(known: Known) -> ScoreTable:
    made = known.registry
    accessed = dates(made, "first access")
    rows = [row for model in made.models for row in _readings(model, accessed)]
    vintage = _newest(
        made,
        ("models_dev/models", "llm_prices/litellm_panel", "models_dev/monthly_panel"),
        known.shelf.place,
    )
    return context_table(rows, vintage, vintage.file)


def _readings(model: RegisteredModel, accessed: Mapping[str, dt.date]) -> Iterator[Reading]:
    """Each version's context, as most trackers have it; without a maker's country none."""
    countries, makers, openness = describe(model)
    for version, said in opinions(model, "context").items():
        tokens = [o.value for every in said.values() for o in every if isinstance(o.value, float)]
        days = [accessed[n] for n, p in model.names.items() if p.version == version and n in accessed]
        if tokens and days and countries:
            votes = Counter(tokens)
            most = max(votes, key=lambda t: (votes[t], -t))
            label = f"{model.name} ({version})" if version else model.name
            yield Reading(
                name=label,
                date=min(days),
                tokens=most,
                countries=countries,
                organisations=makers,
                openness=openness,
            )


def _prices(known: Known, threshold: float, vintage: dt.date | None) -> ScoreTable:
    """Every list price of models at or above a level of the index."""
    index = choose(known.scores, known.shelf.place, vintage)
    if index.measure != INDEX:
        raise Refusal(known.shelf.place, "no index of capability", "give a folder that also holds one")
    scored = _scored(known.registry, index)
    tables = [t for source in _PRICES if known.shelf.of(source) for t in known.shelf.tables(source)]
    if not tables:
        raise Refusal(known.shelf.place, "no list of prices by day", "give a folder that also holds one")
    rows = [row for table in tables for row in _priced(known.registry, table, scored)]
    days = sorted({d for t in tables for d in t.frame["as_of"].unique().to_list()})
    newest = max(tables, key=lambda t: max(t.frame["as_of"].to_list()))
    until = max(newest.frame["as_of"].to_list())
    kept = Vintage(file=newest.vintage.file, sha256=newest.vintage.sha256, date=until)
    return price_table(rows, threshold, days, kept, newest.source, f"index of {index.vintage.date}")


def _scored(known: Registry, index: ScoreTable) -> dict[tuple[int, str], ScoredModel]:
    """The index's model of each registered version; of a model scored in one version alone, of them all."""
    found: dict[tuple[int, str], ScoredModel] = {}
    versions: dict[int, set[str]] = {}
    for row in index.models:
        model = known.by_name.get(row.name)
        if model is None:
            continue
        version = model.names[row.name].version
        versions.setdefault(id(model), set()).add(version)
        at = (id(model), version)
        if at not in found or row.level > found[at].level:
            found[at] = row
    for model in known.models:
        only = versions.get(id(model), set())
        if len(only) == 1:
            for version in model.versions:
                if "base" not in version:
                    found.setdefault((id(model), version), found[id(model), next(iter(only))])
    return found


def _priced(known: Registry, table: Table, scored: dict[tuple[int, str], ScoredModel]) -> Iterator[Priced]:
    for row in table.frame.iter_rows(named=True):
        name, put, got = row["model"].strip(), row["input_price"], row["output_price"]
        model = known.by_name.get(name)
        if model is None or not put or not got or _NO_LIST_PRICE.search(name):
            continue
        own = scored.get((id(model), model.names[name].version))
        if own is None:
            continue
        yield Priced(
            model=own.name, seller=row["provider"] or "an unnamed seller",
            usd=_PARTS[0] * put + _PARTS[1] * got,
            listed=row["as_of"], released=own.date, level=own.level, countries=own.countries,
            organisations=own.organisations, openness=own.openness,
        )  # fmt: skip


def _newest(known: Registry, sources: tuple[str, ...], place: str) -> Vintage:
    """The newest of the files that speak most directly."""
    found = [m.vintage for model in known.models for m in model.mentions if m.source in sources]
    if not found:
        return Vintage(file=place, sha256="", date=None)
    return max(found, key=lambda v: v.date or dt.date.min)
