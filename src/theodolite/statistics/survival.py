"""Survival curves of durations, some of which are still open.

Sources: Kaplan and Meier (1958) for the curve; maximum likelihood with censored terms for the lognormal
(Klein and Moeschberger, "Survival Analysis", 2003, chapter 3). The many-sample fit uses the EM algorithm
for censored normal data (Dempster, Laird and Rubin, 1977), since its steps need no line search.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import log_ndtr

Values = NDArray[np.float64]
Flags = NDArray[np.bool_]

SHORTEST = 1.0
"""A duration of nothing is known only to lie within the first unit of time: log F(1) enters for it."""
_LOG_SIGMA = (math.log(0.01), math.log(10.0))
_EM_STEPS = 2000
_SETTLED = 1e-6


@dataclass(frozen=True, slots=True)
class Curve:
    """`steps` of (time, share still open) from (0, 1); `median` None where the curve stays above half."""

    steps: tuple[tuple[float, float], ...]
    median: float | None


def kaplan_meier(durations: Values, is_open: Flags) -> Curve:
    """The curve of `durations` (n,), right-censored where `is_open` (n,).

    At equal times an end counts before a censoring. Durations of 0 drop the curve at 0. The median is the
    first time at which the curve is at or below one half.
    """
    steps = [(0.0, 1.0)]
    share = 1.0
    for time in np.unique(durations[~is_open]):
        at_risk = int((durations >= time).sum())
        ended = int(((durations == time) & ~is_open).sum())
        share *= 1.0 - ended / at_risk
        steps.append((float(time), share))
    median = next((t for t, s in steps if s <= 0.5 + 1e-12), None)
    return Curve(tuple(steps), median)


@dataclass(frozen=True, slots=True)
class Lognormal:
    """Parameters of log duration; `median` is exp(mu)."""

    mu: float
    sigma: float

    @property
    def median(self) -> float:
        """In the unit of the durations."""
        return math.exp(self.mu)


def negative_log_likelihood(mu: float, log_sigma: float, durations: Values, is_open: Flags) -> float:
    """Minus the sum of log f(ended) and log S(open); ended zeros by log F(1), open ones say nothing."""
    sigma = math.exp(log_sigma)
    ended = durations[~is_open & (durations > 0)]
    still = durations[is_open & (durations > 0)]
    zeros = int((~is_open & (durations <= 0)).sum())
    z = (np.log(ended) - mu) / sigma
    total = float(np.sum(-0.5 * z * z - log_sigma - 0.5 * math.log(2 * math.pi) - np.log(ended)))
    total += float(np.sum(log_ndtr(-(np.log(still) - mu) / sigma)))
    return -(total + zeros * float(log_ndtr((math.log(SHORTEST) - mu) / sigma)))


def lognormal(durations: Values, is_open: Flags) -> Lognormal | None:
    """Maximum likelihood fit to `durations` (n,) right-censored where `is_open`; None under 3 ended ones.

    None too where every ended one is 0: the likelihood then rises without end as the median falls, and what
    a solver returns is where it stopped. The standard deviation of the logs is held within 0.01 and 10, so
    that equal durations have a fit.
    """
    ended = durations[~is_open]
    if len(ended) < 3 or not (ended > 0).any():
        return None
    logs = np.log(np.maximum(durations, SHORTEST / 2))
    start = np.array([float(np.median(logs)), math.log(max(float(np.std(logs)), 0.3))])
    fit = minimize(
        lambda x: negative_log_likelihood(x[0], x[1], durations, is_open),
        start,
        method="Nelder-Mead",
        bounds=[(None, None), _LOG_SIGMA],
        options={"xatol": 1e-9, "fatol": 1e-11, "maxiter": 4000},
    )
    return Lognormal(float(fit.x[0]), math.exp(float(fit.x[1])))


def lognormal_many(durations: Values, is_open: Flags, weights: Values) -> tuple[Values, Values]:
    """The same fit to many samples at once: `durations`, `is_open`, `weights` are (k, n); 0 leaves out.

    Returns mu and sigma, each (k,); nan where a sample has less than any ended weight.
    """
    is_zero = ~is_open & (durations <= 0)
    exact = ~is_open & (durations > 0)
    still = is_open & (durations > 0)
    weight = np.where(exact | still | is_zero, weights, 0.0)
    total = weight.sum(axis=1)
    logs = np.log(np.where(durations > 0, durations, SHORTEST))
    with np.errstate(divide="ignore", invalid="ignore"):
        mu = (weight * logs).sum(axis=1) / total
        sigma = np.sqrt((weight * (logs - mu[:, None]) ** 2).sum(axis=1) / total)
        sigma = np.maximum(np.nan_to_num(sigma, nan=1.0), 0.3)
        rows = np.arange(len(mu))
        for _ in range(_EM_STEPS):
            new_mu, new_sigma = _maximised(
                logs[rows], mu[rows], sigma[rows], still[rows], is_zero[rows], weight[rows]
            )
            moving = np.abs(new_mu - mu[rows]) + np.abs(new_sigma - sigma[rows]) > _SETTLED
            mu[rows], sigma[rows] = new_mu, new_sigma
            rows = rows[moving]
            if not len(rows):
                break
    empty = (weight * (exact | is_zero)).sum(axis=1) <= 0
    mu[empty], sigma[empty] = np.nan, np.nan
    return mu, sigma


def _maximised(
    logs: Values, mu: Values, sigma: Values, still: Flags, is_zero: Flags, weight: Values
) -> tuple[Values, Values]:
    """One step of EM: mean and deviation of the logs as expected under the present ones."""
    total = weight.sum(axis=1)
    first, second = _expected_moments(logs, mu, sigma, still, is_zero)
    new_mu = (weight * first).sum(axis=1) / total
    spread = (weight * (second - 2 * new_mu[:, None] * first)).sum(axis=1) / total + new_mu**2
    return new_mu, np.clip(np.sqrt(np.maximum(spread, 0.0)), *np.exp(_LOG_SIGMA))


def _expected_moments(
    logs: Values, mu: Values, sigma: Values, still: Flags, is_zero: Flags
) -> tuple[Values, Values]:
    """E[x] and E[x squared] of each log duration given what is known of it: exact, above, or below."""
    m, s = mu[:, None], sigma[:, None]
    z = (logs - m) / s
    density = -0.5 * z * z - 0.5 * math.log(2 * math.pi)
    above = np.exp(density - log_ndtr(-z))
    below = np.exp(density - log_ndtr(z))
    first = np.where(still, m + s * above, np.where(is_zero, m - s * below, logs))
    second = np.where(
        still,
        m * m + s * s + s * (logs + m) * above,
        np.where(is_zero, m * m + s * s - s * (logs + m) * below, logs * logs),
    )
    return first, second
