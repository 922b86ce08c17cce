"""Gaps by many turns, and whose they are where the words leave a side out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]
PARTIES = [("智谱", "Zhipu AI", "OpenAI", "OpenAI"), ("中国", "China", "美国", "United States")]


@pytest.mark.parametrize(("behind", "follower", "ahead", "leader"), PARTIES)
@pytest.mark.parametrize(
    "words",
    [
        "{b}被{a}甩开八个月。",
        "{a}把{b}甩开了八个月。",
        "{b}差{a}八个月。",
        "{b}追上{a}需要八个月。",
        "{a}走在前面，{b}晚了八个月。",
        "{b}正追赶{a}，目前差距是八个月。",
        "{b}落后{a}多久？我的判断是八个月。",
        "{a}大约有八个月的先发优势，{b}在追。",
        "{b}与{a}之间，差距大概在八个月。",
    ],
)
def test_lengths(read: Read, behind: str, follower: str, ahead: str, leader: str, words: str) -> None:
    (lag,) = read(words.format(b=behind, a=ahead), "lag")
    assert (lag["follower"], lag["leader"]) == (follower, leader)
    assert (lag["low_months"], lag["high_months"]) == (8, 8)


@pytest.mark.parametrize(("behind", "follower", "ahead", "leader"), PARTIES)
@pytest.mark.parametrize(
    ("words", "trend"),
    [
        ("{a}对{b}的领先优势正在缩小。", "narrowing"),
        ("{a}的领先优势正在缩小，{b}追得很快。", "narrowing"),
        ("{a}领先{b}的幅度越来越小。", "narrowing"),
        ("{b}离{a}越来越近。", "narrowing"),
        ("{b}与{a}的差距正被迅速抹平。", "narrowing"),
        ("{b}被{a}越甩越远。", "widening"),
        ("{a}把{b}越甩越远。", "widening"),
        ("{a}与{b}的差距越拉越大。", "widening"),
        ("{a}进一步拉大了对{b}的领先。", "widening"),
        ("{b}与{a}的差距一直没变。", "steady"),
    ],
)
def test_trends(
    read: Read, behind: str, follower: str, ahead: str, leader: str, words: str, trend: str
) -> None:
    (lag,) = read(words.format(b=behind, a=ahead), "lag")
    assert (lag["follower"], lag["leader"], lag["trend"]) == (follower, leader, trend)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("智谱落后OpenAI和谷歌八个月。", {("Zhipu AI", "OpenAI"), ("Zhipu AI", "Google")}),
        ("日本的普及，比中美晚了两年。", {("Japan", "China"), ("Japan", "United States")}),
        ("韩国政府承认，其大模型与美国还有两年的差距。", {("South Korea", "United States")}),
        ("月之暗面公布了新模型。公司承认，与OpenAI的差距仍有半年。", {("Moonshot AI", "OpenAI")}),
    ],
)
def test_whose(read: Read, content: str, expected: set[tuple[str, str]]) -> None:
    assert {(c["follower"], c["leader"]) for c in read(content, "lag")} == expected


@pytest.mark.parametrize(
    "content",
    [
        "谷歌发布新版助手。\n\n该公司提醒，智能体之间的质量差距会加剧不平等。",
        "中国和美国都在谈贫富差距正在缩小。",
        "中国和美国用上了新方法，训练与推理之间的差距正在缩小。",
        "英伟达的新品晚于预期两个月。",
    ],
)
def test_no_gaps(read: Read, content: str) -> None:
    assert read(content, "lag") == []


def test_the_leader_named_in_the_sentence_before(read: Read) -> None:
    (lag,) = read("昇腾的驱动老出问题，英伟达那边很省心。没有五年别想赶上。", "lag")
    assert (lag["follower"], lag["leader"], lag["low_months"]) == ("Ascend", "Nvidia", 60)
