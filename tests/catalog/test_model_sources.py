"""Sources of models, prices and benchmark runs: foreign shapes become rows, and the real files read clean."""

from __future__ import annotations

import io
import json
import zipfile
from importlib import resources
from pathlib import Path

import pytest
import yaml

from theodolite.catalog.sources.epoch.benchmark_runs import columns
from theodolite.catalog.sources.tables import table_definition
from theodolite.model.errors import Refusal
from theodolite.read.records import records
from theodolite.survey.tables.shelf import Shelf

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
RUN = "Model version,mean_score,Release date,Organization,Country,stderr,id\n"


def test_models_dev_json_becomes_offers() -> None:
    offer = {
        "id": "glm-5", "name": "GLM-5\x1b[31m", "release_date": "2026-02", "open_weights": True,
        "cost": {"input": 1, "output": 3.2}, "limit": {"context": 200000, "output": 0},
        "modalities": {"input": ["text", "image"]},
    }  # fmt: skip
    table = records(json.dumps({"zai": {"models": {"glm-5": offer}}}).encode(), "api_2026-11-01.json")
    row = table.frame.row(0, named=True)
    assert table.source == "models_dev/api"
    assert (row["input_price"], row["output_price"], row["context"]) == (1.0, 3.2, 200_000.0)
    assert (row["output_limit"], row["open"], str(row["date"])) == (None, True, "2026-02-01")
    assert row["modalities"] == ["text", "image"]
    assert "\x1b" not in row["name"]


def test_litellm_json_is_dollars_a_million_and_text_only() -> None:
    listed = {
        "sample_spec": {"mode": "chat"},
        "gpt-4": {"mode": "chat", "litellm_provider": "openai", "input_cost_per_token": 3e-06},
        "dall-e-3": {"mode": "image_generation"},
    }
    table = records(
        json.dumps(listed).encode(), "model_prices_and_context_window_2026-11-01.json", strict=False
    )
    assert table.frame["model"].to_list() == ["gpt-4"]
    assert table.frame["input_price"][0] == pytest.approx(3)


def test_a_price_with_a_first_day_is_a_row_of_its_own() -> None:
    prices = [
        {"prices": {"input_mtok": {"base": 2, "tiers": []}, "output_mtok": 10}},
        {"constraint": {"start_date": "2026-09-01"}, "prices": {"input_mtok": 3, "output_mtok": 15}},
        {"constraint": {"start_time": "00:30", "end_time": "16:30"}, "prices": {"input_mtok": 1}},
    ]
    listed = [{"id": "anthropic", "models": [{"id": "claude-sonnet-5", "prices": prices}]}]
    frame = records(json.dumps(listed).encode(), "genai_prices_data_2026-08-21.json").frame
    assert frame["input_price"].to_list() == [2, 3]
    assert [str(d) for d in frame["since"]] == ["None", "2026-09-01"]
    assert frame["tiered"].to_list() == [True, False]


@pytest.mark.parametrize("content", [b"{]", b"[]", b'{"a": 3}', b'{"a": {"models": 7}}'])
def test_json_of_another_shape_is_one_refusal(content: bytes) -> None:
    with pytest.raises(Refusal):
        records(content, "api_2026-11-01.json")


def test_runs_become_shares_of_a_full_score() -> None:
    header = b"Model version,Percent correct,Release date,Organization,Country\n"
    aider = header + b"o1,41.8,2024-12-05,OpenAI,United States\n"
    row = records(aider, "aider_polyglot_external.csv").frame.row(0, named=True)
    assert (row["benchmark"], row["raw_score"]) == ("Aider Polyglot", 41.8)
    assert row["score"] == pytest.approx(0.418)
    assert row["own_run"] is False


def test_the_zip_is_read_whole_and_a_strange_zip_is_refused() -> None:
    def zipped(name: str) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(name, RUN + "gpt-5_high,0.8,2025-08-07,OpenAI,United States,0.02,x\n")
            archive.writestr("README.md", "hello")
        return buffer.getvalue()

    frame = records(zipped("data/gpqa_diamond.csv"), "benchmark_data_2026-11-01.zip").frame
    assert frame.row(0, named=True)["chance"] == 0.25
    assert frame.row(0, named=True)["own_run"] is True
    with pytest.raises(Refusal, match="no benchmark in the zip"):
        records(zipped("other.csv"), "benchmark_data_2026-11-01.zip")


def test_every_benchmark_file_is_named_in_the_definition() -> None:
    named = {
        f.removesuffix(".csv") for f in table_definition("epoch/benchmark_runs").files if f.endswith(".csv")
    }
    assert named == columns().keys()
    folder = resources.files("theodolite.catalog.sources.epoch")
    raw = yaml.safe_load((folder / "benchmark_columns.yml").read_text(encoding="utf-8"))
    assert all(e["chance"] is None or 0 <= e["chance"] < 1 for e in raw["benchmarks"].values())


@pytest.mark.shared
@pytest.mark.parametrize(
    ("folder", "rows"),
    [
        (
            "models-dev",
            {"models": 231, "provider_offers": 5098, "monthly_panel": 6100, "model_benchmarks": 288},
        ),
        ("llm-stats", {"models": 169, "provider_offers": 244, "model_benchmarks": 2224}),
        ("llm-prices", {"litellm_panel": 15541, "genai_prices": 1449}),
    ],
)
def test_the_real_files_read_whole(folder: str, rows: dict[str, int]) -> None:
    shelf = Shelf(SHARED / folder)
    assert {name.split("/")[1]: len(shelf.table(name).frame) for name in shelf.sources()} == rows
    assert not shelf.refusals


@pytest.mark.shared
def test_the_real_benchmark_files_are_all_known() -> None:
    shelf = Shelf(SHARED / "epoch-benchmarks")
    assert len(shelf.of("epoch/benchmark_runs")) == 48
    whole = shelf.table("epoch/benchmark_runs")
    assert whole.frame["benchmark"].n_unique() == 48
    assert len(whole.frame) > 3_000
    assert not shelf.refusals
