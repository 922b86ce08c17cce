"""What a figure counts that has no noun behind it: what its sentence's subject counts ("downloads went from 9
million to 41 million"), or what the text counted last ("41% are Chinese; the U.S. is at 29")."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from theodolite.extract.quantities import nouns
from theodolite.extract.words import lexicon
from theodolite.extract.words.number_grammar import ONES
from theodolite.extract.words.numbers import Figure
from theodolite.extract.words.syntax import Parse

_AMOUNTING = lexicon.words(
    "is are was were be been being am 's 're reach reaches reached reaching exceed exceeds exceeded exceeding number numbers",
    "numbered total totals totalled totaled hit hits top tops topped pass passes passed surpass surpasses surpassed rise",
    "rises rose risen rising grow grows grew grown growing climb climbs climbed climbing fall falls fell fallen falling drop",
    "drops dropped dropping go goes went gone going increase increases increased increasing jump jumps jumped surge surges",
    "surged swell swelled swelled decline declines declined double doubled stand stands stood come comes came amount amounts",
    "amounted raised cut reduced lifted brought expanded raise raising cut cutting reduce reducing bring lift expand increase double put averaged average averages approach approached neared stayed remain",
    "remains remained became put estimated stays crossed cross crosses dwindled shrank shrunk quadrupled tripled expected",
)
"""Verbs that say how many their subject is."""
_TOPIC = re.compile(
    r"\b(?:number|count|tally|list|ranking)\sof\s(?P<a>(?:[\w’'-]+\s){0,3}?[a-z]{3,}s)\b(?!\s[a-z]+s\b)"
    r"|\b(?:more|most|fewer|how many)\s(?P<b>(?:(?!than\b)[\w’'-]+\s){0,2}?[a-z]{3,}s)\s(?:than|accepted|at|of any)\b"
)
"""What a passage is about counting: "the number of notable models", "more papers than"."""
_OF_THEM = re.compile(r"\sof\s(?:them|these|those)\b", re.I)
_STATED = re.compile(
    r"\b(?:had|has|have|found|released|published|filed|won|counted|got|employs?|employed|credited with|with|against|made|wants?|"
    r"ordered|bought|needs?|has only|had only|listed|placed|sold|shipped|and|[A-Z]\w+\s(?!is\b|was\b|has\b)[a-z]{2,}s)\s\Z"
)
_TALLY = lexicon.words("number count total tally figure sum population stock fleet amount")
_PEOPLED = lexicon.words(
    "headcount workforce population staff payroll membership enrolment enrollment team crew"
)
_USE = lexicon.words("use usage consumption base volume traffic output demand numbers count tally intake")
_NO_COUNT = lexicon.words(
    "numbers figures results estimates odds sales revenues prices costs shares scores benchmarks terms"
)
_MOST_PERCENT = 100.0
_REACH = 2  # sentences back in which a share may have been told


@dataclass(frozen=True, slots=True)
class Told:
    """What a figure of the text counted: its kind, unit and metric, and the sentence it stood in."""

    kind: str
    unit: str | None
    metric: str | None
    sentence: int
    paragraph: int
    magnitude: float = 1.0  # a million for "3 million", so that "30" behind it is 30 million


_BESIDE_NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*\)?(?:,|:)?\s\(?|\b(?:is|was|are|were|has|had|have|at|with|to|from|than|only|just|versus|vs\.?|against|"
    r"about|around|like|barely|hopeful|worried|which|reached|scored?|scores|got|gets|manages|managed|hits?|stands|stood|sits|sat|and|of)\s|[a-z]\s\("
    r"|\b(?:it|they|we|this|that|[A-Z][\w.]+)\s[a-z]+\s)\Z"
)
_GROUP = re.compile(r"(?:\band|,|\bwhile)\s(?:the\s)?[A-Z][\w.]+(?:\s[a-z-]+)?\s[a-z]+s\s\Z")
_AGE = re.compile(r"\b(?:he|she|I|who)(?:\s(?:is|was)|[’']s|[’']m)\s\Z", re.I)
_ENDS = re.compile(
    r"\s?(?:[.;:)!?—–]|,(?!\d)|\Z)|\s(?:in|for|among|and|but|to|from|were|was|are|is|went|goes|came|comes|will|while|when|on|at|last|this|a|the\s(?:year|month|quarter|week|day)\s(?:before|earlier|prior)|the\sprevious|per cent|two|three|five|ten|years?)\b"
)


_PART_OF = re.compile(
    r"\bof\s(?:the|its|their|our|his|her|those|these)\s[^;:]{1,80},\s(?:(?:only|just|some|about)\s)?\Z", re.I
)
_LISTED_NAME = re.compile(
    r"(?:[,;]|\band|\bwhile|\bbut)\s(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)(?:\s(?:team|group))?\s"
    r"(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?=\s?(?:[.,;)](?!\d)|\Z)|\s(?:and|while|but)\b)"
)


_WHOLE = re.compile(
    r"\bof\s(?:the|its|their|our|his|her|those|these)\s(?:\w+\s)?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|hundred)\s"
    r"(?:[\w-]+\s){0,2}?(?P<noun>[a-z]{3,}s)\b",
    re.I,
)


def whole_of(before: str) -> str | None:
    """The unit of the whole of which a part is counted: "of our last twelve hires, nine were ..."."""
    found = _WHOLE.search(before[-100:]) if is_part(before) else None
    return nouns.unit_of(found["noun"]) if found else None


def is_part(before: str) -> bool:
    """Whether a number counts some of what was just counted: "Of its 47,000 staff, 3,000 work on AI"."""
    return _PART_OF.search(before[-100:]) is not None


def listed_names(content: str, start: int, end: int) -> list[tuple[int, int, Figure]]:
    """Numbers behind a name where the verb is left out, each with the name's place: "..., Baidu 640 and Huawei 720"."""
    return [
        (
            m.start("name"),
            m.end("name"),
            _bare(m.start("n"), m["n"]),
        )
        for m in _LISTED_NAME.finditer(content, start, end)
    ]


