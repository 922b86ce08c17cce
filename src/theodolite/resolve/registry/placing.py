"""Versions inside one model: stamps that can be one day, base or instruct, preview or general."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from theodolite.catalog.names import name_words
from theodolite.model.registry import Placed
from theodolite.resolve.registry.matching import Evidence, Group
from theodolite.resolve.registry.names import ModelName
from theodolite.resolve.registry.stamps import Stamp

_NEAR = 45
"""Days within which a listed day is that of a stamp: a snapshot is stamped weeks before it is let out."""
_FIRST = 10
"""The same among several stamps: nearer, since the next snapshot may be weeks away."""
_TWICE = 21
"""Days between two stamps of one release, of a maker who stamps every release, where few write the one."""

STAMP = "stamp {}"
ONE_STAMP = "its maker stamps every release and it has one stamp, {}"
ONE_REVISION = "its first revision, {}, is the only one"
DATED = "no stamp, but mostly listed within {} days of the stamp {}"
AS_OTHERS = "no stamp and no day, placed where most sources date the unstamped name: {}"
BASE = "named beside a tuned one where weights are listed, so it is the base"
TUNED = "no tuning said, so it is the one that is offered for use"
ONE_RELEASE = "no source names a preview and a general release both"


def place(group: Group, evidence: Mapping[str, Evidence]) -> dict[str, Placed]:
    """Each name's version and variant. Labels: stamp or revision, then tune, then preview."""
    placing = _Placing(group, evidence)
    return {name: placing.placed(name, parsed) for name, parsed in group.names.items()}


