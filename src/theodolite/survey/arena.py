"""The arena as a measure with vintages: the boards of its months; what was known then is that board."""

from __future__ import annotations

from theodolite.measure.arena import OVERALL, board_table, fullest
from theodolite.measure.release_dates import of_tables, shipped
from theodolite.model.boards import Board, Boards
from theodolite.model.scores import ScoreTable
from theodolite.read.vintages import Vintages


def arena(found: Vintages) -> tuple[ScoreTable, ...]:
    """The last whole board of each month that may be published, oldest first; empty without boards."""
    return _tables(found, 0)


def newest(found: Vintages) -> ScoreTable | None:
    """The last of them alone, None without boards."""
    return next(iter(_tables(found, -1)), None)


def _tables(found: Vintages, since: int) -> tuple[ScoreTable, ...]:
    """The months' boards as tables, from one of them on."""
    boards = fullest(found.boards, OVERALL)
    if boards is None:
        return ()
    known = shipped() | of_tables(found.tables)
    return tuple(board_table(boards, board, known) for board in _monthly(boards)[since:])


def _monthly(boards: Boards) -> list[Board]:
    last: dict[tuple[int, int], Board] = {}
    for board in boards.boards:
        if board.category == OVERALL and board.whole and board.publishable:
            last[board.date.year, board.date.month] = board
    return sorted(last.values(), key=lambda b: b.date)
