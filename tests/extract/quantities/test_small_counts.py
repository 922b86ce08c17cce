"""Small numbers in words that count what the field counts, yearly multiples, and how long a thing takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Quantity

Read = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Epoch AI tested the model on nine benchmarks.", 9, "benchmark"),
        ("The bureau keeps eleven officers abroad.", 11, "officer"),
        ("The cost of training falls 4x per year in China.", 4, "times"),
        ("Mila lent us four researchers.", 4, "people"),
        ("Kenya has exactly one cluster of that size.", 1, "cluster"),
        ("Six of us studied in China.", 6, "people"),
        ("Qwen topped four of the five leaderboards.", 4, "leaderboard"),
        ("Deals were made in six member states in 2024.", 6, "state"),
        ("The company has hired away six people from Google.", 6, "people"),
        ("I run a team of thirty at Intel.", 30, "people"),
        ("It takes Kiln seven years to connect a site in Frankfurt.", 7, "year"),
    ],
)
def test_what_is_counted(read: Read, text: str, value: float, unit: str) -> None:
    found = [c for c in read(text) if isinstance(c, Quantity)]
    assert [(c.value_low, c.unit) for c in found] == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "There are three reasons for this in China.",
        "He took two of his colleagues along.",
        "China will match GPT-4 in two years.",
        "The new chip is 4x faster than its rival.",
        "Two people familiar with the matter said that China objects.",
        "The founder of Kiln has two kids.",
    ],
)
def test_what_is_not(read: Read, text: str) -> None:
    assert [c for c in read(text) if isinstance(c, Quantity)] == []
