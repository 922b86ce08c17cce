"""Frames that readers seldom list: found, so that they can be measured, and not told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.extract.assessments import framed
from theodolite.model.claim import Assessment, Claim

Read = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        ("idiom", "Norway has found its feet in machine translation."),
        ("idiom", "Norway's chip industry has hit a wall."),
        ("felt", "Developers swear by Claude for long refactors."),
        ("struck", "The new law will boost Sweden's chip industry."),
        ("cleft", "What Sweden has is patents."),
        ("usual", "Nvidia is the supplier of choice."),
        ("taken up", "Few Swedish companies use chatbots."),
    ],
)
def test_not_told(read: Read, monkeypatch: pytest.MonkeyPatch, frame: str, text: str) -> None:
    assert not [c for c in read(text, ("assessment",)) if isinstance(c, Assessment)]
    monkeypatch.setattr(framed, "DOUBTFUL", framed.DOUBTFUL - {frame})
    assert [c for c in read(text, ("assessment",)) if isinstance(c, Assessment)]
