"""Whether words can bear a figure: every way to write it, and not what they do not say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.endpoint.figures import figures


def bears(words: str, value: float, months: bool = False) -> bool:
    return any(abs(value - f) <= 0.005 * abs(f) for f in figures(words, months))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("$3.2 billion", 3.2e9), ("3.2bn", 3.2e9), ("38,000 families", 38000), ("half of them", 50),
        ("one in six firms", 16.7), ("three-quarters", 75), ("ranked sixth", 6), ("a third", 33.3),
        ("300 GW", 3e11), ("a dozen labs", 12), ("two hundred", 200), ("三十二亿元", 3.2e9),
        ("3.2万亿元", 3.2e12), ("四成", 40), ("两千三百万用户", 2.3e7), ("一半", 0.5),
        ("38%", 38), ("12亿", 1.2e9), ("its hundred thousand GPUs", 100_000),
        ("two hundred thousand", 200_000),
        ("八九亿美元", 8e8), ("八九亿美元", 9e8), ("三百多万", 3e6), ("300多万", 3e6), ("三五篇", 5),
        ("百分之一点几", 2), ("差一个数量级", 0.1), ("三十余亿", 3e9),
        ("近三分之一", 33.3), ("降到四分之一", 0.25), ("一代半", 1.5), ("十几倍", 10), ("超过4亿千瓦", 4e8),
        ("超过4亿千瓦", 4e11), ("one-twentieth of the cost", 0.05), ("百分之三十", 30),
        ("from two to fourteen", 14), ("which had none", 0), ("it doubles", 2), ("约占一成半", 15),
        ("占四成", 40), ("排队两三个月", 2), ("排队两三个月", 3), ("十台里有八台", 80), ("一个半小时", 1.5),
        ("申请量居全球首位", 1), ("拿下亚军", 2), ("增长数十倍", 10), ("增长数十倍", 20),
    ],
)  # fmt: skip
def test_figures_that_words_bear(words: str, value: float) -> None:
    assert bears(words, value)


@pytest.mark.parametrize(
    ("words", "value"),
    [("$3.2 billion", 4.2e9), ("48 deals", 49), ("no figure here", 7), ("三十二亿", 3.2e8), ("in 2024", 24)],
)
def test_figures_that_they_do_not(words: str, value: float) -> None:
    assert not bears(words, value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("about a year behind", 12), ("18 months", 18), ("years behind", 12), ("half a year", 6),
        ("a decade", 120), ("two to three years", 36), ("一年半", 18), ("六个月", 6), ("十年", 120),
        ("90 days", 2.957), ("落后两年", 24), ("maybe eleven", 11),
    ],
)  # fmt: skip
def test_stretches_that_words_bear(words: str, value: float) -> None:
    assert bears(words, value, months=True), figures(words, True)


@pytest.mark.parametrize(("words", "value"), [("two years", 2), ("48 months", 576), ("behind", 12)])
def test_stretches_that_they_do_not(words: str, value: float) -> None:
    assert not bears(words, value, months=True)


@given(value=st.integers(1, 10**12))
def test_every_number_written_in_digits_is_borne(value: int) -> None:
    assert bears(f"about {value:,} users", value) and bears(f"约{value}个", value)


@given(words=st.text(max_size=200), months=st.booleans())
def test_any_words_give_numbers_or_none(words: str, months: bool) -> None:
    assert all(isinstance(f, float | int) for f in figures(words, months))
