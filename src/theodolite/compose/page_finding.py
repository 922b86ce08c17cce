"""The page of one finding: its air card, what was said, and what it was held against."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from markupsafe import Markup

from theodolite.compose.air_card import AirCard, air_card, basis_rows
from theodolite.compose.amounts import scale_of
from theodolite.compose.context import Context, Entry
from theodolite.compose.held_tables import BASES, HeldTables, sources, titles
from theodolite.compose.naming import as_subject, gist
from theodolite.compose.page_said import claimed_words
from theodolite.compose.record.issues import present_issue
from theodolite.compose.rivals import by_binding, rivals
from theodolite.compose.said import SaidMark
from theodolite.compose.schema_org import claim_data
from theodolite.compose.verdicts import verdict_of
from theodolite.compose.words import between, claimed, day_words, shortened, start, the, whole_months
from theodolite.model.claim import Lag
from theodolite.model.finding import Finding
from theodolite.model.version import as_held

_MOST_DISPUTES = 8
_SHORT = 70
"""Characters of a quote in a title or a list."""
_DUE = {
    "open": "open: the day has not come, or the data do not decide yet",
    "met": "met, by today's data",
    "missed": "missed, by today's data",
    "unresolvable": "unresolvable: nothing that happens could decide it",
}


@dataclass
class FindingPages:
    """Makes the pages of findings. `pages` are the paths that the site has, `drawn` the picture on which a
    claim stands, by its id."""

    ctx: Context
    pages: Collection[str] = ()
    drawn: Mapping[str, str] | None = None

    @cached_property
    def _bound(self) -> Mapping[tuple[Any, ...], tuple[Entry, ...]]:
        return by_binding(self.ctx.entries)

    @cached_property
    def _titles(self) -> dict[str, tuple[str, str]]:
        return titles(self.ctx)

    def page(self, entry: Entry) -> dict[str, Any]:
        """What the template of a finding prints."""
        ctx, finding = self.ctx, entry.finding
        assert finding is not None
        held = replace(entry, claim=as_held(entry.claim, finding))
        card = air_card(finding, held.claim, entry.document, ctx.view, self._rivals(finding))
        rows = basis_rows(finding) if finding.verdict_then != "not checkable" else ()
        title = f"{entry.speaker}: {shortened(entry.claim.quote, _SHORT)}"
        is_lag = isinstance(entry.claim, Lag)
        return {
            "title": title,
            "heading": f"{start(as_subject(entry.speaker))} on {_topic(entry)}",
            "description": card.sentence,
            "entry": entry,
            "finding": finding,
            "verdict": verdict_of(finding),
            "issue": present_issue(ctx, entry),
            "sentence": ctx.public(finding.sentence),
            "reason": ctx.public(finding.reason) if finding.reason else None,
            "flip": ctx.public(finding.flip) if finding.flip else None,
            "flags": [ctx.public(f) for f in finding.flags],
            "due": _DUE[finding.due] if finding.due else None,
            "card": card,
            "say": _say(ctx, held, card),
            "basis": BASES[rows[0].basis] if rows else None,
            "age": _age(ctx, entry, card),
            "disputed": self._disputed(entry, card),
            "stance": _stance(finding),
            "tables": HeldTables(ctx, entry, self.pages, self._titles).of(finding.held),
            "arithmetic": ctx.arithmetic(finding),
            "source": sources(ctx, finding.held),
            "picture": "said.html" if is_lag else (self.drawn or {}).get(entry.claim.id),
            "data": claim_data(ctx, entry, title, ctx.public(finding.sentence)),
        }

    def _rivals(self, finding: Finding) -> tuple[SaidMark, ...]:
        binding = finding.binding or {}
        pair = (binding.get("leader"), binding.get("follower"))
        return next((p.marks for p in self.ctx.pictures if (p.leader, p.follower) == pair), ())

    def _disputed(self, entry: Entry, card: AirCard) -> list[dict[str, Any]]:
        """Who says otherwise, each with the place of the quote."""
        if isinstance(entry.claim, Lag):
            return [
                {"at": self.ctx.entry_of[m.claim.id].at, "words": claimed_words(m), "said": m.said}
                for m in card.disputed_by
            ][:_MOST_DISPUTES]
        return [
            {
                "at": e.at,
                "said": e.said,
                "words": f"{e.speaker} {_verb(e)} “{shortened(e.claim.quote, _SHORT)}”",
            }
            for e in rivals(entry, self._bound)
        ][:_MOST_DISPUTES]


def _verb(entry: Entry) -> str:
    return "denies" if entry.claim.polarity == "denied" else "says"


def _topic(entry: Entry) -> str:
    claim = entry.claim
    if not isinstance(claim, Lag):
        return shortened(gist(claim), _SHORT)
    follower, leader = claim.follower, claim.leader
    return f"{the(follower)} and {the(leader)}" if follower and leader else str(follower or leader or "a lag")


def _age(ctx: Context, entry: Entry, card: AirCard) -> Markup:
    if card.data_until is None or card.age_days is None:
        return Markup("no dated data behind it")
    if card.age_days < 0:
        return Markup("data to {}: past {}, the day these pages speak of").format(
            day_words(card.data_until), day_words(ctx.view.generated_for)
        )
    days = ctx.figure(f"finding/{entry.claim.id[:16]}/age-days", card.age_days, unit="days", decimals=0)
    return Markup("{} days: data to {}, on {}").format(
        days, day_words(card.data_until), day_words(ctx.view.generated_for)
    )


def _stance(finding: Finding) -> str | None:
    if finding.stance_agrees is None:
        return None
    return (
        "The measurements agree with the speaker's side of it."
        if finding.stance_agrees
        else "The measurements do not agree with the speaker's side of it."
    )


def _say(ctx: Context, entry: Entry, card: AirCard) -> Markup:
    """The card's sentence with its figures from the store."""
    said = Markup("{}").format(card.sentence)
    if not isinstance(entry.claim, Lag):
        return _with_figures(ctx, entry, card, said)
    claim, stem = entry.claim, f"finding/{entry.claim.id[:16]}"
    if claim.low_months is not None or claim.high_months is not None:
        words = claimed(claim.low_months, claim.high_months)
        span = ctx.span(f"said/{claim.id[:16]}", claim.low_months, claim.high_months, "months")
        said = said.replace(words, span, 1)
    if card.low is not None and card.high is not None and between(card.low, card.high) in said:
        low, high = whole_months(card.low, card.high)
        low = low if low < high else low - 1
        rest: dict[str, Any] = {
            "unit": "months",
            "decimals": 0,
            "definition": "whole months that hold the range",
        }
        a, b = ctx.figure(f"{stem}/card-low", low, **rest), ctx.figure(f"{stem}/card-high", high, **rest)
        said = said.replace(between(card.low, card.high), Markup("between {} and {} months").format(a, b), 1)
    return said


def _with_figures(ctx: Context, entry: Entry, card: AirCard, said: Markup) -> Markup:
    """The measured words of a sentence with each of their numbers from the store."""
    measured = Markup("{}").format(card.measured or "")
    before, found, after = said.rpartition(measured) if measured else (said, "", "")
    if not found:
        return said
    scale = scale_of(card.low, card.high, card.unit)
    rest: dict[str, Any] = {"decimals": scale.decimals, "unit": scale.unit, "definition": card.definition}
    values = [v for v in (card.low, card.high) if v is not None]
    # A distance is said without its sign: "3 to 12 points behind".
    sizes = values if scale.text(values[0]) in measured else sorted(abs(v) for v in values)
    at = 0
    for k, value in enumerate(dict.fromkeys(sizes)):
        place = measured.find(scale.text(value), at)
        if place < 0:
            continue
        shown = ctx.figure(f"finding/{entry.claim.id[:16]}/card-{k}", value / scale.factor, **rest)
        measured = measured[:place] + shown + measured[place + len(scale.text(value)) :]
        at = place + len(shown)
    return before + measured + after
