"""Hostile and pathological texts: work grows no faster than the text, and every quote stays exact."""

from __future__ import annotations

import sys
import time
from types import FrameType
from typing import Any

import pytest

from theodolite import extract
from theodolite.model.origin import Origin
from theodolite.model.text import Text, canonical

SHAPES = {
    "shares of shares": "5% of ",
    "money": "$5 million and ",
    "one currency": "€5 ",
    "ranges": "5-6% ",
    "halves": "half of ",
    "bare numbers": "1 ",
    "digits and commas": "1,",
    "dotted digits": "1.2.",
    "years": "2023-2024 ",
    "dates": "January 5, 2024 ",
    "gaps": "China is two years behind ",
    "leads": "a two-year lead over ",
    "records": "it took China two years to match GPT-4 and ",
    "pronouns": "they are two years behind them ",
    "copies": "these copies are two years behind copies of Llama ",
    "open quotes": "“",
    "quotations": "“We are two years behind,” said Mr Li. ",
    "nested quotations": "“He said ‘she said “no”’” ",
    "straight quotes": '"a b c d e f," ',
    "parentheses": "(",
    "brackets": "](",
    "said": "he said that ",
    "sources": "according to Bloomberg, ",
    "dashes": "— ",
    "names": "OpenAI Sam Altman ",
    "capitals": "Alpha Beta ",
    "one word": "a",
    "one sentence": "word, ",
    "short lines": "China.\n",
    "table": "| 5 | 6% |\n",
    "list": "1. a\n",
    "comments": "user1 3 hours ago\nGood point: 5% of it.\n",
    "labels": "Bob: hi there\nAnn: 5% of users\n",
    "Chinese": "中国落后美国两年",
    "Arabic": "الصين متأخرة ",
    "emoji": "😀 👩‍💻 ",
    "combining marks": "e\u0301\u0301 ",
    "separators": "\u2028a\x00",
    "addresses": "a@b.c http://a.b/ ",
}


def _read(content: str) -> list[Any]:
    text = Text(snapshot="0" * 64, reader="test/1", content=canonical(content))
    found = extract.claims(text, Origin(location="a.txt", published="2024-05-05"))
    for claim in found:
        assert text.content[claim.start : claim.end] == claim.quote
    return found


def _work(content: str) -> int:
    """How many calls Python makes to read a text: it does not depend on the machine's load."""
    calls = 0

    def count(frame: FrameType, event: str, _: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        _read(content)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("name", SHAPES)
def test_work_grows_with_the_text(name: str) -> None:
    unit = SHAPES[name]
    short, long = (_work(unit * (size // len(unit))) for size in (1800, 7200))
    assert long < 6.5 * short + 20000, (short, long)


@pytest.mark.parametrize(
    "name", ["digits and commas", "brackets", "dotted digits", "one word", "open quotes"]
)
def test_time_of_searches_grows_with_the_text(name: str) -> None:
    """Calls do not show what happens inside one search: four times the text may take ten times as long."""
    unit = SHAPES[name]
    spent = []
    for size in (20_000, 80_000):
        begun = time.process_time()
        _read(unit * (size // len(unit)))
        spent.append(time.process_time() - begun)
    assert spent[1] < 10 * spent[0] + 0.5, spent


def test_a_sentence_of_figures_gives_no_more_claims_than_prose_can_hold() -> None:
    assert 0 < len(_read("5% of users and " * 70)) <= 60


def test_ordinary_figures_are_all_read() -> None:
    text = " ".join(f"Firm{i} has {1000 + i} employees." for i in range(150))
    assert len(_read(text)) == 150
