"""Who speaks where no verb says so: "her message was clear: ...", "as Ortiz sees it", "for Ortiz, ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.reading import Reading
from theodolite.extract.voices import reporting
from theodolite.extract.voices.attribution import Reported
from theodolite.extract.voices.quotations import holds
from theodolite.extract.voices.speaker_names import SpeakerNames
from theodolite.extract.words import lexicon
from theodolite.extract.words.gates import Gates

ACCOUNTS = lexicon.words(
    """account accounts admission analysis answer answers argument arguments assertion assertions
    assessment assessments belief beliefs calculation calculations case caveat claim claims comment
    comments complaint conclusion conclusions contention conviction count diagnosis estimate
    estimates estimation expectation expectations explanation fear fears finding findings forecast
    forecasts guess hope hunch hypothesis impression insight interpretation judgement judgment
    lament lesson line message observation opinion outlook pitch point position prediction
    predictions premise prognosis projection projections question reading reasoning reckoning remark
    remarks reminder reply reservation response rule statement statements stance suggestion
    suspicion take takeaway tally telling testimony theory theme thesis verdict view views vision
    warning warnings words worry worries"""
)
"""What somebody gives who says how things are."""

_NAME = r"(?:the\s)?[A-Z][\w.’'-]*?(?:\s(?:of|for|and|the|[A-Z])[\w.’'-]*){0,6}?"
_OWNED = re.compile(
    rf"\b(?:(?P<who>[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)|(?P<name>{_NAME})(?:['’]s|(?<=s)['’]))\s"
    rf"(?:[\w-]+\s){{0,3}}?(?P<noun>{'|'.join(sorted(ACCOUNTS, key=len, reverse=True))})\b"
)
_GIVES = re.compile(
    r"(?:\s(?:of|on|about|to|for|at|in|from|behind)\s[^:.;,]{2,80}?)?"
    r"(?:,\s[^,:;.]{2,40},)?\s?(?:\s(?:is|was|remains?|remained|has been|puts?|will be|"
    r"comes? (?:out )?(?:at|to)|"
    r"amounts? to|suggests?|implies|implied)\b[^:.;]{0,40}?(?::\s|\bthat\s|\s(?=\d|the\s|China|a\s|an\s))"
    r"|:\s|\sthat\s)"
)
_BARE = re.compile(
    r"(?:\A|[.!?”\"]\s|[#*>\s-]+)(?:The|Its|Their|His|Her|One|Another|A)\s(?:[\w-]+\s){0,2}?(?P<noun>[a-z]+)"
    r"(?:,\s[^,:;.]{2,30},)?(?:\s(?:is|was)\b[^:.;]{0,30})?:\s",
)
_BARE_NOUNS = lexicon.words(
    "answer assessment conclusion conclusions estimate finding findings verdict warning",
    "prediction forecast result",
)
_VERDICT = re.compile(
    r"\A(?P<who>[^,:;]{3,60}?)\s(?:has\s|have\s)?(?:published|issued|released|delivered|gave|gives|given|"
    r"offered|offers|reached|made|handed down|unveiled|posted|shared)\s"
    r"(?:its|their|his|her|an?|the)\s(?:[\w-]+\s){0,3}?"
    r"(?P<noun>[a-z]+)\b[^:;.]{0,80}?:\s"
)
_SEES = re.compile(
    r"(?:\A|[,;—]\s|[\"”]\s)[Aa]s\s(?P<name>(?:[A-Z][\w.’'-]*\s){1,4}|(?:he|she|they|it)\s|the\s(?:[\w-]+\s){1,3})"
    r"(?:\w+\s){0,2}?(?:sees?|saw|puts?|tells?|told|describes?|described|has it|explains?|explained|reads?|"
    r"frames?|framed|views?|noted|notes|argued|argues|said|says|warned|observed|pointed out)\b"
)
_FOR = re.compile(
    r"\A(?:But\s|Yet\s|And\s)?(?:[Ff]or|[Tt]o)\s(?P<name>(?:[A-Z][\w.’'-]*\s?){1,4})"
    r"(?:,\s(?:the|a|an|who|one of)\s[^,;:.]{2,80})?,\s"
)
_HELD = re.compile(
    r"\b(?:survey|study|report|poll|index|paper|ranking|tally|census|analysis|review)\s(?:published\s|released\s)?"
    rf"(?:by|from|of)\s(?P<name>{_NAME})\s(?:in\swhich|which\s(?:found|shows?|showed|says|said)\sthat)\s"
)
"""What a report has in it: "the survey by Kiln in which 70 percent said ..."."""
_CITED = re.compile(
    r"\b(?:quot\w+|cit(?:e[sd]?|ing)|mention\w*|point(?:s|ed|ing)?\sto|refer\w*\sto|recall\w*|invok\w+|read\sout)\s(?P<who>an?\s"
    r"(?:[a-z][\w-]*\s){0,3}?(?:survey|study|report|poll|index|paper|ranking|analysis|estimate|tally|census))\s(?:in\swhich|that|which|where|"
    r"according\sto\swhich|showing|saying|suggesting|finding|by\swhich)\s"
)
"""A study without a maker that somebody holds up: "she quoted a recent survey in which 68 percent ..."."""
_MOODS = lexicon.words(
    """
    relaxed optimistic blunt frank clear sceptical skeptical gloomy confident hopeful pessimistic sanguine
    cautious unimpressed unconvinced unmoved dismissive bullish bearish adamant categorical sober candid
    scathing upbeat downbeat worried sure certain harsher kinder franker blunter gloomier guarded emphatic
    unequivocal precise specific direct unsparing generous sympathetic critical calm calmer
    """
)
_MOOD = re.compile(
    r"(?P<who>(?:[A-Z][\w.’'-]*\s?|an?\s|the\s|one\s|another\s|some\s|many\s|others\s)[^,:;.]{0,70}?"
    r"(?:,\s[^:;.]{3,80}?,)?)\s"
    r"(?:is|was|are|were|sounds?|sounded|remains?|remained|seems?|seemed|has\sbeen)\s(?:[a-z]+\s){0,3}?"
    rf"(?:{'|'.join(sorted(_MOODS))})\s?(?::|;|—|–)\s"
)
"""Whose mood a colon explains: "a manager at a rival is more relaxed: ..."."""


def mood(reading: Reading, number: int) -> re.Match[str] | None:
    """The mood at the head of a sentence that the rest of it explains, if it has one."""
    if reading.words[number].isdisjoint(_MOODS):
        return None
    sentence = reading.sentences[number]
    return _MOOD.match(reading.content, sentence.start, min(sentence.end, sentence.start + 260))


_TO_THOSE = re.compile(
    r"\A(?:But\s|Yet\s|And\s)?(?:[Tt]o|[Ff]or)\s(?P<who>(?:those|many|some|most|several|its|his|her|their|the|other|people|critics|sceptics)"
    r"(?:\s[\w’'-]+){0,7}?),\s(?!and\b|or\b)"
)
"""Those to whom something seems so: "to those closest to the market, ..."."""
_WHAT = re.compile(
    r"\bwhat\s(?P<who>[^,.;:\n]{3,60}?)\s(?:reckons?|says?|said|believes?|thinks?|thought|estimates?|estimated)\s"
    r"(?=(?:is|was|are|were|to\sbe|will\sbe|could\sbe|may\sbe)\s)"
)
"""A clause for a thing: "for what two bankers reckon was a little under $300m"."""
_RECKON = re.compile(
    r"(?:\A|[,;—]\s)(?P<who>(?:[A-Z][\w’'-]*|the|some|many|two|three)\s?[^,;:.\n]{0,70}?)\s"
    r"(?P<verb>reckon|say|argue|believe|estimate|warn|think|claim|report|forecast)s?\sthat\s"
)
"""A verb that the parser may take for a noun: "Researchers at a Munich institute reckon that ..."."""
_GATED = (_OWNED, _VERDICT, _HELD, _CITED, _TO_THOSE, _WHAT, _RECKON, _SEES, _FOR)
_GATES = Gates(*_GATED)


def find(
    reading: Reading,
    names: SpeakerNames,
    quotations: tuple[tuple[int, int], ...],
    number: int,
    before: list[Reported],
) -> list[Reported]:
    """Accounts of one sentence; what stands in somebody's quotation is left to who is quoted."""
    s = reading.sentences[number]
    text = reading.content[s.start : s.end]
    found: list[Reported] = []
    opened = [_GATED[n] for n in _GATES.opened(reading.words[number])]  # no set: patterns are slow to hash

    def matches(pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        return pattern.finditer(text) if pattern in opened else iter(())

    def said(start: int, who: tuple[str, str, bool], study: bool = False) -> None:
        found.append(Reported(start, s.end, who[0], who[1], who[2], number, study))

    for match in matches(_OWNED):
        if match["noun"] not in ACCOUNTS or holds(quotations, s.start + match.start()):
            continue
        gives = _GIVES.match(text, match.end())
        if gives is None:
            continue
        named = (
            names.possessor(match["who"], number, before)
            if match["who"]
            else names.at(s.start + match.start("name"), s.start + match.end("name"))
        )
        if named and (match["who"] or not _of_a_side(reading, s.start, match)):
            said(s.start + gives.end(), named)
    if (verdict := next(matches(_VERDICT), None)) and verdict["noun"] in ACCOUNTS:
        who = names.someone(s.start + verdict.start("who"), s.start + verdict.end("who"), number, before)
        if who:
            said(s.start + verdict.end(), who, who[2])
    elif (bare := _BARE.match(text)) and bare["noun"] in _BARE_NOUNS and not found:
        maker = names.maker_before(number, before)
        if maker:
            said(s.start + bare.end(), maker, maker[2])
    for match in matches(_HELD):
        if who := names.at(s.start + match.start("name"), s.end):
            said(s.start + match.end(), who, True)
    for match in matches(_CITED):
        words = match["who"]
        said(s.start + match.end(), (words, words, True), True)
    if (felt := mood(reading, number)) and not holds(quotations, s.start):
        who = names.someone(s.start, felt.end("who"), number, before) or names.told(felt["who"])
        if who and not who[2]:
            said(felt.end(), who)
    if (
        (seen := next(matches(_TO_THOSE), None))
        and not holds(quotations, s.start)
        and _are_people(seen["who"])
    ):
        words = " ".join(seen["who"].split())
        said(s.start + seen.end(), (words, words, False))
    for match in matches(_WHAT):
        who = names.told(match["who"]) or names.someone(
            s.start + match.start("who"), s.start + match.end("who"), number, before
        )
        if who:
            said(s.start + match.end(), who)
    for match in matches(_RECKON):
        verb = reading.parse(number).at(s.start + match.start("verb"))
        if verb is None or verb.tag_.startswith("VB") or holds(quotations, s.start + match.start()):
            continue
        who = names.told(match["who"]) or names.group(match["who"])
        if who:
            said(s.start + match.end(), who)
    for pattern in (_SEES, _FOR):
        seen = next(matches(pattern), None)
        if seen and not holds(quotations, s.start + seen.start()):
            who = names.someone(s.start + seen.start("name"), s.start + seen.end("name"), number, before)
            alone = pattern is _FOR and " " not in seen["name"].strip()
            if alone and not names.is_known(seen["name"].strip()):
                continue  # "For Christmas, ..."
            if who and who[0][:1].isupper() and (pattern is _SEES or not who[2]):
                said(s.start, who)
    return found


def _are_people(words: str) -> bool:
    """Whether some words mean several people who can see something so: "those closest to the market"."""
    plain = words.lower().split()
    return (plain[0] == "those" and len(plain) > 1) or not reporting.PEOPLE.isdisjoint(plain[:4])


def _of_a_side(reading: Reading, offset: int, match: re.Match[str]) -> bool:
    """ "China's position is that of ...": a country's place is no opinion."""
    start, end = offset + match.start("name"), offset + match.end("name")
    return any(m.kind in ("side", "group", "model") for m in reading.mentions_in(start, end))
