"""Whose is the model that another was built on: resolved by the same tables, then by the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from theodolite.catalog import vocabulary
from theodolite.measure.dependence.releases import Release

Evidence = Literal["row", "family", "vocabulary"]
_SIZE = re.compile(r"\s*(?:\(.*|[-\s]v?\d+(?:\.\d+)?\s?[bmk]\b.*)$")
_RUNS = re.compile(r"[\s_\-]+")


@dataclass(frozen=True, slots=True)
class Base:
    """A model that others are built on.

    `evidence` is a row of that very name, rows of the same family that all name the same countries, or the
    vocabulary's maker of the family. Openness is known of rows only.
    """

    name: str
    countries: tuple[str, ...]
    organisations: tuple[str, ...]
    evidence: Evidence
    openness: str | None = None


class Bases:
    """Finds who made a base. Rows of the tables given first win over those of later ones."""

    def __init__(self, releases: Iterable[Release]) -> None:
        self._rows: dict[str, Release] = {}
        self._families: dict[str, list[Release]] = {}
        for release in releases:
            if release.countries:
                self._rows.setdefault(_plain(release.name), release)
                self._families.setdefault(_family(release.name), []).append(release)
        self._known = _known()

    def find(self, name: str) -> Base | None:
        """The base of that name; None where neither a row nor the vocabulary tells whose it is."""
        row = self._rows.get(_plain(name))
        if row is not None:
            return Base(name, row.countries, row.organisations, "row", row.openness)
        family = self._families.get(_family(name), [])
        if family and len({frozenset(r.countries) for r in family}) == 1:
            return Base(name, family[0].countries, family[0].organisations, "family")
        return self._by_vocabulary(name)

    def _by_vocabulary(self, name: str) -> Base | None:
        plain = _plain(name)
        for known, (maker, side) in self._known.items():
            # What follows a family's name is a version or a word of its own, never the rest of a longer word.
            if plain == known or (plain.startswith(known) and not plain[len(known)].isalpha()):
                return Base(name, (side,), (maker,), "vocabulary")
        return None


def _plain(name: str) -> str:
    return _RUNS.sub(" ", name.casefold()).strip()


def _family(name: str) -> str:
    """A name without what tells its size: "ESM2-650M" and "ESM2-15B" are one family."""
    return _SIZE.sub("", _plain(name)) or _plain(name)


def _known() -> Mapping[str, tuple[str, str]]:
    """Every name of a model family that the vocabulary knows, with maker and side, longest first."""
    found: dict[str, tuple[str, str]] = {}
    for entry in vocabulary.load().entries.values():
        if entry.kind != "model" or entry.what in ("chip", "product") or not entry.side or not entry.maker:
            continue
        for name in (entry.name, *entry.aliases):
            # "R1" alone is a model of one maker only near its name, and here stand names alone.
            if len(_plain(name)) > 2:
                found.setdefault(_plain(name), (entry.maker, entry.side))
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))
