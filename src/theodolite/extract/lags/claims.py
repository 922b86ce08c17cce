"""From what a lag rule found to the slots of a lag claim, and its quote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from theodolite.extract import dimensions
from theodolite.extract.referents import Referent
from theodolite.extract.scene import Draft, Scene


@dataclass(frozen=True, slots=True)
class Found:
    """A lag: its sides, ends in months, the place of its cue, its reading; `figure` where its stretch
    stands."""

    follower: Referent
    leader: Referent | None
    low: float | None
    high: float | None
    cue: tuple[int, int]
    reading: str | None
    trend: str | None = None
    anchor: str | None = None
    subject: str | None = None
    figure: tuple[int, int] | None = None
    polarity: str | None = None


_IN = re.compile(
    r"\b(?:in terms of|when it comes to|in|on)\s(?P<what>(?:the\s(?:development|field|area|"
    r"race|quality|number|design|production|"
    r"manufactur\w+)\sof\s)?(?:the\s)?(?!(?:the\s)?(?:past|last|next|\d|a\b|an\b|late|early|"
    r"mid|recent|two|three|years?|months?|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|terms|general|fact|part|order|China|United|"
    r"America|Europe|Beijing|Washington|recent|this|that|some|many|most|an?\s\w+\s(?:interview|"
    r"report|speech|post)|interview|particular|average|track|both|"
    r"par)\b)[A-Za-z][^,.;:()!?\"”“—]{1,60}?)"
    r"(?=\s(?:by|and|but|while|as|than|with|according|because|after|since|is|are|was|were|has|"
    r"have|said|says|to|over|for|despite|compared|at|from)\b|[,.;:()!?\"”—]|\Z)",
    re.I,
)
_GAP_IN_FRONT = re.compile(
    r"(?<![\w'’-])(?P<what>(?:[\w-]+\s){0,2}?[\w-]+)\s(?:gap|lead|lag|race|disparity|advantage)\b", re.I
)
_NOT_WHAT = re.compile(
    r"\b(?:the|a|an|this|that|our|its|their|narrow\w*|clos\w+|widen\w*|year|month|years|months|"
    r"current|estimated|such|only|big|large|huge|small|any|shrinking|growing|remaining|"
    r"performance|average|real|same|to|of|and|is|that|should|could|will|would|may|might|can|not|"
    r"they|it|we|has|have|had|are|was|were)\b",
    re.I,
)
_AI = re.compile(
    r"\b(?:AI|A\.I\.|artificial intelligence|gen AI|LLMs?|large language models?|"
    r"language models?|foundation models?|chatbots?)\b"
)


_OPENING_TOPIC = re.compile(
    r"(?:(?:But|And|Yet),?\s)?(?:In|On|As for|For|When it comes to|With regard to)\s[^,.;:()]{3,50}"
)
"""What a sentence announces before it says who is behind: "In chip design China might be two years ..."."""


def draft(scene: Scene, number: int, found: Found) -> Draft:
    """The draft of the claim, its quote the clause from the first to the last word used."""
    start, end = _extent(scene, number, found)
    sentence = scene.reading.sentences[number]
    what = found.subject or _subject(scene, number, found)
    low, high = (_round(found.low), _round(found.high))
    slots: dict[str, Any] = {
        **slot("follower", found.follower),
        **slot("leader", found.leader),
        "subject": what,
        "subject_text": what,
        "subject_side": None,
        "low_months": low,
        "high_months": high,
        "trend": found.trend,
        "reading": found.reading,
        "anchor": found.anchor,
    }
    clause = scene.content[start:end]
    opening = _OPENING_TOPIC.match(scene.content, sentence.start, max(start, sentence.start))
    group = found.follower.text + " " + (found.leader.text if found.leader else "")
    override: dict[str, Any] = {
        "dimension": dimensions.of_lag(
            what, group, clause, opening and opening.group(), _gap_context(scene, sentence.start, found)
        )
    }
    if found.polarity:
        override["polarity"] = found.polarity
    return Draft(
        "lag", start, end, found.figure[0] if found.figure else found.cue[0], number, slots, override
    )


def slot(name: str, referent: Referent | None) -> dict[str, Any]:
    """The three fields of a name slot."""
    if referent is None:
        return {name: None, f"{name}_text": None, f"{name}_side": None}
    return {name: referent.name, f"{name}_text": referent.text or None, f"{name}_side": referent.side}


def _round(value: float | None) -> float | int | None:
    """Months as a whole number where they are one, else to two places."""
    if value is None:
        return None
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _extent(scene: Scene, number: int, found: Found) -> tuple[int, int]:
    """From the first to the last word that the claim uses, within its sentence, no mark left hanging."""
    sentence = scene.reading.sentences[number]
    places = [found.cue]
    if found.figure:
        places.append(found.figure)
    for side in (found.follower, found.leader):
        if side and side.text and sentence.start <= side.start < side.end <= sentence.end:
            places.append((side.start, side.end))
    start, end = min(a for a, _ in places), max(b for _, b in places)
    what = _IN.match(scene.content, end + 1, sentence.end) if end < sentence.end else None
    if what:
        end = what.end()
    return _trim(scene.content, start, end)


def _trim(content: str, start: int, end: int) -> tuple[int, int]:
    while end > start + 1 and content[end - 1] in " ,;:\n\t":
        end -= 1
    while start < end - 1 and content[start] in " ,;:\n\t":
        start += 1
    return start, end


def _subject(scene: Scene, number: int, found: Found) -> str | None:
    """What it is behind in: "in chips", "the talent gap", else AI where the sentence or what leads to
    it is about it."""
    sentence = scene.reading.sentences[number]
    for match in _IN.finditer(
        scene.content, max(sentence.start, found.cue[0] - 80), min(sentence.end, found.cue[1] + 90)
    ):
        if _is_place(scene, match):
            continue  # "in India" says where, not what in
        if abs(match.start() - found.cue[1]) < 60 or match.end() <= found.cue[0]:
            return " ".join(match["what"].split())
    lead = _GAP_IN_FRONT.search(scene.content[max(sentence.start, found.cue[0] - 40) : found.cue[1]])
    named = re.sub(r"(?i)\A(?:the|this|that|its|their|our|an?)\s", "", lead["what"]) if lead else ""
    if lead and named and not _NOT_WHAT.search(named):
        return named
    before = scene.reading.sentences[max(0, number - 2)].start
    return (
        "AI" if _AI.search(scene.content[before : sentence.end]) or _AI.search(scene.content[:400]) else None
    )


def _is_place(scene: Scene, match: re.Match[str]) -> bool:
    """Whether all that stands behind "in" is the name of a side."""
    start, end = match.span("what")
    return any(
        m.kind == "side" and not m.adjective and m.start - start <= 4 and m.end == end
        for m in scene.reading.mentions_in(start, end)
    )


def _gap_context(scene: Scene, start: int, found: Found) -> str | None:
    """ "This gap": what the sentence before was about."""
    if re.search(
        r"\b(?:this|that|the same|such a?) (?:gap|lead|lag|disparity)",
        scene.content[found.cue[0] - 10 if found.cue[0] > 10 else 0 : found.cue[1]],
        re.I,
    ):
        number = scene.reading.sentence_at(start)
        if number:
            before = scene.reading.sentences[number - 1]
            return scene.content[before.start : start]
    return None
