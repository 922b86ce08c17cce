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
    assert len(turns.find(TRANSCRIPT, None)) == 5
    assert turns.find(TRANSCRIPT, None, [(0, begin)]) == ()
    (first, *_) = turns.find("Well.\n\n" + TRANSCRIPT, None, [(7, 7 + len(TRANSCRIPT))])
    assert (first.start, first.words) == (7, 7 + TRANSCRIPT.index("Welcome"))


def test_a_hearing_gives_the_floor_by_title(read: Read) -> None:
    text = (
        "Senator RUIZ. Thank you.\n\nMs. QUIST. We own 900 GPUs.\n\nSenator RUIZ. And the rest?\n\n"
        "Ms. QUIST. The state owns 4,000 GPUs.\n\nMara Quist heads a laboratory.\n"
    )
    assert _speaker(read(text), "900 GPUs") == "Mara Quist"


def _names(text: str, guest: str | None = None) -> list[str | None]:
    return [turn.name for turn in turns.find(text, guest)]


def test_labels_with_times_posts_and_titles() -> None:
    timed = "[00:01] Ana: Hello.\n[00:09] Ben: Hello.\n[00:14] Ana: So.\n[01:02:03] Ben (laughing): Well.\n"
    assert _names(timed) == ["Ana", "Ben", "Ana", "Ben"]
    above = "Ana Ruiz 00:01\nHello.\n\nBen Ode 00:09\nHello.\n\nAna Ruiz 00:14\nSo.\n\nBen Ode 00:20\nYes.\n"
    assert _names(above) == ["Ana Ruiz", "Ben Ode", "Ana Ruiz", "Ben Ode"]
    hearing = (
        "The Chair (Ms. Ana Ruiz): Order.\n\nDr. Ben Ode (Director, Rhine Institute): Thank you.\n\n"
        "Mr. Carl Vik (Leeds West): A question.\n\nDr. Ben Ode: Yes.\n\nThe Chair: Time.\n"
    )
    assert _names(hearing) == ["Ana Ruiz", "Ben Ode", "Carl Vik", "Ben Ode", "Ana Ruiz"]


def test_a_label_itself_is_said_by_nobody() -> None:
    (first, *_) = turns.find(TRANSCRIPT, None)
    assert TRANSCRIPT[first.words : first.end].strip() == "Welcome, both of you."


def test_initials_are_spelled_out() -> None:
    text = "AR: One.\nBO: Two.\nAR: Three.\nBO: Four.\n"
    full = {"AR": "Ana Ruiz", "BO": "Ben Ode"}
    assert [t.name for t in turns.find(text, None, spelled=full.get)][:2] == ["Ana Ruiz", "Ben Ode"]


def test_whoever_asks_under_a_handle() -> None:
    text = "Q (u/teal): One?\nA: Two.\nQ (u/ochre): Three?\nA: Four.\n"
    assert _names(text, "Ana Ruiz") == ["teal", "Ana Ruiz", "ochre", "Ana Ruiz"]
