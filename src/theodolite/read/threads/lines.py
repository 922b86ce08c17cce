"""The lines of a pasted page, with their places, and the lines that nobody wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass

from theodolite.read.threads.post import is_gone

_LINE = re.compile(r"[^\r\n]+")
_BLANKS = re.compile(r"[ \t\u00a0]+")
_MARKS = re.compile(r"[ \t]*(?:>[ \t]?){1,8}")
_LONGEST = 200
"""A longer line is prose: nothing is looked for in it."""

_BUTTONS = re.compile(
    r"(?>(?>reply to this|reply|replies|parent|next|prev|root|context|hide|past|favou?rite|unvote|share|save"
    r"|flag(?: as inappropriate)?|report|permalink|embed|give award|awards?|edit(?:ed)?|delete|follow"
    r"|like[sd]?|upvoted?|downvoted?|vote|collapse|expand full comment|continue this thread|continue reading"
    r"|see more|read more|load (?:more|all) (?:comments|replies)|(?:view|show) (?:all|more|parent) comments"
    r"|more replies|more|top|op|author|moderator|mod|log in or sign up to (?:comment|vote)|sort(?:ed)? by"
    r"|best|new(?:est)?|old(?:est)?|controversial|add a comment|join the conversation|level \d+|\[[–+−-]\]"
    r"|(?:\d[\d,.]*k? )?(?:comments?|replies|points?|upvotes?|likes?|votes?|children|karma)|all)"
    r"|[ \t|•·.,:/()\d▲▼△▽↑↓⬆⬇−+–*-])+",
    re.IGNORECASE,
)
"""Lines of words that stand on buttons, and of counts: copied, they often run into each other."""

_SAID_BY_THE_SITE = re.compile(
    r"there may be more comments in this discussion.*|.{0,60}'s avatar|/?u/\S{1,40} avatar"
    r"|\(score: ?-?\d.{0,30}\)|comment (?:deleted|removed) by .{1,20}|from the .{1,80} dept\."
    r"|this (?:thread|discussion|topic) (?:is|has been) (?:archived|locked).*"
    r"|r/\w{2,30} ?[•·]? ?\d{1,3} ?\w{1,2} ago|\d{1,2}/\d{1,2}/\d{4} at \d.{0,15}|https?://\S+",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"--|_{8,}|-{8,}|—{2,}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: where it stands, and its words with single blanks ("" where it is long).

    `depth`: how many marks of a reply or a quotation (">") stand before the words."""

    start: int
    end: int
    words: str
    depth: int = 0


def split(content: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    found: list[Line] = []
    for match in _LINE.finditer(content):
        length = match.end() - match.start()
        words = _BLANKS.sub(" ", match.group()).strip(" \ufeff") if length <= _LONGEST else ""
        if words or length > _LONGEST:
            marks = _MARKS.match(match.group())
            depth = marks.group().count(">") if marks else 0
            found.append(Line(match.start(), match.end(), words, depth))
    return found


def is_furniture(words: str) -> bool:
    """Whether a line is the site's own: buttons, votes, counts, a note that something was deleted."""
    if not words:
        return False
    whole = _BUTTONS.fullmatch(words) or _SAID_BY_THE_SITE.fullmatch(words)
    return bool(whole) or is_gone(words)


def is_signature(words: str) -> bool:
    """Whether what stands below this line, to the end of the post, is its writer's signature."""
    return bool(_SIGNATURE.fullmatch(words))
