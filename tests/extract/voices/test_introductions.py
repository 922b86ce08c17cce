"""Whose words a text gives, where its opening, its closing, its labels or its marks say so."""

from __future__ import annotations

import pytest

from theodolite.extract import claims
from theodolite.model.origin import Origin
from theodolite.model.text import Text

WORDS = "Norway is two years behind Finland in AI. We hired 150 researchers. Our chips come from Intel."


def _by_quote(content: str) -> list[tuple[str, str | None]]:
    text = Text(snapshot="0" * 64, reader="plain/1", content=content)
    return [(c.quote, c.speaker) for c in claims(text, Origin(location="a.txt", published="2026-02-01"))]


def _speakers(content: str, words: str) -> set[str | None]:
    found = {speaker for quote, speaker in _by_quote(content) if words in quote}
    assert found, content
    return found


@pytest.mark.parametrize(
    "opening",
    [
        "Ida Moen, head of a lab in Bergen, spoke in Oslo. Below is a lightly edited transcript.\n\n",
        "Kiln founder Ida Moen gave a talk in May. The following is the main content of her speech:\n\n",
        "Editor's note: this is a translation of a speech by Ida Moen, head of a lab in Bergen.\n\n",
        "What follows is the full text of the keynote by Ida Moen.\n\n",
    ],
)
def test_what_follows_is_the_speaker_s(opening: str) -> None:
    for words in ("two years", "150 researchers"):
        assert _speakers(opening + WORDS, words) == {"Ida Moen"}


def test_a_letter_is_its_signer_s() -> None:
    content = f"Dear members,\n\n{WORDS}\n\nYours sincerely,\n\nIda Moen\nKiln Laboratory\n"
    assert _speakers(content, "two years") == {"Ida Moen"}


def test_an_interview_is_not_one_voice() -> None:
    content = f"Ida Moen gave an interview. The following is a transcript of our interview.\n\n{WORDS}"
    assert _speakers(content, "two years") == {None}


def test_a_quotation_runs_on_over_paragraphs() -> None:
    content = (
        'Ida Moen, head of a lab, sees a long road. "Norway is two years behind Finland in AI.\n\n'
        '"Kiln has 150 researchers, and Finland has 900.\n\n"We paid $40 million for chips," she said.\n'
    )
    for words in ("two years", "150 researchers", "$40 million"):
        assert _speakers(content, words) == {"Ida Moen"}


def test_labels_with_houses_behind_the_names() -> None:
    content = (
        "Moderator (Jo Fox): Welcome. How far behind is Norway?\n"
        "Ida Moen, Kiln: Norway is two years behind Finland.\n"
        "Per Lie, Vela: I count 150 researchers at Kiln.\n"
        "Jo Fox: And chips?\n"
        "Ida Moen, Kiln: We paid $40 million for them.\n"
    )
    assert _speakers(content, "two years") == {"Ida Moen"}
    assert _speakers(content, "150 researchers") == {"Per Lie"}
    assert _speakers(content, "$40 million") == {"Ida Moen"}


def test_points_of_a_talk_are_its_giver_s() -> None:
    content = (
        "Ida Moen on the gap: three takeaways\n\n1. Norway is two years behind Finland in AI.\n"
        "2. Kiln has 150 researchers.\n3. Firms in Finland spent $40 million.\n"
    )
    assert _speakers(content, "two years") == {"Ida Moen"}
    assert _speakers(content, "$40 million") == {"Ida Moen"}


@pytest.mark.parametrize(
    ("content", "words", "who"),
    [
        (
            '"Norway is two years behind Finland," said Ida Moen of Kiln. Her rival Per Lie of '
            "Vela disagrees. "
            '"The gap is six months," he says.',
            "six months",
            "Per Lie",
        ),
        (
            "In a note on Monday, Orkla Bank analysts wrote that Norway is two years behind "
            "Finland in AI. The "
            "analysts expect Kiln to ship 800,000 chips.",
            "800,000",
            "Orkla Bank analysts",
        ),
        (
            "Norway's industry ministry said the country had 470 AI companies. The ministry "
            "added that Kiln makes "
            "the K9 chip.",
            "K9",
            "Norway's industry ministry",
        ),
        (
            "Researchers from Bergen University found that Norway is two years behind Finland in "
            "AI. According to "
            "the paper, Kiln spent $40 million.",
            "$40 million",
            "Researchers from Bergen University",
        ),
        ('"Norway is two years behind Finland in AI" — Ida Moen, founder of Kiln.', "two years", "Ida Moen"),
        ("Per a Reuters report, Kiln will ship 800,000 chips.", "800,000", "Reuters"),
        (
            "Ida Moen lists three reasons. First, Norway has more power: it added 40 gigawatts. Second, its "
            "engineers are cheaper.",
            "40 gigawatts",
            "Ida Moen",
        ),
        (
            "[00:01:12] Jo Fox\nHow far behind is Norway?\n\n[00:01:20] Ida Moen\nIt is two years behind "
            "Finland.\n\n[00:02:02] Jo Fox\nAnd staff?\n\n[00:02:10] Ida Moen\nKiln has 150 researchers.\n",
            "150 researchers",
            "Ida Moen",
        ),
        (
            "Norway is two years behind Finland in AI. I have seen both, and I worry.\n\nIda "
            "Moen is the founder "
            "of Kiln.",
            "two years",
            "Ida Moen",
        ),
        ("Ida Moen (@idamoen):\n\n1/ Norway is two years behind Finland in AI.", "two years", "Ida Moen"),
    ],
)
def test_who_says_it(content: str, words: str, who: str) -> None:
    assert _speakers(content, words) == {who}


def test_she_is_not_whom_he_stands_for() -> None:
    content = (
        "Ida Moen, who runs Kiln, thinks Norway is two years behind Finland. Per Lie, an economist at Vela, "
        "puts it at six months. He points to chips: Kiln makes the K9. She counters that Vela has 200 staff."
    )
    assert _speakers(content, "200 staff") == {"Ida Moen"}


def test_a_quotation_behind_somebody_new_is_theirs() -> None:
    content = (
        '"We are two years behind Finland," admits Ida Moen, who leads the lab.\n\nHer deputy, Per Lie, is '
        'gloomier. "We have only 150 researchers."\n'
    )
    assert _speakers(content, "150 researchers") == {"Per Lie"}


def test_a_dateline_signs_nothing() -> None:
    content = (
        "Committee told the lead is gone\nParliamentary correspondent\nNew Delhi, 12 August\n\n"
        "The committee heard "
        'three witnesses. India has 34,000 chips. "We rent our wits," Dr Meher Roy told '
        'the committee. "We are '
        'three years behind China."'
    )
    assert _speakers(content, "34,000") == {None}


def test_my_own_sums_are_nobody_else_s() -> None:
    assert _speakers("My back of the envelope says Kiln bought 10,000 chips.", "10,000") == {None}
