"""A brief as an e-mail (RFC 5322): plain text beside HTML, nothing fetched from anywhere, no clock asked."""

from __future__ import annotations

import datetime as dt
import json
import textwrap
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from theodolite.compose.brief.quoting import line
from theodolite.compose.brief.shown import (
    READ_BY_RULES,
    SHAPES,
    Shown,
    left_out,
    parts_shown,
    shown,
    window_words,
)
from theodolite.compose.outside import linkable, plain
from theodolite.compose.page import environment
from theodolite.model.brief import Brief
from theodolite.model.identity import digest

_HOST = "theodolite.invalid"
"""A name that nobody can own: letters are not answered."""
_WIDTH = 76
_BEGINNING = "1970-01-01T00:00:00+00:00"


def letter(brief: Brief) -> bytes:
    """The message as bytes, lines ended by CR LF. The same brief gives the same bytes.

    Its date is the end of the window; an empty ledger has none, and its letter the first day of all clocks.
    """
    name = digest("brief", json.dumps(brief.to_json(), sort_keys=True, ensure_ascii=False))
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    message["From"] = Address("Theodolite", "brief", _HOST)
    message["Subject"] = line(brief.title)
    message["Date"] = dt.datetime.fromisoformat(brief.window.until or _BEGINNING).replace(microsecond=0)
    message["Message-ID"] = f"<{name[:32]}@{_HOST}>"
    message["Content-Language"] = "en"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text(brief))
    message.add_alternative(page(brief), subtype="html")
    # Neither quoted-printable nor base64 has "=_": the boundary occurs in no part.
    message.set_boundary(f"=_{name[32:]}")
    return message.as_bytes()


def page(brief: Brief) -> str:
    """The HTML of the letter: styles that mail readers keep, no picture, no script."""
    values = {
        "brief": brief, "parts": list(parts_shown(brief)), "summary": [shown(s) for s in brief.summary],
        "window": window_words(brief), "left_out": left_out, "shapes": SHAPES, "linkable": linkable,
        "read_by_rules": READ_BY_RULES,
    }  # fmt: skip
    return plain(environment().get_template("brief/letter.html").render(values))


def text(brief: Brief) -> str:
    """The plain words of the letter."""
    rows = [line(brief.title), "=" * min(len(line(brief.title)), _WIDTH), "", *_wrapped(window_words(brief))]
    if brief.private:
        rows.append("Private: not for publication.")
    rows.append("")
    for counted in brief.summary:
        rows += [*_wrapped(counted.sentence, "* ", "  "), *_sources(list(shown(counted).sources)), ""]
    for part, groups in parts_shown(brief):
        rows += ["", part.title.upper(), ""]
        if not groups:
            rows += _wrapped(part.empty)
        for head, lines in groups:
            rows += [head, "-" * len(head), ""] if head else []
            for one in lines:
                rows += _line(one)
        rest = left_out(part) if groups else None
        rows += [*_wrapped(rest), ""] if rest else []
        rows += _wrapped(f"Order: {part.rule}") if groups else []
    if brief.fresh:
        rows += ["", "HOW FRESH THIS IS", ""]
        for fresh in brief.fresh:
            rows += _wrapped(("Old or failing: " if fresh.stale else "") + fresh.words, "* ", "  ")
            rows += _sources([(line(s.words), linkable(s.address)) for s in fresh.sources])
    rows += ["", "NOTES", ""]
    for note in brief.notes:
        rows += _wrapped(note, "* ", "  ")
    return "\n".join([*rows, "", f"Theodolite {brief.software_version}", ""])


def _line(one: Shown) -> list[str]:
    mark = f"[{one.label}] " if one.label else ""
    rows = _wrapped(mark + one.sentence, "* ", "  ")
    rows += _wrapped(f"In the text: {one.excerpt}", "  ", "  ") if one.excerpt else []
    rows += _wrapped(f"Read as: {one.read_as}", "  ", "  ") if one.read_as else []
    rows += _sources(list(one.sources))
    return [*rows, *_wrapped(f"Why here: {one.why}", "  ", "  "), ""]


def _sources(found: list[tuple[str, str | None]]) -> list[str]:
    rows: list[str] = []
    for words, address in found:
        rows += _wrapped(f"Source: {words}", "  ", "    ")
        rows += [f"    {address}"] if address else []
    return rows


def _wrapped(words: str, first: str = "", later: str = "") -> list[str]:
    """Lines of some 76 characters; no address is broken."""
    return textwrap.wrap(
        line(words), _WIDTH, initial_indent=first, subsequent_indent=later, break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]  # fmt: skip
