"""Reddit: the old pages, nested divisions with data in attributes, and the new ones, of own elements."""

from __future__ import annotations

from theodolite.read.threads.walk import Element, Shape, tokens, words

_SITE = "https://www.reddit.com"


def _permalink(element: Element) -> str | None:
    link = element.get("permalink") or element.get("data-permalink") or ""
    if link.startswith("/r/"):
        return _SITE + link
    return link if link.startswith("https://") else None


def _is_thing(element: Element, kind: str) -> bool:
    return element.tag == "div" and {"thing", kind} <= tokens(element)


def _old_published(element: Element) -> str | None:
    """When it was written; the time of a change has the class "edited-timestamp"."""
    if element.tag != "time" or "edited-timestamp" in tokens(element):
        return None
    stated: str | None = element.get("datetime")
    return stated


def _old_author(element: Element) -> str | None:
    if element.tag == "a" and "author" in tokens(element):
        return words(element)
    stated: str | None = element.get("data-author")
    return stated


OLD = Shape(
    sign="//div[contains(@class, 'thing') and contains(@class, 'comment')]",
    is_comment=lambda e: _is_thing(e, "comment"),
    is_article=lambda e: _is_thing(e, "link"),
    is_body=lambda e: "usertext-body" in tokens(e),
    author=_old_author,
    published=_old_published,
    title=lambda e: words(e) if e.tag == "a" and "title" in tokens(e) else None,
    address=_permalink,
)


def _new_depth(element: Element) -> int | None:
    stated = element.get("depth") or ""
    return int(stated[:4]) if element.tag == "shreddit-comment" and stated.isdecimal() else None


def _new_published(element: Element) -> str | None:
    return (
        element.get("created")
        or element.get("created-timestamp")
        or (element.get("datetime") if element.tag == "time" else None)
        or (element.get("ts") if element.tag == "faceplate-timeago" else None)
    )


NEW = Shape(
    sign="//shreddit-comment | //shreddit-post",
    is_comment=lambda e: e.tag == "shreddit-comment",
    is_article=lambda e: e.tag == "shreddit-post",
    is_body=lambda e: e.get("slot") in ("comment", "text-body"),
    author=lambda e: e.get("author") if str(e.tag).startswith("shreddit-") else None,
    published=_new_published,
    title=lambda e: e.get("post-title") or (words(e) if e.tag == "h1" and e.get("slot") == "title" else None),
    address=_permalink,
    depth=_new_depth,
)
