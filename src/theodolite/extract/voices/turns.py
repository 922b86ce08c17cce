"""Talk: questions and answers, transcripts whose lines open with who speaks ("DELGADO: ...").

Comments are no turns: a reader divides a discussion into parts, each with its author.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from theodolite.extract.words import lexicon

UP = "A-ZÀ-ÖØ-ÞĀ-Ž"
TIME = r"[\[(]?\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,3})?[\])]?"
_NAME = (
    rf"(?:(?:[{UP}][\w.'’-]{{0,20}}|de|van|von|der|bin|al|da|di|la) ){{0,4}}"
    rf"(?:al-|el-|d['’])?[{UP}][\w.'’-]{{1,20}}"
)
_WHO = (
    rf"(?:(?:/?u/|@)[\w.-]{{2,30}}|Q|A|Question|Answer|Interviewer|Moderator|Host|Speaker \d{{1,2}}|{_NAME}|"
    rf"[{UP}]{{2,3}})"
)
_NOTE = r"(?:[ \t]*[\[(](?P<note>[^()\[\]\n]{1,120})[\])])?(?:,[ \t](?P<of>[^:,.;!?\n]{2,50}))?"
_LABEL = re.compile(
    rf"^[ \t]*[*_]{{0,3}}(?:{TIME}[ \t]*(?:[-–—|·][ \t]*)?[*_]{{0,3}})?(?P<label>{_WHO})[*_]{{0,3}}{_NOTE}"
    rf"(?:[ \t]*[-–—|·,]?[ \t]*{TIME})?[*_]{{0,3}}[ \t]?:[*_]{{0,3}}(?:[ \t]+(?=\S)|[ \t]*\n(?=[ \t]*\S))"
    r"|^[ \t]*(?:(?:Mr|Mrs|Ms|Dr|Mx)\.|Senator|Chairman|Chairwoman|Chair|Representative|Secretary)[ \t]"
    r"(?P<hearing>[A-Z][A-Z'’-]{2,20})\.[ \t]+(?=\S)"
    r"|^[ \t]*(?P<letter>[QA])\.[ \t]+(?=\S)"
    rf"|^[ \t]*[*_]{{0,3}}(?P<timed>{_WHO})[*_]{{0,3}}[ \t]*[-–—|·,]?[ \t]*{TIME}[*_]{{0,3}}[ \t]*"
    r"\n(?=[ \t]*\S)"
    rf"|^[ \t]*[*_]{{0,3}}{TIME}[*_]{{0,3}}[ \t]*(?:[-–—|·][ \t]*)?[*_]{{0,3}}(?P<stamped>{_WHO})"
    r"[*_]{0,3}[ \t]*\n(?=[ \t]*\S)"
    rf"|^[ \t]*[*_]{{0,3}}(?P<caps>[{UP}][{UP}.'’-]+(?: [{UP}][{UP}.'’-]+){{0,3}})[*_]{{0,3}}"
    r"(?:[ \t][-–—][ \t]+(?=\S)|[ \t]*\n(?=[ \t]*\S))",
    re.M,
)
_KINDS = ("label", "hearing", "letter", "timed", "stamped", "caps")
_ASKS = frozenset(lexicon.in_order("q question interviewer moderator host"))
_ANSWERS = frozenset(lexicon.in_order("a answer guest interviewee"))
_NO_VOICES = frozenset(
    lexicon.in_order(
        """interview interviewers photo photos photographs picture text words editor edited source sources
        note notes moderated translation translated panel date place location topic subject present update
        correction background summary transcript recorded time title"""
    )
)
_NOBODY = re.compile(r"\A(?:\[?deleted\]?|\[?removed\]?|anonymous\w*|guest\w*|speaker \d+)\Z", re.I)
_ASKED_BY = re.compile(
    r"\b(?i:interview(?:ed)?(?: by)?|questions(?: by)?|asked by|hosted by|in conversation with)(?::| by)?\s+"
    r"(?P<name>[A-Z][\w'’-]+(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){1,2})"
)
_TITLE = re.compile(
    r"(?:The\s(?=(?:Hon|Right|Rev)))?(?:(?:Rt\.?|Right|Hon\.?|Honou?rable|Mr|Mrs|Ms|Mx|Dr|Prof|Sir|Sen|Rep)"
    r"\.?|Professor|Senator|Representative|Minister|Ambassador|Commissioner|Secretary)\s",
    re.I,
)
_FULL_NAME = re.compile(
    rf"[{UP}][\w.'’-]*(?: (?:[{UP}][\w.'’-]*|de|van|von|bin|al)){{0,2}} [{UP}a-z]?[\w'’-]{{2,}}"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """From `start` (its label) to `end` speaks `name`; None for a voice without a name. `words` is where the
    label ends."""

    start: int
    end: int
    name: str | None
    words: int = 0


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    end: int
    words: str
    note: str | None
    of: str | None

    @property
    def key(self) -> str:
        """By what one speaker's labels are alike: the surname."""
        return self.words.split()[-1].lower()


