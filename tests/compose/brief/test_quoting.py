"""Quotes: exact beginnings, cut between words; sentences found around a stretch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.compose.brief.quoting import around, cut, excerpt, sentence_at, short, words

LONG = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " * 4


def test_a_short_quote_is_whole() -> None:
    assert cut("one to two years") == ("one to two years", False)


def test_a_long_quote_is_cut_between_words() -> None:
    told, goes_on = cut(LONG)
    assert goes_on and LONG.startswith(told) and told.split()[-1] in LONG.split() and len(told.split()) == 18


def test_a_long_chinese_quote_is_cut_behind_a_mark() -> None:
    quote = "官方公告显示，" * 20
    told, goes_on = cut(quote)
    assert goes_on and told.endswith("，") and len(told) <= 48


@pytest.mark.parametrize(
    ("content", "quote", "sentence"),
    [
        (
            "First. They are a year behind, she said. Last.",
            "a year behind",
            "They are a year behind, she said.",
        ),
        ("今天。他表示，中国只落后一年。完。", "中国只落后一年", "他表示，中国只落后一年。"),
        ("Up 2.5 points since May. Next.", "2.5 points", "Up 2.5 points since May."),
        ("Head line\nBody a year behind", "a year behind", "Body a year behind"),
        ("alone", "alone", "alone"),
    ],
)
def test_the_sentence_around_a_stretch(content: str, quote: str, sentence: str) -> None:
    start = content.index(quote)
    found = around(content, start, start + len(quote))
    assert (found.words, found.cut_before, found.cut_after) == (sentence, False, False)


def test_of_a_sentence_that_is_too_long_the_stretch_is_shown() -> None:
    content = f"{LONG.strip()} and the end."
    start = content.index("and the end")
    found = around(content, start, start + 11)
    assert found.words == "and the end." and found.cut_before
    assert excerpt(found) == "“[…] and the end.”"


@given(st.text(max_size=400), st.integers(0, 400), st.integers(1, 60))
def test_what_is_quoted_is_what_stands_there(content: str, start: int, length: int) -> None:
    start = min(start, max(0, len(content) - 1))
    end = min(len(content), start + length)
    if not content[start:end].strip():
        return
    found = around(content, start, end)
    assert content[found.start : found.end] == found.words
    first, last = sentence_at(content, start, end)
    assert first <= found.start <= max(first, end) and found.end <= max(last, end)


def test_names_are_shortened_between_words() -> None:
    assert short("a " * 60).endswith("a…") and len(short("a " * 60)) <= 48
    assert short("x\u202e\ny") == "x[U+202E] y"


def test_two_chinese_characters_are_one_word() -> None:
    assert words("王某 said: “落后一年”.") == 1 + 1 + 2
