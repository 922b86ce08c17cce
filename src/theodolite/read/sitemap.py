"""Sitemaps: the pages of a site with the days of their last change, and the titles of news sitemaps.

https://www.sitemaps.org/protocol.html; the news extension as
https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap describes it.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zlib
from collections.abc import Iterator

import lxml.etree

from theodolite.model.address import absolute
from theodolite.model.errors import Refusal
from theodolite.model.listed import Listed, Listing
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import canonical
from theodolite.read.charset import NotTextError, decode
from theodolite.read.feed import is_feed
from theodolite.read.items import items
from theodolite.read.limits import SITEMAP_ITEM_LIMIT, SITEMAP_LIMIT
from theodolite.read.media import declared_charset, xml_encoding
from theodolite.read.stated_date import moment
from theodolite.read.tree import forget

_GZIP = b"\x1f\x8b"
_DECLARED = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s+)?html\b", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]{0,400}\?>")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CLOSED = re.compile(r"</(?:\w+:)?(?:urlset|sitemapindex)>\s*\Z")
_ENTRIES = ("{*}url", "{*}sitemap")
_MOST_REFUSED = 100
_LOOK = "look at the sitemap"
_FIELDS = {
    "loc": "address", "lastmod": "updated", "publication_date": "published", "title": "title",
    "name": "publisher", "language": "language",
}  # fmt: skip


def sitemap(snapshot: Snapshot, name: str, received: dt.date | None = None) -> Listing:
    """The pages (kind "sitemap" or "addresses") or the further sitemaps (kind "sitemap index") of a list.

    Read are XML, plain text with one address a line, both also packed with gzip, and feeds, which hosts give
    as sitemaps, too. `updated` of an item is its lastmod; title, `published`, publisher and language are
    those of the news extension. `name` is the sitemap's address or path. What is no http(s) address is
    refused, as is the end of a broken file; the rest goes on. Raises Refusal for what is no sitemap, declares
    a document type or entities, or is over the limits.
    """
    content = _unpacked(snapshot.content, name)
    if is_feed(content):
        return items(Snapshot(content, snapshot.media_type), name, received)
    try:
        declared = declared_charset(snapshot.media_type) + xml_encoding(content)
        written, _ = decode(content, declared)
    except NotTextError as error:
        raise Refusal(name, str(error), "give the sitemap's XML") from None
    head = written[:4096]
    if _HTML.search(head) and "<urlset" not in head and "<sitemapindex" not in head:
        raise Refusal(name, "this is a web page, not a sitemap", "give the sitemap's own address")
    if _DECLARED.search(written):
        raise Refusal(name, "the sitemap declares a document type or entities", "sitemaps need none")
    base = absolute(name)
    if head.lstrip("\ufeff \t\r\n").startswith("<"):
        return _xml(written, name, base, received)
    return _lines(written, name)


def _unpacked(content: bytes, name: str) -> bytes:
    """The bytes, unpacked where they are packed, never more of them than the limit."""
    if content.startswith(_GZIP):
        unpacking = zlib.decompressobj(wbits=31)
        try:
            content = unpacking.decompress(content, SITEMAP_LIMIT + 1)
        except zlib.error:
            raise Refusal(name, "the packed sitemap is damaged", "fetch it again") from None
    if len(content) > SITEMAP_LIMIT:
        raise Refusal(name, f"the sitemap is over the limit of {SITEMAP_LIMIT // 1024**2} MiB", "split it")
    return content


def _xml(written: str, name: str, base: str | None, received: dt.date | None) -> Listing:
    content = _NOT_XML.sub(" ", _XML_DECLARATION.sub("", written)).encode("utf-8", "replace")
    kind = "sitemap"
    taken: list[Listed] = []
    refused: list[Refusal] = []
    parser = lxml.etree.iterparse(
        io.BytesIO(content), events=("end",), tag=_ENTRIES, resolve_entities=False, no_network=True,
        load_dtd=False, remove_comments=True, remove_pis=True, recover=True,
    )  # fmt: skip
    try:
        for number, (_, entry) in enumerate(parser, start=1):
            if number > SITEMAP_ITEM_LIMIT:
                raise Refusal(name, f"it lists more than {SITEMAP_ITEM_LIMIT:,} addresses", "split it")
            if _local(entry) == "sitemap":
                kind = "sitemap index"
            item = _item(entry, base, received)
            if item is not None:
                taken.append(item)
            else:
                refused.append(Refusal(f"{name} entry {number}", "no http(s) address", _LOOK))
            forget(entry)
    except lxml.etree.XMLSyntaxError:
        broken = True
    else:
        broken = bool(parser.error_log)
    if broken:
        refused.append(Refusal(name, "the sitemap breaks off or is not well-formed", "fetch it again"))
        # Where the end is missing, the last address may be half of one.
        taken = taken if _CLOSED.search(written[-200:]) else taken[:-1]
    root = parser.root
    if not taken and (root is None or _local(root) not in ("urlset", "sitemapindex")):
        raise Refusal(name, "this is no sitemap (no urlset or sitemapindex)", "give a sitemap or a feed")
    return Listing(kind=kind, items=tuple(taken), refused=_few(refused, name))


def _item(entry: lxml.etree._Element, base: str | None, received: dt.date | None) -> Listed | None:
    stated: dict[str, str] = {}
    for field, value in _stated(entry):
        stated.setdefault(field, value)
    address = absolute(stated.get("address"), base)
    if address is None:
        return None
    return Listed(
        address=address,
        title=stated.get("title"),
        publisher=stated.get("publisher"),
        published=moment(stated.get("published"), received),
        updated=moment(stated.get("updated"), received),
        language=stated.get("language", "")[:2].lower() or None,
    )


def _stated(entry: lxml.etree._Element) -> Iterator[tuple[str, str]]:
    """The fields of an entry, its own and those of the news extension, as they are written."""
    waiting = list(entry)[:1000]
    while waiting:
        element = waiting.pop(0)
        if not isinstance(element.tag, str):
            continue
        tag = _local(element)
        # Not those of pictures and films, whose titles and addresses are their own.
        if tag in ("news", "publication"):
            waiting = list(element)[:100] + waiting
        elif tag in _FIELDS:
            value = canonical(" ".join("".join(element.itertext()).split()))
            if value:
                yield _FIELDS[tag], value


def _local(element: lxml.etree._Element) -> str:
    """The tag without its namespace, or without a prefix that nobody declared."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _lines(written: str, name: str) -> Listing:
    """A plain list, one address a line."""
    taken: list[Listed] = []
    refused: list[Refusal] = []
    for number, line in enumerate(written.removeprefix("\ufeff").splitlines(), start=1):
        if not line.strip():
            continue
        if len(taken) + len(refused) >= SITEMAP_ITEM_LIMIT:
            raise Refusal(name, f"it lists more than {SITEMAP_ITEM_LIMIT:,} addresses", "split it")
        # Relative lines would make a list of any text at all.
        address = absolute(line)
        if address is not None:
            taken.append(Listed(address=address))
        else:
            refused.append(Refusal(f"{name} line {number}", "no http(s) address", _LOOK))
    if not taken:
        raise Refusal(name, "this is no sitemap (it lists no address)", "give a sitemap or a feed")
    return Listing(kind="addresses", items=tuple(taken), refused=_few(refused, name))


def _few(refused: list[Refusal], name: str) -> tuple[Refusal, ...]:
    """The first refusals and how many more there are: a list of nonsense gives no thousands of lines."""
    more = len(refused) - _MOST_REFUSED
    if more <= 0:
        return tuple(refused)
    return (*refused[:_MOST_REFUSED], Refusal(name, f"{more:,} more entries have no http(s) address", _LOOK))
