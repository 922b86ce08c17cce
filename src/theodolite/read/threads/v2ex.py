"""V2EX and boards on its markup: a topic with its opening post, and numbered replies."""

from __future__ import annotations

import re

from theodolite.read.threads.walk import Element, Shape, tokens, words

_NUMBERED = re.compile(r"r_\d+")


def _author(element: Element) -> str | None:
    if element.tag != "a" or "/member/" not in (element.get("href") or ""):
        return None
    return words(element) or None


def _published(element: Element) -> str | None:
    """The moment in the title of the age ("200 天前" alone is no date)."""
    return element.get("title") if element.tag == "span" else None


def _is_topic(element: Element) -> bool:
    return element.tag == "div" and "box" in tokens(element) and element.find(".//h1") is not None


SHAPE = Shape(
    sign="//div[starts-with(@id, 'r_')]//div[contains(@class, 'reply_content')]",
    is_comment=lambda e: e.tag == "div" and _NUMBERED.fullmatch(e.get("id") or "") is not None,
    is_article=_is_topic,
    is_body=lambda e: bool(tokens(e) & {"reply_content", "topic_content"}),
    author=_author,
    published=_published,
    title=lambda e: words(e) if e.tag == "h1" else None,
)
