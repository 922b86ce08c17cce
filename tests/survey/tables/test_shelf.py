"""The shelf: which files are which tables, of which vintage, and what a place does not hold."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from theodolite.model.errors import Refusal
from theodolite.survey.tables.shelf import Shelf

HEADER = "Model,Country (of organization),Publication date,Training compute (FLOP)\n"
NOTABLE = "epoch/notable_models"


def _put(folder: Path, name: str, rows: str = "One,China,2024-05-01,1e24\n") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


def test_vintages_of_a_folder_by_day(tmp_path: Path) -> None:
    _put(tmp_path, "b/notable_ai_models_2026-01-24.csv", "New,China,2025-05-01,1e25\n")
    _put(tmp_path, "a/notable_ai_models_2025-02-24.csv")
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    _put(tmp_path, ".hidden/notable_ai_models_2027-01-01.csv")
    shelf = Shelf(tmp_path)
    assert shelf.sources() == (NOTABLE,)
    assert [h.date for h in shelf.of(NOTABLE)] == [dt.date(2025, 2, 24), dt.date(2026, 1, 24)]
    assert shelf.table(NOTABLE).frame["model"].to_list() == ["New"]
    assert shelf.table(NOTABLE, dt.date(2025, 12, 1)).frame["model"].to_list() == ["One"]
    assert shelf.table(NOTABLE).vintage.file == "b/notable_ai_models_2026-01-24.csv"


def test_a_day_before_every_vintage(tmp_path: Path) -> None:
    _put(tmp_path, "notable_ai_models_2025-02-24.csv")
    with pytest.raises(Refusal, match="no vintage of 2020-01-01 or before it"):
        Shelf(tmp_path).table(NOTABLE, dt.date(2020, 1, 1))


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    _put(tmp_path, "notable_ai_models_2025-02-24.csv")
    _put(tmp_path, "notable_ai_models_2025-03-24.csv", "")
    shelf = Shelf(tmp_path)
    assert len(shelf.tables(NOTABLE)) == 1
    assert "no row can be used" in str(shelf.refusals[0])


def test_several_places_and_a_file_with_a_given_day(tmp_path: Path) -> None:
    first = _put(tmp_path, "one/notable_ai_models.csv")
    _put(tmp_path, "two/notable_ai_models_2025-03-24.csv")
    assert len(Shelf([tmp_path / "one", tmp_path / "two"]).of(NOTABLE)) == 2
    given = Shelf(first, dt.date(2024, 6, 1)).table(NOTABLE)
    assert given.vintage.date == dt.date(2024, 6, 1)
    with pytest.raises(Refusal, match="no such file"):
        Shelf(tmp_path / "three")
