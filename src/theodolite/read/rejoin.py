"""Mend lines that were cut inside a block.

The search for the main text sometimes ends a line at inline markup ("one of <b>two</b> years" becomes three
lines), and a sentence cut in three is lost to every reader after. The page's visible text shows which
line ends are real: a place where both sides stand in one block is none.
"""

from __future__ import annotations

import re
import unicodedata

_CONTEXT = 40
"""Characters on each side of a line end that must stand together in the page for it to be taken out."""

_MOST_WORK = 200_000_000
"""Lines times length of the page above which nothing is mended."""


def rejoin(found: str, visible: str) -> str:
    """`found` without the line ends that `visible` (one line per block) does not have."""
    lines = found.split("\n")
    if len(lines) * len(visible) > _MOST_WORK:
        return found
    page = re.sub("[ \\xa0]+", " ", unicodedata.normalize("NFC", visible))
    mended = [lines[0]]
    for line in lines[1:]:
        between = _between(mended[-1], line, page)
        if between is None:
            mended.append(line)
        else:
            mended[-1] += between + line
    return "\n".join(mended)


def _between(before: str, after: str, page: str) -> str | None:
    """What stands between two lines in the page, a space or nothing; None if they are apart."""
    tail, head = before.rstrip()[-_CONTEXT:], after.lstrip()[:_CONTEXT]
    if tail and head:
        for between in (" ", ""):
            if tail + between + head in page:
                return "" if before[-1:] == " " or after[:1] == " " else between
    return None
