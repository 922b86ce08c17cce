"""Which names of the vocabulary a text speaks of, without reading its claims: fast enough for every text.

A model in a version counts for its family, too ("Claude Opus 4.6": also "Claude Opus" and "Claude").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, get_args

from theodolite.catalog import vocabulary
from theodolite.catalog.vocabulary import Entry
from theodolite.extract import languages
from theodolite.extract.chinese import names as chinese
from theodolite.extract.chinese import script
from theodolite.extract.words import known_names
from theodolite.extract.words.known_names import Mention
from theodolite.model.origin import Origin
from theodolite.model.text import Text

VERSION = "mentions/1"
"""Together with the vocabulary's digest it names what a text's names were found with."""
Sort = Literal["side", "organisation", "model", "person", "chip"]
_SORTS: tuple[str, ...] = get_args(Sort)
_MOST = 400_000
"""Code points of one text that are looked through: a book of 60,000 words, or 250 pages of Chinese."""


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A name in its canonical form and what it names; `side` is the country or bloc it belongs to."""

    name: str
    sort: Sort
    side: str | None = None


def named(text: Text, title: str | None = None, language: str | None = None) -> tuple[Named, ...]:
    """Every name that the text or its title has, once each, by name. `language` decides over the script."""
    content = f"{title}\n{text.content}" if title else text.content
    whole = replace(text, content=content[:_MOST])
    origin = Origin(location="", language=language)
    found: dict[str, Named] = {}
    for tongue, seen in languages.stretches(whole, origin):
        mentions = (
            chinese.find(script.simplified(seen.content), "China")
            if tongue == "zh"
            else known_names.find(seen.content)
        )
        for mention in mentions:
            for one in _of(mention):
                found.setdefault(one.name, one)
    return tuple(found[name] for name in sorted(found))


def _of(mention: Mention) -> list[Named]:
    """What a mention counts for; nothing where it is a group ("Chinese companies") or nobody's name."""
    if mention.kind not in _SORTS:
        return []
    entries = vocabulary.load().entries
    own = entries.get(mention.name)
    counted = [Named(mention.name, _sort(own, mention), own.side if own else mention.side)]
    name = mention.name
    while mention.kind == "model" and (name := _shorter(name)):
        if (family := entries.get(name)) and family.kind in ("model", "organisation"):
            counted.append(Named(name, _sort(family, mention), family.side))
    return counted


def _sort(entry: Entry | None, mention: Mention) -> Sort:
    if entry is not None and entry.what == "chip":
        return "chip"
    found = entry.kind if entry else mention.kind
    assert found in ("side", "organisation", "model", "person")
    return found


def _shorter(name: str) -> str:
    """The name without its last word, digits behind a word or part behind a hyphen; empty at the end."""
    bare = re.sub(r"(?:[ -][^ -]*|(?<=[A-Za-z])[\d.]+[A-Za-z]*)\Z", "", name)
    return bare if bare != name else ""
