"""The lines above (or below) a comment, as sites' pages read when they are copied as plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from theodolite.read.threads.lines import Line

_USER = r"[A-Za-z0-9_\u00c0-\u024f\u4e00-\u9fff][\w.~'’-]{0,38}"
_ACCOUNT = rf"(?:/?u/|@)?(?:\[(?:deleted|removed)\]|{_USER})"
_UNITS = r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|mo|yr|[hdmwys])"
AGO = rf"(?:just now|(?:about )?(?:\d{{1,3}}|an?|one) ?{_UNITS} ago)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
DATE = (
    rf"(?:{_MONTH} \d{{1,2}}(?:, \d{{4}}| '\d{{2}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})"
)
_AGE = rf"(?:\d{{1,3}} ?(?:mo|min|yr|[hdmwys])|{AGO}|(?P<date>{DATE}))(?: .{{0,20}})?"
_POINTS = r"-?\d[\d,.]*k? (?:points?|upvotes?|karma|likes?|votes?)"
_DOT = "[•·]"
_LEMMY_USER = rf"[•·*-] ?(?P<user>{_USER})(?: \[[^\]\n]{{1,20}}\])?"
_SCORED = r"(?P<title>.{1,120}?) ?\(Score: ?-?\d(?:, ?\w+)?\)"
_SCORED_BETA = r"(?P<title>.{1,120}?) ?\(-?\d(?:, ?\w+)?\)"
_BY_AT = (
    r"by (?P<user>[^()\n]{1,40}?)(?: ?\( ?\d{1,9} ?\))?(?: Alter Relationship)?(?: <[^>\n]{0,60}>)?,?"
    rf"(?: writes:?)? on (?P<date>\w+day,? {_MONTH} \d{{1,2}}, ?\d{{4}}) ?,? ?@ ?\d.{{0,50}}"
)
_MEMBER = r"(?P<user>[^()\n]{1,40}?)(?: ?\( ?\d{1,9} ?\))?(?: writes:?)?(?:,? ?(?:on|at|@|»|\|) ?.{1,60})?"
_ROLE = r"(?:\((?:op|mod|author|admin)\) ?)?"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a header: lines in a row, a pattern for each.

    `certain`: one such header tells a discussion; of others it takes two of one family.
    """

    family: str
    patterns: tuple[re.Pattern[str], ...]
    certain: bool


def _form(family: str, *patterns: str, certain: bool = False) -> Form:
    return Form(family, tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns), certain)


