"""Words for what news tells of, in English and Chinese, as one concept each: data that anyone can add to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from theodolite.catalog.yaml_files import parse
from theodolite.model.identity import digest as _digest


@dataclass(frozen=True, slots=True)
class Happening:
    """One concept: beginnings of English words (or of two in a row), and Chinese words in simplified
    characters."""

    name: str
    en: tuple[str, ...]
    zh: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """Words that tell nothing of an event, as the head of `stop.yml` says."""

    en: frozenset[str]
    han: frozenset[str]
    capitalised: frozenset[str]


def _raw(name: str) -> str:
    return (resources.files(__package__) / name).read_text(encoding="utf-8")


@cache
def load() -> tuple[Happening, ...]:
    """The shipped concepts, in the file's order. ValueError where a word stands in two rows."""
    rows = tuple(Happening(r["name"], tuple(r["en"]), tuple(r["zh"])) for r in parse(_raw("happenings.yml")))
    words = [word for row in rows for word in (*row.en, *row.zh)]
    if twice := sorted({w for w in words if words.count(w) > 1}):
        raise ValueError(f"happenings.yml lists twice: {', '.join(twice)}")
    return rows


@cache
def stop() -> Stop:
    """The shipped words that tell nothing."""
    raw = parse(_raw("stop.yml"))
    return Stop(frozenset(raw["en"].split()), frozenset(raw["han"]), frozenset(raw["capitalised"].split()))


@cache
def digest() -> str:
    """SHA-256 over both files: their version for caches."""
    return _digest(_raw("happenings.yml"), _raw("stop.yml"))
