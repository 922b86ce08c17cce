"""Who has the floor: interviews without labels, live blogs, pages of letters."""

from __future__ import annotations

from collections.abc import Callable

from theodolite import extract
from theodolite.extract.voices import interviews, letters, posts
from theodolite.model.claim import Claim
from theodolite.model.origin import Origin
from theodolite.model.text import Text
from theodolite.read.threads import pasted

Read = Callable[..., list[Claim]]

INTERVIEW = """The last of the lens makers

Marit Solheim ran a lens works near Bergen for thirty years. We met her in April.

How many people were there at the end?
We were 240 people. In 2020 we had sold 31 machines.

And now?
Now there are 12 people.

Does anyone else make them?
Two firms in Japan. They sold 55 machines in 2024.
"""

BLOG = """Live: the Tromso summit

Our reporters Ana Ruiz and Ben Ode are in the hall.

09:10 The doors are open. The hall holds 900 people.

09:40 Ana writes: The minister has left. Norway has 12 supercomputers.

10:15 BEN ODE
Lunch. Sweden has 14 supercomputers.

11:30 That is it. Finland has 9 supercomputers.
"""

LETTERS = """LETTERS

Sir, Britain has 5 supercomputers. That is few.
Dr Ana Ruiz
Leeds

Sir, Your leader is wrong. Britain has 7 supercomputers.

I have counted them.
Ben Ode, Hull

Sir, May I ask who pays?
C. Vik
"""


def _speakers(claims: list[Claim], words: str) -> set[str | None]:
    return {c.speaker for c in claims if words in c.quote}


def test_an_interview_without_labels_is_its_guests(read: Read) -> None:
    claims = read(INTERVIEW, ("quantity",), kind="interview")
    assert _speakers(claims, "31 machines") == {"Marit Solheim"}
    assert _speakers(claims, "55 machines") == {"Marit Solheim"}


def test_questions_on_their_own_lines_and_in_their_own_paragraphs() -> None:
    found = interviews.find(INTERVIEW, False, [(0, len(INTERVIEW))])
    assert [INTERVIEW[a:b].strip() for a, b, asks in found if asks][1] == "And now?"
    apart = INTERVIEW.replace("?\n", "?\n\n")
    assert [a for _, _, a in interviews.find(apart, True, [(0, len(apart))])] == [True, False] * 3


def test_in_turns_what_has_no_question_mark_may_ask() -> None:
    text = "One?\n\nA long answer.\n\nTell us.\n\nA longer one.\n\nTwo?\n\nYes, very.\n\nThree?\n\nNo, never."
    found = interviews.find(text, True, [(0, len(text))])
    assert [text[a:b] for a, b, asks in found if asks] == ["One?", "Tell us.", "Two?", "Three?"]


def test_some_questions_make_no_interview() -> None:
    text = "Who pays? Nobody knows.\n\nIs it fair?\nPerhaps.\n\nThe plan is old.\n"
    assert interviews.find(text, True, [(0, len(text))]) == ()
    plain = INTERVIEW.replace("We met her in April.", "")
    assert interviews.find(plain, False, [(0, len(plain))]) == ()


def test_posts_of_a_live_blog_are_their_reporters(read: Read) -> None:
    claims = read(BLOG, ("quantity",))
    assert _speakers(claims, "12 supercomputers") == {"Ana Ruiz"}
    assert _speakers(claims, "14 supercomputers") == {"Ben Ode"}
    assert _speakers(claims, "9 supercomputers") == {None}
    only = BLOG.replace("Our reporters Ana Ruiz and Ben Ode are", "With Ana Ruiz")
    assert {turn.name for turn in posts.find(only)} == {"Ana", "Ben Ode", "Ana Ruiz"}


def test_a_timetable_has_no_reporters() -> None:
    assert posts.find("09:10 Doors\n\n09:40 Talk\n\n10:15 Lunch\n\n11:30 End\n") == ()


def test_letters_are_signed_below(read: Read) -> None:
    claims = read(LETTERS, ("quantity",))
    assert _speakers(claims, "5 supercomputers") == {"Ana Ruiz"}
    assert _speakers(claims, "7 supercomputers") == {"Ben Ode"}
    assert [turn.name for turn in letters.find(LETTERS, None)] == ["Ana Ruiz", "Ben Ode", "C. Vik"]


def test_one_letter_in_a_story_is_no_page_of_letters() -> None:
    assert letters.find("He wrote to me.\n\nSir, I quit.\nDr Ana Ruiz\n", "A story") == ()


def test_a_report_passed_on_speaks(read: Read) -> None:
    text = (
        "Norway Adds Machines\nPosted by pike on Monday November 03, 2025 @09:20AM\n"
        "An anonymous reader quotes a report from the Evening Courier: Norway had 12 supercomputers.\n\n"
        "Re:So few (Score:3)\nby Copper Kettle ( 42 ) on Monday November 03, 2025 @09:41AM (#7)\n"
        "Chad had 3 supercomputers.\n\n"
        "Re:So few (Score:2)\nby dune ( 43 ) on Monday November 03, 2025 @09:44AM (#8)\nIndeed.\n"
    )
    source = Text(snapshot="0" * 64, reader="test/1", content=text, parts=pasted.parts(text))
    claims = extract.claims(source, Origin(location="a.txt"))
    assert _speakers(claims, "12 supercomputers") == {"Evening Courier"}
    assert _speakers(claims, "3 supercomputers") == {"Copper Kettle"}
