from __future__ import annotations

import lxml.html
import pytest

from theodolite.read.flow import visible_text
from theodolite.read.furniture import drop_furniture, unwrap_layout_tables
from theodolite.read.furniture_lines import ends_the_article, is_furniture_line

WORDS = "<p>The first paragraph of an article stands here, and it is long enough to be one.</p>" * 4


def left(markup: str) -> str:
    tree = lxml.html.document_fromstring(f"<body><h1>A headline</h1>{markup}</body>")
    drop_furniture(tree)
    return visible_text(tree)


@pytest.mark.parametrize(
    "opening",
    [
        "div class='cookie-banner'", "div id=onetrust-consent-sdk", "div role=dialog",
        "div class='newsletter-signup'",
        "aside class=related-stories", "div class='relatedPosts'", "div hidden",
        "div style='color:red; display: none'",
        "div aria-hidden=true", "span class='sr-only'", "div class='post-comments'", "div class=share_tools",
        "div class='author-bio'", "section class=audio-player", "button", "dialog", "div class='sidebar'",
    ],
)  # fmt: skip
def test_what_stands_around_an_article_is_taken_out(opening: str) -> None:
    tag = opening.split()[0]
    shown = left(f"{WORDS}<{opening}>Take this out</{tag}>{WORDS}")
    assert "Take this out" not in shown
    assert shown.count("first paragraph") == 8


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=sidebar>{WORDS}</div>", f"<div class='has-sidebar newsletter'><h1>x</h1>{WORDS}</div>",
        f"<article class=newsletter-post>{WORDS}</article>", f"<div class=shareholders>{WORDS}</div>",
        "<pre><span class=hljs-comment>the first paragraph of code</span></pre>",
        "<p>the first paragraph <span class=comment>of a line</span></p>",
        "<table class=related><tr><td>the first paragraph</td></tr></table>",
    ],
)  # fmt: skip
def test_what_is_the_article_stays_whatever_it_is_called(markup: str) -> None:
    assert "first paragraph" in left(markup)


def test_a_headline_is_never_taken_out_with_its_box() -> None:
    tree = lxml.html.document_fromstring(f"<body><div class=promo><h1>A headline</h1></div>{WORDS}</body>")
    drop_furniture(tree)
    assert "A headline" in visible_text(tree)


def test_tables_that_lay_a_page_out_become_blocks_and_tables_of_data_stay() -> None:
    prose = "Words that go on for a while and then some more. " * 5 + "<br>" + "And on. " * 10 + "<br>"
    tree = lxml.html.document_fromstring(
        f"<body><table><tr><td>menu</td><td>{prose}<table><tr><td>1</td><td>2</td></tr></table></td></tr></table>"
    )
    unwrap_layout_tables(tree)
    assert len(list(tree.iter("table"))) == 1
    assert "1 | 2" in visible_text(tree)
    assert "menu |" not in visible_text(tree)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement", "Read more: Why your shirt costs what it costs",
        "© 2025 The Lantern. All rights reserved.",
        "责任编辑：温故", "（责编：方原、何曾）", "扫一扫关注公众号", "请继续往下阅读...",
        "未经授权严禁转载", "不用抽 不用搶 現在用APP看新聞 保證天天中獎", "微信扫一扫", "Share this article",
        "《海港日报》（2025年03月17日 第 07 版）", "More stories from our desk",
    ],
)  # fmt: skip
def test_lines_that_say_what_they_are(line: str) -> None:
    assert is_furniture_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "", "More models were released in May than in April.",
        "The advertisement said nothing of the sort, he added.",
        "编辑们说，这一年过得很快。", "他打开客户端。", "Share prices fell.", "Related work is of two kinds.",
        "阅读改变了他。", "Image models are worse.", "Subscribers pay nine dollars a month, he said.",
        "分享了他的经验。", "Loading docks were empty.", "Advertisement works, she said.",
        "他扫一扫二维码，付了钱。",
    ],
)  # fmt: skip
def test_sentences_of_an_article_are_none(line: str) -> None:
    assert not is_furniture_line(line)


def test_headings_that_end_an_article() -> None:
    assert all(
        map(
            ends_the_article,
            ("Related articles", "12 comments", "推荐阅读", "About the author", "## Read next"),
        )
    )
    assert not any(
        map(ends_the_article, ("Comments on the draft were few.", "", "Related questions of method"))
    )
