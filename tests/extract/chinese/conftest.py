"""Chinese sentences to claims, as the tests of this folder need it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from theodolite import extract
from theodolite.model.origin import Origin
from theodolite.model.text import Text

Read = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def read() -> Read:
    """Claims of a Chinese text as JSON values, of one kind where it is given."""

    def read_(content: str, kind: str | None = None, **origin: str) -> list[dict[str, Any]]:
        text = Text(snapshot="0" * 64, reader="test/1", content=content)
        values = {"language": "zh", "published": "2025-06-12", **origin}
        made = [c.to_json() for c in extract.claims(text, Origin(location="test", **values))]
        for claim in made:
            assert content[claim["start"] : claim["end"]] == claim["quote"]
        return [c for c in made if kind in (None, c["kind"])]

    return read_
