"""Ranks: "ranked second", "the third-largest market", "No. 2 in ...". A first place with no number is
a judgement."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract import dimensions, stance
from theodolite.extract.lags.claims import slot
from theodolite.extract.quantities.subject_words import PREPOSITION
from theodolite.extract.quantities.subjects import SubjectFinder
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.scene import Draft, Scene
from theodolite.extract.words import lexicon
from theodolite.extract.words.numbers import Figure

_ORDINAL = {
    w: i + 1
    for i, w in enumerate(
        lexicon.in_order(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth",
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
        )
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50}
_CARDINAL = {
    w: i + 1 for i, w in enumerate(lexicon.in_order("one two three four five six seven eight nine ten"))
}
_WORDED = "|".join(_ORDINAL)
_NOT_FIRST = _WORDED.removeprefix("first|")
_SUFFIXED = r"\d{1,3}(?:st|nd|rd|th)"
_O = rf"(?P<o>{_WORDED}|{_SUFFIXED})"
_DEGREES = (
    r"(?:(?:in|at|as|a|the|only|joint|equal|approximately|about|around|just|roughly|nearly|globally|currently|"
    r"distant|close|still|now|already|also|back|up|down|overall|to|perhaps|an?|clear)\s){0,4}"
)
_ALONE = (
    r"(?=\s*(?:[.,;:)!?”\"—–]|\Z)|\s(?:in|on|by|among|overall|worldwide|globally|behind|for|and|with|but|from|"
    r"after|this|last|ahead|when|while)\b)"
)
"""What follows an ordinal that counts nothing ("is third, behind ...", not "is third-rate" or "the third time")."""
_RULES = (
    re.compile(
        rf"\b(?:rank(?:s|ed|ing)?|plac(?:es|ed|ing)|came|comes|coming|finish(?:es|ed|ing)?|stood|stands|sits|"
        rf"sat|position(?:ed)?)\s{_DEGREES}{_O}\b(?!\s(?:time|in a|quarter|"
        rf"half|year|generation|of)\b)",
        re.I,
    ),
    re.compile(
        r"\b(?:rank(?:s|ed|ing)?|plac(?:es|ed)|at|as|is|was|world['’]s|world’s|the(?!\s\w+\s?\d+[.,;])|in|"
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
    re.compile(
        rf"\b(?:is|was|are|were|be|been|being|am|[’']re|(?<!who)[’']s|[’']m|stay(?:s|ed|ing)?|remain(?:s|ed|ing)?|kept|keeps|"
        rf"(?:slip|drop|climb|mov|r[io]se|rises|fall|fell|sank|sink|jump|advanc|slid|return|push|leap)[a-z]*)\s"
        rf"{_DEGREES}(?P<o>{_NOT_FIRST}|{_SUFFIXED}){_ALONE}",
        re.I,
    ),
    re.compile(
        rf"\b(?:regarded|seen|considered|viewed|rated|judged|reckoned|listed|deemed|counted|placed|recognised|recognized|put)\s"
        rf"{_DEGREES}{_O}{_ALONE}",
        re.I,
    ),
    re.compile(
        rf"\b(?:in|at|to|from|into|hold\w*|held|took|tak\w+|occup\w+|claim\w*|shar\w+)\s"
        rf"(?:(?:the|its|their|a|joint|equal|shared)\s)?(?<!in the )(?<!distance to )(?<!gap to ){_O}[- ](?:place|spot|position|rank)\b",
        re.I,
    ),
    re.compile(rf"\bfrom\s(?P<o>{_WORDED}|{_SUFFIXED})(?=\sto\s(?:{_WORDED}|{_SUFFIXED}){_ALONE})", re.I),
    re.compile(rf"\bfrom\s(?:{_WORDED}|{_SUFFIXED})\sto\s{_O}{_ALONE}", re.I),
)
_FURTHER = re.compile(
    rf"(?:(?:,|\band|\bwhile|\bwith)\s(?:the\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{0,3}}(?:\s\([^)]{{1,12}}\))?"
    rf"|\b(?:but|and)\s(?:only|just|a mere)?\s?(?=\S+\s(?:in|on|for|by|among)\b))\s?"
    rf"(?P<o>{_NOT_FIRST}|{_SUFFIXED}){_ALONE}"
)
"""Ranks that follow one in the same sentence, without a verb: "..., the UK third"; "but fourth in talent"."""
_SIGNS = frozenset(_WORDED.split("|")) | {"no", "number"}
_SIGN = re.compile(r"\d(?:st|nd|rd|th)\b|#\d")


def may_rank(scene: Scene, number: int) -> bool:
    """Whether a sentence holds any ordinal at all."""
    sentence = scene.reading.sentences[number]
    return not _SIGNS.isdisjoint(scene.reading.words[number]) or (
        _SIGN.search(scene.content, sentence.start, sentence.end) is not None
    )


def wanted(scene: Scene) -> list[int]:
    """The sentences that state a rank."""
    return [n for n in range(len(scene.reading.sentences)) if may_rank(scene, n) and any(_found(scene, n))]


def _found(scene: Scene, number: int) -> Iterator[re.Match[str]]:
    """Where ranks are stated in a sentence; one place may come twice."""
    sentence = scene.reading.sentences[number]
    first: int | None = None
    for pattern in _RULES:
        for match in pattern.finditer(scene.content, sentence.start, sentence.end):
            first = match.end() if first is None else min(first, match.end())
            yield match
    if first is not None:
        yield from _FURTHER.finditer(scene.content, first, sentence.end)


def find(scene: Scene, number: int) -> Iterator[Draft]:
    """The ranks of one sentence."""
    if not may_rank(scene, number):
        return
    sentence = scene.reading.sentences[number]
    seen: set[int] = set()
    for match in _found(scene, number):
        rank = _rank(match["o"])
        if (
            rank is None
            or match.start("o") in seen
            or stance.hypothetical(scene.content, (sentence.start, sentence.end), match.start())
        ):
            continue
        seen.add(match.start("o"))
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
    subject = _beside(scene, sentence.start, match) or finder.find(figure, sentence.start)
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


_VERB_BETWEEN = re.compile(r"(?:\s\([^)]{1,20}\))?(?:,\sin|\s(?:\w+\s){0,4}?\w*)?\s?[“\"]?")


def _beside(scene: Scene, start: int, match: re.Match[str]) -> Referent | None:
    """The name right before the rank or its verb, where it hangs on nothing else: "the UK (58) third"."""
    end = match.start("o")
    names = [*scene.reading.mentions_in(start, end), *scene.reading.unknown_in(start, end)]
    last = max(names, key=lambda m: m.start, default=None)
    if last is None or last.end < match.start() - 24 or (last.adjective and last.kind == "side"):
        return None
    if PREPOSITION.search(scene.content[start : last.start]):
        return None
    between = scene.content[last.end : end]
    return from_mention(scene.content, last) if _VERB_BETWEEN.fullmatch(between) else None


def _metric(after: str, cue: str) -> str:
    subject = re.search(r"\b(?:in terms of|in|for|by|on|among)\s(?P<what>[^,.;]{3,60})", after)
    kind = re.match(r"\s*(?P<what>[\w -]{3,60})", after)
    if re.search(r"largest|biggest|most|best|highest|strongest|leading", cue) and kind:
        return f"rank as {_clause(kind['what'])}"
    return f"rank in {_clause(subject['what'])}" if subject else "rank"


def _clause(words: str) -> str:
    """The words up to the next clause."""
    return " ".join(re.split(r"\s(?:but|while|with|when|after|and (?=\w+s\b))", words)[0].split())


def _period(scene: Scene, number: int) -> str | None:
    sentence = scene.reading.sentences[number]
    found = [p for p in scene.reading.periods_in(sentence.start, sentence.end) if p.iso]
    return found[0].iso if found else None
