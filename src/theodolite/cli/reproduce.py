"""`theodolite reproduce`: published figures worked out again from published data."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from theodolite.model.errors import Refusal
from theodolite.model.identity import sha256

if TYPE_CHECKING:
    from theodolite.measure.published import Outcome
    from theodolite.model.scores import ScoreMatrix, ScoreTable

SCHEMA_VERSION = "1"


class Format(StrEnum):
    """How the checks are printed."""

    TABLE = "table"
    JSON = "json"


def reproduce(
    data: Annotated[Path, typer.Option("--data", help="The folder that holds epoch-eci and the others.")],
    output: Annotated[Format, typer.Option("--format", help="table or json.")] = Format.TABLE,
) -> None:
    """Work out published figures from the data they rest on, and say which come out and which do not."""
    if not data.is_dir():
        raise Refusal(str(data), "no such folder", "give the folder that holds epoch-eci and the others")
    outcomes, refusals = run(data)
    if output is Format.JSON:
        report = {"schema_version": SCHEMA_VERSION, "checks": [o.to_json() for o in outcomes]}
        print(json.dumps(report, ensure_ascii=False, indent=2, allow_nan=False))
    else:
        _show(outcomes)
    for refusal in refusals:
        print(refusal, file=sys.stderr)
    if refusals:
        raise typer.Exit(1)


def run(folder: Path) -> tuple[list[Outcome], list[Refusal]]:
    """Every check, "no data" where a file of it is not in the folder; files that could not be read."""
    from theodolite.measure.published import CHECKS, Outcome, outcome

    data = FolderData(folder)
    outcomes, refusals = [], []
    for check in CHECKS:
        missing = [f for f in check.files if not (folder / f).is_file()]
        if missing:
            reason = f"not in the folder: {', '.join(missing)}"
            outcomes.append(
                Outcome(check=check, ours=None, vintage=(), sha256=(), verdict="no data", reason=reason)
            )
            continue
        try:
            outcomes.append(outcome(check, data, tuple(sha256(data.content(f)) for f in check.files)))
        except Refusal as refusal:
            refusals.append(refusal)
    return outcomes, refusals


class FolderData:
    """Files of a folder, read and parsed once each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._contents: dict[str, bytes] = {}

    def content(self, file: str) -> bytes:
        """The bytes of a file. Raises Refusal where it cannot be read."""
        if file not in self._contents:
            try:
                self._contents[file] = (self._folder / file).read_bytes()
            except OSError as error:
                place = str(self._folder / file)
                raise Refusal(place, f"cannot be read ({error.strerror})", "check the file") from None
        return self._contents[file]

    def rows(self, file: str) -> Sequence[dict[str, str]]:
        """Rows by header name."""
        from theodolite.read.delimited import delimited

        found = delimited(self.content(file), file)
        return [dict(zip(found.header, cells, strict=False)) for _, cells in found.rows]

    def table(self, file: str) -> ScoreTable:
        """A score table."""
        from theodolite.read.scores import table

        return table(self.content(file), file)

    def matrix(self, file: str) -> ScoreMatrix:
        """A matrix of scores."""
        from theodolite.read.matrix import matrix

        return matrix(self.content(file), file)


def _show(outcomes: list[Outcome]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title="Published figures, worked out again")
    for name in ("check", "published", "ours", "difference", "unit", "verdict", "vintage"):
        table.add_column(name, justify="right" if name in ("published", "ours", "difference") else "left")
    for o in outcomes:
        table.add_row(
            Text(o.check.words),
            f"{o.check.published:.8g}",
            "-" if o.ours is None else f"{o.ours:.8g}",
            "-" if o.difference is None else f"{o.difference:+.3g}",
            o.check.unit,
            Text(o.verdict + (f" ({o.reason})" if o.reason else "")),
            Text(", ".join(f.rsplit("/", 1)[-1] for f in o.vintage)),
        )
    Console().print(table)
