"""The concepts of both languages: each word once, in the form in which texts are compared."""

from __future__ import annotations

from theodolite.catalog import happenings
from theodolite.resolve.stories.script import plain


def test_words_stand_once_and_as_texts_are_compared() -> None:
    rows = happenings.load()
    assert len({row.name for row in rows}) == len(rows) > 200
    for row in rows:
        assert row.en and row.zh
        assert all(word == word.casefold() and len(word.split()) < 3 for word in row.en), row
        assert all(word == plain(word) and len(word) > 1 for word in row.zh), row


def test_words_that_tell_nothing_are_folded() -> None:
    stop = happenings.stop()
    assert "the" in stop.en and "的" in stop.han and "august" in stop.capitalised
    assert all(word == word.casefold() for word in stop.en | stop.capitalised)
    assert all(len(character) == 1 for character in stop.han)


def test_the_version_is_of_both_files() -> None:
    assert happenings.digest() == happenings.digest() and len(happenings.digest()) == 64
