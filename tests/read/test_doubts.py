"""Tables that can be read and should not be trusted whole: what is said of them."""

from __future__ import annotations

import pytest

from theodolite.model.errors import Refusal
from theodolite.read.scores import table, tables


def said(text: str) -> str:
    return "\n".join(table(text.encode(), "t_2025-01-01.csv").warnings)


def test_rows_that_contradict_each_other_are_named() -> None:
    words = said(
        "name,score,date,country\nAlpha,100,2024-01-01,China\nAlpha,104,2024-01-01,China\n"
        "Beta,90,2024-01-01,China\nBeta,95,2024-06-01,China\nGamma,80,2024-01-01,China\nGamma,80,2024-01-01,China\n"
    )
    assert "1 models with rows that contradict each other: Alpha (100 and 104 on 2024-01-01)" in words
    assert "1 names with rows of several days, each row kept: Beta (2024-01-01 and 2024-06-01)" in words
    assert "Gamma" not in words


def test_one_model_of_two_countries_is_a_contradiction() -> None:
    words = said("name,score,date,country\nAlpha,100,2024-01-01,China\nAlpha,140,2023-01-01,United States\n")
    assert "1 models with rows that contradict each other: Alpha (China and United States)" in words


def test_slips_of_a_digit_are_no_first_and_no_last_record() -> None:
    words = said(
        "name,score,date,country\nAlpha,100,2024-01-01,China\nOld,130,0202-01-01,China\n"
        "Late,130,9999-12-31,China\nBig,1e300,2024-01-01,China\n"
    )
    assert (
        "3 of 4 rows left out: line 3 date '0202-01-01', line 4 date '9999-12-31', line 5 score '1e300'"
        in words
    )


def test_half_a_file_is_said() -> None:
    assert "the last row (line 3) has 2 of 4 cells" in said(
        "name,score,date,country\nAlpha,100,2024-01-01,China\nBeta,10"
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04rest", "a zip archive or a workbook, not a table"),
        (b"\x1f\x8brest", "gzip, not a table"),
        (b"\xef\xbb\xbf <!DOCTYPE html><p>429, too many", "a web page, not a table"),
        (b'{"error": "429"}', "JSON, not a table"),
        (b"name,score,date,country,Score,score\nA,1,2024-01-01,China,2,3\n", "two columns are named 'score'"),
    ],
)
def test_what_stands_in_place_of_a_table_is_named(content: bytes, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        table(content, "t.csv")
    assert reason in str(refused.value)


def test_a_model_without_a_day_and_a_country_nobody_knows_are_named() -> None:
    words = said(
        "name,score,date,country\nAlpha,100,2024-01-01,China\nNoday,104,,China\nBeta,9,2024-01-01,Narnia\n"
    )
    assert "1 scored rows without a date left out: line 3 'Noday'" in words
    assert "1 countries nobody knows, kept as written: Narnia" in words


def test_horizons_are_logarithms_by_suite_with_limits_that_hold() -> None:
    text = (
        "Model version,Time horizon,Release date,Organization,Country,CI_high,CI_low,METR version\n"
        "A,8,2024-01-01,OpenAI,United States of America,16,4,METR-Horizon-v1.1\n"
        "B,4,2024-01-01,DeepSeek,China,2,1,\n"
        "C,0,2024-01-01,DeepSeek,China,2,1,\n"
    )
    before, after = tables(text.encode(), "h.csv")
    assert (before.part, after.part) == ("suite before 1.1", "METR-Horizon-v1.1")
    assert before.measure != after.measure
    assert [(m.level, m.low, m.high) for m in after.models] == [(3.0, 2.0, 4.0)]
    assert [(m.name, m.low) for m in before.models] == [("B", None)]
    assert any("line 4 score '0'" in w for w in before.warnings)  # 0 minutes have no logarithm
    assert after.limits_share == 0.95
