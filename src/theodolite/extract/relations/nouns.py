"""Ties that nouns of action state: "the use of Llama by A", "A's reliance on B", "A's development of B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theodolite.extract.arguments import Arguments
from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.lexicon import RULES_NOUNS
from theodolite.extract.relations.senses import VERBS
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon, predications
from theodolite.extract.words.lemmas import lemma
from theodolite.model.claim import Predicate


@dataclass(frozen=True, slots=True)
class Deed:
    """What a noun of action says: whose deed it is stands behind `by` or possessive, on whom behind `on`."""

    predicate: Predicate
    on: tuple[str, ...] = ("of",)
    by: tuple[str, ...] = ("by",)
    turned: bool = False
    from_subject: bool = False
    """Where nobody is named beside the noun it is the subject of the clause ("cut its dependence on A")."""
    begun: bool = False
    """The same, but only of verbs of beginning and going on ("A has begun development of B")."""


DEEDS: dict[str, Deed] = {
    **dict.fromkeys(
        lexicon.in_order("use usage adoption utilization utilisation deployment integration"), Deed("uses")
    ),
    **dict.fromkeys(
        lexicon.in_order("reliance dependence dependency overreliance"),
        Deed("uses", on=("on", "upon"), by=("by", "of"), from_subject=True),
    ),
    **dict.fromkeys(lexicon.in_order("acquisition purchase takeover buyout"), Deed("owns", begun=True)),
    **dict.fromkeys(
        lexicon.in_order("release launch unveiling rollout introduction creation debut availability"),
        Deed("develops", begun=True),
    ),
    **dict.fromkeys(
        lexicon.in_order("development production manufacture manufacturing design"),
        Deed("develops", on=("of", "for"), begun=True),
    ),
    **dict.fromkeys(
        lexicon.in_order("sale sales shipment shipments export exports delivery deliveries"),
        Deed("supplies", on=("to", "into")),
    ),
    **dict.fromkeys(
        lexicon.in_order("investment stake bet"), Deed("funds", on=("in", "into"), by=("by", "from", "of"))
    ),
    **dict.fromkeys(
        lexicon.in_order("partnership collaboration alliance"),
        Deed("partners_with", on=("with",), by=("of",)),
    ),
    **dict.fromkeys(lexicon.in_order("distillation copying cloning imitation"), Deed("built_on")),
}


_ASPECT = lexicon.words(
    """begin start continue complete finish resume announce accelerate undertake lead pursue ramp expand
    launch oversee kick close make agree seal finalise finalize"""
)


def find(arguments: Arguments) -> Iterator[Tie]:
    """The ties that nouns of action of one parsed sentence state."""
    for token in arguments.parse.tokens:
        if token.tag_.startswith("NN") and (deed := DEEDS.get(token.text.lower())):
            yield from _ties(arguments, token, deed)


def _ties(arguments: Arguments, token: Any, deed: Deed) -> Iterator[Tie]:
    objects = arguments.all(t for t in _far(token, deed.on) if not t.tag_.startswith("VB"))
    if not objects or _is_curbed(arguments, token):
        return
    for doer in _doers(arguments, token, deed):
        for other in objects:
            vague = other.kind == "thing" and doer.text.lower() in ("its", "their", "our")
            seller = deed.predicate != "supplies" or doer.kind in ("organisation", "unknown", "group")
            if seller and not vague and parties.fit(doer, deed.predicate, other):
                cue, end = arguments.parse.span(token)
                here = [
                    r for r in (doer, other) if arguments.sentence.start <= r.start < arguments.sentence.end
                ]
                yield Tie(
                    doer,
                    deed.predicate,
                    other,
                    min([cue, *(r.start for r in here)]),
                    max([end, *(r.end for r in here)]),
                    cue,
                )


def _is_curbed(arguments: Arguments, token: Any) -> bool:
    """ "To curb B's use of A" says nothing of what B uses."""
    above = token.head.head if token.dep_ == "pobj" else token.head
    if lemma(above) in RULES_NOUNS:
        return True  # "the ban on sales of A to B"
    if token.dep_ not in ("dobj", "nsubjpass"):
        return False
    sense = VERBS.get(lemma(arguments.parse.verb_above(token)))
    return sense is not None and sense.predicate == "restricts"


def _far(token: Any, words: tuple[str, ...]) -> tuple[Any, ...]:
    """What stands behind a preposition of the noun, or of what hangs on the noun ("use of A by B")."""
    found = predications.behind(token, *words)
    if not found:
        for inner in predications.behind(token):
            found = (*found, *predications.behind(inner, *words))
    return found


def _doers(arguments: Arguments, token: Any, deed: Deed) -> list[Referent]:
    owners = [c for c in token.children if c.dep_ == "poss"]
    if owners:
        return arguments.all(owners)
    if found := arguments.all(t for t in _far(token, deed.by) if not t.tag_.startswith("VB")):
        return found
    above = lemma(arguments.parse.verb_above(token))
    if not (deed.from_subject or (deed.begun and above in _ASPECT)):
        return []
    verb = arguments.parse.verb_above(token)
    subject = arguments.parse.subject(verb)
    if subject is not None and subject.i == token.i and verb.dep_ == "conj":
        subject = arguments.parse.subject(verb.head)  # "A is catching up, but dependence on B remains"
    return arguments.all([subject]) if subject is not None and subject.i != token.i else []
