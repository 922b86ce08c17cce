"""What the words around a name say about it: whether it is meant, or only looks like it.

Evidence is looked for once along a text, not anew around each name, so that a text full of one doubtful word
costs no more than any other.
"""

from __future__ import annotations

import re
from functools import cache

from theodolite.catalog import vocabulary
from theodolite.catalog.vocabulary import Entry
from theodolite.extract.words import lexicon
from theodolite.extract.words.capitals import small

NEAR = 160
"""How far from a doubtful name its evidence may stand, in code points."""
_AHEAD = 4096  # how far a search runs on at a time
SURNAME = re.compile(r"\s[A-Z][a-z]{2,}")
_FORENAME = re.compile(r"(?<![\w’'])(?P<word>[A-Z][a-z]+(?:-[A-Za-z]+)?)\s(?:[A-Z]\.\s)?\Z")
_NOT_FORENAMES = lexicon.words(
    """President Chairman Chairwoman Chancellor Premier Minister Secretary Senator Representative Chief
    Director Professor Governor Commissioner Ambassador Spokesman Spokeswoman Spokesperson Dr Mr Mrs Ms
    Founder Boss And But When While As If For In At Yet So Then That Both Like With After Before Where
    Because Since Though Although However Later Today Yesterday The This That These Those It He She They
    We I Also Even Only Just Still Now Meanwhile Instead Until Unless Once Why How Who What Which Does
    Did Can Could Will Would Should Has Have Had Is Was Are Were Let Say Says Said Under From With
    Without By To Of On Over About Against Among Between Like Unlike Because Despite Candidate Nominee
    Lawmaker Congressman Congresswoman Billionaire Entrepreneur Investor Engineer Scientist Researcher
    Author Analyst Economist General Sir Lady Lord Prince King Queen Pope Justice Judge Mayor Republican
    Democrat Republicans Democrats Team Former Rival Asked Told Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday January February March April May June July August September October November
    December Chinese American European French British German Indian Japanese Western China America
    Europe Washington Beijing Nvidia Meta Google Microsoft Alibaba Tesla Anthropic Huawei Baidu"""
)


_INSIDE = re.compile(r"[a-z0-9][,;:)]?\s(?:[(“\"‘'])?\Z")
_NEXT_CAPITAL = re.compile(r"\s[A-Z]")
_FIELD = lexicon.words(
    """ai chatbot chatbots algorithm algorithms model models training trained benchmark benchmarks weights
    inference compute computing chip chips chipmaker chipmakers accelerator accelerators processor
    processors start-up start-ups startup startups developer developers prompt prompts token tokens
    parameter parameters open-source open-weight licence license datacentre datacentres researchers
    engineers laboratory laboratories software hardware coding cloud lab labs"""
)
_OF_THE_FIELD = 4
"""How many different words of the field make a text one of it."""


def is_inside(text: str, at: int, end: int) -> bool:
    """Whether a capital at a place is a name's: it begins no sentence, and is part of no longer name."""
    return bool(_INSIDE.search(text, max(0, at - 4), at)) and not _NEXT_CAPITAL.match(text, end)


def is_of_the_field(text: str) -> bool:
    """Whether a text is about AI, by how many different words of the field it has."""
    return len(small(text) & _FIELD) >= _OF_THE_FIELD


class Neighbourhood:
    """The evidence in one text, asked for from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[re.Pattern[str], tuple[int, int, re.Match[str] | None]] = {}

    def proves(self, entry: Entry, at: int, end: int) -> bool:
        """Whether a word that the name needs, or its owner, stands near `at` to `end`."""
        words, owner = evidence(entry.name)
        return self._near(words, at, end) or (owner is not None and self._near(owner, at, end))

    def has_owner(self, entry: Entry, at: int, end: int) -> bool:
        """Whether the owner of the name stands near it."""
        owner = evidence(entry.name)[1]
        return owner is not None and self._near(owner, at, end)

    def _near(self, pattern: re.Pattern[str], at: int, end: int) -> bool:
        low, high = max(0, at - NEAR), min(len(self._text), end + NEAR)
        match = self._first(pattern, low, high)
        if match and match.start() < end and match.end() > at:  # the name is no evidence for itself
            match = pattern.search(self._text, end, high)
        return match is not None and match.end() <= high

    def _first(self, pattern: re.Pattern[str], low: int, high: int) -> re.Match[str] | None:
        """The first match at or behind `low`, as far as `high` is searched."""
        since, until, match = self._next.get(pattern, (0, -1, None))
        if since <= low and (match.start() >= low if match else until >= high):
            return match
        until = min(len(self._text), high + _AHEAD)
        match = pattern.search(self._text, low, until)
        self._next[pattern] = (low, until, match)
        return match


def is_namesake(text: str, at: int, end: int) -> bool:
    """A surname with another forename: "Linda Huang", "Huang Renxun"."""
    before = _FORENAME.search(text[max(0, at - 24) : at])
    return bool(SURNAME.match(text, end) or (before and before["word"] not in _NOT_FORENAMES))


def has_other_forename(text: str, at: int, entry: Entry) -> bool:
    """Whether a capitalised word before a surname is a forename, and none of this person's."""
    before = _FORENAME.search(text[max(0, at - 24) : at])
    if not before or before["word"] in _NOT_FORENAMES:
        return False
    return before["word"] not in " ".join((entry.name, *entry.aliases)).split()


def is_unmade(text: str, at: int, end: int, stop: int, entry: Entry) -> bool:
    """Whether a word right beside the name, or behind its version, takes its meaning away."""
    before, after = _unless(entry.name)
    return bool(
        after.match(text, end)
        or (stop != end and after.match(text, stop))
        or before.search(text[max(0, at - 24) : at])
    )


@cache
def _unless(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What takes the meaning of a name away: in front of it, and behind it."""
    words = "|".join(map(re.escape, vocabulary.load().entries[name].unless))
    return re.compile(rf"(?<!\w)(?:{words})[\s-]\Z"), re.compile(rf"(?:[\s-]|['’]s?\s)(?:{words})(?!\w)")


@cache
def evidence(name: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """What makes a name sure: the words it needs (of the field, where it lists none), and its owner."""
    entries = vocabulary.load().entries
    entry = entries[name]
    owner = entries.get(entry.maker or entry.organisation or "")
    ways = {w for w in (owner.name, *owner.aliases) if len(w) > 1} if owner else set()
    words = _any_of(entry.needs) if entry.needs else vocabulary.load().field
    return words, _any_of(tuple(ways)) if ways else None


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)")
