"""The comparison on scientific text: what counts as found, and the form in which spans are compared."""

from __future__ import annotations

import importlib.util
import zipfile
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def measeval() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "measeval.py"
    spec = importlib.util.spec_from_file_location("measeval", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_each_predicted_span_finds_one_true_span(measeval: ModuleType) -> None:
    assert measeval.matched([(0, 4), (6, 9)], [(0, 9)], 0.0) == 1
    assert measeval.matched([(0, 4)], [(0, 9)], 0.5) == 0
    assert measeval.matched([(0, 5)], [(0, 9)], 0.5) == 1
    assert measeval.matched([(0, 5)], [(0, 9)], 1.0) == 0
    assert measeval.matched([(0, 5)], [(5, 9)], 0.0) == 0


@pytest.mark.parametrize(
    ("content", "spans"),
    [
        ("We took a 75 g sample.", ["75 g"]),
        ("It was kept at 34 and 38 °C then.", ["34 and 38 °C"]),
        ("Doses were 3 mg and 5 mg in turn.", ["3 mg", "5 mg"]),
        ("It fell (from 10 ms to 0.1 ms).", ["10 ms to 0.1 ms"]),
        ("Shares were 80 and 81%, respectively.", ["80", "81%"]),
        ("Sampled in May 2012 by hand (Okoye et al., 2011).", ["May 2012"]),
        ("Between 20 and 60 g were dried.", ["Between 20 and 60 g"]),
    ],
)
def test_the_form_of_spans(measeval: ModuleType, content: str, spans: list[str]) -> None:
    assert [content[a:b] for a, b in measeval.ours(content)] == spans


def test_numbers_of_a_true_span(measeval: ModuleType) -> None:
    assert measeval.numbers_of("between 1,200 and 3.5 m") == {1200.0, 3.5}
    assert measeval.numbers_of("two axes") == {2.0}
    assert 3e9 in measeval.numbers_of("3 GW")


def test_documents_with_their_true_spans(measeval: ModuleType, tmp_path: Path) -> None:
    table = "annotType\tstartOffset\tendOffset\nQuantity\t3\t7\nMeasuredEntity\t0\t2\n"
    with zipfile.ZipFile(tmp_path / "m.zip", "w") as archive:
        archive.writestr("train/text/a.txt", "At 5 km.")
        archive.writestr("train/tsv/a.tsv", table)
        archive.writestr("train/text/no-table.txt", "At 6 km.")
    assert list(measeval.documents(str(tmp_path / "m.zip"), "train")) == [("a", "At 5 km.", [(3, 7)])]
