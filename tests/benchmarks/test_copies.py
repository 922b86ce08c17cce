"""The benchmark of near copies: what is planted follows from the seed, and is judged as it was planted."""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import retold

FOLDER = Path(__file__).parents[2] / "benchmarks"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"bench_{name}", FOLDER / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made() -> ModuleType:
    return load("copies_made")


def _learned() -> tuple[str, str]:
    rng = random.Random(1)
    return retold.words(rng, 5000), retold.han(rng, 5000)


def test_what_is_made_follows_from_the_seed(made: ModuleType) -> None:
    rows = made.Maker(*_learned(), 4).make(600)
    assert rows == made.Maker(*_learned(), 4).make(600) != made.Maker(*_learned(), 5).make(600)
    assert len({row["kind"] for row in rows}) > 10
    copies = [row for row in rows if row["of"] is not None]
    assert copies and all(rows[row["of"]]["kind"] == "original" for row in copies)


def test_both_languages_are_cut_and_edited_as_said(made: ModuleType) -> None:
    for language in made.Maker(*_learned(), 4).languages:
        (text,) = language.texts(1, np.random.default_rng(1), (400, 401))
        kept = len(language.tokens(language.cropped(text))) / len(language.tokens(text))
        assert kept == pytest.approx(0.8, abs=0.01)
        assert language.edited(text, 0.05) != text


def test_pairs_are_judged_by_what_was_planted(made: ModuleType, tmp_path: Path) -> None:
    bench = load("copies")
    rows = made.Maker(*_learned(), 4).make(600)
    path = tmp_path / "made.jsonl"
    made.write(rows, path)
    truth = bench.Truth(path)
    right = [sorted((k, row["of"])) for k, row in enumerate(rows) if row["of"] is not None]
    target = tmp_path / "pairs.npy"
    np.save(target, np.array(right))
    judged = truth.judged(target)
    assert (judged["precision"], judged["all"]) == (1.0, 1.0)
    ordinary = [k for k, row in enumerate(rows) if row["kind"] == "ordinary"][:2]
    np.save(target, np.array([*right[1:], ordinary]))
    judged = truth.judged(target)
    assert judged["precision"] == 1 - 1 / len(right) and judged["all"] == 1 - 1 / len(right)
    assert json.dumps(judged)


def test_ours_finds_them(made: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bench = load("copies")
    path = tmp_path / "made.jsonl"
    made.write(made.Maker(*_learned(), 6).make(400), path)
    spent = bench.ours(path, tmp_path / "pairs.npy", None)
    assert spent["peak_mb"] > 0
    judged = bench.Truth(path).judged(tmp_path / "pairs.npy")
    assert judged["precision"] > 0.9 and judged["one change"] > 0.9
