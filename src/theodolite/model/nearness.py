"""Names close to one that means nothing: what somebody who mistyped it may have meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

_ALIKE = 0.7
"""Least likeness of two names, 0 to 1 (Ratcliff and Obershelp's, as difflib counts it)."""
_LONGEST = 80
"""Characters of a name that are compared: the time grows with their square."""


def nearest(word: str, words: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """At most `most` of `words`, the closest first: the same but for case and joints, alike, longer."""
    folded = {w: _fold(w[:_LONGEST]) for w in words}
    sought = _fold(word[:_LONGEST])
    if not sought:
        return ()
    same = [w for w, f in folded.items() if f == sought]
    longer = [w for w, f in folded.items() if len(sought) > 2 and sought in f]
    alike = difflib.get_close_matches(sought, set(folded.values()), n=most, cutoff=_ALIKE)
    near = [w for f in alike for w, own in folded.items() if own == f]
    return tuple(dict.fromkeys([*same, *near, *longer]))[:most]


def do_you_mean(word: str, words: Iterable[str]) -> str:
    """ "do you mean A or B?", or nothing where nothing is close."""
    found = nearest(word, words)
    return f"do you mean {' or '.join(found)}?" if found else ""


def _fold(name: str) -> str:
    return re.sub(r"[\s_\-]+", "-", name.strip().casefold())
