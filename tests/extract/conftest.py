"""Shared by the tests of the extract room: one way to read a few sentences into claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from theodolite import extract
from theodolite.model.claim import Claim
from theodolite.model.origin import Origin
from theodolite.model.text import Text

Read = Callable[..., list[Claim]]


@pytest.fixture
def read() -> Read:
    """Claims of a text; keyword arguments are fields of its origin."""

    def _read(content: str, **origin: Any) -> list[Claim]:
        origin.setdefault("published", "2025-03-01")
        text = Text(snapshot="0" * 64, reader="test/1", content=content)
        return extract.claims(text, Origin(location="a.txt", **origin))

    return _read
