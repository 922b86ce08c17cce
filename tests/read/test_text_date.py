from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from theodolite.read.text_date import text_date

DAY = dt.date(2025, 6, 1)

HEADS = """15 May 2024
May 15th, 2024
Wednesday, May 15, 2024 10:00 AM EDT
Published: 15 May 2024
Published Wed 15 May 2024 10.00 BST
First published on 15 May 2024, updated 17 May 2024
Posted on May 15, 2024 by Ann Bee
Posted by ann on May 15, 2024
By Ann Bee | May 15, 2024
By Ann Bee, May 15, 2024
By Ann Bee on May 15, 2024 in News
Ann Bee · May 15, 2024 · 5 min read
May 15, 2024 · 5 min read
May 15, 2024 | 12 comments
Date: May 15, 2024
FOR IMMEDIATE RELEASE: May 15, 2024
2024-05-15 10:30
2024.05.15
2024年5月15日
2024年05月15日 10:30 来源：新华网
2024年5月15日 星期三
二〇二四年五月十五日
2024-05-15 10:30:21 来源: 海港科技报道 北京
发布时间：2024-05-15 10:00 来源：本站 作者：张三
作者：张三 2024-05-15 10:00
发布于 2024-05-15 10:30
**May 15, 2024**
The Harbour | Number 118 | Wednesday 15 May 2024
posted in harbour by kelp | 15 May 2024 | 212 points | 87 comments
楼主：拾光者　发表于 2024-05-15 21:34　浏览 18203　回复 146
楼主 半斤八两 2024-05-15 21:14"""

NO_HEADS = """What happened on May 15, 2024
Updated May 16, 2024
Last updated: 15 May 2024
最后更新时间：2024年5月16日
May 15, 2024: the day AI changed
On May 15, 2024, the company said so.
Since May 15, 2024
By May 15, 2024
May 15, 2024 - A new model is launched
2024年5月15日，模型发布
2024年5月15日 人工智能发展报告
2024-05-15 AI日报
截至2024年5月15日
Release date: May 15, 2024
Deadline: 15 May 2024
Copyright 2024-05-15
05/15/2024
The Harbour | Number 118 | Updated 15 May 2024
A | 15 May 2024 | 16 May 2024
北京，2024年5月15日，晴。
15 May
version 2024.05.15
Date: 30 February 2024
Published: 15 May 2031"""

DATELINES = """SAN FRANCISCO--(BUSINESS WIRE)--May 15, 2024-- A company said
SANTA CLARA, Calif., May 15, 2024 (GLOBE NEWSWIRE) -- A company said
PARIS, May 15, 2024 /PRNewswire/ -- A company said
GENEVA (15 May 2024) – An office said
新华社北京2024年5月15日电（记者张三）模型发布。
杭州,2024年5月15日——某公司今日发布
【深圳，2024年5月15日】某公司今日发布
北京2024年5月15日 /海通社/ -- 某公司今日发布"""

WITHOUT_YEAR = """BEIJING, May 15 (Xinhua) -- A chip was shown.
LONDON, 15 May (Reuters) - A chip was shown.
新华社北京5月15日电（记者张三）模型发布。
中新网5月15日电 模型发布。
海港之家 5 月 15 日消息，模型发布。"""

STORY = (
    "It was said at length, in a paragraph of a hundred characters or more, what they had seen when there. "
)


@pytest.mark.parametrize("line", HEADS.splitlines())
def test_a_line_of_the_head_that_is_a_date(line: str) -> None:
    assert text_date(f"Two years behind\n\n{line}\n{STORY}", DAY) == "2024-05-15"
    assert text_date(f"{STORY}\n{line}\n{STORY}", DAY) is None


@pytest.mark.parametrize("line", NO_HEADS.splitlines())
def test_a_line_that_states_no_date_of_publication(line: str) -> None:
    assert text_date(f"Two years behind\n{line}\n{STORY}", DAY) is None


@pytest.mark.parametrize("line", DATELINES.splitlines())
def test_a_dateline(line: str) -> None:
    assert text_date(f"Two years behind\n{line} {STORY}", DAY) == "2024-05-15"
    assert text_date(f"{STORY}\n{line} {STORY}", DAY) is None


@pytest.mark.parametrize("line", WITHOUT_YEAR.splitlines())
def test_a_dateline_without_a_year_needs_one(line: str) -> None:
    assert text_date(line, DAY) is None
    for near in ("2024", "2024-05", "2024-05-16", "2024-04-20T10:00:00Z"):
        assert text_date(line, DAY, near) == "2024-05-15"
    assert text_date(line, DAY, "2024-11-16") is None


def test_the_turn_of_the_year() -> None:
    line = "BEIJING, Dec. 31 (Xinhua) -- A chip was shown."
    assert text_date(line, DAY, "2025-01-01") == "2024-12-31"


@pytest.mark.parametrize(
    "opening",
    [
        "据新华社2024年5月15日电，模型发布。", "Bletchley Park, 1 November 2023 — The doors opened.",
        "In Geneva, 15 May 2024 – the day of the vote – it rained.",
        "LONDON, where on 15 May 2024 it rained - ",
        "2024年5月15日消息灵通人士说。", "北京2024年5月15日的会议——第一次会议。",
        "BEIJING, May 15, 2024 was a Wednesday.",
    ],
)  # fmt: skip
def test_a_story_that_begins_with_a_day_has_no_dateline(opening: str) -> None:
    assert text_date(opening + STORY, DAY) is None


def test_two_days_are_none_but_a_label_decides() -> None:
    assert text_date(f"A\n15 May 2024\n14 May 2024\n{STORY}", DAY) is None
    assert text_date(f"A\n14 May 2024\nPublished: 15 May 2024\n{STORY}", DAY) == "2024-05-15"
    assert text_date(f"A\n15 May 2024\nUpdated: 16 May 2024\n{STORY}", DAY) == "2024-05-15"


def test_the_day_of_an_event_is_none() -> None:
    assert text_date(f"A talk\nDate: 15 May 2024\nLocation: Geneva\n{STORY}", DAY) is None
    assert text_date("讲座通知\n时间：2024年5月15日\n地点：一号会场\n", DAY) is None


@pytest.mark.parametrize(
    "hostile", ["a " * 2000, "5月" * 1500, "A" * 3000, "by " * 1000, "2024-" * 600, "（" * 3000]
)
def test_hostile_heads_take_no_time(hostile: str) -> None:
    assert text_date(hostile + "\n" + hostile, DAY, "2024") is None


def test_no_document_of_the_gold_set_is_given_a_day_that_is_not_its_own() -> None:
    found = 0
    for path in sorted((Path(__file__).parents[1] / "gold").rglob("*.txt")):
        sidecar = path.with_name(path.name + ".origin.yml")
        published = str(yaml.safe_load(sidecar.read_text(encoding="utf-8"))["published"])
        day = text_date(path.read_text(encoding="utf-8"), DAY.replace(year=2027), published[:4])
        assert day is None or day == published
        found += day is not None
    assert found >= 20
