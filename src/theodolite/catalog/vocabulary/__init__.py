"""The vocabulary: sides, organisations, models, people and units, as data that anyone can add to.

Each YAML file says at its head what its fields mean. Organisations, people and models are folders, every file
of which is read. Everything is read once and then kept; `digest` names the state of the data, so that what
was read with an older vocabulary can be told from what is new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from theodolite.catalog.vocabulary.entries import Entry, HanName, NameKind, han_index
from theodolite.catalog.yaml_files import parse
from theodolite.model.identity import digest as _digest

__all__ = ["Entry", "HanName", "NameKind", "Vocabulary", "canonical", "digest", "load"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All entries by canonical name, the collective nouns, and the units.

    `group_nouns` make a national group after a demonym; `openness` maps a canonical group ("open models") to
    regular expressions. `field` finds words that only this field uses ("chatbot"): evidence for an ambiguous
    name. `seats` maps a town to the organisations that are run from it. `currencies` maps ISO 4217 codes to
    {signs, words}; `measures` maps a base unit to {word: factor}. `units` are the symbols and names of
    science, as the head of `units.yml` describes them.
    """

    entries: dict[str, Entry]
    group_nouns: tuple[str, ...]
    openness: dict[str, tuple[str, ...]]
    field: re.Pattern[str]
    seats: dict[str, frozenset[str]]
    currencies: dict[str, dict[str, list[str]]]
    measures: dict[str, dict[str, float]]
    units: dict[str, Any]

    def side_of(self, name: str | None) -> str | None:
        """The side of a canonical name; None where it has none or is not known."""
        entry = self.entries.get(name) if name else None
        return entry.side if entry else None

    def han(self) -> dict[str, tuple[HanName, ...]]:
        """Every Chinese way to write a name, by its first character, longest first."""
        return _han()


def _files(folder: Traversable) -> Iterator[Traversable]:
    """The data files of a folder and of those in it, in the order of their names."""
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.is_dir():
            yield from _files(path)
        elif path.name.endswith(".yml"):
            yield path


def _read(*where: str) -> Any:
    return parse(resources.files(__package__).joinpath(*where).read_text(encoding="utf-8"))


_KINDS = {
    "banks-and-funds.yml": "investor",
    "governments.yml": "government",
    "governments-more.yml": "government",
    "money.yml": "investor",
    "observers.yml": "observer",
    "observers-more.yml": "observer",
    "press.yml": "press",
    "press-china.yml": "press",
    "universities.yml": "university",
    "universities-more.yml": "university",
}
"""What the organisations of a file are; those of the others are companies and laboratories."""


def _rows(folder: str) -> list[dict[str, Any]]:
    """The rows of every file in a folder; those of some files have their kind from the file."""
    found = []
    for path in _files(resources.files(__package__).joinpath(folder)):
        kind = {"kind": _KINDS[path.name]} if path.name in _KINDS else {}
        found += [{**kind, **row} for row in parse(path.read_text(encoding="utf-8"))]
    return found


def _entry(kind: NameKind, row: dict[str, Any]) -> Entry:
    row = dict(row)
    what = str(row.pop("kind", ""))
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    return Entry(kind=kind, what=what, **values)


def _entries() -> Iterator[Entry]:
    """Sides belong to themselves, a model is on its maker's side."""
    organisations = {row["name"]: row for row in _rows("organisations")}
    yield from (_entry("side", {"side": row["name"], **row}) for row in _read("sides.yml"))
    yield from (_entry("organisation", row) for row in _rows("organisations"))
    yield from (_entry("person", row) for row in _rows("people"))
    for row in _rows("models"):
        yield _entry("model", {"side": organisations[row["maker"]].get("side"), **row})


@cache
def load() -> Vocabulary:
    """The shipped vocabulary. KeyError where a model names a maker that is not among the organisations."""
    entries: dict[str, Entry] = {}
    for entry in _entries():
        if entry.name in entries:
            raise ValueError(f"the vocabulary lists {entry.name!r} twice")
        entries[entry.name] = entry
    groups, units = _read("groups.yml"), _read("units.yml")
    return Vocabulary(
        entries=entries,
        group_nouns=tuple(dict.fromkeys(groups["nouns"])),
        openness={name: tuple(patterns) for name, patterns in groups["openness"].items()},
        field=re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, groups['field']))})(?!\w)"),
        seats={town: frozenset(names) for town, names in _read("seats.yml").items()},
        currencies=units["currencies"],
        measures={unit: {w: float(f) for w, f in row.items()} for unit, row in units["measures"].items()},
        units=units["units"],
    )


def canonical(written: str) -> str | None:
    """The name that somebody means by a name, an alias or a Chinese way to write it, in whatever case; None
    for what is not listed and for an alias of several."""
    return _written().get(" ".join(written.split()).casefold())


@cache
def _written() -> dict[str, str]:
    """Every way to write one name; a canonical name means itself."""
    entries = load().entries.values()
    meant: dict[str, set[str]] = {}
    for entry in entries:
        for written in (*entry.aliases, *entry.zh):
            meant.setdefault(written.casefold(), set()).add(entry.name)
    known = {written: names.pop() for written, names in meant.items() if len(names) == 1}
    return known | {entry.name.casefold(): entry.name for entry in entries}


@cache
def _han() -> dict[str, tuple[HanName, ...]]:
    return han_index(load().entries)


@cache
def digest() -> str:
    """SHA-256 over every file of the vocabulary, in order: its version for caches."""
    files = _files(resources.files(__package__).joinpath())
    return _digest(*(part for path in files for part in (path.name, path.read_bytes())))
