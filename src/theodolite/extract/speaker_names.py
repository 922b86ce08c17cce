"""How a document names those who speak: in the fullest form it gives, groups as they are named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from theodolite.extract import reporting
from theodolite.extract.attribution import Reported
from theodolite.extract.reading import Reading
from theodolite.extract.syntax import Parse

_CAP = re.compile(r"[A-Z][\w.'’-]*\w|[A-Z]\.?")
_TRIM = re.compile(r"\A(?:the|a|an|its|their|his|her)\s+", re.I)
_NAME_TAIL = re.compile(r"['’]s?\Z")


class SpeakerNames:
    """Names of those who report in one document. `own` is the text's own speaker."""

    def __init__(self, reading: Reading, own: str | None) -> None:
        self.reading = reading
        self.content = reading.content
        self.own = own

    def of(
        self, parse: Parse, token: Any, number: int, before: Sequence[Reported] | None = None
    ) -> tuple[str, str, bool] | None:
        """(fullest name, words used, is a body) of a noun phrase that reports; None where it is nobody."""
        word = token.text.lower()
        if word in reporting.FIRST_PERSON:
            return None
        start, end = parse.phrase(token)
        start += len(self.content[start:end]) - len(self.content[start:end].lstrip("#*_ "))
        words = self.content[start:end]
        if word in reporting.PRONOUNS:
            return self._antecedent(word, number, before)
        if word in reporting.STUDY or (token.tag_.startswith("NN") and word.rstrip("s") in reporting.STUDY):
            return self._study(parse, token, number, before)
        known = self._known(parse, token, start, end)
        if known:
            return known
        proper = _proper(parse, token, self.content) or self._by_post(parse, token)
        if proper:
            return self.fullest(proper, start), proper, False
        if word in reporting.PEOPLE or (
            token.tag_ in ("NNS", "NN")
            and token.dep_ != "expl"
            and word.endswith(("ers", "ists", "ors", "ants"))
        ):
            shown = (
                " ".join(_TRIM.sub("", words).split()) if word not in ("one",) else " ".join(words.split())
            )
            if word in ("company", "startup", "firm", "lab", "government") and re.match(
                r"(?i)the |it\b", words
            ):
                carried = self._antecedent("it", number, before) or self._company_before(number, start)
                if carried:
                    return carried
            if not any(c.isupper() for c in shown[1:]):
                shown = shown[:1].lower() + shown[1:]
            return shown, words, False
        return None

    def _by_post(self, parse: Parse, token: Any) -> str | None:
        """The person whose post heads the phrase: "X founder, chairperson and CEO Zhao Hejuan"."""
        if token.text.lower() not in reporting.PEOPLE or token.tag_ == "NNS":
            return None
        for other in token.subtree:
            if other.dep_ in ("appos", "conj") and other.i > token.i and other.i - token.i < 12:
                proper = _proper(parse, other, self.content)
                if proper and " " in proper:
                    return proper
        return None

    def _known(self, parse: Parse, token: Any, start: int, end: int) -> tuple[str, str, bool] | None:
        """A name of the vocabulary that heads the phrase, in the fullest form that the document has."""
        at = parse.span(token)[0]
        for mention in self.reading.mentions_in(max(0, at - 60), at + 90):
            if mention.start <= at < mention.end and mention.kind in (
                "organisation",
                "person",
                "side",
                "group",
            ):
                words = self.content[mention.start : mention.end]
                if mention.kind in ("side", "group"):
                    return " ".join(words.split()), words, False
                return (
                    self.fullest_known(mention.name, words, mention.kind == "person"),
                    words,
                    mention.kind == "organisation",
                )
        return None

    def _study(
        self, parse: Parse, token: Any, number: int, before: Sequence[Reported] | None
    ) -> tuple[str, str, bool] | None:
        """The organisation behind "a study by X", "X's survey", "the X report"; a bare "the report" is
        the last one."""
        s = self.reading.sentences[number]
        start, end = parse.phrase(token)
        by = re.compile(
            r"(?:\s(?!says?\b|said\b|found\b|finds?\b|shows?\b|showed\b|estimat|warn|puts?\b|not(?:es|"
            r"ed)\b|that\b|and\b|against\b)[\w-]+){0,4}?\s(?:by|from|of|at|released by|published by|"
            r"conducted by|compiled by|commissioned by)\s+(?:(?:the|a|an|researchers?|analysts?|"
            r"economists?|scientists?|at|of|in|from|U\.S\.|think tank|research firm|consultancy|"
            r"market research firm|data provider|data firm|investment bank|bank|consulting firm)\s+)*"
        )
        after = by.match(self.content, parse.span(token)[1], min(s.end, parse.span(token)[1] + 80))
        places = [(after.end(), after.end())] if after else []
        if places:
            named = self.at(places[0][0], s.end)
            if named:
                return named
        inside = [m for m in self.reading.mentions_in(start, end) if m.kind in ("organisation", "person")]
        if inside:
            words = self.content[inside[0].start : inside[0].end]
            return self.fullest_known(inside[0].name, words, inside[0].kind == "person"), words, True
        proper = [m for m in self.reading.unknown if start <= m.start and m.end <= end]
        if proper:
            name = _NAME_TAIL.sub("", proper[0].name)
            return name, name, True
        words = " ".join(self.content[start:end].split())
        if (
            re.match(r"(?i)(?:the|its|their|this|that|those|these)\b", words)
            or words.lower() == token.text.lower()
        ):
            for earlier in reversed(before or ()):
                if earlier.body and number - earlier.sentence <= 8:
                    return earlier.name, words, True
        return words[:1].lower() + words[1:], words, True

    def at(self, start: int, end: int) -> tuple[str, str, bool] | None:
        """The name that begins at a place."""
        for mention in self.reading.mentions_in(start, end):
            if mention.start - start <= 1 and mention.kind in ("organisation", "person", "side"):
                words = self.content[mention.start : mention.end]
                return self.fullest_known(mention.name, words, mention.kind == "person"), words, True
        match = re.compile(r"[A-Z][\w&.'’-]*(?:\s(?:of|for|and|the|on|&)?\s?[A-Z][\w&.'’-]*)*").match(
            self.content, start, end
        )
        if match:
            name = _NAME_TAIL.sub("", match.group().rstrip(".,"))
            return name, name, True
        return None

    def _antecedent(
        self, word: str, number: int, before: Sequence[Reported] | None
    ) -> tuple[str, str, bool] | None:
        """Who "he", "she", "they", "it" is: the last one who was reported."""
        person = self._person_before(number) if word in ("he", "she") else None
        for earlier in reversed(before or ()):
            if number - earlier.sentence > 6:
                break
            if (word in ("it", "the")) == earlier.body or word in ("they", "who"):
                if person and earlier.sentence < number - 1:
                    return person
                return earlier.name, word, earlier.body
        return person or ((self.own, word, False) if word in ("he", "she") and self.own else None)

    def _company_before(self, number: int, at: int) -> tuple[str, str, bool] | None:
        """ "The company": the last organisation named in the sentence or the one before."""
        first = self.reading.sentences[max(0, number - 1)].start
        named = [m for m in self.reading.mentions_in(first, at) if m.kind == "organisation"]
        if not named:
            return None
        here = [m for m in named if m.start >= self.reading.sentences[number].start]
        mention = (here or named[-1:])[0]
        words = self.content[mention.start : mention.end]
        return self.fullest_known(mention.name, words, False), words, True

    def _person_before(self, number: int) -> tuple[str, str, bool] | None:
        """The last person named in a sentence or the one before it."""
        sentence = self.reading.sentences[number]
        start = self.reading.sentences[max(0, number - 1)].start
        people = [m for m in self.reading.mentions_in(start, sentence.end) if m.kind == "person"]
        titled = [
            m
            for m in self.reading.unknown
            if start <= m.start < sentence.end and set(m.name.split()) & reporting.ROLES
        ]
        for mention in sorted((*people, *titled), key=lambda m: m.start)[-1:]:
            words = [w for w in self.content[mention.start : mention.end].split() if w not in reporting.ROLES]
            if words:
                return self.fullest(" ".join(words), mention.start), " ".join(words), False
        return None

    def fullest_known(self, name: str, words: str, person: bool) -> str:
        """The longest way in which the document writes a name of the vocabulary."""
        ways = [
            self.content[m.start : m.end]
            for m in self.reading.mentions
            if m.name == name and m.kind in ("organisation", "person")
        ]
        longest = max((*ways, words), key=len)
        if person and " " not in longest:
            return self.fullest(longest, 0)
        return name if not person and name in ways else longest

    def fullest(self, name: str, at: int) -> str:
        """The fullest form in which the document gives a person's name: "Ma" is "Rui Ma"."""
        if " " in name:
            return name
        candidates = self._full_names.get(name, ())
        earlier = [full for start, full in candidates if start <= at]
        return earlier[-1] if earlier else (candidates[0][1] if candidates else name)

    @cached_property
    def _full_names(self) -> dict[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = {}
        people = [m for m in self.reading.mentions if m.kind == "person"]
        for mention in sorted((*self.reading.unknown, *people), key=lambda m: m.start):
            for name in re.split(r"\s(?:and|&)\s", self.content[mention.start : mention.end]):
                words = [w for w in name.split() if w not in reporting.ROLES]
                if 2 <= len(words) <= 4 and all(_CAP.fullmatch(w) or w.islower() for w in words):
                    for key in {words[0], words[-1]}:
                        found.setdefault(key, []).append((mention.start, " ".join(words)))
        return found


def _proper(parse: Parse, token: Any, content: str) -> str | None:
    """The capitalised name that ends at the head of a phrase, without titles: "Zhao Hejuan"."""
    words: list[str] = []
    i = token.i
    while i >= 0:
        word = parse.doc[i].text
        if not (word[:1].isupper() and word[:1].isalpha()) or (
            words and (word in reporting.ROLES or parse.doc[i].whitespace_ == "")
        ):
            break
        words.insert(0, word)
        i -= 1
    if not words or not token.tag_.startswith("NNP"):
        return None
    return (
        " ".join(words)
        if words[0] not in ("The", "This", "These", "Many", "Some")
        else " ".join(words[1:]) or None
    )