def find(
    content: str,
    interviewee: str | None,
    spans: Sequence[tuple[int, int]] | None = None,
    spelled: Callable[[str], str | None] = lambda initials: None,
) -> tuple[Turn, ...]:
    """All turns, in order; none where the text is no talk. `interviewee` answers to a bare "A".

    `spans` are the stretches in which there can be talk, by default the whole text. `spelled` gives the name
    behind initials.
    """
    found: list[Turn] = []
    for begin, end in spans if spans is not None else ((0, len(content)),):
        marks = _labels(content[begin:end], interviewee, spelled)
        ends = [label for label, _, _ in marks[1:]] + [end - begin]
        for (label, words, name), till in zip(marks, ends, strict=False):
            found.append(Turn(begin + label, begin + till, name, begin + words))
    return tuple(found)


def _labels(
    content: str, interviewee: str | None, spelled: Callable[[str], str | None]
) -> list[tuple[int, int, str | None]]:
    """Lines that open with who speaks, each with the places of its label.

    One such line is a heading; a talk has several and comes back.
    """
    found = [
        _Label(*m.span(), next(w for w in m.group(*_KINDS) if w), m["note"], m["of"])
        for m in _LABEL.finditer(content)
    ]
    often = Counter(label.key for label in found)
    talk = [label for label in found if often[label.key] >= 2]
    lines = sum(1 for line in content.splitlines() if line.strip())
    dense = len(found) >= 4 and len(often) >= 2 and 3 * len(found) >= 2 * lines and len(talk) >= 2
    if dense:
        talk = found
    if len(talk) < 4 or len({label.key for label in talk}) < 2:
        return []
    shouted = all(label.words.isupper() for label in talk)
    titled = any(_TITLE.match(label.words) for label in talk)
    asked = _ASKED_BY.search(content)
    named = {label.key: _noted(label) for label in reversed(found) if label.note}
    marks: list[tuple[int, int, str | None]] = []
    opened = min(label.start for label in talk if often[label.key] >= 2)
    for label in found:
        heading = label.start < opened and not (label.note or label.of)
        once = often[label.key] < 2 and (not dense or heading or label.key in _NO_VOICES)
        if once and not (label.words.isupper() if shouted else titled and _TITLE.match(label.words)):
            continue
        words = label.words.lower()
        name: str | None = label.words
        if words in _ASKS:
            name = _noted(label) or (asked["name"] if asked and asked["name"] != interviewee else None)
        elif words in _ANSWERS:
            name = interviewee
        elif _NOBODY.match(words):
            name = None
        elif label.words.isupper() and len(words) <= 3 and (full := spelled(label.words)):
            name = full
        elif label.words.startswith("The ") and named.get(label.key):
            name = named[label.key]
        marks.append((label.start, label.end, _plain(name) if name else None))
    return marks


def _noted(label: _Label) -> str | None:
    """The name in brackets behind a post: "The Chair (Ms. Ana Ruiz)", "Q (u/paneer)"."""
    note = (label.note or "").strip()
    handle = re.fullmatch(r"(?:/?u/|@)(?P<name>[\w.-]{2,40})", note)
    if handle:
        return handle["name"]
    bare = _TITLE.sub("", note)
    asks = ("The", "Q", "Host", "Moderator", "Interviewer")
    return bare if _FULL_NAME.fullmatch(bare) and label.words.split()[0] in asks else None


def _plain(name: str) -> str:
    """A label's name without titles, and not in capitals."""
    for _ in range(3):
        name = _TITLE.sub("", name, count=1) if _TITLE.match(name) else name
    return name.title() if name.isupper() else name
