"""Parameters and windows of models, and numbers that only belong to their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Quantity

Read = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "unit", "metric", "value"),
    [
        ("Mistral AI has trained a 22B model.", "parameter", "parameters", 22e9),
        ("Qwen3 comes as a 32B parameter reasoning model.", "parameter", "parameters", 32e9),
        ("Qwen3 has a 128K context window.", "token", "context window", 128e3),
        ("Qwen3 has a 1 million token context window.", "token", "context window", 1e6),
        ("Qwen3 has a context window of 2 million tokens.", "token", "context window", 2e6),
        ("Alibaba sold 4 million phones.", "phone", "phones", 4e6),
    ],
)
def test_sizes(read: Read, text: str, unit: str, metric: str, value: float) -> None:
    found = [c for c in read(text, ("quantity",)) if isinstance(c, Quantity)]
    assert [(c.unit, c.metric, c.value_low) for c in found] == [(unit, metric, value)]


def test_the_number_of_a_version_counts_nothing(read: Read) -> None:
    assert not read("Meta has put out the llama 3.1 model for everybody.", ("quantity",))


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The lab showed Marula 2, a 24-billion-parameter model for Zulu.", "Marula 2"),
        ("A campus in Oman will host GigaChat 3, the 700-billion-parameter model of a bank.", "GigaChat 3"),
    ],
)
def test_whose_size_it_is(read: Read, text: str, subject: str) -> None:
    found = [c for c in read(text, ("quantity",)) if isinstance(c, Quantity)]
    assert [c.subject for c in found] == [subject]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Zhipu AI open-sources GLM-4.5, a 130 B-parameter model.", {("GLM-4.5", "parameter", 130e9)}),
        ("OpenAI releases GPT-4.1 in three sizes.", set()),
        ("An 82-year-old woman reportedly lost $14,000.", {("82-year-old woman", "USD", 14e3)}),
    ],
)
def test_what_figures_are(read: Read, text: str, values: set[tuple[str, str, float]]) -> None:
    found = [c for c in read(text, ("quantity",)) if isinstance(c, Quantity) and c.unit != "size"]
    assert {(c.subject, c.unit, c.value_low) for c in found} == values


def test_the_score_in_a_benchmark(read: Read) -> None:
    text = "OpenAI announced o3, a model achieving 87.5% in the ARC-AGI benchmark."
    found = [c for c in read(text, ("quantity",)) if isinstance(c, Quantity)]
    assert [(c.subject, c.metric) for c in found] == [("o3", "score on ARC-AGI")]


def test_the_number_of_a_point_is_no_subject(read: Read) -> None:
    text = "1.  **edit** is an **open source project** by **Microsoft**, and has received **9249** stars."
    assert "1" not in {c.subject for c in read(text, ("quantity",)) if isinstance(c, Quantity)}
