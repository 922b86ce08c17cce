"""The starter's table of facts: enough of it, whole, connected, credited, and agreeing with a known index."""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import spearmanr

from theodolite.catalog.sources.countries import country
from theodolite.catalog.starter import facts
from theodolite.statistics.logistic_scale import Parameters, Scores, fit

SHARED = Path(__file__).parents[3] / "shared" / "data"
WRITTEN = dt.date(2026, 11, 21)
CREDITS = {
    "Epoch AI, CC BY 4.0",
    "LLM Stats, CC BY 4.0",
    "models.dev, MIT",
    "LMArena, CC BY 4.0",
    "the page named",
}
BARRED = ("eto.tech", "juya", "checkthat", "ai-daily-harvest", "example.com")


def scored() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in facts.rows("scores.csv"):
        found[row["model_id"]].add(row["benchmark_id"])
    return found


def levels() -> dict[str, float]:
    """Levels of the scored models by name, fitted as METHODS.md says and put on the anchors' scale."""
    matrix = facts.matrix()
    data = Scores(
        model=matrix.model,
        benchmark=matrix.benchmark,
        score=matrix.score,
        models=len(matrix.models),
        benchmarks=len(matrix.benchmarks),
        fixed=matrix.benchmarks.index(facts.FIXED_SLOPE),
    )
    level, easy = np.zeros(data.models), np.zeros(data.benchmarks)
    raw = fit(data, warm=Parameters(level, easy, np.ones(data.benchmarks))).parameters.level
    (low, low_level), (high, high_level) = (
        (raw[matrix.models.index(name)], level) for name, level in facts.ANCHORS.items()
    )
    scaled = low_level + (raw - low) * (high_level - low_level) / (high - low)
    return dict(zip(matrix.models, scaled, strict=True))


def test_there_is_enough() -> None:
    models = facts.models()
    assert len(models) >= 140
    assert len({o for m in models for o in m.organisations}) >= 25
    assert len({c for m in models for c in m.countries}) >= 8
    assert sum(len(benchmarks) >= 3 for benchmarks in scored().values()) >= 110
    scored_countries = Counter(c for m in models if m.id in scored() for c in m.countries)
    assert len(scored_countries) >= 8
    assert scored_countries["United States"] >= 50 and scored_countries["China"] >= 30


def test_ids_and_names_are_unique_and_names_are_clean() -> None:
    models = facts.models()
    for values in ([m.id for m in models], [m.name for m in models]):
        assert [v for v, n in Counter(values).items() if n > 1] == []
    assert len({m.name.casefold().replace(" ", "").replace("-", "") for m in models}) == len(models)
    for model in models:
        assert model.name == model.name.strip() and "_" not in model.name
        assert all(o == o.strip() and o for o in model.organisations)


def test_one_organisation_has_one_spelling() -> None:
    spellings = defaultdict(set)
    for model in facts.models():
        for organisation in model.organisations:
            spellings[organisation.casefold().replace(" ", "")].add(organisation)
    assert {k: v for k, v in spellings.items() if len(v) > 1} == {}


def test_countries_are_the_short_names() -> None:
    assert {c for m in facts.models() for c in m.countries if country(c) != c} == set()


def test_dates_lie_between_2022_and_the_day_of_writing() -> None:
    dates = [m.released for m in facts.models()]
    assert min(dates) >= dt.date(2022, 1, 1) and max(dates) <= WRITTEN
    assert dates == sorted(dates)
    for model in facts.models():
        for tracker, day in model.other_dates:
            assert tracker and dt.date.fromisoformat(day if len(day) == 10 else f"{day}-01"), model.id


def test_access_is_one_of_four() -> None:
    assert {m.access for m in facts.models()} == {"open weights", "api", "hosted", "unreleased"}


