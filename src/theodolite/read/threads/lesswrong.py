"""LessWrong and the boards on the same software, and GreaterWrong, which shows them in markup of its own."""

from __future__ import annotations

from theodolite.read.threads.walk import Element, Shape, tokens, words

_BODIES = frozenset({"commentbody", "contentstyles-commentbody", "postspage-postcontent"})


def _is_comment(element: Element) -> bool:
    return element.tag == "div" and bool(tokens(element) & {"commentframe-node", "comments-node"})


def _author(element: Element) -> str | None:
    named = any(t.startswith(("usersnamedisplay-", "postsauthors-authorname", "commentusername-"))
                for t in tokens(element))  # fmt: skip
    return words(element) if named and element.tag in ("a", "span") else None


def _is_body(element: Element) -> bool:
    if element.get("id") in ("postContent", "postBody"):
        return True
    return any(t.startswith("commentbody-") or t in _BODIES for t in tokens(element))


def _is_title(element: Element) -> bool:
    return any(t.startswith("postspagetitle-") for t in tokens(element))


def _is_article(element: Element) -> bool:
    return element.tag in ("div", "article") and any(t.startswith("postspage-") for t in tokens(element))


def _anchor(element: Element) -> str | None:
    """The comment's permalink: the link round its date."""
    link = element.get("href") or "" if element.tag == "a" else ""
    return link if "commentId=" in link and link.startswith("https://") else None


SHAPE = Shape(
    sign="//div[contains(@class, 'comments-node') or contains(@class, 'CommentFrame-node')]",
    is_comment=_is_comment,
    is_article=_is_article,
    is_body=_is_body,
    author=_author,
    published=lambda e: e.get("datetime") if e.tag == "time" else None,
    title=lambda e: words(e) if _is_title(e) else None,
    address=_anchor,
    signed_elsewhere=True,
)

GREATER = Shape(
    sign="//*[contains(@class, 'comment-item')]",
    is_comment=lambda e: "comment-item" in tokens(e),
    is_article=lambda e: "post" in tokens(e) and e.tag in ("main", "article", "div"),
    is_body=lambda e: bool(tokens(e) & {"comment-body", "post-body"}),
    author=lambda e: words(e) if e.tag == "a" and "author" in tokens(e) else None,
    published=lambda e: (e.get("data-js-date") or words(e)) if "date" in tokens(e) else None,
    title=lambda e: words(e) if e.tag == "h1" else None,
    signed_elsewhere=True,
)
