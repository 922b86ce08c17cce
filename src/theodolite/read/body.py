"""Where an article's own words begin and end in what was found on its page.

The search for the main text takes along what stands close to an article: kickers and tables above the
headline, dates and sources below it, notes and neighbours after the last paragraph. What pages and their
software call the element with the words, and what such lines say, tell where to cut. Nothing inside is cut
but lines that are furniture as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import TypeAlias

import lxml.html

from theodolite.read.flow import visible_text
from theodolite.read.furniture_lines import ends_the_article, is_furniture_line
from theodolite.read.head_lines import is_signature
from theodolite.read.text_date import is_date_line

Element: TypeAlias = lxml.html.HtmlElement

_NAMES = re.compile(
    r"(?:^|\s)(?:"
    # What people call it: article-body, story__content, post_text, publication-body, newsContent and so on.
    r"(?:(?:[a-z]+[-_]+)?(?:article|post|story|entry|news|publication|report|speech|blog|press|release|text|cont|single"
    r"|feature|page|paper|con)[-_]*(?:body|content|text|copy|detail|main|richtext|rich-text|con|txt)(?:-body)?)"
    r"|(?:content|body)[-_]*(?:body|area|text|content|main)|body markup|e-content|prose|wysiwyg"
    # What software calls it.
    r"|markdown-body|theme-doc-markdown|rich-?text|w-richtext|kr-rich-text-wrapper|articledetailcontent|ztext|gh-content"
    r"|rich_media_content|js_content|trs_editor|trs_ueditor|ucap-content|artibody|show_text|ozoom|caas-body"
    r"|rm_txt_con|td-post-content|c-article-body|paywall-content|govspeak|abstract"
    r"|live-?blog(?:-body|__body)?|live-?updates|live-?feed"
    r")(?=\s|$)",
    re.IGNORECASE,
)
_LEAST = 150
"""Characters below which an element is no article's body; Han count three times."""
_SENTENCE = 40
_END = re.compile(r"[.!?…][\"'”’)]*(?:\s|\Z)|[。！？]")
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|sub-?title|sub-?headline|article-summary|excerpt|lede)(?=$|[\s_-])",
    re.IGNORECASE,
)
_SAME = 0.8
_BLOCKS = ("div", "section", "article", "main", "td", "blockquote")
_INLINE = frozenset(
    {"b", "i", "em", "strong", "a", "span", "font", "u", "code", "sub", "sup", "q", "cite", "abbr"}
)
_MOST_BODIES = 40
_COVERED = 0.5
_MOSTLY = 0.8
_WHOLE = 0.85
_SMALL = ("p", "div", "h2", "h3", "h4", "span")
_FEW = 10
_PARAGRAPH = 100
_STANDFIRST_WITHIN = (30, 600)
_TAIL = 0.4
_HEAD = 6


def body_of(tree: Element) -> Element | None:
    """The one element that is called an article's body and holds a text, None where it is none or several.

    Of such elements inside one another the innermost counts that has all the same paragraphs. Where nothing
    is called so, an element counts whose own bare text is most of the page's: old pages have no paragraphs.
    """
    first = islice((e for e in tree.iter(*_BLOCKS) if _is_named(e)), _MOST_BODIES)
    named = [e for e in first if _weight(e.text_content()) >= _LEAST]
    found: list[tuple[Element, int]] = []
    for element in named:
        weight = _prose(element)
        if found and _is_within(element, found[-1][0]):
            if weight >= _SAME * found[-1][1]:
                found[-1] = (element, weight)
            continue
        found.append((element, weight))
    if not found:
        return _bare(tree)
    element, largest = max(found, key=lambda one: one[1])
    return element if 2 * largest > sum(weight for _, weight in found) else None


def _is_named(element: Element) -> bool:
    stated = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    return bool(_NAMES.search(stated)) or "articleBody" in (element.get("itemprop") or "").split()


def _prose(element: Element) -> int:
    """Characters in lines that hold a sentence: lists of links and labels have none."""
    return _said(visible_text(element).split("\n"))


def _said(lines: Sequence[str]) -> int:
    sentences = [line for line in lines if _END.search(line) and not is_furniture_line(line)]
    return sum(weight for line in sentences if (weight := _weight(line)) >= _SENTENCE)


