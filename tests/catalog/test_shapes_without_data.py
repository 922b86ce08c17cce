"""Sources whose data is not here: their public shape is read, and an indicator over it gives levels."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from theodolite.catalog.indicators import indicators
from theodolite.catalog.sources.tables import table_definition
from theodolite.model.errors import Refusal
from theodolite.read.records import records
from theodolite.survey.tables.levels import level_report
from theodolite.survey.tables.questions import Ask

HUB = [
    {"id": "Qwen/Qwen3-8B", "author": "Qwen", "downloads": 900, "createdAt": "2025-04-27T03:38:26.000Z"},
    {"id": "openai/gpt-oss-20b", "downloads": 600, "createdAt": "2025-08-04T22:33:29.000Z", "tags": ["x"]},
]  # fmt: skip
SAMPLES = {
    "patent-families-generative": ("generative_ai_families", "country,year,families\nChina,2023,9\n"),
    "publications-highly-cited": ("highly_cited_publications", "country,year,highly_cited\nChina,2020,7\n"),
    "elite-researchers": ("ai_researchers", "country,year,group,researchers\nUnited States,2022,top 20%,4\n"),
    "data-centre-electricity": ("data_centre_electricity", "country,year,electricity_twh\nUSA,2024,180\n"),
    "crawl-languages": ("crawl_languages", "language,date,percent_of_pages\neng,2025-02-15,43.1\n"),
    "companies-using-ai": (
        "share-companies-using-artificial-intelligence",
        "entity,code,year,pct_of_respondents\nAll geographies,,2024,78\n",
    ),
    "job-postings": (
        "share-artificial-intelligence-job-postings",
        "Entity,Code,Year,Share of artificial intelligence jobs among all job postings\nSpain,ESP,2023,1.4\n",
    ),
    "electricity": (
        "electricity-generation",
        "Entity,Code,Year,Electricity generation - TWh\nChina,CHN,2023,9400\n",
    ),
    "model-downloads": ("huggingface_models", json.dumps(HUB)),
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_of_the_shape_gives_levels(tmp_path: Path, name: str) -> None:
    file, text = SAMPLES[name]
    ending = "json" if text.startswith("[") else "csv"
    (tmp_path / f"{file}_2025-09-30.{ending}").write_text(text)
    report, refusals = level_report(Ask(data=tmp_path, name=name))
    assert refusals == ()
    assert report.no_data is None
    assert report.levels and report.levels[-1].value > 0
    assert report.basis is not None and report.basis.citation


def test_downloads_are_by_account(tmp_path: Path) -> None:
    (tmp_path / "huggingface_models_2025-09-30.json").write_text(json.dumps(HUB))
    report, _ = level_report(Ask(data=tmp_path, name="model-downloads"))
    assert {v.group: v.value for v in report.levels} == {"Qwen": 900, "openai": 600}


@pytest.mark.parametrize("content", [b"{}", b"[1, 2]", b"not json", b"[[[["])
def test_another_shape_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal, match="not of the shape"):
        records(content, "huggingface_models.json", table_definition("huggingface/models"))


def test_every_indicator_says_what_it_counts() -> None:
    found = indicators()
    assert len({i.name for i in found}) == len(found)
    for one in found:
        fields = one.table.fields
        assert one.value is None or fields[one.value].type == "number", one.name
        assert one.by is None or one.by in fields, one.name
        assert fields[one.date].type == "day", one.name
        assert one.counted and one.direction and one.unit
        # A quality is never a count of things.
        assert one.kind == "quantity" or one.statistic != "count", one.name
