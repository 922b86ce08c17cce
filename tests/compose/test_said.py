"""The drawing rules on values."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from theodolite.compose.page_said import said_title
from theodolite.compose.said import denial_points, picture
from theodolite.compose.standing import MeasuredRange, measured_range

PAIR = ("United States", "China")


def drawn(view):
    return picture(view, *PAIR)


def test_rule_1_only_standings_share_the_axis_and_the_rest_is_listed(specimen):
    found = drawn(specimen.view())
    lanes = {m.claim.quote: m.lane for m in found.marks}
    assert lanes["They are one to two years behind"] == "standing"
    assert lanes["It took no more than two years to match Gamma"] == "record"
    assert lanes["We will need two to three years"] == "catch_up"
    why = {n.claim.quote: n.why for n in found.not_drawn}
    assert why["Our chips are three years behind"].startswith("about compute")
    assert "copies of Gamma" in why["Copies are a year behind"]
    assert len(found.not_drawn) == 2


def test_rule_1_another_pair_and_part_of_a_side_are_not_on_this_axis(specimen):
    t = specimen.text_of("Aa. Bb. Cc. Dd.")
    claims = (
        specimen.lag(t, "Aa", follower="France", follower_side="France"),
        specimen.lag(t, "Bb", leader="OpenAI", leader_side="United States"),
        specimen.lag(t, "Cc", follower="Chinese companies"),
        specimen.lag(t, "Dd", follower=None, follower_side=None),
    )
    found = drawn(specimen.with_claims(*claims, text=t))
    assert [m.claim.quote for m in found.marks] == ["Cc"]
    assert len(found.not_drawn) == 3


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"said_on": None}, "no date"),
        ({"said_on": "last spring"}, "no date"),
        ({"said_on": "2027-01-01"}, "after the day"),
        ({"said_on": "0001-01-01"}, "before anything"),
        ({"low_months": 12, "high_months": 1e12}, "century"),
        ({"low_months": float("nan")}, "century"),
        ({"low_months": None, "high_months": None, "trend": "narrowing"}, "trend"),
        ({"reading": None}, "standing, a record"),
        ({"forecast": True}, "future"),
        ({"dimension": None}, "what is behind"),
    ],
)
def test_what_does_not_qualify_is_listed_with_its_reason(specimen, change, why):
    t = specimen.text_of("Aa")
    found = drawn(specimen.with_claims(specimen.lag(t, "Aa", **change), text=t))
    assert found.marks == ()
    assert why in found.not_drawn[0].why


def test_rule_2_a_denial_is_marked_denied_and_points_where_its_words_say(specimen):
    found = drawn(specimen.view())
    denial = next(m for m in found.marks if m.denied)
    assert denial.claim.quote == "The gap is not only one to two years"
    assert denial.points == "up"
    assert "denies" in denial.words and "denies" in denial.brief


@pytest.mark.parametrize(
    ("quote", "points"),
    [
        ("the gap is only 1 to 2 years", "up"),
        ("amounts to merely 1 to 2 years", "up"),
        ("not a situation where we catch up within two years", "up"),
        ("差距只有一到两年", "up"),
        ("it is not as much as three years", "down"),
        ("并没有多达三年", "down"),
        ("that the gap is two years is false", None),
    ],
)
def test_rule_2_the_side_comes_from_the_words(quote, points):
    assert denial_points(quote) == points


def test_rule_2_an_objection_is_a_flag_and_no_mark(specimen):
    found = drawn(specimen.view())
    assert [f.claim.quote for f in found.flags] == ["Such time frames are misleading"]
    assert all("misleading" not in m.claim.quote for m in found.marks)


def test_rule_3_open_ends_stay_open(specimen):
    found = drawn(specimen.view())
    least = next(m for m in found.marks if m.claim.quote == "It is at least a year")
    assert (least.low, least.high) == (12, None)
    assert "≥ 12" in least.brief
    most = next(m for m in found.marks if m.lane == "record")
    assert (most.low, most.high) == (None, 24)


def test_rule_4_open_records_are_drawn_at_the_months_they_stood(specimen):
    found = drawn(specimen.view())
    assert [(o.model, o.months, o.day) for o in found.open_records] == [
        ("Alpha 3", 3.45, dt.date(2026, 4, 30))
    ]
    assert len(found.series) == 2


def test_rule_5_every_qualifying_claim_is_drawn_and_a_repeat_is_a_tick(specimen):
    view = specimen.view()
    found = drawn(view)
    first = next(m for m in found.marks if m.claim.quote == "They are one to two years behind")
    assert [(r.claim.quote, r.day) for r in first.repeats] == [
        ("Again: one to two years behind", dt.date(2025, 5, 20))
    ]
    lags = [c for d in view.documents for c in d.claims if c.kind == "lag"]
    assert found.drawn_count + len(found.not_drawn) == len(lags)
    assert found.drawn_ids | {n.claim.id for n in found.not_drawn} == {c.id for c in lags}


def test_rule_5_another_speaker_or_another_stretch_is_no_repeat(specimen):
    t = specimen.text_of("Aa. Bb. Cc.")
    claims = (
        specimen.lag(t, "Aa"),
        specimen.lag(t, "Bb", speaker="Another"),
        specimen.lag(t, "Cc", high_months=36),
    )
    assert len(drawn(specimen.with_claims(*claims, text=t)).marks) == 3


def test_rule_5_a_group_joins_a_headline_to_the_speaker_the_text_names(specimen):
    t = specimen.text_of("Aa. Bb. Cc.")
    claims = (
        specimen.lag(t, "Aa", group="g", speaker=None),
        specimen.lag(t, "Bb", group="g"),
        specimen.lag(t, "Cc", speaker=None),
    )
    found = drawn(specimen.with_claims(*claims, text=t))
    assert [(m.speaker, [r.claim.quote for r in m.repeats]) for m in found.marks] == [
        ("Ada Example", ["Aa"]),
        ("unsigned", []),
    ]


@pytest.mark.parametrize(
    "other", [{"polarity": "denied"}, {"low_months": 11}, {"reading": "catch_up"}, {"speaker": "Another"}]
)
def test_rule_5_a_group_never_hides_a_denial_or_another_stretch_or_speaker(specimen, other):
    t = specimen.text_of("Aa. Bb.")
    claims = (specimen.lag(t, "Aa", group="g"), specimen.lag(t, "Bb", group="g", **other))
    found = drawn(specimen.with_claims(*claims, text=t))
    assert [len(m.repeats) for m in found.marks] == [0, 0]


def test_numbers_run_from_one_without_holes(specimen):
    found = drawn(specimen.view())
    numbers = [m.number for m in found.marks] + [f.number for f in found.flags]
    assert numbers == list(range(1, len(numbers) + 1))


def test_rule_7_a_rewrite_is_attributed_and_a_quotation_is_named(specimen):
    found = drawn(specimen.view())
    names = {m.claim.quote: m.speaker for m in found.marks}
    assert names["It is at least a year"] == "attributed to Bo Sample"
    assert names["They are one to two years behind"] == "Ada Example"


def test_rule_7_direct_words_through_a_rewrite_keep_the_name_and_an_unsigned_text_its_publisher(specimen):
    t = specimen.text_of("Aa. Bb. Cc.")
    claims = (
        specimen.lag(t, "Aa", via=("a wire",)),
        specimen.lag(t, "Bb", speaker=None, attribution=None),
        specimen.lag(t, "Cc", attribution="consensus", speaker=None, low_months=13),
    )
    names = [m.speaker for m in drawn(specimen.with_claims(*claims, text=t)).marks]
    assert names == ["Ada Example", "unsigned", "widely said"]


def _range(measure: str, low: float, high: float) -> MeasuredRange:
    day = dt.date(2026, 4, 30)
    return MeasuredRange(
        measure=measure,
        low=low,
        high=high,
        definitions_low=low,
        definitions_high=high,
        since=day,
        until=day,
        with_limits=True,
    )


def test_rule_7_the_title_holds_on_all_measures_or_gives_no_figure(specimen):
    pic = drawn(specimen.view())
    together = said_title(pic, [_range("A", 4.2, 7.1), _range("B", 5, 8.4)])
    assert "between 4 and 9 months on two measures, data to 30 April 2026" in together
    assert together.startswith("China behind the United States")
    apart = said_title(pic, [_range("A", 2, 3), _range("B", 5, 8)])
    assert not any(c.isdigit() for c in apart)


def test_the_measured_range_is_over_ninety_days_and_never_one_day(specimen):
    found = measured_range(specimen.series())
    assert (found.until - found.since).days > 80
    assert found.high - found.low > 4
    assert measured_range(replace(specimen.series(), days=())) is None


def test_a_claim_bound_by_reconcile_to_other_sides_is_not_drawn(specimen):
    t = specimen.text_of("Aa")
    claim = specimen.lag(t, "Aa")
    bound = specimen.finding(claim, binding={"leader": "closed", "follower": "open", "reading": "standing"})
    view = replace(specimen.with_claims(claim, text=t), findings={claim.id: bound})
    assert drawn(view).marks == ()
