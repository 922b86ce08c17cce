"""Words in names of models: what in a name is the maker, the size, the way it was finished, the effort."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from theodolite.catalog import vocabulary
from theodolite.catalog.yaml_files import parse


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words of `names.yml`, as its head describes them. `same` pairs a list of names with the reason."""

    makers: frozenset[str]
    families: frozenset[str]
    noise: frozenset[str]
    tunes: dict[str, str]
    quantised: frozenset[str]
    effort: frozenset[str]
    modes: dict[str, str]
    speeds: frozenset[str]
    fast_families: frozenset[str]
    unsized: frozenset[str]
    rewrite: tuple[tuple[re.Pattern[str], str], ...]
    thinkers: re.Pattern[str]
    previews: frozenset[str]
    effort_families: frozenset[str]
    mode_families: frozenset[str]
    effort_words_in: re.Pattern[str]
    stamped: frozenset[str]
    first_party: dict[str, str]
    houses: dict[str, str]
    weights: frozenset[str]
    same: tuple[tuple[tuple[str, ...], str], ...]


@cache
def name_words() -> NameWords:
    """The shipped words."""
    raw = parse((resources.files(__package__) / "names.yml").read_text(encoding="utf-8"))
    return NameWords(
        makers=frozenset(raw["makers"]),
        families=frozenset(raw["families"]),
        noise=frozenset(raw["noise"]),
        tunes=dict(raw["tunes"]),
        quantised=frozenset(map(str, raw["quantised"])),
        effort=frozenset(map(str, raw["effort"])),
        modes=dict(raw["modes"]),
        speeds=frozenset(raw["speeds"]),
        fast_families=frozenset(raw["fast_families"]),
        unsized=frozenset(raw["unsized"]),
        rewrite=tuple((re.compile(pattern), one) for pattern, one in raw["rewrite"]),
        thinkers=re.compile("|".join(f"(?:{p})" for p in raw["thinkers"])),
        previews=frozenset(raw["previews"]),
        effort_families=frozenset(raw["effort_families"]),
        mode_families=frozenset(raw["mode_families"]),
        stamped=frozenset(raw["stamped"]),
        first_party=dict(raw["first_party"]),
        houses=dict(raw["houses"]),
        weights=frozenset(raw["weights"]),
        effort_words_in=re.compile("|".join(f"(?:{p})" for p in raw["effort_words_in"])),
        same=tuple((tuple(entry["names"]), entry["why"]) for entry in raw["same"]),
    )


@cache
def chinese() -> tuple[tuple[str, str], ...]:
    """Chinese names of models in the vocabulary, longest first, each with its name in Latin script."""
    found = {
        written: entry.name.casefold()
        for entry in vocabulary.load().entries.values()
        if entry.kind == "model"
        for written in entry.zh
    }
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))


@cache
def families() -> dict[str, vocabulary.Entry]:
    """Models of the vocabulary by their folded name and ways of writing it: whose family a name is of."""
    found: dict[str, vocabulary.Entry] = {}
    for entry in vocabulary.load().entries.values():
        if entry.kind == "model" and entry.what in ("", "model"):
            for written in (entry.name, *entry.aliases):
                found.setdefault(re.sub(r"[^a-z0-9.]+", "", written.casefold()), entry)
    return found
