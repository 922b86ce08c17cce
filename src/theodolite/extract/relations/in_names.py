"""Ties that one name of the vocabulary states by itself: "Alibaba's Qwen2"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.catalog import vocabulary
from theodolite.extract.referents import Referent
from theodolite.extract.relations.named import NamedRow, first_place
from theodolite.extract.relations.tie import Tie


def find(row: NamedRow) -> Iterator[Tie]:
    """ "Alibaba's Qwen2", where the vocabulary has it as one name: once in a document."""
    for mention, made in row.names:
        words = row.content[mention.start : mention.end]
        if made.kind != "model" or not made.maker or not _WHOSE.match(words):
            continue
        if first_place(row.scene, made.name) != mention.start:
            continue
        entry = vocabulary.load().entries.get(made.maker)
        side = entry.side if entry else None
        maker = Referent(made.maker, words, side, mention.start, mention.end, "organisation")
        yield Tie(maker, "develops", made, mention.start, mention.end, mention.start)


_WHOSE = re.compile(r"[\w.& ]+['’]s\s")
