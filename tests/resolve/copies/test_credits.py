"""Lines of credit, and what only looks like one."""

from __future__ import annotations

import pytest

from theodolite.model.copies import Credit
from theodolite.resolve.copies import credit, credited

BODY = "The company said on Tuesday that it had trained a model on its own chips. " * 12


def named(content: str, publisher: str | None = None, author: str | None = None) -> str | None:
    found = credit("d", credited(content), publisher, author)
    return found.name if found else None


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (f"BEIJING, Nov 3 (Reuters) - {BODY}", "Reuters"),
        (f"SAN FRANCISCO (AP) — {BODY}", "Associated Press"),
        (f"By Jane Roe, Reuters\n{BODY}", "Reuters"),
        (f"{BODY}\nSource: Bloomberg News", "Bloomberg"),
        (f"{BODY} (via The Verge)", "The Verge"),
        (f"{BODY}\nvia Ars Technica", "Ars Technica"),
        (f"{BODY}\nThis article was originally published at Quanta Tribune. Read more.", "Quanta Tribune"),
        (f"{BODY}\nThis story originally appeared on WIRED.", "Wired"),
        (f"{BODY}\nRepublished with permission from The Conversation, a site.", "The Conversation"),
        (f"来源：新华社\n{BODY}", "Xinhua"),
        (f"2026-05-01 10:00 来源: 科技日报 作者：张三\n{BODY}", "科技日报"),
        (f"{BODY}\n本文转自“量子位”，作者李四。", "QbitAI"),
        (f"{BODY}（来源：路透社）", "Reuters"),
        (f"新华社北京5月1日电（记者王五）{BODY}", "Xinhua"),
        (f"中新社上海11月3日电 {BODY}", "China News Service"),
        (f"本文首发于机器之心。{BODY}", "Jiqizhixin"),
        (f"{BODY}\n轉載自：明報", "明報"),
    ],
)  # fmt: skip
def test_a_line_of_credit_names_its_source(content: str, name: str) -> None:
    assert named(content) == name


@pytest.mark.parametrize(
    "content",
    [
        BODY,
        f"{BODY}\nSource: company data",
        f"图片来源：视觉中国\n{BODY}",
        f"数据来源：国家统计局\n{BODY}",
        f"据新华社报道，{BODY}",
        f"{BODY} according to Reuters. {BODY}",
        f"{BODY}\nvia Hacker News",
        f"SAN JOSE (BUSINESS WIRE) -- {BODY}",
        f"The index (video) - {BODY}",
        f"来源：网络\n{BODY}",
        f"{BODY} It was sent via satellite (and by ship) - as always. {BODY}",
        "", "(", "来源：", "via ", "\ud800" * 100,
    ],
)  # fmt: skip
def test_what_credits_nobody_names_nobody(content: str) -> None:
    assert named(content) is None


def test_credit_in_the_middle_is_what_is_reported() -> None:
    assert named(f"{BODY}{BODY}\nSource: Reuters\n{BODY}{BODY}") is None


def test_a_publisher_does_not_credit_itself() -> None:
    content = f"BEIJING (Reuters) - {BODY}"
    assert named(content, publisher="路透社") is None
    assert named(f"{content}\nSource: Bloomberg", publisher="Reuters") == "Bloomberg"


def test_an_agency_as_author_is_a_credit() -> None:
    assert named(BODY, publisher="Daily Planet", author="Reuters") == "Reuters"
    assert named(BODY, publisher="Daily Planet", author="Jane Roe") is None


def test_the_words_are_kept_without_what_moves_a_terminal() -> None:
    found = credit("d", credited(f"{BODY}\nSource: Reuters\x1b[2J"))
    assert found is not None and "\x1b" not in found.words
    assert isinstance(found, Credit)


def test_hostile_lines_are_read_in_good_time() -> None:
    for start in ("(", "By ", "来源", "via (", "originally published "):
        credited(start * 10**6)
