"""Published figures that can be worked out again from published data, each a small declared check."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from theodolite.catalog import vocabulary
from theodolite.catalog.sources.countries import countries, country, split
from theodolite.measure.scale import Scale, fitted
from theodolite.model.scores import ScoreMatrix, ScoreTable
from theodolite.statistics.growth import growth, running_top

Row = dict[str, str]


class Data(Protocol):
    """Where the checks find their files, by a path under the data folder."""

    def rows(self, file: str) -> Sequence[Row]: ...

    def table(self, file: str) -> ScoreTable: ...

    def matrix(self, file: str) -> ScoreMatrix: ...


@dataclass(frozen=True, slots=True)
class Check:
    """One published figure. It is reproduced where ours lies within `low` and `high` (inclusive).

    `published` is the figure as published, or the bar where the publication is a file of many figures.
    """

    id: str
    words: str
    published: float
    low: float
    high: float
    unit: str
    source: str
    files: tuple[str, ...]
    compute: Callable[[Data], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a check; `ours` and `difference` None without data. `sha256` has one hash a file."""

    check: Check
    ours: float | None
    vintage: tuple[str, ...]
    sha256: tuple[str, ...]
    verdict: Literal["reproduced", "not reproduced", "no data"]
    reason: str | None = None

    @property
    def difference(self) -> float | None:
        """Ours minus the published figure."""
        return None if self.ours is None else self.ours - self.check.published

    def to_json(self) -> dict[str, Any]:
        """JSON values only, numbers unrounded."""
        c = self.check
        return {
            "id": c.id, "check": c.words, "published": c.published, "accepted": [c.low, c.high],
            "unit": c.unit,
            "ours": self.ours, "difference": self.difference, "verdict": self.verdict, "source": c.source,
            "vintage": [
                {"file": f, "sha256": s} for f, s in zip(self.vintage, self.sha256, strict=True)
            ],
            "reason": self.reason,
        }  # fmt: skip


_INDEX = ("epoch-eci/eci_scores_2026-08-11.csv", "epoch-eci/eci_benchmarks_2026-08-11.csv")
_DIFFICULTIES = "epoch-eci/edi_scores_2026-08-11.csv"
_HORIZONS = "metr-time-horizons/metr_time_horizons_1_1.csv"
_NOTABLE_2025 = "epoch-models/notable_ai_models_2025-02-24.csv"
_NOTABLE_2026 = "epoch-models/notable_ai_models_2026-01-24.csv"
_ARENA = "lmarena-history/arena_text_overall_history.csv"


def _scale(data: Data) -> Scale:
    return fitted(data.matrix(_INDEX[1]))


def refit_cost(data: Data) -> float:
    """Penalised cost of the refit of the index."""
    return _scale(data).fit.cost


def largest_score_difference(data: Data) -> float:
    """Largest departure of a refitted level from the published one, in points."""
    scale = _scale(data)
    ours = dict(zip(scale.matrix.models, scale.levels, strict=True))
    return max(abs(float(ours[m.name]) - m.level) for m in data.table(_INDEX[0]).models)


def largest_difficulty_difference(data: Data) -> float:
    """Largest departure of a refitted difficulty from the published one, in points."""
    scale = _scale(data)
    ours = dict(zip(scale.matrix.benchmarks, scale.difficulties, strict=True))
    rows = data.rows(_DIFFICULTIES)
    return max(abs(float(ours[r["benchmark_name"]]) - float(r["edi"])) for r in rows)


def horizon_doubling(data: Data) -> float:
    """Doubling time in days of the 50% horizon over models that set a record, from 2023."""
    records = [
        (dt.date.fromisoformat(r["release_date"]), float(r["p50_minutes_estimate"]))
        for r in data.rows(_HORIZONS)
        if r["is_sota"] == "True"
    ]
    return growth([r for r in records if r[0] >= dt.date(2023, 1, 1)]).doubling_days


def compute_of(rows: Sequence[Row]) -> list[tuple[dt.date, float]]:
    """Publication day and training compute in FLOP of the rows that give both."""
    found = []
    for row in rows:
        try:
            found.append(
                (dt.date.fromisoformat(row["Publication date"]), float(row["Training compute (FLOP)"]))
            )
        except ValueError:
            continue
    return [(d, c) for d, c in found if c > 0]


def notable_compute_growth(data: Data) -> float:
    """Yearly factor of training compute over every notable model since 2010."""
    since = dt.date(2010, 1, 1)
    return growth([r for r in compute_of(data.rows(_NOTABLE_2025)) if r[0] >= since]).factor_per_year


def frontier_compute_growth(data: Data) -> float:
    """Yearly factor of training compute over models among the ten largest when published, since 2018."""
    since = dt.date(2018, 1, 1)
    top = running_top(compute_of(data.rows(_NOTABLE_2026)), 10)
    return growth([r for r in top if r[0] >= since]).factor_per_year


def notable_models(place: str) -> Callable[[Data], float]:
    """Notable models published in 2024 with an organisation in a country, or in a member of a bloc."""
    places = countries().members.get(place, frozenset({place}))

    def count(data: Data) -> float:
        rows = (r for r in data.rows(_NOTABLE_2025) if r["Publication date"].startswith("2024"))
        return float(sum(bool(places & set(split(r["Country (from Organization)"]))) for r in rows))

    return count


