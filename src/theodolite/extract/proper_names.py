"""Capitalised names as a sentence shows them, beside those of the vocabulary: which of them are names at all.

- `listed(scene, start, end)`: the vocabulary's names, each with the "AI" that belongs to it.
- `unlisted(scene, start, end)`: capitalised names that nobody listed, parted at posts.
- `is_capitalised_name(...)`, `may_be_name(mention)`, `with_number(...)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from weakref import WeakKeyDictionary

from theodolite.extract.scene import Scene
from theodolite.extract.words import capitals, lexicon, names
from theodolite.extract.words.names import Mention

_TITLE_WORDS = lexicon.words(
    """Commission Parliament Congress Council Senate Court Ministry Department Act Bill President
    Internet Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April
    May June July August September October November December Mr Mrs Ms Dr CEO CTO LLM LLMs GPU
    GPUs AGI VC VCs IPO GDP GenAI R&D PhD I English AIs API APIs"""
)


def listed(scene: Scene, start: int, end: int) -> tuple[Mention, ...]:
    """The names of the vocabulary between two places, each with the "AI" that belongs to it."""
    return tuple(
        replace(m, end=m.end + 3)
        if m.name.endswith(" AI") and scene.content.startswith(" AI", m.end) and m.end + 3 <= end
        else m
        for m in scene.reading.mentions_in(start, end)
    )


def unlisted(scene: Scene, start: int, end: int) -> tuple[Mention, ...]:
    """The capitalised names that nobody listed, parted where a post stands inside: "BARC CEO Ada Holt"."""
    known = _UNLISTED.setdefault(scene, {})
    if (start, end) not in known:
        known[start, end] = _unlisted(scene, start, end)
    return known[start, end]


_UNLISTED: WeakKeyDictionary[Scene, dict[tuple[int, int], tuple[Mention, ...]]] = WeakKeyDictionary()
"""What was found between two places: several kinds of claims ask the same."""


def _unlisted(scene: Scene, start: int, end: int) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for m in scene.reading.unknown_in(start, end):
        position = m.start
        for post in _POST.finditer(m.name):
            if post.start() > position - m.start:
                found.append(
                    replace(
                        m,
                        start=position,
                        end=m.start + post.start(),
                        name=m.name[position - m.start : post.start()],
                    )
                )
            position = m.start + post.end()
        if position < m.end:
            found.append(
                m if position == m.start else replace(m, start=position, name=m.name[position - m.start :])
            )
    for known in scene.reading.mentions_in(start, end):
        whole = _OF_A_COUNTRY.match(scene.content, known.start, end) if known.adjective else None
        if whole and known.kind == "side" and len(scene.reading.mentions_in(*whole.span())) == 1:
            office = _OFFICE.search(whole.group())  # "Thai President Ada Holt" is no body
            until = known.start + office.start() if office else whole.end()
            found = [m for m in found if m.end <= known.start or until <= m.start]
            stop = min(_headline(whole.group()), until - known.start)
            name = whole.group()[:stop]
            if " " in name:
                found.append(Mention(whole.start(), whole.start() + stop, name, "unknown", known.side))
            continue
        owned = _OWNED.match(scene.content, known.end, end)
        if not owned or scene.reading.mentions_in(*owned.span("name")):
            continue
        if all(m.end <= owned.start("name") or owned.end("name") <= m.start for m in found):
            found.append(Mention(*owned.span("name"), owned["name"], "unknown", None))
    found += _between_listed(scene, start, end, found)
    return tuple(sorted(map(scene.unlisted.known, found), key=lambda m: m.start))


def _headline(name: str) -> int:
    """Where a name ends in a headline: before "Reportedly", "Due", "Using"."""
    at = 0
    for word in name.split(" "):
        if at and word in capitals.HEADLINE:
            return at - 1
        at += len(word) + 1
    return len(name)


def _between_listed(scene: Scene, start: int, end: int, found: list[Mention]) -> list[Mention]:
    """Names that run into a listed one: "Nvidia and Larch Capital", "the Development Bank of Canada"."""
    known = scene.reading.mentions_in(start, end)
    more: list[Mention] = []
    for i, here in enumerate(known):
        following = known[i + 1].start if i + 1 < len(known) else end
        joined = _JOINED.match(scene.content, here.end, following)
        if joined and scene.content[joined.end() - 1 :][:1].strip():
            more.append(Mention(*joined.span("name"), joined["name"], "unknown", None))
        before = known[i - 1].end if i else start
        if here.kind == "side" and not here.adjective:
            whole = _BODY_OF.search(scene.content[before : here.start])
            if whole:
                at = before + whole.start("name")
                more.append(Mention(at, here.end, scene.content[at : here.end], "unknown", here.side))
    return [
        m
        for m in more
        if m.name.split()[0] not in names.COMMON
        and m.name.split()[0] not in _TITLE_WORDS
        and all(m.end <= f.start or f.end <= m.start for f in found)
    ]


_JOINED = re.compile(r"(?:\sand\s|\s&\s|['’]s\s)(?P<name>[A-Z][\w&-]*\w(?:\s[A-Z][\w&-]*\w){0,4})(?![\w-])")
_BODY_OF = re.compile(r"(?P<name>\b[A-Z]\w+(?:\s[A-Z]\w+){0,4}\s(?:of|for)\s(?:the\s)?)\Z")
# "European Parliament": a body's name begins with its country's.
_OF_A_COUNTRY = re.compile(r"[A-Z][\w.]+(?:\s(?:(?:of|for|and|on)\s(?:the\s)?)?[A-Z][a-z]\w+){1,5}")
_OFFICE = re.compile(
    r"\s(?:(?:Prime|Vice|Deputy|Chief|Foreign|Finance|Trade)\s){0,2}"
    r"(?:President|Minister|Premier|Chancellor|Senator)\b"
)
_OWNED = re.compile(
    r"['’]s?\s(?P<name>[A-Z][\w&.-]*\w(?:\s(?:(?:of|for|the|and|on)\s){0,2}[A-Z][\w&.-]*\w){1,6})"
)
_POST = re.compile(
    r"(?:\A|\s)(?:CEO|CTO|CFO|COO|President|Chairman|Chairwoman|Chair|Founder|Co-Founder|Director|"
    r"Professor|Prof\.?|Dr\.?|"
    r"Minister|Secretary|Senator|Vice|Chief|Executive|Officer|Analyst|Mr\.?|Ms\.?|Mrs\.?)(?:\s|\Z)"
)


def may_be_name(mention: Mention) -> bool:
    """Whether a capitalised word is none of those that only look like names."""
    return mention.name not in _TITLE_WORDS and mention.name not in names.COMMON


def before_time(content: str, at: int, found: Iterable[Mention]) -> Mention | None:
    """ "Relies on Qwen this year", which parsers take for one noun with its head at `at`: the name."""
    match = _WHICH_TIME.match(content, max(0, at - 6))
    if match is None or match.end() <= at:
        return None
    return next((m for m in found if m.end == match.start("gap")), None)


_WHICH_TIME = re.compile(
    r"\w*(?P<gap>\s)(?:last|next|this|each)\s(?:year|month|week|spring|summer|autumn|winter|time)\b"
)


def is_capitalised_name(scene: Scene, mention: Mention, sentence_start: int) -> bool:
    """Whether a capitalised word that nobody listed is a name, not the first word of a sentence."""
    if mention.name in _TITLE_WORDS or mention.name in names.COMMON:
        return False
    alone = " " not in mention.name and not scene.content[sentence_start : mention.start].strip(" #*>\"“'")
    return (
        with_number(scene.content, mention) is not mention
        or not alone
        or bool(_INNER.search(mention.name))
        or bool(_APPOSED.match(scene.content, mention.end))
        or mention.name in _names_inside(scene)
    )


def with_number(content: str, mention: Mention) -> Mention:
    """A name with the number that belongs to it: "Kestrel" + " 2"."""
    number = _NUMBER.match(content, mention.end)
    if not number:
        return mention
    return replace(mention, end=number.end(), name=content[mention.start : number.end()])


_NUMBER = re.compile(
    r"[ -](?:\d{1,2}(?:\.\d{1,2})?|[vV]\d+|\d{3,4}[A-Z]{1,2})"
    r"(?![\w%]|[.,]\d|\s(?:percent|million|billion|trillion|"
    r"(?!(?:is|was|has|does|costs|runs|scores|beats|uses|needs|makes|gets|comes|takes|works|outperforms|matches|"
    r"trails|starts|adds|ships|remains|fits|handles|supports|performs|answers|reads|writes|offers|has)\b)[a-z]+s\b))"
)
_APPOSED = re.compile(r", (?:the|an?|which|whose|founded|based|backed)\b|['’]s\s")
_INNER = re.compile(r"[A-Z0-9].*[A-Z0-9]|[a-z][A-Z]")


@lru_cache(maxsize=2)
def _names_inside(scene: Scene) -> frozenset[str]:
    """The capitalised names that stand somewhere else than at the start of a sentence."""
    reading = scene.reading
    return frozenset(
        m.name
        for m in reading.unknown
        if reading.content[max(0, m.start - 2) : m.start].strip()[-1:].isalnum()
        or reading.content[m.start - 2 : m.start] == ", "
    )
