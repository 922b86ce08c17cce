"""Capitalised runs: where one name ends and another begins, and which are none."""

from __future__ import annotations

import pytest

from theodolite.extract.words import names, sentences


def _unlisted(text: str) -> list[str]:
    found: list[str] = []
    for s in sentences.split(text):
        found += [m.name for m in names.unknown(text, s.start, s.end, names.find(text))]
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was bought by Ravel Holding and Orchard Growth.", ["Ravel Holding", "Orchard Growth"]),
        ("He met Ana Delgado and Femi Oyelaran.", ["Ana Delgado", "Femi Oyelaran"]),
        ("They told Dr Ana Delgado, Chief Executive Officer of Ravel.", ["Ana Delgado", "Ravel"]),
        ("It asked Ravel CEO Ana Delgado.", ["Ravel", "Ana Delgado"]),
        ("They asked Ravel's Ana Delgado.", ["Ravel", "Ana Delgado"]),
        ("It is the Department of Ships and Rivers.", ["Department of Ships and Rivers"]),
        ("A paper by the Lisse Centre for Growth Finance.", ["Lisse Centre for Growth Finance"]),
        ("The Lisse-based Observatory for Rivers counts.", ["Observatory for Rivers"]),
        ("On Tuesday the Ravel team left in March.", ["Ravel"]),
        ("It’s late, I’m told, and We’re tired.", []),
        ("They sold Örsa and Łódka.", ["Örsa", "Łódka"]),
        ("It took up Humanity's Last Exam.", ["Humanity's Last Exam"]),
    ],
)
def test_names_end_where_another_word_begins(text: str, found: list[str]) -> None:
    assert _unlisted(text) == found


BODY = (
    "\n\nThe start-up Ravel said that its Tidal-2 model was trained in Oslo. Proceeds go to shipyards, and "
    "those who had hoped for proceeds from it, or wanted to unveil plans of their own, were few in number. "
    "It will be used on ships that carry timber, and the harbour master has asked for one of his own, which "
    "the start-up would rather sell to him than give to him for nothing."
)


def test_a_title_in_capitals_names_what_the_body_names() -> None:
    found = _unlisted("Ravel Unveils Tidal-2, the Finest Model Ever Built" + BODY)
    assert found[:2] == ["Ravel", "Tidal-2"]
    assert "Finest Model Ever Built" not in found


def test_a_word_that_the_text_writes_small_is_no_name_at_the_start_of_a_sentence() -> None:
    assert "Proceeds" not in _unlisted("A title" + BODY)
    assert "Harvest" in _unlisted(
        "We know that at Harvest they like the harvest. Harvest was founded in 2020."
    )


def test_time_is_linear_in_capitals() -> None:
    text = "Ravel Holding and " * 4000 + "Orchard."
    assert len(_unlisted(text)) > 3000
