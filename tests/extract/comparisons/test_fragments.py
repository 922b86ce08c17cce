"""Fragments and bare comparatives that take their sides from the sentence before; what "no" turns round."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Comparison

Read = Callable[..., list[Claim]]


def compared(read: Read, text: str) -> set[tuple[str | None, str, str | None, float | None, str]]:
    return {
        (c.subject, c.direction, c.object, c.factor, c.polarity)
        for c in read(text, ("comparison",))
        if isinstance(c, Comparison)
    }


@pytest.mark.parametrize(
    ("fragment", "direction", "factor"),
    [
        ("Beats {} on tables.", "above", None),
        ("Outperforms {} on tables.", "above", None),
        ("Easily beats {}.", "above", None),
        ("Slower than {}.", "below", None),
        ("On par with {}.", "equal", None),
        ("Same as {}.", "equal", None),
        ("About as good as {}.", "equal", None),
        ("Twice as fast as {}.", "above", 2.0),
        ("A tenth of the price of {}.", "below", 0.1),
        ("Costs a tenth of what {} does.", "below", 0.1),
        ("Roughly a tenth of what {} costs.", "below", 0.1),
        ("Ten times cheaper than {}.", "below", 0.1),
    ],
)
@pytest.mark.parametrize(
    ("mine", "other"), [("DeepSeek", "OpenAI"), ("Qwen3", "GPT-5"), ("Halvar", "Cohere")]
)
def test_of_whom_a_fragment_speaks(
    read: Read, fragment: str, direction: str, factor: float | None, mine: str, other: str
) -> None:
    found = compared(read, f"Last week I tried {mine}. {fragment.format(other)}")
    assert (mine, direction, other) in {row[:3] for row in found}
    if factor is not None:
        assert [row[3] for row in found] == [pytest.approx(factor)]


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("{} is better.", "above"),
        ("But {} is smarter.", "above"),
        ("For tables {} is faster.", "above"),
        ("{} costs less.", "below"),
        ("{} is slower.", "below"),
        ("{} is just as good.", "equal"),
        ("{} is not as good.", "below"),
    ],
)
def test_the_other_one_of_two(read: Read, sentence: str, direction: str) -> None:
    for mine, other in (("DeepSeek", "OpenAI"), ("Claude", "ChatGPT")):
        text = f"For years we used {other}. {sentence.format(mine)}"
        assert (mine, direction, other, None, "asserted") in compared(read, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qwen3 is no better than GPT-5.", ("Qwen3", "equal", "asserted")),
        ("Qwen3 is no less accurate than GPT-5.", ("Qwen3", "equal", "asserted")),
        ("Qwen3 is not anywhere near GPT-5.", ("Qwen3", "below", "asserted")),
        ("No Chinese model is as good as GPT-5.", ("Chinese model", "below", "asserted")),
        ("No Chinese model is better than GPT-5.", ("Chinese model", "above", "denied")),
        ("None of the Chinese labs is faster than OpenAI.", ("Chinese labs", "above", "denied")),
        ("More people trust Cohere than Google.", ("Cohere", "above", "asserted")),
        ("Trust in China exceeds that seen in Europe.", ("China", "above", "asserted")),
        ("OpenAI has taken the lead over Google.", ("OpenAI", "above", "asserted")),
    ],
)
def test_what_no_turns_round(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert [(c[0], c[1], c[4]) for c in compared(read, text)] == [expected]


def test_a_ratio_of_two(read: Read) -> None:
    text = "The ratio between China and India is six to one."
    assert ("China", "above", "India", 6.0, "asserted") in compared(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "No model is better than GPT-5.",
        "No model is as good as GPT-5.",
        "Few Chinese models are better than GPT-5.",
        "Hardly any Chinese model is as good as GPT-5.",
        "OpenAI sells chatbots and Google sells phones. Cohere is cheaper.",
        "For years we used OpenAI. DeepSeek will be better.",
        "For years we used OpenAI. DeepSeek is getting better.",
        "For years we used OpenAI. DeepSeek is bigger now.",
        "The fund is from Oslo. Beats me.",
    ],
)
def test_no_comparison(read: Read, text: str) -> None:
    assert not compared(read, text)
