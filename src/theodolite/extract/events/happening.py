"""What happened, as a value, and what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from theodolite.extract import dimensions
from theodolite.extract.events import happenings
from theodolite.extract.referents import Referent
from theodolite.extract.words.predications import Predication
from theodolite.model.claim import Dimension


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened: `action` is the verb in the past, at `cue` to `cue_end`."""

    subject: Referent
    action: str
    object: Referent | None
    cue: int
    cue_end: int
    dimension: Dimension | None
    forecast: bool = False
    """Whether it is still to come."""
    told: bool = False
    """Whether `cue` is a verb of telling, so that it is the teller's own words that are not meant."""


def dimension(p: Predication | None, subject: Referent, target: Referent | None) -> Dimension | None:
    """What a happening is about: by its things, else by its verb."""
    words = f"{target.name if target else ''} {subject.name if subject.kind != 'organisation' else ''}"
    if subject.kind == "model" or (target is not None and target.kind == "model"):
        return "compute" if dimensions.of(words) == "compute" else "capability"
    usual = next((d for d, verbs in happenings.DIMENSIONS.items() if p and p.lemma in verbs), None)
    return dimensions.of(words, default=usual or ("policy" if subject.kind == "side" else "capability"))


def past(verb: Any, p: Predication) -> str:
    """The action as a verb in the past, with its particle."""
    word = str(verb.text).lower() if verb.tag_ != "VBG" else regular(p.lemma)
    if verb.tag_ not in ("VBD", "VBN") or word in happenings.PAST.values():
        word = happenings.PAST.get(p.lemma, word)
    elif p.lemma in happenings.PAST and verb.tag_ == "VBN" and not p.passive:
        word = happenings.PAST[p.lemma]
    return f"{word} {p.particle}" if p.particle else word


def regular(plain: str) -> str:
    """The past of a regular verb: "launched", "banned"."""
    if plain.endswith("e"):
        return f"{plain}d"
    if plain.endswith("y") and plain[-2:-1] not in "aeou":
        return f"{plain[:-1]}ied"
    return f"{plain}{plain[-1]}ed" if _SHORT.fullmatch(plain) else f"{plain}ed"


_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")
