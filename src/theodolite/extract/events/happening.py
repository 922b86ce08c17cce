"""What happened, as a value, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass

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
