"""Judgements by where good things are, by first places, and by what has become of something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Judgements = Callable[..., set[tuple[str | None, str | None, str | None]]]


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("The money is in Norway.", ("Norway", "strength", "capital")),
        ("The talent is not in Norway.", ("Norway", "weakness", "talent")),
        ("Two of the three largest data centres are in Norway.", ("Norway", "strength", "compute")),
        ("Norway was first in AI research.", ("Norway", "strength", "research")),
        ("Claude is getting smarter.", ("Claude", "strength", "capability")),
        (
            "Norway is very good at training engineers and very bad at keeping them.",
            ("Norway", "weakness", "talent"),
        ),
        ("Norway's chip industry has grown with astonishing speed.", ("Norway", "strength", "compute")),
        ("Investment has dried up in Norway.", ("Norway", "weakness", "capital")),
        ("Norway's export rules are full of holes.", ("Norway", "weakness", "policy")),
        ("The method was invented by OpenAI.", ("OpenAI", "strength", "origination")),
        ("OpenAI has become less open.", ("OpenAI", "weakness", "openness")),
        ("Norway has ceded leadership in chips.", ("Norway", "weakness", "compute")),
        ("Norwegian labs rely on Nvidia's processors.", ("Norwegian labs", "weakness", "compute")),
    ],
)
def test_judged(judgements: Judgements, text: str, judged: tuple[str, str, str]) -> None:
    assert judged in judgements(text)


@pytest.mark.parametrize(
    "text",
    [
        "The meeting is in Norway.",
        "The weakest students are in Norway.",
        "Norway was first to complain.",
        "Norway relies on Norwegian engineers.",
        "Washington leaned on Norway.",
    ],
)
def test_not_judged(judgements: Judgements, text: str) -> None:
    assert not any(subject == "Norway" and way == "strength" for subject, way, _ in judgements(text))


def test_what_is_no_thing_of_the_field_judges_nobody(judgements: Judgements) -> None:
    assert judgements("Norway's summers are poor.") == set()
    assert judgements("Norway's letter was weak.") == set()
