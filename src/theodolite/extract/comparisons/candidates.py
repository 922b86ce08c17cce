"""Which sentences are worth a parse: those with words that compare and somebody who may be compared."""

from __future__ import annotations

import re

from theodolite.extract.comparisons.lexicon.degrees import COMPARATIVES
from theodolite.extract.comparisons.turns import SIGNS
from theodolite.extract.scene import Scene

_POINTING = re.compile(
    r"\b(?:we|us|our|ours|it|its|itself|they|them|their|theirs|he|she|this|that|these|those|which|who|"
    r"both|company|country|firm|"
    r"startup|start-up|lab|model|nation)\b",
    re.I,
)
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
_BACK = 2  # sentences that a pronoun may look back


def find(scene: Scene, words: re.Pattern[str]) -> list[int]:
    """The numbers of the sentences that hold one of the `words` and a name, or a word that points to one."""
    reading, content = scene.reading, scene.content
    found: list[int] = []
    last = -10  # the last sentence with a name
    for number, sentence in enumerate(reading.sentences):
        span = (sentence.start, sentence.end)
        named = bool(reading.mentions_in(*span))
        if (
            named
            or (number - last <= _BACK and _POINTING.search(content, *span))
            or _OURS.search(content, *span)
            or reading.unknown_in(*span)
        ) and (words.search(content, *span) or reading.words[number] & SIGNS or reading.words[number] & COMPARATIVES):
            found.append(number)
        if named:
            last = number
    return found
