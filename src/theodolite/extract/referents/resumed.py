"""Sentences that open with "the company": they are about whom it means as if they named it."""

from __future__ import annotations

import re
from collections.abc import Callable

from theodolite.extract.reading import Reading
from theodolite.extract.referents.referent import Referent
from theodolite.extract.words.names import Mention

_OPENS = re.compile(
    r"(?:(?:And|But|Yet|Still|Now|Today|Meanwhile|Since then),?\s)?(?:The|This|the|this)\s(?:[a-z-]+\s){0,2}?"
    r"(?:company|firm|start-?up|lab|laboratory|group|chipmaker|carmaker|developer|business|bank|retailer)\b(?!-)"
)


class Resumed:
    """The houses that sentences of one document take up by a description; `meant` says whom one means.

    They are filled in from the first sentence on, as each may lean on the one before.
    """

    def __init__(self, reading: Reading, meant: Callable[[int], Referent | None]) -> None:
        self._reading = reading
        self._meant = meant
        self._found: list[Mention | None] = []

    def at(self, number: int) -> Mention | None:
        """The house that a sentence opens with, under its name at the place of the description."""
        while len(self._found) <= number:
            self._found.append(None)
            self._found[-1] = self._resumed(len(self._found) - 1)
        return self._found[number]

    def _resumed(self, number: int) -> Mention | None:
        sentence = self._reading.sentences[number]
        opens = _OPENS.match(self._reading.content, sentence.start, sentence.end)
        found = self._meant(sentence.start) if opens else None
        if opens is None or found is None or found.name is None or found.kind != "organisation":
            return None
        return Mention(sentence.start, opens.end(), found.name, "organisation", found.side)
