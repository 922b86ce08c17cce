"""Ranks: "ranked second", "the third-largest market", "No. 2 in ...". A first place with no number is
a judgement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract import dimensions, stance
from theodolite.extract.lags.claims import slot
from theodolite.extract.quantities.subjects import SubjectFinder
from theodolite.extract.scene import Draft, Scene
from theodolite.extract.words import lexicon
from theodolite.extract.words.numbers import Figure

_ORDINAL = {
    w: i + 1
    for i, w in enumerate(
        lexicon.in_order("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
    )
}
_CARDINAL = {
    w: i + 1 for i, w in enumerate(lexicon.in_order("one two three four five six seven eight nine ten"))
}
_O = (
    r"(?P<o>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"\d{1,3}(?:st|nd|rd|th))"
)
_RULES = (
    re.compile(
        rf"\b(?:rank(?:s|ed|ing)?|plac(?:es|ed|ing)|came|comes|finish(?:es|ed)|stood|stands|sits|"
        rf"sat|position(?:ed)?)\s(?:(?:in|at|as|a|the|only|joint|approximately|about|around|just|"
        rf"roughly|nearly|globally|currently|distant|close)\s){{0,4}}{_O}(?!\s(?:time|in a|quarter|"
        rf"half|year|generation|of (?:the )?(?:quarter|year)))\b",
        re.I,
    ),
    re.compile(
        r"\b(?:rank(?:s|ed|ing)?|plac(?:es|ed)|at|as|is|was|the|in|world['’]s|world’s|"
        r"currently)\s(?:\w+\s)?(?P<o>(?:No\.?\s?|number\s|#)(?:\d{1,3}|one|two|three|four|five|"
        r"six|seven|eight|nine|ten))\b(?=\s(?:in|on|among|globally|worldwide|spot|position|place|"
        r"of|for|behind|player|AI|market|by)|[,.;])",
        re.I,
    ),
    re.compile(
        r"\b(?:is|was|are|were|became|become|becoming|remains?|now|as|ranks? as|"
        r"ranked as)\s(?:\w+\s){0,2}?(?:the|its|(?:the\s)?[\w’']+['’]s)\s(?P<o>second|third|fourth|"
        r"fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:nd|rd|th))[- ](?:largest|biggest|most|"
        r"best|highest|strongest|leading|ranked|busiest|fastest|lowest|smallest|top)\b",
        re.I,
    ),
)


def find(scene: Scene, number: int) -> Iterator[Draft]:
    """The ranks of one sentence."""
    sentence = scene.reading.sentences[number]
    seen: list[int] = []
    for pattern in _RULES:
        for match in pattern.finditer(scene.content, sentence.start, sentence.end):
            rank = _rank(match["o"])
            if (
                rank is None
                or match.start("o") in seen
                or stance.hypothetical(scene.content, (sentence.start, sentence.end), match.start())
            ):
                continue
            seen.append(match.start("o"))
            yield _draft(scene, number, match, rank)


def _rank(words: str) -> int | None:
    lower = re.sub(r"\A(?:no\.?\s?|number\s|#)", "", words.lower())
    if lower in _ORDINAL or lower in _CARDINAL:
        return _ORDINAL.get(lower) or _CARDINAL.get(lower)
    digits = re.match(r"\d+", lower)
    return int(digits.group()) if digits else None


def _draft(scene: Scene, number: int, match: re.Match[str], rank: int) -> Draft:
    sentence = scene.reading.sentences[number]
    figure = Figure(
        match.start("o"), match.end("o"), match.start(), float(rank), float(rank), "count", "rank"
    )
    finder = SubjectFinder(scene, number)
    subject = finder.find(figure, sentence.start)
    after = scene.content[match.end() : sentence.end]
    what = re.match(r"[^,.;:()]{0,80}", after)
    metric = _metric(what.group() if what else "", match.group())
    start, end = finder.extent(figure, subject, match.end() + (len(what.group().rstrip()) if what else 0))
    slots = {
        **slot("subject", subject),
        "metric": metric,
        "value_low": rank,
        "value_high": rank,
        "unit": "rank",
        "period": _period(scene, number),
        "statistic": "rank",
        "of": None,
        "base": None,
        "counted": None,
        "sample": None,
    }
    around = scene.content[sentence.start : sentence.end]
    return Draft(
        "quantity", start, end, match.start("o"), number, slots, {"dimension": dimensions.of(metric, around)}
    )


def _metric(after: str, cue: str) -> str:
    subject = re.search(r"\b(?:in terms of|in|for|by|on|among)\s(?P<what>[^,.;]{3,60})", after)
    kind = re.match(r"\s*(?P<what>[\w -]{3,60})", after)
    if re.search(r"largest|biggest|most|best|highest|strongest|leading", cue) and kind:
        return f"rank as {' '.join(kind['what'].split())}"
    return f"rank in {' '.join(subject['what'].split())}" if subject else "rank"


def _period(scene: Scene, number: int) -> str | None:
    sentence = scene.reading.sentences[number]
    found = [p for p in scene.reading.periods_in(sentence.start, sentence.end) if p.iso]
    return found[0].iso if found else None
