"""Who makes, uses and restricts what, in wording that news texts have: makers behind "from", chips bought,
pledges to supply, what officials seek to curb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Relation

Read = Callable[..., list[Claim]]
Triple = tuple[str | None, str | None, str | None]


def ties(found: list[Claim]) -> set[Triple]:
    """The relations of some claims, as triples."""
    return {(c.subject, c.predicate, c.object) for c in found if isinstance(c, Relation)}


STATED: list[tuple[str, Triple]] = [
    ("First came Kimi K2 from Chinese start-up Moonshot AI.", ("Moonshot AI", "develops", "Kimi K2")),
    (
        "They tried Qwen3—an open model from the e-commerce giant Alibaba.",
        ("Alibaba", "develops", "Qwen3"),
    ),
    (
        "OpenAI hired bankers. The ChatGPT maker, which is based in San Francisco, said no more.",
        ("OpenAI", "develops", "ChatGPT"),
    ),
    ("ChatGPT went down. An hour later OpenAI's ChatGPT was back.", ("OpenAI", "develops", "ChatGPT")),
    ("Larkin AI specialises in speech software.", ("Larkin AI", "develops", "speech software")),
    ("Tencent has been buying more Chinese chips of late.", ("Tencent", "uses", "Chinese chips")),
    ("Mistral AI is ordering thousands of Nvidia GPUs.", ("Mistral AI", "uses", "Nvidia GPUs")),
    ("The CloudMatrix 384 rack employs 384 Ascend 910C chips.", ("CloudMatrix", "uses", "Ascend 910C")),
    (
        "Japanese officials, who seek to curb China's progress, met on Friday.",
        ("Japan", "restricts", "China"),
    ),
    (
        "China answered by imposing controls on the export of tungsten.",
        ("China", "restricts", "tungsten"),
    ),
    (
        "Samsung has signed a letter of intent to supply memory chips for Mistral AI's data centres.",
        ("Samsung", "supplies", "Mistral AI"),
    ),
    ("MiniMax has trained its models on 9 million exchanges with Claude.", ("MiniMax", "built_on", "Claude")),
    (
        "Mistral AI accused two Chinese labs of secretly extracting answers from Mistral Small.",
        ("Chinese labs", "built_on", "Mistral Small"),
    ),
    (
        "America's export controls hurt China. The limits on Nvidia's H20 chips have held so far.",
        ("United States", "restricts", "H20"),
    ),
    ("Traders dislike Japan's rules on chip exports to China.", ("Japan", "restricts", "China")),
    ("Biden's chip curbs have slowed China.", ("Joe Biden", "restricts", "China")),
    (
        "Last year Rapidus had its licence revoked by the Dutch government.",
        ("Netherlands", "restricts", "Rapidus"),
    ),
    ("Tesla, which builds its own chips, is hiring.", ("Tesla", "develops", "own chips")),
    (
        "Seoul approved the export of Nvidia processors to Rapidus last week.",
        ("Nvidia", "supplies", "Rapidus"),
    ),
    (
        "AMD said it would invest in Mistral AI and supply it with chips.",
        ("AMD", "supplies", "Mistral AI"),
    ),
    ("Tesla said it would use Gemini in its cars.", ("Tesla", "uses", "Gemini")),
    (
        "Few foresaw the launch of ChatGPT by Microsoft-backed OpenAI.",
        ("OpenAI", "develops", "ChatGPT"),
    ),
    (
        "Rivals are Cohere and Mistral AI, which is developing an LLM for lawyers.",
        ("Mistral AI", "develops", "LLM for lawyers"),
    ),
]
SILENT: list[tuple[str, Triple]] = [
    ("Washington blocked the sale of Nvidia chips to China.", ("Nvidia", "supplies", "China")),
    (
        "Rivals are Cohere and Mistral AI, which is developing an LLM for lawyers.",
        ("Cohere", "develops", "LLM for lawyers"),
    ),
    (
        "Nvidia is pleased. The company plans to build Nvidia-powered data centres.",
        ("Nvidia", "develops", "Nvidia-powered data centres"),
    ),
    (
        "ASML lost a licence to an order from The Hague, stopping it from shipping to China.",
        ("ASML", "restricts", "China"),
    ),
    ("Baidu said that it had put Baidu models into its search.", ("Baidu", "uses", "Baidu models")),
    ("The Netherlands has stopped the shipment.", ("Netherlands", "restricts", "shipment")),
    ("Cohere stressed building cheap speech models.", ("Cohere", "develops", "cheap speech models")),
    (
        "For Rapidus it would be hard to produce cutting-edge chips, SMIC said.",
        ("SMIC", "develops", "cutting-edge chips"),
    ),
    ("The law is to curb China's use of American chips.", ("China", "uses", "American chips")),
]


@pytest.mark.parametrize(("text", "tie"), STATED)
def test_ties_that_are_stated(read: Read, text: str, tie: Triple) -> None:
    assert tie in ties(read(text))


@pytest.mark.parametrize(("text", "tie"), SILENT)
def test_ties_that_are_not(read: Read, text: str, tie: Triple) -> None:
    assert tie not in ties(read(text))


def test_whose_a_model_is_is_told_once(read: Read) -> None:
    text = "OpenAI's ChatGPT grew fast. Many now think that OpenAI's ChatGPT has peaked."
    told = [c for c in read(text) if isinstance(c, Relation) and c.predicate == "develops"]
    assert len(told) == 1
