from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from commands import run

from theodolite.catalog import watchlist as shipped
from theodolite.read.watchlist import watchlist

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/watchlist.json").read_text(encoding="utf-8"))

OPML = """<opml version="2.0"><head><title>Mine</title></head><body><outline text="AI">
<outline text="量子位" type="rss" xmlUrl="https://q.example/feed"/></outline>
<outline text="Bad" type="rss"/></body></opml>"""


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("THEODOLITE_WATCHLIST", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_list_in_every_form() -> None:
    done = run("watchlist", "list", columns=300)
    assert done.returncode == 0
    assert "https://www.qbitai.com/feed" in done.stdout
    assert f"{len(shipped.default())} sources" in done.stdout
    assert "by language: en " in done.stdout
    report = json.loads(run("watchlist", "list", "--format", "json").stdout)
    jsonschema.validate(report, SCHEMA)
    assert (report["watchlist"], report["refused"]) == (None, [])
    assert sum(report["counts"]["language"].values()) == len(report["sources"]) == len(shipped.default())
    rows = list(csv.DictReader(io.StringIO(run("watchlist", "list", "--format", "csv").stdout)))
    assert rows[0]["name"] == "openai"
    assert rows[0]["confirmed_on"] == "2026-10-08"


def test_import_prints_or_writes(tmp_path: Path) -> None:
    (tmp_path / "a.opml").write_text(OPML, encoding="utf-8")
    done = run("watchlist", "import", tmp_path / "a.opml")
    assert done.returncode == 1
    assert watchlist(done.stdout.encode(), "x").entries[0].tags == ("AI",)
    assert "1 new, 0 there before, 1 refused" in done.stderr
    assert "(Bad): it has no xmlUrl; give the feed's address" in done.stderr
    out = tmp_path / "watch.yml"
    assert run("watchlist", "import", tmp_path / "a.opml", "--out", out).stdout.startswith("1 new")
    assert out.read_text(encoding="utf-8") == watchlist_yaml()
    assert "0 new, 1 there before" in run("watchlist", "import", tmp_path / "a.opml", "--out", out).stdout


def watchlist_yaml() -> str:
    return (
        "- name: 量子位\n  title: 量子位\n  shape: feed\n  address: https://q.example/feed\n  tags:\n  - AI\n"
    )


def test_export_comes_back(tmp_path: Path) -> None:
    for form in ("opml", "yaml"):
        done = run("watchlist", "export", "--format", form)
        found = watchlist(done.stdout.encode(), "x")
        assert {one.name: one for one in found.entries} == {one.name: one for one in shipped.default()}
    feeds = watchlist(run("watchlist", "export", "--feeds").stdout.encode(), "x").entries
    assert {one.shape for one in feeds} == {"feed"}
    (tmp_path / "w.yml").write_text("- https://a.example/feed\n")
    one = run("watchlist", "export", "--watchlist", tmp_path / "w.yml").stdout
    assert [e.name for e in watchlist(one.encode(), "x").entries] == ["a.example"]


def test_check(tmp_path: Path) -> None:
    assert run("watchlist", "check").returncode == 0
    file = tmp_path / "w.yml"
    file.write_text("- https://a.example/feed\n- {adress: https://b.example/}\n")
    done = run("watchlist", "check", file)
    assert done.returncode == 1
    assert "1 sources\n" not in done.stdout
    assert "w.yml line 2, entry 2: the field adress is none; do you mean address?" in done.stderr
    report = json.loads(run("watchlist", "check", file, "--format", "json").stdout)
    jsonschema.validate(report, SCHEMA)
    assert report["watchlist"] == str(file)
    assert len(report["refused"]) == 1


def test_misuse(tmp_path: Path) -> None:
    assert run("watchlist", "list", "--format", "opml").returncode == 2
    assert run("watchlist", "export", "--format", "json").returncode == 2
    done = run("watchlist", "check", tmp_path / "none.yml")
    assert done.returncode == 1
    assert "there is no such watchlist" in done.stderr
