"""Score tables: every header known, every fault one clear line, nothing else lost."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from theodolite.catalog.sources import definitions
from theodolite.catalog.sources.countries import split
from theodolite.model.errors import Refusal
from theodolite.read.scores import date_in_name, shape, stale_repairs, table

HEADER = (
    "Model,Display name,eci,eci_ci_low,eci_ci_high,date,Organization,Country (of organization),"
    "Accessibility group\n"
)


@pytest.fixture(scope="module")
def epoch() -> Path:
    folder = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "epoch-eci"
    if not folder.is_dir():
        pytest.skip("shared data is not beside the checkout")
    return folder


def test_a_row_of_the_published_index() -> None:
    places = '"Google DeepMind,Google","United States of America,China"'
    row = f"M 1,M One,120.5,118,125,2024-05-01,{places},Open weights\n"
    found = table((HEADER + row).encode("utf-8-sig"), "eci_scores_2024-06-01.csv")
    model = found.models[0]
    assert (model.name, model.level, model.low, model.high) == ("M 1", 120.5, 118, 125)
    assert model.countries == ("United States", "China")
    assert model.organisations == ("Google DeepMind", "Google")
    assert (model.openness, model.date) == ("open", dt.date(2024, 5, 1))
    assert found.measure == "Epoch Capabilities Index"
    assert found.vintage.date == dt.date(2024, 6, 1)
    assert found.warnings == ()


@pytest.mark.parametrize(
    "header",
    [
        "model,score,date,country,lower bound,upper bound",
        "Name,ECI,release date,Country,eci_ci_low,eci_ci_high",
        "name,eci,Date,Country (of organization),eci_ci_low,eci_ci_high",
    ],
)
def test_headers_mixed_from_several_vintages(header: str) -> None:
    found = table(f"{header}\nA,100,2024-01-01,China,97,104\n".encode(), "mixed.csv")
    assert [(m.name, m.level, m.low, m.high, m.countries) for m in found.models] == [
        ("A", 100.0, 97.0, 104.0, ("China",))
    ]


def test_generic_headers_in_any_case_and_order() -> None:
    text = (
        "Country;DATE;Score;Model;Low;High;Access;Organisation\nCN;2024-01-02;10.5;m;10;11;open weights;Lab\n"
    )
    model = table(text.encode(), "x_2024-02-01.csv").models[0]
    assert (model.name, model.countries, model.openness, model.low) == ("m", ("China",), "open", 10)


def test_quotes_newlines_and_marks_inside_cells() -> None:
    text = '\ufeffname,score,date,country\r\n"two\nlines, ""quoted""",1,2024-01-01,France\r\n'
    assert table(text.encode(), "x_2024-02-01.csv").models[0].name == 'two\nlines, "quoted"'


def test_faulty_rows_are_left_out_and_named_by_line() -> None:
    text = (
        'name,score,date,country\n"a\nb",1,2024-01-01,China\nc,abc,2024-01-01,China\nd,2,2024-13-01,China\n'
        "e,,2024-01-01,China\nf,3,,China\ng,nan,2024-01-01,China\nh,4,2024-02-02,China\n,5,2024-02-02,China\n"
    )
    found = table(text.encode(), "x_2024-06-01.csv")
    assert [m.level for m in found.models] == [1, 4]
    faults = next(w for w in found.warnings if "left out: line" in w and "of 8" in w)
    assert faults.startswith("4 of 8 rows left out")
    for place in (
        "line 4 score 'abc'",
        "line 5 date '2024-13-01'",
        "line 8 score 'nan'",
        "line 10 without a name",
    ):
        assert place in faults
    assert "1 of 8 rows have no score and are left out" in found.warnings
    assert any("without a date left out: line 7 'f'" in w for w in found.warnings)


def test_a_short_row_is_a_fault_of_that_row_alone() -> None:
    found = table(b"name,score,date,country\na\nb,2,2024-01-01,China\n", "x_2024-06-01.csv")
    assert [m.name for m in found.models] == ["b"]


def test_a_name_cannot_steer_a_terminal() -> None:
    found = table("name,score,date,country\na\x1b[31mb\x9b,1,2024-01-01,China\n".encode(), "x_2024-06-01.csv")
    assert found.models[0].name == "a\ufffd[31mb\ufffd"
    turned = table("name,score,date,country\n\u202eb\u2066,1,2024-01-01,China\n".encode(), "x_2024-06-01.csv")
    assert turned.models[0].name == "\ufffdb\ufffd"


def test_duplicates_are_kept() -> None:
    text = "name,score,date,country\na,1,2024-01-01,China\na,2,2024-01-01,China\n"
    assert len(table(text.encode(), "x_2024-06-01.csv").models) == 2


