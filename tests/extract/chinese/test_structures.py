"""Ties in the sentences of Chinese technology news, crossed with listed, unlisted and Latin names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]

PARTIES = {
    "listed": (("阿里巴巴", "Alibaba"), ("腾讯", "Tencent"), ("百度", "Baidu")),
    "ending": (("星岚科技", "星岚科技"), ("砺石资本", "砺石资本"), ("海川集团", "海川集团")),
    "bare": (("云汐", "云汐"), ("砺石", "砺石"), ("渡川", "渡川")),
    "latin": (("Novaris", "Novaris"), ("Kestrelon", "Kestrelon"), ("Brightloom", "Brightloom")),
}
FIRMS = [
    ("{a}宣布完成数亿元A轮融资，由{b}领投，{c}跟投。", "funds", ("b a", "c a")),
    ("{a}完成5亿元融资，投资方包括{b}、{c}。", "funds", ("b a", "c a")),
    ("{b}参与了{a}的新一轮融资。", "funds", ("b a",)),
    ("{a}与{b}达成战略合作。", "partners_with", ("a b",)),
    ("{a}联合{b}发布白皮书。", "partners_with", ("a b",)),
    ("{a}、{b}联手推出智能体平台。", "partners_with", ("a b",)),
    ("{a}开始给{b}批量供货。", "supplies", ("a b",)),
    ("{a}已进入{b}供应链。", "supplies", ("a b",)),
    ("{b}成为{a}的最大客户。", "supplies", ("a b",)),
    ("{b}宣布以10亿美元收购{a}。", "owns", ("b a",)),
    ("{b}完成对{a}的收购。", "owns", ("b a",)),
    ("{a}是{b}的全资子公司。", "part_of", ("a b",)),
]


@pytest.mark.parametrize("kind", PARTIES)
@pytest.mark.parametrize(("frame", "predicate", "pairs"), FIRMS)
def test_firms(read: Read, frame: str, predicate: str, pairs: tuple[str, ...], kind: str) -> None:
    named = dict(zip("abc", PARTIES[kind], strict=True))
    lead = "".join(f"{w}是一家人工智能公司。" for k, (w, _) in named.items() if f"{{{k}}}" in frame)
    content = (lead if kind == "bare" else "") + frame.format(**{k: w for k, (w, _) in named.items()})
    found = {(c["subject"], c["predicate"], c["object"]) for c in read(content, "relation")}
    for pair in pairs:
        subject, object_ = (named[k][1] for k in pair.split())
        both = {(subject, predicate, object_)}
        if predicate == "partners_with":
            both.add((object_, predicate, subject))
        assert found & both, (content, found)


@pytest.mark.parametrize(
    ("content", "tie"),
    [
        ("星岚科技由前谷歌员工陈以南创立。", ("陈以南", "founded", "星岚科技")),
        ("2023年，陈以南离开谷歌，创办了星岚科技。", ("陈以南", "founded", "星岚科技")),
        ("星岚科技由陈以南和李慕青共同创立。", ("李慕青", "founded", "星岚科技")),
        ("星岚科技任命陈以南为首席执行官。", ("陈以南", "leads", "星岚科技")),
        ("陈以南接替李慕青担任星岚科技CEO。", ("陈以南", "leads", "星岚科技")),
        ("星岚科技的CEO是陈以南。", ("陈以南", "leads", "星岚科技")),
        ("星岚科技由陈以南执掌。", ("陈以南", "leads", "星岚科技")),
        ("陈以南加盟星岚科技，负责模型训练。", ("陈以南", "part_of", "星岚科技")),
        ("星岚科技首席科学家陈以南表示，数据是关键。", ("陈以南", "part_of", "星岚科技")),
        ("星岚科技开源了“听澜2.0”。", ("星岚科技", "develops", "听澜2.0")),
        ("星岚科技把“听澜2.0”开源了。", ("星岚科技", "develops", "听澜2.0")),
        ("星岚科技宣布，“听澜2.0”今日正式上线。", ("星岚科技", "develops", "听澜2.0")),
        ("“听澜2.0”是星岚科技的最新旗舰模型。", ("星岚科技", "develops", "听澜2.0")),
        ("Lumo-7B是星岚科技推出的大模型。", ("星岚科技", "develops", "Lumo-7B")),
        ("星岚科技推出了一款名为Lumo-7B的模型。", ("星岚科技", "develops", "Lumo-7B")),
        ("星岚科技最近放出了Lumo-7B的权重。", ("星岚科技", "develops", "Lumo-7B")),
        ("星岚科技用GLM-4.5做底座，训练出Lumo-7B。", ("Lumo-7B", "built_on", "GLM-4.5")),
        ("星岚科技基于GLM-4.5开发了Lumo-7B。", ("Lumo-7B", "built_on", "GLM-4.5")),
        ("Lumo-7B其实就是GLM-4.5套了个壳。", ("Lumo-7B", "built_on", "GLM-4.5")),
        ("Lumo-7B完全在昇腾910B上训练。", ("Lumo-7B", "uses", "Ascend 910B")),
        ("Lumo-7B已适配昇腾910B。", ("Lumo-7B", "uses", "Ascend 910B")),
        ("星岚科技已接入“听澜2.0”。", ("星岚科技", "uses", "听澜2.0")),
        ("星岚科技被列入美国实体清单。", ("United States", "restricts", "星岚科技")),
        ("受美国制裁影响，星岚科技转向国产芯片。", ("United States", "restricts", "星岚科技")),
        ("Lumo-7B在意大利被禁。", ("Italy", "restricts", "Lumo-7B")),
        ("韩国政府暂停Lumo-7B的下载。", ("South Korea", "restricts", "Lumo-7B")),
        ("本轮融资由君联资本领投，云汐完成A轮融资。", ("Legend Capital", "funds", "云汐")),
    ],
)
def test_one(read: Read, content: str, tie: tuple[str, str, str]) -> None:
    assert tie in {(c["subject"], c["predicate"], c["object"]) for c in read(content, "relation")}


@pytest.mark.parametrize(
    "content",
    [
        "星岚科技能否追上砺石资本，还要看明年。",
        "星岚科技没有投资云汐。",
        "星岚科技尚未与砺石资本签约。",
        "星岚科技起诉砺石资本侵权。",
        "星岚科技与砺石资本竞争激烈。",
        "Lumo-7B不支持昇腾910B。",
        "星岚科技不会使用Lumo-7B。",
        "星岚科技不是砺石资本的供应商。",
        "公司宣布，团队将继续开放平台，企业和平台都会发布新的工具。",
        "近日，双方发布联合声明，各方都将获得融资支持。",
    ],
)
def test_nothing(read: Read, content: str) -> None:
    assert not read(content, "relation")


@pytest.mark.parametrize(
    "content",
    [
        "需求完成融资的企业越来越多，热度由资本领投。",
        "这家公司是一家初创企业，成立于2021年。",
        "目前由市场领投的轮次不多，未来收购案会更多。",
        "每天60ml的用量，图片3.0寸。",
    ],
)
def test_plain_words_are_no_names(read: Read, content: str) -> None:
    assert not [c for c in read(content, "relation")]
