"""`models` and `disagreements` as the contracts have them, on small tables and on the real ones."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from theodolite.cli.app import app
from theodolite.model.errors import Misuse, Refusal
from theodolite.survey.registry.disagreements import disagreements

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
MODELS = """id,name,family,release_date,knowledge,open_weights,license,reasoning,context,output_limit
openai/gpt-4o,GPT-4o,gpt,2024-05-13,2023-09,False,,False,128000,16384
openai/o3,o3,o,2025-04-16,2024-05,False,,True,200000,100000
deepseek/deepseek-r1,DeepSeek-R1,deepseek,2025-01-20,2024-07,True,MIT,True,131072,65536
"""
HEADER = (
    "Model,Display name,eci,eci_ci_low,eci_ci_high,date,Organization,Country (of organization),"
    "Model accessibility,Accessibility group,model_versions\n"
)
INDEX = f"""{HEADER}o3,o3,145,140,150,2024-12-20,OpenAI,United States,API access,Closed weights,
GPT-4o (Aug 2024),,129,127,131,2024-05-13,OpenAI,United States,API access,Closed weights,
DeepSeek-R1,,139,136,142,2025-01-20,DeepSeek,China,Open weights (unrestricted),Open weights,
Claude Instant,,110,100,120,,Anthropic,United States,API access,Closed weights,
"""
LATER = INDEX.replace("110,100,120,,", "110,100,120,2023-08-09,").replace("2024-12-20", "2025-04-16")
RUNS = "Model version,mean_score,Release date,Organization,Country,stderr,id\n" + "".join(
    f"{name},0.5,{day},OpenAI,United States of America,0.02,{at}\n"
    for at, (name, day) in enumerate(
        [
            ("o3-2025-04-16_high", "2025-04-16"),
            ("gpt-4o-2024-08-06", "2024-08-06"),
            ("gpt-4o-2024-05-13", "2024-05-13"),
        ],
        start=1,
    )
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "models_2026-07-02.csv": MODELS, "eci_scores_2025-12-19.csv": INDEX,
        "eci_scores_2026-08-11.csv": LATER, "gpqa_diamond.csv": RUNS,
    }.items():  # fmt: skip
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, list(arguments))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.stdout


def checked(text: str, schema: str) -> dict:
    found = json.loads(text)
    jsonschema.validate(found, json.loads((SCHEMAS / schema).read_text(encoding="utf-8")))
    return found


def test_a_model_by_any_name_shows_every_date(folder: Path) -> None:
    sheet = checked(run("models", "o3", "--data", str(folder), "--format", "json"), "models.json")
    assert {n["name"] for n in sheet["names"]} == {"o3", "openai/o3", "o3-2025-04-16_high"}
    days = {(d["tracker"], d["vintage"], d["date"]) for d in sheet["dates"]}
    assert ("Epoch index", "2025-12-19", "2024-12-20") in days
    assert ("models.dev", "2026-07-02", "2025-04-16") in days
    assert all(n["rules"] for n in sheet["names"])
    again = checked(run("models", "O3 (high)", "--data", str(folder), "--format", "json"), "models.json")
    assert again["model"] == sheet["model"]


def test_the_list_takes_a_side_and_part_of_a_name(folder: Path) -> None:
    found = checked(
        run("models", "--side", "China and open", "--data", str(folder), "--format", "json"), "models.json"
    )
    assert [m["model"] for m in found["models"]] == ["DeepSeek-R1"]
    rows = list(
        csv.DictReader(io.StringIO(run("models", "claude", "--data", str(folder), "--format", "csv")))
    )
    assert [row["model"] for row in rows] == ["Claude Instant"]
    assert "no model fits" in run("models", "nobody-9", "--data", str(folder))


def test_explain_says_which_rule(folder: Path) -> None:
    said = " ".join(run("models", "o3", "--explain", "--data", str(folder)).split())
    assert "stamp" in said


def test_disagreements_are_sized_sourced_and_summed(folder: Path) -> None:
    report = checked(
        run("disagreements", "--field", "date", "--data", str(folder), "--format", "json"),
        "disagreements.json",
    )
    (dates,) = report["fields"]
    first = dates["disagreements"][0]
    assert (first["model"], first["version"], first["size"]) == ("GPT-4o", "2024-08-06", 85)
    assert {o["tracker"] for o in first["opinions"]} == {"Epoch index", "Epoch benchmarks"}
    assert all(o["sha256"] and o["file"] for o in first["opinions"])
    (change,) = report["re_dated"]
    assert (change["shared"], change["changed"]) == (4, 2)
    assert {c["name"]: c["days"] for c in change["changes"]} == {"o3": 117, "Claude Instant": None}
    stamped = {s["source"]: s for s in report["names_under_another_day"]}
    assert stamped["epoch/capabilities_index"]["names"][0]["in_name"] == "Aug 2024"


def test_min_leaves_small_ones_out_of_the_list_alone(folder: Path) -> None:
    report = disagreements(folder, ("date",), least=100)
    assert not report.topics[0].differing
    assert report.topics[0].compared == 4


def test_tables_are_for_reading(folder: Path) -> None:
    said = run("disagreements", "--data", str(folder))
    assert "When a model was released" in said
    assert "have another day" in " ".join(said.split())


@pytest.mark.parametrize(
    "arguments",
    [("--field", "colour"), ("--min", "-1"), ("--min", "nan"), ("--format", "xml"), ("--top", "-1")],
)
def test_misuse(folder: Path, arguments: tuple[str, str]) -> None:
    with pytest.raises(Misuse):
        run("disagreements", "--data", str(folder), *arguments)


def test_a_folder_without_models_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(Refusal, match="nothing in it speaks of models"):
        run("models", "--data", str(tmp_path))


def test_a_broken_file_is_one_line_and_the_rest_goes_on(folder: Path) -> None:
    small = MODELS.replace("128000", "128").replace("200000", "200").replace("131072", "131")
    (folder / "models_2026-08-02.csv").write_text(small, encoding="utf-8")
    done = CliRunner().invoke(app, ["models", "o3", "--data", str(folder), "--format", "json"])
    assert done.exit_code == 1
    assert json.loads(done.stdout)["model"]
    assert len(done.stderr.strip().splitlines()) == 1
    assert "unit has changed" in done.stderr


@pytest.mark.shared
def test_the_published_counts_of_re_dated_and_misdated_models() -> None:
    """34 of 128 models re-dated between the two vintages; 8 of 33 dated names disagree with their row."""
    report = disagreements(SHARED / "epoch-eci", ("date",))
    (change,) = [r for r in report.redated if r.source == "epoch/capabilities_index"]
    assert (change.shared, len(change.changes)) == (128, 34)
    assert sum(c.before is None for c in change.changes) == 1
    (names,) = [s for s in report.stamped if s.source == "epoch/capabilities_index"]
    # 33 names end in a month alone; two more carry it after a size, or as a month and a day.
    assert (names.dated, len(names.others)) == (35, 8)


@pytest.mark.shared
def test_every_tracker_is_compared() -> None:
    report = disagreements(
        [p for p in sorted(SHARED.iterdir()) if p.name.startswith(("epoch-", "l", "models"))]
    )
    assert report.in_two > 700
    dates = next(t for t in report.topics if t.topic == "date")
    assert dates.publishers.n > 200
    assert {p.first for p in dates.pairs} | {p.second for p in dates.pairs} >= {
        "Epoch index",
        "models.dev",
        "LLM Stats",
    }
    assert not report.refusals
