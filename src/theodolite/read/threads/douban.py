"""Groups of Douban: a topic with its opening post, and replies in a list."""

from __future__ import annotations

from theodolite.read.threads.walk import Element, Shape, tokens, words


def _author(element: Element) -> str | None:
    if element.tag != "a" or "/people/" not in (element.get("href") or ""):
        return None
    return words(element) or None


SHAPE = Shape(
    sign="//li[contains(@class, 'reply-item')]//*[contains(@class, 'reply-content')]",
    is_comment=lambda e: e.tag == "li" and "reply-item" in tokens(e),
    is_article=lambda e: e.get("id") == "topic-content",
    is_body=lambda e: bool(tokens(e) & {"reply-content", "topic-richtext"}),
    author=_author,
    published=lambda e: words(e) if tokens(e) & {"pubtime", "create-time"} else None,
)
