"""Posts out of a page's tree, in one pass, by what a site's markup calls its pieces."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

import lxml.etree
import lxml.html

from theodolite.read.flow import Test, visible_text
from theodolite.read.threads.authors import person
from theodolite.read.threads.post import Post, day, line

Element: TypeAlias = lxml.html.HtmlElement
Value: TypeAlias = Callable[[Element], str | None]
"""What an element says, None where it is not the kind of element that does."""

_SPOKEN_BY_OTHERS = frozenset(
    {"quote", "quotetext", "bbcodeblockquote", "bbcode_quote", "quotebox", "quoteblock"}
)
_FURNITURE = frozenset(
    ("reply", "sig", "signature", "edited", "notice", "flat-list", "buttons", "commentsub", "quote-controls",
     "lastedited", "reportform", "bbcodeblock-sourcejump", "bbcodeblock-expandlink")
)  # fmt: skip

_FIRST_TAGS = 30


def nothing(element: Element) -> None:
    """What no element says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a kind of site marks up a discussion.

    `sign` is an XPath that finds something only where the page is of this kind. `is_comment` and
    `is_article` tell the elements that hold one post; comments may be nested. `is_body` tells the element
    with a post's words. The rest give what an element inside a post says of it; the first that does counts.
    """

    sign: str
    is_comment: Test
    is_body: Test
    is_article: Test = lambda element: False
    author: Value = nothing
    published: Value = nothing
    title: Value = nothing
    address: Value = nothing
    depth: Callable[[Element], int | None] = nothing
    is_quote: Test = lambda element: False
    first_is_article: bool = False
    """The first comment of a page is what the others answer (a board's opening post)."""

    signed_elsewhere: bool = False
    """The article's author and day may stand outside of it, where the page states its own."""


@dataclass(slots=True)
class Thread:
    """The posts of a page in order, and the elements that hold the comments (the outermost).

    There is at most one article. `signed_elsewhere` as in `Shape`.
    """

    posts: list[Post] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    signed_elsewhere: bool = False

    @property
    def article(self) -> Post | None:
        """What the comments are on, None where the page does not hold it."""
        return next((post for post in self.posts if post.kind == "article"), None)


def posts(tree: Element, shape: Shape, received: dt.date | None) -> Thread:
    """All posts of a page of this shape; time is linear in its size."""
    thread = Thread(signed_elsewhere=shape.signed_elsewhere)
    opening: Post | None = None
    open_posts: list[tuple[Element, Post]] = []
    nested = 0
    walk = lxml.etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        if event == "end":
            if open_posts and open_posts[-1][0] is element:
                nested -= open_posts.pop()[1].kind == "comment"
            continue
        comment = shape.is_comment(element)
        if comment or (not open_posts and shape.is_article(element)):
            if not comment or (shape.first_is_article and opening is None):
                if opening is None:
                    opening = Post(kind="article")
                    thread.posts.insert(0, opening)
                open_posts.append((element, opening))
            else:
                open_posts.append((element, Post(depth=nested)))
                thread.posts.append(open_posts[-1][1])
                if not nested:
                    thread.elements.append(element)
                nested += 1
        if open_posts:
            post = open_posts[-1][1]
            _fill(post, element, shape, received)
            if not post.lines and shape.is_body(element):
                post.lines = body(element, shape)
                walk.skip_subtree()
    return thread


def _fill(post: Post, element: Element, shape: Shape, received: dt.date | None) -> None:
    """Note what an element says of the post that it stands in."""
    if post.author is None:
        post.author = person(shape.author(element))
    if post.published is None:
        post.published = day(shape.published(element), received)
    if post.title is None:
        post.title = line(shape.title(element))
    if post.address is None:
        post.address = line(shape.address(element))
    if (depth := shape.depth(element)) is not None:
        post.depth = depth


def body(element: Element, shape: Shape) -> list[str]:
    """The lines of a post, those it quotes with "> " before them; no signature, no nested post."""

    def left_out(inner: Element) -> bool:
        return bool(_FURNITURE & tokens(inner)) or shape.is_comment(inner) or _names_the_quoted(inner)

    def is_quote(inner: Element) -> bool:
        return inner.tag == "blockquote" or bool(_SPOKEN_BY_OTHERS & tokens(inner)) or shape.is_quote(inner)

    return [shown for shown in visible_text(element, left_out, is_quote).split("\n") if shown]


def _names_the_quoted(element: Element) -> bool:
    """The line over a quotation that says whom it quotes."""
    if element.tag != "cite" and "title" not in tokens(element):
        return False
    around = list(islice(element.iterancestors(), 2))
    return any(e.tag == "blockquote" or "quote" in tokens(e) for e in around)


def tokens(element: Element) -> set[str]:
    """The classes of an element in lower case."""
    stated = element.get("class") if isinstance(element.tag, str) else None
    return set(stated.lower().split()) if stated else set()


def words(element: Element) -> str:
    """The words of an element, as far as its first tags go: names and dates are short."""
    found: list[str] = []
    walk = lxml.etree.iterwalk(element, events=("start", "end"))
    for event, inner in islice(walk, 2 * _FIRST_TAGS):
        text = inner.text if event == "start" else inner.tail
        if text and isinstance(inner.tag, str) and (event == "start" or inner is not element):
            found.append(text[:500])
    return " ".join("".join(found).split())[:500]
