"""A brief of a ledger: the window, what is new in it, in order, and how fresh it all is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from theodolite import __version__, ledger
from theodolite.compose.words import day_words
from theodolite.ledger.base import Ledger
from theodolite.ledger.clock import stamp
from theodolite.model.brief import Brief, Part, Window
from theodolite.model.errors import Refusal
from theodolite.model.profile import EVERYTHING, Length, Profile
from theodolite.survey.briefing import claims, corrections, moves, stories, verdicts
from theodolite.survey.briefing.choosing import Reader
from theodolite.survey.briefing.drafting import part
from theodolite.survey.briefing.fresh import fresh
from theodolite.survey.briefing.notes import notes
from theodolite.survey.briefing.profiles import Read, profile
from theodolite.survey.briefing.state import State, state
from theodolite.survey.briefing.summary import summary
from theodolite.survey.briefing.trends import trend_part
from theodolite.survey.briefing.window import remember, remembered, window
from theodolite.survey.place import existing_ledger

DAYS = 7
"""How far back the brief of a site goes."""
_PARTS: tuple[tuple[Any, Any, Callable[..., Any]], ...] = (
    ("verdicts", verdicts, verdicts.verdict_drafts),
    ("moves", moves, moves.move_drafts),
    ("stories", stories, stories.story_drafts),
    ("claims", claims, claims.claim_drafts),
    ("corrections", corrections, corrections.correction_drafts),
)
"""Parts in their order: (name, the room of its words, what drafts its lines); what moves stands before the
last."""


def brief_for(
    path: Path | None,
    given: str | None = None,
    length: Length | None = None,
    since: dt.date | None = None,
    as_of: str | None = None,
    *,
    private: bool = True,
    form: str = "table",
) -> tuple[Brief, list[Refusal]]:
    """The brief of a ledger (None: the user's own) for the profile at FILE or FILE#name, and what could not
    be used.

    It is remembered where it reaches to the present; that it could not be is a refusal beside it. Raises
    Refusal where there is no ledger or no such profile.
    """
    read = profile(given) if given is not None else Read(profile=Profile())
    reader = replace(read.profile, length=length) if length else read.profile
    refusals = list(read.refusals)
    with ledger.open(existing_ledger(path), create=False) as store:
        found = window(store, reader.name, since, as_of)
        made = brief(store, reader, found, private=private)
        if as_of is None and found.until is not None and not remembered(store, reader.name, found):
            try:
                remember(store, reader.name, found, form)
            except Refusal as refusal:
                reason = f"the brief was made and not remembered: {refusal.reason}"
                refusals.append(Refusal(refusal.place, reason, refusal.mend))
    if found.until is not None:
        again = f"Made again by `theodolite brief` with --as-of {found.until}."
        made = replace(made, notes=(*made.notes, again))
    return made, refusals


def latest(store: Ledger, works: Collection[str], *, private: bool) -> Brief:
    """The brief of a site: the last seven days of the ledger, of the works that the site shows.

    It is the same for two surveys of one day that find the same, and it is not remembered.
    """
    found = window(store, EVERYTHING)
    if found.until is not None:
        begin = dt.datetime.fromisoformat(found.until) - dt.timedelta(DAYS)
        found = Window(since=stamp(begin), until=found.until, why=f"the last {DAYS} days of this ledger")
    return brief(store, Profile(), found, private=private, works=works)


def brief(
    store: Ledger,
    reader: Profile,
    found: Window,
    *,
    private: bool = True,
    works: Collection[str] | None = None,
) -> Brief:
    """What is new in a window for a profile, of some works or of all. The same ledger, window and profile
    give the same brief."""
    if found.until is None:
        return Brief(
            title=title(found, reader), window=found, profile=reader, summary=(), parts=(), fresh=(),
            notes=("The ledger holds nothing yet: run `theodolite survey`.",), private=private,
            software_version=__version__, warnings=("the ledger holds nothing",),
        )  # fmt: skip
    known = state(store, found, works)
    return Brief(
        title=title(found, reader), window=found, profile=reader,
        summary=summary(known), parts=tuple(_parts(known, Reader(reader), private)),
        fresh=fresh(known, private),
        notes=notes(known, reader, private), private=private, software_version=__version__,
    )  # fmt: skip


def _parts(known: State, reader: Reader, private: bool) -> list[Part]:
    made = [
        part(
            name, room.TITLE, room.RULE, drafts(known, reader, private), reader, room.EMPTY,
            by_dimension=name == "claims",
        )
        for name, room, drafts in _PARTS
    ]  # fmt: skip
    return [*made[:-1], trend_part(known, reader), made[-1]]


def title(found: Window, reader: Profile) -> str:
    """ "Brief, 20 to 22 November 2026, for desk"."""
    whose = "" if reader.name == EVERYTHING else f", for {reader.name}"
    if found.until is None:
        return f"Brief{whose}"
    last = day_words(found.last_day)
    if found.since is None:
        return f"Brief to {last}{whose}"
    first = day_words(found.first_day)
    return f"Brief of {last}{whose}" if first == last else f"Brief, {first} to {last}{whose}"
