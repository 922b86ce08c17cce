"""What goes on about whom a description at the head of a sentence has taken up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Quantity

Read = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Torvo Robotics is a maker of robots. The company sells to Nvidia and Walmart. "
            "It employs 260 people.",
            "Torvo Robotics",
        ),
        (
            "Torvo Robotics, a maker of robots, raised money from Nvidia. The round brings the company's "
            "total funding to $215 million.",
            "Torvo Robotics",
        ),
        (
            "Rui Alves founded Torvo in Porto, after nine years at Google. The company employs 85 people.",
            "Torvo",
        ),
        ("Rwanda has fans in Africa. The country bought 256 H100s.", "Rwanda"),
        ("Look at Singapore. Its SEA-LION model is good, and its universities have 900 GPUs.", "Singapore"),
        ("Rui Alves founded Torvo in 2024. His company has 40 engineers.", "Torvo"),
    ],
)
def test_whose_figure_it_is(read: Read, text: str, subject: str) -> None:
    found = [c for c in read(text, ("quantity",)) if isinstance(c, Quantity)]
    assert found[-1].subject == subject


def test_a_country_that_a_clause_describes_is_none_named_before(read: Read) -> None:
    found = read("Peru is poor. In 2017 Chile became the first country to buy 40 GPUs.", ("event",))
    assert not [c for c in found if c.to_json()["subject"] == "Peru"]
