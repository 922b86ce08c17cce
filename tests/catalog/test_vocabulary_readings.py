"""Words that are a name in one place and none in another: both readings, and what is never a name."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.words import names


def _found(text: str) -> list[str]:
    return [m.name for m in names.find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Google's Gemini is a chatbot.", "Gemini"),
        ("Anthropic said that Claude beats its rivals.", "Claude"),
        ("Apple said that sales rose.", "Apple"),
        ("Meta will spend more on data centres.", "Meta"),
        ("A Yi-34B model was published.", "Yi-34B"),
        ("Microsoft's Phi-4 is small.", "Phi-4"),
        ("xAI trains Grok 4 in Memphis.", "Grok 4"),
        ("Mistral, the French start-up, raised money.", "Mistral AI"),
        ("Falcon 180B is out.", "Falcon 180B"),
        ("Amazon Nova Pro is cheap.", "Nova Pro"),
        ("Oracle will build a data centre.", "Oracle"),
        ("Cohere sells to banks.", "Cohere"),
        ("Perplexity, an AI search start-up, grows.", "Perplexity"),
        ("The video model Sora was shown.", "Sora"),
        ("iFlytek's Spark 4.0 was shown.", "Spark 4.0"),
        ("Google's chatbot Bard erred.", "Bard"),
        ("Command R+ is from Toronto.", "Command R+"),
        ("Arm designs chips.", "Arm"),
        ("Moonshot, a Chinese AI start-up, raised money.", "Moonshot AI"),
        ("Nvidia's Blackwell sells out.", "Blackwell"),
        ("The AI company Runway made a film.", "Runway"),
        ("Reliance, led by Ambani, buys GPUs.", "Reliance"),
    ],
)
def test_the_name(text: str, name: str) -> None:
    assert name in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Her sign is the Gemini zodiac sign.",
        "Gemini, the twins, rise in May.",
        "Jean-Claude came late.",
        "Claude Monet painted ponds.",
        "Claude Lemieux scored twice.",
        "He ate an apple. Apple pie followed.",
        "A Meta-analysis of trials was printed.",
        "The Amazon rainforest shrinks.",
        "She studied yi and phi.",
        "Phi Beta Kappa met.",
        "A Falcon 9 rocket rose.",
        "They moved to Nova Scotia.",
        "The Oracle of Omaha spoke.",
        "A cold mistral blew.",
        "Mistral blew hard in Provence.",
        "The perplexity fell. Perplexity is a measure of surprise.",
        "Sora means sky.",
        "Apache Spark 3.0 was used.",
        "The Bard of Avon wrote it.",
        "Arm in arm they went. Arm wrestling is a sport.",
        "A moonshot goal. Moonshot goals are rare.",
        "Stability matters. Character matters. Scale matters. Unity is strength.",
        "The Runway at the airport was closed.",
        "Step 3: stir. Step 4: wait.",
        "Reliance on imports grew.",
        "Jordan scored 40 points.",
        "A Turkey sandwich was served.",
        "The X-rated film and the X-ray.",
        "The Norwegian Supreme Court ruled.",
        "Human Nature is what it is.",
        "It happened in Vienna, near Madison.",
    ],
)
def test_what_only_looks_like_a_name(text: str) -> None:
    assert [m.name for m in names.find(text) if m.kind != "side"] == []


def test_a_name_that_is_sure_once_is_sure_all_through_the_text() -> None:
    far = "The weather was fine. " * 30
    assert _found("Gemini is a sign. " + far) == []
    assert _found("Gemini came first. " + far + "Google's chatbot Gemini is new.").count("Gemini") == 2


def test_short_names_need_the_full_one() -> None:
    assert _found("Scale said so.") == []
    assert _found("Scale AI was founded in 2016. Scale said so.") == ["Scale AI", "Scale AI"]


def test_a_surname_is_the_person_whom_the_text_names_in_full() -> None:
    text = "Jensen Huang came. Huang spoke. Linda Huang left with Huang Renxun. Then CEO Huang sat down."
    assert _found("Huang spoke.") == []
    assert _found(text) == ["Jensen Huang"] * 3


def test_a_town_in_a_state_is_no_government() -> None:
    assert _found("It drove through Redmond, Washington, at night.") == []
    assert _found("Envoys from Tokyo, Washington, and Brussels met.") == [
        "Japan",
        "United States",
        "European Union",
    ]
    assert _found("Vienna said it would wait; the talks in Vienna went on.") == ["Austria"]


def test_a_body_of_another_country_is_not_ours() -> None:
    assert _found("Norway’s Supreme Court ruled.") == ["Norway"]
    assert _found("The Supreme Court ruled.") == ["Supreme Court"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Qwen 3 was published.", "Qwen3"),
        ("Qwen-2.5 was published.", "Qwen2.5"),
        ("Qwen-72B was published.", "Qwen-72B"),
        ("Qwen3-235B-A22B was published.", "Qwen3-235B-A22B"),
        ("GPT 4o was published.", "GPT-4o"),
        ("Llama-3 was published.", "Llama 3"),
        ("Many TPUs were bought.", "TPU"),
        ("Many H100s were bought.", "H100"),
    ],
)
def test_one_form_for_a_version(text: str, name: str) -> None:
    assert _found(text) == [name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("公司使用GPT-4模型训练。", ["GPT-4"]),
        ("Claude 3.5发布后，OpenAI回应。", ["Claude 3.5", "OpenAI"]),
        ("用了Claude 3个月。", ["Claude"]),
        ("DeepSeek-R1以开源方式发布。", ["DeepSeek-R1"]),
    ],
)
def test_latin_names_inside_chinese_text(text: str, found: list[str]) -> None:
    assert _found(text) == found


@given(st.text(alphabet=st.sampled_from("Gemini Claude Huang Scale AI X Apple ,.-'’3中国"), max_size=200))
def test_mentions_are_in_order_and_apart(text: str) -> None:
    found = names.find(text)
    assert all(m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("word", ["X ", "Gemini ", "Jordan ", "Claude Xa ", "Redmond, Washington, "])
def test_a_text_of_one_doubtful_word_costs_no_more_than_its_length(word: str) -> None:
    def seconds(length: int) -> float:
        text = word * (length // len(word))
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            names.find(text)
            best = min(best, time.process_time() - start)
        return best

    names.find(word)
    # Eight times the text: the square would be sixty-four times the work, and a busy machine doubles a time.
    assert seconds(160_000) < 30 * max(seconds(20_000), 0.002)
