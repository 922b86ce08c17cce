"""A brief as HTML: one file that stands alone, or the body of a page of the site."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from theodolite.compose.brief.shown import READ_BY_RULES, left_out, parts_shown, shown, window_words
from theodolite.compose.outside import linkable, plain
from theodolite.compose.outside import shown as as_markup
from theodolite.compose.page import environment
from theodolite.compose.style import stylesheet
from theodolite.compose.verdicts import badge
from theodolite.model.brief import Brief


def html(brief: Brief) -> str:
    """One page with its style inside it; no script, nothing from elsewhere."""
    # Our own stylesheet, in which nothing from outside stands.
    values = {**body(brief), "style": Markup(stylesheet()), "badge": badge, "read_by_rules": READ_BY_RULES}
    return plain(environment().get_template("brief/alone.html").render(values))


def body(brief: Brief) -> dict[str, Any]:
    """What the template of the body prints."""
    made = {
        "parts": list(parts_shown(brief)), "summary": [shown(s) for s in brief.summary],
        "window": window_words(brief), "left_out": left_out,
    }  # fmt: skip
    return {"brief": brief, "made": made, "shown": as_markup, "linkable": linkable}
