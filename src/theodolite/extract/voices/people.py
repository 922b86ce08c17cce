"""The people of a document, known by what is said of them, whether a vocabulary lists them or not."""

from __future__ import annotations

import re
from functools import cached_property

from theodolite.extract.reading import Reading
from theodolite.extract.voices import reporting
from theodolite.extract.voices.speaker_words import BODY_BESIDE, BODY_NAME, ONE_PERSON
from theodolite.extract.voices.turns import UP

_PART = rf"[{UP}][\w'’]*(?:-[\w'’]+)*"
_FULL = re.compile(
    rf"(?<![\w.-])(?P<name>{_PART}(?: (?:[{UP}]\.|(?:al|el)-{_PART}|{_PART}|de|van|von|bin|der|dos|da))"
    r"{0,4})"
)
_WORD = re.compile(rf"(?<![\w.-]){_PART}")
_SPEAKS = re.compile(
    rf"(?<![\w.-])(?P<name>{_PART})\s(?:also\s|has\s|had\s|then\s|himself\s|herself\s)?(?:says|said|"
    r"argues|argued|writes|wrote|told|tells|warns|warned|adds|added|notes|noted|thinks|thought|believes|disputes|"
    r"insists|insisted|recalls|recalled|concedes|conceded|asks|asked|laughs|laughed|smiles|smiled|shrugs|nods)\b"
)
_POST = (
    r"(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Sir|Dame|Lord|Lady|Sen|Senator|Rep|Representative|Minister|President|"
    r"Ambassador|Commissioner|Secretary|Governor|Chancellor|Judge|Justice|Colonel|General|Col|Gen|"
    r"vice-president|vice-chair|founders?|spokes\w+|delegate|governor|lawyer|banker|novelist|historian|"
    r"sociologist|economist|engineer|teacher|farmer|nurse|poet|partner|colleague|friend|guest|host|"
    + "|".join(sorted(ONE_PERSON, key=len, reverse=True))
    + r")"
)
_BEFORE = re.compile(rf"(?:\b{_POST}\b\.?,?\s|(?:\A|\n)[ \t]*(?:by|By|BY|with|With)\s|\bI(?:['’]m| am)\s)\Z")
_AT_WORK = re.compile(r"['’]s\s\Z")
_DOES = re.compile(r"\s(?:is|was)\s[a-z]+ing\b|\s(?:says|said|tells|told|walks|takes)\b")
_AFTER = re.compile(
    r"\son\sstage\b|,\s(?:the|a|an|who|whose|then|now|formerly|once|aged|\d\d\b|head|chief|director|professor|founder|"
    r"co-founder|chair|president|minister|CEO|deputy|managing|senior|vice|general|executive|author|partner)\b"
    r"|\s(?:is|was|walks|came|comes|takes|took|stood|sat|joined|joins|left)\s(?:on stage|at the|back|up|out|"
    r"on)\b"
)
_NOT_FIRST = frozenset(
    (
        "The", "This", "That", "In", "On", "At", "By", "For", "From", "But", "And", "Yet", "As", "If", "When",
        "While", "After", "Before", "With", "To", "Of", "New", "South", "North", "East", "West", "Saint",
        "San",         "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
        "Saturday", "Sunday",
    )
)  # fmt: skip
_ONE = re.compile(
    rf"\b(?:{_POST}|man|woman|reader|guy|delegate|recruiter|student|insider|source|person)\b", re.I
)
_WHO = (
    r"(?P<who>(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)\s(?:[\w'’-]+\s){0,3}?"
    rf"(?:{_POST}|man|woman|reader|guy|delegate|recruiter|barista|driver|student|postdoc|supplier|buyer)\b"
    r"(?:\s(?:of|for|at|from|with|on)\s(?:the\s|an?\s)?[\w&.'’-]+(?:\s[A-Z][\w&.'’-]*){0,3})?)"
)
_OPENS_BY_POST = re.compile(r"(?=An?\s|One\s|Another\s)" + _WHO)  # "the minister" has a name
_BY_POST = re.compile(
    r"(?:[.,;—–“\"]\s|\b(?:and|but|that|when|while|where|from|with|as|to|by|met|asked|\w+ed)\s)" + _WHO
)


class People:
    """Who the people of one document are."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.content = reading.content

    @cached_property
    def _full(self) -> dict[str, str]:
        """Each person's surname, and given name where it is nobody else's, with the name in full."""
        speak = {match["name"] for match in _SPEAKS.finditer(self.content)}
        found: dict[str, str] = {}
        for match in _FULL.finditer(self.content):
            words = match["name"].split()
            start = match.start()
            while words and (
                words[0] in reporting.ROLES or words[0] in _NOT_FIRST or words[0].endswith(("'s", "’s"))
            ):
                start += len(words.pop(0)) + 1
            end = start + len(" ".join(words))
            if (
                not 2 <= len(words) <= 4
                or words[-1].islower()
                or words[-1] in found
                or self._is_other(start, end)
            ):
                continue
            if (
                words[-1] in speak
                or _BEFORE.search(self.content, max(0, start - 30), start)
                or _AFTER.match(self.content, end, end + 40)
                or (
                    _AT_WORK.search(self.content, start - 3, start)
                    and _DOES.match(self.content, end, end + 20)
                )
            ):
                full = " ".join(words)
                found[words[-1]] = full
                found.setdefault(words[0], full)
        return found

    def _is_other(self, start: int, end: int) -> bool:
        """Whether a name is an organisation's, a country's or a model's."""
        if BODY_NAME.search(self.content, start, end) or BODY_BESIDE.match(self.content, end, end + 90):
            return True
        near = self.reading.mentions_in(max(0, start - 30), end + 30)
        return any(m.kind != "person" and m.start < end and start < m.end for m in near)

    def full(self, name: str) -> str | None:
        """The full name of somebody whose surname or given name this is."""
        return self._full.get(name)

    def last_in(self, start: int, end: int) -> tuple[str, str] | None:
        """(full name, words used) of the last person named between two places."""
        for match in reversed(list(_WORD.finditer(self.content, start, end))):
            full = self._full.get(re.sub(r"['’]s?\Z", "", match.group()))
            if full and not self._is_other(*match.span()):
                return full, match.group()
        return None

    def is_one(self, words: str) -> bool:
        """Whether some words without a name are one person by post: "a delegate from Chad"."""
        return bool(_ONE.search(words))

    def by_post(self, start: int, end: int) -> str | None:
        """The first person between two places who is named by a post alone: "a delegate from Chad"."""
        match = _BY_POST.search(self.content, start, end)
        return " ".join(match["who"].split()) if match else None

    def opens_by_post(self, start: int, end: int) -> str | None:
        """The person by post alone with whom the words between two places open: somebody new."""
        match = _OPENS_BY_POST.match(self.content, start, end)
        return " ".join(match["who"].split()) if match else None
