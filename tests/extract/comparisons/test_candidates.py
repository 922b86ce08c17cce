"""Which sentences are parsed for comparisons: those whose words say with what, and few others."""

from __future__ import annotations

import pytest

from theodolite.extract.comparisons import candidates
from theodolite.extract.reading import Reading
from theodolite.extract.scene import Scene
from theodolite.model.origin import Origin
from theodolite.model.text import Text


def _wanted(content: str) -> list[int]:
    text = Text(snapshot="0" * 64, reader="test/1", content=content)
    return candidates.wanted(Scene(Reading(text, Origin(location="x.txt", published="2025-06-01"))))


@pytest.mark.parametrize(
    "text",
    [
        "Huawei's chip is slower than Nvidia's.",
        "Mistral is as good as Qwen at French.",
        "In packaging China lags.",
        "Japan spends a tenth of what China spends.",
        "South Korea's output is two-thirds that of Japan.",
        "Intel is under TSMC on density.",
        "Qwen leads Llama in downloads.",
        "Huawei sells few of them, but Nvidia sells more.",
        "Operator and Claude are even.",
    ],
)
def test_what_compares_is_asked_for(text: str) -> None:
    assert _wanted(text) == [0]


@pytest.mark.parametrize(
    "text",
    [
        "Microsoft will hire more people in Poland.",
        "Baidu raised its price by 12 percent.",
        "OpenAI opened an office in Tokyo a year later.",
        "Nvidia is a leading maker of chips, leading to queues.",
        "President Trump met the head of Apple.",
        "Meta is under investigation again.",
        "Google found a match in its index.",
        "The bill covers Canada as well as its provinces.",
        "Samsung hired more than 300 engineers.",
        "Amazon lent machines to the university alongside Google.",
    ],
)
def test_what_only_has_a_word_of_comparisons_is_left(text: str) -> None:
    assert _wanted(text) == []


def test_a_bare_comparative_near_a_comparison_is_asked_for() -> None:
    assert _wanted("Huawei's chip is slower than Nvidia's. Nobody minds. It is cheaper, says Huawei.") == [
        0,
        2,
    ]
