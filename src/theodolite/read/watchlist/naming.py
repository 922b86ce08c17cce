"""Names for entries that state none: from the title, else from the address."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from theodolite.model.address import canonical_address
from theodolite.model.watchlist import Watched

_LONGEST = 60
_OTHER = re.compile(r"[\W_]+")
_OTHER_IN_ADDRESS = re.compile(r"[^\w.]+|_+")
_NO_PART = frozenset(
    ("feed", "feeds", "rss", "atom", "rdf", "index", "rss2", "feed1", "xml", "all", "default")
)
_ENDING = re.compile(r"\.(?:xml|rss|atom|rdf|json|html?|php|aspx?|txt|gz)\Z", re.IGNORECASE)


def names(entries: Sequence[Watched]) -> list[str]:
    """A name for each entry, in order: its own where it has one, and no name twice.

    Where two would be named alike, the first keeps the name and the next has its address's added: an entry
    put at the end of a list never changes the name of another.
    """
    taken = {one.name for one in entries if one.name}
    given = []
    for one in entries:
        name = one.name
        if not name:
            name = next(n for n in _wished(one) if n and n not in taken)
            taken.add(name)
        given.append(name)
    return given


def _wished(one: Watched) -> tuple[str, ...]:
    """Names for an entry, the first wished most; the last is nobody else's, as no two addresses are one."""
    title, address = slug(one.title or ""), from_address(one)
    digits = hashlib.sha256(canonical_address(one.address).encode()).hexdigest()
    both = f"{title}-{address}"[:_LONGEST].rstrip(".-")
    plain = (title, both) if title else (address,)
    return (*plain, *(f"{plain[0] or 'source'}-{digits[:length]}" for length in (6, 16)))


def slug(text: str) -> str:
    """Letters and digits of any script in lower case, hyphens for all else; empty where there are none.

    >>> slug("Import AI: the newsletter!")
    'import-ai-the-newsletter'
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _OTHER.sub("-", folded)[: _LONGEST + 1].strip("-")[:_LONGEST].rstrip("-")


def from_address(one: Watched) -> str:
    """Host and telling parts of the path; of what is no web address all of it.

    >>> from_address(Watched(name="", shape="feed", address="https://www.harbour.example/news/rss.xml"))
    'harbour.example-news'
    """
    if one.shape == "data":
        return slug(one.address.replace("_", "-"))
    if one.shape == "folder":
        return slug(one.address[-_LONGEST:])
    parts = urlsplit(one.address)
    host = (parts.hostname or "").removeprefix("www.")
    path = [_ENDING.sub("", unquote(part)) for part in parts.path.split("/")]
    telling = [part for part in path if part and part.lower() not in _NO_PART]
    joined = _OTHER_IN_ADDRESS.sub("-", "-".join([host, *telling, parts.query])).casefold()
    return joined[:_LONGEST].strip(".-")
