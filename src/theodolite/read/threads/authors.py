"""Who a post's stated author is, and whose words a story is that somebody passes on."""

from __future__ import annotations

import re

_NOBODY = re.compile(
    r"\[?(?:deleted|removed|account deleted|comment deleted)(?: (?:user|account|by \w+))?\]?|deleted[_-]user"
    r"|anonymous(?: coward| user| reader)?|anon|guest|unknown(?: user)?|匿名(?:用户)?|游客",
    re.IGNORECASE,
)
_NAME_LIMIT = 60
_WRITES = re.compile(r"\s*(?P<name>[^\s,:.][^,:.\n]{1,38}?) (?:writes|wrote)\b")
_PASSED_ON = re.compile(
    r"\b(?:quotes|shares?d?|cites|summari[sz]es|points to"
    r"|(?:from|according to) (?:a|the) (?:report|story|article)"
    r"|(?:an )?(?:anonymous|long-?time) (?:reader|slashdot reader))\b",
    re.IGNORECASE,
)  # fmt: skip


def person(stated: str | None) -> str | None:
    """The name as stated, None for "Anonymous Coward", "[deleted]" and what else means nobody."""
    name = " ".join((stated or "").split()).strip(" ,:|·•")
    name = re.sub(r"\A(?:/?u/|@)(?=\S)", "", name)
    if not name or len(name) > _NAME_LIMIT or "://" in name or not re.search(r"\w", name):
        return None
    return None if _NOBODY.fullmatch(name) else name


def whose(body: str, poster: str | None) -> str | None:
    """Whose words a story is: those of a reader who "writes", else of its poster.

    None where it passes a report on.
    """
    opening = body[:400]
    if writes := _WRITES.match(opening):
        return None if _PASSED_ON.search(writes["name"]) else person(writes["name"])
    return None if _PASSED_ON.search(opening) else poster
