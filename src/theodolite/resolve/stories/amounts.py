"""Figures in either language as one term: "$13 billion" and "130亿美元" are one figure.

Only what tells one event from another is kept: amounts with a magnitude or a unit, and plain figures that are
neither small counts nor years.
"""

from __future__ import annotations

import re

_EN = {"thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9,
       "trillion": 1e12, "tn": 1e12}  # fmt: skip
_ZH = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8, "百万": 1e6, "千万": 1e7, "百亿": 1e10,
       "千亿": 1e11, "万亿": 1e12}  # fmt: skip
_FIGURE = re.compile(
    r"(?P<sign>[$€£¥₩₹]\s?)?(?<![A-Za-z0-9.])(?P<n>\d{1,15}(?:,\d{3})*(?:\.\d{1,6})?)"
    r"(?:\s?(?P<zh>百万|千万|百亿|千亿|万亿|[十百千万亿])|[\s-]?"
    r"(?P<en>thousand|million|billion|trillion|bn|mn|tn|[kKmMbB])(?![A-Za-z]))?"
    r"(?P<percent>\s?(?:%|per ?cent|percent))?"
)


def amounts(content: str) -> list[tuple[int, int, str]]:
    """(start, end, term) of each figure worth comparing, in order. The text must be `script.plain`."""
    found = []
    for m in _FIGURE.finditer(content):
        term = _term(m)
        if term:
            found.append((m.start(), m.end(), term))
    return found


def _term(m: re.Match[str]) -> str | None:
    number = float(m["n"].replace(",", ""))
    letter = m["en"] and len(m["en"]) == 1
    # "13B" is money only behind a sign of a currency: else it is the size of a model, and a code.
    if letter and not m["sign"]:
        return None
    factor = _EN[m["en"].casefold()] if m["en"] else _ZH[m["zh"]] if m["zh"] else 1.0
    if m["percent"]:
        return f"{number:.4g}%"
    value = number * factor
    if factor == 1 and not m["sign"] and "." not in m["n"] and (value < 32 or 1900 <= value < 2100):
        return None
    return f"{value:.3g}"
