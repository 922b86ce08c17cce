"""Discussions pasted as plain text: the text stays as it is, its parts are the article and the comments."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from theodolite import read
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import Part, Text
from theodolite.read.threads import pasted

HACKER_NEWS = """Ask HN: How far back are open models?
212 points by saltmarsh 3 hours ago | hide | past | favorite | 42 comments

I keep a private test with 140 prompts.

kelp_farmer 2 hours ago | next [–]

We run 64 GPUs.

Nobody pays list price.

reply

dune_walker 1 hour ago | parent | prev | next [–]

> We run 64 GPUs.
That is a hobby.

reply

tern on July 8, 2024 | root | parent [–]

[flagged]
"""

SLASHDOT = """Lab Says Rivals Are Close (example.org) 33
Posted by quarryhand on Monday July 08, 2024 @10:15AM from the close-run-thing dept.
An anonymous reader quotes a report from the Harbour Gazette: They sold 30,000 chips.
Count the fabs (Score:5, Insightful)
by Copper Kettle ( 12345 ) on Monday July 08, 2024 @11:02AM (#64611111)
We bought 300 wafers last month.
--
I am 40 percent coffee.
Reply to This
Re:Count the fabs (Score:2)
by Anonymous Coward on Tuesday July 09, 2024 @08:30AM (#64611222)
They sold 12.
There may be more comments in this discussion. Without JavaScript enabled, you might want to turn it on.
"""

OLD_REDDIT = """Local models in July (self.openweights)
submitted 5 hours ago by marsh_wren
My card has 24 gigabytes.
all 3 comments
sorted by: best
[–]cobble 12 points 5 hours ago* (2 children)
Mine has 48.
permalinkembedsavereportreply
[–][deleted] 3 points 4 hours ago
[removed]
permalinkembedsavereportreply
[–]fen_land[S] -2 points 4 hours ago (0 children)
> Mine has 48.
Show the bill.
"""

NEW_REDDIT = """r/openweights 7d ago
My card has 24 gigabytes.
256 Upvotes
3 comments sorted by
Best
u/cobble avatar
u/cobble
•
3h ago
Mine has 48.
12
Reply
Share
u/fen_land
•
2h ago
Show the bill.
"""

LESSWRONG = """Counting compute
I counted 900 chips.
[-]bogbean2y 12 7
I counted 800.
Reply
[-]Ines Vark2y 3
Then count again.
"""

LEMMY = """A new chip is out.

  • Awl [she/her]
    ·
    1 year ago

    I saw 5 of them.

    • Bradawl
      ·
      edit-2
      1 year ago

      I saw none.
"""

BELOW = """6/28/2024 at 8:19:03 PM
https://example.org/chips
by achene
6/28/2024 at 7:22:02 PM
They sold 30,000 chips.
by ericale
"""

BLOG = """Kilns and chips

The town has 7 kilns.

Mara Quist says:
July 8, 2024 at 10:15 am
I count 9.
Reply

Otto Brand says:
July 9, 2024 at 8:30 am
Nobody asked you.
Reply
"""

Row = tuple[str, str | None, str | None, str]


def _rows(content: str) -> list[Row]:
    found = pasted.parts(content, dt.date(2026, 1, 1))
    return [(p.kind, p.author, p.published, content[p.start : p.end]) for p in found]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            HACKER_NEWS,
            [
                ("article", "saltmarsh", None, "Ask HN: How far back are open models?"),
                ("article", "saltmarsh", None, "I keep a private test with 140 prompts."),
                ("comment", "kelp_farmer", None, "We run 64 GPUs.\n\nNobody pays list price."),
                ("quotation", "kelp_farmer", None, "> We run 64 GPUs."),
                ("comment", "dune_walker", None, "That is a hobby."),
            ],
        ),
        (
            SLASHDOT,
            [
                ("article", None, "2024-07-08", "Lab Says Rivals Are Close (example.org) 33"),
                (
                    "article", None, "2024-07-08",
                    "An anonymous reader quotes a report from the Harbour Gazette: They sold 30,000 chips.",
                ),
                ("comment", "Copper Kettle", "2024-07-08", "We bought 300 wafers last month."),
                ("comment", None, "2024-07-09", "They sold 12."),
            ],
        ),
        (
            OLD_REDDIT,
            [
                ("article", "marsh_wren", None, "Local models in July (self.openweights)"),
                ("article", "marsh_wren", None, "My card has 24 gigabytes."),
                ("comment", "cobble", None, "Mine has 48."),
                ("quotation", None, None, "> Mine has 48."),
                ("comment", "fen_land", None, "Show the bill."),
            ],
        ),
        (
            NEW_REDDIT,
            [
                ("article", None, None, "My card has 24 gigabytes."),
                ("comment", "cobble", None, "Mine has 48."),
                ("comment", "fen_land", None, "Show the bill."),
            ],
        ),
        (
            LESSWRONG,
            [
                ("article", None, None, "Counting compute\nI counted 900 chips."),
                ("comment", "bogbean", None, "I counted 800."),
                ("comment", "Ines Vark", None, "Then count again."),
            ],
        ),
        (
            LEMMY,
            [
                ("article", None, None, "A new chip is out."),
                ("comment", "Awl", None, "I saw 5 of them."),
                ("comment", "Bradawl", None, "I saw none."),
            ],
        ),
        (BELOW, [("comment", "ericale", None, "They sold 30,000 chips.")]),
        (
            BLOG,
            [
                ("article", None, None, "Kilns and chips\n\nThe town has 7 kilns."),
                ("comment", "Mara Quist", "2024-07-08", "I count 9."),
                ("comment", "Otto Brand", "2024-07-09", "Nobody asked you."),
            ],
        ),
    ],
)  # fmt: skip
def test_article_and_comments(content: str, expected: list[Row]) -> None:
    assert _rows(content) == expected
    assert _rows(content.replace("\n", "\r\n")) == [(*r[:3], r[3].replace("\n", "\r\n")) for r in expected]


def test_a_header_that_says_writes_is_one_too() -> None:
    assert _rows(SLASHDOT.replace(" on Tuesday", " writes: on Tuesday")) == _rows(SLASHDOT)


def test_places_count_the_comments_that_say_nothing_too() -> None:
    places = [p.place for p in pasted.parts(OLD_REDDIT)]
    assert places == ["article", "article", "comment 1", "comment 3", "comment 3"]


def test_a_name_that_is_known_may_stand_alone_over_a_comment() -> None:
    text = "Again\n\nowl_by_night (31 points)\nOne.\n\nbrasshat (2 points)\nTwo.\n\nowl_by_night\nThree.\n"
    assert [(r[1], r[3]) for r in _rows(text)][1:] == [
        ("owl_by_night", "One."), ("brasshat", "Two."), ("owl_by_night", "Three."),
    ]  # fmt: skip


def test_a_line_that_names_whom_it_quotes_gives_the_quotation_its_author() -> None:
    text = "ann 3h ago\nBen Dale wrote:\n> The new plant has nine kilns.\nIt has 7.\n\nbo 2h ago\nNo.\n"
    assert ("quotation", "Ben Dale", None, "> The new plant has nine kilns.") in _rows(text)


def test_whom_a_comment_replies_to_stands_over_its_writer() -> None:
    text = (
        "New weights\nsubmitted by fen_land, 5 hours ago\n\nThey are small.\n\n---\n"
        "cobble (41 points)\nTwo cards.\n\n"
        "  replying to cobble:\n  marsh_wren\n  One card.\n\n  replying to cobble:\n  dune\n  None.\n\n---\n"
        "fen_land (OP) (58 points)\nThank you.\n"
    )
    found = [(part.author, text[part.start : part.end].strip()) for part in pasted.parts(text)]
    assert ("fen_land", "They are small.") in found
    assert ("marsh_wren", "One card.") in found
    assert ("dune", "None.") in found
    assert ("fen_land", "Thank you.") in found


def test_the_line_under_a_title_is_nobodys_comment() -> None:
    text = "Again\n12 points by tin_hat 5h ago | hide\n\nWords.\n\nann 3h ago\nOne.\n\nbo 2h ago\nTwo.\n"
    assert [r[1] for r in _rows(text)] == ["tin_hat", "tin_hat", "ann", "bo"]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\ufeff\n\n",
        "One paragraph about chips.\n\nAnother one, by nobody.\n",
        "Q: How many?\n\nA: Twelve.\n\nQ: Sure?\n\nA: Yes.\n\nQ: And then?\n\nA: None.\n",
        "MODERATOR: Welcome.\n\nDELGADO: Thanks.\n\nMODERATOR: Go on.\n\nDELGADO: No.\n",
        "The minister wrote:\n\n> We will build nine plants.\n\nNobody believes it.\n",
        "A study, 3 hours ago\n\nChips sold well. The report has 12 points by which it judges.\n",
        "The firm, posted by one reader, sold 12 points of it three days ago.\n",
        "ann 3 hours ago\nThis alone is no discussion.\n",
        "- item one\n- item two\n\n1. first\n2. second\n",
        "中国在人工智能方面落后美国一到两年。\n\n她写道：差距在缩小。\n",
    ],
)
def test_what_is_no_discussion_has_no_parts(content: str) -> None:
    assert pasted.parts(content) == ()


def test_the_text_of_a_file_is_the_file() -> None:
    for name in ("a.txt", "a.md"):
        text = read.document(Snapshot(HACKER_NEWS.encode()), name)
        assert text.content == HACKER_NEWS and len(text.parts) == 5


def _check(content: str, parts: tuple[Part, ...]) -> None:
    end = 0
    for part in parts:
        assert end <= part.start < part.end <= len(content)
        assert content[part.start : part.end].strip() == content[part.start : part.end]
        assert part.kind in ("article", "comment", "quotation") and part.place
        end = part.end


LINES = st.sampled_from(
    [line for thread in (HACKER_NEWS, SLASHDOT, OLD_REDDIT, NEW_REDDIT, LESSWRONG, LEMMY, BELOW, BLOG)
     for line in thread.splitlines()] + ["> > x", "—", ">", "\t", "x" * 300, "ann wrote:", "\u2028"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=40).map("\n".join) | st.text(max_size=200))
def test_parts_are_in_order_within_the_text_and_do_not_overlap(content: str) -> None:
    _check(content, pasted.parts(content))


@pytest.mark.parametrize(
    "unit",
    [
        "ann 3 hours ago\n> yes indeed it was so\nno\n", "u/a\n•\n3h ago\n", "[–]" * 20 + "\n",
        ">" * 60 + "\n", "a on mon " * 9 + "\n", "[–]ann " + "9 " * 60 + "points\n",
        "by a\n", "reply " * 30 + "\n", "ann (3 points)\n" + "y" * 190 + "\n", "[-]" + "a " * 18 + "2y 3\n",
        "x (Score:2)\n", "--\n", "a b c d says:\nJuly 8, 2024 at 1\n", " \n",
    ],
)  # fmt: skip
def test_time_grows_with_the_text_up_to_a_megabyte(unit: str) -> None:
    def seconds(length: int) -> float:
        content = unit * (length // len(unit))
        began = time.process_time()
        _check(content, pasted.parts(content))
        return time.process_time() - began

    assert seconds(1_000_000) < 12 * seconds(250_000) + 0.5  # four times the text; machines differ


def test_every_reader_gives_parts_that_hold() -> None:
    text: Text = read.document(Snapshot(SLASHDOT.encode()), "a.txt", dt.date(2026, 1, 1))
    _check(text.content, text.parts)
