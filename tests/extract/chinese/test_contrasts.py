"""Comparisons by opening phrases, "not as ... as", by how far, of two in one subject, against the past."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("相比美国，中国的风投规模小得多。", [("China", "United States", "below", None)]),
        ("和OpenAI比，智谱的收入可以忽略不计。", [("Zhipu AI", "OpenAI", "below", None)]),
        ("小鹏的方案没有华为成熟。", [("XPeng", "Huawei", "below", None)]),
        ("中芯国际的良率低台积电一大截。", [("SMIC", "TSMC", "below", None)]),
        ("写短文，Qwen和Llama真没区别。", [("Qwen", "Llama", "equal", None)]),
        ("我们把模型搬到昇腾上，速度只有原来的六成。", [("Ascend", "原来", "below", 0.6)]),
        (
            "百度打广告打不过字节和腾讯。",
            [("Baidu", "ByteDance", "below", None), ("Baidu", "Tencent", "below", None)],
        ),
        ("美国数据中心的耗电量相当于整个日本。", [("United States", "Japan", "equal", None)]),
    ],
)
def test_frames(read: Read, content: str, expected: list[tuple[str, str, str, float | None]]) -> None:
    found = read(content, "comparison")
    assert [(c["subject"], c["object"], c["direction"], c["factor"]) for c in found] == expected


@pytest.mark.parametrize(
    "content",
    [
        "论烧钱，谁也比不上OpenAI。",
        "深圳算力规模很大，其中超过一半由华为提供。",
        "越南语和老挝语差距最大。",
        "百度发布了模型。\n\n这一次不如谷歌。",
    ],
)
def test_no_comparison(read: Read, content: str) -> None:
    assert not read(content, "comparison")


def test_they_are_whom_the_words_before_name(read: Read) -> None:
    text = "跟Meta那种实验室没法比，人家一个学生的算力都比我们多。"
    assert ("Meta", "China", "above") in [
        (c["subject"], c["object"], c["direction"]) for c in read(text, "comparison")
    ]


def test_of_the_other_side_by_a_pronoun(read: Read) -> None:
    text = "OpenAI发布o1之后四个月，DeepSeek就拿出了R1，价格只有对方的三十分之一。"
    found = [(c["subject"], c["direction"], c["factor"]) for c in read(text, "comparison")]
    assert ("DeepSeek", "below", 0.0333) in found


def test_no_gap_left_is_equal(read: Read) -> None:
    text = "中国模型落后美国模型三个月。有人说，已经没有差距了。"
    found = [(c["subject"], c["object"], c["direction"]) for c in read(text, "comparison")]
    assert ("Chinese models", "United States models", "equal") in found
