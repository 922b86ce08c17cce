"""What somebody is reported to say in a Chinese text, and the name that says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from theodolite.extract.chinese import names
from theodolite.extract.words.known_names import Mention

if TYPE_CHECKING:
    from theodolite.extract.chinese.scene import Scene


@dataclass(frozen=True, slots=True)
class Reported:
    """What somebody is reported to say, from `start` to `end`. `name` is None for a study without a name."""

    start: int
    end: int
    name: str | None
    text: str | None
    side: str | None
    person: bool = False
    consensus: bool = False
    via: tuple[str, ...] = ()
    cites: str | None = None
    said_on: str | None = None
    own: bool = False
    """Whether the text itself speaks again: "我说", "笔者认为"."""
    study: bool = False
    """Whether a study speaks: it goes on through its paragraph."""


def mention_in(scene: Scene, start: int, end: int, last: bool = True) -> Mention | None:
    """Who may speak between two places: a person before all else."""
    found = [
        m for m in scene.mentions_in(start, end) if m.kind in ("person", "organisation", "unknown", "side")
    ]
    people = [m for m in found if m.kind == "person"]
    named = [m for m in found if m.noun != "title"]
    chosen = people or [m for m in named if m.kind != "side"] or named or found
    return chosen[-1 if last else 0] if chosen else None


def reported_by(mention: Mention, content: str | None = None) -> Reported:
    """A name as somebody who speaks, of no place yet."""
    text = content[mention.start : mention.end] if content else mention.name
    side = mention.side if mention.side else names.side_of(mention.maker)
    return Reported(0, 0, mention.name, text, side, mention.kind == "person")
