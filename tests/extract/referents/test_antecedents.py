"""Pronouns and descriptions go back to the fitting name; what does not agree is not taken."""

from __future__ import annotations

import re

import pytest

from theodolite.extract.reading import Reading
from theodolite.extract.referents import Referent
from theodolite.extract.scene import Scene
from theodolite.model.origin import Origin
from theodolite.model.text import Text


def meant(content: str, phrase: str) -> Referent:
    """What the last word of the last `phrase` in the last sentence that has it stands for."""
    scene = Scene(Reading(Text(snapshot="0" * 64, reader="t/1", content=content), Origin(location="a.txt")))
    at = [m.end() - 1 for m in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", content)][-1]
    number = scene.reading.sentence_at(at)
    parse = scene.reading.parse(number)
    return scene.referents.of(parse, parse.at(at), number)


@pytest.mark.parametrize(
    ("content", "phrase", "name"),
    [
        ("Nvidia sells chips to Meta. It also builds servers.", "It", "Nvidia"),
        ("China is behind the United States. It lacks advanced chips.", "It", "China"),
        ("DeepSeek trained R1 without help from OpenAI. It published the weights.", "It", "DeepSeek"),
        ("Chinese companies are short of chips. They rent servers abroad.", "They", "Chinese companies"),
        ("US sanctions hurt Huawei. They failed to stop its phones.", "its", "Huawei"),
        ("China has grown fast, but US export controls slow its progress.", "its", "China"),
        ("Chinese labs publish weights. ChatGPT is closed. It costs money.", "It", "ChatGPT"),
        ("Open models have improved. Mistral AI sells one. Its revenue grew.", "Its", "Mistral AI"),
        ("Sam Altman runs OpenAI. He wants more data centres.", "He", "Sam Altman"),
        ("Anthropic, which makes Claude, raised money.", "which", "Anthropic"),
        ("The US has more money than China, and it spends it fast.", "it", "United States"),
    ],
)
def test_pronouns(content: str, phrase: str, name: str) -> None:
    assert meant(content, phrase).name == name


def test_a_plain_object_is_not_its_own_subject() -> None:
    content = "Baidu released Ernie Bot. OpenAI noticed it."
    assert meant(content, "it").name != "OpenAI"


def test_one_thing_is_not_many_and_no_person() -> None:
    assert meant("Chinese models improved. It rained.", "It").name is None
    assert meant("Dario Amodei spoke. It rained.", "It").name is None


@pytest.mark.parametrize(
    ("content", "phrase", "name"),
    [
        ("Zhipu AI raised money. The start-up will list in Hong Kong.", "The start-up", "Zhipu AI"),
        ("Baidu trailed OpenAI. The Chinese search giant cut prices.", "The Chinese search giant", "Baidu"),
        (
            "OpenAI beat Moonshot AI. The Beijing-based firm raised money.",
            "The Beijing-based firm",
            "Moonshot AI",
        ),
        ("Google is large. The ChatGPT maker is smaller.", "The ChatGPT maker", "OpenAI"),
        ("Kimi K2 is open. The model writes code.", "The model", "Kimi K2"),
        ("SMIC made the Kirin 9010 for Huawei. The chip is slow.", "The chip", "Kirin 9010"),
        ("Europe and the United States differ. The continent has less money.", "The continent", "Europe"),
        ("Nvidia and AMD make chips. The latter is smaller.", "The latter", "AMD"),
        ("Nvidia and AMD make chips. The former is larger.", "The former", "Nvidia"),
        ("China built data centres. The country has cheap power.", "The country", "China"),
        ("Stanford University wrote of Nvidia. The company grew.", "The company", "Nvidia"),
    ],
)
def test_descriptions(content: str, phrase: str, name: str) -> None:
    assert meant(content, phrase).name == name


@pytest.mark.parametrize(
    ("content", "phrase", "name"),
    [
        ("Foothill Labs, a start-up in Leeds, trains models. It raised money.", "It", "Foothill Labs"),
        ("Foothill Labs trains models. Later Foothill released one.", "Foothill", "Foothill Labs"),
        ("The start-up Quillon raised money. The company hired engineers.", "The company", "Quillon"),
        ("Orlin released a model called Petrel. The model is small.", "The model", "Petrel"),
    ],
)
def test_names_that_nobody_listed(content: str, phrase: str, name: str) -> None:
    assert meant(content, phrase).name == name


def test_an_unlisted_capital_at_the_start_of_a_sentence_is_no_name() -> None:
    assert meant("Yesterday it rained. It stopped.", "It").name is None


@pytest.mark.parametrize(
    ("content", "phrase", "name", "side"),
    [
        ("China's AI industry grew.", "industry", "China", "China"),
        ("The Chinese government paid.", "government", "China", "China"),
        ("Chinese firms grew.", "firms", "Chinese firms", "China"),
        ("Western countries agree.", "countries", "Western countries", "the West"),
        ("The Trump administration agreed.", "administration", "Trump administration", "United States"),
        ("Silicon Valley leads.", "Valley", "Silicon Valley", "United States"),
    ],
)
def test_sides_and_their_parts(content: str, phrase: str, name: str, side: str) -> None:
    found = meant(content, phrase)
    assert (found.name, found.side) == (name, side)
