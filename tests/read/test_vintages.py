"""Folders of vintages: which table is meant, which matrix is its own."""

from __future__ import annotations

import datetime as dt

import pytest

from theodolite.model.errors import Refusal
from theodolite.read.vintages import choose, matrix_of, vintages

TABLE = "name,score,date,country\na,{},2024-01-01,China\n"
MATRIX = b"model,benchmark,score\na,X,0.5\n"
DAY = dt.date.fromisoformat


def files() -> dict[str, bytes]:
    return {
        "t_2024-02-01.csv": TABLE.format(1).encode(),
        "t_2024-05-01.csv": TABLE.format(2).encode(),
        "copy_2024-05-01.csv": TABLE.format(2).encode(),
        "versions_2024-05-01.csv": b"Model version,ECI Score,Release date,Country\nav,2,2024-01-01,China\n",
        "m_2024-05-01.csv": MATRIX,
        "other.csv": b"benchmark_name,edi\nX,1\n",
        "broken_2024-06-01.csv": b"name,score\na,1\n",
    }


def test_identical_bytes_are_one_vintage_and_other_files_are_passed_over() -> None:
    found = vintages(files().items())
    assert [t.vintage.file for t in found.tables] == [
        "t_2024-02-01.csv", "versions_2024-05-01.csv", "copy_2024-05-01.csv",
    ]  # fmt: skip
    assert [r.place for r in found.refusals] == ["broken_2024-06-01.csv"]


def test_the_newest_by_model_is_the_default_and_a_date_takes_the_newest_until_it() -> None:
    found = vintages(files().items())
    assert choose(found, "folder").vintage.file == "copy_2024-05-01.csv"
    assert choose(found, "folder", DAY("2024-04-30")).vintage.file == "t_2024-02-01.csv"
    assert choose(found, "folder", DAY("2024-02-01")).vintage.file == "t_2024-02-01.csv"
    with pytest.raises(Refusal, match="no vintage of 2024-01-31 or before it; choose among: 2024-02-01"):
        choose(found, "folder", DAY("2024-01-31"))
    with pytest.raises(Refusal, match="no table of scores"):
        choose(vintages({}.items()), "folder")


def test_a_matrix_goes_with_the_table_of_its_day() -> None:
    found = vintages(files().items())
    assert matrix_of(found, choose(found, "folder")) is not None
    assert matrix_of(found, choose(found, "folder", DAY("2024-02-01"))) is None


def test_an_undated_matrix_goes_with_a_table_whose_models_it_names() -> None:
    same = vintages({"t.csv": TABLE.format(1).encode(), "m.csv": MATRIX}.items())
    assert matrix_of(same, choose(same, "folder")) is not None
    other = vintages({"t.csv": TABLE.format(1).encode(), "m.csv": MATRIX.replace(b"a,X", b"z,X")}.items())
    assert matrix_of(other, choose(other, "folder")) is None


def test_a_renamed_column_of_a_known_table_is_said_and_the_last_good_vintage_counts() -> None:
    header = (
        "Model,Display name,eci,eci_ci_low,eci_ci_high,date,Organization,Country (of organization),"
        "Accessibility group\n"
    )
    row = "A,A,100,99,101,2024-01-01,OpenAI,United States of America,Closed weights\n"
    found = vintages(
        [
            ("eci_2024-01-02.csv", (header + row).encode()),
            ("eci_2024-02-02.csv", (header.replace(",eci,", ",eci_score,") + row).encode()),
            ("other.csv", b"Model,Organization,Country,Publication date\nA,OpenAI,US,2024-01-01\n"),
        ]
    )
    assert [t.vintage.file for t in found.tables] == ["eci_2024-01-02.csv"]
    assert [r.place for r in found.refusals] == ["eci_2024-02-02.csv"]
    assert "missing column eci;" in str(found.refusals[0]) and "eci_score" in str(found.refusals[0])
