"""A document's text with its claims marked: every claim once, overlaps nested, hostile text made plain."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from theodolite.compose.outside import shown
from theodolite.model.claim import Claim
from theodolite.model.text import Part, Text

_SENTENCE_END = re.compile(r"[.!?][\"')\]\u201d\u2019]*\s+(?![a-z])|[。！？；][」』”’]*|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line of the text as markup, and the claims that begin in it (for the margin).

    `part` is set where a part of the text (a feed's item, a comment) begins. `gap`: text before this block
    is left out.
    """

    html: Markup
    claims: tuple[Claim, ...]
    part: Part | None = None
    gap: bool = False


def anchor(claim: Claim) -> str:
    """The id of a claim's mark in its document's page, and of its entry in the list."""
    return f"claim-{claim.id[:16]}"


def whole(text: Text, claims: Sequence[Claim]) -> list[Block]:
    """The whole text in blocks of one line."""
    return _blocks(text, claims, [(0, len(text.content))])


def excerpts(text: Text, claims: Sequence[Claim]) -> list[Block]:
    """Only the quotes, each with at most a sentence either side."""
    spans: list[tuple[int, int]] = []
    for low, high in sorted(around(text.content, c.start, c.end) for c in claims):
        if spans and low <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], high))
        else:
            spans.append((low, high))
    return _blocks(text, claims, spans)


def around(content: str, start: int, end: int) -> tuple[int, int]:
    """The span of a quote with at most one sentence before and one after it.

    Where the quote begins or ends inside a sentence, the rest of that sentence is the one.
    """
    begins = [0, *(m.end() for m in _SENTENCE_END.finditer(content[max(0, start - 2000) : start]))]
    offset = max(0, start - 2000)
    starts = [offset + b for b in begins if offset + b < start]
    low = starts[-1] if starts else start
    after = _SENTENCE_END.search(content, end)
    if after and not content[end : after.start()].strip():  # the quote itself ends its sentence
        after = _SENTENCE_END.search(content, after.end())
    high = after.end() if after else len(content)
    return max(low, start - 600), min(high, end + 600)


def _blocks(text: Text, claims: Sequence[Claim], spans: Sequence[tuple[int, int]]) -> list[Block]:
    ordered = sorted(claims, key=lambda c: (c.start, -c.end, c.id))
    numbers = {c.id: n for n, c in enumerate(ordered, 1)}
    parts = {p.start: p for p in text.parts}
    opened: set[str] = set()
    out: list[Block] = []
    for low, high in spans:
        gap = low > 0
        for start, end in _lines(text.content, low, high):
            inside = [c for c in ordered if c.start < end and c.end > start]
            html = _mark(text.content, start, end, inside, numbers, opened)
            part = next((parts[p] for p in sorted(parts) if start <= p < end), None)
            begin = tuple(c for c in inside if c.start >= start or (c.start < low and start == low))
            out.append(Block(html=html, claims=begin, part=part, gap=gap))
            gap = False
    return out


def _lines(content: str, low: int, high: int) -> list[tuple[int, int]]:
    out = []
    for found in re.finditer(r"[^\n]+", content[low:high]):
        if found[0].strip():
            out.append((low + found.start(), low + found.end()))
    return out


def _mark(
    content: str, start: int, end: int, claims: Sequence[Claim], numbers: dict[str, int], opened: set[str]
) -> Markup:
    """The text between two offsets with nested marks. A claim's first mark carries its id."""
    cuts = sorted({start, end, *(max(c.start, start) for c in claims), *(min(c.end, end) for c in claims)})
    out: list[Markup] = []
    stack: list[Claim] = []
    for a, b in itertools.pairwise(cuts):
        wanted = [c for c in claims if c.start <= a and c.end >= b]
        while stack and stack != wanted[: len(stack)]:
            stack.pop()
            out.append(Markup("</mark>"))
        for claim in wanted[len(stack) :]:
            out.append(_open(claim, numbers[claim.id], opened))
            stack.append(claim)
        out.append(shown(content[a:b]))
    out += [Markup("</mark>")] * len(stack)
    return Markup("").join(out)


def _open(claim: Claim, number: int, opened: set[str]) -> Markup:
    first = claim.id not in opened
    opened.add(claim.id)
    own = Markup(' id="{}" tabindex="-1"').format(anchor(claim)) if first else Markup("")
    return Markup('<mark{} class="claim {}" data-claim="{}" data-n="{}">').format(
        own, "first" if first else "more", anchor(claim), number if first else ""
    )
