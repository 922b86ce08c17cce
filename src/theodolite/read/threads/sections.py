"""Comments below a heading that says so ("12 comments", 网友评论) or above buttons, whatever the site.

Pages without one of the known ways to write a header still name their writers in one way all through: alone
on a line, before a colon or a dash, in brackets, with a day or a place behind the name, or below the comment.
The way counts that most comments have. That these are comments is told by a heading, by buttons to reply, or
by names that only users have: nobody else is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from theodolite.read.threads.headers import AGO, DATE, Header
from theodolite.read.threads.lines import Line, is_furniture

_HEADING = re.compile(
    r"#{0,4} ?\**(?:(?:\d[\d,.]*|all|top|our|your|the|from the|latest|newest|best|selected|featured|public|"
    r"user|most liked|users[’']|reader|readers[’']?|visitor) ){0,3}"
    r"(?:comments?(?: section| thread)?|replies|responses|reactions|thread|forum thread|"
    r"discussion(?: thread)?|"
    r"(?:网友|读者|用户|热门|精选|全部|最新|精彩)?(?:评论|留言|跟帖|回复|热评|讨论)区?)"
    r"(?: ?[(（\[]\d[\d,]*[)）\]]| ?[:：·|–—-].{0,80}"
    r"| (?:below|under|on|to|about|from|after|in)\b.{0,140})?\**:?",
    re.IGNORECASE,
)
_REPLY = re.compile(r"[↩↪]? ?reply\b.{0,40}|回复", re.IGNORECASE)
"""A line of buttons below a comment."""
_PERSON = (
    r"[A-Z\u00c0-\u00de\u0100-\u017d][\w.'’-]{0,24}"
    r"(?: (?:[A-Z\u00c0-\u00de\u0100-\u017d][\w.'’-]{0,24}|de|van|von|der|da|al|bin|el)){0,4}"
)
_HANDLE = r"@?(?=[\w.~-]*[A-Za-z])[A-Za-z0-9_][\w.~-]{1,30}"
_HAN = r"[\u4e00-\u9fff][\u4e00-\u9fff\w·]{1,12}"
_NAME = rf"(?P<user>{_PERSON}|{_HANDLE}|{_HAN})"
_TIME = r"\[?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?\]?"
_VOTES = r"(?:points?|likes?|upvotes?|votes?|karma|replies|pts)"
_BEHIND = (
    rf"(?:[ ,·|–—-]{{0,3}}[\[(]?[+▲△↑★♥👍]? ?-?\d{{1,5}} ?{_VOTES}?[\])]?"
    rf"|(?: ?[,，·•|–—-] ?| )(?:on |at |posted |posted on )?(?:(?P<date>{DATE})|{AGO}|{_TIME})[^\n]{{0,40}}"
    r"|,? (?:from|in) [A-Z][\w .'’-]{1,30}|, [A-Z][\w .'’-]{1,30}| ?[(（][^()（）\n]{1,40}[)）]"
    r"| (?:in reply|replying|in response|replies|reply) to [^\n]{1,40}| ?(?:→|->|▸|»|@) ?[^\n:]{1,40})"
)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to name the writer: a line above (or `below`) the comment, or the head of its first line."""

    name: str
    pattern: re.Pattern[str]
    inline: bool = False
    below: bool = False
    bare: bool = False
    """The name stands quite alone: only a comment's own words below it tell it from a heading."""


_VERB = r"(?:wrote|writes|replied|replies|commented|comments|said|says|posted|responded|answered|added)"
_MARKS = r"[*_]{0,3}"
_WAYS = (
    _Way("dated", re.compile(rf"(?:\d{{1,4}}[.)] )?(?:by )?{_NAME}{_BEHIND}:?")),
    _Way("by", re.compile(rf"(?i:(?:(?:comment|posted|reply|post|written) )?by):? {_NAME}{_BEHIND}?:?")),
    _Way("wrote", re.compile(rf"{_NAME}{_BEHIND}? {_VERB}(?: (?:on|at) [^\n:]{{1,40}}|, [^\n:]{{1,40}})?:?")),
    _Way("field", re.compile(rf"(?i:from|user|name|author|poster|posted by|commenter): ?{_NAME}{_BEHIND}?")),
    _Way(
        "label",
        re.compile(
            rf"(?:[-*•] )?(?:{_TIME}[ -]{{1,3}})?{_MARKS}{_NAME}{_BEHIND}?{_MARKS} ?[:：]{_MARKS} ?(?=\S)"
        ),
        inline=True,
    ),
    _Way("dash", re.compile(rf"(?:[-*•] )?{_MARKS}{_NAME}{_BEHIND}?{_MARKS} ?[–—] ?(?=\S)"), inline=True),
    _Way("brackets", re.compile(rf"[\[【<]{_NAME}{_BEHIND}?[\]】>]:? ?(?=\S)"), inline=True),
    _Way("bare", re.compile(rf"(?:#?\d{{1,4}}[.):]? )?{_MARKS}{_NAME}{_MARKS}:?"), bare=True),
    _Way("signed", re.compile(rf"(?:[–—―~]|--?) ?{_NAME}{_BEHIND}?\.?"), below=True),
)
_OF_USERS = tuple(way for way in _WAYS if way.name in ("dated", "label", "bare"))
"""Ways that tell by the names alone."""
_HEADINGS = 5
"""The most headings below which comments are looked for."""
_USER_NAME = re.compile(r"\A@|[A-Za-z]_|_[A-Za-z]|[a-z]\d|\A[a-z]+[A-Z]")
"""What no word and no person's name has."""
_SHORTEST = 20
"""A comment below a bare name has a line at least this long: shorter ones are headings or more names."""


