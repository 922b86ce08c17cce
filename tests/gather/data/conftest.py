"""The scheduled web server, and manners of a test's length."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from theodolite.gather.data.manners import Manners

_NAME = "scheduled_host"


def _module() -> Any:
    if _NAME not in sys.modules:
        spec = importlib.util.spec_from_file_location(_NAME, Path(__file__).with_name("schedule.py"))
        assert spec and spec.loader
        sys.modules[_NAME] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[_NAME]


@pytest.fixture
def answers() -> Any:
    """The kinds of answers: whole, half, drip, bomb, fresh."""
    return _module()


@pytest.fixture
def host(answers: Any) -> Iterator[Any]:
    with answers.serving() as one:
        yield one


@pytest.fixture
def quick() -> Manners:
    return Manners(
        connect_seconds=1, read_seconds=0.5, total_seconds=3, content_bytes=100_000,
        first_wait_seconds=0.05, longest_wait_seconds=2, host_seconds=0,
    )  # fmt: skip
