"""Who heads a state or one of its departments: "Chinese President B", "Commerce Secretary B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import is_person
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words.gates import Gates


def find(row: NamedRow) -> Iterator[Tie]:
    """The offices of state that one sentence names with who holds them."""
    if not _GATE.may(row.scene.reading.words[row.number]):
        return
    yield from _secretaries(row)
    yield from _heads_of_state(row)


_STATE_HEAD = re.compile(
    r"(?:['’]s)?\s(?:then[- ])?(?:(?:former|outgoing|incoming|new)\s)?(?:President|Prime Minister|Premier|"
    r"Chancellor|King|Crown Prince)\s\Z"
)


def _heads_of_state(row: NamedRow) -> Iterator[Tie]:
    """ "Chinese President B"."""
    for (first, a), (second, person) in zip(row.names, row.names[1:], strict=False):
        between = row.content[first.end : second.start]
        if first.kind == "side" and a.side and is_person(person) and _STATE_HEAD.fullmatch(between):
            state = Referent(a.side, a.text, a.side, a.start, a.end, "side")
            yield Tie(person, "leads", state, first.start, second.end, second.start)


_SECRETARY = re.compile(
    r"\b(?:U\.?S\.?\s)?(?P<of>Commerce|Defense|Energy|Treasury|Labor|Education|Homeland Security|"
    r"Transportation) Secretary\s\Z"
)


def _secretaries(row: NamedRow) -> Iterator[Tie]:
    """ "Commerce Secretary B": the American departments."""
    for mention, person in row.names:
        before = row.content[max(row.sentence.start, mention.start - 40) : mention.start]
        title = _SECRETARY.search(before) if is_person(person) else None
        if title:
            name = f"United States Department of {title['of']}"
            start = mention.start - len(title.group())
            body = Referent(name, title.group(), "United States", start, mention.start, "organisation")
            yield Tie(person, "leads", body, start, mention.end, mention.start)


_GATE = Gates(_STATE_HEAD, _SECRETARY)
