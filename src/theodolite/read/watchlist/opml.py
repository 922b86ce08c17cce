"""A watchlist in OPML, as feed readers export it, divided into drafts.

https://opml.org/spec2.opml; what FreshRSS, Miniflux and others add is in docs/watchlist.md. Wild files have
prefixes that nobody declared, bare "&" and attributes in any case, so a broken place never loses the rest.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.etree

from theodolite.model.address import absolute
from theodolite.model.errors import Refusal, plain
from theodolite.model.opml import NAMESPACE, OWN
from theodolite.read.tree import forget
from theodolite.read.watchlist.entry import ENTRY_LIMIT, LINE_LIMIT, TAG_LIMIT, TAGS_LIMIT, Draft

LIMIT = 8 * 1024**2
"""The largest file, in bytes."""

_DEPTH = 200
_ATTRIBUTES = 1_000
"""The most equals signs between two "<": the parser's time grows with the square of the attributes."""
_DECLARED = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,400}\?>")
_CLOSED = re.compile(r"</(?:\w+:)?opml\s*>|<opml[^>]*/>", re.IGNORECASE)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BARE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_FEED_SCHEME = re.compile(r"feed:(?=https?:)|feed(?=://)", re.IGNORECASE)
_PAGES = frozenset(("html+xpath", "html+xpath+json+dotnotation"))
_RULES = frozenset(("xml+xpath", "json+dotnotation", "json+dotpath"))


@dataclass(frozen=True, slots=True)
class _Outline:
    """An open outline: its attributes by lower-case name, the line, and whether others stand in it."""

    line: int
    stated: dict[str, str]
    own: dict[str, str]


def drafts(written: str, name: str) -> tuple[str | None, Iterator[Draft | Refusal]]:
    """The list's title, and each outline that names a source as a draft or its refusal, in order.

    Raises Refusal for what is no OPML or declares a document type.
    """
    if _DECLARED.search(written):
        raise Refusal(name, "it declares a document type or entities", "OPML needs none: take the line out")
    if any(piece.count("=") > _ATTRIBUTES for piece in written.split("<")):
        said = f"an element has more than {_ATTRIBUTES:,} attributes"
        raise Refusal(name, said, "give a feed reader's OPML export")
    head = _XML_DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), written)
    # An "&" that begins nothing is one of an address; the parser would leave out what follows it.
    head = _BARE.sub("&amp;", head)
    # Element by element and never whole in memory; a fault of the form stops nothing that stands before it.
    parser = lxml.etree.iterparse(
        io.BytesIO(_NOT_XML.sub(" ", head).encode("utf-8", "replace")), events=("start", "end"),
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True,
        recover=True,
    )  # fmt: skip
    found: list[Draft | Refusal] = []
    walk = _Walk(name, found)
    try:
        for event, element in parser:
            walk.take(event, element)
            if len(walk.found) > ENTRY_LIMIT:
                break
    except lxml.etree.XMLSyntaxError:
        pass
    if not walk.is_opml:
        raise Refusal(name, "this is no OPML", "give a feed reader's OPML export, or a YAML list")
    if not _CLOSED.search(written[-2000:]):
        found.append(Refusal(name, "the file breaks off before its end", "export it again"))
    if not found:
        raise Refusal(name, "it lists no source", "give a feed reader's OPML export, or a YAML list")
    return walk.title, iter(found)


class _Walk:
    """Outlines as they open and close; what is in none but `text` is a folder, whose words are tags."""

    def __init__(self, name: str, found: list[Draft | Refusal]) -> None:
        self.name, self.found = name, found
        self.is_opml = False
        self.title: str | None = None
        self._open: list[_Outline] = []

    def take(self, event: str, element: lxml.etree._Element) -> None:
        if not isinstance(element.tag, str):
            return
        tag = element.tag.rpartition("}")[2].lower()
        if event == "start" and tag == "opml":
            self.is_opml = True
        elif event == "start" and tag == "outline":
            self._begin(element)
        elif event == "end":
            if tag == "outline" and self._open:
                self._open.pop()
            elif tag == "title" and not self._open:
                self.title = self.title or plain(element.text or "")[:LINE_LIMIT] or None
            if tag in ("outline", "title"):
                forget(element)

    def _begin(self, element: lxml.etree._Element) -> None:
        outline = _outline(element)
        if len(self._open) >= _DEPTH:
            raise Refusal(f"{self.name} line {outline.line}", "outlines are nested too deep", "flatten it")
        draft = self._draft(outline)
        if draft is not None:
            self.found.append(draft)
        self._open.append(outline)

    def _draft(self, outline: _Outline) -> Draft | Refusal | None:
        stated, own = outline.stated, outline.own
        words = _line(stated.get("title")) or _line(stated.get("text"))
        where = f"line {outline.line}"
        place = f"{self.name} {where}" + (f" ({words[:60]})" if words else "")
        kind = stated.get("type", "").strip().lower()
        address = stated.get("xmlurl") or (stated.get("url") if kind == "link" else None)
        address = own.get("address") or address
        if kind == "include":
            return Refusal(place, "it includes another list", "import that list itself")
        if not (address and address.strip()):
            if kind in ("rss", "atom"):
                return Refusal(place, "it has no xmlUrl", "give the feed's address")
            return None
        if kind in _RULES:
            return Refusal(place, f"it is read by a reader's own rules ({kind})", "give a feed or a page")
        made: dict[str, str | list[str]] = {
            "shape": "page" if kind == "link" or kind in _PAGES else "feed",
            "address": _FEED_SCHEME.sub(lambda m: "http" if m[0].lower() == "feed" else "", address.strip()),
        }
        if stated.get("title") or "name" not in own:
            made["title"] = words
        made["tags"] = self._tags(stated.get("category", ""))
        if (home := absolute(stated.get("htmlurl"))) is not None:
            made["home"] = home
        if _LANGUAGE.fullmatch(language := stated.get("language", "").strip()):
            made["language"] = language
        for field, attribute in OWN.items():
            if attribute in own:
                value = own[attribute]
                made[field] = value.split("\n") if field in ("tags", "about") else value
        return Draft(place=place, where=where, stated={k: v for k, v in made.items() if v})

    def _tags(self, category: str) -> list[str]:
        """The folders it stands in, then its own categories; a path of categories is one tag each."""
        folders = [_line(one.stated.get("title") or one.stated.get("text")) for one in self._open]
        own = [_line(part) for path in category.split(",") for part in path.split("/")]
        return [tag[:TAG_LIMIT] for tag in dict.fromkeys([*folders, *own]) if tag][:TAGS_LIMIT]


def _outline(element: lxml.etree._Element) -> _Outline:
    stated: dict[str, str] = {}
    own: dict[str, str] = {}
    for key, value in element.attrib.items():
        name, text = str(key), str(value)
        if name.startswith(f"{{{NAMESPACE}}}"):
            own[name.rpartition("}")[2]] = text
        elif not name.startswith("{"):
            stated.setdefault(name.lower(), text)
    return _Outline(element.sourceline or 0, stated, own)


def _line(text: str | None) -> str:
    return plain(text or "")[:LINE_LIMIT].strip()
