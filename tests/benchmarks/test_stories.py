"""The benchmark of stories: halves are fixed, the baseline is what it says, ours is better than both."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from tellings import telling

from theodolite.statistics.bcubed import bcubed

FOLDER = Path(__file__).parents[2] / "benchmarks"
DATA = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    sys.path.insert(0, str(FOLDER))
    try:
        spec = importlib.util.spec_from_file_location("bench_stories", FOLDER / "stories.py")
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(FOLDER))
    return module


def test_the_baseline_joins_what_is_alike_and_nothing_at_one(bench: ModuleType) -> None:
    told = [
        telling("a", "Chips are banned today"),
        telling("b", "Chips are banned now"),
        telling("c", "芯片禁令"),
    ]
    passes = bench.single_pass(told)
    low, high = passes[min(passes)], passes[max(passes)]
    assert low["a"] == low["b"] != low["c"]
    assert len(set(high.values())) == 3


def test_an_event_stays_in_its_half(bench: ModuleType) -> None:
    assert {bench.halves(str(k)) for k in range(20)} == {"dev", "held out"}
    assert bench.halves("3028") == bench.halves("3028")


@pytest.mark.shared
def test_the_news_set_is_better_than_the_floor_and_the_baseline(bench: ModuleType) -> None:
    if not DATA.is_dir():
        pytest.skip("needs the shared data folder beside the checkout")
    joined, literal = bench.news(DATA)
    assert len(joined.told) == 240
    found = bench.stories(joined.told)
    ours = bcubed(found, joined.events).over()[2]
    floor = bcubed(bench.alone(joined.told), joined.events).over()[2]
    base = max(bcubed(one, joined.events).over()[2] for one in bench.single_pass(joined.told).values())
    assert ours > base > floor
    assert (
        bcubed(found, literal.events).over()[2] > bcubed(bench.alone(literal.told), literal.events).over()[2]
    )
