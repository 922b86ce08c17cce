"""The documents of one bundle that are in one script, as sums of weighted terms."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from theodolite.resolve.stories.terms import Terms

Vector = dict[str, float]
_MOST_TERMS = 90
_MOST_SUMMED = 160


@dataclass(slots=True)
class Half:
    """Sums over documents in one script.

    `whole` sums unit vectors of all terms, `shared` of those that carry over to the other language; `title`
    and `title_shared` the same for titles alone, not brought to length one. `present` counts the documents
    that have a term, `count` all of them; both fade as days go by. `lengths` are those of `whole` and
    `shared`.
    """

    whole: Vector
    shared: Vector
    title: Vector
    title_shared: Vector
    present: Vector
    count: float
    lengths: tuple[float, float] = field(default=(0.0, 0.0))

    def __post_init__(self) -> None:
        self.lengths = (_length(self.whole), _length(self.shared))


def half(terms: Terms, rarity: Callable[[str], float]) -> Half:
    """One document; of its text the heaviest terms only."""
    weights = {t: c * rarity(t) for t, c in terms.counts.items()}
    rows = sorted(((t, w) for t, w in weights.items() if w > 0), key=lambda r: (-r[1], r[0]))[:_MOST_TERMS]
    title = {t: weights[t] for t in terms.title if weights[t] > 0}
    return Half(
        whole=_unit(rows),
        shared=_unit(sorted(_across(dict(rows), terms.bridging).items(), key=lambda r: (-r[1], r[0]))),
        title=title,
        title_shared=_across(title, terms.bridging),
        present=dict.fromkeys([*(t for t, _ in rows), *title], 1.0),
        count=1.0,
    )


def _across(vector: Vector, bridging: Mapping[str, float]) -> Vector:
    return {t: w * bridging[t] for t, w in vector.items() if t in bridging}


def _length(vector: Vector) -> float:
    return math.sqrt(sum(w * w for w in vector.values()))


def _unit(rows: Iterable[tuple[str, float]]) -> Vector:
    found = dict(rows)
    length = _length(found)
    return {t: w / length for t, w in found.items()} if length else {}


def summed(one: Half, other: Half, scale: float, other_scale: float) -> Half:
    """Both halves, each faded by its scale; a long tail of light terms is forgotten."""
    return Half(
        whole=_sum(one.whole, other.whole, scale, other_scale),
        shared=_sum(one.shared, other.shared, scale, other_scale),
        title=_sum(one.title, other.title, scale, other_scale),
        title_shared=_sum(one.title_shared, other.title_shared, scale, other_scale),
        present=_sum(one.present, other.present, scale, other_scale, 2 * _MOST_SUMMED),
        count=one.count * scale + other.count * other_scale,
    )


def less(one: Half, part: Half) -> Half:
    """A half without a document that was just added to it."""
    return Half(
        whole=_less(one.whole, part.whole),
        shared=_less(one.shared, part.shared),
        title=_less(one.title, part.title),
        title_shared=_less(one.title_shared, part.title_shared),
        present=_less(one.present, part.present),
        count=one.count - part.count,
    )


def _sum(one: Vector, other: Vector, scale: float, other_scale: float, most: int = _MOST_SUMMED) -> Vector:
    into = {t: w * scale for t, w in one.items()}
    for term, weight in other.items():
        into[term] = into.get(term, 0.0) + weight * other_scale
    if len(into) <= most:
        return into
    return dict(sorted(into.items(), key=lambda r: (-r[1], r[0]))[:most])


def _less(vector: Vector, part: Vector) -> Vector:
    made = {t: w - part.get(t, 0.0) for t, w in vector.items()}
    return {t: w for t, w in made.items() if w > 1e-9}