def test_limits_that_do_not_hold_the_score_are_dropped_with_a_warning() -> None:
    text = "name,score,date,country,low,high\na,5,2024-01-01,China,6,7\nb,5,2024-01-01,China,x,7\n"
    found = table(text.encode(), "x_2024-06-01.csv")
    assert [(m.low, m.high) for m in found.models] == [(None, None)] * 2
    assert any(w.startswith("2 rows with limits") for w in found.warnings)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"name,score,date,country\n", "no rows"),
        (b"name,score,date\na,1,2024-01-01\n", "missing column country; found: name, score, date"),
        (b"name,date,country\na,2024-01-01,China\n", "missing column score; found: name, date, country"),
        (b"Model,eci,eci_ci_low,Organization\na,1,1,x\n", "missing columns date, Country"),
        (b"name,score,date,country\na,x,2024-01-01,China\n", "no row has a score with a date"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "not text"),
        (b"a\x00b", "binary"),
    ],
)
def test_refusals_name_the_file_and_the_mend(content: bytes, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        table(content, "bad.csv")
    assert str(refused.value).startswith("bad.csv: ")
    assert reason in str(refused.value)
    assert "; " in str(refused.value)


def test_no_date_of_the_vintage_is_a_warning_and_the_option_wins() -> None:
    text = b"name,score,date,country\na,1,2024-01-01,China\n"
    assert any("no date of the vintage" in w for w in table(text, "x.csv").warnings)
    stated = table(text, "x_2024-06-01.csv", dt.date(2024, 7, 1))
    assert stated.vintage.date == dt.date(2024, 7, 1)
    assert date_in_name("a_2024-13-01.csv") is None
    assert date_in_name("2023-01-01/eci_2024-05-06.csv") == dt.date(2024, 5, 6)


@pytest.mark.parametrize(
    ("cell", "countries"),
    [
        (
            "United States of America,United Kingdom of Great Britain and Northern Ireland",
            ("United States", "United Kingdom"),
        ),
        ("Korea, Republic of", ("South Korea",)),
        ("China,Korea, Republic of,France", ("China", "South Korea", "France")),
        ("Iran (Islamic Republic of),Taiwan, Province of China", ("Iran", "Taiwan")),
        ("China,Hong Kong,China", ("China", "Hong Kong")),
        ("Atlantis, China", ("Atlantis", "China")),
        ("", ()),
    ],
)  # fmt: skip
def test_countries_of_one_cell(cell: str, countries: tuple[str, ...]) -> None:
    assert split(cell) == countries


def test_repairs_fill_blank_cells_only_and_end_after_their_review() -> None:
    row = "Yi-9B,Yi-9B,106.6,97,114,2024-03-01,,{},Other\n"
    blank = table((HEADER + row.format("")).encode(), "eci_scores_2026-08-11.csv")
    assert (blank.models[0].countries, blank.models[0].organisations) == (("China",), ("01.AI",))
    assert any("Yi-9B (China)" in w for w in blank.warnings)
    filled = table((HEADER + row.format("France")).encode(), "eci_scores_2026-08-11.csv")
    assert filled.models[0].countries == ("France",)
    late = table((HEADER + row.format("")).encode(), "eci_scores_2031-01-01.csv")
    assert late.models[0].countries == ()
    assert any("past their review day" in w for w in late.warnings)
    assert any("Yi-9B: the cell is filled now" in s for s in stale_repairs(
        (HEADER + row.format("France")).encode(), "eci_scores_2026-09-11.csv"))  # fmt: skip


def test_every_repair_gives_its_reason_and_every_definition_its_terms() -> None:
    for definition in definitions():
        if definition.producer:
            assert definition.licence and (definition.address or definition.citation)
        assert all(r.reason and r.countries and r.review_by > r.seen_in for r in definition.repairs)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "scored", "source"),
    [
        ("eci_scores_2025-12-19.csv", 139, "epoch/capabilities_index"),
        ("eci_scores_2026-08-11.csv", 222, "epoch/capabilities_index"),
        ("eci_by_model_version_2026-02-22.csv", 262, "epoch/capabilities_index_versions"),
        ("eci_by_model_version_2026-04-10.csv", 297, "epoch/capabilities_index_versions"),
        ("eci_by_model_version_2026-07-01.csv", 425, "epoch/capabilities_index_versions"),
    ],
)
def test_known_vintages(epoch: Path, file: str, scored: int, source: str) -> None:
    content = (epoch / file).read_bytes()
    found = table(content, file)
    assert (len(found.models), found.source) == (scored, source)
    assert all(m.countries for m in found.models)
    assert stale_repairs(content, file) == ()
    assert not any("United States of America" in m.countries for m in found.models)


@pytest.mark.shared
def test_headers_announce_what_a_file_is(epoch: Path) -> None:
    shapes = {
        p.name: shape(tuple(p.read_text(encoding="utf-8-sig").split("\n", 1)[0].split(",")))
        for p in epoch.glob("*.csv")
    }
    assert shapes.pop("eci_benchmarks_2026-08-11.csv") == "matrix"
    assert shapes.pop("edi_scores_2026-08-11.csv") is None
    assert set(shapes.values()) == {"scores"}


def test_models_dated_after_the_vintage_are_said() -> None:
    found = table(b"name,score,date,country\na,1,2024-07-01,China\n", "x_2024-06-01.csv")
    assert len(found.models) == 1
    assert any("1 models are dated after the vintage (2024-06-01): a" in w for w in found.warnings)
