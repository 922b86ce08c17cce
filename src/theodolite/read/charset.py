"""Bytes to characters: which character set a document is in, and whether it is text at all.

Order: byte-order mark, valid UTF-8, what the document or its host declares, what its bytes look like.
UTF-8 goes before the declaration because bytes of another set are next to never valid UTF-8 by chance,
while wrong declarations are common.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Sequence

from theodolite.model.text import canonical

logging.getLogger("charset_normalizer").addHandler(logging.NullHandler())

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "x-gbk": "gb18030",
    "big5": "big5hkscs", "iso8859-1": "cp1252", "ascii": "cp1252", "euc_kr": "cp949", "shift_jis": "cp932",
}  # fmt: skip
"""Sets under the name of which a wider one is sent, as the standard for the web has it too."""

# The most frequent Chinese characters. Half of them or so of any text's Han is what tells a right decoding
# from one that gives Han as well, but rare ones.
_COMMON = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可"
    "她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三"
    "已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女"
    "問這來個國說們為時會過學對後還發當開無經頭動兩長現將與進實點種聲話兒東西中年技术企业数据模型研究"
    "第市场世界公司能力经济政府智能"
)
_WESTERN = frozenset("àâäáãåçéèêëíìîïñóòôöõøúùûüæœßÀÂÄÁÅÇÉÈÊËÍÎÏÑÓÔÖØÚÛÜÆŒ“”‘’–—…€£©®™°·«»•§\xa0½×¿¡")
_HAN = re.compile("[\u3400-\u9fff]")
_CONTROL = re.compile("[\x01-\x07\x0e-\x1a\x1c-\x1f\x7f]")
_MOSTLY_VALID = 20
"""Valid multi-byte characters for each broken one above which a text counts as UTF-8 with damage."""
_SAMPLE = 200_000
"""Characters by which a set is told."""

_MOST_CONTROLS = 0.1
_MOST_NULS = 0.5


class NotTextError(ValueError):
    """The bytes are no text in any character set that fits."""


def decode(content: bytes, declared: Sequence[str] = ()) -> tuple[str, str]:
    """The canonical characters of `content` and the name of the set. Raises NotTextError.

    A byte-order mark stays as U+FEFF; NUL and lone surrogates become U+FFFD; nothing else is changed.
    """
    text, charset = _decoded(content, declared)
    controls, nuls = len(_CONTROL.findall(text)), text.count("\0")
    if controls > _MOST_CONTROLS * len(text) or nuls > _MOST_NULS * len(text):
        raise NotTextError("the file holds binary data, not text")
    return canonical(text), charset


def _decoded(content: bytes, declared: Sequence[str]) -> tuple[str, str]:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _unicode(content, name)
    if wide := _unmarked_utf16(content):
        return _unicode(content, wide)
    try:
        return content.decode("utf-8", "surrogatepass"), "utf-8"
    except UnicodeDecodeError:
        pass
    for name in _known(declared):
        try:
            return content.decode(name), name
        except (UnicodeDecodeError, UnicodeError):
            if _damage(content, name) <= 0.001:
                return content.decode(name, "replace"), name
    return _detected(content)


def _unicode(content: bytes, name: str) -> tuple[str, str]:
    """Lone surrogates are kept one for one until `canonical` replaces them; other damage is replaced here."""
    try:
        return content.decode(name, "surrogatepass"), name
    except UnicodeDecodeError:
        return content.decode(name, "replace"), name


def _detected(content: bytes) -> tuple[str, str]:
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(c > "\x7f" for c in text) - broken > _MOSTLY_VALID * broken:
        return text, "utf-8"
    if b"\0" in content:
        raise NotTextError("the file holds binary data, not text")
    if chinese := _chinese(content):
        return chinese
    if western := _western(content):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None:
        raise NotTextError("the file holds no text in a known character set")
    name = _WIDER.get(best.encoding, best.encoding)
    return content.decode(name, "replace"), name


def _chinese(content: bytes) -> tuple[str, str] | None:
    """Simplified or traditional Chinese by its frequent characters, where the general detector is unsure."""
    best: tuple[float, str, str] | None = None
    for name in ("gb18030", "big5hkscs"):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        han = _HAN.findall(sample)
        foreign = sum(c > "\x7f" for c in sample)
        if not han or len(han) < 0.6 * foreign:
            continue
        share = sum(c in _COMMON for c in han) / len(han)
        if share >= 0.2 and (best is None or share > best[0]):
            best = (share, text, name)
    return (best[1], best[2]) if best else None


def _western(content: bytes) -> tuple[str, str] | None:
    """English and its neighbours: mostly ASCII, with curly quotes, dashes or accented letters between."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    sample = text[:_SAMPLE]
    foreign = [c for c in sample if c > "\x7f"]
    known = sum(c in _WESTERN for c in foreign)
    return (text, "cp1252") if len(foreign) <= 0.2 * len(sample) and known >= 0.95 * len(foreign) else None


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 of Latin letters without a mark: every other byte of the beginning is NUL, none between."""
    head = content[:4096]
    if len(head) < 16 or len(content) % 2:
        return None
    even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.7 and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd == 0 else None


def _known(declared: Sequence[str]) -> list[str]:
    """The declared sets that can be used, under their codec's name, widened where that is the custom."""
    names: list[str] = []
    for label in declared:
        try:
            info = codecs.lookup(label.strip().strip("'\"")[:40])
        except (LookupError, ValueError):
            continue
        # Codecs that are no character set (hex, zlib, punycode and so on) could be named by a hostile page.
        if not getattr(info, "_is_text_encoding", True) or info.name in _NO_CHARSET:
            continue
        name = _WIDER.get(info.name, info.name)
        if name not in names and name != "utf-8":
            names.append(name)
    return names


_NO_CHARSET = frozenset({"idna", "punycode", "unicode-escape", "unicode_escape", "raw-unicode-escape",
                         "raw_unicode_escape", "undefined", "utf-7", "mbcs", "oem", "palmos"})  # fmt: skip


def _damage(content: bytes, name: str) -> float:
    """The share of characters that a declared set cannot decode."""
    try:
        text = content.decode(name, "replace")
    except (UnicodeError, LookupError):
        return 1.0
    return text.count("\ufffd") / max(1, len(text))
