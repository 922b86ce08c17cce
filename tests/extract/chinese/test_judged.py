"""Judgements by frame: lists of what is lacking, superlatives, turns of phrase, and whose they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]
Found = list[tuple[str, str, str]]


def judged(claims: list[dict[str, Any]]) -> Found:
    """Side, dimension and direction of each."""
    return [(c["subject"], c["dimension"], c["direction"]) for c in claims]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "欧洲缺钱、缺人、缺算力。",
            {
                ("Europe", "capital", "weakness"),
                ("Europe", "talent", "weakness"),
                ("Europe", "compute", "weakness"),
            },
        ),
        ("日本的短板不在算法，而在芯片。", {("Japan", "compute", "weakness")}),
        ("通义千问是全球下载量最大的模型。", {("Qwen", "adoption", "strength")}),
        (
            "最强的还是OpenAI和谷歌。",
            {("OpenAI", "capability", "strength"), ("Google", "capability", "strength")},
        ),
        ("DeepSeek的工程能力令人佩服。", {("DeepSeek", "capability", "strength")}),
        ("OpenAI烧钱太快。", {("OpenAI", "capital", "weakness")}),
        ("中国的电力供应充足。", {("China", "energy", "strength")}),
        ("美国移民政策收紧，正在把人才往外推。", {("United States", "talent", "weakness")}),
        ("韩国有丰富的芯片制造经验。", {("South Korea", "compute", "strength")}),
        ("H20的算力不到H100的五分之一，但显存大。", {("H20", "compute", "strength")}),
    ],
)
def test_frames(read: Read, content: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= set(judged(read(content, "assessment")))


@pytest.mark.parametrize(
    "content", ["大家聊得最多的是英伟达。", "中国的人才会不会流失？", "德国明年要建成最大的机房。"]
)
def test_what_judges_nobody(read: Read, content: str) -> None:
    assert not read(content, "assessment")


def test_what_is_not_said_is_denied(read: Read) -> None:
    (claim,) = read("这不是说中国没有优势。", "assessment")
    assert (claim["direction"], claim["polarity"]) == ("weakness", "denied")


def test_an_official_speaks_of_the_city(read: Read) -> None:
    text = (
        "深圳出台新政\n\n深圳市科技局副局长罗静在会上说，深圳企业很多，深圳的扶持也多。"
        "罗静坦言，高端算法人才仍然紧缺。"
    )
    found = judged(read(text, "assessment"))
    assert ("Shenzhen", "talent", "weakness") in found


def test_a_new_sentence_without_side_or_thing_judges_nobody(read: Read) -> None:
    assert len(read("百度发布了新模型。如今已渐入佳境。", "assessment")) == 0


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("美国的难题不是资金，而是电力。", ("United States", "energy", "weakness")),
        ("说到底，日本输在软件人才。", ("Japan", "talent", "weakness")),
        ("DeepSeek把训练成本打了下来。", ("DeepSeek", "efficiency", "strength")),
        ("德国的化工企业有几十年的材料积累。", ("Germany", "compute", "strength")),
        ("韩国的数据一直用不起来。", ("South Korea", "data", "weakness")),
        ("中国的开源模型成了全球开发者的默认选择。", ("Chinese models", "adoption", "strength")),
        ("断供逼出了国产替代。", ("China", "compute", "strength")),
        ("这些范式没有一个出自日本公司。", ("Japanese companies", "origination", "weakness")),
    ],
)
def test_plain_talk(read: Read, content: str, expected: tuple[str, str, str]) -> None:
    found = {(c["subject"], c["direction"]) for c in read(content, "assessment")}
    assert (expected[0], expected[2]) in found


def test_a_question_answered_item_by_item(read: Read) -> None:
    text = "中国怎么办？那么优势在哪？在电，在人，在场景。"
    assert {("China", d, "strength") for d in ("energy", "talent", "adoption")} <= set(
        judged(read(text, "assessment"))
    )


@pytest.mark.parametrize("content", ["决定也差不多。", "中国做得到吗？", "别人追不上，用户离不开。"])
def test_plain_words_that_judge_nobody(read: Read, content: str) -> None:
    assert not read(content, "assessment")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "阿联酋有钱、有电。",
            {("United Arab Emirates", "capital", "strength"), ("United Arab Emirates", "energy", "strength")},
        ),
        (
            "美国的优势在于人才和资本。",
            {("United States", "talent", "strength"), ("United States", "capital", "strength")},
        ),
        ("德国的芯片还离不开台积电。", {("German chips", "compute", "weakness")}),
        ("日本的算法人才不少。", {("Japan", "talent", "strength")}),
        ("韩国在基础研究上投入更多。", {("South Korea", "research", "strength")}),
    ],
)
def test_more_frames(read: Read, content: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= set(judged(read(content, "assessment")))
