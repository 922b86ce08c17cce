"""Partnerships without syntax: "a venture of A, B and C", "the A-B alliance"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.tie import Tie

_BETWEEN = re.compile(
    r"\b(?:partnership|alliance|collaboration|tie-up|deal|agreement|contract|joint venture|pact|"
    r"effort|project|cooperation|venture|link-up|accord|memorandum|partnerships|alliances|"
    r"merger)\s(?:\w+\s){0,2}?(?:between|among|amongst|involving|(?<=venture )of|(?<=venture )by)\s"
    r"(?:the\s)?\Z",
    re.I,
)


def find(row: NamedRow) -> Iterator[Tie]:
    """The partnerships that nouns of one sentence state."""
    yield from _between(row)
    yield from _hyphened(row)


def _between(row: NamedRow) -> Iterator[Tie]:
    """ "The alliance between A and B", "a joint venture of A, B and C": A with each of the others."""
    for i, (first, a) in enumerate(row.names):
        before = row.content[max(row.sentence.start, first.start - 60) : first.start]
        if not (noun := _BETWEEN.search(before)):
            continue
        for other in _joined(row, i):
            if parties.fit(a, "partners_with", other):
                yield Tie(a, "partners_with", other, first.start - len(noun.group()), other.end, first.start)


def _joined(row: NamedRow, index: int) -> list[Referent]:
    """The further names of a list, each with a word or two that describes it."""
    found = []
    for (before, _), (after, referent) in zip(row.names[index:], row.names[index + 1 :], strict=False):
        if not _AND.fullmatch(row.content[before.end : after.start]):
            break
        found.append(referent)
    return found


_AND = re.compile(r"(?:,\s(?:and\s)?|\sand\s)(?:the\s)?(?:[a-z][\w-]+\s){0,3}")


def _hyphened(row: NamedRow) -> Iterator[Tie]:
    """ "The A-B partnership"."""
    for match in _PAIR.finditer(row.content, row.sentence.start, row.sentence.end):
        found = []
        for part in ("a", "b"):
            start, end = match.span(part)
            known = next((r for m, r in row.names if m.start <= start < m.end), None)
            found.append(known or Referent(match[part], match[part], None, start, end, "unknown"))
        if parties.fit(found[0], "partners_with", found[1]):
            yield Tie(found[0], "partners_with", found[1], *match.span(), match.start())


_PAIR = re.compile(
    r"\b(?P<a>[A-Z]\w+(?: AI)?)[-–/](?P<b>[A-Z]\w+(?: AI)?)\s(?:[a-z]+\s)?"
    r"(?:partnership|alliance|deal|tie-up|joint venture|venture|collaboration|agreement|pact)\b"
)
