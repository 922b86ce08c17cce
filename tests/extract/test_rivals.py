"""Of two readings of the same words by two extractors one stands, and nothing else goes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract import rivals
from theodolite.model.claim import Assessment, Claim, Lag, Quantity

CONTENT = "China is a year behind the United States in models, and strong in talent. " * 4


def claim(start: int, end: int, **slots: Any) -> Claim:
    head = {
        "text_sha256": "0" * 64, "document": "d", "source": "a.txt", "quote": CONTENT[start:end],
        "start": start, "end": end,
    }  # fmt: skip
    if "direction" in slots:
        return Assessment(**head, subject="China", **slots)
    return Lag(**head, follower="China", leader="United States", **{"low_months": 12.0, **slots})


def test_of_the_same_words_the_preferred_reading_stands() -> None:
    ours, theirs = claim(0, 40, low_months=12.0), claim(10, 50, low_months=24.0)
    assert rivals.without_rivals([ours], [theirs]) == []
    assert rivals.together([ours], [theirs]) == [theirs]


def test_another_kind_and_other_words_are_no_rivals() -> None:
    judged, after, theirs = claim(0, 40, direction="strength"), claim(50, 60), claim(0, 50)
    assert rivals.without_rivals([judged, after], [theirs]) == [judged, after]
    assert rivals.together([after, judged], [theirs]) == [judged, theirs, after]


def test_two_figures_of_one_sentence_are_no_rivals_and_one_figure_read_twice_is() -> None:
    def money(start: int, end: int, low: float | None, high: float | None, metric: str) -> Claim:
        where = {"source": "a.txt", "quote": CONTENT[start:end], "start": start, "end": end}
        slots = {"metric": metric, "value_low": low, "value_high": high}
        return Quantity(text_sha256="0" * 64, document="d", **where, **slots)  # type: ignore[arg-type]

    theirs = money(0, 60, 3.2e9, 3.2e9, "investment")
    deals, again = money(0, 60, 48, 48, "deals"), money(10, 30, 3.2e9, None, "money")
    assert rivals.without_rivals([deals, again], [theirs]) == [deals]


def test_what_both_found_is_one_claim_in_the_form_of_the_rules() -> None:
    ours, theirs = claim(0, 40, speaker="Ada Quill"), claim(0, 40)
    assert ours.id == theirs.id and ours != theirs
    assert rivals.without_rivals([ours], [theirs]) == [ours]
    assert rivals.together([ours], [theirs]) == [ours]


def test_a_claim_that_both_found_stays_although_another_preferred_one_covers_it() -> None:
    ours, wide = claim(0, 40), claim(0, 70, low_months=24.0)
    assert rivals.together([ours], [wide, claim(0, 40)]) == [ours, wide]


def test_the_fingerprint_is_of_places_and_identities_in_any_order() -> None:
    one, two = claim(0, 40), claim(50, 60)
    assert rivals.fingerprint([one, two]) == rivals.fingerprint([two, one])
    assert rivals.fingerprint([one]) != rivals.fingerprint([one, two])


spans = st.tuples(st.integers(0, 250), st.integers(1, 40), st.booleans())


@given(st.lists(spans, max_size=12), st.lists(spans, max_size=12))
def test_as_comparing_each_with_each(ours: list[Any], theirs: list[Any]) -> None:
    def made(rows: list[Any], months: float) -> list[Claim]:
        return [
            claim(a, a + n, **({"direction": "strength"} if judged else {"low_months": months}))
            for a, n, judged in rows
        ]

    mine, preferred = made(ours, 12.0), made(theirs, 24.0)
    known = {one.id for one in preferred}
    slow = [
        c
        for c in mine
        if c.id in known
        or not any(p.kind == c.kind and p.start < c.end and c.start < p.end for p in preferred)
    ]
    assert rivals.without_rivals(mine, preferred) == slow


@pytest.mark.parametrize("both", [[], [claim(0, 40)]])
def test_without_the_other_extractor_nothing_changes(both: list[Claim]) -> None:
    assert rivals.without_rivals(both, []) == both == rivals.together(both, []) == rivals.together([], both)
