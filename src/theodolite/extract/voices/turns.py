"""Turns of talk: who has the floor in an interview, a transcript, a thread of comments."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from theodolite.extract.words import lexicon

_LABEL = re.compile(
    r"^[ \t]*[*_]{0,3}(?P<label>Q|A|Question|Answer|Interviewer|Moderator|Host|Speaker \d{1,2}"
    r"|(?:[A-Z][\w.'’-]{0,20} ){0,3}[A-Z][\w.'’-]{1,20})[*_]{0,3}:[*_]{0,3}[ \t]+(?=\S)"
    r"|^[ \t]*(?:(?:Mr|Mrs|Ms|Dr|Mx)\.|Senator|Chairman|Chairwoman|Chair|Representative|Secretary)[ \t]"
    r"(?P<hearing>[A-Z][A-Z'’-]{2,20})\.[ \t]+(?=\S)",
    re.M,
)
_USER = r"(?:/?u/)?@?(?P<user>\[(?:deleted|removed)\]|[A-Za-z0-9][\w.-]{2,24})"
_AGE = r"\d{1,3}\s?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[hdmwy])\sago"
_HEADER = re.compile(
    rf"^[ \t>]*(?:\[[–+-]\][ \t]*)?(?:posted by |by )?{_USER}[ \t]*(?:"
    rf"\(-?[\d,.]+k?\s(?:points?|upvotes?|karma)[^)\n]{{0,40}}\)"
    rf"|-?[\d,.]+k?\s(?:points?|upvotes?|karma)\b[^\n]{{0,60}}"
    rf"|(?:[·•|,–—-][ \t]*)?{_AGE}[^\n]{{0,60}}|wrote:)[ \t]*$",
    re.M | re.I,
)
_POSTER = re.compile(r"\b(?i:posted|submitted|started)\b[^\n]{0,40}?\bby\s+(?:/?u/)?(?P<user>[\w.-]{3,25})")
_FOOTER = re.compile(r"^[ \t]*(?:by|posted by|—|--) ?(?P<user>[A-Za-z0-9][\w-]{2,24})[ \t]*$", re.M)
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


def find(content: str, interviewee: str | None) -> tuple[Turn, ...]:
    """All turns, in order; none where the text is no talk. `interviewee` answers to a bare "A"."""
    marks = _labels(content, interviewee) or _headers(content) or _footers(content)
    if not marks:
        return ()
    ends = [start for start, _ in marks[1:]] + [len(content)]
    return tuple(Turn(start, end, name) for (start, name), end in zip(marks, ends, strict=True))


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


def _footers(content: str) -> list[tuple[int, str | None]]:
    """Comments with their writers' names below them: "by night_owl" on a line of its own."""
    found = list(_FOOTER.finditer(content))
    if len(found) < 2:
        return []
    starts = [0, *(match.end() for match in found[:-1])]
    return [
        (start, None if _NOBODY.match(match["user"]) else match["user"])
        for start, match in zip(starts, found, strict=True)
    ]


def _label(match: re.Match[str]) -> str:
    return str(match["label"] or match["hearing"])


def _headers(content: str) -> list[tuple[int, str | None]]:
    """Comments under the names of their writers, with points or age behind them; bare where known."""
    found = {match.start(): match for match in _HEADER.finditer(content)}
    if len(found) < 2:
        return []
    users = {match["user"] for match in (*found.values(), *_POSTER.finditer(content))}
    alone = re.compile(rf"^(?P<user>{'|'.join(re.escape(u) for u in sorted(users)[:400])})[ \t]*$", re.M)
    for match in alone.finditer(content):
        found.setdefault(match.start(), match)
    return [
        (at, None if _NOBODY.match(match["user"]) else match["user"]) for at, match in sorted(found.items())
    ]
