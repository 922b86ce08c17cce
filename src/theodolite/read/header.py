"""The head of an article as marked up on its page: headline, byline, time. Never its footer or neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

import lxml.etree
import lxml.html

_FURNITURE_TAGS = frozenset({"aside", "dialog", "footer", "nav"})
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:comment|related|sidebar|footer|widget|recommend|teaser|promo)s?(?:$|[\s_-])",
    re.IGNORECASE,
)
_BYLINE = frozenset({"byline", "author", "author-name", "byline-name", "byline__name", "post-author",
                     "entry-author", "article-author", "p-author"})  # fmt: skip
_PUBLISHED = frozenset({"published", "entry-date", "post-date", "dt-published", "date-published", "pubdate"})
_PROFILE = re.compile(
    r"/(?:authors?|users?|u|people|members?|profiles?|contributors?|staff|reporters?)/[^/]+/?\Z"
)
_NAMED = re.compile(r"(?:^|[\s_-])(?:nick|full|writer|reporter)-?name(?=$|[\s_-])", re.IGNORECASE)
_MOST_NAMES = 8
_POSTING = re.compile(r"schema\.org/(?:\w*Article|BlogPosting|Report)\Z")
_NETWORKS = re.compile(
    r"//(?:[\w-]+\.)*(?:weibo|twitter|x|facebook|linkedin|instagram|youtube|tiktok|threads|bsky|douyin|t)"
    r"\.(?:com|cn|net|app|me)/",
    re.IGNORECASE,
)
"""Where papers have profiles of their own: a link there is no author's."""
_CHANGED = re.compile("updat|modif", re.IGNORECASE)
_TIMES = frozenset({"time", "relative-time", "local-time", "time-ago"})
_SEEN_LIMIT = 20_000
"""The most elements of a page that are looked at: heads stand at the beginning."""

_HEAD_LIMIT = 500
"""The most elements of an article that are its head."""

_PARAGRAPH = 100
"""A paragraph of so many characters is the body: what comes after it is no longer the head."""

Element: TypeAlias = lxml.html.HtmlElement


class Header:
    """What stands at the head of the one article of a page. A page of several articles has no such head."""

    def __init__(self, tree: Element) -> None:
        self._seen = list(islice(_outside_furniture(tree), _SEEN_LIMIT))
        self._headings = [element for element in self._seen if element.tag == "h1"]
        self._properties = [element for element in self._seen if element.get("itemprop")]
        self._properties += [] if self._properties else _of_the_one_posting(tree)
        article = self._article(tree)
        self._head = [] if article is None else list(self._head_of(article))

    def headline(self, *, inside: bool = False) -> str | None:
        """The one top heading of the page's article, None where there is none or several.

        Where nothing is marked as an article, the page's only one; not so if it must stand `inside` of one.
        """
        marked = [heading for heading in self._headings if _within(heading, "article", "main")]
        found = marked if inside else marked or self._headings
        return " ".join(found[0].text_content().split()) or None if len(found) == 1 else None

    def itemprop(self, name: str) -> list[str]:
        """Values of a microdata property."""
        named = [element for element in self._properties if name in element.get("itemprop").split()]
        return [_value(e) for e in named]

    def times(self) -> list[str]:
        """Machine-readable times in the head that are not those of a change."""
        times = [e for e in self._head if e.tag in _TIMES and (e.get("datetime") or _words(e))]
        fresh = [e for e in times if not _CHANGED.search(f"{e.get('class') or ''} {e.get('itemprop') or ''}")]
        # A time that is said to be the publication's goes before any other.
        fresh.sort(key=lambda e: not ("pubdate" in e.attrib or _PUBLISHED & _tokens(e)))
        return [str(e.get("datetime") or _words(e)) for e in fresh]

    def authors(self) -> list[str]:
        """Names marked up as the author's: by microdata, by a link, or by the class of a byline."""
        named = [element for element in self._properties if "author" in element.get("itemprop").split()]
        if named:
            return [_inner_name(element) for element in named]
        linked = [element for element in self._head if "author" in (element.get("rel") or "").lower().split()]
        if linked:
            return [element.text_content() for element in linked]
        users = [
            e for e in self._head if e.tag == "a" and e.get("data-hovercard-type") == "user" and _words(e)
        ]
        if users:
            return [_words(users[0])]
        profiles = [e for e in self._head if e.tag == "a" and _is_profile(e.get("href") or "") and _words(e)]
        if len({_words(e) for e in profiles}) == 1:
            return [_words(profiles[0])]
        names = [e for e in self._head if _NAMED.search(_hyphened(e.get("class") or "")) and _words(e)]
        if names:
            return list(dict.fromkeys(_words(e) for e in names))[:_MOST_NAMES]
        bylines = [element for element in self._head if _BYLINE & _tokens(element)]
        # The innermost of nested bylines holds the name and the least besides.
        return [bylines[-1].text_content()] if bylines and len(bylines[0].text_content()) < 200 else []

    def _article(self, tree: Element) -> Element | None:
        """The element that holds the page's one article, None where a page holds several or none."""
        inside = [heading for heading in self._headings if _within(heading, "article")]
        if len(inside) == 1:
            return next(inside[0].iterancestors("article"))
        found = [e for e in self._seen if e.tag == "article" and not _within(e, "article")]
        if len(found) == 1:
            return found[0]
        if found or len(self._headings) != 1:
            return None
        main = next(self._headings[0].iterancestors("main"), None)
        return main if main is not None else next(tree.iter("body"), None)

    def _head_of(self, article: Element) -> Iterator[Element]:
        """The article's elements up to its first real paragraph, in document order."""
        seen = set(self._seen)
        for element in islice(article.iter(), _HEAD_LIMIT):
            if element.tag == "p" and not _BYLINE & _tokens(element) and _is_body(element.text_content()):
                return
            if element in seen:
                yield element


