"""Shares in counted words, small counts of what was done, lengths of work, sums without a currency."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("content", "low", "high", "unit"),
    [
        ("十家里有六家又换了回来。", 60, 60, "percent"),
        ("每四家企业就有一家用上了模型。", 25, 25, "percent"),
        ("公司为此请了十一个律师。", 11, 11, "people"),
        ("两年里规则改了五次。", 5, 5, "time"),
        ("去年完成三轮融资。", 3, 3, "round"),
        ("英伟达做软件做了快二十年。", 20, 20, "year"),
        ("谈了九个月才签下合同。", 9, 9, "month"),
        ("总规模大概1.4万P。", 14000, 14000, "PFLOPS"),
        ("审批只要15个工作日。", 15, 15, "day"),
        ("估值过了百亿美元。", 10_000_000_000, None, "USD"),
        ("学校给了一千三百万。", 13_000_000, 13_000_000, "CNY"),
    ],
)
def test_figures(read: Read, content: str, low: float, high: float | None, unit: str) -> None:
    (found,) = read(content, "quantity")
    assert (found["value_low"], found["value_high"], found["unit"]) == (low, high, unit)


@pytest.mark.parametrize("content", ["要训一个千亿参数的模型。", "一度电不贵。", "他说了两个意思。"])
def test_no_figures(read: Read, content: str) -> None:
    assert not read(content, "quantity")
