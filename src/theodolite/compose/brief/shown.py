"""Lines as every form of a brief prints them: the same words on a page, in a letter and in print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from theodolite.compose.brief.quoting import excerpt, line
from theodolite.compose.outside import linkable
from theodolite.compose.verdicts import DRAFT
from theodolite.compose.words import count_words, day_words, start
from theodolite.model.brief import Brief, Line, Part, Source

SHAPES = {
    "supported": "●", "contradicted": "✕", "mixed": "◐", "undecided": "○", DRAFT: "‖",
}  # fmt: skip
"""A shape for each verdict that is shown; what nothing could be held against has no mark."""
_SILENT = frozenset({"not checkable", "not held"})
READ_BY_RULES = (
    "Claims and their speakers are read from the texts by rules and can be misread: the quote decides."
)
"""What the end of every form says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One line for a reader.

    `verdict` is None where it says nothing. `excerpt` is the sentence around a quote, in its marks, where it
    says more than the sentence does; `language` is its. `read_as` is there where the quote is not in English.
    `sources` are (words, address or None).
    """

    sentence: str
    verdict: str | None
    draft: bool
    excerpt: str | None
    language: str
    read_as: str | None
    sources: tuple[tuple[str, str | None], ...]
    why: str
    origin: Line

    @property
    def denied(self) -> bool:
        """Whether the verdict is on what the speaker denies."""
        return self.origin.denied and self.verdict not in (None, DRAFT)

    @property
    def label(self) -> str | None:
        """The verdict in words: "contradicted", "draft: contradicted", "what is denied is contradicted"."""
        if self.verdict is None:
            return None
        told = f"what is denied is {self.verdict}" if self.denied else self.verdict
        return f"draft: {told}" if self.draft and self.verdict != DRAFT else told


Where = Callable[[Line, Source], str | None]
"""Where a reader finds what a line rests on: an address, or a page of the same site."""


def elsewhere(one: Line, source: Source) -> str | None:
    """Where it is published, for what is read without a site."""
    return linkable(source.address)


def shown(one: Line, where: Where = elsewhere) -> Shown:
    """A line as it is printed."""
    told = excerpt(one.quote) if one.quote else None
    inside = one.quote is not None and line(one.quote.words).rstrip(".。") in one.sentence
    foreign = one.quote is not None and one.quote.language != "en"
    return Shown(
        sentence=one.sentence,
        verdict=None if one.verdict in _SILENT else one.verdict,
        draft=one.draft,
        excerpt=None if inside else told,
        language=one.quote.language if one.quote else "en",
        read_as=one.read_as if foreign else None,
        sources=tuple((line(s.words), where(one, s)) for s in one.sources),
        why=one.why,
        origin=one,
    )


def parts_shown(
    brief: Brief, where: Where = elsewhere
) -> Iterator[tuple[Part, list[tuple[str, list[Shown]]]]]:
    """Every part with its lines under their heads; one head without a name where it has none."""
    for part in brief.parts:
        yield part, [(start(name), [shown(one, where) for one in lines]) for name, lines in part.groups]


def left_out(part: Part) -> str | None:
    """What is said of the lines that there was no room for."""
    if not part.left_out:
        return None
    verb = "is" if part.left_out == 1 else "are"
    return f"{start(count_words(part.left_out, 'line'))} more {verb} left out at this length."


def window_words(brief: Brief) -> str:
    """ "From 20 November 2026 to 22 November 2026", in days of the ledger."""
    window = brief.window
    if window.until is None:
        return "No window: the ledger holds nothing."
    last = day_words(window.last_day)
    if window.since is None:
        return f"Everything known up to {last}."
    first = day_words(window.first_day)
    return f"What became known on {last}." if first == last else f"What became known from {first} to {last}."
