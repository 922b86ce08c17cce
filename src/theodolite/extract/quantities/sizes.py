"""How large a model is: parameters and windows, however the figure stands with its noun.

"A 7B model", "the 32B parameter version" and "in 9B and 27B sizes" count parameters; "a 128K context window"
and "a one million token window" count the tokens of a window. "The 3.1 model" counts nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.scene import Scene
from theodolite.extract.words.numbers import Figure

_MODEL = (
    r"(?:models?|versions?|variants?|sizes?|LLMs?|SLMs?|VLMs?|MoE|backbones?|checkpoints?|releases?|weights|"
    r"transformers?|networks?)"
)
_OF_BILLIONS = re.compile(r"\d\s?[BMT]\Z")
_SIZED = re.compile(rf"(?:[\s-](?:[\w.+/-]+\s){{0,5}}?|-){_MODEL}\b")
_PARAMETERS = re.compile(
    r"[\s-]?(?:(?:total|active|activated|dense|sparse)\s){0,2}(?:parameters?|params?)\b(?!\s(?:of|in)\s)",
    re.I,
)
_WINDOW = re.compile(
    r"[\s-](?:tokens?[\s-])?(?:context|input|output|attention)(?:[\s-](?:window|length|limit|size))", re.I
)
_TOKEN_WINDOW = re.compile(r"[\s-]tokens?[\s-](?:context[\s-])?(?:window|length|limit|context)\b", re.I)
_TOKENS = re.compile(r"[\s-](?:tokens?)\b(?!\s(?:per|a|every)\b)", re.I)
_WINDOW_OF = re.compile(
    r"\b(?:context\s(?:window|length|limit)|window)\s(?:of|to|is|at|spans|holds)\s(?:\w+\s){0,3}\Z", re.I
)
_VERSIONED = re.compile(rf"\s{_MODEL}\b")


def of(figure: Figure, content: str) -> tuple[str, str] | None:
    """(unit, metric) of a size; None where the figure is none."""
    if figure.kind != "count":
        return None
    after = content[figure.end : figure.end + 90]
    if _PARAMETERS.match(after):
        return "parameter", "parameters"
    if _TOKEN_WINDOW.match(after) or _WINDOW.match(after):
        return "token", "context window"
    if _TOKENS.match(after) and _WINDOW_OF.search(content[max(0, figure.opening - 60) : figure.opening]):
        return "token", "context window"
    if figure.scaled and _OF_BILLIONS.search(content[figure.start : figure.end]) and _SIZED.match(after):
        return "parameter", "parameters"
    return None


_LETTER = re.compile(r"\s?(?P<letter>[BMT])[-\s](?=parameters?\b)")
_SCALES = {"M": 1e6, "B": 1e9, "T": 1e12}


def whole(figure: Figure, content: str) -> Figure:
    """The figure with a letter of size that stands apart: "130 B-parameter"."""
    letter = _LETTER.match(content, figure.end) if figure.kind == "count" and not figure.scaled else None
    if letter is None:
        return figure
    by = _SCALES[letter["letter"]]
    low, high = (value * by if value is not None else None for value in (figure.low, figure.high))
    return replace(figure, low=low, high=high, end=letter.end() - 1, scaled=True)


_NAME_BEFORE = re.compile(
    r"[a-z,]\s(?:[Aa]\s|[Tt]he\s)?[A-Z][a-z]+\s\Z|\A[Aa]\s[A-Z][a-z]+\s\Z|[.\n]\s{0,2}A\s[A-Z][a-z]+\s\Z"
)
_NAME_BEHIND = re.compile(r"\s[A-Z][a-z]{2,}\b")


_EMERGENCY = re.compile(
    r"(?:911|999|112|988)\s(?:dispatch\w*|calls?|operators?|lines?|services?|emergenc\w+)\b"
)
_WHOLLY = re.compile(
    r"100\s?%[*_]*\s[*_]*(?:offline|free|local(?:ly)?|open|sure|safe|private|human|certain|original|secure|online|pure|real|"
    r"natural|automatic(?:ally)?|AI(?:-\w+)?)\b"
)


def is_version(figure: Figure, content: str) -> bool:
    """Whether a number is part of a name: "the Kestrel 3.1 model", "a Channel 4 News report"."""
    value = figure.low
    if (
        figure.kind == "count"
        and not figure.scaled
        and (value or 0) < 100
        and content[figure.start : figure.end].isdigit()
        and _NAME_BEHIND.match(content, figure.end)
        and _NAME_BEFORE.search(content[max(0, figure.start - 30) : figure.start])
    ):
        return True
    if _EMERGENCY.match(content, figure.start) or _WHOLLY.match(content, figure.start):
        return True
    return (
        figure.kind == "count"
        and not figure.scaled
        and value is not None
        and value != int(value)
        and _VERSIONED.match(content, figure.end) is not None
    )


def named(scene: Scene, figure: Figure, number: int) -> Referent | None:
    """Whose size it is: "Larch 3, a 24-billion-parameter model" is Larch 3's."""
    start = scene.reading.sentences[number].start
    names = (
        *scene.reading.mentions_in(start, figure.opening),
        *scene.reading.unknown_in(start, figure.opening),
    )
    for mention in sorted(names, key=lambda m: m.start, reverse=True)[:2]:
        if _APPOSED.fullmatch(scene.content, mention.end, figure.opening) and mention.kind not in (
            "side",
            "person",
        ):
            known = scene.unlisted.known(mention) if mention.kind == "unknown" else mention
            found = from_mention(scene.content, known)
            return found if found.end <= figure.opening else None
    return None


_APPOSED = re.compile(
    r"(?:\s(?:\d+(?:\.\d+)?|v\d+))?[*\"”'’]*(?:\s\([^()]{0,30}\))?,\s[*]*"
    r"(?:(?:an?|the|its|their|our)\s(?:[\w-]+,?\s){0,4}?[*]*)?"
)


def as_told(value: float | None) -> float | int | None:
    """A value as a claim holds it: whole numbers without a fraction."""
    if value is None:
        return None
    return int(value) if value == int(value) and abs(value) < 1e15 else round(value, 6)
