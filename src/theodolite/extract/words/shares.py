"""Shares in words: "half of", "two-thirds of", "one in three", "nine out of ten", read as percentages."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re
from collections.abc import Collection
from itertools import chain

from theodolite.extract.words.gates import Gates
from theodolite.extract.words.number_grammar import ONES, TENS
from theodolite.extract.words.numbers import Figure

_NUMBER = {
    **ONES,
    **TENS,
    **{f"{ten}-{one}": TENS[ten] + n for ten in TENS for one, n in list(ONES.items())[1:10]},
    "a": 1,
    "an": 1,
    "hundred": 100,
}
_PART = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_BOUND = (
    r"(?P<bound>(?:(?:more|less|fewer) than|over|at least|under|up to|nearly|almost|about|"
    r"around|roughly|some|just over|well over|only|just|close to|approximately)\s+)?"
)
_FRACTION = re.compile(
    rf"\b{_BOUND}(?:(?P<n>a|an|one|two|three|four|five|six|seven|eight|nine)[\s-](?P<d>third|"
rf"quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?|(?P<half>half))"
    r"(?:\s+of\s+(?=(?!(?:the\s+)?(?:cost|price|size|level|time|compute|computing|power|energy|"
r"number|year|decade|month|century|what|that(?!\s(?:is|was|stands?|goes|went|comes|came|sits|money|market|business|trade|sector|industry|field|total|revenue|spending|demand|capacity|output|traffic|group|fleet|supply)\b)|those of|amount|second|speed|figure|"
r"an? )\b)(?!(?:the\s+)?[\w.]+(?:['’]s)?\s(?:one|level|figure|total|number|count|cost|"
r"price)\b)[\w“\"])|\s+(?=the\s+(?:world|respondents|companies|models|global|people|"
r"country|papers|researchers|authors|top|teams|market|total|money)))",
    re.I,
)  # fmt: skip
_HALF_THE = re.compile(
    rf"\b{_BOUND}(?P<half>half)\s(?=(?:the|its|their|our|all)\s(?!(?:[\w’'-]+\s)?(?:cost|price|size|level|time|speed|"
    r"number|year|decade|month|century|amount|second|power|energy|rate|total|figure|way|battle|story|point|"
    r"memory|compute|data|energy|parameters|tokens|chips|latency|fun|money|problem|length|weight|age)s?\b)[a-zA-Z])",
    re.I,
)
"""Half of something without "of": "half the internet"."""
_DID = (
    r"chose|took|got|saw|found|made|bought|want|think|believe|expect|plan|would|will|could|can|did|do|ran|run|never|rely|"
    r"[a-z]{4,}(?<!bak)(?<!finish)(?<!heart)(?<!seri)ed"
)
"""What those do who are a share of others."""
_HALF_ALONE = re.compile(
    r"(?:\b(?P<bound>(?:(?:more|less) than|over|under|nearly|almost|about|around|roughly|only|just under|just over|close to|well over)"
    r"\s)|\b(?:rose|risen|grew|grown|fell|fallen|dropped|drops?|falls?|cut|cuts|shrank|shrunk|declined|down|reduced?|reduces|lower|"
    r"up|increased?)\sby\s)(?P<half>half)(?=\s(?:had|have|has|were|was|are|is|came|come|went|for|in|now|said|say|use|last|this|since|"
    rf"on|over|as|{_DID})\b|\s?[.,;)])",
    re.I,
)
"""Half of what stands elsewhere, or a change by half."""
_ALONE = re.compile(
    r"\b(?P<bound>(?:(?:more|less) than|over|at least|under|nearly|almost|about|around|roughly|only|just|perhaps|maybe|"
    r"some)\s|(?<=\bby\s)|(?<=\bto\s)|(?<=\bfrom\s)|(?<=, )(?=(?:two|three|four)\b))(?P<n>a|an|one|two|three|four)[\s-](?P<d>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?"
    r"(?=\s(?:had|have|has|were|was|are|is|came|come|comes|went|go|goes|for|in\s(?:\d{4}|the|this)|now|said|say|use|"
    rf"used|last|this|{_DID})\b|\s?[.,;)])",
    re.I,
)
"""A share whose whole stands elsewhere: "about a third had been spent"."""
_OF_EVERY = re.compile(
    r"\b[Oo]f\severy\s(?P<d>two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|10|20|100)\s(?:[\w’'-]+\s){0,7}[\w’'-]+,\s"
    r"(?P<bound>(?:(?:more|less|fewer) than|only|just|about|around|some|at least)\s)?"
    rf"(?P<n>(?:{'|'.join(TENS)})-(?:one|two|three|four|five|six|seven|eight|nine)|{'|'.join(TENS)}|{'|'.join(list(ONES)[1:])}|\d{{1,2}})\b(?!\s?(?:%|per\s?cent))"
)
"""With the whole first: "of every ten applicants, seven"."""
_ONE_IN = re.compile(
    rf"(?<![\w.-]){_BOUND}(?P<n>one|1)\sin\s(?:every\s)?(?P<d>\d{{1,3}}|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty-five|thirty|forty|fifty|sixty)\b(?=\s[a-zA-Z]|[.,;])"
    r"(?!\s?(?:years|months|weeks|days|hours|percent|%))",
    re.I,
)
_NOUN_IN = re.compile(
    rf"(?<![\w.-]){_BOUND}(?P<n>one|two|three|four|five|six|seven|eight|nine|\d)\s(?:[a-z-]{{3,20}}\s){{1,2}}"
    r"(?:in|out\sof(?:\severy)?)\s(?P<d>two|three|four|five|six|seven|eight|nine|ten|twenty|10|20|100)\b"
    r"(?=\s(?!(?:years|months|weeks|days|hours|countries|cities|states|sites|places|different)\b)[a-z]|[.,;:])",
    re.I,
)
"""With the noun inside: "four dies in ten"."""
_IN = re.compile(
    rf"\b{_BOUND}(?P<n>one|two|three|four|five|six|seven|eight|nine|nineteen|\d{{1,2}})\s(?:in|"
    rf"out\sof(?:\severy)?|in\severy)\s(?P<d>two|three|four|five|six|seven|eight|nine|ten|twenty|20|"
    rf"100|10|5|4|3)\b(?!\s?(?:years|months|weeks|days|hours|percent|"
    rf"%))(?=\s+[a-zA-Z]|(?<=[a-z])[.,;:])(?!\s(?:of|the)\s\d)",
    re.I,
)


_A_TIME = re.compile(
    r"\b(?:for|lasted|after|within|over|in|early|late|pull\w*|push\w*|mov\w+|brought|bring\w*|put|set|delay\w*|slip\w*|"
    r"postpon\w+|earlier|later|ahead|forward|back|behind)\s(?:[\w-]+\s){0,3}?(?:by\s)?(?:about|around|nearly|almost|roughly|more than|"
    r"less than|over|at least)?\s?a\Z",
    re.I,
)
"""Behind these "a quarter" is three months."""
_TIME_ENDS = re.compile(
    r"\s?[.,;:)]|\s(?:and|but|or|earlier|later|ago|before|after|until|while|when|because|as)\b|\Z"
)


def _is_time(content: str, start: int, match: re.Match[str]) -> bool:
    """Whether "a quarter" is a part of the year: "pulled forward by a quarter", "for about a quarter"."""
    if match["d"].lower() != "quarter" or match["n"].lower() != "a":
        return False
    low = max(start, match.start("n") - 60)
    return bool(
        _A_TIME.search(content[low : match.end("n")]) and _TIME_ENDS.match(content, match.end("d"))
    ) and not re.search(
        r"\b(?:rose|fell|grew|dropped|risen|fallen|grown|cut|up|down)\b", content[low : match.start("n")]
    )


_FRACTIONS = (_FRACTION, _HALF_THE, _HALF_ALONE, _ALONE)
_GATES = Gates(*_FRACTIONS)
_OUT_OF = re.compile(
    r"\s(?:in|of|every)\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|"
    r"fifty|sixty|hundred|\d{1,3})\b",
    re.I,
)
"""What every share holds that names its whole as a number."""


def shares(content: str, start: int, end: int, said: Collection[str] | None = None) -> list[Figure]:
    """Shares between two places, as percent figures.

    `said`: the words that stand there, in lower case, where they are known already."""
    fractions = _FRACTIONS if said is None or _GATES.may(said) else ()
    parts = (_IN, _ONE_IN, _NOUN_IN, _OF_EVERY) if _OUT_OF.search(content, start, end) else ()
    found = []
    for match in chain.from_iterable(p.finditer(content, start, end) for p in fractions):
        g = match.groupdict()
        before = content[max(start, match.start() - 12) : match.start()].lower()
        if g.get("half"):
            story = (g.get("bound") or "").strip().lower() == "only" and content.startswith(
                " of it", match.end("half")
            )
            if not story and not re.search(r"\b(?:first|second|other|and a|a|one and|two and)\s*\Z", before):
                found.append(_figure(match, 50.0, match.start("half"), match.end("half")))
        elif not _is_time(content, start, match):
            value = 100.0 * _NUMBER[g["n"].lower()] / _PART[g["d"].lower()]
            plural = content[match.end("d") : match.end("d") + 1] == "s"
            found.append(_figure(match, value, match.start("n"), match.end("d") + plural))
    for match in chain.from_iterable(p.finditer(content, start, end) for p in parts):
        part, whole = (_NUMBER.get(match[k].lower()) or int(match[k]) for k in ("n", "d"))
        every = " in " in match.group() or " every " in match.group()
        if part < whole and (whole in (3, 4, 5, 10, 20, 100) or every):
            found.append(_figure(match, 100.0 * part / whole, match.start("n"), match.end("d")))
    kept: list[Figure] = []
    for one in sorted(found, key=lambda f: f.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _figure(match: re.Match[str], value: float, start: int, end: int) -> Figure:
    bound = (match["bound"] or "").strip().lower()
    value = round(value, 1)
    low: float | None = value
    high: float | None = value
    if re.match(r"more|over|at least|just over|well over", bound):
        high = None
    elif re.match(r"less|fewer|under|up to", bound):
        low = None
    return Figure(start, end, match.start(), low, high, "percent", "percent", worded=True, fraction=True)
