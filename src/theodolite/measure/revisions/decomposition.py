"""The change of a gap between two vintages, divided among the kinds of revision.

Each kind can be made alone: the five make 32 states between the two vintages. A kind's share is what it adds
when it is made, which depends on what was made before it: so one stated order is shown, and the mean over all
120 orders (the value of L. S. Shapley, "A Value for n-Person Games", 1953), which treats the kinds alike.
Both add up to the whole change. The day is the same in every state.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from theodolite.measure import quantities as q
from theodolite.model.revisions import KINDS, AsIf, Kind, Revision, Split, Undone
from theodolite.model.scores import ScoredModel, ScoreTable

Value = tuple[float | None, bool]
Quantity = Callable[[ScoreTable, q.Setting], Value]

QUANTITIES: Mapping[str, tuple[str, Quantity]] = {
    "backward_lag_months": ("month", q.backward_lag),
    "vertical_gap": ("point", lambda table, at: (q.vertical_gap(table, at), False)),
    "level_shift_months": ("month", lambda table, at: (q.shift(table, at), False)),
    "time_to_match_median_months": ("month", lambda table, at: (q.match_median(table, at), False)),
}
"""Name to unit and function. Not the forward lag: it follows from what came after the older vintage."""


def state(revisions: Sequence[Revision], made: frozenset[Kind], like: ScoreTable) -> ScoreTable:
    """The table between two vintages in which only these kinds of revision have been made."""
    rows = (row(one, made) for one in revisions)
    return replace(like, models=tuple(model for model in rows if model is not None))


def row(one: Revision, made: frozenset[Kind]) -> ScoredModel | None:
    """One model in such a table, None where it is not in it."""
    if one.old is None:
        return one.new if "new" in made else None
    if one.new is None:
        return None if "dropped" in made else one.old
    model, new = one.old, one.new
    if "re-dated" in made:
        model = replace(model, date=new.date)
    if "re-scored" in made:
        model = replace(model, level=new.level, low=new.low, high=new.high)
    if "re-attributed" in made:
        model = replace(
            model, countries=new.countries, organisations=new.organisations, openness=new.openness
        )
    return model


def splits(
    revisions: Sequence[Revision], like: ScoreTable, at: q.Setting, warnings: list[str]
) -> tuple[Split, ...]:
    """The split of every quantity under one setting. What is undefined in a state is said in `warnings`."""

    @cache
    def table(made: frozenset[Kind]) -> ScoreTable:
        return state(revisions, made, like)

    found = []
    for name, (unit, quantity) in QUANTITIES.items():
        values = {made: quantity(table(made), at) for made in _subsets()}
        before, after = values[frozenset()], values[frozenset(KINDS)]
        known = {made: value for made, (value, _) in values.items() if value is not None}
        whole = len(known) == len(values)
        if not whole:
            warnings.append(f"{name}: undefined in {len(values) - len(known)} of 32 states: no split")
        found.append(
            Split(
                quantity=name,
                unit=unit,
                before=before[0],
                after=after[0],
                censored_before="left" if before[1] else None,
                censored_after="left" if after[1] else None,
                sequential=_sequential(known) if whole else None,
                shapley=shapley(known) if whole else None,
                most=_most(revisions, like, at, quantity, after[0]),
            )
        )
    return tuple(found)


def _subsets() -> list[frozenset[Kind]]:
    return [frozenset(s) for size in range(len(KINDS) + 1) for s in combinations(KINDS, size)]


def _sequential(values: Mapping[frozenset[Kind], float]) -> dict[Kind, float]:
    shares: dict[Kind, float] = {}
    made: frozenset[Kind] = frozenset()
    for kind in KINDS:
        shares[kind] = values[made | {kind}] - values[made]
        made |= {kind}
    return shares


def shapley(values: Mapping[frozenset[Kind], float]) -> dict[Kind, float]:
    """Each kind's mean share over every order, from the value of each of the 32 states."""
    n = len(KINDS)
    shares: dict[Kind, float] = {}
    for kind in KINDS:
        others = [s for s in values if kind not in s]
        shares[kind] = math.fsum(
            math.factorial(len(s)) * math.factorial(n - len(s) - 1) / math.factorial(n)
            * (values[s | {kind}] - values[s])
            for s in others
        )  # fmt: skip
    return shares


def _most(
    revisions: Sequence[Revision], like: ScoreTable, at: q.Setting, quantity: Quantity, after: float | None
) -> Undone | None:
    """The one change of one model without which the later vintage's figure would differ most."""
    if after is None:
        return None
    best: Undone | None = None
    most = 0.0
    rows = [row(one, frozenset(KINDS)) for one in revisions]
    for n, one in enumerate(revisions):
        if not _matters(one, at):
            continue
        for kind in one.kinds:
            taken_back = row(one, frozenset(KINDS) - {kind})
            changed = [*rows[:n], taken_back, *rows[n + 1 :]]
            value, _ = quantity(replace(like, models=tuple(m for m in changed if m is not None)), at)
            by = math.inf if value is None else abs(after - value)
            if by > most:
                most = by
                effect = None if value is None else after - value
                best = Undone(model=one.name, kind=kind, estimate=value, effect=effect)
    return best


def _matters(one: Revision, at: q.Setting) -> bool:
    """Whether the model is of a side, by the day, in one of the vintages."""
    return any(
        m is not None and m.date <= at.day and (at.leader.holds(m, at.rule) or at.follower.holds(m, at.rule))
        for m in (one.old, one.new)
    )


def as_if(
    revisions: Sequence[Revision], like: ScoreTable, at: q.Setting, names: Sequence[str]
) -> tuple[AsIf, ...]:
    """Both vintages without each named model and, where it was re-dated, the later with its old date."""
    made = frozenset(KINDS)
    found = []
    for n, one in enumerate(revisions):
        if one.name not in names:
            continue
        rest = [*revisions[:n], *revisions[n + 1 :]]
        without = state(rest, frozenset(), like), state(rest, made, like)
        rows = [row(r, made if r is not one else made - {"re-dated"}) for r in revisions]
        dated = replace(like, models=tuple(m for m in rows if m is not None))
        whole = state(revisions, frozenset(), like)
        for name, (_, quantity) in QUANTITIES.items():
            before, after = (quantity(t, at)[0] for t in without)
            found.append(AsIf(model=one.name, change="left out", quantity=name, before=before, after=after))
            if "re-dated" in one.kinds:
                found.append(
                    AsIf(
                        model=one.name,
                        change="as if not re-dated",
                        quantity=name,
                        before=quantity(whole, at)[0],
                        after=quantity(dated, at)[0],
                    )
                )
    return tuple(found)
