from __future__ import annotations

import datetime as dt
import gzip

import pytest

from theodolite.model.errors import Refusal
from theodolite.model.listed import Listed, Listing
from theodolite.model.snapshot import Snapshot
from theodolite.read import limits
from theodolite.read import sitemap as reader

DAY = dt.date(2025, 6, 1)
NAME = "https://harbour.example/sitemap.xml"

PAGES = """<?xml version="1.0" encoding="UTF-8"?><!-- made nightly -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://harbour.example/a?x=1&amp;y=2 </loc><lastmod>2024-05-15</lastmod><priority>0.5</priority>
<image:image><image:loc>https://harbour.example/a.png</image:loc><image:title>A picture
</image:title></image:image></url>
<url><image:image><image:loc>https://harbour.example/b.png</image:loc></image:image><loc>/b</loc>
<news:news><news:publication><news:name>Harbour</news:name><news:language>zh-cn</news:language></news:publication>
<news:publication_date>2024-05-15T09:30:00+08:00</news:publication_date>
<news:title>两年 &amp; more</news:title></news:news></url>
<url><loc>mailto:x@harbour.example</loc></url><url><lastmod>2024</lastmod></url>
</urlset>"""

INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://harbour.example/s1.xml.gz</loc><lastmod>2024-05-15T10:00:00Z</lastmod></sitemap></sitemapindex>"""


def of(content: str | bytes, name: str = NAME) -> Listing:
    return reader.sitemap(Snapshot(content.encode() if isinstance(content, str) else content), name, DAY)


def refusal(content: str | bytes) -> str:
    with pytest.raises(Refusal) as caught:
        of(content)
    assert caught.value.place == NAME
    return caught.value.reason


def test_pages_with_their_days_and_the_words_of_the_news_extension() -> None:
    found = of(PAGES)
    assert found.kind == "sitemap"
    assert found.items == (
        Listed(address="https://harbour.example/a?x=1&y=2", updated="2024-05-15"),
        Listed(
            address="https://harbour.example/b", title="两年 & more", publisher="Harbour", language="zh",
            published="2024-05-15T09:30:00+08:00",
        ),
    )  # fmt: skip
    assert [r.place for r in found.refused] == [f"{NAME} entry 3", f"{NAME} entry 4"]


def test_prefixes_that_nobody_declared() -> None:
    found = of(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://harbour.example/a</loc>'
        "<news:news><news:title>Harbour opens</news:title></news:news><x:y:z>q</x:y:z></url></urlset>"
    )
    assert [(one.address, one.title) for one in found.items] == [
        ("https://harbour.example/a", "Harbour opens")
    ]


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig"])
def test_character_sets_and_packing(codec: str) -> None:
    written = PAGES.replace("UTF-8", codec.removesuffix("-sig").upper()).encode(codec)
    assert of(written).items == of(gzip.compress(written)).items == of(PAGES).items


def test_an_index_lists_further_sitemaps() -> None:
    found = of(INDEX)
    assert (found.kind, [i.address for i in found.items]) == (
        "sitemap index", ["https://harbour.example/s1.xml.gz"],
    )  # fmt: skip
    assert found.items[0].updated == "2024-05-15T10:00:00+00:00"


def test_a_plain_list() -> None:
    found = of("\ufeffhttps://harbour.example/a\r\n\r\nhttps://harbour.example/b c\nnonsense\n")
    assert [i.address for i in found.items] == ["https://harbour.example/a", "https://harbour.example/b%20c"]
    assert (found.kind, [r.place for r in found.refused]) == ("addresses", [f"{NAME} line 4"])


def test_a_feed_is_a_sitemap_too() -> None:
    found = of(
        "<rss version='2.0'><channel><item><link>https://harbour.example/a</link></item></channel></rss>"
    )
    assert [i.address for i in found.items] == ["https://harbour.example/a"]


def test_what_is_broken_gives_what_it_has_and_says_so() -> None:
    found = of(PAGES[: PAGES.index("<news:news>")])
    assert [i.address for i in found.items] == ["https://harbour.example/a?x=1&y=2"]
    assert "breaks off" in found.refused[-1].reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><urlset><url><loc>&x;</loc></url></urlset>",
         "document type"),
        ("<!doctype html><html><body>Not found</body></html>", "web page"),
        ("<note>hello</note>", "no sitemap"), ("Just words.", "no sitemap"), (b"\0\1\2\3" * 100, "binary"),
        (b"\x1f\x8b\x08" + b"x" * 50, "damaged"), ("<", "no sitemap"), ("", "no sitemap"),
    ],
)  # fmt: skip
def test_what_is_no_sitemap_is_refused(content: str | bytes, reason: str) -> None:
    assert reason in refusal(content)


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    assert limits.SITEMAP_ITEM_LIMIT == 50_000
    monkeypatch.setattr(reader, "SITEMAP_ITEM_LIMIT", 1)
    assert "more than 1" in refusal(PAGES)
    assert "more than 1" in refusal("https://a.example/\nhttps://b.example/")
    monkeypatch.setattr(reader, "SITEMAP_LIMIT", 100_000)
    assert "MiB" in refusal(gzip.compress(b"<urlset>" + b" " * 50_000_000))


def test_nonsense_gives_few_refusals() -> None:
    found = of("https://a.example/\n" + "nonsense\n" * 5000)
    assert len(found.refused) == 101
    assert found.refused[-1].reason.startswith("4,900 more")


def test_an_empty_sitemap_lists_nothing() -> None:
    assert of('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>').items == ()
