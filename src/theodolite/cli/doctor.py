"""theodolite doctor: what is installed, where the ledger is, what is missing."""

from __future__ import annotations

import platform
import re
import shutil
import sqlite3
from importlib import metadata, resources, util
from pathlib import Path
from typing import Any

import typer

from theodolite import __version__
from theodolite.cli import doctor_sources
from theodolite.cli.options import WatchlistOption, chosen_format
from theodolite.cli.rows import as_json
from theodolite.model.errors import Misuse, Refusal
from theodolite.survey.place import default_ledger


def doctor(
    ledger: Path = typer.Option(None, "--ledger", help="The ledger to look at."),
    sources: bool = typer.Option(
        False, "--sources", help="Ask each source of the watchlist once and say which are there."
    ),
    watchlist: WatchlistOption = None,
    format: str = typer.Option("table", "--format", help="table or json"),
) -> None:
    """Say what is installed, where the ledger is, and what is missing; exit 1 where something needed is."""
    chosen = chosen_format(format, "table", "json")
    if sources:
        doctor_sources.sources(watchlist, chosen)
        return
    if watchlist is not None:
        raise Misuse("--watchlist: give it with --sources")
    found = _examine(ledger or default_ledger())
    if chosen == "json":
        as_json({"schema_version": "1", **found})
    else:
        for line in _lines(found):
            print(line)
    if found["missing"]:
        raise typer.Exit(1)


def _examine(path: Path) -> dict[str, Any]:
    installed: dict[str, str | None] = {}
    for name in _needed():
        try:
            installed[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            installed[name] = None
    missing = [f"{name}: not installed; run `make survey` or install from requirements.lock"
               for name, version in installed.items() if version is None]  # fmt: skip
    warnings = []
    if shutil.which("chromium") is None:
        warnings.append("chromium: not found; only the tests of the pages need it")
    starter = resources.files("theodolite.catalog").joinpath("starter")
    if not starter.joinpath("models.csv").is_file():
        missing.append("the embedded default: not in this installation; install the package again")
    if util.find_spec("theodolite.catalog.vocabulary") is None:
        missing.append("the vocabulary: not in this installation; install the package again")
    state, fault = _ledger(path)
    if fault:
        missing.append(fault)
    return {
        "theodolite": __version__, "python": platform.python_version(), "sqlite": sqlite3.sqlite_version,
        "installed": installed, "ledger": state, "missing": missing, "warnings": warnings,
    }  # fmt: skip


def _needed() -> list[str]:
    """What the package says it needs, from its own metadata."""
    named = (re.match(r"[A-Za-z0-9._-]+", line) for line in metadata.requires("theodolite") or [])
    return sorted(found.group() for found in named if found)


def _ledger(path: Path) -> tuple[dict[str, Any], str | None]:
    if not path.exists():
        return {"path": str(path), "exists": False}, None
    from theodolite import ledger as store

    try:
        with store.open(path) as opened:
            faults = opened.check()
            return {"path": str(path), "exists": True, **opened.info(), "faults": faults}, next(
                iter(faults), None
            )
    except Refusal as refusal:
        return {"path": str(path), "exists": True}, str(refusal)


def _lines(found: dict[str, Any]) -> list[str]:
    lines = [f"theodolite {found['theodolite']}, Python {found['python']}, SQLite {found['sqlite']}"]
    lines += [f"  {name} {version or 'MISSING'}" for name, version in found["installed"].items()]
    ledger = found["ledger"]
    lines.append(
        f"ledger: {ledger['path']}" + ("" if ledger["exists"] else " (not made yet: a survey makes it)")
    )
    lines += [f"  {key}: {value}" for key, value in ledger.items() if key not in ("path", "exists", "faults")]
    lines += [f"warning: {w}" for w in found["warnings"]]
    lines += [f"missing: {m}" for m in found["missing"]]
    return [*lines, "all that is needed is here" if not found["missing"] else "something needed is missing"]
