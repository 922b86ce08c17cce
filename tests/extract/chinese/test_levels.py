"""Comparisons by turns of level, by what is left unsaid, and what they set against nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]
PARTIES = [("智谱", "Zhipu AI", "OpenAI", "OpenAI"), ("欧洲", "Europe", "美国", "United States")]


def pairs(claims: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    """Subject, direction, object of each."""
    return {(c["subject"], c["direction"], c["object"]) for c in claims}


@pytest.mark.parametrize(("a", "subject", "b", "other"), PARTIES)
@pytest.mark.parametrize(
    ("turn", "direction"),
    [
        ("跟{b}不是一个级别", "below"),
        ("跟{b}差远了", "below"),
        ("和{b}之间还有鸿沟", "below"),
        ("离{b}还有一段距离", "below"),
        ("在{b}面前不够看", "below"),
        ("达不到{b}的水平", "below"),
        ("无法匹敌{b}", "below"),
        ("难与{b}抗衡", "below"),
        ("仍在追赶{b}", "below"),
        ("追在{b}后面", "below"),
        ("压{b}一头", "above"),
        ("把{b}按在地上摩擦", "above"),
        ("比{b}更有竞争力", "above"),
        ("比{b}更懂用户", "above"),
        ("与{b}并跑", "equal"),
        ("跟{b}打得有来有回", "equal"),
        ("和{b}五五开", "equal"),
        ("比得上{b}", "equal"),
        ("不比{b}差", "equal"),
        ("和{b}一样好", "equal"),
    ],
)
@pytest.mark.parametrize("sentence", ["{a}{t}。", "专家认为{a}在应用上{t}。", "虽然起步不晚，但{a}{t}。"])
def test_turns(
    read: Read, a: str, subject: str, b: str, other: str, turn: str, direction: str, sentence: str
) -> None:
    found = read(sentence.format(a=a, t=turn.format(b=b)), "comparison")
    assert pairs(found) == {(subject, direction, other)}
    assert all(c["polarity"] == "asserted" for c in found)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("智谱的营收不如OpenAI和谷歌。", {("Zhipu AI", "below", "OpenAI"), ("Zhipu AI", "below", "Google")}),
        (
            "阶跃星辰和智谱、百度已经不在一个梯队。",
            {("StepFun", "below", "Zhipu AI"), ("StepFun", "below", "Baidu")},
        ),
        ("百度比智谱多花一倍时间。", {("Baidu", "above", "Zhipu AI")}),
        ("日本的投入只相当于中国的零头。", {("Japan", "below", "China")}),
        ("中美在应用上没有差距。", {("China", "equal", "United States")}),
        ("试过智谱和百度。日常使用没什么区别。", {("Baidu", "equal", "Zhipu AI")}),
        ("智谱在写作上不如百度，但价格更低。", {("Zhipu AI", "below", "Baidu")}),
        ("百度用得多，智谱更便宜。", {("Zhipu AI", "below", "Baidu")}),
    ],
)
def test_whose(read: Read, content: str, expected: set[tuple[str, str, str]]) -> None:
    assert pairs(read(content, "comparison")) == expected


@pytest.mark.parametrize(
    "content",
    [
        "为了追赶美国，欧洲加大了投入。",
        "欧洲以远低于美国的成本建厂。",
        "与智谱、百度联合推出的产品下周更新。",
        "怎样才能比得上OpenAI？",
        "离开OpenAI后，他创办了一家公司。",
        "接近百度的人士说，产品下月上线。",
        "百度和智谱每周更新。",
    ],
)
def test_no_comparisons(read: Read, content: str) -> None:
    assert read(content, "comparison") == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("中国落后美国半年。应用上我们快得多。", {("China", "above", "United States")}),
        (
            "智谱日常用跟百度差不了多少，价格只要人家零头。",
            {("Zhipu AI", "equal", "Baidu"), ("Zhipu AI", "below", "Baidu")},
        ),
    ],
)
def test_of_the_two_before(read: Read, content: str, expected: set[tuple[str, str, str]]) -> None:
    assert pairs(read(content, "comparison")) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("小米起步比百度、阿里晚。", {("Xiaomi", "below", "Baidu"), ("Xiaomi", "below", "Alibaba")}),
        (
            "智谱不比百度差，有两项还超过了他们。",
            {("Zhipu AI", "equal", "Baidu"), ("Zhipu AI", "above", "Baidu")},
        ),
        ("印度买的显卡还不到Meta一家的采购量。", {("India", "below", "Meta")}),
        (
            "智谱的新模型优于谷歌Gemini 2.5和OpenAI o3。",
            {("Zhipu AI", "above", "Gemini 2.5"), ("Zhipu AI", "above", "o3")},
        ),
    ],
)
def test_rows_and_them(read: Read, content: str, expected: set[tuple[str, str, str]]) -> None:
    assert pairs(read(content, "comparison")) == expected
