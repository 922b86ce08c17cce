"""The room as a whole: every field, exact quotes, groups, parts, the same answer twice, any text at all."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from theodolite import extract
from theodolite.extract import rules
from theodolite.model.claim import KINDS, Claim, from_json
from theodolite.model.origin import Origin
from theodolite.model.text import Part, Text, canonical

Read = Callable[..., list[Claim]]
STORY = (
    "China is one to two years behind the United States in AI, Rui Ma said. It is closing the gap.\n\n"
    "Anthropic received $2.7 billion this week. China drew $2 billion in 68 deals.\n\n"
    "Ma repeated that China is one to two years behind the United States.\n"
)
WORDS = st.sampled_from(
    [
        "China",
        "the",
        "U.S.",
        "is",
        "two",
        "years",
        "behind",
        "ahead",
        "of",
        "3",
        "months",
        "gap",
        "by",
        "$5",
        "billion",
        "%",
        "said",
        "that",
        "“",
        "”",
        '"',
        "?",
        ".",
        ",",
        ";",
        "(",
        ")",
        "not",
        "may",
        "will",
        "Huawei",
        "GPT-4",
        "more",
        "than",
        "half",
        "of",
        "one",
        "in",
        "2024",
        "last",
        "year",
        "–",
        "10^25",
        "\n\n",
        "we",
        "it",
        "these",
        "copies\u2028",
        "\ufffd",
        "\U0001f600",
        "1,400",
        "according",
        "to",
    ]
)


def _claims(content: str, **origin: str) -> list[Claim]:
    text = Text(snapshot="0" * 64, reader="test/1", content=canonical(content))
    return extract.claims(text, Origin(location="a.txt", **origin))


def test_every_field_is_there_and_survives_json(read: Read) -> None:
    for claim in read(STORY):
        row = json.loads(json.dumps(claim.to_json(), allow_nan=False))
        assert from_json(row, claim.text_sha256) == claim
        assert claim.kind in KINDS and claim.source == "a.txt"


def test_repeats_share_a_group_and_are_listed_at_each_place(read: Read) -> None:
    lags = [c for c in read(STORY) if "one to two years" in c.quote]
    assert len(lags) == 2 and lags[0].group == lags[1].group is not None
    assert lags[0].start < lags[1].start and lags[0].saying_id == lags[1].saying_id


def test_the_document_is_named_by_its_address_else_by_its_text() -> None:
    here, there = _claims(STORY, address="https://a.example"), _claims(STORY)
    assert here[0].document != there[0].document
    assert here[0].document == _claims(STORY + "\nMore.", address="https://a.example")[0].document


def test_dates_and_speakers_of_parts_are_their_own() -> None:
    first = "China is a year behind the United States."
    content = f"{first}\n\n{first}"
    parts = (
        Part(start=0, end=len(first), kind="comment", author="ann", published="2024-01-02"),
        Part(start=len(first) + 2, end=len(content), kind="comment", published="2025-06-07"),
    )
    text = Text(snapshot="0" * 64, reader="test/1", content=content, parts=parts)
    found = extract.claims(text, Origin(location="a.txt"))
    assert [(c.speaker, c.said_on) for c in found] == [("ann", "2024-01-02"), (None, "2025-06-07")]


def test_the_same_input_gives_the_same_claims() -> None:
    assert [c.to_json() for c in _claims(STORY)] == [c.to_json() for c in _claims(STORY)]


def test_a_text_is_read_in_its_own_language() -> None:
    assert _claims("China is a year behind the United States.", language="zh") == []
    (lag,) = _claims("中国在人工智能方面落后美国一到两年。")
    assert (lag.kind, lag.slots[3:5]) == ("lag", (12, 24))


def test_every_kind_has_its_place_in_the_registry() -> None:
    assert all(set(table) == set(KINDS) for table in rules.RULES.values())


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=300))
def test_any_text_is_read_and_every_quote_is_exact(content: str) -> None:
    text = canonical(content)
    for claim in _claims(content, published="2024-03-31"):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.quote.strip()


def test_time_is_linear_in_hostile_text() -> None:
    for evil in (
        "China is two years behind " * 3000,
        "(" * 60000,
        "“" * 30000,
        "said that " * 8000,
        "@" * 30000,
        "A" * 30000,
        "gap " * 15000,
    ):
        begun = time.perf_counter()
        _claims(evil)
        assert time.perf_counter() - begun < 20, evil[:20]


def test_a_mark_before_the_words_is_no_part_of_the_quote(read: Read) -> None:
    (claim,) = read("\ufeff# Korean labs are a year behind OpenAI in AI\n")
    assert claim.quote.startswith("Korean labs")


def test_the_date_of_something_else_is_not_the_day_of_saying(read: Read) -> None:
    claims = read(
        "She noted that many argue that after GPT-3 was released in 2020, it took a year for China to match "
        "GPT-3."
    )
    assert claims
    assert all(claim.said_on == "2025-03-01" for claim in claims)
