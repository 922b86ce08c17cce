"""Discussions from the file to the claim: a comment is its writer's, and never the article's voice."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from theodolite import extract, read
from theodolite.model.claim import Claim
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import Text

PAGES = Path(__file__).parents[2] / "read" / "threads"
THREAD = """Open weights, again
212 points by tin_hat 5 hours ago | hide | past | 4 comments

We in Norway sold 4,000 machines last year. China is two years behind the United States in AI.

owl_by_night 3 hours ago | next [–]

My cluster has 64 GPUs. We trail the lab by a year, and China is five years behind the United States in AI.

brasshat 2 hours ago | parent [–]

> China is five years behind the United States in AI.

China is six months behind the United States in AI, and only 5% of users ever download weights.

[deleted] 1 hour ago | parent [–]

The new one has 70 billion parameters.
"""


def _text(content: str, name: str = "a.txt") -> Text:
    return read.document(Snapshot(content.encode()), name, dt.date(2026, 1, 1))


def _claims(text: Text, **origin: str) -> list[Claim]:
    return extract.claims(text, Origin(location="a.txt", **origin))  # type: ignore[arg-type]


def _who(claims: list[Claim], words: str) -> list[str | None]:
    return [c.speaker for c in claims if words in c.quote and c.KIND in ("lag", "quantity")]


def test_each_comment_is_its_writers_and_the_article_its_authors() -> None:
    claims = _claims(_text(THREAD), published="2025-03-01")
    assert _who(claims, "4,000 machines") == ["tin_hat"]
    assert _who(claims, "two years behind") == ["tin_hat"]
    assert _who(claims, "64 GPUs") == ["owl_by_night"]
    assert _who(claims, "six months behind") == ["brasshat"]
    assert _who(claims, "5%") == ["brasshat"]
    assert _who(claims, "70 billion") == [None]


def test_what_a_comment_quotes_is_said_by_whom_it_quotes() -> None:
    claims = _claims(_text(THREAD), published="2025-03-01")
    assert _who(claims, "five years behind") == ["owl_by_night", "owl_by_night"]
    said, repeated = [c for c in claims if "five years behind" in c.quote and c.KIND == "lag"]
    assert (said.attribution, repeated.attribution) == ("own_voice", "direct")
    assert said.saying_id == repeated.saying_id and said.group == repeated.group is not None


def test_we_in_a_comment_are_not_the_articles_we() -> None:
    claims = _claims(_text(THREAD), published="2025-03-01")
    (sold,) = [c for c in claims if "4,000 machines" in c.quote and c.KIND == "quantity"]
    (owned,) = [c for c in claims if "64 GPUs" in c.quote and c.KIND == "quantity"]
    assert (sold.speaker_side, owned.speaker_side) == ("Norway", None)
    assert owned.to_json()["subject_side"] != "Norway"


def test_the_sidecars_speaker_speaks_the_article_alone() -> None:
    claims = _claims(_text(THREAD), speaker="Otto Brand")
    assert _who(claims, "two years behind") == ["Otto Brand"]
    assert _who(claims, "six months behind") == ["brasshat"]


def test_a_study_in_the_article_does_not_speak_in_the_comments() -> None:
    text = _text(
        "According to a report by IDC, China bought 30,000 chips in 2023.\n"
        "The share of American buyers was 40%.\n\n"
        "ann 3 hours ago\n\nThe share of American buyers was 60%.\n\n"
        "bo 2 hours ago\n\nThe share of American buyers was 70%.\n"
    )
    claims = _claims(text)
    assert _who(claims, "60%") == ["ann"] and _who(claims, "70%") == ["bo"]


def test_lines_about_comments_are_no_claims() -> None:
    text = _text(
        "Chips\n\nann 3 hours ago | next [–]\n\nGood.\n\nbo 31 points 2 hours ago\n\nBad.\n\n"
        "cy (12 points)\nNo idea.\n\n33 comments\n"
    )
    assert len(text.parts) == 4 and _claims(text) == []


PAGE_SPEAKERS = {
    "hackernews.html": {"saltmarsh", "kelp_farmer", "dune_walker", "tern"},
    "slashdot.html": {None, "Copper Kettle", "laboratory"},
    "lesswrong.html": {"Ines Vark", "bogbean"},
    "reddit_old.html": {"marsh_wren", "cobble", None},
    "reddit_new.html": {"marsh_wren", "cobble", "fenland"},
    "discourse.html": {"tallow", "rennet"},
    "linked_data.html": {"loess", "scree"},
    "board.html": {"flint", "chert"},
}


@pytest.mark.parametrize("name", sorted(PAGE_SPEAKERS))
def test_every_claim_of_a_page_lies_in_one_part_and_has_its_author_and_day(name: str) -> None:
    text = read.document(Snapshot((PAGES / name).read_bytes()), name, dt.date(2026, 1, 1))
    claims = [c for c in _claims(text) if c.KIND in ("lag", "quantity")]
    assert {c.speaker for c in claims} == PAGE_SPEAKERS[name]
    for claim in claims:
        (part,) = [p for p in text.parts if p.start <= claim.start and claim.end <= p.end]
        assert claim.said_on == part.published
        assert claim.speaker in (part.author, "laboratory")


def test_the_two_figures_of_one_page_are_not_mixed_up() -> None:
    text = read.document(Snapshot((PAGES / "slashdot.html").read_bytes()), "a.html", dt.date(2026, 1, 1))
    found = [(c.speaker, c.to_json()["low_months"], c.said_on) for c in _claims(text) if c.KIND == "lag"]
    assert found == [
        ("laboratory", 9, "2024-07-08"),
        ("Copper Kettle", 120, "2024-07-08"),
        ("Copper Kettle", 120, "2024-07-08"),
        (None, 72, "2024-07-09"),
    ]


SENTENCES = st.sampled_from(
    [
        "China is a year behind the United States in AI.", "We sold 4,000 cards in 2023.", "\n", "\n\n",
        "> China is a year behind the United States in AI.", "ann 3 hours ago | next [–]\n",
        "bo (12 points)\n", "[deleted] 2 hours ago\n", "according to a report by IDC, it was 40%,",
        "\"It trails by two years,\"", "said Mara Quist.", "reply\n", "--\n",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=25).map(" ".join))
def test_any_claim_of_a_discussion_lies_within_one_part(content: str) -> None:
    text = _text(content.replace(" \n", "\n").replace("\n ", "\n"))
    for claim in _claims(text):
        assert text.content[claim.start : claim.end] == claim.quote
        if text.parts:
            assert any(p.start <= claim.start and claim.end <= p.end for p in text.parts)
