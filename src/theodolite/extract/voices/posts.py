"""Live blogs: posts under a time of day, some of them of one reporter ("18.14 Nina writes: ...")."""

from __future__ import annotations

import re

from theodolite.extract.voices.turns import UP, Turn

_FEWEST = 4
"""So many times of day at the heads of paragraphs make a live blog."""
_STAMP = re.compile(
    r"(?:^|(?<=\n\n))[ \t]*[*_#\[]{0,3}\d{1,2}[:.h]\d{2}(?:[ \t]?[ap]\.?m\.?)?"
    r"(?:[ \t](?-i:[A-Z]{2,4})\b(?![ \t]?(?-i:[A-Z])))?[*_\]]{0,3}[ \t]*(?:[-–—|·:][ \t]*)?(?=\S|\n)",
    re.M | re.I,
)
_NAME = rf"[{UP}][\w.'’-]+(?: (?:al-|[{UP}])[\w.'’-]+){{0,3}}"
_BY = re.compile(
    rf"(?P<name>{_NAME})[*_]{{0,3}}(?:[ \t]+(?:here|writes|reports|adds|again)\b[^:.\n]{{0,40}}[:.,]|"
    r"[ \t]*[:\n])"
    rf"|(?:By|From|Posted by)[ \t](?P<by>{_NAME})[ \t]*[:,\n]"
)
_SIGNED = re.compile(rf"(?:\(|[–—-][ \t]?)(?P<name>{_NAME})\)?[ \t]*\Z")
_ALONE = re.compile(
    rf"^(?:By|With|Posts? by|Live with|Live updates (?:by|from|with)|Reporting(?: by)?|Hosted by)[ \t:]+"
    rf"(?P<name>{_NAME})(?![ \t]*(?:and\b|,[ \t]*[{UP}]|&))",
    re.M,
)
_REPORTERS = re.compile(r"\b(?:[Oo]ur|[Ww]ith|[Bb]y|[Rr]eporters?|[Cc]orrespondents?)\b[^\n]{0,160}")


def find(content: str) -> tuple[Turn, ...]:
    """The posts that say whose they are; `name` as written there, to be given in full by who asks."""
    stamps = list(_STAMP.finditer(content))
    if len(stamps) < _FEWEST:
        return ()
    head = content[: stamps[0].start()]
    reporters = " ".join(m.group() for m in _REPORTERS.finditer(head))
    only = _ALONE.search(head)
    found = []
    for number, stamp in enumerate(stamps):
        end = stamps[number + 1].start() if number + 1 < len(stamps) else len(content)
        by = _BY.match(content, stamp.end(), end)
        name = (by["name"] or by["by"]) if by else None
        if name is None and (signed := _SIGNED.search(content, max(stamp.end(), end - 60), end)):
            name = signed["name"] if signed["name"].split()[0] in reporters.split() else None
        elif name and not name.isupper() and name.split()[-1] not in re.findall(r"[\w'’-]+", reporters):
            name = name if by and by["by"] else None
        if name is None and only:
            name = only["name"]
        if name:
            found.append(Turn(stamp.start(), end, name.title() if name.isupper() else name))
    return tuple(found)
