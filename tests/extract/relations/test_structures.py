"""One verb or noun in many structures: what is learnt for one holds in all; and look-alikes of each."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from theodolite.model.claim import Claim, Relation

Read = Callable[..., list[Claim]]

MAKES = {"develop": "developed", "train": "trained", "release": "released", "unveil": "unveiled"}
MAKING = (
    "Baidu {past} Corvane-2 in May.",
    "Corvane-2 was {past} by Baidu in May.",
    "Corvane-2, {past} by Baidu last year, handles forty languages.",
    "Corvane-2, which Baidu {past} last year, handles forty languages.",
    "Baidu, the company that {past} Corvane-2, has grown quickly.",
    "Baidu's engineers {past} Corvane-2 in a year.",
    "Researchers at Baidu have {past} Corvane-2.",
    "After it had {past} Corvane-2, Baidu hired forty people.",
    "Baidu raised money to {plain} Corvane-2.",
)
USES = {"use": "uses", "adopt": "adopts", "deploy": "deploys", "rely on": "relies on", "pay for": "pays for"}
USING = (
    "Siemens {third} Qwen3.",
    "Siemens, Orange and Bosch {plain} Qwen3.",
    "Companies such as Siemens {plain} Qwen3.",
    "Engineers at Siemens {plain} Qwen3.",
    "Qwen3, which Siemens {third}, handles forty languages.",
    "Siemens decided to {plain} Qwen3.",
)


@pytest.mark.parametrize(("verb", "text"), list(product(MAKES, MAKING)))
def test_who_made_it(read: Read, verb: str, text: str) -> None:
    assert ("Baidu", "develops", "Corvane-2") in _ties(read, text.format(plain=verb, past=MAKES[verb]))


@pytest.mark.parametrize(("verb", "text"), list(product(USES, USING)))
def test_who_uses_it(read: Read, verb: str, text: str) -> None:
    assert ("Siemens", "uses", "Qwen3") in _ties(read, text.format(plain=verb, third=USES[verb]))


BASES = (
    "Corvane-2 is a fine-tuned Llama 3.",
    "Corvane-2, a modified version of Meta's Llama 3, is small.",
    "Corvane-2 was initialised from Llama 3.",
    "Corvane-2 rests on Llama 3.",
    "Corvane-2 grew out of Llama 3.",
    "Corvane-2 was not trained from scratch but from Llama 3.",
    "Llama 3 served as the foundation of Corvane-2.",
    "Larchmere Systems fine-tuned Llama 3 to make Corvane-2.",
    "Larchmere Systems turned Llama 3 into Corvane-2.",
    "Larchmere Systems created Corvane-2 by fine-tuning Llama 3.",
    "Models based on Llama 3, such as Corvane-2, are cheap.",
)


@pytest.mark.parametrize("text", BASES)
def test_what_it_is_built_on(read: Read, text: str) -> None:
    assert ("Corvane-2", "built_on", "Llama 3") in _ties(read, text)


STATED = (
    ("Siemens's assistant runs on Qwen3.", "Siemens", "uses", "Qwen3"),
    ("Siemens has improved its Qwen3-based assistant.", "Siemens", "uses", "Qwen3"),
    ("Siemens replaced ChatGPT with Qwen3.", "Siemens", "uses", "Qwen3"),
    ("Qwen3 is the default model at Siemens.", "Siemens", "uses", "Qwen3"),
    ("Users of Qwen3 include Bosch and Siemens.", "Siemens", "uses", "Qwen3"),
    ("Qwen3 is in pilot use at Bosch, Orange and Siemens.", "Siemens", "uses", "Qwen3"),
    ("Siemens answers calls using Qwen3.", "Siemens", "uses", "Qwen3"),
    ("Siemens is building a site that will use Qwen3.", "Siemens", "uses", "Qwen3"),
    ("iFlytek trains on Huawei.", "iFlyTek", "uses", "Huawei"),
    ("DeepSeek equipped its data centre with Nvidia chips.", "DeepSeek", "uses", "Nvidia chips"),
    ("DeepSeek moved inference to American chips.", "DeepSeek", "uses", "United States chips"),
    (
        "Of the Chinese models, 33 were trained on Nvidia processors.",
        "Chinese models",
        "uses",
        "Nvidia processors",
    ),
    ("Companies in China use Llama 3.", "Chinese companies", "uses", "Llama 3"),
    ("Corvane-2 is from Baidu.", "Baidu", "develops", "Corvane-2"),
    ("The newest model from Baidu is Corvane-2.", "Baidu", "develops", "Corvane-2"),
    ("The release of Corvane-2 by Baidu drew crowds.", "Baidu", "develops", "Corvane-2"),
    ("DeepSeek, the start-up whose R1 model shook markets, has grown.", "DeepSeek", "develops", "R1"),
    ("The takeover of Corvane Labs by Intel closed in May.", "Intel", "owns", "Corvane Labs"),
    ("Corvane Labs, in which Intel holds 6%, makes chips.", "Intel", "owns", "Corvane Labs"),
    ("Intel, the parent company of Corvane Labs, makes chips.", "Intel", "owns", "Corvane Labs"),
    ("Corvane Labs is majority-owned by Intel.", "Intel", "owns", "Corvane Labs"),
    ("Corvane Labs sold itself to Intel.", "Intel", "owns", "Corvane Labs"),
    ("After buying Corvane Labs, Intel hired forty people.", "Intel", "owns", "Corvane Labs"),
)


@pytest.mark.parametrize(("text", "subject", "predicate", "object_"), STATED)
def test_what_stands_between(read: Read, text: str, subject: str, predicate: str, object_: str) -> None:
    assert (subject, predicate, object_) in _ties(read, text)


def test_a_pronoun_is_not_both_parties(read: Read) -> None:
    text = "Larchmere Systems is based in Lyon. Corvane Labs, which it bought in 2023, makes chips."
    assert ("Larchmere Systems", "owns", "Corvane Labs") in _ties(read, text)


SILENT = (
    "Siemens refused to use Qwen3.",
    "Siemens has stopped using Qwen3.",
    "Intel has no plans to buy Corvane Labs.",
    "Intel failed to buy Corvane Labs.",
    "Baidu's rival released Corvane-2.",
    "Corvane-2 beats Llama 3.",
    "Corvane-2 was trained from scratch, unlike Llama 3.",
    "Corvane-2 was compared with Llama 3.",
    "Siemens moved from Qwen3 to its own model.",
    "Siemens dropped Qwen3.",
    "A dataset, Corvane-2, used to train systems for lawyers, is small.",
    "Qwen3 came first in the ranking of Larchmere Systems.",
)


@pytest.mark.parametrize("text", SILENT)
def test_what_looks_alike(read: Read, text: str) -> None:
    assert not {t for t in _ties(read, text) if t[1] != "leads"}


def _ties(read: Read, text: str) -> set[tuple[str | None, str | None, str | None]]:
    return {
        (c.subject, c.predicate, c.object)
        for c in read(text)
        if isinstance(c, Relation) and c.polarity == "asserted"
    }


TRADE = (
    "Samsung's chips went to Tesla.",
    "Samples of the chip that Samsung ships to Tesla are late.",
    "Chips supplied by Samsung to Tesla arrived late.",
    "Chips made for Tesla by Samsung are late.",
    "The sale of chips by Samsung to Tesla has begun.",
    "Samsung's supply of chips to Tesla has begun.",
    "Samsung signed a deal to ship chips to Tesla.",
    "Samsung ships chips to customers such as Tesla.",
    "Samsung lent Tesla 500 GPUs.",
    "Samsung allocated 10,000 GPUs to Tesla.",
    "Tesla placed an order with Samsung.",
    "Tesla's orders from Samsung have doubled.",
    "Tesla outsourced production to Samsung.",
    "Tesla has its chips made at Samsung.",
)


@pytest.mark.parametrize("text", TRADE)
def test_who_supplies_whom(read: Read, text: str) -> None:
    assert ("Samsung", "supplies", "Tesla") in _ties(read, text)


NO_TRADE = (
    "Samsung stopped shipping chips to Tesla.",
    "Samsung's chips lost to Tesla.",
    "Samsung gave Tesla a hard time.",
    "Samsung sold more chips than Tesla.",
    "Tesla moved its office to Samsung's town.",
    "Tesla's orders against Samsung were lifted.",
)


@pytest.mark.parametrize("text", NO_TRADE)
def test_who_supplies_nobody(read: Read, text: str) -> None:
    assert not {t for t in _ties(read, text) if t[1] == "supplies"}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Krutrim has replaced its own model with DeepSeek's R1.", ("Krutrim", "uses", "DeepSeek-R1")),
        ("TSMC makes nearly all of Nvidia's chips.", ("TSMC", "supplies", "Nvidia")),
        ("ByteDance is said to be renting capacity from Oracle.", ("Oracle", "supplies", "ByteDance")),
        ("Grok 4 was trained on Colossus, a cluster in Memphis.", ("Grok 4", "uses", "Colossus")),
        (
            "Corvane-2, a joint effort of ETH Zurich and EPFL, is small.",
            ("EPFL", "develops", "Corvane-2"),
        ),
    ],
)
def test_what_news_tell(read: Read, text: str, tie: tuple[str, str, str]) -> None:
    assert tie in _ties(read, text)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("In Brazil, Bradesco has put Claude into its apps.", ("Bradesco", "funds", "Brazil")),
        ("Zhipu's newest model was trained on Huawei's chips.", ("Zhipu newest model", "built_on", "Huawei")),
        ("G42's Jais was trained on Cerebras machines.", ("Jais", "built_on", "Cerebras")),
    ],
)
def test_what_news_do_not_tell(read: Read, text: str, tie: tuple[str, str, str]) -> None:
    assert tie not in _ties(read, text)
