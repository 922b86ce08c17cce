"""`theodolite extract` and `survey` with an endpoint: off unless asked for, counted, capped, kept."""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from theodolite import ledger
from theodolite.extract.endpoint import prompt
from theodolite.survey.order import Order, Surveyed, run

ROOT = Path(__file__).parents[3]
CLAIM = json.loads((ROOT / "docs" / "schema" / "claim.json").read_text(encoding="utf-8"))
ARTICLE = (
    "Chinese companies are about a year behind the United States in AI models, said Ada Quill.\n\n"
    "Investors put $3.2 billion into 48 deals in 2024.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def command(server: Any, key: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("THEODOLITE_")}
    environment |= {
        "THEODOLITE_ENDPOINT": server.address, "THEODOLITE_MODEL": "house/model-1",
        "THEODOLITE_KEY": key, **more,
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, "-m", "theodolite", *arguments],
        capture_output=True, text=True, check=False, env=environment, timeout=120,
    )  # fmt: skip


def test_nothing_is_asked_unless_it_is_asked_for(server: Any, article: Path, key: str) -> None:
    done = command(server, key, "extract", str(article))
    assert done.returncode == 0 and server.asked == []


def test_claims_on_standard_output_counts_on_standard_error(
    server: Any, article: Path, key: str, step: Any, lag: Any, money: Any
) -> None:
    server.steps = [step(claims=[lag, {**lag, "quote": "China is ten years behind"}, money])]
    done = command(
        server, key, "extract", str(article), "--extractor", "endpoint", "--show-failed",
        THEODOLITE_PRICE_INPUT="1", THEODOLITE_PRICE_OUTPUT="2",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["kind"] for row in rows] == ["lag", "quantity"]
    for row in rows:
        jsonschema.validate(row, CLAIM)
        assert ARTICLE[row["start"] : row["end"]] == row["quote"]
    lines = done.stderr.splitlines()
    assert lines[0] == "failed the gate: quote not in the passage: China is ten years behind"
    assert lines[1].startswith("endpoint: house/model-1, prompt-") and "0.0001 USD" in lines[1]
    assert lines[2] == "gate: 2 passed, 1 failed (1 quote not in the passage)"
    assert key not in done.stdout + done.stderr


def test_what_cannot_be_asked_is_a_refusal_and_exit_status_1(
    server: Any, article: Path, key: str, step: Any
) -> None:
    server.steps = [step(status=401)]
    done = command(server, key, "extract", str(article), str(article), "--extractor", "endpoint")
    assert done.returncode == 1
    assert done.stderr.count("refused: ") == 2 and "check THEODOLITE_KEY" in done.stderr
    assert "Traceback" not in done.stderr and key not in done.stderr and len(server.asked) == 1


@pytest.mark.parametrize(
    ("arguments", "more"),
    [(["--extractor", "oracle"], {}), (["--extractor", "endpoint"], {"THEODOLITE_MODEL": ""})],
)
def test_misuse_is_exit_status_2(
    server: Any, article: Path, key: str, arguments: list[str], more: dict[str, str]
) -> None:
    done = command(server, key, "extract", str(article), *arguments, **more)
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1


@pytest.fixture
def survey(tmp_path: Path, article: Path) -> Any:
    """Runs a survey of the article into one ledger, with the extractors given."""
    table = tmp_path / "scores_2025-06-30.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "score", "date", "country", "organization"])
        for n in range(12):
            writer.writerow([f"Lead {n}", 100 + n, f"2024-{n + 1:02}-01", "United States", "Lab"])
            writer.writerow([f"Follow {n}", 95 + n, f"2024-{n + 1:02}-15", "China", "House"])

    def surveyed(**given: Any) -> Surveyed:
        return run(
            Order(
                documents=(str(article),), data=(str(table),), out=tmp_path / "site",
                ledger=tmp_path / "ledger.sqlite", generated_for=dt.date(2025, 7, 15), **given,
            )
        )  # fmt: skip

    return surveyed


def exported(tmp_path: Path) -> dict[str, dict[str, Any]]:
    with ledger.open(tmp_path / "ledger.sqlite") as store:
        return {row["id"]: row for row in store.export("claims")}


def test_both_extractors_stand_side_by_side_told_apart_by_their_derivation(
    server: Any, endpoint: Any, step: Any, survey: Any, tmp_path: Path, lag: Any, money: Any
) -> None:
    survey()
    by_rules = exported(tmp_path)
    shared = next(row for row in by_rules.values() if row["kind"] == "lag")
    names = set(lag) - {"kind", "occurrence"}
    same = {"kind": "lag", **{name: shared[name] for name in names}}
    other = {**money, "metric": "deals", "quote": "48 deals in 2024", "value_low": 48, "value_high": 48,
             "unit": "deal", "subject": None, "scope": None, "dimension": "economy"}  # fmt: skip
    server.steps = [step(claims=[same, other])]
    survey(endpoint=endpoint())
    both = exported(tmp_path)
    (rival,) = by_rules.keys() - both.keys()  # the same figure, read with another metric
    assert by_rules[rival]["value_low"] == 48 and len(both) == len(by_rules)
    method = f"endpoint/house%2Fmodel-1+{prompt.version()}"
    assert method in both[shared["id"]]["extractors"] and len(both[shared["id"]]["extractors"]) == 2
    (new,) = both.keys() - by_rules.keys()
    assert both[new]["extractors"] == [method]
    assert {k: v for k, v in both[shared["id"]].items() if k not in ("extractors", "known_from")} == {
        k: v for k, v in shared.items() if k not in ("extractors", "known_from")
    }


