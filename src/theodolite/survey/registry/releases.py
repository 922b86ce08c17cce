"""What the registry knows of releases: a model's countries, makers and openness, and how many there were."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from theodolite.catalog import vocabulary
from theodolite.model.registry import RegisteredModel, Registry
from theodolite.model.scores import ScoredModel, ScoreTable, Vintage
from theodolite.survey.registry.date_bases import dates

_LANGUAGE = (
    "epoch/capabilities_index",
    "epoch/benchmark_runs",
    "lmarena",
    "models_dev/models",
    "llm_stats/models",
)
"""Beginnings of sources that list language models: others list every kind, or every seller's shelf."""


@lru_cache(maxsize=1)
def releases(registry: Registry) -> ScoreTable:
    """Language models by the day outsiders first had one of their versions; levels are 0 and say nothing.

    Counted are models that an index, a benchmark, a board or a list of language models names and dates.
    """
    first, announced = dates(registry, "first access"), dates(registry, "announced")
    rows = []
    for model in registry.models:
        if not any(m.source.startswith(_LANGUAGE) for m in model.mentions):
            continue
        days = [first[n] for n in model.names if n in first] or [
            announced[n] for n in model.names if n in announced
        ]
        if days:
            countries, makers, openness = describe(model)
            rows.append(
                ScoredModel(
                    name=model.name, level=0.0, date=min(days), countries=countries, organisations=makers,
                    openness=openness,
                )
            )  # fmt: skip
    return ScoreTable(
        measure="releases", unit="", source="registry", models=tuple(rows),
        vintage=Vintage(file="the registry", sha256="", date=None), date_basis="first access",
    )  # fmt: skip


def describe(model: RegisteredModel) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    """A model's countries, makers and openness: what its rows say, else the vocabulary of its maker."""
    found: dict[str, Counter[tuple[str, ...]]] = {
        "country": Counter(), "organisation": Counter(), "openness": Counter()
    }  # fmt: skip
    for mention in model.mentions:
        for fact in mention.facts:
            if fact.field in found:
                value = fact.value if isinstance(fact.value, tuple) else (str(fact.value),)
                found[fact.field][value] += 1
    side = vocabulary.load().side_of(model.maker)
    countries = _most(found["country"]) or ((side,) if side else ())
    makers = _most(found["organisation"]) or ((model.maker,) if model.maker else ())
    openness = _most(found["openness"])
    return countries, makers, openness[0] if openness else None


def _most(votes: Counter[tuple[str, ...]]) -> tuple[str, ...]:
    return max(votes, key=lambda v: (votes[v], v)) if votes else ()
