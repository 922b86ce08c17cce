"""The outbox gets each event once: a new watch does not flood, a changed one goes on, nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from watched_ledger import judge, measure, say

from theodolite import ledger
from theodolite.ledger.base import Ledger
from theodolite.model.watch import ClaimConditions, GapLine, LinesFile, Program, Watch, Webhook
from theodolite.survey.news import gaps, vintages
from theodolite.survey.watches import telling
from theodolite.survey.watches.evaluating import put

LINE = GapLine(leader="US", follower="China", quantity="backward_lag_months", below=6.0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Ledger]:
    with ledger.open(tmp_path / "some.ledger") as one:
        yield one


def watch(name: str = "w", looks_for: Any = None, **more: Any) -> Watch:
    sought = looks_for or ClaimConditions(kinds=("lag",))
    return Watch(**{"name": name, "looks_for": sought, "target": LinesFile(path="/f"), **more})


def new(store: Ledger, *watches: Watch) -> list[str]:
    return [telling.in_words(n) for found in put(store, watches) for n in found.new]


def test_a_new_watch_begins_now_and_is_told_of_what_comes(store: Ledger) -> None:
    say(store, 1)
    assert new(store, watch()) == []
    say(store, 2)
    say(store, 3)
    assert [w.split(": ")[-1] for w in new(store, watch())] == [
        "2 months [supported]",
        "3 months [supported]",
    ]
    assert new(store, watch()) == []
    assert len(store.notices()) == 2


def test_from_the_beginning_is_everything_once(store: Ledger) -> None:
    say(store, 1)
    say(store, 2)
    old = watch(begins="beginning")
    assert len(new(store, old)) == 2
    assert new(store, old) == []


def test_a_verdict_is_told_when_it_comes_to_be(store: Ledger) -> None:
    sought = watch(looks_for=ClaimConditions(verdicts=("contradicted",)), begins="beginning")
    claim = say(store, 1)
    assert new(store, sought) == []
    judge(store, claim, "contradicted")
    assert len(new(store, sought)) == 1
    judge(store, claim, "supported")
    assert new(store, sought) == []
    judge(store, claim, "contradicted")
    assert len(new(store, sought)) == 1  # it came back: that is another event
    verdict = json.loads(store.notices()[0].body)
    assert (verdict["sort"], verdict["before"]) == ("verdict", {"then": "supported", "now": "supported"})


def test_a_run_that_failed_loses_nothing(store: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, [watch()])
    say(store, 1)
    with monkeypatch.context() as patch:
        patch.setattr(type(store), "put_notice", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            put(store, [watch()])
    assert store.notices() == []
    assert len(new(store, watch())) == 1


def test_other_conditions_go_on_from_the_last_look(store: Ledger) -> None:
    put(store, [watch(looks_for=ClaimConditions(kinds=("event",)))])
    say(store, 1)  # after the last look, before the change
    assert len(new(store, watch())) == 1
    say(store, 2)
    put(store, [watch(looks_for=ClaimConditions(kinds=("event",)))])
    assert new(store, watch()) == []  # what was looked at with other conditions is past
    assert len({w.name for w in store.watches()}) == 1


def test_another_target_is_the_same_watch(store: Ledger) -> None:
    put(store, [watch()])
    say(store, 1)
    moved = replace(watch(), target=Program(arguments=("a",)))
    assert len(new(store, moved)) == 1
    assert new(store, watch()) == []
    assert json.loads(store.watches()[0].body)["target_kind"] == "file"


def test_another_name_is_another_watch(store: Ledger) -> None:
    put(store, [watch("a")])
    say(store, 1)
    assert len(new(store, watch("a"), watch("b"))) == 1
    say(store, 2)
    assert len(new(store, watch("a"), watch("b"))) == 2


def test_a_watch_that_was_taken_out_picks_up_where_it_was(store: Ledger) -> None:
    put(store, [watch("a")])
    put(store, [watch("b")])
    say(store, 1)
    assert len(new(store, watch("a"))) == 1


def test_a_gap_that_crosses_a_line_is_told_with_its_vintages(store: Ledger) -> None:
    gap = watch(looks_for=LINE)
    measure(store, "2026-01-31", 7.0, low=6.0, high=8.0)
    put(store, [gap])
    measure(store, "2026-03-31", 5.0, low=4.0, high=7.0)
    assert new(store, gap) == []
    measure(store, "2026-05-15", 4.5)
    assert new(store, gap) == [
        "China behind United States, Epoch Capabilities Index: backward_lag_months below 6 since 2026-03-31"
    ]
    measure(store, "2026-07-31", 4.0)
    assert new(store, gap) == []
    body = json.loads(store.notices()[0].body)
    assert (body["began"], body["reached"], body["days"]) == ("2026-03-31", "2026-05-15", 45)
    assert [r["estimate"] for r in body["readings"]] == [5.0, 4.5]
    assert body["readings"][0]["source"] == "epoch/capabilities_index"


def test_an_older_vintage_put_in_later_is_not_told_again(store: Ledger) -> None:
    gap = watch(looks_for=LINE, begins="beginning")
    measure(store, "2026-03-31", 5.0)
    measure(store, "2026-05-15", 4.5)
    assert len(new(store, gap)) == 1
    measure(store, "2026-02-28", 5.5)  # the same stretch, which now began earlier
    assert new(store, gap) == []
    measure(store, "2026-06-15", 9.0)
    measure(store, "2026-07-15", 5.0)
    measure(store, "2026-09-15", 5.0)
    assert len(new(store, gap)) == 1  # another stretch


def test_figures_that_may_not_be_published_do_not_leave_by_a_webhook(store: Ledger) -> None:
    values = {"source": "eto/chip_providers"}  # its licence does not allow it
    measure(store, "2026-03-31", 5.0, **values)
    measure(store, "2026-05-15", 4.5, **values)
    assert not any(g.publishable for g in gaps(store))
    hook = Webhook(address="https://a.example/")
    kept = watch("kept", LINE, target=hook, begins="beginning")
    assert new(store, kept) == []
    assert len(new(store, watch("here", LINE, begins="beginning"))) == 1
    assert len(new(store, replace(kept, name="told", private=True))) == 1
    assert vintages(store) == []


def test_the_bytes_of_a_notice_are_the_same_whenever_it_is_made(store: Ledger) -> None:
    say(store, 1)
    old = watch(begins="beginning")
    made = put(store, [old])[0].new[0]
    other = put(store, [replace(old, target=Program(arguments=("x",)))])[0].every[0]
    assert (made.id, made.body) == (other.id, other.body)
    assert made.body.isascii()
    assert json.loads(made.body)["id"] == made.id