def _bare(tree: Element) -> Element | None:
    """The block most of the page's words stand in without paragraphs of their own."""
    whole = _weight(tree.text_content())
    for element in tree.iter("div", "td", "section", "article"):
        pieces = [element.text or ""]
        for child in element:
            if isinstance(child.tag, str) and child.tag in _INLINE:
                pieces.append(child.text_content())
            pieces.append(child.tail or "")
        if 2 * _weight(" ".join(pieces)) > whole >= _LEAST:
            return element
    return None


def trimmed(found: str, tree: Element, title: str | None) -> str:
    """The main text as `found` without what stands around the article's own words."""
    lines = found.split("\n")
    first, end = 0, len(lines)
    body = body_of(tree)
    if body is not None:
        own = visible_text(body)
        shown = _squeezed(own)
        inside = [n for n, line in enumerate(lines) if _core(line) and _core(line) in shown]
        covered = sum(len(_squeezed(lines[n])) for n in inside)
        whole = sum(len(_squeezed(line)) for line in lines)
        said, outside = _said(lines), _said([line for n, line in enumerate(lines) if n not in set(inside)])
        # Either the search has found the better part of the body, or little but the body.
        if 2 * outside > said:
            pass  # what is called a body is a summary or the like: most sentences stand elsewhere
        elif inside and (covered >= _COVERED * len(shown) or covered >= _MOSTLY * whole):
            first, end = inside[0], inside[-1] + 1
            if covered < _WHOLE * len(shown):
                # The search has lost words that stand in the body; the body has them all.
                head = lines[_headline(lines, title) : first]
                return _cleaned([*head, *own.split("\n")], len(head))
        if not inside and _prose(body) > 0.5 * said:
            return _cleaned(own.split("\n"), 0)
    start = _headline(lines, title)
    start, first = (min(start, first), first) if first else (start, start)
    head = lines[start:first]
    kept = [*head, *lines[first:end]]
    return _cleaned(_before_the_end(kept), len(head))


def with_standfirst(content: str, tree: Element) -> str:
    """The text with the sentence or two that stand between headline and article, where they were left out."""
    found = [
        " ".join(e.text_content().split())
        for e in islice(
            (e for e in tree.iter(*_SMALL) if _STANDFIRST.search((e.get("class") or "")[:300])), _FEW
        )
    ]
    texts = [
        text
        for text in dict.fromkeys(found)
        if _STANDFIRST_WITHIN[0] <= _weight(text) <= _STANDFIRST_WITHIN[1]
    ]
    if len(texts) != 1 or _squeezed(texts[0]) in _squeezed(content):
        return content
    return f"{texts[0]}\n{content}"


def _headline(lines: Sequence[str], title: str | None) -> int:
    """The line of the headline, where nothing but short lines stands above it; else the first line."""
    wanted = _squeezed(title or "")
    if not wanted:
        return 0
    for n, line in enumerate(lines):
        if _squeezed(line).removeprefix("Title:") == wanted:
            return n
        if _weight(line) >= _PARAGRAPH and "|" not in line:
            break
    return 0


def _before_the_end(lines: list[str]) -> list[str]:
    """The lines up to a heading that only furniture follows, in the last part of a text."""
    total = sum(map(len, lines))
    passed = 0
    for n, line in enumerate(lines):
        if passed >= (1 - _TAIL) * total and ends_the_article(line):
            return lines[:n]
        passed += len(line)
    return lines


def _cleaned(lines: list[str], head: int) -> str:
    """Without lines that are furniture as a whole; in the head also without dates and names of signers."""
    kept = [
        line
        for n, line in enumerate(lines)
        if not is_furniture_line(line)
        and not (n < max(head, _HEAD) and (is_date_line(line) or is_signature(line)))
    ]
    return "\n".join(kept) if any(line.strip() for line in kept) else "\n".join(lines)


def _core(line: str) -> str:
    """A line of the found text as the page shows it: without bullets, bars of tables and white space."""
    cells = [c for c in line.strip().strip("|").split("|") if c.strip(" -")]
    longest = max(cells, key=len, default="")
    return _squeezed(re.sub(r"\A\s*[-*•]\s+", "", longest))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _weight(text: str) -> int:
    return len(text.split()) and len(" ".join(text.split())) + 2 * sum(
        "\u4e00" <= c <= "\u9fff" for c in text
    )


def _is_within(element: Element, other: Element) -> bool:
    return any(e is other for e in element.iterancestors())
