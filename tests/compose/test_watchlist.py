from __future__ import annotations

from theodolite.compose.watchlist import as_opml, as_yaml
from theodolite.model.watchlist import Watched
from theodolite.read.watchlist import Watchlist, watchlist

MANY = (
    Watched(name="a", shape="feed", address="https://a.example/feed?x=1&y=2", title='A "quoted" <b> & 量子位',
            publisher="Harbour & Co", kind="press", language="zh", tags=("AI", "labs"),
            home="https://a.example/", full_text=False, most=7, about=("ai", "芯片, 光刻"),
            licence="CC BY 4.0", may_republish=True,
            confirmed="https://list.example/a"),
    Watched(name="b", shape="feed", address="https://b.example/feed"),
    Watched(name="no", shape="page", address="https://c.example/news", title="null",
            tags=("AI", "a, b", "c/d")),
    Watched(name="d", shape="sitemap", address="https://d.example/sitemap.xml", title="#1: yes",
            tags=("yes", "no")),
    Watched(name="e", shape="folder", address="/srv/press releases", kind="official", tags=("a/b",)),
    Watched(name="f", shape="data", address="epoch/notable_models", title="f", language="no"),
)  # fmt: skip


def of(text: str) -> Watchlist:
    return watchlist(text.encode(), "written")


def by_name(found: Watchlist) -> list[Watched]:
    assert found.refused == ()
    return sorted(found.entries, key=lambda one: one.name)


def test_written_and_read_again_they_are_the_same() -> None:
    there = sorted(MANY, key=lambda one: one.name)
    assert by_name(of(as_opml(MANY, "Everything"))) == there
    assert of(as_opml(MANY, "Everything")).title == "Everything"
    assert list(of(as_yaml(MANY)).entries) == list(MANY)
    again = as_opml(of(as_opml(MANY, "x")).entries, "x")
    assert again == as_opml(of(again).entries, "x")


def test_what_others_need_stands_in_the_standards_attributes() -> None:
    written = as_opml(MANY, "Everything")
    assert '<outline text="AI" title="AI">' in written
    assert 'type="rss" xmlUrl="https://b.example/feed"' in written
    assert 'type="link" url="https://c.example/news"' in written
    assert 'category="AI,labs"' in written
    assert as_opml((), "Nothing").startswith('<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">')
