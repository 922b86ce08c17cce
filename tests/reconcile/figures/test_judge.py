"""Figures held against an index made by hand: every rule of the verdict, one test each."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace

from figure_series import NEW, OLD, Made, cell, nine, quantity, series

from theodolite.catalog.definitions.figures import figure_definitions
from theodolite.model.finding import Finding
from theodolite.reconcile.figures.bound import Candidate
from theodolite.reconcile.figures.index import Cell
from theodolite.reconcile.figures.judge import judge
from theodolite.reconcile.verdicts import Unbound


def test_each_basis_has_its_own_vintage(hold: Callable[..., Finding]) -> None:
    found = hold(nine(), series(cell(9.12e9), cell(9.9e9, known=NEW)))
    assert (found.verdict_then, found.verdict_then_basis) == ("supported", "known_then")
    assert (found.verdict_now, found.outdated) == ("contradicted", True)
    assert [(h.basis, h.vintage_date) for h in found.held] == [
        ("known_then", OLD), ("reconstructed", NEW), ("now", NEW),
    ]  # fmt: skip
    assert any(f.startswith("revised between vintages: 9.12 billion USD") for f in found.flags)
    assert len(found.observations) == 2


def test_what_no_vintage_knew_is_measured_in_hindsight(hold: Callable[..., Finding]) -> None:
    found = hold(nine(), series(cell(9.9e9, known=NEW)))
    assert (found.verdict_then, found.verdict_then_basis) == ("contradicted", "reconstructed")
    assert "nobody is faulted for failing a reconstruction alone" in found.flags
    assert found.held[0].reason == "no measurement existed"


def test_as_of_a_day_later_vintages_are_not_known(hold: Callable[..., Finding]) -> None:
    kept = series(cell(9.12e9), cell(9.9e9, known=NEW))
    assert hold(nine(), kept, as_of=dt.date(2026, 2, 1)).verdict_now == "supported"
    assert hold(nine(), kept, as_of=dt.date(2025, 1, 1)).verdict_now == "not checkable"


def test_strict_stands_beside_rounded(hold: Callable[..., Finding]) -> None:
    row = hold(nine(), series(cell(9.12e9))).held[0]
    assert (row.result, row.strict) == ("holds", "fails")
    assert "read as 9,050,000,000 to 9,150,000,000: inside" in row.arithmetic


def test_a_year_that_is_still_filled_in_contradicts_nothing(hold: Callable[..., Finding]) -> None:
    found = hold(nine(), series(cell(8e9, settled=False)))
    assert found.verdict_then == "undecided"
    assert found.reason == "the publisher still fills in 2023"
    assert hold(nine(), series(cell(9.1e9, settled=False))).verdict_then == "supported"


def test_another_definition_supports_and_never_contradicts(hold: Callable[..., Finding]) -> None:
    other = (Candidate("investment", ("constant dollars of 2021, where the words say dollars",)),)
    right = hold(nine(), series(cell(9.12e9)), candidates=other)
    assert right.verdict_then == "supported"
    assert any("constant dollars of 2021" in f for f in right.flags)
    wrong = hold(nine(), series(cell(12e9)), candidates=other)
    assert (wrong.verdict_then, wrong.stance_agrees) == ("undecided", None)
    assert wrong.reason and "can support, never contradict" in wrong.reason


def test_rules_of_counting_differ_and_so_do_the_results(hold: Callable[..., Finding]) -> None:
    claim = quantity(39, 39, "39 models", unit="model")
    kept = series(
        cell(39, rule="full"), cell(36.5, rule="fractional"), cell(35, rule="headquarters"),
        cell(33, rule="majority"),
    )  # fmt: skip
    found = hold(claim, kept)
    then = [h for h in found.held if h.basis == "known_then"]
    assert [(h.definition, h.result) for h in then] == [
        ("own-count", "holds"), ("fractional", "fails"), ("headquarters", "fails"),
    ]  # fmt: skip
    assert found.verdict_then == "mixed"
    assert "holds under 1, fails under 2" in found.sentence
    assert "39 USD for 2023" in found.sentence and "but 36.5" in found.sentence


def test_an_interval_inside_holds_apart_fails_across_is_open(hold: Callable[..., Finding]) -> None:
    def verdict(low: float, high: float) -> str:
        return hold(nine(), series(cell(None, low=low, high=high))).verdict_then

    assert verdict(9.08e9, 9.12e9) == "supported"
    assert verdict(9.3e9, 9.9e9) == "contradicted"
    assert verdict(9.0e9, 9.12e9) == "undecided"


def test_an_open_end_of_a_report_decides_only_what_it_can(hold: Callable[..., Finding]) -> None:
    def verdict(low: float | None, high: float | None, quote: str) -> str:
        claim = quantity(low, high, quote)
        kept = series(cell(1e6, low=1e6, censored="left", printed=True))
        return hold(claim, kept).verdict_then

    assert verdict(5e5, None, "at least 500,000") == "supported"
    assert verdict(5e5, 5e5, "500,000") == "contradicted"
    assert verdict(2e6, 2e6, "2 million") == "undecided"


def test_more_than_is_true_but_understated(hold: Callable[..., Finding]) -> None:
    claim = quantity(100, None, "more than 100 people", unit="people")
    found = hold(claim, series(cell(130)))
    assert found.verdict_then == "supported"
    assert any(f.startswith("true but understated: 130") for f in found.flags)
    assert hold(claim, series(cell(100))).verdict_then == "contradicted"
    assert not any("understated" in f for f in hold(claim, series(cell(120))).flags)


def test_a_slip_shows_both_readings_and_repairs_nothing(hold: Callable[..., Finding]) -> None:
    claim = quantity(9.1e6, 9.1e6, "$9.1 million")
    found = hold(claim, series(cell(9.12e9)))
    assert found.verdict_then == "contradicted"
    flag = next(f for f in found.flags if f.startswith("probable transcription error"))
    assert "9.1 million USD" in flag and "9.12 billion USD" in flag and "nothing is repaired" in flag
    assert not any("transcription" in f for f in hold(claim, series(cell(7.7e9))).flags)
    yuan = hold(quantity(65e9, 65e9, "$65 billion"), series(cell(9.12e9)))
    assert any("the rate of yuan for a dollar" in f for f in yuan.flags)


def test_reports_stand_beside_the_data(hold: Callable[..., Finding]) -> None:
    claim = quantity(41, 41, "41 models", unit="model")
    kept = series(
        cell(39), cell(41, unit="model", source="figure/A", printed=True),
        cell(42, unit="model", source="figure/B", printed=True),
    )  # fmt: skip
    found = hold(claim, kept)
    then = {(h.definition, h.source): h.result for h in found.held if h.basis == "known_then"}
    assert then == {
        ("own-count", "made/up"): "fails", ("as-printed", "figure/A"): "holds",
        ("other-printed", "figure/B"): "fails",
    }  # fmt: skip
    assert found.verdict_then == "mixed"


def test_without_a_period_any_edition_of_a_report_may_be_meant(hold: Callable[..., Finding]) -> None:
    kept = series(
        cell(59, unit="percent", period="2019", printed=True, series="share"),
        cell(57, unit="percent", period="2022", printed=True, series="share"),
        name="share",
    )  # fmt: skip
    given = {"candidates": (Candidate("share"),), "period": None}
    old = hold(quantity(59, 59, "59%", unit="percent", period=None), kept, **given)
    assert old.verdict_then == "supported" and old.held[0].day == "2019"
    wrong = hold(quantity(30, 30, "30%", unit="percent", period=None), kept, **given)
    assert wrong.verdict_then == "undecided" and wrong.reason and "name no period" in wrong.reason


def test_a_forecast_is_held_only_when_its_period_is_over(hold: Callable[..., Finding]) -> None:
    claim = nine(forecast=True, period="2025", hedged=True)
    due = hold(claim, series(cell(9.1e9, period="2025", known=NEW)), period="2025")
    assert (due.verdict_then, due.verdict_now) == ("not checkable", "supported")
    assert "the speaker leaves it open" in due.flags
    early = hold(claim, series(cell(9.1e9, period="2025")), period="2025")
    assert early.verdict_now == "not checkable" and early.reason
    assert "the period is not over in the data" in early.reason


def test_undated_sayings_and_denials(hold: Callable[..., Finding]) -> None:
    undated = hold(nine(said_on=None), series(cell(9.12e9)), day=None, said_from=None)
    assert (undated.verdict_then, undated.verdict_now) == ("not checkable", "supported")
    assert undated.stance_agrees is True
    denied = hold(nine(polarity="denied"), series(cell(9.12e9)))
    assert (denied.verdict_then, denied.stance_agrees) == ("supported", False)
    assert "The denied statement" in denied.sentence


def test_an_undated_figure_above_the_last_report_may_be_of_a_later_day(hold: Callable[..., Finding]) -> None:
    def now(value: float) -> str:
        said = quantity(value, value, f"{value:.0f} dollars", said_on=None, period=None)
        reported = series(cell(9.12e9, period="2023-06-10"), combined="last")
        return hold(said, reported, day=None, said_from=None, period=None).verdict_now

    assert now(3e10) == "undecided"
    assert now(1e9) == "contradicted"


def test_one_tracker_alone_does_not_contradict_a_longer_context(hold: Callable[..., Finding]) -> None:
    longer = quantity(1e6, 1e6, "a context of 1,000,000 tokens", unit="token", period=None)
    listed = cell(262144.0, period="")

    def verdict(*cells: Cell) -> str:
        kept = series(*cells, name="model context", combined="last")
        return hold(longer, kept, candidates=(Candidate("model context", ()),), unit="token").verdict_now

    assert verdict(listed) == "undecided"
    assert verdict(listed, replace(listed, tracker="another")) == "contradicted"


def test_a_vintage_without_a_date_was_known_on_no_day(hold: Callable[..., Finding]) -> None:
    found = hold(nine(), series(cell(9.12e9, known=None)))
    assert (found.verdict_then, found.verdict_then_basis) == ("supported", "reconstructed")


def test_what_is_unbound_says_why() -> None:
    found = judge(nine(), Unbound("no indicator counts this: pies"), figure_definitions(), Made())
    assert found.verdict_then == found.verdict_now == "not checkable"
    assert found.sentence == "The statement cannot be held against data: no indicator counts this: pies."


def test_the_same_twice_byte_for_byte(hold: Callable[..., Finding]) -> None:
    def written() -> str:
        found = hold(nine(), series(cell(9.12e9), cell(9.9e9, known=NEW), cell(9e9, source="other/one")))
        return json.dumps(found.to_json(), ensure_ascii=False)

    assert written() == written()


def test_the_definitions_are_few_and_named() -> None:
    made = figure_definitions()
    assert made.version == "figure/1" and len(made.definitions) == 8
    assert replace(made, version="x").definitions == made.definitions


def test_a_name_of_several_sizes_means_any_of_them(hold: Callable[..., Finding]) -> None:
    def verdict(value: float, quote: str) -> Finding:
        kept = series(
            cell(8e9, period=None, one_of="Llama 3.1-8B", tracker="T"),
            cell(405e9, period=None, one_of="Llama 3.1-405B", tracker="T", source="made/other"),
            combined="last",
        )  # fmt: skip
        return hold(quantity(value, value, quote, unit="parameter", period=None), kept, period=None)

    assert verdict(8e9, "8 billion").verdict_then == "supported"
    assert verdict(405e9, "405 billion").verdict_then == "supported"
    wrong = verdict(100e9, "100 billion")
    assert wrong.verdict_then == "contradicted"
    assert "Llama 3.1-405B, the largest of 2 that the name can mean" in wrong.held[0].arithmetic


def test_a_filled_in_year_fails_only_where_it_is_above_already(hold: Callable[..., Finding]) -> None:
    claim = quantity(15, 15, "15 models", unit="model", period="2024")
    above = hold(claim, series(cell(31, period="2024", settled=False)), period="2024")
    assert above.verdict_then == "contradicted"
    below = hold(claim, series(cell(10, period="2024", settled=False)), period="2024")
    assert below.verdict_then == "undecided"


def _users(value: float, day: str) -> Cell:
    return cell(value, period=day, known="2025-12-31", unit="people")


def test_an_old_report_contradicts_nothing_above_it(hold: Callable[..., Finding]) -> None:
    old = series(_users(8e8, "2025-10-06"), combined="last")
    above = quantity(9e8, None, "more than 900 million users", unit="user", period=None)
    found = hold(above, old)
    assert (found.verdict_then, found.verdict_now) == ("undecided", "undecided")
    assert "the last report is of 2025-10-06" in (found.reason or "")
    below = quantity(1e8, 1e8, "100 million users", unit="user", period=None)
    assert hold(below, old).verdict_now == "contradicted"
    near = series(_users(8e8, "2025-12-20"), combined="last")
    assert hold(above, near).verdict_now == "contradicted"


def test_a_year_of_reports_is_as_old_as_its_last_report(hold: Callable[..., Finding]) -> None:
    kept = series(_users(8e8, "2025-09-02"), _users(8e8, "2025"), combined="last")
    found = hold(quantity(2e9, 2e9, "2 billion users", unit="user", period=None), kept)
    assert (found.verdict_then, found.verdict_now) == ("undecided", "undecided")
    assert "the last report is of 2025-09-02" in (found.reason or "")


def test_up_to_so_many_tokens_may_be_said_of_the_output(hold: Callable[..., Finding]) -> None:
    kept = series(cell(1e6, period=None, unit="token"), name="model context", combined="last")
    claim = quantity(None, 64_000, "up to 64,000 tokens", unit="token", period=None)
    found = hold(claim, kept, candidates=(Candidate("model context"),))
    assert found.verdict_now == "undecided"
    assert "output" in (found.reason or "")


def test_a_rounded_report_does_not_decide_what_is_beyond_it(hold: Callable[..., Finding]) -> None:
    claim = quantity(1e9, None, "more than a billion users", unit="user", period=None)
    found = hold(claim, series(_users(1e9, "2026-01-10"), combined="last"))
    assert found.verdict_now == "undecided"
    assert "rounded" in (found.reason or "")


def test_thousands_of_tokens_are_powers_of_two_too(hold: Callable[..., Finding]) -> None:
    claim = quantity(256_000, 256_000, "a window of 256K tokens", unit="token", period=None)
    found = hold(claim, series(cell(262_144, period=None, unit="token"), combined="last"))
    assert found.verdict_now == "supported"
    assert found.held[0].day_value == 262_144


def test_a_name_keeps_its_capital_in_a_sentence(hold: Callable[..., Finding]) -> None:
    named = hold(nine(), series(cell(9.12e9), title="Quill Ability Index"))
    assert "(Quill Ability Index" in named.sentence
    plain = hold(nine(), series(cell(9.12e9), title="Private investment in AI"))
    assert "(private investment in AI" in plain.sentence
