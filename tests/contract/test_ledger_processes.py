"""Several processes at once, and processes that are killed."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

WORKER = Path(__file__).with_name("ledger_worker.py")
KILLS = 15
UNIQUE = (("item", "form"), ("evidence", 'text || "start" || \'-\' || "end"'), ("text_block", "text || n"))


def worker(*arguments: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(WORKER), *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def finished(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out


def content(store: Any) -> dict[str, Any]:
    """All that counts, with known-time as the number of the complete run in place of its clock."""
    ended = [run.ended for run in store.runs() if run.status == "complete"]

    def number(row: dict[str, Any]) -> dict[str, Any]:
        times = {name: row[name] and ended.index(row[name]) for name in ("known_from", "known_to")}
        return {**row, **times}

    held: dict[str, Any] = {
        what: [number(row) for row in store.export(what)] for what in ("claims", "observations", "findings")
    }
    held["earlier"] = [
        [[number(row) for row in store.export(what, as_of=moment)] for what in ("claims", "observations")]
        for moment in ended
    ]
    held["texts"] = sorted(store.texts(), key=lambda entry: entry.origin.location)
    held["bytes"] = [store.snapshot(entry.snapshot.sha256) for entry in held["texts"]]
    held["contents"] = [store.text_by_sha(entry.text_sha256) for entry in held["texts"]]
    held["found"] = sorted(hit.text_sha256 for hit in store.search("months", 100))
    held["derived"] = [store.derived("fit", f"key {n}") for n in (1, 2)]
    return held


def test_killed_at_any_point_nothing_is_lost_and_nothing_is_there_twice(ledger_factory: Any) -> None:
    whole = type(ledger_factory)(ledger_factory.path.with_name("whole.ledger"))
    steps = []
    for round_number in (1, 2):
        steps.append(finished(worker("survey", whole.path, round_number)).count("\n"))
    expected = content(whole.open())
    whole.opened.pop().close()
    assert len(expected["claims"]) == 12 * 20

    drawn = random.Random(20260811)
    killed, factory = 0, ledger_factory
    while killed < KILLS:
        finished(worker("survey", factory.path, 1))
        store = factory.open()
        before = content(store)
        while killed < KILLS:
            kill_once(factory.path, drawn.randrange(steps[1]), drawn.random() * 0.01)
            if store.runs()[-1].status == "complete":
                break  # it got through before the signal did
            killed += 1
            assert content(store) == before
        # Where the last one completed, this run is one more over unchanged input, and adds nothing.
        finished(worker("survey", factory.path, 2))
        held = content(store)
        assert {**held, "earlier": held["earlier"][:2]} == expected
        assert all(later == held["earlier"][1] for later in held["earlier"][1:])
        assert store.check() == []
        statuses = [run.status for run in store.runs()]
        assert statuses[0] == statuses[-1] == "complete"
        assert set(statuses[1:-1]) <= {"abandoned", "complete"}
        for table, key in UNIQUE:
            rows = factory.execute(f"SELECT count(*), count(DISTINCT {key}) FROM {table}")
            assert rows[0][0] == rows[0][1]
        factory = type(ledger_factory)(factory.path.with_name(f"after-{killed}.ledger"))


def kill_once(path: Path, steps: int, seconds: float) -> None:
    """Kill a survey after some steps and a moment more: inside a transaction as often as between two."""
    process = worker("survey", path, 2)
    assert process.stdout is not None
    for _ in range(steps):
        process.stdout.readline()
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)


def test_a_killed_first_survey_is_finished_by_the_next(ledger_factory: Any) -> None:
    """From nothing: even the making of the file can be cut short."""
    drawn = random.Random(7)
    for n in range(6):
        process = worker("survey", ledger_factory.path, 1)
        if n < 3:
            time.sleep(drawn.random() * 0.5)
        else:
            assert process.stdout is not None
            for _ in range(drawn.randrange(1, 20)):
                process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
    if not any(run.status == "complete" for run in ledger_factory.open().runs()):
        finished(worker("survey", ledger_factory.path, 1))
    store = ledger_factory.open()
    assert len(list(store.claims())) == 12 * 20
    assert len(store.texts()) == 12
    assert store.check() == []


def test_two_readers_beside_a_writer_are_never_locked_out(ledger_factory: Any, tmp_path: Path) -> None:
    ledger_factory.open().close()
    stop = tmp_path / "stop"
    readers = [worker("read", ledger_factory.path, stop) for _ in range(2)]
    try:
        for round_number in (1, 2, 1, 2):
            finished(worker("survey", ledger_factory.path, round_number))
    finally:
        stop.touch()
        rounds = [int(finished(reader)) for reader in readers]
    assert min(rounds) >= 3, rounds


def test_only_one_process_runs_at_a_time(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        process = worker("survey", ledger_factory.path, 1)
        _, err = process.communicate(timeout=60)
        assert process.returncode != 0
        assert "another run is writing to this ledger; wait for it to end" in err
    finished(worker("survey", ledger_factory.path, 1))
