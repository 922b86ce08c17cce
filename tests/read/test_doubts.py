"""Tables that can be read and should not be trusted whole: what is said of them."""

from __future__ import annotations

from theodolite.read.scores import table, tables


def said(text: str) -> str:
    return "\n".join(table(text.encode(), "t_2025-01-01.csv").warnings)


def test_rows_that_contradict_each_other_are_named() -> None:
    words = said(
        "name,score,date,country\nAlpha,100,2024-01-01,China\nAlpha,104,2024-01-01,China\n"
        "Beta,90,2024-01-01,China\nBeta,95,2024-06-01,China\nGamma,80,2024-01-01,China\nGamma,80,2024-01-01,China\n"
    )
    assert "1 models with rows that contradict each other: Alpha of 2024-01-01 (100 and 104)" in words
    assert "Beta" not in words and "Gamma" not in words


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
