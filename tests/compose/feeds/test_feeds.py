"""Feeds: sound by their formats, alike in all three, the same each time, and no more than pages may say."""

from __future__ import annotations

import datetime as dt
import json
import re
import time
from dataclasses import replace
from itertools import product
from typing import Any

import feedparser
import pytest
import specimen_news
from lxml import etree

from theodolite.compose import compose_site
from theodolite.compose.feeds.feed import MOST, latest
from theodolite.model.snapshot import Snapshot
from theodolite.publish.validate import Page, faults
from theodolite.read.feed import read

UUID = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
HERE = "https://example.org/survey/"
BUILDS = [pytest.param(p, a, id=f"{'private' if p else 'public'}-{'whole' if a else 'relative'}")
          for p, a in product((False, True), (None, HERE))]  # fmt: skip


@pytest.fixture(scope="module")
def built(specimen: Any, made: Any) -> Any:
    kept: dict[Any, Any] = {}

    def build(private: bool = False, address: str | None = None) -> tuple[Any, dict[str, str]]:
        if (private, address) not in kept:
            land = made.landscape(specimen.report)
            view = specimen_news.view(land, private=private, address=address)
            site = compose_site(view)
            kept[private, address] = (site, dict(site.files))
        return kept[private, address]

    return build


def feeds(files: dict[str, str], ending: str) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.startswith("feeds/") and path.endswith(ending)}


@pytest.mark.parametrize(("private", "address"), BUILDS)
def test_every_feed_is_sound(built: Any, private: bool, address: str | None) -> None:
    site, files = built(private, address)
    assert faults(site) == []
    assert len(feeds(files, ".atom")) == len(feeds(files, ".rss")) == len(feeds(files, ".json")) > 20


def _html(entry: Any) -> str:
    return str(entry.content[0].value if "content" in entry else entry.summary)


def _day(entry: dict[str, Any]) -> time.struct_time:
    return dt.datetime.fromisoformat(entry["date_published"]).utctimetuple()


@pytest.mark.parametrize(("private", "address"), BUILDS)
def test_a_reader_of_feeds_reads_the_same_in_all_three(
    built: Any, private: bool, address: str | None
) -> None:
    _, files = built(private, address)
    for path, text in feeds(files, ".atom").items():
        stem = path.removesuffix(".atom")
        one = feedparser.parse(text, resolve_relative_uris=False, sanitize_html=False)
        two = feedparser.parse(files[f"{stem}.rss"], resolve_relative_uris=False, sanitize_html=False)
        three = json.loads(files[f"{stem}.json"])
        assert (one.version, two.version, one.bozo, two.bozo) == ("atom10", "rss20", False, False)
        assert one.feed.title == two.feed.title == three["title"]
        assert one.feed.subtitle == two.feed.subtitle == three["description"]
        rows = [
            [(e.id, e.title, _html(e), e.published_parsed, [t.term for t in e.tags]) for e in found.entries]
            for found in (one, two)
        ]
        rows.append([(e["id"], e["title"], e["content_html"], _day(e), e["tags"]) for e in three["items"]])
        assert rows[0] == rows[1] == rows[2]
        if address:
            links = [[e.link for e in found.entries] for found in (one, two)]
            links.append([e["url"] for e in three["items"]])
            assert links[0] == links[1] == links[2]
            assert all(link.startswith(HERE) for link in links[0])


def test_our_own_reader_reads_them(built: Any) -> None:
    _, files = built(True, HERE)
    for ending in (".atom", ".rss"):
        text = read(Snapshot(files[f"feeds/claims{ending}"].encode(), "application/xml"), "claims")
        assert "They are one to two years behind" in text.content
        assert len(text.parts) == len(json.loads(files["feeds/claims.json"])["items"])


def test_the_same_view_gives_the_same_bytes(specimen: Any, built: Any) -> None:
    again = compose_site(specimen_news.view(None, private=True))
    twice = compose_site(specimen_news.view(None, private=True))
    assert feeds(dict(again.files), "") == feeds(dict(twice.files), "")
    # The day that the pages speak of is in no feed: its dates are the ledger's.
    later = replace(specimen_news.view(None, private=True), generated_for=specimen.TODAY.replace(year=2031))
    assert feeds(dict(compose_site(later).files), "") == feeds(dict(twice.files), "")


def test_a_name_stays_whatever_comes_before_it(built: Any, specimen: Any, made: Any) -> None:
    _, files = built(True)
    newer = specimen_news.vintage(at="2026-05-30T00:00:00+00:00", day="2026-05-29", sha256="f" * 64)
    more = compose_site(specimen_news.view(made.landscape(specimen.report), (newer,), private=True)).files
    old, new = (json.loads(f["feeds/index.json"])["items"] for f in (files, more))
    assert [e["id"] for e in new[1:]] == [e["id"] for e in old]
    assert new[0]["title"].startswith("New vintage")
    assert all(UUID.fullmatch(e["id"]) for e in new)


def test_a_feed_of_a_site_that_stands_elsewhere_is_another_feed_of_the_same_entries(built: Any) -> None:
    ids = []
    for address in (None, HERE):
        root = etree.fromstring(built(True, address)[1]["feeds/index.atom"].encode())
        ids.append([e.text for e in root.iter("{http://www.w3.org/2005/Atom}id")])
    assert ids[0][0] != ids[1][0]
    assert ids[0][1:] == ids[1][1:]


