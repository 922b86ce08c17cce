"""Which sentences are worth a parse: those with a word that judges and somebody who may be judged."""

from __future__ import annotations

import re

from theodolite.extract.scene import Scene
from theodolite.extract.words import lexicon

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_POINTING = lexicon.words(
    "we us our ours it its they them their theirs he she this that these those which who both "
    "company country firm startup start-up lab model nation"
)
_BACK = 2  # sentences that a pronoun may look back


def find(scene: Scene, words: frozenset[str]) -> list[int]:
    """The numbers of the sentences that have one of the `words` and a name, or a word that points to one."""
    reading = scene.reading
    found: list[int] = []
    last = -10  # the last sentence with a name
    for number, sentence in enumerate(reading.sentences):
        named = bool(reading.mentions_in(sentence.start, sentence.end))
        said = {w.lower() for w in _WORD.findall(scene.content, sentence.start, sentence.end)}
        if not said.isdisjoint(words) and (
            named
            or (number - last <= _BACK and not said.isdisjoint(_POINTING))
            or not said.isdisjoint(("we", "our", "us"))
            or reading.unknown_in(sentence.start, sentence.end)
        ):
            found.append(number)
        if named:
            last = number
    return found
