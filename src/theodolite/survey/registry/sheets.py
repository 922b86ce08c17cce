"""What the registry says for a reader: a list of models, and one model's sheet with facts side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theodolite.measure.sides import resolve
from theodolite.model.disagreement import TOPICS, Opinion, Topic, plain
from theodolite.model.errors import Refusal
from theodolite.model.registry import Mention, RegisteredModel, Registry
from theodolite.model.scores import ScoredModel, ScoreTable, Vintage
from theodolite.resolve.registry.names import parse
from theodolite.resolve.registry.opinions import opinions
from theodolite.survey.registry import Known
from theodolite.survey.registry.mentions import TRACKERS

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One model in a list, as the tracker that is shown first has it; None and empty where none says."""

    model: RegisteredModel
    date: dt.date | None
    makers: tuple[str, ...]
    countries: tuple[str, ...]
    openness: str | None
    parameters: float | None
    context: float | None

    def to_json(self) -> dict[str, Any]:
        """JSON values only."""
        return {
            "model": self.model.name, "family": self.model.family, "maker": self.model.maker,
            "makers": list(self.makers), "countries": list(self.countries), "openness": self.openness,
            "first_date": plain(self.date), "parameters": self.parameters, "context_tokens": self.context,
            "versions": [v for v in self.model.versions if v], "names": len(self.model.names),
            "trackers": list(self.model.trackers),
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Models that fit a query and a side, by name."""

    entries: tuple[Entry, ...]
    query: str | None
    side: str | None
    warnings: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """JSON values only."""
        return {
            "schema_version": SCHEMA_VERSION, "query": self.query, "side": self.side,
            "count": len(self.entries), "models": [e.to_json() for e in self.entries],
            "warnings": list(self.warnings),
        }  # fmt: skip

    def flat(self) -> Iterator[dict[str, Any]]:
        """One row a model, for CSV."""
        for entry in self.entries:
            row = entry.to_json()
            yield {k: "; ".join(map(str, v)) if isinstance(v, list) else v for k, v in row.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One model: every name with its place, every date by source, what each tracker says of each topic."""

    model: RegisteredModel
    asked: str
    dates: tuple[tuple[str, str, dt.date, Mention], ...]
    said: dict[Topic, dict[str, dict[str, tuple[Opinion, ...]]]]

    def to_json(self) -> dict[str, Any]:
        """JSON values only."""
        m = self.model
        return {
            "schema_version": SCHEMA_VERSION, "asked": self.asked, "model": m.name, "family": m.family,
            "maker": m.maker, "versions": [v for v in m.versions if v], "trackers": list(m.trackers),
            "names": [
                {
                    "name": name, "version": p.version or None, "variant": p.variant or None,
                    "rules": list(p.rules),
                    "sources": sorted({x.source for x in m.mentions if x.name == name}),
                }
                for name, p in sorted(m.names.items(), key=lambda pair: (pair[1].version, pair[0]))
            ],
            "dates": [
                {
                    "version": version or None, "kind": kind, "date": day.isoformat(), "name": mention.name,
                    "tracker": mention.tracker, **_where(mention),
                }
                for version, kind, day, mention in self.dates
            ],
            "facts": [
                {"field": topic, "version": version or None, **opinion.to_json()}
                for topic, versions in self.said.items()
                for version, trackers in sorted(versions.items())
                for _, every in sorted(trackers.items())
                for opinion in every
            ],
            "warnings": [],
        }  # fmt: skip

    def flat(self) -> Iterator[dict[str, Any]]:
        """One row a date or fact, for CSV."""
        for version, kind, day, mention in self.dates:
            yield _flat(self.model.name, version, "date", kind, day.isoformat(), mention.tracker,
                        mention.name, mention.source, mention.vintage, mention.line)  # fmt: skip
        for topic, versions in self.said.items():
            for version, trackers in sorted(versions.items()):
                for opinion in (o for _, every in sorted(trackers.items()) for o in every):
                    value = plain(opinion.value)
                    text = "; ".join(value) if isinstance(value, list) else value
                    yield _flat(self.model.name, version, topic, opinion.kind, text, opinion.tracker,
                                opinion.name, opinion.source, opinion.vintage, opinion.line)  # fmt: skip


def _flat(
    model: str, version: str, field: str, kind: str, value: Any, tracker: str, name: str, source: str,
    vintage: Vintage, line: int | None,
) -> dict[str, Any]:  # fmt: skip
    return {
        "model": model, "version": version, "field": field, "kind": kind, "value": value, "tracker": tracker,
        "name": name, "source": source, "file": vintage.file, "line": line, "vintage": vintage.date,
    }  # fmt: skip


def _where(mention: Mention) -> dict[str, Any]:
    date = mention.vintage.date
    return {
        "source": mention.source, "file": mention.vintage.file, "sha256": mention.vintage.sha256,
        "line": mention.line, "vintage": date.isoformat() if date else None,
    }  # fmt: skip


def sheet(registry: Registry, asked: str) -> Sheet | None:
    """The sheet of the model that a name means: as some source writes it, else by what the name says."""
    model = registry.by_name.get(asked) or _by_words(registry, asked)
    return sheet_of(model, asked) if model else None


def sheet_of(model: RegisteredModel, asked: str) -> Sheet:
    """The sheet of a model that was found."""
    rows = {
        (model.names[m.name].version, f.kind, f.value, m.source, m.vintage.date, m.name): m
        for m in model.mentions
        for f in m.facts
        if f.field == "date" and isinstance(f.value, dt.date) and m.provider is None
    }
    dates = sorted(
        ((v, k, d, m) for (v, k, d, *_), m in rows.items() if isinstance(d, dt.date)),
        key=lambda r: (r[0], r[2], r[3].tracker, r[3].name),
    )
    topics: tuple[Topic, ...] = tuple(t for t in TOPICS if t != "date")
    return Sheet(model=model, asked=asked, dates=tuple(dates), said={t: opinions(model, t) for t in topics})


def _by_words(registry: Registry, asked: str) -> RegisteredModel | None:
    """The model whose names say what this one says; None where none or several do."""
    said = parse(asked)
    numbered = said.versions or said.size or any(c.isdigit() for word in said.words for c in word)
    if not numbered and len(said.words) < 2:
        return None
    found = {id(m): m for name, m in registry.by_name.items() if parse(name).core == said.core}
    return next(iter(found.values())) if len(found) == 1 else None


def listing(known: Known, query: str | None, side: str | None, least: int) -> Listing:
    """Models whose name or a name of which holds the query, that `least` trackers name, of a side.

    Raises Refusal for a side nobody belongs to.
    """
    entries = [_entry(m) for m in known.registry.models if len(m.trackers) >= least and _fits(m, query)]
    if side is not None:
        entries = _of_side(entries, side)
    warnings = () if entries else (f"no model fits {query!r}",)
    return Listing(entries=tuple(entries), query=query, side=side, warnings=warnings)


def _fits(model: RegisteredModel, query: str | None) -> bool:
    if not query:
        return True
    part = query.casefold()
    return part in model.name.casefold() or any(part in name.casefold() for name in model.names)


def _of_side(entries: list[Entry], side: str) -> list[Entry]:
    """Those that belong to the side as the gap commands read it."""
    rows = [
        ScoredModel(
            name=str(at), level=0.0, date=e.date or dt.date.min, countries=e.countries,
            organisations=e.makers, openness=e.openness,
        )
        for at, e in enumerate(entries)
    ]  # fmt: skip
    if not rows:
        raise Refusal("the registry", f"nobody belongs to the side {side[:60]!r}", "ask for other models")
    nowhere = Vintage(file="the registry", sha256="", date=None)
    table = ScoreTable(
        measure="registry", unit="", source="registry", vintage=nowhere, models=tuple(rows)
    )  # fmt: skip
    found = resolve(side, table)
    return [entries[int(row.name)] for row in rows if found.holds(row)]


def _entry(model: RegisteredModel) -> Entry:
    return Entry(
        model=model, date=_date(model), makers=_first(model, "organisation"),
        countries=_first(model, "country"), openness=next(iter(_first(model, "openness")), None),
        parameters=_number(model, "parameters"), context=_number(model, "context"),
    )  # fmt: skip


def _date(model: RegisteredModel) -> dt.date | None:
    """The earliest day of any version, from the tracker that is shown first among those that give one."""
    days: dict[str, list[dt.date]] = {}
    for mention in model.mentions:
        for fact in mention.facts:
            if fact.field == "date" and fact.kind != "first seen" and isinstance(fact.value, dt.date):
                days.setdefault(mention.tracker, []).append(fact.value)
    return next((min(days[t]) for t in TRACKERS if t in days), None)


def _first(model: RegisteredModel, topic: Topic) -> tuple[str, ...]:
    """What the tracker that is shown first says of any version."""
    for mention in model.mentions:
        for fact in mention.facts:
            if fact.field == topic:
                return fact.value if isinstance(fact.value, tuple) else (str(fact.value),)
    return ()


def _number(model: RegisteredModel, topic: Topic) -> float | None:
    found = [
        o.value
        for trackers in opinions(model, topic).values()
        for every in trackers.values()
        for o in every
        if isinstance(o.value, float)
    ]
    return max(found, default=None)
