"""Documents for tests of stories: single ones, and the hand-written set of the gold folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from theodolite.model.story import Telling

_ITEMS = Path(__file__).parents[1] / "gold" / "stories" / "items.jsonl"


def telling(
    identity: str, title: str | None, text: str = "", day: str = "2025-09-01", **rest: Any
) -> Telling:
    """A document of a day, known on that day unless said otherwise."""
    return Telling(
        **{"id": identity, "title": title, "text": text, "day": day, "at": day, "seen": day} | rest
    )


def gold() -> tuple[list[Telling], dict[str, str]]:
    """The hand-written items, and the event of each."""
    rows = [json.loads(line) for line in _ITEMS.read_text(encoding="utf-8").splitlines()]
    told = [
        telling(
            r["id"], r["title"], r["text"], r["published"][:10], at=r["published"], language=r["language"],
            publisher=r["publisher"], kind=r["kind"],
        )
        for r in rows
    ]  # fmt: skip
    return told, {r["id"]: r["event"] for r in rows}
