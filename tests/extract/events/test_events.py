"""Events: who did what, and when, in verbs and in nouns of action."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Event

Read = Callable[..., list[Claim]]
Found = set[tuple[str | None, str | None, str | None, str | None]]


def events(found: list[Claim]) -> Found:
    """The events of some claims: subject, action, object, date."""
    return {(c.subject, c.action, c.object, c.date) for c in found if isinstance(c, Event)}


DATED = [
    ("OpenAI released GPT-5 in August 2025.", "OpenAI", "released", "GPT-5", "2025-08"),
    ("GPT-2 was released in 2019.", "GPT-2", "released", None, "2019"),
    (
        "Kimi K2 was launched by Moonshot AI on 11 July 2025.",
        "Moonshot AI",
        "launched",
        "Kimi K2",
        "2025-07-11",
    ),
    ("ChatGPT came out in 2022.", "ChatGPT", "came out", None, "2022"),
    ("The launch of Gemini in December 2023 was hurried.", "Gemini", "launched", None, "2023-12"),
    ("Meta's release of Llama 2 in July 2023 surprised many.", "Meta", "released", "Llama 2", "2023-07"),
    ("Last September Huawei unveiled the Ascend 950.", "Huawei", "unveiled", None, "2024-09"),
    ("Italy banned DeepSeek in January.", "Italy", "banned", "DeepSeek", "2025-01"),
    ("Yesterday Nvidia bought Groq.", "Nvidia", "bought", "Groq", "2025-02-28"),
    (
        "Mistral AI was founded in April 2023 by Arthur Mensch.",
        "Arthur Mensch",
        "founded",
        "Mistral AI",
        "2023-04",
    ),
    ("In 2023, Beijing introduced rules for chatbots.", "China", "introduced", "rules", "2023"),
    ("Anthropic, which raised $3.5 billion this week, grew.", "Anthropic", "raised", None, "2025-W09"),
]
NAMELESS = [
    ("In September Kivi hired Petra Novak as its chief scientist.", "Kivi", "2024-09"),
    ("Petra Novak ran research at Kivi. She retired in June.", "Petra Novak", "2024-06"),
    ("The Kivi project, launched in 2016, never shipped.", "Kivi project", "2016"),
    ("Orrin Labs was founded in 2019 by two former Google engineers.", "Orrin Labs", "2019"),
    ("Parliament passed the AI Safety Bill on 14 May 2024.", "Parliament", "2024-05-14"),
    ("The summit was held in Tallinn in February.", "summit", "2025-02"),
    ("Vaino entered service in the autumn.", "Vaino", "2024"),
    ("Vaino came online two days ago.", "Vaino", "2025-02-27"),
    ("Siemens completed the purchase of Kivi in August.", "Siemens", "2024-08"),
    ("The United States has barred sales of GPUs to China since October 2022.", "United States", "2022-10"),
    ("Siemens and Bosch said in 2024 that they would put a billion euros into a site.", "Bosch", "2024"),
]
TO_COME = [
    ("Nvidia will release Rubin in 2026.", "Nvidia", "2026"),
    ("Kivi-3 will be released in December.", "Kivi-3", "2025-12"),
    ("Kivi-3 is due in December.", "Kivi-3", "2025-12"),
    ("Kivi-3 is scheduled to launch on 2 December.", "Kivi-3", "2025-12-02"),
    ("The rules come into force in January 2026.", "rules", "2026-01"),
]
UNDATED = [
    "OpenAI released GPT-5.",
    "OpenAI has had 40 employees since 2016.",
    "Nvidia may release Rubin in 2026.",
    "Nvidia plans to release Rubin in 2026.",
    "China filed more patents than the United States in 2022, and its share rose in 2023.",
    "OpenAI did not release GPT-5 in 2024.",
    "The image models of 2022 made by Google were small.",
    "Microsoft said in 2023 that prices had fallen.",
    "Kivi recorded revenue of €96 million in 2024.",
    "I would have said Kivi a year ago.",
    "This week I went back and read the paper.",
    "OpenAI has sold models to hospitals since 2022.",
]


@pytest.mark.parametrize(("text", "subject", "action", "object_", "date"), DATED)
def test_what_happened_when(
    read: Read, text: str, subject: str, action: str, object_: str | None, date: str
) -> None:
    found = events(read(text))
    assert any((s, a, d) == (subject, action, date) and object_ in (None, o) for s, a, o, d in found), found


@pytest.mark.parametrize(("text", "subject", "date"), NAMELESS)
def test_names_nobody_listed(read: Read, text: str, subject: str, date: str) -> None:
    found = [c for c in read(text) if isinstance(c, Event)]
    assert any(subject in (c.subject or "") and c.date == date and not c.forecast for c in found), found


@pytest.mark.parametrize(("text", "subject", "date"), TO_COME)
def test_what_is_to_come(read: Read, text: str, subject: str, date: str) -> None:
    found = [c for c in read(text) if isinstance(c, Event)]
    assert [(c.subject, c.date, c.forecast) for c in found] == [(subject, date, True)]


@pytest.mark.parametrize("text", UNDATED)
def test_what_is_no_event(read: Read, text: str) -> None:
    assert events(read(text)) == set()


def test_a_text_without_a_day_tells_what_happened_last_week(read: Read) -> None:
    found = read("Mistral AI hired a new head of sales last week.", ("event",), published=None)
    assert [(c.subject, c.action, c.date) for c in found] == [("Mistral AI", "hired", None)]


def test_a_date_that_cannot_be_resolved_is_open(read: Read) -> None:
    found = events(read("Meta released Llama 4 in April.", published=None))
    assert {(s, d) for s, _, _, d in found} == {("Meta", None)}


def test_what_its_release_was(read: Read) -> None:
    text = "Baidu's ChatGPT rival, Ernie Bot, won many users within a year of its August 2023 release."
    assert ("Baidu", "released", "Ernie Bot", "2023-08") in events(read(text))


def test_that_of_another(read: Read) -> None:
    found = events(read("After the release of GPT-3 in 2020 and that of ChatGPT in 2022 all changed."))
    assert {(s, d) for s, _, _, d in found} == {("GPT-3", "2020"), ("ChatGPT", "2022")}


def test_a_meeting_of_the_speaker(read: Read) -> None:
    text = "I learned it during a meeting with Sam Altman last September."
    assert events(read(text, speaker="Ada Holt")) == {("Ada Holt", "met", "Sam Altman", "2024-09")}


def test_a_verb_is_dated_once(read: Read) -> None:
    found = events(read("Today, Nature published a film of a talk given two years ago at Google."))
    assert len({d for _, _, _, d in found}) <= 1


ACTS = [
    ("Norwegian lawmakers on Monday asked the cabinet to explain.", "Norwegian lawmakers", "2025-02-24"),
    ("Baidu agreed in January to supply chips to Lenovo.", "Baidu", "2025-01"),
    ("Kakao was eliminated in January.", "Kakao", "2025-01"),
    ("SAP announced on Tuesday that it has closed the purchase of Larch.", "SAP", "2025-02-25"),
    ("Beijing told firms in January to stop buying chips.", "China", "2025-01"),
    ("A Dutch judge threw out the lawsuit of Nexperia on Tuesday.", "Dutch judge", "2025-02-25"),
    ("Zhipu went public on Thursday and MiniMax the day after.", "MiniMax", "2025-02-28"),
    ("01.AI, which quit pretraining last year, sells advice.", "01.AI", "2024"),
    ("ASML signed a deal at the summit in Lyon last October.", "ASML", "2024-10"),
    ("The visit of Satya Nadella to Jakarta in January was short.", "Satya Nadella", "2025-01"),
]


@pytest.mark.parametrize(("text", "subject", "date"), ACTS)
def test_acts(read: Read, text: str, subject: str, date: str) -> None:
    found = {(s, d) for s, _, _, d in events(read(text, published="2025-03-01"))}
    assert (subject, date) in found


NO_ACTS = [
    "Baidu was valued at 30 billion dollars in January.",
    "China added more capacity in 2024.",
    "In January it was confirmed that prices rose.",
    "There is a bank, and I cannot name it, a big one, that moved to Qwen in November.",
]


@pytest.mark.parametrize("text", NO_ACTS)
def test_no_acts(read: Read, text: str) -> None:
    assert events(read(text, published="2025-03-01")) == set()


def test_several_founders_found_one_house(read: Read) -> None:
    found = events(read("Cohere was founded in 2019 by Aidan Gomez and Nick Frosst."))
    assert {subject for subject, *_ in found} == {"Cohere"}


PLAIN = [
    ("It was in December 2024 that DeepSeek released V3.", "DeepSeek", "2024-12"),
    ("The release in January 2025 of Kimi shook markets.", "Kimi", "2025-01"),
    ("The listings in Hong Kong this month of Zhipu and MiniMax went well.", "MiniMax", "2025-03"),
    ("Scientists at Tsinghua unveiled an optical chip in August.", "Scientists at Tsinghua", "2024-08"),
    ("They showed a marathon for robots held in Lyon in January.", "marathon", "2025-01"),
    ("It follows the visit of Nvidia's CEO to Jakarta in July.", "Nvidia's CEO", "2024-07"),
    ("01.AI stopped pre-training last spring.", "01.AI", "2024"),
    ("Meta put out two open models on February 5.", "Meta", "2025-02-05"),
]


@pytest.mark.parametrize(("text", "subject", "date"), PLAIN)
def test_further_ways_to_say_what_happened(read: Read, text: str, subject: str, date: str) -> None:
    found = {(s, d) for s, _, _, d in events(read(text, published="2025-03-01"))}
    assert (subject, date) in found


def test_a_length_of_time_is_no_date(read: Read) -> None:
    assert events(read("Larch finished the better part of a year earlier.", published="2025-03-01")) == set()


def test_what_a_year_puts_out_is_a_figure(read: Read) -> None:
    assert events(read("SMIC made 200,000 chips last year.", published="2025-03-01")) == set()


NOMINAL = [
    ("The January release of Kimi K2 surprised many.", "Kimi K2", "released", "2025-01"),
    ("Since joining Meta in 2024, Alexandr Wang has hired dozens.", "Alexandr Wang", "joined", "2024"),
    ("By shipping R1 in January 2025, DeepSeek changed the debate.", "DeepSeek", "shipped", "2025-01"),
    ("DeepSeek on 20 January 2025 released R1, its model.", "DeepSeek", "released", "2025-01-20"),
    ("Nvidia was told in January that it needed a licence.", "Nvidia", "told", "2025-01"),
    ("Lenovo was put on the list in January.", "Lenovo", "put", "2025-01"),
    ("A court in Munich ruled against OpenAI in November.", "court", "ruled", "2024-11"),
    ("Manus moved to Singapore last summer.", "Manus", "moved", "2024"),
    ("With the passage of the CHIPS Act in 2022, America began to pay.", "CHIPS Act", "passed", "2022"),
]


@pytest.mark.parametrize(("text", "subject", "action", "date"), NOMINAL)
def test_participles_and_nouns(read: Read, text: str, subject: str, action: str, date: str) -> None:
    found = {(s, a, d) for s, a, _, d in events(read(text, published="2025-03-01"))}
    assert (subject, action, date) in found
