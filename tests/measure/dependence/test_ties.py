"""Declared ties between sides: counted by hand in a few rows, then in Epoch's list."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from theodolite.measure.dependence.bases import Bases
from theodolite.measure.dependence.releases import Release, as_table, releases_of
from theodolite.measure.dependence.report import Report, dependence
from theodolite.measure.dependence.ties import built_on
from theodolite.measure.sides import resolve_pair
from theodolite.model.errors import Refusal
from theodolite.model.scores import Vintage
from theodolite.read.records import records
from theodolite.survey.tables.shelf import Shelf

DATA = Path(__file__).parents[4] / "shared" / "data"
HEADER = (
    "Model,Organization,Country (of organization),Publication date,Training compute (FLOP),Base model,"
    "Training hardware,Frontier model\n"
)


def release(name: str, country: str, *bases: str, year: int = 2024, organisation: str = "Lab") -> Release:
    return Release(
        name=name, date=dt.date(year, 5, 1), countries=tuple(c for c in country.split(",") if c),
        organisations=(organisation,), openness=None, bases=bases, hardware=(), frontier=False, source="x",
        line=1,
    )  # fmt: skip


ROWS = (
    release("Base-US", "United States", year=2023),
    release("Base-CN-7B", "China", year=2023),
    release("Base-CN-70B", "China", year=2023),
    release("Mixed", "China,United States", "Base-US"),
    release("Foreign", "China", "Base-US"),
    release("Own", "China", "Base-CN-7B"),
    release("Family", "United States", "Base-CN-13B"),
    release("Nobody knows", "China", "Zork 3"),
    release("Both ways", "China", "Base-US", "Base-CN-7B", year=2025),
    release("Of both", "United States", "Mixed", year=2025),
)


def _both():
    table = as_table(ROWS, Vintage(file="f", sha256="0" * 64, date=None))
    china, america = resolve_pair("China", "US", table)
    bases = Bases(ROWS)
    return built_on(ROWS, china, america, bases), built_on(ROWS, america, china, bases)


def test_counts_by_hand() -> None:
    chinese, american = _both()
    of_all = chinese.rows[-1]
    assert (of_all.period, of_all.releases, of_all.declared) == ("all", 7, 5)
    assert (of_all.ties, of_all.own, of_all.joint, of_all.unresolved) == (3, 1, 1, 1)
    assert of_all.of_declared.of == 4
    assert [(r.period, r.ties, r.releases) for r in chinese.rows] == [
        ("2023", 0, 2), ("2024", 2, 4), ("2025", 1, 1), ("all", 3, 7),
    ]  # fmt: skip
    assert chinese.unresolved == (("Nobody knows", "Zork 3"),)
    assert [(t.release.name, t.base.name, t.base.evidence) for t in american.ties] == [
        ("Family", "Base-CN-13B", "family"), ("Of both", "Mixed", "row"),
    ]  # fmt: skip
    assert american.rows[-1].shared == 1


def test_a_base_without_a_row_is_the_vocabularys() -> None:
    found = Bases(()).find("Qwen2.5-72B")
    assert found is not None
    assert (found.countries, found.organisations, found.evidence) == (("China",), ("Alibaba",), "vocabulary")
    assert Bases(()).find("Qwentin") is None
    assert Bases(()).find("R1") is None


def test_a_family_of_two_countries_tells_nothing() -> None:
    rows = (release("Zed-7B", "China"), release("Zed-70B", "France"))
    assert Bases(rows).find("Zed-13B") is None


def test_openness_of_a_base_is_that_of_its_row() -> None:
    content = (
        HEADER.replace("Frontier model", "Model accessibility")
        + "A,Meta AI,United States of America,2023-07-18,1e24,,,Open weights (unrestricted)\n"
        "B,01.AI,China,2024-11-02,6e23,A,,API access\nC,01.AI,China,2024-12-02,6e23,Gemma 9,,API access\n"
    )
    report = dependence("closed", "open", [records(content.encode(), "notable_ai_models_2025-01-01.csv")])
    closed = report.models[0].first_on_second
    assert (closed.rows[-1].ties, closed.rows[-1].unresolved) == (1, 1)
    assert closed.unresolved == (("C", "Gemma 9"),)


def test_the_same_architecture_is_no_tie() -> None:
    """Yi has the architecture of Llama and weights of its own: its row declares no base, so has no tie."""
    content = (
        HEADER + "Llama 2,Meta AI,United States of America,2023-07-18,1e24,,,\n"
        "Yi-34B,01.AI,China,2023-11-02,6e23,,NVIDIA A100,\n"
    )
    report = dependence("China", "US", [records(content.encode(), "notable_ai_models_2025-01-01.csv")])
    assert report.models[0].first_on_second.rows[-1].ties == 0
    assert report.hardware[0].first_on_second[-1].ties == 1


def test_a_period_and_a_side_that_nobody_is_in() -> None:
    content = (
        HEADER + "A,Meta AI,United States of America,2023-07-18,1e24,,,\n"
        "B,01.AI,China,2024-11-02,6e23,A,,\nC,01.AI,China,,6e23,A,,\n"
    )
    table = records(content.encode(), "notable_ai_models_2025-01-01.csv")
    year = (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert dependence("China", "US", [table], period=year).models[0].first_on_second.rows[-1].ties == 1
    assert dependence("China", "US", [table]).models[0].first_on_second.rows[-1].ties == 2
    with pytest.raises(Refusal, match="nobody belongs to the side"):
        dependence("China", "Mars", [table])


def test_sides_of_makers_have_ties_and_no_hardware() -> None:
    content = (
        HEADER + "A,Meta AI,United States of America,2023-07-18,1e24,,NVIDIA A100,\n"
        "B,01.AI,China,2024-11-02,6e23,A,NVIDIA A100,\n"
    )
    report = dependence(
        "org:01.AI", "org:Meta AI", [records(content.encode(), "notable_ai_models_2025-01-01.csv")]
    )
    assert report.models[0].first_on_second.rows[-1].ties == 1
    assert report.hardware == ()
    assert any("by country of the maker" in w for w in report.warnings)


@cache
def real() -> Report:
    if not DATA.is_dir():
        pytest.skip("needs the shared data folder beside the checkout")
    shelf = Shelf([DATA / "epoch-models", DATA / "epoch-hardware"])
    names = ("epoch/notable_models", "epoch/large_scale_models", "epoch/all_models")
    return dependence(
        "China", "US", [shelf.table(n) for n in names], hardware=shelf.table("epoch/ml_hardware"),
        clusters=shelf.table("epoch/gpu_clusters"),
    )  # fmt: skip


@pytest.mark.shared
def test_the_direction_turned_after_2023() -> None:
    """Rows of notable_ai_models_2026-01-24.csv, counted by hand: of the Chinese ones of 2023, GGNN on ESM2,
    CogVLM on Vicuna, mPLUG-Owl2 and SPHINX on Llama 2, VideoMAE V2 on ViT-G/14, CoRe on GPT-J; none since.
    """
    notable = real().models[0]
    chinese = {r.period: (r.ties, r.releases) for r in notable.first_on_second.rows}
    american = {r.period: (r.ties, r.releases) for r in notable.second_on_first.rows}
    assert (chinese["2023"], chinese["2024"], chinese["2025"]) == ((6, 23), (0, 31), (0, 31))
    assert (american["2023"], american["2024"], american["2025"]) == ((1, 84), (5, 57), (3, 45))
    assert {t.release.name for t in notable.first_on_second.ties if t.release.date.year == 2023} == {
        "CoRe", "SPHINX (Llama 2 13B)", "mPLUG-Owl2", "CogVLM-17B", "GGNN", "VideoMAE V2",
    }  # fmt: skip
    in_2025 = {
        (t.release.name, t.base.name) for t in notable.second_on_first.ties if t.release.date.year == 2025
    }
    assert in_2025 == {
        ("Eurus-2-7B-PRIME", "Qwen2.5-Math-7B-Base"), ("Eagle 2", "Qwen2.5-7B"),
        ("INTELLECT-MATH", "Qwen2.5-Math-7B-Base"),
    }  # fmt: skip


@pytest.mark.shared
def test_chinese_models_are_trained_on_american_chips_and_never_the_other_way() -> None:
    notable = next(h for h in real().hardware if h.source == "epoch/notable_models")
    chinese, american = notable.first_on_second[-1], notable.second_on_first[-1]
    assert (chinese.ties, chinese.known) == (51, 53)
    assert (american.ties, american.known) == (0, 250)
    assert notable.unresolved == ()


@pytest.mark.shared
def test_whose_chips_chinese_clusters_have_is_not_told() -> None:
    assert real().clusters is not None
    chinese, american, _ = real().clusters
    assert (chinese.share, american.share) == (None, 0)
    assert chinese.unknown == chinese.h100e > 100_000


@pytest.mark.shared
def test_bases_that_nobody_can_place_are_named() -> None:
    every = next(m for m in real().models if m.source == "epoch/all_models")
    assert ("MPNNsol", "ProteinMPNN") in every.second_on_first.unresolved
    assert any("ProteinMPNN" in w for w in real().warnings)
    assert len(releases_of(Shelf(DATA / "epoch-models").table("epoch/all_models"))) == 1892
