"""The registry of models from the files of a folder, and what measuring asks of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from theodolite.survey.archive.contents import PulledShelf, score_files
from theodolite.survey.registry.mentions import (
    INDEX_TRACKER,
    SHAPES,
    TRACKERS,
    of_boards,
    of_scores,
    of_table,
)
from theodolite.survey.tables.shelf import Shelf

INDEX = "Epoch Capabilities Index"


@dataclass(frozen=True, slots=True)
class Known:
    """The registry with the shelf and the score tables it was made of, and what could not be used."""

    registry: Registry
    shelf: Shelf
    scores: Vintages
    refusals: tuple[Refusal, ...]


def registry(place: Path | Sequence[Path] | None) -> Known:
    """Read every file that speaks of models, every vintage of it, and make one registry.

    None is what was pulled. Raises Refusal where the place holds none.
    """
    if place is None:
        return of_files(PulledShelf(), score_files())
    shelf = Shelf(place)
    return of_files(shelf, _files(place, {h.path for h in shelf.held}, shelf.refusals))


def of_files(shelf: Shelf, files: Sequence[tuple[str, bytes]]) -> Known:
    """The registry of a shelf's tables and of score tables and leaderboards, each a name with its bytes.

    Raises Refusal where nothing in them speaks of models.
    """
    scores = vintages(files)
    mentions = list(_mentions(shelf, scores, dict(files)))
    if not mentions:
        mend = "give a folder with tables of models, scores, offers or leaderboards"
        if isinstance(shelf, PulledShelf):
            mend = "run `theodolite pull --all`, or name a folder with --data"
        raise Refusal(shelf.place, "nothing in it speaks of models", mend)
    made = assemble(mentions, TRACKERS)
    return Known(made, shelf, scores, (*shelf.refusals, *scores.refusals))


def _mentions(shelf: Shelf, scores: Vintages, contents: Mapping[str, bytes]) -> Iterator[Mention]:
    for source in shelf.sources():
        if source in SHAPES:
            for held in shelf.of(source):  # file by file: a fact names the one it stands in
                try:
                    yield from of_table(shelf.read(held))
                except Refusal as refusal:
                    shelf.refusals.append(refusal)
    for scored in scores.tables:
        if scored.measure == INDEX:
            yield from _indexed(scored, contents[scored.vintage.file])
    for boards in scores.boards:
        yield from of_boards(boards)


def _indexed(table: ScoreTable, content: bytes) -> Iterator[Mention]:
    """Mentions of a score table with their lines, and of names without a day, which its reader leaves out."""
    rows = delimited(content, table.vintage.file)
    columns = by_name(table.source).columns
    at, day = rows.column(columns["name"]), rows.column(columns["date"])
    if at is None or day is None:
        yield from of_scores(table)
        return
    named = [(line, cells) for line, cells in rows.rows if len(cells) > max(at, day) and cells[at].strip()]
    lines: dict[str, int] = {}
    for line, cells in named:
        lines.setdefault(cells[at].strip(), line)
    yield from of_scores(table, lines)
    for line, cells in named:
        if not cells[day].strip():
            yield Mention(
                name=cells[at].strip(), source=table.source, tracker=INDEX_TRACKER, vintage=table.vintage,
                line=line, facts=(), day=table.vintage.date,
            )  # fmt: skip


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
