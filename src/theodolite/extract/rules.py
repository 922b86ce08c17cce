"""The registry: which rules find which kind of claim. A new kind or rule is a new file and a line here.

A rule is a function from a scene to drafts. Rules run in this order, so that a stretch of time that a lag has
used is not read as a quantity again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from theodolite.extract.assessments import judgements as assessments
from theodolite.extract.chinese import assessments as zh_assessments
from theodolite.extract.chinese import comparisons as zh_comparisons
from theodolite.extract.chinese import events as zh_events
from theodolite.extract.chinese import lags as zh_lags
from theodolite.extract.chinese import quantities as zh_quantities
from theodolite.extract.chinese import relations as zh_relations
from theodolite.extract.comparisons import statements as comparisons
from theodolite.extract.events import find as events
from theodolite.extract.lags import stretches as lag_stretches
from theodolite.extract.lags import trends as lag_trends
from theodolite.extract.quantities import figures as quantities
from theodolite.extract.relations import find as relations
from theodolite.extract.scene import Draft, Scene
from theodolite.model.claim import Kind

Rule = Callable[[Any], Iterator[Draft]]
"""From a language's scene to drafts."""

RULES: dict[str, dict[Kind, tuple[Rule, ...]]] = {
    "en": {
        "lag": (lag_stretches.find, lag_trends.find),
        "quantity": (quantities.find,),
        "comparison": (comparisons.find,),
        "relation": (relations.find,),
        "event": (events.find,),
        "assessment": (assessments.find,),
    },
    "zh": {
        "lag": (zh_lags.find,),
        "comparison": (zh_comparisons.find,),
        "quantity": (zh_quantities.find,),
        "relation": (zh_relations.find,),
        "event": (zh_events.find,),
        "assessment": (zh_assessments.find,),
    },
}
"""Language to kind to rules."""


BUDGET = 800_000
"""Work spent on the drafts of one kind in one text, in characters looked at: some two thousand drafts in
sentences of ordinary length. What a text of a megabyte holds beyond is named as not read."""
_PER_DRAFT = 200  # characters that every draft costs, however short its sentence


def drafts(
    scene: Any, language: str, kind: Kind, unread: list[tuple[Kind, int]] | None = None
) -> Iterator[Draft]:
    """The drafts of every rule of a language for one kind; none for a language without rules.

    Kinds are asked for in the order of `RULES`. Where a text holds more of a kind than can be read, the kind
    goes into `unread` with the place it was left at.
    """
    left = BUDGET
    for rule in RULES.get(language, {}).get(kind, ()):
        name = rule.__module__.removeprefix("theodolite.extract.")
        for draft in rule(scene):
            left -= _PER_DRAFT + (
                scene.length(draft) if isinstance(scene, Scene) else draft.end - draft.start
            )
            if left < 0:
                if unread is not None:
                    unread.append((kind, draft.start))
                return
            draft.rule = draft.rule or name
            if isinstance(scene, Scene):
                scene.found.append(draft)
            yield draft
