"""A Chinese document with everything a rule may ask."""

from __future__ import annotations

from theodolite.model.origin import Origin
from theodolite.model.text import Text


class Scene:
    """One document as its rules see it."""

    def __init__(self, text: Text, origin: Origin) -> None:
        self.text = text
        self.origin = origin
        self.content = text.content
