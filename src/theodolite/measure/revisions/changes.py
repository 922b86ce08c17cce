"""Which models two vintages share, and what was said differently of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from theodolite.model.names import folded_name
from theodolite.model.revisions import Kind, Revision
from theodolite.model.scores import ScoredModel, ScoreTable

SAME_LEVEL = 0.005
"""Points. Half of the last digit that one of the index's vintages prints: less is rounding."""

Key = Callable[[ScoredModel], str]


def revisions(old: ScoreTable, new: ScoreTable) -> tuple[Revision, ...]:
    """Every model of either vintage, matched by name, else by a name under which the other shows it.

    Names are compared as written, then without case, spaces and punctuation, then against display names, each
    time among those left and only where the match is the only one. Rows of one name are paired by date and
    level. Order: as in the later vintage, then what was dropped.
    """
    left, right = list(range(len(old.models))), list(range(len(new.models)))
    pairs: dict[int, tuple[int, str]] = {}
    for how, of_old, of_new in _WAYS:
        for i, j in _pairs(old.models, new.models, left, right, of_old, of_new, how == "name"):
            pairs[j] = (i, how)
        taken = {i for i, _ in pairs.values()}
        left = [i for i in left if i not in taken]
        right = [j for j in right if j not in pairs]
    found = []
    for j, model in enumerate(new.models):
        if j in pairs:
            before = old.models[pairs[j][0]]
            found.append(Revision(old=before, new=model, kinds=_kinds(before, model), matched_by=pairs[j][1]))
        else:
            found.append(Revision(old=None, new=model, kinds=("new",)))
    return (*found, *(Revision(old=old.models[i], new=None, kinds=("dropped",)) for i in left))


def _kinds(old: ScoredModel, new: ScoredModel) -> tuple[Kind, ...]:
    said: list[Kind] = []
    if (old.countries, old.organisations, old.openness) != (new.countries, new.organisations, new.openness):
        said.append("re-attributed")
    if old.date != new.date:
        said.append("re-dated")
    if abs(old.level - new.level) > SAME_LEVEL:
        said.append("re-scored")
    return tuple(said)


def _written(model: ScoredModel) -> str:
    return model.name


def _folded(model: ScoredModel) -> str:
    return folded_name(model.name)


def _displayed(model: ScoredModel) -> str:
    return folded_name(model.display_name or model.name)


_WAYS: tuple[tuple[str, Key, Key], ...] = (
    ("name", _written, _written),
    ("name", _folded, _folded),
    ("display name", _displayed, _folded),
    ("display name", _folded, _displayed),
    ("display name", _displayed, _displayed),
)


def _pairs(
    old: Sequence[ScoredModel],
    new: Sequence[ScoredModel],
    left: Sequence[int],
    right: Sequence[int],
    of_old: Key,
    of_new: Key,
    several: bool,
) -> Iterator[tuple[int, int]]:
    """Positions with one key; where a key stands more than once, in order of date and level or not at all."""
    before: dict[str, list[int]] = defaultdict(list)
    after: dict[str, list[int]] = defaultdict(list)
    for i in left:
        before[of_old(old[i])].append(i)
    for j in right:
        after[of_new(new[j])].append(j)
    for key in before.keys() & after.keys():
        olds, news = before[key], after[key]
        if (len(olds), len(news)) != (1, 1) and not several:
            continue
        olds = sorted(olds, key=lambda i: (old[i].date, old[i].level))
        news = sorted(news, key=lambda j: (new[j].date, new[j].level))
        yield from zip(olds, news, strict=False)
