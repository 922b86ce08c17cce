"""One store of figures that feeds every page: one quantity never shows two values."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from theodolite.compose.words import number, percent, power

_KEY = re.compile(r"[A-Za-z0-9._:+/-]+\Z")
POWER = -1
"""In the place of decimals: print as a power of ten."""


class FigureConflictError(ValueError):
    """One key was given two different figures."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with everything that says what it is. `text` is the number as every page prints it."""

    value: float
    low: float | None
    high: float | None
    unit: str
    source: str | None
    vintage: str | None
    definition: str | None
    text: str
    decimals: int | None = None


class FigureStore:
    """Figures by key. `put` fixes a figure, `mark` prints it; a page has no other way to a number."""

    def __init__(self) -> None:
        self._figures: dict[str, Figure] = {}

    def put(
        self, key: str, value: float, low: float | None = None, high: float | None = None, unit: str = "",
        source: str | None = None, vintage: str | None = None, definition: str | None = None,
        decimals: int | None = None,
    ) -> str:  # fmt: skip
        """Store a figure and return its key. Raises `FigureConflictError` if the key holds another figure.

        `unit` "share" (0.12) prints as percent, never as 0 or 100; "percent" (12) is a number like any other.
        `decimals` None: none for whole numbers, one for others; `POWER`: a power of ten. Limits are printed
        with the same, with one where it is None.
        """
        if not _KEY.match(key):
            raise FigureConflictError(f"not a figure key: {key!r}")
        text = _text(value, unit, decimals)
        low, high = (None if v is None else float(v) for v in (low, high))
        figure = Figure(float(value), low, high, unit, source, vintage, definition, text, decimals)
        if self._figures.setdefault(key, figure) != figure:
            raise FigureConflictError(f"{key}: {self._figures[key]} is already stored, not {figure}")
        return key

    def __contains__(self, key: str) -> bool:
        return key in self._figures

    def __getitem__(self, key: str) -> Figure:
        return self._figures[key]

    def items(self) -> list[tuple[str, Figure]]:
        """Every figure by key, in order of key."""
        return sorted(self._figures.items())

    def mark(self, key: str) -> Markup:
        """The figure as markup, number only. KeyError if it was never put."""
        figure = self._figures[key]
        return _data(key, figure.value, figure.text)

    def limits(self, key: str) -> Markup:
        """The interval as markup, "4.8 to 9.7"; empty where the figure has none."""
        figure = self._figures[key]
        if figure.low is None or figure.high is None:
            return Markup("")
        low, high = (_text(v, figure.unit, _places(figure)) for v in (figure.low, figure.high))
        return _data(f"{key}:low", figure.low, low) + " to " + _data(f"{key}:high", figure.high, high)

    def printed(self) -> dict[str, tuple[str, str]]:
        """Key to (value, text) of everything that a page may print, limits included."""
        out = {}
        for key, f in self._figures.items():
            out[key] = (repr(f.value), f.text)
            for end, value in (("low", f.low), ("high", f.high)):
                if value is not None:
                    out[f"{key}:{end}"] = (repr(value), _text(value, f.unit, _places(f)))
        return out


def _places(figure: Figure) -> int:
    """The decimals of a figure's limits: its own, else one."""
    return 1 if figure.decimals is None else figure.decimals


def _text(value: float, unit: str, decimals: int | None) -> str:
    if unit == "share":
        return percent(value)
    if decimals == POWER:
        return power(value)
    if decimals is None:
        decimals = 0 if float(value).is_integer() else 1
    return number(value, decimals)


def _data(key: str, value: float, text: str) -> Markup:
    return Markup('<data class="figure" value="{}" data-figure="{}">{}</data>').format(
        repr(float(value)), key, text
    )