def _bare(at: int, written: str) -> Figure:
    value = float(ONES.get(written, 0) or written)
    return Figure(at, at + len(written), at, value, value, "count", worded=written in ONES)


def antecedent(parse: Parse) -> str | None:
    """The unit of what a sentence speaks of, for a number in the next one: "the orals. DeepSeek has three"."""
    named = [t for t in parse.doc if t.tag_ in ("NNS", "NNPS") and t.dep_ in _SPOKEN_OF]
    named = [t for t in named if t.text.lower() not in _NO_COUNT and t.text.lower() not in _TIMES]
    return nouns.unit_of(named[-1].text.lower()) if named else None


_SPOKEN_OF = ("nsubj", "nsubjpass", "dobj", "pobj", "attr")
_TIMES = lexicon.words("years months weeks days hours minutes decades times members")


def stands_bare(before: str, after: str) -> bool:
    """Whether a number stands where only its unit is left out: "China 77", "(52)", "is at 29"."""
    near = before[-60:]
    if not _ENDS.match(after) or _AGE.search(near):
        return False
    if near.endswith(", ") and after.startswith(","):
        return False  # "Jane Doe, 45, said"
    return bool(_BESIDE_NAME.search(near) or _GROUP.search(near))


def remembered(told: Sequence[Told], figure: Figure, number: int, before: str, after: str) -> Told | None:
    """What a bare number goes on counting: the last share or count told shortly before."""
    value = figure.low if figure.low is not None else figure.high
    if not told or value is None or not stands_bare(before, after):
        return None
    last = told[-1]
    if number - last.sentence > _REACH:
        return None
    if last.kind == "percent":
        fits = not figure.scaled and 0 < value <= _MOST_PERCENT and not figure.worded
        return last if fits else None
    if last.kind == "money":
        million = last.magnitude > 1 and value < 1000 and number - last.sentence <= 1
        return last if figure.scaled or million else None
    return last if last.kind == "measure" and not figure.scaled and not figure.worded else None