def test_of_two_readings_of_the_same_words_the_endpoint_s_stands(
    server: Any, endpoint: Any, step: Any, survey: Any, tmp_path: Path, lag: Any
) -> None:
    survey()
    first = exported(tmp_path)
    with ledger.open(tmp_path / "ledger.sqlite") as store:
        before = store.runs()[-1].ended
    (ruled,) = [row for row in first.values() if row["kind"] == "lag"]
    server.steps = [step(claims=[{**lag, "quote": ARTICLE.split(",")[0], "high_months": None}])]
    survey(endpoint=endpoint())
    then = exported(tmp_path)
    (read,) = [row for row in then.values() if row["kind"] == "lag"]
    assert read["id"] != ruled["id"] and [m.split("/")[0] for m in read["extractors"]] == ["endpoint"]
    assert then.keys() - {read["id"]} == first.keys() - {ruled["id"]}  # the rest of the rules' stands
    with ledger.open(tmp_path / "ledger.sqlite") as store:
        assert ruled["id"] in {row["id"] for row in store.export("claims", as_of=before)}
    # A survey that asks no endpoint leaves its reading standing, and calls no extractor.
    assert survey().counts.get("extractors called", 0) == 0
    assert exported(tmp_path) == then


def test_both_extractors_print_what_the_model_read_and_what_it_left_out(
    server: Any, article: Path, key: str, step: Any, lag: Any
) -> None:
    server.steps = [step(claims=[{**lag, "quote": ARTICLE.split(",")[0], "high_months": None}])]
    both = ["--extractor", "rules", "--extractor", "endpoint"]
    done = command(server, key, "extract", str(article), *both)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["low_months"], row["high_months"]) for row in rows if row["kind"] == "lag"] == [(12, None)]
    assert "quantity" in {row["kind"] for row in rows}
    assert command(server, key, "extract", str(article), *both, "--explain").returncode == 2


def test_a_second_survey_asks_nothing_and_another_model_asks_again(
    server: Any, endpoint: Any, step: Any, survey: Any, lag: Any
) -> None:
    server.steps = [step(claims=[lag])]
    survey(endpoint=endpoint())
    assert survey(endpoint=endpoint()).counts.get("endpoint asked", 0) == 0
    assert len(server.asked) == 1
    survey(endpoint=endpoint(model="house/model-2"))
    assert len(server.asked) == 2
    again = endpoint()
    survey(endpoint=again)  # the first model's answer is still there
    assert len(server.asked) == 2 and again.remembered == 1
    assert "1 answer was kept from before" in again.lines()[0]


def test_a_capped_survey_is_finished_by_the_next_paying_only_for_the_rest(
    server: Any, endpoint: Any, step: Any, survey: Any, article: Path, tmp_path: Path, lag: Any
) -> None:
    article.write_text(
        ARTICLE + "\n" + "Nothing is said here. " * 20 + "\n\n" + "Nor here. " * 40, encoding="utf-8"
    )
    server.steps = [step(claims=[lag], usage=("given", 9000, 100))]
    capped = survey(endpoint=endpoint(passage=400, max_tokens=25_000, answer_tokens=500), rules=False)
    assert len(server.asked) == 1 and "cap of 25000 tokens" in str(capped.refusals[0])
    assert len(exported(tmp_path)) == 1
    server.steps = [step(claims=[])]
    rest = endpoint(passage=400, answer_tokens=500)
    assert survey(endpoint=rest, rules=False).refusals == ()
    asked = len(server.asked)
    assert rest.remembered == 1 and rest.meter.calls == asked - 1 > 0
    assert (
        survey(endpoint=endpoint(passage=400, answer_tokens=500), rules=False).counts.get("endpoint asked", 0)
        == 0
    )
    assert len(server.asked) == asked
    assert len(exported(tmp_path)) == 1


def test_with_the_endpoint_alone_no_rule_is_called(
    server: Any, endpoint: Any, step: Any, survey: Any, tmp_path: Path, lag: Any
) -> None:
    server.steps = [step(claims=[lag])]
    found = survey(endpoint=endpoint(), rules=False)
    assert found.counts.get("extractors called", 0) == 0
    assert [row["extractors"] for row in exported(tmp_path).values()] == [[endpoint().method]]
