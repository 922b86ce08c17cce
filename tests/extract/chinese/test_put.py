"""Events of what is put out with 把, acts behind a name in marks, and bare scores."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("content", "subject", "action", "object_", "date"),
    [
        ("上个月，星岚科技把“听澜2.0”开源了。", "星岚科技", "open-sourced", "听澜2.0", "2025-05"),
        ("6月2日，星岚科技宣布裁员500人。", "星岚科技", "laid off", "500人", "2025-06-02"),
        ("去年三月，陈以南加入星岚科技。", "陈以南", "joined", "星岚科技", "2024-03"),
    ],
)
def test_events(read: Read, content: str, subject: str, action: str, object_: str, date: str) -> None:
    (event,) = read(content, "event")
    assert (event["subject"], event["action"], event["object"], event["date"]) == (
        subject,
        action,
        object_,
        date,
    )


@pytest.mark.parametrize(
    ("content", "value", "unit"),
    [
        ("Lumo-7B在MMLU上得分86.4。", 86.4, "point"),
        ("Lumo-7B获得86.4的成绩。", 86.4, "point"),
        ("星岚科技晶圆月产能达3万片。", 30000, "wafer"),
        ("星岚科技在全球有23个数据中心。", 23, "data center"),
    ],
)
def test_figures(read: Read, content: str, value: float, unit: str) -> None:
    assert [(c["value_low"], c["unit"]) for c in read(content, "quantity")] == [(value, unit)]


def test_no_figures(read: Read) -> None:
    assert not read("三度获奖，一片叫好，升级到86.4之后更稳。", "quantity")