def arena_lead(day: str) -> Callable[[Data], float]:
    """The best American rating minus the best Chinese on the board of a day (source B), in points."""

    def lead(data: Data) -> float:
        best = _best_by_side(data, day)
        return best.get("United States", math.nan) - best.get("China", math.nan)

    return lead


def arena_percent(day: str) -> Callable[[Data], float]:
    """The same as a percentage of the best Chinese rating, as it was published.

    It means nothing: a rating has no zero. `measure.arena.win_probability` is what the points say.
    """

    def percent(data: Data) -> float:
        best = _best_by_side(data, day)
        china = best.get("China", math.nan)
        return 100 * (best.get("United States", math.nan) - china) / china

    return percent


def _best_by_side(data: Data, day: str) -> dict[str, float]:
    """The highest rating of each country on the board of a day (source B)."""
    sides = _organisation_sides()
    best: dict[str, float] = {}
    for row in data.rows(_ARENA):
        side = sides.get(row["organization"].casefold())
        if row["date"] == day and row["source"].startswith("B") and side is not None:
            best[side] = max(best.get(side, -math.inf), float(row["rating"]))
    return best


def _organisation_sides() -> dict[str, str]:
    """Country of an organisation by any of its known names, folded."""
    return {
        name.casefold(): country(entry.side) or entry.side
        for entry in vocabulary.load().entries.values()
        if entry.kind == "organisation" and entry.side
        for name in (entry.name, *entry.aliases)
    }


_ECI = "Epoch AI, Epoch Capabilities Index, epoch.ai (CC BY 4.0)"
_NOTABLE = "Epoch AI, data on notable AI models, epoch.ai (CC BY 4.0)"
_BOARDS = "LMArena, boards of those days"
_AI_INDEX = "Stanford HAI, AI Index Report 2025"

CHECKS: tuple[Check, ...] = (
    Check(
        "eci-cost", "Index refit: penalised cost, at most 6.520696",
        6.5207001, 0.0, 6.520696, "cost", _ECI, _INDEX[1:], refit_cost,
    ),
    Check(
        "eci-scores", "Index refit: largest departure of 222 scores, at most 0.21",
        0.0, 0.0, 0.21, "points", _ECI, _INDEX, largest_score_difference,
    ),
    Check(
        "eci-difficulties", "Index refit: largest departure of 57 difficulties, at most 0.21",
        0.0, 0.0, 0.21, "points", _ECI, (_INDEX[1], _DIFFICULTIES), largest_difficulty_difference,
    ),
    Check(
        "metr-doubling", "Task horizon doubles, records from 2023",
        128.744, 128.7435, 128.7445, "days", "METR, Time Horizon 1.1", (_HORIZONS,), horizon_doubling,
    ),
    Check(
        "compute-notable", "Training compute of notable models since 2010, growth",
        4.6, 4.55, 4.65, "times a year", _NOTABLE, (_NOTABLE_2025,), notable_compute_growth,
    ),
    Check(
        "compute-frontier", "Training compute of the running ten largest since 2018, growth (4 to 5)",
        4.5, 4.0, 5.0, "times a year", _NOTABLE, (_NOTABLE_2026,), frontier_compute_growth,
    ),
    Check(
        "notable-2024-us", "Notable models of 2024, United States (within one)",
        40, 39, 41, "models", _AI_INDEX, (_NOTABLE_2025,), notable_models("United States"),
    ),
    Check(
        "notable-2024-china", "Notable models of 2024, China (within one)",
        15, 14, 16, "models", _AI_INDEX, (_NOTABLE_2025,), notable_models("China"),
    ),
    Check(
        "notable-2024-europe", "Notable models of 2024, European Union (within one)",
        3, 2, 4, "models", _AI_INDEX, (_NOTABLE_2025,), notable_models("European Union"),
    ),
    Check(
        "arena-2025-02", "Arena, United States ahead of China, 2025-02-04",
        23, 22.5, 23.5, "points", _AI_INDEX, (_ARENA,), arena_lead("2025-02-04"),
    ),
    *(
        Check(
            f"arena-percent-{day}",
            f"Arena, the lead on {day} in percent of the follower (meaningless: a rating has no zero)",
            percent, percent - 0.005, percent + 0.005, "percent", _BOARDS, (_ARENA,), arena_percent(day),
        )
        for day, percent in (
            ("2025-02-04", 1.69), ("2025-02-18", 3.01), ("2025-06-12", 6.95), ("2025-06-17", 4.15)
        )
    ),
)  # fmt: skip


def outcome(check: Check, data: Data, sha256: tuple[str, ...]) -> Outcome:
    """Work a check out. A figure that cannot be had from the file is no reproduction, with the reason."""
    try:
        ours = check.compute(data)
    except (KeyError, ValueError) as error:
        return Outcome(
            check=check, ours=None, vintage=check.files, sha256=sha256, verdict="not reproduced",
            reason=f"the data does not hold what it needs ({type(error).__name__}: {error})",
        )  # fmt: skip
    if math.isnan(ours):
        return Outcome(
            check=check, ours=None, vintage=check.files, sha256=sha256, verdict="not reproduced",
            reason="the data does not hold what it needs",
        )  # fmt: skip
    within = check.low <= ours <= check.high
    return Outcome(
        check=check, ours=ours, vintage=check.files, sha256=sha256,
        verdict="reproduced" if within else "not reproduced",
    )  # fmt: skip
