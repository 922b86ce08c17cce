"""A watchlist written as a file: OPML for feed readers, or YAML as `theodolite` reads it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import MISSING, fields
from typing import Any

import yaml

from theodolite.model.opml import NAMESPACE, OWN
from theodolite.model.watchlist import Watched

_DEFAULTS = {one.name: one.default for one in fields(Watched) if one.default is not MISSING}
_ORDER = ("name", "title", "publisher", "shape", "address", "home", "kind", "language", "tags")
_WEB = ("feed", "page", "sitemap")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_OPML = ("title", "language", "home", "tags", "address")


def as_yaml(entries: Sequence[Watched]) -> str:
    """A list of entries, each with the fields that are not as they are by default."""
    return "\n".join(
        yaml.safe_dump([_stated(one)], allow_unicode=True, sort_keys=False, width=2**20) for one in entries
    )


def as_opml(entries: Sequence[Watched], title: str) -> str:
    """OPML 2.0, in folders by the first tag; the same entries always give the same bytes.

    Feeds are `type="rss"`, pages and sitemaps `type="link"`, as no feed reader could follow them. What the
    standard has no attribute for stands in attributes of our own namespace (model/opml.py), so that the
    entries come back as they were, folder by folder.
    """
    ET.register_namespace("theodolite", NAMESPACE)
    top = ET.Element("opml", {"version": "2.0"})
    ET.SubElement(ET.SubElement(top, "head"), "title").text = _xml(title)
    body = ET.SubElement(top, "body")
    folders: dict[str, ET.Element] = {}
    for one in entries:
        folder = body
        if one.tags:
            tag = one.tags[0]
            if tag not in folders:
                folders[tag] = ET.SubElement(body, "outline", {"text": _xml(tag), "title": _xml(tag)})
            folder = folders[tag]
        ET.SubElement(folder, "outline", {key: _xml(value) for key, value in _outline(one).items()})
    ET.indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(top, encoding="unicode")}\n'


def _stated(one: Watched) -> dict[str, Any]:
    names = [*_ORDER, *(field for field in _DEFAULTS if field not in _ORDER)]
    values = {name: getattr(one, name) for name in names}
    kept = {
        name: value for name, value in values.items() if name not in _DEFAULTS or value != _DEFAULTS[name]
    }
    return {name: list(value) if isinstance(value, tuple) else value for name, value in kept.items()}


def _outline(one: Watched) -> dict[str, str]:
    """Attributes by name, the standard's before our own."""
    made = {"text": one.title or one.name}
    if one.title:
        made["title"] = one.title
    if one.shape == "feed":
        made |= {"type": "rss", "xmlUrl": one.address}
    elif one.shape in _WEB:
        made |= {"type": "link", "url": one.address}
    if one.home:
        made["htmlUrl"] = one.home
    if one.language:
        made["language"] = one.language
    if one.tags:
        made["category"] = ",".join(one.tags)
    stated = _stated(one) | {"shape": one.shape}
    for field, attribute in OWN.items():
        if field in stated and field not in _NOT_IN_OPML:
            made[f"{{{NAMESPACE}}}{attribute}"] = _word(stated[field])
    if one.shape not in _WEB:
        made[f"{{{NAMESPACE}}}{OWN['address']}"] = one.address
    if any(mark in tag for tag in one.tags for mark in ",/"):
        made[f"{{{NAMESPACE}}}{OWN['tags']}"] = "\n".join(one.tags)
    return made


def _word(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _xml(text: str) -> str:
    """The text with only such characters as XML allows."""
    return _NOT_XML.sub("\ufffd", text)
