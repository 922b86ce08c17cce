"""Every figure that words may stand for, in English and Chinese: wide on purpose.

This says whether a value can come from a quote, not what the quote says. So it is no second grammar: it takes
what the grammar of figures reads, and adds every plain reading of digits and number words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from theodolite.extract.words import numbers

_SCALES = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9,
    "t": 1e12, "tn": 1e12, "trillion": 1e12, "dozen": 12.0, "hundred": 100.0, "lakh": 1e5, "crore": 1e7,
    "十": 10.0, "百": 100.0, "千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12, "成": 10.0,
    "百万": 1e6, "千万": 1e7, "万亿": 1e12, "十亿": 1e9, "百亿": 1e10, "千亿": 1e11, "十万": 1e5,
    "GW": 1e9, "MW": 1e6, "kW": 1e3, "GWh": 1e9, "TWh": 1e12,
}  # fmt: skip
_DIGITS = re.compile(
    r"(?P<n>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d{1,18}(?:\.\d{1,12})?)"
    r"\s?-?[多余餘来來]?(?P<s>[A-Za-z]{1,8}|[十百千万萬亿億兆成]{1,2})?"
)
_WORDS = {
    "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0,
    "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "thirteen": 13.0,
    "fourteen": 14.0, "fifteen": 15.0, "sixteen": 16.0, "seventeen": 17.0, "eighteen": 18.0, "nineteen": 19.0,
    "none": 0.0, "zero": 0.0, "twenty": 20.0, "thirty": 30.0,
    "a": 1.0, "an": 1.0, "half": 0.5, "quarter": 0.25, "third": 1 / 3, "fifth": 0.2, "tenth": 0.1,
    "double": 2.0, "doubled": 2.0, "doubling": 2.0, "doubles": 2.0,
    "triples": 3.0, "tripling": 3.0, "twofold": 2.0, "fourfold": 4.0, "fivefold": 5.0,
    "twice": 2.0, "triple": 3.0, "tripled": 3.0,
    "threefold": 3.0, "tenfold": 10.0, "quadruple": 4.0, "quadrupled": 4.0, "magnitude": 10.0,
    "couple": 2.0, "several": 3.0, "few": 3.0, "first": 1.0, "second": 2.0, "fourth": 4.0, "sixth": 6.0,
    "seventh": 7.0, "eighth": 8.0, "ninth": 9.0, "eleventh": 11.0, "twelfth": 12.0, "halves": 0.5,
    "twentieth": 0.05, "hundredth": 0.01, "thousandth": 0.001,
    "quarters": 0.25, "thirds": 1 / 3, "fifths": 0.2, "tenths": 0.1, "sixths": 1 / 6, "eighths": 0.125,
    "years": 1.0, "months": 1.0, "weeks": 1.0, "days": 1.0, "decades": 1.0, "generations": 1.0,
}  # fmt: skip
_PLACES = {"third": 3.0, "fifth": 5.0, "tenth": 10.0, "sixth": 6.0, "quarter": 4.0}
"""Words that are a part or a place in an order."""
_WORD = re.compile(r"[A-Za-z]+")
_HAN_NUMBER = re.compile(
    r"[零〇一二两兩三四五六七八九十百千万萬亿億半几幾数數]{1,12}成?(?:[多余餘来來](?P<s>[万萬亿億]))?(?P<some>[点點][几幾多])?"
)
_TWO_DIGITS = re.compile(
    r"([一二两兩三四五六七八九])([二三四五六七八九几])(?=[十百千万萬亿億成]|[^零〇一二两兩三四五六七八九]|\Z)"
)
_MAGNITUDE = re.compile(r"数量级|數量級")
_FIRST = re.compile("[首榜魁]位|榜首|魁首|冠军|冠軍|居首|之首|头名|頭名")
_SECOND = re.compile("次席|亚军|亞軍|次位")
_AND_A_HALF = re.compile(r"个?[年月周倍代]半|个半")
_PART = re.compile(
    r"([零〇一二两兩三四五六七八九十百千万萬]{1,6})分之([零〇一二两兩三四五六七八九十百千半]{1,6})"
)
_HAN_DIGITS = {c: float(i) for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0.0, "两": 2.0, "兩": 2.0, "半": 0.5, "几": 3.0, "幾": 3.0, "数": 3.0, "數": 3.0,
}  # fmt: skip
_SOME = ("数", "數", "几", "幾")
_DAYS = 30.4375
_STRETCHES = (
    (re.compile(r"\bmonth|月", re.I), 1.0),
    (re.compile(r"\b(?:year|yr)|年|岁", re.I), 12.0),
    (re.compile(r"\bdecade|十年", re.I), 120.0),
    (re.compile(r"\bquarter|季", re.I), 3.0),
    (re.compile(r"\bweek|周|週|星期|礼拜", re.I), 7 / _DAYS),
    (re.compile(r"\bday|天|日", re.I), 1 / _DAYS),
    (re.compile(r"\bcentur|世纪", re.I), 1200.0),
)
"""Words for stretches of time, and the months in each."""


def figures(words: str, months: bool) -> list[float]:
    """Every value that the words may stand for; with `months`, stretches of time in months."""
    read = numbers.find(words)
    found = [n for f in read for n in (f.low, f.high) if n is not None]
    plain = [*_digits(words), *_english(words), *_chinese(words)]
    if months:
        # Without such a word ("by eleven", after a sentence on months) it can be months or years.
        lengths = [length for word, length in _STRETCHES if word.search(words)] or [1.0, 12.0]
        return [m for f in read for m in f.months or () if m] + [n * k for n in plain for k in lengths]
    ratios = [min(a, b) / max(a, b) for a, b in pairwise(plain) if 0 < a != b > 0]  # one in six, 十台里有八台
    return found + plain + [n * 100 for n in (*plain, *ratios) if 0 < n < 1]


def _digits(words: str) -> Iterator[float]:
    for match in _DIGITS.finditer(words):
        number = float(re.sub("[,，]", "", match["n"]))
        yield number
        scale = match["s"] or ""
        whole = _SCALES.get(scale) or _SCALES.get(scale.lower())
        first, *rest = (_SCALES.get(c) for c in scale[:2]) if scale else (None,)
        # 4亿千瓦: 400 million, and 400 billion of the smaller unit.
        for factor in (whole, first, first * rest[0] if first and rest and rest[0] else None):
            if factor:
                yield number * factor


def _english(words: str) -> Iterator[float]:
    last = 0.0
    for match in _WORD.finditer(words):
        word = match.group().lower()
        if word in _WORDS:
            if 0 < _WORDS[word] < 1 and last > 1:
                yield last * _WORDS[word]  # three quarters
            last = _WORDS[word]
            yield last
            if word in _PLACES:
                yield _PLACES[word]
                yield 1 / _PLACES[word]
        elif word in _SCALES and len(word) > 2:
            yield _SCALES[word]
            last = (last or 1.0) * _SCALES[word]
            yield last  # two hundred thousand


def _chinese(words: str) -> Iterator[float]:
    for match in _HAN_NUMBER.finditer(words):
        written = match.group().split("点")[0].split("點")[0]
        for one in {written, _TWO_DIGITS.sub(r"\1", written), _TWO_DIGITS.sub(r"\2", written)}:
            number = _han_value(one.rstrip("成多余餘来來" + (match["s"] or "")))
            yield number
            if match["s"]:
                yield number * _SCALES[match["s"]]  # 三百多万
            if match["some"]:
                yield number + 1  # 百分之一点几
            if _AND_A_HALF.match(words, match.end()):
                yield number + 0.5
            if one.endswith("成"):
                yield number * 10
                if words.startswith("半", match.end()):
                    yield number * 10 + 5
            if one.endswith(("几", "幾")):
                yield _han_value(one[:-1])  # 十几
            if one[:1] in _SOME:
                yield 2 * _han_value(one[1:])  # 数十: two tens at least
                yield _han_value(one[1:])
    for part in _PART.finditer(words):
        if whole := _han_value(part[1]):
            yield _han_value(part[2]) / whole
    if _FIRST.search(words):
        yield 1.0
    if _SECOND.search(words):
        yield 2.0
    if _MAGNITUDE.search(words):
        yield from (10.0, 0.1)


def _han_value(written: str) -> float:
    """The value of a number in Chinese characters ("三千二百万" is 32,000,000; "十年"'s 十 is 10)."""
    total = section = digit = 0.0
    for c in written:
        if c in _HAN_DIGITS:
            digit = _HAN_DIGITS[c]
        elif c in "十百千":
            section += (digit or 1.0) * _SCALES[c]
            digit = 0.0
        else:
            total = (total + section + digit or 1.0) * _SCALES[c]
            section = digit = 0.0
    return total + section + digit
