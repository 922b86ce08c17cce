"""Studies: who is behind a figure, and how far a study goes on speaking where nobody is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim

Read = Callable[..., list[Claim]]


def _speakers(claims: list[Claim], words: str) -> set[str | None]:
    found = {c.speaker for c in claims if words in " ".join(c.quote.split())}
    assert found, f"no claim with {words!r}"
    return found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("It has 40 million users, according to data that the Harbour Institute provided.",
         "Harbour Institute"),
        ("A survey Quantia commissioned with Bell & Rowe found that 61% of firms use AI.", "Quantia"),
        ("Chips worth $9 billion were sold, the trade ministry's figures show.", "trade ministry"),
        ("About 30% of chips fail, by Lumen Group's count.", "Lumen Group"),
        ("Prices fell by 12%, according to a study of cloud costs by Meridian Bank company Data Harbour.",
         "Data Harbour"),
        ("The Board of Chips and Fabs (BCF) opened in May.\n\nBCF estimates that 70% of fabs are idle.",
         "Board of Chips and Fabs"),
        ("According to the Evening Courier, Ho Chi-ming, the head of a council, believes 40% of chips fail.",
         "Ho Chi-ming"),
        ("In Ghent the founder of Kiln, Dora Pek, gave her numbers: Kiln has 3 million users.", "Dora Pek"),
        ("Investors poured in. Softwood put $400 million into Kiln last year.", None),
        ("Ortiz and Lund, an Oslo firm, wrote a letter. Ana Ruiz told us that AI is dear. "
         "In her estimate a run costs $80 million.", "Ana Ruiz"),
    ],
)  # fmt: skip
def test_who_is_behind_a_figure(read: Read, text: str, speaker: str | None) -> None:
    assert {c.speaker for c in read(text, kinds=("lag", "quantity"))} == {speaker}


PATENTS = """China filed 900 patents from 2015 to 2024, according to a report by the Nordic Patent Board.
Japan comes second with 400 patents.

Kuma Robotics leads among applicants, with 120 patents. Its rival Oto has 80.

Oto raised $3 billion in May. The finding is awkward, given that Kuma spent $6 billion on its plants.
"""

RETOLD = """The fifth edition of Office Machines, published by the Calder Foundation in June, rests on
interviews with managers. We summarise the main findings.

Some 44% of firms use assistants. Only 7% of them measure the gain.

The report ranks Denmark first. Spain ranks eighth, and 23% of its firms use assistants.

Respondents in Asia were keener: 71% plan to spend more.
"""


def test_a_study_goes_on_where_its_subject_is_taken_up(read: Read) -> None:
    claims = read(PATENTS)
    for words in ("900 patents", "400 patents", "120 patents"):
        assert _speakers(claims, words) == {"Nordic Patent Board"}
    assert _speakers(claims, "$3 billion") == {None}
    assert _speakers(claims, "$6 billion") == {None}


def test_a_text_that_retells_a_study_speaks_as_the_study(read: Read) -> None:
    claims = read(RETOLD)
    for words in ("44%", "7%", "23%", "71%"):
        assert _speakers(claims, words) == {"Calder Foundation"}


def test_those_whom_a_survey_asked_answer_in_its_name(read: Read) -> None:
    text = (
        "Trust is low, according to a poll by Ember Research. Managers say that 31% of their tools are idle. "
        "Tomas Ek, a manager at Kiln, says that 90% of his tools run."
    )
    claims = read(text)
    assert _speakers(claims, "31%") == {"Ember Research"}
    assert _speakers(claims, "90%") == {"Tomas Ek"}


def test_what_a_company_says_is_not_carried_as_a_study_is(read: Read) -> None:
    text = "Kiln Systems said in a statement that 20% of its chips fail. Rival plants lose 30% of theirs."
    claims = read(text)
    assert _speakers(claims, "20%") == {"Kiln Systems"}
    assert _speakers(claims, "30%") == {None}


SOLE = """Glass patents come mostly from Ghent, the Harbour Institute reports.

The institute's report estimates that 60% of them are asleep. Key findings follow.

The top owners are Kiln (2,310 inventions) and Oto (901).
"""


def test_the_one_study_of_a_text_has_its_lists(read: Read) -> None:
    claims = read(SOLE)
    for words in ("60%", "2,310", "901"):
        assert _speakers(claims, words) == {"Harbour Institute"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dora Pek, a glazier, came in. The laureate acknowledged that 5% of tubes fail.", "Dora Pek"),
        ("Tom Ek told us that he repeats his prediction that 70% of shops will close.", "Tom Ek"),
        ("Nvidia will spend $3 billion on plants this year, it told investors.", "Nvidia"),
        ("In Ghent, Ana Ruiz, an economist, keeps to her belief that 12% of banks are ready.", "Ana Ruiz"),
    ],
)
def test_people_and_companies_taken_up_by_other_words(read: Read, text: str, speaker: str) -> None:
    assert {c.speaker for c in read(text)} == {speaker}


def test_she_is_the_person_and_no_group(read: Read) -> None:
    text = (
        "Insiders say that 4% of valves fail. Ana Ruiz, a partner at the fund firm Oto, said they are dear. "
        "She estimated that 9% of tubes fail."
    )
    assert _speakers(read(text), "9%") == {"Ana Ruiz"}


def test_what_a_report_has_is_not_the_groups_before_it(read: Read) -> None:
    text = "About 4% of valves fail, in the view of insiders. The report has a list of 900 tubes."
    assert _speakers(read(text), "900 tubes") == {None}


def test_what_has_nothing_of_a_study_is_the_texts_own(read: Read) -> None:
    text = (
        "The Rhine Institute estimates that 40 plants ran in 2024. Kuma sold 12 machines to Chad in March. "
        "Another 9 plants ran in Spain."
    )
    claims = read(text, ("quantity",))
    assert _speakers(claims, "12 machines") == {None}
    assert _speakers(claims, "40 plants") == {"Rhine Institute"}
