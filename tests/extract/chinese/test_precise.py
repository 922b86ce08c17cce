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
