"""What a reader wants to be told of."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal, get_args

from theodolite.model.claim import Dimension, Kind
from theodolite.model.finding import Verdict
from theodolite.model.watchlist import SourceKind

Length = Literal["short", "normal", "full"]
LENGTHS: tuple[Length, ...] = get_args(Length)
EVERYTHING = "everything"
"""The name of the profile of a reader who gave none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A reader's interests and limits.

    `names`, `dimensions` and `sides` are interests: what touches one of them is told; where none is given
    everything is. `kinds` (of claim), `languages` (of the document), `sources` (kinds of source) and `least`
    are limits: what is told keeps to each that is given. `least` is the least decided verdict that is told.
    `length` says how many lines a part has.
    """

    name: str = EVERYTHING
    names: tuple[str, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    sides: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    languages: tuple[str, ...] = ()
    sources: tuple[SourceKind, ...] = ()
    least: Verdict | None = None
    length: Length = "normal"

    @property
    def interested(self) -> bool:
        """Whether any interest is given."""
        return bool(self.names or self.dimensions or self.sides)


FIELDS: tuple[str, ...] = tuple(f.name for f in fields(Profile) if f.name != "name")
"""What a profile may say, by the names of its fields."""
