"""Rules over figures that may be unknown: the classes that are possible, and what decided."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise, product

from theodolite.catalog.controls import ChipClass, Figure, Range, Rule
from theodolite.measure.controls.chips import Chip
from theodolite.measure.controls.chips import Figure as Known

Point = Mapping[Figure, float]

_SHOWN: Mapping[Figure, tuple[str, str]] = {
    "tpp": ("TPP", ""), "density": ("performance density", ""), "interconnect": ("interconnect", " GB/s"),
    "memory_bandwidth": ("memory bandwidth", " GB/s"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """`possible` classes, in the order of the rule; the class where there is one. `why` in words."""

    possible: tuple[str, ...]
    why: str

    @property
    def decided(self) -> str | None:
        """The class, None where a missing figure could change it."""
        return self.possible[0] if len(self.possible) == 1 else None


def evaluate(rule: Rule, chip: Chip) -> Outcome:
    """Every class that a chip can have under a rule, given what is known of its figures.

    The rule is constant between its limits, so it is enough to try each limit, a point on either side of it
    and the ends of what is known: exact for any rule of ranges. Density is TPP over the die's area, so both
    are varied together.
    """
    points = list(_points(rule, chip))
    found = {_class_at(rule, point) for point in points}
    order = [c.name for c in rule.classes] + [rule.below]
    possible = tuple(name for name in order if name in found)
    return Outcome(possible, _why(rule, chip, possible))


def _class_at(rule: Rule, point: Point) -> str:
    for found in rule.classes:
        if any(_all_hold(conditions, point) for conditions in found.alternatives):
            return found.name
    return rule.below


def _all_hold(conditions: Mapping[Figure, Range], point: Point) -> bool:
    return all(_holds(limits, point[name]) for name, limits in conditions.items())


def _holds(limits: Range, value: float) -> bool:
    return (limits.least is None or value >= limits.least) and (limits.below is None or value < limits.below)


def _points(rule: Rule, chip: Chip) -> Iterable[Point]:
    """Enough values of the figures to meet every class that they allow."""
    limits = _limits(rule)
    densities = limits.get("density", ())
    areas = _around(chip.die, ()) if chip.die.bounded else ()
    by_density = [d * a for d in densities for a in areas if math.isfinite(a)]
    interconnects = _around(chip.interconnect, limits.get("interconnect", ()))
    memories = _around(chip.memory_bandwidth, limits.get("memory_bandwidth", ()))
    for tpp in _around(chip.tpp, (*limits.get("tpp", ()), *by_density)):
        # An area of 0 or without end is a density without end or of 0: the limits of what is possible.
        for area in _around(chip.die, tuple(tpp / d for d in densities if d)):
            density = math.inf if area == 0 else tpp / area
            for interconnect, memory in product(interconnects, memories):
                yield {
                    "tpp": tpp, "density": density, "interconnect": interconnect, "memory_bandwidth": memory,
                }  # fmt: skip


def _limits(rule: Rule) -> dict[Figure, tuple[float, ...]]:
    found: dict[Figure, set[float]] = {}
    for one in rule.classes:
        for conditions in one.alternatives:
            for name, limits in conditions.items():
                found.setdefault(name, set()).update(v for v in (limits.least, limits.below) if v is not None)
    return {name: tuple(sorted(values)) for name, values in found.items()}


def _around(figure: Known, limits: Iterable[float]) -> tuple[float, ...]:
    """The ends of what is known, each limit within them, and a point between every two of these."""
    if figure.value is not None:
        return (figure.value,)
    inside = sorted({v for v in limits if figure.low <= v <= figure.high})
    ends = [figure.low, *inside, figure.high]
    between = [(a + b) / 2 if math.isfinite(b) else max(2 * a, 1.0) for a, b in pairwise(ends)]
    return tuple(sorted({*ends, *between}))


def _why(rule: Rule, chip: Chip, possible: tuple[str, ...]) -> str:
    if len(possible) > 1:
        return f"{' or '.join(_missing(rule, chip))} not known: {' or '.join(possible)}"
    point = _known_point(chip)
    for one in rule.classes:
        if one.name == possible[0]:
            return _deciding(one, point)
    return _failing(rule, point)


def _missing(rule: Rule, chip: Chip) -> list[str]:
    """The figures that a rule asks for and that are not known exactly."""
    asked = _limits(rule)
    found = []
    if "tpp" in asked and chip.tpp.value is None:
        found.append("rates")
    if "density" in asked and chip.die.value is None:
        found.append("die area")
    for name, figure in (("interconnect", chip.interconnect), ("memory_bandwidth", chip.memory_bandwidth)):
        if name in asked and figure.value is None:
            found.append(_SHOWN[name][0])
    return found


def _known_point(chip: Chip) -> dict[Figure, Known]:
    """Each figure as an interval, density with it."""
    tpp, die = chip.tpp, chip.die
    if tpp.value is not None and die.bounded:
        density = Known(tpp.low / die.high, math.inf if die.low == 0 else tpp.high / die.low)
    else:
        density = Known(0.0, math.inf)
    return {
        "tpp": tpp, "density": density, "interconnect": chip.interconnect,
        "memory_bandwidth": chip.memory_bandwidth,
    }  # fmt: skip


def _deciding(one: ChipClass, point: Mapping[Figure, Known]) -> str:
    """The conditions of the alternative that held; where several only together decide, all of them."""
    for conditions in one.alternatives:
        if all(_surely(limits, point[name]) for name, limits in conditions.items()):
            return " and ".join(_condition(name, limits, point[name]) for name, limits in conditions.items())
    words = [" and ".join(_condition(n, r, point[n]) for n, r in c.items()) for c in one.alternatives]
    return "either way: " + "; or ".join(words)


def _failing(rule: Rule, point: Mapping[Figure, Known]) -> str:
    """Of each alternative of each class one condition that is not met."""
    said = []
    for one in rule.classes:
        for conditions in one.alternatives:
            missed = [
                _missed(name, limits, point[name])
                for name, limits in conditions.items()
                if _surely_not(limits, point[name])
            ]
            said.append(missed[0] if missed else "not all of its conditions together")
    return "; ".join(dict.fromkeys(said))


def _surely(limits: Range, known: Known) -> bool:
    return (limits.least is None or known.low >= limits.least) and (
        limits.below is None or known.high < limits.below
    )


def _surely_not(limits: Range, known: Known) -> bool:
    return (limits.least is not None and known.high < limits.least) or (
        limits.below is not None and known.low >= limits.below
    )


def _condition(name: Figure, limits: Range, known: Known) -> str:
    word, unit = _SHOWN[name]
    parts = []
    if limits.least is not None:
        parts.append(f">= {limits.least:g}")
    if limits.below is not None:
        parts.append(f"< {limits.below:g}")
    return f"{word} {_number(known)} {' and '.join(parts)}{unit}"


def _missed(name: Figure, limits: Range, known: Known) -> str:
    word, unit = _SHOWN[name]
    if limits.least is not None and known.high < limits.least:
        return f"{word} {_number(known)} < {limits.least:g}{unit}"
    return f"{word} {_number(known)} >= {limits.below:g}{unit}"


def _number(known: Known) -> str:
    if known.value is not None:
        return f"{known.value:.6g}"
    if math.isinf(known.high):
        return f"of at least {known.low:.4g}" if known.low else "unknown"
    return f"of {known.low:.4g} to {known.high:.4g}" if known.low else f"of at most {known.high:.4g}"
