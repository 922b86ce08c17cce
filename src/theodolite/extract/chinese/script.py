"""One script for the rules: traditional characters as simplified ones, full-width letters as plain ones.

Every character is replaced by exactly one, so that offsets stay what they are in the document.
"""

from __future__ import annotations

import re
from functools import cache

from opencc import OpenCC

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
_FULL_WIDTH |= {code: code - 0xFEE0 for code in (*range(0xFF41, 0xFF5B), 0xFF05, 0xFF0B, 0xFF0E, 0xFF0F)}
_FULL_WIDTH |= {
    0xFF5E: 0x7E,
    0x301C: 0x7E,
    0xFF0D: 0x2D,
    0x2212: 0x2D,
    0xA0: 0x20,
    0x3000: 0x20,
    0x2009: 0x20,
}
_FULL_WIDTH |= {
    0x300C: 0x201C,
    0x300D: 0x201D,
    0x300E: 0x2018,
    0x300F: 0x2019,
    0x2027: 0xB7,
    0x30FB: 0xB7,
    0x2022: 0xB7,
}
# Words that differ by place, not only by script, where both have the same length.
_WORDS = {
    "人工智慧": "人工智能",
    "晶片": "芯片",
    "软体": "软件",
    "硬体": "硬件",
    "网路": "网络",
    "伺服器": "服务器",
    "美金": "美元",
    "公分": "厘米",
    "新创": "初创",
    "运算": "计算",
    "资讯": "信息",
    "品质": "质量",
    "专案": "项目",
}
_OTHER_WORDS = re.compile("|".join(_WORDS))


# Half-width marks beside Chinese characters are the full-width ones.
_MARKS = str.maketrans(",;:?!()", "，；：？！（）")
_NARROW = re.compile(r"(?<=[\u3400-\u9fff”’》）%])[,;:?!()]|[,;:?!()](?=[\u3400-\u9fff“‘《（])")
_KEPT = frozenset("昇")
"""Stands in names of today as it is."""


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@cache
def _simple(character: str) -> str:
    if character in _KEPT:
        return character
    found: str = _converter().convert(character)
    return found if len(found) == 1 else character


def simplified(content: str) -> str:
    """The text as rules see it, as long as it was, character by character."""
    characters = set(content)
    table: dict[int, int | str] = {
        ord(c): _simple(c) for c in characters if _HAN.match(c) and _simple(c) != c
    }
    table |= _FULL_WIDTH
    plain = _NARROW.sub(lambda m: m.group().translate(_MARKS), content.translate(table))
    return _OTHER_WORDS.sub(lambda m: _WORDS[m.group()], plain)


def is_traditional(content: str) -> bool:
    """Whether a text is written in traditional characters, as in Taiwan and Hong Kong."""
    sample = [c for c in content[:4000] if _HAN.match(c)]
    return sum(_simple(c) != c for c in sample) * 10 > len(sample) > 0
