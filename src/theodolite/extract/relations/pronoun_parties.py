"""Whom a pronoun in a tie stands for: never both of its parties, and a model or a house as the verb asks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from theodolite.extract.arguments import Arguments
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.relations.focus import house
from theodolite.extract.relations.lexicon import Sense
from theodolite.extract.words.predications import Predication

_FROM_MAKER = re.compile(
    r"\s(?:(?:made|built|developed|designed|supplied|trained|released|sold|published|rented|leased|bought)\s)?"
    r"(?:by|from)\s(?:the\s)?(?:(?!of\b)[a-z][\w-]+\s){0,3}(?:[A-Z]\w+['’]s\s)?"
)
_THE_HOUSE = re.compile(
    r"(?:the|this)\s(?:[\w-]+\s){0,2}(?:company|firm|start-?up|group|lab|chipmaker|maker|business)", re.I
)
_MAKERS = ("organisation", "unknown")
_LEAD_IN = 24  # characters before the subject of a sentence
_RIGHT_BEFORE = 12
_WHERE = ("in ", "at ", "om ")  # the end of "in", "at" and "from": a place is no party
_IT = ("it", "them", "its", "their", "itself")


class Pronouns:
    """The parties of one sentence that stand in for a name."""

    def __init__(self, arguments: Arguments) -> None:
        self.arguments = arguments
        self.content = arguments.content

    def fronted(self, p: Predication, token: Any) -> Any:
        """ "After it had released B, A grew": the subject of the clause that follows."""
        above = p.verb.head
        if p.verb.dep_ != "advcl" or p.verb.i > above.i or token.text.lower() not in ("it", "they"):
            return token
        subject = next((c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or subject.i < token.i or not subject.tag_.startswith("NNP"):
            return token
        return subject

    def _another(self, subject: Referent) -> Referent:
        """A pronoun is not what its own verb is done to: the house that the sentences before are about."""
        found = house(self.arguments.scene, self.arguments.sentence.start, (subject.name,))
        return replace(found, start=subject.start, end=subject.end) if found else subject

    def _made_before(self, sense: Sense, other: Referent) -> Referent:
        """ "A's chips, and B, which makes them": what is made is a model, not a house."""
        if sense.predicate != "develops" or other.text.lower() not in ("it", "them") or other.kind == "model":
            return other
        for mention in reversed(self.arguments.mentions):
            if mention.end <= other.start and mention.kind == "model":
                return replace(from_mention(self.content, mention), start=other.start, end=other.end)
        return other

    def _of_maker(self, sense: Sense, other: Referent) -> Referent:
        """ "A model from B", "coaters made by B": B is who is used or built on."""
        if other.kind != "thing" or sense.predicate not in ("uses", "built_on"):
            return other
        made = _FROM_MAKER.match(self.content, other.end, self.arguments.sentence.end)
        maker = self.arguments.mention_at(made.end()) if made else None
        if made is None or maker is None or maker.start != made.end() or maker.kind not in _MAKERS:
            return other
        return replace(from_mention(self.content, maker), start=other.start)

    def _goes_to(self, sense: Sense, subject: Referent, other: Referent) -> Referent:
        """What is bought or paid into is the house that the words before are about: "A owns 11% of it"."""
        if sense.predicate == "supplies" and other.kind == "thing":  # "chips for B's data centres"
            owner = self.arguments.mention_at(other.start)
            if owner and owner.kind in _MAKERS and self.content.startswith(("'s ", "’s "), owner.end):
                return replace(from_mention(self.content, owner), end=other.end)
        if other.text.lower() not in ("it", "them"):
            return other
        if sense.predicate == "restricts" and subject.kind == other.kind == "side":
            told = house(self.arguments.scene, self.arguments.sentence.start)
            return replace(told, start=other.start, end=other.end) if told else other
        if sense.predicate not in ("owns", "funds"):
            return other
        if other.name == subject.name:
            return other
        found = self._heads(subject) or house(self.arguments.scene, subject.start, (subject.name,))
        return replace(found, start=other.start, end=other.end) if found else other

    def _heads(self, subject: Referent) -> Referent | None:
        """A name that nobody listed, where its sentence begins with it: "B was sold to A, which owns it"."""
        for mention in self.arguments.unknown[:1]:
            near = mention.start - self.arguments.sentence.start < _LEAD_IN and mention.end < subject.start
            if near and mention.name != subject.name:
                return from_mention(self.content, mention)
        return None

    def _not_itself(self, subject: Referent, other: Referent) -> Referent:
        """A pronoun behind the verb is not who does it: "A, which owns half of it"."""
        if other.name != subject.name:
            return other
        if _THE_HOUSE.fullmatch(other.text):
            found = house(self.arguments.scene, other.start, (subject.name,))
            return replace(found, start=other.start, end=other.end) if found else other
        if other.text.lower() not in _IT:
            return other
        kinds = (subject.kind,) if subject.kind == "side" else ("organisation", "unknown")
        for mention in (*self.arguments.mentions, *self.arguments.unknown):
            if self.content.startswith(_WHERE, mention.start - 3):
                continue
            if mention.start > subject.start and 0 < other.start - mention.end < _RIGHT_BEFORE:
                continue  # "and in 2023 A bought it": who does it
            if mention.kind in kinds and mention.name != subject.name and mention.start < other.start:
                return replace(from_mention(self.content, mention), start=other.start, end=other.end)
        return other
