"""Bind a comparison of capability to two sides of a measure, or say why nothing can be held.

Capability in general is what measures show: "behind", "on par with", "better models". A comparison in one
trade, of a counted thing, or by a multiple is something else: scales of capability have no zero, so that
"twice as capable" means nothing on them.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, Literal

from theodolite.catalog.vocabulary.objections import objects_to_measure
from theodolite.model.claim import Assessment, Comparison
from theodolite.model.period import first_day, last_day
from theodolite.reconcile.levels.words import BETTER, COUNTED, GENERAL, NOT_ALWAYS, TRADE
from theodolite.reconcile.saying import OBJECTION, days_of_saying
from theodolite.reconcile.sides import against_frontier, is_frontier, is_open, side_of, subset
from theodolite.reconcile.verdicts import Unbound

Direction = Literal["above", "below", "equal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelBinding:
    """Two sides as `measure.sides` reads them, and where the subject is said to stand against the object.

    A `reached` comparison asks whether the subject has come to the object's level ("matches GPT-4"): being
    above is no failure of it. A `foretold` one is judged by today's data. `day` is the last and `said_from`
    the first day that the saying can mean.
    """

    subject: tuple[str, ...]
    object: tuple[str, ...]
    direction: Direction
    reached: bool
    day: dt.date | None
    said_from: dt.date | None
    foretold: bool = False

    @property
    def settled(self) -> bool:
        """Whether one look decides: two models stand where they stand, sides may still move."""
        return self.subject[0].startswith("model:") and self.object[0].startswith("model:")

    def to_json(self) -> dict[str, Any]:
        """The binding as it stands in a finding."""
        return {
            "indicator": "capability level", "subject": self.subject[0], "counterpart": self.object[0],
            "direction": self.direction, "reading": "reached" if self.reached else "level",
            "day": self.day.isoformat() if self.day else None,
        }  # fmt: skip


def is_of_capability(claim: Comparison) -> bool:
    """Whether a comparison is of capability in general, not of a figure that is counted."""
    return (
        claim.dimension == "capability"
        and claim.factor is None
        and _is_general(claim.metric)
        and COUNTED.search(claim.quote) is None
    )


def bind(claim: Comparison) -> LevelBinding | Unbound:
    """Bind a comparison of capability, or say why not."""
    if objects_to_measure(claim.quote):
        return Unbound(OBJECTION)
    if claim.direction is None or BETTER.search(claim.quote) is None:
        return Unbound("the words do not say which of the two is the better")
    if claim.subject is None or claim.object is None:
        return Unbound("the words do not name both of the two")
    narrowed = subset(claim.scope) or trade(claim)
    if narrowed is not None:
        return Unbound(f"no series for this subset: {narrowed}")
    if _begins_behind(claim):
        return Unbound(
            "the quotation begins behind the one compared: in what it is the better may stand before"
        )
    said_from, day = _days(claim)
    openly = any(is_open(words) for words in (claim.scope or "", claim.metric or ""))
    subject = _operand(claim.subject, claim.subject_side, openly)
    other = _operand(claim.object, claim.object_side, openly)
    if claim.object_side is None and is_frontier(claim.object):
        other = (against_frontier(subject[-1]),)
    if set(subject) & set(other):
        return Unbound(f"both sides bind to {subject[-1]}")
    return LevelBinding(
        subject=subject, object=other, direction=claim.direction,
        reached=claim.direction == "equal" and claim.object not in (claim.object_side, other[-1]),
        day=day, said_from=said_from, foretold=claim.forecast,
    )  # fmt: skip


def trade(claim: Comparison | Assessment) -> str | None:
    """The one trade or test that a quotation names besides the two ("in OCR", "on two benchmarks"); or that
    one is the better only here and there ("sometimes")."""
    quote = claim.quote
    names = (
        claim.subject_text,
        claim.subject,
        getattr(claim, "object_text", None),
        getattr(claim, "object", None),
    )
    for name in sorted((n for n in names if n), key=len, reverse=True):
        quote = re.sub(re.escape(name), " ", quote, flags=re.I)
    found = TRADE.search(quote) or NOT_ALWAYS.search(quote)
    return found[0] if found else None


def _begins_behind(claim: Comparison) -> bool:
    """Whether a quotation opens with the comparison itself, so that its subject stands before it."""
    start = claim.quote.lstrip(" *“\"'")
    named = [n for n in (claim.subject_text, claim.subject) if n]
    return not any(n in claim.quote for n in named) and BETTER.match(start) is not None


def bind_first(claim: Assessment) -> LevelBinding | Unbound:
    """Bind a superlative ("leads the world in AI models") to the side against everybody else."""
    if claim.subject is None:
        return Unbound("the words do not say whose strength")
    own = side_of(claim.subject, claim.subject_side)
    openly = is_open(claim.scope or "") or is_open(claim.quote)
    since, day = _days(claim)
    among = " and open" if openly else ""
    bare = own.removeprefix("org:")
    subject = (f"{own}{among}",)
    return LevelBinding(
        subject=subject, object=(f"{'open and ' if openly else ''}not {bare if among else own}",),
        direction="above", reached=False, day=day, said_from=since,
    )  # fmt: skip


def _days(claim: Comparison | Assessment) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day that the words can speak of: the period they name, else the day of saying."""
    first, last = days_of_saying(claim)
    period = getattr(claim, "period", None)
    if last is None or period is None:
        return first, last
    start, _, end = period.partition("/")
    last = min(last_day(end or start), last)
    return min(first_day(start), last), last


def _operand(name: str, side: str | None, openly: bool) -> tuple[str, ...]:
    """What a name may be in a measure, the likeliest first: one model, else a side."""
    found = side_of(name, side)
    if openly and found not in ("open", "closed"):
        return (f"model:{name}", f"{found} and open") if found.startswith("org:") else (f"{found} and open",)
    if found in ("open", "closed") or found == side:
        return (found,)
    return f"model:{name}", found


def _is_general(metric: str | None) -> bool:
    return metric is None or GENERAL.fullmatch(metric.strip()) is not None
