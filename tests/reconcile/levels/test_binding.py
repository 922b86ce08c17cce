"""Comparisons of capability and superlatives: what is bound to levels, and what is not."""

from __future__ import annotations

from typing import Any

import pytest

from theodolite.model.claim import Assessment, Comparison
from theodolite.reconcile.levels.binding import LevelBinding, bind, is_of_capability
from theodolite.reconcile.levels.judgements import bind_assessment
from theodolite.reconcile.verdicts import Unbound

PLACE: dict[str, Any] = {
    "text_sha256": "0" * 64, "document": "d", "source": "s", "start": 0, "end": 1, "said_on": "2025-03",
    "dimension": "capability",
}  # fmt: skip


def comparison(quote: str, **fields: Any) -> Comparison:
    base: dict[str, Any] = {
        "quote": quote, "subject": "China", "subject_side": "China", "object": "United States",
        "object_side": "United States", "direction": "below",
    }  # fmt: skip
    return Comparison(**PLACE | base | fields)


def assessment(quote: str, **fields: Any) -> Assessment:
    base: dict[str, Any] = {
        "quote": quote, "subject": "United States", "subject_side": "United States", "direction": "strength",
        "subject_text": "America",
    }  # fmt: skip
    return Assessment(**PLACE | base | fields)


@pytest.mark.parametrize(
    ("quote", "fields"),
    [
        ("China trails the United States in AI", {"metric": "AI"}),
        ("Chinese labs still lag behind", {"metric": "frontier models"}),
        ("中国的大模型落后于美国", {"metric": "大模型"}),
    ],
)
def test_capability_in_general_is_bound(quote: str, fields: dict[str, Any]) -> None:
    claim = comparison(quote, **fields)
    assert is_of_capability(claim)
    bound = bind(claim)
    assert isinstance(bound, LevelBinding)
    assert (bound.subject, bound.object, bound.direction) == (("China",), ("United States",), "below")
    assert not bound.reached


@pytest.mark.parametrize(
    ("quote", "fields"),
    [
        ("China has fewer engineers than America", {}),
        ("China is three times as fast", {"factor": 3.0}),
        ("China trails in translation", {"metric": "translation"}),
        ("Chinese tokens are cheaper", {}),
        ("China trails in research", {"dimension": "research"}),
    ],
)
def test_a_trade_a_count_or_a_multiple_is_no_level(quote: str, fields: dict[str, Any]) -> None:
    assert not is_of_capability(comparison(quote, **fields))


def test_a_model_may_be_meant_before_its_maker() -> None:
    claim = comparison(
        "China has matched GPT-4", object="GPT-4", object_side="United States", direction="equal"
    )
    bound = bind(claim)
    assert isinstance(bound, LevelBinding)
    assert bound.object == ("model:GPT-4", "org:GPT-4")
    assert bound.reached


def test_open_models_of_a_country_are_a_side() -> None:
    bound = bind(comparison("China leads in open models", metric="open models", direction="above"))
    assert isinstance(bound, LevelBinding)
    assert (bound.subject, bound.object) == (("China and open",), ("United States and open",))


@pytest.mark.parametrize(
    ("quote", "fields", "reason"),
    [
        ("Measuring China's lag in years is misleading", {}, "objection"),
        ("the release caused less of a stir", {}, "which of the two"),
        ("China lags in robots", {"scope": "humanoid robots"}, "humanoid robots"),
        ("China lags", {"object": None}, "both of the two"),
    ],
)
def test_what_is_not_bound_says_why(quote: str, fields: dict[str, Any], reason: str) -> None:
    found = bind(comparison(quote, **fields))
    assert isinstance(found, Unbound)
    assert reason in found.reason


def test_a_superlative_in_capability_is_against_everybody_else() -> None:
    bound = bind_assessment(assessment("America still leads the world in AI models"))
    assert isinstance(bound, LevelBinding)
    assert (bound.subject, bound.object) == (("United States",), ("not United States",))


@pytest.mark.parametrize(
    ("quote", "fields", "reason"),
    [
        ("America is strong in AI", {}, "no figure and no rank"),
        ("America, China and Britain dominate AI", {}, "one of several"),
        ("America no longer leads the world in AI", {}, "take away"),
        ("America leads the world in cookie banners", {}, "do not say that it is in capability"),
        ("America leads the world in chips", {"dimension": "compute"}, "first in compute"),
    ],
)
def test_other_judgements_say_why_nothing_decides_them(
    quote: str, fields: dict[str, Any], reason: str
) -> None:
    found = bind_assessment(assessment(quote, **fields))
    assert isinstance(found, Unbound)
    assert reason in found.reason


@pytest.mark.parametrize(
    ("quote", "trade"),
    [
        ("Quill 4 beats Slate 2 in OCR", "OCR"),
        ("Quill 4 在编码上优于 Slate 2", "编码"),
        ("on three benchmarks Quill 4 matches or surpasses Slate 2", "benchmarks"),
        ("Quill 4 在 Kettle Bench 榜单上超越了 Slate 2", "Bench"),
        ("Quill 4 competes with, and sometimes surpasses, Slate 2", "sometimes"),
        ("Quill 4 在部分任务上优于 Slate 2", "部分任务"),
    ],
)
def test_one_trade_or_test_is_not_capability(quote: str, trade: str) -> None:
    found = bind(comparison(quote, subject="Quill 4", object="Slate 2", direction="above"))
    assert isinstance(found, Unbound)
    assert found.reason == f"no series for this subset: {trade}"


def test_a_trade_in_a_name_narrows_nothing() -> None:
    found = bind(comparison("Quill Code is better than Slate 2", subject="Quill Code", object="Slate 2"))
    assert isinstance(found, LevelBinding)


def test_a_quotation_that_begins_with_the_comparison_may_be_narrowed_before_it() -> None:
    found = bind(comparison("领先于Slate 2", subject="Quill Works", subject_text="奎尔", object="Slate 2"))
    assert isinstance(found, Unbound)
    assert "begins behind" in found.reason


def test_the_first_place_in_a_trade_is_none_in_capability() -> None:
    found = bind_assessment(assessment("America dominates the medical model sector"))
    assert isinstance(found, Unbound)
    assert "medical" in found.reason
