"""A runner that is killed at random points: nothing lost, nothing twice but what was in doubt, and marked so.

Fifty kills are in `benchmarks/watches.py`; here are a few.
"""

from __future__ import annotations

from pathlib import Path

from killed_runner import killed


def test_nothing_is_lost_and_nothing_sent_twice_unmarked(tmp_path: Path) -> None:
    found = killed(tmp_path, kills=4, seed=7, claims=40)
    assert (found.lost, found.unmarked) == (0, 0)
    assert found.twice <= min(found.in_doubt, found.kills)
    assert (found.lines_lost, found.lines_twice) == (0, 0)
