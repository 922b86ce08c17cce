"""Compute, context and price as tables of levels: every quantity of a gap works on them."""

from __future__ import annotations

import datetime as dt
import math

import polars as pl
import pytest

from theodolite.measure.gap import gap
from theodolite.measure.other_measures import Priced, Reading, compute_table, context_table, price_table
from theodolite.model.errors import Refusal
from theodolite.model.scores import Vintage
from theodolite.model.table import Table

VINTAGE = Vintage(file="a_2025-12-31.csv", sha256="0" * 64, date=dt.date(2025, 12, 31))


def systems(*rows: tuple[str, str, str, float | None]) -> Table:
    frame = pl.DataFrame(
        [
            {
                "line": at, "model": name, "countries": [country], "organisations": ["Lab"], "access": None,
                "date": dt.date.fromisoformat(day), "compute": flop, "parameters": None,
            }
            for at, (name, country, day, flop) in enumerate(rows, start=2)
        ],
        schema_overrides={"compute": pl.Float64, "access": pl.String, "parameters": pl.Float64},
    )  # fmt: skip
    return Table(source="epoch/notable_models", vintage=VINTAGE, frame=frame)


def priced(model: str, usd: float, listed: str, released: str, country: str, level: float = 135) -> Priced:
    return Priced(
        model=model, seller="a seller", usd=usd, listed=dt.date.fromisoformat(listed), level=level,
        released=dt.date.fromisoformat(released), countries=(country,), organisations=("Lab",),
        openness="open",
    )  # fmt: skip


def test_compute_is_powers_of_ten() -> None:
    table = compute_table(
        systems(
            ("A1", "United States", "2023-01-01", 1e24), ("A2", "United States", "2024-01-01", 1e25),
            ("B1", "China", "2024-07-01", 1e24), ("Unknown", "China", "2025-01-01", None),
        )
    )  # fmt: skip
    assert [m.level for m in table.models] == [24, 25, 24]
    report = gap("US", "China", table)
    assert report.vertical_gap.estimate == pytest.approx(1)
    assert report.unit == "power of ten of FLOP"
    assert report.backward_lag_months.estimate == pytest.approx(
        (dt.date(2024, 7, 1) - dt.date(2024, 1, 1)).days / 30.4375
    )
    assert report.interval_method == "none"
    assert any("1 of 4 models since 2010 have no estimate" in w for w in report.warnings)


def test_nothing_with_compute_is_refused() -> None:
    with pytest.raises(Refusal, match="no model with training compute"):
        compute_table(systems(("A", "China", "2024-01-01", None)))


def test_context_is_doublings() -> None:
    rows = [
        Reading(
            name=n, date=dt.date.fromisoformat(d), tokens=t, countries=(c,), organisations=(), openness=None
        )
        for n, d, t, c in (
            ("A", "2024-01-01", 2.0**17, "United States"),
            ("B", "2024-03-01", 2.0**15, "China"),
        )
    ]
    assert gap("US", "China", context_table(rows, VINTAGE, "x")).vertical_gap.estimate == pytest.approx(2)
    with pytest.raises(Refusal):
        context_table([], VINTAGE, "x")


DAYS = [dt.date(2025, 1, 1), dt.date(2025, 4, 1), dt.date(2025, 7, 1)]


def test_every_new_low_of_a_model_is_a_record_on_its_own_day() -> None:
    rows = [
        priced("A", 10, "2025-01-01", "2024-11-01", "United States"),
        priced("A", 10, "2025-04-01", "2024-11-01", "United States"),
        priced("A", 1, "2025-07-01", "2024-11-01", "United States"),
        priced("B", 2, "2025-04-01", "2025-02-10", "China"),
        priced("Weak", 0.01, "2025-01-01", "2024-11-01", "China", level=100),
    ]
    table = price_table(rows, 130, DAYS, VINTAGE, "llm_prices/litellm_panel", "index")
    found = {m.name: (m.date, m.level) for m in table.models}
    # The first price after a release is as old as the model; a later fall dates from its list.
    assert found["A, $10 at a seller"] == (dt.date(2024, 11, 1), -1.0)
    assert found["A, $1 at a seller"] == (dt.date(2025, 7, 1), 0.0)
    assert found["B, $2 at a seller"] == (dt.date(2025, 2, 10), pytest.approx(-math.log10(2)))
    assert len(found) == 3
    report = gap("China", "US", table)
    assert report.observed_until == dt.date(2025, 7, 1)
    assert report.vertical_gap.estimate == pytest.approx(-math.log10(2))


def test_no_price_at_the_level_is_refused() -> None:
    with pytest.raises(Refusal, match="no model at 150 or above"):
        price_table([priced("A", 1, "2025-01-01", "2024-11-01", "China")], 150, DAYS, VINTAGE, "x", "index")
