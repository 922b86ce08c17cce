"""`theodolite gather` and `health` from the outside: what is printed and refused, and the status."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A watchlist of one folder with two texts and a picture, and of one folder that is not there."""
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "a.txt").write_text("China is one to two years behind the United States.\n", "utf-8")
    (drop / "b.txt").write_text("中国的模型落后一到两年。\n", "utf-8")
    (tmp_path / "watch.yml").write_text(
        f"- name: drop\n  shape: folder\n  address: {drop}\n- name: absent\n  shape: folder\n"
        f"  address: {tmp_path / 'absent'}\n",
        "utf-8",
    )
    return tmp_path


def command(home: Path, *arguments: str | Path) -> tuple[list[str], dict[str, str]]:
    environment = {
        **os.environ, "THEODOLITE_DEBUG": "", "THEODOLITE_LEDGER": str(home / "some.ledger"),
        "THEODOLITE_WATCHLIST": str(home / "watch.yml"), "COLUMNS": "200",
    }  # fmt: skip
    return [sys.executable, "-m", "theodolite", *map(str, arguments)], environment


def run(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    words, environment = command(home, *arguments)
    return subprocess.run(
        words, env=environment, text=True, capture_output=True, check=False, timeout=300
    )  # fmt: skip


def found(done: subprocess.CompletedProcess[str], schema: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(done.stdout)
    jsonschema.validate(made, json.loads((SCHEMAS / schema).read_text(encoding="utf-8")))
    return made


def test_a_line_for_each_source_and_one_for_each_refusal(home: Path) -> None:
    done = run(home, "gather", "--page", home / "health.html")
    assert done.stdout.splitlines() == [
        "drop: 2 listed, 2 new", "absent: missed, there is no such folder; mend the watchlist",
    ]  # fmt: skip
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("refused: absent (") and line.endswith("no such folder; mend the watchlist")
    page = (home / "health.html").read_text("utf-8")
    assert "1 of 2 sources answered when last asked" in page
    assert "<script" not in page
    again = run(home, "gather", "drop")
    assert (again.stdout, again.stderr, again.returncode) == ("drop: 2 listed, 0 new\n", "", 0)


def test_the_rounds_report_keeps_to_its_schema(home: Path) -> None:
    done = run(home, "gather", "--format", "json")
    made = found(done, "gather.json")
    assert [(look["source"], look["outcome"], look["new"]) for look in made["looks"]] == [
        ("drop", "taken", 2), ("absent", "missed", 0),
    ]  # fmt: skip
    assert made["documents"] == 2
    assert len(made["refusals"]) == 1


def test_health_says_how_every_source_is(home: Path) -> None:
    run(home, "gather")
    made = found(run(home, "health", "--format", "json"), "health.json")
    assert {one["source"]: one["state"] for one in made["sources"]} == {"drop": "well", "absent": "failing"}
    rows = list(csv.DictReader(io.StringIO(run(home, "health", "--format", "csv", "--failing").stdout)))
    assert [row["source"] for row in rows] == ["absent"]
    shown = run(home, "health")
    assert shown.returncode == 0
    assert "1 look in vain" in " ".join(shown.stdout.split())
    assert run(home, "health", "--format", "html").stdout.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("gather", "dorp"), "do you mean drop"),
        (("gather", "--every", "soon"), "write it as 30m, 1h or 1d"),
        (("gather", "--every", "1h", "--format", "json"), "never ends"),
        (("gather", "--then", ""), "name a command"),
        (("health", "--format", "yaml"), "choose table or json or csv or html"),
    ],
)  # fmt: skip
def test_misuse_is_one_line_and_status_2(home: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run(home, *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_health_without_a_ledger_is_a_refusal(home: Path) -> None:
    done = run(home, "health")
    assert done.returncode == 1
    assert "there is no ledger here" in done.stderr


def test_a_command_follows_a_round_that_brought_something(home: Path) -> None:
    said = home / "said"
    then = f"{sys.executable} -c \"open(r'{said}', 'a').write('x')\""
    run(home, "gather", "drop", "--then", then)
    run(home, "gather", "drop", "--then", then)
    assert said.read_text() == "x"
    (home / "drop" / "c.txt").write_text("One more.\n", "utf-8")
    failed = run(home, "gather", "drop", "--then", "no-such-command-here")
    assert "it cannot be run" in failed.stderr
    assert failed.returncode == 1


def test_what_a_command_prints_does_not_stand_in_the_report(home: Path) -> None:
    done = run(home, "gather", "drop", "--then", f"{sys.executable} -c print(7)", "--format", "json")
    assert found(done, "gather.json")["documents"] == 2
    assert "7" in done.stderr.split()


def test_a_page_that_cannot_be_written_is_said(home: Path) -> None:
    (home / "file").write_text("in the way", "utf-8")
    done = run(home, "gather", "drop", "--page", home / "file" / "health.html")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "the health page cannot be written" in line


def test_a_command_that_hangs_ends_with_the_service(home: Path) -> None:
    hangs = f"{sys.executable} -c \"import time; print('asleep', flush=True); time.sleep(300)\""
    words, environment = command(home, "gather", "drop", "--every", "1h", "--then", hangs)
    with subprocess.Popen(words, env=environment, text=True, stdout=subprocess.PIPE) as service:
        assert service.stdout is not None
        assert [service.stdout.readline() for _ in range(2)] == ["drop: 2 listed, 2 new\n", "asleep\n"]
        service.send_signal(signal.SIGTERM)
        assert service.wait(60) == 0


def test_a_service_goes_on_with_a_broken_watchlist(home: Path) -> None:
    words, environment = command(home, "gather", "drop", "--every", "1h")
    (home / "watch.yml").write_text(
        f"- name: drop\n  shape: folder\n  address: {home / 'drop'}\n- 3\n", "utf-8"
    )
    breaks = f"{sys.executable} -c \"open(r'{home / 'watch.yml'}', 'w').write('&a [')\""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([*words, "--then", breaks], env=environment, text=True, **streams) as service:
        assert service.stderr is not None
        assert "entry 2" in service.stderr.readline()
        assert "the last good one is used meanwhile" in service.stderr.readline()
        service.send_signal(signal.SIGTERM)
        assert service.wait(60) == 0


def test_a_service_ends_in_order_when_it_is_told_and_goes_on_where_it_was(home: Path) -> None:
    words, environment = command(home, "gather", "drop", "--every", "1h")
    with subprocess.Popen(words, env=environment, text=True, stdout=subprocess.PIPE) as service:
        assert service.stdout is not None
        assert service.stdout.readline() == "drop: 2 listed, 2 new\n"
        second = run(home, "gather", "drop")
        assert second.returncode == 1
        assert "another run is at work (gather)" in second.stderr
        service.send_signal(signal.SIGTERM)
        assert service.wait(60) == 0
    with subprocess.Popen(words, env=environment, text=True, stdout=subprocess.PIPE) as service:
        time.sleep(1)  # nothing is due for an hour: it must not look, however long it runs
        service.send_signal(signal.SIGTERM)
        assert service.stdout is not None
        assert service.stdout.read() == ""
