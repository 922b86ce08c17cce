"""Where to look: the surroundings of cheap signs, so that costly patterns need not cross the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterator


def around(
    sign: re.Pattern[str], text: str, start: int = 0, end: int | None = None, reach: int = 80
) -> Iterator[tuple[int, int]]:
    """Stretches of `text` from `reach` before to `reach` behind each sign, joined where they meet, in order.

    A stretch begins at a space (or where the one before ends), so that no word and no address is cut at its
    head. What a pattern finds in them it would find in the whole, if each of its matches holds a sign and is
    shorter than `reach` from it.
    """
    stop = len(text) if end is None else end
    first = last = -1
    for match in sign.finditer(text, start, stop):
        low = match.start() - reach
        if last < 0 or low > last:
            if last >= 0:
                yield first, min(last, stop)
            after = max(start, last)
            space = text.rfind(" ", after, max(start, low))
            first = space + 1 if space >= 0 else after
        last = match.end() + reach
    if last >= 0:
        yield first, min(last, stop)
