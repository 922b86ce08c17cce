"""What looks like a comparison and is none, and what a comparison is in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Comparison

Read = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "Iran spread such clips ahead of the 2028 Canadian election.",
        "Gemini made several mistakes, leading to complaints in Japan.",
        "A Waymo taxi stopped in front of a Toyota van.",
        "The faults of ChatGPT lead to a lawsuit in Norway.",
        "Meta lets advertisers exceed their daily budgets.",
        "Israel destroyed a radar station of Iran.",
        "GPT-4 and Gemini were attacked, and although they showed more resistance, both failed.",
    ],
)
def test_no_comparison(read: Read, text: str) -> None:
    assert not read(text, ("comparison",))


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Meta released Llama 3, a model offering performance comparable to GPT-4o.", "performance"),
        ("Grok 3 has reasoning capabilities similar to o1.", "reasoning capabilities"),
        ("Grok 3 is on par with GPT-4o in the market.", None),
    ],
)
def test_what_is_compared(read: Read, text: str, metric: str | None) -> None:
    found = [c for c in read(text, ("comparison",)) if isinstance(c, Comparison)]
    assert [c.metric for c in found] == [metric]


def test_a_comparative_inside_the_other_side_is_no_second_comparison(read: Read) -> None:
    found = read(
        "Alibaba released QwQ-32B, a reasoning model with strong results, rivaling much larger models.",
        ("comparison",),
    )
    assert [c.direction for c in found if isinstance(c, Comparison)] == ["equal"]


def test_a_model_with_a_small_letter_is_a_name(read: Read) -> None:
    text = "OpenAI opened o3 mini to everybody. The model comes close to o1."
    found = [c for c in read(text, ("comparison",)) if isinstance(c, Comparison)]
    assert [(c.subject, c.object) for c in found] == [("o3 mini", "o1")]


def test_an_open_description_compares_nobody(read: Read) -> None:
    assert not read("The large model is better than GPT-4.", ("comparison",))
