"""A composed site as a value: what `compose` makes and `publish` writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartFile:
    """One chart: Vega-Lite descriptions by variant, and the data it draws as CSV.

    `name` is the file stem under `charts/`. `specs` maps a variant ("light", "dark", "narrow-light",
    "narrow-dark") to a complete description with its data inside. `csv` is the text of `charts/NAME.csv`.
    """

    name: str
    specs: Mapping[str, Mapping[str, Any]] = field(repr=False)
    csv: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Every file by its relative path (text), and every chart still to be drawn.

    `figures` is the store of figures as printed: key to value and text; pages are checked against it.
    """

    files: Mapping[str, str] = field(repr=False)
    charts: tuple[ChartFile, ...] = ()
    figures: Mapping[str, tuple[str, str]] = field(default_factory=dict, repr=False)
