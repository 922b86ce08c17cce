"""Hacker News: every comment a row of one table, its depth in the width of a cell before it."""

from __future__ import annotations

from theodolite.read.threads.walk import Element, Shape, tokens, words


def _published(element: Element) -> str | None:
    """ "2024-07-08T10:15:00 1720433700" in the title of the age; the age alone is no date."""
    if "age" not in tokens(element):
        return None
    return (element.get("title") or words(element)).split(" 1")[0]


def _depth(element: Element) -> int | None:
    if "ind" not in tokens(element):
        return None
    stated = element.get("indent") or ""
    if stated.isdecimal():
        return int(stated[:4])
    spacer = element.find("img")
    width = (spacer.get("width") or "") if spacer is not None else ""
    return int(width[:6]) // 40 if width.isdecimal() else None


def _address(element: Element) -> str | None:
    if element.tag == "tr" and "athing" in tokens(element) and (element.get("id") or "").isdecimal():
        return f"https://news.ycombinator.com/item?id={element.get('id')}"
    return None


SHAPE = Shape(
    sign="//tr[contains(@class, 'comtr')] | //table[@class='fatitem']",
    is_comment=lambda e: e.tag == "tr" and "comtr" in tokens(e),
    is_article=lambda e: e.tag == "table" and "fatitem" in tokens(e),
    is_body=lambda e: bool(tokens(e) & {"commtext", "toptext"}),
    author=lambda e: words(e) if "hnuser" in tokens(e) else None,
    published=_published,
    title=lambda e: words(e.find("a")) if "titleline" in tokens(e) and e.find("a") is not None else None,
    address=_address,
    depth=_depth,
)
