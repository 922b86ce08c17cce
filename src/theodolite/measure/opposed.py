"""Two sides' ladders in draws of the levels, freed of what a maximum of noisy scores adds.

A draw is the table's level plus noise of the size that the table's level already carries: the running
maximum of the draws is biased twice. So each model is drawn from what its level is worth, given how the
levels of its own side are spread around their trend (`statistics.selection`).
The table's estimates stay as they are; `maximum_bias_points` says how large the bias is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from theodolite.measure.frontier import Ladder, ladder, members, ordinals, side_ladder, table_levels
from theodolite.measure.sides import Side, SideRule
from theodolite.model.scores import Draws, ScoreTable
from theodolite.statistics.bootstrap import SEED
from theodolite.statistics.selection import redrawn

Values = NDArray[np.float64]


def pair(
    table: ScoreTable, leader: Side, follower: Side, rule: SideRule = "any", draws: Draws | None = None
) -> tuple[Ladder, Ladder]:
    """Leader's and follower's ladder: over the table's levels, or over the corrected draws of them."""
    if draws is None:
        return side_ladder(table, leader, rule), side_ladder(table, follower, rule)
    levels = corrected(table, (leader, follower), rule, draws)
    days = ordinals(table)
    first, second = members(table, leader, rule), members(table, follower, rule)
    return ladder(levels[:, first], days[first]), ladder(levels[:, second], days[second])


def corrected(table: ScoreTable, sides: tuple[Side, Side], rule: SideRule, draws: Draws) -> Values:
    """Draws of every model's level, (draws, models); a model of both sides gets the mean of its corrections.

    Models of neither side stay as drawn.
    """
    own, days = table_levels(table)[0], ordinals(table).astype(np.float64)
    departures = draws.levels.astype(np.float64, copy=False) - own
    summed, times = np.zeros_like(departures), np.zeros(len(own))
    rng = np.random.default_rng([SEED, 1])
    for side in sides:
        at = members(table, side, rule)
        summed[:, at] += redrawn(days[at], own[at], departures[:, at], rng)
        times[at] += 1
    levels: Values = own + np.where(times > 0, summed / np.maximum(times, 1), departures)
    return levels
