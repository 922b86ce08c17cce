"""Like against like, a model for its maker, own past, averages, multiples of what was counted before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Comparison

Read = Callable[..., list[Claim]]


def _found(read: Read, text: str) -> set[tuple[str | None, str | None, float | None]]:
    return {
        (c.subject, c.direction, c.factor) for c in read(text, ("comparison",)) if isinstance(c, Comparison)
    }


@pytest.mark.parametrize(
    ("text", "subject", "way"),
    [
        ("Exports of Alibaba's Qwen have passed those of Meta's Llama.", "Qwen", "above"),
        (
            "Citations of papers from Tsinghua have passed those of papers from MIT.",
            "Tsinghua University",
            "above",
        ),
        ("Revenue at Anthropic is growing faster than at OpenAI.", "Anthropic", "above"),
        ("Having overtaken Meta, Alibaba publishes the most used open models.", "Alibaba", "above"),
        ("Outselling Nvidia, Huawei has won the market.", "Huawei", "above"),
        ("America keeps its edge in chips, with China far behind.", "China", "below"),
        ("The Chinese are hot on America's heels.", "China", "below"),
        ("Huawei has yet to catch up with Nvidia.", "Huawei", "below"),
        ("Huawei's software does not match Nvidia's.", "Huawei", "below"),
        ("Nobody in China can do what ASML does.", "China", "below"),
        ("Tsinghua knocked MIT off the top spot.", "Tsinghua University", "above"),
        ("Open models from China are better documented than those of Meta.", "China", "above"),
        ("This makes China the second-largest market behind America.", "China", "below"),
        ("DeepSeek cannot hold a candle to Claude.", "DeepSeek", "below"),
        ("Llama is not in the same league as Qwen.", "Llama", "below"),
        ("Europe trains talent as well as America does.", "Europe", "equal"),
        (
            "DeepSeek's R1 matched on several benchmarks a model that OpenAI had finished in May.",
            "DeepSeek-R1",
            "equal",
        ),
        ("Europe has more researchers than America but keeps fewer of them.", "Europe", "below"),
        ("Most of our engineers would take Claude over Gemini.", "Claude", "above"),
    ],
)
def test_who_stands_where(read: Read, text: str, subject: str, way: str) -> None:
    assert (subject, way, None) in _found(read, text)


@pytest.mark.parametrize(
    ("text", "subject", "way", "factor"),
    [
        ("Power prices in Ohio are roughly a third of those in Bavaria.", "Ohio", "below", 1 / 3),
        ("American investment was almost twelve times China's.", "United States", "above", 12),
        ("The Ascend 910C is around 60% of an H100 for inference.", "Ascend 910C", "below", 0.6),
        ("America has 70 percent of the chips. China has a fifth of that.", "China", "below", 0.2),
        ("DeepSeek has 10,000 such cards. Meta has about twelve times that.", "Meta", "above", 12),
        ("There are twice as many start-ups in America as in China.", "United States", "above", 2),
        ("For every euro that Europe puts into AI, America puts in eight.", "United States", "above", 8),
        ("American firms will outspend Chinese ones. It's seven to one.", "United States firms", "above", 7),
        ("A Zurich lab made 3,000 chips. Huawei sells ten times that number.", "Huawei", "above", 10),
        ("Mistral has raised a tenth of Anthropic.", "Mistral AI", "below", 0.1),
    ],
)
def test_multiples(read: Read, text: str, subject: str, way: str, factor: float) -> None:
    found = [f for s, w, f in _found(read, text) if (s, w) == (subject, way) and f is not None]
    assert found == [pytest.approx(factor)]


def test_a_pronoun_beside_a_model_is_a_model(read: Read) -> None:
    text = "Moonshot AI put out Kimi K2 last week. It is close to Claude Sonnet, at a quarter of the price."
    assert _found(read, text) == {("Kimi K2", "equal", None), ("Kimi K2", "below", 0.25)}


def test_a_fragment_is_about_the_model_spoken_of(read: Read) -> None:
    text = "Get a quote for the MI300X from AMD. Their software took years. More memory than the H100 too."
    assert _found(read, text) == {("MI300X", "above", None)}


def test_own_past_and_averages(read: Read) -> None:
    assert _found(read, "Gemini 2.5 does better in Thai than it did a year ago.") == {
        ("Gemini 2.5", "above", None)
    }
    assert _found(read, "Japan's adoption of AI is well below the average for rich countries.") == {
        ("Japan", "below", None)
    }


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Users can no longer tell Qwen and Gemini apart.", "Qwen"),
        ("Nothing separates Qwen from Gemini.", "Qwen"),
        ("I ran Qwen and Gemini side by side. I couldn't tell the difference.", "Qwen"),
    ],
)
def test_nobody_can_tell(read: Read, text: str, subject: str) -> None:
    assert _found(read, text) == {(subject, "equal", None)}


def test_the_other_country_is_understood(read: Read) -> None:
    text = "It was on China and the United States. Nobody slept. Chinese labs also pay less for power."
    assert _found(read, text) == {("Chinese labs", "below", None)}


def test_adjectives_that_share_a_noun(read: Read) -> None:
    text = "Korean models still sit well below the best American and Chinese ones."
    found = {c.object for c in read(text, ("comparison",)) if isinstance(c, Comparison)}
    assert found == {"United States models", "Chinese models"}


@pytest.mark.parametrize(
    "text",
    [
        "China builds more than it needs.",
        "Microsoft has agreed to lease a third of the capacity. Equinix built it.",
        "Britain trains many and keeps fewer than half of those.",
        "SK Hynix has more than half of that market.",
        "State funds now make up 46 percent of the money.",
        "Chinese labs want more chips. America knows it.",
        "India trains more engineers than any country except China.",
    ],
)
def test_no_comparison(read: Read, text: str) -> None:
    assert _found(read, text) == set()
