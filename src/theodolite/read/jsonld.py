"""What a page states of itself in JSON-LD (schema.org), the most explicit of all statements."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Any

import lxml.html

_ARTICLES = frozenset(
    ("Article", "NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle",
     "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle",
     "BlogPosting", "LiveBlogPosting", "Report", "SatiricalArticle", "ScholarlyArticle",
     "MedicalScholarlyArticle", "SocialMediaPosting", "DiscussionForumPosting", "TechArticle", "APIReference")
)  # fmt: skip
_SCRIPT_LIMIT = 1_000_000
_MOST_NODES = 2_000
_WRAPPERS = (("//", ""), ("<![CDATA[", "]]>"), ("<!--", "-->"), ("//", "//"))
"""What pages put around a script so that very old software passes it over."""

Node = dict[str, Any]


def article(
    tree: lxml.html.HtmlElement, addresses: set[str], titles: list[str]
) -> tuple[Node, dict[str, Node]]:
    """The node of the one article the page is about, and all nodes by @id; empty where that is not clear.

    A page can list many articles: then the one with the page's own address or title is meant, else none.
    """
    by_id: dict[str, Node] = {}
    found: list[Node] = []
    for node in _nodes(tree):
        if isinstance(name := node.get("@id"), str):
            by_id.setdefault(name, {}).update(node)
        if types(node) & _ARTICLES:
            found.append(node)
    if len(found) == 1:
        return found[0], by_id
    for node in found:
        if _addresses(node) & addresses:
            return node, by_id
    for node in found:
        headline = text(node.get("headline") or node.get("name"))
        if headline and any(title.startswith(headline) for title in titles):
            return node, by_id
    return {}, by_id


def types(node: Node) -> set[str]:
    """The node's schema.org types, without their address."""
    stated = node.get("@type")
    return {str(t).rsplit("/", 1)[-1] for t in (stated if isinstance(stated, list) else [stated]) if t}


def names(value: Any, by_id: dict[str, Node]) -> list[tuple[str, bool]]:
    """Names in an author or publisher, in order, each with whether it is stated to be an organisation."""
    out: list[tuple[str, bool]] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            out.append((one, False))
        elif isinstance(one, dict):
            node = {**by_id.get(str(one.get("@id")), {}), **one}
            name = node.get("name")
            if isinstance(name, list):
                name = name[0] if name else None
            if isinstance(name, str):
                out.append(
                    (name, bool(types(node) & {"Organization", "NewsMediaOrganization", "Corporation"}))
                )
    return [(shown, group) for name, group in out[:20] if (shown := text(name))]


def text(value: Any) -> str | None:
    """A line of text, with the character references that publishers leave in it undone."""
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def address(node: Node) -> str | None:
    """Where the article says it is."""
    for key in ("url", "mainEntityOfPage"):
        value = node.get(key)
        value = value.get("@id") or value.get("url") if isinstance(value, dict) else value
        if isinstance(value, str):
            return value
    return None


def indexed(tree: lxml.html.HtmlElement) -> str | None:
    """The date that Chinese pages state for a search engine's index ("cambrian"), outside of schema.org."""
    for node in _nodes(tree):
        if "cambrian" in str(node.get("@context", "")) and isinstance(node.get("pubDate"), str):
            return str(node["pubDate"])
    return None


def body(node: Node) -> str | None:
    """The article's words, where they are stated and not for subscribers alone."""
    stated = node.get("articleBody")
    free = str(node.get("isAccessibleForFree", True)).lower() != "false"
    return html.unescape(stated) if isinstance(stated, str) and stated.strip() and free else None


def _addresses(node: Node) -> set[str]:
    value = node.get("mainEntityOfPage")
    inner = value.get("@id") if isinstance(value, dict) else value
    return {str(a) for a in (node.get("url"), inner, node.get("@id")) if isinstance(a, str)}


def _nodes(tree: lxml.html.HtmlElement) -> Iterator[Node]:
    """The nodes at the top of every block, in @graph and in mainEntity; not those in lists of links."""
    left = _MOST_NODES
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        waiting = [_parsed(script.text or "")]
        while waiting and left > 0:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting.extend(value[:left])
            elif isinstance(value, dict):
                left -= 1
                yield value
                waiting.extend(value[key] for key in ("@graph", "mainEntity") if key in value)


def _parsed(source: str) -> Any:
    if len(source) > _SCRIPT_LIMIT:
        return None
    for before, after in _WRAPPERS:
        source = source.strip().removeprefix(before).removesuffix(after)
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None
