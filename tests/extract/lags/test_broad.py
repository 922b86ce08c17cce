"""Being behind in further words, and how a gap moves by any verb of growing or shrinking."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Lag

Read = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "follower", "leader", "months"),
    [
        ("Japan is three years off the pace set by China.", "Japan", "China", (36, 36)),
        ("India is six to eight years adrift of Taiwan.", "India", "Taiwan", (72, 96)),
        ("The limits set Chinese chipmakers back three years.", "Chinese chipmakers", None, (36, 36)),
        ("Two years separate Japan from China.", "Japan", "China", (24, 24)),
        ("Chinese models trail American models by mere months.", "Chinese models", None, (1, None)),
        ("The gap between China and the United States is a matter of years.", "China", None, (12, None)),
        ("Japan is six months to a year behind China.", "Japan", "China", (6, 12)),
        ("Japan trails China by one-and-a-half years.", "Japan", "China", (18, 18)),
        (
            "It is unrealistic for America to expect a lead of more than a year or two over China.",
            "China",
            "United States",
            (None, 24),
        ),
    ],
)
def test_a_stretch_in_further_words(
    read: Read, text: str, follower: str, leader: str | None, months: tuple[float | None, float | None]
) -> None:
    (lag,) = (c for c in read(text) if isinstance(c, Lag))
    assert lag.follower == follower
    assert (lag.low_months, lag.high_months) == months
    assert leader is None or lag.leader == leader


@pytest.mark.parametrize(
    ("text", "follower", "trend"),
    [
        ("China whittles down US edge in chip design", "China", "narrowing"),
        ("Huawei has slashed Nvidia's advantage in memory.", "Huawei", "narrowing"),
        ("China's advances have “narrowed” the U.S. headstart in AI.", "China", "narrowing"),
        ("The disparity between China and the United States has ballooned.", "China", "widening"),
    ],
)
def test_a_gap_that_moves(read: Read, text: str, follower: str, trend: str) -> None:
    (lag,) = (c for c in read(text) if isinstance(c, Lag))
    assert (lag.follower, lag.trend, lag.low_months, lag.high_months) == (follower, trend, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Its lead in search lowers prices in China and America.",
        "The meeting between China and America took two years.",
        "China is years away.",
    ],
)
def test_what_is_no_gap(read: Read, text: str) -> None:
    assert [c for c in read(text) if isinstance(c, Lag)] == []
