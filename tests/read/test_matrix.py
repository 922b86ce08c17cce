"""The matrix of scores: shares only, faults named by line."""

from __future__ import annotations

import datetime as dt

import pytest

from theodolite.model.errors import Refusal
from theodolite.read.matrix import matrix


def test_long_rows_become_positions() -> None:
    text = "model,benchmark,score\na,X,0.5\nb,X,1\na,Y,0\n"
    found = matrix(text.encode(), "m_2024-01-01.csv")
    assert (found.models, found.benchmarks) == (("a", "b"), ("X", "Y"))
    assert found.model.tolist() == [0, 1, 0]
    assert found.benchmark.tolist() == [0, 0, 1]
    assert found.score.tolist() == [0.5, 1, 0]
    assert found.vintage.date == dt.date(2024, 1, 1)


def test_the_published_matrix_is_grouped_by_model_not_by_its_namesake() -> None:
    text = "model_id,performance,benchmark,benchmark_release_date,model,Model\nm1,0.5,X,2020-01-02,a,\n"
    found = matrix(text.encode(), "m.csv")
    assert found.source == "epoch/benchmark_scores"
    assert (found.models, found.benchmark_released) == (("a",), (dt.date(2020, 1, 2),))


def test_scores_outside_are_left_out_with_their_lines() -> None:
    text = "model,benchmark,score\na,X,0.5\nb,X,1.2\nc,X,-0.1\nd,X,x\ne,X,0.7\nf,X,\n"
    found = matrix(text.encode(), "m.csv")
    assert found.models == ("a", "e")
    assert any("2 rows with a score outside 0 to 1" in w and "line 3 score 1.2" in w for w in found.warnings)
    assert any("line 5 score 'x'" in w for w in found.warnings)


def test_percent_is_refused_with_the_mend() -> None:
    text = "model,benchmark,score\na,X,0.5\nb,Y,55\nc,Y,61.5\nd,Y,0.9\n"
    with pytest.raises(Refusal, match=r"scores of Y look like percent; divide them by 100"):
        matrix(text.encode(), "m.csv")


@pytest.mark.parametrize("content", [b"", b"model,benchmark\na,X\n", b"model,benchmark,score\na,X,7\n"])
def test_unusable_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal, match=r"^m\.csv: "):
        matrix(content, "m.csv")


def test_scores_that_contradict_each_other_are_named() -> None:
    text = "model,benchmark,performance\nA,M,0.5\nA,M,0.9\nA,N,0.5\nB,M,0.1\nB,M,0.1\n"
    found = matrix(text.encode(), "m.csv")
    assert found.warnings == ("m.csv: 1 pairs of rows contradict each other: A on M (0.5 and 0.9)",)
