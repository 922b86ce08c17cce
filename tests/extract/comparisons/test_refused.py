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
