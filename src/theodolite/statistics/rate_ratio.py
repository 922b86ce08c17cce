"""How many times as often something is spoken of now as before, with an interval, for many things at once.

Of r mentions in both periods the share that falls into the second is binomial; its odds over those of the
documents are the ratio of the two rates (Przyborowski and Wilenski, Biometrika 31, 1940). Ratios of many
things are shrunk together: their prior is a beta around "no change", as strong as all of them show (as
DuMouchel, "Bayesian Data Mining in Large Frequency Tables", American Statistician 53, 1999, with what is not
known of that strength left open: Deely and Lindley, "Bayes Empirical Bayes", JASA 76, 1981). One
mention before and four now are then not "four times". Mentions that clump on days count for less: counts are
divided by their dispersion (quasi-likelihood; McCullagh and Nelder, 1989, section 4.5).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, betaln

from theodolite.statistics.bootstrap import COVERAGE

Values = NDArray[np.float64]
Counts = NDArray[np.int64]

_WEIGHTS, _PRIORS = (0.5, 10_000.0), 24
"""The prior's weight in mentions: from half a mention to where every ratio is 1, evenly by its logarithm."""
_HALVINGS = 32


@dataclass(frozen=True, slots=True)
class Ratios:
    """The median and limits of each ratio, (series,) each; `prior` is the prior's weight in mentions."""

    estimate: Values
    low: Values
    high: Values
    prior: float


def dispersion(relevant: Counts, total: Counts, later: NDArray[np.bool_]) -> Values:
    """How many times as much as independent documents' a series' daily counts spread, (series,); at least 1.

    Pearson's statistic over its degrees of freedom, each period about its own rate, so that a change between
    the two is no spread.
    """
    beyond, freedom = np.zeros(len(relevant)), 0.0
    for period in (later, ~later):
        documents = total[period]
        if not documents.sum():
            continue
        share = relevant[:, period].sum(axis=1) / documents.sum()
        expected = share[:, None] * documents
        spread = expected * (1.0 - share[:, None])
        apart = (relevant[:, period] - expected) ** 2
        beyond += np.divide(apart, spread, out=np.zeros_like(apart), where=spread > 0).sum(axis=1)
        freedom += max(int((documents > 0).sum()) - 1, 0)
    made: Values = np.maximum(beyond / max(freedom, 1.0), 1.0)
    return made


def ratios(
    now: Counts, before: Counts, now_total: float, before_total: float, spread: Values,
    coverage: float = COVERAGE, prior: float | None = None,
) -> Ratios:  # fmt: skip
    """The ratio of the rates `now` / `now_total` and `before` / `before_total` of each series.

    `spread` (series,) is the `dispersion`. `prior` is the weight of the prior in mentions, by default the one
    that all the series show. ValueError where a period has no documents.
    """
    if now_total <= 0 or before_total <= 0:
        raise ValueError("a rate needs documents in both periods")
    expected = now_total / (now_total + before_total)
    a, b = now / spread, before / spread
    weights = np.array([prior]) if prior is not None else np.geomspace(*_WEIGHTS, _PRIORS)
    likely = _likely(a, b, expected, weights)
    late = a[None, :] + (weights * expected)[:, None]
    early = b[None, :] + (weights * (1 - expected))[:, None]
    odds = expected / (1 - expected)

    def at(probability: float) -> Values:
        """The quantile of the mixture over the priors, by halving."""
        low, high = np.zeros(len(a)), np.ones(len(a))
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            below = likely @ betainc(late, early, middle[None, :]) < probability
            low, high = np.where(below, middle, low), np.where(below, high, middle)
        made: Values = middle / (1 - middle) / odds
        return made

    tail = (1 - coverage) / 2
    return Ratios(at(0.5), at(tail), at(1 - tail), float(np.exp(likely @ np.log(weights))))


def _likely(a: Values, b: Values, expected: float, weights: Values) -> Values:
    """How likely each weight of the prior is, by the counts of all series; sums to 1.

    Beforehand every amount of shrinking is alike (Christiansen and Morris, "Hierarchical Poisson Regression
    Modeling", Journal of the American Statistical Association 92, 1997).
    """
    p, q = (weights * expected)[:, None], (weights * (1 - expected))[:, None]
    log = (betaln(a + p, b + q) - betaln(p, q)).sum(axis=1)
    typical = max(float((a + b).mean()) if len(a) else 1.0, 1e-9)
    log += np.log(weights) - 2 * np.log(weights + typical)
    share = np.exp(log - log.max())
    made: Values = share / share.sum()
    return made
