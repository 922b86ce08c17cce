"""Saved discussion pages: article and comments in order, each with author, day and place, quotes apart."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from theodolite import read
from theodolite.model.errors import Refusal
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import Text

HERE = Path(__file__).parent
PAGES = sorted(path.name for path in HERE.glob("*.html"))
Row = tuple[str, str | None, str | None, str | None]


def _read(name: str) -> Text:
    return read.document(Snapshot((HERE / name).read_bytes()), name, dt.date(2026, 1, 1))


def _markup(body: str) -> Text:
    return read.document(Snapshot(f"<html><body>{body}</body></html>".encode()), "a.html")


def _rows(text: Text) -> list[Row]:
    return [(p.kind, p.author, p.published, p.place) for p in text.parts]


EXPECTED: dict[str, list[Row]] = {
    "hackernews.html": [
        ("article", "saltmarsh", "2024-07-08", "article"),
        ("comment", "kelp_farmer", "2024-07-08", "comment 1"),
        ("quotation", "kelp_farmer", "2024-07-08", "comment 2"),
        ("comment", "dune_walker", "2024-07-09", "comment 2"),
        ("quotation", "saltmarsh", "2024-07-08", "comment 4"),
        ("comment", "tern", "2024-07-10", "comment 4"),
    ],
    "slashdot.html": [
        ("article", None, "2024-07-08", "article"),
        ("comment", "Copper Kettle", "2024-07-08", "comment 1"),
        ("quotation", "Copper Kettle", "2024-07-08", "comment 2"),
        ("comment", None, "2024-07-09", "comment 2"),
    ],
    "lesswrong.html": [
        ("article", "Ines Vark", "2025-02-03", "article"),
        ("comment", "bogbean", "2025-02-04", "comment 1"),
        ("quotation", "bogbean", "2025-02-04", "comment 2"),
        ("comment", "Ines Vark", "2025-02-05", "comment 2"),
    ],
    "reddit_old.html": [
        ("article", "marsh_wren", "2024-07-08", "article"),
        ("comment", "cobble", "2024-07-08", "comment 1"),
        ("quotation", "cobble", "2024-07-08", "comment 3"),
        ("comment", None, "2024-07-09", "comment 3"),
    ],
    "reddit_new.html": [
        ("article", "marsh_wren", "2024-07-08", "article"),
        ("comment", "cobble", "2024-07-08", "comment 1"),
        ("quotation", "cobble", "2024-07-08", "comment 3"),
        ("comment", "fenland", "2024-07-09", "comment 3"),
    ],
    "discourse.html": [
        ("article", "tallow", "2025-05-01", "article"),
        ("quotation", "tallow", "2025-05-01", "comment 1"),
        ("comment", "rennet", "2025-05-02", "comment 1"),
    ],
    "board.html": [
        ("article", "flint", "2024-03-01", "article"),
        ("quotation", "flint", "2024-03-01", "comment 1"),
        ("comment", "chert", "2024-03-02", "comment 1"),
    ],
    "linked_data.html": [
        ("article", "loess", "2024-03-01", "article"),
        ("comment", "scree", "2024-03-02", "comment 1"),
        ("comment", None, "2024-03-03", "comment 2"),
    ],
}


@pytest.mark.parametrize("name", PAGES)
def test_article_and_comments_have_their_authors_days_and_places(name: str) -> None:
    assert _rows(_read(name)) == EXPECTED[name]


@pytest.mark.parametrize("name", PAGES)
def test_every_comment_is_introduced_by_a_line_outside_of_it(name: str) -> None:
    text = _read(name)
    for part in text.parts:
        if part.kind != "comment":
            continue
        block = text.content[: part.start].rpartition("\n\n")[2]
        assert f" · {part.place}" in block.splitlines()[0]
        assert block.startswith(part.author or "anonymous")


@pytest.mark.parametrize("name", PAGES)
def test_parts_are_in_order_and_hold_no_furniture(name: str) -> None:
    text = _read(name)
    ends = [0]
    for part in text.parts:
        assert ends[-1] <= part.start < part.end <= len(text.content)
        ends.append(part.end)
        said = text.content[part.start : part.end]
        assert said == said.strip()
        for word in (
            "reply",
            "Reply",
            "points",
            "Score",
            "coffee",
            "cats",
            "deleted",
            "flagged",
            " · ",
            "load more",
        ):
            assert word not in said, (word, said)


def test_a_comment_deleted_leaves_its_line_and_no_part() -> None:
    text = _read("hackernews.html")
    assert "anonymous · 2024-07-09 · comment 3, to comment 2 · deleted" in text.content.splitlines()
    assert "comment 3" not in {p.place for p in text.parts}


def test_addresses_are_permalinks() -> None:
    assert [p.address for p in _read("hackernews.html").parts][
        1
    ] == "https://news.ycombinator.com/item?id=40900010"
    assert _read("lesswrong.html").parts[1].address == (
        "https://www.lesswrong.com/posts/abc/counting-compute?commentId=qwe1"
    )
    assert _read("slashdot.html").parts[1].address == "https://slashdot.org/comments.pl?sid=23&cid=64611111"
    assert _read("reddit_new.html").parts[1].address == (
        "https://www.reddit.com/r/openweights/comments/1aa/comment/c1/"
    )


def test_what_a_comment_states_is_not_stated_of_the_article() -> None:
    text = _read("lesswrong.html")
    assert (text.title, text.author, text.published) == ("Counting compute", "Ines Vark", "2025-02-03")
    slashdot = _read("slashdot.html")
    assert (slashdot.title, slashdot.author) == ("Lab Says Rivals Are Close", None)


def test_whoever_passes_a_link_on_is_not_its_author() -> None:
    page = (HERE / "hackernews.html").read_text(encoding="utf-8")
    toptext = page[page.index('<div class="toptext">') : page.index("</div></td></tr>\n</table><br><br>")]
    text = read.document(Snapshot(page.replace(toptext, "<div>").encode()), "a.html")
    assert text.parts[0].kind == "article" and text.parts[0].author is None and text.author is None


def test_a_page_without_comments_is_read_as_before() -> None:
    text = _markup(
        "<article><h1>A</h1><p>" + "Nothing is said here of any comment at all. " * 9 + "</p></article>"
    )
    assert text.parts == () and " · " not in text.content


def test_where_the_article_is_unmarked_the_rest_of_the_page_is_it() -> None:
    comment = (
        '<div itemscope itemtype="https://schema.org/Comment"><span itemprop="author">shale</span>'
        '<div itemprop="text">I count nine.</div></div>'
    )
    body = (
        "<main><h1>Kilns</h1><p>"
        + "There are seven kilns in the town, and all of them burn. " * 6
        + "</p></main>"
    )
    text = _markup(body + comment)
    assert [(p.kind, p.author) for p in text.parts] == [("article", None), ("comment", "shale")]
    assert "seven kilns" in text.content[text.parts[0].start : text.parts[0].end]
    assert text.content.count("I count nine.") == 1


def test_nested_very_deep_is_refused_aloud_and_a_long_page_is_read() -> None:
    one = '<shreddit-comment author="a{0}" depth="{0}"><div slot="comment">Word {0}.</div>'
    with pytest.raises(Refusal):
        _markup("".join(one.format(n) for n in range(10_000)) + "</shreddit-comment>" * 10_000)
    deep = _markup("".join(one.format(n) for n in range(900)) + "</shreddit-comment>" * 900)
    assert len(deep.parts) == 900 and deep.parts[-1].place == "comment 900"
    assert "comment 900, to comment 899" in deep.content
    flat = _markup("".join(one.format(0) + "</shreddit-comment>" for _ in range(15_000)))
    assert len(flat.parts) == 15_000


@pytest.mark.parametrize(
    "markup",
    [
        "<table class=fatitem></table><tr class=comtr>",
        "<li class=comment id=tree_1><div id=comment_1><div id=comment_body_1></div></div></li>",
        "<div class='thing comment'><div class='usertext-body'>",
        "<shreddit-comment></shreddit-comment>",
        '<script type="application/ld+json">{"@type":"DiscussionForumPosting","comment":[1,{"text":[]}]}'
        "</script>",
    ],
)
def test_what_only_looks_like_a_discussion_has_no_parts(markup: str) -> None:
    assert _markup("<p>Some words of a page.</p>" + markup).parts == ()
