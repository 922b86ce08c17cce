"""One form of writing for comparing words: simplified characters, plain widths, no marks that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from opencc import OpenCC

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def plain(content: str) -> str:
    """The text in simplified characters and compatibility forms (NFKC), without unseen characters."""
    shown = _UNSEEN.sub("", unicodedata.normalize("NFKC", content)).replace("’", "'").replace("‘", "'")
    return str(_converter().convert(shown)) if HAN.search(shown) else shown
