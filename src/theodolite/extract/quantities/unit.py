"""The unit of a figure: what its noun counts, or the currency, score or size that is meant where no noun follows."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from theodolite.extract.quantities import nouns
from theodolite.extract.quantities.filter import done_times
from theodolite.extract.referents.antecedents import is_chip
from theodolite.extract.scene import Scene
from theodolite.extract.words import number_grammar
from theodolite.extract.words.numbers import Figure

_MONEY_TALK = re.compile(
    r"\b(?:valu\w+|rais(?:e|es|ed|ing)|fund(?:s|ed|ing)?|invest\w*|spen[dt]\w*|budget|costs?|revenues?|"
    r"sales|bill|worth|pa(?:y|ys|id|ying)|cheques?|salar\w+|round|earn\w*|lost|burn\w*|borrow\w*|loans?|put|"
    r"capital|deployed|pour(?:s|ed|ing)?|pump(?:s|ed|ing)?|plough(?:s|ed|ing)?|plow(?:s|ed|ing)?|financ\w+|subsid\w+|profits?|pric\w+|pulled in|pulling in)\b",
    re.I,
)


_LABEL = re.compile(r"(?:\A|[.•\n]\s?)(?P<what>[A-Z][a-z]{2,}s)(?:\s[a-z]+){0,3}:\s\Z")


def unit_of(
    scene: Scene, figure: Figure, words: str, unit_before: str | None, before: str, start: int
) -> str | None:
    if figure.kind == "money":
        if figure.unit == "DKK" and not re.search(r"DKK|Danish", scene.content[figure.start : figure.end]):
            return _of_side(scene, "Norway", "NOK", "Denmark", "DKK")
        return figure.unit if figure.unit != "¥" else _of_side(scene, "Japan", "JPY", "China", "CNY")
    if figure.kind == "times":
        return done_times(before) or figure.unit
    if figure.unit == "t/s" and _GENERATES.search(scene.content):
        return "token/s"
    if figure.kind != "count":
        return figure.unit
    written = scene.content[figure.start : figure.end]
    if figure.scaled and written[-1] in "bB" and _SIZED.match(scene.content, figure.end):
        return "parameter"
    if not words and (label := _LABEL.search(before)):
        return nouns.unit_of(label["what"].lower())
    if figure.scaled and (not words or _SUM.search(words)) and (sum_ := _currency_of(scene, figure, words)):
        return sum_
    if (
        figure.scaled
        and not words
        and unit_before == "people"
        and (figure.low or figure.high or 0) > _MANKIND
    ):
        unit_before = _currency_of(scene, figure, "budget")
    return (
        _chip(words, scene.content, figure)
        or nouns.unit_of(words)
        or unit_before
        or ("point" if figure.low and _scored(scene, figure, start) else None)
    )


_PIECES = re.compile(
    r"\s(?:pieces|units|cards|sets)\sof\s(?:[A-Z][a-z]+\s)?(?P<chip>[A-Z][\w-]*\d[\w-]*?)s?\b"
)


def _chip(words: str, content: str, figure: Figure) -> str | None:
    """The unit of chips that are counted by their name: "2,048 H800s", "100,000 pieces of H100"."""
    pieces = _PIECES.match(content, figure.end)
    name = pieces["chip"] if pieces else (nouns.unit_of(words) or "")
    if name[:1].isupper() and any(c.isdigit() for c in name) and is_chip(name):
        return f"{name} chip"
    return None


_SIZED = re.compile(r"\s(?:total|active|dense|sparse)\b")
MONEY = frozenset(number_grammar.MONEY_WORDS.values())
_SUM = re.compile(
    r"\A(?:\w+\s){0,2}(?:round|raise|valuation|deal|investment|budget|loan|fine|cheque|check|fund|order|contract|package|salary|"
    r"bonus|offer|bill|loss|profit|revenue|stake|purchase|acquisition|credit|facility|grant|subsidy)s?\Z",
    re.I,
)
_PAID = re.compile(
    r"\b(?:made|makes|owes?|bought|for|closer to|over|is|was|to)(?:\s\w+){0,2}\s\Z",
    re.I,
)


_GENERATES = re.compile(r"\b(?:tok(?:ens?)?|LLMs?|inference|llama\.cpp|quants?|quanti[sz]ed)\b")
"""What tells that "t/s" are tokens, no tonnes."""
_MANKIND = 9e9  # more than there are people: "about 5 trillion will be required" behind a count of engineers is money


def _currency_of(scene: Scene, figure: Figure, words: str) -> str | None:
    """The currency of "a valuation of 2.6 billion", where another figure of the text names it: the last one before, else
    the first one; dollars where none does and money is plainly meant."""
    if scene.content[figure.start : figure.end].lower().endswith(("crore", "lakh")):
        return "INR"
    near = scene.content[max(0, figure.opening - 60) : figure.end + 40]
    plain = _MONEY_TALK.search(near) or _SUM.search(words)
    if not plain and figure.high is None and figure.worded:
        return None  # "my guess is tens of thousands"
    if not plain and not _PAID.search(scene.content[max(0, figure.opening - 60) : figure.opening]):
        return None
    money = [f for f in scene.reading.figures if f.kind == "money" and f.unit != "¥"]
    before = [f for f in money if f.start < figure.start]
    if money:
        nearest = before[-1] if before else money[0]
        return "USD" if nearest.unit != "USD" and _is_american(scene, figure, nearest) else nearest.unit
    return "USD" if plain else None


def _is_american(scene: Scene, figure: Figure, nearest: Figure) -> bool:
    """Whether a sentence speaks of American houses only, and the sum of another currency stands elsewhere."""
    sentence = scene.reading.sentences[scene.reading.sentence_at(figure.start)]
    if sentence.start <= nearest.start < sentence.end:
        return False
    named = scene.reading.mentions_in(max(sentence.start, figure.start - 200), figure.start)
    return bool(named) and all(m.side == "United States" for m in named)


def _of_side(scene: Scene, one: str, code: str, other: str, other_code: str) -> str:
    """The sign or word is shared: whose side the document speaks of more decides."""
    sides = _sides(scene)
    return code if sides[one] > sides[other] else other_code


@lru_cache(maxsize=2)
def _sides(scene: Scene) -> Counter[str | None]:
    """How often the document speaks of each side."""
    return Counter(m.side for m in scene.reading.mentions)


_ON_TEST = re.compile(
    r"\s(?:on|in)\s(?:the\s)?[A-Z][\w’'-]*(?:[Bb]ench|MMLU|GPQA|AIME|Arena|Eval|Exam|QA|MATH|HLE)\b|\s(?:on|in)\s(?:the\s)?"
    r"(?:[A-Z][\w’'-]*\s)?(?:[A-Z]\w+[Bb]ench|MMLU|GPQA|AIME|HLE|MATH|FrontierMath|HumanEval|ARC|Humanity)"
)
_VERSUS = re.compile(r"\d\s(?:vs\.?|v|versus)\s\Z")
_VERSUS_AFTER = re.compile(r"\s(?:vs\.?|v|versus)\s\d{1,3}(?:\.\d+)?(?=\s(?:on|in|for|at)\b|\s?[.,;)])")


def _scored(scene: Scene, figure: Figure, start: int) -> bool:
    before = scene.content[max(0, start, figure.opening - 70) : figure.opening]
    after = scene.content[figure.end : figure.end + 40]
    if _ON_TEST.match(after) or (_VERSUS.search(before) or _VERSUS_AFTER.match(after)):
        return True
    return bool(re.search(r"\b(?:scor\w+|Elo|rating|index|benchmark|reached|points?)\b", before, re.I))


_NAME = re.compile(r"(?<![.!?] )\b[A-Z][A-Za-z]+\s\Z")


def is_part_of_name(scene: Scene, figure: Figure) -> bool:
    """Whether a bare number behind a capitalised word belongs to its name: "Ember 2", not "Germany 38"."""
    before = scene.content[max(0, figure.start - 40) : figure.start]
    name = _NAME.search(before)
    if name is None or figure.worded or (figure.low or 0) >= 100:
        return False
    at = figure.start - len(before) + name.start()
    named = scene.reading.mentions_in(at, figure.start)
    return not any(m.kind in ("side", "group", "organisation") for m in named)
