"""Character sets that a media type, a page or an XML declaration names."""

from __future__ import annotations

import re

JSON_FEED = "application/feed+json"
"""The media type of a JSON Feed."""

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)


_XML_ENCODING = re.compile(r"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")


def xml_encoding(content: bytes) -> list[str]:
    """The character set that an XML declaration at the beginning names, as a list of one or none."""
    found = _XML_ENCODING.search(content[:400].decode("latin-1"))
    return [found.group(1)] if found else []


def declared_charset(media_type: str | None) -> list[str]:
    """The character set a media type names, as a list of one or none."""
    found = _CHARSET.search(media_type or "")
    return [found.group(1)] if found else []