def _value(element: Element) -> str:
    """What a microdata property says."""
    told = element.get("content") or element.get("datetime")
    return str(told or (element.get("title") if element.tag == "abbr" else None) or element.text_content())


def _is_profile(link: str) -> bool:
    """Whether a link leads to a person's page on the site itself."""
    return _PROFILE.search(link[:500]) is not None and _NETWORKS.search(link[:500]) is None


def _hyphened(names: str) -> str:
    """Class names with a hyphen where a capital begins a word in them ("followNickName")."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names[:300])


def _words(element: Element) -> str:
    return " ".join(" ".join(element.itertext()).split())[:200]


def _of_the_one_posting(tree: Element) -> list[Element]:
    """The properties of a page's only article in microdata, wherever it stands; not those of its comments."""
    items = [e for e in islice(tree.iter(), _SEEN_LIMIT) if _POSTING.search(str(e.get("itemtype") or ""))]
    if len(items) != 1:
        return []
    inside = islice(items[0].iter(), _SEEN_LIMIT)
    return [e for e in inside if isinstance(e.tag, str) and e.get("itemprop")]


def _outside_furniture(tree: Element) -> Iterator[Element]:
    """The elements that stand in no footer, aside, comments or links to other articles."""
    depth = 0
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        furniture = _is_furniture(element)
        if event == "end":
            depth -= furniture
            continue
        depth += furniture
        if not depth:
            yield element


def _is_furniture(element: Element) -> bool:
    if element.tag in _FURNITURE_TAGS:
        return True
    if element.tag in ("body", "html", "article", "main"):
        # Their classes describe the page ("has-sidebar"), not what this element is.
        return False
    return bool(_FURNITURE.search(f"{element.get('class') or ''} {element.get('id') or ''}"[:1000]))


def _inner_name(element: Element) -> str:
    inner = [e for e in element.xpath(".//*[@itemprop]") if "name" in e.get("itemprop").split()]
    chosen = inner[0] if inner else element
    return str(chosen.get("content") or chosen.text_content())


def _is_body(text: str) -> bool:
    return len(text) >= _PARAGRAPH or sum("\u4e00" <= c <= "\u9fff" for c in text) >= _PARAGRAPH // 3


def _tokens(element: Element) -> set[str]:
    return set((element.get("class") or "").lower().split())


def _within(element: Element, *tags: str) -> bool:
    return next(element.iterancestors(*tags), None) is not None
