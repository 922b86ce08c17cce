"""The report on where trackers disagree: topic by topic across trackers, and within one source over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theodolite.model.disagreement import (
    TOPICS,
    UNITS,
    Comparison,
    PairSummary,
    Redated,
    Stamped,
    Topic,
    plain,
)
from theodolite.model.errors import Refusal
from theodolite.resolve.registry.disagreements import Headline, comparisons, headline, pairs
from theodolite.resolve.registry.within import redated, stamped
from theodolite.survey.registry import Known, registry

SCHEMA_VERSION = "1"
_ABOUT: dict[Topic, str] = {
    "date": "three kinds of dates stand here: listed (Epoch index), published (Epoch models), released",
    "price": "prices are the maker's own on days near each other, three parts input to one of output",
    "openness": "a list of offers often marks what a seller hosts, not whether the weights can be downloaded",
}
PUBLISHERS = {
    "Epoch index": "Epoch AI", "Epoch models": "Epoch AI", "Epoch benchmarks": "Epoch AI",
    "models.dev": "models.dev", "LLM Stats": "LLM Stats", "LMArena": "LMArena", "LiteLLM": "LiteLLM",
    "GenAI Prices": "GenAI Prices",
}  # fmt: skip
"""Whose each tracker is: three of Epoch's are one publisher's opinion, its index before its other tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicReport:
    """One topic: how many model versions two trackers speak of, pair by pair, and those that differ."""

    topic: Topic
    compared: int
    publishers: Headline
    pairs: tuple[PairSummary, ...]
    differing: tuple[Comparison, ...]

    def to_json(self) -> dict[str, Any]:
        """JSON values only."""
        dates = self.topic == "date"
        names = ("within_0_days", "within_7_days", "within_30_days") if dates else ("agree",)
        shares = self.publishers.shares or (None,) * len(names)
        return {
            "field": self.topic, "unit": UNITS[self.topic], "compared": self.compared,
            "between_publishers": {
                "n": self.publishers.n, "shares": dict(zip(names, shares, strict=True)),
                "median": self.publishers.median,
            },
            "pairs": [p.to_json() for p in self.pairs], "differing": len(self.differing),
            "disagreements": [c.to_json() for c in self.differing],
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Every topic asked for; `redated` and `stamped` only where dates are."""

    models: int
    in_two: int
    names: int
    sources: tuple[tuple[str, str, str | None, str], ...]
    topics: tuple[TopicReport, ...]
    redated: tuple[Redated, ...]
    stamped: tuple[Stamped, ...]
    warnings: tuple[str, ...]
    refusals: tuple[Refusal, ...]

    def to_json(self) -> dict[str, Any]:
        """JSON values only."""
        return {
            "schema_version": SCHEMA_VERSION, "models": self.models, "in_two_trackers": self.in_two,
            "names": self.names,
            "sources": [
                {"source": s, "file": f, "vintage": d, "sha256": h} for s, f, d, h in self.sources
            ],
            "fields": [t.to_json() for t in self.topics],
            "re_dated": [r.to_json() for r in self.redated],
            "names_under_another_day": [s.to_json() for s in self.stamped],
            "warnings": list(self.warnings),
        }  # fmt: skip

    def flat(self) -> Iterator[dict[str, Any]]:
        """One row an opinion, for CSV."""
        for topic in self.topics:
            for c in topic.differing:
                for o in c.opinions:
                    value = plain(o.value)
                    yield {
                        "field": c.topic, "model": c.model, "version": c.version, "maker": c.maker,
                        "size": c.size, "unit": UNITS[c.topic], "tracker": o.tracker,
                        "value": "; ".join(value) if isinstance(value, list) else value,
                        "kind": o.kind, "name": o.name, "source": o.source, "file": o.vintage.file,
                        "line": o.line, "vintage": o.vintage.date,
                    }  # fmt: skip


def disagreements(
    place: Path | Sequence[Path] | None, topics: Sequence[Topic] = TOPICS, least: float = 0
) -> Report:
    """Compare what the trackers in a place say; without one, what was pulled of them.

    `least` leaves out of the lists what is no further apart (in each topic's unit); summaries count all.
    Raises Refusal where nothing in the place speaks of models.
    """
    return compared(registry(place), topics, least)


def compared(known: Known, topics: Sequence[Topic] = TOPICS, least: float = 0) -> Report:
    """The same of a registry that is made."""
    models = known.registry.models
    mentions = [m for model in models for m in model.mentions]
    made = []
    for topic in topics:
        found = comparisons(known.registry, topic)
        differing = tuple(c for c in found if not c.agree and c.size >= least)
        made.append(
            TopicReport(
                topic=topic, compared=len(found), publishers=headline(found, PUBLISHERS),
                pairs=pairs(found), differing=differing,
            )
        )  # fmt: skip
    about_dates = "date" in topics
    sources = {
        (m.source, m.vintage.file, m.vintage.date.isoformat() if m.vintage.date else None, m.vintage.sha256)
        for m in mentions
    }
    warnings = [*known.registry.warnings, *(_ABOUT[t] for t in topics if t in _ABOUT)]
    return Report(
        models=len(models), in_two=sum(len(m.trackers) > 1 for m in models),
        names=len(known.registry.by_name), sources=tuple(sorted(sources, key=str)), topics=tuple(made),
        redated=redated(mentions) if about_dates else (),
        stamped=stamped(mentions) if about_dates else (),
        warnings=tuple(warnings), refusals=known.refusals,
    )  # fmt: skip
