"""Commands that are given no data ask what was pulled; where nothing was, they say how to."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
from click.testing import Result
from typer.testing import CliRunner

from theodolite.cli.app import app
from theodolite.model.errors import Refusal

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
SCORES = (
    "Model,Display name,eci,eci_ci_low,eci_ci_high,date,Organization,Country (of organization),"
    "Model accessibility,Accessibility group,model_versions\n"
)
BOARDS = "date,source,model,organization,license,rating,rating_low,rating_high,votes,category\n"
NOTABLE = (
    "Model,Organization,Country (of organization),Publication date,Training compute (FLOP),Parameters,"
    "Confidence,Model accessibility,Domain\n"
)
SIDES = (("Lead", "OpenAI", "United States of America", 0), ("Follow", "DeepSeek", "China", 4))


def scores(day: str) -> str:
    """Ten months of two sides; one model is dated later in the second vintage."""
    rows = [
        f"{name} {k + 1}B,{name} {k + 1}B,{100 + 2 * k},{99 + 2 * k},{101 + 2 * k},2024-{k + late + 1:02}-01,"
        f"{maker},{country},API access,Closed weights,"
        for name, maker, country, late in SIDES
        for k in range(8)
    ]
    if day > "2025":
        rows[3] = rows[3].replace("2024-04-01", "2024-04-20")
    return SCORES + "\n".join(rows) + "\n"


def boards() -> str:
    """One day's board of the same models, named otherwise: only the registry knows the last as one."""
    rows = [
        f"2025-05-01,B-leaderboard-csv,{name.lower()}-{k + 1}b,{maker},MIT,{1000 + 10 * k},{995 + 10 * k},"
        f"{1005 + 10 * k},500,overall"
        for name, maker, _, _ in SIDES
        for k in range(8)
    ]
    return BOARDS + "\n".join(rows) + "\n"


def notable() -> str:
    """As many rows as a whole file has."""
    rows = [
        f"{name} {k},{maker},{country},20{10 + k // 40:02}-{k % 12 + 1:02}-02,{10 ** (18 + k / 80):.3g},1e9,"
        f"Confident,Unreleased,Language"
        for name, maker, country, late in SIDES
        for k in range(late * 4, 560)
    ]
    return NOTABLE + "\n".join(rows) + "\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


def answer(schema: str, *arguments: object) -> dict:
    """The JSON of a command that must be done and keep to its schema."""
    done = run(*arguments, "--format", "json")
    assert done.exit_code == 0, (done.output, done.exception)
    found: dict = json.loads(done.stdout)
    jsonschema.validate(found, json.loads((SCHEMAS / f"{schema}.json").read_text(encoding="utf-8")))
    return found


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with two vintages of the index, a board and a list of models."""
    folder = tmp_path_factory.mktemp("given")
    for name, text in {
        "eci_2024-12-31.csv": scores("2024-12-31"), "eci_2025-06-01.csv": scores("2025-06-01"),
        "text_arena_2025-05-01.csv": boards(), "notable_ai_models_2025-01-31.csv": notable(),
    }.items():  # fmt: skip
        (folder / name).write_text(text, encoding="utf-8")
    place = tmp_path_factory.mktemp("archive") / "some.ledger"
    done = run("pull", "--from", folder, "--ledger", place, "--private")
    assert done.exit_code == 0, done.output
    return place


@pytest.fixture
def pulled(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THEODOLITE_LEDGER", str(ledger))


@pytest.fixture
def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THEODOLITE_LEDGER", str(tmp_path / "none.ledger"))


@pytest.mark.usefixtures("pulled")
def test_models_and_disagreements() -> None:
    listed = answer("models", "models", "--trackers", 2)
    assert len(listed["models"]) >= 8
    one = answer("models", "models", "Follow 3B")
    assert "follow-3b" in json.dumps(one) and "Follow 3B" in json.dumps(one)
    found = answer("disagreements", "disagreements", "--field", "date")
    assert {s["file"] for s in found["sources"]} >= {"eci_2024-12-31.csv", "eci_2025-06-01.csv"}
    assert found["re_dated"][0]["changes"]


@pytest.mark.usefixtures("pulled")
def test_gaps_with_the_registry_and_by_compute() -> None:
    found = answer("gap", "gap", "US", "China", "--registry", "--draws", 0)
    assert found["vintage"]["file"] == "eci_2025-06-01.csv"
    assert found["coverage"]["leader"]["registry_models"] is not None
    compute = answer("gap", "gap", "US", "China", "--measure", "compute", "--draws", 0)
    assert compute["vintage"]["file"] == "notable_ai_models_2025-01-31.csv"


@pytest.mark.usefixtures("pulled")
def test_origination_and_sides() -> None:
    found = answer("origination", "origination", "US", "China", "--draws", 0)
    assert found["joint_frontier"]["vintage"]["file"] == "eci_2025-06-01.csv"
    assert found["classes"] is None and any("no epoch/benchmark_runs" in w for w in found["warnings"])
    sides = answer("sides", "sides", "US", "China", "--draws", 0, "--registry")
    assert sides["vintage"]["file"] == "eci_2025-06-01.csv"


@pytest.mark.usefixtures("pulled")
def test_measures_are_joined_by_the_registry() -> None:
    found = answer("rank", "rank", "--measure", "all", "--draws", 0, "--top", 0)
    assert found["joined_by"] == "registry"
    rows = [set(row["places"]) for row in found["side_by_side"]]
    assert rows.count({"index", "arena"}) == len(rows) == 16
    assert answer("rank", "rank", "--draws", 0)["joined_by"] is None


@pytest.mark.usefixtures("pulled")
def test_check_names_what_was_pulled(tmp_path: Path) -> None:
    document = tmp_path / "said.txt"
    document.write_text("China is about a year behind the United States in AI models, said Ada Quill.\n")
    found = json.loads(run("check", document, "--format", "json").stdout)
    assert (found["pulled"], found["embedded"]) == (True, False)
    assert "eci_2025-06-01.csv" in {d["file"] for d in found["data"]}
    assert "held against what was pulled" in run("check", document).stdout


@pytest.mark.usefixtures("nothing")
@pytest.mark.parametrize(
    ("asked", "mend"),
    [
        (("models",), "theodolite pull --all"),
        (("disagreements",), "theodolite pull --all"),
        (("gap", "US", "China", "--registry"), "theodolite pull --all"),
        (("gap", "US", "China", "--measure", "context"), "theodolite pull --all"),
        (("gap", "US", "China", "--measure", "price:130"), "theodolite pull --all"),
        (("gap", "US", "China", "--measure", "compute"), "theodolite pull epoch/notable_models"),
    ],
)
def test_where_nothing_was_pulled_the_mend_is_said(asked: tuple[str, ...], mend: str) -> None:
    done = run(*asked)
    assert isinstance(done.exception, Refusal), done.output
    assert mend in str(done.exception)
    assert not Path(os.environ["THEODOLITE_LEDGER"]).exists(), "asking makes no ledger"


@pytest.mark.usefixtures("nothing")
def test_the_starter_answers_where_it_can(tmp_path: Path) -> None:
    for asked in (("rank", "--draws", 0, "--measure", "all"), ("sides", "US", "China", "--draws", 0)):
        assert run(*asked, "--format", "json").exit_code == 0
    found = answer("rank", "rank", "--draws", 0, "--measure", "all")
    assert found["joined_by"] == "names"
    document = tmp_path / "said.txt"
    document.write_text("China is about a year behind the United States in AI models.\n")
    checked = json.loads(run("check", document, "--format", "json").stdout)
    assert (checked["pulled"], checked["embedded"]) == (False, True)
