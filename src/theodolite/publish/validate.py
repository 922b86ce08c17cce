"""Checks on a composed site before a byte is written: links, ids, scripts, addresses, figures, feeds."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from theodolite.model.site import Site
from theodolite.publish.validate_feeds import feed_faults

_LOADS = {
    "img": ("src",), "script": ("src",), "link": ("href",), "source": ("src", "srcset"), "iframe": ("src",),
    "object": ("data",), "embed": ("src",), "video": ("src", "poster"), "audio": ("src",), "input": ("src",),
}  # fmt: skip
_NEVER = {"iframe", "object", "embed", "base", "style", "applet", "frame"}
_DATA = "application/ld+json"
"""Data inside a page: a browser runs none of it."""
_NAME = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9._-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*\Z")


class Page(HTMLParser):
    """One page as the checks see it: ids, links, what it loads, its figures, and what must not be there."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.figures: list[tuple[str, str, str]] = []
        self.faults: list[str] = []
        self.title = ""
        self._figure: tuple[str, str] | None = None
        self._text = ""
        self._data: str | None = None
        self._in: list[str] = []
        self.feed(content)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element is and what it may not be."""
        values = {name: value or "" for name, value in attrs}
        if tag in _NEVER:
            self.faults.append(f"has <{tag}>")
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.faults.append("sends its reader elsewhere")
        if tag == "script" and "src" not in values and values.get("type") != _DATA:
            self.faults.append("has a script in its text")
        self.faults += [
            f"has the attribute {name}" for name in values if name.startswith("on") or name == "style"
        ]
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        self.loads += [values[name] for name in _LOADS.get(tag, ()) if values.get(name)]
        self._in.append(tag)
        if tag == "script" and values.get("type") == _DATA:
            self._data = ""
        if tag == "data" and "data-figure" in values:
            self._figure, self._text = (values["data-figure"], values.get("value", "")), ""
        if tag == "img" and not values.get("alt"):
            self.faults.append("has a picture without words")

    def handle_endtag(self, tag: str) -> None:
        """Close a figure, or data."""
        if tag == "script" and self._data is not None:
            if not _is_data(self._data):
                self.faults.append("has data that is no JSON, or could end its element")
            self._data = None
        if tag == "data" and self._figure is not None:
            self.figures.append((*self._figure, self._text))
            self._figure = None

    def handle_data(self, data: str) -> None:
        """Collect the text of figures and of the title."""
        if self._figure is not None:
            self._text += data
        if self._in and self._in[-1] == "title" and not self.title:
            self.title = data
        if self._data is not None:
            self._data += data


def _is_data(text: str) -> bool:
    """Whether a script element holds one JSON object and no character that could end it."""
    try:
        return isinstance(json.loads(text), dict) and not set("<>&") & set(text)
    except ValueError:
        return False


def faults(site: Site) -> list[str]:
    """Every fault of a site in words, in order; empty where it may be published."""
    charts = {f"charts/{c.name}{end}" for c in site.charts for end in chart_endings(c.specs)}
    known = set(site.files) | charts
    out = [
        f"{path}: not a file name that is safe everywhere" for path in sorted(known) if not _NAME.match(path)
    ]
    out += _clashes(known)
    pages = {path: Page(text) for path, text in site.files.items() if path.endswith(".html")}
    if "index.html" not in pages:
        out.append("index.html: missing")
    ids = {path: set(page.ids) for path, page in pages.items()}
    for path, page in pages.items():
        out += [f"{path}: {fault}" for fault in page.faults]
        out += [f"{path}: no title"] if not page.title.strip() else []
        twice = sorted(i for i, n in Counter(page.ids).items() if n > 1)
        out += [f"{path}: the id {i!r} stands twice" for i in twice]
        out += _links(path, page, known, ids)
        out += _figures(path, page, site.figures)
    return out + feed_faults(site, ids)


def chart_endings(specs: Mapping[str, object]) -> list[str]:
    """The file endings that one chart is published as."""
    pictures = [".svg" if variant == "light" else f".{variant}.svg" for variant in specs]
    return [".csv", ".png", *pictures]


def _clashes(known: set[str]) -> list[str]:
    """Names that differ only in case are one file on some systems."""
    lower: dict[str, str] = {}
    return [
        f"{path}: the same as {lower[path.lower()]} where case does not count"
        for path in sorted(known)
        if lower.setdefault(path.lower(), path) != path
    ]


def _links(path: str, page: Page, known: set[str], ids: Mapping[str, set[str]]) -> list[str]:
    out = []
    for address in page.loads:
        for each in address.split(","):
            target = _target(path, each.split()[0] if each.split() else "")
            if target is None or target[0] not in known:
                out.append(f"{path}: loads {each!r}, which is no file of the site")
    for address in page.links:
        parts = urlsplit(address)
        if parts.scheme in ("http", "https") and parts.netloc:
            continue
        target = _target(path, address)
        if target is None or target[0] not in known:
            out.append(f"{path}: links to {address!r}, which is no page of the site")
        elif target[1] and "=" not in target[1] and target[0] in ids and target[1] not in ids[target[0]]:
            out.append(f"{path}: links to {address!r}, where nothing has that id")
    return out


def _target(path: str, address: str) -> tuple[str, str] | None:
    """(file, fragment) that a relative address means from a page; None for any other address."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or parts.query or address.startswith("/"):
        return None
    file = (
        posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        if parts.path
        else path
    )
    return None if file.startswith("..") else (file, unquote(parts.fragment))


def _figures(path: str, page: Page, stored: Mapping[str, tuple[str, str]]) -> list[str]:
    out = []
    for key, value, text in page.figures:
        if key not in stored:
            out.append(f"{path}: the figure {key!r} is not in the store")
        elif stored[key] != (value, text):
            out.append(f"{path}: the figure {key!r} shows {text!r}, the store has {stored[key][1]!r}")
    return out
