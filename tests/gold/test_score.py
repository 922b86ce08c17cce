"""The scorer: what counts as found, as extra, as neutral."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

_spec = importlib.util.spec_from_file_location("gold_scorer", Path(__file__).with_name("score.py"))
assert _spec and _spec.loader
score = importlib.util.module_from_spec(_spec)
sys.modules[_spec.name] = score
_spec.loader.exec_module(score)

DOCUMENTS = sorted(p.stem for p in score.HERE.glob("*.jsonl"))


def lag(**changes: Any) -> dict[str, Any]:
    row = {
        "kind": "lag", "quote": "x", "start": 10, "end": 40, "speaker": "Ada Berg", "polarity": "asserted",
        "follower": "Chinese labs", "low_months": 12, "high_months": 24, "trend": None, "confidence": 1.0,
    }  # fmt: skip
    return {**row, **changes}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_scored_against_itself_is_perfect(name: str) -> None:
    gold = score.load(score.HERE / f"{name}.jsonl")
    for rates in score.score(gold, gold).values():
        assert rates == {"recall": 1.0, "precision": 1.0, "f1": 1.0, "speaker": 1.0}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_found_is_zero_recall(name: str) -> None:
    gold = score.load(score.HERE / f"{name}.jsonl")
    assert score.score(gold, [])["lag"] == {"recall": 0.0, "precision": 0.0, "f1": 0.0, "speaker": 1.0}


@pytest.mark.parametrize(
    "change",
    [
        {"low_months": 11}, {"high_months": None}, {"polarity": "denied"}, {"follower": "Europe"},
        {"follower": None}, {"start": 40, "end": 60}, {"kind": "quantity", "value_low": 12},
    ],
)  # fmt: skip
def test_a_changed_slot_is_a_miss_and_an_extra(change: dict[str, Any]) -> None:
    counts = score.tally([lag()], [lag(**change)])
    assert counts["lag"].hits == 0
    assert sum(count.counted for count in counts.values()) == 1


@pytest.mark.parametrize("change", [{"follower": "China"}, {"start": 39, "end": 90}, {"low_months": 12.05}])
def test_small_differences_still_agree(change: dict[str, Any]) -> None:
    assert score.score([lag()], [lag(**change)])["lag"]["f1"] == 1.0


def test_a_statement_without_a_stretch_is_told_by_its_trend() -> None:
    gold = lag(low_months=None, high_months=None, trend="narrowing")
    assert score.agree(gold, dict(gold))
    assert not score.agree(gold, {**gold, "trend": "widening"})


def test_optional_lines_are_neutral() -> None:
    gold = [lag(), lag(start=50, end=70, low_months=6, high_months=6, confidence=0.5)]
    assert score.score(gold, [gold[0]])["lag"]["recall"] == 1.0
    assert score.score(gold, gold)["lag"]["precision"] == 1.0


def test_one_line_is_found_once() -> None:
    assert score.score([lag()], [lag(), lag(start=12)])["lag"]["precision"] == 0.5


def test_a_required_line_goes_before_an_optional_one() -> None:
    gold = [lag(confidence=0.5, start=10, end=40), lag(start=35, end=45)]
    assert score.score(gold, [lag()])["lag"]["recall"] == 1.0


def test_other_readings_are_accepted() -> None:
    gold = lag(also=[{"follower": "Moonbridge"}])
    assert score.agree(gold, lag(follower="Moonbridge"))
    assert not score.agree(lag(), lag(follower="Moonbridge"))


def test_a_disputed_speaker_is_not_scored() -> None:
    wrong = lag(speaker="Bo Lind")
    assert score.score([lag()], [wrong])["lag"]["speaker"] == 0.0
    assert score.score([lag(speaker_disputed=True)], [wrong])["lag"]["speaker"] == 1.0


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("the U.S.", "United States", True), ("American companies", "United States firms", True),
        ("Ma", "Rui Ma", True), ("British laboratories", "United Kingdom", True),
        ("United States", "United Kingdom", False), ("Qwen", "Tencent", False), (None, "China", False),
        (None, None, True), ("Google DeepMind", "Google", True), ("Jawhar-2", "the first Jawhar", False),
    ],
)  # fmt: skip
def test_names(a: str | None, b: str | None, same: bool) -> None:
    assert score.same_name(a, b) is same and score.same_name(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("USD", "usd", True), ("%", "percent", True), ("tokens", "token per second", True),
     ("USD", "CNY", False),
     ("years", "year", True), ("month", "year", False), (None, "user", True)],
)  # fmt: skip
def test_units(a: str | None, b: str | None, same: bool) -> None:
    assert score.same_unit(a, b) is same


@given(st.lists(st.integers(0, 30), max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_predictions_does_not_matter(starts: list[int], random: Any) -> None:
    gold = [lag(start=s, end=s + 6, confidence=1.0 if s % 3 else 0.5) for s in starts]
    predicted = [lag(start=s + 3, end=s + 9) for s in starts]
    shuffled = predicted[:]
    random.shuffle(shuffled)
    assert score.tally(gold, predicted)["lag"] == score.tally(gold, shuffled)["lag"]
    assert score.tally(gold, predicted)["lag"].hits == sum(bool(s % 3) for s in starts)


def test_held_out_lines_are_never_shown() -> None:
    with pytest.raises(SystemExit):
        score.show(score.sets()["held-out"][0])
