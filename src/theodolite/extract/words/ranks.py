"""Ranks: "ranked second", "the third-largest market", "No. 2 in ...". A first place with no number is
a judgement."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from theodolite.extract import dimensions, stance
from theodolite.extract.lags.claims import slot
from theodolite.extract.quantities import evidence
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
        rf"sat|stand|sit|lies|lie|lay|run|runs|running|position(?:ed)?)\s{_DEGREES}{_O}\b(?!\s(?:time|in a|quarter|"
        rf"half|year|generation|of)\b)",
        re.I,
    ),
    re.compile(
        r"\b(?:rank(?:s|ed|ing)?|plac(?:es|ed)|at|as|is|was|are|were|am|be|been|become|becomes|became|remains?|stays?|[’']re|[’']m|world['’]s|world’s|the(?!\s\w+\s?\d+[.,;])|in|"
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
        rf"\b(?:is|was|are|were|be|been|being|am|become|becomes|became|[’']re|(?<!who)[’']s|[’']m|stay(?:s|ed|ing)?|remain(?:s|ed|ing)?|kept|keeps|"
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
_WHOM = (
    r"(?P<whom>us|them|it|him|her|(?:the\s)?(?:country|company|firm|lab|city|continent|region|model|school|university|team|bloc|nation)"
    r"|(?-i:(?:the\s|its\s)?[A-Z][\w.’'&-]*(?:['’]s\s[\w-]+)?(?:\s(?:of\s|the\s|and\s)?[A-Z\d][\w.’'&-]*){0,4}))"
)
_PUTTING = re.compile(
    rf"\b(?:put|puts|putting|plac(?:e|es|ed|ing)|rank(?:s|ed|ing)?|rat(?:e|es|ed|ing)|list(?:s|ed|ing)?|ha[sd]|have|having|see[sn]?|saw|"
    rf"left|leav(?:es|ing)|sent|lifted|moved|pushed|brought|bumped|dropped|relegat(?:es|ed)|made)\s(?:now\s)?{_WHOM}(?:\s\([^()]{{1,30}}\))?\s"
    rf"(?:(?:only|just|as|in|at|a|the|joint|equal|roughly|back|up|down|to|into|distant|close|clear|now|already)\s){{0,4}}"
    rf"(?P<o>{_NOT_FIRST}|{_SUFFIXED}|(?:No\.?\s?|number\s|#)(?:\d{{1,3}}|one|two|three|four|five|six|seven|eight|nine|ten))"
    rf"(?:\s(?:place|spot|position))?{_ALONE}",
    re.I,
)
"""Who is put where: "a ranking that puts Norway sixth"."""
_BESIDE_LARGEST = r"(?:largest|biggest|best|highest|strongest|leading|busiest|fastest|smallest|richest|most\s[a-z]+|top|best-[a-z]+|most-[a-z]+)"
_SAID_OF = re.compile(
    rf"(?P<whom>[A-Z][\w.’'&-]*(?:\s[A-Z\d][\w.’'&-]*){{0,4}}),\s(?:now\s|still\s|already\s|itself\s)?(?:the|its|(?:the\s)?[\w’']+['’]s)\s"
    rf"(?:[\w’'-]+['’]s\s)?(?P<o>{_NOT_FIRST}|{_SUFFIXED})[- ]{_BESIDE_LARGEST}\b(?!\s(?:economy|country|city))"
    rf"|\b(?P<whom2>[A-Z][\w.’'&-]*(?:\s[A-Z\d][\w.’'&-]*){{0,3}})\s(?:has|had|have|holds|held|runs|operates|owns|boasts|hosts|is\shome\sto|with)\s"
    rf"(?:now\s)?(?:the|its|(?:the\s)?[\w’']+['’]s)\s(?P<o2>{_NOT_FIRST}|{_SUFFIXED})[- ]{_BESIDE_LARGEST}\b"
)
_NAMED_AFTER = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|(?:[Tt]he\s)?[\w’']+['’]s)\s(?P<o>{_NOT_FIRST}|{_SUFFIXED})[- ]{_BESIDE_LARGEST}\s"
    rf"(?P<what>(?:(?!(?:of|in|by|after|behind|to|for|on|at|from|and|with|than|is|was|are|has)\b)[a-z][\w-]*\s|AI\s){{1,5}})"
    rf"(?P<whom2>[A-Z][\w.’&-]*(?:\s[A-Z\d][\w.’&-]*){{0,3}})"
)
"""A rank in an apposition or in what somebody has: "Kiln, Asia's third-largest lab", "Kiln has the second-largest cluster";
before a name: "Asia's third-largest lab Kiln"."""
_FURTHER = re.compile(
    rf"(?:(?:,|\band|\bwhile|\bwith)\s(?:the\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{0,3}}(?:\s\([^)]{{1,12}}\))?"
    rf"|\b(?:but|and)\s(?:only|just|a mere)?\s?(?=\S+\s(?:in|on|for|by|among)\b))\s?"
    rf"(?P<o>{_NOT_FIRST}|{_SUFFIXED}){_ALONE}"
)
"""Ranks that follow one in the same sentence, without a verb: "..., the UK third"; "but fourth in talent"."""
_EITHER = re.compile(rf"\sor\s(?P<o>{_WORDED}|{_SUFFIXED})\b(?!-)", re.I)
""" "Ranks first or second"."""
_PATTERNS = (*_RULES, _PUTTING, _SAID_OF, _NAMED_AFTER)
_SIGNS = frozenset(_WORDED.split("|")) | {"no", "number"}
_SIGN = re.compile(r"\d(?:st|nd|rd|th)\b|#\d")
_LARGEST = tuple("bhlmst")
"""How a word begins that an ordinal is joined to: "second-largest"."""


def may_rank(scene: Scene, number: int) -> bool:
    """Whether a sentence holds any ordinal at all."""
    sentence = scene.reading.sentences[number]
    words = scene.reading.words[number]
    return (
        not _SIGNS.isdisjoint(words)
        or _SIGN.search(scene.content, sentence.start, sentence.end) is not None
        or (
            scene.content.find("-", sentence.start, sentence.end) >= 0
            and any("-" in word and _is_joined(word) for word in words)
        )
    )


def _is_joined(word: str) -> bool:
    ordinal, _, rest = word.partition("-")
    return ordinal in _SIGNS and ordinal != "first" and rest.startswith(_LARGEST)


def wanted(scene: Scene) -> list[int]:
    """The sentences that state a rank."""
    return list(_stated(scene))


_STATED: WeakKeyDictionary[Scene, dict[int, list[re.Match[str]]]] = WeakKeyDictionary()


def _stated(scene: Scene) -> dict[int, list[re.Match[str]]]:
    """Where ranks are stated, by the numbers of their sentences: asked what to parse, and again to read it."""
    if scene not in _STATED:
        signed = (n for n in range(len(scene.reading.sentences)) if may_rank(scene, n))
        found = ((n, list(_found(scene, n))) for n in signed)
        _STATED[scene] = {n: matches for n, matches in found if matches}
    return _STATED[scene]


def _found(scene: Scene, number: int) -> Iterator[re.Match[str]]:
    """Where ranks are stated in a sentence; one place may come twice."""
    sentence = scene.reading.sentences[number]
    first: int | None = None
    for pattern in _PATTERNS:
        for match in pattern.finditer(scene.content, sentence.start, sentence.end):
            if "whom2" in match.re.groupindex and not _fits(scene, match):
                continue
            first = match.end() if first is None else min(first, match.end())
            yield match
    if first is not None:
        yield from _FURTHER.finditer(scene.content, first, sentence.end)


def find(scene: Scene, number: int) -> Iterator[Draft]:
    """The ranks of one sentence."""
    sentence = scene.reading.sentences[number]
    seen: set[int] = set()
    for match in _stated(scene).get(number, ()):
        rank, at = _rank(match[_group(match)]), match.start(_group(match))
        if (
            rank is None
            or at in seen
            or stance.hypothetical(scene.content, (sentence.start, sentence.end), match.start())
        ):
            continue
        seen.add(at)
        yield _draft(scene, number, match, rank)


def _group(match: re.Match[str]) -> str:
    """The group of a match that holds the rank."""
    return "o2" if match.groupdict().get("o2") else "o"


def _placed(match: re.Match[str]) -> tuple[int, int] | None:
    """Where who is put somewhere stands, if the match shows it."""
    name = next((k for k in ("whom", "whom2") if match.groupdict().get(k)), None)
    return match.span(name) if name else None


def _fits(scene: Scene, match: re.Match[str]) -> bool:
    """Whether a name in apposition is one of somebody who can have a rank."""
    start, end = _placed(match) or match.span()
    named = (
        *scene.reading.mentions_in(start, end),
        *map(scene.unlisted.known, scene.reading.unknown_in(start, end)),
    )
    return any(m.kind in ("organisation", "model", "side") and m.end == end for m in named)


def _rank(words: str) -> int | None:
    lower = re.sub(r"\A(?:no\.?\s?|number\s|#)", "", words.lower())
    if lower in _ORDINAL or lower in _CARDINAL:
        return _ORDINAL.get(lower) or _CARDINAL.get(lower)
    digits = re.match(r"\d+", lower)
    return int(digits.group()) if digits else None


def _draft(scene: Scene, number: int, match: re.Match[str], rank: int) -> Draft:
    sentence = scene.reading.sentences[number]
    at, stop = match.span(_group(match))
    either = _EITHER.match(scene.content, stop, sentence.end)
    low, high = rank, max(rank, (_rank(either["o"]) if either else None) or rank)
    figure = Figure(at, stop, match.start(), float(low), float(high), "count", "rank")
    finder = SubjectFinder(scene, number)
    subject = (
        _whom(scene, number, match)
        or _beside(scene, sentence.start, match)
        or (None if match.re is _PUTTING else finder.find(figure, sentence.start))
    )
    if subject is not None and subject.start >= match.end():
        subject = None  # "it had become third in Asia" is no rank of Asia's
    after = scene.content[match.end() : sentence.end]
    what = re.match(r"[^,.;:()]{0,80}", after)
    metric = _metric(what.group() if what else "", match.group())
    named = match.re is _NAMED_AFTER
    if named:
        metric = f"rank as {match['what'].strip()}"
    start, end = evidence.extent(
        finder, figure, subject, match.end() + (len(what.group().rstrip()) if what and not named else 0)
    )
    slots = {
        **slot("subject", subject),
        "metric": metric,
        "value_low": low,
        "value_high": high,
        "unit": "rank",
        "period": _period(scene, number),
        "statistic": "rank",
        "of": None,
        "base": None,
        "counted": None,
        "sample": None,
    }
    around = scene.content[sentence.start : sentence.end]
    return Draft("quantity", start, end, at, number, slots, {"dimension": dimensions.of(metric, around)})


def _whom(scene: Scene, number: int, match: re.Match[str]) -> Referent | None:
    """Who is put at a rank, where the words say so."""
    placed = _placed(match)
    if placed is None:
        return None
    for mention in reversed(scene.reading.mentions_in(*placed)):
        if mention.end == placed[1] and not (mention.adjective and mention.kind == "side"):
            return from_mention(scene.content, mention)
    if match.re is _NAMED_AFTER:
        new = [m for m in scene.reading.unknown_in(*placed) if m.end == placed[1]]
        return from_mention(scene.content, new[0]) if new else None
    parse = scene.reading.parse(number)
    token = parse.head_of(*placed)
    return scene.referents.of(parse, token, number) if token is not None else None


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
    if re.search(r"\bto\s(?:be|become|take|rank|come)\b", between):
        return None  # "A overtook B to become the third-largest"
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
