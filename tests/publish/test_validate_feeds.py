"""A site whose feeds break the rules of their formats, or lead nowhere, is not written."""

from __future__ import annotations

import pytest

from theodolite.model.site import Site
from theodolite.publish.validate import faults

PAGE = '<!doctype html><title>t</title><h1 id="a">x</h1>'
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x:1</id><title>t</title>
<updated>2026-01-01T00:00:00Z</updated><author><name>n</name></author>
<link rel="alternate" href="../index.html"/>
<entry><id>urn:x:2</id><title>e</title><updated>2026-01-01T00:00:00Z</updated>
<link rel="alternate" href="../index.html#a"/>
<content type="html">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>"""
RSS = """<rss version="2.0"><channel><title>t</title><link>urn:x:1</link><description>d</description>
<lastBuildDate>Thu, 01 Jan 2026 00:00:00 GMT</lastBuildDate>
<item><title>e</title><description>&lt;p&gt;x&lt;/p&gt;</description>
<guid isPermaLink="false">urn:x:2</guid><pubDate>Thu, 01 Jan 2026 00:00:00 GMT</pubDate></item>
</channel></rss>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [{"id": "urn:x:2",
"content_html": "<p>x</p>", "date_published": "2026-01-01T00:00:00Z",
"date_modified": "2026-01-01T00:00:00Z",
"_theodolite": {"page": "index.html#a"}}]}"""
OPML = """<opml version="2.0"><head><title>t</title></head><body>
<outline type="rss" text="t" xmlUrl="f.atom" htmlUrl="../index.html"/></body></opml>"""
SOUND = {"feeds/f.atom": ATOM, "feeds/f.rss": RSS, "feeds/f.json": JSON, "feeds/feeds.opml": OPML}


def found(**changed: str) -> list[str]:
    files = {"index.html": PAGE, **SOUND}
    for name, text in changed.items():
        files[f"feeds/{name.replace('__', '.')}"] = text
    return faults(Site(files=files))


def test_sound_feeds_have_no_fault() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("f__atom", "<author><name>n</name></author>", "", "no author"),
        ("f__atom", "<title>e</title>", "", "an entry has not one title"),
        ("f__atom", "urn:x:2", "urn:x:1", "stands 2 times"),
        ("f__atom", "urn:x:2", "not a name", "no IRI"),
        ("f__atom", "2026-01-01T00:00:00Z", "2026-01-01", "not of RFC 3339"),
        ("f__atom", "2026-01-01T00:00:00Z", "2026-13-01T00:00:00Z", "not of RFC 3339"),
        ("f__atom", "index.html#a", "index.html#b", "nothing has that id"),
        ("f__atom", "index.html#a", "gone.html", "no page of the site"),
        ("f__atom", "../index.html#a", "https://elsewhere.example/", "does not know its address"),
        ("f__atom", "../index.html#a", "javascript:alert(1)", "does not know its address"),
        ("f__atom", "&lt;p&gt;", "&lt;script&gt;", "holds &lt;script>".replace("&lt;", "<")),
        ("f__atom", "&lt;p&gt;", '&lt;p onclick="x"&gt;', "the attribute onclick"),
        ("f__atom", "<feed", "<feed <", "not well-formed"),
        ("f__rss", "<description>d</description>", "", "not one description"),
        ("f__rss", 'isPermaLink="false"', "", "no guid"),
        ("f__rss", "<title>e</title>", "<title>e</title><link>https://x.example/</link>", "has links"),
        ("f__rss", "Thu, 01 Jan 2026", "some day", "not of RFC 822"),
        ("f__json", "version/1.1", "version/1", "no JSON Feed 1.1"),
        ("f__json", "<p>", "<img src=x>", "holds <img>"),
        ("f__json", "index.html#a", "gone.html", "no page of the site"),
        ("f__json", '"title"', '"title', "not well-formed"),
        ("feeds__opml", "f.atom", "g.atom", "no page of the site"),
    ],
)
def test_faults(name: str, old: str, new: str, fault: str) -> None:
    assert old in SOUND[f"feeds/{name.replace('__', '.')}"]
    text = SOUND[f"feeds/{name.replace('__', '.')}"].replace(old, new)
    made = found(**{name: text})
    assert any(fault in f for f in made), made


def test_whole_addresses_stay_inside_the_site() -> None:
    here = "https://example.org/s/"
    own = f'<link rel="self" href="{here}feeds/f.atom"/><link rel="alternate"'
    whole = ATOM.replace('<link rel="alternate"', own, 1).replace("../", here)
    assert found(f__atom=whole) == []
    assert any(
        "outside the site" in f for f in found(f__atom=whole.replace(f"{here}index.html#", "https://x/#"))
    )
    assert any("link to itself" in f for f in found(f__atom=whole.replace("feeds/f.atom", "feeds/g.atom")))
