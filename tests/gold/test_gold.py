"""What the extractor reaches on annotated documents, held against floors that only rise."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest
import yaml

from theodolite.model.claim import KINDS, Attribution, Dimension, Polarity
from theodolite.model.origin import Origin
from theodolite.model.period import first_day

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"


def _sibling(name: str) -> ModuleType:
    """Load a file of this folder, which is no package."""
    spec = importlib.util.spec_from_file_location(f"gold_{name}", HERE / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


score = _sibling("score")
FLOORS: dict[str, Any] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
SETS: dict[str, list[str]] = score.sets()
SIZES = {"development": 112, "held-out": 31, "development, chinese": 21, "held-out, chinese": 15}
NAMES = sorted(name for names in SETS.values() for name in names)
CHINESE = {name for title, names in SETS.items() if title.endswith("chinese") for name in names}

_DAY = r"\d{4}(?:-(?:\d{2}(?:-\d{2})?|Q[1-4]|H[12]|W\d{2}))?"
DATE = re.compile(rf"{_DAY}(?:/(?:{_DAY}|\.\.))?|\.\./{_DAY}")
"""A day, month, week, quarter, half or year, or a stretch of them, open at one end or not."""

_spec = importlib.util.find_spec("theodolite.extract")
needs_extractor = pytest.mark.skipif(
    _spec is None or _spec.origin is None, reason="theodolite.extract is not there yet: nothing to score"
)


# ---- the annotations themselves -----------------------------------------------------------------


def test_every_document_is_in_one_set_and_complete() -> None:
    assert {title: len(names) for title, names in SETS.items()} == SIZES
    for suffix in (".txt", ".jsonl", ".txt.origin.yml"):
        found = [p for folder in (HERE, HERE / "wide") for p in folder.glob(f"*{suffix}")]
        assert sorted(p.name.removesuffix(suffix) for p in found) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_stands_at_its_offsets(name: str) -> None:
    text = score.place(name, ".txt").read_bytes().decode("utf-8")
    gold = score.load(score.place(name, ".jsonl"))
    assert gold and score.evidence(text, gold) == 1.0
    assert [row["start"] for row in gold] == sorted(row["start"] for row in gold)
    if name in CHINESE:
        assert 350 <= len(text) <= 1_100
    else:
        assert 250 <= len(text.split()) <= 650


@pytest.mark.parametrize("name", NAMES)
def test_every_line_has_the_fields_of_its_kind(name: str) -> None:
    for row in score.load(score.place(name, ".jsonl")):
        slots = set(KINDS[row["kind"]].SLOTS)
        assert slots <= set(row), (row["quote"], slots - set(row))
        assert row["polarity"] in get_args(Polarity) and row["dimension"] in get_args(Dimension)
        assert row.get("attribution") in (None, *get_args(Attribution))
        for low, high in (("low_months", "high_months"), ("value_low", "value_high")):
            if row.get(low) is not None and row.get(high) is not None:
                assert row[low] <= row[high], row["quote"]
        if row.get("date"):
            assert DATE.fullmatch(row["date"]), row["quote"]
        for reading in row.get("also", ()):
            assert set(reading) <= set(row), row["quote"]


def test_what_is_said_in_two_languages_has_the_same_slots() -> None:
    lines: dict[str, list[dict[str, Any]]] = {}
    for name in NAMES:
        for row in score.load(score.place(name, ".jsonl")):
            lines.setdefault(f"{name}:{row['kind']}:{row['start']}:{row['end']}", []).append(row)
    pairs = [(row, row["same_as"]) for rows in lines.values() for row in rows if "same_as" in row]
    assert len(pairs) > 20
    for row, other in pairs:
        slots = KINDS[row["kind"]].SLOTS
        assert any(all(row[slot] == one[slot] for slot in slots) for one in lines[other]), row["quote"]


@pytest.mark.parametrize("name", NAMES)
def test_a_sidecar_makes_an_origin(name: str) -> None:
    said = yaml.safe_load(score.place(name, ".txt.origin.yml").read_text(encoding="utf-8"))
    origin = Origin(location=name, **{k: str(v) for k, v in said.items()})
    assert origin.published and first_day(origin.published)


# ---- what the extractor reaches -----------------------------------------------------------------


def _hold(title: str, documents: Mapping[str, tuple[Path, Path]]) -> None:
    """Score documents (name -> text, gold), print the table, compare the pooled rates with the floors."""
    each: dict[str, Any] = {}
    exact: dict[str, float] = {}
    for name, (text_path, gold_path) in documents.items():
        text, predicted = score.extracted(text_path)
        exact[name] = score.evidence(text, predicted)
        each[name] = score.tally(score.load(gold_path), predicted)
    pooled = score.pool(each.values())
    print(score.table({title.upper(): pooled, **each}))
    assert exact == dict.fromkeys(documents, 1.0)
    below = [
        f"{title} {kind} {figure}: {pooled[kind].rates()[figure]:.3f}, floor {floor:.3f}"
        for kind, floors in FLOORS[title].items()
        for figure, floor in floors.items()
        if pooled[kind].rates()[figure] < floor
    ]
    assert not below, "\n".join(below)


@needs_extractor
@pytest.mark.parametrize("title", score.SETS)
def test_own_documents_reach_their_floors(title: str) -> None:
    _hold(title, {name: (score.place(name, ".txt"), score.place(name, ".jsonl")) for name in SETS[title]})


@needs_extractor
@pytest.mark.shared
def test_shared_documents_reach_their_floors() -> None:
    gold = sorted((SHARED / "gold").glob("*.jsonl"))
    if not gold:
        pytest.skip(f"no annotated documents in {SHARED.name}/gold beside the checkout")
    texts = {path.stem: next((SHARED / "documents").glob(f"{path.stem}_*.txt")) for path in gold}
    _hold("shared", {path.stem: (texts[path.stem], path) for path in gold})


# ---- the floors ---------------------------------------------------------------------------------


def test_floors_name_every_set_kind_and_figure() -> None:
    assert FLOORS["documents"] == SETS
    for title in (*score.SETS, "shared"):
        assert set(FLOORS[title]) == set(score.KINDS)
        for floors in FLOORS[title].values():
            assert set(floors) == {"recall", "precision", "speaker"}
            assert all(0 <= floor <= 1 for floor in floors.values())


def _git(*words: str) -> str:
    """What git answers; an empty string where there is no git or no history."""
    try:
        asked = ["git", "-C", str(ROOT), *words]
        return subprocess.run(asked, capture_output=True, text=True, check=True, timeout=30).stdout
    except (OSError, subprocess.SubprocessError):
        return ""


def test_floors_only_rise() -> None:
    """Floors of one set of documents; a set that has gained or lost documents starts again."""
    place = "tests/gold/floors.json"
    commits = _git("log", "-2", "--format=%H", "HEAD", "--", place).split()
    before = [json.loads(held) for commit in commits if (held := _git("show", f"{commit}:{place}"))]
    if not before:
        pytest.skip("no earlier floors: no git, or no commit of floors.json yet")
    sunk = [
        f"{title} {kind} {figure}: {FLOORS[title][kind][figure]} after {floor}"
        for old in before
        for title in (*score.SETS, "shared")
        if title in old and old.get("documents", {}).get(title) == FLOORS["documents"].get(title)
        for kind, figures in old[title].items()
        for figure, floor in figures.items()
        if FLOORS[title][kind][figure] < floor
    ]
    assert not sunk, "\n".join(sunk)
