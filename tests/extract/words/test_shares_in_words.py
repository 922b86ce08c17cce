"""Shares in words: with their whole behind, inside, before, or elsewhere."""

from __future__ import annotations

import pytest

from theodolite.extract.words.shares import shares


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Half the internet is written by models.", (50, 50)),
        ("About a third had been spent by March.", (33.3, 33.3)),
        ("Fewer than four dies in ten come out good.", (None, 40)),
        ("Nineteen out of twenty of them were never used.", (95, 95)),
        ("Of every ten applicants to the lab, seven left.", (70, 70)),
        ("It fails on 1 in 12 requests.", (8.3, 8.3)),
        ("Spending fell by half in 2023.", (50, 50)),
        ("The budget was cut by a fifth.", (20, 20)),
        ("Almost two-thirds of the orders came late.", (66.7, 66.7)),
        ("Almost half chose the cheaper model.", (50, 50)),
        ("Roughly a third took the offer.", (33.3, 33.3)),
        ("Two thirds of that stands in one town.", (66.7, 66.7)),
        ("Of every hundred rupees that came in, thirty-four went on rent.", (34, 34)),
    ],
)
def test_shares(text: str, expected: tuple[float | None, float | None]) -> None:
    assert [(f.low, f.high) for f in shares(text, 0, len(text))] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It needs half the memory of the old one.",
        "In the first half of 2024 sales rose.",
        "It took a year and a half.",
        "Sales in the third quarter were flat.",
        "It fails one in three days.",
    ],
)
def test_no_shares(text: str) -> None:
    assert shares(text, 0, len(text)) == []


def test_a_share_ends_with_its_plural() -> None:
    text = "Two-fifths of the servers idle."
    assert [text[f.start : f.end] for f in shares(text, 0, len(text))] == ["Two-fifths"]
