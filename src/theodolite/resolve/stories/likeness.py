"""How alike two bundles of documents are: one document, or all of a story, by the terms they share.

Two measures together: the cosine of everything that is told, and how much of what the titles say stands
anywhere on the other side. Documents in one language are compared by all their terms, documents in two by
those that carry over (names, versions, figures, concepts, words in Latin script), and only where a name or
a figure is among them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from theodolite.resolve.stories.half import Half, Vector, half, less, summed
from theodolite.resolve.stories.terms import Terms

COVERED = 0.5
"""What the covering of titles counts; the cosine has the rest."""
FEW = 6.0
"""Added to what a title weighs, about one rare word: a title of one word that is covered says little."""
OFTEN = 2.0
"""A term that stands in one of so many documents of a story stands in it."""
ACROSS = 0.9
"""What likeness across languages counts beside likeness within one: fewer terms speak."""
UNNAMED = 0.9
"""What likeness counts where the titles share no name, version or proper word: alike in kind, perhaps, not
in event."""
OTHER_NAMES = 0.5
"""What likeness counts where no name in either title is anywhere in the other."""
OTHER_VERSION = 0.3
"""What it counts where titles name different versions of one thing."""
PATIENCE = 1.0
"""Days between documents that take nothing away."""
FADING = 5.0
"""Days in which likeness falls to 1/e after that: what is as alike a month later is another event of its
kind."""
_NAMED = ("n:", "v:", "w:")
_SURE = ("n:", "v:", "q:", "w:")
"""Beginnings of terms that a bridge between languages needs one of: a concept alone carries nothing."""


@dataclass(slots=True)
class Bundle:
    """A document or a story, as sums by script (Han or not).

    `first` and `last` are ordinals of days; `at` the day to which the sums have faded.
    """

    halves: dict[bool, Half]
    first: int
    last: int
    at: int
    title_names: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    title_versions: dict[str, set[str]] = field(default_factory=dict)
    versions: dict[str, set[str]] = field(default_factory=dict)


def bundle(terms: Terms, rarity: Callable[[str], float], day: int) -> Bundle:
    """A document as a bundle of one."""
    return Bundle(
        halves={terms.han: half(terms, rarity)}, first=day, last=day, at=day,
        title_names=dict.fromkeys(sorted(terms.title_names), 1), names=dict.fromkeys(sorted(terms.names), 1),
        title_versions={w: set(v) for w, v in terms.title_versions.items()},
        versions={w: set(v) for w, v in terms.versions.items()},
    )  # fmt: skip


def joined(one: Bundle, other: Bundle, ageing: float) -> Bundle:
    """Both together, faded to the later day; `ageing` are the days in which a sum falls to 1/e."""
    at = max(one.at, other.at)
    scale, other_scale = (math.exp(-(at - b.at) / ageing) for b in (one, other))
    empty = Half({}, {}, {}, {}, {}, 0.0)
    halves = {
        han: summed(one.halves.get(han, empty), other.halves.get(han, empty), scale, other_scale)
        for han in sorted({*one.halves, *other.halves})
    }
    return Bundle(
        halves=halves, first=min(one.first, other.first), last=max(one.last, other.last), at=at,
        title_names=_counts(one.title_names, other.title_names), names=_counts(one.names, other.names),
        title_versions=_sets(one.title_versions, other.title_versions),
        versions=_sets(one.versions, other.versions),
    )  # fmt: skip


def without(whole: Bundle, part: Bundle) -> Bundle:
    """A story without one of its newest documents."""
    halves = {h: less(v, part.halves[h]) if h in part.halves else v for h, v in whole.halves.items()}
    return Bundle(
        halves={h: v for h, v in halves.items() if v.count > 1e-9},
        first=whole.first, last=whole.last, at=whole.at,
        title_names=_counts_less(whole.title_names, part.title_names),
        names=_counts_less(whole.names, part.names),
        title_versions=whole.title_versions, versions=whole.versions,
    )  # fmt: skip


def _counts(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    made = dict(one)
    for name, count in other.items():
        made[name] = made.get(name, 0) + count
    return made


def _counts_less(counts: Mapping[str, int], part: Mapping[str, int]) -> dict[str, int]:
    made = {n: k - part.get(n, 0) for n, k in counts.items()}
    return {n: k for n, k in made.items() if k > 0}


def _sets(one: Mapping[str, set[str]], other: Mapping[str, set[str]]) -> dict[str, set[str]]:
    return {word: one.get(word, set()) | other.get(word, set()) for word in {**one, **other}}


def likeness(one: Bundle, other: Bundle) -> float:
    """0 to 1: the best over the scripts that both have, less what speaks against one event."""
    best = 0.0
    for han, a in one.halves.items():
        for other_han, b in other.halves.items():
            best = max(best, _within(a, b) if han is other_han else _across(a, b) * ACROSS)
    if best <= 0:
        return 0.0
    apart = max(0, one.first - other.last, other.first - one.last)
    return best * against(one, other) * math.exp(-max(0.0, apart - PATIENCE) / FADING)


def _within(a: Half, b: Half) -> float:
    covered = (_covered(a.title, a.count, b) + _covered(b.title, b.count, a)) / 2
    length = a.lengths[0] * b.lengths[0]
    cosine = _dot(a.whole, b.whole) / length if length > 0 else 0.0
    named = any(t in b.title_shared and t.startswith(_NAMED) for t in a.title_shared)
    return ((1 - COVERED) * cosine + COVERED * covered) * (1.0 if named else UNNAMED)


def _across(a: Half, b: Half) -> float:
    length = a.lengths[1] * b.lengths[1]
    common = {t for t in a.shared if t in b.present} | {t for t in b.shared if t in a.present}
    if length <= 0 or len(common) < 2 or not any(t.startswith(_SURE) for t in common):
        return 0.0
    covered = (_covered(a.title_shared, a.count, b) + _covered(b.title_shared, b.count, a)) / 2
    return (1 - COVERED) * _dot(a.shared, b.shared) / length + COVERED * covered


def _covered(title: Vector, titled: float, by: Half) -> float:
    """The share of what `titled` documents have in their titles that stands on the other side."""
    present, count = by.present, by.count
    total = sum(title.values())
    if not total or count <= 0:
        return 0.0
    found = 0.0
    for term, weight in title.items():
        share = present.get(term)
        if share is not None:
            found += weight * min(1.0, OFTEN * share / count)
    return found / (total + FEW * titled)


def _dot(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    get = other.get
    return sum(w * get(t, 0.0) for t, w in one.items())


def against(one: Bundle, other: Bundle) -> float:
    """What speaks against one event although the words are alike: other names in the titles, other
    versions."""
    factor = 1.0
    if one.title_names and other.title_names and not _meet(one, other):
        factor = OTHER_NAMES
    for word, versions in one.title_versions.items():
        theirs = other.title_versions.get(word)
        if theirs and not versions & other.versions.get(word, theirs) and not theirs & one.versions[word]:
            factor = min(factor, OTHER_VERSION)
    return factor


def _meet(one: Bundle, other: Bundle) -> bool:
    return any(n in other.names for n in one.title_names) or any(n in one.names for n in other.title_names)
