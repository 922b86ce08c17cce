"""What is told of a story: its headlines, days, publishers, kinds of source, and the names most told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TypeVar

from theodolite.catalog import vocabulary
from theodolite.model.story import Grouped, Headline, Story, Telling
from theodolite.model.watchlist import SourceKind
from theodolite.resolve.stories.terms import terms

_TRUST: tuple[SourceKind | None, ...] = ("official", "wire", "press", "research", "blog", "forum", None)
"""Whose title stands for a story, the first for choice: who did it, then who reports it, then who talks."""
_CENTRAL = 0.8
"""A title may stand for the story from this share of the most central one's centrality on."""
_MOST_NAMES = 8
_NO_LANGUAGE = ""
_T = TypeVar("_T")


def described(
    grouped: Iterable[Grouped], tellings: Mapping[str, Telling], origins: Mapping[str, int] | None = None
) -> list[Story]:
    """Each group as a story for people, in the order given. `origins` counts independent ones by story id."""
    counted = origins or {}
    return [_story(g, [tellings[m] for m in g.members], counted.get(g.id)) for g in grouped]


def _story(group: Grouped, told: Sequence[Telling], origins: int | None) -> Story:
    days = sorted(min(t.day, t.seen) for t in told)
    names, sides = _most_told(told)
    return Story(
        id=group.id,
        headlines=headlines(told),
        first=days[0],
        last=days[-1],
        documents=group.members,
        publishers=_once(t.publisher for t in told),
        languages=_once(_language(t) for t in told),
        kinds=_once(t.kind for t in told),
        names=names,
        sides=sides,
        origins=origins,
        formerly=group.formerly,
    )


def _once(values: Iterable[_T | None]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(v for v in values if v))


def headlines(told: Sequence[Telling]) -> tuple[Headline, ...]:
    """The title of each language, that of the language of most documents first; none where none has a
    title."""
    by: dict[str, list[Telling]] = {}
    for telling in told:
        if telling.title and telling.title.strip():
            by.setdefault(_language(telling) or _NO_LANGUAGE, []).append(telling)
    order = sorted(by, key=lambda language: -len(by[language]))
    return tuple(_headline(by[language]) for language in order)


def _language(telling: Telling) -> str | None:
    """The language without its region or script: "zh" of "zh-Hant"."""
    return telling.language.split("-")[0].casefold() if telling.language else None


def _headline(told: Sequence[Telling]) -> Headline:
    """The most central title from the most trusted kind of source; the earliest of equals.

    A title is central as far as its terms stand in the others' titles, a long one not for its length.
    """
    titles = [frozenset(terms(t.title, "").title) for t in told]
    often = Counter(term for title in titles for term in title)
    central = [
        sum(often[term] - 1 for term in title) / (len(title) + 3) if title else -1.0 for title in titles
    ]
    least = _CENTRAL * max(central)
    fit = [k for k, c in enumerate(central) if c >= least]
    best = min(fit, key=lambda k: (_TRUST.index(told[k].kind), -round(central[k], 9), k))
    chosen = told[best]
    return Headline(
        title=(chosen.title or "").strip(), document=chosen.id, language=chosen.language,
        publisher=chosen.publisher, kind=chosen.kind,
    )  # fmt: skip


def _most_told(
    told: Sequence[Telling],
) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]]:
    """Names and sides by the number of documents that tell them. A side is told by its own name or one of
    its."""
    names: Counter[str] = Counter()
    sides: Counter[str] = Counter()
    for telling in told:
        named = {t[2:] for t in terms(telling.title, telling.text).counts if t.startswith(("n:", "s:"))}
        found = [_canonical()[n] for n in named if n in _canonical()]
        names.update(name for name, _, is_side in found if not is_side)
        sides.update({side for _, side, _ in found if side})
    return _top(names), _top(sides)


def _top(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:_MOST_NAMES])


@cache
def _canonical() -> dict[str, tuple[str, str | None, bool]]:
    """Folded name -> the name as written, its side, and whether it is a side itself."""
    found: dict[str, tuple[str, str | None, bool]] = {}
    for entry in vocabulary.load().entries.values():
        is_side = entry.kind == "side"
        name = entry.side if is_side and entry.side else entry.name
        found.setdefault(name.casefold(), (name, entry.side, is_side))
    return found
