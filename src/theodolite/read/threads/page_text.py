"""The text of a discussion page: the article and every comment, each under a line that says whose it is."""

from __future__ import annotations

from theodolite.model.text import Part, canonical
from theodolite.read.threads.divide import Divider
from theodolite.read.threads.post import Post, is_gone

_BETWEEN = "\n\n"


def laid_out(posts: list[Post]) -> tuple[str, tuple[Part, ...]]:
    """The text, and where each post stands in it. The posts are in the order of the page.

    Over each post stands a line with author, day and place ("ann · 2024-07-08 · comment 3, to comment 1");
    it belongs to no part. A comment that was deleted has such a line and nothing below it.
    """
    pieces: list[str] = []
    places: list[tuple[Post, int, int, str, str | None]] = []
    above: list[tuple[int, str]] = []
    length = comments = 0
    for post in posts:
        answered = None
        if post.kind == "comment":
            comments += 1
            place = f"comment {comments}"
            answered = _answered(above, post.depth, place)
        else:
            place = "article"
        body = canonical("\n".join(line for line in _body(post) if not is_gone(line)))
        if not body and post.kind != "comment":
            continue
        head = _head(post, place, answered, body)
        start = length + (len(_BETWEEN) if pieces else 0)
        pieces.append(f"{head}\n{body}" if body else head)
        length = start + len(pieces[-1])
        if body:
            places.append((post, length - len(body), length, place, answered))
    content = _BETWEEN.join(pieces)
    divider = Divider(content)
    parts: list[Part] = []
    for post, begin, end, place, answered in places:
        parts += divider.parts(post, [(begin, end)], place, answered)
    return content, tuple(parts)


def _answered(above: list[tuple[int, str]], depth: int | None, place: str) -> str | None:
    """The place of the comment that one of this depth answers; `above` holds the line of its forebears."""
    if depth is None:
        return None
    while above and above[-1][0] >= depth:
        above.pop()
    answered = above[-1][1] if above else None
    above.append((depth, place))
    return answered


def _head(post: Post, place: str, answered: str | None, body: str) -> str:
    who = post.author or ("anonymous" if post.kind == "comment" else None)
    where = f"{place}, to {answered}" if answered else place
    return canonical(" · ".join(x for x in (who, post.published, where, None if body else "deleted") if x))


def _body(post: Post) -> list[str]:
    """A post's own title stands before its words, where it says something new."""
    if post.title is None or (post.kind == "comment" and post.title.lower().startswith("re:")):
        return post.lines
    if post.lines and post.lines[0].startswith(post.title):
        return post.lines
    return [post.title, *post.lines]
