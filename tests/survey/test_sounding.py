from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from one_host import OneHost, one_host

from theodolite.gather.web.manners import Manners
from theodolite.model.watchlist import Watched
from theodolite.survey import sounding
from theodolite.survey.sounding import Sounded, sound

TODAY = dt.date(2026, 11, 22)
QUICK = Manners(attempts=1, host_seconds=0, connect_seconds=1, read_seconds=0.5, answer_seconds=2)

RSS = """<rss version="2.0"><channel><title>Harbour</title>
<item><title>Old</title><link>https://h.example/1</link>
<pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item>
<item><title>New</title><link>https://h.example/2</link>
<pubDate>Fri, 20 Nov 2026 23:30:00 +0800</pubDate></item>
<item><title>To come</title><link>https://h.example/3</link>
<pubDate>Fri, 01 Jan 2027 00:00:00 GMT</pubDate></item>
</channel></rss>"""
OLD = RSS.replace("2026", "2024").replace("2027", "2023")
EMPTY = '<rss version="2.0"><channel><title>Harbour</title></channel></rss>'
MAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://h.example/1</loc><lastmod>2026-11-21</lastmod></url></urlset>"""
PAGE = f"<html><head><title>x</title></head><body><p>{'Many words of a page. ' * 30}</p></body></html>"


@pytest.fixture
def host() -> Iterator[OneHost]:
    with one_host() as one:
        yield one


def heard(host: OneHost, *sources: Watched) -> dict[str, Sounded]:
    found = sound(sources, today=TODAY, manners=QUICK, allow_private=frozenset({host.endpoint}))
    return {one.source.name: one for one in found}


def of(name: str, address: str, **more: Any) -> Watched:
    return replace(Watched(name=name, shape="feed", address=address), **more)


def test_what_each_shape_comes_to(host: OneHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = host.put("/table.csv", b"a,b\n1,2\n" * 100_000)
    monkeypatch.setattr(sounding, "raw_definitions", lambda: ({"name": "harbour/table", "download": table},))
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.html").write_text("x")
    found = heard(
        host,
        of("feed", host.put("/feed", RSS)),
        of("old", host.put("/old", OLD)),
        of("empty", host.put("/empty", EMPTY)),
        of("map", host.put("/map.xml", MAP), shape="sitemap"),
        of("page", host.put("/page", PAGE, Content_Type="text/html"), shape="page"),
        of("thin", host.put("/thin", "<html><body>Loading</body></html>"), shape="page"),
        of("table", "harbour/table", shape="data"),
        of("folder", str(tmp_path), shape="folder"),
    )
    assert all(one.live for one in found.values())
    feed = found["feed"]
    assert (feed.status, feed.form, feed.items, feed.newest, feed.age_days) == (
        200,
        "rss",
        3,
        "2026-11-20",
        2,
    )
    assert feed.warnings == ()
    assert found["old"].warnings == ("it has had nothing new for 732 days",)
    assert found["empty"].warnings == ("it lists nothing",)
    assert (found["map"].form, found["map"].items, found["map"].age_days) == ("sitemap", 1, 1)
    assert found["page"].form == "page"
    assert found["page"].warnings == ()
    assert "no scripts" in found["thin"].warnings[0]
    assert (found["table"].form, found["table"].status) == ("data", 200)
    assert (found["folder"].items, found["folder"].status) == (1, None)
    assert sorted(host.asked) == sorted(
        ["/robots.txt", "/feed", "/old", "/empty", "/map.xml", "/page", "/thin", "/table.csv"]
    )


def test_why_a_source_is_not_there(host: OneHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    host.put("/robots.txt", "User-agent: *\nDisallow: /private/\n", Content_Type="text/plain")
    busy = host.put("/busy", "later", status=503)
    web = host.put("/data.csv", "<!DOCTYPE html><p>moved")
    monkeypatch.setattr(sounding, "raw_definitions", lambda: ({"name": "harbour/table", "download": web},))
    found = heard(
        host,
        of("gone", host.address("/gone")),
        of("busy", busy),
        of("shut", host.address("/private/feed")),
        of("html", host.put("/html", PAGE)),
        of("inside", "http://192.168.0.1/feed"),
        of("table", "harbour/table", shape="data"),
        of("folder", str(tmp_path / "none"), shape="folder"),
    )
    assert not any(one.live for one in found.values())
    reasons = {name: one.refusal.reason for name, one in found.items() if one.refusal}
    assert reasons["gone"] == "the host answered with status 404"
    assert (found["gone"].status, found["busy"].status, found["shut"].status) == (404, 503, None)
    assert "robots.txt" in reasons["shut"]
    assert "private" in reasons["inside"]
    assert reasons["table"] == "this is a web page, not data"
    assert reasons["folder"] == "there is no such folder"
    assert str(found["html"].refusal).startswith(f"html ({host.address('/html')}")
    assert host.asked.count("/busy") == 1
    assert "/private/feed" not in host.asked


def test_where_it_has_moved_to(host: OneHost) -> None:
    new = host.put("/new", RSS)
    found = heard(
        host,
        of("good", host.put("/a", "", status=301, Location="/new")),
        of("now", host.put("/b", "", status=302, Location="/new")),
        of("lost", host.put("/c", "", status=301, Location="/gone")),
        of("round", host.put("/d", "", status=302, Location="/d")),
    )
    assert (found["good"].moved_to, found["good"].for_good) == (new, True)
    assert found["good"].warnings == (f"it has moved to {new}: put that in the watchlist",)
    assert (found["now"].moved_to, found["now"].for_good, found["now"].warnings) == (new, False, ())
    assert not found["lost"].live
    assert not found["round"].live
