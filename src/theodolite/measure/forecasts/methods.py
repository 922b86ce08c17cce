"""Ways to say where a frontier will stand some months on: four plain baselines, and our pool of five.

Each method gives a sample of equally likely levels. The pool is a linear opinion pool (Stone, 1961) whose
weights are not fitted to anything: half from how frontiers at large have moved (the outside view; Kahneman
and Tversky, 1979), half from the side's own past, a quarter of that from each of four members.

- trend: the straight line through the records, with Student's prediction interval (both its parameters are
  estimated); it knows that jumps are followed by pauses.
- drift: a random walk with the mean monthly gain, Gaussian, its drift estimated as well.
- jumps: the monthly gains drawn again with random weights for each future (the Bayesian bootstrap; Rubin,
  1981): the frontier stands still in most months and leaps in some.
- peers: monthly gains drawn from the frontiers of all organisations, each weighing the same but for weights
  drawn anew for each future: a side that has stood still for a year may still do what others do.
- local: from the last value along the slope of the last 18 months, with Student's prediction interval: what
  long ago was another pace is left out.

A frontier does not fall: what lies below the last record is set to it.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri, stdtrit

from theodolite.measure.forecasts.history import History
from theodolite.model.period import DAYS_PER_MONTH
from theodolite.statistics.bootstrap import SEED

Values = NDArray[np.float64]
Method = Callable[[History, int], Values]

SIZE = 1000
_LEVELS = (np.arange(SIZE) + 0.5) / SIZE
_LEAST_DEVIATION = 0.5
"""Points: no baseline is more certain than the scale itself."""
_LEAST_FREEDOM = 3.0
_LOCAL_MONTHS = 18
LEAST_PEERS = 3


def last_value(seen: History, months: int) -> Values:
    """Baseline: nothing changes; spread is the root mean square of past changes over as many months."""
    f = seen.monthly
    changes = f[months:] - f[:-months] if len(f) > months else np.array([float(f[-1] - f[0])])
    return _normal(f[-1], float(np.sqrt(np.mean(changes**2))))


def random_walk(seen: History, months: int) -> Values:
    """Baseline: a random walk with the mean monthly gain."""
    gains = np.diff(seen.monthly)
    return _normal(seen.levels[-1] + gains.mean() * months, float(gains.std(ddof=1)) * months**0.5)


def line_of_records(seen: History, months: int) -> Values:
    """Baseline: the straight line through the records, spread as they lie around it."""
    x, y = _months(seen), seen.levels
    slope, base = np.polyfit(x, y, 1)
    residual = y - base - slope * x
    return _normal(base + slope * months, float(np.sqrt((residual**2).sum() / max(len(x) - 2, 1))))


def slope_from_last(seen: History, months: int) -> Values:
    """Baseline: from the last value along the slope of the monthly frontier, spread as it lies around it."""
    f = seen.monthly
    slope, residual = _line(f)
    return _normal(f[-1] + slope * months, float(np.sqrt((residual**2).sum() / max(len(f) - 2, 1))))


def trend(seen: History, months: int) -> Values:
    """Member: the line through the records with Student's prediction interval."""
    x, y = _months(seen), seen.levels
    design = np.stack((np.ones_like(x), x), axis=1)
    inverse = np.linalg.pinv(design.T @ design)
    line = inverse @ design.T @ y
    freedom = max(len(x) - 2, 1)
    variance = float(((y - design @ line) ** 2).sum()) / freedom
    at = np.array([1.0, float(months)])
    deviation = max(np.sqrt(variance * (1 + at @ inverse @ at)), _LEAST_DEVIATION)
    quantiles = stdtrit(max(float(freedom), _LEAST_FREEDOM), _LEVELS)
    return _risen(seen, line @ at + deviation * quantiles)


def drift(seen: History, months: int) -> Values:
    """Member: a random walk whose drift is estimated from n gains: variance s^2 (h + h^2 / n)."""
    gains = np.diff(seen.monthly)
    spread = float(gains.std(ddof=1)) * np.sqrt(months + months**2 / len(gains))
    return _risen(seen, _normal(seen.levels[-1] + gains.mean() * months, float(spread)))


