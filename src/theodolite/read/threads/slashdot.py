"""Slashdot, old and new: nested list items, each with a subject, a "by" line and a body of its own."""

from __future__ import annotations

import re

from theodolite.read.threads.walk import Element, Shape, tokens, words

_NUMBER = re.compile(r"\s*\(\s*\d{1,9}\s*\)\s*\Z")
_BY = re.compile(
    r"(?:posted )?by\s+(?P<name>.{1,80}?)\s*(?:\(\s*\d{1,9}\s*\).*|\bon\s+\w+day\b.*)?\Z", re.IGNORECASE
)


def by_line(said: str) -> str | None:
    """The name in "by Ann Bee ( 12345 ) on Monday July 08, 2024 @10:15AM"."""
    found = _BY.match(said[:200])
    return _NUMBER.sub("", found["name"]) if found else None


def _author(element: Element) -> str | None:
    if tokens(element) & {"by", "details"}:
        link = next((a for a in element.iterchildren("a")), None)
        return _NUMBER.sub("", words(link)) if link is not None else by_line(words(element))
    return by_line(words(element)) if "story-byline" in tokens(element) else None


def _published(element: Element) -> str | None:
    if "otherdetails" in tokens(element) or element.tag == "time":
        stated = (element.get("datetime") if element.tag == "time" else None) or words(element)
        return re.split(r"\s*(?:@|\(#)", stated, maxsplit=1)[0].rstrip(" ,")
    return None


def _is_story(element: Element) -> bool:
    return element.tag == "article" or (element.get("id") or "").startswith("firehose-")


def _is_body(element: Element) -> bool:
    name = element.get("id") or ""
    return name.startswith(("comment_body_", "text-")) and element.tag == "div"


def _title(element: Element) -> str | None:
    if "story-title" in tokens(element):
        link = element.find("a")
        return words(link if link is not None else element)
    return words(element) if (element.get("id") or "").startswith("comment_link_") else None


def _permalink(element: Element) -> str | None:
    if not (element.get("id") or "").startswith("comment_link_"):
        return None
    link = element.get("href") or ""
    link = f"https:{link}" if link.startswith("//") else link
    return link if link.startswith(("http://", "https://")) else None


SHAPE = Shape(
    sign="//li[contains(@class, 'comment')]/div[starts-with(@id, 'comment_')]",
    is_comment=lambda e: e.tag == "li" and "comment" in tokens(e) and (e.get("id") or "").startswith("tree_"),
    is_article=_is_story,
    is_body=_is_body,
    author=_author,
    published=_published,
    title=_title,
    address=_permalink,
)
