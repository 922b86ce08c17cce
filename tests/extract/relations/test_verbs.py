"""Ties that verbs state, in actives, passives, participles and relative clauses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Relation

Read = Callable[..., list[Claim]]


def ties(found: list[Claim]) -> set[tuple[str | None, str | None, str | None]]:
    """The relations of some claims, as triples."""
    return {(c.subject, c.predicate, c.object) for c in found if isinstance(c, Relation)}


STATED = [
    ("Meta acquired Manus for $2 billion.", "Meta", "owns", "Manus"),
    ("Google DeepMind is owned by Alphabet.", "Alphabet", "owns", "Google DeepMind"),
    ("SoftBank holds a 90% stake in Arm.", "SoftBank", "owns", "Arm"),
    ("The European Union granted 20 million euros to Aleph Alpha.", "European Union", "funds", "Aleph Alpha"),
    ("Oracle and SoftBank are financing Stargate.", "Oracle", "funds", "Stargate"),
    ("SoftBank invested $30 billion in OpenAI.", "SoftBank", "funds", "OpenAI"),
    ("Wayve raised $1 billion in a round led by Nvidia and SoftBank.", "Nvidia", "funds", "Wayve"),
    (
        "MiniMax, backed by Tencent and Alibaba, filed for a listing in Hong Kong.",
        "Tencent",
        "funds",
        "MiniMax",
    ),
    ("Anthropic counts Alphabet among its investors.", "Alphabet", "funds", "Anthropic"),
    ("Amazon has put another $4 billion into Anthropic.", "Amazon", "funds", "Anthropic"),
    ("Saudi Arabia's sovereign fund is financing Humain.", "Saudi Arabia sovereign fund", "funds", "Humain"),
    ("Microsoft took a small stake in Mistral AI.", "Microsoft", "funds", "Mistral AI"),
    ("Baidu was among the investors in Zhipu AI.", "Baidu", "funds", "Zhipu AI"),
    ("SenseTime rolled out a new version of SenseNova.", "SenseTime", "develops", "SenseNova"),
    ("Ernie 4.5 was open-sourced by Baidu in June.", "Baidu", "develops", "Ernie 4.5"),
    (
        "DeepSeek, which builds large language models, is in Hangzhou.",
        "DeepSeek",
        "develops",
        "large language models",
    ),
    ("Shanghai-based Biren develops graphics processors.", "Biren", "develops", "graphics processors"),
    ("Last week Google unveiled Gemini 3.", "Google", "develops", "Gemini 3"),
    ("OpenAI is working on GPT-5.", "OpenAI", "develops", "GPT-5"),
    ("Alibaba released Qwen3 under an open licence.", "Alibaba", "develops", "Qwen3"),
    ("Doubao, developed by ByteDance, is the most used chatbot in China.", "ByteDance", "develops", "Doubao"),
    ("The Ascend 910C is made by Huawei.", "Huawei", "develops", "Ascend 910C"),
    ("Mistral AI, which makes Le Chat, is based in Paris.", "Mistral AI", "develops", "Le Chat"),
    ("Huawei makes AI accelerators in Shenzhen.", "Huawei", "develops", "AI accelerators"),
    (
        "The partnership between Mistral AI and Microsoft is two years old.",
        "Mistral AI",
        "partners_with",
        "Microsoft",
    ),
    ("Huawei works closely with SMIC on its processors.", "Huawei", "partners_with", "SMIC"),
    ("Saudi Arabia struck a deal with Nvidia for 18,000 chips.", "Saudi Arabia", "partners_with", "Nvidia"),
    ("Britain signed a memorandum with OpenAI.", "United Kingdom", "partners_with", "OpenAI"),
    ("Toyota and Pony.ai formed a joint venture.", "Toyota", "partners_with", "Pony.ai"),
    ("Apple has partnered with OpenAI to improve Siri.", "Apple", "partners_with", "OpenAI"),
    ("Nvidia and Intel announced a partnership to build processors.", "Nvidia", "partners_with", "Intel"),
    ("Microsoft signed a new agreement with OpenAI.", "Microsoft", "partners_with", "OpenAI"),
    ("Samsung teamed up with Baidu in China.", "Samsung", "partners_with", "Baidu"),
    ("Huawei exported AI chips to Malaysia.", "Huawei", "supplies", "Malaysia"),
    ("ASML delivered older machines to SMIC.", "ASML", "supplies", "SMIC"),
    ("Samsung will manufacture chips for Tesla.", "Samsung", "supplies", "Tesla"),
    ("OpenAI gets its chips from Nvidia.", "Nvidia", "supplies", "OpenAI"),
    ("TSMC makes chips for Apple.", "TSMC", "supplies", "Apple"),
    ("Nvidia sold H20 chips to China.", "Nvidia", "supplies", "China"),
    ("SK Hynix supplies Nvidia with high-bandwidth memory.", "SK Hynix", "supplies", "Nvidia"),
    ("TSMC buys its lithography machines from ASML.", "ASML", "supplies", "TSMC"),
    ("CoreWeave provides computing capacity to OpenAI.", "CoreWeave", "supplies", "OpenAI"),
    ("Meta's engineers use Gemini for coding.", "Meta", "uses", "Gemini"),
    ("iFlytek trains its models on Huawei chips.", "iFlyTek", "uses", "Huawei chips"),
    ("Airbnb relies heavily on Qwen.", "Airbnb", "uses", "Qwen"),
    ("Grammarly's assistant is powered by Claude.", "Grammarly assistant", "uses", "Claude"),
    ("The U.S. Army adopted Llama for logistics.", "Army", "uses", "Llama"),
    ("Apple will use Gemini to power Siri.", "Apple", "uses", "Gemini"),
    ("DeepSeek trained its model on 2,048 H800 chips.", "DeepSeek", "uses", "H800"),
    ("Perplexity offers an assistant powered by DeepSeek-R1.", "Perplexity", "uses", "DeepSeek-R1"),
    ("Singapore's national programme switched to Qwen.", "Singapore national programme", "uses", "Qwen"),
    ("Tesla has integrated Doubao into its cars in China.", "Tesla", "uses", "Doubao"),
    ("Chinese companies still rely on Nvidia chips.", "Chinese companies", "uses", "Nvidia chips"),
    ("Falcon Arabic was derived from Falcon 3.", "Falcon Arabic", "built_on", "Falcon 3"),
    ("OpenAI accused DeepSeek of distilling ChatGPT.", "DeepSeek", "built_on", "ChatGPT"),
    ("QwQ is a fine-tuned version of Qwen2.5.", "QwQ", "built_on", "Qwen2.5"),
    ("Doubao was trained on the outputs of GPT-4.", "Doubao", "built_on", "GPT-4"),
    ("Lovable is essentially a wrapper around Claude.", "Lovable", "built_on", "Claude"),
    ("Vicuna was fine-tuned from Llama.", "Vicuna", "built_on", "Llama"),
    ("Cursor is a fork of VS Code.", "Cursor", "built_on", "VS Code"),
    ("Composer is built on top of Kimi K2.", "Composer", "built_on", "Kimi K2"),
    ("Critics said Yi was merely a copy of Llama.", "Yi", "built_on", "Llama"),
    ("DeepSeek-R1 is based on DeepSeek-V3.", "DeepSeek-R1", "built_on", "DeepSeek-V3"),
]
SILENT = [
    "The company's new chips are made of silicon and use less power.",
    "Sam Altman met Xi Jinping in Beijing and praised Chinese models.",
    "DeepSeek trails OpenAI and Google in reasoning.",
    "The United States built more data centres than Europe.",
    "Nvidia lost ground in China.",
    "Google has more researchers than Meta.",
    "It is hard to build a model like GPT-4 in Europe.",
    "Huawei hopes that China wins.",
    "Microsoft and Google lead the market in cloud.",
    "Nvidia said that China was important.",
    "Companies use AI to cut costs.",
    "OpenAI is ahead of Google.",
    "China leads the United States in patents.",
    "Analysts at many firms build models of the economy.",
    "Google and Microsoft compete with each other.",
    "The report by Stanford was released on Monday.",
    "Meta runs into trouble in Europe.",
    "Nvidia's shares fell after DeepSeek's success.",
    "Baidu would have to buy a rival.",
    "Nvidia said that demand from China was strong.",
    "Would Apple ever buy Mistral?",
    "Alibaba could build a better model than Qwen.",
]


@pytest.mark.parametrize(("text", "subject", "predicate", "object_"), STATED)
def test_verbs_that_state_a_tie(read: Read, text: str, subject: str, predicate: str, object_: str) -> None:
    assert (subject, predicate, object_) in ties(read(text))


@pytest.mark.parametrize("text", SILENT)
def test_sentences_that_look_alike_and_state_none(read: Read, text: str) -> None:
    assert ties(read(text)) == set()


def test_every_member_of_a_list_has_its_tie(read: Read) -> None:
    found = ties(read("Tencent, Alibaba and Meituan are backing Moonshot AI."))
    assert {s for s, p, o in found if p == "funds" and o == "Moonshot AI"} == {
        "Tencent",
        "Alibaba",
        "Meituan",
    }


def test_an_amount_with_its_unit(read: Read) -> None:
    (tie,) = [c for c in read("SoftBank invested $30 billion in OpenAI.") if isinstance(c, Relation)]
    assert (tie.amount, tie.unit, tie.dimension) == (30_000_000_000, "USD", "capital")


def test_pronouns_and_the_company(read: Read) -> None:
    text = "Baidu opened its books on Monday. The company has released Ernie 4.5 and it uses Kunlun chips."
    assert ("Baidu", "develops", "Ernie 4.5") in ties(read(text))


def test_what_is_denied(read: Read) -> None:
    (tie,) = [c for c in read("Microsoft does not own OpenAI.") if isinstance(c, Relation)]
    assert (tie.predicate, tie.polarity) == ("owns", "denied")


def test_what_is_planned_is_a_forecast(read: Read) -> None:
    (tie,) = [c for c in read("Apple will use Gemini to power Siri.") if c.kind == "relation"]
    assert tie.forecast and not tie.hedged


def test_talks_are_open(read: Read) -> None:
    found = [c for c in read("Samsung is in talks with Cohere to invest in it.") if isinstance(c, Relation)]
    assert [(c.subject, c.predicate, c.object, c.hedged, c.forecast) for c in found][:1] == [
        ("Samsung", "funds", "Cohere", True, True)
    ]


def test_quotes_stand_at_their_offsets(read: Read) -> None:
    text = "On Friday Meta acquired Manus, a start-up that uses Claude, for $2 billion."
    for claim in read(text):
        assert text[claim.start : claim.end] == claim.quote
