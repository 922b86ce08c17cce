"""How the watched sources are: one HTML page that stands alone, and the values of a page of the site."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from theodolite.compose.outside import file_name, linkable, plain, shown
from theodolite.compose.page import Page, environment
from theodolite.compose.style import stylesheet
from theodolite.compose.words import day_words
from theodolite.model.health import SIGNS, Health, SourceHealth

NAV = ("health.html", "How the sources are")
SHAPES = {"failing": "✕", "silent": "◌", "never looked at": "–", "well": "●"}
"""A shape for each state where there is no colour."""


def values(found: Health) -> dict[str, Any]:
    """What the templates print."""
    return {
        "health": found, "lead": lead(found), "shapes": SHAPES, "signs": SIGNS, "shown": shown,
        "linkable": linkable, "file_name": file_name, "span": span, "every": every, "when": when,
    }  # fmt: skip


def health_page(found: Health) -> Page:
    """The page of the site."""
    description = (
        "When each watched source last answered, what it brought, and what could not be had and why."
    )
    return Page(
        path=NAV[0], template="health.html", title=NAV[1], description=description,
        values=values(found),
    )  # fmt: skip


def html(found: Health) -> str:
    """One page with its style inside it; no script, nothing from elsewhere."""
    style = Markup(stylesheet())  # our own, in which nothing from outside stands
    return plain(environment().get_template("health-alone.html").render(**values(found), style=style))


def lead(found: Health) -> str:
    """Where things stand, in a sentence or two."""
    total = len(found.sources)
    if not total:
        return "No source is watched yet: `theodolite gather` begins with the default watchlist."
    well = found.counts.get("well", 0)
    words = [f"{well} of {total} sources answered when last asked and are as lively as usual"]
    for state, what in (("failing", "failing"), ("silent", "silent for longer than usual")):
        if found.counts.get(state):
            words.append(f"{found.counts[state]} {_is(found.counts[state])} {what}")
    waiting = sum(not one.lasting for one in found.not_had)
    given_up = len(found.not_had) - waiting
    rest = f"{found.documents:,} documents are held"
    if found.not_had:
        rest += f"; {waiting} {_items(waiting)} still to be had and {given_up} given up"
    return f"{'; '.join(words)}. {rest}."


def _is(n: int) -> str:
    return "is" if n == 1 else "are"


def _items(n: int) -> str:
    return f"item{'' if n == 1 else 's'} {_is(n)}"


def every(days: float | None) -> str:
    """A usual time between two things, after "every"."""
    return "day" if days is not None and round(days) == 1 else span(days)


def span(days: float | None) -> str:
    """A number of days in words: hours below two days, whole days above."""
    if days is None:
        return "–"
    if days < 2:
        hours = round(days * 24)
        return "under an hour" if not hours else f"{hours} hour{'s' if hours != 1 else ''}"
    return f"{round(days)} days"


def when(moment: str | None) -> str:
    """A moment to the minute, in UTC."""
    if not moment:
        return "never"
    return f"{day_words(moment[:10])}, {moment[11:16]} UTC"


def reason(one: SourceHealth) -> str:
    """Why a source is not well, in a line; empty where it is."""
    if one.state == "failing":
        since = f" since {when(one.failing_since)}" if one.failed > 1 else ""
        return f"{one.failed} look{'s' if one.failed != 1 else ''} in vain{since}: {one.reason}"
    if one.state == "silent":
        return f"nothing new for {span(one.silent_days)}, usually {span(one.usual_days)}"
    return ""
