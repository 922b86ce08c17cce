"""Charts drawn to SVG and PNG without a browser and without the network."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import vl_convert

from theodolite.model.site import ChartFile

VEGA_LITE = "6.4"
PNG_SCALE = 2.0


def drawn(chart: ChartFile) -> Iterator[tuple[str, bytes]]:
    """(file name under `charts/`, bytes) of every file of a chart: CSV, one SVG a variant, and a PNG.

    Raises ValueError where a description cannot be drawn.
    """
    yield f"{chart.name}.csv", chart.csv.encode()
    for variant, spec in chart.specs.items():
        ending = ".svg" if variant == "light" else f".{variant}.svg"
        yield f"{chart.name}{ending}", _svg(spec).encode()
    png = vl_convert.vegalite_to_png(
        _text(chart.specs["light"]), vl_version=VEGA_LITE, scale=PNG_SCALE, allowed_base_urls=[]
    )
    yield f"{chart.name}.png", png


def _svg(spec: Mapping[str, Any]) -> str:
    svg: str = vl_convert.vegalite_to_svg(_text(spec), vl_version=VEGA_LITE, allowed_base_urls=[])
    if "<script" in svg.lower() or "javascript:" in svg.lower():
        raise ValueError("a picture with a script in it")
    return _renumbered(svg.rstrip("\n")) + "\n"


def _renumbered(svg: str) -> str:
    """The same picture with its inner ids counted from zero: the renderer counts on between pictures."""
    seen: dict[str, int] = {}

    def name(found: re.Match[str]) -> str:
        number = seen.setdefault(found[2] + found[3], len(seen))
        return f"{found[1]}{found[2]}{number}"

    return re.sub(r'(\bid="|\burl\(#)(clip|gradient_)(\d+)', name, svg)


def _text(spec: Mapping[str, Any]) -> str:
    return json.dumps(spec, ensure_ascii=False, sort_keys=True, allow_nan=False)
