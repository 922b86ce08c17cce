"""Kind against kind: "it is close to B", where B is a model, speaks of a model and not of its maker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import lexicon
from theodolite.extract.words.names import Mention

_BACK = 4  # sentences that are looked back for a model
_PRONOUNS = lexicon.words("it its itself this that")


def fitted(parties: Parties, subjects: list[Referent], objects: list[Referent]) -> list[Referent]:
    """The subjects, a pronoun taken for a house standing for its model where a model is on the other side."""
    if not objects or any(o.kind != "model" for o in objects):
        return subjects
    return [_model_for(parties, s, objects) if _is_pronoun(s) else s for s in subjects]


def _is_pronoun(found: Referent) -> bool:
    return found.kind == "organisation" and found.text.lower() in _PRONOUNS


def _model_for(parties: Parties, house: Referent, objects: list[Referent]) -> Referent:
    names = {o.name for o in objects}
    for mention in models_before(parties, house.start):
        if mention.name not in names and mention.maker in (house.name, None):
            made = from_mention(parties.scene.content, mention)
            return replace(made, text=house.text, start=house.start, end=house.end)
    return house


def models_before(parties: Parties, at: int) -> Iterator[Mention]:
    """The models of this sentence and the last ones before a place, the nearest first."""
    reading = parties.scene.reading
    first = parties.sentence
    for back in range(1, min(_BACK, parties.number) + 1):
        before = reading.sentences[parties.number - back]
        if not reading.parts.same(before.start, parties.sentence.start):
            break
        first = before
    for mention in reversed(reading.mentions_in(first.start, at)):
        if mention.kind == "model" and mention.name not in OBSERVERS:
            yield mention
