from __future__ import annotations

import pytest

from theodolite.read.rejoin import rejoin


@pytest.mark.parametrize(
    ("found", "visible", "expected"),
    [
        ("one of\ntwo\nyears", "Home\none of two years", "one of two years"),
        ("so-\ncalled", "so-called", "so-called"),
        ("A line.\nAnother.", "A line.\nAnother.", "A line.\nAnother."),
        ("- One\n- Two", "One\nTwo", "- One\n- Two"),
        ("| a | b | \n| c | d |", "a | b\nc | d", "| a | b | \n| c | d |"),
        ("a\n\nb", "a b", "a\n\nb"),
        ("", "", ""),
    ],
)
def test_only_line_ends_that_the_page_does_not_have_are_taken_out(
    found: str, visible: str, expected: str
) -> None:
    assert rejoin(found, visible) == expected


def test_nothing_is_mended_where_it_would_take_too_long() -> None:
    found, visible = "a\nb\n" * 20_000, "a b " * 20_000
    assert rejoin(found, visible) == found
