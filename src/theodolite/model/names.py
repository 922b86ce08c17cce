"""Names: of models as different hands write them, and many of anything in one line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache


@lru_cache(maxsize=65_536)  # boards name the same models day after day
def folded_name(name: str) -> str:
    """A model's name as boards and indices vary it: letters and digits alone, without case."""
    return "".join(filter(str.isalnum, name.casefold()))


def first_few(names: Sequence[str], most: int = 5) -> str:
    """The first `most` names or places with commas, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
