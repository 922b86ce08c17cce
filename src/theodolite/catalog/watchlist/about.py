"""What an item is about, by its words: a narrow gate for sources of mixed news, not a reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from theodolite.catalog.yaml_files import parse

_ASCII = re.compile(r"[\x00-\x7f]+\Z")


@cache
def fields() -> dict[str, dict[str, list[str]]]:
    """The fields that have words of their own, each with its three lists."""
    text = resources.files(__package__).joinpath("about.yml").read_text(encoding="utf-8")
    found = parse(text)
    assert isinstance(found, dict)
    return found


def is_about(text: str, words: Sequence[str]) -> bool:
    """Whether a text holds one of the words; the name of a field stands for the field's own.

    A word of Latin letters counts as a word of its own in any case, any other wherever it stands.

    >>> is_about("Lab ships a large language model", ["ai"])
    True
    >>> is_about("Rain is said to pass", ["ai"])
    False
    """
    exact, free = _patterns(tuple(words))
    return bool((exact and exact.search(text)) or (free and free.search(text)))


@cache
def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    exact: list[str] = []
    free: list[str] = []
    for word in words:
        field = fields().get(word.lower())
        if field is not None:
            exact += [_as_word(one) for one in field["exact"]]
            free += [_as_word(one) for one in field["words"]] + [re.escape(one) for one in field["zh"]]
        elif _ASCII.match(word):
            free.append(_as_word(word))
        else:
            free.append(re.escape(word))
    return _any(exact, 0), _any(free, re.IGNORECASE)


def _as_word(word: str) -> str:
    ending = r"[a-z]*" if word.endswith("*") else ""
    # Not \b: a Latin word among Han characters ("国产AI芯片") is a word of its own.
    return rf"(?<![A-Za-z0-9]){re.escape(word.rstrip('*'))}{ending}(?![A-Za-z0-9])"


def _any(patterns: list[str], flags: int) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns), flags) if patterns else None
