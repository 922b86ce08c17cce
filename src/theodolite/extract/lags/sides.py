"""Who follows whom in a lag: from the syntax around its cue, else from the words nearest, else from
the document."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from theodolite.extract.field_order import OBSERVERS, in_order
from theodolite.extract.lags import cues, followers, parties
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.scene import Scene
from theodolite.extract.voices import reporting
from theodolite.extract.words import lexicon
from theodolite.extract.words.syntax import Parse

_RECENT = 24  # lags before a place that are looked back at: who is behind whom is said anew far sooner
_WIDEST = 80  # tokens under the head of a phrase that can still be the name of a side
_TRIED = 6  # prepositions behind a gap that are tried for its other side


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of a lag; either may be unknown."""

    follower: Referent | None
    leader: Referent | None


_BETWEEN = re.compile(r"\b(?:between|separat\w+|divid\w+)\s+(?P<both>[^;?!]{3,160})", re.I)
_AND = re.compile(r"\s+(?:and|from)\s+", re.I)
_WITH = re.compile(
    r"\b(?i:with|behind|to|over|on|versus|vs\.?|against|from|of)\s+(?=[A-Z]|the |its |their |"
    r"our |leading |top |"
    r"frontier |closed|open|proprietary|(?:it|them|us)\b)"
)
_REPORTS = (
    reporting.SAY
    | reporting.FIND
    | lexicon.words("sees see saw counts count counted gives give gave thinks measured measures identified")
)
_OTHER_BEFORE = re.compile(
    r"\b(?:in on|up with|up to|behind|ahead of|against|over|than|compared with|compared to|versus|"
    r"told|according to)"
    r"\s(?:the\s)?\Z",
    re.I,
)
_PLACE_OF = re.compile(
    r"(?:(?:that|those|the ones|what) (?:of|in|from|made by|made in)|where|what|those)\s+(?:the\s)?"
    r"(?=[A-Z]|mainland\s[A-Z]|(?:frontier|leading|closed|open|its|their|our)\b)",
)
_EMPTY = re.compile(
    r"\A(?:it|there|this|that|gap|lag|lead|difference|distance|estimates?|which|one|what)\Z", re.I
)


