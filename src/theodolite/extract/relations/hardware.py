"""Chips that somebody has or runs on, without syntax: "A, with 5,000 H100s", "A has a stockpile of 10,000
A100s", "A was trained on Nvidia chips"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.referents.antecedents import is_chip
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import last_house
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words.names import Mention

_NUMBER = (
    r"(?:(?:its\sown|some|about|around|nearly|roughly|over|more\sthan|at\sleast|up\sto|only|just|almost|fewer\sthan|"
    r"an\sestimated|another|the|a)\s){0,2}"
    r"(?:\d[\d,.]*(?:\s(?:thousand|million))?|(?:tens\sof\s|hundreds\sof\s)?thousands\sof|hundreds\sof|dozens\sof|"
    r"\w+\s(?:hundred|thousand|million)|sixteen|eight|sixty-four|a\sthousand)\s"
)
_KINDS = (
    r"(?:(?:Nvidia|NVIDIA|AMD|Huawei|of\sits|of\sthe|of|new|newer|older|smuggled|its|Nvidia['’]s|Huawei['’]s|GPUs,|latest|"
    r"advanced|high-end)\s){0,3}"
)
_NUMBERED = re.compile(
    r"(?:\s|,\s)(?:with|has|have|had|contains?|houses?|comprises?|consists?\sof|boasts?|holds?|packs?|runs?(?:\son)?|"
    r"(?:has\s|had\s|have\s)?(?:already\s)?(?:bought|acquired|amassed|stockpiled|hoarded|rented|secured|obtained|"
    r"installed|deployed|ordered|built\sup)|uses?|used|using|employs?|utili[sz]es?|combines?|integrates?|features?|clusters|"
    r"links?|incorporates?|links\stogether|owns?|operates?|is\smade\sup\sof|is\spowered\sby|with\sonly|"
    r"is\sbuilt\s(?:on|from|with|around)|will\s(?:have|use|house|contain|hold)|rents?|deploys?|access\sto)\s"
    r"(?:(?:an?|its|their|the)\s(?:[a-z]+\s){0,2}(?:stockpile|stock|fleet|cluster|pile|hoard|pool|inventory|supply|batch)"
    rf"\sof\s)?{_NUMBER}{_KINDS}\Z"
)
_RUNS = re.compile(
    r"(?:\s(?:assistant|chatbot|app|models?|supercomputer|cluster|system))?"
    r"\s(?:(?:now|still|also|will|reportedly|itself)\s){0,2}"
    r"(?:runs?|trains|(?:was|is|were|are)\s(?:\w+ly\s)?(?:trained|run|served|hosted))\s"
    r"(?:\w+ly\s)?on\s(?:the\s|its\s|some\s|about\s|a\ssingle\s|an?\s)?"
    r"(?:\d[\d,.]*\s|thousands\sof\s|hundreds\sof\s)?(?:older\s)?"
)
_HARDWARE = re.compile(
    r"(?:['’]s)?(?:\s(?:AI|Hopper|Blackwell|Ascend|Jetson|Thor|[A-Z]{1,2}\d{2,4}))*\s"
    r"(?:chips|GPUs|processors|hardware|accelerators|superchips|computers?|boards|cards|modules?)\b"
)
_HOLDER = re.compile(
    r",?(?:\s(?:now|already|still|currently|reportedly|which|alone|also|supercomputer|cluster|site|system|super|node|"
    r"supernode|SuperNode|SuperPod|pod|machine|server|rack|platform|\d+))*,?"
)
_CHIP_NAME = re.compile(r"[A-Z]{1,2}\d{2,4}[A-Z]?s?\Z")
_IT = re.compile(
    r"(?:\A|[.;:,]\s|\b(?:and|but|that|says|said)\s)(?:[Ii]t|[Tt]he\s(?:cluster|machine|company|firm|lab|group))\Z"
)
_REACH = 130


def find(row: NamedRow) -> Iterator[Tie]:
    """The chips that one sentence says somebody has or runs on."""
    for index, (mention, referent) in enumerate(row.names):
        if mention.adjective and mention.kind == "side":
            continue
        yield from _holds(row, index, mention, referent)
        yield from _runs_on(row, index, mention, referent)


def ware_of(row: NamedRow, referent: Referent) -> Referent | None:
    """The chips that a name stands for, where it is that of their maker."""
    mention = next((m for m, r in row.names if r.start == referent.start), None)
    return _chips(row, mention, referent) if mention else None


def _chips(row: NamedRow, mention: Mention, referent: Referent) -> Referent | None:
    """The chips that a name stands for: itself, or those of the maker it names."""
    if referent.kind == "model" and is_chip(referent.name or ""):
        return referent
    if referent.kind == "unknown" and _CHIP_NAME.match(referent.name or ""):
        name = (referent.name or "").removesuffix("s")
        return Referent(name, referent.text, None, referent.start, referent.end, "model")
    if referent.kind != "organisation":
        return None
    behind = _HARDWARE.match(row.content, mention.end, min(row.sentence.end, mention.end + 60))
    if behind is None:
        return None
    name = row.content[mention.start : behind.end()]
    return Referent(name, name, referent.side, mention.start, behind.end(), "thing")


def _holds(row: NamedRow, index: int, mention: Mention, referent: Referent) -> Iterator[Tie]:
    """ "A, with 5,000 Nvidia H100s", "it consists of some 6,000 Ascend 910C processors": A uses the chip."""
    chip = _chips(row, mention, referent)
    if chip is None:
        return
    before = row.content[max(row.sentence.start, mention.start - _REACH) : mention.start]
    match = _NUMBERED.search(before)
    if match is None:
        return
    place = mention.start - len(before) + match.start()
    for holder, owner in reversed(row.names[:index]):
        if holder.end > place or (holder.adjective and holder.kind == "side"):
            continue
        if row.content.startswith(("its ", "eir "), holder.start - 4):
            continue  # "has filled its Memphis site with them"
        gap = row.content[holder.end : place]
        if owner.kind in ("organisation", "unknown", "model", "group", "side") and _HOLDER.fullmatch(gap):
            yield from _tie(owner, chip, holder.start)
        return
    if _IT.search(row.content, max(row.sentence.start, place - 20), place):
        house = last_house(row, row.sentence.start)
        if house is not None and house.kind == "organisation":
            yield from _tie(house, chip, place)


def _runs_on(row: NamedRow, index: int, mention: Mention, made: Referent) -> Iterator[Tie]:
    """ "A runs on Nvidia chips", "A was trained on H800s": A uses them."""
    if made.kind not in ("model", "unknown", "organisation") or index + 1 >= len(row.names):
        return
    following, referent = row.names[index + 1]
    if not _RUNS.fullmatch(row.content, mention.end, following.start):
        return
    chip = _chips(row, following, referent)
    if chip is not None:
        yield from _tie(made, chip, mention.start)


def _tie(owner: Referent, chip: Referent, start: int) -> Iterator[Tie]:
    if parties.fit(owner, "uses", chip):
        yield Tie(owner, "uses", chip, start, chip.end, start)
