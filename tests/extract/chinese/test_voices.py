"""Who says it, and how surely, in Chinese."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]
CLAIM = "中国落后美国两年"


@pytest.mark.parametrize(
    ("content", "speaker", "attribution"),
    [
        (f"{CLAIM}。", None, "own_voice"),
        (f"李开复表示，{CLAIM}。", "Kai-Fu Lee", "indirect"),
        (f"黄仁勋在接受采访时说：“{CLAIM}。”", "Jensen Huang", "direct"),
        (f"“{CLAIM}，这不是秘密。”李开复说。", "Kai-Fu Lee", "direct"),
        (f"据彭博社报道，{CLAIM}。", "Bloomberg", "indirect"),
        (f"在李开复看来，{CLAIM}。", "Kai-Fu Lee", "indirect"),
        (f"斯坦福大学的报告显示，{CLAIM}。", "Stanford University", "indirect"),
        (f"业界普遍认为，{CLAIM}。", "业界", "consensus"),
        (f"一位不愿具名的投资人称，{CLAIM}。", "一位不愿具名的投资人", "indirect"),
        (f"蓝湾科技创始人张小北指出，{CLAIM}。", "张小北", "indirect"),
        (f"据报道，{CLAIM}。", None, "own_voice"),
    ],
)
def test_speakers(read: Read, content: str, speaker: str | None, attribution: str) -> None:
    (lag,) = read(content, "lag")
    assert (lag["speaker"], lag["attribution"]) == (speaker, attribution)


def test_a_person_goes_on_where_the_sentence_takes_it_up(read: Read) -> None:
    (lag,) = read(f"李开复说，竞争很激烈。他还提到，{CLAIM}。", "lag")
    assert lag["speaker"] == "Kai-Fu Lee"
    (lag,) = read(f"李开复说，竞争很激烈。\n\n{CLAIM}。", "lag")
    assert lag["speaker"] is None


def test_turns_and_signed_texts(read: Read) -> None:
    (lag,) = read(f"记者：您怎么看？\n\n李开复：{CLAIM}。", "lag")
    assert lag["speaker"] == "Kai-Fu Lee"
    (lag,) = read(f"{CLAIM}。", "lag", speaker="李开复")
    assert (lag["speaker"], lag["attribution"]) == ("Kai-Fu Lee", "own_voice")
    (lag,) = read(f"文｜陈大文\n\n{CLAIM}。", "lag")
    assert lag["speaker"] == "陈大文"


def test_names_are_kept_in_the_script_of_the_text(read: Read) -> None:
    (lag,) = read("藍灣科技創始人張小貝指出，中國落後美國兩年。", "lag")
    assert (lag["speaker"], lag["quote"]) == ("張小貝", "中國落後美國兩年")


@pytest.mark.parametrize(
    ("content", "hedged", "forecast"),
    [
        ("中国落后美国两年。", False, False),
        ("中国可能落后美国两年。", True, False),
        ("据悉，中国落后美国两年。", True, False),
        ("中国大约落后美国两年。", False, False),
        ("明年中国将落后美国两年。", False, True),
    ],
)
def test_stance(read: Read, content: str, hedged: bool, forecast: bool) -> None:
    (lag,) = read(content, "lag")
    assert (lag["hedged"], lag["forecast"]) == (hedged, forecast)


def test_a_condition_is_kept_in_its_words(read: Read) -> None:
    (lag,) = read("如果管制继续，中国会落后美国两年。", "lag")
    assert lag["condition"] == "如果管制继续"


def test_the_day_of_saying(read: Read) -> None:
    (lag,) = read("2025年3月5日，李开复表示，中国落后美国两年。", "lag")
    assert lag["said_on"] == "2025-03-05"
    (lag,) = read("李开复表示，中国落后美国两年。", "lag")
    assert lag["said_on"] == "2025-06-12"
