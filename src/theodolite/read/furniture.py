"""What stands on a page around its article: consent, sharing, sign-up, neighbours, comments, the hidden.

Told by the names that pages give to their elements and by roles, never by the words inside. An element that
holds the headline, or a good part of all the page's words, is the article's whatever it is called.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TypeAlias

import lxml.etree
import lxml.html

Element: TypeAlias = lxml.html.HtmlElement

_KEPT_TAGS = frozenset(
    {"html", "body", "main", "article", "h1", "head", "table", "tbody", "tr", "p", "blockquote"}
)
_MOST_OF_THE_PAGE = 0.35
"""An element with a larger share of the page's characters is never furniture."""
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:"
    r"cookies?|cookiebot\w*|cybot\w*|gdpr|consent|onetrust|newsletters?|subscribe|subscription|sign-?up|mailing"
    r"|advert\w*|ads?|ad-slot|adsbygoogle|sponsor\w*|promo|promos?|promotion|donat\w+|paywall-bar|contact-?(?:card|box)|media-?contacts?"
    r"|shar(?:e|ing|es)|share-?(?:bar|buttons?|links?|tools?)|sharedaddy|social|follow-us"
    r"|related|relatedposts?|recommend\w*|rec-list|similar|suggested|trending|popular|most-?(?:read|viewed|popular)"
    r"|read-?(?:next|also)|more-?(?:from|stories)|also-?(?:from|read)|rich-?link|inline-?related"
    r"|breadcrumbs?|crumbs?|pagination|pager|post-?navigation|prev-?next|skip-?link"
    r"|author-?(?:box|bio|card|info|profile)|authorinfo|bio|about-?(?:the-?)?author|profile-?container"
    r"|toolbar|tool-?bar|reactions?|feedback|rating|qr-?code|popup|pop-up|modal|overlay|toast"
    r"|side-?bar|rail|widget|hot-?(?:article|news|list|rank)|rank-?list|statement|reward\w*|topic-?list"
    r"|buy-?(?:box|button|link)|affiliate\w*|price-?(?:box|widget)|cta|call-to-action|jump-?links"
    r"|(?:audio-?|podcast-?)?player|gpt-ad\w*|outbrain|taboola"
    r"|toc|table-of-contents|contents-list|post-?topics\w*"
    r")(?=$|[\s_-])",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:-?(?:list|area|section|container|wrap|page|thread))?|commentlist|respond|disqus"
    r"|reader-comments|responses)(?=$|[\s_-])",
    re.IGNORECASE,
)
_LEAST_BESIDE = 400
"""Comments are often longer than their article; they go where so much stands beside them."""
_UNSEEN = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|u-hidden|hide-visually|tooltip"
    r"|line-?numbers?|lineno|gutter|buy-?(?:box|button|link)|affiliate\w*|cta)(?=$|[\s_-])",
    re.IGNORECASE,
)
_INLINE = frozenset(
    {"span", "a", "b", "i", "em", "strong", "code", "font", "small", "mark", "u", "abbr", "time"}
)
"""Elements inside a line: a name like "comment" there is a colour of program code, not a block's."""
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_ROLES = frozenset(
    {"dialog", "alertdialog", "search", "banner", "contentinfo", "navigation", "complementary", "alert"}
)
_ATTRIBUTE = 300
_MOST_TABLES = 2_000
_MOST_CELLS = 24
_PROSE = 200


def drop_furniture(tree: Element) -> None:
    """Take such elements out of a page. Looks at every element once."""
    sizes, holding = _measured(tree)
    whole = sizes.get(tree, 0)
    for element in [e for e in tree.iter() if isinstance(e.tag, str)]:
        if element.tag in _KEPT_TAGS or element in holding or not _is_furniture(element):
            continue
        size = sizes.get(element, 0)
        most = whole - _LEAST_BESIDE if _COMMENTS.search(_named(element)) else 0
        if size > max(most, _MOST_OF_THE_PAGE * whole) or element.getparent() is None:
            continue
        element.drop_tree()


def unwrap_layout_tables(tree: Element) -> None:
    """Make blocks of the cells of tables that lay a page out: those that hold a table or much prose."""
    tables = list(islice(tree.iter("table"), _MOST_TABLES))
    layout = {table for table in tables if _lays_out(table)}
    for table in layout:
        for element in _own_rows(table):
            element.tag = "div"


def _lays_out(table: Element) -> bool:
    if table.find(".//table") is not None:
        return True
    cells = [e for e in _own_rows(table) if e.tag in ("td", "th")]
    return len(cells) <= _MOST_CELLS and any(
        sum(1 for _ in islice(cell.iter("p", "br"), 4)) >= 2 and len(cell.text_content()) >= _PROSE
        for cell in cells
    )


def _own_rows(table: Element) -> list[Element]:
    """The table with its rows and cells, not those of tables inside of it."""
    found = [table]
    for section in table.iterchildren("tr", "tbody", "thead", "tfoot"):
        found.append(section)
        rows = [section] if section.tag == "tr" else list(section.iterchildren("tr"))
        found += rows if section.tag != "tr" else []
        found += [cell for row in rows for cell in row.iterchildren("td", "th")]
    return found


def _is_furniture(element: Element) -> bool:
    if element.tag in ("dialog", "button") or element.get("hidden") is not None:
        return True
    if (element.get("role") or "").lower() in _ROLES or element.get("aria-hidden") == "true":
        return True
    if (style := element.get("style")) and _HIDDEN.search(style[:_ATTRIBUTE]):
        return True
    named = _named(element)
    if not named.strip():
        return False
    if element.tag in _INLINE or next(element.iterancestors("pre", "code"), None) is not None:
        return bool(_UNSEEN.search(named))
    return bool(
        _UNSEEN.search(named)
        or _COMMENTS.search(named)
        or _NAMES.search(named)
        or _NAMES.search(_CAMEL.sub("-", named))
    )


def _named(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:_ATTRIBUTE]


def _measured(tree: Element) -> tuple[dict[Element, int], set[Element]]:
    """How many characters each element holds, and the elements that hold a top heading."""
    sizes: dict[Element, int] = {}
    holding: set[Element] = set()
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            sizes[element] = len((element.text or "").strip())
            continue
        if element.tag == "h1":
            holding.add(element)
        parent = element.getparent()
        if parent is not None and element is not tree:
            sizes[parent] += sizes[element] + len((element.tail or "").strip())
            if element in holding:
                holding.add(parent)
    return sizes, holding
