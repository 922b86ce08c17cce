"""A brief as HTML: one file that stands alone, or the body of a page of the site."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from markupsafe import Markup

from theodolite.compose.brief.shown import (
    READ_BY_RULES,
    Where,
    elsewhere,
    left_out,
    parts_shown,
    shown,
    window_words,
)
from theodolite.compose.context import Context
from theodolite.compose.outside import linkable, plain
from theodolite.compose.outside import shown as as_markup
from theodolite.compose.page import Page, environment
from theodolite.compose.style import stylesheet
from theodolite.compose.verdicts import badge
from theodolite.model.brief import Brief, Line, Source

PATH = "brief.html"
NAV = (PATH, "Brief")


def html(brief: Brief) -> str:
    """One page with its style inside it; no script, nothing from elsewhere."""
    # Our own stylesheet, in which nothing from outside stands.
    values = {**body(brief), "style": Markup(stylesheet()), "badge": badge, "read_by_rules": READ_BY_RULES}
    return plain(environment().get_template("brief/alone.html").render(values))


def site_page(ctx: Context, brief: Brief, paths: Collection[str]) -> Page:
    """The page of the site: what a line rests on leads to the site's own pages, of `paths`, where it can."""

    def where(one: Line, source: Source) -> str | None:
        if source.kind == "finding" and (path := f"findings/{source.id}.html") in paths:
            return path
        entry = ctx.entry_of.get(one.claims[0]) if one.claims else None
        if source.kind == "document" and one.quote and entry and entry.document_page in paths:
            return entry.at
        return linkable(source.address)

    about = f"{brief.title}: verdicts, measured moves, stories, claims and corrections, with their sources."
    return Page(
        path=PATH, template="brief/site.html", title="Brief", description=about, values=body(brief, where)
    )


def body(brief: Brief, where: Where = elsewhere) -> dict[str, Any]:
    """What the template of the body prints."""
    made = {
        "parts": list(parts_shown(brief, where)), "summary": [shown(s) for s in brief.summary],
        "window": window_words(brief), "left_out": left_out,
    }  # fmt: skip
    return {"brief": brief, "made": made, "shown": as_markup, "linkable": linkable}
