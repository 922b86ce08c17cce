"""What our OPML says beyond the standard, so that a watchlist comes back as it was."""

from __future__ import annotations

NAMESPACE = "urn:theodolite:watchlist"
"""Of the attributes that are ours; other programs pass over them."""

OWN = {
    "name": "name", "shape": "shape", "address": "address", "publisher": "publisher", "kind": "kind",
    "tags": "tags", "full_text": "fullText", "most": "most", "about": "about", "licence": "licence",
    "may_republish": "mayRepublish", "confirmed": "confirmed",
}  # fmt: skip
"""Field of an entry: the attribute that holds it. `address` only of what is no web address (folder, data),
`tags` (one a line) only where `category` cannot hold them; title, home and language are standard."""
