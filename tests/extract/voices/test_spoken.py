"""Speakers: who says it, in the fullest form the document gives, and in what way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.extract.reading import Reading
from theodolite.extract.voices.spoken import Voices
from theodolite.model.claim import Claim
from theodolite.model.origin import Origin
from theodolite.model.text import Text

Read = Callable[..., list[Claim]]

NEWS = """Chinese labs close in, investors say

"A year ago I said China was 18 months behind the United States," said Lena Ortiz, a partner at Foothill
Ventures. "Now China is six months behind."

Tom Becker, who ran research at a cloud company, argues that the gap is at least two years. He said
Huawei shipped 200,000 AI chips in 2024.

A report from the Rhine Institute found that Chinese labs released 61 models last year. The report also
said that 45% of downloads came from Asia. Only 12% of the models were trained on domestic chips.

Beijing has pledged 60 billion yuan to the sector. According to industry insiders, it has spent 20
billion yuan.

Ortiz expects China to catch up within five years.
"""


@pytest.mark.parametrize(
    ("quote", "speaker", "attribution"),
    [
        ("18 months", "Lena Ortiz", "direct"),
        ("six months", "Lena Ortiz", "direct"),
        ("two years", "Tom Becker", "indirect"),
        ("200,000", "Tom Becker", "indirect"),
        ("61 models", "Rhine Institute", "indirect"),
        ("45%", "Rhine Institute", "indirect"),
        ("12%", "Rhine Institute", "indirect"),
        ("60 billion", None, "own_voice"),
        ("20 billion", "industry insiders", "indirect"),
        ("five years", "Lena Ortiz", "indirect"),
    ],
)
def test_speakers_of_a_news_text(read: Read, quote: str, speaker: str | None, attribution: str) -> None:
    claims = [c for c in read(NEWS) if quote in " ".join(c.quote.split())]
    assert [(c.speaker, c.attribution) for c in claims] == [(speaker, attribution)] * max(1, len(claims))


SPEECH = """Good morning. I run a small laboratory in Shenzhen, and I will be honest.

Many argue that we are only three months behind the United States. My estimate is that we trail the best
American labs by a year and a half.

Sam Altman said that 95% of startups use large models. We spend 2% of our budget on safety.
"""


def test_a_speech_is_its_givers_but_for_what_it_reports(read: Read) -> None:
    claims = read(SPEECH, ("lag", "quantity"), speaker="Chen Rui", kind="speech")
    assert [c.speaker for c in claims] == ["many", "Chen Rui", "Sam Altman", "Chen Rui"]
    assert claims[1].attribution == "own_voice"
    assert getattr(claims[1], "follower", None) == "China"


def test_option_wins_over_author_and_byline(read: Read) -> None:
    text = "By Ann Lee\n\nChina is a year behind the United States."
    assert read(text)[0].speaker == "Ann Lee"
    assert read(text, author="Bo Ek")[0].speaker == "Bo Ek"
    assert read(text, author="Bo Ek", speaker="Cy Day")[0].speaker == "Cy Day"


def test_an_agency_signs_nothing(read: Read) -> None:
    assert read("China is a year behind the United States.", author="Reuters staff")[0].speaker is None


def test_consensus(read: Read) -> None:
    (claim,) = read("It is widely agreed that Chinese models are a year behind American ones.")
    assert claim.attribution == "consensus"


def test_the_source_a_speaker_names(read: Read) -> None:
    text = "Lena Ortiz said China has 4,500 AI firms, citing data from IDC."
    (claim,) = read(text)
    assert (claim.speaker, claim.cites) == ("Lena Ortiz", "IDC")


def test_we_in_a_quotation_are_who_is_quoted(read: Read) -> None:
    text = '"We are two years behind the United States," Alibaba\'s chairman Joe Tsai said.'
    (claim,) = read(text, kinds=("lag",))
    assert (claim.speaker, claim.to_json()["follower"]) == ("Joe Tsai", "China")


def test_a_sentence_that_begins_with_by_is_no_byline(read: Read) -> None:
    (claim,) = read("By some measures the Chinese are a year behind the United States.")
    assert claim.speaker is None


def test_the_day_of_saying(read: Read) -> None:
    said = "Lena Ortiz said in March 2023 that China is a year behind the United States."
    (claim,) = read(said, kinds=("lag",))
    assert claim.said_on == "2023-03"
    assert read("China is a year behind the United States.")[0].said_on == "2025-03-01"


def test_a_line_of_a_known_person(read: Read) -> None:
    (claim,) = read("Musk: China is maybe a year behind us.")
    assert (claim.speaker, claim.to_json()["leader"]) == ("Musk", "United States")


def test_a_group_without_a_name_does_not_speak_on(read: Read) -> None:
    claims = read(
        "Mara Quist told the paper that the race is close. Before the launch, she said, people thought that "
        "Korean models were years behind American ones. When it came, Quist said, \"we saw that they're more "
        'like five months behind".'
    )
    assert [c.speaker for c in claims if c.kind == "lag"] == ["people", "Mara Quist"]


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        (
            "The War of Chips, by Ingrid Vale, is out. Vale thinks little of forecasts. She has seen many. "
            "By 2024, she says, there were 900 plants.",
            "900 plants",
            "Ingrid Vale",
        ),
        (
            "A banker from Leeds told me Norway had 300 start-ups in 2024.",
            "300 start-ups",
            "banker from Leeds",
        ),
        (
            "They sold 31 machines, two of the managers said, less than in 2020.",
            "31 machines",
            "two of the managers",
        ),
        (
            "More than 40 plants are running, according to the state investment office.",
            "40 plants",
            "state investment office",
        ),
        (
            "Norway had 300 start-ups in 2024, by the reckoning of Ingrid Vale.",
            "300 start-ups",
            "Ingrid Vale",
        ),
        (
            "Trena's head, Ada al-Sayed, told a hearing that Norway had 300 start-ups in 2024.",
            "300 start-ups",
            "Ada al-Sayed",
        ),
        ("Norway had 300 start-ups in 2024, nobody says why.", "300 start-ups", None),
    ],
)
def test_who_tells_something(read: Read, text: str, quote: str, speaker: str | None) -> None:
    assert {c.speaker for c in read(text, ("quantity",)) if quote in c.quote} == {speaker}


QUOTED = """Live from Tromso

