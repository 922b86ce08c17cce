"""What a declared media type says besides the type."""

from __future__ import annotations

import re

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)


def declared_charset(media_type: str | None) -> list[str]:
    """The character set a media type names, as a list of one or none."""
    found = _CHARSET.search(media_type or "")
    return [found.group(1)] if found else []
