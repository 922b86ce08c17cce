"""Published figures worked out again: the arithmetic on small data, the verdicts, the real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from theodolite.measure.published import CHECKS, Check, arena_lead, horizon_doubling, notable_models, outcome


class Rows:
    """Data of one file, given."""

    def __init__(self, rows: list[dict[str, str]]) -> None:
        self._rows = rows

    def rows(self, file: str) -> list[dict[str, str]]:
        return self._rows

    table = matrix = rows  # type: ignore[assignment]


def test_the_arena_lead_is_between_the_best_of_each_on_that_board() -> None:
    board = [
        ("2025-02-04", "B-x", "Google", "1384"), ("2025-02-04", "B-x", "OpenAI", "1300"),
        ("2025-02-04", "B-x", "DeepSeek", "1361"), ("2025-02-04", "A-x", "xAI", "1999"),
        ("2025-02-05", "B-x", "xAI", "1999"), ("2025-02-04", "B-x", "Nobody Known", "1999"),
    ]  # fmt: skip
    data = Rows([dict(zip(("date", "source", "organization", "rating"), r, strict=True)) for r in board])
    assert arena_lead("2025-02-04")(data) == 23


def test_countries_are_counted_once_a_model_and_blocs_by_their_members() -> None:
    rows = [
        {
            "Publication date": "2024-05-01",
            "Country (from Organization)": "France,Germany,United States of America",
        },
        {"Publication date": "2024-06-01", "Country (from Organization)": "China"},
        {"Publication date": "2023-06-01", "Country (from Organization)": "China"},
    ]
    assert notable_models("European Union")(Rows(rows)) == 1
    assert notable_models("China")(Rows(rows)) == 1


def test_doubling_takes_records_from_2023_only() -> None:
    rows = [
        ("2020-01-01", "True", "1"), ("2023-01-01", "True", "1"), ("2023-04-11", "True", "2"),
        ("2023-07-20", "True", "4"), ("2023-07-21", "False", "900"),
    ]  # fmt: skip
    data = Rows(
        [dict(zip(("release_date", "is_sota", "p50_minutes_estimate"), r, strict=True)) for r in rows]
    )
    assert horizon_doubling(data) == pytest.approx(100)


@pytest.mark.parametrize(
    ("value", "verdict"), [(1.0, "reproduced"), (1.2, "not reproduced"), (float("nan"), "not reproduced")]
)
def test_verdicts(value: float, verdict: str) -> None:
    check = Check("x", "x", 1.0, 0.9, 1.1, "", "", ("f",), lambda data: value)
    found = outcome(check, Rows([]), ("0",))
    assert found.verdict == verdict
    assert (found.difference is None) == (value != value)


def test_a_file_without_the_columns_is_not_reproduced_with_the_reason() -> None:
    check = Check("x", "x", 1.0, 0.9, 1.1, "", "", ("f",), horizon_doubling)
    found = outcome(check, Rows([{"other": "1"}]), ("0",))
    assert found.verdict == "not reproduced"
    assert "is_sota" in (found.reason or "")


@pytest.mark.shared
def test_what_reproduces_on_the_published_data_and_what_does_not() -> None:
    from theodolite.cli.reproduce import run

    folder = Path(__file__).resolve().parents[2].parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("shared data is not beside the checkout")
    outcomes, refusals = run(folder)
    assert refusals == []
    assert len(outcomes) == len(CHECKS)
    assert {o.check.id for o in outcomes if o.verdict != "reproduced"} == {"notable-2024-china"}
    ours = {o.check.id: o.ours for o in outcomes}
    assert ours["notable-2024-china"] == 10
    assert ours["compute-notable"] == pytest.approx(4.58, abs=0.005)
    assert ours["compute-frontier"] == pytest.approx(4.76, abs=0.005)
