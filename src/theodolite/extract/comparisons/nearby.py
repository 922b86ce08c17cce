"""The names that stand near a place of a sentence, by the words alone."""

from __future__ import annotations

import re
from typing import Any

from theodolite.extract.comparisons import party_words
from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.scene import Scene
from theodolite.extract.words import names
from theodolite.extract.words.names import Mention
from theodolite.extract.words.syntax import Parse

_AND = re.compile(r"\s(?:and|or)\s(?:the\s)?")
_ONE = re.compile(r"\b(?:an?|another|its|their|our)\s(?:(?!(?:of|in|to|for|and)\b)[\w-]+,?\s){0,3}\Z", re.I)
_LOOK_BACK = 400
"""Characters in which "the two" were named: a bound for texts without full stops."""


class Nearby:
    """A parsed sentence with the names in and before it."""

    def __init__(self, scene: Scene, number: int, parse: Parse) -> None:
        self.scene = scene
        self.number = number
        self.parse = parse
        self.sentence = scene.reading.sentences[number]
        self.resolved: dict[int, Referent | None] = {}
        """Whom the phrases asked for so far name, by the place of their head among the tokens."""

    def words(self, start: int, end: int) -> str:
        """What stands between two places."""
        return self.scene.content[start:end]

    def subject_token(self, verb: Any) -> Any | None:
        """The subject of a verb, also where the parser hangs it on the auxiliary."""
        found = self.parse.subject(verb)
        if found is not None:
            return found
        for helper in verb.children:
            if helper.dep_ in ("aux", "auxpass") and helper.i < verb.i:
                for child in helper.children:
                    if child.dep_ in ("nsubj", "nsubjpass") and child.i < helper.i:
                        return child
        return None

    def shared(self, token: Any) -> list[Referent]:
        """ "American and Chinese models": a group for each adjective that shares the noun."""
        noun = token.text.lower()
        if noun not in party_words.PLURAL_THINGS:
            return []
        at = self.parse.span(token)[0]
        found = [
            m for m in self.scene.reading.mentions_in(max(self.sentence.start, at - 60), at + 1) if m.side
        ]
        near = [m for m in found if m.kind in ("side", "group")][-2:]
        if (
            len(near) < 2
            or near[0].kind != "side"
            or not _AND.fullmatch(self.words(near[0].end, near[1].start))
        ):
            return []
        if self.words(near[1].end, at).strip() and near[1].end <= at:
            return []
        words = self.words(near[0].start, at + len(noun))
        return [
            Referent(
                f"{names.demonym(m.side or m.name)} {noun}",
                words,
                m.side,
                near[0].start,
                at + len(noun),
                "group",
            )
            for m in near
        ]

    def last_two(self, at: int, back: int = 1) -> tuple[Mention, Mention] | None:
        """The two parties of one kind that this sentence or the ones before name; None where there are
        more."""
        reading = self.scene.reading
        for number in range(self.number, max(-1, self.number - back - 1), -1):
            sentence = reading.sentences[number]
            found: dict[str, Mention] = {}
            end = min(at, sentence.end)
            for mention in reading.mentions_in(max(sentence.start, end - _LOOK_BACK), end):
                if mention.kind in ("side", "group", "model", "organisation"):
                    found.setdefault(mention.name, mention)
            for kind in ("model", "organisation", "side", "group"):
                two = [m for m in found.values() if m.kind == kind]
                if len(two) == 2:
                    return two[0], two[1]
            if found:
                return None
        return None

    def one_of(self, mention: Mention) -> bool:
        """ "A releases an open model that ...": one model, which its maker brings, not open models."""
        if self.words(mention.end - 1, mention.end) == "s":
            return False
        before = self.words(max(self.sentence.start + 2, mention.start - 40), mention.start)
        return _ONE.search(before) is not None

    def listed(self, position: int) -> list[Referent]:
        """The names of a list that begins at a place, by the words alone: "OpenAI's ChatGPT, Claude and
        Gemini"."""
        found: list[Mention] = []
        at, owner = position, False
        for mention in self.scene.reading.mentions_in(position, self.sentence.end):
            between = self.words(at, mention.start)
            fits = (
                re.fullmatch(r"\s?(?:the\s)?", between)
                if not found or owner
                else party_words.NEXT.fullmatch(between)
            )
            if not fits or mention.kind == "person" or (mention.kind == "side" and mention.adjective):
                break
            made = between == " " and found[-1:] and found[-1].kind == "organisation"
            if owner or (made and mention.kind == "model"):
                found.pop()  # "NVIDIA H200" is one
            found.append(mention)
            owner = self.words(mention.end, mention.end + 3) in ("'s ", "’s ")
            at = mention.end + (2 if owner else 0)
        return [from_mention(self.scene.content, m) for m in found if m.name not in OBSERVERS]

    def pointed_to(self, pronoun: Any) -> list[Referent]:
        """What "this" or "that" takes up: the first name of the sentence before the pronoun, else of the
        one before."""
        at = self.parse.span(pronoun)[0]
        first = self.first_name()
        return first if first and first[0].end < at else self.topic_before()

    def close_before(self, at: int) -> list[Referent]:
        """The name a few words before a place, with nothing between that sets it apart."""
        found = self.last_before(at)
        if not found or not re.fullmatch(
            r"(?:['’]s)?(?:\s\([^)]{1,30}\))?\s(?:[\w’'-]+\s){0,4}", self.words(found[0].end, at)
        ):
            return []
        before = self.words(max(self.sentence.start, found[0].start - 12), found[0].start)
        if re.search(
            r"(?i)\b(?:of|in|by|with|than|to|from|for|against|on|like|over|at|as)\s(?:the\s)?\Z", before
        ):
            return []
        between = self.words(found[0].end, at)
        if re.search(
            r"\b(?:and|or|but|that|which|who|to|as|if|while|because)\b(?!\s(?:exhibit|be|have|perform|"
            r"show))",
            between,
        ):
            return []
        return found

    def topic_before(self) -> list[Referent]:
        """What the sentence before is about: its first name."""
        if self.number == 0:
            return []
        before = self.scene.reading.sentences[self.number - 1]
        for mention in self.scene.reading.mentions_in(before.start, before.end):
            if mention.kind == "person" or mention.name in OBSERVERS:
                continue
            if re.search(
                r"(?i)\b(?:according to|said|by|than|from)\s(?:the\s)?\Z",
                self.words(max(0, mention.start - 16), mention.start),
            ):
                continue
            return [from_mention(self.scene.content, mention)]
        return []

    def first_name(self) -> list[Referent]:
        """The first name of the sentence."""
        for mention in self.scene.reading.mentions_in(self.sentence.start, self.sentence.end):
            if mention.kind != "person" and mention.name not in OBSERVERS:
                return [from_mention(self.scene.content, mention)]
        return []

    def last_before(self, at: int, past_colon: bool = False) -> list[Referent]:
        """The last name of the clause before a place."""
        found = [
            m
            for m in self.scene.reading.mentions_in(max(self.sentence.start, at - 140), at)
            if not (m.adjective and m.kind == "side") and m.kind != "person" and m.name not in OBSERVERS
        ]
        if not found or re.search(r";" if past_colon else r"[;:]", self.words(found[-1].end, at)):
            return []
        return [from_mention(self.scene.content, found[-1])]
