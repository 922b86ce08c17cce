"""Compute by where it stands, whose it is and who made it: clusters, and stocks of chips.

Two sources that never add up: clusters are single sites that became known (an estimated 10 to 20% of all
compute); chip counts are estimates of all that four makers shipped, Chinese makers not among them.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal

from theodolite.model.table import Table

COVERAGE = "the clusters hold an estimated 10 to 20% of the world's AI compute (Epoch AI, March 2025)"
Which = Literal["standard", "distinct", "all"]
Phases = Literal["last", "each"]
WHICH: tuple[Which, ...] = ("standard", "distinct", "all")
PHASES: tuple[Phases, ...] = ("last", "each")
ANONYMOUS = "Anonymized Chinese System"
NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Compute of one group in H100 equivalents; `n` clusters, or rows that were added up.

    `low` and `high`: of clusters what rounding to one significant figure leaves open (the publisher rounds
    the anonymised ones); of chips the publisher's 5th and 95th percentile, or, of several of its estimates,
    the sums of these, as if all of them were low or high at once: wider than a 90% interval of the sum.
    """

    group: str
    n: int
    h100e: float
    low: float
    high: float
    share: float | None = None

    def to_json(self) -> dict[str, Any]:
        """The holding as JSON values."""
        return {
            "group": self.group, "n": self.n, "h100e": self.h100e, "low": self.low, "high": self.high,
            "share": self.share,
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """Who holds what on a day, most first. `left_out` counts by reason the rows that are not in it."""

    on: dt.date
    holdings: tuple[Holding, ...]
    left_out: Mapping[str, int]
    warnings: tuple[str, ...]


def standing(
    table: Table, day: dt.date, which: Which = "standard", phases: Phases = "last"
) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """Clusters that stood on a day; how many rows did not, by reason.

    `which` are those of the publisher's standard analysis, all known ones but possible duplicates, or all.
    With the `last` of its phases a cluster that another one took up ends on the day that one began: else one
    machine counts once a phase.
    """
    rows = table.frame.to_dicts()
    begun = {row["cluster"]: row["operational"] for row in rows if row["status"] != "planned"}
    left_out: dict[str, int] = {}
    kept = []
    for row in rows:
        reason = _not_standing(row, day, begun if phases == "last" else {}, which)
        if reason is None:
            kept.append(row)
        else:
            left_out[reason] = left_out.get(reason, 0) + 1
    return kept, left_out


def _not_standing(
    row: Mapping[str, Any], day: dt.date, begun: Mapping[str, dt.date | None], which: Which
) -> str | None:
    if row["status"] == "planned":
        return "planned"
    if which == "standard" and (not row["standard"] or row["exclude"]):
        return "not in the publisher's standard analysis"
    if which == "distinct" and row["possible_duplicate"]:
        return "possible duplicate"
    if row["operational"] is None:
        return "no first day of operation"
    if row["operational"] > day:
        return "began later"
    ended = row["decommissioned"]
    if row["status"] == "decommissioned" and (ended is None or ended <= day):
        return "decommissioned"
    if any((start := begun.get(name)) is not None and start <= day for name in row["superseded_by"] or ()):
        return "taken up by a later phase"
    return "no H100 equivalents" if row["h100e"] is None else None


def clusters(
    table: Table, day: dt.date, by: str = "countries", *, since: dt.date | None = None, told: bool = False
) -> Stock:
    """Compute in clusters that stood on a day, by `countries`, `owners`, `sector` or `supplier`.

    A cluster of several countries or owners counts in full for each. A day after the vintage is its end.
    `since` leaves out what began before, `told` what names no group.
    """
    on = min(day, table.vintage.date) if table.vintage.date else day
    stood, left_out = standing(table, on)
    kept = [r for r in stood if (since is None or r["operational"] >= since) and (r[by] or not told)]
    if len(kept) < len(stood):
        left_out["began earlier, or in no group"] = len(stood) - len(kept)
    total = sum(row["h100e"] for row in kept)
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in kept:
        for name in _groups(row, by):
            grouped.setdefault(name, []).append(row)
    made = [_of_clusters(name, rows, total) for name, rows in grouped.items()]
    anonymous = sum(row["cluster"] == ANONYMOUS for row in kept)
    warnings = [COVERAGE]
    if anonymous:
        warnings.append(f"{anonymous} clusters are anonymised and rounded to one significant figure")
    if on < day:
        warnings.append(f"the data ends on {on}; answered for that day")
    return Stock(
        on=on,
        holdings=tuple(sorted(made, key=lambda h: (-h.h100e, h.group))),
        left_out=left_out,
        warnings=tuple(warnings),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A group's share of compute in clusters under other choices than the default; None without any."""

    which: Which
    phases: Phases
    value: str
    share: float | None


def cluster_choices(
    table: Table, day: dt.date, group: str, by: str = "countries", *, since: dt.date | None = None,
    told: bool = False,
) -> tuple[Choice, ...]:  # fmt: skip
    """What moves a group's share: which clusters count, whether each phase does, and in what they are
    measured (H100 equivalents, operations at 16 bits). The default comes first.

    The publisher's own shares by country are of operations at 16 bits, of clusters begun since 2019 whose
    country and rate are known, without those taken up by a later phase (`since`, `told`).
    """
    on = min(day, table.vintage.date) if table.vintage.date else day
    made = []
    for which, phases in product(WHICH, PHASES):
        stood = standing(table, on, which, phases)[0]
        kept = [r for r in stood if (since is None or r["operational"] >= since) and (r[by] or not told)]
        for value in ("h100e", "rate_16"):
            total = sum(row[value] or 0.0 for row in kept)
            held = sum(row[value] or 0.0 for row in kept if group in _groups(row, by))
            share = held / total if total else None
            made.append(Choice(which=which, phases=phases, value=value, share=share))
    return tuple(made)


def _groups(row: Mapping[str, Any], by: str) -> Sequence[str]:
    value = row[by]
    if not value:
        return (NOT_TOLD,)
    return tuple(dict.fromkeys(value)) if isinstance(value, list) else (str(value),)


def _of_clusters(name: str, rows: Sequence[Mapping[str, Any]], total: float) -> Holding:
    limits = [
        rounding(row["h100e"]) if row["cluster"] == ANONYMOUS else (row["h100e"], row["h100e"])
        for row in rows
    ]
    held = sum(row["h100e"] for row in rows)
    return Holding(
        group=name,
        n=len(rows),
        h100e=held,
        low=sum(low for low, _ in limits),
        high=sum(high for _, high in limits),
        share=held / total if total else None,
    )


def rounding(value: float) -> tuple[float, float]:
    """What a value rounded to one significant figure may have been: 30 is 25 to 35, 100 is 95 to 150."""
    if value <= 0:
        return value, value
    unit = 10.0 ** math.floor(math.log10(value) + 1e-9)
    below = unit / 20 if round(value / unit) == 1 else unit / 2
    return value - below, value + unit / 2


def chips(table: Table, by: str = "owner", day: dt.date | None = None) -> Stock:
    """The stock of chips by `owner` or `maker`, added up since the first quarter of each maker's count.

    Without a day it is the last quarter that every maker and owner of the table has and that none marks as
    incomplete; an owner whose chips a maker counts once only (China's of AMD) does not hold it back.
    """
    counted = "owned" if by == "owner" else "shipped"
    rows = [
        row
        for row in table.frame.to_dicts()
        if (row["counted"], row["span"], row["detail"]) == (counted, "cumulative", "total")
    ]
    series = _by(rows, lambda row: (row["maker"], row["owner"]))
    whole = [{row["ends"] for row in s if not row["incomplete"]} for s in series.values() if len(s) > 1]
    common = sorted(set.intersection(*whole)) if whole else []
    on = max((d for d in common if day is None or d <= day), default=None)
    if on is None:
        return Stock(on=day or dt.date.min, holdings=(), left_out={}, warnings=("no quarter that all have",))
    at = [
        row
        for s in series.values()
        if (row := max((r for r in s if r["ends"] <= on), key=lambda r: r["ends"], default=None)) is not None
    ]
    grouped = _by(at, lambda row: row[by] or NOT_TOLD)
    total = sum(row["h100e"] for row in at)
    made = [
        Holding(
            group=name,
            n=len(members),
            h100e=sum(r["h100e"] for r in members),
            low=sum(r["h100e_low"] for r in members),
            high=sum(r["h100e_high"] for r in members),
            share=sum(r["h100e"] for r in members) / total if total else None,
        )
        for name, members in grouped.items()
    ]
    makers = ", ".join(sorted({row["maker"] for row in at}))
    warnings = [f"chips of {makers} only: no Chinese maker is counted, so no side's stock is whole"]
    if any(h.n > 1 for h in made):
        warnings.append("of several makers medians and percentiles are added: limits are wider than 90%")
    return Stock(
        on=on,
        holdings=tuple(sorted(made, key=lambda h: (-h.h100e, h.group))),
        left_out={"after the last whole quarter": sum(row["ends"] > on for row in rows)},
        warnings=tuple(warnings),
    )


def _by(
    rows: Iterable[dict[str, Any]], key: Callable[[dict[str, Any]], Any]
) -> dict[Any, list[dict[str, Any]]]:
    found: dict[Any, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found