FORMS = (
    _form(
        "Hacker News",
        rf"(?P<user>{_ACCOUNT}) (?:{AGO}|on (?P<date>{DATE})) ?"
        r"(?:\[[–−-]\]|\| ?(?:root|parent|next|prev|context|unvote|flag|favou?rite)\b.{0,80})",
        certain=True,
    ),
    _form("Slashdot", _SCORED, _BY_AT, certain=True),
    _form("Slashdot", _SCORED_BETA, r"(?P<user>[^()|\n]{1,40}?) ?(?:\(\d{1,9}\))? ?\| .{3,40}? \| ?\(#\d+\)",
          certain=True),
    _form("Slashdot", _BY_AT + r"(?<=\))", certain=True),
    _form("Slashdot", _SCORED, rf"by {_MEMBER}"),
    _form("Slashdot", rf"{_SCORED},? (?:posted )?by {_MEMBER}"),
    _form("Slashdot", _SCORED),
    _form(
        "Reddit",
        rf"\[[–+−-]\] ?(?P<user>{_ACCOUNT})(?: ?\[[A-Z,]{{1,6}}\])? ?(?:.{{0,60}} )??"
        rf"(?:{_POINTS}|\[score hidden\]|comment score below threshold)\b.{{0,20}}? {AGO}.{{0,40}}",
        certain=True,
    ),
    _form("Reddit", rf"(?P<user>/?u/(?:\[deleted\]|{_USER}))(?: .{{0,40}}?)?(?: ?{_DOT})? ?{_AGE}"),
    _form("Reddit", rf"(?P<user>{_ACCOUNT})", _DOT, _AGE),
    _form("Lemmy", _LEMMY_USER, _DOT, AGO),
    _form("Lemmy", _LEMMY_USER, _DOT, r"edit-?\d{0,2}", AGO),
    _form("Lemmy", _LEMMY_USER, _DOT, r"edit-?\d{0,2}", _DOT, AGO),
    _form("LessWrong", r"\[[–+−-]\] ?(?P<user>[^\n\[\]|]{2,40}?) ?\d{1,2}(?:mo|[ydhmw])(?: ?-?\d{1,4}){0,3}"),
    _form("LessWrong", rf"(?P<user>[^\n|]{{2,40}}?) (?P<date>\d{{1,2}} {_MONTH} \d{{4}}) \d\d:\d\d UTC",
          r"-?\d+ points?.{0,60}"),
    _form(
        "replying",
        rf"(?:replying|in reply|reply|in response|responding) to @?{_ACCOUNT}:?",
        rf"(?P<user>{_ACCOUNT})(?: ?\([^()\n]{{1,30}}\)){{0,2}}",
    ),
    _form("replying", rf"(?P<user>{_ACCOUNT}) ?[(\[]?(?:in )?repl(?:y|ying|ies) to @?{_ACCOUNT}[)\]]?:?"),
    _form(
        "points",
        rf"(?P<user>{_ACCOUNT}) ?{_ROLE}\((?:{_POINTS}[^)\n]{{0,40}}|moderator|mod|op|admin|author)\)",
    ),
    _form(
        "points",
        rf"(?!\d+ |(?:submitted|posted|started|edited|updated|asked|published) )(?P<user>{_ACCOUNT})"
        rf"(?: ?[,·•|–—-] ?| )(?:{_POINTS}\b[^\n]{{0,60}}|{AGO}[^\n]{{0,40}})",
    ),
    _form(
        "points",
        r"(?-i:(?P<user>[A-Z\u00c0-\u00de][\w.'’-]*(?: [A-Z\u00c0-\u00de][\w.'’-]*){1,3}))(?: ?[,·•|–—-] ?| )"
        rf"(?:{_POINTS}\b[^\n]{{0,60}}|{AGO}[^\n]{{0,40}})",
    ),
    _form("Substack", r"(?P<user>(?!User[’'])[^\n]{2,40}?)[’']s avatar"),
    _form("blog", r"(?P<user>[^\n:]{2,40}) says:", rf"(?P<date>{DATE}) at \d.{{0,20}}"),
    _form("blog", rf"(?:post )?by (?P<user>[^\n»]{{2,40}}?) » (?:\w{{3}} )?(?P<date>{DATE}).{{0,20}}"),
    _form("blog", rf"posted by:? (?P<user>[^\n|]{{2,40}}?)(?: on| at|,| \|) (?P<date>{DATE}).{{0,40}}"),
    _form("blog", r"(?P<user>\S{1,20}) ?发表于 ?(?P<date>\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?).{0,20}"),
    _form("wrote", r"(?P<user>(?!(?:it|he|she|they|we|as|has|who|i) )[^\n:,.]{2,40}?(?: [A-Z]\.)?) "
          r"(?:wrote|writes|repl(?:ied|ies)|responded|commented|answered)(?: to [^\n:]{1,40})?:"),
    _form("numbered", r"#\d{1,4}[:.)]? (?:by )?(?P<user>[^\n:,|]{2,30})"),
    _form("blog", r"comment (?:posted )?by (?P<user>[^\n:|]{2,40}?)(?:(?: on| at|,| \|) .{1,40})?:?"),
)  # fmt: skip
"""All forms, those that say most first."""

