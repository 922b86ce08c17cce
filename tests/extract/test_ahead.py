"""What will be parsed is foreseen without parsing: else every text would be parsed alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from theodolite.extract import ahead
from theodolite.extract.reading import Reading
from theodolite.extract.scene import Scene
from theodolite.extract.words import syntax
from theodolite.model.origin import Origin
from theodolite.model.text import Text

GOLD = Path(__file__).parents[1] / "gold"


@pytest.mark.parametrize("name", ["press_photonics", "forum_weights", "speech_lisbon", "newsletter_week"])
def test_no_sentence_is_parsed_to_tell_which_are_wanted(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    content = (GOLD / f"{name}.txt").read_text(encoding="utf-8")
    scene = Scene(
        Reading(Text(snapshot="0" * 64, reader="test/1", content=content), Origin(location="a.txt"))
    )
    together: list[int] = []
    parse = syntax.parse

    def counted(sentences: Sequence[tuple[str, int]]) -> Any:
        given = list(sentences)
        together.append(len(given))
        return parse(given)

    monkeypatch.setattr(syntax, "parse", counted)
    ahead.prepare([scene])
    assert len(together) == 1 and together[0] > 3
    ahead.prepare([scene])
    assert together[1:] in ([], [0])
