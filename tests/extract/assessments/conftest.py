"""What is judged in a text, as most tests of judgements ask for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from theodolite.model.claim import Assessment, Claim

Judgements = Callable[..., set[tuple[str | None, str | None, str | None]]]


@pytest.fixture
def judgements(read: Callable[..., list[Claim]]) -> Judgements:
    """(subject, direction, dimension) of each judgement of a text; keyword arguments as for `read`."""

    def _judgements(content: str, **origin: Any) -> set[tuple[str | None, str | None, str | None]]:
        found = [c for c in read(content, ("assessment",), **origin) if isinstance(c, Assessment)]
        assert all(content[c.start : c.end] == c.quote for c in found)
        return {(c.subject, c.direction, c.dimension) for c in found}

    return _judgements
