"""What is said of a product that a sentence introduces is said of the product, not of its maker."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Assessment, Claim, Comparison, Quantity

Read = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Mistral AI releases Mistral Large 2, a dense model with 123 billion parameters.",
            "Mistral Large 2",
        ),
        ("Google launched Gemma 3 with a window of 131,000 tokens.", "Gemma 3"),
        ("Meta unveiled the Llama 3 language model in versions of up to 70 billion parameters.", "Llama 3"),
        ("Alibaba has open-sourced Qwen3, its new family, with support for 119 languages.", "Qwen3"),
        ("OpenAI announced o3, achieving 71 percent on the hardest set of problems.", "o3"),
    ],
)
def test_figures_of_what_is_launched(read: Read, text: str, subject: str) -> None:
    assert {c.subject for c in read(text, ("quantity",)) if isinstance(c, Quantity)} == {subject}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("OpenAI released GPT-5 and now employs 4,000 people.", "OpenAI"),
        ("OpenAI released GPT-5 to its 700 million users.", "OpenAI"),
        ("Google launched Gemma 3 after it spent $9 billion on servers.", "Google"),
        ("OpenAI, which had released nothing since GPT-2, put out 12 papers.", "OpenAI"),
    ],
)
def test_figures_of_the_maker_stay_with_it(read: Read, text: str, subject: str) -> None:
    assert {c.subject for c in read(text, ("quantity",)) if isinstance(c, Quantity)} == {subject}


def test_a_single_open_model_is_no_group(read: Read) -> None:
    text = "Zhipu AI releases GLM-4.7, an open-weights model that tops the coding leaderboards."
    assert {c.subject for c in read(text, ("assessment",)) if isinstance(c, Assessment)} == {"GLM-4.7"}


def test_who_rivals_is_what_was_released(read: Read) -> None:
    text = "Alibaba released QwQ-32B, a reasoning model whose results rival those of DeepSeek-R1."
    found = [c for c in read(text, ("comparison",)) if isinstance(c, Comparison)]
    assert {(c.subject, c.object) for c in found} == {("QwQ-32B", "DeepSeek-R1")}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Moonshot AI released Kimi K2 today. It excels at coding.", "Kimi K2"),
        ("Google introduced Veo 2 in December. Its results surpass those of Sora.", "Veo 2"),
        ("A lab from Freiburg gave away an image model named Juniper, which is better than Sora.", "Juniper"),
    ],
)
def test_what_goes_on_about_the_product(read: Read, text: str, subject: str) -> None:
    found = [c for c in read(text) if isinstance(c, Assessment | Comparison)]
    assert {c.subject for c in found} == {subject}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Alibaba open-sourced Mnn3Face, built on its own engine. It excels at coding.",
            "Mnn3Face",
        ),
        ('ByteDance has released the OCR model "Juniper". It excels at reading tables.', "Juniper"),
    ],
)
def test_names_in_marks_and_of_odd_writing(read: Read, text: str, subject: str) -> None:
    found = [c for c in read(text, ("assessment",)) if isinstance(c, Assessment)]
    assert {c.subject for c in found} == {subject}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "xAI launches Larkspur Video, a video model in Grok that tops the public leaderboards.",
            "Larkspur Video",
        ),
        (
            "Google put its latest image model, Imagen 4, into an app. It excels at coding.",
            "Imagen 4",
        ),
    ],
)
def test_what_it_is_built_into_is_not_what_leads(read: Read, text: str, subject: str) -> None:
    found = [c for c in read(text, ("assessment",)) if isinstance(c, Assessment)]
    assert {c.subject for c in found} == {subject}