class SideFinder:
    """Finds the sides of lags in one sentence."""

    def __init__(self, scene: Scene, number: int) -> None:
        self.scene = scene
        self.number = number
        self.sentence = scene.reading.sentences[number]
        self.parse: Parse = scene.reading.parse(number)

    def subject_of(self, at: int, before: int | None = None) -> Referent | None:
        """The subject of the verb that governs what stands at `at`; what stands between that verb and
        `before` comes first ("puts China two years behind")."""
        token = self.parse.at(at)
        if token is None:
            return None
        verb = self.parse.verb_above(token)
        placed = self.parse.span(verb)[1]
        if before is not None and placed < before:
            between = [
                m
                for m in self.scene.reading.mentions_in(placed, before)
                if not (m.adjective and m.kind == "side")
            ]
            small = re.match(r"\s+(?:us|them|it)\b", self.scene.content[placed:before])
            if between:
                return from_mention(self.scene.content, between[-1])
            if small and (pronoun := self.parse.at(placed + 1)) is not None:
                return self.of(pronoun)
        if before is not None and (other := followers.elsewhere(self, verb, placed, at, before)) is not None:
            return other
        subject = self.parse.subject(verb)
        if subject is None or subject.i == token.i or _EMPTY.match(subject.text):
            return None
        found = self.of(subject)
        if found.kind == "person" or (
            verb.text.lower() in _REPORTS
            and subject.dep_ != "nsubjpass"
            and not re.search(
                r"(?i)\b(?:behind|lag|trail|ahead)",
                self.scene.content[self.parse.span(verb)[0] : self.parse.span(verb)[1] + 12],
            )
        ):
            return None  # who sees or counts a gap is not a side of it
        return found if found.name else None

    def of(self, token: Any) -> Referent:
        """The referent of a token's phrase; none of one that runs on and on."""
        if token.right_edge.i - token.left_edge.i > _WIDEST:
            place = self.parse.span(token)
            return Referent(None, token.text, None, *place)
        return self.scene.referents.of(self.parse, token, self.number)

    def last_name(self, before: int, adjectives: bool = True) -> Referent | None:
        """The last name that stands in the sentence before a place."""
        found = [
            m
            for m in self.scene.reading.mentions_in(self.sentence.start, before)
            if (adjectives or not (m.adjective and m.kind == "side")) and m.name not in OBSERVERS
        ]
        # What stands behind "closing in on", "ahead of" is rather the other side.
        own = [
            m for m in found if not _OTHER_BEFORE.search(self.scene.content[max(0, m.start - 24) : m.start])
        ]
        return (
            from_mention(self.scene.content, (own or found)[-1])
            if found
            else followers.unlisted(self, before)
        )

    def object_at(self, at: int) -> Referent | None:
        """The phrase that begins at `at` (after "behind", "ahead of", "over"); None where none does."""
        words = self.scene.content[at : self.sentence.end]
        lead = len(words) - len(words.lstrip())
        at += lead
        if at >= self.sentence.end or not re.match(r"[\w“\"'‘]", self.scene.content[at]):
            return None
        if re.match(
            r"(?:in|on|at|by|when|while|and|but|or|as|if|now|today|because|since|for|despite|with|"
            r"according|this|last|even|not|so|after|before|is|are|was|were)\b",
            words.lstrip(),
            re.I,
        ):
            return None
        if standing := _PLACE_OF.match(self.scene.content, at, self.sentence.end):
            at = standing.end()  # "ahead of that in China", "behind where OpenAI was"
        if (
            re.match(r"(?:us|them|it|him|her|we|they)\b", self.scene.content[at : at + 5], re.I)
            and (pronoun := self.parse.at(at)) is not None
        ):
            found = self.of(pronoun)
            return found if found.name else None
        if unlisted := followers.unlisted_at(self, at):
            return unlisted
        for mention in self.scene.reading.mentions_in(at, min(self.sentence.end, at + 90)):
            gap = self.scene.content[at : mention.start]
            if not re.search(
                r"[.;:,()]|\b(?:in|by|when|while|because|and|but|is|are|was|were|with|for|within|behind|"
                r"ahead|than|to|months?|years?|that|which|who)\b",
                gap,
            ):
                return from_mention(self.scene.content, mention)
        token = self.parse.object_from(at)
        if token is None or token.tag_.startswith(("RB", "VBZ", "VBD", "VBP", "MD", "IN", "CC", "TO", "W")):
            return None
        found = self.of(token)
        if (
            found.name is None
            or found.name.lower() in ("the", "a", "an")
            or cues.FRONTIER.search(found.text)
            or cues.THE_REST.search(found.text)
        ):
            return None
        if not re.search(r"[A-Za-z]", found.name) or found.name.lower() == "what":
            return None
        if found.kind == "unknown":
            name = re.split(r"\s(?:by|in|on|for|at|when|as|with)\s", found.name)[0]
            return Referent(
                name,
                found.text[: len(found.text) - len(found.name) + len(name)],
                None,
                found.start,
                found.end - len(found.name) + len(name),
            )
        return found

    def clause(self, at: int) -> tuple[int, int]:
        """The part of the sentence between semicolons that holds a place."""
        start = self.scene.content.rfind(";", self.sentence.start, at) + 1 or self.sentence.start
        end = self.scene.content.find(";", at, self.sentence.end)
        return start, end if end >= 0 else self.sentence.end

    def between(self, start: int, end: int) -> tuple[Referent, Referent] | None:
        """The two sides of "between A and B"."""
        for match in _BETWEEN.finditer(self.scene.content, start, end):
            both = match["both"]
            offset = match.start("both")
            for joint in _AND.finditer(both):
                first = parties.side_in(self, offset, offset + joint.start(), offset + joint.end())
                second = parties.side_in(self, offset + joint.end(), min(end, offset + joint.end() + 70))
                if first and second and first.name != second.name:
                    return first, second
        return None

    def pair(self, start: int, end: int) -> Sides | None:
        """The sides of a gap named with "between", in the order that the text or the field gives."""
        found = self.between(start, end)
        if found is None:
            return None
        first, second = found
        if not first.name and not second.name:
            return self.default_pair(start)
        if not second.name:
            # "between Chinese companies and their peers": the peers lead the side that is named, unless
            # it leads.
            if first.side == "United States" and "China" not in self.scene.content[start:end]:
                return Sides(self.default_other(first), first)
            return Sides(first, self.default_other(first))
        if not first.name:
            return Sides(second, self.default_other(second))
        if parties.FRONT in (first.kind, second.kind):
            return Sides(first, second) if second.kind == parties.FRONT else Sides(second, first)
        key_first = (
            first.name if first.name in ("open models", "closed models") else first.side or first.name or ""
        )
        key_second = (
            second.name
            if second.name in ("open models", "closed models")
            else second.side or second.name or ""
        )
        if key_first == key_second:
            return Sides(first, second)
        follower = self._behind_of(key_first, key_second)
        return Sides(first, second) if follower == key_first else Sides(second, first)

    def _behind_of(self, first: str, second: str) -> str:
        """Which of two sides trails: as said before in this document, else by the order of the field."""
        for _, follower, leader in self.recent():
            if leader and {follower.side, leader.side} == {first, second}:
                return follower.side or first
        if "open models" in (first, second):
            return in_order(first, second)[0]
        return self.scene.referents.order(first, second, self.sentence.end)[0]

    def default_other(self, known: Referent | None, ahead: bool = True) -> Referent | None:
        """The other side where the words leave it out: one that is `ahead` of the known one, or behind it."""
        if known is None or not known.name:
            return None
        if known.name in ("open models", "closed models"):
            other = "closed models" if known.name == "open models" else "open models"
            return Referent(other, "", None, known.start, known.start, "group")
        if known.kind in ("organisation", "model") and (rival := self._rival(known)):
            return rival
        side = self.scene.referents.other_side(known.side, self._here(known), ahead)
        return Referent(side, "", side, known.start, known.start, "side") if side else None

    def _here(self, known: Referent) -> int:
        """A place in this sentence: the known side's, or the sentence's end where that stands before."""
        return known.start if self.sentence.start <= known.start <= self.sentence.end else self.sentence.end

    def _rival(self, known: Referent) -> Referent | None:
        """Whom a company or a model was last held against."""
        for _, follower, leader in self.recent():
            if leader is not None and follower.name == known.name:
                return replace(leader, text="", start=known.start, end=known.start)
        return None

    def topic(self, sentences: int = 2) -> Sides | None:
        """The sides of the lag spoken of last, at most so many sentences before, none in between
        about others."""
        for place, follower, leader in self.recent(self.sentence.end):
            number = self.scene.reading.sentence_at(place)
            if number > self.number:
                continue
            if self.number - number > sentences:
                return None
            here = self.sentence.start
            return Sides(
                replace(follower, text="", start=here, end=here),
                replace(leader, text="", start=here, end=here) if leader else None,
            )
        return None

    def follower_of(self, at: int, before: int | None = None) -> Referent | None:
        """The subject of a verb of trailing. A pronoun goes on with the follower of the lag before, unless
        its own sentence names somebody else."""
        token = self.parse.at(at)
        subject = self.parse.subject(self.parse.verb_above(token)) if token is not None else None
        if subject is not None and subject.text.lower() in ("they", "it", "these", "those"):
            place = self.parse.span(subject)[0]
            known = self.topic()
            named = any(
                not (m.adjective and m.kind == "side")
                for m in self.scene.reading.mentions_in(self.sentence.start, place)
            )
            plural = subject.text.lower() != "it" and known and known.follower
            if (
                known
                and known.follower
                and (not named or (plural and known.follower.kind in ("group", "side")))
            ):
                return replace(
                    known.follower, text=subject.text, start=place, end=self.parse.span(subject)[1]
                )
        if subject is not None:
            other = followers.pointed(self, subject) or followers.people(self, subject)
            if other is not None:
                return other
        found = self.subject_of(at, before)
        if found is None and subject is not None and subject.text.lower() == "it":
            found = self.of(subject)
            return found if found.name and found.kind != "person" else None
        if found is None and subject is not None and subject.text.lower() in ("we", "i"):
            return followers.ourselves(self, self.parse.span(subject))
        return found

    def recent(self, before: int | None = None) -> list[tuple[int, Referent, Referent | None]]:
        """The lags read last, the last one first: of all the text so far, or of what is before a place."""
        pairs = self.scene.pairs
        last = len(pairs) if before is None else bisect_left(pairs, before, key=lambda p: p[0])
        return pairs[max(0, last - _RECENT) : last][::-1]

    def default_pair(self, near: int) -> Sides | None:
        """Both sides where the words name none ("the gap is six months")."""
        parts = self.scene.reading.parts
        earlier = [
            p
            for p in self.recent(near)
            if 0 < near - p[0] < 900 and p[2] is not None and parts.same(p[0], near)
        ]
        earlier = earlier or followers.always(self, near)
        if earlier:
            _, follower, leader = max(earlier, key=lambda p: p[0])
            return Sides(
                replace(follower, text="", start=near, end=near),
                replace(leader, text="", start=near, end=near) if leader else None,
            )
        found = self.scene.referents.pair(near)
        if found is None:
            return None
        behind, ahead = (Referent(name, "", name, near, near, "side") for name in found)
        return Sides(behind, ahead)

    def owner(self, start: int, end: int) -> Referent | None:
        """Whose gap or lead it is: a possessive or adjective right in front of the noun ("China's
        lag", "its lead")."""
        words = self.scene.content[start:end]
        mentions = [m for m in self.scene.reading.mentions_in(start, end)]
        for mention in reversed(mentions):
            after = self.scene.content[mention.end : mention.end + 2]
            adjacent = re.fullmatch(
                r"\s+(?:[A-Z]?[\w-]+\s+)?", self.scene.content[mention.end : end]
            ) and mention.kind in ("side", "organisation")
            if (
                after in ("'s", "’s")
                or after[:1] in ("'", "’")
                or mention.adjective
                or (
                    adjacent
                    and not re.search(
                        r"\b(?:sees?|saw|has|had|puts?|a|the|is|was|says?|said|holds?|with)\b",
                        self.scene.content[mention.end : end],
                    )
                )
            ):
                return from_mention(self.scene.content, mention)
        pronoun = re.search(r"\b(?:its|their|our|his|her)\b", words, re.I)
        if pronoun:
            token = self.parse.at(start + pronoun.start())
            if token is not None:
                found = self.of(token)
                return found if found.name else None
        return parties.possessor(self, start, end)

    def partner(self, start: int, end: int) -> Referent | None:
        """The other side after "with", "over", "behind", "to" behind a gap or lead."""
        for match in islice(_WITH.finditer(self.scene.content, start, end), _TRIED):
            if re.search(
                r"\b(?:according|due|thanks|owing|compared|relative)\s\Z",
                self.scene.content[start : match.start()],
                re.I,
            ):
                continue
            found = self.object_at(match.end()) or parties.front(self, match.end(), end)
            of = match.group().lower().startswith("of")
            if parties.is_somebody(self, found) and not (of and found and found.kind == "unknown"):
                return found
        return None
