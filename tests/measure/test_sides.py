"""Sides: what a user's words mean, who belongs, what is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from theodolite.measure.sides import resolve, resolve_pair
from theodolite.model.errors import Refusal
from theodolite.model.scores import ScoredModel, ScoreTable, Vintage


def model(
    countries: tuple[str, ...] = (), organisations: tuple[str, ...] = (), openness: str | None = None
) -> ScoredModel:
    return ScoredModel(
        name="m",
        level=1.0,
        date=dt.date(2024, 1, 1),
        countries=countries,
        organisations=organisations,
        openness=openness,
    )


@pytest.fixture
def table() -> ScoreTable:
    return ScoreTable(
        measure="test", unit="point", source="generic/score_table",
        vintage=Vintage(file="t.csv", sha256="0" * 64, date=None),
        models=(
            model(("United States", "United Kingdom"), ("Google DeepMind",), "closed"),
            model(("United States",), ("OpenAI", "Microsoft"), "closed"),
            model(("France",), ("Mistral AI",), "open"),
            model(("China", "Hong Kong", "China"), ("Shanghai AI Lab",), "open"),
            model(("Atlantis",), ("Deep",)),
            model(),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "name", "count"),
    [
        ("US", "United States", 2), ("the U.S.", "United States", 2), ("american", "United States", 2),
        ("CN", "China", 1), ("Chinese", "China", 1), ("中国", "China", 1), ("UK", "United Kingdom", 1),
        ("EU", "European Union", 1), ("European Union", "European Union", 1), ("country:France", "France", 1),
        ("open", "open weights", 2), ("open weights", "open weights", 2), ("closed", "closed", 2),
        ("microsoft", "Microsoft", 1), ("org:openai", "OpenAI", 1), ("Atlantis", "Atlantis", 1),
    ],
)  # fmt: skip
def test_words_for_a_side(table: ScoreTable, words: str, name: str, count: int) -> None:
    side = resolve(words, table)
    assert side.name == name
    assert sum(side.holds(m) for m in table.models) == count


def test_two_countries_count_in_both_by_any_and_by_rule() -> None:
    shared = model(("United States", "United Kingdom"))
    three = model(("China", "France", "China"))
    table = ScoreTable(
        measure="t", unit="p", source="generic/score_table",
        vintage=Vintage(file="t.csv", sha256="0", date=None), models=(shared, three),
    )  # fmt: skip
    uk, us, china = (resolve(n, table) for n in ("UK", "US", "China"))
    assert uk.holds(shared) and us.holds(shared)
    assert not uk.holds(shared, "majority") and not us.holds(shared, "majority")
    assert us.holds(shared, "headquarters") and not uk.holds(shared, "headquarters")
    assert china.holds(three, "majority")


def test_nobody_is_refused_with_the_sides_that_exist(table: ScoreTable) -> None:
    with pytest.raises(Refusal, match=r"t\.csv: nobody belongs to the side 'Japan'.*United States \(2\)"):
        resolve("Japan", table)
    with pytest.raises(Refusal, match="Nowhere"):
        resolve("Nowhere", table)


def test_one_side_against_itself_is_refused(table: ScoreTable) -> None:
    with pytest.raises(Refusal, match="one side"):
        resolve_pair("US", "United States", table)
