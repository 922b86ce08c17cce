"""Shares in words: "half of", "two-thirds of", "one in three", "nine out of ten", read as percentages."""

from __future__ import annotations

import re

from theodolite.extract.words.numbers import Figure

_NUMBER = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "a": 1,
    "an": 1,
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
r"number|year|decade|month|century|what|that|those of|amount|second|speed|figure|"
r"an? )\b)(?!(?:the\s+)?[\w.]+(?:['’]s)?\s(?:one|level|figure|total|number|count|cost|"
r"price)\b)[\w“\"])|\s+(?=the\s+(?:world|respondents|companies|models|global|people|"
r"country|papers|researchers|authors|top|teams|market|total|money)))",
    re.I,
)  # fmt: skip
_IN = re.compile(
    rf"\b{_BOUND}(?P<n>one|two|three|four|five|six|seven|eight|nine|\d{{1,2}})\s(?:in|"
    rf"out\sof(?:\severy)?|in\severy)\s(?P<d>two|three|four|five|six|seven|eight|nine|ten|20|"
    rf"100|10|5|4|3)\b(?!\s?(?:years|months|weeks|days|hours|percent|"
    rf"%))(?=\s+[a-zA-Z])(?!\s(?:of|the)\s\d)",
    re.I,
)


def shares(content: str, start: int, end: int) -> list[Figure]:
    """Shares between two places, as percent figures."""
    found = []
    for match in _FRACTION.finditer(content, start, end):
        before = content[max(start, match.start() - 12) : match.start()].lower()
        if match["half"] and re.search(r"\b(?:first|second|other|and a|a)\s*\Z", before):
            continue
        value = 50.0 if match["half"] else 100.0 * _NUMBER[match["n"].lower()] / _PART[match["d"].lower()]
        found.append(
            _figure(
                match,
                value,
                match.start("half") if match["half"] else match.start("n"),
                match.end("half") if match["half"] else match.end("d"),
            )
        )
    for match in _IN.finditer(content, start, end):
        part, whole = (_NUMBER.get(match[k].lower()) or int(match[k]) for k in ("n", "d"))
        if part < whole and (whole in (3, 4, 5, 10, 100) or " in " in match.group()):
            found.append(_figure(match, 100.0 * part / whole, match.start("n"), match.end("d")))
    return found


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
