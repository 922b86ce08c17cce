"""Web pages: the main text, and what the page states of itself.

The main text is trafilatura's, without comments; a page in which it finds none gives its whole visible
text. Scripts and styles are taken out before anything is looked for. A page that is known as a discussion
gives its article and every comment, each a part of the text (see `theodolite.read.threads`).
"""

from __future__ import annotations

import copy
import datetime as dt
import logging
import re
from itertools import islice

import lxml.etree
import lxml.html

from theodolite.model.errors import Refusal
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import Part, Text, canonical
from theodolite.read import page
from theodolite.read.body import trimmed, with_standfirst
from theodolite.read.charset import NotTextError, decode
from theodolite.read.flow import visible_text
from theodolite.read.furniture import drop_furniture, unwrap_layout_tables
from theodolite.read.limits import MAIN_TEXT_DEPTHS, MAIN_TEXT_ELEMENTS, check_length
from theodolite.read.media import declared_charset, xml_encoding
from theodolite.read.rejoin import rejoin
from theodolite.read.threads import pages
from theodolite.read.threads.page_text import laid_out
from theodolite.read.tree import parse, size

READER = "html/7"

for _library in ("trafilatura", "htmldate", "courlan"):
    # Without a handler of their own, their warnings would land on standard error.
    logging.getLogger(_library).addHandler(logging.NullHandler())

_META_WITHIN = 8192
_DROPPED = (
    "script", "style", "template", "noscript", "svg", "math", "canvas", "iframe", "object", "embed", "nav",
)  # fmt: skip
_MOST_FOOTERS = 1_000
_ATTRIBUTE_LIMIT = 2_000
_NEXT_TO_NOTHING = 0.1
_HEAD = 8


def read(snapshot: Snapshot, name: str, received: dt.date | None = None) -> Text:
    """The text of a page with its metadata. Raises Refusal where there is no text, or over the limits."""
    declared = declared_charset(snapshot.media_type)
    declared += declared_charset(snapshot.content[:_META_WITHIN].decode("latin-1"))
    declared += xml_encoding(snapshot.content)
    try:
        markup, charset = decode(snapshot.content, declared)
    except NotTextError as error:
        raise Refusal(name, str(error), "save the page again as HTML in UTF-8") from None
    tree = parse(markup, name)
    if tree is None:
        raise _no_text(name)
    count, depths = size(tree, name)
    searchable = count <= MAIN_TEXT_ELEMENTS and depths <= MAIN_TEXT_DEPTHS
    thread = pages.find(tree, name, received)
    for comment in thread.elements if thread else ():
        # What a comment states of itself is nothing that the page states of its article.
        comment.drop_tree()
    facts = page.stated(tree, name, received)
    parts: tuple[Part, ...] = ()
    if thread is None:
        shown, head = _content(tree, searchable, facts.title)
        content = _fuller(shown, facts.body, name)
        facts = page.completed(facts, head, received)
    else:
        facts = pages.completed(thread, facts, lambda: _content(tree, searchable, facts.title)[0].split("\n"))
        content, parts = laid_out(thread.posts)
    if not re.search(r"\w", content):
        raise _no_text(name)
    return Text(
        snapshot=snapshot.sha256,
        reader=READER,
        content=check_length(content, name),
        charset=charset,
        title=facts.title,
        author=facts.author,
        publisher=facts.publisher,
        published=facts.published,
        language=facts.language,
        address=facts.address,
        parts=parts,
    )


def _content(tree: lxml.html.HtmlElement, searchable: bool, title: str | None) -> tuple[str, list[str]]:
    """The main text where it can be searched for and is found, else the whole visible text.

    And its first lines as they were found, with dates and bylines that are cut from the text.
    """
    _strip(tree)
    if searchable:
        unwrap_layout_tables(tree)
        drop_furniture(tree)
    content = visible_text(tree)
    if searchable:
        main = _main_text(copy.deepcopy(tree))
        found = rejoin(main, content) if main else content
        return canonical(with_standfirst(trimmed(found, tree, title), tree)), found.split("\n", _HEAD)[:_HEAD]
    return canonical(content), []


def _fuller(shown: str, stated: str | None, name: str) -> str:
    """What the page states of its words, where it shows next to nothing of them: it is built by script."""
    if stated is None or len(shown) >= _NEXT_TO_NOTHING * len(stated):
        return shown
    lines = text_of(stated, name) if re.search(r"<(?:p|br|div)\b", stated) else canonical(stated)
    return "\n".join(" ".join(line.split()) for line in lines.splitlines() if line.strip())


def text_of(markup: str, name: str) -> str:
    """The visible text of a fragment of HTML, for example of a feed's item; empty where there is none."""
    tree = parse(markup, name)
    if tree is None:
        return ""
    size(tree, name)
    return canonical(visible_text(tree))


def _no_text(name: str) -> Refusal:
    return Refusal(
        name, "the page holds no text", "it may be built by script: save it from a browser, or as PDF"
    )


def _strip(tree: lxml.html.HtmlElement) -> None:
    """Take out what is never the document's text, and values so long that they only cost time."""
    lxml.etree.strip_elements(tree, *_DROPPED, with_tail=False)
    for footer in list(islice(tree.iter("footer"), _MOST_FOOTERS)):
        # An article's own footer can hold its last words; the page's holds none of its own.
        if next(footer.iterancestors("article", "main", "blockquote", "footer"), None) is None:
            footer.drop_tree()
    for element in tree.iter():
        for key, value in element.attrib.items():
            if len(value) > _ATTRIBUTE_LIMIT:
                element.attrib.pop(key)


def _main_text(tree: lxml.html.HtmlElement) -> str | None:
    """Trafilatura's main text, None where it finds none or fails."""
    import trafilatura

    try:
        text = trafilatura.extract(
            tree, fast=True, include_comments=False, include_tables=True, include_links=False,
            include_images=False, include_formatting=False, with_metadata=False, output_format="txt",
        )  # fmt: skip
    except Exception:
        # A foreign library on hostile input: whatever it raises, the visible text can still be read.
        return None
    return text if isinstance(text, str) and text.strip() else None
