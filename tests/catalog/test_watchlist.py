from __future__ import annotations

from collections import Counter
from pathlib import Path

from theodolite.catalog import watchlist as shipped
from theodolite.catalog.sources.terms import raw_definitions
from theodolite.compose.watchlist import as_opml, as_yaml
from theodolite.model.address import absolute, canonical_address
from theodolite.model.watchlist import KINDS, SHAPES
from theodolite.read.watchlist import watchlist

SOURCES = shipped.default()
FILES = Path(shipped.__file__).parent


def test_each_stands_once_and_says_where_its_address_is_confirmed() -> None:
    assert len({one.name for one in SOURCES}) == len({canonical_address(one.address) for one in SOURCES})
    assert len({one.name for one in SOURCES}) == len(SOURCES)
    pages = {one.address for one in shipped.confirmations().values()}
    for one in SOURCES:
        assert one.confirmed, one.name
        assert absolute(one.confirmed) == one.confirmed
        assert one.shape == "data" or one.confirmed in pages


def test_every_confirmation_is_of_one_version_and_used() -> None:
    used = {one.confirmed for one in SOURCES}
    for page in shipped.confirmations().values():
        assert page.address in used, page.name
        assert page.address.split("/")[5] == "blob"
        assert len(page.address.split("/")[6]) == 40


def test_kinds_shapes_and_languages() -> None:
    for one in SOURCES:
        assert one.kind in KINDS
        assert one.shape in SHAPES
        assert one.language in ("en", "zh")
        assert one.title
        assert one.publisher
        assert not one.may_republish
    kinds = Counter(one.kind for one in SOURCES)
    assert set(kinds) == set(KINDS)
    languages = Counter(one.language for one in SOURCES)
    assert languages["zh"] * 3 >= len(SOURCES)
    assert len(SOURCES) >= 60


def test_tables_are_of_the_catalogue_and_can_be_downloaded() -> None:
    known = {one["name"]: one.get("download") for one in raw_definitions()}
    tables = [one for one in SOURCES if one.shape == "data"]
    assert tables
    assert all(known[one.address] for one in tables)


def test_the_list_keeps_the_rules_of_users_files_and_comes_back_from_them() -> None:
    for written in (as_yaml(SOURCES), as_opml(SOURCES, "x")):
        found = watchlist(written.encode(), "x")
        assert found.refused == ()
        assert {one.name: one for one in found.entries} == {one.name: one for one in SOURCES}


def test_each_stands_in_the_file_of_its_kind() -> None:
    kinds = [one.kind for one in shipped.sources()]
    assert kinds == sorted(kinds, key=KINDS.index)
    for one in shipped.sources():
        assert f"- name: {one.name}\n" in (FILES / f"{one.kind}.yml").read_text(encoding="utf-8")


def test_what_is_known_of_a_confirmation() -> None:
    openai = next(one for one in SOURCES if one.name == "openai")
    assert shipped.answered(openai)
    assert shipped.confirmed_on(openai) == "2026-10-08"
    solidot = next(one for one in SOURCES if one.name == "solidot")
    assert shipped.answered(solidot) is False
    assert shipped.confirmed_on(solidot) is None
