"""Country names as publishers write them, brought to one short English name each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from theodolite.catalog import vocabulary
from theodolite.catalog.yaml_files import parse

_WITH_ARTICLE = ("United ", "European Union", "Netherlands", "Philippines", "Czech Republic")


@dataclass(frozen=True, slots=True)
class Countries:
    """`canonical` maps every folded spelling, code and demonym to a short name; `members` lists blocs."""

    canonical: dict[str, str]
    members: dict[str, frozenset[str]]


@cache
def countries() -> Countries:
    """The names shipped in `countries.yml`, and for these countries every alias that the vocabulary has."""
    raw = parse((resources.files(__package__) / "countries.yml").read_text(encoding="utf-8"))
    canonical: dict[str, str] = {}
    for group in ("countries", "blocs"):
        for name, entry in raw[group].items():
            for spelling in (name, *entry.get("also", ())):
                canonical[fold(spelling)] = name
    for entry in vocabulary.load().entries.values():
        if entry.kind == "side" and canonical.get(fold(entry.name)) == entry.name:
            demonym = (entry.demonym,) if entry.demonym else ()
            for alias in (*entry.aliases, *entry.zh, *demonym, *entry.adjectives):
                canonical.setdefault(fold(alias), entry.name)
    members = {name: frozenset(entry["members"]) for name, entry in raw["blocs"].items()}
    return Countries(canonical, members)


@lru_cache(maxsize=65_536)  # tables repeat a few hundred names in thousands of rows
def fold(name: str) -> str:
    """One form for comparison: no case, no full stops, single spaces, no leading "the"."""
    folded = " ".join(name.replace(".", "").casefold().split())
    return folded.removeprefix("the ")


def country(name: str) -> str | None:
    """The short name of a country or bloc, None where the words are none that is known."""
    return countries().canonical.get(fold(name))


def with_article(side: str) -> str:
    """A side as it stands in a sentence: "the United States", but "China"."""
    return f"the {side}" if side.startswith(_WITH_ARTICLE) else side


def split(cell: str) -> tuple[str, ...]:
    """Countries listed in one cell, in order, each once, by their short names; unknown ones as written.

    Commas separate, but also stand inside official names ("Korea, Republic of"): the longest run of parts
    that is a known name is taken as one.
    """
    parts = [p.strip() for p in cell.replace(";", ",").replace("|", ",").split(",")]
    found: list[str] = []
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + 4), at, -1):
            name = country(", ".join(parts[at:end]))
            if name is not None:
                break
        else:
            end, name = at + 1, parts[at]
        if name and name not in found:
            found.append(name)
        at = end
    return tuple(found)
