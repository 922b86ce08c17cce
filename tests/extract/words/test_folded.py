"""A pattern over small letters finds what it finds without regard to case, at the same places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.lags import cues
from theodolite.extract.words import no_figures, number_grammar
from theodolite.extract.words.folded import Folded, may_fold

_PATTERNS = (
    cues.CUE,
    number_grammar.START,
    no_figures._EITHER.pattern,
    re.compile(r"(?P<A>[A-F]x|\W)K\b", re.I),
)
_PIECES = (
    "Behind",
    "LED",
    "the Kſ",
    "İstanbul",
    "ı",
    "AKſ",
    "A-K",
    "Twenty",
    "US$ 5",
    "FIG. 3",
    "\u212a",
    "10X",
    " ",
    "’s",
    "Σ",
)


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=5), max_size=12).map("".join))
def test_the_same_places(text: str) -> None:
    for pattern in _PATTERNS:
        folded = Folded(pattern)
        assert [m.span() for m in folded.finditer(text)] == [m.span() for m in pattern.finditer(text)]
        found, plain = folded.exact(text), pattern.search(text)
        assert (found and found.group()) == (plain and plain.group())


@pytest.mark.parametrize("pattern", [re.compile("a"), re.compile("a(?-i:B)", re.I), re.compile("é", re.I)])
def test_what_is_not_without_regard_to_case_throughout_is_refused(pattern: re.Pattern[str]) -> None:
    assert not may_fold(pattern)
    with pytest.raises(ValueError, match="small letters"):
        Folded(pattern)
