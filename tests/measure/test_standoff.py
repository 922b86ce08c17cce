"""More than two sides at a time."""

from __future__ import annotations

import datetime as dt

import pytest

from theodolite.measure.gap import gap
from theodolite.measure.standoff import standoff
from theodolite.model.errors import Refusal
from theodolite.model.scores import ScoreTable


def test_every_ordered_pair_is_as_the_gap_of_two(race: ScoreTable) -> None:
    day = dt.date(2023, 12, 1)
    found = standoff(["US", "China", "not China"], race, None, as_of=day)
    assert [f.side for f in found.frontiers] == ["United States", "China", "not China"]
    assert [(f.model, f.models) for f in found.frontiers] == [("A4", 4), ("B2", 2), ("A4", 4)]
    assert len(found.pairs) == 6
    two = gap("US", "China", race, as_of=day)
    ours = next(p for p in found.pairs if (p.leader, p.follower) == ("United States", "China"))
    assert ours.vertical_gap == two.vertical_gap
    assert ours.backward_lag_months == two.backward_lag_months
    back = next(p for p in found.pairs if (p.leader, p.follower) == ("China", "United States"))
    assert back.vertical_gap.estimate == -15
    assert back.backward_lag_months.estimate == 0
    assert any("not China and United States (4)" in w for w in found.warnings)


def test_a_side_without_a_model_by_the_day_has_no_gap(race: ScoreTable) -> None:
    found = standoff(["US", "China"], race, None, as_of=dt.date(2023, 1, 15))
    assert found.frontiers[1].model is None
    assert found.pairs[0].vertical_gap.estimate is None
    assert found.pairs[0].warnings


def test_a_side_named_twice_or_unknown_is_refused(race: ScoreTable) -> None:
    with pytest.raises(Refusal, match="named twice: United States"):
        standoff(["US", "China", "American"], race, None)
    with pytest.raises(Refusal, match="Atlantis"):
        standoff(["US", "Atlantis"], race, None)
