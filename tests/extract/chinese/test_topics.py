"""Whose comparison or judgement it is where a Chinese clause leaves its subject out, and ordinary wording."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]


def compared(claims: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    """Subject, direction, object of each."""
    return {(c["subject"], c["direction"], c["object"]) for c in claims}


def judged(claims: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    """Subject, direction, dimension of each."""
    return {(c["subject"], c["direction"], c["dimension"]) for c in claims}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "智谱今年势头很好，超越了去年成名的百度，部分业务媲美甚至超越腾讯。",
            {("Zhipu AI", "above", "Baidu"), ("Zhipu AI", "above", "Tencent")},
        ),
        ("国内的算力总被美国压一头。", {("China", "below", "United States")}),
        ("韩国的封装技术仍滞后美国。", {("South Korea", "below", "United States")}),
        ("在中美AI竞赛中，美国暂时领先。", {("United States", "above", "China")}),
        ("德国在机器人上投入很早，法国紧随其后。", {("France", "below", "Germany")}),
        ("日本的界面与韩国的做法高度相似。", {("Japan", "equal", "South Korea")}),
        ("美国对欧洲保持着明显的领先优势。", {("United States", "above", "Europe")}),
        ("百度的云业务已有能力挑战腾讯。", {("Baidu", "equal", "Tencent")}),
        ("青禾公司推出了名为QH-2的新模型，其性能与GPT-4不相上下。", {("QH-2", "equal", "GPT-4")}),
        ("开源模型的能力不如闭源。", {("open models", "below", "closed models")}),
    ],
)
def test_who_is_compared(read: Read, content: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= compared(read(content, "comparison"))


@pytest.mark.parametrize(
    "content",
    [
        "智谱的步伐与人类的动作合拍，以至于许多人都来围观。",
        "开源阵营想追平闭源，还要等。",
        "百度和腾讯的架构具有相似性。",
        "全球机构公布了榜单，美国处于领先地位。",
    ],
)
def test_what_compares_nobody(read: Read, content: str) -> None:
    assert not read(content, "comparison")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("韩国机器人产业蓬勃发展。", ("South Korea", "strength", "adoption")),
        ("印度的科研成果增长迅速。", ("India", "strength", "research")),
        ("在芯片方面，韩国处于领先地位。", ("South Korea", "strength", "compute")),
        ("日本错过了移动互联网的机遇。", ("Japan", "weakness", "capability")),
        ("韩国终将攻克芯片技术。", ("South Korea", "strength", "compute")),
        ("百度的无人车成为国内首个拿到夜间牌照的产品。", ("Baidu", "strength", "origination")),
        ("这届展会展示了印度在芯片设计上的实力。", ("India", "strength", "compute")),
        ("巴西只能生产低端芯片。", ("Brazil", "weakness", "compute")),
        ("荷兰甩不开一众对手。", ("Netherlands", "weakness", "capability")),
        ("智谱的股东名单相当豪华，资金不愁。", ("Zhipu AI", "strength", "capital")),
    ],
)
def test_who_is_judged(read: Read, content: str, expected: tuple[str, str, str]) -> None:
    assert expected in judged(read(content, "assessment"))


@pytest.mark.parametrize(
    "content",
    [
        "随着人工智能的飞速发展，百度将裁员。",
        "百度的用电需求仍在快速增长。",
        "智谱差点成了第一个关门的公司。",
        "腾讯要支持其快速增长的业务。",
    ],
)
def test_what_judges_nobody(read: Read, content: str) -> None:
    assert not read(content, "assessment")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "国内企业都在招人。目前强化学习的训练成本依然较高。",
            ("reinforcement learning", "weakness", "efficiency"),
        ),
        ("主要问题是基础模型的能力尚不足以支撑复杂任务。", ("foundation models", "weakness", "capability")),
    ],
)
def test_a_thing_of_the_field_is_not_a_country(
    read: Read, content: str, expected: tuple[str, str, str]
) -> None:
    assert judged(read(content, "assessment")) == {expected}


def test_a_firm_for_a_thing_of_the_field_is_not_the_thing(read: Read) -> None:
    assert not [c for c in read("人工智能公司大多缺乏资金。", "assessment") if c["subject"] == "AI"]


@pytest.mark.parametrize(
    ("content", "speaker"),
    [
        ("赵立群走进会场。但赵立群告诉记者：“智谱的收入是3亿元。”", "赵立群"),
        ("《华尔街日报》写到了智谱。报道称，智谱的收入是3亿元。", "Wall Street Journal"),
        ("高盛发布了研究报告。规模方面：报告显示，智谱的收入是3亿元。", "Goldman Sachs"),
        ("北城新闻记者获悉，智谱的收入是3亿元。", None),
    ],
)
def test_who_speaks(read: Read, content: str, speaker: str | None) -> None:
    assert {c["speaker"] for c in read(content, "quantity")} == {speaker}


def test_who_stands_ahead_of_another_is_only_compared(read: Read) -> None:
    assert not read("在中美AI竞赛中，美国暂时领先。", "assessment")
