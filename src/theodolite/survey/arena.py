"""The arena as a measure with vintages: the boards of its months; what was known then is that board."""

from __future__ import annotations

import datetime as dt

from theodolite.measure.arena import OVERALL, board_table
from theodolite.measure.release_dates import of_tables, shipped
from theodolite.model.boards import Board, Boards
from theodolite.model.scores import ScoreTable
from theodolite.read.vintages import Vintages


def arena(found: Vintages) -> tuple[ScoreTable, ...]:
    """The last whole board of each month that may be published, oldest first; empty without boards.

    Of several files the one with most boards is read: ratings compare within a board, not across files.
    """
    whole = [b for b in found.boards if any(x.category == OVERALL for x in b.boards)]
    if not whole:
        return ()
    boards = max(whole, key=lambda b: (len(b.boards), b.vintage.date or dt.date.min))
    known = shipped() | of_tables(found.tables)
    return tuple(board_table(boards, board, known) for board in _monthly(boards))


def _monthly(boards: Boards) -> list[Board]:
    last: dict[tuple[int, int], Board] = {}
    for board in boards.boards:
        if board.category == OVERALL and board.whole and board.publishable:
            last[board.date.year, board.date.month] = board
    return sorted(last.values(), key=lambda b: b.date)
