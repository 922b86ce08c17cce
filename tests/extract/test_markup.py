"""Marks of Markdown are left out before the rules read, and every offset finds its way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract import each, found
from theodolite.extract.markup import unmarked
from theodolite.model.origin import Origin
from theodolite.model.text import Part, Text

ORIGIN = Origin(location="note.md", published="2026-03-02")


def _text(content: str, *parts: Part) -> Text:
    return Text(snapshot="0" * 64, reader="plain/1", content=content, parts=parts)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**Kimi K2** beats it", "Kimi K2 beats it"),
        ("__Kimi K2__ and _Qwen_ and *Yi*", "Kimi K2 and Qwen and Yi"),
        ("***both*** `o3` cost \\$5", "both o3 cost $5"),
        ("see [the **report**](https://example.org/a_(b)_c) now", "see the report now"),
        ('see [it](https://example.org "A title") now', "see it now"),
        ("![a chart](https://example.org/c.png)Chips", "Chips"),
        ("Larch[3], which[12] sells", "Larch, which sells"),
        ("智谱**GLM-4.5**发布", "智谱GLM-4.5发布"),
    ],
)
def test_marks_are_left_out(written: str, read: str) -> None:
    assert unmarked(_text(written)).text.content == read


@pytest.mark.parametrize(
    "content",
    [
        "see [3] and a[12]b and 7[2]",
        "2**3 is 8",
        "* a\n* b",
        "snake_case_name and __init",
        "5 * 3 * 2",
        "[1] (see there)",
        "a[i](b c)",
        "-----",
        "",
    ],
)
def test_what_is_no_mark_stays(content: str) -> None:
    text = _text(content)
    assert unmarked(text).text is text


@given(st.text(alphabet="ab *_`[](!)\\\n中", max_size=60))
def test_every_character_read_stands_where_it_says(content: str) -> None:
    plain = unmarked(_text(content))
    for at, character in enumerate(plain.text.content):
        assert content[plain.place(at)] == character
    places = [plain.place(at) for at in range(len(plain.text.content))]
    assert places == sorted(set(places))


def test_a_span_leaves_the_marks_around_it_out() -> None:
    content = "So **Kimi K2** and **Qwen** lead."
    plain = unmarked(_text(content))
    at = plain.text.content.index("Kimi")
    start, end = plain.span(at, at + len("Kimi K2 and Qwen"))
    assert content[start:end] == "Kimi K2** and **Qwen"


def test_parts_move_along() -> None:
    content = "**First** says one.\n\n**Second** says two."
    border = content.index("**Second")
    plain = unmarked(_text(content, Part(start=0, end=border - 2), Part(start=border, end=len(content))))
    read = [plain.text.content[p.start : p.end] for p in plain.text.parts]
    assert read == ["First says one.", "Second says two."]


def test_claims_are_the_same_with_marks_and_quoted_with_them() -> None:
    bare = "Chinese labs lag OpenAI by two years, said Ana Ruiz. DeepSeek raised $5 billion in 2025."
    marked = (
        "**Chinese labs** lag [OpenAI](https://example.org/o) by *two years*, said **Ana Ruiz**. "
        "DeepSeek raised **\\$5 billion** in 2025."
    )
    plain, with_marks = found(_text(bare), ORIGIN), found(_text(marked), ORIGIN)
    assert [c.slots for c in with_marks.claims] == [c.slots for c in plain.claims]
    assert [c.speaker for c in with_marks.claims] == [c.speaker for c in plain.claims]
    assert plain.claims
    for before, claim in zip(plain.claims, with_marks.claims, strict=True):
        assert marked[claim.start : claim.end] == claim.quote
        at, cue = plain.by[before.id, before.start].cue, with_marks.by[claim.id, claim.start].cue
        assert marked[cue : cue + 3] == bare[at : at + 3]
    assert [c.id for f in each([(_text(marked), ORIGIN)]) for c in f.claims] == [
        c.id for c in with_marks.claims
    ]
