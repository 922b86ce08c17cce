"""What a figure rests on."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.model.scores import Vintage


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The source's name in the catalogue, its vintage, and the words of its credit.

    `publishable` is False where the licence does not let figures be published so.
    """

    source: str
    title: str = ""
    licence: str
    citation: str
    vintage: Vintage
    publishable: bool = True
