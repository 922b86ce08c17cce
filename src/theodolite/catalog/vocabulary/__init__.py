"""The vocabulary: sides, organisations, models, people and units, as data that anyone can add to.

Each YAML file says at its head what its fields mean. Everything is read once and then kept; `digest` names
the state of the data, so that what was read with an older vocabulary can be told from what is new.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml

from theodolite.model.identity import digest as _digest

NameKind = Literal["side", "organisation", "model", "person"]
FILES = ("sides.yml", "organisations.yml", "people.yml", "models.yml", "groups.yml", "units.yml")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Entry:
    """One name that is known.

    `name` is canonical; `aliases` are other ways to write it in Latin script, `zh` in Chinese. `side` is the
    country or bloc it belongs to (a side belongs to itself; None: international or not known). `maker` is a
    model's organisation, `organisation` and `post` a person's. `family` names take versions, `versioned` ones
    count only with one, `exact` ones only as whole words with nothing before. `needs` and `unless` are words
    in the same sentence that make or unmake the name. `adjectives` and `metonyms` are words for a side,
    `places` say where somebody is from. `source` says where the entry was confirmed.
    """

    name: str
    kind: NameKind
    side: str | None = None
    aliases: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    maker: str | None = None
    organisation: str | None = None
    post: str | None = None
    what: str = ""
    demonym: str | None = None
    adjectives: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    family: bool = False
    versioned: bool = False
    exact: bool = False
    dash: bool = False
    open: bool | None = None
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All entries by canonical name, the collective nouns, and the units.

    `group_nouns` make a national group after a demonym; `openness` maps a canonical group ("open models") to
    regular expressions. `currencies` maps ISO 4217 codes to {signs, words}; `measures` maps a base unit to
    {word: factor}.
    """

    entries: dict[str, Entry]
    group_nouns: tuple[str, ...]
    openness: dict[str, tuple[str, ...]]
    currencies: dict[str, dict[str, list[str]]]
    measures: dict[str, dict[str, float]]

    def side_of(self, name: str | None) -> str | None:
        """The side of a canonical name; None where it has none or is not known."""
        entry = self.entries.get(name) if name else None
        return entry.side if entry else None


def _read(file: str) -> Any:
    return yaml.load(resources.files(__package__).joinpath(file).read_bytes(), Loader=_LOADER)


def _entry(kind: NameKind, row: dict[str, Any]) -> Entry:
    row = dict(row)
    what = str(row.pop("kind", ""))
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    return Entry(kind=kind, what=what, **values)


def _sides() -> list[Entry]:
    """Sides belong to themselves, except regions and organisations of states that are nobody's side."""
    rows = _read("sides.yml")
    return [_entry("side", {"side": row["name"], **row}) for row in rows]


def _models(organisations: dict[str, Entry]) -> list[Entry]:
    """A model is on its maker's side."""
    rows = _read("models.yml")
    return [_entry("model", {"side": organisations[row["maker"]].side, **row}) for row in rows]


@cache
def load() -> Vocabulary:
    """The shipped vocabulary. KeyError where a model names a maker that is not among the organisations."""
    organisations = {row["name"]: _entry("organisation", row) for row in _read("organisations.yml")}
    people = [_entry("person", row) for row in _read("people.yml")]
    entries: dict[str, Entry] = {}
    for entry in (*_sides(), *organisations.values(), *people, *_models(organisations)):
        if entry.name in entries:
            raise ValueError(f"the vocabulary lists {entry.name!r} twice")
        entries[entry.name] = entry
    groups, units = _read("groups.yml"), _read("units.yml")
    return Vocabulary(
        entries=entries,
        group_nouns=tuple(dict.fromkeys(groups["nouns"])),
        openness={name: tuple(patterns) for name, patterns in groups["openness"].items()},
        currencies=units["currencies"],
        measures={unit: {w: float(f) for w, f in row.items()} for unit, row in units["measures"].items()},
    )


@cache
def digest() -> str:
    """SHA-256 over every file of the vocabulary, in order: its version for caches."""
    folder = resources.files(__package__)
    return _digest(*(part for file in FILES for part in (file, folder.joinpath(file).read_bytes())))
