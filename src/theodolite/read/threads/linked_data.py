"""Comments that a page states in JSON-LD (schema.org), for pages whose markup says nothing."""

from __future__ import annotations

import datetime as dt
from typing import Any

from theodolite.read import jsonld
from theodolite.read.flow import visible_text
from theodolite.read.threads.authors import person
from theodolite.read.threads.post import Post, day, line
from theodolite.read.threads.walk import Thread
from theodolite.read.tree import parse

_DISCUSSIONS = frozenset({"DiscussionForumPosting", "SocialMediaPosting", "Question"})
_MOST = 20_000
_DEEPEST = 500


def thread(tree: Any, name: str, received: dt.date | None) -> Thread:
    """The posts of the one discussion that the page's JSON-LD describes; without posts if it has none."""
    found = Thread()
    node, by_id = jsonld.article(tree, set(), [])
    if not jsonld.types(node) & _DISCUSSIONS or not _answers(node):
        return found
    waiting: list[tuple[dict[str, Any], int]] = [(node, -1)]
    while waiting and len(found.posts) < _MOST:
        one, depth = waiting.pop()
        found.posts.append(_post(one, depth, by_id, name, received))
        if depth < _DEEPEST:
            waiting += [(answer, depth + 1) for answer in reversed(_answers(one))]
    return found


def _answers(node: dict[str, Any]) -> list[dict[str, Any]]:
    stated = [node.get(key) for key in ("comment", "suggestedAnswer", "acceptedAnswer")]
    flat = [one for value in stated for one in (value if isinstance(value, list) else [value])]
    return [one for one in flat if isinstance(one, dict)]


def _post(
    node: dict[str, Any], depth: int, by_id: dict[str, Any], name: str, received: dt.date | None
) -> Post:
    stated = node.get("text") or node.get("articleBody")
    names = jsonld.names(node.get("author") or node.get("creator"), by_id)
    address = jsonld.address(node)
    published = node.get("datePublished") or node.get("dateCreated")
    return Post(
        kind="comment" if depth >= 0 else "article",
        title=line(jsonld.text(node.get("headline") or (node.get("name") if depth < 0 else None))),
        author=person(names[0][0]) if names else None,
        published=day(published, received) if isinstance(published, str) else None,
        address=address if address and address.startswith("http") else None,
        depth=depth if depth >= 0 else None,
        lines=_lines(stated, name) if isinstance(stated, str) else [],
    )


def _lines(stated: str, name: str) -> list[str]:
    """The text of a post, which some sites state as markup and others as plain lines."""
    if "<" in stated and ">" in stated and (fragment := parse(stated, name)) is not None:
        stated = visible_text(fragment, quoted=lambda e: e.tag == "blockquote")
    return [shown for shown in (" ".join(x.split()) for x in stated.splitlines()) if shown]