def jumps(seen: History, months: int) -> Values:
    """Member: past monthly gains drawn again, with weights drawn anew for each future."""
    rng = np.random.default_rng(SEED)
    gains = np.diff(seen.monthly)
    weights = rng.dirichlet(np.ones(len(gains)), SIZE).cumsum(axis=1)
    total = np.zeros(SIZE)
    for _ in range(months):
        chosen = (rng.random(SIZE)[:, None] > weights).sum(axis=1)
        total += gains[np.minimum(chosen, len(gains) - 1)]
    return _risen(seen, np.sort(seen.levels[-1] + total))


def local(seen: History, months: int) -> Values:
    """Member: the slope of the last 18 months of the monthly frontier, taken from the last value.

    The deviation holds how the months lie around their line, and months ahead times the standard error of
    the mean monthly gain (the line's own is far too small where one month hangs on the other).
    """
    f = seen.monthly[-(_LOCAL_MONTHS + 1) :]
    slope, residual = _line(f)
    gains = np.diff(f)
    freedom = len(f) - 2
    variance = float((residual**2).sum()) / freedom + months**2 * float(gains.var(ddof=1)) / len(gains)
    quantiles = stdtrit(max(float(freedom), _LEAST_FREEDOM), _LEVELS)
    return _risen(seen, f[-1] + slope * months + max(variance**0.5, _LEAST_DEVIATION) * quantiles)


def peers(seen: History, months: int) -> Values:
    """Member: gains of the organisations' frontiers drawn again. ValueError for under `LEAST_PEERS`."""
    if len(seen.peers) < LEAST_PEERS:
        raise ValueError(f"the paces of {len(seen.peers)} organisations are known")
    rng = np.random.default_rng(SEED + 1)
    gains = np.concatenate(seen.peers)
    lengths = np.array([len(g) for g in seen.peers])
    begins = np.cumsum(lengths) - lengths
    weights = rng.dirichlet(np.ones(len(lengths)), SIZE).cumsum(axis=1)
    total = np.zeros(SIZE)
    for _ in range(months):
        lab = np.minimum((rng.random(SIZE)[:, None] > weights).sum(axis=1), len(lengths) - 1)
        total += gains[begins[lab] + np.floor(rng.random(SIZE) * lengths[lab]).astype(np.int64)]
    return _risen(seen, np.sort(seen.levels[-1] + total))


def pool(seen: History, months: int) -> Values:
    """Ours: half from the peers, an eighth from each other member; a quarter each without enough peers."""
    own = [member(seen, months) for name, member in MEMBERS.items() if name != PEERS]
    others = [np.repeat(peers(seen, months), len(own))] if len(seen.peers) >= LEAST_PEERS else []
    return np.sort(np.concatenate(own + others))


BASELINES: dict[str, Method] = {
    "last value": last_value,
    "random walk with drift": random_walk,
    "line of records": line_of_records,
    "slope from the last value": slope_from_last,
}
MEMBERS: dict[str, Method] = {"trend": trend, "drift": drift, "jumps": jumps, "local": local, "peers": peers}
POOL, PEERS = "pool", "peers"
METHODS: dict[str, Method] = {POOL: pool, **MEMBERS, **BASELINES}


def _line(f: Values) -> tuple[float, Values]:
    """Slope a step and residuals of the least squares line through evenly spaced values (n,)."""
    x = np.arange(len(f)) - len(f) + 1.0
    slope, base = np.polyfit(x, f, 1)
    return float(slope), f - base - slope * x


def _months(seen: History) -> Values:
    return (seen.days - seen.day) / DAYS_PER_MONTH


def _normal(mean: float, deviation: float) -> Values:
    sample: Values = mean + max(deviation, _LEAST_DEVIATION) * ndtri(_LEVELS)
    return sample


def _risen(seen: History, sample: Values) -> Values:
    risen: Values = np.maximum(sample, seen.levels[-1])
    return risen