_HINT = re.compile(
    r"\[[–+−-]\]|ago\b|points?\b|score\b|upvote|karma|likes?\b|votes?\b|(?:wrote|writes|ed|says):"
    r"|\Acomment |\A#\d|repl\w+ to |avatar|u/|发表于|UTC\Z"
    r"|\bby\b.{1,80}(?:\bon\b|\bat\b|[,|»])|\| ?\(?#\d|\((?:-?\d|moderator\)|mod\)|op\)|admin\)|author\))"
    r"|\bon \w{3}|\A(?:replying|in reply|reply|in response|responding) to ",
    re.IGNORECASE,
)
"""What the first line of a header holds, or a dot the second: most lines need no closer look."""

_QUOTE = re.compile(r"[>“\"]")
_POSTER = re.compile(
    r"(?:discussion |[•·*-] ?)?(?:(?:posted|submitted|started)\b(?: .{0,60}?)?|\d[\d,]* points?) by "
    rf"(?P<user>{_ACCOUNT})(?P<rest>(?:,? (?:\||[•·]|on|to|in|at|from|\(|{AGO}).{{0,120}})?)",
    re.IGNORECASE,
)
_POSTED_ON = re.compile(rf"(?:on|\|) ?(?P<date>(?:\w+day,? )?{DATE})", re.IGNORECASE)
_DAY = re.compile(rf"(?:{_AGE}|edited|liked by .{{1,60}})", re.IGNORECASE)
_FOOTER = re.compile(rf"(?:posted )?by (?P<user>{_USER})")


@dataclass(frozen=True, slots=True)
class Header:
    """A header as found: the numbers of its first line and of the line behind it, and what it says."""

    first: int
    behind: int
    family: str
    certain: bool = False
    user: str | None = None
    date: str | None = None
    title: str | None = None
    at: int | None = None
    """Where the comment begins on the header's own line, in characters of the text."""
    depth: int = 0
    """How many marks of a reply (">") stand before the header, and before the comment's own lines."""


def at(lines: Sequence[Line], number: int) -> Header | None:
    """The header that begins at a line, None where none does."""
    depth = lines[number].depth
    if depth:
        lines = [Line(r.start, r.end, r.words.lstrip("> "), r.depth) for r in lines[number : number + 6]]
        found = _at(lines, 0)
        if found is None:
            return None
        return replace(found, first=number, behind=number + found.behind, depth=depth)
    return _at(lines, number)


def _at(lines: Sequence[Line], number: int) -> Header | None:
    below = lines[number + 1].words if number + 1 < len(lines) else ""
    if not _HINT.search(lines[number].words) and below not in ("•", "·"):
        return None
    for form in FORMS:
        said: dict[str, str] = {}
        rows = lines[number : number + len(form.patterns)]
        if len(rows) < len(form.patterns):
            continue
        for row, pattern in zip(rows, form.patterns, strict=True):
            found = pattern.fullmatch(row.words)
            if found is None:
                break
            said.update({key: value for key, value in found.groupdict().items() if value})
        else:
            behind = number + len(rows)
            if form.family == "wrote" and behind < len(lines) and _QUOTE.match(lines[behind].words):
                continue  # it introduces a quotation
            return Header(
                number,
                behind,
                form.family,
                form.certain,
                said.get("user"),
                said.get("date"),
                said.get("title"),
            )
    return None


def footer(lines: Sequence[Line], number: int) -> Header | None:
    """The line below a comment that names its writer ("by ann"), None where it is none."""
    found = _FOOTER.fullmatch(lines[number].words)
    return Header(number, number + 1, "footer", user=found["user"]) if found else None


def is_day(words: str) -> bool:
    """Whether a line holds nothing but a date, an age, or who liked it."""
    return bool(_DAY.fullmatch(words))


def poster(lines: Sequence[Line], number: int) -> Header | None:
    """The line that says who began the discussion ("12 points by ann 3 hours ago"), None if it is none."""
    found = _POSTER.fullmatch(lines[number].words)
    if found is None:
        return None
    date = _POSTED_ON.search(found["rest"])
    return Header(number, number + 1, "poster", user=found["user"], date=date["date"] if date else None)
