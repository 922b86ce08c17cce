"""Comparisons in words: verbs, comparatives, "behind", "on par with", "superiority over", and who has no
rival."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.comparisons import beside, cues, degrees, frames
from theodolite.extract.comparisons.claims import Found
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.comparisons.roles import around
from theodolite.extract.referents import Referent, from_mention


def find(parties: Parties) -> Iterator[Found]:
    """The comparisons of one sentence."""
    for rule in (
        _from_to,
        _no_rival,
        degrees.find,
        _like,
        degrees.compared,
        beside.find,
        _gap,
    ):
        yield from rule(parties)


def _like(parties: Parties) -> Iterator[Found]:
    for match in cues.LIKE.finditer(parties.scene.content, parties.sentence.start, parties.sentence.end):
        token = parties.parse.at(match.start())
        objects = parties.after(parties.scene.content.index("like", match.start("cue")) + 5)
        if token is None or not objects:
            continue
        verb = parties.parse.verb_above(token)
        subjects = parties.subjects(verb)
        if not subjects and verb.dep_ == "relcl" and verb.head.dep_ == "attr":
            subjects = parties.subjects(
                parties.parse.verb_above(verb.head)
            )  # "A is the first that feels like B"
        if subjects:
            yield Found(subjects, objects, "equal", *match.span(), token)


def _no_rival(parties: Parties) -> Iterator[Found]:
    content, sentence = parties.scene.content, parties.sentence
    for match in cues.RIVAL_TO.finditer(content, sentence.start, sentence.end):
        first = max(sentence.start, match.start() - 90)
        none = cues.NONE_BEFORE.search(content[first : match.start()])
        if none is None:
            continue
        objects = parties.after(match.end())
        token = parties.parse.at(match.start("cue"))
        if not objects or token is None:
            continue
        names = {o.name for o in objects}
        placed = re.search(
            r"\b(?:in|from|out of)\s(?:the\s)?(?=[A-Z])", content[objects[-1].end : sentence.end]
        )
        found = parties.after(objects[-1].end + placed.end()) if placed else []
        subjects = found or [r for r in around(parties, token) if r.name not in names]
        if not subjects:
            subjects = [r for r in _place_before(parties, match.start()) if r.name not in names]
        if subjects:
            yield Found(subjects, objects, "below", first + none.start("no"), match.end(), token)


def _place_before(parties: Parties, at: int) -> list[Referent]:
    match = re.search(r"\b(?:in|In)\s(?:the\s)?(?=[A-Z])", parties.words(parties.sentence.start, at))
    return parties.after(parties.sentence.start + match.end()) if match else []


def _gap(parties: Parties) -> Iterator[Found]:
    words = parties.words(parties.sentence.start, parties.sentence.end)
    if cues.GAP_MOVES.search(words) or not cues.GAP_SIZE.search(words):
        return
    for match in cues.GAP.finditer(parties.scene.content, parties.sentence.start, parties.sentence.end):
        sides = [
            m
            for m in parties.scene.reading.mentions_in(match.start("both"), match.end("both"))
            if m.kind in ("side", "group", "model", "organisation")
        ]
        token = parties.parse.at(match.start())
        if len(sides) < 2 or token is None or not frames.claimed(parties.parse, token):
            continue
        if not re.search(r"\band\b", parties.words(sides[0].end, sides[1].start)):
            continue
        one, two = (from_mention(parties.scene.content, m) for m in sides[:2])
        if one.side and two.side and one.side != two.side:
            follower, _ = parties.scene.referents.order(one.side, two.side, match.start())
            below = one if follower == one.side else two
        else:
            below = two if (two.name or "").startswith("open ") else one
        yield Found([below], [two if below is one else one], "below", match.start(), sides[1].end, token)


def _from_to(parties: Parties) -> Iterator[Found]:
    """ "A leap from GPT-3 to GPT-4": the newer stands above the older."""
    for match in cues.FROM_TO.finditer(parties.scene.content, parties.sentence.start, parties.sentence.end):
        older, newer = parties.after(match.start("old")), parties.after(match.end())
        token = parties.parse.at(match.start())
        if older and newer and token is not None and older[0].name != newer[0].name:
            yield Found(newer[:1], older[:1], "above", *match.span(), token)
