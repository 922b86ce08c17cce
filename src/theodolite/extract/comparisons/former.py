"""Held against itself or against what is common: "better than it did two years ago", "above the average"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.comparisons import degrees, frames
from theodolite.extract.comparisons.claims import Direction, Found
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent, from_mention

_THAN_IT_WAS = re.compile(
    r"\bthan\s(?:what\s|where\s|when\s)?(?:it|they|we|he|she)\s(?:once\s|ever\s|previously\s)?"
    r"(?P<verb>did|was|were|had(?:\sbeen)?|used\sto(?:\sbe)?|could|has\s(?:ever\s)?been)\b(?P<when>[^,;:.?!]{0,40})"
)
_KINDS = ("model", "organisation", "side", "group")
_USUAL = r"(?:average|mean|median|norm|baseline|benchmark)"
AVERAGE = re.compile(
    rf"\b(?P<way>above|below|over|under|beyond|beneath|behind|ahead\sof|(?:exceed|surpass|beat|trail|top|lag)(?:s|ed|ing)?"
    rf"(?:\sbehind)?|higher\sthan|lower\sthan|(?P<more>more|less|better|worse|faster|slower|larger|smaller|fewer)\b"
    rf"[^,;:.]{{0,40}}?\sthan|(?P<level>in\sline\swith|close\sto|near|at|on\sa\spar\swith|equal\sto|roughly))\s"
    rf"(?P<what>(?:the|its|their|an?)\s(?:[\w’'.-]+\s){{0,4}}?{_USUAL}(?:\s(?:for|of|among|in|across)\s(?:all\s|the\s)?"
    rf"(?!(?:the|its|their)\b)[\w-]+(?:\s(?:countries|economies|nations|members|states|firms|labs|models|world))?)?)",
    re.I,
)
_LOW = (
    "below",
    "under",
    "beneath",
    "behind",
    "trail",
    "lag",
    "lower",
    "less",
    "worse",
    "slower",
    "smaller",
    "fewer",
)


def find(parties: Parties) -> Iterator[Found]:
    """What one sentence holds against its own past or against an average."""
    words = parties.scene.reading.words[parties.number]
    if "than" in words and words & _PRONOUNS:
        yield from _own_past(parties)
    if words & AVERAGES:
        yield from _averages(parties)


_PRONOUNS = frozenset(("it", "they", "we", "he", "she"))
AVERAGES = frozenset(("average", "mean", "median", "norm"))
"""What somebody may stand above or below without another side."""


def _own_past(parties: Parties) -> Iterator[Found]:
    content, sentence = parties.scene.content, parties.sentence
    for match in _THAN_IT_WAS.finditer(content, sentence.start, sentence.end):
        degree = degrees.comparative(parties, match.start())
        if degree is None or not frames.claimed(parties.parse, degree):
            continue
        subjects = [
            r
            for r in parties.subjects(parties.parse.verb_above(degree))
            if r.kind in _KINDS or (r.text[:1].isupper() and r.text == r.name)
        ]
        if not subjects:
            continue
        start = parties.parse.span(degree)[0]
        when = re.sub(r"\A\s?(?:in\s)?", "", match["when"]).strip()
        for subject in subjects:
            name = f"{subject.name} {when}" if when else f"{subject.name} before"
            past = Referent(
                name,
                content[match.start() + 5 : match.end()].strip(),
                subject.side,
                match.start(),
                match.end(),
            )
            way = degrees.direction_of(parties, degree)
            yield Found([subject], [past], way, start, match.end(), degree)


def _averages(parties: Parties) -> Iterator[Found]:
    content, sentence = parties.scene.content, parties.sentence
    for match in AVERAGE.finditer(content, sentence.start, sentence.end):
        token = parties.parse.at(match.start())
        if token is None or not frames.claimed(parties.parse, token):
            continue
        start, end = match.span("what")
        name = re.sub(r"\A(?:the|its|their|an?)\s", "", match["what"], flags=re.I)
        average = Referent(name, match["what"], None, start, end)
        verb = parties.parse.verb_above(token)
        subjects = [r for r in parties.subjects(verb) if r.kind in _KINDS] or _whose(parties, match.start())
        if subjects:
            yield Found(subjects, [average], _way(match), match.start(), end, token)


def _way(match: re.Match[str]) -> Direction:
    if match["level"]:
        return "equal"
    return "below" if (match["more"] or match["way"]).lower().startswith(_LOW) else "above"


def _whose(parties: Parties, at: int) -> list[Referent]:
    """Where the words hold, for a subject that is nobody: "adoption in Japan is below the average"."""
    token = parties.parse.at(at)
    subject = parties.parse.subject(parties.parse.verb_above(token)) if token is not None else None
    if subject is None:
        return []
    start, end = parties.parse.phrase(subject)
    for mention in parties.scene.reading.mentions_in(start, end):
        if mention.kind in _KINDS:
            return [from_mention(parties.scene.content, mention)]
    return []
