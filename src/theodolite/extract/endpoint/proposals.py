"""What the model proposes: the claims in its words, whatever it wrapped them in."""

from __future__ import annotations

import json
import re
from typing import Any

MOST = 400
"""More claims than this in one answer are not looked at: no passage holds so many."""

_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_LIST = re.compile(r'"claims"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON number")


_DECODER = json.JSONDecoder(parse_constant=_no_constant)


def proposals(content: str) -> tuple[list[Any], bool]:
    """The proposed claims, and whether the answer was whole.

    Prose and fences around the JSON are passed over. Of an answer that breaks off, the claims that are whole
    are kept. An answer without any JSON gives an empty list and False. Raises nothing.
    """
    content = _THOUGHT.sub("", content)
    begun = _LIST.search(content)
    if begun:
        found, whole = _items(content, begun.end())
        return found[:MOST], whole and len(found) <= MOST
    at = content.find("[")
    if at < 0:
        return [], False
    found, whole = _items(content, at + 1)
    return found[:MOST], whole and (bool(found) or content.strip("` \njson") == "[]")


def _items(content: str, at: int) -> tuple[list[Any], bool]:
    """The values of a list from its first place on, as far as they are JSON."""
    found: list[Any] = []
    while len(found) <= MOST:
        at = _BETWEEN.match(content, at).end()  # type: ignore[union-attr]
        if content.startswith("]", at):
            return found, True
        try:
            value, at = _DECODER.raw_decode(content, at)
        except (ValueError, RecursionError):
            return found, False
        found.append(value)
    return found, False
