"""Many words as one pattern: shared beginnings are tried once; most places fail at the first character."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def pattern(words: Iterable[str]) -> str:
    """A pattern of words, the longest first at each place, behind a look at the first character."""
    listed = sorted({w for w in words if w})
    tree: dict[str, Any] = {}
    for word in listed:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    firsts = "".join(sorted({re.escape(w[0]) for w in listed}))
    return f"(?:(?=[{firsts}]){_written(tree)})"


def _written(node: dict[str, Any]) -> str:
    """The pattern of what may stand from here on."""
    ends = "" in node
    branches = [re.escape(c) + _written(below) for c, below in sorted(node.items()) if c]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"
