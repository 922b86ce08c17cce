"""The store of figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.compose.figures import FigureConflictError, FigureStore
from theodolite.compose.words import between, claimed, count_words, day_words, number, percent, whole_months


def test_a_figure_prints_the_same_wherever_it_stands():
    store = FigureStore()
    key = store.put("gap/lag", 8.149, 4.8, 9.7, unit="months", source="s", vintage="v", definition="d")
    assert store.mark(key) == '<data class="figure" value="8.149" data-figure="gap/lag">8.1</data>'
    assert store.limits(key).count("<data") == 2
    assert store.printed()["gap/lag:low"] == ("4.8", "4.8")


def test_one_key_takes_one_figure():
    store = FigureStore()
    store.put("a", 1.0, unit="months")
    store.put("a", 1.0, unit="months")
    with pytest.raises(FigureConflictError):
        store.put("a", 1.5, unit="months")
    with pytest.raises(FigureConflictError):
        store.put("a", 1.0, unit="points")
    with pytest.raises(FigureConflictError):
        store.put('"><script>', 1.0)


def test_a_figure_that_was_never_put_cannot_be_printed():
    with pytest.raises(KeyError):
        FigureStore().mark("nothing")


@pytest.mark.parametrize(
    ("share", "text"), [(0.0, "<1"), (0.004, "<1"), (0.37, "37"), (1.0, ">99"), (0.999, ">99")]
)
def test_a_share_is_never_printed_as_none_or_all(share, text):
    assert percent(share) == text


@pytest.mark.parametrize(("value", "text"), [(26.0, "26"), (0.5, "0.5"), (100.0, "100")])
def test_a_percentage_that_somebody_said_is_printed_as_said(value, text):
    store = FigureStore()
    assert store[store.put("said", value, unit="percent")].text == text
    assert store[store.put("share", 0.26, unit="share")].text == "26"


@given(st.floats(0, 500), st.floats(0, 60))
def test_whole_months_hold_the_interval_and_are_always_a_range(low, width):
    a, b = whole_months(low, low + width)
    assert a <= low + 1e-6 and b >= low + width - 1e-6
    words = between(low, low + width)
    first, second = (int(w) for w in words.split() if w.isdigit())
    assert first < second


def test_words():
    assert (
        day_words("2024-05") == "May 2024"
        and day_words("2024") == "2024"
        and day_words(None) == "no date given"
    )
    assert day_words("soon") == "soon"
    assert claimed(None, 24) == "up to 24 months" and claimed(12, None) == "at least 12 months"
    assert claimed(12.0, 12) == "12 months"
    assert count_words(2, "measure") == "two measures" and count_words(1, "record") == "one record"
    assert number(-0.01) == "0.0" and number(-3.21) == "\N{MINUS SIGN}3.2" and number(38210, 0) == "38,210"
