"""The registry of models from the files of a folder, and what measuring asks of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from theodolite.catalog.sources import by_name
from theodolite.gather.files import receive
from theodolite.model.errors import Refusal
from theodolite.model.registry import Mention, Registry
from theodolite.model.scores import ScoreTable
from theodolite.read.delimited import delimited
from theodolite.read.vintages import Vintages, vintages
from theodolite.resolve.registry.assembling import assemble
from theodolite.survey.mentions import INDEX_TRACKER, SHAPES, TRACKERS, of_boards, of_scores, of_table
from theodolite.survey.shelf import Shelf

INDEX = "Epoch Capabilities Index"


@dataclass(frozen=True, slots=True)
class Known:
    """The registry with the shelf and the score tables it was made of, and what could not be used."""

    registry: Registry
    shelf: Shelf
    scores: Vintages
    refusals: tuple[Refusal, ...]


def registry(place: Path | Sequence[Path]) -> Known:
    """Read every file that speaks of models, every vintage of it, and make one registry.

    Raises Refusal where the place holds none.
    """
    shelf = Shelf(place)
    return of_files(shelf, _files(place, {h.path for h in shelf.held}, shelf.refusals))


def of_files(shelf: Shelf, files: Sequence[tuple[str, bytes]]) -> Known:
    """The registry of a shelf's tables and of score tables and leaderboards, each a name with its bytes.

    Raises Refusal where nothing in them speaks of models.
    """
    scores = vintages(files)
    mentions = list(_mentions(shelf, scores))
    contents = dict(files)
    for table in scores.tables:
        if table.measure == INDEX:
            mentions += _undated(table, contents[table.vintage.file])
    if not mentions:
        raise Refusal(
            shelf.place, "nothing in it speaks of models",
            "give a folder with tables of models, scores, offers or leaderboards",
        )  # fmt: skip
    made = assemble(mentions, TRACKERS)
    return Known(made, shelf, scores, (*shelf.refusals, *scores.refusals))


def _mentions(shelf: Shelf, scores: Vintages) -> Iterator[Mention]:
    for source in shelf.sources():
        if source in SHAPES:
            for held in shelf.of(source):  # file by file: a fact names the one it stands in
                try:
                    yield from of_table(shelf.read(held))
                except Refusal as refusal:
                    shelf.refusals.append(refusal)
    for scored in scores.tables:
        if scored.measure == INDEX:
            yield from of_scores(scored)
    for boards in scores.boards:
        yield from of_boards(boards)


def _undated(table: ScoreTable, content: bytes) -> list[Mention]:
    """Names that a score table lists without a day: the reader leaves them out, but they are mentioned."""
    rows = delimited(content, table.vintage.file)
    columns = by_name(table.source).columns
    name, day = rows.column(columns["name"]), rows.column(columns["date"])
    if name is None or day is None:
        return []
    return [
        Mention(
            name=cells[name].strip(), source=table.source, tracker=INDEX_TRACKER, vintage=table.vintage,
            line=line, facts=(), day=table.vintage.date,
        )
        for line, cells in rows.rows
        if len(cells) > max(name, day) and cells[name].strip() and not cells[day].strip()
    ]  # fmt: skip


def _files(place: Path | Sequence[Path], known: set[Path], refused: list[Refusal]) -> list[tuple[str, bytes]]:
    """Every CSV below the places, but for `known` tables of records; what cannot be read is refused."""
    places = (place,) if isinstance(place, Path) else tuple(place)
    files = []
    for top in places:
        paths = [top] if top.is_file() else sorted(p for p in top.rglob("*.csv") if p.is_file())
        for path in (p for p in paths if p not in known):
            try:
                files.append((path.name if path == top else str(path.relative_to(top)), receive(path)))
            except Refusal as refusal:
                refused.append(refusal)
    return files
