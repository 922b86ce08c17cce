"""Do measures agree? Models of several measures by a common name, and the rank correlation of each pair."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from theodolite.measure.ranking import Ranked, Ranking
from theodolite.model.names import folded_name
from theodolite.statistics.bootstrap import SEED, interval

_FEWEST = 4
"""Under this many models in common a correlation says nothing and is not given."""
_RESAMPLES = 2000
_VARIANT = re.compile(
    r"[\s\-_(]+(?:20\d\d-?[01]\d-?[0-3]\d|(?:x?high|medium|low|max|minimal|none|unknown|thinking|nonthinking"
    r"|reasoning|preview|instruct|chat|latest|it|api|exp|\d+k)(?=[\s\-_)]|$))\)?",
    re.I,
)


def plain_name(name: str) -> str:
    """A model's name without the day, effort and packaging that measures add: "o3-2025-04-16_medium" is
    "o3".
    """
    before = ""
    while before != name:
        before, name = name, _VARIANT.sub(" ", name).strip()
    return folded_name(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Spearman's correlation between two measures over the models both have; None under 4 of them."""

    first: str
    second: str
    n: int
    spearman: float | None
    low: float | None
    high: float | None


def joined(
    rankings: Mapping[str, Ranking], key: Callable[[str], str] = plain_name
) -> list[tuple[str, dict[str, Ranked]]]:
    """Models by common name with their place on each measure that has them, those on most measures first.

    Of several variants of one name on a measure the best placed counts.
    """
    found: dict[str, dict[str, Ranked]] = {}
    shown: dict[str, str] = {}
    for measure, ranking in rankings.items():
        for place in ranking.ranked:
            name = place.model.display_name or place.model.name
            of = found.setdefault(key(place.model.name), {})
            shown.setdefault(key(place.model.name), name)
            of.setdefault(measure, place)
    rows = [(shown[k], places) for k, places in found.items()]
    return sorted(rows, key=lambda row: (-len(row[1]), sum(p.rank for p in row[1].values()), row[0]))


def agreements(rows: list[tuple[str, dict[str, Ranked]]], measures: tuple[str, ...]) -> tuple[Agreement, ...]:
    """The rank correlation of each pair of measures, with its 90% interval over resampled models."""
    found = []
    for first, second in combinations(measures, 2):
        both = [(p[first].model.level, p[second].model.level) for _, p in rows if first in p and second in p]
        rho, limits = _spearman(np.array(both)) if len(both) >= _FEWEST else (None, None)
        found.append(
            Agreement(
                first=first, second=second, n=len(both), spearman=rho,
                low=limits[0] if limits else None, high=limits[1] if limits else None,
            )
        )  # fmt: skip
    return tuple(found)


def _spearman(pairs: np.ndarray) -> tuple[float, tuple[float, float] | None]:
    """Spearman's rho of (n, 2) values, and its percentile interval from 2,000 resamples of the models."""
    rng = np.random.default_rng(SEED)
    picked = rng.integers(0, len(pairs), size=(_RESAMPLES, len(pairs)))
    drawn = np.array([_rho(pairs[rows]) for rows in picked])
    return _rho(pairs), interval(drawn)


def _rho(pairs: np.ndarray) -> float:
    from scipy.stats import rankdata  # takes half a second to import, which a wrong side need not wait for

    ranks = rankdata(pairs, axis=0)
    centred = ranks - ranks.mean(axis=0)
    scale = np.sqrt((centred**2).sum(axis=0).prod())
    return float(centred[:, 0] @ centred[:, 1] / scale) if scale > 0 else float("nan")
