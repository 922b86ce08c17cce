"""The visible text of a tree, one line per block. For feed items, and for pages with no main text to find."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

import lxml.etree
import lxml.html

_UNSEEN = frozenset(
    ("script", "style", "template", "noscript", "head", "title", "svg", "math", "canvas", "iframe", "object",
     "embed", "audio", "video", "textarea", "select", "option", "datalist", "button", "input", "meta", "link")
)  # fmt: skip
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div",
     "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
     "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
     "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)  # fmt: skip
_SPACES = re.compile("[ \t\r\n\f]+")

Test: TypeAlias = Callable[[lxml.html.HtmlElement], bool]


def visible_text(
    tree: lxml.html.HtmlElement,
    left_out: Test | None = None,
    quoted: Test | None = None,
    *,
    apart: bool = False,
) -> str:
    """Every block on a line of its own, white space run together as a browser does, no empty lines.

    Cells of a row stand on one line between bars. Nothing from scripts, styles or form fields, nor from
    elements that are `left_out`. Lines inside elements that are `quoted` have "> " before them. `apart` puts
    a space between inline elements, which a page's style sheet sets apart (a name and a date in spans).
    """
    lines: list[str] = []
    pieces: list[str] = []
    unseen = quotes = 0

    def close() -> None:
        for line in "".join(pieces).split("\x00"):
            if shown := _SPACES.sub(" ", line).strip(" "):
                lines.append(f"> {shown}" if quotes else shown)
        pieces.clear()

    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        hidden = tag in _UNSEEN or (left_out is not None and element is not tree and left_out(element))
        is_quote = quoted is not None and not unseen and not hidden and quoted(element)
        if event == "start":
            unseen += hidden
            if unseen:
                continue
            if is_quote:
                close()
                quotes += 1
            if apart and tag not in _BLOCKS:
                pieces.append(" ")
            _open(tag, close, pieces)
            pieces.append(_kept(element.text, tag))
            continue
        unseen -= hidden
        if unseen:
            continue
        if (tag in _BLOCKS and tag not in ("td", "th")) or is_quote:
            close()
        quotes -= is_quote
        if apart and tag not in _BLOCKS:
            pieces.append(" ")
        if element is not tree:
            parent = element.getparent()
            pieces.append(_kept(element.tail, parent.tag if parent is not None else ""))
    close()
    return "\n".join(lines)


def _open(tag: str, close: object, pieces: list[str]) -> None:
    if tag == "br":
        pieces.append("\x00")
    elif tag in ("td", "th"):
        if "".join(pieces).strip():
            pieces.append(" | ")
    elif tag in _BLOCKS:
        assert callable(close)
        close()


def _kept(text: str | None, tag: str) -> str:
    """Line ends of preformatted text are line ends; elsewhere they are spaces."""
    if not text:
        return ""
    return text.replace("\n", "\x00") if tag == "pre" else text
