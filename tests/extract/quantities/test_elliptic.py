"""Figures whose unit stands elsewhere: with the figure before, with the subject, in the passage."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Quantity

Read = Callable[..., list[Claim]]


def _values(found: list[Claim]) -> list[tuple[str | None, float | None, float | None, str | None]]:
    return [(c.subject, c.value_low, c.value_high, c.unit) for c in found if isinstance(c, Quantity)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Norway 64% of teachers use a chatbot. India is at 29.", ("India", 29, 29, "percent")),
        ("In Japan 71% are hopeful, in Germany 38.", ("Germany", 38, 38, "percent")),
        ("Kiln has 48 staff; Germany has 12.", ("Germany", 12, 12, "people")),
        (
            "Baidu filed 119 patents in 2024, Huawei 640 and Tencent just over 900.",
            ("Huawei", 640, 640, "patent"),
        ),
        ("The monthly users of Qwen now exceed 40 million.", ("Qwen", 40_000_000, None, "user")),
        ("The number of clusters in Kenya was zero.", ("Kenya", 0, 0, "cluster")),
        ("Baidu's headcount rose to 41,300.", ("Baidu", 41_300, 41_300, "people")),
        (
            "Of its 9,000 engineers, 700 work on Qwen, Alibaba said.",
            (None, 700, 700, "people"),
        ),
        ("Prices of tokens in China have come down by a factor of 30.", (None, 30, 30, "times")),
    ],
)
def test_what_a_bare_number_counts(
    read: Read, text: str, expected: tuple[str | None, float, float | None, str]
) -> None:
    found = _values(read(text))
    assert expected[1:] in [values[1:] for values in found]
    if expected[0] is not None:
        assert expected in found


@pytest.mark.parametrize(
    "text",
    [
        "In Norway 64% of teachers use a chatbot. Ida Holm, 45, does not.",
        "In Norway 64% of teachers use a chatbot. She is 45.",
    ],
)
def test_ages_go_on_counting_nothing(read: Read, text: str) -> None:
    assert [v[1] for v in _values(read(text))] == [64]


def test_a_statement_with_a_question_mark_states(read: Read) -> None:
    assert _values(read("Zhipu lost, what, 2.4 billion yuan in 2024?")) == [
        ("Zhipu AI", 2_400_000_000, 2_400_000_000, "CNY")
    ]
    assert _values(read("Did Zhipu lose 2.4 billion yuan in 2024?")) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Google paid 2.7 billion for the team.", 2_700_000_000, "USD"),
        ("Electricity in Texas costs 4 cents a kilowatt-hour.", 0.04, "USD"),
        ("Baidu put the value at 140 million ringgit.", 140_000_000, "MYR"),
        ("The Qwen app has been downloaded 900,000 times.", 900_000, "download"),
        ("India's share of the market is under half a percent.", None, "percent"),
        ("Reliance has built a gigawatt of capacity.", 1_000_000_000, "W"),
        ("Qwen comes with 8 and 70 billion parameters.", 8_000_000_000, "parameter"),
        ("Daily users of Qwen have gone up twentyfold.", 20, "times"),
    ],
)
def test_units_that_are_meant(read: Read, text: str, value: float | None, unit: str) -> None:
    assert (value, unit) in [(v[1], v[3]) for v in _values(read(text))]


@pytest.mark.parametrize(
    "text",
    [
        "18.44 Reactions from China come in.",
        "The fund leaves out rounds below €250,000.",
        "We run Qwen on a 4090.",
        "Lantern 3 came out last week.",
    ],
)
def test_what_is_no_figure(read: Read, text: str) -> None:
    assert _values(read(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tsinghua published 40 papers. Stanford has three, Zhipu team two.",
            [(40, "paper"), (3, "paper"), (2, "paper")],
        ),
        ("The ministry asked about new clusters. Four have been built in Kenya.", [(4, "cluster")]),
        ("In 2022 the lab had nine faculty members. Baidu has five today.", [(9, "people"), (5, "people")]),
        ("South Korea is proud of its schools. Nineteen such schools have been built.", [(19, "school")]),
        ("India is a country of 1.4 billion.", [(1_400_000_000, "people")]),
        (
            "Rapidus raised 800 billion yen and has 600 engineers. About 5 trillion will be required.",
            [(800e9, "JPY"), (600, "people"), (5e12, "JPY")],
        ),
    ],
)
def test_what_was_spoken_of_before_is_counted(
    read: Read, text: str, expected: list[tuple[float, str]]
) -> None:
    assert [(v[1], v[3]) for v in _values(read(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        '"My shop was to close," says Ida Holm, 61.',
        "In Norway 64% of teachers use it, says Ida Holm, 61.",
        "Germany warned that use of the 910 series is a breach.",
        "A 3090 has more memory in Germany.",
        "It came within a point or two of the models of Germany.",
        "In Germany orders fell at shops with fewer than 250 employees.",
        "Money is only half of it in Germany.",
    ],
)
def test_ages_parts_and_classes_are_no_figures(read: Read, text: str) -> None:
    assert [v for v in _values(read(text)) if v[1:] != (64, 64, "percent")] == []
