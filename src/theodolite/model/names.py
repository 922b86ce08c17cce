"""Names of models as different hands write them."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=65_536)  # boards name the same models day after day
def folded_name(name: str) -> str:
    """A model's name as boards and indices vary it: letters and digits alone, without case."""
    return "".join(filter(str.isalnum, name.casefold()))
