from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.model.errors import Refusal
from theodolite.model.listed import Listed, Listing
from theodolite.model.snapshot import Snapshot
from theodolite.read import document
from theodolite.read.items import item_document, items

DAY = dt.date(2025, 6, 1)
FEED = "https://harbour.example/news/feed.xml"

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour</title><link>/</link><language>en-GB</language>
<item><title>Two years</title><guid isPermaLink="false">k-1</guid><link>../1?utm_source=rss</link><dc:creator>Delia Warrick</dc:creator>
<pubDate>Wed, 15 May 2024 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>One side is <b>two years</b> behind.</p>]]></content:encoded></item>
<item></item>
<item><description>Words without a title &amp;amp; more.</description><guid>https://harbour.example/2</guid></item>
<item><title>From elsewhere</title><link>http://wire.example/a</link><source url="http://wire.example/feed">The Wire</source>
<pubDate>2024-05-15 10:00</pubDate></item>
<item><link>https://harbour.example/only-a-link</link></item>
</channel></rss>"""  # noqa: E501

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh" xml:base="https://harbour.example/zh/"><title>海港日报</title>
<author><name>编辑部</name></author><link href="/"/><updated>2024-06-01T00:00:00Z</updated><id>urn:1</id>
<entry xml:base="2024/"><title type="html">差距&lt;b&gt;缩小&lt;/b&gt;</title><id>urn:2</id><updated>2024-06-01T00:00:00Z</updated>
<published>2024-05-15T09:00:00+08:00</published><link href="a.html"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>大约两年。</p></div></content></entry>
<entry xml:lang="en"><title>Changed</title><id>urn:3</id><updated>2024-06-01T00:00:00Z</updated><author><name>Rui Ma</name></author>
<link href="https://harbour.example/3"/><summary type="text">a &lt; b</summary></entry></feed>"""  # noqa: E501

JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harbour",
    "home_page_url": "https://harbour.example/",
    "feed_url": "https://harbour.example/feed.json",
    "language": "en-GB",
    "authors": [{"name": "The desk"}],
    "items": [
        {
            "id": "k-1", "url": "/1", "title": "Two  years",
            "content_html": "<p>One side is <b>two years</b> behind.</p>",
            "date_published": "2024-05-15T23:30:00-05:00", "date_modified": "2024-05-16T08:00:00Z",
            "authors": [{"name": "Delia Warrick"}, {"name": "Rui Ma"}, {"url": "https://x.example/"}],
        },
        {"id": 2, "content_text": "差距约两年。", "language": "zh-CN", "author": {"name": "马锐"}},
        {"id": "3"},
        "no item",
        {"id": "4", "title": 7, "summary": "A summary.", "url": ["x"],
         "date_published": 20240515, "authors": {}},
    ],
}  # fmt: skip


def of(markup: str, name: str = FEED) -> Listing:
    return items(Snapshot(markup.encode()), name, DAY)


def of_json(feed: object, media_type: str | None = None) -> Listing:
    snapshot = Snapshot(json.dumps(feed).encode(), media_type)
    return items(snapshot, "https://harbour.example/feed.json", DAY)


def test_items_of_rss() -> None:
    found = of(RSS)
    assert (found.kind, found.title, found.language, found.home) == (
        "rss", "Harbour", "en", "https://harbour.example/",
    )  # fmt: skip
    first, second, third, fourth = found.items
    assert first == Listed(
        key="k-1",
        address="https://harbour.example/1?utm_source=rss",
        title="Two years",
        author="Delia Warrick",
        published="2024-05-15T23:30:00-05:00",
        content="<p>One side is <b>two years</b> behind.</p>",
        content_type="html",
        language="en",
    )
    assert first.day == "2024-05-15"
    assert (second.title, second.address, second.key) == (None, *["https://harbour.example/2"] * 2)
    assert (third.publisher, third.published, third.content) == ("The Wire", "2024-05-15", None)
    assert (fourth.title, fourth.content, fourth.address) == (
        None, None, "https://harbour.example/only-a-link",
    )  # fmt: skip
    assert [(r.place, r.reason) for r in found.refused] == [
        (f"{FEED} item 2", "the item has neither words nor a link")
    ]


def test_items_of_atom_keep_changes_apart_from_publication() -> None:
    found = of(ATOM, "saved.atom")
    first, second = found.items
    assert (found.kind, found.title, found.language) == ("atom", "海港日报", "zh")
    assert (first.address, first.title, first.author, first.language) == (
        "https://harbour.example/zh/2024/a.html", "差距缩小", "编辑部", "zh",
    )  # fmt: skip
    assert (first.published, first.updated) == ("2024-05-15T09:00:00+08:00", "2024-06-01T00:00:00+00:00")
    assert (second.published, second.updated) == (None, "2024-06-01T00:00:00+00:00")
    assert (second.content, second.content_type, second.language) == ("a < b", "text", "en")


