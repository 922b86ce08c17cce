"""What looks like a figure and is none, as the reader of texts sees it."""

from __future__ import annotations

import pytest

from theodolite.extract.reading import Reading
from theodolite.extract.words import no_figures
from theodolite.model.origin import Origin
from theodolite.model.text import Text


def _seen(content: str) -> list[str]:
    text = Text(snapshot="0" * 64, reader="test/1", content=content)
    return [content[f.start : f.end] for f in Reading(text, Origin(location="test")).figures]


@pytest.mark.parametrize(
    "text",
    [
        "This is shown in Fig. 3B and discussed.",
        "This is shown in Figs. 2 and 3 and discussed.",
        "The terms of Eq. (4) cancel out.",
        "In phases 3, 5, and 7 nothing was asked.",
        "Earlier work [3, 7–9] differs.",
        "As in Table 2 of the appendix.",
        "Earlier work (Okoye et al., 2006b) differs.",
        "patients with type 2 diabetes took part",
    ],
)
def test_labels_and_references_are_no_figures(text: str) -> None:
    assert _seen(text) == []


def test_numbers_in_brackets_are_references_only_where_a_text_cites_so() -> None:
    assert _seen("The risk rises with age (22). It fell in men (4,35–38). See Fig. 2.") == []
    assert _seen("Most came from the capital (22). The rest came from abroad (1,564).") == ["22", "1,564"]


def test_a_unit_makes_a_figure_of_what_would_be_none() -> None:
    assert _seen("Roots fill the top 20 cm of it.") == ["20 cm"]
    assert _seen("The top 20 of them left.") == []
    assert _seen("It was cooler by 1000–2000 K that day.") == ["1000–2000 K"]


def test_a_generation_of_chips_is_no_length() -> None:
    assert _seen("A line at 260 nm was seen in the film.") == ["260 nm"]
    assert _seen("The foundry makes a 7 nm part.") == []


def test_citations_are_found_and_dates_are_not() -> None:
    content = "It froze (Okoye and Brandt, 2011, 2014), as in May 2012, and in October 2013."
    assert [content[a:b] for a, b in no_figures.citations(content)] == ["Okoye and Brandt, 2011, 2014"]
