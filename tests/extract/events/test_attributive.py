"""Dates that only say which thing is meant: "the 2028 polls" happened in no rule's sense."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim

Read = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Abara announced he would not run in the 2028 elections.",
        "Joe Biden announced his 2024 reelection bid.",
        "Russia tried to influence Moldova's September 2025 parliamentary elections.",
        "Norway cancelled May 2020 exams.",
    ],
)
def test_a_date_that_only_says_which_thing_is_meant_dates_nothing(read: Read, text: str) -> None:
    assert not read(text, ("event",))


def test_the_date_of_a_noun_of_action_still_counts(read: Read) -> None:
    found = read("Nvidia's 2019 acquisition of Mellanox cost a lot.", ("event",))
    assert [getattr(c, "date", None) for c in found] == ["2019"]
