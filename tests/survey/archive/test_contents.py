"""Commands that are given no data measure on what was pulled."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from theodolite import ledger
from theodolite.survey import archive, starter
from theodolite.survey.archive import contents
from theodolite.survey.archive.contents import PulledShelf
from theodolite.survey.archive.files import files_of
from theodolite.survey.archive.pullable import source
from theodolite.survey.archive.pulling import take
from theodolite.survey.instruments import load
from theodolite.survey.place import default_ledger

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
    assert found.place == contents.PLACE
    assert [t.vintage.file for t in found.index.tables] == ["eci_2025-01-01.csv", "eci_2026-01-01.csv"]
    assert [t.vintage.date for t in found.index.tables] == [dt.date(2025, 1, 1), dt.date(2026, 1, 1)]


def boards(*days: str) -> bytes:
    """Boards of eight models of two sides on some days."""
    rows = ["date,source,model,organization,license,rating,rating_low,rating_high,votes,category"]
    for day in days:
        for n in range(4):
            for maker, model, gap in (("OpenAI", "GPT-4", 0), ("Alibaba", "Qwen2-72B", 40)):
                rating = 1200 + 10 * n - gap
                rows.append(
                    f"{day},B-leaderboard-csv,{model}-{n},{maker},Proprietary,{rating},{rating - 5},"
                    f"{rating + 5},1000,overall"
                )
    return ("\n".join(rows) + "\n").encode()


def test_boards_are_one_vintage_and_many_days(tmp_path: Path) -> None:
    path = tmp_path / "boards.csv"
    path.write_bytes(boards("2024-05-10", "2024-06-20"))
    [found] = files_of(tmp_path, [], None)
    assert isinstance(found, tuple)
    one, content, place, day = found
    assert (one.name, day) == ("lmarena/history", dt.date(2024, 6, 20))
    with ledger.open(tmp_path / "some.ledger") as store:
        pulled = take(store, one, content, place, day)
        assert pulled.refusal is None and pulled.pull and pulled.pull.rows == 16
        # A keeper without a licence is among those of the definition: the file itself is not passed on.
        assert not store.origins(pulled.pull.snapshot or "")[0].may_republish


def test_a_vintage_of_several_files_is_in_force_as_a_whole(tmp_path: Path) -> None:
    one = source("epoch/chip_counts")
    header = "Name,Chip manufacturer,Owner,Chip type,Start date,End date,H100e\n"
    with ledger.open(tmp_path / "some.ledger") as store:
        for day, files in (("2026-01-01", ("amd", "nvidia")), ("2026-02-01", ("amd", "nvidia", "tpu"))):
            for n, name in enumerate(files):
                rows = "".join(
                    f"{name} {k},{name},,X,1/1/2025,3/31/2025,{k + len(files)}\n" for k in range(9 + 30 * n)
                )
                place = f"{name}_chip_timelines.csv"
                pulled = take(store, one, (header + rows).encode(), place, dt.date.fromisoformat(day))
                assert pulled.refusal is None, pulled.refusal
        now = archive.tables_in_force(store, one.name)
        assert [f.file for f in now] == [
            f"{n}_chip_timelines_2026-02-01.csv" for n in ("amd", "nvidia", "tpu")
        ]
        then = archive.tables_in_force(store, one.name, on=dt.date(2026, 1, 15))
        assert len(then) == 2
        assert [str(v.in_force_until) for v in archive.vintages(store, one.name)] == [
            "2026-02-01", "2026-02-01", "None", "None", "None",
        ]  # fmt: skip


def test_the_shelf_of_what_was_pulled(tmp_path: Path) -> None:
    path = tmp_path / "some.ledger"
    assert PulledShelf(path).sources() == ()
    rows = "".join(f"M{n},2024-01-{n % 28 + 1:02},1e24,Lab,United States of America\n" for n in range(900))
    header = "Model,Publication date,Training compute (FLOP),Organization,Country (of organization)\n"
    with ledger.open(path) as store:
        for day in ("2025-01-01", "2026-01-01"):
            content = (header + rows + f"Last,{day},1e24,Lab,China\n").encode()
            closed = replace(source("epoch/notable_models"), publish=day < "2026")
            pulled = take(store, closed, content, "notable_ai_models.csv",
                          dt.date.fromisoformat(day), private=True)  # fmt: skip
            assert pulled.refusal is None, pulled.refusal
    held = PulledShelf(path)
    assert held.sources() == ("epoch/notable_models",)
    newest, older = (held.table("epoch/notable_models", d) for d in (None, dt.date(2025, 6, 1)))
    assert newest.vintage.file == "notable_ai_models_2026-01-01.csv"
    assert (older.vintage.date, older.publishable) == (dt.date(2025, 1, 1), True)
    assert not newest.publishable, "taken as private"
