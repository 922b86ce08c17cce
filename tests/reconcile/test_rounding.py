from __future__ import annotations

import pytest

from theodolite.reconcile.rounding import span


@pytest.mark.parametrize(
    ("low", "high", "rounded"),
    [
        (12, 12, (6, 18)),  # "about a year", METHODS section 5
        (24, 36, (21, 39)),  # "two to three years", METHODS section 5
        (12, 24, (9, 27)),
        (18, 18, (15, 21)),
        (7, 7, (6.5, 7.5)),
        (6, 9, (5.75, 9.25)),
        (12, None, (12, None)),  # "at least" is strict
        (None, 24, (None, 24)),
        (1, 1, (0.5, 1.5)),
        (0, 0, (0, 6)),
    ],
)
def test_rounding_rule(low: float | None, high: float | None, rounded: tuple) -> None:
    made = span(low, high)
    assert made.rounded == rounded
    assert made.strict == (low, high)
