"""Counts that lean on one before them, ranks that somebody gives, lengths of what products make."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Quantity

Read = Callable[..., list[Claim]]


def _told(found: list[Claim]) -> list[tuple[str | None, float | None, float | None, str | None]]:
    return [(c.subject, c.value_low, c.value_high, c.unit) for c in found if isinstance(c, Quantity)]


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        (
            "Of the thirty graduates, eight are in Ghana, three in Togo and two in Benin.",
            [30, 8, 3, 2],
            "people",
        ),
        ("Eight of our graduates are in Ghana, three in Togo, two in Benin.", [8, 3, 2], "people"),
        ("Kiln has forty engineers; six came from Google, four from Meta.", [40, 6, 4], "people"),
        ("Fifty models came out of Japan, fifteen out of Korea, three out of Chile.", [50, 15, 3], "model"),
        ("Of the sixty labs asked, thirty-one were American and twelve Chinese.", [60, 31, 12], "lab"),
        (
            "Eleven of the twenty largest clusters are in Japan, five in Korea, two in Chile.",
            [11, 5, 2],
            "cluster",
        ),
        ("Oracle lost 12 researchers. Seven went to Meta, three to Anthropic.", [12, 7, 3], "people"),
        ("Oracle lost 12 researchers to Meta. One returned.", [12, 1], "people"),
        ("Oracle runs four clusters: two in Chile, one in Peru.", [4, 2, 1], "cluster"),
        ("The team has 14 people, five of them part-time.", [14, 5], "people"),
    ],
)
def test_counts_that_share_a_noun_and_a_verb(read: Read, text: str, values: list[float], unit: str) -> None:
    found = _told(read(text, ("quantity",)))
    assert sorted(v[1] for v in found if v[1]) == sorted(values)
    assert {v[3] for v in found} == {unit}


@pytest.mark.parametrize(
    "text",
    [
        "Oracle has 12 clusters in Chile, and in 2024 it sold one.",
        "Oracle hired 12 people in Peru, one by one.",
        "Oracle has 40 engineers in Lima, and two years ago it had none.",
    ],
)
def test_other_numbers_lean_on_no_count(read: Read, text: str) -> None:
    assert len(read(text, ("quantity",))) == 1


@pytest.mark.parametrize(
    ("text", "subject", "rank"),
    [
        ("A ranking by a British paper put Chile sixth.", "Chile", 6),
        ("The index places Chile fifth, behind Peru.", "Chile", 5),
        ("The OECD listed Estonia as twelfth.", "Estonia", 12),
        ("The survey rates Israel second for talent.", "Israel", 2),
        ("Germany is running second in patents.", "Germany", 2),
        ("China overtook Britain to become the second-largest producer of papers.", "China", 2),
        ("Samsung, the world's second-largest chipmaker, lost money.", "Samsung", 2),
        ("Anthropic has the third-largest market share.", "Anthropic", 3),
        ("Chileans like to say so. We are number three.", None, 3),
        ("Japan has become third in Asia.", "Japan", 3),
    ],
)
def test_ranks_of_whom_somebody_puts_there(read: Read, text: str, subject: str | None, rank: int) -> None:
    assert (subject, rank, rank, "rank") in _told(read(text, ("quantity",)))


@pytest.mark.parametrize(
    "text",
    [
        "Last year a court put the second case on hold.",
        "He put his daughter first.",
        "The ministry sent a second letter to Nvidia.",
        "Oracle has its third chief scientist.",
        "China, the world's second-largest economy, imports oil.",
    ],
)
def test_what_is_only_the_second_of_its_kind_is_no_rank(read: Read, text: str) -> None:
    assert not [c for c in read(text, ("quantity",)) if isinstance(c, Quantity) and c.unit == "rank"]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "metric"),
    [
        ("Kling makes clips of up to four minutes with sound.", None, 4, "minute", "length of clips"),
        ("Kling generates videos up to two minutes long.", None, 2, "minute", "length of videos"),
        ("Veo produces ten-second clips.", 10, 10, "second", "length of clips"),
        ("Its drone flies for 40 minutes.", 40, 40, "minute", "running time"),
        ("The robot runs for eight hours on one charge.", 8, 8, "hour", "running time"),
        ("The model answers in 0.3 seconds.", 0.3, 0.3, "second", "response time"),
        ("The tool is limited to five seconds.", 5, 5, "second", "length"),
        ("My utility has a seven-year queue for substations.", 7, 7, "year", "queue"),
        ("Baidu bought 300,000 hours of television drama.", 300_000, 300_000, "hour", None),
        ("They were trained on hardware two generations old.", 2, 2, "generation", "generations"),
        ("The phone weighs 180 grams.", 180, 180, "g", "weight"),
    ],
)
def test_lengths_and_speeds_of_products(
    read: Read, text: str, low: float | None, high: float | None, unit: str, metric: str | None
) -> None:
    found = [c for c in read(text, ("quantity",)) if isinstance(c, Quantity)]
    assert [(c.value_low, c.value_high, c.unit, c.metric) for c in found] == [(low, high, unit, metric)]


@pytest.mark.parametrize(
    "text",
    [
        "He watched the clip for ten minutes.",
        "She speaks for five minutes about chips.",
        "The call was over in two minutes.",
        "He answered in two minutes.",
        "The clip was posted two hours ago.",
        "Ask me again in five minutes.",
    ],
)
def test_what_people_do_in_passing_lasts_no_product(read: Read, text: str) -> None:
    assert not read(text, ("quantity",))


def test_of_we_whom_the_text_does_not_name_nobody_else_is_the_subject(read: Read) -> None:
    found = _told(read("China added 430 GW last year, we added about 60.", ("quantity",)))
    assert [f[0] for f in found] == ["China", None]


def test_who_adds_so_much_says_nothing(read: Read) -> None:
    found = read("China added 430 GW last year, the U.S. added about 60.", ("quantity",))
    assert {c.speaker for c in found} == {None}
