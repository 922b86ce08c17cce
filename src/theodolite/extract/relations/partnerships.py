"""Partnerships without syntax: "a venture of A, B and C", "the A-B alliance"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import last_house
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words.gates import Gates

_BETWEEN = re.compile(
    r"\b(?:partnership|alliance|collaboration|tie-up|deal|agreement|contract|joint venture|pact|"
    r"effort|project|cooperation|venture|link-up|accord|memorandum|partnerships|alliances|"
    r"merger)\s(?:\w+\s){0,2}?(?:between|among|amongst|involving|(?<=venture )of|(?<=venture )by)\s"
    r"(?:the\s)?\Z",
    re.I,
)


def find(row: NamedRow) -> Iterator[Tie]:
    """The partnerships that nouns of one sentence state."""
    if not _GATE.may(row.scene.reading.words[row.number]):
        return
    yield from _between(row)
    yield from _hyphened(row)
    yield from _with(row)
    yield from _in_partnership(row)


_IN_PARTNERSHIP = re.compile(
    r"(?P<head>\A|,\s|\s)[Ii]n\s(?:(?:a\s)?(?:close\s|deep\s|joint\s)?(?:partnership|collaboration|cooperation|co-operation|"
    r"conjunction|alliance|association|tandem|concert)|(?:a\s)?(?:joint\sventure|tie-up))\swith\s(?:the\s)?(?:[a-z][\w-]+\s){0,2}\Z"
)


def _in_partnership(row: NamedRow) -> Iterator[Tie]:
    """ "In partnership with B, A is building it", "A, in partnership with B and C, ..."."""
    at = 0
    while at < len(row.names):
        mention, _ = row.names[at]
        before = row.content[max(row.sentence.start, mention.start - 70) : mention.start]
        match = _IN_PARTNERSHIP.search(before)
        partners = row.list_from(at)
        index, at = at, at + len(partners)
        if match is None:
            continue
        place = mention.start - len(before) + match.start()
        first: Referent | None = None
        if place - row.sentence.start <= 1:
            following = row.names[at] if at < len(row.names) else None
            if following and row.content[partners[-1].end : following[0].start] in (", ", ", the "):
                first = following[1]
            elif len(partners) > 1:  # "In partnership with B, A ..."
                first = partners.pop()
        else:
            first = _begins(row, index, place)
        for other in partners:
            if first is not None and parties.fit(first, "partners_with", other):
                start = min(first.start, place) if first.start >= row.sentence.start else place
                yield Tie(first, "partners_with", other, start, max(other.end, first.end), mention.start)


def _between(row: NamedRow) -> Iterator[Tie]:
    """ "The alliance between A and B", "a joint venture of A, B and C": A with each of the others."""
    for i, (first, a) in enumerate(row.names):
        before = row.content[max(row.sentence.start, first.start - 60) : first.start]
        if not (noun := _BETWEEN.search(before)):
            continue
        for other in _joined(row, i):
            if parties.fit(a, "partners_with", other):
                yield Tie(a, "partners_with", other, first.start - len(noun.group()), other.end, first.start)


_DEAL_WITH = re.compile(
    r"\b(?P<noun>partnership|alliance|collaboration|tie-up|agreement|contract|deal|memorandum\sof\sunderstanding|MoU|"
    r"joint\sventure|pact|cooperation)\s(?:(?:signed|struck|announced|agreed|concluded)\s)?with\s"
    r"(?:(?:the|its|a|an|fellow|rival)\s)?(?:(?!(?:and|of|to|that|which|no|for)\b)(?-i:[a-z])[\w-]+\s){0,4}(?:U\.?S\.?\s\w+\s)?\Z",
    re.I,
)
_NO_DEAL = re.compile(
    r"\b(?:no|not|never|whose|end(?:s|ed|ing)?|terminat\w+|cancel\w*|without|refus\w+|seek\w*|sought|could|might|would|if|"
    r"broke|walk\w*|scrap\w*|reject\w*|compet\w+)\b",
    re.I,
)


def _with(row: NamedRow) -> Iterator[Tie]:
    """ "A has entered into a five-year agreement with B": the house that the sentence begins with, and B."""
    at = 0
    while at < len(row.names):
        mention, _ = row.names[at]
        partners = row.list_from(at)
        before = row.content[max(row.sentence.start, mention.start - 110) : mention.start]
        noun = _DEAL_WITH.search(before)
        place = mention.start - len(before) + noun.start() if noun else 0
        first = _begins(row, at, place) if noun else None
        at += len(partners)
        if noun is None or first is None or _NO_DEAL.search(row.content, first.end, place):
            continue
        for other in partners:
            if other.kind in ("organisation", "unknown", "side") and parties.fit(
                first, "partners_with", other
            ):
                yield Tie(first, "partners_with", other, first.start, other.end, place)


def _begins(row: NamedRow, index: int, place: int) -> Referent | None:
    """The house at the head of a sentence, else (behind "it has", "the company") the one it goes on about."""
    for mention, referent in row.names[:index]:
        if mention.end <= place and referent.kind in ("organisation", "unknown") and not mention.adjective:
            if _HANGS.search(row.content, max(row.sentence.start, mention.start - 10), mention.start):
                return None
            return referent if mention.start - row.sentence.start <= _HEAD else None
    if _GOES_ON.match(row.content, row.sentence.start, place):
        return last_house(row, row.sentence.start)
    return None


_HANGS = re.compile(r"\b(?:with|by|for|to|of|from|against)\s(?:the\s)?\Z")
_HEAD = 40
_GOES_ON = re.compile(
    r"(?:[A-Z]\w+,?\s(?:\w+,?\s){0,2})?(?:[Ii]t|[Tt]he\s(?:company|firm|start-?up|group|lab))\s|"
    r"(?:Through|Under|Via|Thanks\sto|As\spart\sof)\s(?:an?|the|its|this)\s"
)


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
_GATE = Gates(_BETWEEN, _PAIR, _DEAL_WITH, _IN_PARTNERSHIP)
