"""A description is the text's own words in another order; with any other word it is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.endpoint.described import described

TEXT = (
    "Ada Quill teaches at Harrow. Her doctoral students went abroad; nine are in Oslo. Foothill sells a "
    "speech model, and Foothill's rivals buy chips. Korean universities have old machines. "
    "国产芯片跑得慢，楼主所在的公司只用海光，年轻人都走了。"
)


@pytest.mark.parametrize(
    "words",
    [
        "Foothill's speech model",
        "the speech model of Foothill",
        "Ada Quill's doctoral students",
        "universities of Oslo",
        "楼主的公司",
        "国产年轻人",
        "海光芯片",
    ],
)
def test_words_of_the_text_in_another_order(words: str) -> None:
    assert described(TEXT, words)


@pytest.mark.parametrize(
    "words",
    [
        "Martian students", "Foothill's telescope", "Bo Lan's students", "the of", "", "'s", "foo " * 20,
        "楼主的火箭", "students taught by Ada Quill", "的", "火", "Quillon's model", "students in Osl",
    ],
)  # fmt: skip
def test_any_other_word(words: str) -> None:
    assert not described(TEXT, words)


@given(words=st.text(max_size=300))
def test_no_words_break_it(words: str) -> None:
    assert described(TEXT, words) in (True, False)
