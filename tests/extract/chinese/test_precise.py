"""What must not be claimed, or not of that one: names cut in two, words of the trade, benchmarks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from theodolite.extract.chinese import latin, names, unlisted

Read = Callable[..., list[dict[str, Any]]]


def _names(content: str) -> list[str]:
    known = names.find(content, "China")
    return [m.name for m in (*known, *unlisted.unknown(content, known)) if m.noun != "title"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("该公司放出了Qwen3-Coder-Next-river-speech。", "Qwen3-Coder-Next-river-speech"),
        ("工程师试用了Managed Agents。", "Managed Agents"),
        ("它接入了Agent Cloud。", "Agent Cloud"),
        ("手机上新增Swipe to Ask。", "Swipe to Ask"),
    ],
)
def test_a_name_is_whole(content: str, name: str) -> None:
    assert name in _names(content)


@pytest.mark.parametrize(
    "content", ["支持SVG与OCR。", "采用Fast-Thinking机制。", "Beta上线。", "以Petaflops计。"]
)
def test_words_of_the_trade_are_no_names(content: str) -> None:
    assert not _names(content)


def test_a_benchmark_does_not_act() -> None:
    found = list(latin.find("在RiverBench上，新版在Larkmark基准达到八成。"))
    assert [m.noun for m in found] == ["title", "title"]


def test_two_names_beside_a_mark_are_not_one() -> None:
    assert "Veo 3.1 Lite" in _names("谷歌发布Veo 3.1 Lite，Fast版降价。")


@pytest.mark.parametrize(
    ("content", "subject", "action", "object_"),
    [
        ("微软昨天宣布升级Slide to Ask功能。", "Microsoft", "upgraded", "Slide to Ask"),
        (
            "百度在6月3日发布了一款整合Falconet技术的推理芯片。",
            "Baidu",
            "released",
            "一款整合Falconet技术的推理芯片",
        ),
        ("微软6月9日与五角大楼签署了一份云服务合同。", "Microsoft", "signed", "一份云服务合同"),
        ("OpenAI将于7月2日下线GPT-4.5。", "OpenAI", "retired", "GPT-4.5"),
        ("腾讯6月1日收购了Larkspur公司。", "Tencent", "acquired", "Larkspur"),
    ],
)
def test_what_a_dated_act_was_done_to(
    read: Read, content: str, subject: str, action: str, object_: str
) -> None:
    (event,) = read(content, "event")
    assert (event["subject"], event["action"], event["object"]) == (subject, action, object_)


@pytest.mark.parametrize(
    "content",
    [
        "百度负责人6月9日发文表示，服务会更稳。",
        "6月3日，五角大楼召见了高管，要求百度取消限制。",
        "腾讯去年达成的协议与百度此前签署的协议类似。",
        "在2025年第一季度财报发布时，腾讯没有谈模型。",
        "微软今年将提升启动速度。",
        "百度原计划6月9日发布新模型。",
        "6月3日起，工程师提交代码之前，须由百度批准。",
    ],
)
def test_what_is_no_event(read: Read, content: str) -> None:
    assert not read(content, "event")


def test_a_past_week_is_not_ahead(read: Read) -> None:
    (event,) = read("上周百度发布了文心一言5.0。", "event")
    assert not event["forecast"]


def test_the_company_is_the_one_the_sentence_is_about(read: Read) -> None:
    content = "Moorhen公司宣布与微软达成合作。上周该公司获得了2亿美元融资。"
    (event,) = read(content, "event")
    assert event["subject"] == "Moorhen"


def test_where_they_met_did_not_sign(read: Read) -> None:
    content = "腾讯和百度6月9日齐聚白宫，签署了一份声明。"
    assert {e["subject"] for e in read(content, "event")} == {"Tencent", "Baidu"}


def test_what_is_rated_is_the_model_that_the_text_is_about(read: Read) -> None:
    content = (
        "腾讯开源翻译模型Larkspur-7B\n\n腾讯昨天开源了翻译模型Larkspur-7B。该模型基于Qwen2.5训练，由微软提供算力。"
        "官方数据显示，其性能优于GPT-4o。"
    )
    found = [(c["subject"], c["object"]) for c in read(content, "comparison")]
    assert found == [("Larkspur-7B", "GPT-4o")]


@pytest.mark.parametrize(
    "content",
    [
        "OpenAI提出四项原则：开放、普遍繁荣、韧性、适应性。",
        "百度发布了工具，旨在解决超大规模三维场景在网页端渲染时的算力瓶颈。",
        "百度发布了报告。用户普遍缺乏耐心。",
        "谷歌将该游戏称为独一无二的沙盒。",
        "腾讯的新版预计最快 3 月上线。",
        "百度声音模型的目标是生成自然、逼真且富有情感的语音。",
        "Anthropic警告，这会带来就业萎缩、法律滞后等风险。",
    ],
)
def test_what_judges_nobody(read: Read, content: str) -> None:
    assert not read(content, "assessment")


def test_a_place_in_the_country_is_no_party(read: Read) -> None:
    content = "百度发布文心一言5.0\n\n百度发布文心一言5.0。其性能排名全球第六、国内第一。"
    assert {c["subject"] for c in read(content, "assessment")} <= {"Ernie Bot 5.0"}


@pytest.mark.parametrize(
    "content",
    [
        "百度要求，新版必须确保在性能上优于文心一言4.0。",
        "接近豆包人士透露，功能即将上线。",
        "腾讯挖来全球领先的英伟达工程师。",
        "百度的消息不输入阿里的数据流。",
    ],
)
def test_what_compares_nothing(read: Read, content: str) -> None:
    assert not read(content, "comparison")


def test_a_predecessor_with_a_name_is_that_name(read: Read) -> None:
    content = "阿里发布了Qwen3.5。Qwen3.5相比前代 Qwen3 有明显提升。"
    (found,) = read(content, "comparison")
    assert (found["subject"], found["object"], found["metric"]) == ("Qwen3.5", "Qwen3", None)


def test_a_figure_beside_a_name_is_no_part_of_it() -> None:
    assert "Qwen3" in _names("Qwen3以1279分居首。")


@pytest.mark.parametrize(
    ("content", "metric", "unit"),
    [
        ("腾讯宣布将免费调用额度从每月2万次提升。", "quota", "time"),
        ("双方签有超300亿美元协议。", None, "USD"),
        ("百度推出了一个2T旗舰模型。", "parameters", "parameter"),
        ("该系列包含基于Qwen3微调的9B版本。", "parameters", "parameter"),
        ("腾讯在新基准上达到91.2%。", None, "percent"),
        ("推理延迟缩短了30%。", "latency", "percent"),
        ("三家模型公司的席位缺口约40%。", "席位缺口", "percent"),
        ("百度模型的在线吞吐平均提升3.2倍。", "throughput", "times"),
    ],
)
def test_what_a_figure_measures(read: Read, content: str, metric: str | None, unit: str) -> None:
    (found,) = read(content, "quantity")
    assert (found["metric"], found["unit"]) == (metric, unit)


@pytest.mark.parametrize("content", ["百度发布Larkspur Beta 2模型。", "数据库包含82亿序列。"])
def test_what_counts_nothing(read: Read, content: str) -> None:
    assert not read(content, "quantity")


def test_evidence_begins_with_a_whole_word(read: Read) -> None:
    content = "这些年里它一直在各种场合反复提到的那个叫做Larkspurline的接口延迟缩短了30%。"
    (found,) = read(content, "quantity")
    assert not content[found["start"] - 1].isascii() or not content[found["start"]].isascii()


@pytest.mark.parametrize(
    ("content", "subject", "predicate", "object_"),
    [
        ("百度推出专为Qwen3平台优化的加速卡Kestrel K2。", "Baidu", "develops", "Kestrel K2"),
        ("基于Qwen3构建的Larkspur-9B已经上线。", "Larkspur-9B", "built_on", "Qwen3"),
    ],
)
def test_whose_tie(read: Read, content: str, subject: str, predicate: str, object_: str) -> None:
    found = [(c["subject"], c["predicate"], c["object"]) for c in read(content, "relation")]
    assert found == [(subject, predicate, object_)]


@pytest.mark.parametrize(
    "content",
    [
        "腾讯公布了对GPT-5.5的评估。",
        "百度的新框架采用MIT许可证。",
        "首站选址澳大利亚，全面采用英伟达平台。",
        "该研究与日本、法国等地的大学合作推进。",
    ],
)
def test_no_tie(read: Read, content: str) -> None:
    found = [(c["subject"], c["predicate"], c["object"]) for c in read(content, "relation")]
    assert not found


def test_who_stands_behind_what_is_joined_is_not_joined(read: Read) -> None:
    found = [
        (c["subject"], c["object"]) for c in read("英特尔加入由特斯拉支持的Harrowgate项目。", "relation")
    ]
    assert ("Tesla", "Harrowgate") in found
    assert ("Intel", "Tesla") not in found


def test_months_that_are_joined_are_of_one_year(read: Read) -> None:
    content = "百度宣布，文心一言3.0将于2026年3月和8月下线。"
    assert {e["date"][:4] for e in read(content, "event")} == {"2026"}


def test_plain_things_come_out_themselves(read: Read) -> None:
    (event,) = read("百度与腾讯合作，首批智能音箱预计2026年底上市。", "event")
    assert (event["subject"], event["action"]) == ("首批智能音箱", "went on sale")


def test_what_is_announced_for_a_reason(read: Read) -> None:
    (event,) = read("6月9日，腾讯宣布因触发限制的用户太多，全面重置额度。", "event")
    assert event["action"] == "reset"


@pytest.mark.parametrize(
    "content", ["该工具面向10人以下团队。", "当上下文超过256000个词元时，百度加倍收费。"]
)
def test_classes_and_conditions_count_nothing(read: Read, content: str) -> None:
    assert not read(content, "quantity")


def test_money_measures_no_score(read: Read) -> None:
    (found,) = read("百度在算力上签了超200亿美元协议。", "quantity")
    assert found["metric"] is None


@pytest.mark.parametrize(
    "content",
    [
        "谷歌限制了部分地区的调用权限。",
        "微软在内核中挖掘出一个潜藏多年的缺陷。",
        "百度的功能会记住用户偏好。",
        "腾讯的新模型与前代定价保持一致。",
    ],
)
def test_what_is_done_or_found_judges_nobody(read: Read, content: str) -> None:
    assert not read(content, "assessment")


def test_a_clause_that_leads_in_is_of_the_name_behind(read: Read) -> None:
    content = "本轮融资由英国基金领投。作为具身智能先驱，腾讯不依赖高精地图。"
    assert {c["subject"] for c in read(content, "assessment")} == {"Tencent"}


def test_a_makers_name_before_a_models_is_the_model() -> None:
    found = _names("谷歌发布Mistral Harrow模型。多模态模型Mistral Harrow，由巴黎团队开发。")
    assert found.count("Mistral Harrow") == 2


def test_less_of_what_is_bad_is_no_weakness(read: Read) -> None:
    assert not [c for c in read("百度新模型的幻觉率显著降低。", "assessment") if c["direction"] == "weakness"]


def test_who_announces_is_not_what_is_announced(read: Read) -> None:
    (event,) = read("昨天，腾讯宣布Larkspur-7B上线。", "event")
    assert (event["subject"], event["action"]) == ("Larkspur-7B", "launched")


def test_what_is_made_for_somebody_is_not_made_by_them(read: Read) -> None:
    found = read("腾讯发布Larkspur-7B。该模型专为百度的搜索流程设计。", "relation")
    assert ("Baidu", "Larkspur-7B") not in {(c["subject"], c["object"]) for c in found}


def test_a_short_form_with_more_words_is_not_the_longer_name() -> None:
    assert "DGX Spark Station" not in _names("英伟达宣布DGX Station。")


def test_a_firm_raises_not_its_product(read: Read) -> None:
    content = "Moorhen发布芯片Larkspur-7，并完成3亿美元融资。"
    assert {q["subject"] for q in read(content, "quantity")} == {"Moorhen"}


@pytest.mark.parametrize(
    "content",
    ["Codex团队考虑每周四发布新版。", "腾讯的评分与人类专家高度相关。", "百度把中断归因于前所未有的需求。"],
)
def test_what_recurs_agrees_or_causes_claims_nothing(read: Read, content: str) -> None:
    assert not [c for c in read(content) if c["kind"] in ("event", "comparison", "assessment")]


def test_where_it_comes_out_is_not_what_comes_out(read: Read) -> None:
    content = "Qwen4-Max已上线Qwen Chat\n\nQwen4-Max已上线Qwen Chat。该模型在编程上表现卓越。"
    assert {c["subject"] for c in read(content, "assessment")} == {"Qwen4-Max"}


def test_this_chip_is_no_model(read: Read) -> None:
    content = (
        "腾讯发布模型Larkspur-7B\n\n腾讯发布模型Larkspur-7B，可在百度的Kestrel K2芯片上运行。"
        "该芯片性能优于H20。"
    )
    assert "Larkspur-7B" not in {c["subject"] for c in read(content, "comparison")}


@pytest.mark.parametrize(
    "content",
    [
        "百度的模型性能未达顶尖。",
        "美国亟需建立新的规则。",
        "腾讯的助手最快第三季度上线。",
    ],
)
def test_what_is_not_reached_or_is_to_be_done(read: Read, content: str) -> None:
    assert not [c for c in read(content, "assessment") if c["polarity"] == "asserted"]


def test_months_to_come(read: Read) -> None:
    (event,) = read("百度宣布十月推出新手机。", "event")
    assert event["date"] == "2025-10"


def test_what_aims_at_a_rival_is_not_compared(read: Read) -> None:
    assert not read("百度的新芯片主打低功耗以对标苹果MacBook。", "comparison")


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ("Moorhen平台上线了Qwen3和Kimi K2模型。", ("Moorhen", "develops", "Qwen3")),
        ("英伟达曾考虑约30亿美元收购Larkspur公司未果。", ("Nvidia", "owns", "Larkspur")),
        ("OpenAI与印度Harrow Group达成战略合作。", ("OpenAI", "partners_with", "India")),
    ],
)
def test_ties_that_are_not_there(read: Read, content: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in {(c["subject"], c["predicate"], c["object"]) for c in read(content, "relation")}


def test_small_letters_name_a_team(read: Read) -> None:
    found = read("larkspur-ai团队开源了文件系统Mirador-FS。", "relation")
    assert {c["subject"] for c in found} <= {"larkspur-ai"}
    assert "larkspur-ai" in _names("larkspur-ai团队开源了文件系统。")


def test_resources_gathered_are_not_of_china(read: Read) -> None:
    content = "美团宣布调整服务，为集中资源支持测试，将于6月29日停止旧模型的调用服务。"
    assert "China" not in {e["subject"] for e in read(content, "event")}


@pytest.mark.parametrize("content", ["对于超过10000个词元的较长提示，百度另行收费。"])
def test_what_a_figure_only_bounds(read: Read, content: str) -> None:
    assert not read(content, "quantity")


@pytest.mark.parametrize("content", ["百度发布首个1-bit大语言模型。", "用户可调度上限1000个agent。"])
def test_bits_and_agents_count_no_users(read: Read, content: str) -> None:
    assert not read(content, "quantity")


@pytest.mark.parametrize("content", ["百度的核心亮点是引入多窗口。", "腾讯生成的文件体积巨大。"])
def test_features_and_burdens_are_no_strength(read: Read, content: str) -> None:
    assert not [c for c in read(content, "assessment") if c["direction"] == "strength"]


def test_what_reaches_a_multiple_is_not_equal(read: Read) -> None:
    found = read("微软新品Kestrel-2的运行效率达到了前代Kestrel-1的4倍。", "comparison")
    assert "equal" not in {c["direction"] for c in found}


def test_what_is_closed_is_not_who_ran_it(read: Read) -> None:
    found = read("奥尔特曼离职前负责的Sora已于上个月被彻底关停。", "event")
    assert {e["subject"] for e in found} <= {"Sora"}


def test_on_whose_devices_it_comes_out(read: Read) -> None:
    content = "谷歌公布了新功能。这些功能将于6月底在部分Android设备上推出。"
    assert "Android" not in {e["subject"] for e in read(content, "event")}
