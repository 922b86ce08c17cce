"""Comments below a heading, or above buttons to reply, whatever the way their writers are named."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from theodolite.read.threads import pasted

ONE = "We bought 300 wafers last month and paid in advance."
TWO = "They sold twelve, and nobody knows to whom."
THREE = "Then ask them, I did and they told me."
POSTS = [("Kira Voss", ONE), ("Tomas Lind", TWO), ("kelp_27", THREE)]
STORY = "A plant opens\n\nThe town has seven kilns.\n\n"


def _rows(content: str) -> list[tuple[str, str | None, str]]:
    found = pasted.parts(content, dt.date(2026, 1, 1))
    return [(p.kind, p.author, content[p.start : p.end]) for p in found]


@pytest.mark.parametrize(
    "post",
    [
        "{name}\n{words}\n",
        "{name}: {words}\n",
        "**{name}:** {words}\n",
        "{name} — {words}\n",
        "[{name}] {words}\n",
        "{name}, 3 March 2025, 10:14\n{words}\n",
        "{name} · 2 hours ago\n{words}\n",
        "{name} (Leeds): {words}\n",
        "by {name}\n{words}\n",
        "{name} wrote:\n{words}\n",
        "7. {name}\n{words}\n",
        "{words}\n— {name}, Leeds\n",
        "{words}\n~ {name}\n",
        "{name} +14\n{words}\n",
        "{name} · 12 likes\n{words}\n",
        "{name} writes\n{words}\n",
        "From: {name}\n{words}\n",
        "10:14 {name}: {words}\n",
    ],
)
@pytest.mark.parametrize(
    "heading", ["3 comments", "Reader comments", "## Comments on “Kilns”", "Replies (3):"]
)
def test_a_heading_tells_that_comments_follow(heading: str, post: str) -> None:
    content = STORY + heading + "\n\n" + "\n".join(post.format(name=n, words=w) for n, w in POSTS)
    assert _rows(content) == [
        ("article", None, STORY.strip()),
        *(("comment", name, words) for name, words in POSTS),
    ]


def test_chinese_comments() -> None:
    content = "芯片厂开工。\n\n网友评论（2）\n\n山里人：这座厂有七座窑。\n海边客：只有三座，去年就拆了。\n"
    assert [row[1] for row in _rows(content)] == [None, "山里人", "海边客"]


def test_buttons_below_tell_it_too() -> None:
    content = "".join(f"{name} | 2 March 2025\n{words}\nReply  Like (3)\n\n" for name, words in POSTS)
    assert [row[1:] for row in _rows(content)] == POSTS


def test_the_day_of_a_comment_is_its_own() -> None:
    content = f"2 comments\n\nKira Voss, 3 March 2025\n{ONE}\n\nTomas Lind, 5 March 2025\n{TWO}\n"
    assert [p.published for p in pasted.parts(content)] == ["2025-03-03", "2025-03-05"]


def test_users_with_colons_need_no_heading() -> None:
    content = f"A plant opens\n\nkelp_27: {ONE}\n\nmarsh_wren: {TWO}\n\nkelp_27: {THREE}\n"
    assert [row[1] for row in _rows(content)] == [None, "kelp_27", "marsh_wren", "kelp_27"]


def test_users_may_stand_alone_or_with_a_time_over_their_posts() -> None:
    for head in ("{}", "{}, 09:14"):
        names = ("kelp_27", "marshwren", "kelp_27", "fen_land")
        content = "A plant opens\n\n" + "\n\n".join(f"{head.format(name)}\n{ONE}" for name in names)
        assert [row[1] for row in _rows(content)] == [None, *names]


def test_replies_that_are_set_in_with_marks_are_their_writers() -> None:
    content = (
        f"Comments on: A plant opens\n\nkelp_27  3 hours ago\n{ONE}\n\n"
        f"    > Dale R. Moss  2 hours ago\n    > {TWO}\n\n"
        f"    > > kelp_27  1 hour ago\n    > > {THREE}\n\nfen_land  1 hour ago\n> {TWO}\nNo.\n"
    )
    assert _rows(content)[-5:] == [
        ("comment", "kelp_27", ONE),
        ("comment", "Dale R. Moss", TWO),
        ("comment", "kelp_27", THREE),
        ("quotation", "Dale R. Moss", f"> {TWO}"),
        ("comment", "fen_land", "No."),
    ]


def test_numbers_bullets_and_whom_they_answer() -> None:
    numbered = f"#1 Marlow\n{ONE}\n\n#2 Eve K.\n{TWO}\n\n#3 Marlow\n{THREE}\n"
    bullets = f"Comments\n\n- Marlow: {ONE}\n- Eve K.: {TWO}\n- Marlow (in reply to Eve K.): {THREE}\n"
    replies = f"Marlow writes:\n{ONE}\n\nEve K. replies to Marlow:\n{TWO}\n\nMarlow writes:\n{THREE}\n"
    for content in (numbered, bullets, replies):
        assert [row[1] for row in _rows(content)] == ["Marlow", "Eve K.", "Marlow"]


@pytest.mark.parametrize(
    "content",
    [
        f"Kira Voss\n{ONE}\n\nTomas Lind\n{TWO}\n",  # headings of sections, for all that is known
        f"Discussion\n\nLimitations\n{ONE}\n\nFuture Work\n{TWO}\n",
        f"No comment\n\nPrice: {ONE}\nSource: {TWO}\n",
        f"price: {ONE}\nmakers: {TWO}\nplants: {THREE}\n",
        f"Comments\n\n{ONE}\n\n{TWO}\n",
        f"Ana Ruiz: {ONE}\n\nBo Lind: {TWO}\n\nAna Ruiz: {THREE}\n",  # a talk, which is divided elsewhere
    ],
)
def test_what_is_no_section_has_no_parts(content: str) -> None:
    assert pasted.parts(content) == ()


@pytest.mark.parametrize(
    "unit", ["Comments\nAnn Bo\n", "Comments\nann_1: x\n", "Reply\nAnn: y y y y y\n", "[a] b\n"]
)
def test_a_megabyte_of_it_is_divided_once(unit: str) -> None:
    content = unit * (200_000 // len(unit))
    parts = pasted.parts(content)
    assert all(a.end <= b.start for a, b in pairwise(parts))
