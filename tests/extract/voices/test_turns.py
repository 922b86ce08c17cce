"""Turns of talk: questions and answers, labelled transcripts."""

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


def test_a_list_with_colons_is_no_talk() -> None:
    text = "Price: $5.\n\nWeight: 3 kg.\n\nColour: red.\n\nMaker: Foothill.\n\nOrigin: Japan.\n"
    assert turns.find(text, None) == ()
    assert turns.find("Note: the plan.\n\nNote: the price.\n\nNote: the date.\n\nNote: the end.", None) == ()


def test_there_is_talk_only_where_there_can_be() -> None:
    begin = TRANSCRIPT.index("OYELARAN")
    assert len(turns.find(TRANSCRIPT, None)) == 4
    assert turns.find(TRANSCRIPT, None, [(0, begin)]) == ()
    (first, *_) = turns.find("Well.\n\n" + TRANSCRIPT, None, [(7, 7 + len(TRANSCRIPT))])
    assert first.start == 7 + TRANSCRIPT.index("DELGADO")


def test_a_hearing_gives_the_floor_by_title(read: Read) -> None:
    text = (
        "Senator RUIZ. Thank you.\n\nMs. QUIST. We own 900 GPUs.\n\nSenator RUIZ. And the rest?\n\n"
        "Ms. QUIST. The state owns 4,000 GPUs.\n\nMara Quist heads a laboratory.\n"
    )
    assert _speaker(read(text), "900 GPUs") == "Mara Quist"
