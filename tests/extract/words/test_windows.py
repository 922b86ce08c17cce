"""Looking around signs finds what looking everywhere finds."""

from __future__ import annotations

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.words import windows

SIGN = re.compile(r"\d+")


def test_a_window_begins_at_a_word_and_joins_its_neighbours() -> None:
    text = "a" * 30 + " https://x.org/" + "b" * 120 + "7 and 8"
    (window,) = windows.around(SIGN, text, reach=20)
    assert text[window[0] :].startswith("https://") and window[1] == len(text)
    far = "1" + " word" * 60 + " 2"
    assert len(list(windows.around(SIGN, far, reach=20))) == 2
    assert list(windows.around(SIGN, "no sign here")) == []


def test_without_a_space_between_a_window_begins_where_the_last_one_ended() -> None:
    text = "8" + "x" * 300 + "9" + "\n" * 300 + "7"
    assert list(windows.around(SIGN, text, reach=20)) == [(0, 21), (21, 322), (322, len(text))]
    many = ("7" + "\n" * 200) * 500
    assert sum(b - a for a, b in windows.around(SIGN, many)) <= len(many)


@given(st.text(alphabet="ab1 .\n", max_size=400), st.integers(min_value=0, max_value=30))
def test_every_short_match_that_holds_a_sign_is_found(text: str, start: int) -> None:
    pattern = re.compile(r"[a-b]{0,3}\d+[a-b]{0,3}")
    everywhere = [m.span() for m in pattern.finditer(text, min(start, len(text)))]
    within = [
        m.span()
        for a, b in windows.around(SIGN, text, min(start, len(text)), reach=12)
        for m in pattern.finditer(text, a, b)
    ]
    assert sorted(set(within)) == sorted(set(everywhere))
    places = list(windows.around(SIGN, text, min(start, len(text)), reach=12))
    assert all(a < b for a, b in places) and all(p[1] <= q[0] for p, q in itertools.pairwise(places))
