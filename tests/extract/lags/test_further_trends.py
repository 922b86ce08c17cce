"""Several leaders of one follower that falls behind; a trend that is only an impression."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim

Read = Callable[..., list[Claim]]


def _of(read: Read, text: str) -> list[tuple[str, str, str, str]]:
    rows = [c.to_json() for c in read(text, ("lag",))]
    return [(r["follower"], r["leader"], r["trend"], r["polarity"]) for r in rows]


def test_each_leader(read: Read) -> None:
    assert _of(read, "Canada is falling behind Japan and India.") == [
        ("Canada", "Japan", "widening", "asserted"),
        ("Canada", "India", "widening", "asserted"),
    ]


def test_no_leader_of_the_next_clause(read: Read) -> None:
    assert _of(read, "Canada is falling behind Japan and India has won.") == [
        ("Canada", "Japan", "widening", "asserted")
    ]


@pytest.mark.parametrize("noun", ["impression", "perception", "myth"])
def test_an_impression_is_denied(read: Read, noun: str) -> None:
    text = f"Despite the {noun} that Canada is catching up with Japan, little has moved."
    assert [t[3] for t in _of(read, text)] == ["denied"]


def test_a_quoted_unit(read: Read) -> None:
    found = [c.to_json() for c in read('Canada is only "months" behind Japan in AI.', ("lag",))]
    assert [(c["follower"], c["low_months"]) for c in found] == [("Canada", 1)]