def test_every_row_says_where_it_was_published_and_whom_to_credit() -> None:
    addresses = [(m.id, m.address, m.credit) for m in facts.models()]
    for file in ("scores.csv", "arena.csv"):
        addresses += [(r["model_id"], r["source_address"], r["source"]) for r in facts.rows(file)]
    for key, address, credit in addresses:
        assert address.startswith(("http://", "https://")) and " " not in address, (key, address)
        assert credit in CREDITS, (key, credit)
        assert not any(word in address for word in BARRED), (key, address)
    assert all(r["read_in"] for r in facts.rows("scores.csv"))
    assert {r["reported_by"] for r in facts.rows("scores.csv")} == {"vendor", "third party", "Epoch AI"}


def test_scores_name_known_models_and_benchmarks_once_and_are_shares() -> None:
    ids = {m.id for m in facts.models()}
    benchmarks = {r["id"] for r in facts.rows("benchmarks.csv")}
    pairs = [(r["model_id"], r["benchmark_id"]) for r in facts.rows("scores.csv")]
    assert len(set(pairs)) == len(pairs)
    assert {m for m, _ in pairs} <= ids
    assert {b for _, b in pairs} == benchmarks
    assert all(0 <= float(r["score"]) <= 1 for r in facts.rows("scores.csv"))


def test_each_scored_model_has_three_scores_and_each_benchmark_eight_models() -> None:
    assert {m: len(b) for m, b in scored().items() if len(b) < 3} == {}
    models_of = Counter(b for found in scored().values() for b in found)
    assert {b: n for b, n in models_of.items() if n < 8} == {}


def test_models_and_benchmarks_hang_together() -> None:
    neighbours = defaultdict(set)
    for model, benchmarks in scored().items():
        for benchmark in benchmarks:
            neighbours["m", model].add(("b", benchmark))
            neighbours["b", benchmark].add(("m", model))
    seen = {next(iter(neighbours))}
    front = list(seen)
    while front:
        for other in neighbours[front.pop()] - seen:
            seen.add(other)
            front.append(other)
    assert set(neighbours) - seen == set()


def test_the_matrix_lies_between_chance_and_ceiling() -> None:
    matrix = facts.matrix()
    assert {*facts.ANCHORS} <= {*matrix.models} and facts.FIXED_SLOPE in matrix.benchmarks
    pairs = [(r["model_id"], r["benchmark_id"]) for r in facts.rows("scores.csv")]
    row = pairs.index(("gpt-4", "winogrande"))
    raw = float(facts.rows("scores.csv")[row]["score"])
    assert matrix.score[row] == pytest.approx((raw - 0.5) / 0.5)
    assert matrix.score.min() >= 0 and matrix.score.max() <= 1
    assert matrix.vintage.date == WRITTEN and len(matrix.vintage.sha256) == 64


def test_the_second_measure_agrees_with_the_first_in_order() -> None:
    table, level = facts.arena(), levels()
    assert len(table.models) >= 100
    assert all(m.low is not None and m.high is not None and m.low < m.level < m.high for m in table.models)
    both = [(m.level, level[m.name]) for m in table.models if m.name in level]
    assert spearmanr(*zip(*both, strict=True)).statistic > 0.9


def test_known_orders_come_out() -> None:
    level = levels()
    line = ["LLaMA-7B", "Llama 2 70B", "GPT-4", "Claude 3.5 Sonnet", "o1", "GPT-5", "Gemini 3 Pro", "GPT-5.5"]
    assert [level[name] for name in line] == sorted(level[name] for name in line)
    assert level["DeepSeek-R1"] > level["GPT-4o"] > level["Qwen-7B"]


@pytest.mark.shared
def test_levels_agree_with_the_published_index() -> None:
    file = SHARED / "epoch-eci" / "eci_scores_2026-08-11.csv"
    if not file.exists():
        pytest.skip(f"needs {file.name} in the shared data beside the checkout")
    with file.open(encoding="utf-8", newline="") as handle:
        published = {row["Model"]: float(row["eci"]) for row in csv.DictReader(handle)}
    level = levels()
    shared = [name for name in level if name in published]
    assert len(shared) > 80
    ours, theirs = np.array([[level[n], published[n]] for n in shared]).T
    assert spearmanr(ours, theirs).statistic > 0.98
    recent = theirs > 120
    assert np.abs(ours - theirs)[recent].mean() < 1.5
