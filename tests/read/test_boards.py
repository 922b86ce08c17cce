"""Leaderboards: what is read, what is left out and said, and the published history."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from theodolite.catalog.sources import boards as catalog
from theodolite.model.boards import Boards
from theodolite.model.errors import Refusal
from theodolite.model.names import folded_name
from theodolite.read.boards import boards, stale_repairs

HEADER = "date,source,model,organization,license,rating,rating_low,rating_high,votes,category\n"


def read(*rows: str) -> Boards:
    return boards((HEADER + "\n".join(rows)).encode(), "board.csv")


def test_one_board_for_each_day_keeper_and_category() -> None:
    found = read(
        "2025-01-01,B-leaderboard-csv,Alpha-1,OpenAI,Proprietary,1300,1290,1310,100,overall",
        "2025-01-01,A-elo-pickles,Alpha-1,OpenAI,Proprietary,1300.4,,,,overall",
        "2025-02-01,B-leaderboard-csv,alpha 1,openai,MIT,1280,1270,1290,,overall",
    )
    assert [(b.date.month, b.source[0], b.licence, b.publishable) for b in found.boards] == [
        (1, "A", None, False),
        (1, "B", "MPL-2.0", True),
        (2, "B", "MPL-2.0", True),
    ]
    assert found.first_seen == {"alpha1": dt.date(2025, 1, 1)}
    row = found.boards[1].rows[0]
    assert (row.organisation, row.countries, row.openness, row.votes) == (
        "OpenAI",
        ("United States",),
        "closed",
        100,
    )
    assert found.boards[2].rows[0].openness == "open"


def test_what_cannot_be_used_is_named_and_the_rest_goes_on() -> None:
    found = read(
        "2025-01-01,B-leaderboard-csv,Alpha,OpenAI,Proprietary,1300,1290,1310,100,overall",
        "2025-13-01,B-leaderboard-csv,Beta,OpenAI,MIT,1300,,,,overall",
        "2025-01-01,B-leaderboard-csv,Gamma,OpenAI,MIT,0.7,,,,overall",
        "2025-01-01,B-leaderboard-csv,,OpenAI,MIT,1200,,,,overall",
        "2025-01-01,B-leaderboard-csv,Alpha,OpenAI,Proprietary,1311,1290,1320,100,overall",
        "2025-01-01,B-leaderboard-csv,Delta,Nobody Knows Labs,Sort of free,1250,1260,1270,,overall",
        "2025-01-01,Z-new,Epsilon,OpenAI,MIT,1200,,,,overall",
    )
    said = "\n".join(found.warnings)
    for words in (
        "3 of 7 rows left out: line 3",
        "line 4 rating 0.7",
        "line 5 no model",
        "line 6 Alpha 1300 and 1311",
        "limits that do not hold the rating: line 7",
        "Nobody Knows Labs (1)",
        "Sort of free (1)",
        "Z-new (1)",
    ):
        assert words in said
    assert {b.source for b in found.boards if not b.publishable} == {"Z-new"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name,score\nA,1\n", "not a file of leaderboards"),
        (HEADER, "no board in it"),
        (HEADER.replace("license,", "") + "2025-01-01,B,M,OpenAI,1300,,,1,overall\n", "license"),
    ],
)
def test_files_that_are_no_boards_are_refused(text: str, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        boards(text.encode(), "x.csv")


def test_every_repair_says_why_and_from_where() -> None:
    found = catalog.organisations()
    assert all(r.reason and r.source for r in (*found.spellings, *found.blank))
    assert all(k.note for d in catalog.definitions() for k in d.sources.values())


@pytest.fixture(scope="module")
def shared() -> Path:
    folder = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "lmarena-history"
    if not folder.is_dir():
        pytest.skip("shared data is not beside the checkout")
    return folder


def test_the_published_history(shared: Path) -> None:
    name = "arena_text_overall_history.csv"
    content = (shared / name).read_bytes()
    found = boards(content, name)
    assert (len(found.boards), len(found.days)) == (240, 225)
    assert sum(not b.publishable for b in found.boards) == 105
    assert not any("left out" in w or "contradict" in w for w in found.warnings)
    # Every maker has a country but two projects that have no seat; every licence word is known but the
    # blank ones.
    homeless = next(w for w in found.warnings if "without a country" in w)
    assert homeless.endswith("OpenAssistant (208), RWKV (208)")
    assert next(w for w in found.warnings if "licence word" in w).startswith("3 rows")
    assert stale_repairs(content, name) == ()
    board = found.boards[-1]
    assert (board.date, len(board.rows)) == (dt.date(2026, 8, 19), 393)
    china = max((r for r in board.rows if "China" in r.countries), key=lambda r: r.rating)
    assert folded_name(china.model) == "qwen38max"


def test_the_published_categories(shared: Path) -> None:
    name = "arena_text_by_category_2026-08-19.csv"
    found = boards((shared / name).read_bytes(), name)
    assert {b.category for b in found.boards} >= {"overall", "chinese", "coding", "math"}
    assert found.days == (dt.date(2026, 8, 19),)
