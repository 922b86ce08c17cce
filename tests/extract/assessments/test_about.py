"""Whose a thing is that the words leave to the reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim

Read = Callable[..., list[Claim]]
Judgements = Callable[..., set[tuple[str | None, str | None, str | None]]]


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("Norway plans six centres. Electricity is another problem.", ("Norway", "weakness", "energy")),
        ("Norway plans six centres. Talent is scarce.", ("Norway", "weakness", "talent")),
        ("Norway plans six centres. The grid is no obstacle.", ("Norway", "weakness", "energy")),
        ("We ran it on the Ascend 910C. The documentation is awful.", ("Ascend 910C", "weakness", "compute")),
    ],
)
def test_a_bare_thing_is_that_of_whom_the_text_is_about(
    judgements: Judgements, text: str, judged: tuple[str, str, str]
) -> None:
    assert judged in judgements(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nothing was said of anybody. Electricity is another problem.",
        "Norway plans six centres. A problem is a problem.",
        "Norway plans six centres. Electricity in Utopia is a problem.",
    ],
)
def test_nobody_is_judged_where_nobody_is_spoken_of(judgements: Judgements, text: str) -> None:
    assert not any(subject == "Norway" for subject, _, _ in judgements(text))


def test_chinese_firms_are_chinese_companies(judgements: Judgements) -> None:
    assert ("Chinese companies", "weakness", "compute") in judgements("Chinese firms are short of chips.")


def test_what_is_no_obstacle_is_a_denied_weakness(read: Read) -> None:
    text = "Norway plans six centres. The grid is no obstacle."
    assert [c.polarity for c in read(text, ("assessment",))] == ["denied"]


def test_whose_chips_are_short_is_not_their_maker(judgements: Judgements) -> None:
    assert not any(
        subject == "Nvidia" for subject, _, _ in judgements("She suspects a shortage of Nvidia's chips.")
    )
