from __future__ import annotations

import contextlib
import datetime as dt
import time
from pathlib import Path

import pytest

from theodolite.model.errors import Refusal
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import Text
from theodolite.read import document
from theodolite.read import feed as reader

DAY = dt.date(2025, 6, 1)

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="feed.xsl"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour &amp; Sea</title><link>https://harbour.example/</link><language>en-GB</language>
<lastBuildDate>Sun, 01 Jun 2025 00:00:00 GMT</lastBuildDate>
<item><title>Two years, she says</title><link>https://harbour.example/1</link><dc:creator>Delia Warrick</dc:creator>
<pubDate>Wed, 15 May 2024 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>One side is <b>two years</b> behind.</p><script>alert(1)</script><p>So &lt;b&gt; she says.</p>]]></content:encoded></item>
<item><title>No date here</title><author>desk@harbour.example (Tomás Iriarte)</author><description>Words &amp;amp; more.</description></item>
<item></item>
<item><title>Only a title</title><dc:date>2024-05</dc:date><link>javascript:alert(1)</link></item>
</channel></rss>"""  # noqa: E501

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh"><title>海港日报</title><author><name>编辑部</name></author>
<link href="https://harbour.example/"/><updated>2024-06-01T00:00:00Z</updated><id>urn:1</id>
<entry><title type="html">差距&lt;b&gt;缩小&lt;/b&gt;</title><id>urn:2</id><updated>2024-06-01T00:00:00Z</updated>
<published>2024-05-15T09:00:00+08:00</published><link href="https://harbour.example/2"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>大约两年。</p><p>也许更短。</p></div></content></entry>
<entry><title>Changed</title><id>urn:3</id><updated>2024-06-01T00:00:00Z</updated><author><name>Rui Ma</name></author>
<summary type="text">a &lt; b</summary></entry></feed>"""  # noqa: E501

