"""Saved pages with what a reader should make of them, and how far a reading is from it.

A page is right where title, date and author are what the page's own marks say, the words of the text are
nearly the same (F1 of the bag of words, of characters for Chinese) and no sentence from beside it is in it.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lxml.html
import yaml

from theodolite.model.errors import Refusal
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import Text
from theodolite.read import document
from theodolite.read.dated import address_date, dated
from theodolite.read.text_date import text_date

PAGES = Path(__file__).parents[1] / "read" / "pages"
RECEIVED = dt.date(2025, 12, 1)
_MARKS = re.compile(r" data-(?:is-text|either|drop)(?:=\"[^\"]*\")?")
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")
_UNSEEN = ("script", "style", "head", "title", "h1", "template", "noscript", "option", "button")
_MARKED = {"data-is-text", "data-either"}
_SENTENCE, _HAN_SENTENCE = 30, 14
_FLOOR = 0.95


@dataclass(frozen=True)
class Saved:
    """A page as saved, its marks, and what it states."""

    name: str
    marked: str
    truth: dict[str, Any]

    @property
    def snapshot(self) -> Snapshot:
        """The bytes without the marks, in the page's own character set."""
        markup = _MARKS.sub("", self.marked)
        return Snapshot(markup.encode(self.truth.get("charset", "utf-8")), self.truth.get("media_type"))

    def read(self) -> Text | Refusal:
        try:
            return document(self.snapshot, self.truth["address"], RECEIVED)
        except Refusal as refusal:
            return refusal


def saved(folder: str = "saved") -> list[Saved]:
    """The pages of a folder beside the tests of reading."""
    place = PAGES / folder
    truth = yaml.safe_load((place / "truth.yml").read_text(encoding="utf-8"))
    return [Saved(n, (place / f"{n}.html").read_text(encoding="utf-8"), t) for n, t in truth.items()]


def faults(page: Saved) -> dict[str, str]:
    """What is wrong with the reading of a page, by field; empty where all is right."""
    text = page.read()
    if isinstance(text, Refusal) or page.truth.get("refused"):
        right = isinstance(text, Refusal) and page.truth.get("refused", "\0") in text.reason
        return {} if right else {"read": str(text)[:200]}
    found: dict[str, str] = {}
    article = next((part for part in text.parts if part.kind == "article"), None)
    stated = {
        "title": (article and article.title) or text.title,
        "author": (article and article.author) or text.author,
    }
    published = dated(
        received=RECEIVED,
        page=(article and article.published) or text.published,
        text=text_date(text.content, RECEIVED),
        address=address_date(page.truth["address"]),
    ).published
    if _plain(stated["title"]) != _plain(page.truth["title"]):
        found["title"] = repr(stated["title"])
    if _names(stated["author"]) != _names(page.truth["author"]):
        found["author"] = repr(stated["author"])
    if published != page.truth["published"]:
        found["date"] = repr(published)
    found.update(_thread(page, text) if page.truth.get("thread") else {})
    content = "\n".join(text.content[p.start : p.end] for p in text.parts) or text.content
    tree = lxml.html.document_fromstring(page.marked)
    # A headline, in a discussion those of its posts, may stand in the text or not.
    either = [_words_of(e) for e in tree.xpath("//*[@data-either]")] + [page.truth["title"]]
    f1 = _f1(_without(content, either), " ".join(_words_of(e) for e in tree.xpath("//*[@data-is-text]")))
    if f1 < _FLOOR:
        found["text"] = f"F1 {f1:.3f}"
    if leaks := list(_leaks(tree, content, page.truth)):
        found["leaks"] = " / ".join(leaks)[:300]
    return found


def _thread(page: Saved, text: Text) -> dict[str, str]:
    """Posts in order with their authors and days: the first is the article."""
    tree = lxml.html.document_fromstring(page.marked)
    wanted = [tuple(e.get("data-is-text").split("|")) for e in tree.xpath("//*[@data-is-text]")]
    posts: list[tuple[str, str]] = []
    places = set()
    for part in text.parts:
        if part.kind in ("article", "comment") and (part.place or "article") not in places:
            places.add(part.place or "article")
            posts.append((part.author or "", part.published or ""))
    return {} if posts[1:] == wanted[1:] else {"posts": f"{posts} for {wanted}"}


def _words_of(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _without(content: str, either: list[str]) -> str:
    for words in either:
        content = re.sub(r"\s*".join(map(re.escape, words.split())), " ", content, count=1)
    return content


def _plain(value: str | None) -> str:
    return " ".join(unicodedata.normalize("NFKC", value or "").split())


def _names(value: str | None) -> set[str]:
    return {name.strip() for name in re.split(r",|;|、| and | & ", _plain(value)) if name.strip()}


def _bag(text: str) -> Counter[str]:
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _f1(found: str, wanted: str) -> float:
    one, other = _bag(found), _bag(wanted)
    common = sum((one & other).values())
    return 2 * common / max(1, one.total() + other.total())


def _leaks(tree: Any, content: str, truth: dict[str, Any]) -> Iterator[str]:
    """Sentences from beside the text that are in it."""
    wanted = _plain(" ".join(_words_of(e) for e in tree.xpath("//*[@data-is-text or @data-either]")))
    inside = _plain(content)
    for node in tree.xpath("//body//text()"):
        holder = node.getparent() if node.is_text else node.getparent().getparent()
        above = [] if holder is None else [holder, *holder.iterancestors()]
        if not above or any(e.tag in _UNSEEN or _MARKED & set(e.attrib) for e in above):
            continue
        words = _plain(node)
        long = len(words) >= _SENTENCE or len(re.findall("[\u3400-\u9fff]", words)) >= _HAN_SENTENCE
        if long and words not in wanted and words != _plain(truth["title"]) and words in inside:
            yield words
