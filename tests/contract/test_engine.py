"""What every engine must do, run once for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from theodolite.engine import map_ordered


@pytest.fixture(params=[1, 2], ids=["this process", "two processes"])
def mapped(request: pytest.FixtureRequest) -> Callable[..., Iterator[int]]:
    return lambda f, items: map_ordered(f, items, workers=request.param)


def test_keeps_the_order(mapped: Callable[..., Iterator[int]]) -> None:
    assert list(mapped(abs, list(range(100)))) == list(range(100))


def test_nothing_gives_nothing(mapped: Callable[..., Iterator[int]]) -> None:
    assert list(mapped(abs, [])) == []


def test_an_error_arrives_at_its_turn(mapped: Callable[..., Iterator[int]]) -> None:
    made = mapped(_fail_on_three, [1, 2, 3])
    with pytest.raises(ValueError, match="three"):
        list(made)


def _fail_on_three(n: int) -> int:
    if n == 3:
        raise ValueError("three")
    return n
