"""Judgements by where good things are, by first places, and by what has become of something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Assessment, Claim

Read = Callable[..., list[Claim]]


def _all(read: Read, text: str) -> set[tuple[str | None, str | None, str | None]]:
    found = [c for c in read(text, ("assessment",)) if isinstance(c, Assessment)]
    return {(c.subject, c.direction, c.dimension) for c in found}


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("The money is in Norway.", ("Norway", "strength", "capital")),
        ("The talent is not in Norway.", ("Norway", "weakness", "talent")),
        ("Two of the three largest data centres are in Norway.", ("Norway", "strength", "compute")),
        ("Norway was first in AI research.", ("Norway", "strength", "research")),
        ("Claude is getting smarter.", ("Claude", "strength", "capability")),
        ("Norwegian labs rely on Nvidia's processors.", ("Norwegian labs", "weakness", "compute")),
    ],
)
def test_judged(read: Read, text: str, judged: tuple[str, str, str]) -> None:
    assert judged in _all(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "The meeting is in Norway.",
        "The weakest students are in Norway.",
        "Norway was first to complain.",
        "Norway relies on Norwegian engineers.",
        "Washington leaned on Norway.",
    ],
)
def test_not_judged(read: Read, text: str) -> None:
    assert not any(subject == "Norway" and way == "strength" for subject, way, _ in _all(read, text))
