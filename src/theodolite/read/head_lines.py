"""What a page shows right below its headline: a date that is nothing but one, and who signs.

For pages whose markup states neither. The words of the article are not looked at, but for the reporter whom a
Chinese report names before its first sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from itertools import islice

import lxml.html

from theodolite.read.flow import visible_text
from theodolite.read.text_date import text_date

_WITHIN = 10
_LONGEST_HEAD = 100
_ANCESTORS = 4
_BLOCK = 600
"""A block with more characters is the article's, no longer that of its head."""
_HAN = "\u4e00-\u9fff"
_NAME = rf"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){{1,3}}|[{_HAN}·]{{2,10}}|[{_HAN}](?:[ \u3000]+[{_HAN}]){{1,3}}"
_SIGNED = re.compile(
    r"(?:(?:[Bb]y|BY|[Ww]ritten by|[Ww]ords by|[Tt]ext by)[: ] ?|[Aa]uthors?: ?"
    r"|(?:作者|撰文|文|记者|記者)\s?[:：/｜|]\s?"
    r"|本[报報][记記]者[:： \u3000]+)"
    rf"(?P<names>(?:{_NAME})(?:(?: ?, | and | & |、|，)(?:{_NAME}))*)"
    r"(?:\s*(?:[|·•,，/—–-]|来源|\d|发布|责编).*)?"
)
_AMONG = re.compile(
    r"(?:作者|撰文|记者|記者)\s?[:：]\s?"
    rf"(?P<names>[{_HAN}·]{{2,4}}(?:[、，, ]+(?![{_HAN}]{{2,4}}[:：])[{_HAN}·]{{2,4}}){{0,3}})"
    r"(?=\s|\Z|[|责编])"
)
"""A label with names among others in a line of the head ("2024-05-15 来源：海港网 作者：林岫 责编：何曾")."""
_REPORTED = re.compile(
    rf"[〔（(【]?\s*(?:本报|本報)?(?:记者|記者)\s*(?P<names>[{_HAN}]{{2,4}}(?:、[{_HAN}]{{2,4}}){{0,3}})\s*"
    rf"[／/][{_HAN}]{{0,6}}?(?:综合|綜合)?(?:报道|報導|報道|电|電)\s*[〕）)】]?"
)


def beside(tree: lxml.html.HtmlElement) -> list[str]:
    """The lines of the small block that the page's only top heading stands in, above and below it."""
    headings = tree.findall(".//h1")
    if len(headings) != 1:
        return []
    found: list[str] = []
    for block in islice(headings[0].iterancestors("div", "section", "header", "article"), _ANCESTORS):
        if len(block.text_content()) > _BLOCK:
            break
        found = visible_text(block, apart=True).split("\n")
    return found


def below(tree: lxml.html.HtmlElement, titles: list[str]) -> list[str]:
    """The lines that follow the headline, up to the first long one and with its beginning; at most ten."""
    wanted = [re.sub(r"\s+", "", title) for title in titles if title]
    lines = visible_text(tree, apart=True).split("\n")
    squeezed = [re.sub(r"\s+", "", line) for line in lines]
    # The last mention of the title before the words: menus and paths name it first.
    at = max((n for n, line in enumerate(squeezed) if line and line in wanted), default=None)
    if at is None:
        return []
    found: list[str] = []
    for line in lines[at + 1 : at + 1 + _WITHIN]:
        found.append(line[:_LONGEST_HEAD])
        if len(line) >= _LONGEST_HEAD or sum("\u4e00" <= c <= "\u9fff" for c in line) >= _LONGEST_HEAD // 3:
            break
    return found


def date(lines: list[str], received: dt.date | None) -> str | None:
    """The day that one of the lines is."""
    return text_date("\n".join(lines), received)


def author(lines: list[str]) -> str | None:
    """The names of who signs, joined by a comma; None where no line is a byline."""
    for line in lines:
        if found := _SIGNED.fullmatch(line.strip()) or _REPORTED.match(line.strip()):
            return _names(found["names"])
    for line in lines:
        if len(line) < _LONGEST_HEAD and (found := _AMONG.search(line)):
            return _names(re.sub(r"[、，, ]+", "、", found["names"]))
    return None


def is_signature(line: str) -> bool:
    """Whether a line is a byline and nothing else."""
    return len(line) < _LONGEST_HEAD and _SIGNED.fullmatch(line.strip()) is not None


def _names(written: str) -> str:
    names = re.split(r" ?, | and | & |、|，", written)
    return ", ".join(joined(name.title() if name.isupper() and " " in name else name) for name in names)


def joined(name: str) -> str:
    """A Chinese name that is set wide ("林　岫") as it is written."""
    return re.sub(rf"(?<=[{_HAN}])[ \u3000]+(?=[{_HAN}])", "", name.strip())
