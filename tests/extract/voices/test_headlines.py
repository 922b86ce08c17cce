"""Headlines: who says them, by name, by post, or by the source behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim

Read = Callable[..., list[Claim]]

BODY = "\n\nDora Pek, the founder of Kiln Systems, said on Monday that orders are high.\n"


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("# Pek: 30% of chips fail", "Dora Pek"),
        ("Pek says Kiln will ship 20,000 chips", "Dora Pek"),
        ("Kiln Sold 20,000 Chips in May, Says Dora Pek", "Dora Pek"),
        ("# Kiln Systems' founder: 30% of chips fail", "Dora Pek"),
        ("Kiln can make 20,000 chips, founder says", "Dora Pek"),
        ("AI firms use 40% of all power: Epoch AI", "Epoch AI"),
        ("Four steps: Kiln sold 20,000 chips", None),
        ("Kiln sold 20,000 chips in May", None),
    ],
)
def test_who_says_a_headline(read: Read, title: str, speaker: str | None) -> None:
    claims = read(title + BODY)
    assert [c.speaker for c in claims if c.kind == "quantity"] == [speaker]


def test_a_post_alone_stays_one_where_several_people_speak(read: Read) -> None:
    text = "Kiln can make 20,000 chips, expert says" + BODY + "\nTom Ek said that prices fell.\n"
    assert [c.speaker for c in read(text, kinds=("quantity",))] == ["expert"]


def test_a_body_puts_money_somewhere_without_speaking(read: Read) -> None:
    for text in ("Epoch AI put $3 million into tests.", "Investors put 40 billion yuan into chips in 2024."):
        assert [c.speaker for c in read(text)] == [None]
    (claim,) = read("Epoch AI puts the number of GPUs at 40,000 chips.")
    assert claim.speaker == "Epoch AI"


def test_a_post_before_the_name_is_the_same_person(read: Read) -> None:
    text = "Kiln to sell 20,000 tubes, says harbour official\n\nThe harbour official Dora Pek says so.\n"
    assert [c.speaker for c in read(text)] == ["Dora Pek"]


def test_a_study_in_a_headline_goes_on(read: Read) -> None:
    text = "Epoch AI finds that 30% of valves fail\nAnother 12% of valves come late.\n"
    assert {c.speaker for c in read(text)} == {"Epoch AI"}
