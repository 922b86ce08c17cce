"""Discussion pages: of which kind a page is, and what its posts and the page state together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from theodolite.read.page import Facts
from theodolite.read.threads import boards, douban, hackernews, lesswrong, linked_data, reddit, slashdot, v2ex
from theodolite.read.threads.authors import whose
from theodolite.read.threads.post import Post
from theodolite.read.threads.walk import Element, Shape, Thread, posts

SHAPES: dict[str, Shape] = {
    "Hacker News": hackernews.SHAPE,
    "Slashdot": slashdot.SHAPE,
    "Reddit": reddit.NEW,
    "old Reddit": reddit.OLD,
    "LessWrong": lesswrong.SHAPE,
    "GreaterWrong": lesswrong.GREATER,
    "schema.org": boards.MICRODATA,
    "XenForo": boards.XENFORO,
    "Discourse": boards.DISCOURSE,
    "phpBB": boards.PHPBB,
    "V2EX": v2ex.SHAPE,
    "Douban": douban.SHAPE,
}
"""The kinds of markup that are known, in the order in which they are tried."""


def find(tree: Element, name: str, received: dt.date | None) -> Thread | None:
    """The posts of a discussion page, None where the page is none. Looks at the page, changes nothing."""
    for title, shape in SHAPES.items():
        if not tree.xpath(f"boolean({shape.sign})"):
            continue
        thread = posts(tree, shape, received)
        if _is_discussion(thread):
            if title == "Slashdot" and (story := thread.article):
                story.author = whose(" ".join(story.lines), story.author)
            return _signed(thread)
    stated = linked_data.thread(tree, name, received)
    return _signed(stated) if _is_discussion(stated) else None


def _signed(thread: Thread) -> Thread:
    """Who only passes a link on has not written what stands behind it, nor its title."""
    if (article := thread.article) and not article.lines:
        article.author = None
    return thread


def completed(thread: Thread, facts: Facts, rest: Callable[[], list[str]]) -> Facts:
    """What the page states, with the article's own title, author and day before what stands about it.

    Where no article was found in the markup, `rest` (the page without its comments) is it.
    """
    article = thread.article
    if article is None:
        article = Post(kind="article", lines=rest())
        thread.posts.insert(0, article)
        thread.signed_elsewhere = True
    article.title = article.title or facts.title
    article.published = article.published or facts.published
    if thread.signed_elsewhere and article.lines:
        article.author = article.author or facts.author
    return replace(facts, title=article.title, author=article.author, published=article.published)


def _is_discussion(thread: Thread) -> bool:
    """At least one comment with words."""
    return any(post.kind == "comment" and post.lines for post in thread.posts)
