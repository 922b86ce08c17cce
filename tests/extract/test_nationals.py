"""One person or thing from a country is not the country; headlines name few; what judges nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Assessment, Claim, Quantity, Relation

Read = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A South Korean man used the tool to make 360 pictures.", "South Korean man"),
        ("A Dutch speed camera sent 1,200 letters to owners of cars.", "Dutch speed camera"),
        ("The Chinese government spent $12 billion on chips.", "China"),
    ],
)
def test_whose_figure_it_is(read: Read, text: str, subject: str) -> None:
    found = [c for c in read(text, ("quantity",)) if isinstance(c, Quantity)]
    assert [c.subject for c in found] == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "The clip undermined Taiwanese voter confidence in the party.",
        "The programme misread faces, leading to false arrests of Asian shoppers.",
        "The failure of the robot is a huge reminder that OpenAI has rivals.",
        "A robot kills a worker at a German plant.",
        "The video risked damaging relations between Fiji and Japan.",
    ],
)
def test_no_judgement(read: Read, text: str) -> None:
    assert not [c for c in read(text, ("assessment",)) if isinstance(c, Assessment)]


def test_a_headline_ends_the_names_in_it(read: Read) -> None:
    text = (
        "Purported Monitoring Tool Reportedly Flags Harmless Joke, Leading to Arizona Pupil Suspension\n\n"
        "A tool that reads what pupils write flagged a joke, and a pupil was suspended for it."
    )
    assert not [c for c in read(text) if "Reportedly" in str(getattr(c, "subject", ""))]


def test_a_description_of_a_product_is_no_second_product(read: Read) -> None:
    text = "Alibaba released Qwen3, an open-source language model, and a new video tool."
    found = [c for c in read(text, ("relation",)) if isinstance(c, Relation)]
    assert "open-source language model" not in {c.object for c in found}
    assert "Qwen3" in {c.object for c in found}


def test_a_programming_language_uses_nothing(read: Read) -> None:
    text = "Foothill Switch is an open-source payment system, built in Rust by OpenAI."
    found = [c for c in read(text, ("relation",)) if isinstance(c, Relation)]
    assert not {"Rust"} & {c.subject for c in found}


def test_the_season_that_has_not_ended_is_this_years(read: Read) -> None:
    found = read("OpenAI will release Sora 3 later this summer.", ("event",), published="2025-06-01")
    assert [getattr(c, "date", None) for c in found] == ["2025"]


def test_the_project_is_the_one_that_was_defined(read: Read) -> None:
    text = "Larkspur is an open-source library for charts. The project has received 7,360 stars."
    found = [c for c in read(text, ("quantity",)) if isinstance(c, Quantity)]
    assert [c.subject for c in found] == ["Larkspur"]


def test_what_somebody_is_called_is_no_event(read: Read) -> None:
    assert not read("A scout named Tom Abara wandered off in Ohio in 1989.", ("event",))


def test_a_model_inside_its_description_is_the_model(read: Read) -> None:
    text = "Google is moving its chatbot to the upgraded PaLM 2 language model."
    assert {c.object for c in read(text, ("relation",)) if isinstance(c, Relation)} <= {"PaLM 2"}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A retired Ottawa couple lost $177,023 to a scam.", "Ottawa couple"),
        ("A London-based guest caused a loss of £12,000.", "London-based guest"),
    ],
)
def test_a_city_stands_for_no_country_before_a_person(read: Read, text: str, subject: str) -> None:
    found = [c for c in read(text, ("quantity",)) if isinstance(c, Quantity)]
    assert [c.subject for c in found] == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "A pupil of Technical School No. 1 in Quito, Mexico, copied the pictures.",
        "`Frontier Science` | `Open Talk` | `Open Source Innovation Powerhouse` | `AI and China` | Home",
    ],
)
def test_places_of_schools_and_menus_judge_nobody(read: Read, text: str) -> None:
    assert not read(text, ("assessment",))


def test_a_channel_counts_nothing(read: Read) -> None:
    found = read("A Channel 4 News investigation names 255 singers.", ("quantity",))
    assert [getattr(c, "value_low", None) for c in found] == [255]


def test_everybody_develops_nothing(read: Read) -> None:
    text = "Users will soon create AI applications with OpenAI. Tom Abara said Kiln has released ChatGPT."
    assert not {"Users"} & {c.subject for c in read(text, ("relation",)) if isinstance(c, Relation)}


@pytest.mark.parametrize(
    "text",
    [
        "A Tesla driver fell asleep near Oslo and was unable to answer.",
        "Several Meta users reported being locked out of their pages.",
        "The clip may have helped the pro-Russian party, which was winning.",
        "A post claims that a U.S. radar was destroyed by an Iranian strike.",
        "A delivery robot deployed by Stanford University got stranded on the rails and was hit.",
    ],
)
def test_what_befalls_people_and_things_judges_no_house(read: Read, text: str) -> None:
    assert not read(text, ("assessment",))


@pytest.mark.parametrize(
    "text",
    ["The watches made many calls to 911 dispatchers.", "The program can run 100% offline."],
)
def test_no_figure(read: Read, text: str) -> None:
    assert not read(text, ("quantity",))


def test_who_has_to_pay(read: Read) -> None:
    found = read("A court ordered Tom Abara to pay $343,500 in damages.", ("quantity",))
    assert [getattr(c, "subject", None) for c in found] == ["Tom Abara"]


def test_who_is_in_a_country_is_not_the_country(read: Read) -> None:
    found = read("A scammer in China stole 4.3 million yuan.", ("quantity",))
    assert [getattr(c, "subject", None) for c in found] == ["scammer"]


def test_a_house_before_its_model_is_not_judged(read: Read) -> None:
    text = "Pollux has opened a platform that draws on leading models like Google Veo 3."
    found = [c for c in read(text, ("assessment",)) if isinstance(c, Assessment)]
    assert {c.subject for c in found} == {"Veo 3"}


@pytest.mark.parametrize(
    "text",
    [
        "A programme rolled out by the Lisbon Metro Company was stopped for its lack of transparency.",
        "A U.S. patient, Ann Abara, reported losing money.",
    ],
)
def test_users_of_a_programme_and_single_persons_are_not_judged(read: Read, text: str) -> None:
    assert not read(text, ("assessment",))
