"""Leaderboards from bytes: one board for each day, keeper and category of a file."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from theodolite.catalog.sources import boards as catalog
from theodolite.model.boards import Board, BoardRow, Boards
from theodolite.model.errors import Refusal
from theodolite.model.identity import sha256
from theodolite.model.names import first_few, folded_name
from theodolite.model.scores import Vintage
from theodolite.read.delimited import Delimited, delimited
from theodolite.read.scores import date_in_name, day, number

_NAMED = 8
"""How many places a warning names before it only counts."""
_Key = tuple[dt.date, str, str]


def boards(content: bytes, file: str) -> Boards:
    """Read every board of a file.

    A row without a model, with a day that is none or a rating that is no number or outside the published
    range is left out with a warning that names its line; of two rows of one model on one board the first is
    kept, and the model is named where they differ. Makers without a country and licence words nobody knows
    are named. Raises Refusal for a header that is no board's, a missing column, or a file without any
    usable row.
    """
    rows = delimited(content, file)
    definition = catalog.recognise(rows.header)
    if definition is None:
        raise Refusal(file, "not a file of leaderboards", "give boards with model, rating and votes")
    columns = _columns(definition, rows)
    reading = _Reading(definition, date_in_name(file))
    for line, row_cells in rows.rows:
        n = len(row_cells)
        reading.row(line, {f: row_cells[at].strip() if at < n else "" for f, at in columns.items()})
    if not reading.found:
        reason = "; ".join(reading.faults[:_NAMED]) or "no rows"
        raise Refusal(file, f"no board in it ({reason})", "give rows with a model, a day and a rating")
    made = tuple(sorted((reading.board(k) for k in reading.found), key=_order))
    first: dict[str, dt.date] = {}
    for board in made:
        for row in board.rows:
            first.setdefault(folded_name(row.model), board.date)
    return Boards(
        measure=definition.measure,
        unit=definition.unit,
        source=definition.name,
        vintage=Vintage(file=file, sha256=sha256(content), date=made[-1].date),
        boards=made,
        first_seen=first,
        warnings=reading.warnings(len(rows.rows)),
    )


def is_boards(header: tuple[str, ...]) -> bool:
    """Whether a header announces leaderboards."""
    return catalog.recognise(header) is not None


def _order(board: Board) -> tuple[dt.date, bool, str, str]:
    return board.date, board.publishable, board.source, board.category


def _columns(definition: catalog.BoardsDefinition, rows: Delimited) -> dict[str, int]:
    found = {name: rows.column(headers) for name, headers in definition.columns.items()}
    missing = [definition.columns[f][0] for f in definition.required if found.get(f) is None]
    if missing:
        raise Refusal(rows.file, f"missing columns {', '.join(missing)}", "add the columns to the header")
    return {name: at for name, at in found.items() if at is not None}


@dataclass(slots=True)
class _Reading:
    """One pass over the rows: the boards, and what was left out or filled in."""

    definition: catalog.BoardsDefinition
    file_date: dt.date | None
    found: dict[_Key, dict[str, BoardRow]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    contradicting: list[str] = field(default_factory=list)
    limits: list[str] = field(default_factory=list)
    homeless: Counter[str] = field(default_factory=Counter)
    filled: Counter[str] = field(default_factory=Counter)
    expired: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    keepers: Counter[str] = field(default_factory=Counter)

    def row(self, line: int, cells: Mapping[str, str]) -> None:
        """Take one row, its cells by field, or note why not."""
        model, written = cells.get("model", ""), cells.get("rating", "")
        try:
            date = _day(cells["date"]) if "date" in cells else self.file_date
            rating = number(written)
        except ValueError:
            self.faults.append(f"line {line} {cells.get('date', '')[:20]!r} {written[:20]!r}")
            return
        least, most = self.definition.rating_between
        if date is None or not model or not least <= rating <= most:
            why = "no day" if date is None else f"rating {rating:g}" if model else "no model"
            self.faults.append(f"line {line} {why}")
            return
        source = cells.get("source") or self.definition.source or ""
        if source not in self.definition.sources:
            self.keepers[source] += 1
        low, high = self._limits(line, rating, cells.get("low", ""), cells.get("high", ""))
        organisation, countries = self._maker(model, cells.get("organisation", ""), date)
        licence = cells.get("licence", "")
        made = BoardRow(
            model=model, rating=rating, low=low, high=high, votes=_votes(cells.get("votes", "")),
            organisation=organisation, countries=countries, openness=self._openness(model, licence, date),
            licence=licence or None,
        )  # fmt: skip
        board = self.found.setdefault((date, source, cells.get("category") or "overall"), {})
        before = board.setdefault(model, made)
        if before.rating != rating:
            self.contradicting.append(f"line {line} {model[:40]} {before.rating:g} and {rating:g}")

    def _limits(self, line: int, rating: float, lower: str, upper: str) -> tuple[float | None, float | None]:
        if not (lower and upper):
            return None, None
        try:
            low, high = number(lower), number(upper)
        except ValueError:
            low, high = rating + 1.0, rating
        if low <= rating <= high:
            return low, high
        self.limits.append(f"line {line}")
        return None, None

    def _maker(self, model: str, written: str, date: dt.date) -> tuple[str | None, tuple[str, ...]]:
        if written:
            name, countries = _known_maker(written)
            if not countries:
                self.homeless[name] += 1
            return name, countries
        repairs = catalog.organisations()
        repair = next((b for b in repairs.blank if model in b.models), None)
        if repair is None or date < repairs.seen_in:
            self.homeless["(blank)"] += 1
            return None, ()
        if date > repairs.review_by:
            self.expired[model] += 1
            return None, ()
        self.filled[model] += 1
        if not repair.countries:
            self.homeless[repair.name] += 1
        return repair.name, repair.countries

    def _openness(self, model: str, licence: str, date: dt.date) -> str | None:
        for repair in _openness_repairs().get(folded_name(model), ()):
            if repair.seen_in <= date <= repair.review_by:
                return repair.openness
        word = _openness_of(licence)
        if word is None:
            self.words[licence or "(blank)"] += 1
        return word

    def board(self, key: _Key) -> Board:
        """The board of a day, keeper and category."""
        date, source, category = key
        keeper = self.definition.sources.get(source)
        return Board(
            date=date, source=source, category=category, licence=keeper.licence if keeper else None,
            whole=keeper.whole if keeper else True, rows=tuple(self.found[key].values()),
        )  # fmt: skip

    def warnings(self, rows: int) -> tuple[str, ...]:
        """One line for each kind of thing left out, filled in or not known."""
        made = []
        for places, words in (
            (self.faults, f"of {rows} rows left out"),
            (
                self.contradicting,
                "rows contradict an earlier row of the same board, the first is kept",
            ),
            (self.limits, "rows with limits that do not hold the rating"),
        ):
            if places:
                made.append(f"{len(places)} {words}: {first_few(places, _NAMED)}")
        for counted, words in (
            (self.homeless, "rows of makers without a country count in no country's side"),
            (self.filled, "rows without a maker, filled in by a repair"),
            (self.expired, "rows without a maker, their repair past its review day and not made"),
            (self.words, "rows with a licence word nobody knows are neither open nor closed"),
            (self.keepers, "rows kept by a source the catalogue does not know: not for publishing"),
        ):
            if counted:
                names = [f"{name[:40]} ({n})" for name, n in sorted(counted.items())]
                made.append(f"{sum(counted.values())} {words}: {first_few(names, _NAMED)}")
        return tuple(made)


_day = lru_cache(maxsize=4096)(day)
"""A record of boards has thousands of rows a day and says the same of a maker in each."""


@lru_cache(maxsize=4096)
def _known_maker(written: str) -> tuple[str, tuple[str, ...]]:
    """Name and countries of a maker as boards write it; without countries where nobody knows it."""
    return catalog.makers().get(catalog.folded(written), (written, ()))


@lru_cache(maxsize=4096)
def _openness_of(licence: str) -> str | None:
    return catalog.openness_words().get(catalog.folded(licence))


@cache
def _openness_repairs() -> dict[str, list[catalog.OpennessRepair]]:
    """The repairs of a model's openness by its folded name, in their order."""
    found: dict[str, list[catalog.OpennessRepair]] = {}
    for repair in catalog.licences().by_model:
        for key in dict.fromkeys(map(folded_name, repair.models)):
            found.setdefault(key, []).append(repair)
    return found


def _votes(cell: str) -> int | None:
    try:
        return int(number(cell))
    except ValueError:
        return None


def stale_repairs(content: bytes, file: str) -> tuple[str, ...]:
    """Repairs of blank makers that match nothing in a file's boards since they were made, for the tests."""
    rows = delimited(content, file)
    definition = catalog.recognise(rows.header)
    if definition is None:
        return ()
    columns = _columns(definition, rows)
    since = catalog.organisations().seen_in
    seen: dict[str, bool] = {}
    for _, cells in rows.rows:
        date = day(cells[columns["date"]]) if "date" in columns else date_in_name(file)
        if date is not None and date >= since:
            seen[cells[columns["model"]].strip()] = bool(cells[columns["organisation"]].strip())
    return tuple(
        f"{file}: maker of {name}: {'the cell is filled now' if name in seen else 'no such row'}"
        for repair in catalog.organisations().blank
        for name in repair.models
        if seen.get(name, True)
    )
