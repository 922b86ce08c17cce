"""How large a document may be, and the refusal where it is larger."""

from __future__ import annotations

from theodolite.model.errors import Refusal

TEXT_LIMIT = 20_000_000
"""The longest text that is made of one document, in code points."""

PAGE_LIMIT = 5_000
"""The most pages of a PDF."""

FEED_LIMIT = 16 * 1024 * 1024
"""The largest feed, in bytes: broken ones need a slow parser."""

ITEM_LIMIT = 10_000
"""The most items of a feed."""

SITEMAP_LIMIT = 50 * 1024 * 1024
"""The largest sitemap after unpacking, in bytes: the protocol's own limit."""

SITEMAP_ITEM_LIMIT = 50_000
"""The most addresses of a sitemap: the protocol's own limit."""

ELEMENT_LIMIT = 2_000_000
"""The most elements of a page."""

DEPTH_LIMIT = 2_000
"""The deepest nesting of a page's elements."""

MAIN_TEXT_ELEMENTS = 200_000
"""Up to so many elements the main text of a page is looked for; beyond, its whole visible text is taken."""

MAIN_TEXT_DEPTHS = 5_000_000
"""The same for the sum of the depths of all elements: the search is slow on deep nesting."""


def check_length(content: str, place: str) -> str:
    """`content` itself, if it is within TEXT_LIMIT. Raises Refusal."""
    if len(content) > TEXT_LIMIT:
        raise too_long(place, len(content))
    return content


def too_long(place: str, length: int) -> Refusal:
    """The refusal of a text that is too long."""
    return Refusal(
        place, f"{length:,} characters of text are over the limit of {TEXT_LIMIT:,}", "split the document"
    )
