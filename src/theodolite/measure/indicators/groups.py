"""Whose a row is: sides by name over a field, and in what part a row counts for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from theodolite.catalog.sources.countries import countries, country, fold
from theodolite.measure.indicators.columns import column, has, words
from theodolite.model.errors import Misuse, Refusal
from theodolite.model.indicator import Rule
from theodolite.model.table import Table

_OPENNESS = {"open": "open", "open weights": "open", "closed": "closed", "proprietary": "closed"}
_HOLDERS = (
    "organisations", "organisation", "organizations", "organization", "company", "companies", "owners",
    "owner", "makers", "maker", "provider", "entity",
)  # fmt: skip
"""Fields that name who a row belongs to where it is no country, in the order they are tried."""
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Group:
    """A named group of one field: `values` are folded words, any of which belongs to it."""

    name: str
    field: str
    values: frozenset[str]

    def part(self, cell: Sequence[str], rule: Rule) -> float:
        """In what part a row counts that names these: 0 to 1."""
        if not cell:
            return 0.0
        inside = [fold(word) in self.values for word in cell]
        if rule == "headquarters":
            return float(inside[0])
        if rule == "majority":
            return float(sum(inside) > len(inside) / 2)
        return sum(inside) / len(inside) if rule == "fractional" else float(any(inside))


def default_field(table: Table) -> str:
    """The field of groups where none is given: countries, else who a row belongs to. Misuse for none."""
    found = next((f for f in ("countries", *_HOLDERS) if has(table, f)), None)
    if found is None:
        raise Misuse(f"{table.vintage.file} names no country or organisation; say --by FIELD")
    return found


def named_groups(
    table: Table, names: Sequence[str], by: str | None = None, prefer: str | None = None
) -> list[Group]:
    """The groups that a user means: of the field `by`, or of the first field that knows the name.

    "open" is looked for in the accessibility, a country's name among the countries, any other name among
    organisations, companies and the like; the field `prefer` comes before these, "org:" and "country:" before
    a name force it. Raises Refusal where the table knows nobody of that name, with those it knows.
    """
    found = []
    for name in names:
        kind, bare = _bare(name)
        fields = [column(table, by)] if by else _fields(table, kind, bare, prefer)
        groups = [Group(*_meant(bare, field)) for field in fields]
        known = next((g for g in groups if g.values & _known(table, g.field)), None)
        if known is None:
            shown = fields[0] if fields else None
            raise Refusal(
                table.vintage.file,
                f"nobody is {bare[:60]!r} in {shown}" if shown else f"nobody is {bare[:60]!r} in it",
                f"choose among: {existing(table, shown)}" if shown else "say --by FIELD",
            )
        found.append(known)
    return found


def _fields(table: Table, kind: str | None, name: str, prefer: str | None) -> list[str]:
    """The fields where a name is looked for, the likeliest first."""
    holders = [f for f in _HOLDERS if has(table, f)]
    places = [f for f in ("countries",) if has(table, f)]
    if kind == "organisations":
        return holders
    if kind is not None:
        return [column(table, kind)]
    openness = ["access"] if fold(name) in _OPENNESS and has(table, "access") else []
    likely = [*places, *holders] if country(name) or not holders else [*holders, *places]
    preferred = [prefer] if prefer and has(table, prefer) else []
    return list(dict.fromkeys([*openness, *preferred, *likely]))


def _known(table: Table, field: str) -> set[str]:
    return {fold(w) for cell in table.frame[field].to_list() for w in words(cell)}


def _bare(name: str) -> tuple[str | None, str]:
    """ "org:Meta AI" names its field; a plain name does not."""
    prefix, colon, rest = name.partition(":")
    kinds = {"org": "organisations", "organisation": "organisations", "organization": "organisations",
             "country": "countries", "openness": "access", "company": "company"}  # fmt: skip
    return (kinds[fold(prefix)], rest) if colon and fold(prefix) in kinds else (None, name)


def _meant(name: str, field: str) -> tuple[str, str, frozenset[str]]:
    if field == "access" and fold(name) in _OPENNESS:
        return name, field, frozenset({_OPENNESS[fold(name)]})
    short = country(name)
    if short is not None and field in ("countries", "entity"):
        members = countries().members.get(short, frozenset({short}))
        return short, field, frozenset(fold(m) for m in members)
    return name, field, frozenset({fold(name)})


def every_group(cells: Iterable[Sequence[str]], field: str) -> list[Group]:
    """One group for each word of a field, by how often it stands there."""
    count = Counter(word for cell in cells for word in dict.fromkeys(cell))
    return [Group(word, field, frozenset({fold(word)})) for word, _ in count.most_common()]


def existing(table: Table, field: str) -> str:
    """The words of a field with how many rows each, most first."""
    count = Counter(w for cell in table.frame[field].to_list() for w in words(cell))
    shown = ", ".join(f"{word[:40]} ({n})" for word, n in count.most_common(_SHOWN))
    return shown or f"none: {field} is empty"
