"""Who did it and to whom it was done, where a parser leaves it open."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from theodolite.extract.arguments import is_named
from theodolite.extract.events import stand_ins, worth
from theodolite.extract.events.dates import Occasion
from theodolite.extract.events.governors import Governors
from theodolite.extract.proper_names import unlisted
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import lexicon, predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication

_PERSON = re.compile(r"(?:(?:Dr|Prof|Mr|Ms|Mrs)\.?\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){1,2}")
_PEOPLE = lexicon.words(
    """engineers researchers scientists founders employees alumni graduates students veterans executives staff
    professors academics people brothers sisters friends entrepreneurs developers countries states companies
    firms members investors"""
)
_AT_HOUSE = re.compile(
    r"\s(?:at|from|of)\s(?:the\s)?(?P<name>[A-Z][\w’'-]*(?:\s(?:of\s)?[A-Z][\w’'-]*){0,4})"
)
_ACTORS = ("organisation", "model", "person", "unknown", "side", "group")
_TO_NAME = re.compile(r",?\s(?:the\s|its\s)?(?:[a-z][\w-]+\s){0,3}(?:[A-Z][\w.&-]*,?\s(?:and\s)?){0,4}")
_ARTICLE = re.compile(r"\s(?:the\s|its\s|an?\s)?")


class Doers(Governors):
    """The parties of the happenings of one parsed sentence."""

    def _with_agents(self, p: Predication, occasion: Occasion) -> Predication:
        """The name between a date and its verb, which parsers take for a part of the date:
        "in May Larch bought Elm"."""
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in p.verb.children):
            return p
        first = p.verb
        while first.i and self.parse.tokens[first.i - 1].tag_ in ("RB", "MD", "VBZ", "VBD", "VBP", "VBN"):
            first = self.parse.tokens[first.i - 1]
        if not first.i or self.parse.span(first)[0] < occasion.end:
            return p
        before = self.parse.tokens[first.i - 1]
        named = self.arguments.mention_at(self.parse.span(before)[0])
        if named is None or named.start < occasion.end or named.kind not in _ACTORS:
            return p
        between = self.content[occasion.end : named.start]
        if not _TO_NAME.fullmatch(between):
            return p
        return replace(p, patients=(before,)) if p.passive else replace(p, agents=(before,))

    def _right_behind(self, p: Predication) -> list[Referent]:
        """The name right behind a verb, where the parser misses the object: "dropped Larch 2"."""
        if p.passive or p.patients:
            return []
        end = self.parse.span(p.verb)[1]
        for mention in (*self.arguments.mentions, *self.arguments.unknown):
            if end < mention.start <= end + 5 and _ARTICLE.fullmatch(self.content[end : mention.start]):
                return [] if mention.adjective else [from_mention(self.content, mention)]
        return []

    def _before(self, p: Predication) -> list[Referent]:
        """ "It joined in 2021": the name that heads the sentence before, of which nothing shows the kind."""
        told = next((t for t in p.agents if t.text.lower() == "it"), None)
        if told is None or not p.patients or any(c.dep_ == "ccomp" for c in p.verb.children):
            return []
        found = stand_ins.head_before(self.arguments, *self.parse.span(told))
        return [found] if found is not None else []

    def _site(self, p: Predication, subject: Referent) -> Referent:
        """ "A plant near Larchville, which opens in May": the plant, not the place."""
        verb = p.verb
        for _ in range(3):  # "which is due to open"
            verb = verb.head if verb.dep_ in ("xcomp", "acomp", "ccomp") else verb
        place = verb.head
        above = place.head.head
        if verb.dep_ != "relcl" or place.dep_ != "pobj" or not above.tag_.startswith("NN"):
            return subject
        at = (
            place.head.text.lower() in ("near", "in", "outside", "at", "around")
            and lemma(above) in worth.PLANTS
        )
        start, end = self.parse.span(place)
        inside = subject.start <= start < subject.end or start <= subject.start < end
        return (self.arguments.of(above) or subject) if at and inside else subject

    def _of_house(self, subject: Referent) -> Referent:
        """ "Researchers from Stanford", with the house that tells who they are."""
        if subject.kind != "thing" or (subject.name or "").lower() not in worth.PEOPLE:
            return subject
        house = _AT_HOUSE.match(self.content, subject.end)
        if house is None or self.arguments.mention_at(house.start("name")) is None:
            return subject
        words = self.content[subject.start : house.end()]
        return replace(subject, name=words, text=words, end=house.end())

    def _owner(
        self, p: Predication, subject: Referent, target: Referent | None
    ) -> tuple[Referent, Referent | None]:
        """ "OpenAI's new system went on sale": OpenAI put it on sale."""
        if subject.kind != "thing" or target is not None:
            return subject, target
        for mention in self.arguments.mentions:
            if (
                mention.start >= subject.start
                and mention.end < subject.end
                and mention.kind == "organisation"
            ) and self.content[mention.end : mention.end + 2] in ("'s", "’s"):
                thing = re.sub(r"\A.*?['’]s\s", "", subject.name or "")
                return from_mention(self.content, mention), replace(subject, name=thing)
        return subject, target

    def _person(self, p: Predication) -> list[Referent]:
        """ "She joined in 2021": the person whom the sentence before is about, where nobody listed them."""
        told = next((t for t in p.agents if t.text.lower() in ("he", "she")), None)
        if told is None:
            return []
        start, end = self.parse.span(told)
        scene = self.arguments.scene
        first = scene.reading.sentences[max(0, self.arguments.number - 2)].start
        people = [m for m in unlisted(scene, first, start) if _PERSON.fullmatch(m.name)]
        return (
            [Referent(people[-1].name, self.content[start:end], None, start, end, "person")] if people else []
        )

    def _gathered(self, p: Predication, token: Any) -> Any:
        """The gathering, where the parser hangs "held" on what it is for: "a race for robots held here"."""
        above = token.head.head
        behind = token.dep_ == "pobj" and p.verb.dep_ == "acl" and p.lemma in ("hold", "host", "stage")
        return above if behind and lemma(above) in worth.GATHERINGS else token

    def _collected(self, token: Any) -> Any:
        inner = (
            predications.behind(token, "of")
            if lemma(token) in ("series", "version", "range", "iteration")
            else ()
        )
        return inner[0] if inner else token

    def _are_meant(self, p: Predication, agents: list[Referent]) -> bool:
        """Whether those who did it have names of their own, more than "two engineers of Larch"."""
        if any(t.text.lower() in _PEOPLE and t.tag_ == "NNS" for t in p.agents):
            return False
        return any(is_named(a) and a.kind != "group" for a in agents)

    def _made_so(self, p: Predication) -> Predication:
        """ "Made A free": A is what was made so."""
        if p.lemma not in ("make", "set", "declare", "leave", "render") or p.passive or p.patients:
            return p
        for child in p.verb.children:
            if child.dep_ == "ccomp" and child.tag_.startswith(("JJ", "VBN")):
                told = tuple(c for c in child.children if c.dep_ in ("nsubj", "nsubjpass"))
                if told:
                    return replace(
                        p, patients=predications.members(told[0]), particle=str(child.text).lower()
                    )
        return p
