"""Bad input: one clear line naming the file and the mend, the rest goes on, nothing in the ledger is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "China is about two years behind the United States in AI, said Mira Holt of Norrland Capital.\n"
HOSTILE = (
    "<html><head><title>Race <script>alert(1)</script></title></head><body><article><h1>Race</h1>"
    "<p>China is <b>two years</b> behind the United States in AI, said "
    "&lt;script&gt;document.title='owned'&lt;/script&gt; Holt, who writes &lt;img src=x onerror=alert(1)&gt; "
    "and would not stop there, since the article must be long enough to be an article.</p>"
    "<p>Investors spent $4 billion on AI in China in 2024, the firm said in a long sentence of its own.</p>"
    "<script>document.body.innerHTML='owned'</script></article></body></html>"
)


def survey(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "HOME": str(home), "THEODOLITE_LEDGER": str(home / "ledger.sqlite")}
    return subprocess.run(
        [sys.executable, "-m", "theodolite", "survey", "--out", str(home / "site"), *arguments],
        capture_output=True, text=True, check=False, env=environment, timeout=300,
    )  # fmt: skip


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "broken.html").write_text("<html><body><p>China is a year behind" * 3 + "<div><<<>>" * 50)
    (folder / "truncated.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    (folder / "notxml.rss").write_text("this is not a feed at all")
    (folder / "entities.xml").write_text(
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        "<rss version='2.0'><channel><title>&x;</title></channel></rss>"
    )
    (folder / "scripts.html").write_text(HOSTILE)
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(2 * 2**30)  # sparse: two gigabytes that take no room
    return folder


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    rows = [f"Up {k},{100 + k},2024-{k + 1:02}-01,United States" for k in range(10)]
    rows += [f"Down {k},{100 + k},2024-{k + 5:02}-01,China" for k in range(6)]
    (folder / "good_2025-01-31.csv").write_text("\n".join(["name,score,date,country", *rows]) + "\n")
    (folder / "columns.csv").write_text("name,score\nA,1\n")
    (folder / "matrix.csv").write_text(
        "model,benchmark,performance,model_id\nA,X,0.5,1\nA,Y,1.7,1\nB,X,0.4,2\nB,Y,-0.2,2\n"
    )
    return folder


def test_each_gives_one_line_and_the_rest_goes_on(tmp_path: Path, bad: Path, tables: Path) -> None:
    done = survey(tmp_path, "--documents", str(bad), "--data", str(tables), "--format", "json")
    said = done.stderr.splitlines()
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for name in ("empty.txt", "picture.txt", "truncated.pdf", "notxml.rss", "entities.xml", "huge.txt",
                 "columns.csv"):  # fmt: skip
        assert sum(name in line for line in said) == 1, f"{name}: {said}"
    result = json.loads(done.stdout)
    assert result["documents"] >= 2
    assert result["claims"]["lag"] >= 1
    site = "".join(p.read_text(encoding="utf-8") for p in sorted((tmp_path / "site").rglob("*.html")))
    for name in ("empty.txt", "entities.xml"):
        assert name in site, "the site lists what was refused"


def test_text_from_outside_never_is_markup(tmp_path: Path, bad: Path, tables: Path) -> None:
    survey(tmp_path, "--documents", str(bad / "scripts.html"), "--data", str(tables / "good_2025-01-31.csv"))
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert pages
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "<script>alert" not in text
        assert "<script>document" not in text
        assert "<img src=x" not in text
        assert "onerror=alert(1)>" not in text.replace("&gt;", "")


def test_a_private_address_is_never_called(tmp_path: Path, tables: Path) -> None:
    for address in ("http://127.0.0.1:9/x", "http://[::1]/", "http://169.254.169.254/latest/meta-data/"):
        done = survey(tmp_path, "--documents", address, "--data", str(tables / "good_2025-01-31.csv"))
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
        assert address in done.stderr


def test_nothing_in_the_ledger_is_lost(tmp_path: Path, bad: Path, tables: Path) -> None:
    data = str(tables / "good_2025-01-31.csv")
    survey(tmp_path, "--documents", str(bad / "good.txt"), "--data", data)
    ledger = str(tmp_path / "ledger.sqlite")
    command = [sys.executable, "-m", "theodolite", "export", "claims", "--ledger", ledger]
    before = subprocess.run(command, capture_output=True, check=True).stdout
    assert before
    survey(tmp_path, "--documents", str(bad / "empty.txt"), "--data", str(tables / "columns.csv"))
    assert subprocess.run(command, capture_output=True, check=True).stdout == before


@pytest.mark.parametrize(
    ("sides", "said"),
    [(("US", "Atlantis"), "Atlantis"), (("US", "US"), "one side"), (("Atlantis", "China"), "Atlantis")],
)
def test_sides_that_are_none(tmp_path: Path, tables: Path, sides: tuple[str, str], said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "theodolite", "gap", *sides, "--data", str(tables / "good_2025-01-31.csv")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_two_sides_with_no_level_in_common(tmp_path: Path) -> None:
    path = tmp_path / "apart.csv"
    path.write_text(
        "name,score,date,country\nA,150,2024-01-01,United States\nB,160,2024-06-01,United States\n"
        "C,90,2024-03-01,China\nD,95,2024-09-01,China\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "theodolite", "gap", "US", "China", "--data", str(path), "--format", "json"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    report = json.loads(done.stdout)
    assert report["level_shift_months"]["estimate"] is None
    assert report["backward_lag_months"]["censored"] == "left"
    assert any("level in common" in w for w in report["warnings"])


def test_a_folder_of_somebody_else_is_refused_before_the_work(tmp_path: Path, tables: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("mine")
    done = survey(tmp_path, "--data", str(tables / "good_2025-01-31.csv"))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert (tmp_path / "site" / "thesis.txt").read_text() == "mine"
    assert not (tmp_path / "ledger.sqlite").exists()
