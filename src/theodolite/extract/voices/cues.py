"""In which sentences somebody may be reported to have said something."""

from __future__ import annotations

import re

from theodolite.extract.reading import Reading
from theodolite.extract.voices import accounts, reporting
from theodolite.extract.words import lexicon
from theodolite.extract.words.gates import Gates

_CUES = frozenset(
    {word.lower() for phrase in reporting.SAY | reporting.FIND for word in phrase.split()[:1]}
) | lexicon.words(
    """according per view opinion words account estimate estimates estimation count reckoning
    assessment telling tally prediction predictions belief beliefs forecast forecasts warning
    warnings argument arguments assertion assertions claim claims calculation calculations judgment
    judgement analysis reading experience projection projections figures lists listed paint paints
    painted gave give gives shares shared sees saw conclusion finding message verdict answer outlook
    verdicts conclusions findings compares compared spoke speaks"""
)
_STEMS = ("describ", "detail", "summ", "offer", "present")
"""A word of these, or one that begins so, stands where somebody is said to say something."""
_STEM_GATE = Gates(re.compile("|".join(_STEMS)))

_WHOSE = re.compile(
    r"(?:(?:But|Yet|And)\s)?(?:For|To)\s(?:(?:[A-Z][\w.’'-]*\s?){1,4},\s|(?:those|many|some|most|several|its|his|her|their|the|other|"
    r"people|critics|sceptics)\s[^,.;:]{3,60},\s)"
)
_QUOTES = re.compile(r":\s?[\"“]|[\"”]\s?[—–]{1,2}\s?[A-Z]")
COLON = re.compile(r"[-*>#\s]*(?P<name>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,3}):\s")
"""A line that opens with a name and a colon."""


def said_in(reading: Reading) -> list[int]:
    """The numbers of the sentences with a word for saying."""
    return [
        i
        for i, s in enumerate(reading.sentences)
        if not _CUES.isdisjoint(said := reading.words[i])
        or (_STEM_GATE.may(said) and any(word.startswith(_STEMS) for word in said))
        or COLON.match(reading.content, s.start, s.end)
        or _WHOSE.match(reading.content, s.start, s.end)
        or accounts.mood(reading, i)
        or _QUOTES.search(reading.content, s.start, s.end)
    ]
