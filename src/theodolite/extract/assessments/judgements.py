"""Every assessment of a document: which words judge which side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.assessments import cues, holders, topics
from theodolite.extract.assessments.cue import Cue
from theodolite.extract.comparisons import frames
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent
from theodolite.extract.scene import Draft, Scene


def find(scene: Scene) -> Iterator[Draft]:
    """Judgements on sides, sentence by sentence; what is a comparison or a lag already is left to it."""
    found = list(_cued(scene))
    scene.reading.prepare([n for n, _ in found])
    taken = _taken(scene)
    for number, matches in found:
        parse = scene.reading.parse(number)
        if parse is None:
            continue
        parties = Parties(scene, number, parse)
        used: list[tuple[int, int]] = []
        for cue, match in matches:
            if any(match.start() < b and a < match.end() for a, b in used):
                continue
            if any(match.start() < b and a < match.end() for a, b in taken.get(number, ())):
                continue
            drafts = list(_judged(parties, cue, match))
            if drafts:
                used.append(match.span())
            yield from drafts


def _cued(scene: Scene) -> Iterator[tuple[int, list[tuple[Cue, re.Match[str]]]]]:
    """The sentences with cues and somebody to judge."""
    reading, content = scene.reading, scene.content
    last = -10
    for number, sentence in enumerate(reading.sentences):
        named = bool(reading.mentions_in(sentence.start, sentence.end))
        if named or number - last <= 2 or holders.FIRST.search(content, sentence.start, sentence.end):
            matches = cues.find(content, sentence.start, sentence.end)
            if matches:
                yield number, matches
        if named:
            last = number


_WITHOUT = re.compile(r"Without\s[^.]{3,80},\s[^.]{0,60}?(?:\bwill\b|['’]ll\b|\bwould\b)")


def _taken(scene: Scene) -> dict[int, list[tuple[int, int]]]:
    """The places, by sentence, that lags and comparisons stand on."""
    found: dict[int, list[tuple[int, int]]] = {}
    for draft in scene.found:
        if draft.kind in ("lag", "comparison") and "shared" not in draft.override:
            found.setdefault(draft.sentence, []).append((draft.start, draft.end))
    return found


def _judged(parties: Parties, cue: Cue, match: re.Match[str]) -> Iterator[Draft]:
    anchor = holders.anchor(parties, match)
    if anchor is None or not frames.claimed(parties.parse, anchor, cue.advice):
        return
    if _WITHOUT.match(parties.words(parties.sentence.start, parties.sentence.end)):
        return
    if cue.alone and _has_rival(parties, match):
        return
    if cue.name == "behind" and re.match(
        r"\s(?:with|by|at)\s(?:only\s)?[\d$]", parties.words(match.end(), match.end() + 16)
    ):
        return  # a figure says how far
    for who in holders.of(parties, cue, match, anchor):
        yield from _drafts(parties, cue, match, anchor, who)


_OBJECT = re.compile(r"\s(?:(?:of|over|than|compared to|compared with)\s|(?=(?:the\s)?[A-Z]))")


def _has_rival(parties: Parties, match: re.Match[str]) -> bool:
    """Whether another party stands right behind, as an object: then it is a comparison."""
    behind = _OBJECT.match(parties.scene.content, match.end(), parties.sentence.end)
    return bool(behind and parties.after(behind.end()))


def _drafts(parties: Parties, cue: Cue, match: re.Match[str], anchor: Any, who: Referent) -> Iterator[Draft]:
    start, end = match.span()
    if parties.sentence.start <= who.start and who.end <= parties.sentence.end:
        start, end = min(start, who.start), max(end, who.end)
    end = topics.end(parties, end)
    slots = {
        "subject": who.name,
        "subject_text": who.text,
        "subject_side": who.side,
        "direction": cue.direction,
    }
    for dimension in topics.dimensions_of(parties, cue, match, anchor, start, end):
        yield Draft(
            "assessment", start, end, match.start(), parties.number, dict(slots), {"dimension": dimension}
        )
