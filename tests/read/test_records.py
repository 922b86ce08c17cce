"""Tables of records: types and units, and what is said of cells, rows and files that are not as expected."""

from __future__ import annotations

import datetime as dt

import pytest

from theodolite.catalog.sources.tables import TableDefinition, table_definition, table_definitions
from theodolite.model.errors import Refusal
from theodolite.read.records import records, vintage_in_name

HEADER = "Model,Organization,Country (of organization),Publication date,Training compute (FLOP),Confidence"
ROWS = [
    "One,OpenAI,United States of America,2024-05-01,2e25,Confident",
    'Two,"Tsinghua University,Zhipu AI","China,China",2024-06-01,1e24,Likely',
    "Three,DeepSeek,China,2024-07-01,,Unknown",
]


def _made(*rows: str, header: str = HEADER, file: str = "notable_ai_models_2025-01-31.csv", **more: object):
    return records("\n".join([header, *rows]).encode(), file, **more)  # type: ignore[arg-type]


def test_cells_become_values_of_their_type() -> None:
    table = _made(*ROWS)
    assert table.source == "epoch/notable_models"
    assert table.vintage.date == dt.date(2025, 1, 31)
    row = table.frame.row(1, named=True)
    assert row["countries"] == ["China"]
    assert row["organisations"] == ["Tsinghua University", "Zhipu AI"]
    assert row["date"] == dt.date(2024, 6, 1)
    assert row["compute"] == 1e24
    assert row["confidence"] == "likely"
    assert table.units["compute"] == "FLOP"
    assert table.frame["line"].to_list() == [2, 3, 4]


@pytest.mark.parametrize(
    ("file", "day"),
    [
        ("a_2025-12.csv", dt.date(2025, 12, 31)),
        ("a_2025-12-03.csv", dt.date(2025, 12, 3)),
        ("a_2025-13.csv", None),
        ("a_20251203.csv", None),
    ],
)
def test_vintage_in_a_name(file: str, day: dt.date | None) -> None:
    assert vintage_in_name(file) == day


def test_a_missing_column_is_named() -> None:
    with pytest.raises(Refusal, match="missing column Publication date"):
        _made("One,China,1e20", header="Model,Country (of organization),Training compute (FLOP)")


def test_an_unknown_word_of_a_category_is_refused() -> None:
    with pytest.raises(Refusal, match=r"unknown words in Confidence: 'Hopeful' \(line 5\)"):
        _made(*ROWS, "Four,X,China,2024-07-01,1e24,Hopeful")


def test_a_changed_unit_is_refused() -> None:
    with pytest.raises(Refusal, match="unit has changed"):
        _made("One,A,China,2024-05-01,25,Likely", "Two,B,China,2024-05-01,24,Likely")


def test_single_faults_are_blank_and_named() -> None:
    table = _made(*ROWS, "Four,A,China,May 2024,lots,Likely", "Five,B,China,2024-05-02,1e31,Likely")
    assert table.frame.row(3, named=True)["compute"] is None
    said = "\n".join(table.warnings)
    assert "line 5 'lots'" in said
    assert "line 5 'May 2024'" in said
    assert "out of range): line 6 1e31" in said


def test_rows_that_contradict_each_other_are_named() -> None:
    table = _made(*ROWS, "One,OpenAI,United States of America,2024-05-01,3e25,Confident", ROWS[1])
    said = "\n".join(table.warnings)
    assert "One (lines 2, 5)" in said
    assert len(table.frame) == 5


def test_half_a_file_is_refused_only_of_a_download() -> None:
    assert any("3 rows where" in w for w in _made(*ROWS).warnings)
    with pytest.raises(Refusal, match="may be incomplete"):
        _made(*ROWS, strict=True)


def test_bytes_of_no_table() -> None:
    with pytest.raises(Refusal, match="not text"):
        records(b"\xff\x00\xfe", "notable_ai_models_2025-01-31.csv")
    with pytest.raises(Refusal, match="no table that the catalogue knows"):
        records(b"a,b\n1,2\n", "x.csv")


def _repaired(**more: object) -> TableDefinition:
    raw = table_definition("epoch/notable_models").model_dump()
    repair = {
        "where": {"model": "Three"}, "was": {"compute": ""}, "set": {"compute": "5e24"}, "reason": "a note",
        "seen_in": dt.date(2025, 1, 1), "review_by": dt.date(2026, 1, 1),
    }  # fmt: skip
    return TableDefinition.model_validate({**raw, "repairs": [{**repair, **more}]})


def test_a_repair_is_made_while_the_cell_reads_as_it_did() -> None:
    table = _made(*ROWS, definition=_repaired())
    assert table.frame["compute"].to_list()[2] == 5e24
    assert not table.stale
    assert any("a note" in w for w in table.warnings)


def test_a_repair_that_matches_nothing_any_more_is_stale() -> None:
    table = _made(*ROWS, definition=_repaired(was={"compute": "7"}))
    assert table.frame["compute"].to_list()[2] is None
    assert "matches no row" in table.stale[0]


def test_a_repair_past_its_review_is_not_made() -> None:
    table = _made(*ROWS, definition=_repaired(), file="notable_ai_models_2026-02-01.csv")
    assert table.frame["compute"].to_list()[2] is None
    assert "past its review day" in table.stale[0]


def test_an_older_vintage_need_not_have_the_fault() -> None:
    table = _made(*ROWS, definition=_repaired(was={"compute": "7"}), file="notable_ai_models_2024-12-01.csv")
    assert not table.stale


def test_every_definition_parses_and_says_its_terms() -> None:
    for definition in table_definitions():
        assert definition.licence
        assert definition.download or definition.download_note, definition.name
