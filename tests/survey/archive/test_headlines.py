"""Headlines as they stood: what was held on the day first, else what was worked out since, and said so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from theodolite import ledger
from theodolite.ledger import Ledger
from theodolite.model.observation import Observation
from theodolite.survey.archive.headlines import first_day, headlines, measure_headlines
from theodolite.survey.archive.pullable import source
from theodolite.survey.archive.pulling import take

DAY = dt.date(2025, 6, 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Ledger]:
    with ledger.open(tmp_path / "some.ledger") as one:
        yield one


def put(store: Ledger, vintage: str, value: float, method: str = "gap/1", **more: str) -> str:
    """Keep one figure of a vintage; the moment from which it is known."""
    one = Observation(
        indicator=more.get("indicator", "capability gap: vertical_gap"), subject="China",
        counterpart="United States", definition="vertical_gap, tolerance 0, Index", unit="point", value=value,
        low=None, high=None, censored=None, holds_on=vintage, known_on=vintage,
        source=more.get("source", "epoch/capabilities_index"), vintage_file="f.csv",
        vintage_sha256=(vintage + more.get("source", "")).encode().hex().ljust(64, "0")[:64],
    )  # fmt: skip
    with store.begin("test"):
        store.put_observations(f"gap {vintage} {more.get('source')}", method, [one])
    return store.runs()[-1].ended or ""


def test_the_newest_vintage_by_the_day_and_no_later_one(store: Ledger) -> None:
    assert headlines(store, DAY) == () and first_day(store) is None
    for vintage, value in (("2025-08-01", 3.0), ("2025-01-01", 1.0), ("2025-06-30", 2.0)):
        put(store, vintage, value)
    put(store, "2025-06-01", 9.0, indicator="rows of a table")
    [one] = headlines(store, DAY)
    assert (one.figure.value, one.figure.known_on, one.hindsight) == (2.0, "2025-06-30", True)
    assert headlines(store, dt.date(2024, 12, 31)) == ()
    assert first_day(store) == dt.date(2025, 1, 1)
    [today] = headlines(store, dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1))
    assert (today.figure.value, today.hindsight) == (3.0, False)


def test_what_a_later_version_measured_again_does_not_change_the_past(store: Ledger) -> None:
    first = put(store, "2025-01-01", 1.0)
    put(store, "2025-01-01", 1.5, "gap/2")
    put(store, "2025-03-01", 7.0)
    [then] = headlines(store, DAY, known=first)
    assert (then.figure.value, then.hindsight, then.recorded_at) == (1.0, False, first)
    [now] = headlines(store, DAY)
    assert (now.figure.value, now.hindsight) == (7.0, True)


def test_of_two_tables_of_one_day_the_one_by_model_speaks(store: Ledger) -> None:
    put(store, "2025-01-01", 1.0)
    put(store, "2025-01-01", 2.0, source="epoch/capabilities_index_versions")
    [one] = headlines(store, DAY)
    assert one.figure.value == 1.0


def test_a_file_of_boards_gives_a_headline_a_month(store: Ledger) -> None:
    rows = ["date,source,model,organization,license,rating,rating_low,rating_high,votes,category"]
    for day, gap in (("2024-05-10", 40), ("2024-05-20", 30), ("2024-06-20", 20)):
        for n in range(6):
            for maker, model, less in (("OpenAI", "GPT-4", 0), ("Alibaba", "Qwen2-72B", gap)):
                rating = 1200 + 10 * n - less
                rows.append(
                    f"{day},B-leaderboard-csv,{model}-{n},{maker},Proprietary,{rating},{rating - 5},"
                    f"{rating + 5},1000,overall"
                )
    content = ("\n".join(rows) + "\n").encode()
    pulled = take(store, source("lmarena/history"), content, "boards.csv", dt.date(2024, 6, 20))
    assert pulled.refusal is None
    with store.begin("headlines") as run:
        made, failed = measure_headlines(store, run)
    assert (made, failed) == (2, [])
    with store.begin("headlines") as run:
        assert measure_headlines(store, run) == (0, [])

    def vertical(day: dt.date) -> list[tuple[float | None, str | None]]:
        return [
            (h.figure.value, h.figure.known_on)
            for h in headlines(store, day)
            if "vertical" in h.figure.indicator and h.figure.subject == "China"
        ]

    assert vertical(dt.date(2024, 5, 15)) == []
    assert vertical(dt.date(2024, 5, 31)) == [(30.0, "2024-05-20")]
    assert vertical(dt.date(2024, 7, 1)) == [(20.0, "2024-06-20")]
