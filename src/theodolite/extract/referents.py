"""Who or what a phrase stands for: names through the vocabulary, pronouns and "the company" in the
document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from theodolite.catalog import vocabulary
from theodolite.extract.field_order import CHIP_LEADERS, LEADERS, OBSERVERS, in_order, is_about_chips
from theodolite.extract.reading import Reading
from theodolite.extract.voices.spoken import Voices
from theodolite.extract.words import lexicon, names
from theodolite.extract.words.names import Mention
from theodolite.extract.words.syntax import Parse


@dataclass(frozen=True, slots=True)
class Referent:
    """`name` in canonical form, the `text` used, the `side` it belongs to; where the words stand."""

    name: str | None
    text: str
    side: str | None
    start: int
    end: int
    kind: str = "unknown"
    maker: str | None = None


_FIRST = lexicon.words("we us our ours ourselves i my me")
_SINGULAR = lexicon.words("it its itself he she his her him this that which")
_PLURAL = lexicon.words("they them their theirs themselves these those who both")
_PERSONS = lexicon.words("he she his her him")
_ARTICLE = re.compile(
    r"\A(?:the|a|an|this|that|these|those|its|their|our|some|many|most|all|both|such|any|each|"
    r"every|other)\s+",
    re.I,
)
_COUNTRY_WORDS = lexicon.words("country nation government mainland state economy authorities")
_COMPANY_WORDS = lexicon.words(
    "company firm startup start-up lab group giant maker developer chipmaker laboratory "
    "organisation organization business team unit bank"
)
_MODEL_WORDS = lexicon.words(
    "model chatbot system app assistant tool version release product bot chip phone service platform"
)
_THINGS = lexicon.words(
    "models copies systems chatbots chips companies firms labs startups developers versions "
    "products players contenders alternatives ones rivals tools apps researchers"
)


class Referents:
    """Resolves phrases of one document."""

    def __init__(self, reading: Reading, voices: Voices) -> None:
        self.reading = reading
        self.voices = voices
        self.content = reading.content

    def of(self, parse: Parse, token: Any, number: int) -> Referent:
        """What the noun phrase headed by `token` stands for. `name` is None where a pronoun stays open."""
        word = token.text.lower() if token.text != "US" else token.text
        start, end = parse.phrase(token)
        words = self.content[start:end]
        if word in _FIRST:
            return self._ourselves(words, start, end)
        if word in _SINGULAR or word in _PLURAL:
            found = self.antecedent(parse, token, number, plural=word in _PLURAL)
            return _as(found, words, start, end) if found else Referent(None, words, None, start, end)
        at = parse.span(token)[0]
        if mention := self._covering(start, end, at):
            return from_mention(self.content, mention)
        for child in token.children:
            if child.dep_ == "poss" and child.text.lower() in ("its", "their"):
                owner = self.antecedent(parse, child, number, plural=child.text.lower() == "their")
                if owner and owner.name:
                    return _as(owner, words, start, end)
        if word in _COMPANY_WORDS and (home := self._house(parse, token, number)):
            return Referent(home.name, words, home.side, start, end, "organisation")
        if word in _COMPANY_WORDS and (carried := self._definite(word, words, start)):
            return _as(carried, words, start, end)
        if mention := self._owner(parse, token, start, end):
            return self._owned(mention, token, words, start, end)
        if earlier := self._definite(token.text.lower(), words, start):
            return _as(earlier, words, start, end)
        return self._plain(words, start, end)

    def _house(self, parse: Parse, token: Any, number: int) -> Referent | None:
        """ "His company": the organisation of the person meant, by the vocabulary."""
        for child in token.children:
            if child.dep_ == "poss" and child.text.lower() in ("his", "her"):
                person = self.antecedent(parse, child, number, plural=False)
                if person and person.maker:
                    side = vocabulary.load().side_of(person.maker)
                    return Referent(
                        person.maker, person.maker, side, person.start, person.end, "organisation"
                    )
        return None

    def _covering(self, start: int, end: int, at: int) -> Mention | None:
        for mention in (*self.reading.mentions_in(start, end), *self._around(at)):
            if mention.start <= at < mention.end and not (mention.adjective and mention.kind == "side"):
                return mention
        return None

    def _around(self, at: int) -> tuple[Mention, ...]:
        return self.reading.mentions_in(max(0, at - 60), at + 60)

    def _owner(self, parse: Parse, token: Any, start: int, end: int) -> Mention | None:
        """The name inside a phrase that says whose or from where: "China's AI industry", "the Chinese
        sector"."""
        found = self.reading.mentions_in(start, end)
        for mention in found:
            after = self.content[mention.end : mention.end + 2]
            if after in ("'s", "’s") or after[:1] in "'’" or mention.adjective:
                return mention
        for child in token.children:
            if child.dep_ == "poss" and child.text.lower() in _FIRST:
                return (
                    Mention(*parse.span(child), side, "side", side)
                    if (side := self.voices.own_at(start)[1])
                    else None
                )
        return found[0] if found else None

    def _owned(self, mention: Mention, token: Any, words: str, start: int, end: int) -> Referent:
        word = token.text.lower()
        if (
            mention.kind == "model"
            and word in _THINGS
            and not mention.adjective
            and re.search(r"\bof\s+(?:[\w’']+\s)?\Z", self.content[start : mention.start])
        ):
            return self._plain(words, start, end)  # copies of Llama are not Llama
        side = mention.side or mention.name
        if mention.kind == "side" and word in _THINGS:
            return Referent(f"{names.demonym(side)} {token.text}", words, mention.side, start, end, "group")
        return Referent(mention.name, words, mention.side, start, end, mention.kind, mention.maker)

    def _ourselves(self, words: str, start: int, end: int) -> Referent:
        side = self.voices.side_of_we(start) or self.voices.own_at(start)[1]
        return Referent(side, words, side, start, end, "side")

    def _definite(self, word: str, words: str, at: int) -> Referent | None:
        """ "the country", "the company", "these copies": the last name of that kind."""
        if not re.match(r"(?i)(?:the|this|that|these|those|its|their|such)\s", words):
            return None
        kinds: tuple[str, ...]
        speaker, side = self.voices.own_at(at)
        if word in _COUNTRY_WORDS and speaker is not None and side:
            return Referent(
                side, words, side, at, at, "side"
            )  # in a speech "the government" is the speaker's
        if word in _COUNTRY_WORDS:
            kinds = ("side",)
        elif word in _COMPANY_WORDS:
            kinds = ("organisation",)
        elif word in _MODEL_WORDS:
            kinds = ("model",)
        elif word in _THINGS and re.match(r"(?i)(?:these|those|such|its|their|the)\s", words):
            return self._such(word, words, at)
        else:
            return None
        for mention in reversed(self.reading.mentions_in(max(0, at - 1200), at)):
            if mention.kind in kinds and not (mention.adjective and mention.kind != "side"):
                return from_mention(self.content, mention)
        return None

    def _such(self, word: str, words: str, at: int) -> Referent | None:
        """ "these copies" after "Chinese models": the national group they are."""
        if words.lower().split()[0] not in ("these", "those", "such", "their", "its"):
            return None
        for mention in reversed(self.reading.mentions_in(max(0, at - 600), at)):
            if mention.kind == "group":
                return from_mention(self.content, mention)
            if mention.kind == "side" and mention.side:
                return Referent(f"{names.demonym(mention.side)} {word}", words, mention.side, at, at, "group")
        return None

    def _plain(self, words: str, start: int, end: int) -> Referent:
        """The words as found, without article; a capitalised name without title."""
        plain = re.sub(r"\A[#>\s]+", "", words).replace("*", " ")
        shown = re.sub(r"['’]s?\Z", "", " ".join(_ARTICLE.sub("", plain).split()))
        if re.fullmatch(r"[A-Z][a-z]+", shown):
            for mention in self.reading.mentions:
                if mention.kind == "organisation" and self.content[mention.start : mention.end].endswith(
                    " " + shown
                ):
                    return _as(from_mention(self.content, mention), words, start, end)
        return Referent(shown or None, words, None, start, end)

    @cached_property
    def _houses(self) -> dict[str, set[str | None]]:
        """The organisations of the people whom the text names."""
        found: dict[str, set[str | None]] = {}
        for mention in self.reading.mentions:
            if mention.kind == "person":
                found.setdefault(mention.name, set()).add(mention.maker)
        return found

    def antecedent(self, parse: Parse, token: Any, number: int, plural: bool) -> Referent | None:
        """What a pronoun stands for: the subject that governs it, else the first name of the last
        sentences."""
        governing = parse.verb_above(token)
        for _ in range(6):
            subject = parse.subject(governing) if governing.tag_.startswith(("VB", "MD")) else None
            if (
                subject is not None
                and subject.i < token.i
                and subject.i != token.i
                and subject.text.lower() not in (_SINGULAR | _PLURAL)
            ):
                start, end = parse.phrase(subject)
                if not start <= parse.span(token)[0] < end:
                    found = self._named(parse, subject, number)
                    if found and (found.kind == "person") == (token.text.lower() in _PERSONS):
                        return found
            if governing.head.i == governing.i:
                break
            governing = parse.verb_above(governing.head)
        at = parse.span(token)[0]
        sentence = self.reading.sentences[number]
        word = token.text.lower()

        speaker = self.voices.at(at, at + 1).speaker
        home = self._houses.get(speaker, set()) if speaker else set()

        def fits(mention: Mention) -> bool:
            # "They" in somebody's mouth are not that somebody's own house.
            if plural and mention.kind == "model":
                return False
            aside = re.search(
                r"\b(?:without|unlike|than|against|by|via|using|from|told|(?:interview|talk|"
                r"conversation)\s(?:with|on)"
                r"(?:\s[\w.]+){0,3})\s+(?:the\s)?\Z",
                self.content[max(0, mention.start - 48) : mention.start],
                re.I,
            )
            return (
                _stands_alone(mention)
                and not aside
                and (mention.kind == "person") == (word in _PERSONS)
                and mention.name not in home
                and mention.name not in OBSERVERS
            )

        same = [m for m in self.reading.mentions_in(sentence.start, at) if fits(m)]
        if same:
            return from_mention(self.content, same[0])
        for mention in self.reading.unknown_in(sentence.start, at):
            owns = self.content[mention.end : mention.end + 2] in ("'s", "’s")
            if owns and word not in _PERSONS and mention.name != speaker:
                return from_mention(self.content, mention)
        for back in range(1, 4):
            if number - back < 0:
                break
            earlier = self.reading.sentences[number - back]
            found_names = [m for m in self.reading.mentions_in(earlier.start, earlier.end) if fits(m)]
            if found_names:
                return from_mention(self.content, found_names[0])
        return None

    def _named(self, parse: Parse, subject: Any, number: int) -> Referent | None:
        start, end = parse.phrase(subject)
        found = self.reading.mentions_in(start, end)
        at = parse.span(subject)[0]
        for mention in found:
            if mention.start <= at < mention.end:
                return from_mention(self.content, mention)
        return from_mention(self.content, found[0]) if found else None

    # --- sides that the words leave out

    @cached_property
    def _weights(self) -> Counter[str]:
        """How much the document speaks of each side; its companies and models count half."""
        found: Counter[str] = Counter()
        for m in self.reading.mentions:
            if m.side and m.kind != "person" and m.name not in OBSERVERS:
                found[m.side] += 2 if m.kind in ("side", "group") else 1
        if found["Europe"] and found["European Union"]:
            found["Europe"] += found.pop("European Union")
        return found

    @cached_property
    def main_sides(self) -> tuple[str, ...]:
        """The two sides that the document speaks of most, the first the more so."""
        return tuple(s for s, _ in self._weights.most_common(2))

    def other_side(self, side: str | None, near: int, ahead: bool = True) -> str | None:
        """The side that a statement about `side` is held against where the words leave it out: the one of
        the sentences before in the paragraph, else the other one of the two that the document is about."""
        for start, end in self._back(near):
            others = [s for s in self._sides_in(start, end) if s != side and self._fits(side, s, near, ahead)]
            if len(set(others)) == 1 or (others and set(others) & set(self.main_sides)):
                main = [s for s in others if s in self.main_sides]
                return (main or others)[-1]
        ranked = [s for s, _ in self._weights.most_common(4)]
        return next((s for s in ranked if s != side and self._fits(side, s, near, ahead)), None)

    def _fits(self, side: str | None, other: str, near: int, ahead: bool) -> bool:
        """Whether `other` may be left out as the one ahead of `side` (or behind it): nobody leaves out that a
        leader of the field trails some other."""
        if ahead and side in LEADERS and other not in (*LEADERS, *CHIP_LEADERS):
            return False
        if side is None or {side, other} == set(self.main_sides):
            first = "United States" in (side, other) or side is None
            return (
                not first
                or side in (None, "United States")
                or (other == "United States") == ahead
                or not ahead
            )
        follower, leader = self.order(side, other, near)
        return (leader == other) if ahead else (follower == other)

    def _back(self, near: int) -> Iterator[tuple[int, int]]:
        """The places of the sentence up to `near` and of the three before it, as far as the paragraph
        goes, and one beyond."""
        number = self.reading.sentence_at(near)
        paragraph = self.reading.sentences[number].paragraph
        for back in range(min(4, number + 1)):
            s = self.reading.sentences[number - back]
            if back > 1 and s.paragraph != paragraph:
                return
            yield s.start, s.end if back else near

    def _sides_in(self, start: int, end: int) -> list[str]:
        """The sides named between two places, but for places where something was said or happened."""
        found = []
        for m in self.reading.mentions_in(start, end):
            placed = re.search(
                r"\b(?:in|at|from)\s(?:the\s)?\Z", self.content[max(0, m.start - 10) : m.start]
            )
            side = m.side or m.name
            if m.kind in ("side", "group") and m.side and (not placed or side in self.main_sides):
                found.append(side)
        return found

    def pair(self, near: int) -> tuple[str, str] | None:
        """(follower, leader) of "the gap" with no sides: the last two that stand together, else the
        document's."""
        for start, end in self._back(near):
            sides = list(
                dict.fromkeys(
                    m.side or m.name
                    for m in self.reading.mentions_in(start, end)
                    if m.kind in ("side", "group") and (m.side or m.name) in LEADERS
                )
            )
            if len(sides) >= 2:
                return self.order(sides[0], sides[1], near)
        top = [s for s in self.main_sides if s in LEADERS]
        return self.order(top[0], top[1], near) if len(top) == 2 else None

    def order(self, first: str, second: str, near: int) -> tuple[str, str]:
        """(follower, leader) of two sides: as the field has them, in chips otherwise than in models."""
        return in_order(first, second, is_about_chips(self.content[max(0, near - 200) : near + 120]))


def _stands_alone(mention: Mention) -> bool:
    return mention.kind in ("organisation", "model", "group", "person") or (
        mention.kind == "side" and not mention.adjective
    )


def from_mention(content: str, mention: Mention) -> Referent:
    """The referent of a name."""
    return Referent(
        mention.name,
        content[mention.start : mention.end],
        mention.side,
        mention.start,
        mention.end,
        mention.kind,
        mention.maker,
    )


def _as(found: Referent, words: str, start: int, end: int) -> Referent:
    return Referent(found.name, words, found.side, start, end, found.kind, found.maker)
