"""What a sentence asks of the text before it does not grow with that text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theodolite.extract.reading import Reading
from theodolite.extract.voices import asides
from theodolite.extract.voices.attribution import Reported
from theodolite.extract.voices.spoken import Voices
from theodolite.model.origin import Origin
from theodolite.model.text import Text

CONTENT = "The gap has closed, she recalled, within two years of the first release."
FAR = 60  # attributions looked back at, at the most


class Earlier(list[Reported]):
    """Attributions of the sentences before, that may be looked back at but not walked through."""

    def __iter__(self) -> Iterator[Any]:
        raise AssertionError("all attributions were walked through")

    def __reversed__(self) -> Iterator[Any]:
        for n in range(1, len(self) + 1):
            assert n <= FAR, "looked back too far"
            yield self[-n]


def test_an_aside_is_held_against_its_own_sentence_only() -> None:
    lines = "Ada Quill said so.\n" * 5000
    text = Text(snapshot="0" * 64, reader="test/1", content=lines + CONTENT)
    voices = Voices(Reading(text, Origin(location="a.txt")))
    last = len(voices.reading.sentences) - 1
    before = Earlier(Reported(n * 19, n * 19 + 18, "Ada Quill", "Ada Quill", False, n) for n in range(last))
    (found,) = asides.find(voices.reading, voices.names, voices.quotations, last, before)
    assert (found.name, found.sentence) == ("Ada Quill", last)


def test_an_aside_whose_speaker_its_sentence_has_already_is_not_told_twice() -> None:
    voices = Voices(
        Reading(Text(snapshot="0" * 64, reader="test/1", content=CONTENT), Origin(location="a.txt"))
    )
    known = Reported(0, 30, "Ada Quill", "she", False, 0)
    assert asides.find(voices.reading, voices.names, voices.quotations, 0, [known]) == []
