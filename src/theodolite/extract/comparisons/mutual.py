"""Comparisons of two sides that "and" joins: "A and B are level", "little difference between A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from theodolite.extract.comparisons import frames
from theodolite.extract.comparisons.claims import Found
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import from_mention
from theodolite.extract.words.gates import Gates
from theodolite.extract.words.names import Mention

_JOINED = re.compile(
    r"(?:['’]s?)?(?:\s(?!and\b|or\b|is\b|are\b)[\w-]+){0,2}\s(?:and|&|versus|vs\.?)\s(?:the\s)?"
)
_LEVEL = re.compile(
    r"(?P<lead>['’]?s?\s(?:[\w’'-]+,?\s){0,4}?)"
    r"(?P<cue>(?:neck[ -](?:and|to|in)[ -]neck|(?:on|at|near)\s(?:a\s|rough\s)?par(?:ity)?|level|"
    r"equals?|equally\s\w+|tied|"
    r"(?:on\s)?(?:an?\s)?(?:equal|even|level|similar|same)\s(?:footing|terms|levels?|plane|ground)|"
    r"evenly\smatched|"
    r"comparable|indistinguishable|identical|alike|similar|interchangeable|twins|equivalent|well[ -]matched|"
    r"run\sneck|shoulder\sto\sshoulder|cannot\sbe\stold\sapart|hard\sto\stell\sapart|a\stie|"
    r"a\sdead\sheat|much\sof\sa\smuchness|"
    r"even(?=\s?(?:[.,;!]|\Z))|the\ssame))\b(?!\s(?:to|with|as|of|parts?|share|approach|time|challenges?|problems?|questions?|"
    r"thing)\b)",
    re.I,
)
_IS = re.compile(
    r"\b(?:is|are|was|were|remain|remains|seem|look|appear|run|stand|became|become|now|perform|'re|"
    r"score|rank)\b",
    re.I,
)
_HELD = re.compile(
    r"\b(?:finds?|found|rates?|rated|calls?|called|considers?|put|puts|makes?|scored?)\s(?:the\s)?\Z"
)
"""Who holds two sides level names them behind the verb."""
_BETWEEN = re.compile(
    r"(?P<cue>(?:\bnot|n['’]t)\s(?:very\s|all that\s|that\s)?much|"
    r"\blittle|\bnothing(?:\smuch)?|\bnot a lot)\s"
    r"between\s(?:the\s)?(?=\S)",
    re.I,
)
_DIFFERENCE = re.compile(
    r"\b(?:no|little|hardly any|scarcely any|not much|n[o']t much|barely any|not a lot of|"
    r"virtually no|almost no|"
    r"no (?:longer )?(?:much|real|significant|meaningful|discernible|noticeable)|n['’]t (?:any|much|"
    r"a lot of))\s"
    r"(?:[\w-]+\s){0,3}?(?P<cue>difference|gap|distance|daylight|distinction|(?:to )?choose|"
    r"separates?|to separate)\s"
    r"(?:[\w-]+\s){0,4}?(?:between\s)?(?:the\s)?(?=\S)",
    re.I,
)
_GATE = Gates(_LEVEL, _DIFFERENCE, _BETWEEN)


def find(parties: Parties) -> Iterator[Found]:
    """The likenesses of one sentence that name both sides together; the first named is the subject."""
    if not _GATE.may(parties.scene.reading.words[parties.number]):
        return
    content, sentence = parties.scene.content, parties.sentence
    pairs = _pairs(parties)
    for one, two in pairs:
        match = _LEVEL.match(content, two.end, sentence.end)
        if match is None:
            continue
        before = parties.words(max(sentence.start, one.start - 24), one.start)
        if not _IS.search(match["lead"] + match["cue"]) and not _HELD.search(before):
            continue
        token = parties.parse.at(match.start("cue"))
        if token is None or not frames.claimed(parties.parse, token):
            continue
        first, second = from_mention(content, one), from_mention(content, two)
        yield Found([first], [second], "equal", *match.span("cue"), token)
    yield from _both(parties)
    apart = (p.finditer(content, sentence.start, sentence.end) for p in (_DIFFERENCE, _BETWEEN))
    for match in chain.from_iterable(apart):
        token = parties.parse.at(match.start("cue"))
        after = [p for p in pairs if match.end() - 1 <= p[0].start <= match.end() + 12]
        if token is None or not after or not frames.claimed(parties.parse, token):
            continue
        first, second = (from_mention(content, m) for m in after[0])
        yield Found([first], [second], "equal", match.start(), after[0][1].end, token, sure=True)


_BOTH = re.compile(
    r"\b(?:the (?:two|pair|three)|both|they|these two)(?:\s(?:countries|models|companies|firms|labs|systems|"
    r"chips|nations|sides|teams|machines|of them))?(?=\s)",
    re.I,
)


def _both(parties: Parties) -> Iterator[Found]:
    """ "The two are level": the last two parties of one kind before."""
    content, sentence = parties.scene.content, parties.sentence
    for match in _BOTH.finditer(content, sentence.start, sentence.end):
        level = _LEVEL.match(content, match.end(), sentence.end)
        if level is None or not _IS.search(level["lead"] + level["cue"]):
            continue
        token = parties.parse.at(level.start("cue"))
        two = parties.last_two(match.start())
        if token is None or not two or not frames.claimed(parties.parse, token):
            continue
        first, second = (from_mention(content, m) for m in two)
        yield Found([first], [second], "equal", *level.span("cue"), token)


def _pairs(parties: Parties) -> list[tuple[Mention, Mention]]:
    """Two parties of one kind that "and" joins, and no third one with them."""
    span = (parties.sentence.start, parties.sentence.end)
    known = [
        m
        for m in parties.scene.reading.mentions_in(*span)
        if m.kind in ("side", "group", "model", "organisation")
    ]
    new = [u for m in parties.scene.reading.unknown_in(*span)[:12] if (u := parties.unlisted(m.start))]
    mentions = sorted((*known, *new), key=lambda m: m.start)
    found = []
    for i, (one, two) in enumerate(pairwise(mentions)):
        if not _JOINED.fullmatch(parties.words(one.end, two.start)):
            continue
        listed = i and re.fullmatch(
            r",?\s(?:and\s)?(?:the\s)?", parties.words(mentions[i - 1].end, one.start)
        )
        if not listed and one.name != two.name:
            found.append((one, two))
    return found
