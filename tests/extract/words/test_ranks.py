"""Ranks: with and without a verb of ranking, in lists, and ordinals that rank nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Quantity

Read = Callable[..., list[Claim]]


def _ranks(found: list[Claim]) -> list[tuple[str | None, float | None]]:
    return [(c.subject, c.value_low) for c in found if isinstance(c, Quantity) and c.unit == "rank"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The United Arab Emirates is ninth.", [("United Arab Emirates", 9)]),
        (
            "China (71.8) is second and the United Kingdom (58.1) third.",
            [("China", 2), ("United Kingdom", 3)],
        ),
        ("Canada moves from seventh to fifth.", [("Canada", 5), ("Canada", 7)]),
        ("Ireland ranks 22nd overall but fourth in talent.", [("Ireland", 22), ("Ireland", 4)]),
        ("Micron is expected to stay third on volume.", [("Micron", 3)]),
        ("Britain has slipped to sixth.", [("United Kingdom", 6)]),
        ("South Korea holds third place in the world.", [("South Korea", 3)]),
        ("Kenya dropped from fourth to nineteenth.", [("Kenya", 4), ("Kenya", 19)]),
    ],
)
def test_ranks(read: Read, text: str, expected: list[tuple[str, int]]) -> None:
    assert sorted(_ranks(read(text)), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "In the first place, China is second to none.",
        "For Intel this is second nature.",
        "China's compute stands at a tenth of that in France.",
        "Who is second? Waymo yields more often than the No 46.",
    ],
)
def test_no_ranks(read: Read, text: str) -> None:
    assert _ranks(read(text)) == []
