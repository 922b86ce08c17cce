from __future__ import annotations

import pytest

from theodolite.model.errors import Refusal
from theodolite.model.watchlist import Watched
from theodolite.read.watchlist import Watchlist, opml, watchlist

NAME = "feeds.opml"

FRESHRSS = """<?xml version="1.0" encoding="UTF-8"?>
<opml xmlns:frss="https://freshrss.org/opml" version="2.0">
  <head><title>My feeds</title><dateCreated>Sun, 22 Nov 2026 10:00:00 +0000</dateCreated></head>
  <body>
    <outline text="AI">
      <outline text="Import AI" type="rss" xmlUrl="https://jack.example/feed/" htmlUrl="https://jack.example/"
        description="Weekly" frss:priority="important"/>
      <outline text="News of a page" type="HTML+XPath" xmlUrl="https://lab.example/news"
        frss:xPathItem="//article"/>
      <outline text="By rules" type="JSON+DotNotation" xmlUrl="https://api.example/x.json"/>
    </outline>
    <outline text="Uncategorized"/>
  </body>
</opml>
"""
MINIFLUX = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Miniflux</title></head><body>
<outline text="中文"><outline title="量子位" text="量子位" xmlUrl="https://q.example/feed?a=1&amp;b=2"
 htmlUrl="https://q.example/" description="" language="zh-CN"></outline></outline>
<outline text="All"></outline></body></opml>
"""
FEEDLY = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>Subscriptions in feedly Cloud</title></head><body>
<outline text="AI" title="AI"><outline text="Labs" title="Labs">
<outline type="rss" text="OpenAI" title="OpenAI News" xmlUrl="https://openai.example/rss.xml" htmlUrl="https://openai.example"/>
</outline></outline></body></opml>
"""
WILD = """<opml version='1.1'><head><title>x</title></head><body>
<OUTLINE TEXT='Tom & Jerry' TYPE='RSS' XMLURL='feed://a.example/rss?x=1&y=2' rssowl:id='7'
 category='/Tech/AI,Labs,,AI'/>
<outline text='B' type='atom' xmlURL='feed:https://b.example/atom'/>
<outline text='No address' type='rss' htmlUrl='https://c.example/'/>
<outline text='Mail' type='rss' xmlUrl='mailto:x@c.example'/>
<outline text='Page' type='link' url='https://d.example/news'/>
<outline text='More' type='include' url='https://e.example/list.opml'/>
<outline text='A note with <b>marks</b>'/>
<outline text='A again' xmlUrl='http://A.example/rss?x=1&amp;y=2' htmlUrl='&nbsp;'/>
<outline xmlUrl='https://f.example/blog/feed' language='English please'/>
</body></opml>
"""


def of(text: str | bytes) -> Watchlist:
    return watchlist(text.encode() if isinstance(text, str) else text, NAME)


def test_what_freshrss_exports() -> None:
    found = of(FRESHRSS)
    assert (found.form, found.title) == ("opml", "My feeds")
    assert found.entries == (
        Watched(name="import-ai", title="Import AI", shape="feed", address="https://jack.example/feed/",
                home="https://jack.example/", tags=("AI",)),
        Watched(name="news-of-a-page", title="News of a page", shape="page", address="https://lab.example/news",
                tags=("AI",)),
    )  # fmt: skip
    assert list(map(str, found.refused)) == [
        "feeds.opml line 10 (By rules): it is read by a reader's own rules (json+dotnotation); "
        "give a feed or a page"
    ]


def test_what_miniflux_and_feedly_export() -> None:
    assert of(MINIFLUX).entries == (
        Watched(name="量子位", title="量子位", shape="feed", address="https://q.example/feed?a=1&b=2",
                home="https://q.example/", language="zh", tags=("中文",)),
    )  # fmt: skip
    assert of(FEEDLY).entries == (
        Watched(name="openai-news", title="OpenAI News", shape="feed", address="https://openai.example/rss.xml",
                home="https://openai.example", tags=("AI", "Labs")),
    )  # fmt: skip
    assert of(MINIFLUX).refused == of(FEEDLY).refused == ()


def test_what_is_found_in_the_wild() -> None:
    found = of(WILD)
    assert [(one.name, one.shape, one.address, one.tags) for one in found.entries] == [
        ("tom-jerry", "feed", "http://a.example/rss?x=1&y=2", ("Tech", "AI", "Labs")),
        ("b", "feed", "https://b.example/atom", ()),
        ("page", "page", "https://d.example/news", ()),
        ("f.example-blog", "feed", "https://f.example/blog/feed", ()),
    ]
    assert [str(one).split(";")[0] for one in found.refused] == [
        "feeds.opml line 5 (No address): it has no xmlUrl",
        "feeds.opml line 6 (Mail): address: 'mailto:x@c.example' is no web address",
        "feeds.opml line 8 (More): it includes another list",
        "feeds.opml line 10 (A again): http://A.example/rss?x=1&y=2 is listed before (line 3)",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html><body>x</body></html>", "this is no OPML; give a feed reader's OPML export, or a YAML list"),
        ("<", "this is no OPML"),
        ("<opml/>", "it lists no source"),
        ("<opml><body><outline text='Notes only'/></body></opml>", "it lists no source"),
        ('<!DOCTYPE opml [<!ENTITY a "b">]><opml/>', "it declares a document type or entities"),
        (f"<opml><body><outline {' '.join(f'a{n}=1' for n in range(1001))}/>", "more than 1,000 attributes"),
        ("<opml><body>" + "<outline text='x'>" * 250, "outlines are nested too deep; flatten it"),
    ],
)
def test_what_is_no_opml(text: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        of(text)


@pytest.mark.parametrize("end", range(FEEDLY.index("htmlUrl") - 10, FEEDLY.index("</opml>"), 7))
def test_a_file_that_breaks_off_keeps_what_stands_before(end: int) -> None:
    before = '<outline text="B" xmlUrl="https://b.example/feed"/><outline text="AI"'
    found = of(FEEDLY.replace('<outline text="AI"', before)[: end + len(before) - 18])
    assert found.entries[0].title == "B"
    assert {one.address for one in found.entries[1:]} <= {"https://openai.example/rss.xml"}
    assert str(found.refused[-1]) == "feeds.opml: the file breaks off before its end; export it again"


def test_elements_of_prefixes_that_nobody_declared_are_passed_over() -> None:
    found = of(
        "<opml><body><x:y:z/><a:outline xmlUrl='q'/><outline xmlUrl='https://a.example/'/></body></opml>"
    )
    assert [one.name for one in found.entries] == ["a.example"]


def test_the_size_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opml, "LIMIT", 1024**2)
    with pytest.raises(Refusal, match="over the limit of 1 MiB"):
        of("<opml>" + " " * 1024**2)


def test_long_words_and_odd_values_of_others_cost_no_feed() -> None:
    found = of(
        f"<opml><body><outline text='{'t' * 999}'><outline text='{'x' * 999}\u202e' htmlUrl='nowhere' "
        "xmlUrl='https://a.example/feed' type='whatever'/></outline></body></opml>"
    )
    [one] = found.entries
    assert (found.refused, one.home, one.tags) == ((), None, ("t" * 80,))
    assert len(one.title or "") == 300
