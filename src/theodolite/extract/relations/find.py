"""Relations of a document: which sentences are looked at, and from ties to drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.arguments import Arguments
from theodolite.extract.lags.claims import slot
from theodolite.extract.referents.antecedents import is_chip
from theodolite.extract.relations import (
    alliances,
    belongings,
    candidates,
    careers,
    deeds_between,
    derivations,
    described,
    exclusions,
    gifts,
    hardware,
    in_names,
    money_places,
    nouns,
    offices,
    own_products,
    participles,
    partnerships,
    plain_order,
    plain_trade,
    posts,
    restrictions,
    roles_held,
    rounds,
    shut_out,
    stand_ins,
    trade_turns,
    usage,
)
from theodolite.extract.relations.makers import made_by
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.tie import Tie
from theodolite.extract.relations.verbs import VerbTies
from theodolite.extract.scene import Draft, Scene
from theodolite.extract.words.syntax import Parse
from theodolite.model.claim import Dimension, Predicate


def find(scene: Scene) -> Iterator[Draft]:
    """Every tie of the document, sentence by sentence."""
    reading = scene.reading
    parsed = candidates.wanted(scene)
    reading.prepare(parsed)
    wanted = set(parsed)
    for n, s in enumerate(reading.sentences):
        named = reading.mentions_in(s.start, s.end) or reading.unknown_in(s.start, s.end)
        if n in wanted or named or not reading.words[n].isdisjoint(gifts.CUES):
            yield from _drafts(scene, n, _ties(scene, n, reading.parse(n) if n in wanted else None))


def _ties(scene: Scene, number: int, parse: Parse | None) -> Iterator[Tie]:
    row = NamedRow(scene, number)
    s = row.sentence
    words = scene.reading.words[number]
    if row.names and posts.may_state(words, scene.content, s.start, s.end):
        yield from offices.find(row)
        yield from posts.find(row)
    yield from in_names.find(row)
    if len(row.names) >= 2:
        yield from belongings.find(row)
        yield from plain_order.find(row)
        yield from plain_trade.find(row)
        yield from participles.find(row)
        yield from derivations.find(row)
        yield from deeds_between.find(row)
        yield from trade_turns.find(row)
    if row.names:
        yield from participles.definite(row)
        yield from partnerships.find(row)
        yield from own_products.find(row)
        yield from careers.find(row)
        yield from money_places.find(row)
        yield from alliances.find(row)
        yield from exclusions.find(row)
        yield from roles_held.find(row)
        yield from rounds.find(row)
        yield from shut_out.find(row)
        yield from stand_ins.find(row)
        yield from hardware.find(row)
        yield from usage.find(row)
    yield from gifts.find(row)
    if restrictions.GATE.may(words) and restrictions.CUE.search(scene.content, s.start, s.end):
        yield from restrictions.find(row)
    if parse is not None and parse.is_parsed:
        arguments = Arguments(scene, number, parse)
        yield from VerbTies(arguments).find()
        yield from nouns.find(arguments)


def _drafts(scene: Scene, number: int, ties: Iterator[Tie]) -> Iterator[Draft]:
    """One draft for each tie of a sentence; of two that say the same the longer evidence is kept."""
    kept: dict[tuple[str | None, Predicate, str | None], Tie] = {}
    for tie in (described.named(scene, t) for t in ties):
        if _is_anothers(tie) or _is_part_of_a_name(scene, tie):
            continue
        key = (tie.subject.name, tie.predicate, tie.object.name)
        if key not in kept or (tie.amount is not None and kept[key].amount is None):
            kept[key] = tie
    for tie in kept.values():
        if not described.is_again(scene, tie, kept.values()):
            yield _draft(scene, number, tie)


def _is_anothers(tie: Tie) -> bool:
    """Whether the vocabulary has another house of the field as the maker of what it is said to have made."""
    made, maker = tie.object, tie.subject
    if tie.predicate != "develops" or made.kind != "model" or maker.kind != "organisation":
        return False
    return bool(made.maker) and not is_chip(made.name or "") and not made_by(maker, made)


def _is_part_of_a_name(scene: Scene, tie: Tie) -> bool:
    """ "Larch's Africa fund" is not Africa."""
    giver = tie.subject
    return (
        tie.predicate in ("funds", "owns", "supplies", "partners_with")
        and giver.kind == "side"
        and _ITS_OWN.match(scene.content, giver.end) is not None
        and scene.content[max(0, giver.start - 3) : giver.start] in ("'s ", "’s ")
    )


_ITS_OWN = re.compile(
    r"\s(?:fund|office|arm|unit|team|programme|program|desk|division|lab|branch|business)\b"
)


def _draft(scene: Scene, number: int, tie: Tie) -> Draft:
    override: dict[str, object] = {"dimension": _dimension(scene, tie)}
    if tie.denied:
        override["polarity"] = "denied"
    if tie.hedged is not None:
        override["hedged"] = tie.hedged
    if tie.forecast is not None:
        override["forecast"] = tie.forecast
    if tie.predicate in ("founded", "leads", "part_of"):
        override["not_by"] = tie.subject.name  # who somebody is, is told by the text, not by them
    slots = {
        **slot("subject", tie.subject),
        "predicate": tie.predicate,
        **slot("object", tie.object),
        "amount": _whole(tie.amount),
        "unit": tie.unit if tie.amount is not None else None,
    }
    return Draft("relation", tie.start, tie.end, tie.cue, number, slots, override)


def _whole(amount: float | None) -> float | int | None:
    return int(amount) if amount is not None and amount == int(amount) else amount


_DIMENSIONS: dict[Predicate, Dimension] = {
    "funds": "capital",
    "built_on": "capability",
    "develops": "capability",
    "founded": "talent",
    "leads": "talent",
    "partners_with": "adoption",
    "owns": "capital",
    "supplies": "adoption",
    "uses": "adoption",
    "restricts": "policy",
    "part_of": "talent",
}
_CHIPS = re.compile(
    r"\b(?:chips?|semiconductors?|GPUs?|processors?|accelerators?|compute|hardware|lithograph\w+|wafers?|"
    r"HBM|memory|"
    r"foundr\w+|data cent(?:er|re)s?|supercomputers?|H\d00|A\d00|H20|Blackwell|Ascend|TPUs?)\b",
    re.I,
)
_OPEN = re.compile(r"\bopen[- ](?:source|weights?)\b", re.I)
_RESEARCH = re.compile(r"\b(?:AlphaFold|papers?|scientific|protein|research)\b", re.I)
_MONEY = re.compile(r"\b(?:invest\w*|venture|capital|funding)\b", re.I)


def _dimension(scene: Scene, tie: Tie) -> Dimension:
    """What the tie is about: by its predicate, and by what is made, used, supplied or restricted."""
    words = f"{scene.content[tie.start : tie.end]} {tie.object.name}"
    plain = _DIMENSIONS[tie.predicate]
    if tie.predicate in ("develops", "supplies", "uses", "restricts", "partners_with", "built_on"):
        if _CHIPS.search(words):
            return "compute"
        if tie.predicate == "restricts" and _MONEY.search(words):
            return "capital"
        if tie.predicate in ("uses", "built_on") and _OPEN.search(words):
            return "openness"
        if tie.predicate == "develops" and _RESEARCH.search(words):
            return "research"
    return plain
