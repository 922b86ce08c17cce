"""Discussions copied out of a browser as plain text: the text stays as it is and is only divided."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence

from theodolite.model.text import Part
from theodolite.read.threads import headers, sections
from theodolite.read.threads.authors import person, whose
from theodolite.read.threads.divide import Divider
from theodolite.read.threads.headers import Header
from theodolite.read.threads.lines import Line, is_furniture, is_signature, split
from theodolite.read.threads.post import Post, day
from theodolite.read.threads.sections import Section

_FEWEST = 2
"""So many headers of one family make a discussion; one alone can stand in any text."""

_SHORT_YEAR = re.compile(r" '(\d\d)\Z")
_NAMES_AGAIN = 400
"""The most names that are known again where they stand bare on a line."""


def parts(content: str, received: dt.date | None = None) -> tuple[Part, ...]:
    """The article and the comments of a pasted discussion; empty where the text is no discussion.

    Headers, buttons, votes, signatures and notes on deleted comments lie in no part.
    """
    lines = split(content)
    section = _divided(lines, content)
    if section is None:
        return ()
    found = section.headers
    divider = Divider(content)
    made = _article(content, lines[: section.until], divider, received) if section.until else []
    for number, header in enumerate(found, start=1):
        if section.below:
            rows = lines[found[number - 2].behind if number > 1 else section.begin : header.first]
        else:
            rows = lines[header.behind : found[number].first if number < len(found) else len(lines)]
            if header.at is not None:
                rows = [Line(header.at, rows[0].end, content[header.at : rows[0].end]), *rows[1:]]
        post = Post(
            author=person(header.user), published=_day(header.date, received), title=_new(header.title)
        )
        spans = _spans(_without_head(rows, header))
        made += divider.parts(post, spans, f"comment {number}", depth=header.depth)
    return tuple(made)


def _divided(lines: Sequence[Line], content: str) -> Section | None:
    """The comments by the forms of known sites, else below a heading, else by the names below them."""
    if found := _headers(lines):
        first = found[0].first
        headed = first > 0 and sections.is_heading(lines[first - 1].words)
        return Section(found, first - headed, first)
    if section := sections.find(lines, content):
        return section
    found = [h for number in range(len(lines)) if (h := headers.footer(lines, number))]
    return Section(found, 0, 0, below=True) if len(found) >= _FEWEST else None


def _headers(lines: Sequence[Line]) -> list[Header]:
    """The headers over the comments, in order; none where they are too few to tell."""
    found: list[Header] = []
    number = 0
    while number < len(lines):
        header = headers.at(lines, number)
        if header is not None:
            found.append(header)
        number = header.behind if header else number + 1
    often = Counter(header.family for header in found)
    certain = {header.family for header in found if header.certain}
    told = {h.family for h in found if often[h.family] >= _FEWEST or h.family in certain}
    if not told:
        return []
    # In what is a discussion anyway, a single header of the plainest kind counts, too.
    return _with_bare_names(lines, [h for h in found if h.family in told or h.family == "points"])


def _with_bare_names(lines: Sequence[Line], found: list[Header]) -> list[Header]:
    """Also the lines that hold nothing but a name that is known from another header."""
    first = found[0].first
    posters = [p for number in range(min(first, 40)) if (p := headers.poster(lines, number))]
    names = {h.user for h in (*found, *posters) if h.user and len(h.user) > 2}
    names = set(sorted(names)[:_NAMES_AGAIN])
    taken = {number for h in found for number in range(h.first, h.behind)}
    begin = posters[-1].behind if posters else first
    bare = [
        Header(number, number + 1, "bare", user=line.words)
        for number, line in enumerate(lines)
        if number >= begin and line.words in names and number not in taken
    ]
    merged = sorted((*found, *bare), key=lambda h: h.first)
    # A name alone right below a header that names it repeats the header.
    return [
        h for i, h in enumerate(merged)
        if not (h.family == "bare" and i and merged[i - 1].behind == h.first and merged[i - 1].user == h.user)
    ]  # fmt: skip


def _article(content: str, rows: Sequence[Line], divider: Divider, received: dt.date | None) -> list[Part]:
    """What stands before the first comment. Whoever only passes a link on is not its author."""
    post = Post(kind="article")
    begun = next((p for number in range(min(len(rows), 40)) if (p := headers.poster(rows, number))), None)
    if begun is not None:
        body = [row for row in rows[begun.behind :] if not is_furniture(row.words)]
        post.published = _day(begun.date, received)
        if body:
            opening = content[body[0].start : body[0].start + 400]
            post.author = whose(opening, person(begun.user))
        rows = [row for number, row in enumerate(rows) if number != begun.first]
        spans = _spans(rows[: begun.first]) + _spans(rows[begun.first :])
    else:
        spans = _spans(rows)
    return divider.parts(post, spans, "article")


def _without_head(rows: Sequence[Line], header: Header) -> Sequence[Line]:
    """The lines of a comment without those at its head that only repeat its writer or say its day."""
    begin = 0
    while begin < len(rows) and begin < 4 and _repeats(rows[begin].words, header):
        begin += 1
    return rows[begin:]


def _repeats(words: str, header: Header) -> bool:
    return bool(words) and (words == header.user or headers.is_day(words))


def _spans(rows: Sequence[Line]) -> list[tuple[int, int]]:
    """The stretches of lines that somebody wrote, without the site's own lines and without a signature."""
    spans: list[tuple[int, int]] = []
    open_span = False
    for row in rows:
        if is_signature(row.words) and spans and len(rows) and rows[-1].end - row.end < 400:
            break
        if is_furniture(row.words):
            open_span = False
        elif open_span:
            spans[-1] = (spans[-1][0], row.end)
        else:
            spans.append((row.start, row.end))
            open_span = True
    return spans


def _day(stated: str | None, received: dt.date | None) -> str | None:
    return day(_SHORT_YEAR.sub(r" 20\1", stated), received) if stated else None


def _new(title: str | None) -> str | None:
    return None if title is None or title.lower().startswith("re:") else title
