"""Facts about chips that lists lack: figures with their sources, and which country a maker is of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, model_validator

from theodolite.catalog import vocabulary
from theodolite.catalog.sources.countries import fold
from theodolite.catalog.yaml_files import parse

RepairedFigure = Literal["die", "interconnect"]


class FigureRepair(BaseModel):
    """A figure of some chips that a list lacks, or has otherwise than a rule counts it.

    `value` is exact, `least` and `most` are what a source bounds it by. It stands in for a blank cell, or for
    one that still reads `instead_of`; not for vintages after `review_by`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    chips: tuple[str, ...]
    figure: RepairedFigure
    value: float | None = None
    least: float | None = None
    most: float | None = None
    instead_of: float | None = None
    reason: str
    source: str
    also: tuple[str, ...] = ()
    review_by: dt.date

    @model_validator(mode="after")
    def _says_something(self) -> FigureRepair:
        if (self.value is None) == (self.least is None and self.most is None):
            raise ValueError("a figure is a value or has bounds")
        return self


class _Maker(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    maker: str
    written: tuple[str, ...]
    country: str
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Maker:
    """Who makes a chip, and the country of the headquarters (None: not known)."""

    name: str
    country: str | None


def _read(name: str) -> Any:
    return parse((resources.files(__package__) / name).read_text(encoding="utf-8"))


@cache
def repairs() -> tuple[FigureRepair, ...]:
    """Every figure of the repair file, in its order."""
    return tuple(FigureRepair.model_validate(row) for row in _read("figures.yml"))


@cache
def _makers() -> tuple[dict[str, Maker], tuple[tuple[str, Maker], ...]]:
    """By every written form, and by how a chip's name begins, longest first."""
    rows = [_Maker.model_validate(row) for row in _read("makers.yml")]
    written = {
        fold(name): Maker(row.maker, row.country) for row in rows for name in (row.maker, *row.written)
    }
    starts = [(fold(word), Maker(row.maker, row.country)) for row in rows for word in row.starts]
    return written, tuple(sorted(starts, key=lambda pair: -len(pair[0])))


def maker(written: str | None) -> Maker | None:
    """A maker as a list writes it; with no country where neither this list nor the vocabulary knows one."""
    if not written:
        return None
    known = _makers()[0].get(fold(written))
    if known is not None:
        return known
    entry = vocabulary.load().entries.get(written)
    return Maker(written, entry.side if entry is not None and entry.kind == "organisation" else None)


def maker_of_chip(name: str) -> Maker | None:
    """Who makes a chip, by how its name begins; None where the name does not tell."""
    folded = fold(name)
    return next((maker for word, maker in _makers()[1] if folded.startswith(word)), None)
