"""A gate is never shut on a sentence that its pattern matches, and is shut on most of the others."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.assessments.cues import CUES
from theodolite.extract.lags import cues as lags
from theodolite.extract.relations import restrictions
from theodolite.extract.words.gates import Gates

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


@pytest.mark.parametrize(
    ("source", "opens", "shut"),
    [
        (r"\bgap\s(?:closed|narrowed)\b", "The gap closed", "The gap widened"),
        (r"(?:no|not) (?:a )?remed(?:y|ies)", "There are no remedies", "There is nothing"),
        (r"(?:curb|limit)s?\b", "New CURBS bite", "New rules bite"),
        (r"(?=half|third)\w+ of", "half of them", "all of them"),
        (r"(?:early ){1,3}bird", "early bird", "late bird"),
    ],
)
def test_what_a_pattern_must_hold(source: str, opens: str, shut: str) -> None:
    gate = Gates(re.compile(source, re.I))
    assert gate.may(_words(opens))
    assert not gate.may(_words(shut))


@pytest.mark.parametrize(
    "source", [r"(?:gap)?\s\d", r"(?:gap|\d)", r"(?!gap)\w", r"[A-Z]\w+", r"(?<!gap)x", r"(?:gap)*"]
)
def test_what_may_be_missing_shuts_nothing(source: str) -> None:
    assert Gates(re.compile(source)).may(frozenset())


def test_each_pattern_has_a_gate_of_its_own() -> None:
    gates = Gates(re.compile("behind schedule"), re.compile("ahead"), re.compile(r"\d"))
    assert gates.opened(_words("far behind")) == {2}
    assert gates.opened(_words("behind every schedule, ahead of none")) == {0, 1, 2}


_SAID = [piece for cue in CUES for piece in re.findall(r"[a-z]{3,}", cue.pattern.pattern)]
_SAID += re.findall(r"[a-z]{3,}", lags.CUE.pattern + restrictions.CUE.pattern)


@given(st.lists(st.sampled_from([*_SAID, "is", "the", "its", "in", "a", "of", "Chips"]), max_size=12))
def test_no_match_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    patterns = [*(cue.pattern for cue in CUES), lags.CUE, restrictions.CUE]
    open_ones = _ALL.opened(_words(text))
    assert all(n in open_ones for n, pattern in enumerate(patterns) if pattern.search(text))


_ALL = Gates(*(cue.pattern for cue in CUES), lags.CUE, restrictions.CUE)


def test_long_words_are_looked_through_too() -> None:
    gate = Gates(re.compile(r"\bgap\w*|narrow(?:s|ing)\b"))
    assert gate.may({"a" * 90 + "narrowing"})
    assert gate.may({"megaparsec-gapless"})
    assert not gate.may({"a" * 90, "narr"})
