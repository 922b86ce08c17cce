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
    """Claims of a text, of some `kinds` or of all; further keyword arguments are fields of its origin."""

    def _read(content: str, kinds: tuple[str, ...] = (), **origin: Any) -> list[Claim]:
        origin.setdefault("published", "2025-03-01")
        text = Text(snapshot="0" * 64, reader="test/1", content=content)
        found = extract.claims(text, Origin(location="a.txt", **origin))
        return [claim for claim in found if not kinds or claim.kind in kinds]

    return _read
