"""Ties by turns of phrase: what one runs on, who stands behind whom, on whose shoulders, bans in passing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]


def ties(claims: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    """Who is tied to whom, and how."""
    return [(c["subject"], c["predicate"], c["object"]) for c in claims]


@pytest.mark.parametrize(
    ("content", "tie"),
    [
        ("DeepSeek用英伟达的H800训练了新模型。", ("DeepSeek", "uses", "H800")),
        ("微信接入了DeepSeek。", ("WeChat", "uses", "DeepSeek")),
        ("百度训练用的还是A800。", ("Baidu", "uses", "A800")),
        ("月之暗面背后站着阿里。", ("Alibaba", "funds", "Moonshot AI")),
        ("K2是站在DeepSeek架构的肩膀上做的。", ("K2", "built_on", "DeepSeek")),
        ("李沐阳今年四十岁，他在谷歌待了九年。", ("李沐阳", "part_of", "Google")),
        ("平台由腾讯与百度共同运营。", ("Tencent", "partners_with", "Baidu")),
        ("美国收紧出口许可，国内买不到H100。", ("United States", "restricts", "China")),
        ("四月美国政府一纸禁令，H20不能卖了。", ("United States", "restricts", "H20")),
        ("Anthropic不再向中资公司提供Claude。", ("Anthropic", "restricts", "Chinese companies")),
        ("宇树的股东里有美团和腾讯。", ("Meituan", "funds", "Unitree")),
    ],
)
def test_phrases(read: Read, content: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(read(content, "relation"))


@pytest.mark.parametrize(
    "content",
    ["美方滥用出口管制。", "百度的采购预算将付给本土供应商。", "腾讯训练用的数据很多。"],
)
def test_no_ties(read: Read, content: str) -> None:
    assert not read(content, "relation")


def test_a_round_in_the_first_person_is_the_firms(read: Read) -> None:
    text = (
        "江予安是杭州一家机器人公司的联合创始人。\n\n"
        "江予安：去年底刚拿了一笔，两亿元，君联资本领投。\n\n记者：是吗？"
    )
    assert ("funds", "杭州一家机器人公司") in [(p, o) for _, p, o in ties(read(text, "relation"))]


def test_a_ban_is_asserted(read: Read) -> None:
    (found,) = read("Anthropic不再向中资公司提供Claude。", "relation")
    assert found["polarity"] == "asserted"


def test_curbs_of_the_united_states_are_on_china(read: Read) -> None:
    assert ties(read("美国的管制没有打死我们。", "relation")) == [("United States", "restricts", "China")]


def test_what_is_used_most(read: Read) -> None:
    text = "百度的机房里，百度用得最多的是昇腾910B，其次是寒武纪。"
    found = ties(read(text, "relation"))
    assert {("Baidu", "uses", "Ascend 910B"), ("Baidu", "uses", "Cambricon")} <= set(found)


@pytest.mark.parametrize(
    ("content", "tie"),
    [
        ("Claude是Anthropic做的。", ("Anthropic", "develops", "Claude")),
        ("OpenAI指控DeepSeek蒸馏其模型。", ("DeepSeek", "built_on", "OpenAI")),
        ("长江存储被美国拉进了黑名单。", ("United States", "restricts", "YMTC")),
        ("阿布扎比的MGX参与了Anthropic的融资。", ("MGX", "funds", "Anthropic")),
        ("中芯国际替华为代工芯片。", ("SMIC", "supplies", "Huawei")),
        ("德国的初创公司都在用Qwen。", ("German companies", "uses", "Qwen")),
    ],
)
def test_more_turns(read: Read, content: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(read(content, "relation"))


@pytest.mark.parametrize("content", ["ASML不能把光刻机卖给中国。", "英伟达被禁止向中国出售芯片。"])
def test_who_is_barred_supplies_and_restricts_nobody(read: Read, content: str) -> None:
    assert not [c for c in read(content, "relation") if c["subject"] in ("ASML", "Nvidia")]
