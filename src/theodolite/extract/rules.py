"""The registry: which rules find which kind of claim. A new kind or rule is a new file and a line here.

A rule is a function from a scene to drafts. Rules run in this order, so that a stretch of time that a lag has
used is not read as a quantity again. Kinds without rules are known, and nothing of them is emitted yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from theodolite.extract.lags import stretches as lag_stretches
from theodolite.extract.lags import trends as lag_trends
from theodolite.extract.quantities import figures as quantities
from theodolite.extract.scene import Draft
from theodolite.model.claim import Kind

Rule = Callable[[Any], Iterator[Draft]]
"""From a language's scene to drafts."""

RULES: dict[str, dict[Kind, tuple[Rule, ...]]] = {
    "en": {
        "lag": (lag_stretches.find, lag_trends.find),
        "quantity": (quantities.find,),
        "comparison": (),
        "relation": (),
        "event": (),
        "assessment": (),
    },
    "zh": {"lag": (), "quantity": (), "comparison": (), "relation": (), "event": (), "assessment": ()},
}
"""Language to kind to rules."""


def drafts(scene: Any, language: str) -> Iterator[Draft]:
    """The drafts of every rule of a language, kind by kind; none for a language without rules."""
    for rules in RULES.get(language, {}).values():
        for rule in rules:
            yield from rule(scene)
