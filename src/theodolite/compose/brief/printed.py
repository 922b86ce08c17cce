"""A brief for print: the description that is typeset, and every word of it as data."""

from __future__ import annotations

from importlib import resources
from typing import Any

from theodolite.compose.brief.quoting import line
from theodolite.compose.brief.shown import READ_BY_RULES, Shown, left_out, parts_shown, shown, window_words
from theodolite.compose.outside import linkable
from theodolite.compose.words import start
from theodolite.model.brief import Brief, Fresh, Part


def description() -> bytes:
    """The document in the language of Typst, into which no word from outside is written."""
    return resources.files("theodolite.compose.brief").joinpath("brief.typ").read_bytes()


def data(brief: Brief) -> dict[str, Any]:
    """What the description prints, as JSON values."""
    return {
        "title": line(brief.title),
        "footer": line(f"Theodolite {brief.software_version}. {READ_BY_RULES}"),
        "window": window_words(brief),
        "private": brief.private,
        "summary": [_told(shown(one), why=False) for one in brief.summary],
        "parts": [
            {
                "title": part.title,
                "empty": part.empty,
                "groups": [{"head": head, "lines": [_told(one) for one in lines]} for head, lines in groups],
                "note": " ".join([*filter(None, [left_out(part)]), f"Order: {part.rule}"])
                if groups
                else None,
            }
            for part, groups in parts_shown(brief)
        ],
        "fresh": [_fresh(one) for one in brief.fresh],
        "notes": [line(note) for note in brief.notes],
    }


def _note(part: Part) -> str:
    return " ".join(filter(None, (left_out(part), f"Order: {part.rule}")))


def _told(one: Shown, *, why: bool = True) -> dict[str, Any]:
    return {
        "label": one.label, "verdict": one.verdict or "", "sentence": line(one.sentence),
        "excerpt": one.excerpt, "language": one.language.partition("-")[0], "read_as": one.read_as,
        "sources": [{"words": words, "address": address} for words, address in one.sources],
        "why": one.why if why else None,
    }  # fmt: skip


def _fresh(one: Fresh) -> dict[str, Any]:
    words = f"Old or failing: {one.words}" if one.stale else start(one.words)
    return {
        "label": None, "verdict": "", "sentence": line(words), "excerpt": None, "language": "en",
        "read_as": None, "why": None,
        "sources": [{"words": line(s.words), "address": linkable(s.address)} for s in one.sources],
    }  # fmt: skip
