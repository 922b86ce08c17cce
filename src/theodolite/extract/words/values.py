"""The value of a number as written: digits, powers of ten, words."""

from __future__ import annotations

import re
from decimal import Decimal

from theodolite.extract.words import number_grammar as grammar
from theodolite.extract.words import units


def read(match: re.Match[str]) -> tuple[float, float | None, bool, bool] | None:
    """(low, high, worded, scaled) of a matched value."""
    if match["power"]:
        return (*_power(match["power"].replace(",", "").translate(grammar.SUPERSCRIPT)), False, True)
    if digits := match["digits"]:
        number = float(digits.replace(",", ""))
        scale = match["suffix"] or match["scale"]
        for part in re.split(r"[\s-]+", scale.lower()) if scale else ():
            number = scaled(number, grammar.SCALES[part])
        return number, number, False, bool(scale)
    g = match.groupdict()
    if g["plural"]:
        parts = re.sub(r"\s+of\s+", " ", g["plural"].lower()).split()
        low = 1.0
        for part in parts:
            low *= grammar.PLURALS[part]
        return low, None, True, True
    if g["half"]:
        half = 0.5 * grammar.SCALES[g["halfscale"].lower()]
        return half, half, True, True
    if g["single"]:
        return 1.0, 1.0, True, False
    if g["halfpart"]:
        return 0.5, 0.5, True, False
    if g["vague"]:
        couple = "couple" in g["vague"].lower()
        scale_value = grammar.SCALES[g["vaguescale"].lower()]
        return (2 if couple else 3) * scale_value, 2 * scale_value if couple else None, True, True
    if g["article"]:
        number = 1.0
        for part in g["artscale"].lower().split():
            number *= grammar.SCALES[part]
        return number, number, True, True
    number = _words(g["words"], g["wordscale"])
    return number, number, True, bool(g["wordscale"])


_TEN = re.compile(r"(?:(?P<factor>[\d.]+)\s?[x×*·]\s?)?10(?P<power>\D*\d+\)?)\Z")


def _power(raw: str) -> tuple[float, float]:
    """The value of a power of ten, twice, as both ends; made from decimals, as exact as written."""
    if match := _TEN.match(raw):
        factor = match["factor"] or "1"
        sign = "-" if any(c in match["power"] for c in "-−–⁻") else ""
        value = float(f"{factor}e{sign}{re.sub('[^0-9]', '', match['power'])}")
    else:
        value = float(raw.replace("−", "-"))
    return value, value


def scaled(number: float, scale: float) -> float:
    """The product as written in decimals: 16.6 times a billion is 16600000000, not ...00.000002."""
    return float(Decimal(repr(number)) * Decimal(repr(scale)))


def _words(small: str, scale: str | None) -> float:
    """The number that words spell: "twenty-five", "sixteen point six billion", "one and a half"."""
    total, current = 0.0, 0.0
    small, _, decimals = small.lower().partition(" point ")
    if decimals:
        current = float("0." + "".join(str(grammar.ONES[word]) for word in decimals.split()))
    elif small.endswith("half"):
        small, current = re.sub(r"\s+and\s+a\s+half\Z", "", small), 0.5
    for word in re.split(r"[\s-]+", f"{small} {scale or ''}".lower().strip()):
        if word in grammar.ONES or word in grammar.TENS:
            current += grammar.ONES.get(word, grammar.TENS.get(word, 0))
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in grammar.SCALES and total and not current:  # "ten thousand crore"
            total = scaled(total, grammar.SCALES[word])
        elif word in grammar.SCALES:
            total += scaled(current or 1, grammar.SCALES[word])
            current = 0.0
    return total + current


def glued(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the digits are part of a word, a version, a date or an ordinal ("5G", "1.2.3", "21st",
    "24/7")."""
    after = text[match.end() : match.end() + 2]
    if match["suffix"] or match["scale"]:
        resolution = match["suffix"] in ("K", "k") and match["digits"] in ("2", "4", "8")
        return resolution and bool(
            re.match(
                r"[\s-](?:video|resolution|image|footage|TV|HD|UHD|display|output|quality)",
                text[match.end() : match.end() + 12],
            )
        )
    if not after:
        return False
    if after[0] in "/:" and after[1:].isdigit():
        return True
    if after[0] == "." and after[1:].isdigit():
        return True
    if after[0].isalpha() or after[0] == "_":
        tail = text[match.end() : match.end() + 14]
        return not (
            grammar.TIMES.match(tail)
            or re.match(r"(?:yr|mo|pct)s?\b|(?:wt|vol|mol)\.?%", tail)
            or units.read(text, match.end(), end)
        )
    return False
