"""What moves in made streams is said, with its limits, and nothing is said of what does not."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from told_stream import FIRST, stream, told

from theodolite.model.claim import Event, Relation
from theodolite.survey.trends.report import trends
from theodolite.survey.trends.told import Told

QUIET = {f"Quiet {n}": 0.08 for n in range(12)}


def _day(n: int) -> str:
    return (FIRST + dt.timedelta(n)).isoformat()


def _until(day: int) -> dt.date:
    return FIRST + dt.timedelta(day)


def test_a_planted_burst_is_the_only_one() -> None:
    bursting = {"Loud": lambda day: 0.5 if 60 <= day < 72 else 0.04}
    found = trends(stream(91, 20, {**QUIET, **bursting}))
    assert [b.of.name for b in found.bursts] == ["Loud"]
    one = found.bursts[0]
    assert abs((dt.date.fromisoformat(one.start) - _until(60)).days) <= 2
    assert abs((dt.date.fromisoformat(one.end) - _until(71)).days) <= 2
    assert one.times_usual.low < 0.5 / 0.04 < one.times_usual.high
    assert one.weight >= one.threshold and one.probability < 0.01
    assert not one.goes_on
    assert all("Loud" in names for names in [_names_of(found.bursts[0].examples[0].text_sha256)])
    assert len(one.examples) == 3


def _names_of(text: str) -> set[str]:
    return {
        n.name
        for t in stream(91, 20, {**QUIET, "Loud": lambda d: 0.5 if 60 <= d < 72 else 0.04})
        for n in t.names
        if t.article.text_sha256 == text
    }


def test_of_a_stream_in_which_nothing_moves_nothing_is_said() -> None:
    found = trends(stream(91, 20, QUIET))
    assert found.enough and found.looked_at == len(QUIET)
    assert not (found.bursts or found.rising or found.falling or found.quiet or found.new_names)


def test_the_order_of_the_documents_is_nothing_and_the_same_gives_the_same() -> None:
    made = stream(63, 12, {**QUIET, "Loud": lambda d: 0.6 if 40 <= d < 50 else 0.03})
    assert json.dumps(trends(made).to_json()) == json.dumps(trends(made[::-1]).to_json())


def test_what_rises_and_falls_has_limits() -> None:
    shares = {
        **QUIET, "Up": lambda d: 0.3 if d >= 63 else 0.06, "Down": lambda d: 0.03 if d >= 63 else 0.3,
    }  # fmt: skip
    found = trends(stream(91, 20, shares), since=_until(63))
    up = next(m for m in found.rising if m.of.name == "Up")
    assert up.ratio.low < 5 < up.ratio.high and up.ratio.low > 1
    assert [m.of.name for m in found.falling] == ["Down"]


def test_a_growing_stream_is_no_rise() -> None:
    found = trends(stream(91, lambda day: 4 + day // 2, QUIET))
    assert not (found.rising or found.falling or found.bursts)


def test_a_name_that_stops_has_gone_quiet_and_one_that_comes_is_new() -> None:
    shares = {**QUIET, "Gone": lambda d: 0.3 if d < 70 else 0.0, "Come": lambda d: 0.2 if d >= 75 else 0.0}
    found = trends(stream(91, 20, shares))
    assert [q.name for q in found.quiet] == ["Gone"]
    gone = found.quiet[0]
    assert gone.silent > gone.longest_before and gone.probability < 1e-6
    new = found.new_names[0]
    assert (new.name, new.sources) == ("Come", 1)
    assert new.first >= _day(75)


def test_a_source_that_is_added_makes_nothing_rise() -> None:
    """It speaks of one name all the time: only the sources that were there all the time count."""
    made = stream(91, 20, QUIET) + [
        t for t in stream(91, 20, {"Theirs": 0.9}, seed=3, source="added") if t.article.day >= _day(60)
    ]
    found = trends(made)
    assert not (found.bursts or found.rising or found.new_names)
    assert found.coverage.other_sources == 31 * 20
    assert {s.name: s.counted for s in found.coverage.sources} == {"wire": True, "added": False}


def test_a_source_that_stops_is_quiet() -> None:
    stops = [t for t in stream(91, 5, QUIET, seed=4, source="stops") if t.article.day < _day(70)]
    found = trends(stream(91, 20, QUIET) + stops)
    assert [(q.what, q.name, q.silent) for q in found.quiet] == [("sources", "stops", 21)]


def test_copies_count_once_a_day() -> None:
    """One event copied forty times a day is one origin a day, and no burst."""
    made = stream(91, 20, {**QUIET, "Copied": 0.05})
    copies = [
        told(f"copy-{day}-{n}", _day(day), ["Copied"], unit=f"group-{day}")
        for day in range(50, 57)
        for n in range(40)
    ]
    found = trends([*made, *copies])
    assert found.coverage.counted_as == "origins"
    assert found.coverage.documents - found.coverage.units == 7 * 39
    apart = trends([*made, *(replace(t, unit=t.article.id) for t in copies)])
    assert apart.coverage.counted_as == "documents"
    assert apart.coverage.units == apart.coverage.documents == found.coverage.documents
    assert not found.bursts


def test_what_is_dated_only_by_when_it_was_fetched_is_left_out_and_counted() -> None:
    undated = [told(f"u{n}", _day(90), ["Fetched"], basis="fetch") for n in range(30)]
    vague = [told(f"v{n}", "2026-03", ["Vague"]) for n in range(3)]
    found = trends([*stream(91, 20, QUIET), *undated, *vague])
    assert found.coverage.by_fetch == 33
    assert not found.new_names


@pytest.mark.parametrize(
    ("made", "says"),
    [
        ([], "0 documents"),
        (stream(20, 20, QUIET), "over 20 days"),
        (stream(91, 1, QUIET), "91 documents"),
        ([told("a", None), told("b", "not a day at all")], "0 documents"),
    ],
    ids=["none", "few days", "few documents", "no dates"],
)
def test_too_little_is_said_to_be_too_little(made: list[Told], says: str) -> None:
    found = trends(made)
    assert not found.enough and not found.looked_at
    assert found.reason and says in found.reason and "100 documents" in found.reason
    assert "42 days" in found.reason


def test_a_day_too_early_says_what_is_missing() -> None:
    found = trends(stream(91, 20, QUIET), since=_until(10))
    assert found.reason and "28 days before" in found.reason
    later = trends(stream(91, 20, QUIET), since=_until(95))
    assert later.reason and "after" in later.reason


def test_a_report_until_a_day_knows_nothing_of_later_days() -> None:
    made = stream(119, 20, {**QUIET, "Later": lambda d: 0.8 if d >= 100 else 0.04})
    found = trends(made, until=_until(90))
    assert found.until == _day(90)
    assert found == trends([t for t in made if t.article.day <= _day(90)]) or found.coverage.outside
    assert not found.bursts


def test_kinds_and_dimensions_are_counted_from_claims() -> None:
    made = []
    for n, t in enumerate(stream(91, 20, QUIET)):
        day = (dt.date.fromisoformat(t.article.day) - FIRST).days
        talks = n % 20 < (14 if 60 <= day < 70 else 1)
        claim = Event(
            text_sha256=t.article.text_sha256, document=t.article.id, source="x", quote="q", start=0, end=1,
            dimension="policy", subject="A", action="bans", object=f"B{n}",
        )  # fmt: skip
        made.append(replace(t, claims=(claim,) if talks else ()))
    found = trends(made, of=("dimensions", "kinds"))
    assert {(b.of.what, b.of.name) for b in found.bursts} == {("dimensions", "policy"), ("kinds", "event")}
    assert {s.name for s in found.series} == {"policy", "event"}
    assert sum(step.count for step in found.series[0].steps) == found.series[0].count


def test_a_claim_that_was_made_before_is_not_new() -> None:
    def tie(key: str, day: int, whom: str) -> Told:
        claim = Relation(
            text_sha256=key, document=key, source="x", quote=f"A backs {whom}. " * 40, start=0, end=1,
            subject="A", predicate="funds", object=whom,
        )  # fmt: skip
        return told(key, _day(day), claims=(claim,))

    made = [tie("old", 5, "B"), tie("again", 80, "B"), tie("new", 81, "C"), tie("also", 82, "C")]
    found = trends([*stream(91, 20, QUIET), *made])
    assert [(c.said_on, c.told) for c in found.new_claims] == [(_day(81), 2)]
    assert found.new_claims_count == 1 and len(found.new_claims[0].quote) <= 300
