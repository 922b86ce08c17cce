"""The vocabulary: every entry sound, no way of writing that means two things, enough of each kind."""

from __future__ import annotations

from collections import Counter

from theodolite.catalog import vocabulary


def test_sizes() -> None:
    kinds = Counter(entry.kind for entry in vocabulary.load().entries.values())
    assert kinds["organisation"] >= 150
    assert kinds["model"] >= 150
    assert kinds["person"] >= 40
    assert kinds["side"] >= 60


def test_sides_of_entries_are_sides() -> None:
    known = vocabulary.load()
    for entry in known.entries.values():
        assert entry.side is None or known.entries[entry.side].kind == "side", entry


def test_one_way_of_writing_names_one_entry() -> None:
    seen: dict[str, str] = {}
    for entry in vocabulary.load().entries.values():
        for written in {entry.name, *entry.aliases, *entry.adjectives, *entry.metonyms}:
            assert seen.setdefault(written, entry.name) == entry.name, written


def test_models_are_on_their_makers_side() -> None:
    known = vocabulary.load()
    for entry in known.entries.values():
        if entry.kind == "model":
            assert entry.maker is not None and entry.side == known.side_of(entry.maker)


def test_a_signs_currency_is_one_currency() -> None:
    signs = Counter(s for row in vocabulary.load().currencies.values() for s in row["signs"])
    assert max(signs.values()) == 1


def test_digest_is_stable_within_a_run() -> None:
    assert vocabulary.digest() == vocabulary.digest() and len(vocabulary.digest()) == 64


def test_unknown_names_have_no_side() -> None:
    assert vocabulary.load().side_of("Foothill Ventures") is None
    assert vocabulary.load().side_of(None) is None


def test_every_person_was_confirmed_somewhere() -> None:
    people = [entry for entry in vocabulary.load().entries.values() if entry.kind == "person"]
    assert [p.name for p in people if not p.source or not p.post] == []