RSS1 = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Old feed</title></channel>
<item rdf:about="y"><title>An item</title><dc:date>2003-02-01</dc:date><description>Of old.</description></item></rdf:RDF>"""  # noqa: E501

RSS091 = """<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Older</title><item><title>One</title><description>Words.</description></item></channel></rss>"""  # noqa: E501


def read(markup: str | bytes, name: str = "feed.xml") -> Text:
    return document(Snapshot(markup.encode() if isinstance(markup, str) else markup), name, DAY)


def refusal(markup: str | bytes, name: str = "feed.xml") -> Refusal:
    with pytest.raises(Refusal) as caught:
        read(markup, name)
    assert caught.value.place == name
    return caught.value


def test_each_item_is_a_part_with_its_own_author_date_and_address() -> None:
    text = read(RSS)
    assert (text.reader, text.title, text.publisher, text.published) == (
        "feed/1",
        "Harbour & Sea",
        "Harbour & Sea",
        None,
    )
    assert (text.language, text.address) == ("en", "https://harbour.example/")
    assert [(p.title, p.author, p.published, p.address, p.place) for p in text.parts] == [
        ("Two years, she says", "Delia Warrick", "2024-05-15", "https://harbour.example/1", "item 1"),
        ("No date here", "Tomás Iriarte", None, None, "item 2"),
        ("Only a title", None, "2024-05", None, "item 4"),
    ]
    assert {(p.kind, p.publisher) for p in text.parts} == {("item", "Harbour & Sea")}


def test_the_text_is_the_items_and_the_parts_point_into_it() -> None:
    text = read(RSS)
    assert [text.content[p.start : p.end] for p in text.parts] == [
        "Two years, she says\n\nOne side is two years behind.\nSo <b> she says.",
        "No date here\n\nWords & more.",
        "Only a title",
    ]
    assert text.content == "\n\n".join(text.content[p.start : p.end] for p in text.parts)


def test_atom_dates_of_change_are_not_dates_of_publication() -> None:
    text = read(ATOM)
    assert [(p.author, p.published) for p in text.parts] == [("编辑部", "2024-05-15"), ("Rui Ma", None)]
    assert [text.content[p.start : p.end] for p in text.parts] == [
        "差距缩小\n\n大约两年。\n也许更短。",
        "Changed\n\na < b",
    ]


def test_older_kinds_of_rss_are_read() -> None:
    assert (read(RSS1).content, read(RSS1).parts[0].published) == ("An item\n\nOf old.", "2003-02-01")
    assert read(RSS091).content == "One\n\nWords."


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "a", "a.html", "https://harbour.example/feed"])
def test_a_feed_is_told_by_its_content(name: str) -> None:
    assert read(RSS, name).reader == "feed/1"


def test_other_character_sets() -> None:
    markup = ATOM.replace('encoding="utf-8"', 'encoding="gb2312"')
    text = read(markup.encode("gb18030"))
    assert (text.charset, text.content) == ("gb18030", read(ATOM).content)
    assert read(ATOM.encode("utf-16")).content == read(ATOM).content


XXE = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{path}">]>'
BOMB = (
    '<!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize("before", ["", "\n<!-- a comment -->\n", "<?pi <!-- ?>\n"])
def test_entities_and_document_types_are_refused_at_once(tmp_path: Path, codec: str, before: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("do not read me")
    for hostile in (
        XXE.format(path=secret), BOMB, '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">', "<!doctype rss>",
        '<!DOCTYPE rss PUBLIC "x" "http://127.0.0.1:9/x.dtd" [<!ENTITY % p SYSTEM "http://127.0.0.1:9/">%p;]>',
    ):  # fmt: skip
        items = "<channel><item><title>&x;&j;</title></item></channel>"
        markup = f'<?xml version="1.0"?>{before}{hostile}<rss version="2.0">{items}</rss>'
        started = time.monotonic()
        assert "document type or entities" in refusal(markup.encode(codec)).reason
        assert time.monotonic() - started < 2


def test_an_entity_declared_where_no_parser_should_look_gives_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("do not read me")
    inner = XXE.format(path=secret)
    markup = f'<rss version="2.0"><channel>{inner}<item><title>Words &x;</title></item></channel></rss>'
    with contextlib.suppress(Refusal):
        assert "do not read me" not in read(markup).content


@pytest.mark.parametrize(
    ("name", "markup"),
    [
        ("feed.xml", "Just words."),
        ("feed.rss", "<!doctype html><html><body><p>Not found.</p></body></html>"),
        ("feed.xml", '<?xml version="1.0"?><note>hello</note>'),
        ("feed.atom", '{"items": []}'),
        ("feed.xml", '<?xml version="1.0"?><rss version="2.0"><channel><title>Empty</title></channel></rss>'),
        ("feed.rss", b"\0\1\2\3" * 100),
    ],
)
def test_what_is_no_feed_is_refused(name: str, markup: str | bytes) -> None:
    assert refusal(markup, name).mend


def test_a_broken_feed_gives_what_it_has() -> None:
    markup = '<rss version="2.0"><channel><title>T</title><item><title>One &nbsp; two</title>'
    markup += "<description>Words & more</description></item>"
    assert "Words & more" in read(markup).content


def test_too_many_items_and_too_much_text_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "ITEM_LIMIT", 3)
    assert "items" in refusal(RSS).reason
    monkeypatch.setattr(reader, "ITEM_LIMIT", 4)
    monkeypatch.setattr(reader, "FEED_LIMIT", len(RSS.encode()) - 1)
    assert "MiB" in refusal(RSS).reason
    monkeypatch.setattr(reader, "FEED_LIMIT", len(RSS.encode()))
    monkeypatch.setattr(reader, "TEXT_LIMIT", 20)
    assert "characters" in refusal(RSS).reason


def test_a_flood_of_attributes_is_refused_and_words_like_one_are_not() -> None:
    flood = " ".join(f'a{n}="1"' for n in range(101))
    item = "<rss version='2.0'><channel><item {}><title>Harbour opens</title>{}</item></channel></rss>"
    assert refusal(item.format(flood, "")).reason == "an element has more than 100 attributes"
    words = f"<description>{flood} {flood}</description>"
    assert "Harbour opens" in read(item.format("", words)).content


def test_bytes_that_name_a_file_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "<rss>").write_text(RSS)
    monkeypatch.chdir(tmp_path)
    assert "no item" in refusal(b"<rss>").reason


def test_the_same_bytes_give_the_same_text() -> None:
    assert read(RSS) == read(RSS)
