"""Comparisons by "as ... as": "as good as", "not as mature as", "as well as" after a verb of doing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theodolite.extract.comparisons import frames, left_out, senses, who
from theodolite.extract.comparisons.claims import Found
from theodolite.extract.comparisons.elliptic import other_side
from theodolite.extract.comparisons.lexicon import degrees
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.comparisons.roles import of_number
from theodolite.extract.words import lexicon

_REACH = 8  # words between the first "as" and the second
_DOING = lexicon.words(
    """perform performs performed performing do does did doing fare fares fared score scores scored scoring
    work works worked working run runs ran rank ranks ranked function functions act acts play plays code codes
    write writes read reads see sees reason reasons solve solves solved answer answers translate translates"""
)
DOING_WELL = _DOING | lexicon.words("just about nearly almost roughly not")
"""What stands before "as well as" where it likens."""
_MULTIPLES = lexicon.words("half twice thrice times x fold third quarter fifth tenth percent %")
_NEGATED = lexicon.words("not n't n’t never hardly nowhere nor no barely scarcely isnt")


def find(parties: Parties) -> Iterator[Found]:
    """The likenesses of one sentence; who is not as good as another stands below it."""
    tokens = parties.parse.tokens
    for token in tokens:
        if token.text.lower() not in ("as", "so") or token.i + 1 >= len(tokens):
            continue
        if not _is_degree(tokens, token.i) or not frames.claimed(parties.parse, token):
            continue
        if token.text.lower() == "so" and not _is_negated(tokens, token.i):
            continue
        second = _second(tokens, token.i)
        if second is not None:
            yield from _pair(parties, token, second)
        elif _is_negated(tokens, token.i) or _is_level(tokens, token.i):
            yield from _alone(parties, token)


def _is_degree(tokens: list[Any], i: int) -> bool:
    word = tokens[i + 1].text.lower()
    if i and tokens[i - 1].text.lower() in _MULTIPLES:
        return False  # a multiple's
    if word == "well":
        return bool(i and tokens[i - 1].text.lower() in DOING_WELL) or _as_others_do(tokens, i)
    return word in degrees.AS and not (
        word in ("far", "long", "soon", "much", "many")
        and i + 2 < len(tokens)
        and tokens[i + 2].text.lower() == "as"
        and not _verbal_before(tokens[i])
    )


def _as_others_do(tokens: list[Any], i: int) -> bool:
    """ "Trains people as well as America does": the other side does the same."""
    after = [t.text.lower() for t in tokens[i + 2 : i + 9]]
    return after[:1] == ["as"] and any(w in ("does", "do", "did", "can", "could") for w in after[2:])


def _verbal_before(token: Any) -> bool:
    """Whether "as much as" goes with a verb before it ("spends as much as"), not with a figure behind it."""
    return bool(token.i and token.nbor(-1).tag_.startswith("VB"))


def _second(tokens: list[Any], i: int) -> Any | None:
    for token in tokens[i + 2 : i + 2 + _REACH]:
        if token.text.lower() == "as":
            return token
        if token.text in ",;:.—" or token.tag_ in ("VBZ", "VBD", "VBP", "MD"):
            return None
    return None


def _is_negated(tokens: list[Any], i: int) -> bool:
    return any(t.text.lower() in _NEGATED for t in tokens[max(0, i - 3) : i])


LEVEL_BEFORE = lexicon.words("just equally bit nearly almost about")
"""What stands before "as good" where the other side is left out."""


def _is_level(tokens: list[Any], i: int) -> bool:
    """ "Is just as good": as whoever stands near by."""
    if not i or tokens[i - 1].text.lower() not in LEVEL_BEFORE or i + 2 >= len(tokens):
        return False
    return tokens[i + 2].text in ".,;:!?)—" or tokens[i + 2].tag_ in ("IN", "CC", "RB")


def _pair(parties: Parties, first: Any, second: Any) -> Iterator[Found]:
    start, end = parties.parse.span(first)[0], parties.parse.span(second)[1]
    if who.WISHED.match(parties.scene.content, end):
        return
    objects = who.others(parties, end + 1, named=False) or who.things(parties, end + 1)
    number = who.AT.match(parties.scene.content, end)
    if not objects or (number is not None and of_number(parties, number)):
        return
    subjects = who.subjects(parties, first, objects, start)
    if subjects and not senses.is_rare(parties, subjects[0]):
        nobody = senses.is_nobody(parties, first)
        if nobody and any(r.kind == "unknown" for r in subjects):
            return
        below = _is_negated(parties.parse.tokens, first.i) or nobody
        yield Found(subjects, objects, "below" if below else "equal", start, end, first, sure=below)


def _alone(parties: Parties, first: Any) -> Iterator[Found]:
    """ "The ecosystem is not as mature": as that of the other side, which stands near by."""
    word = parties.parse.tokens[first.i + 1]
    start, end = parties.parse.span(first)[0], parties.parse.span(word)[1]
    subject = parties.parse.subject(parties.parse.verb_above(first))
    if subject is None or not subject.tag_.startswith("NN"):
        return
    below = _is_negated(parties.parse.tokens, first.i)
    known = parties.subjects(parties.parse.verb_above(first))
    subjects = [r for r in known if r.side or r.kind == "group"]
    other = other_side(parties, subjects, start, "below") if subjects and below else None
    if other is None:
        subjects = known
        other = left_out.opposed(parties, known) or left_out.beside(parties, known) if known else None
    if other is None and subjects and all(r.kind in ("side", "group") for r in subjects):
        other = left_out.same_kind(parties, subjects)
    if other is not None:
        yield Found(subjects, [other], "below" if below else "equal", start, end, first, sure=below)
