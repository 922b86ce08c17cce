"""Sides: filters over the models of a table, by country, bloc, openness or organisation."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from theodolite.catalog.sources.countries import countries, country, fold
from theodolite.model.errors import Refusal
from theodolite.model.scores import ScoredModel, ScoreTable

SideRule = Literal["any", "majority", "headquarters"]
SIDE_RULES: tuple[SideRule, ...] = ("any", "majority", "headquarters")

_OPENNESS = {
    "open": "open", "open weights": "open", "open-weights": "open", "open weight": "open",
    "open models": "open",
    "closed": "closed", "closed weights": "closed", "closed-weights": "closed", "closed models": "closed",
    "proprietary": "closed",
}  # fmt: skip
_WORLD = frozenset({"world", "the world", "the frontier", "frontier", "everyone"})
"""Every model counts: the frontier of the world, where nobody's is named."""
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Side:
    """A resolved filter. `values` are country names, openness words or folded names of organisations."""

    name: str
    kind: Literal["country", "openness", "organisation", "world"]
    values: frozenset[str]

    def holds(self, model: ScoredModel, rule: SideRule = "any") -> bool:
        """Whether a model belongs: any of its listed places, more than half of them, or the first."""
        if self.kind == "world":
            return True
        if self.kind == "openness":
            return model.openness in self.values
        listed: tuple[str, ...] = model.countries
        if self.kind == "organisation":
            listed = tuple(fold(o) for o in model.organisations)
        if not listed:
            return False
        if rule == "headquarters":
            return listed[0] in self.values
        inside = sum(place in self.values for place in listed)
        return inside > 0 if rule == "any" else inside > len(listed) / 2


def resolve(name: str, table: ScoreTable, rule: SideRule = "any") -> Side:
    """The side that a user means by `name` ("US", "Chinese", "EU", "open", "OpenAI", "org:Meta AI").

    Raises Refusal where nobody in the table belongs to it, with the sides that exist.
    """
    side = _meant(name, table)
    if side is None or not any(side.holds(m, rule) for m in table.models):
        raise Refusal(
            table.vintage.file,
            f"nobody belongs to the side {name[:60]!r}",
            f"choose among: {existing(table)}",
        )
    return side


def resolve_pair(leader: str, follower: str, table: ScoreTable, rule: SideRule = "any") -> tuple[Side, Side]:
    """Both sides. Raises Refusal where one has no model, or where both are the same."""
    first, second = resolve(leader, table, rule), resolve(follower, table, rule)
    if (first.kind, first.values) == (second.kind, second.values):
        raise Refusal(
            table.vintage.file, f"leader and follower are one side ({first.name})", "give two different sides"
        )
    return first, second


def _meant(name: str, table: ScoreTable) -> Side | None:
    prefix, _, rest = name.partition(":")
    if rest and fold(prefix) in ("org", "organisation", "organization"):
        return _organisation(rest, table)
    if rest and fold(prefix) == "country":
        return _country(rest, table)
    if fold(name) in _WORLD:
        return Side("the world", "world", frozenset())
    openness = _OPENNESS.get(fold(name))
    if openness is not None:
        return Side("open weights" if openness == "open" else "closed", "openness", frozenset({openness}))
    by_country = _country(name, table)
    found = by_country and any(by_country.holds(m) for m in table.models)
    return by_country if found else _organisation(name, table) or by_country


def _country(name: str, table: ScoreTable) -> Side | None:
    short = country(name)
    if short is None:
        # A country that is not in our list is still a side, by the name the table gives it.
        written = {fold(c): c for m in table.models for c in m.countries}
        short = written.get(fold(name))
    if short is None:
        return None
    return Side(short, "country", countries().members.get(short, frozenset({short})))


def _organisation(name: str, table: ScoreTable) -> Side | None:
    written = {fold(o): o for m in table.models for o in m.organisations}
    found = written.get(fold(name))
    return Side(found, "organisation", frozenset({fold(found)})) if found else None


def existing(table: ScoreTable) -> str:
    """The sides a table has, with how many models each, most first."""
    places = Counter(c for m in table.models for c in m.countries)
    shown = [f"{c} ({n})" for c, n in places.most_common(_SHOWN)]
    openness = Counter(m.openness for m in table.models if m.openness)
    shown += [f"{word} ({n})" for word, n in openness.most_common()]
    labs = Counter(o for m in table.models for o in m.organisations)
    shown += [f"org:{o} ({n})" for o, n in labs.most_common(_SHOWN // 2)]
    return ", ".join(shown) or "none: the table names no country, organisation or openness"
