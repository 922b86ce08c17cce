"""Who speaks without a verb of saying, in an aside, or by post."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim

Read = Callable[..., list[Claim]]

WHO = "Dora Pek, the founder of Kiln Systems, said on Monday that orders are high.\n\n"


@pytest.mark.parametrize(
    "said",
    [
        "Her message was clear: 30% of chips fail.",
        "Pek's view is that 30% of chips fail.",
        "As Pek sees it, 30% of chips fail.",
        "For Dora Pek, the founder of Kiln, the share is 30% of chips.",
        "Some 30% of chips, she recalled, had failed.",
        "The founder pointed out that 30% of chips fail.",
        "Pek worries that 30% of chips fail.",
        "About 30% of chips, Pek told the harbour board, fail.",
    ],
)
def test_an_account_is_its_givers(read: Read, said: str) -> None:
    assert [c.speaker for c in read(WHO + said, kinds=("quantity",))] == ["Dora Pek"]


def test_a_conclusion_is_the_bodys_that_the_sentence_before_is_about(read: Read) -> None:
    text = "Epoch AI released its review of the valves in May. The conclusion: 30% of valves fail."
    assert [c.speaker for c in read(text, kinds=("quantity",))] == ["Epoch AI"]


def test_data_show_behind_what_they_show(read: Read) -> None:
    text = "Kiln Systems made 30% of all valves last year, IDC data show."
    assert [c.speaker for c in read(text, kinds=("quantity",))] == ["IDC"]


def test_a_firm_is_no_she(read: Read) -> None:
    text = "Dora Pek came. She said 30% of chips fail. Luxa said that sales rose. She said 12% of tubes fail."
    assert [c.speaker for c in read(text, kinds=("quantity",))] == ["Dora Pek", "Dora Pek"]


def test_a_model_adds_nothing(read: Read) -> None:
    text = 'Last week they released "R1", which added 30% of speed.'
    assert "R1" not in {c.speaker for c in read(text)}
