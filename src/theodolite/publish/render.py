"""Charts drawn to SVG and PNG without a browser and without the network."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from typing import Any, Protocol

import vl_convert

from theodolite.model.identity import digest
from theodolite.model.site import ChartFile

VEGA_LITE = "6.4"
PNG_SCALE = 2.0
DRAWING = "drawing/1"
"""How descriptions become pictures here; a change of it draws everything anew."""


class Pictures(Protocol):
    """Pictures that were drawn before, under a hash over all that they are drawn from."""

    def get(self, key: str) -> bytes | None:
        """The picture kept under a key."""

    def put(self, key: str, value: bytes) -> None:
        """Keep a picture."""


def drawn(chart: ChartFile, kept: Pictures | None = None) -> Iterator[tuple[str, bytes]]:
    """(file name under `charts/`, bytes) of every file of a chart: CSV, one SVG a variant, and a PNG.

    What is `kept` is not drawn again. Raises ValueError where a description cannot be drawn.
    """
    yield f"{chart.name}.csv", chart.csv.encode()
    for variant, spec in chart.specs.items():
        ending = ".svg" if variant == "light" else f".{variant}.svg"
        yield f"{chart.name}{ending}", _once("svg", _text(spec), _svg, kept)
    yield f"{chart.name}.png", _once("png", _text(chart.specs["light"]), _png, kept)


def _once(kind: str, spec: str, draw: Callable[[str], bytes], kept: Pictures | None) -> bytes:
    if kept is None:
        return draw(spec)
    key = digest(DRAWING, version("vl-convert-python"), VEGA_LITE, kind, spec)
    found = kept.get(key)
    if found is None:
        found = draw(spec)
        kept.put(key, found)
    return found


def _png(spec: str) -> bytes:
    made: bytes = vl_convert.vegalite_to_png(
        spec, vl_version=VEGA_LITE, scale=PNG_SCALE, allowed_base_urls=[]
    )
    return made


def _svg(spec: str) -> bytes:
    svg: str = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[])
    if "<script" in svg.lower() or "javascript:" in svg.lower():
        raise ValueError("a picture with a script in it")
    return (_renumbered(svg.rstrip("\n")) + "\n").encode()


def _renumbered(svg: str) -> str:
    """The same picture with its inner ids counted from zero: the renderer counts on between pictures."""
    seen: dict[str, int] = {}

    def name(found: re.Match[str]) -> str:
        number = seen.setdefault(found[2] + found[3], len(seen))
        return f"{found[1]}{found[2]}{number}"

    return re.sub(r'(\bid="|\burl\(#)(clip|gradient_)(\d+)', name, svg)


def _text(spec: Mapping[str, Any]) -> str:
    return json.dumps(spec, ensure_ascii=False, sort_keys=True, allow_nan=False)
