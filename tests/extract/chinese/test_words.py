"""Figures, periods, script and names: what the rules for Chinese stand on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.chinese import figures, names, periods, script, sentences, unlisted


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("投入约35亿美元", 3.5e9, 3.5e9, "USD"),
        ("超过3.8万件", 38000, None, None),
        ("不足1%", None, 1, "percent"),
        ("近四成", 40, 40, "percent"),
        ("五分之一", 20, 20, "percent"),
        ("百分之六十", 60, 60, "percent"),
        ("过半", 50, None, "percent"),
        ("一到两年", 12, 24, "month"),
        ("两三年", 24, 36, "month"),
        ("一年半", 18, 18, "month"),
        ("半年", 6, 6, "month"),
        ("3至6个月", 3, 6, "month"),
        ("十多年", 120, None, "month"),
        ("3000多名", 3000, None, None),
        ("80,508 名", 80508, 80508, None),
        ("20.35亿元人民币", 2.035e9, 2.035e9, "CNY"),
        ("50亿至60亿元", 5e9, 6e9, "CNY"),
        ("数十亿元", 1e9, None, "CNY"),
        ("5吉瓦", 5e9, 5e9, "W"),
        ("8.5倍", 8.5, 8.5, "times"),
        ("13.5-31.6个百分点", 13.5, 31.6, "percentage point"),
        ("40%以上", 40, None, "percent"),
        ("二十万颗", 200000, 200000, None),
        ("$3.5亿", 3.5e8, 3.5e8, "USD"),
    ],
)
def test_figures(words: str, low: float | None, high: float | None, unit: str | None) -> None:
    (figure,) = figures.find(words)
    assert (figure.low, figure.high, figure.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "words",
    [
        "一般",
        "万一",
        "第三季度",
        "GPT-4",
        "3.0版",
        "千兆宽带",
        "万卡集群",
        "1024×1024 分辨率",
        "上海",
        "多项",
    ],
)
def test_no_figures(words: str) -> None:
    assert not [f for f in figures.find(words) if f.kind != "rank"]


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2024年2月16日", "2024-02-16"),
        ("二〇二三年", "2023"),
        ("2025年初", "2025"),
        ("今年上半年", "2025-01/2025-06"),
        ("去年第三季度", "2024-07/2024-09"),
        ("上个月", "2025-05"),
        ("本周", "2025-W24"),
        ("昨天", "2025-06-11"),
        ("6月9日", "2025-06-09"),
        ("11月", "2024-11"),
        ("2014-2023年间", "2014/2023"),
        ("近五年", None),
        ("2024年13月", None),
    ],
)
def test_periods(words: str, iso: str | None) -> None:
    assert next(p.iso for p in periods.find(words, "2025-06-12")) == iso


def test_a_period_is_not_guessed_without_a_date() -> None:
    assert [p.iso for p in periods.find("今年和6月", None)] == [None, None]


def test_one_script_of_the_same_length() -> None:
    traditional = "輝達的ＡＩ晶片「軟體」與人工智慧"
    assert script.simplified(traditional) == "辉达的AI芯片“软件”与人工智能"
    assert script.is_traditional(traditional)
    assert not script.is_traditional("英伟达的人工智能芯片")


@given(st.text())
def test_any_text_keeps_its_length(content: str) -> None:
    assert len(script.simplified(content)) == len(content)


@given(st.text(alphabet="中美的，。、；：“”！？\n 0123456789亿年"))
def test_sentences_and_clauses_lie_inside_the_text(content: str) -> None:
    for sentence in sentences.split(content):
        assert 0 <= sentence.start < sentence.end <= len(content)
        for clause in sentences.clauses(content, sentence):
            assert sentence.start <= clause.start < clause.end <= sentence.end


def _found(content: str, home: str = "China") -> list[tuple[str, str]]:
    known = names.find(content, home)
    return [(m.name, m.kind) for m in names.merged(known, unlisted.unknown(content, known))]


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        ("中美差距很大", "China", "side"),
        ("对华出口", "China", "side"),
        ("美企很多", "United States companies", "group"),
        ("我国的大模型企业", "Chinese companies", "group"),
        ("中国的人工智能模型", "Chinese models", "group"),
        ("国外模型", "foreign models", "group"),
        ("拜登政府宣布", "United States", "side"),
        ("文心一言4.0发布", "Ernie Bot 4.0", "model"),
        ("通过GPT-4训练", "GPT-4", "model"),
        ("创始人张小北表示", "张小北", "person"),
        ("据蓝湾研究院统计", "蓝湾研究院", "unknown"),
        ("报道了Zephyra公司", "Zephyra", "unknown"),
    ],
)
def test_names(content: str, name: str, kind: str) -> None:
    assert (name, kind) in _found(content)


@pytest.mark.parametrize(
    ("content", "name"),
    [("其中美国最多", "China"), ("《中国日报》报道", "China"), ("一般科技公司", "一般科技公司")],
)
def test_no_names(content: str, name: str) -> None:
    assert name not in [n for n, _ in _found(content)]
