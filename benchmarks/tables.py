"""Tables read with every check beside the same files read by polars without any; then whole commands.

    python benchmarks/tables.py DATA [--tables 6] [--rounds 3] [--survey]

DATA is a folder of publishers' files, as `theodolite pull --from` takes it. The largest tables of records
that are CSV are read in turn, round by round, in one process: polars' own reader to strings (the floor: bytes
to cells), polars with types guessed, and ours (types, units, ranges, words, repairs, contradictions). Printed
are medians of processor seconds and ratios to the floor. Then the registry of all models is made of the
folder, and each named command is run in a process of its own; with `--survey` also a whole survey, and the
same again on the same ledger. Processor seconds, not those of the clock: the machine may be shared.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import count as count_up
from pathlib import Path
from typing import Any

import polars as pl

from theodolite.read.records import records
from theodolite.survey.registry import Known, registry

COMMANDS = (
    ("--help",), ("indicators",), ("share", "notable-models"), ("growth", "notable-models"),
    ("models",), ("disagreements",), ("gap", "US", "China"), ("gap", "US", "China", "--registry"),
)  # fmt: skip

_more = count_up(1)


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def largest(known: Known, count: int) -> list[Any]:
    """The newest vintage of each of the largest tables that are CSV."""
    shelf = known.shelf
    newest = [shelf.of(source)[-1] for source in shelf.sources()]
    csv = [held for held in newest if held.path.suffix == ".csv" and not held.definition.reader]
    return sorted(csv, key=lambda held: -held.path.stat().st_size)[:count]


def tables(known: Known, count: int, rounds: int) -> None:
    """Print a line a table: floor, guessed types, ours, and ratios to the floor."""
    print(f"{'table':34} {'MB':>6} {'rows':>7} {'strings':>9} {'guessed':>9} {'ours':>9} {'ratio':>7}")
    for held in largest(known, count):
        content = held.path.read_bytes()

        def plain(content: bytes = content) -> pl.DataFrame:
            return pl.read_csv(content, infer_schema=False, truncate_ragged_lines=True)

        def guessed(content: bytes = content) -> pl.DataFrame:
            return pl.read_csv(
                content, infer_schema_length=1000, ignore_errors=True, truncate_ragged_lines=True
            )

        def ours(content: bytes = content, held: Any = held) -> object:
            # Another end each time: the reader keeps what it parsed last for who asks for the same bytes.
            return records(content + b"\n" * next(_more), held.shown, held.definition, held.date)

        ours()  # definitions are read once
        times = [[seconds(work) for work in (plain, guessed, ours)] for _ in range(rounds)]
        floor, typed, checked = (statistics.median(t[k] for t in times) for k in range(3))
        rows = len(plain())
        print(
            f"{held.definition.name:34} {len(content) / 1e6:6.2f} {rows:7} {floor * 1000:7.1f}ms "
            f"{typed * 1000:7.1f}ms {checked * 1000:7.1f}ms {checked / max(floor, 1e-4):7.1f}"
        )


def command(arguments: Sequence[str], home: Path) -> tuple[float, int]:
    """Processor seconds and megabytes at the most of one command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "THEODOLITE_LEDGER": str(home / "ledger.sqlite")}
    subprocess.run(
        [sys.executable, "-m", "theodolite", *arguments], check=False, env=environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss // 1024


def main() -> None:
    """Print the tables, the registry, the commands and, where asked for, two surveys."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--tables", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--survey", action="store_true")
    given = parser.parse_args()
    made: list[Known] = []
    spent = seconds(lambda: made.append(registry(given.data)))
    tables(made[0], given.tables, given.rounds)
    print(f"{'registry of the folder':60} {spent:6.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        named = ["--data", str(given.data)]
        runs = [(" ".join(c), [*c, *(named if c != ("--help",) else [])]) for c in COMMANDS]
        if given.survey:
            survey = ["survey", *named, "--out", str(home / "site"), "--ledger", str(home / "s.sqlite")]
            runs += [("survey", survey), ("survey, again", survey)]
        for shown, arguments in runs:
            spent, most = command(arguments, home)
            print(f"theodolite {shown:49} {spent:6.2f} s   at most so far {most} MB")


if __name__ == "__main__":
    main()