def topic(content: str, start: int, end: int) -> str | None:
    """The unit of what a passage counts, where it says so in words."""
    told = list(_TOPIC.finditer(content, start, end))
    return nouns.unit_of(told[-1]["a"] or told[-1]["b"]) if told else None


TEAM = re.compile(
    r"\b(?:team|staff|crew|workforce|cohort|class|batch|payroll|headcount)\sof\s(?:(?:about|some|only|just|perhaps|maybe|around|"
    r"nearly|over|more than)\s)?\Z",
    re.I,
)
"""People are counted."""
_INHABITED = re.compile(
    r"\b(?:country|nation|continent|city|town|state|province|region|society|population|economy|people)\sof\s\Z",
    re.I,
)
""" "A country of 1.4 billion"."""
_FACTOR = re.compile(
    r"\bby\s(?:a|some)\sfactor\sof\s(?:(?:about|around|roughly|some|more than|over|nearly|almost)\s)?\Z", re.I
)
_MEASURED = re.compile(
    r"\b(?P<what>accuracy|yield|margin|rate|share|score|rating|index)\b[^,;.]{0,40}\b(?:is|was|to|from|at|of|only)\s\Z",
    re.I,
)


def scale_of(figure: Figure, before: str, after: str) -> str | None:
    """The unit that the noun before a bare number implies: people of a team, per cent of a yield, points of a score."""
    if TEAM.search(before[-60:]) or (_INHABITED.search(before[-30:]) and _ENDS.match(after)):
        return "people"
    if _FACTOR.search(before[-60:]):
        return "times"
    value = figure.low if figure.low is not None else figure.high
    named = _MEASURED.search(before[-80:])
    if named is None or value is None or figure.scaled or not _ENDS.match(after):
        return None
    if named["what"].lower() in ("score", "rating", "index"):
        return "point"
    return "percent" if value <= _MOST_PERCENT else None


def goes_without(figure: Figure, before: str, after: str) -> bool:
    """Whether a count may stand without any unit: "Tsinghua was credited with 1,140", "35,000 of them"."""
    value = figure.low if figure.low is not None else figure.high
    if value is None or figure.vague:
        return False
    if re.match(r"\sper\s(?:1[\d,]*0\b|[a-z]+\b)", after):
        return True
    if _OF_THEM.match(after):
        return value >= 2
    return value >= 13 and not figure.worded and bool(_STATED.search(before[-60:]) and _ENDS.match(after))


def counted_subject(parse: Parse, figure: Figure) -> str | None:
    """The noun of a subject that the figure says the number of: "the users of Doubao exceed 200 million"."""
    token = parse.head_of(figure.start, figure.end)
    if token is None or not parse.is_parsed:
        return None
    verb = parse.verb_above(token)
    if verb.text.lower() in ("employs", "employ", "employed", "employing"):
        return "people"
    if verb.text.lower() not in _AMOUNTING:
        return None
    subject = parse.subject(verb)
    for child in verb.children:
        if child.dep_ == "dobj" and child.text.lower() in _TALLY and parse.span(child)[1] <= figure.opening:
            return _tallied(child)  # "raise the number of vessels to 60"
    if subject is not None and subject.text.lower() in _PEOPLED:
        return "people"
    if subject is not None and subject.text.lower() == "age":
        return "year"
    if subject is None or not (figure.opening > parse.span(subject)[0]):
        return None
    if subject.text.lower() in _TALLY:
        return _tallied(subject)
    if subject.text.lower() in _USE:
        inside = [c for c in subject.children if c.dep_ == "compound" and c.tag_.startswith("NN")]
        return nouns.unit_of(str(inside[-1].text).lower()) if inside else None  # "token use", "user base"
    if subject.tag_ != "NNS" or subject.text.lower() in _NO_COUNT:
        return None
    word = subject.text.lower() if subject.text[1:].islower() else subject.text
    return nouns.unit_of(word)


def _tallied(subject: Any) -> str | None:
    """What "the number of ..." is the number of."""
    for child in subject.children:
        if child.dep_ == "prep" and child.text.lower() == "of":
            for held in child.children:
                if held.tag_ in ("NNS", "NNPS"):
                    return nouns.unit_of(str(held.text))
    return None
