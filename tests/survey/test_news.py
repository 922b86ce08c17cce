"""What became known in a ledger: each thing once, dated by when it was known, whatever came in later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from watched_ledger import judge, measure, say

from theodolite import ledger
from theodolite.ledger.base import Ledger
from theodolite.model.news import GapMoved, NewClaim, NewCorrection, NewVerdict, NewVintage
from theodolite.model.origin import Origin
from theodolite.model.pull import Pull
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.survey.news import claims_and_verdicts, gaps, news_of, vintages
from theodolite.survey.record.recording import record

AT = "2026-08-11T00:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Ledger]:
    with ledger.open(tmp_path / "some.ledger") as one:
        yield one


def pull(store: Ledger, content: bytes, source: str = "some/table", private: bool = False) -> None:
    with store.begin("pull"):
        snapshot = Snapshot(content, "text/csv")
        store.put_gathered(Gathered(Origin(location="a.csv"), snapshot, AT))
        store.put_pull(
            Pull(
                source=source, at=AT, outcome="vintage", address="a", snapshot=snapshot.sha256, file="a.csv",
                vintage=dt.date(2026, 8, 11), rows=1, private=private,
            )
        )  # fmt: skip


def test_everything_is_told_once_and_dated_by_the_run_that_brought_it(store: Ledger) -> None:
    claim = say(store, 1)
    judge(store, claim, "mixed")
    pull(store, b"a\n1\n")
    measure(store, "2026-03-31", 5.0)
    told = news_of(store, record(store, {claim.document}), {claim.document})
    assert [type(n) for n in sorted(told, key=lambda n: (n.at, type(n).__name__))] == [
        NewClaim, NewCorrection, NewVerdict, NewVintage, GapMoved,
    ]  # fmt: skip
    ends = [run.ended for run in store.runs()]
    assert [n.at for n in told] == [ends[0], ends[1], ends[1], ends[2], ends[3]]
    assert news_of(store, record(store, {claim.document}), {claim.document}) == told


def test_documents_of_other_surveys_are_left_out(store: Ledger) -> None:
    claim = say(store, 1)
    say(store, 2)
    told = news_of(store, record(store, {claim.document}), {claim.document})
    assert [n.claim for n in told if isinstance(n, NewClaim)] == [claim]
    assert len(claims_and_verdicts(store)) == 2


def test_a_claim_that_nobody_held_is_told_too(store: Ledger) -> None:
    say(store, 1, verdict=None)
    (found,) = claims_and_verdicts(store)
    assert isinstance(found, NewClaim)
    assert found.version is None


def test_a_vintage_that_may_not_be_published_says_so(store: Ledger) -> None:
    pull(store, b"a\n1\n")
    pull(store, b"a\n2\n", private=True)
    pull(store, b"a\n3\n", source="eto/chip_providers")
    pull(store, b"a\n1\n", source="other/table")
    assert [(v.source, v.publishable) for v in vintages(store)] == [
        ("some/table", True), ("some/table", False), ("eto/chip_providers", False), ("other/table", True),
    ]  # fmt: skip


def test_a_gap_stands_beside_the_vintage_before_it(store: Ledger) -> None:
    measure(store, "2026-03-31", 5.0)
    measure(store, "2026-06-30", 4.0)
    first, second = gaps(store)
    assert (first.figures[0].before, first.before_day) == (None, None)
    assert (second.figures[0].before, second.before_day) == (5.0, "2026-04-10")
    # One of a day between them, put in later, changes nothing that was said.
    measure(store, "2026-05-15", 4.5)
    by_day = {g.until: g for g in gaps(store)}
    assert by_day["2026-06-30"] == second
    assert by_day["2026-05-15"].figures[0].before == 5.0


def test_a_gap_of_private_bytes_may_not_be_published(store: Ledger) -> None:
    pull(store, b"a\n2\n", private=True)
    measure(store, "2026-03-31", 5.0, vintage_sha256=vintages(store)[0].sha256)
    measure(store, "2026-06-30", 5.0)
    assert [g.publishable for g in gaps(store)] == [False, True]
