"""Ordinary Chinese prose about names that nobody listed: talks, threads, live reports, results, careers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]

TALK = (
    "老秦：你们投了谁？\n\n小鹿：我们只投了智谱，估值两百亿元。\n\n老秦：贵吗？\n\n"
    "小鹿：MiniMax收入的七成在海外。"
)
THREAD = (
    "1楼 river_otter\n推理卡缺得厉害，DeepSeek用了两千多张H800。\n\n2楼 青石板 回复 1楼\n"
    "国产模型也就差半年吧，美国那边更快。"
)
LIVE = "09:30 智谱宣布开源GLM-5。\n\n09:48 微软宣布接入Rubin。\n\n10:05 黄仁勋：中国市场占营收的8%。"
CAREER = "2019年，林书衡从清华大学毕业，加入谷歌。去年9月，他辞去谷歌的职位，创办了芯片公司澄微科技。"


def test_nicknames_that_come_back_are_turns_and_we_is_who_speaks(read: Read) -> None:
    assert {c["speaker"] for c in read(TALK, "quantity")} == {"小鹿"}
    (tie,) = [c for c in read(TALK, "relation") if c["predicate"] == "funds"]
    assert (tie["subject"], tie["object"]) == ("小鹿", "Zhipu AI")


def test_a_list_under_labels_is_no_talk(read: Read) -> None:
    found = read("优点：成本只有美国的一半。\n缺点：中国的人才缺口是30万人。", "quantity")
    assert {c["speaker"] for c in found} <= {None}


def test_posts_of_a_thread_have_their_writers(read: Read) -> None:
    (chips,) = [c for c in read(THREAD, "quantity") if c["unit"] == "chip"]
    assert (chips["speaker"], chips["value_low"]) == ("river_otter", 2000)
    (lag,) = read(THREAD, "lag")
    assert (lag["speaker"], lag["low_months"]) == ("青石板", 6)


def test_a_live_report_is_of_its_day(read: Read) -> None:
    found = {(c["subject"], c["date"]) for c in read(LIVE, "event")}
    assert {("Zhipu AI", "2025-06-12"), ("Microsoft", "2025-06-12")} <= found
    assert [c["speaker"] for c in read(LIVE, "quantity")] == ["Jensen Huang"]


def test_acts_in_a_row_are_of_one_person(read: Read) -> None:
    found = [(c["subject"], c["action"], c["date"]) for c in read(CAREER, "event")]
    assert found == [
        ("林书衡", "graduated", "2019"),
        ("林书衡", "joined", "2019"),
        ("林书衡", "left", "2024-09"),
        ("林书衡", "founded", "2024-09"),
    ]


def test_what_is_planned_is_foretold(read: Read) -> None:
    (event,) = read("微软下月将在北京发布新模型。", "event")
    assert (event["subject"], event["date"], event["forecast"]) == ("Microsoft", "2025-07", True)


@pytest.mark.parametrize(
    ("content", "speaker"),
    [
        ("管理层在电话会上说，腾讯的毛利率是31%。", "管理层"),
        ("公司高层上月在发布会上提到，腾讯的毛利率是31%。", "公司高层"),
        ("莱顿研究中心的范德林登认为，中国的市场份额是31%。", "范德林登"),
    ],
)
def test_who_is_cited_by_office_or_house(read: Read, content: str, speaker: str) -> None:
    assert [c["speaker"] for c in read(content, "quantity")] == [speaker]


@pytest.mark.parametrize(
    ("content", "low", "high", "unit"),
    [
        ("百度的收入增长16%至218亿美元。", 16, 16, "percent"),
        ("腾讯账上还有一百亿现金。", 1e10, 1e10, "CNY"),
        ("智谱的月活用户破亿。", 1e8, None, "user"),
        ("这支六十来人的队伍来自百度。", 60, 60, "people"),
        ("智谱拿到两个亿的订单。", 2e8, 2e8, "CNY"),
        ("台積電在台灣的營收是30億元，台灣出口增加。", 3e9, 3e9, "TWD"),
        ("德国排一条馈线要等五年。", 5, 5, "year"),
    ],
)
def test_figures(read: Read, content: str, low: float, high: float | None, unit: str) -> None:
    found = [(c["value_low"], c["value_high"], c["unit"]) for c in read(content, "quantity")]
    assert (low, high, unit) in found


@pytest.mark.parametrize(
    "content",
    ["百度是国内唯一一家。", "三星是前十名中的韩国企业。", "两家模型十分接近。", "十点零五分，腾讯开会。"],
)
def test_what_is_no_figure(read: Read, content: str) -> None:
    assert not read(content, "quantity")


@pytest.mark.parametrize(
    ("content", "tie"),
    [
        ("澄微科技的客户包括蔚来、岚舟和小鹏。", ("澄微科技", "supplies", "岚舟")),
        ("OpenAI不再向中国提供模型。", ("OpenAI", "restricts", "China")),
        ("Anthropic不让中国企业用了。", ("Anthropic", "restricts", "Chinese companies")),
        ("模型“听松3”以Qwen3-4B为底座继续训练。", ("听松3", "built_on", "Qwen3-4B")),
        ("华虹的设备大多来自东京电子。", ("Tokyo Electron", "supplies", "Hua Hong")),
        ("微软向OpenAI投了130亿美元。", ("Microsoft", "funds", "OpenAI")),
    ],
)
def test_ties(read: Read, content: str, tie: tuple[str, str, str]) -> None:
    assert tie in [(c["subject"], c["predicate"], c["object"]) for c in read(content, "relation")]


@pytest.mark.parametrize(
    ("content", "subject", "direction", "factor"),
    [
        ("法国论文的被引次数相当于德国的六成。", "France", "below", 0.6),
        ("与H20相比，昇腾910C的速度快了约两成。", "Ascend 910C", "above", 1.2),
        ("中国和美国都在加码，两国的论文数量已经持平。", "China", "equal", None),
        ("说实话，智谱现在打不过 Gemini 3。", "Zhipu AI", "below", None),
    ],
)
def test_comparisons(read: Read, content: str, subject: str, direction: str, factor: float | None) -> None:
    found = [(c["subject"], c["direction"], c["factor"]) for c in read(content, "comparison")]
    assert found == [(subject, direction, factor)]


@pytest.mark.parametrize(
    ("content", "follower", "low", "high"),
    [
        ("OpenAI发布o1之后不到四个月，DeepSeek就拿出了R1。", "DeepSeek", None, 4),
        ("五年之内，中国在光刻机上追平荷兰。", "China", 60, 60),
        ("美国人总说领先我们两年。", "China", 24, 24),
        ("台积电的2纳米比三星早量产九个月。", "Samsung", 9, 9),
    ],
)
def test_lags(read: Read, content: str, follower: str, low: float | None, high: float | None) -> None:
    found = [(c["follower"], c["low_months"], c["high_months"]) for c in read(content, "lag")]
    assert (follower, low, high) in found or (follower, None, high) in found


@pytest.mark.parametrize(
    ("content", "subject", "direction"),
    [
        ("专利最多的依旧是腾讯、百度。", "Baidu", "strength"),
        ("美国的算力甩开别人一大截。", "United States", "strength"),
        ("戴尔的议价力始终弱一截。", "Dell", "weakness"),
    ],
)
def test_judgements(read: Read, content: str, subject: str, direction: str) -> None:
    assert (subject, direction) in [(c["subject"], c["direction"]) for c in read(content, "assessment")]


@pytest.mark.parametrize("content", ["荷兰的草案最快可能在下周讨论。", "中国“专利第一”的提法意义有限。"])
def test_what_judges_no_side(read: Read, content: str) -> None:
    assert not read(content, "assessment")


def test_half_width_marks_read_as_full_ones(read: Read) -> None:
    wide, narrow = "智谱的收入是3亿元，百度是5亿元。", "智谱的收入是3亿元,百度是5亿元。"
    slots = ("subject", "value_low", "unit")
    assert [[c[s] for s in slots] for c in read(narrow)] == [[c[s] for s in slots] for c in read(wide)]


@pytest.mark.parametrize("piece", ["腾讯、百度、阿里、", "1楼 ab\n我们落后三年。\n", "与云端的GPT-4相比，"])
def test_long_texts_take_time_in_proportion(read: Read, piece: str) -> None:
    import time

    def taken(times: int) -> float:
        begin = time.perf_counter()
        read(piece * times)
        return time.perf_counter() - begin

    taken(50)
    assert taken(1600) < 12 * taken(400) + 0.5
