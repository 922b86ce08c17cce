"""Quotes short enough for a sentence, cut between words and never changed."""

from __future__ import annotations

import re

from theodolite.compose.outside import language_of, plain
from theodolite.model.brief import Quote

MOST_WORDS = 34
"""A sentence of a brief has fewer than 35 words."""
Limits = tuple[int, int, int]
"""Most words, most characters, and most characters of a Chinese quote."""
IN_A_SENTENCE: Limits = (18, 150, 48)
BESIDE_A_SENTENCE: Limits = (36, 240, 90)
_NAME = 48
"""Most characters of a name or a title in a sentence."""
_REACH = 400
"""How far around a stretch its sentence is looked for."""
_MARKS = "，。；：！？、"
_STOP = re.compile(r"[.!?][\"”’)\]]*(?=\s)|[。！？][”’」』）]*|\n")
_SPACE = re.compile(r"\s+")


def cut(quote: str, most: Limits = IN_A_SENTENCE) -> tuple[str, bool]:
    """The beginning of a quote, exact, and whether it goes on."""
    end = _end(quote, most)
    return quote[:end].rstrip(), end < len(quote)


def sentence_at(content: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends in which a stretch of a text stands, in code points."""
    floor = max(0, start - _REACH)
    before = [m.end() for m in _STOP.finditer(content, floor, start)]
    first = before[-1] if before else floor
    first += len(content[first:start]) - len(content[first:start].lstrip())
    after = _STOP.search(content, max(end - 1, start), end + _REACH)
    last = after.end() if after else min(len(content), end + _REACH)
    return first, first + len(content[first:last].rstrip())


def around(content: str, start: int, end: int, most: Limits = IN_A_SENTENCE) -> Quote:
    """The sentence of a text around a stretch, exact; of one that is too long, from the stretch on."""
    first, last = sentence_at(content, start, end)
    if first + _end(content[first:last], most) < min(end, start + _end(content[start:end], most)):
        return _quote(content, start, last, most, cut_before=True)
    return _quote(content, first, last, most, cut_before=first == start - _REACH and first > 0)


def _quote(content: str, start: int, end: int, most: Limits, *, cut_before: bool) -> Quote:
    words_said, goes_on = cut(content[start:end], most)
    return Quote(
        words=words_said, start=start, end=start + len(words_said), cut_before=cut_before, cut_after=goes_on,
        language=language_of(words_said),
    )  # fmt: skip


def _end(quote: str, most: Limits) -> int:
    """Where a quote is cut: its own end where it is short enough."""
    words_, letters, han = most
    chinese = language_of(quote) in ("zh", "ja")
    longest, end = han if chinese else letters, len(quote)
    if not chinese:
        ends = [m.end() for m in re.finditer(r"\S+", quote)]
        end = ends[words_ - 1] if len(ends) > words_ else end
    if end > longest:
        breaks = [k for k in range(longest // 2, longest) if _breaks(quote, k, chinese)]
        end = breaks[-1] if breaks else longest
    return end


def _breaks(quote: str, at: int, chinese: bool) -> bool:
    """Whether a cut before this character parts no word."""
    return quote[at - 1] in _MARKS if chinese else quote[at].isspace()


def quoted(quote: str, goes_on: bool = False, cut_before: bool = False) -> str:
    """A quote in its marks, on one line."""
    return f"“{'[…] ' if cut_before else ''}{line(quote)}{' […]' if goes_on else ''}”"


def excerpt(quote: Quote) -> str:
    """The same of what stands in a text."""
    return quoted(quote.words, quote.cut_after, quote.cut_before)


def line(text: str) -> str:
    """Words on one line without characters that hide or turn text."""
    return _SPACE.sub(" ", plain(text)).strip()


def short(name: str, most: int = _NAME) -> str:
    """A name or a title that a sentence has room for."""
    told = line(name)
    if len(told) <= most:
        return told
    head = told[: most - 1]
    return f"{(head.rpartition(' ')[0] or head).rstrip()}…"


def words(sentence: str) -> int:
    """Words of a sentence; two Chinese characters count as one."""
    han = len(re.findall(r"[\u3400-\u9fff]", sentence))
    rest = re.sub(r"[\u3400-\u9fff]", " ", sentence)
    return (han + 1) // 2 + len(re.findall(r"\S*\w\S*", rest))
