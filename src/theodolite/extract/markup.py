"""A text without the marks of Markdown, and the way back to the text's own offsets.

Rules read words. Marks for emphasis, the addresses of links and pictures, back-quotes and escapes stand
between or around words, break names and figures apart and are no words themselves. They are left out
before any rule reads, in every text: posts and newsletters are pasted with them, whatever the file is
called. Offsets and quotes of claims are those of the text as it was given, with the marks inside them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from theodolite.model.text import Text

_SIGNS = ("*", "_", "]", "`", "\\")
"""A text with none of them has no marks."""
_ADDRESS = r"\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?(?:[ ]\"[^\"\n]{0,200}\")?\)"
_LINKS = re.compile(
    rf"(?P<picture>!\[[^\[\]\n]{{0,300}}\]{_ADDRESS})"
    rf"|(?P<open>\[)[^\[\]\n]{{1,300}}(?P<address>\]{_ADDRESS})"
)
_MARKS = re.compile(
    r"(?<!\*)\*{2,3}(?=[^\s*])(?!(?<=\d\*\*)\d)"  # strong, where it opens
    r"|(?<=[^\s*])\*{2,3}(?!\*)(?!(?<=\d\*\*)\d)"  # and closes
    r"|`+"
    r"|\\(?=[$*_\[\]#&%~>+.!()|-])"
)
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(?P<star>\*)(?=[^\s*])[^*\n]{0,199}[^\s*]\*(?![\w*])"
    r"|(?<![\w\\])(?P<line>__?)(?=[^\s_])[^_\n]{0,199}[^\s_](?P=line)(?!\w)"
)
_REFERENCE = re.compile(r"(?<=[^\W\d_])\[\d{1,3}\](?![(\[\w])")  # "Larch[3]": a note's number


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A text as the rules read it: `text` with its parts moved along, and `span` back to the given text."""

    text: Text
    _kept_from: tuple[int, ...]
    """Where each stretch that was kept begins in the text as read."""
    _left_out: tuple[int, ...]
    """How many characters were left out before each of these stretches."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from `start` to `end` stand in the given text; marks around them stay out."""
        return self.place(start), (self.place(end - 1) + 1 if end > start else self.place(start))

    def place(self, at: int) -> int:
        """Where one character stands in the given text."""
        # Where two marks touch, two stretches begin at one place: the last of them holds what was kept.
        return at + self._left_out[bisect_right(self._kept_from, at) - 1]


def unmarked(text: Text) -> Unmarked:
    """The text without its marks. A text that has none is given back as it is."""
    content = text.content
    marks = _marks(content) if any(sign in content for sign in _SIGNS) else []
    if not marks:
        return Unmarked(text, (0,), (0,))
    pieces, position = [], 0
    kept_from, left_out = [0], [0]
    for start, end in marks:
        pieces.append(content[position:start])
        left_out.append(left_out[-1] + end - start)
        kept_from.append(end - left_out[-1])
        position = end
    pieces.append(content[position:])
    ends = [end for _, end in marks]

    def moved(at: int) -> int:
        """Where an offset of the given text is in the text as read; inside a mark, where the mark was."""
        before = bisect_right(ends, at)
        inside = max(0, at - marks[before][0]) if before < len(marks) else 0
        return at - left_out[before] - inside

    parts = tuple(replace(part, start=moved(part.start), end=moved(part.end)) for part in text.parts)
    return Unmarked(replace(text, content="".join(pieces), parts=parts), tuple(kept_from), tuple(left_out))


def _marks(content: str) -> list[tuple[int, int]]:
    """What is left out, in order and apart."""
    found: list[tuple[int, int]] = []
    if "](" in content:
        for match in _LINKS.finditer(content):
            found += [match.span(name) for name in ("picture", "open", "address") if match[name] is not None]
    found += [match.span() for match in _MARKS.finditer(content)]
    if "]" in content:
        found += [match.span() for match in _REFERENCE.finditer(content)]
    for match in _EMPHASIS.finditer(content):
        width = len(match["star"] or match["line"])
        found += [(match.start(), match.start() + width), (match.end() - width, match.end())]
    found.sort()
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart
