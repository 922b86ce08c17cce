"""The whole of which a share is one: where its words end, and what it is called without its number."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re

from theodolite.extract.quantities.gapped import NUMBER
from theodolite.extract.words.numbers import Figure
from theodolite.extract.words.syntax import Parse

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NUMBERED = re.compile(
    rf"(?:(?:the|our|its|their|my)\s)?(?:\d[\d,.]*|{NUMBER}|a\shundred|hundred|dozen)\s(?=[a-z])", re.I
)
_OPENS = re.compile(
    r"(?:And\s|But\s)?Of\s(?:(?:the|our|its|their|my|all|those|these)\s){0,2}(?:about\s|some\s|more\sthan\s)?\Z"
)
_CLOSES = re.compile(r"\s[^,;:.]{2,80},\s")


def end(parse: Parse, start: int, stop: int) -> int:
    """Where a whole ends at the latest: before the verb of which it is the subject ("of the hours carried")."""
    for token in parse.within(start, stop):
        if token.tag_ in _FINITE and parse.span(token)[0] > start:
            before = parse.tokens[token.i - 1] if token.i else token
            return parse.span(before if before.tag_ == "RB" else token)[0] - 1
    return stop


def unnumbered(words: str) -> str:
    """A whole without its number: "fifty labs" are labs."""
    return _NUMBERED.sub("", words, count=1) if _NUMBERED.match(words) else words


def is_fronted(content: str, start: int, figure: Figure) -> bool:
    """Whether a figure only says how large the whole is that opens the sentence: "Of the fifty labs asked, ..."."""
    before = content[start : figure.opening]
    return bool(_OPENS.fullmatch(before) and _CLOSES.match(content, figure.end, figure.end + 90))


def share(parse: Parse, content: str, figure: Figure, metric: str | None) -> str | None:
    """The metric of a share whose whole is followed by what that does: "share of hours that carried subtitles"."""
    if metric is None or figure.kind != "percent" or not metric.startswith("share of ") or " that " in metric:
        return metric
    of = re.match(
        r"\s(?:of\s)?(?:(?:the|all|its|their|our|my)\s){0,2}", content[figure.end : figure.end + 24]
    )
    start = figure.end + (of.end() if of else 0)
    verb = end(parse, start, start + len(metric) - len("share of "))
    whole = " ".join(content[start:verb].split())
    if (
        not whole
        or verb >= start + len(metric) - len("share of ")
        or not metric.startswith(f"share of {whole} ")
    ):
        return metric
    return f"share of {whole} that {metric.removeprefix(f'share of {whole} ')}"
