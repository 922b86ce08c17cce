"""Texts that give the gist of one report or talk: its house or its giver speaks all through them.

A digest says so where it opens, in its title or its first sentences: it summarises, or lists the key points
of, a report of a body that it names there. A report that is only introduced ("A new report from X looks at
...") makes a digest where a list of points follows. News about a report is neither: there others speak as
well, and `studies.py` tells how far the report goes on.
"""

from __future__ import annotations

import re

from theodolite.extract.reading import Reading
from theodolite.extract.voices.attribution import Reported
from theodolite.extract.voices.turns import UP
from theodolite.extract.words import lexicon, names
from theodolite.extract.words.folded import Folded
from theodolite.extract.words.names import Mention

_OPENING = 4
"""Sentences and headings that count as the opening."""
_LONGEST_OPENING = 1_200
_REPORT = (
    r"(?:reports?|study|studies|survey|index|review|white\s?paper|policy brief|briefing|outlook|assessment|"
    r"analysis|yearbook|barometer|tracker|monitor|working paper|paper)"
)
_REPORT_WORD = Folded(re.compile(rf"\b{_REPORT}\b", re.I))
_GIST = Folded(
    re.compile(
        r"\b(?:summary|summari[sz](?:es|ed|ing)|digest|(?:key|main|top|principal|central|headline)\s(?:findings|"
        r"points|messages|takeaways|take-aways|results|conclusions)|(?:findings|takeaways) (?:from|of)|"
        r"at a glance|the gist of|"
        r"(?:five|six|seven|eight|ten|\d+) (?:takeaways|findings|points|lessons) from|"
        r"what the (?:report|study|survey|paper) (?:says|finds|found))\b",
        re.I,
    )
)
_BEFORE_HOUSE = re.compile(
    rf"\b{_REPORT}\b[^.;\n]{{0,120}}?\b(?:by|from|of|at)\s(?:\w+\sat\s)?(?:the\s)?\Z"
    r"|\b(?:published|released|issued|produced|compiled|prepared|written|put out)\b[^.;\n]{0,60}?\bby\s"
    r"(?:the\s)?\Z|\bsource:\s(?:the\s)?\Z|\b(?:summary|gist|digest) of (?:the\s)?\Z"
    r"|\b(?:researchers|authors|analysts|economists|scholars|scientists|experts|a team) (?:at|from|of) "
    r"(?:the\s)?\Z",
    re.I,
)
_BEHIND_HOUSE = re.compile(
    rf"(?:['’]s?)?\s(?:[\w-]+\s){{0,5}}?{_REPORT}\b"
    r"|\s(?:has\s|have\s|yesterday\s|today\s)?(?:just\s|also\s)?(?:published|released|issued|produced|"
    rf"put out|brought out|presented|unveiled)\s[^.;\n]{{0,60}}?\b{_REPORT}\b"
    r"|\s(?:finds|found|says|reports|concludes|concluded|estimates|argues|shows|warns)\b",
    re.I,
)
_PERSON = rf"(?P<name>[{UP}][\w'’.-]*(?: [{UP}][\w'’.-]*){{1,3}})"
_TALKS = r"(?:speech|talk|remarks|keynote|address|lecture|testimony|interview|podcast|comments|presentation)"
_OF_A_TALK = re.compile(
    rf"\A[#*_ ]*{_PERSON} on [^\n:]{{3,80}}: (?:\w+ )?(?:key )?(?:takeaways|points|things|quotes|highlights|"
    r"lessons)\b"
    rf"|\b(?i:takeaways|points|highlights|summary|gist|messages|quotes|notes) (?:from|of) (?:the |a |an )?"
    rf"(?:{_PERSON.replace('name', 'owner')}['’]s (?:\w+ ){{0,3}}{_TALKS}"
    rf"|(?:\w+ ){{0,3}}{_TALKS} (?:by|with|of) (?:\w+ ){{0,4}}{_PERSON.replace('name', 'giver')})"
)
_BODY_WORDS = lexicon.words(
    """institute institution centre center university college bank agency council foundation association
    academy bureau office commission committee ministry department forum network laboratory lab observatory
    fund society board authority panel programme program initiative consultancy research partners analytics
    advisory intelligence"""
)


def told(reading: Reading) -> Reported | None:
    """The house of the report that a text gives the gist of; None where it is no digest."""
    opening = [s for s in reading.sentences[:_OPENING] if s.end <= _LONGEST_OPENING]
    if not opening or reading.text.parts:
        return None
    end = opening[-1].end
    title = reading.origin.title or reading.text.title or ""
    if person := _person(reading, title, end):
        return person
    opens_so = _GIST.search(title) or _GIST.search(reading.content, 0, end)
    if not opens_so and not (
        _mostly_points(reading)
        and (_REPORT_WORD.search(title) or _REPORT_WORD.search(reading.content, 0, end))
    ):
        return None
    house = _house(reading, end)
    if house is None:
        return None
    words, number = reading.content[house.start : house.end], reading.sentence_at(house.start)
    return Reported(house.start, house.end, house.name, words, True, number, True)


def _person(reading: Reading, title: str, end: int) -> Reported | None:
    """Whose talk the points are from: "Ana Ruiz on chips: five takeaways"."""
    if not _mostly_points(reading):
        return None
    for words in (title, reading.content[: reading.sentences[0].end]):
        found = _OF_A_TALK.search(words)
        name = (found["name"] or found["owner"] or found["giver"]) if found else None
        if name and all(mention.kind == "person" for mention in names.find(name)):
            at = max(reading.content.find(name, 0, end), 0)
            return Reported(at, at + len(name), name, name, False, 0, True)
    return None


def _mostly_points(reading: Reading) -> bool:
    """Whether most of what follows the first sentence are points of a list."""
    rest = [s for s in reading.sentences[1:] if s.kind != "heading"]
    return len(rest) >= 3 and 2 * sum(s.kind == "item" for s in rest) > len(rest)


def _house(reading: Reading, end: int) -> Mention | None:
    """Whose report it is: the body that the words about the report stand next to, if it is one."""
    found: dict[str, Mention] = {}
    for mention in (*reading.mentions_in(0, end), *reading.unknown_in(0, end)):
        if not _is_body(mention):
            continue
        before = reading.content[max(0, mention.start - 200) : mention.start]
        if _BEFORE_HOUSE.search(before) or _BEHIND_HOUSE.match(
            reading.content, mention.end, mention.end + 200
        ):
            found.setdefault(mention.name, mention)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_body(mention: Mention) -> bool:
    unlisted = mention.kind == "unknown" and not _BODY_WORDS.isdisjoint(mention.name.lower().split())
    return mention.kind == "organisation" or unlisted
