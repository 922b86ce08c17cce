"""`theodolite watches` from the outside: what it prints, its exit statuses, and nothing sent twice."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from commands import run
from receiver import receiving
from watched_ledger import judge, measure, say

from theodolite import ledger

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
FILE = """
watches:
  - name: "=lags \u001b[31m"
    kinds: [lag]
    from: beginning
    file: out.jsonl
  - name: gap
    gap: {leader: US, follower: China, quantity: backward_lag_months, below: 6}
    from: beginning
    file: out.jsonl
  - name: nobody
    names: [Nobody At All]
    command: [/no/such/program]
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    with ledger.open(tmp_path / "l.sqlite") as store:
        claim = say(store, 1, speaker="\u202eevil <b>[red]\x1b[2J")
        judge(store, claim, "contradicted")
        measure(store, "2026-03-31", 5.0, low=4.0, high=5.5)
        measure(store, "2026-05-15", 4.5)
    (tmp_path / "w.yml").write_text(FILE.replace("\u001b", ""), encoding="utf-8")
    return tmp_path


def words(place: Path, name: str, *more: str) -> tuple[Any, ...]:
    file = (place / "w.yml",) if name in ("check", "run") else ()
    return ("watches", name, *file, "--ledger", place / "l.sqlite", *more)


def loaded(place: Path, name: str, *more: str, status: int = 0) -> Any:
    done = run(*words(place, name, "--format", "json", *more))
    assert done.returncode == status, done.stderr
    found = json.loads(done.stdout)
    jsonschema.validate(found, json.loads((SCHEMAS / f"watches-{name}.json").read_text("utf-8")))
    return found


def test_check_says_what_matches_and_writes_nothing(place: Path) -> None:
    before = (place / "l.sqlite").read_bytes()
    rows = loaded(place, "check")["watches"]
    assert [(r["matches"], r["new"]) for r in rows] == [(1, 1), (1, 1), (0, 0)]
    (gap,) = rows[1]["gap"]
    assert (gap["beyond_since"], gap["beyond_days"], gap["value"]) == ("2026-03-31", 45, 4.5)
    assert not (place / "out.jsonl").exists()
    with ledger.open(place / "l.sqlite") as store:
        assert store.watches() == []
    assert (place / "l.sqlite").read_bytes() == before


def test_a_dry_run_says_what_would_be_sent_and_sends_nothing(place: Path) -> None:
    rows = loaded(place, "run", "--dry-run")["notices"]
    assert [r["outcome"] for r in rows] == ["would be sent"] * 2
    assert not (place / "out.jsonl").exists()
    assert loaded(place, "list")["notices"] == []


def test_run_sends_each_once_and_the_notices_keep_to_their_schema(place: Path) -> None:
    rows = loaded(place, "run")["notices"]
    assert [r["outcome"] for r in rows] == ["delivered"] * 2
    assert loaded(place, "run")["notices"] == []
    lines = [json.loads(line) for line in (place / "out.jsonl").read_text("utf-8").splitlines()]
    schema = json.loads((SCHEMAS / "notice.json").read_text("utf-8"))
    for line in lines:
        jsonschema.validate(line, schema)
    assert [line["sort"] for line in lines] == ["claim", "gap"]
    status = loaded(place, "status")["watches"]
    assert [(r["delivered"], r["pending"]) for r in status] == [(1, 0), (1, 0), (0, 0)]
    assert {r["state"] for r in loaded(place, "list")["notices"]} == {"delivered"}
    assert loaded(place, "list", "--waiting")["notices"] == []
    assert len(loaded(place, "list", "--watch", "gap")["notices"]) == 1


def test_tables_show_hostile_words_as_words(place: Path) -> None:
    run(*words(place, "run"))
    for name in ("check", "status", "list"):
        done = run(*words(place, name))
        assert done.returncode == 0, done.stderr
        assert not {"\x1b", "\u202e"} & set(done.stdout)
    assert "no watch was run" in run("watches", "status", "--ledger", _empty(place)).stdout


def _empty(place: Path) -> Path:
    ledger.open(place / "empty.sqlite").close()
    return place / "empty.sqlite"


def test_csv_runs_no_formula(place: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(*words(place, "check", "--format", "csv")).stdout)))
    assert rows[0]["watch"].startswith("'=lags")


def test_a_wrong_watch_is_one_line_and_exit_1(place: Path) -> None:
    with (place / "w.yml").open("a", encoding="utf-8") as file:
        file.write("  - {name: wrong, kind: lag, file: x}\n")
    done = run(*words(place, "run"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "unknown key 'kind'; do you mean kinds?" in done.stderr
    assert (place / "out.jsonl").exists()


def test_a_failed_delivery_is_one_line_and_exit_1(place: Path) -> None:
    with receiving() as hook:
        hook.behave = lambda n: (0.0, 503)
        target = f"webhook: '{hook.address}', allow: ['{hook.endpoint}']"
        text = f"watches:\n  - {{name: h, kinds: [lag], from: beginning, {target}}}\n"
        (place / "w.yml").write_text(text, encoding="utf-8")
        (row,) = loaded(place, "run", status=1)["notices"]
    assert (row["outcome"], row["status"]) == ("failed", 503)
    (status,) = loaded(place, "status")["watches"]
    assert (status["failing"], status["reason"]) == (1, "it answered with status 503")
    assert status["next_attempt"] is not None


def test_while_another_run_writes_what_waits_is_sent_all_the_same(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("theodolite.ledger.sqlite.runs.WAIT_SECONDS", 0.05)
    loaded(place, "run")
    with ledger.open(place / "l.sqlite") as store:
        say(store, 2)
        with store.begin("gather"):
            done = run(*words(place, "run"))
        assert done.returncode == 1
        assert "another run is writing" in done.stderr
        assert len(store.notices()) == 2
    assert len(loaded(place, "run")["notices"]) == 1


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("check", "w.yml", "--format", "xml"), 2, "--format xml"),
        (("run",), 2, "missing argument"),
        (("runs",), 2, "do you mean run"),
        (("check", "gone.yml"), 1, "cannot be read"),
        (("check", "w.yml", "--ledger", "gone.sqlite"), 1, "no ledger here"),
        (("status", "--ledger", "gone.sqlite"), 1, "no ledger here"),
    ],
)
def test_misuse_and_refusals(
    place: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], status: int, said: str
) -> None:
    monkeypatch.chdir(place)
    done = run("watches", *words)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
