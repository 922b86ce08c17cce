"""Ties that a verb states with its preposition or noun, or by refusing something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Relation

Read = Callable[..., list[Claim]]


def ties(found: list[Claim]) -> set[tuple[str | None, str | None, str | None]]:
    """The relations of some claims, as triples."""
    return {(c.subject, c.predicate, c.object) for c in found if isinstance(c, Relation)}


STATED = [
    (
        "Anthropic stopped selling to Chinese-owned firms in September.",
        "Anthropic",
        "restricts",
        "Chinese firms",
    ),
    ("OpenAI no longer offers its API to users in China.", "OpenAI", "restricts", "China"),
    ("Washington added memory chips to its export controls.", "United States", "restricts", "memory chips"),
    ("South Korea suspended downloads of DeepSeek in February.", "South Korea", "restricts", "DeepSeek"),
    ("The Dutch government revoked ASML's licence to service them.", "Netherlands", "restricts", "ASML"),
    ("ASML has never been allowed to sell EUV machines to China.", "Netherlands", "restricts", "ASML"),
    ("Government staff in Australia may not use DeepSeek.", "Australia", "restricts", "DeepSeek"),
    ("iFlytek trains exclusively on Huawei hardware.", "iFlyTek", "uses", "Huawei hardware"),
    ("DeepSeek serves on Huawei.", "DeepSeek", "uses", "Huawei"),
    ("01.AI's Yi used the architecture of Llama.", "Yi", "built_on", "Llama"),
    ("A team in Leeds switched SEA-LION from Llama to Qwen.", "SEA-LION", "built_on", "Qwen"),
    ("TSMC, which manufactures Nvidia's chips, is in Hsinchu.", "TSMC", "supplies", "Nvidia"),
    ("Nvidia has its chips made by TSMC.", "TSMC", "supplies", "Nvidia"),
    ("ASML's mirrors come from Zeiss.", "Zeiss", "supplies", "ASML"),
    ("Maria Kolb sits on the board of Aleph Alpha.", "Maria Kolb", "part_of", "Aleph Alpha"),
    ("Ines Roth left OpenAI for Meta in June.", "Ines Roth", "part_of", "Meta"),
    ("OpenAI came out with gpt-oss in August.", "OpenAI", "develops", "gpt-oss"),
    ("Nvidia and Samsung signed a memorandum of understanding.", "Nvidia", "partners_with", "Samsung"),
    ("OpenAI rents capacity from CoreWeave and Oracle.", "Oracle", "supplies", "OpenAI"),
    ("SK Hynix ships memory to Nvidia.", "SK Hynix", "supplies", "Nvidia"),
    ("Oracle won a contract worth $30 billion from OpenAI.", "Oracle", "supplies", "OpenAI"),
    ("Germany promised Intel 10 billion euros in subsidies.", "Germany", "funds", "Intel"),
    ("DeepSeek had a stockpile of 10,000 A100s.", "DeepSeek", "uses", "A100"),
    ("xAI's Colossus contains 200,000 Nvidia chips.", "Colossus", "uses", "Nvidia chips"),
    (
        "Kestrel One runs on a single Nvidia Jetson Thor computer.",
        "Kestrel One",
        "uses",
        "Nvidia Jetson Thor computer",
    ),
    ("In partnership with Nvidia, Foxconn is building a plant.", "Foxconn", "partners_with", "Nvidia"),
    ("OpenAI accused DeepSeek of distilling its models.", "DeepSeek", "built_on", "OpenAI models"),
    ("Moonshot AI put out an update of Kimi K2 last Friday.", "Moonshot AI", "develops", "Kimi K2"),
    (
        "Orbis Robotics, a developer of control software for robots, raised $40 million.",
        "Orbis Robotics",
        "develops",
        "control software for robots",
    ),
    ("Alibaba's answer to ChatGPT is called Tongyi Qianwen.", "Alibaba", "develops", "Qwen"),
    ("Alibaba's Joe Tsai said the gap was two years.", "Joe Tsai", "part_of", "Alibaba"),
    ("In September Beijing told companies to stop buying the H20.", "China", "restricts", "H20"),
    ("Samsung chose Baidu's Ernie for its phones.", "Samsung", "uses", "Ernie"),
    ("Zhipu was spun out of Tsinghua University in 2019.", "Zhipu AI", "part_of", "Tsinghua University"),
    (
        "Extreme ultraviolet scanners, which only ASML builds, stay in Europe.",
        "ASML",
        "develops",
        "Extreme ultraviolet scanners",
    ),
    ("Microsoft does not allow its employees to use DeepSeek.", "Microsoft", "restricts", "DeepSeek"),
    ("AMD has signed a deal to supply OpenAI with chips.", "AMD", "supplies", "OpenAI"),
    ("Cambricon reported a profit. ByteDance is its biggest customer.", "Cambricon", "supplies", "ByteDance"),
    ("Lenovo has put DeepSeek's models into its laptops.", "Lenovo", "uses", "DeepSeek's models"),
    ("Mr. Holt is a senior fellow at the Quarry Institute.", "Holt", "part_of", "Quarry Institute"),
    (
        "Mistral AI's models will be embedded in BYD's cars.",
        "BYD",
        "uses",
        "Mistral AI's models",
    ),
    ("SEA-LION is from Singapore. Earlier versions were based on Qwen.", "SEA-LION", "built_on", "Qwen"),
    (
        "The Harrow Index appears yearly. The index is supported by the Quarry Foundation.",
        "Quarry Foundation",
        "funds",
        "Harrow Index",
    ),
    ("CoreWeave, whose biggest customer is Microsoft, went public.", "CoreWeave", "supplies", "Microsoft"),
    ("Italy became the first Western country to block ChatGPT.", "Italy", "restricts", "ChatGPT"),
    ("Taiwan forbids its agencies to use DeepSeek.", "Taiwan", "restricts", "DeepSeek"),
    ("ByteDance has a chatbot called Doubao.", "ByteDance", "develops", "Doubao"),
]


@pytest.mark.parametrize(("text", "subject", "predicate", "target"), STATED)
def test_a_verb_with_its_preposition_or_noun(
    read: Read, text: str, subject: str, predicate: str, target: str
) -> None:
    assert (subject, predicate, target) in ties(read(text))


NOT_STATED = [
    ("Beijing has urged firms not to buy the H20.", "uses"),
    ("Taiwan forbids its agencies to use DeepSeek.", "uses"),
    ("Anthropic, backed by Amazon and Google, opened an office in Tokyo.", "part_of"),
    ("DeepSeek serves on Huawei.", "part_of"),
    ("India should not try to build its own large language models.", "develops"),
    ("METI gave Rapidus another $2 billion.", "supplies"),
    ("Microsoft does not allow its employees to use DeepSeek.", "part_of"),
    ("The US added Huawei to its entity list.", "uses"),
    ("Innovation Minister Ines Roth opened the plant.", "part_of"),
    ("TSMC stopped making chips for Huawei in 2020.", "supplies"),
]


@pytest.mark.parametrize(("text", "predicate"), NOT_STATED)
def test_what_is_only_told_or_stands_near_is_no_tie(read: Read, text: str, predicate: str) -> None:
    assert predicate not in {p for _, p, _ in ties(read(text))}
