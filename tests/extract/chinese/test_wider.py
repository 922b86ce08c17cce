"""Wordings of the six kinds beyond the plainest, in sentences written for this, with what looks alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("content", "subject", "dimension", "direction"),
    [
        ("日本的劣势是软件人才太少。", "Japan", "talent", "weakness"),
        ("德国最缺的不是资金，是工程师。", "Germany", "talent", "weakness"),
        ("国产芯片的生态还很脆弱。", "Chinese chips", "adoption", "weakness"),
        ("美國的創投資金源源不絕。", "United States", "capital", "strength"),
        ("印度在语料上少得可怜。", "India", "data", "weakness"),
        ("中国在电力方面有天然的底气。", "China", "energy", "strength"),
        ("法国的基础研究底蕴深厚。", "France", "research", "strength"),
    ],
)
def test_judgements(read: Read, content: str, subject: str, dimension: str, direction: str) -> None:
    found = [(c["subject"], c["dimension"], c["direction"]) for c in read(content, "assessment")]
    assert (subject, dimension, direction) in found or (subject, "compute", direction) in found
    assert len(found) == 1


@pytest.mark.parametrize(
    "content",
    ["中国需要雄厚的资金。", "为了克服算力瓶颈，韩国建了新厂。", "差距十分明显。", "如何才能让欧洲领先？"],
)
def test_no_judgements(read: Read, content: str) -> None:
    assert not read(content, "assessment")


@pytest.mark.parametrize(
    ("content", "follower", "low", "high"),
    [
        ("在汽车芯片方面，中国比美国晚了五到八年。", "China", 60, 96),
        ("日本的大模型大约只相当于美国两年前的水平。", "Japanese models", 24, 24),
        ("中国要赶上美国，至少还需要三年。", "China", 36, None),
        ("OpenAI领先谷歌的幅度大概只剩三个月。", "Google", 3, 3),
        ("台湾离美国还有四年。", "Taiwan", 48, 48),
    ],
)
def test_lags(read: Read, content: str, follower: str, low: float, high: float | None) -> None:
    (lag,) = read(content, "lag")
    assert (lag["follower"], lag["low_months"], lag["high_months"]) == (follower, low, high)


def test_the_gap_spoken_of_last_gives_its_sides_to_a_trend(read: Read) -> None:
    content = "韩国落后日本两年，而且两者的差距没有缩小的迹象。法国落后英国三年。"
    trends = [c for c in read(content, "lag") if c["low_months"] is None]
    assert [(c["follower"], c["trend"]) for c in trends] == [("South Korea", "steady")]


@pytest.mark.parametrize(
    ("content", "subject", "direction", "factor"),
    [
        ("英特尔已被台积电远远甩在身后。", "Intel", "below", None),
        ("韩国在存储芯片上仍压过日本一头。", "South Korea", "above", None),
        ("开源模型已经不输闭源模型。", "open models", "equal", None),
        ("日本的投资连美国的零头都不到。", "Japan", "below", None),
        ("昇腾910C的算力比上一代提高30%。", "Ascend 910C", "above", 1.3),
        ("以色列的人均投入高于任何一个国家。", "Israel", "above", None),
    ],
)
def test_comparisons(read: Read, content: str, subject: str, direction: str, factor: float | None) -> None:
    (found,) = read(content, "comparison")
    assert (found["subject"], found["direction"], found["factor"]) == (subject, direction, factor)


@pytest.mark.parametrize(
    ("content", "subject", "predicate", "object_"),
    [
        ("腾讯、阿里和小米均是百川智能的股东。", "Tencent", "funds", "Baichuan"),
        ("本周，智谱完成新一轮融资，由红杉中国领投，美团跟投。", "Meituan", "funds", "Zhipu AI"),
        ("苹果将ChatGPT整合进Siri。", "Siri", "uses", "ChatGPT"),
        ("台积电为苹果代工芯片。", "TSMC", "supplies", "Apple"),
        ("美国将华为列入实体清单。", "United States", "restricts", "Huawei"),
        ("字节跳动旗下的火山引擎发布了新产品。", "Volcano Engine", "part_of", "ByteDance"),
        ("软银持有Arm约90%的股份。", "SoftBank", "owns", "Arm"),
    ],
)
def test_ties(read: Read, content: str, subject: str, predicate: str, object_: str) -> None:
    found = {(c["subject"], c["predicate"], c["object"]) for c in read(content, "relation")}
    assert (subject, predicate, object_) in found


@pytest.mark.parametrize(
    "content", ["腾讯没有收购美团。", "百度考虑采用昇腾芯片。", "华为不是小米的供应商。"]
)
def test_no_ties(read: Read, content: str) -> None:
    assert not [c for c in read(content, "relation") if c["predicate"] != "develops"]


@pytest.mark.parametrize(
    ("content", "subject", "date"),
    [
        ("百度成立于2000年1月。", "Baidu", "2000-01"),
        ("2023年3月，OpenAI推出GPT-4，同月又开放了接口。", "OpenAI", "2023-03"),
        ("2024年12月2日，美国商务部将140家企业列入清单。", "Commerce Department", "2024-12-02"),
    ],
)
def test_events(read: Read, content: str, subject: str, date: str) -> None:
    found = [(c["subject"], c["date"]) for c in read(content, "event")]
    assert (subject, date) in found


@pytest.mark.parametrize(
    "content",
    [
        "文／林文远\n\n台湾落后美国两年。",
        "林文遠專欄\n\n台灣落後美國兩年。",
        "中国落后美国两年。\n\n（作者林文远为某大学教授）",
    ],
)
def test_bylines(read: Read, content: str) -> None:
    assert {c["speaker"] for c in read(content, "lag")} <= {"林文远", "林文遠"}


def test_a_study_speaks_through_its_paragraph(read: Read) -> None:
    content = "远山咨询周一发布的报告说，中国落后美国两年。日本落后美国三年。\n\n韩国落后美国四年。"
    assert [c["speaker"] for c in read(content, "lag")] == ["远山咨询", "远山咨询", None]


def test_firms_of_a_size_are_a_class(read: Read) -> None:
    content = "雇员超过400人的企业中，72%使用人工智能。雇员不足30人的小企业，这一比例为12%。"
    assert [c["value_low"] for c in read(content, "quantity")] == [72, 12]


def test_memory_of_a_class_of_devices_and_reasons_are_no_figures(read: Read) -> None:
    content = "百度的模型可在内存12GB的手机上运行。DeepSeek的做法有一半是被逼出来的。"
    assert read(content, "quantity") == []


def test_processors_are_counted_by_their_piece(read: Read) -> None:
    found = read("百度可供研究人员使用的图形处理器约有1300颗。", "quantity")
    assert [(c["value_low"], c["unit"]) for c in found] == [(1300, "GPU")]
