"""Which stretches of a text are in which language: its own, but for paragraphs that plainly differ.

A language sees the text with the other language's paragraphs blanked one for one, so that every offset stays
what it is and no rule reads words that it does not understand.
"""

from __future__ import annotations

import re
from dataclasses import replace

from theodolite.model.origin import Origin
from theodolite.model.text import Text

LANGUAGES = ("en", "zh")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_KANA = re.compile("[\u3040-\u30ff]")
_LATIN = re.compile("[A-Za-z]")
_PARAGRAPH = re.compile(r"[^\n]+")
_PRINTED = re.compile(r"[^\s]")


def of(text: Text, origin: Origin) -> str:
    """The document's language by option or metadata, else by script: mostly Han is Chinese, all else is
    read as English."""
    declared = (origin.language or text.language or "").lower()[:2]
    if declared in LANGUAGES:
        return declared
    sample = text.content[:4000]
    han = len(_HAN.findall(sample))
    if len(_KANA.findall(sample)) * 5 > han:
        return "en"
    return "zh" if han * 3 > len(sample.replace(" ", "")) else "en"


def stretches(text: Text, origin: Origin) -> list[tuple[str, Text]]:
    """Each language of the text with the text as it sees it; the document's own language comes first."""
    own = of(text, origin)
    other = "zh" if own == "en" else "en"
    foreign = [m.span() for m in _PARAGRAPH.finditer(text.content) if _differs(m.group(), other)]
    if not foreign:
        return [(own, text)]
    native: list[tuple[int, int]] = []
    position = 0
    for start, end in foreign:
        native.append((position, start))
        position = end
    native.append((position, len(text.content)))
    return [
        (own, replace(text, content=_blanked(text.content, foreign))),
        (other, replace(text, content=_blanked(text.content, native))),
    ]


def _differs(paragraph: str, other: str) -> bool:
    """Whether a paragraph is plainly in the other language: a few names do not make it so."""
    han = len(_HAN.findall(paragraph))
    if other == "zh":
        return han >= 12 and han * 3 > len(_PRINTED.findall(paragraph)) and not _KANA.search(paragraph)
    return han * 20 < (latin := len(_LATIN.findall(paragraph))) and latin >= 80


def _blanked(content: str, places: list[tuple[int, int]]) -> str:
    """The content with some places blanked, line breaks kept."""
    parts: list[str] = []
    position = 0
    for start, end in places:
        parts.append(content[position:start])
        parts.append(re.sub(r"[^\n]", " ", content[start:end]))
        position = end
    parts.append(content[position:])
    return "".join(parts)
