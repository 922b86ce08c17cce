"""Events in the wordings of reports: told on a day, out of a house, in place since; and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Event

Read = Callable[..., list[Claim]]

TOLD = [
    ("On Tuesday Orrin said it had acquired Kivi Labs.", "Orrin", "acquired", "2025-10-14"),
    ("Orrin was spun out of Tartu University in 2021.", "Orrin", "spun", "2021"),
    ("Kestrel 2 came out in May with its weights.", "Kestrel 2", "came out", "2025-05"),
    ("Nvidia on the 18th presented wafers to the press.", "Nvidia", "presented", "2025-10-18"),
    ("Nvidia on the 24th presented wafers to the press.", "Nvidia", "presented", "2025-09-24"),
    ("Mistral, which quit pretraining last year, sells services.", "Mistral", "quit", "2024"),
    (
        "Restrictions on the sale of chips, in place since October 2022, have slowed it.",
        "Restrictions on the sale of chips",
        "took effect",
        "2022-10",
    ),
    ("Kivi grew up in Tallinn, and in 2023 BioNTech bought it.", "BioNTech", "bought", "2023"),
]


@pytest.mark.parametrize(("text", "subject", "action", "date"), TOLD)
def test_what_reports_tell(read: Read, text: str, subject: str, action: str, date: str) -> None:
    found = [c for c in read(text, published="2025-10-20") if isinstance(c, Event)]
    assert (subject, action, date) in {(c.subject, c.action, c.date) for c in found}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In the first phase, begun in February 2025, the Government is slow.", "Government"),
        (
            "DeepSeek, the Hangzhou startup whose R1 model rattled markets in January 2025, is small.",
            "Hangzhou",
        ),
    ],
)
def test_who_did_nothing_then(read: Read, text: str, subject: str) -> None:
    found = [c for c in read(text, published="2025-10-20") if isinstance(c, Event)]
    assert all(c.subject != subject for c in found), found


def test_nobody_buys_themselves(read: Read) -> None:
    found = [
        c for c in read("Kivi was built in Tunis, and in 2023 BioNTech bought it.") if isinstance(c, Event)
    ]
    assert all(c.subject != "Kivi" or c.action != "bought" for c in found)