@dataclass(frozen=True, slots=True)
class Section:
    """The comments of a text by the headers that name their writers, which stand `below` them or above.
    `until` is the line at which what stands before ends, `begin` the one at which the comments begin."""

    headers: Sequence[Header]
    until: int
    begin: int
    below: bool = False


def is_heading(words: str) -> bool:
    """Whether a line says that comments follow."""
    return bool(_HEADING.fullmatch(words))


def find(lines: Sequence[Line], content: str) -> Section | None:
    """The section of comments that begins at the first heading with two or more comments in one way."""
    headings = (n for n, line in enumerate(lines) if line.words and is_heading(line.words))
    first = list(islice(headings, _HEADINGS))
    replies = sum(bool(_REPLY.fullmatch(line.words)) for line in lines) >= 2
    wanted = _WAYS if first or replies else _OF_USERS
    named = {way: list(_headers(lines, way, content)) for way in wanted}
    for number in first:
        loose = "discussion" in lines[number].words.lower()
        if most := _most(number, {way: h for way, h in named.items() if not (way.bare and loose)}):
            way, found = most
            return Section(found, number, number + 1, way.below)
    if replies and (most := _most(-1, {way: h for way, h in named.items() if not way.below})):
        _, found = most
        return Section(found, found[0].first, found[0].first)
    return _of_users(lines, named)


def _most(heading: int, named: Mapping[_Way, Sequence[Header]]) -> tuple[_Way, Sequence[Header]] | None:
    """The way that most comments below a heading have, with their headers; None where none has two."""
    below = {way: [h for h in headers if h.first > heading] for way, headers in named.items()}
    way = max(below, key=lambda way: len(below[way]))
    return (way, below[way]) if len(below[way]) >= 2 else None


def _of_users(lines: Sequence[Line], named: Mapping[_Way, Sequence[Header]]) -> Section | None:
    """A talk of users whose names no word and no person has, below no heading: "kelp_27: ..." before most
    lines, or such a name alone, or with a time, over three posts or more."""
    for way in _OF_USERS:
        found = [h for h in named[way] if way.inline or _is_user(h.user or "")]
        users = {header.user or "" for header in found}
        if len(found) < 3 or len(users) < 2 or not any(_USER_NAME.search(user) for user in users):
            continue
        if not way.inline or 2 * len(found) >= len(lines) - found[0].first:
            return Section(found, found[0].first, found[0].first)
    return None


def _is_user(name: str) -> bool:
    return name.islower() or bool(_USER_NAME.search(name))


def _headers(lines: Sequence[Line], way: _Way, content: str) -> Iterator[Header]:
    for number, line in enumerate(lines):
        if way.inline:
            head = content[line.start : min(line.end, line.start + 120)]
            blank = len(head) - len(head.lstrip())
            if found := way.pattern.match(head, blank):
                yield _header(number, number, way, found, line.start + found.end())
            continue
        found = way.pattern.fullmatch(line.words) if line.words and not is_furniture(line.words) else None
        if found is None or (way.bare and not _has_words(lines, number + 1)):
            continue
        yield _header(number, number + 1, way, found, None)


def _header(first: int, behind: int, way: _Way, found: re.Match[str], at: int | None) -> Header:
    said = found.groupdict()
    return Header(first, behind, f"section {way.name}", user=said["user"], date=said.get("date"), at=at)


def _has_words(lines: Sequence[Line], number: int) -> bool:
    """Whether a line of prose stands here."""
    if number >= len(lines):
        return False
    return not lines[number].words or len(lines[number].words) >= _SHORTEST
