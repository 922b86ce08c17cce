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


def described(
    name: str, country: str = "", openness: str | None = None, licence: str | None = None,
    parameters: float | None = None,
) -> ScoredModel:  # fmt: skip
    return ScoredModel(
        name=name, level=1.0, date=dt.date(2024, 1, 1), countries=(country,) if country else (),
        organisations=("Zhipu AI",) if name == "glm" else (), openness=openness, licence=licence,
        parameters=parameters,
    )  # fmt: skip


@pytest.fixture
def described_table() -> ScoreTable:
    return ScoreTable(
        measure="test", unit="point", source="generic/score_table",
        vintage=Vintage(file="t.csv", sha256="0" * 64, date=None),
        models=(
            described("qwen", "China", "open", "Apache 2.0", 7e9),
            described("ernie", "China", "closed", "Proprietary", 3e11),
            described("llama", "United States", "open", "Llama 3.1 Community", 7e10),
            described("gpt", "United States", "closed"),
            described("glm", "China", "open", "MIT"),
            described("island", "Trinidad and Tobago", "closed"),
            described("lost", "", "open"),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("China and open", "qwen glm"),
        ("China+open", "qwen glm"),
        ("open & US", "llama"),
        ("not China", "llama gpt island"),
        ("open and not China", "llama"),
        ("!open", "ernie gpt island"),
        ("Trinidad and Tobago", "island"),
        ("licence:apache", "qwen"),
        ("licence:llama and US", "llama"),
        ("size:small", "qwen"),
        ("under 100B", "qwen llama"),
        ("China and params >= 100B", "ernie"),
        ("not size:small and China", "ernie"),
        ("org:Zhipu", "glm"),
        ("world", "qwen ernie llama gpt glm island lost"),
    ],
)
def test_sides_are_queries(described_table: ScoreTable, words: str, names: str) -> None:
    side = resolve(words, described_table)
    assert [m.name for m in described_table.models if side.holds(m)] == names.split()
    again = resolve(side.query, described_table)
    assert [m.name for m in described_table.models if again.holds(m)] == names.split()


@pytest.mark.parametrize("words", ["China and Atlantis", "open and closed", "not", "and", "size:enormous"])
def test_a_query_nobody_meets_is_refused(described_table: ScoreTable, words: str) -> None:
    with pytest.raises(Refusal, match=r"China \(3\), United States \(2\)"):
        resolve(words, described_table)


def test_one_side_by_two_names_is_refused(described_table: ScoreTable) -> None:
    with pytest.raises(Refusal, match="one side"):
        resolve_pair("open and China", "open and CN", described_table)
    resolve_pair("China and open", "China and closed", described_table)


def test_a_mistyped_side_is_asked_back(table: ScoreTable) -> None:
    with pytest.raises(Refusal, match="the side 'Frnce'; do you mean France\\? choose"):
        resolve("Frnce", table)
    with pytest.raises(Refusal, match="nobody belongs to the side 'Hong Kong' by the rule majority; choose"):
        resolve("Hong Kong", table, "majority")
    with pytest.raises(Refusal, match="nobody belongs to the side 'Iceland'; choose among"):
        resolve("Iceland", table)