def test_items_of_a_json_feed() -> None:
    found = of_json(JSON_FEED)
    first, second, third = found.items
    assert (found.kind, found.publisher, found.language) == ("json feed", "Harbour", "en")
    assert (first.key, first.address, first.title, first.author) == (
        "k-1", "https://harbour.example/1", "Two years", "Delia Warrick, Rui Ma",
    )  # fmt: skip
    assert (first.published, first.updated) == ("2024-05-15T23:30:00-05:00", "2024-05-16T08:00:00+00:00")
    assert (second.key, second.content_type, second.language, second.author) == ("2", "text", "zh", "马锐")
    assert (third.title, third.content, third.address, third.published) == (None, "A summary.", None, None)
    assert [r.place.rpartition(" ")[2] for r in found.refused] == ["3", "4"]


def test_version_1_of_json_feed_names_one_author() -> None:
    feed = JSON_FEED | {
        "version": "https://jsonfeed.org/version/1", "authors": None, "author": {"name": "Rui Ma"}
    }  # fmt: skip
    assert of_json(feed).items[2].author == "Rui Ma"


@pytest.mark.parametrize(
    "name", ["https://harbour.example/a.pdf", "https://harbour.example/a.md", "a", "a.html"]
)
def test_an_item_document_is_one_text_of_one_voice(name: str) -> None:
    found = of(RSS)
    text = document(item_document(found, found.items[0]), name, DAY)
    assert text.reader == "jsonfeed/1"
    assert text.content == "Two years\n\nOne side is two years behind."
    assert (text.title, text.author, text.published, text.publisher, text.language) == (
        "Two years", "Delia Warrick", "2024-05-15", "Harbour", "en",
    )  # fmt: skip
    assert (text.address, text.parts) == ("https://harbour.example/1?utm_source=rss", ())
    other = document(item_document(found, found.items[2]), name, DAY)
    assert (other.content, other.publisher, other.published) == ("From elsewhere", "The Wire", "2024-05-15")


def test_an_item_document_is_the_same_whatever_stands_beside_it() -> None:
    found = of(RSS)
    alone = of(RSS.replace("<item></item>", "").replace("Words without", "Other words without"))
    assert item_document(found, found.items[0]).content == item_document(alone, alone.items[0]).content
    assert item_document(found, found.items[0]).media_type == "application/feed+json"


def test_an_item_with_nothing_but_a_link_gives_no_text() -> None:
    found = of(RSS)
    with pytest.raises(Refusal):
        document(item_document(found, found.items[3]), "a", DAY)


def test_a_json_feed_is_a_document_told_by_its_content() -> None:
    snapshot = Snapshot(json.dumps(JSON_FEED).encode(), "application/json")
    for name in ("feed.json", "https://harbour.example/feed"):
        text = document(snapshot, name, DAY)
        assert text.reader == "jsonfeed/1"
        assert [(p.place, p.author, p.published) for p in text.parts] == [
            ("item 1", "Delia Warrick, Rui Ma", "2024-05-15"), ("item 2", "马锐", None),
            ("item 3", "The desk", None),
        ]  # fmt: skip
        assert text.content[text.parts[1].start : text.parts[1].end] == "差距约两年。"


@pytest.mark.parametrize(
    "content",
    [
        b'{"a": "https://jsonfeed.org/version/1"}', b'{"version": "https://jsonfeed.org/version/1.1"}',
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [', b"[" * 100_000 + b"jsonfeed.org",
        b'{"version": "https://jsonfeed.org/version/1.1", "items": {}}', b"{" + b'"a":[' * 99_999,
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [], "n": ' + b"9" * 50_000 + b"}",
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1"}]}',
    ],
)  # fmt: skip
def test_what_is_no_json_feed_is_refused(content: bytes) -> None:
    for media_type in ("application/feed+json", "application/json"):
        with pytest.raises(Refusal):
            document(Snapshot(content, media_type), "feed.json", DAY)


def test_markup_of_one_item_that_cannot_be_read_refuses_that_item_alone() -> None:
    deep = "<div>" * 3000 + "words"
    found = of(RSS.replace("Short.", "").replace("<p>One side is <b>two years</b> behind.</p>", deep))
    assert len(found.items) == 3
    assert "nested" in found.refused[0].reason


def test_links_that_lead_nowhere_on_the_web_are_none() -> None:
    found = of(RSS.replace("../1?utm_source=rss", "javascript:alert(1)"))
    assert found.items[0].address is None


WORDS = st.text(min_size=1, max_size=30)


@given(key=WORDS.filter(str.strip), title=WORDS, author=WORDS, content=WORDS, day=st.sampled_from(
    [None, "2024", "2024-05", "2024-05-15", "2024-05-15T09:30:00+08:00"]))  # fmt: skip
def test_what_is_written_is_read_again(
    key: str, title: str, author: str, content: str, day: str | None
) -> None:
    listing = Listing(kind="rss", items=(), title="A list", publisher="A list", language="en")
    item = Listed(key=key, title=title, author=author, content=content, published=day, updated=day)
    first = item_document(listing, item)
    found = items(first, "a", DAY)
    if not found.items:  # white space alone is no word
        return
    again = item_document(found, found.items[0])
    assert items(again, "a", DAY).items == found.items
    assert (found.items[0].published, found.items[0].updated) == (day, day)
    assert "\x00" not in first.content.decode()
