from __future__ import annotations

import datetime as dt

import lxml.html
import pytest

from theodolite.read import head_lines, page_state

DAY = dt.date(2025, 6, 1)


def tree(markup: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(f"<html><body>{markup}</body></html>")


def test_the_lines_below_the_headline_up_to_the_first_long_one() -> None:
    page = tree(
        "<nav>Title</nav><h1>Title</h1><span>By Ann Bee</span><span>15 May 2024</span><p>" + "word " * 40
    )
    below = head_lines.below(page, ["Title"])
    assert below[0] == "By Ann Bee 15 May 2024"
    assert (len(below), len(below[1])) == (2, 100)
    assert (head_lines.date(below, DAY), head_lines.author(below)) == ("2024-05-15", "Ann Bee")
    assert head_lines.below(page, ["Another title"]) == []


def test_a_date_above_the_headline_counts_in_the_headlines_own_block() -> None:
    page = tree(
        "<div>Tuesday, 3 June 2025</div><div><span>15 May 2024</span><h1>Title</h1></div><p>" + "word " * 200
    )
    assert head_lines.date(head_lines.beside(page), DAY) == "2024-05-15"
    assert head_lines.beside(tree("<h1>a</h1><h1>b</h1>")) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ann Bee", "Ann Bee"), ("By Ann Bee and Rui Ma | 15 May 2024", "Ann Bee, Rui Ma"),
        ("Authors: Ann Bee , Tomás Iriarte", "Ann Bee, Tomás Iriarte"), ("本报记者　林  岫", "林岫"),
        ("作者：张三 2024-05-15", "张三"), ("2024-05-15 来源：海港网 作者：简宁 崔小满", "简宁, 崔小满"),
        ("〔記者曾水木／新竹報導〕春雨遲遲不來", "曾水木"),
        ("By the sea", None), ("Standing by Ann Bee", None),
        ("记者在现场看到，人很多。", None), ("By Monday it was over", None), ("文章写得很好", None),
    ],
)  # fmt: skip
def test_bylines(line: str, name: str | None) -> None:
    assert head_lines.author([line]) == name


def state(script: str, kind: str = "application/json") -> tuple[str | None, str | None]:
    page = tree(f"<h1>Title</h1><script type='{kind}'>{script}</script>")
    return page_state.stated(page, ["Title"], chinese=False)


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ('{"a": [{"title": "Title", "published_at": "2024-05-15T10:00:00Z", "author": {"name": "Ann"}}]}',
         ("2024-05-15T10:00:00Z", "Ann")),
        ('{"title": "Title", "created": 1715767200}', ("2024-05-15", None)),
        ('{"title": "Title", "created": 1715767200000, "authors": [{"displayName": "Ann"}]}',
         ("2024-05-15", "Ann")),
        ('{"title": "Another", "created": 1715767200}', (None, None)),
        ('{"title": "Title", "created": 17}', (None, None)),
        ('{"title": "Title", "created": true}', (None, None)),
        ('{"title": ["Title"], "created": 1715767200}', (None, None)), ("[" * 100_000, (None, None)),
        ("not json", (None, None)), ('{"title": "Title"}', (None, None)),
    ],
)  # fmt: skip
def test_the_data_of_a_page_built_by_script(script: str, found: tuple[str | None, str | None]) -> None:
    assert state(script) == found


def test_moments_on_chinese_pages_are_days_of_china() -> None:
    script = '{"title": "Title", "created": 1715796000}'  # 18:00 on the fifteenth in Greenwich
    page = tree(f"<script type=text/json>{script}</script>")
    assert page_state.stated(page, ["Title"], chinese=True)[0] == "2024-05-16"
    assert page_state.stated(page, ["Title"], chinese=False)[0] == "2024-05-15"
    official = tree('<script>var ct = "1742860800";var publish_time = "";</script>')
    assert page_state.stated(official, ["Title"], chinese=True)[0] == "2025-03-25"
