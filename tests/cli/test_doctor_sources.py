from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import jsonschema
import pytest
from commands import run
from one_host import one_host

from theodolite.gather.web.manners import Manners
from theodolite.survey import sounding

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs/schema/doctor-sources.json").read_text(encoding="utf-8")
)
RSS = """<rss version="2.0"><channel><title>Harbour</title><item><title>New</title>
<link>https://h.example/2</link><pubDate>Fri, 20 Nov 2020 23:30:00 +0800</pubDate></item></channel></rss>"""


def test_which_sources_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "watch.yml"
    with one_host() as host:
        quick = Manners(attempts=1, host_seconds=0, answer_seconds=2)
        real = partial(sounding.sound, manners=quick, allow_private=frozenset({host.endpoint}))
        monkeypatch.setattr(sounding, "sound", real)
        host.put("/new", RSS)
        moved = host.put("/feed", "", status=302, Location="/new")
        file.write_text(
            f"- {{name: there, kind: press, address: '{moved}'}}\n"
            f"- {{name: gone, address: '{host.address('/gone')}'}}\n- {{name: bad}}\n"
        )
        done = run("doctor", "--sources", "--watchlist", file)
        report = run("doctor", "--sources", "--watchlist", file, "--format", "json")
        assert done.returncode == report.returncode == 1
        assert "1 of 2 are there; half have an item of the last " in done.stdout
        assert f"there: it answered from {host.address('/new')}" in done.stdout
        assert "refused: gone (" in done.stderr
        assert ", entry 3 (bad): address: it is missing" in done.stderr
        made = json.loads(report.stdout)
        jsonschema.validate(made, SCHEMA)
        assert [one["name"] for one in made["sources"]] == ["there", "gone"]
        assert made["sources"][1]["reason"] == "the host answered with status 404"
        assert made["live"] == 1
        file.write_text(f"- {{name: there, address: '{host.address('/new')}'}}\n")
        assert run("doctor", "--sources", "--watchlist", file).returncode == 0


def test_misuse(tmp_path: Path) -> None:
    assert run("doctor", "--watchlist", tmp_path).returncode == 2
    assert run("doctor", "--sources", "--format", "csv").returncode == 2
