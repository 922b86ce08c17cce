"""Rules over known, bounded and unknown figures: a class is unknown only where one could change it."""

from __future__ import annotations

import datetime as dt
import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.catalog import controls
from theodolite.measure.controls.chips import UNKNOWN, Chip, Figure
from theodolite.measure.controls.evaluate import evaluate
from theodolite.measure.controls.performance import Performance, performance

(OF_2022,) = controls.in_force(dt.date(2023, 1, 1))
(OF_2023,) = controls.in_force(dt.date(2024, 1, 1))
REVIEW = next(r for r in controls.rules() if r.kind == "review")


def chip(
    tpp: float | None, die: Figure = UNKNOWN, between: Figure = UNKNOWN, memory: Figure = UNKNOWN
) -> Chip:
    rate = None if tpp is None else Performance(tpp, "int8", tpp * 1e12 / 8, 8)
    return Chip(
        name="X", maker=None, released=None, performance=rate, die=die, interconnect=between,
        memory_bandwidth=memory,
    )  # fmt: skip


def exact(value: float) -> Figure:
    return Figure(value, value)


@pytest.mark.parametrize(
    ("tpp", "die", "name"),
    [
        (4992, 826, "3A090.a"), (15832, 814, "3A090.a"), (2368, 814, "below"), (1912, 609, "below"),
        (2896, 608, "3A090.b"), (5285, 608, "3A090.a"), (4799.99, 4800, "below"), (1600, 500, "3A090.b"),
        (1599.99, 100, "below"), (1600, 270.27, "3A090.a"), (2400, 1500, "3A090.b"), (2399, 1499, "below"),
    ],
)  # fmt: skip
def test_october_2023(tpp: float, die: float, name: str) -> None:
    assert evaluate(OF_2023, chip(tpp, exact(die))).decided == name


@pytest.mark.parametrize(
    ("tpp", "die", "possible"),
    [
        (6016, UNKNOWN, ("3A090.a",)),
        (1544, UNKNOWN, ("below",)),
        (2000, UNKNOWN, ("3A090.a", "3A090.b", "below")),
        (4096, Figure(456.25, 1228), ("3A090.a", "3A090.b")),
        (4400, Figure(0, 600), ("3A090.a",)),
        (2000, Figure(700, math.inf), ("below",)),
        (None, exact(800), ("3A090.a", "3A090.b", "below")),
        (None, UNKNOWN, ("3A090.a", "3A090.b", "below")),
    ],
)
def test_only_what_a_missing_figure_could_change_is_open(tpp, die, possible) -> None:
    assert evaluate(OF_2023, chip(tpp, die)).possible == possible


def test_interconnect_matters_only_where_performance_suffices() -> None:
    assert evaluate(OF_2022, chip(4992, between=exact(400))).decided == "below"
    assert evaluate(OF_2022, chip(4992, between=exact(600))).decided == "3A090"
    assert evaluate(OF_2022, chip(4992)).decided is None
    assert evaluate(OF_2022, chip(4799)).decided == "below"
    assert evaluate(OF_2022, chip(None, between=exact(599))).decided == "below"
    assert evaluate(OF_2022, chip(4992, between=Figure(896, math.inf))).decided == "3A090"


def test_review_of_2026() -> None:
    assert evaluate(REVIEW, chip(15832, memory=exact(4800))).decided == "case by case"
    assert evaluate(REVIEW, chip(15832, memory=exact(6500))).decided == "presumption of denial"
    assert evaluate(REVIEW, chip(21000, memory=exact(100))).decided == "presumption of denial"


def test_what_decided_is_said_in_figures() -> None:
    assert evaluate(OF_2023, chip(4992, exact(826))).why == "TPP 4992 >= 4800"
    assert "performance density 2.90909 < 3.2" in evaluate(OF_2023, chip(2368, exact(814))).why
    assert evaluate(OF_2023, chip(2000)).why == "die area not known: 3A090.a or 3A090.b or below"
    assert evaluate(OF_2022, chip(4992, between=exact(400))).why == "interconnect 400 < 600 GB/s"


@given(
    st.floats(1, 10_000), st.floats(50, 3000), st.floats(1, 4), st.sampled_from([OF_2022, OF_2023]),
    st.floats(1, 2000), st.floats(1, 4),
)  # fmt: skip
def test_bounds_give_exactly_the_classes_found_within_them(tpp, die, wider, rule, between, faster) -> None:
    known = chip(tpp, Figure(die, die * wider), Figure(between, between * faster))
    tried = {
        evaluate(rule, chip(tpp, exact(d), exact(i))).decided
        for d, i in itertools.product(
            [die * wider ** (k / 40) for k in range(41)], [between, between * faster]
        )
    }
    # What a grid finds must be among the possible; what it misses lies between two of its points.
    assert tried <= set(evaluate(rule, known).possible)


def test_performance_is_the_greatest_product_and_rounding_is_no_greater() -> None:
    assert performance({"fp32": 90.52e12, "tensor_fp16": 181e12, "int8": 362e12}) == Performance(
        2896, "tensor_fp16", 181e12, 16
    )
    assert performance({"fp64": 1e12, "fp32": 1.9e12}).format == "fp64"  # type: ignore[union-attr]
    assert performance({"tf32": 190e12, "tensor_fp16": 190e12}).tpp == 3610  # type: ignore[union-attr]
    assert performance({}) is None
    assert performance({"int8": 0.0, "fp16": None}) is None


def test_a_rate_for_sparse_matrices_is_suspected() -> None:
    assert performance({"tensor_fp16": 989.5e12, "int8": 3958e12}).suspect  # type: ignore[union-attr]
    assert not performance({"tensor_fp16": 989.5e12, "int8": 1979e12}).suspect  # type: ignore[union-attr]
