"""Names: canonical forms, sides, national groups, ambiguous words, versions."""

from __future__ import annotations

import pytest

from theodolite.extract.words import names


def _found(text: str) -> list[tuple[str, str | None]]:
    return [(m.name, m.side) for m in names.find(text)]


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("the U.S.", "United States", "United States"),
        ("Washington said so", "United States", "United States"),
        ("Silicon Valley", "Silicon Valley", "United States"),
        ("Beijing", "China", "China"),
        ("Brussels", "European Union", "European Union"),
        ("Chinese companies", "Chinese companies", "China"),
        ("U.S. firms", "United States firms", "United States"),
        ("American AI labs", "United States AI labs", "United States"),
        ("China's top labs", "Chinese labs", "China"),
        ("Chinese large language models", "Chinese models", "China"),
        ("open-source models", "open models", None),
        ("proprietary models", "closed models", None),
        ("GPT-4o mini", "GPT-4o mini", "United States"),
        ("GPT 4", "GPT-4", "United States"),
        ("Llama 3.1 405B", "Llama 3.1 405B", "United States"),
        ("Qwen2.5-72B", "Qwen2.5-72B", "China"),
        ("DeepSeek R1", "DeepSeek-R1", "China"),
        ("DeepSeek V3.2-Exp", "DeepSeek-V3.2-Exp", "China"),
        ("Claude 3.5 Sonnet", "Claude 3.5 Sonnet", "United States"),
        ("BCG", "Boston Consulting Group", "United States"),
        ("Beijing Academy of Artificial Intelligence", "Beijing Academy of Artificial Intelligence", "China"),
        ("iPhone 16", "iPhone 16", "United States"),
    ],
)
def test_canonical_forms(text: str, name: str, side: str | None) -> None:
    assert _found(text) == [(name, side)]


@pytest.mark.parametrize(
    "text", ["the Amazon rainforest", "tell us more", "Claude Shannon", "a runway extension", "yi"]
)
def test_words_that_only_look_like_names(text: str) -> None:
    assert _found(text) == []


def test_a_place_in_a_longer_name_is_no_state() -> None:
    assert _found("the Washington Post") == [("Washington Post", "United States")]
    assert _found("Washington University") == []


def test_models_carry_their_maker() -> None:
    (mention,) = names.find("o1-preview")
    assert (mention.kind, mention.maker) == ("model", "OpenAI")


def test_unknown_names_are_kept_as_found() -> None:
    text = "However, Foothill Ventures and Lena Ortiz agreed with OpenAI."
    found = names.unknown(text, 0, len(text), names.find(text))
    assert [m.name for m in found] == ["Foothill Ventures and Lena Ortiz"] or [m.name for m in found] == [
        "Foothill Ventures",
        "Lena Ortiz",
    ]


FIELD = "The lab trained a model on 900 chips and published its benchmark results and the weights. "


def test_a_doubtful_name_counts_inside_a_sentence_of_a_text_of_the_field() -> None:
    assert "Gemini" in [m.name for m in names.find(FIELD + "x " * 200 + "We asked Gemini, twice, for help.")]


@pytest.mark.parametrize(
    "text",
    [
        "The star stood high and the night was long. " + "x " * 200 + "We asked Gemini, twice, for help.",
        FIELD + "x " * 200 + ". Gemini is high in the sky.",
        FIELD + "x " * 200 + "We asked Gemini Street, twice, for help.",
    ],
)
def test_a_doubtful_name_does_not_count_without_the_field_or_where_any_word_is_capital(text: str) -> None:
    assert "Gemini" not in [m.name for m in names.find(text)]


@pytest.mark.parametrize("text", ["It cost US$4 billion.", "It cost U.S.$4 billion.", "some US$ 300 million"])
def test_a_currency_is_no_country(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("the Americans", "United States"),
        ("the Germans", "Germany"),
        ("The Indians have caught up", "India"),
        ("Canadians use it", "Canada"),
        ("the Russians", "Russia"),
    ],
)
def test_the_people_of_a_country_are_its_side(text: str, side: str) -> None:
    assert [s for _, s in _found(text)] == [side]


def test_a_capital_that_spends_is_its_country() -> None:
    assert _found("If Delhi spends more, it may lead.") == [("India", "India")]
    assert _found("We grow rice near Delhi, and spend it.") == []
