"""Print: a description and its words as a PDF, without the network, the clock and the machine's own fonts.

The fonts are those inside Typst (Libertinus) and Noto Serif SC from its package, on every machine: the same
words give the same bytes. What neither has is printed as its code point, and said.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn
import typst

from theodolite.model.errors import TheodoliteError

STANDARD: typst.PDFStandard = "ua-1"
"""PDF/UA-1: tagged, with a title, a language and an order of reading."""
_WITHOUT = re.compile(r'the text `"(.+?)"` could not be displayed')
_WRITTEN_OUT = re.compile(r"\\u\{([0-9a-f]+)\}")
_ROUNDS = 4
_NAMED = 12


class TypesettingError(TheodoliteError):
    """Words could not be set in print: a fault of this program, not of the input. Report the command."""


def pdf(description: bytes, words: Mapping[str, Any], made: dt.datetime | None = None) -> bytes:
    """The PDF of a description in the language of Typst and of what it prints; `made` is the date inside it.

    `words` has "notes", a list: where a character has no glyph, a note says so and the code point is printed.
    """
    missing: dict[str, None] = {}
    moment = (made or _BEGINNING).replace(microsecond=0)
    for _ in range(_ROUNDS):
        told = _printable(words, missing)
        compiler = typst.Compiler(
            description, font_paths=_fonts(), sys_inputs={"brief": json.dumps(told, ensure_ascii=False)}
        )
        try:
            found = compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=moment)
        except typst.TypstError as error:
            new = dict.fromkeys(c for c in _named(error) if c not in missing)
            if not new:
                raise TypesettingError(f"cannot be typeset: {error.message[:200]}") from error
            missing |= new
            continue
        assert isinstance(found, bytes)
        return found
    raise TypesettingError("cannot be typeset: characters without a glyph are left after all rounds")


_BEGINNING = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@cache
def _fonts() -> typst.Fonts:
    folder = Path(pylopdf_fonts_zh_cn.serif_path()).parent
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])


def _named(error: typst.TypstError) -> list[str]:
    """The characters without a glyph that an error names."""
    told = _WITHOUT.findall(f"{error.message}\n{error.diagnostic}")
    found = (_WRITTEN_OUT.sub(lambda m: chr(int(m[1], 16)), text) for text in told)
    return [c for text in found for c in text]


def _printable(words: Mapping[str, Any], missing: Mapping[str, None]) -> dict[str, Any]:
    """The same with code points in place of characters that no font has, and a note on them."""
    table = {ord(c): f"[U+{ord(c):04X}]" for c in missing}

    def put(value: Any) -> Any:
        if isinstance(value, str):
            return value.translate(table)
        if isinstance(value, list):
            return [put(one) for one in value]
        if isinstance(value, dict):
            return {key: one if key == "address" else put(one) for key, one in value.items()}
        return value

    told: dict[str, Any] = put(dict(words))
    if missing:
        points = sorted(f"U+{ord(c):04X}" for c in missing)
        named = ", ".join(points[:_NAMED]) + (f" and {len(points) - _NAMED} more" if points[_NAMED:] else "")
        plural = "characters have" if len(points) > 1 else "character has"
        note = f"{len(points)} {plural} no glyph in the fonts at hand and stand here as code points: {named}."
        told["notes"] = [*told["notes"], note]
    return told
