"""Sentences: where they end, and that the text is never changed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.words import sentences


def _split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences.split(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("China is behind. The U.S. leads.", 2),
        ("The U.S. Commerce Department acted. It was late.", 2),
        ("They moved to the U.S. The firm grew.", 2),
        ("Dr. Ng spoke to Mr. Li. Nobody wrote it down.", 2),
        ("It rose 3.5 percent. Then it fell.", 2),
        ("It cost $2.7 billion, e.g. for chips. Enough.", 2),
        ('"We are late." So he said.', 2),
        ('"Are we late?" she asked. Nobody knew.', 2),
        ("J. Smith wrote GPT-4.5 off. Others did not.", 2),
        ("Is that all? Yes! It is.", 3),
        ("They grew 5. That was all.", 2),
    ],
)
def test_ends_of_sentences(text: str, count: int) -> None:
    assert len(_split(text)) == count


def test_lines_are_paragraphs_and_keep_their_kind() -> None:
    text = "# Heading\n\n- First item.\n- Second item.\n\nA line of prose that ends. And another."
    found = sentences.split(text)
    assert [s.kind for s in found] == ["heading", "item", "item", "prose", "prose"]
    assert found[-1].paragraph == found[-2].paragraph != found[0].paragraph


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The laboratories of the country are said to be about two years behind\nthe laboratories "
        "of the other one."
    )
    assert len(_split(text)) == 1


@given(st.text(max_size=400))
def test_sentences_are_in_order_and_cover_every_word(text: str) -> None:
    found = sentences.split(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(s.start < s.end for s in found)
    covered = set()
    for s in found:
        covered.update(range(s.start, s.end))
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("GLASGOW, Feb 3 (Northern Desk) - Larch Labs said no.", "Larch Labs said no."),
        ("PORTO, Portugal – 3 May 2024 – Larch Labs said no.", "Larch Labs said no."),
        ("The GPU-maker - Larch Labs - said no.", "The GPU-maker - Larch Labs - said no."),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(text: str, rest: str) -> None:
    assert _split(text)[-1] == rest


@pytest.mark.parametrize("clock", ["09:12 ", "9.41 am ", "18:05 CET ", "07h30 – ", "23.59 ", "12:22 p.m. – "])
def test_the_time_of_an_entry_is_no_part_of_its_first_sentence(clock: str) -> None:
    time, found = sentences.split(f"{clock}China has built 61 models.")
    assert (time.end, found.start) == (len(clock) - 1, len(clock))


@pytest.mark.parametrize(
    "text", ["3.5 Sonnet is out now.", "99:12 China leads there.", "24.6 Percent of them left."]
)
def test_other_figures_at_the_start_are_no_time(text: str) -> None:
    assert sentences.split(text)[0].start == 0
