"""A post's stretch of text divided into what its writer says and what the writer quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from theodolite.model.text import Part
from theodolite.read.threads.authors import person
from theodolite.read.threads.post import Post

_LINE = re.compile(r"[^\r\n]+")
_QUOTED = re.compile(r"[ \t]*(?:>|&gt;)(?!>?[_.-]?[<>])")
_MARKS = re.compile(r"[ \t\r\n>]+")
_INTRODUCED = re.compile(r"(?:[Oo]n [^\n]{4,60}, )?(?P<name>[^\n:]{2,40}?) (?:wrote|writes|said):")
_SHORTEST = 12
"""A quotation shorter than this, in characters, could stand in anybody's post."""

_LOOKED_AT = 20_000
"""The most characters of an earlier post that are searched for a quotation."""

_EARLIER = 6
"""How many of the posts before are searched, besides the article and the post that is answered."""

_MOST_SEARCHES = 3_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to `end` one voice: the writer's own, or (`quoted`) somebody else's."""

    start: int
    end: int
    quoted: bool


def stretches(
    content: str, spans: Sequence[tuple[int, int]], quotes: bool = True, depth: int = 0
) -> Iterator[Stretch]:
    """The own and the quoted stretches of the spans, in order, without blank ends.

    Where not `quotes`, a line with ">" before it is the writer's own; so is one with no more than `depth`
    marks, where replies are set in with them.
    """
    for start, end in spans:
        first = last = -1
        quoted = False
        for line in _LINE.finditer(content, start, end):
            words = line.group()
            if not words.strip():
                continue
            is_quoted = quotes and _QUOTED.match(words) is not None
            if depth and is_quoted:
                marks = _MARKS.match(words)
                is_quoted = marks is not None and marks.group().count(">") > depth
            if first >= 0 and is_quoted != quoted:
                yield Stretch(first, last, quoted)
                first = -1
            if first < 0:
                begins = words.lstrip(" \t>" if depth and not is_quoted else None)
                first, quoted = line.start() + len(words) - len(begins), is_quoted
            last = line.start() + len(words.rstrip())
        if first >= 0:
            yield Stretch(first, last, quoted)


class Divider:
    """Makes parts of posts in their order, and finds whose words a quotation repeats."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._said: list[tuple[str, Part]] = []
        self._at_place: dict[str, list[tuple[str, Part]]] = {}
        self._left = _MOST_SEARCHES

    def parts(
        self,
        post: Post,
        spans: Sequence[tuple[int, int]],
        place: str,
        answered: str | None = None,
        depth: int = 0,
    ) -> list[Part]:
        """The parts of one post, whose text stands in `spans`. `answered` is the place of what it answers,
        `depth` with how many marks the post is set in."""
        made: list[Part] = []
        for stretch in stretches(self._content, spans, quotes=post.kind == "comment", depth=depth):
            if stretch.quoted:
                made.append(self._quotation(stretch, place, answered, made[-1] if made else None))
                continue
            made.append(
                Part(
                    start=stretch.start, end=stretch.end, kind=post.kind, title=post.title,
                    author=post.author, published=post.published, address=post.address, place=place,
                )
            )  # fmt: skip
        for part in made:
            if part.kind != "quotation":
                words = _plain(self._content[part.start : min(part.end, part.start + _LOOKED_AT)])
                self._said.append((words, part))
                self._at_place.setdefault(place, []).append((words, part))
        return made

    def _quotation(self, stretch: Stretch, place: str, answered: str | None, before: Part | None) -> Part:
        """Somebody else's words, with their author where the text shows who that is."""
        source = self._source(stretch, answered)
        author = source.author if source else None
        if source is None and before is not None:
            last = self._content[max(before.start, before.end - 120) : before.end].splitlines()[-1]
            introduced = _INTRODUCED.fullmatch(last.strip())
            author = person(introduced["name"]) if introduced else None
        return Part(
            start=stretch.start,
            end=stretch.end,
            kind="quotation",
            author=author,
            published=source.published if source else None,
            address=source.address if source else None,
            place=place,
        )

    def _source(self, stretch: Stretch, answered: str | None) -> Part | None:
        """The part that a quotation repeats: of the post answered, of a post before, of the article."""
        quoted = self._content[stretch.start : min(stretch.end, stretch.start + 2_000)]
        words = _plain(_LINE.search(quoted).group() if "\n" in quoted else quoted)  # type: ignore[union-attr]
        words = words.strip(" .…\"'“”")[:200]
        if len(words) < _SHORTEST or self._left <= 0:
            return None
        self._left -= 1
        parent = self._at_place.get(answered or "", [])[:3]
        for said, part in (*parent, *self._said[: -_EARLIER - 1 : -1], *self._said[:2]):
            if words in said:
                return part
        return None


def _plain(words: str) -> str:
    return _MARKS.sub(" ", words.replace("&gt;", ">")).strip().casefold()
