"""Judgements by what becomes of a strength or a weakness: "A's lead is melting", "B's shortage eases"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theodolite.extract.assessments import acts, judgement
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import OTHER, Judgement
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.lexicon import words
from theodolite.extract.words.predications import Predication

_FALLING = words(
    """
    slip melt loosen erode shrink fade wane evaporate crumble narrow dwindle vanish disappear weaken slide
    ease diminish decline recede falter collapse dissolve end stall ebb drop fall lessen decrease waver
    """
)
_RISING = words(
    "grow widen deepen worsen increase rise strengthen intensify spread mount solidify harden last"
)
_GOOD = words(
    """
    lead edge advantage dominance supremacy grip monopoly leadership strength prowess momentum appeal clout
    influence popularity superiority stranglehold hold primacy reputation expertise competitiveness
    moat lustre luster pull
    """
)
_BAD = words(
    """
    shortage dependence dependency reliance weakness deficit bottleneck backlog crisis squeeze exodus
    constraint crunch scarcity vulnerability shortfall drain
    """
)


_MOVING, _MOVED = _FALLING | _RISING, _GOOD | _BAD


def of_act(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """What a verb says of a strength or weakness that is its subject."""
    if act.lemma not in _MOVING:
        return
    subject = parties.parse.subject(act.verb)
    if subject is None or lemma(subject) not in _MOVED or (act.patients and not act.passive):
        return
    who, shown = judgement.whose(parties, subject)
    if not who:
        return
    good = (lemma(subject) in _GOOD) == (act.lemma in _RISING)
    way: Direction = "strength" if good else "weakness"
    if judgement.is_denied(act.verb):
        way = OTHER[way]
    start, end = acts.hull(parties, act)
    on = parties.parse.phrase(subject)
    yield Judgement("waning", who, way, act.verb, min(start, on[0]), end, (on,), shown)


def is_told(noun: Any) -> bool:
    """Whether the fate of a strength is told by its verb, so that having it says nothing."""
    subject = noun.dep_ in ("nsubj", "nsubjpass")
    return subject and lemma(noun) in _MOVED and lemma(noun.head) in _FALLING
