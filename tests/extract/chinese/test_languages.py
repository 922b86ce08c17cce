"""Which language reads which paragraph, and that any text is read."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from theodolite import extract
from theodolite.extract import languages
from theodolite.model.origin import Origin
from theodolite.model.text import Text, canonical

ENGLISH = (
    "China is two years behind the United States in frontier models, according to a long and careful "
    "report that was published by an institute of the field this week."
)
CHINESE = "中国的大模型落后美国大约九个月，这是一份关于人工智能发展的长篇报告得出的结论。"


def _read(content: str, language: str | None = None) -> list[tuple[str, object]]:
    text = Text(snapshot="0" * 64, reader="test/1", content=canonical(content))
    made = extract.claims(text, Origin(location="test", language=language))
    assert all(text.content[c.start : c.end] == c.quote for c in made)
    return [(c.kind, getattr(c, "low_months", None)) for c in made]


def test_each_paragraph_is_read_in_its_language() -> None:
    for content in (f"{ENGLISH}\n\n{CHINESE}", f"{CHINESE}\n\n{ENGLISH}"):
        assert {("lag", 24), ("lag", 9)} <= set(_read(content))


def test_blanked_paragraphs_keep_every_offset() -> None:
    text = Text(snapshot="0" * 64, reader="test/1", content=f"{ENGLISH}\n{CHINESE}\n")
    stretches = languages.stretches(text, Origin(location="test"))
    assert [language for language, _ in stretches] == ["en", "zh"]
    for _, stretch in stretches:
        assert len(stretch.content) == len(text.content)
    assert stretches[0][1].content.startswith(ENGLISH)
    assert stretches[1][1].content.rstrip("\n").endswith(CHINESE)


def test_japanese_is_not_read_as_chinese() -> None:
    content = "日本の人工知能モデルはアメリカより二年遅れていると報告書は述べています。" * 3
    assert languages.of(Text(snapshot="0", reader="t", content=content), Origin(location="t")) == "en"


def test_one_language_sees_the_text_itself() -> None:
    text = Text(snapshot="0" * 64, reader="test/1", content=CHINESE)
    ((language, stretch),) = languages.stretches(text, Origin(location="test"))
    assert language == "zh"
    assert stretch is text


_PIECES = st.sampled_from(
    [
        *("中国", "美国", "落后", "差距", "两年", "3.5亿美元", "超过", "OpenAI", "GPT-4", "表示"),
        *("“", "”", "《", "，", "。", "\n", " ", "：", "？", "（", "\u0000", "百分之", "五分之一"),
        *("的", "第", "一", "万亿", "2024年", "13月", "据", "报道", "不是", "如果", "12倍", "名"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=60).map("".join))
def test_any_order_of_words_is_read(content: str) -> None:
    _read(content, "zh")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(content: str) -> None:
    _read(content, "zh")


@pytest.mark.parametrize(
    "unit", ["中国落后美国两年", "中国，", "“中国说：", "1,234", "一二三四五六", "《（「", "a" * 30 + "国"]
)
def test_work_grows_no_faster_than_hostile_text(unit: str) -> None:
    def seconds(characters: int) -> float:
        content = unit * (characters // len(unit))
        started = time.perf_counter()
        _read(content, "zh")
        return time.perf_counter() - started

    seconds(1000)
    assert seconds(40_000) < 12 * seconds(10_000) + 0.5


@pytest.mark.parametrize("unit", ["钱多、卡多、", "领先美国落后中国领先优势", "智谱更快，百度更慢，", "和"])
def test_rows_of_one_phrase_take_as_long_as_they_are(unit: str) -> None:
    def seconds(characters: int) -> float:
        content = (unit * characters)[:characters]
        started = time.process_time()
        _read(content, "zh")
        return time.process_time() - started

    seconds(1000)
    assert seconds(60_000) < 12 * seconds(15_000) + 0.5  # four times the text; machines differ


def test_only_so_many_judgements_of_a_text_are_read_and_the_rest_is_named() -> None:
    text = Text(snapshot="0" * 64, reader="test/1", content="中国算力充足。" * 13_000)
    (left,) = extract.found(text, Origin(location="x", language="zh")).unread
    assert "assessment" in left.reason
