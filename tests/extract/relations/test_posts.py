"""Ties that a post states."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Relation

Read = Callable[..., list[Claim]]


def ties(found: list[Claim]) -> set[tuple[str | None, str | None, str | None]]:
    """The relations of some claims, as triples."""
    return {(c.subject, c.predicate, c.object) for c in found if isinstance(c, Relation)}


STATED = [
    ("Elon Musk started xAI in 2023.", "Elon Musk", "founded", "xAI"),
    ("Aidan Gomez, who co-founded Cohere, agreed.", "Aidan Gomez", "founded", "Cohere"),
    ("World Labs, set up by Fei-Fei Li, raised money.", "Fei-Fei Li", "founded", "World Labs"),
    ("DeepSeek was founded by Liang Wenfeng in 2023.", "Liang Wenfeng", "founded", "DeepSeek"),
    ("Yang Zhilin founded Moonshot AI.", "Yang Zhilin", "founded", "Moonshot AI"),
    ("Mistral AI co-founder Arthur Mensch spoke in Davos.", "Arthur Mensch", "founded", "Mistral AI"),
    (
        "Safe Superintelligence, a start-up founded by Ilya Sutskever, has no product.",
        "Ilya Sutskever",
        "founded",
        "Safe Superintelligence",
    ),
    ("Baidu chief executive Robin Li said that prices would fall.", "Robin Li", "leads", "Baidu"),
    ("Jensen Huang, Nvidia's chief executive, flew to Beijing.", "Jensen Huang", "leads", "Nvidia"),
    (
        "Margrethe Vestager, head of the Competition Directorate, disagreed.",
        "Margrethe Vestager",
        "leads",
        "Competition Directorate",
    ),
    (
        "Anthropic's chief executive, Dario Amodei, warned of job losses.",
        "Dario Amodei",
        "leads",
        "Anthropic",
    ),
    ("Satya Nadella, who runs Microsoft, disagreed.", "Satya Nadella", "leads", "Microsoft"),
    ("Lisa Su, chief executive of AMD, spoke next.", "Lisa Su", "leads", "AMD"),
    ("Ren Zhengfei is the chief executive of Huawei.", "Ren Zhengfei", "leads", "Huawei"),
    ("Yann LeCun headed Meta's research lab.", "Yann LeCun", "leads", "Meta"),
    ("Noam Brown, a researcher at OpenAI, disagreed.", "Noam Brown", "part_of", "OpenAI"),
    ("HiSilicon, a subsidiary of Huawei, designs the chip.", "HiSilicon", "part_of", "Huawei"),
    ("Alibaba Cloud is the cloud division of Alibaba.", "Alibaba Cloud", "part_of", "Alibaba"),
    ("DeepMind is part of Google.", "Google DeepMind", "part_of", "Google"),
    ("T-Head, the chip unit of Alibaba, designed it.", "T-Head", "part_of", "Alibaba"),
    ("Andrej Karpathy joined OpenAI in 2015.", "Andrej Karpathy", "part_of", "OpenAI"),
    ("LinkedIn belongs to Microsoft.", "Microsoft", "owns", "LinkedIn"),
    (
        "Jeffrey Ding, an assistant professor at George Washington University, disagreed.",
        "Jeffrey Ding",
        "part_of",
        "George Washington University",
    ),
    (
        "Mistral AI co-founder and chief executive Arthur Mensch spoke.",
        "Arthur Mensch",
        "leads",
        "Mistral AI",
    ),
    (
        "Mistral AI co-founder and chief executive Arthur Mensch spoke.",
        "Arthur Mensch",
        "founded",
        "Mistral AI",
    ),
    (
        "Ada Holt, the former Lindqvist Institute president, agreed.",
        "Ada Holt",
        "leads",
        "Lindqvist Institute",
    ),
    ("The founder of Comma Labs, George Ruiz, agreed.", "George Ruiz", "founded", "Comma Labs"),
    (
        "Anthropic grew. The company's president, Daniela Amodei, said so.",
        "Daniela Amodei",
        "leads",
        "Anthropic",
    ),
]
SILENT = [
    "Founders of many companies met the president of France.",
    "Sam Altman said that researchers at universities use Claude.",
    "The director of the film praised Nvidia.",
]


@pytest.mark.parametrize(("text", "subject", "predicate", "object_"), STATED)
def test_posts_that_state_a_tie(read: Read, text: str, subject: str, predicate: str, object_: str) -> None:
    assert (subject, predicate, object_) in ties(read(text))


@pytest.mark.parametrize("text", SILENT)
def test_posts_of_nobody_named_state_none(read: Read, text: str) -> None:
    assert not {t for t in ties(read(text)) if t[1] in ("founded", "leads", "part_of")}


def test_who_somebody_is_is_told_by_the_text(read: Read) -> None:
    text = "Chips are scarce, according to Lisa Su, chief executive of AMD."
    (tie,) = [c for c in read(text) if isinstance(c, Relation)]
    assert (tie.subject, tie.predicate, tie.speaker) == ("Lisa Su", "leads", None)
