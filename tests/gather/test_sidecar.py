from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.gather import files, sidecar
from theodolite.model.errors import Refusal
from theodolite.model.snapshot import Gathered


def parse(text: str) -> tuple[dict[str, Any], list[str]]:
    facts, refusals = sidecar.parse(text.encode(), "a.txt.origin.yml")
    return facts, [refusal.reason for refusal in refusals]


def test_every_key_is_taken() -> None:
    text = """
title: Five misconceptions
author: Rui Ma
speaker: Zhao Hejuan
publisher: TMTPost (AsianFin)
kind: speech
language: en
address: https://example.org/a
published: 2024-05-15
licence: CC-BY-4.0
licence_address: https://example.org/l
may_republish: true
"""
    facts, reasons = parse(text)
    assert reasons == []
    assert tuple(facts) == sidecar.KEYS
    assert facts["published"] == "2024-05-15"
    assert facts["may_republish"] is True


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-05-15", "2024-05-15"), ("2024-05", "2024-05"), ("2024", "2024"),
        ('"2024-05-15"', "2024-05-15"),
        ("2024-05-15 23:30:00", "2024-05-15"), ("2024-05-15T23:30:00-05:00", "2024-05-15"),
        ('"2024-05-15T23:30:00Z"', "2024-05-15"),
    ],
)  # fmt: skip
def test_dates_stay_as_precise_as_written(written: str, day: str) -> None:
    assert parse(f"published: {written}") == ({"published": day}, [])


@pytest.mark.parametrize("written", ["soon", "2024-13", "2024-02-31x", "[2024]", "true", "15/05/2024", "24"])
def test_what_is_no_date_is_refused_and_the_rest_goes_on(written: str) -> None:
    facts, reasons = parse(f"published: {written}\ntitle: A")
    assert facts == {"title": "A"}
    assert len(reasons) == 1


@pytest.mark.parametrize(
    "line",
    [
        "titel: B",
        "1: x",
        "speaker: [a, b]",
        "author: {a: b}",
        "may_republish: maybe",
        "kind: yes",
    ],
)
def test_unknown_keys_and_wrong_types_are_refused_one_by_one(line: str) -> None:
    facts, reasons = parse(f"title: A\n{line}\n")
    assert facts == {"title": "A"}
    assert len(reasons) == 1


@pytest.mark.parametrize("text", ["", "# only a comment", "title:", "title: ~", "title: '  '"])
def test_nothing_said_is_nothing(text: str) -> None:
    assert parse(text) == ({}, [])


@pytest.mark.parametrize(
    "text",
    ["a: [", "- a", "words", "[" * 50_000, "!!python/object/apply:os.system [id]", "\0", "d: 2024-13-45"],
)
def test_what_is_no_mapping_is_refused_as_a_whole(text: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse(text)
    assert caught.value.place.startswith("a.txt.origin.yml")
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=200))
def test_any_bytes_give_facts_or_refusals(content: bytes) -> None:
    try:
        facts, _ = sidecar.parse(content, "x")
    except Refusal:
        return
    for value in facts.values():
        str(value).encode("utf-8")


def test_a_wrong_sidecar_never_stops_its_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "a.txt.origin.yml").write_text("title: A\nflavour: sweet\n")
    (tmp_path / "b.txt").write_text("words")
    (tmp_path / "b.txt.origin.yml").write_text("title: [")
    (tmp_path / "c.txt").write_text("words")
    (tmp_path / "c.txt.origin.yml").write_bytes(b"title: " + b"x" * sidecar.SIDECAR_LIMIT)
    (tmp_path / "d.txt").write_text("words")
    (tmp_path / "d.txt.origin.yml").mkdir()
    found = list(files.walk([tmp_path / f"{n}.txt" for n in "abcd"]))
    assert [type(one).__name__ for one in found] == ["Refusal", "Gathered"] * 4
    titles = [one.origin.title for one in found if isinstance(one, Gathered)]
    assert titles == ["A", None, None, None]


def test_nothing_may_be_shown_whole_unless_the_sidecar_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    [one] = files.walk([tmp_path])
    assert isinstance(one, Gathered)
    assert one.origin.may_republish is False
    (tmp_path / "a.txt.origin.yml").write_text("may_republish: true")
    [one] = files.walk([tmp_path])
    assert isinstance(one, Gathered)
    assert one.origin.may_republish is True


def test_sidecars_without_documents_and_named_as_documents_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.origin.yml"
    path.write_text("title: A")
    for given_path in (tmp_path, path):
        [one] = files.walk([given_path])
        assert isinstance(one, Refusal)


def test_a_sidecar_that_links_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("title: secret")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("words")
    (tmp_path / "in" / "a.txt.origin.yml").symlink_to("../secret.yml")
    found = list(files.walk([tmp_path / "in" / "a.txt"]))
    assert [type(one).__name__ for one in found] == ["Refusal", "Gathered"]


@pytest.mark.shared
def test_the_shared_documents_come_with_their_sidecars() -> None:
    shared = Path(__file__).parents[3] / "shared" / "documents"
    if not shared.is_dir():
        pytest.skip(f"no shared data folder at {shared}")
    found = [one for one in files.walk([shared]) if isinstance(one, Gathered)]
    assert [(g.origin.kind, g.origin.published) for g in found] == [
        ("news", "2024-03-31"),
        ("speech", "2024-05-15"),
    ]
