"""Ranks on each measure at hand, with their draws, and whether the measures agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from theodolite.measure.agreement import Agreement, agreements, joined, plain_name
from theodolite.measure.draws import DRAWS, draws_for
from theodolite.measure.ranking import Ranked, Ranking, rank
from theodolite.measure.sides import SideRule, resolve
from theodolite.model.errors import Refusal
from theodolite.model.registry import Registry
from theodolite.survey.instruments import Instruments, Measure, Sighted, sight
from theodolite.survey.side_by_side import known_when

RULE = (
    "rank: 1 plus the models strictly above; interval: 5th to 95th percentile of the ranks inside the draws; "
    "rank_upper_bound, the arena publisher's own rule: 1 plus the models whose lower limit is above this "
    "one's upper"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """A ranking on each measure asked for that has data, what could not be ranked, and the agreement of
    pairs.
    """

    as_of: dt.date | None
    rankings: dict[Measure, Ranking]
    basis: dict[Measure, str]
    refusals: tuple[Refusal, ...]
    rows: tuple[tuple[str, dict[str, Ranked]], ...]
    agreements: tuple[Agreement, ...]
    joined_by: Literal["registry", "names"] | None = None

    def to_json(self, top: int | None = None) -> dict[str, Any]:
        """In the form of the contract; `top` models of each measure, and of the joined rows."""
        return {
            "schema_version": "1",
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "rule": RULE,
            "measures": [_measure(m, r, self.basis[m], top) for m, r in self.rankings.items()],
            "joined_by": self.joined_by,
            "side_by_side": [
                {"name": name, "places": {m: _place(p) for m, p in places.items()}}
                for name, places in self.rows[:top]
            ],
            "agreement": [
                {"first": a.first, "second": a.second, "n": a.n, "spearman": a.spearman, "low": a.low,
                "high": a.high} for a in self.agreements
            ],
            "warnings": [
                *(f"no data: {r}" for r in self.refusals),
                *(
                    f"agreement of {a.first} and {a.second}: {a.n} in common, too few for a correlation"
                    for a in self.agreements
                    if a.spearman is None
                ),
            ],
        }  # fmt: skip

    def flat(self, top: int | None = None) -> list[dict[str, Any]]:
        """One row a model and measure, for CSV."""
        rows: list[dict[str, Any]] = []
        for measure, ranking in self.rankings.items():
            whole = _measure(measure, ranking, self.basis[measure], top)
            head = {"measured_by": measure} | {k: whole[k] for k in ("measure", "unit", "part")}
            tail = {k: whole[k] for k in ("source", "basis")} | {
                "file": whole["vintage"]["file"],
                "sha256": whole["vintage"]["sha256"],
                "vintage": whole["vintage"]["date"],
            }
            for model in whole["models"]:
                cells = {k: ";".join(v) if isinstance(v, list) else v for k, v in model.items()}
                rows.append(head | cells | tail)
        return rows


def standings(
    place: Instruments,
    measures: Sequence[Measure],
    *,
    as_of: dt.date | None = None,
    vintage: dt.date | None = None,
    side: str | None = None,
    rule: SideRule = "any",
    draws: int = DRAWS,
    registry: Registry | None = None,
    board: str | None = None,
    same: Registry | None = None,
) -> Standings:
    """Rank on each measure. One that is not at hand, or has nobody of the side, is refused and the rest
    goes on.

    `same` says which names of several measures are one model; without it names are compared.
    """
    rankings: dict[Measure, Ranking] = {}
    bases: dict[Measure, str] = {}
    refused: list[Refusal] = []
    for measure in measures:
        try:
            own = (side,) if side else ()
            which = board if measure == "arena" or len(measures) == 1 else None
            sighted = sight(
                place, measure, as_of=as_of, vintage=vintage, sides=own, registry=registry, board=which
            )
            rankings[measure] = _ranked(sighted, as_of, side, rule, draws)
            bases[measure] = known_when(sighted.table.vintage, as_of)
        except Refusal as refusal:
            refused.append(refusal)
    several = len(rankings) > 1
    by_name = {str(m): r for m, r in rankings.items()}
    rows = joined(by_name, _one_model(same) if same else plain_name) if several else []
    return Standings(
        as_of=as_of, rankings=rankings, basis=bases, refusals=tuple(refused), rows=tuple(rows),
        agreements=agreements(rows, tuple(rankings)) if several else (),
        joined_by=("registry" if same else "names") if several else None,
    )  # fmt: skip


def _one_model(registry: Registry) -> Callable[[str], str]:
    """What tells a model by its name: the registry's model, else the name without day and packaging."""

    def key(name: str) -> str:
        found = registry.by_name.get(name)
        return plain_name(name) if found is None else f"{id(found)} in the registry"

    return key


def _ranked(s: Sighted, as_of: dt.date | None, side: str | None, rule: SideRule, draws: int) -> Ranking:
    chosen = resolve(side, s.table, rule) if side else None
    drawn, about = draws_for(s.table, s.matrix, draws)
    found = rank(s.table, drawn, as_of=as_of, side=chosen, rule=rule, upper_bound=s.measure == "arena")
    more = [*(s.matrix.warnings if s.matrix else ()), *s.warnings, *about]
    if drawn is not None and drawn.method == "independent":
        more.append(
            "intervals of ranks from each model's own limits: what models have in common is not in them"
        )
    return Ranking(
        table=found.table, day=found.day, ranked=found.ranked, method=found.method, draws=found.draws,
        warnings=tuple(dict.fromkeys((*found.warnings, *more))),
    )  # fmt: skip


def _measure(measure: Measure, ranking: Ranking, basis: str, top: int | None) -> dict[str, Any]:
    table = ranking.table
    return {
        "measured_by": measure,
        "measure": table.measure,
        "unit": table.unit,
        "source": table.source,
        "part": table.part,
        "licence": table.licence,
        "publishable": table.publishable,
        "date_basis": table.date_basis,
        "vintage": table.vintage.to_json(),
        "basis": basis,
        "observed_until": ranking.day.isoformat(),
        "ranked": len(ranking.ranked),
        "interval_method": ranking.method,
        "draws": ranking.draws,
        "models": [_model(r) for r in ranking.ranked[:top]],
        "warnings": list(ranking.warnings),
    }  # fmt: skip


def _place(place: Ranked) -> dict[str, Any]:
    return {
        "rank": place.rank, "rank_low": place.rank_low, "rank_high": place.rank_high,
        "level": place.model.level, "low": place.low, "high": place.high, "name": place.model.name,
    }  # fmt: skip


def _model(place: Ranked) -> dict[str, Any]:
    model = place.model
    return {
        **_place(place),
        "rank_upper_bound": place.rank_upper_bound,
        "p_first": place.p_first,
        "published_low": model.low,
        "published_high": model.high,
        "countries": list(model.countries),
        "organisations": list(model.organisations),
        "openness": model.openness,
        "date": model.date.isoformat(),
    }
