"""Whose figure it is where names and figures stand in lists, brackets, clauses and appositions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Quantity

Read = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Baidu, Alibaba and ByteDance filed 1,234, 571, and 418 patents, respectively.",
         {1234: "Baidu", 571: "Alibaba", 418: "ByteDance"}),
        ("OpenAI and Anthropic employ 3,100 and 1,050 people respectively.",
         {3100: "OpenAI", 1050: "Anthropic"}),
        ("The largest owners are Tencent (2,074 inventions), Oto Glass (901) and Baidu (440).",
         {2074: "Tencent", 901: "Oto Glass", 440: "Baidu"}),
        ("It is followed by Japan, India and Norway, which had 56 percent more schools.", {56: "Norway"}),
        ("The test was hard, with DeepSeek scoring around 32%.", {32: "DeepSeek"}),
        ("That is far from the 900 million users TikTok has.", {900e6: "TikTok"}),
        ("The maker of Grok, xAI, employs 1,200 people.", {1200: "xAI"}),
        ("The result is odd, given that Meta spent $9 billion and OpenAI raised $3 billion.",
         {9e9: "Meta", 3e9: "OpenAI"}),
        ("The number of GenAI patents rose by 800 percent.", {800: "generative AI patents"}),
        ("The total of paid users in Norway fell to 40 million accounts.", {40e6: "Norway"}),
    ],
)  # fmt: skip
def test_whose_figure_it_is(read: Read, text: str, subjects: dict[float, str]) -> None:
    found = {getattr(c, "value_low", None): getattr(c, "subject", None) for c in read(text)}
    assert {value: found.get(value) for value in subjects} == subjects


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Japan made 40 notable models, India 15, and Norway only 3.", {40, 15, 3}),
        ("Kiln sold 9,000 tubes in 2023, up from 8,000 the year before.", {9000, 8000}),
        ("They sold tens of thousands of tubes, not millions.", {10000}),
        ("Sales reach $45 billion plus or minus two percent.", {45e9, 2}),
    ],
)
def test_which_figures_there_are(read: Read, text: str, values: set[float]) -> None:
    assert {getattr(c, "value_low", None) for c in read(text, kinds=("quantity",))} == values


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("OpenAI raised $410 million in April. Its valuation is now 2.6 billion.", "USD"),
        ("The budget is €9 billion, and Norway invests 640 million.", "EUR"),
    ],
)
def test_money_whose_currency_another_figure_names(read: Read, text: str, unit: str) -> None:
    assert [c.to_json()["unit"] for c in read(text, kinds=("quantity",))] == [unit, unit]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Nvidia raised its forecast. The average margin was 46%.", "Nvidia"),
        ("Ida Holm put the value of DeepSeek at $3 billion.", "DeepSeek"),
        ("Baidu says it has 40 clusters.", "Baidu"),
        ("Of all patents filed in 2024, 58% were never used in Norway.", "patents filed in 2024"),
    ],
)
def test_what_is_measured_belongs_to_somebody(read: Read, text: str, subject: str) -> None:
    found = [c for c in read(text) if isinstance(c, Quantity)]
    assert [c.subject for c in found] == [subject]
