"""Published figures held against ours: where ours stands in a report, and what comes of the two."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from theodolite.catalog.published import Published
from theodolite.measure.price_decline import cheapest, reaching, times_cheaper_a_year
from theodolite.measure.scale import Scale, fitted
from theodolite.measure.threshold_lags import lags, mean_lag, scored
from theodolite.model.scores import ScoreMatrix, ScoreTable, Vintage

Verdict = Literal["reproduced", "not reproduced", "no data"]
_OVER: Mapping[str, Callable[[list[float]], float]] = {"sum": sum, "min": min, "max": max}
_STEP = re.compile(r"(\w+)(?:\[(-?\d+)\]|\[(\w+)=([^\]]*)\])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """Another way to the figure and what it gave; `reason` where it gave nothing."""

    words: str
    command: str
    ours: float | None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a check; `ours` and `difference` are None where nothing could be worked out."""

    check: Published
    ours: float | None
    vintages: tuple[Vintage, ...]
    verdict: Verdict
    reason: str | None = None
    tried: tuple[Attempt, ...] = ()

    @property
    def difference(self) -> float | None:
        """Ours minus the published figure."""
        return None if self.ours is None else self.ours - self.check.published

    @property
    def command(self) -> str:
        """What a user types in the data folder."""
        return f"theodolite {self.check.command or f'reproduce --only {self.check.id}'}"

    def to_json(self) -> dict[str, Any]:
        """JSON values only, numbers unrounded."""
        c = self.check
        return {
            "id": c.id, "check": c.words, "published": c.published, "accepted": list(c.accepted),
            "tolerance": c.tolerance, "unit": c.unit, "ours": self.ours, "difference": self.difference,
            "verdict": self.verdict, "reason": self.reason, "source": c.source, "command": self.command,
            "vintage": [v.to_json() for v in self.vintages],
            "tried": [
                {"words": a.words, "command": f"theodolite {a.command}", "ours": a.ours, "reason": a.reason}
                for a in self.tried
            ],
        }  # fmt: skip


def judged(
    check: Published, ours: float | None, vintages: Sequence[Vintage], tried: Sequence[Attempt] = ()
) -> Outcome:
    """The outcome of a figure: reproduced within what is accepted; None and nan are never."""
    value = None if ours is None or math.isnan(ours) else ours
    within = value is not None and check.accepted[0] <= value <= check.accepted[1]
    reason = None if within else check.reason
    if value is None:
        reason = "the data does not hold what it needs"
    return Outcome(
        check=check, ours=value, vintages=tuple(vintages),
        verdict="reproduced" if within else "not reproduced", reason=reason, tried=tuple(tried),
    )  # fmt: skip


def found_at(report: Mapping[str, Any], path: str) -> float | None:
    """A number of a report by its path: names with dots, `[0]` a place, `[group=China]` a row by a value,
    `sum(shares.value)` a sum over rows, likewise `min` and `max`, of the rows that have a number. None where
    nothing stands there. ValueError for no path."""
    whole = re.fullmatch(r"(sum|min|max)\(([\w.]+)\.(\w+)\)", path)
    if whole:
        rows: Any = report
        for step in whole[2].split("."):
            rows = rows.get(step, []) if isinstance(rows, Mapping) else []
        values = [row[whole[3]] for row in rows if row[whole[3]] is not None]
        return float(_OVER[whole[1]](values)) if values else None
    at: Any = report
    for step in path.split("."):
        found = _STEP.fullmatch(step)
        if found is None:
            raise ValueError(f"no path in a report: {path}")
        at = at.get(found[1]) if isinstance(at, Mapping) else None
        if isinstance(at, Sequence) and not isinstance(at, str):
            if found[2] is not None:
                at = at[int(found[2])] if -len(at) <= int(found[2]) < len(at) else None
            elif found[3] is not None:
                at = next((row for row in at if str(row.get(found[3])) == found[4]), None)
    return float(at) if isinstance(at, int | float) else None


class Data(Protocol):
    """Where the works find their files, by a path under the data folder."""

    def rows(self, file: str) -> Sequence[dict[str, str]]: ...

    def table(self, file: str) -> ScoreTable: ...

    def matrix(self, file: str) -> ScoreMatrix: ...


def _scale(data: Data, file: str) -> Scale:
    return fitted(data.matrix(file))


def refit_cost(data: Data, matrix: str) -> float:
    """Penalised cost of the refit of the index."""
    return _scale(data, matrix).fit.cost


def largest_score_difference(data: Data, matrix: str, scores: str) -> float:
    """Largest departure of a refitted level from the published one, in points."""
    scale = _scale(data, matrix)
    ours = dict(zip(scale.matrix.models, scale.levels, strict=True))
    return max(abs(float(ours[m.name]) - m.level) for m in data.table(scores).models)


def largest_difficulty_difference(data: Data, matrix: str, difficulties: str) -> float:
    """Largest departure of a refitted difficulty from the published one, in points."""
    scale = _scale(data, matrix)
    ours = dict(zip(scale.matrix.benchmarks, scale.difficulties, strict=True))
    rows = data.rows(difficulties)
    return max(abs(float(ours[r["benchmark_name"]]) - float(r["edi"])) for r in rows)


def price_decline(
    data: Data,
    scores: str,
    panel: str,
    *,
    column: str,
    until: str,
    model: str | None = None,
    threshold: float = math.inf,
) -> float:
    """Times a year by which the price of a score falls until a day: `threshold`, or what `model` has."""
    rows = [(r["Model version"], float(r[column])) for r in data.rows(scores) if r.get(column)]
    least = min((v for name, v in rows if name == model), default=threshold)
    prices = [row for row in data.rows(panel) if row["as_of"] <= until]
    return times_cheaper_a_year(cheapest(prices, reaching(rows, least)))


def open_closed_lag(data: Data, versions: str, *benchmarks: str) -> float:
    """Mean months by which closed models had each score before open ones, over the levels of benchmarks."""
    access = {r["Model version"]: r["Model accessibility"] for r in data.rows(versions)}
    found = []
    for file in benchmarks:
        rows = data.rows(file)
        closed = scored(rows, access, ("API access", "Hosted access (no API)"))
        found.append(lags(closed, scored(rows, access, ("Open weights",))))
    return mean_lag(found)


WORKS: dict[str, Callable[..., float]] = {
    "refit_cost": refit_cost,
    "largest_score_difference": largest_score_difference,
    "largest_difficulty_difference": largest_difficulty_difference,
    "price_decline": price_decline,
    "open_closed_lag": open_closed_lag,
}
"""What no command prints, by name; each takes the data, the check's files and its arguments."""