@dataclass(slots=True)
class _Placing:
    group: Group
    evidence: Mapping[str, Evidence]
    stamps: dict[Stamp, Stamp] = field(init=False)
    attracts: tuple[Stamp, ...] = field(init=False)
    preview_stamps: set[str] = field(init=False)
    revisions: set[str] = field(init=False)
    both_tunes: set[str] = field(init=False)
    has_tuned: bool = field(init=False)
    stamped_maker: bool = field(init=False)
    two_stages: bool = field(init=False)
    majority: str = field(init=False)

    def __post_init__(self) -> None:
        names = self.group.names
        self.stamped_maker = bool(name_words().stamped & set(self.group.core[0]))
        self.stamps = self._clusters()
        self.attracts = self._attracting()
        self.preview_stamps = {str(self.stamps[p.stamp]) for p in names.values() if p.stamp and p.preview}
        self.revisions = {p.revision for p in names.values() if p.revision}
        self.has_tuned = any(p.tune == "instruct" for p in names.values())
        self.both_tunes = self._where(lambda p: p.tune is None) & self._where(lambda p: p.tune == "instruct")
        self.two_stages = self._two_stages()
        dated = [n for n, p in names.items() if p.stamp is None and self.evidence[n].dates]
        votes = Counter(self._dated(n, []) for n in dated)
        best = votes.most_common(1)
        self.majority = best[0][0] if best and 2 * best[0][1] > votes.total() else ""

    def _where(self, fits: Callable[[ModelName], bool]) -> set[str]:
        return {w for n, p in self.group.names.items() if fits(p) for w in _weights(n, self.evidence[n])}

    def _clusters(self) -> dict[Stamp, Stamp]:
        """Each stamp and the fullest one it can only be."""
        count = Counter(p.stamp for p in self.group.names.values() if p.stamp)
        every = sorted(count, key=lambda s: (s.year is None, s.day is None, -count[s], str(s)))
        full: list[Stamp] = []
        found: dict[Stamp, Stamp] = {}
        for stamp in every:
            fits = [f for f in full if f.agrees(stamp) or self._one_release(f, stamp, count)]
            if len(fits) == 1:
                found[stamp] = fits[0]
            else:
                full.append(stamp)
                found[stamp] = stamp
        return found

    def _attracting(self) -> tuple[Stamp, ...]:
        """Stamps that a name without one may mean: not a preview's, where most name a general release."""
        plain = sum(not p.stamp and not p.preview for p in self.group.names.values())
        found = []
        for stamp in sorted(set(self.stamps.values()), key=str):
            own = [p for p in self.group.names.values() if p.stamp and self.stamps[p.stamp] == stamp]
            if not all(p.preview for p in own) or plain <= 2 * len(own):
                found.append(stamp)
        return tuple(found)

    def _one_release(self, many: Stamp, few: Stamp, count: Mapping[Stamp, int]) -> bool:
        """A stamp that few write, days from one that many write: another day for the same release."""
        if not self.stamped_maker or many.exact is None or few.exact is None:
            return False
        return (
            count[few] <= 2 and 3 * count[few] <= count[many] and abs(many.exact - few.exact).days <= _TWICE
        )

    def _two_stages(self) -> bool:
        """Whether one source names both a preview and a general release without stamps."""
        stages: dict[bool, set[str]] = {True: set(), False: set()}
        for name, parsed in self.group.names.items():
            if parsed.stamp is None and parsed.revision is None:
                stages[parsed.preview] |= self.evidence[name].sources
        return bool(stages[True] & stages[False])

    def placed(self, name: str, parsed: ModelName) -> Placed:
        rules = list(self.group.rules[name])
        stamp = self._stamp_of(name, parsed, rules)
        parts = [stamp] if stamp else []
        if tune := self._tune(name, parsed, rules):
            parts.append(tune)
        if parsed.preview and parsed.stamp is None:
            if self.two_stages and stamp not in self.preview_stamps:
                parts.append("preview")
            else:
                rules.append(ONE_RELEASE)
        return Placed(", ".join(parts), parsed.variant, tuple(rules))

    def _tune(self, name: str, parsed: ModelName, rules: list[str]) -> str:
        if parsed.tune == "base":
            return "base"
        if parsed.tune is None:
            if self.both_tunes & _weights(name, self.evidence[name]):
                rules.append(BASE)
                return "base"
            if self.has_tuned:
                rules.append(TUNED)
        return ""

    def _stamp_of(self, name: str, parsed: ModelName, rules: list[str]) -> str:
        if parsed.stamp is not None:
            own = self.stamps[parsed.stamp]
            rules.append(STAMP.format(own))
            return str(own)
        if parsed.revision is not None:
            return parsed.revision
        whole = self.attracts
        if not self.stamps and len(self.revisions) == 1:
            (revision,) = self.revisions
            if revision == "001" or revision.startswith("0."):
                rules.append(ONE_REVISION.format(revision))
                return revision
        if self.stamped_maker and len(whole) == 1:
            rules.append(ONE_STAMP.format(whole[0]))
            return str(whole[0])
        if self.evidence[name].dates:
            return self._dated(name, rules)
        if self.majority and not parsed.preview:
            rules.append(AS_OTHERS.format(self.majority))
            return self.majority
        return ""

    def _dated(self, name: str, rules: list[str]) -> str:
        """The one stamp near most days that sources list for the name."""
        within = _NEAR if len(self.attracts) == 1 else _FIRST
        days = self.evidence[name].dates
        near = [s for s in self.attracts if 2 * sum(_apart(s, d) <= within for d in days) > len(days)]
        if len(near) != 1:
            return ""
        rules.append(DATED.format(within, near[0]))
        return str(near[0])


def _weights(name: str, known: Evidence) -> set[str]:
    """Lists of weights that write a name: by the address before it, else by source."""
    return ({name.rsplit("/", 1)[0]} if "/" in name else set(known.sources)) & name_words().weights


def _apart(stamp: Stamp, day: dt.date) -> int:
    """Days between a listed day and a stamp; a month alone is met by any day in it."""
    if stamp.day is None:
        return 0 if (stamp.year, stamp.month) == (day.year, day.month) else 10**6
    exact = stamp.near(day)
    return 10**6 if exact is None else abs((exact - day).days)
