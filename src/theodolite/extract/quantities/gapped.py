"""Counts whose noun and verb stand with the count before: "nine are in Ghana, three in Togo", "; six came from Kiln, four
from Oto", "One returned"."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from theodolite.extract.reading import Reading
from theodolite.extract.words.names import Mention
from theodolite.extract.words.number_grammar import ONES, TENS
from theodolite.extract.words.numbers import Figure

_VALUES = {
    **ONES,
    **TENS,
    **{f"{ten}-{one}": TENS[ten] + n for ten in TENS for one, n in list(ONES.items())[1:10]},
}
_SMALL = "|".join(sorted((w for w in _VALUES if w != "zero"), key=len, reverse=True))
NUMBER = rf"(?:{_SMALL})"
"""A small number in words, as a pattern."""
_N = rf"(?P<n>\d{{1,4}}|{_SMALL})"
_ABOUT = r"(?:(?:only|just|another|about|around|some|nearly|almost|perhaps|maybe|a\sfurther|the\sother|barely)\s){0,2}"
_JOINT = r"(?:,\sand|,\sbut|\sand|\sbut|\swhile|[,;:])\s"
_PLACED = re.compile(
    rf"{_JOINT}{_ABOUT}{_N}\s(?P<p>in|from|to|at|by|for|out\sof|on|with)\s(?=(?:the\s|an?\s)?[A-Za-z])(?!(?:a|per)\s(?:year|month|day|week)\b|total\b|all\b)"
)
_NATIONAL = re.compile(rf"{_JOINT}{_ABOUT}{_N}\s(?:(?:were|are|was|is)\s)?(?=[A-Z])")
_OF_THEM = re.compile(rf"{_JOINT}{_ABOUT}{_N}\sof\s(?:them|whom|which|these|those)\b")
_DID = (
    r"(?:are|were|is|was|came|come|comes|went|go|goes|left|live|lives|work|works|joined|moved|studied|graduated|returned|stayed|"
    r"have|has|had|use|uses|run|runs|failed|passed|closed|died|survived|got|won|took|made|remain|remained|belong|belongs|speak|wrote|said)"
)
_DOES = re.compile(rf"(?:;|:|—|–|,\sand|,\sbut|\sand|\sbut)\s{_ABOUT}{_N}\s{_DID}\b(?!\s(?:of|more|said)\b)")
_OPENS = re.compile(
    rf"(?:(?:And|But|So)\s)?(?:Only\s|Just\s|Of\sthese,?\s|Of\sthem,?\s|Of\sthose,?\s)?{_N}\s{_DID}\b(?!\s(?:of|said)\b)",
    re.I,
)
_WERE = re.compile(r"\b(?:were|are|was|is)\s(?:from\s)?\Z")
_STOP = re.compile(
    r"\s(?:percent|per cent|%|million|billion|trillion|thousand|hundred|times|years?|months?|weeks?|days?|hours?)\b"
)
_AT = re.compile(r"\s(?:in|from|to|at|by|for|out\sof)\s(?:the\s)?")
_MOST = 12
"""Members of one list that are read."""


def find(reading: Reading, number: int, counts: Sequence[Figure]) -> Iterator[Figure]:
    """The counts of a sentence that lean on one of `counts` before them, or on a count of the sentence before."""
    content, sentence = reading.content, reading.sentences[number]
    if counts:
        yield from _after(reading, counts[0], sentence.end)
    opens = _OPENS.match(content, sentence.start, sentence.end)
    if opens and _counted_before(reading, number):
        head = _figure(opens)
        yield head
        yield from _after(reading, head, sentence.end)


def place(reading: Reading, figure: Figure) -> Mention | None:
    """The name behind a count of a list, of whom or where it is: "three in Togo"."""
    placed = _AT.match(reading.content, figure.end, figure.end + 16)
    if placed is None:
        return None
    for mention in reading.mentions_in(placed.end(), placed.end() + 60)[:1]:
        if (
            mention.start == placed.end()
            and mention.kind in ("side", "organisation")
            and not mention.adjective
        ):
            return mention
    for mention in reading.unknown_in(placed.end(), placed.end() + 60)[:1]:
        if mention.start == placed.end():
            return mention
    return None


def opens(reading: Reading, number: int, figure: Figure) -> bool:
    """Whether a sentence opens with a count that leans on the sentence before: "One returned"."""
    sentence = reading.sentences[number]
    found = _OPENS.match(reading.content, sentence.start, sentence.end)
    return found is not None and found.start("n") == figure.start


def _counted_before(reading: Reading, number: int) -> bool:
    """Whether the sentence before in the paragraph counts something."""
    if not number:
        return False
    sentence, before = reading.sentences[number], reading.sentences[number - 1]
    if before.paragraph != sentence.paragraph:
        return False
    return any(
        f.kind == "count" and f.low and f.low >= 2 and f.unit != "rank"
        for f in reading.figures_in(before.start, before.end)
    )


def _after(reading: Reading, head: Figure, end: int) -> Iterator[Figure]:
    content, at = reading.content, head.end
    end = min(end, head.end + 600)
    for _ in range(_MOST):
        found = [m for p in (_PLACED, _OF_THEM, _DOES, _NATIONAL) if (m := p.search(content, at, end))]
        if not found:
            return
        match = min(found, key=lambda m: m.start("n"))
        at = match.end("n")
        if _STOP.match(content, at):
            continue
        said = content[head.end : match.start()]
        if match.re is _PLACED and match.group()[0] != ":" and not re.search(rf"\b{match['p']}\s", said):
            continue
        if match.re is _NATIONAL and not _is_national(reading, head.end, match):
            continue
        yield _figure(match)


def _is_national(reading: Reading, start: int, match: re.Match[str]) -> bool:
    """Whether both the head and this member say of which country: "thirty were American and twelve Chinese"."""
    here = [m for m in reading.mentions_in(match.end(), match.end() + 30) if m.start == match.end()]
    before = [m for m in reading.mentions_in(start, match.start()) if m.kind == "side" and m.adjective]
    if not here or not before or here[0].kind != "side" or not here[0].adjective:
        return False
    ends = re.match(r"\s?(?:[.,;)]|\sand\b|\Z)", reading.content[here[0].end : here[0].end + 6])
    return bool(ends and _WERE.search(reading.content[start : before[0].start]))


def _figure(match: re.Match[str]) -> Figure:
    written = match["n"].lower()
    value = float(_VALUES.get(written) or written)
    return Figure(*match.span("n"), match.start("n"), value, value, "count", worded=not written[0].isdigit())
