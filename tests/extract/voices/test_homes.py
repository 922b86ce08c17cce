"""Whose side "we" are where the author does not say it."""

from __future__ import annotations

import pytest

from theodolite.extract.reading import Reading
from theodolite.extract.voices.spoken import Voices
from theodolite.model.origin import Origin
from theodolite.model.text import Text

HOMES = [
    ("We Germans build machines. We sell them.", "Germany"),
    ("Chairman Hill, Ranking Member Soto, we must act against China.", "United States"),
    ("Our minister said in Geneva that Kenya had entered the race. We clapped.", "Kenya"),
    ("We build chips.\n\nMr. Roe served in the Commerce Department until 2021.", "United States"),
    (
        "Our models are ahead of China's. American firms sell them to Chinese firms. "
        "Our American rules help. Chinese rules hurt. We know America.",
        "United States",
    ),
]


@pytest.mark.parametrize(("content", "side"), HOMES)
def test_the_side_of_we(content: str, side: str) -> None:
    text = Text(snapshot="0" * 64, reader="test/1", content=content)
    reading = Reading(text, Origin(location="a.txt", author="Ann Roe"))
    assert Voices(reading).own_side == side


def test_a_title_above_the_byline_is_no_home() -> None:
    content = "DeepSeek's Curve\nAnn Roe\n\nWe are glad."
    text = Text(snapshot="0" * 64, reader="test/1", content=content)
    assert Voices(Reading(text, Origin(location="a.txt", author="Ann Roe"))).own_side is None
