"""The house of a report speaks all through a text that gives its gist, and only there."""

from __future__ import annotations

import pytest

from theodolite.extract import claims
from theodolite.model.origin import Origin
from theodolite.model.text import Text

POINTS = (
    "- China filed 61% of the patents of the year.\n"
    "- American labs are about seven months ahead of Chinese ones.\n"
    "- Firms in Europe spent $12 billion.\n"
)
HOUSE = "Alder Institute for Technology"


def _speakers(content: str, title: str | None = None) -> list[str | None]:
    text = Text(snapshot="0" * 64, reader="plain/1", content=content)
    found = claims(text, Origin(location="a.txt", published="2026-02-01", title=title))
    assert found
    return [c.speaker for c in found]


@pytest.mark.parametrize(
    "opening",
    [
        f"Key findings from the {HOUSE}'s new report\n\n",
        f"The following is a summary of a paper by the {HOUSE}.\n\n",
        f"The {HOUSE} has released its yearly report on computing. Main points:\n\n",
        f"A new study from the {HOUSE} looks at who leads.\n\n",
        f"Summary\nSource: {HOUSE}, The Ledger of Machines\n\n",
        f"In its third outlook, the {HOUSE} finds that the race is open.\n\n",
        f"Summary\n\nEconomists at the {HOUSE} asked 900 firms.\n\n",
    ],
)
def test_points_are_the_house_s(opening: str) -> None:
    assert set(_speakers(opening + POINTS)) == {HOUSE}


def test_the_title_may_say_what_the_text_is() -> None:
    content = f"The {HOUSE} report covers forty countries. China filed 61% of the patents of the year."
    assert _speakers(content, "Summary of a report on patents")[-1] == HOUSE


def test_who_else_speaks_keeps_the_word() -> None:
    content = (
        f"Key findings from the {HOUSE}'s report\n\n{POINTS}\nAna Ruiz said that Japan is two years behind.\n"
    )
    assert _speakers(content)[-1] == "Ana Ruiz"


@pytest.mark.parametrize(
    "content",
    [
        f"Shares fell after a report by the {HOUSE}. China filed 61% of the patents of the year.",
        "Our week at a glance\n\n" + POINTS,
        "OpenAI has released a model. What is new:\n\n" + POINTS,
    ],
)
def test_news_and_lists_of_ones_own_are_no_digests(content: str) -> None:
    assert _speakers(content)[-1] is None


def test_two_houses_leave_it_open() -> None:
    content = (
        f"Key findings from reports by the {HOUSE} and from a survey by the Birch Foundation\n\n{POINTS}"
    )
    assert set(_speakers(content)) == {None}
