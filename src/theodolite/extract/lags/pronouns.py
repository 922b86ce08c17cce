"""A gap that a pronoun takes up: "four years back, and it isn't shrinking", "it hasn't moved"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.lags.claims import Found
from theodolite.extract.lags.sides import SideFinder
from theodolite.extract.scene import Scene
from theodolite.extract.words import lexicon

SIGNS = lexicon.words(
    """shrinking narrowing closing widening growing shrunk narrowed widened grown moved changed budged
    shifted smaller bigger wider narrower larger longer shorter coming going
    shrinks narrows widens grows shrank grew move moves"""
)
_MOVES = re.compile(
    r"(?:\b(?:it|that(?:\s(?:gap|lead|distance|number|figure))?|this(?:\s(?:gap|lead|distance))?|which)"
    r"(?P<be>['’]s|\s(?:is|was|has|had|does|did|may|might|could|will|have|be|been|seems\sto\sbe|looks)){0,3}|"
    r"(?P<and>,?\sand(?:\s(?:it['’]s|still|now))?))"
    r"(?P<no>n['’]t|\snot|\shardly|\sbarely|\snever)?\s"
    r"(?:(?:been|only|also|now|probably|still|getting|really|even|already|much|if\sanything|fast|steadily)\s){0,3}"
    r"(?P<way>shrinking|narrowing|closing|widening|growing|shrunk|narrowed|widened|grown|moved|changed|budged|"
    r"shifted|coming\sdown|going\s(?:up|down)|getting\s(?:longer|shorter)|shrinks|narrows|widens|grows|shrank|grew|moves?|(?:(?<=getting\s)|(?<=got\s)|(?<=become\s)|(?<=is\s)|"
    r"(?<=s\s))(?:smaller|bigger|wider|narrower|larger))\b(?!\s(?:by|at|from|to|the|its|their|an?)\b)",
    re.I,
)
_GAP = lexicon.words("gap behind lag lags lagging ahead lead distance back trail trails trailing adrift off")
_STILL = ("moved", "changed", "budged", "shifted", "move", "moves")
_WIDER = ("wid", "grow", "grew", "bigg", "larg", "going up", "getting longer")


def find(scene: Scene, number: int) -> Iterator[Found]:
    """The movement of the gap that this sentence or the one before gave a length."""
    words = scene.reading.words[number]
    if not words & SIGNS or not scene.pairs:
        return
    finder = SideFinder(scene, number)
    sentence = finder.sentence
    for match in _MOVES.finditer(scene.content, sentence.start, sentence.end):
        known = finder.topic(1)
        if known is None or known.follower is None or not _measured(scene, number, match.start()):
            return
        way = match["way"].lower()
        no = match["no"] or re.search(r"(?:n['’]t|\bnot|\bnever)\b", match["be"] or "")
        if way in _STILL:
            if not no:
                continue
            trend, denied = "steady", False
        else:
            trend = "widening" if way.startswith(_WIDER) else "narrowing"
            denied = bool(no)
        yield Found(
            known.follower,
            known.leader,
            None,
            None,
            match.span(),
            "standing",
            trend=trend,
            polarity="denied" if denied else None,
        )
        return


def _measured(scene: Scene, number: int, before: int) -> bool:
    """Whether a gap got a length before a place, in this sentence or the one before."""
    sentences = scene.reading.sentences
    first = sentences[max(0, number - 1)]
    gap = any(scene.reading.words[n] & _GAP for n in range(max(0, number - 1), number + 1))
    return gap and any(b <= before for _, b in scene.reading.taken_in(first.start, before))
