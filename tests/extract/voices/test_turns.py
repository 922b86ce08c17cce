"""Turns of talk: questions and answers, labelled transcripts, comments under their writers' names."""

from __future__ import annotations

from collections.abc import Callable

from theodolite.extract.voices import turns
from theodolite.model.claim import Claim

Read = Callable[..., list[Claim]]

INTERVIEW = """Small hands, large motors

Farah Lindholm runs a robot maker in Suzhou. We met her at the factory.

Q: How many do you sell?

A: We sold 4,000 machines in 2024. I expect more.

Q: Rivals say that 30% of them come back.

A: Nonsense. Our share of returns is 2%.

Interview: Otto Brandt. Photographs by the company.
"""

TRANSCRIPT = """MODERATOR: Welcome, both of you.

DELGADO: Europe has 12 gigawatts of data centres under construction.

OYELARAN: I count only 7 gigawatts.

DELGADO: Then we disagree. Investors spent $40 billion last year.

OYELARAN: That I accept.

Panel with Ana Delgado and Femi Oyelaran.
"""

THREAD = """Open weights, again

night_owl (31 points)
My cluster has 64 GPUs and runs all day.

brasshat 3 hours ago
Only 5% of users ever download weights.

[deleted] (2 points)
The new one has 70 billion parameters.

night_owl
My bill was $900 last month.
"""


def _speaker(claims: list[Claim], words: str) -> str | None:
    (found,) = {c.speaker for c in claims if words in c.quote}
    return found


def test_answers_are_the_guests_and_questions_the_interviewers(read: Read) -> None:
    claims = read(INTERVIEW)
    assert _speaker(claims, "4,000 machines") == "Farah Lindholm"
    assert _speaker(claims, "2%") == "Farah Lindholm"
    names = [turn.name for turn in turns.find(INTERVIEW, "Farah Lindholm")]
    assert names == ["Otto Brandt", "Farah Lindholm", "Otto Brandt", "Farah Lindholm"]


def test_labels_of_a_transcript_are_names_in_full(read: Read) -> None:
    claims = read(TRANSCRIPT)
    assert _speaker(claims, "12 gigawatts") == "Ana Delgado"
    assert _speaker(claims, "7 gigawatts") == "Femi Oyelaran"
    assert _speaker(claims, "$40 billion") == "Ana Delgado"


def test_comments_are_those_of_their_writers_and_scores_are_no_figures(read: Read) -> None:
    claims = read(THREAD)
    assert _speaker(claims, "64 GPUs") == "night_owl"
    assert _speaker(claims, "5%") == "brasshat"
    assert _speaker(claims, "70 billion") is None
    assert _speaker(claims, "$900") == "night_owl"
    assert not [c for c in claims if "points" in c.quote]


def test_a_list_with_colons_is_no_talk() -> None:
    text = "Price: $5.\n\nWeight: 3 kg.\n\nColour: red.\n\nMaker: Foothill.\n\nOrigin: Japan.\n"
    assert turns.find(text, None) == ()
    assert turns.find("Note: the plan.\n\nNote: the price.\n\nNote: the date.\n\nNote: the end.", None) == ()


def test_comments_with_their_writers_below_them(read: Read) -> None:
    text = "We sold 4,000 cards.\nby brasshat\n\nOnly 5% of those work.\nby night_owl\n"
    claims = read(text)
    assert _speaker(claims, "4,000 cards") == "brasshat"
    assert _speaker(claims, "5%") == "night_owl"


def test_a_hearing_gives_the_floor_by_title(read: Read) -> None:
    text = (
        "Senator RUIZ. Thank you.\n\nMs. QUIST. We own 900 GPUs.\n\nSenator RUIZ. And the rest?\n\n"
        "Ms. QUIST. The state owns 4,000 GPUs.\n\nMara Quist heads a laboratory.\n"
    )
    assert _speaker(read(text), "900 GPUs") == "Mara Quist"
