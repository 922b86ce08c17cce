"""The head of an article as marked up on its page: headline, byline, time. Never its footer or neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import lxml.html

_FURNITURE_TAGS = frozenset({"aside", "footer", "nav"})
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:comment|related|sidebar|footer|widget|recommend|teaser|promo)s?(?:$|[\s_-])",
    re.IGNORECASE,
)
_BYLINE = frozenset({"byline", "author", "author-name", "byline-name", "byline__name", "post-author",
                     "entry-author", "article-author", "p-author"})  # fmt: skip
_PUBLISHED = frozenset({"published", "entry-date", "post-date", "dt-published", "date-published", "pubdate"})
_CHANGED = re.compile("updat|modif", re.IGNORECASE)
_HEAD_LIMIT = 2_000
"""The most elements a head is looked for in."""

_PARAGRAPH = 100
"""A paragraph of so many characters is the body: what comes after it is no longer the head."""


def headline(tree: lxml.html.HtmlElement) -> str | None:
    """The one top heading of the page's article, None where there is none or several."""
    inside = [h for h in _h1(tree) if _within(h, ("article", "main")) and not _furniture(h)]
    found = inside if inside else [h for h in _h1(tree) if not _furniture(h)]
    if len(found) != 1:
        return None
    return " ".join(found[0].text_content().split()) or None


def _h1(tree: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    return islice(tree.iter("h1"), _HEAD_LIMIT)


def _properties(tree: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    found: list[lxml.html.HtmlElement] = tree.xpath("//*[@itemprop]")
    return found[:_HEAD_LIMIT]


def itemprop(tree: lxml.html.HtmlElement, name: str) -> list[str]:
    """Values of a microdata property outside comments and other furniture."""
    return [
        element.get("content") or element.get("datetime") or element.text_content()
        for element in _properties(tree)
        if name in element.get("itemprop").split() and not _furniture(element)
    ]


def times(tree: lxml.html.HtmlElement) -> list[str]:
    """Machine-readable times in the article's head that are not those of a change."""
    article = _article(tree)
    if article is None:
        return []
    head = list(_head(article))
    marked = [e for e in head if e.tag == "time" and (e.get("datetime") or e.get("pubdate") is not None)]
    fresh = [e for e in marked if not _CHANGED.search(f"{e.get('class') or ''} {e.get('itemprop') or ''}")]
    # A time that is said to be the publication's goes before any other.
    fresh.sort(key=lambda e: not (e.get("pubdate") is not None or _PUBLISHED & _tokens(e)))
    return [e.get("datetime") or e.text_content() for e in fresh]


def authors(tree: lxml.html.HtmlElement) -> list[str]:
    """Names marked up as the author's in the article's head."""
    named = [e for e in _properties(tree) if "author" in e.get("itemprop").split() and not _furniture(e)]
    if named:
        return [_inner_name(e) for e in named]
    article = _article(tree)
    head = [] if article is None else list(_head(article))
    linked = [e for e in head if "author" in (e.get("rel") or "").lower().split()]
    if linked:
        return [e.text_content() for e in linked]
    bylines = [e for e in head if _BYLINE & _tokens(e)]
    return [bylines[-1].text_content()] if bylines and len(bylines[0].text_content()) < 200 else []


def _inner_name(element: lxml.html.HtmlElement) -> str:
    inner = [e for e in element.xpath(".//*[@itemprop]") if "name" in e.get("itemprop").split()]
    chosen = inner[0] if inner else element
    return str(chosen.get("content") or chosen.text_content())


def _article(tree: lxml.html.HtmlElement) -> lxml.html.HtmlElement | None:
    """The element that holds the page's one article, None where a page holds several or none."""
    headings = [h for h in _h1(tree) if not _furniture(h)]
    inside = [h for h in headings if _within(h, ("article",))]
    if len(inside) == 1:
        return next(inside[0].iterancestors("article"))
    found = [
        a
        for a in islice(tree.iter("article"), _HEAD_LIMIT)
        if not _furniture(a) and not _within(a, ("article",))
    ]
    if len(found) == 1:
        return found[0]
    if found or len(headings) != 1:
        return None
    main = next(headings[0].iterancestors("main"), None)
    return main if main is not None else next(tree.iter("body"), None)


def _head(article: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """The article's elements up to its first real paragraph, in document order, furniture left out."""
    for element in islice(article.iter(), _HEAD_LIMIT):
        if not isinstance(element.tag, str):
            continue
        if element.tag == "p" and not _BYLINE & _tokens(element) and _is_body(element.text_content()):
            return
        if not _furniture(element):
            yield element


def _is_body(text: str) -> bool:
    return len(text) >= _PARAGRAPH or sum("\u4e00" <= c <= "\u9fff" for c in text) >= _PARAGRAPH // 3


def _tokens(element: lxml.html.HtmlElement) -> set[str]:
    return set((element.get("class") or "").lower().split())


def _within(element: lxml.html.HtmlElement, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _furniture(element: lxml.html.HtmlElement) -> bool:
    """Whether it stands in, or is, a footer, an aside, comments or links to other articles."""
    for one in (element, *element.iterancestors()):
        if one.tag in _FURNITURE_TAGS:
            return True
        if one.tag in ("body", "html", "article", "main"):
            # Their classes describe the page ("has-sidebar"), not what this element is.
            continue
        if _FURNITURE.search(f"{one.get('class') or ''} {one.get('id') or ''}"[:1000]):
            return True
    return False
