"""The gate for sources of mixed news."""

from __future__ import annotations

import pytest

from theodolite.catalog.watchlist.about import fields, is_about


@pytest.mark.parametrize(
    "text",
    [
        "Startup raises money for AI tutors", "国产AI芯片量产", "A.I. in schools", "LLMs for law",
        "New export controls on chipmakers", "Three language models compared", "工信部发布算力规划",
        "DeepSeek answers", "MINISTRY ON ARTIFICIAL INTELLIGENCE",
    ],
)  # fmt: skip
def test_items_of_the_field_pass(text: str) -> None:
    assert is_about(text, ["ai"])


@pytest.mark.parametrize(
    "text",
    [
        "Rain is said to pass", "Ai Weiwei opens a show", "The air was clear", "全国粮食产量增长",
        "Football: final result", "A degenerative illness", "",
    ],
)  # fmt: skip
def test_other_items_do_not(text: str) -> None:
    assert not is_about(text, ["ai"])


def test_own_words_stand_beside_a_field_or_alone() -> None:
    assert is_about("The tariff on steel", ["tariff"])
    assert not is_about("Tariffs on steel", ["tariff"])
    assert is_about("Tariffs on steel", ["tariff*"])
    assert is_about("钢铁关税上调", ["关税"])
    assert not is_about("a(b", ["a+b"])


def test_every_field_has_its_three_lists_without_doubles() -> None:
    for lists in fields().values():
        assert set(lists) == {"exact", "words", "zh"}
        for words in lists.values():
            assert len(words) == len(set(words))
            assert all(isinstance(word, str) and word.strip() == word for word in words)
