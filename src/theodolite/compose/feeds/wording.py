"""How feeds say verdicts and figures, in one place."""

from __future__ import annotations

import math

from theodolite.compose.words import number, shortened, units
from theodolite.model.news import GapFigure

SUPERSEDED = " It has been issued again since, with another verdict: see its page."
GAPS = {
    "backward_lag_months": "Backward lag",
    "forward_lag_months": "Forward lag",
    "level_shift_months": "Level-averaged shift",
    "time_to_match_median_months": "Median time to match",
    "vertical_gap": "Vertical gap",
}
_TITLE = 240


def title_line(text: str) -> str:
    """The text in one line, cut where it is too long for a title."""
    return shortened(" ".join(text.split()), _TITLE)


def verdict_line(then: str, now: str | None = None, *, draft: bool = False) -> str:
    """ "Verdict: supported on the day of saying, undecided today (a draft ...)." """
    if then == "draft":
        return "Verdict: a draft, which no person has accepted yet."
    said = then if now in (None, then) else f"{then} on the day of saying, {now} today"
    return f"Verdict: {said}{' (a draft: no person has accepted it yet)' if draft else ''}."


def figure_words(figure: GapFigure) -> str:
    """ "4.9 months (90%: 3.2 to 6.1), before it 5.6": with its interval, or saying that it has none."""
    if figure.value is None or not math.isfinite(figure.value):
        return "undefined"
    least = "at least " if figure.censored else ""
    words = f"{least}{number(figure.value)} {units(figure.unit)}"
    if figure.low is not None and figure.high is not None:
        words += f" (90%: {number(figure.low)} to {number(figure.high)})"
    else:
        words += " (no interval)"
    if figure.before is not None and math.isfinite(figure.before):
        words += f", before it {number(figure.before)}"
    return words
