"""The hub's list of models: a JSON array of objects, one a model."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

_FIELDS = ("id", "author", "downloads", "likes", "createdAt")


def rows(content: bytes, file: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each model with its place in the list. The account is the part of the name before the slash.

    Raises ValueError for anything but an array of objects.
    """
    found = json.loads(content)
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise ValueError("not a list of models")
    for line, row in enumerate(found, start=1):
        cells = {name: str(row[name]) for name in _FIELDS if row.get(name) is not None}
        cells.setdefault("author", cells.get("id", "").partition("/")[0])
        yield line, {name: cells.get(name, "") for name in _FIELDS}
