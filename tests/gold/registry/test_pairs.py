"""How well the registry joins names: pairs judged by hand, and the floors under what it reaches."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from theodolite.model.registry import Registry
from theodolite.survey.registry import registry

HERE = Path(__file__).parent
SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
FOLDERS = (
    *("epoch-eci", "epoch-models", "epoch-benchmarks", "models-dev", "llm-stats", "llm-prices"),
    "lmarena-history",
)
FLOORS = {"tune": (0.95, 0.95), "hold": (0.93, 0.91), "fresh": (0.93, 0.92)}


@pytest.fixture(scope="module")
def known() -> Registry:
    return registry([SHARED / name for name in FOLDERS]).registry


def one(known: Registry, a: str, b: str) -> bool:
    """Whether two names are one model and one version of it."""
    first, second = known.by_name.get(a), known.by_name.get(b)
    return first is not None and first is second and first.names[a].version == first.names[b].version


def test_there_are_three_hundred_pairs_in_halves_and_fresh_ones() -> None:
    pairs = yaml.safe_load((HERE / "pairs.yml").read_text(encoding="utf-8"))
    assert [sum(p["use"] == use for p in pairs) for use in ("tune", "hold", "fresh")] == [150, 150, 120]
    assert {p["verdict"] for p in pairs} == {"same", "version", "different", "unsure"}


@pytest.mark.shared
@pytest.mark.parametrize("use", ["tune", "hold", "fresh"])
def test_precision_and_recall(known: Registry, use: str) -> None:
    pairs = yaml.safe_load((HERE / "pairs.yml").read_text(encoding="utf-8"))
    judged = [p for p in pairs if p["use"] == use and p["verdict"] != "unsure"]
    said = [(p["verdict"] == "same", one(known, p["a"], p["b"])) for p in judged]
    right = sum(gold and ours for gold, ours in said)
    precision = right / sum(ours for _, ours in said)
    recall = right / sum(gold for gold, _ in said)
    assert precision >= FLOORS[use][0]
    assert recall >= FLOORS[use][1]


@pytest.mark.shared
def test_different_models_are_never_one_model(known: Registry) -> None:
    pairs = yaml.safe_load((HERE / "pairs.yml").read_text(encoding="utf-8"))
    apart = [p for p in pairs if p["verdict"] == "different"]
    joined = [p for p in apart if known.by_name.get(p["a"]) is known.by_name.get(p["b"])]
    assert not joined
