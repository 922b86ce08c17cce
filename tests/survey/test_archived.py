"""Commands that are given no data measure on what was pulled."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from theodolite import ledger
from theodolite.survey import archived, starter
from theodolite.survey.instruments import load
from theodolite.survey.place import default_ledger
from theodolite.survey.pullable import source
from theodolite.survey.pulling import take

HEADER = (
    "Model,Display name,eci,eci_ci_low,eci_ci_high,date,Organization,Country (of organization),"
    "Model accessibility,Accessibility group,model_versions\n"
)
ROWS = "A1,A1,120,119,121,2024-05-01,OpenAI,United States of America,,Closed weights,\n" * 3


def test_the_archive_comes_before_the_starter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THEODOLITE_LEDGER", str(tmp_path / "some.ledger"))
    assert load(None).place == starter.PLACE
    assert not default_ledger().exists(), "asking makes no ledger"
    with ledger.open(default_ledger()) as store:
        for day in ("2025-01-01", "2026-01-01"):
            content = (HEADER + ROWS + f"B1,B1,{day[3]}0,,,2024-06-01,X,China,,,\n").encode()
            pulled = take(store, source("epoch/capabilities_index"), content, "eci.csv",
                          dt.date.fromisoformat(day))  # fmt: skip
            assert pulled.refusal is None
    found = load(None)
    assert found.place == archived.PLACE
    assert [t.vintage.file for t in found.index.tables] == ["eci_2025-01-01.csv", "eci_2026-01-01.csv"]
    assert [t.vintage.date for t in found.index.tables] == [dt.date(2025, 1, 1), dt.date(2026, 1, 1)]