Ambassador Ada Okoro: "You speak of ranks. We have 64 machines."

Ingrid Vale, an analyst at Foothill in Oslo, texts: "Weak. They sold 31 machines."

From the back row, from somebody in a red scarf: "We sold 77 machines."

Asked about numbers, the lab's head, Lea Lund, did not dodge. "Ten years ago, none. Today we run 55 machines."

A delegate from Chad tells me that she is tired. "We are patient. We have 12 machines."
"""


@pytest.mark.parametrize(
    ("quote", "speaker"),
    [
        ("64 machines", "Ada Okoro"),
        ("31 machines", "Ingrid Vale"),
        ("77 machines", "somebody in a red scarf"),
        ("55 machines", "Lea Lund"),
        ("12 machines", "delegate from Chad"),
    ],
)
def test_quotations_without_a_verb_of_saying(read: Read, quote: str, speaker: str) -> None:
    assert {c.speaker for c in read(QUOTED, ("quantity",)) if quote in c.quote} == {speaker}


def test_a_text_that_speaks_of_itself_has_its_own_voice(read: Read) -> None:
    text = "This brief finds that 40 plants ran in 2024.\n\nThe report estimates that 12 plants closed."
    assert {c.speaker for c in read(text, ("quantity",), kind="report")} == {None}


def test_behind_a_joined_clause_its_source_is_its_own(read: Read) -> None:
    text = "Norway had 40 plants in 2024, and its grid has lost 12 plants, according to Ingrid Vale."
    found = {c.quote: c.speaker for c in read(text, ("quantity",))}
    assert {quote[-9:]: who for quote, who in found.items() if "plants" in quote}
    assert next(who for quote, who in found.items() if "40" in quote) is None
    assert next(who for quote, who in found.items() if "12" in quote) == "Ingrid Vale"


def _home(content: str) -> str | None:
    reading = Reading(Text(snapshot="0" * 64, reader="t/1", content=content), Origin(location="a.txt"))
    return Voices(reading).side_of_we(content.rindex("We "))


OURS = "By Ana Ruiz\n\n{opens} I have read the plan twice. We are two years behind the United States."


@pytest.mark.parametrize(
    ("opens", "side"),
    [
        ("Brazil has a plan. Brazil has no chips.", "Brazil"),
        ("Brazilian companies wait in São Paulo. Brazil has no chips.", "Brazil"),
    ],
)
def test_we_of_a_text_of_no_known_home_is_the_country_it_is_about(opens: str, side: str) -> None:
    assert _home(OURS.format(opens=opens)) == side


@pytest.mark.parametrize(
    "opens",
    [
        "Brazil has a plan.",  # named once
        "Brazil has a plan. Brazil has no chips. Kenya has a plan. Kenya has no chips.",  # two as often
        "Brazil waits. Brazil looks on. China leads. China builds. China plans. China spends. China hires.",
    ],
)
def test_no_country_is_taken_for_home_where_none_is_what_the_text_is_about(opens: str) -> None:
    assert _home(OURS.format(opens=opens)) is None
