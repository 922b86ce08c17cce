"""What the vocabulary holds: an entry for each name, and the Chinese names as they are looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NameKind = Literal["side", "organisation", "model", "person"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One name that is known.

    `name` is canonical; `aliases` are other ways to write it in Latin script, `zh` in Chinese. `side` is the
    country or bloc it belongs to (a side belongs to itself; None: international or not known). `maker` is a
    model's organisation, `organisation` and `post` a person's. `source` says where the entry was confirmed.

    Context: `family` names take versions, `versioned` ones count only with one,
    `dash` ones only with one behind a hyphen, `exact` ones only with nothing
    joined before them, `forename` ones not before a surname. `ambiguous` names count with a version, or near
    their maker or a word of the field; with `needs`, near their maker or one of these words; either way they
    also count wherever the same text names them surely. `short` ways of writing count only in such a text.
    `unless` are words right before or after that take the meaning away.

    Sides: `adjectives` and `metonyms` are words for a side, `capitals` stand for it only where they act,
    `places` say where somebody is from. `zh_metonyms` and `zh_adjectives` are the same in Chinese; `zh_needs`
    are words one of which a Chinese text must have, `zh_unless` longer words that only contain the name.
    `observer` organisations report or measure and are no side of a gap. `joint` stands between a family and
    its version in the canonical form.
    """

    name: str
    kind: NameKind
    side: str | None = None
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    zh_metonyms: tuple[str, ...] = ()
    zh_adjectives: tuple[str, ...] = ()
    zh_needs: tuple[str, ...] = ()
    zh_unless: tuple[str, ...] = ()
    maker: str | None = None
    organisation: str | None = None
    post: str | None = None
    what: str = ""
    demonym: str | None = None
    adjectives: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    family: bool = False
    versioned: bool = False
    exact: bool = False
    dash: bool = False
    forename: bool = False
    ambiguous: bool = False
    observer: bool = False
    national: bool = False
    joint: str | None = None
    open: bool | None = None
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class HanName:
    """One Chinese way to write a name, in simplified characters.

    `entry` is None where the word only contains a name and means something else: it is matched so that the
    shorter name inside it is not. `metonym`: a seat of power; `adjective`: stands before a noun.
    """

    written: str
    entry: Entry | None
    metonym: bool = False
    adjective: bool = False


def han_index(entries: dict[str, Entry]) -> dict[str, tuple[HanName, ...]]:
    """First character -> the Chinese names that begin with it, longest first."""
    rows: dict[str, list[HanName]] = {}

    def add(row: HanName) -> None:
        rows.setdefault(row.written[0], []).append(row)

    for entry in entries.values():
        for written in entry.zh:
            add(HanName(written, entry))
        for written in entry.zh_metonyms:
            add(HanName(written, entry, metonym=True))
        for written in entry.zh_adjectives:
            add(HanName(written, entry, adjective=True))
    named = {row.written for found in rows.values() for row in found}
    for entry in entries.values():
        for written in entry.zh_unless:
            if written not in named:
                add(HanName(written, None))
    return {first: tuple(sorted(found, key=lambda r: -len(r.written))) for first, found in rows.items()}