def test_every_page_says_where_its_feed_is(built: Any) -> None:
    _, files = built(False, None)
    for path, text in files.items():
        if path.endswith(".html"):
            links = [a for a in Page(text).loads if a.endswith((".atom", ".rss", ".json")) and "feeds/" in a]
            assert len(links) == 3, path
            assert '">All feeds</a>' in text
    own = {p.removeprefix("feeds/").removesuffix(".atom") + ".html" for p in feeds(files, ".atom")}
    assert {"index.html", "claims.html", "said.html", "gap.html", "corrections.html", "forecast.html",
            "sources.html", "beliefs/index.html", "speakers/index.html", "dimensions/capital.html",
            "pairs/united-states-china.html"} <= own  # fmt: skip
    assert own <= set(files)
    assert 'href="feeds/claims.atom"' in files["claims.html"]
    assert 'href="../feeds/dimensions/capital.rss"' in files["dimensions/capital.html"]
    assert files["feeds.html"].count(".atom") == len(own) + 2


def test_the_list_of_all_feeds_is_opml(built: Any) -> None:
    root = etree.fromstring(built(False, HERE)[1]["feeds/feeds.opml"].encode())
    rows = root.findall("body/outline")
    assert {r.get("type") for r in rows} == {"rss"}
    assert rows[0].get("xmlUrl") == f"{HERE}feeds/index.atom"
    assert rows[0].get("htmlUrl") == f"{HERE}index.html"


def test_a_public_feed_tells_no_draft_and_no_superseded_verdict_on_a_person(
    specimen: Any, built: Any
) -> None:
    view = specimen_news.view()
    public, private = (built(p)[1]["feeds/index.atom"] for p in (False, True))
    assert "First verdict" not in public
    assert "Verdict changed from supported to mixed" in private
    changed = [e.title for e in feedparser.parse(public).entries if "Verdict changed" in e.title]
    assert len(changed) == 1
    assert "王某" in changed[0]  # whom the specimen's record has for a body: the others are persons
    assert view.record is not None
    assert "Verdict: a draft, which no person has accepted yet." in public
    for entry in json.loads(built(False)[1]["feeds/claims.json"])["items"]:
        if "draft" in entry["tags"]:
            assert not {"supported", "contradicted", "mixed", "undecided"} & set(entry["tags"])
    assert "Correction: " not in built(False)[1]["feeds/corrections.atom"]
    assert "Correction: lag-" in built(True)[1]["feeds/corrections.atom"]


def test_a_public_feed_tells_nothing_of_data_that_may_not_be_published(specimen: Any, made: Any) -> None:
    hidden = specimen_news.vintage(publishable=False, source="hidden/table", sha256="e" * 64)
    moved = specimen_news.gap(publishable=False, measure="Hidden Measure", sha256="e" * 64)
    for private in (False, True):
        files = compose_site(specimen_news.view(None, (hidden, moved), private=private)).files
        text = "".join(feeds(dict(files), ""))
        text += "".join(feeds(dict(files), "").values())
        assert ("hidden/table" in text, "Hidden Measure" in text, "e" * 64 in text) == (private,) * 3
        assert ("Not for publication" in text or "not for publication" in text) == private


def test_an_entry_holds_a_quote_and_no_more_of_the_text(specimen: Any, built: Any) -> None:
    text = "".join(feeds(built(False)[1], "").values())
    assert "They are one to two years behind" in text
    assert "We begin slowly" not in text


def test_hostile_text_stays_text(built: Any) -> None:
    _, files = built(True)
    for path, text in feeds(files, "").items():
        assert "\u202e" not in text, path
        assert "\u2028" not in text, path
        if path.endswith(".json"):
            assert "<" not in text
    entries = feedparser.parse(files["feeds/index.atom"], sanitize_html=False).entries
    assert any("alert(1)" in e.content[0].value for e in entries)
    assert not any(re.search(r"<(?!/?(p|blockquote|ul|li)\b)", e.content[0].value) for e in entries)


def test_a_correction_that_is_a_changed_verdict_is_told_once(built: Any) -> None:
    files = built(True)[1]
    titles = [e["title"] for e in json.loads(files["feeds/index.json"])["items"]]
    assert any(t.startswith("Verdict changed") for t in titles)
    assert not any(t.startswith("Correction") for t in titles)


def test_a_gap_is_told_with_its_interval_and_what_it_was(built: Any) -> None:
    entry = json.loads(built(True)[1]["feeds/gap.json"])["items"][0]
    assert "Backward lag: 7.2 months (90%: 5.5 to 9.2), before it 8.0" in entry["content_html"]
    assert "Forward lag: at least 0.0 months (no interval)" in entry["content_html"]
    assert "Vertical gap: undefined" in entry["content_html"]


def test_a_feed_has_the_latest_and_no_more(specimen: Any) -> None:
    many = tuple(
        specimen_news.vintage(at=f"2026-06-{1 + n // 24:02}T{n % 24:02}:00:00+00:00", sha256=f"{n:064x}")
        for n in range(MOST + 20)
    )
    files = compose_site(specimen_news.view(None, many)).files
    items = json.loads(files["feeds/sources.json"])["items"]
    assert len(items) == MOST
    assert items[0]["date_published"] == "2026-06-05T23:00:00Z"
    assert latest([]) == ()


def test_without_news_there_are_no_feeds(specimen: Any) -> None:
    files = dict(compose_site(specimen.view()).files)
    assert feeds(files, "") == {}
    assert "feeds.html" not in files
    assert 'rel="alternate"' not in files["index.html"]
