"""The words before and behind a figure that open one of its ends, or call it approximate."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from theodolite.extract.words import lexicon
from theodolite.extract.words.figure import Figure

LOW = re.compile(
    r"(?:\b(?:(?:well|far|slightly|significantly|just|a\s(?:little|bit|shade|touch|hair)|much)\s)?(?:(?<!no\s)(?<!not\s)more than|over|above|beyond|greater than|longer than|higher than|larger than)|\bat (?:the very )?least|\bupwards? of"
    r"|\bin excess of|\bexceed(?:s|ed|ing)?|\bsurpass(?:es|ed|ing)?|\btop(?:s|ped|ping)|\bnorth of|\bno (?:fewer|less) than|\bnot (?:fewer|less) than"
    r"|\b(?:a )?minimum(?: of)?|\bcross(?:es|ed|ing)|\bpass(?:ed|ing) the|[>≥⩾≳]=?)\s*(?:(?:the|an?|about|around|some|roughly|approximately|even|their)\s+)?\Z",
    re.I,
)
HIGH = re.compile(
    r"(?:\b(?:(?:well|far|slightly|significantly|just|a\s(?:little|bit|shade|touch|hair)|much)\s)?(?:(?<!no\s)(?<!not\s)less than|(?<!no\s)(?<!not\s)fewer than|under|below|shorter than|lower than|smaller than)|\bup to|\bas (?:many|much|high|long) as|\bno(?:t)? (?:more|longer|higher|greater) than"
    r"|\bat (?:the )?(?:very )?most|\b(?:a )?maximum(?: of)?|\bnot exceeding|\bnot even|\b(?:just |a little )?shy of|\bcapped at|\bwithin|\binside of|\bno later than|[<≤⩽≲]=?)\s*(?:(?:the|an?|next|about|around|some|just|only|roughly|coming)\s+)*\Z",
    re.I,
)
ABOUT = re.compile(
    r"(?:\b(?:about|around|roughly|approximately|approx\.?|nearly|almost|close to|some|circa|an estimated|estimated|an average of|on average|a median of|a total of|a combined|perhaps|maybe|like|something like|somewhere around|only|just|merely|barely|a mere|a|an|the)|on the order of|of the order of|in the order of|ca\.?|~|≈|∼|≃|≅|±)\s*\Z",
    re.I,
)
MORE_AFTER = re.compile(
    r"\s?\+(?!\d)|[\s-]plus\b(?!\sor\sminus)|\s+or\s+(?:more|higher|longer|above)\b|\s+and\s+(?:above|counting|up)\b|\s+at\s+(?:the\s+)?least\b",
    re.I,
)
LESS_AFTER = re.compile(
    r"\s+or\s+(?:less|fewer|lower|under|sooner|below)\b|\s+at\s+(?:the\s+)?most\b|\s+max\b", re.I
)
_NEGATED = re.compile(
    r"(?:\b(?:not|never|neither|none|cannot|nobody|no(?:\sother)?\s\w+)|n[’']t)(?:\s(?:yet|ever|to|currently))?\s"
    r"(?=(?:exceed|surpass|top|cross|pass)\w*\s|above\s|over\s)",
    re.I,
)
"""What turns the words for a lower bound into an upper one: "no other country exceeds 3%"."""
CHANGE = re.compile(
    r"\b(?:rose|risen|rising|rise|grew|grown|grow|increas\w+|fell|fallen|fall|drop\w*|declin\w+|climb\w+|jump\w+|slid|surg\w+|went|"
    r"gone|reduc\w+|rais\w+|expand\w+|narrow\w+|shr[aiu]nk\w*|wid\w+|slash\w+|lower\w+|cut|up|down|improv\w+|soar\w+|leap\w*|swell\w*|"
    r"plung\w+|tumbl\w+|mov\w+|went|double\w*|triple\w*|compress\w+|decreas\w+|chang\w+|boost\w+|scal\w+|trimm\w+|clos\w+|grow\w+)\b",
    re.I,
)
_FROM = re.compile(
    r"from\s(?:(?:about|around|roughly|nearly|some|over|more than|just|under|less than|approximately|almost|an estimated)\s)*\Z",
    re.I,
)


# The words that the patterns above can end in: behind any other word they need not be tried.
_LAST_WORDS = lexicon.words(
    "than over above beyond least upwards upward of exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing",
    "top tops topped topping minimum cross crosses crossed crossing the a an about around some roughly approximately even",
    "their under below to as most maximum at within next just only coming approx nearly almost circa estimated average",
    "median total combined perhaps maybe merely mere ca like",
)
_CHANGE_REACH = 110  # characters before a figure in which a verb of change is looked for
_CHANGE_GAP = 60  # and how far it may stand before "from"
_BOUND_REACH = 40


def changes(text: str, at: int, floor: int) -> bool:
    """Whether a figure at `at` is where a change begins: "rose from about". Nothing before `floor` is read."""
    place = text.rfind("from", max(floor, at - 40), at)
    if place < 0 or (place and text[place - 1].isalnum()) or not _FROM.match(text, place, at):
        return False
    last = max((m.end() for m in CHANGE.finditer(text, max(floor, at - _CHANGE_REACH), place)), default=-1)
    return last >= max(0, place - _CHANGE_GAP) and ";" not in text[last:place]


def _is_bounding(before: str) -> bool:
    """Whether the text before a figure ends in a word or sign that can bound it."""
    words = before.rstrip(". \n")
    at = len(words)
    while at and words[at - 1].isalpha():
        at -= 1
    if at == len(words):
        return words[-1:] in set("~≈∼≃≅±>≥⩾≳<≤⩽≲=")
    last = words[at:].lower()
    if last == "to":
        return words[:at].rstrip().lower().endswith(("up", "close"))
    return last in _LAST_WORDS


def bounded(text: str, figure: Figure, floor: int, end: int) -> Figure:
    """The figure with an end opened by the words around it; nothing before `floor` is read."""
    before = text[max(floor, figure.start - _BOUND_REACH) : figure.start]
    if _is_bounding(before):
        figure, settled = _before(figure, before, text)
        if settled:
            return figure
    if figure.end >= end or text[figure.end] in ".,;:)":
        return figure
    if more := MORE_AFTER.match(text, figure.end, end):
        return replace(_open(figure, "high", figure.opening), end=more.end())
    if less := LESS_AFTER.match(text, figure.end, end):
        return replace(_open(figure, "low", figure.opening), end=less.end())
    return figure


_NO_APPROXIMATION = frozenset(("a", "an", "the", "only", "just", "merely"))


_THAN_THE = re.compile(r"\bthan\sthe\s\Z", re.I)
"""What something is compared with is as much as it says: "lower than the 19 billion of the quarter before"."""
_VERBAL = re.compile(r"(?:top|cross|pass|surpass|exceed)", re.I)


def _before(figure: Figure, before: str, text: str) -> tuple[Figure, bool]:
    """The figure with what the words before it say, and whether they settle its ends."""
    opening, approximate = figure.start, False
    if _THAN_THE.search(before):
        return figure, False
    while about := ABOUT.search(before):
        opening -= len(before) - about.start()
        approximate = approximate or about.group().strip().lower() not in _NO_APPROXIMATION
        before = before[: about.start()]
    figure = replace(figure, opening=opening, approximate=approximate)
    if (low := LOW.search(before)) and (negated := _NEGATED.search(before)):
        return _open(figure, "low", opening - (len(before) - negated.start())), True
    if low and not (_VERBAL.match(low.group()) and text.startswith(" of ", figure.end)):
        return _open(figure, "high", opening - (len(before) - low.start())), True
    high = HIGH.search(before)
    if high is None:
        return figure, False
    opening -= len(before) - high.start()
    whole = figure.high is not None and figure.low != figure.high
    if whole and re.search(r"\bwithin\b", high.group(), re.I):  # "within three to five years" is a range
        return replace(figure, opening=opening), True
    return _open(figure, "low", opening), True


def _open(figure: Figure, side: Literal["low", "high"], opening: int) -> Figure:
    """`figure` with one end open. A range after "more than" keeps its low end, after "up to" its high one."""
    months = figure.months
    if side == "high":
        return replace(figure, high=None, opening=opening, months=months and (months[0], None))
    top = figure.high if figure.high is not None else figure.low
    top_months = months and (months[1] if months[1] is not None else months[0])
    return replace(figure, low=None, high=top, opening=opening, months=months and (None, top_months))
