"""HTML from outside to a tree of bounded size and depth."""

from __future__ import annotations

import re

import lxml.etree
import lxml.html

from theodolite.model.errors import Refusal
from theodolite.read.limits import DEPTH_LIMIT, ELEMENT_LIMIT

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_CONTROL_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])(?!\d)|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F])(?![0-9a-fA-F]));?"
)
_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]{0,400}\?>")


def parse(markup: str, name: str) -> lxml.html.HtmlElement | None:
    """The tree of a page or a fragment, None where there is nothing in it. Raises Refusal over the limits.

    Control characters become spaces: no reader shows them and XML tools refuse them. Comments and
    processing instructions are left out.
    """
    cleaned = _CONTROL_REFERENCE.sub(" ", _NOT_XML.sub(" ", _DECLARATION.sub("", markup)))
    if not cleaned.strip("\ufeff \t\r\n\f"):
        return None
    # huge_tree lifts limits at which the parser would silently drop the rest of a page; ours refuse aloud.
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
    )
    try:
        tree = lxml.html.document_fromstring(cleaned.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError):
        tree = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Refusal(
            name, f"its elements are nested more than {DEPTH_LIMIT:,} deep", "save the article as text"
        )
    return tree


def size(tree: lxml.html.HtmlElement, name: str) -> tuple[int, int]:
    """How many elements a tree has and the sum of their depths. Raises Refusal over the limits."""
    count = depths = depth = 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        count += 1
        depths += depth
        if count > ELEMENT_LIMIT:
            raise Refusal(name, f"the page has more than {ELEMENT_LIMIT:,} elements", "split it")
        if depth > DEPTH_LIMIT:
            raise Refusal(
                name, f"its elements are nested more than {DEPTH_LIMIT:,} deep", "save the article as text"
            )
    return count, depths


def forget(element: lxml.etree._Element) -> None:
    """Free what was read and all before it: a large file is never whole in memory as a tree."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
