"""What somebody is told, asked, forced or let to do: who would do it, and whether it is known to be done."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from theodolite.extract.words import lexicon as words
from theodolite.extract.words import predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication


def told_to(p: Predication) -> tuple[Any, ...] | None:
    """Who is told, made or let to do it ("A told B to stop"); none where nobody else is."""
    head = p.verb.head
    if p.verb.dep_ not in ("xcomp", "ccomp") or lemma(head) not in _MAKES_DO or head.i >= p.verb.i:
        return None
    if predications.is_passive(head) or any(c.dep_ in ("nsubj", "nsubjpass") for c in p.verb.children):
        return None
    objects = [c for c in head.children if c.dep_ in ("dobj", "dative") and c.i < p.verb.i]
    return tuple(t for c in objects for t in predications.members(c)) or None


def only_told(p: Predication) -> bool:
    """Whether it is what somebody is told, asked or forbidden to do, and so not known to be done."""
    verb = p.verb
    for _ in range(3):
        if verb.dep_ not in ("xcomp", "ccomp") or verb.head.i >= verb.i:
            return False
        bare = any(c.tag_ == "TO" for c in verb.children) or verb.tag_ == "VBG"
        if bare and lemma(verb.head) in _BIDS and _has_another(verb):
            return True
        if bare and lemma(verb.head) in _LETS and _is_denied(verb.head):
            return True
        verb = verb.head
    return False


def _is_denied(verb: Any) -> bool:
    """ "Is not allowed to", "is no longer allowed to"."""
    longer = any(c.text.lower() == "longer" for c in verb.children)
    return longer or predications.is_negated(verb)


def _has_another(verb: Any) -> bool:
    """Whether somebody else is told: "A wants to limit it" is A's own doing."""
    head = verb.head
    others = any(c.dep_ in ("dobj", "dative") and c.i < verb.i for c in head.children)
    return others or predications.is_passive(head) or any(c.dep_ == "nsubj" for c in verb.children)


_LETS = words.words("allow permit let authorise authorize license")
_BIDS = words.words(
    "tell order urge ask instruct direct advise request warn forbid pressure want encourage invite press beg "
    "demand"
)
_MAKES_DO = _BIDS | words.words(
    "force require allow permit enable let help persuade push expect convince lead"
)


def with_agents(p: Predication, agents: tuple[Any, ...]) -> Predication:
    """The same deed, done by others."""
    return replace(p, agents=agents)
