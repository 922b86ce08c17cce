"""What one is good at, has plenty of, lacks or is criticised for, across things and parties."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]
THINGS = [("芯片", "compute"), ("训练数据", "data"), ("人才", "talent"), ("推理能力", "capability")]


def judged(claims: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    """Side, direction, dimension of each."""
    return {(c["subject"], c["direction"], c["dimension"]) for c in claims}


@pytest.mark.parametrize(("a", "subject"), [("智谱", "Zhipu AI"), ("欧洲", "Europe")])
@pytest.mark.parametrize(("thing", "dimension"), THINGS)
@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("{a}以{x}见长", "strength"),
        ("{a}靠{x}取胜", "strength"),
        ("{a}擅长{x}", "strength"),
        ("{a}不缺{x}", "strength"),
        ("{a}在{x}上有独到之处", "strength"),
        ("{a}在{x}上占优", "strength"),
        ("{a}的{x}没得说", "strength"),
        ("{a}不擅长{x}", "weakness"),
        ("{x}拖了{a}的后腿", "weakness"),
        ("{a}在{x}上吃亏", "weakness"),
        ("{a}的{x}也就那样", "weakness"),
        ("{a}的{x}有待提高", "weakness"),
        ("{a}的{x}备受诟病", "weakness"),
    ],
)
def test_turns(
    read: Read, a: str, subject: str, thing: str, dimension: str, words: str, direction: str
) -> None:
    found = read("专家认为，" + words.format(a=a, x=thing) + "。", "assessment")
    if subject == "Europe" and dimension == "compute":
        assert {(c["direction"], c["dimension"]) for c in found} == {(direction, dimension)}
    else:
        assert judged(found) == {(subject, direction, dimension)}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("智谱的专利很强。", {("Zhipu AI", "strength", "patents")}),
        ("虽然投入不小，但智谱的算法比较弱。", {("Zhipu AI", "weakness", "research")}),
        (
            "阿联酋有的是钱，可就是没人。",
            {("United Arab Emirates", "strength", "capital"), ("United Arab Emirates", "weakness", "talent")},
        ),
        ("欧盟的法规让创业者束手束脚。", {("European Union", "weakness", "policy")}),
        ("中国在数据、人才方面优势明显。", {("China", "strength", "data"), ("China", "strength", "talent")}),
        ("谷歌发布了Gemini 3。它在长文本上表现卓越。", {("Gemini 3", "strength", "capability")}),
        ("论算力，没有哪家能赢过谷歌。", {("Google", "strength", "compute")}),
    ],
)
def test_whose(read: Read, content: str, expected: set[tuple[str, str, str]]) -> None:
    found = judged(read(content, "assessment"))
    assert expected <= found
    assert {s for s, _, _ in found} == {s for s, _, _ in expected}


@pytest.mark.parametrize(
    "content",
    [
        "以长期投资著称的张总买进了英伟达。",
        "用户最擅长的是挑毛病。",
        "在中文写作上，GPT-5打不过豆包。",
        "国内模型丝毫不逊色于Gemini 2.5。",
        "相较于美国，中国在电力上明显占优。",
    ],
)
def test_no_judgements(read: Read, content: str) -> None:
    assert read(content, "assessment") == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "美国那边，钱多、人才密度高。我们这边，供应链全。",
            {
                ("United States", "strength", "capital"),
                ("United States", "strength", "talent"),
                ("China", "strength", "economy"),
            },
        ),
        (
            "欧洲有钱，但芯片和人才不足。",
            {
                ("Europe", "strength", "capital"),
                ("Europe", "weakness", "compute"),
                ("Europe", "weakness", "talent"),
            },
        ),
        (
            "中国的基础研究和芯片仍受制于人。",
            {("China", "weakness", "research"), ("China", "weakness", "compute")},
        ),
        ("欧洲最缺的不是芯片，而是会写编译器的人。", {("Europe", "weakness", "talent")}),
        ("百度的模型便宜是便宜，就是慢。", {("Baidu", "weakness", "efficiency")}),
        ("百度在算力上并不宽裕。", {("Baidu", "weakness", "compute")}),
        ("百度的推理能力并不落后。", {("Baidu", "strength", "capability")}),
    ],
)
def test_plenty_and_want(read: Read, content: str, expected: set[tuple[str, str, str]]) -> None:
    found = read(content, "assessment")
    assert expected <= judged(found)
    assert all(c["polarity"] == "asserted" for c in found)


def test_we_of_a_firms_own_people(read: Read) -> None:
    content = (
        "岚图科技今日发布新模型。岚图科技成立于2021年。\n\n"
        "公司首席科学家周牧表示：“我们的强项是行业数据，与OpenAI还有四个月的差距。”\n\n"
        "周牧同时坦言，公司在算力上吃亏。“和百度相比，我们的资源差得很远。”"
    )
    assert judged(read(content, "assessment")) == {
        ("岚图科技", "strength", "data"),
        ("岚图科技", "weakness", "compute"),
    }
    (lag,) = read(content, "lag")
    assert (lag["follower"], lag["leader"]) == ("岚图科技", "OpenAI")
    (poorer,) = read(content, "comparison")
    assert (poorer["subject"], poorer["direction"], poorer["object"]) == ("岚图科技", "below", "Baidu")


@pytest.mark.parametrize(
    "content",
    [
        "周教授认为，人才是最大的变量。百度没有回应。",
        "光模块厂商中际旭创领先，海外同行难以追赶的说法流传已久。",
    ],
)
def test_what_judges_nobody_weak(read: Read, content: str) -> None:
    assert not [c for c in read(content, "assessment") if c["direction"] == "weakness"]
    assert not [c for c in read(content, "assessment") if c["dimension"] == "talent"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "印度的问题出在哪里？首先是钱，风投不愿意碰大模型。其次是人。",
            {("India", "weakness", "capital"), ("India", "weakness", "talent")},
        ),
        ("百度具备与国际大厂同台竞争的实力。", {("Baidu", "strength", "capability")}),
        ("阿联酋的人才几乎全部依赖引进。", {("United Arab Emirates", "weakness", "talent")}),
        ("阿联酋投入很大，但本土研发能力有限。", {("United Arab Emirates", "weakness", "research")}),
        ("日本的经费少得可怜。", {("Japan", "weakness", "capital")}),
    ],
)
def test_reasons_and_rows(read: Read, content: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= judged(read(content, "assessment"))
