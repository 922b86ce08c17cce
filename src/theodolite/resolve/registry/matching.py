"""Which names are one model: by what the names say, by the catalogue's list, by there being but one size.

No likeness of letters joins names. Every step is a rule that is kept beside the name it placed.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from theodolite.catalog.names import name_words
from theodolite.resolve.registry.names import ModelName, parse

Core = tuple[tuple[str, ...], tuple[str, ...], str | None]

SAME_WORDS = "the same family words, version and size"
ONE_SIZE = "only one size of it is known: {}"
TOLD = "listed as one in the catalogue: {}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a name besides the name: who writes it, and the days they give it."""

    sources: frozenset[str] = frozenset()
    dates: tuple[dt.date, ...] = ()


@dataclass(slots=True)
class Group:
    """Names of one model: each with what it says (a told equivalent in its place) and the rules used."""

    core: Core
    names: dict[str, ModelName] = field(default_factory=dict)
    rules: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def groups(names: Mapping[str, Evidence]) -> list[Group]:
    """Sort names into models, in the order of their cores."""
    told = _told()
    found: dict[Core, Group] = {}
    for name in sorted(names):
        parsed = parse(name)
        if not parsed.words and not parsed.versions:
            continue
        rules = [SAME_WORDS]
        other = _equivalent(parsed, told)
        if other is not None:
            parsed, why = other
            rules.append(TOLD.format(why))
        group = found.setdefault(parsed.core, Group(parsed.core))
        group.names[name] = parsed
        group.rules[name] = rules
    _one_size(found)
    return [found[core] for core in sorted(found, key=str)]


def _one_size(found: dict[Core, Group]) -> None:
    """A name without a size is the model of the one size that is known, but for families where it is not."""
    unsized = name_words().unsized
    sized: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Core]] = defaultdict(list)
    for words, versions, size in found:
        if size is not None:
            sized[words, versions].append((words, versions, size))
    for core in [c for c in found if c[2] is None]:
        words, versions, _ = core
        fits = sized.get((words, versions), [])
        if len(fits) != 1 or unsized & set(words):
            continue
        group, into = found.pop(core), found[fits[0]]
        for name, parsed in group.names.items():
            into.names[name] = parsed
            into.rules[name] = [*group.rules[name], ONE_SIZE.format(fits[0][2])]


_Told = Mapping[Core, Sequence[tuple[ModelName, ModelName, str]]]


def _told() -> _Told:
    """The catalogue's equivalents by what the name says: the name, the one it stands for, and why."""
    rows: dict[Core, list[tuple[ModelName, ModelName, str]]] = defaultdict(list)
    for names, why in name_words().same:
        whole = parse(names[0])
        for said in map(parse, names[1:]):
            rows[said.core].append((said, whole, why))
    return rows


def _equivalent(parsed: ModelName, told: _Told) -> tuple[ModelName, str] | None:
    """The name that the catalogue puts in the place of this one, keeping its tune and variant."""
    for name, whole, why in told.get(parsed.core, ()):
        if name.revision != parsed.revision:
            continue
        if (name.stamp is None) != (parsed.stamp is None) or (name.preview and not parsed.preview):
            continue
        if name.stamp is None or (parsed.stamp is not None and parsed.stamp.agrees(name.stamp)):
            stood = replace(
                parsed, words=whole.words, versions=whole.versions, size=whole.size,
                stamp=parsed.stamp or whole.stamp, revision=whole.revision, preview=False,
            )  # fmt: skip
            return stood, why
    return None
