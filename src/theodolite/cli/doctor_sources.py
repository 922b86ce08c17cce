"""theodolite doctor --sources: which sources of the watchlist are there."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_json, table_of
from theodolite.model.errors import plain

if TYPE_CHECKING:
    from theodolite.survey.sounding import Sounded


def sources(watchlist: Path | None, form: str) -> None:
    """Ask each source once and say what came; exit status 1 where one is not there."""
    from theodolite.survey.sounding import sound
    from theodolite.survey.watchlist.meant import listed

    found = listed(watchlist)
    order = {one.name: number for number, one in enumerate(found.entries)}
    sounded: list[Sounded] = []
    with _progress(len(order)) as told:
        for one in sound(found.entries, today=dt.datetime.now(dt.UTC).date()):
            sounded.append(one)
            told()
    sounded.sort(key=lambda one: order[one.source.name])
    refusals = [*found.refused, *(one.refusal for one in sounded if one.refusal is not None)]
    if form == "json":
        as_json({
            "schema_version": "1",
            "watchlist": str(found.file) if found.file else None,
            "sources": [_row(one) for one in sounded],
            "live": sum(one.live for one in sounded),
            "refused": [str(refusal) for refusal in refusals],
            "warnings": [f"{one.source.name}: {line}" for one in sounded for line in one.warnings],
        })  # fmt: skip
    else:
        rows = [{**_row(one), "days old": one.age_days} for one in sounded]
        table_of(plain(found.place), rows, ("name", "live", "status", "form", "items", "newest", "days old"))
        for one in sounded:
            for line in _remarks(one):
                print(plain(f"{one.source.name}: {line}"))
        print(_summary(sounded))
    finish(refusals)


def _row(one: Sounded) -> dict[str, Any]:
    return {
        "name": one.source.name, "shape": one.source.shape, "kind": one.source.kind,
        "language": one.source.language, "address": one.source.address, "live": one.live,
        "status": one.status, "moved_to": one.moved_to, "for_good": one.for_good, "form": one.form,
        "items": one.items, "newest": one.newest, "age_days": one.age_days, "warnings": list(one.warnings),
        "reason": one.refusal.reason if one.refusal else None,
        "mend": one.refusal.mend if one.refusal else None,
    }  # fmt: skip


def _remarks(one: Sounded) -> list[str]:
    moved = [f"it answered from {one.moved_to}"] if one.moved_to and not one.for_good else []
    return [*moved, *one.warnings]


def _summary(sounded: Sequence[Sounded]) -> str:
    live = [one for one in sounded if one.live]
    ages = sorted(one.age_days for one in live if one.age_days is not None)
    said = f"{len(live)} of {len(sounded)} are there"
    return f"{said}; half have an item of the last {ages[len(ages) // 2]:,} days" if ages else said


@contextmanager
def _progress(total: int) -> Iterator[Any]:
    """At a terminal a bar, on standard error; else nothing."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("asking"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("asking", total=total)
        yield lambda: bar.advance(task)
