"""What figures do not bind to, each with the exact reason."""

from __future__ import annotations

import pytest
from figure_claims import comparison, quantity

from theodolite.model.claim import Comparison, Quantity
from theodolite.reconcile.figures.binding import bind
from theodolite.reconcile.verdicts import Unbound


def reason(claim: Quantity | Comparison) -> str:
    made = bind(claim)
    assert isinstance(made, Unbound), made
    return made.reason


FLOW = {"statistic": "flow"}


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (quantity("China", "shipyards", 12, "shipyard"), "no indicator counts this: shipyards"),
        (quantity("China", None, 12, "percent", quote="12 percent"), "the words do not say what is counted"),
        (quantity("China", "AI papers", None, "paper"), "no figure is stated"),
        (quantity("DeepSeek", "valuation", 3e11, "CNY"), "the unit does not fit: CNY"),
        (quantity("Spanish start-ups", "private investment in AI", 1e9, "USD", **FLOW), None),
        (
            quantity("Chinese students", "AI papers", 900, "paper", **FLOW),
            "no series for this subset: China, students",
        ),
        (
            quantity("China", "AI papers in oncology", 900, "paper", **FLOW),
            "no series for this subset: oncology",
        ),
        (
            quantity("China", "AI papers", 900, "paper", scope="robotics", **FLOW),
            "no series for this subset: robotics",
        ),
        (
            quantity("Stable Diffusion 3", "parameters", 2e9, "parameter", quote="in a medium version of 2B"),
            "no series for this subset: one version of it: medium version",
        ),
        (
            quantity("S1", "parameters", 5e8, "parameter", quote="S1模型的精简版（0.5B参数"),
            "no series for this subset: one version of it: 精简版",
        ),
        (
            quantity("Qwen3.5", "context window", 32000, "token", quote="its 0.8B model reads 32,000 tokens"),
            "no series for this subset: the size of 0.8B",
        ),
        (
            quantity("OpenAI", "number of people", 10, "people", quote="约 10 名员工"),
            "no indicator counts this: number of people",
        ),
        (
            quantity("OpenAI", "valuation", 8.5e11, "USD", quote="潜在估值高达8500亿美元"),
            "not what valuation counts: the words say '潜在'",
        ),
        (
            quantity("GPT-5.4 mini", "price", 0.75, "USD", quote="输入输出价格分别为每百万 Token 0.75 美元"),
            "no indicator counts this: price",
        ),
        (
            quantity(
                "workers", "share that trust AI", 40, "percent", statistic="share", sample="2,000 workers"
            ),
            "a survey's share of respondents that no data repeats: 2,000 workers",
        ),
        (
            quantity(
                "France",
                "AI papers",
                900,
                "paper",
                quote="without it France would have published 900 AI papers",
            ),
            "a hypothetical",
        ),
        (
            quantity("France", "AI papers", 900, "paper", forecast=True),
            "a forecast without a day by which it is due",
        ),
        (quantity(None, "AI papers", 900, "paper"), "the words do not say whose figure it is"),
        (quantity("Zorbex", "valuation", 1e9, "USD"), "no group of that name: Zorbex"),
        (quantity("Reuters", "valuation", 1e9, "USD"), "no group of that name: Reuters"),
        (quantity("China", "valuation", 1e9, "USD"), "no series by country"),
        (quantity("Qwen", "parameters", 7e9, "parameter"), "a family of models of several sizes: Qwen"),
        (
            quantity("GLM-4.5", "parameters", 9e9, "parameter", quote="GLM-4.5 comes in sizes including 9B"),
            "no series for this subset: one of several sizes",
        ),
        (
            quantity(
                "Llama 3.1", "parameters", 8e9, "parameter", quote="Llama-3.1-Zephyr, with 8B parameters"
            ),
            "the words name another model than Llama 3.1",
        ),
        (quantity("GPT-4o", "active parameters", 2e10, "parameter"), "not what model parameters counts"),
        (quantity("Google", "users", 4e9, "user"), "the words name no product of Google"),
        (
            quantity(
                "Nvidia", "revenue", 3e10, "USD", quote="Nvidia's data centre revenue was $30 billion", **FLOW
            ),
            "not what revenue counts",
        ),
        (
            quantity(
                "Mistral AI",
                "valuation",
                1e10,
                "USD",
                quote="Mistral is in talks at a valuation of $10 billion",
            ),
            "not what valuation counts",
        ),
        (
            quantity(
                "OpenAI",
                "revenue growth",
                60,
                "percent",
                statistic="change",
                quote="revenue grew 60% in three months",
            ),
            "a change over another stretch of time than years",
        ),
        (
            quantity("Portugal", "elite AI talent", 3, "percent", statistic="share"),
            "no published figure of Portugal",
        ),
        (
            quantity(
                "Norway",
                "share of Norway's electricity",
                9,
                "percent",
                statistic="share",
                of="Norway's electricity",
                quote="Data centres consumed 9 percent of Norway's electricity",
            ),
            "not what electricity counts",
        ),
        (quantity("China", "score on SWE-Cosmos", 70, "percent", statistic="share"), "no "),
    ],
)
def test_the_reason_is_exact(claim: Quantity, expected: str | None) -> None:
    if expected is None:
        assert not isinstance(bind(claim), Unbound)
    else:
        assert reason(claim).startswith(expected)


def test_what_comparisons_do_not_bind_to() -> None:
    assert reason(comparison("China", None, "AI papers", base=None)) == (
        "the words do not say with whom it is compared"
    )
    assert reason(comparison("China", "China", "AI papers", factor=None)).startswith(
        "a change that is stated"
    )
    same = comparison("Chinese institutions", "Chinese universities", "AI papers", factor=2)
    assert reason(same) == "both sides are China"
    near = comparison("Huawei", "Nvidia", None, quote="Huawei's chips are behind those of Nvidia")
    assert reason(near) == "the words do not say what is counted"
    objection = quantity("China", "AI papers", 5, "paper", quote="it is misleading to count this in years")
    assert reason(objection) == "an objection to the measure itself"


def test_what_something_rose_from_is_of_another_time() -> None:
    said = quantity("France", "AI papers", 700, "paper", quote="900 AI papers in 2021, up from 700")
    assert reason(said) == "a figure of an earlier time that the words do not name"
    dated = quantity(
        "France", "AI papers", 700, "paper", quote="up from 700 AI papers in 2020", period="2020"
    )
    assert not isinstance(bind(dated), Unbound)


def test_a_figure_per_head_is_not_the_whole() -> None:
    said = quantity("Norway", "notable models per 10 million people", 3, "model")
    assert isinstance(bind(said), Unbound)


def test_hostile_words_are_cut_and_never_end_in_an_error() -> None:
    said = quantity("China", "AI papers " + "x" * 100_000, 5, "paper", quote="AI " * 50_000)
    assert isinstance(bind(said), Unbound)
    said = quantity("(((", "[AI papers](*+?", 5, "paper")
    assert isinstance(bind(said), Unbound)
