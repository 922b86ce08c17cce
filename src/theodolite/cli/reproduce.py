"""`theodolite reproduce`: published figures worked out again, each by the command that a user would type."""

from __future__ import annotations

import io
import json
import shlex
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from theodolite.cli.options import FormatOption, chosen_format
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, as_json
from theodolite.model.errors import Misuse, Refusal
from theodolite.model.identity import sha256

if TYPE_CHECKING:
    from theodolite.catalog.published import Published
    from theodolite.measure.published import Attempt, Outcome
    from theodolite.model.scores import ScoreMatrix, ScoreTable, Vintage

SCHEMA_VERSION = "1"


def reproduce(
    data: Annotated[Path, typer.Option("--data", help="The folder that holds epoch-eci and the others.")],
    only: Annotated[list[str] | None, typer.Option("--only", help="Only this check. Repeatable.")] = None,
    output: FormatOption = "table",
) -> None:
    """Work out published figures from the data they rest on, and say which come out and which do not."""
    chosen_format(output, "table", "json", "csv")
    if not data.is_dir():
        raise Refusal(str(data), "no such folder", "give the folder that holds epoch-eci and the others")
    outcomes, refusals = run(data, only)
    rows = [o.to_json() for o in outcomes]
    nothing = all(o.verdict == "no data" for o in outcomes)
    if nothing and not refusals:
        mend = "give the folder that holds epoch-eci and the others, as the docs name them"
        refusals = [Refusal(str(data), "none of the files that the checks rest on is here", mend)]
    if output == "json":
        report = {"schema_version": SCHEMA_VERSION, "checks": rows}
        as_json(report)
    elif output == "csv":
        names = ("id", "published", "ours", "difference", "unit", "verdict", "reason", "source", "command")
        as_csv([{n: row[n] for n in names} | _vintage(row) for row in rows])
    elif not nothing:
        from theodolite.cli.reproduce_table import show

        show(outcomes)
    finish(refusals)


def _vintage(row: Mapping[str, Any]) -> dict[str, Any]:
    return {k: " ".join(str(v[k]) for v in row["vintage"]) for k in ("file", "date", "sha256")}


def run(folder: Path, only: Sequence[str] | None = None) -> tuple[list[Outcome], list[Refusal]]:
    """Every check, "no data" where a file of it is not in the folder; what could not be read, once each.

    Misuse for a check that there is none of.
    """
    from theodolite.catalog.published import published
    from theodolite.measure.published import Outcome

    known = published()
    if unknown := set(only or ()) - {c.id for c in known}:
        raise Misuse(f"no check {', '.join(sorted(unknown))}: choose among {', '.join(c.id for c in known)}")
    commands = Commands(folder)
    outcomes, refusals = [], {}
    for check in known:
        if only and check.id not in only:
            continue
        try:
            outcomes.append(_outcome(check, commands))
        except _Missing as missing:
            outcomes.append(
                Outcome(
                    check=check,
                    ours=None,
                    vintages=(),
                    verdict="no data",
                    reason=f"not in the folder: {missing}",
                )
            )
        except Refusal as refusal:
            refusals[str(refusal)] = refusal
    return outcomes, list(refusals.values())


def _outcome(check: Published, commands: Commands) -> Outcome:
    from theodolite.measure.published import WORKS, Outcome, found_at, judged

    if check.cannot:
        return Outcome(check=check, ours=None, vintages=(), verdict="not reproduced", reason=check.cannot)
    if check.work:
        for file in check.files:
            commands.path(file)
        ours = _worked(WORKS[check.work], check, commands)
        return judged(check, ours, commands.vintages(check.files))
    assert check.command and check.figure
    report = commands.report(check.command)
    ours = found_at(report, check.figure)
    if check.over is not None:
        below = found_at(report, check.over)
        ours = 100 * ours / below if ours is not None and below else None
    return judged(check, ours, _vintages(report), _tried(check, commands))


def _worked(work: Callable[..., float], check: Published, commands: Commands) -> float | None:
    """What a work gives; None where the files lack what it needs."""
    try:
        return work(commands, *check.files, **check.arguments)
    except (KeyError, ValueError):
        return None


def _tried(check: Published, commands: Commands) -> list[Attempt]:
    from theodolite.measure.published import Attempt, found_at

    made = []
    for other in check.tried:
        ours, reason = None, None
        try:
            ours = found_at(commands.report(other.command), other.figure or check.figure or "")
        except _Missing as missing:
            reason = f"not in the folder: {missing}"
        except Refusal as refusal:
            reason = refusal.reason
        made.append(Attempt(words=other.words, command=other.command, ours=ours, reason=reason))
    return made


def _vintages(report: Mapping[str, Any]) -> list[Vintage]:
    import datetime as dt

    from theodolite.model.scores import Vintage

    raw = report["basis"]["vintage"] if isinstance(report.get("basis"), Mapping) else None
    raw = raw if isinstance(raw, Mapping) else report["vintage"]
    date = dt.date.fromisoformat(raw["date"]) if raw["date"] else None
    return [Vintage(file=raw["file"], sha256=raw["sha256"], date=date)]


class _Missing(Exception):  # noqa: N818 - no fault, and never seen outside
    """A file that is not in the folder."""


class Commands:
    """The commands over a folder, each run once, and its files, read and parsed once each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._reports: dict[str, Mapping[str, Any]] = {}
        self._contents: dict[str, bytes] = {}

    def path(self, file: str) -> Path:
        """Where a file lies: at its place under the folder, else the one of its name. _Missing for none."""
        at = self._folder / file
        if at.exists():
            return at
        named = sorted(self._folder.rglob(Path(file).name))
        if len(named) != 1:
            raise _Missing(file)
        return named[0]

    def report(self, command: str) -> Mapping[str, Any]:
        """What a command prints as JSON. Raises what the command raises."""
        if command not in self._reports:
            words = shlex.split(command)
            at = words.index("--data") + 1
            words[at] = str(self.path(words[at]))
            self._reports[command] = json.loads(_printed([*words, "--format", "json"]))
        return self._reports[command]

    def content(self, file: str) -> bytes:
        """The bytes of a file. Raises Refusal where it cannot be read."""
        if file not in self._contents:
            place = self.path(file)
            try:
                self._contents[file] = place.read_bytes()
            except OSError as error:
                raise Refusal(str(place), f"cannot be read ({error.strerror})", "check the file") from None
        return self._contents[file]

    def vintages(self, files: Sequence[str]) -> list[Vintage]:
        """The vintages of files."""
        from theodolite.model.scores import Vintage
        from theodolite.read.records import vintage_in_name

        return [Vintage(file=f, sha256=sha256(self.content(f)), date=vintage_in_name(f)) for f in files]

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


def _printed(words: Sequence[str]) -> str:
    """Standard output of a command run in this process; what it says beside is not asked for here."""
    from typer.main import get_command

    from theodolite.cli.app import app

    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        get_command(app).main(list(words), standalone_mode=False)
    return out.getvalue()
