"""What a sentence asks of the text before it does not grow with that text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.reading import Reading
from theodolite.extract.voices import asides
from theodolite.extract.voices.attribution import Reported, Succession, lately, named_first
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


said = st.builds(
    lambda sentence, name: Reported(0, 1, name, name, False, sentence),
    st.integers(0, 9),
    st.sampled_from(["Ada Quill", "researchers", "Kiln", "some analysts", "3M"]),
)


@given(st.lists(said, max_size=12), st.integers(0, 10))
def test_who_spoke_before_and_after_is_as_looking_through_all(found: list[Reported], number: int) -> None:
    found.sort(key=lambda r: r.sentence)
    before = named_first([r for r in found if r.sentence < number])
    after = [r for r in found if r.sentence > number]
    paragraph = Succession(found)
    assert paragraph.before(number) == (before[-1] if before else None)
    assert paragraph.after(number) == (after[0] if after else None)
    upto = [r for r in found if r.sentence <= number]
    assert list(lately(upto, number, 2)) == [r for r in reversed(upto) if number - r.sentence <= 2]
