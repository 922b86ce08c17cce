"""Numbers in Han and in digits: their value, the multiple behind them, and whether the end is open."""

from __future__ import annotations

import re
from dataclasses import dataclass

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "半": 0.5}
POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}


def number_of(word: str) -> float | None:
    """A number in Han ("一百五十万", "二十", "两", "一五" by digits); None where it is none."""
    if not any(c in POWERS for c in word):
        value = 0.0
        for c in word:
            if c not in DIGITS:
                return None
            value = value * 10 + DIGITS[c]
        return value if "半" not in word else (0.5 if word == "半" else None)
    total, section, digit = 0.0, 0.0, None
    for c in word:
        if c in DIGITS:
            digit = DIGITS[c] if digit is None else digit * 10 + DIGITS[c]
        elif (power := POWERS.get(c, 0)) < 10**4:
            section += (1 if digit is None else digit) * power
            digit = None
        else:
            section += digit or 0
            total = (total + (section or (0 if total else 1))) * power
            section, digit = 0.0, None
    return total + section + (digit or 0)


def multiple_of(word: str | None) -> float:
    if not word:
        return 1.0
    word = word.strip()
    latin = {"K": 1e3, "k": 1e3, "M": 1e6, "B": 1e9, "T": 1e12}
    if word in latin:
        return latin[word]
    value = 1.0
    for c in word:
        value *= POWERS.get(c, 1)
    return value


@dataclass(slots=True)
class Number:
    low: float
    high: float | None
    multiple: float
    small: bool


def read(match: re.Match[str], n: int) -> Number | None:
    """One number of the match: its value before the multiple, and the multiple."""
    if (digits := match[f"a{n}"]) is not None:
        value = float(re.sub("[,，]", "", digits)) if len(digits) < 40 else None
        if value is None:
            return None
        open_end = bool(match[f"p{n}"])
        return Number(value, None if open_end else value, multiple_of(match[f"m{n}"]), False)
    if (han := match[f"h{n}"]) is not None:
        return _han_number(han, bool(match[f"q{n}"]), match[f"n{n}"])
    if (vague := match[f"v{n}"]) is not None:
        least = 3.0 if vague[0] in "数几多好" else 1.0
        power = multiple_of(vague[1:].replace("几", "")) if len(vague) > 1 else 1.0
        low = (1.0 if vague[0] in "数几好" and power >= 10 else least) * power
        return Number(low, None, 1.0, False)
    return None


def _han_number(han: str, plus: bool, multiple: str | None) -> Number | None:
    pair = re.fullmatch(r"([一二两三四五六七八九])([二两三四五六七八九])([十百千万亿]*)", han)
    if pair and (DIGITS[pair[2]] - DIGITS[pair[1]] == 1 or pair[0][:2] == "三五"):
        power = multiple_of(pair[3] or None)
        small = power < 10 and not multiple
        return Number(DIGITS[pair[1]] * power, DIGITS[pair[2]] * power, multiple_of(multiple), small)
    value = number_of(han)
    if value is None:
        return None
    return Number(value, None if plus else value, multiple_of(multiple), value < 10 and not multiple)
