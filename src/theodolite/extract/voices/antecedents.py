"""Whom a document means where it takes up who spoke: "he", "she", "they", "its", "the company"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from theodolite.extract.reading import Reading
from theodolite.extract.voices import reporting
from theodolite.extract.voices.attribution import Reported, lately
from theodolite.extract.voices.full_names import FullNames
from theodolite.extract.voices.speaker_words import BODY_NAME, WHO_BESIDE

_DATELINE = re.compile(r"[A-Z]{4,}(?: [A-Z]{2,})*")
_OBLIQUE = re.compile(r"\b(?:to|at|from|for|with|by|of|in|on|than|against)\s(?:the\s)?\Z")
_REACH = 6
"""Over how many sentences a pronoun reaches back."""


class SpeakerAntecedents(FullNames):
    """Names and pronouns of those who report in one document. `own` is the text's own speaker."""

    def __init__(self, reading: Reading, own: str | None) -> None:
        super().__init__(reading)
        self.own = own

    def possessor(self, word: str, number: int, before: Sequence[Reported]) -> tuple[str, str, bool] | None:
        """Whose view "his view", "their count" is: that of the last person, group or body that spoke."""
        pronoun = {"his": "he", "her": "she", "their": "they", "its": "it"}[word.lower()]
        return self._antecedent(pronoun, number, before)

    def maker_before(self, number: int, before: Sequence[Reported]) -> tuple[str, str, bool] | None:
        """Whose "the conclusion" is: of the last to speak, or of whom the sentence before is about."""
        if before and number - before[-1].sentence <= 1:
            return before[-1].name, before[-1].text, before[-1].body
        if not number:
            return None
        s = self.reading.sentences[number - 1]
        named = [m for m in self.reading.mentions_in(s.start, s.end) if m.kind in ("organisation", "person")]
        named += [m for m in self.reading.unknown_in(s.start, s.end) if m.start == s.start]
        first = min(named, key=lambda m: m.start, default=None)
        if first is None or first.start > s.start + 20 or _DATELINE.fullmatch(first.name):
            return None
        words = self.content[first.start : first.end]
        return self.fullest_known(first.name, words, first.kind == "person"), words, first.kind != "person"

    def _antecedent(
        self, word: str, number: int, before: Sequence[Reported] | None, *, far: bool = True
    ) -> tuple[str, str, bool] | None:
        """Who "he", "she", "they", "it" is: the last one who was reported, or the last person named, with
        `far` some sentences back."""
        singular = word in ("he", "she")
        person = self._person_before(number) if singular else None
        if singular and (posted := self._posted_here(number)):
            return posted, word, False
        others = self._of_the_other_sex(word, number, before or ()) if singular else set()
        for earlier in lately(before, number, _REACH):
            if singular and (is_group(earlier.name) or not self._may_be_person(earlier.name)):
                continue  # a group or a firm is no "she"
            if earlier.name in others:
                continue
            if (
                word == "they"
                and not earlier.body
                and earlier.name[:1].islower()
                and not is_group(earlier.name)
            ):
                continue  # one person without a name is no "they"
            if (word in ("it", "the")) == earlier.body or word in ("they", "who"):
                if person and earlier.sentence < number - 1:
                    return person
                return earlier.name, word, earlier.body
        if not singular:
            return None
        if person or (person := self._opens_before(number, word)):
            return person
        return self._further_back(number, word) if far else None

    def _of_the_other_sex(self, word: str, number: int, before: Sequence[Reported]) -> set[str]:
        """Whom the text has called "he" where it now says "she", if somebody else can be meant."""
        near = [r for r in lately(before, number, _REACH) if self._may_be_person(r.name)]
        others = {r.name for r in near if r.text == {"he": "she", "she": "he"}[word]}
        return others if any(r.name not in others and not is_group(r.name) for r in near) else set()

    def _further_back(self, number: int, word: str) -> tuple[str, str, bool] | None:
        """Somebody by post right before, a person some sentences back, or whose speech is told of."""
        sentences = self.reading.sentences
        near = max(number - 2, 0)
        while sentences[near].paragraph != sentences[number].paragraph and near < number - 1:
            near += 1
        posted = self.people.by_post(sentences[near].start, sentences[number].end)
        if posted:
            return posted, word, False
        if self.reading.origin.speaker:
            return self.reading.origin.speaker, word, False
        found = self.people.last_in(sentences[max(0, number - _REACH)].start, sentences[number].start)
        return (found[0], word, False) if found else None

    def _posted_here(self, number: int) -> str | None:
        """Who opens a sentence by post alone, with nobody named in it: "A spokeswoman ..., she said"."""
        s = self.reading.sentences[number]
        posted = self.people.opens_by_post(s.start, min(s.end, s.start + 60))
        if posted is None:
            return None
        return None if self.people.last_in(s.start, s.end) else posted

    def _opens_before(self, number: int, word: str) -> tuple[str, str, bool] | None:
        """A full name that the sentence before opens with."""
        if not number:
            return None
        s = self.reading.sentences[number - 1]
        for m in self.reading.unknown_in(s.start, min(s.end, s.start + 60)):
            if m.start == s.start and 2 <= len(m.name.split()) <= 3 and not self._is_body(m.name, m.end):
                return m.name, word, False
        return None

    def _company_before(self, number: int, at: int) -> tuple[str, str, bool] | None:
        """ "The company": the last organisation named in the sentence or the one before."""
        first = self.reading.sentences[max(0, number - 1)].start
        named = [m for m in self.reading.mentions_in(first, at) if m.kind == "organisation"]
        named += [m for m in self.reading.unknown_in(first, at) if m.name in self._bodies]
        if not named:
            return None
        named.sort(key=lambda m: m.start)
        if self._house and all(_OBLIQUE.search(self.content, max(0, m.start - 12), m.start) for m in named):
            return self._house, self._house, True  # "samples went to Nvidia, the company says"
        here = [m for m in named if m.start >= self.reading.sentences[number].start]
        mention = (here or named[-1:])[0]
        words = self.content[mention.start : mention.end]
        return self.fullest_known(mention.name, words, False), words, True

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """The unlisted names that the text shows to be organisations': "Kiln, a start-up in Leeds"."""
        return frozenset(m.name for m in self.reading.unknown if self._is_body(m.name, m.end))

    @cached_property
    def _house(self) -> str | None:
        """The organisation that the title names and the text names most."""
        counts = Counter(m.name for m in self.reading.mentions if m.kind == "organisation")
        first = self.reading.sentences[0] if self.reading.sentences else None
        if first is None or first.kind != "heading" or not counts:
            return None
        titled = {m.name for m in self.reading.mentions_in(first.start, first.end)}
        name, often = counts.most_common(1)[0]
        return name if often >= 2 and name in titled else None

    def named_in(self, start: int, end: int) -> tuple[str, str] | None:
        """The last unlisted name of two words or more that is a person's by what stands beside it."""
        for m in reversed(self.reading.unknown_in(start, end)):
            if " " in m.name and self._acts(m.start, m.end) and not self._is_body(m.name, m.end):
                return self.fullest(m.name, m.start), m.name
        return None

    def _acts(self, start: int, end: int) -> bool:
        """Whether a name is a person's by what is said of it: "his rival Sun Bo of Vela disagrees"."""
        called = _HIS.search(self.content, max(0, start - 40), start)
        return bool(called or _ACTS.match(self.content, end, end + 60))

    def _person_before(self, number: int) -> tuple[str, str, bool] | None:
        """The last person named in a sentence or the one before it."""
        sentence = self.reading.sentences[number]
        start = self.reading.sentences[max(0, number - 1)].start
        people = [m for m in self.reading.mentions_in(start, sentence.end) if m.kind == "person"]
        titled = [
            m
            for m in self.reading.unknown_in(start, sentence.end)
            if not BODY_NAME.search(m.name)
            and (
                set(m.name.split()) & reporting.ROLES
                or (
                    (WHO_BESIDE.match(self.content, m.end, m.end + 12) or self._acts(m.start, m.end))
                    and not self._is_body(m.name, m.end)
                )
            )
            and " " in m.name
        ]
        for mention in sorted((*people, *titled), key=lambda m: m.start)[-1:]:
            words = [w for w in self.content[mention.start : mention.end].split() if w not in reporting.ROLES]
            if words:
                return self.fullest(" ".join(words), mention.start), " ".join(words), False
        found = self.people.last_in(start, sentence.end)
        return (*found, False) if found else None


_HIS = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|a|an)\s(?:[a-z]+,?\s){1,3}\Z|\b(?:investor|(?:co-)?founder|entrepreneur|analyst|"
    r"professor|economist|executive|minister|chief|head|director|scientist|researcher|engineer|chairman|chairwoman|"
    r"president|partner|lawyer|lawmaker|senator|author|writer|blogger|reporter|official|adviser|advisor)\s\Z"
)
_ACTS = re.compile(
    r"(?:\s(?:of|at|from)\s[A-Z]\w+)?\s(?:disagrees?|agrees?|differs?|objects?|dissents?|demurs?|doubts?|thinks?|"
    r"believes?|shrugs?|laughs?|smiles?|nods?|sighs?|worries|runs?|leads?|heads?|founded|teaches|works|spent|"
    r"delivered|gave|spoke|addressed|took|opened|has (?:run|led|spent|worked|taught|built))\b"
)


def is_group(name: str) -> bool:
    """Several people, named or not: "analysts", "U.S. officials", "many"."""
    last = name.split()[-1].lower() if name.split() else ""
    return (name[:1].islower() and (name.endswith("s") or name == "people")) or (
        last.endswith("s") and last in reporting.PEOPLE
    )
