"""The arena by date: what a board said on its day, dates for models, and the published figures."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from theodolite.measure import arena
from theodolite.measure.draws import draws_for
from theodolite.measure.gap import gap
from theodolite.measure.release_dates import dated, day_in_name, shipped
from theodolite.model.boards import Boards
from theodolite.model.errors import Refusal
from theodolite.read.boards import boards

UNTIL = dt.date(2024, 6, 29)
HEADER = "date,source,model,organization,license,rating,rating_low,rating_high,votes,category\n"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("gpt-4-1106-preview", "2023-11-06"),
        ("GPT-4-0613", "2024-06-13"),
        ("gpt-4o-2024-05-13", "2024-05-13"),
        ("Gemini-Exp-0706", "2024-06-29"),
        ("claude-3-opus-20240229", "2024-02-29"),
        ("o9-2031-05-01", None),
        ("mistral-large-2402", None),
        ("phi-3-medium-4k", None),
        ("gpt-4.1", None),
        ("qwen1.5-110b-chat", None),
    ],
)
def test_a_day_in_a_name(name: str, day: str | None) -> None:
    assert day_in_name(name, UNTIL) == (dt.date.fromisoformat(day) if day else None)


def test_a_date_is_a_known_release_then_the_name_then_the_board_and_never_after_it() -> None:
    seen = {"alpha0101": UNTIL, "beta0105": UNTIL, "gamma": UNTIL, "late": UNTIL}
    known = {"alpha0101": dt.date(2023, 12, 1), "late": dt.date(2024, 12, 1)}
    found, counted = dated(["Alpha-0101", "Beta-0105", "Gamma", "Late"], seen, known)
    assert found == {
        "Alpha-0101": dt.date(2023, 12, 1),
        "Beta-0105": dt.date(2024, 1, 5),
        "Gamma": UNTIL,
        "Late": UNTIL,
    }
    assert counted == {
        "a known release": 2,
        "the day in its name": 1,
        "its first appearance on a board": 1,
    }
    by_board, _ = dated(["Alpha-0101"], seen, known, "first appearance")
    assert by_board == {"Alpha-0101": UNTIL}


def small() -> Boards:
    rows = [
        "2025-01-01,A-elo-pickles,Old,OpenAI,Proprietary,1200,,,,overall",
        "2025-01-01,B-leaderboard-csv,Old,OpenAI,Proprietary,1210,1200,1220,9,overall",
        "2025-01-01,B-leaderboard-csv,Qwen-X,Alibaba,MIT,1150,1140,1160,9,overall",
        "2025-03-01,B-leaderboard-csv,Old,OpenAI,Proprietary,1250,1240,1260,9,overall",
        "2025-03-01,B-leaderboard-csv,New,OpenAI,Proprietary,1300,1290,1310,9,overall",
        "2025-03-01,B-leaderboard-csv,Qwen-X,Alibaba,MIT,1260,1240,1280,9,overall",
    ]
    return boards((HEADER + "\n".join(rows)).encode(), "board.csv")


def test_the_lag_of_a_day_is_taken_inside_the_board_of_that_day() -> None:
    found = small()
    then = arena.board_on(found, dt.date(2025, 2, 1))
    assert (then.date, then.source[0]) == (dt.date(2025, 1, 1), "B")  # the one with a licence, of one day
    table = arena.board_table(found, then, {})
    assert table.vintage.date == table.observed_on == table.data_until == then.date
    drawn, _ = draws_for(table, None, 200)
    report = gap("US", "China", table, as_of=dt.date(2025, 2, 1), draws=drawn)
    assert report.vertical_gap.estimate == 60
    assert report.observed_until == dt.date(2025, 1, 1)
    # Two months later the new board rates the follower above the old model: nothing is carried over.
    later = arena.board_table(found, arena.board_on(found), {})
    report = gap("US", "China", later)
    assert report.vertical_gap.estimate == 40
    assert report.backward_lag_months.estimate == 0  # the one model above it appeared on the board's own day


def test_limits_of_95_percent_are_not_taken_for_90() -> None:
    table = arena.board_table(small(), arena.board_on(small()), {})
    drawn, _ = draws_for(table, None, 20_000)
    assert drawn is not None
    above = (drawn.levels[:, 0] > 1260).mean()
    assert above == pytest.approx(0.025, abs=0.005)


def test_boards_that_are_not_there_are_refused() -> None:
    with pytest.raises(Refusal, match="the first is of 2025-01-01"):
        arena.board_on(small(), dt.date(2024, 1, 1))
    with pytest.raises(Refusal, match="chinese"):
        arena.board_on(small(), category="chinese")
    old = arena.board_on(small(), dt.date(2025, 2, 28))
    assert "59 days old" in arena.about_age(old, dt.date(2025, 3, 1))[0]


def test_the_win_probability_is_elos() -> None:
    assert arena.win_probability(0) == 0.5
    assert arena.win_probability(400) == pytest.approx(10 / 11)


@pytest.fixture(scope="module")
def history() -> Boards:
    name = "arena_text_overall_history.csv"
    path = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "lmarena-history" / name
    if not path.is_file():
        pytest.skip("shared data is not beside the checkout")
    return boards(path.read_bytes(), name)


@pytest.mark.parametrize(
    ("day", "points", "percent"),
    [("2025-02-04", 23, 1.69), ("2025-02-18", 41, 3.01), ("2025-06-12", 96, 6.95), ("2025-06-17", 59, 4.15)],
)
def test_the_published_percentages_of_a_rating(
    history: Boards, day: str, points: float, percent: float
) -> None:
    found = arena.percent_gap(history, dt.date.fromisoformat(day), "B")
    assert found.date.isoformat() == day
    assert found.points == points
    assert round(found.percent, 2) == percent
    assert 0.5 < found.win_probability < 0.65  # what a percentage hides


def test_july_2024_as_the_arena_of_that_day_had_it(history: Boards) -> None:
    """7.8 months: the board known on 1 July 2024 (29 June), releases as dates, GPT-4 Turbo of 2023-11-06
    the first model above China's best (Yi-Large-preview). By first appearances on the board's names it
    would be 4.9.
    """
    day = dt.date(2024, 7, 1)
    board = arena.board_on(history, day)
    assert (board.date.isoformat(), board.source[0], board.publishable) == ("2024-06-29", "A", False)
    table = arena.board_table(history, board, shipped())
    report = gap("US", "China", table, as_of=day)
    assert round(report.backward_lag_months.estimate or 0, 1) == 7.8
    assert any("not for publishing" in w for w in report.warnings)
    by_board = arena.board_table(history, board, {}, "first appearance")
    assert round(gap("US", "China", by_board, as_of=day).backward_lag_months.estimate or 0, 1) == 4.9
