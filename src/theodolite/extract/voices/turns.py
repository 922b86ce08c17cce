"""Turns of talk: who has the floor in an interview or a transcript.

Comments are no turns: a reader divides a discussion into parts, each with its author.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from theodolite.extract.words import lexicon

_LABEL = re.compile(
    r"^[ \t]*[*_]{0,3}(?P<label>Q|A|Question|Answer|Interviewer|Moderator|Host|Speaker \d{1,2}"
    r"|(?:[A-Z][\w.'’-]{0,20} ){0,3}[A-Z][\w.'’-]{1,20})[*_]{0,3}:[*_]{0,3}[ \t]+(?=\S)"
    r"|^[ \t]*(?:(?:Mr|Mrs|Ms|Dr|Mx)\.|Senator|Chairman|Chairwoman|Chair|Representative|Secretary)[ \t]"
    r"(?P<hearing>[A-Z][A-Z'’-]{2,20})\.[ \t]+(?=\S)",
    re.M,
)
_ASKS = frozenset(lexicon.in_order("q question interviewer moderator host"))
_ANSWERS = frozenset(lexicon.in_order("a answer"))
_NOBODY = re.compile(r"\A(?:\[?deleted\]?|\[?removed\]?|anonymous\w*|guest\w*|speaker \d+)\Z", re.I)
_ASKED_BY = re.compile(
    r"\b(?i:interview(?:ed)?(?: by)?|questions(?: by)?|asked by|in conversation with)(?::| by)?\s+"
    r"(?P<name>[A-Z][\w'’-]+(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){1,2})"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """From `start` (its label) to `end` speaks `name`; None for a voice without a name."""

    start: int
    end: int
    name: str | None


def find(
    content: str, interviewee: str | None, spans: Sequence[tuple[int, int]] | None = None
) -> tuple[Turn, ...]:
    """All turns, in order; none where the text is no talk. `interviewee` answers to a bare "A".

    `spans` are the stretches in which there can be talk, by default the whole text.
    """
    found: list[Turn] = []
    for begin, end in spans if spans is not None else ((0, len(content)),):
        marks = _labels(content[begin:end], interviewee)
        ends = [start for start, _ in marks[1:]] + [end - begin]
        for (start, name), till in zip(marks, ends, strict=False):
            found.append(Turn(begin + start, begin + till, name))
    return tuple(found)


def _labels(content: str, interviewee: str | None) -> list[tuple[int, str | None]]:
    """Lines that open with who speaks. One such line is a heading; a talk has several and comes back."""
    found = list(_LABEL.finditer(content))
    often = Counter(_label(match).lower() for match in found)
    spoken = [m for m in found if often[_label(m).lower()] >= 2]
    if len(spoken) < 4 or len({_label(m).lower() for m in spoken}) < 2:
        return []
    asked = _ASKED_BY.search(content)
    marks: list[tuple[int, str | None]] = []
    for match in spoken:
        label = _label(match).lower()
        name: str | None = _label(match)
        if label in _ASKS:
            name = asked["name"] if asked and asked["name"] != interviewee else None
        elif label in _ANSWERS:
            name = interviewee
        elif _NOBODY.match(label):
            name = None
        marks.append((match.start(), name.title() if name and name.isupper() else name))
    return marks


def _label(match: re.Match[str]) -> str:
    return str(match["label"] or match["hearing"])
