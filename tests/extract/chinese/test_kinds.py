"""The six kinds in Chinese, in sentences written for this: what is found, and what looks alike and is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("content", "follower", "leader", "low", "high", "reading"),
    [
        ("中国的大模型落后美国约九个月。", "Chinese models", "United States", 9, 9, "standing"),
        ("中美在芯片上的差距至少有五年。", "China", "United States", 60, None, "standing"),
        ("欧洲的模型与美国仍有一到两年的差距。", "Europe", "United States", 12, 24, "standing"),
        ("美国领先中国大约半年。", "China", "United States", 6, 6, "standing"),
        ("他说，国内与OpenAI的差距从两年缩短到了八个月。", "China", "OpenAI", 8, 8, "standing"),
        ("中国用了不到一年就追上了GPT-4。", "China", "GPT-4", None, 12, "record"),
        ("日本还需要三年才能赶上美国。", "Japan", "United States", 36, 36, "catch_up"),
        ("輝達的對手落後美國兩三年。", None, "United States", 24, 36, "standing"),
    ],
)
def test_lags(
    read: Read,
    content: str,
    follower: str | None,
    leader: str,
    low: float | None,
    high: float | None,
    reading: str,
) -> None:
    (lag,) = read(content, "lag")
    assert (lag["leader"], lag["low_months"], lag["high_months"], lag["reading"]) == (
        leader,
        low,
        high,
        reading,
    )
    assert follower is None or lag["follower"] in (follower, f"{follower}an models", "European models")


@pytest.mark.parametrize(
    ("content", "trend"),
    [
        ("中美之间的人工智能差距正在缩小。", "narrowing"),
        ("专家认为，中国与美国的技术差距进一步拉大。", "widening"),
        ("中国正在快速缩小与美国的差距。", "narrowing"),
    ],
)
def test_trends(read: Read, content: str, trend: str) -> None:
    (lag,) = read(content, "lag")
    assert (lag["trend"], lag["low_months"], lag["high_months"]) == (trend, None, None)


@pytest.mark.parametrize(
    "content",
    [
        "公司成立三年。",
        "城乡差距正在缩小。",
        "为了缩小与对手的差距，公司换了总裁。",
        "会议开了三天。",
        "中国落后美国两年吗？",
    ],
)
def test_no_lags(read: Read, content: str) -> None:
    assert not read(content, "lag")


@pytest.mark.parametrize(
    "content",
    [
        "认为中美差距只有一年是一个误区。",
        "中国落后美国两年？黄仁勋：太荒谬。",
        "这并不意味着中国只落后美国一年。",
        "差距不是只有一两年，中国和美国都清楚。",
    ],
)
def test_denied_lags(read: Read, content: str) -> None:
    assert [c["polarity"] for c in read(content, "lag")] == ["denied"]


@pytest.mark.parametrize(
    ("content", "subject", "low", "high", "unit"),
    [
        ("2024年，月之暗面融资超过10亿美元。", "Moonshot AI", 1e9, None, "USD"),
        ("我国人工智能专利占全球的60%。", "China", 60, 60, "percent"),
        ("该报告说，腾讯有3000多名工程师。", "Tencent", 3000, None, "engineer"),
        ("这家机构统计，中国有近400家人工智能企业。", "China", 400, 400, "company"),
        ("百度申请了283件专利。", "Baidu", 283, 283, "patent"),
        ("Zephyra的新模型拥有740亿参数。", "Zephyra", 74e9, 74e9, "parameter"),
        ("Yi-Large在榜单上排名第七。", "Yi-Large", 7, 7, "rank"),
        ("阿里巴巴的云收入增长了5倍。", "Alibaba", 5, 5, "times"),
        ("台積電去年的營收達到900億美元。", "TSMC", 9e10, 9e10, "USD"),
    ],
)
def test_quantities(
    read: Read, content: str, subject: str, low: float, high: float | None, unit: str
) -> None:
    (quantity,) = read(content, "quantity")
    found = (quantity["subject"], quantity["value_low"], quantity["value_high"], quantity["unit"])
    assert found == (subject, low, high, unit)


@pytest.mark.parametrize(
    "content",
    [
        "第三，模型要开放。",
        "他提出了两个问题。",
        "GPT-4发布于春天。",
        "如果投入50亿元，结果会怎样。",
        "会议在3月5日举行。",
        "视频有1080p。",
    ],
)
def test_no_quantities(read: Read, content: str) -> None:
    assert not read(content, "quantity")


def test_a_share_names_its_whole_and_its_period(read: Read) -> None:
    (share,) = read("截至2025年4月，中国占全球申请量的38.58%。", "quantity")
    assert share["of"] == "全球申请量"
    assert (share["period"], share["statistic"]) == ("2025-04", "share")


@pytest.mark.parametrize(
    ("content", "subject", "object_", "direction", "factor"),
    [
        ("中国的论文数量超过美国。", "China", "United States", "above", None),
        ("美国的投资是中国的12倍。", "United States", "China", "above", 12),
        ("中国的顶尖人才约为美国的五分之一。", "China", "United States", "below", 0.2),
        ("Qwen2.5的得分比Llama 3.1高出4%。", "Qwen2.5", "Llama 3.1", "above", 1.04),
        ("DeepSeek-V3的表现与GPT-4相当。", "DeepSeek-V3", "GPT-4", "equal", None),
        ("欧洲在算力上不如美国。", "Europe", "United States", "below", None),
        ("国内模型与国外模型仍有较大差距。", "Chinese models", "foreign models", "below", None),
    ],
)
def test_comparisons(
    read: Read, content: str, subject: str, object_: str, direction: str, factor: float | None
) -> None:
    (found,) = read(content, "comparison")
    assert (found["subject"], found["object"], found["direction"], found["factor"]) == (
        subject, object_, direction, factor,
    )  # fmt: skip


@pytest.mark.parametrize(
    "content", ["用户超过3万。", "双方谈到中美差距。", "公司比去年更谨慎。", "美国以远低于西方的成本生产。"]
)
def test_no_comparisons(read: Read, content: str) -> None:
    assert not read(content, "comparison")


@pytest.mark.parametrize(
    ("content", "subject", "predicate", "object_"),
    [
        ("百度上周发布了文心一言。", "Baidu", "develops", "Ernie Bot"),
        ("谷歌的Gemini很受欢迎。", "Google", "develops", "Gemini"),
        ("阿里巴巴投资了月之暗面。", "Alibaba", "funds", "Moonshot AI"),
        ("智谱获得了腾讯的投资。", "Tencent", "funds", "Zhipu AI"),
        ("美团全面收购光年之外。", "Meituan", "owns", "光年之外"),
        ("微软与OpenAI达成合作。", "Microsoft", "partners_with", "OpenAI"),
        ("零一万物创始人李开复出席。", "Kai-Fu Lee", "founded", "01.AI"),
        ("华为首席执行官任正非出席。", "Ren Zhengfei", "leads", "Huawei"),
        ("美国对中国实施芯片出口管制。", "United States", "restricts", "China"),
        ("中国禁止美光的产品进入市场。", "China", "restricts", "Micron"),
        ("英伟达向中国出售H20芯片。", "Nvidia", "supplies", "China"),
        ("科大讯飞的星火X2完全基于昇腾910B集群训练。", "Spark X2", "uses", "Ascend 910B"),
        ("这款Zephyra-2模型基于Llama 3微调。", "Zephyra-2", "built_on", "Llama 3"),
    ],
)
def test_relations(read: Read, content: str, subject: str, predicate: str, object_: str) -> None:
    found = [(c["subject"], c["predicate"], c["object"]) for c in read(content, "relation")]
    assert (subject, predicate, object_) in found


@pytest.mark.parametrize(
    "content",
    ["百度尚未投资月之暗面。", "开源模型很重要。", "腾讯前副总裁李小明说话了。", "小米没有发布Gemini。"],
)
def test_no_relations(read: Read, content: str) -> None:
    assert not read(content, "relation")


def test_every_member_of_a_list_and_the_amount(read: Read) -> None:
    found = read("月之暗面完成了10亿美元融资，投资方包括阿里巴巴、美团和腾讯。", "relation")
    assert {c["subject"] for c in found} == {"Alibaba", "Meituan", "Tencent"}
    assert {(c["predicate"], c["object"]) for c in found} == {("funds", "Moonshot AI")}
    (bought,) = read("Databricks以13亿美元收购Zephyra。", "relation")
    assert (bought["amount"], bought["unit"]) == (1_300_000_000, "USD")


@pytest.mark.parametrize(
    ("content", "subject", "action", "object_", "date"),
    [
        ("OpenAI于2022年11月30日发布ChatGPT。", "OpenAI", "released", "ChatGPT", "2022-11-30"),
        ("昨天，百度宣布收购欢聚。", "Baidu", "acquired", None, "2025-06-11"),
        ("阿里巴巴在今年2月开源了Qwen2.5。", "Alibaba", "open-sourced", "Qwen2.5", "2025-02"),
    ],
)
def test_events(read: Read, content: str, subject: str, action: str, object_: str | None, date: str) -> None:
    (event,) = read(content, "event")
    assert (event["subject"], event["action"], event["date"]) == (subject, action, date)
    assert object_ is None or event["object"] == object_


@pytest.mark.parametrize(
    "content", ["预计2026年发布新模型。", "截至2025年6月，百度发布过三次财报。", "2024年美国的投资增长很快。"]
)
def test_no_events(read: Read, content: str) -> None:
    assert not read(content, "event")


@pytest.mark.parametrize(
    ("content", "subject", "dimension", "direction"),
    [
        ("美国在基础模型上遥遥领先。", "United States", "capability", "strength"),
        ("中国是全球最大的机器人市场。", "China", "adoption", "strength"),
        ("欧洲缺乏算力。", "Europe", "compute", "weakness"),
        ("中国拥有庞大的人才储备。", "China", "talent", "strength"),
        ("我国的专利数量稳居世界首位。", "China", "patents", "strength"),
    ],
)
def test_assessments(read: Read, content: str, subject: str, dimension: str, direction: str) -> None:
    (found,) = read(content, "assessment")
    assert (found["subject"], found["dimension"], found["direction"]) == (subject, dimension, direction)


@pytest.mark.parametrize(
    "content", ["中国希望成为领导者。", "新方法突破了训练的瓶颈。", "美国领先中国三年。", "双方各有优势。"]
)
def test_no_assessments(read: Read, content: str) -> None:
    assert not read(content, "assessment")


@pytest.mark.parametrize("word", ["如果", "一旦", "假如"])
def test_what_is_supposed_is_no_event(read: Read, word: str) -> None:
    content = f"{word}OpenAI在2025年8月发布GPT-5，市场就会变化。"
    assert not [c for c in read(content) if c["kind"] == "event"]
