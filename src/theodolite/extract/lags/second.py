"""A second length beside the first: "five, six months", "two years in models and longer in chips"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from theodolite.extract.lags.claims import Found
from theodolite.extract.scene import Scene
from theodolite.extract.words.number_grammar import MONTHS, ONES
from theodolite.extract.words.numbers import Figure

_FIRST = re.compile(
    r"(?:\b(?:is|are|was|were|be|about|of|by|perhaps|maybe|say|roughly|some|within|at|to|took|takes?|needs?|needed|"
    r"another|lags?|trails?|think|guess|like|only|just)|['’](?:s|re|d)|\A)\s?[\"“]?"
    rf"(?P<n>\d{{1,2}}|{'|'.join(list(ONES)[1:])})(?:,\s(?:or\s|maybe\s|perhaps\s|possibly\s|say\s|even\s)?|\s(?:maybe|perhaps|possibly)\s)\Z",
    re.I,
)
_AT_ALL = 4  # times the first number that the second may be


def doubled(scene: Scene, figures: list[Figure], start: int) -> list[Figure]:
    """The figures with a number right before them as their lower end: "five, six months"."""
    return [_doubled(scene, figure, start) for figure in figures]


def _doubled(scene: Scene, figure: Figure, start: int) -> Figure:
    per = MONTHS.get(figure.unit or "")
    ends = figure.months
    if per is None or ends is None or ends[0] is None or ends[0] != ends[1] or figure.low is None:
        return figure
    first = max(start, figure.opening - 40)
    match = _FIRST.search(scene.content[first : figure.opening])
    if match is None:
        return figure
    low = float(match["n"]) if match["n"].isdigit() else float(ONES[match["n"].lower()])
    if not low < figure.low <= _AT_ALL * low:
        return figure
    opens = first + match.start("n")
    scene.reading.taken.append((opens, opens + len(match["n"])))
    return replace(figure, start=opens, opening=opens, months=(low * per, ends[1]))


_LONGER = re.compile(
    r"[^;.?!]{0,40}?(?:,\s(?:and|but)|\s(?:and|but)|,)\s(?P<cue>(?:(?:perhaps|maybe|probably|even|far|much|still|"
    r"considerably|rather|a\s(?:good|great)\sdeal)\s){0,2}(?P<way>longer|more|wider|larger|greater|bigger|shorter|less|"
    r"smaller|narrower))(?:\sstill)?\s(?:in|for|on|at|when|where)\s[^,;.?!]{2,60}",
    re.I,
)


def longer(scene: Scene, found: Found, stop: int) -> Iterator[Found]:
    """ "The lead is two years in models, and longer in chips": at least as long, or at most."""
    if found.figure is None:
        return
    match = _LONGER.match(scene.content, found.figure[1], stop)
    if match is None or any(scene.reading.figures_in(found.figure[1], match.end())):
        return
    least = match["way"].lower() in ("longer", "more", "wider", "larger", "greater", "bigger")
    top, bottom = found.high if found.high is not None else found.low, found.low
    place = (match.start("cue"), match.end())
    ends = {"low": top, "high": None} if least else {"low": None, "high": bottom}
    yield replace(found, **ends, cue=place, figure=place, trend=None)  # type: ignore[arg-type]


THEN = re.compile(
    r"[^;.?!]{0,70}?[,(]?\s(?:as\s)?(?:against|compared (?:with|to)|down from|up from|versus|instead of)\s"
    r"(?:(?:about|around|roughly|some|nearly|almost|only|just|perhaps|the)\s)*\Z",
    re.I,
)
"""What stands between a length and an older one: "seven months, against a year and a half in 2024"."""
THEN_AFTER = re.compile(
    r"(?:\s(?:or so|or more|behind))?\s(?:at|in|back|as of|last|a|two|three|just|the|by|before|earlier|"
    r"when|during|only|around|early|late)\b|\s?[.,;)]",
    re.I,
)
"""What stands behind the older length: when it was so."""
