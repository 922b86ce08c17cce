"""Who speaks the points of a list: whoever opens it with a colon, or announces how many there are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from theodolite.extract.reading import Reading
from theodolite.extract.voices.attribution import Reported, named_first
from theodolite.extract.voices.speaker_names import SpeakerNames

_LONGEST = 40  # points of a list with a colon
_POINTS = 8  # sentences over which announced points run
_ORDINAL = re.compile(
    r"(?:And\s|But\s)?(?:First|Firstly|Second|Secondly|Third|Thirdly|Fourth|Fifth|Finally|Lastly|"
    r"One (?:is|was)|Another (?:is|was)|The (?:first|second|third|other|last|next|final)\b)"
)
_ANNOUNCES = re.compile(
    r"\s(?:lists?|listed|gives?|gave|names?|named|cites?|cited|offers?|offered|sees?|saw|has|had|counts?|"
    r"counted|points? to|pointed to|identif(?:y|ies|ied))\s(?:two|three|four|five|six|several|a few|some|"
    r"a number of)\s(?:\w+\s){0,2}?(?:reasons|points|problems|factors|causes|advantages|weaknesses|strengths|"
    r"things|explanations|differences|lessons|obstacles|arguments)\b"
)


def giver(reading: Reading, by_sentence: Mapping[int, Sequence[Reported]], number: int) -> Reported | None:
    """Who speaks the items of a list: whoever speaks the line with a colon that opens it."""
    first = number
    while first and number - first < _LONGEST and reading.sentences[first].kind == "item":
        first -= 1
    opening = reading.sentences[first]
    if reading.content[opening.end - 1 : opening.end] != ":":
        return None
    named = named_first(by_sentence.get(first, ()))
    return named[-1] if named else None


def counter(
    reading: Reading, names: SpeakerNames, by_sentence: Mapping[int, Sequence[Reported]], number: int
) -> Reported | None:
    """Who counts up reasons ("First, ..."): whom the sentence of the paragraph that announces them names."""
    here = reading.sentences[number]
    if not _ORDINAL.match(reading.content, here.start, here.end):
        return None
    for n in range(number - 1, max(-1, number - _POINTS), -1):
        s = reading.sentences[n]
        if s.paragraph != here.paragraph:
            return None
        if announced := _ANNOUNCES.search(reading.content, s.start, s.end):
            named = names.people.last_in(s.start, announced.start()) or names.at(s.start, announced.start())
            return Reported(s.start, s.end, named[0], named[1], False, n) if named else None
        if by_sentence.get(n):
            return None
    return None
