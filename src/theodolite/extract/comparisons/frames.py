"""Whether a comparison or judgement is claimed, rather than wished for, tried, advised or supposed."""

from __future__ import annotations

from typing import Any

from theodolite.extract.words import lexicon
from theodolite.extract.words.syntax import Parse

_INTENT = lexicon.words(
    "aim aims aimed aiming seek seeks sought seeking try tries tried trying attempt attempts attempted "
    "attempting "
    "strive strives strove striving hope hopes hoped hoping plan plans planned planning want wants wanted "
    "wanting "
    "race races racing raced vow vows vowed pledge pledges pledged intend intends intended need needs "
    "needed "
    "allow allows allowed allowing let lets letting enable enables enabled help helps helped helping push "
    "pushing pushed urges told "
    "rush rushing wish wishes prevent prevents prevented preventing stop stops stopping ensure ensures "
    "ensuring "
    "encourage urge urged call calls calling work works working fight fighting require requires required "
    "scramble scrambling set designed meant bid compete competes competing ask asked asks wonder wonders "
    "avoid avoids avoiding risk risks consider considers"
)
_INTENT_NOUNS = lexicon.words(
    "effort efforts bid race attempt attempts goal goals plan plans ambition ambitions push drive quest "
    "aim way "
    "need desire order strategy chance opportunity path road risk how steps step battle question"
)
_FINDING = lexicon.words("consider considers considered call calls called")
"""Verbs that say what somebody is: "many consider it strong"."""
_TELLING = lexicon.words("told")
"""Verbs that order somebody to do something, or say that something is so."""
_SUPPOSING = lexicon.words("if whether unless lest until before once should")
_WISHES = lexicon.words("essential important imperative crucial vital critical necessary urgent")
_KNOWING = lexicon.words(
    "realize realise note understand remember recognize recognise say acknowledge see know stress"
)
_GIVEN = lexicon.words("since because although though while as whereas")
_DEBATES = lexicon.words("debate debates question questions discussion discussions doubt doubts")
_ADVICE = lexicon.words("should must ought need let")


def _unreal(parse: Parse, verb: Any) -> bool:
    """ "Were it removed, A would rank behind B": said of a world that is not."""
    first = parse.tokens[0].text
    return first in ("Were", "Had", "Without") and any(
        c.dep_ == "aux" and c.text.lower() == "would" for c in verb.children
    )


def claimed(parse: Parse, token: Any, advice: bool = False) -> bool:
    """Whether what `token` says is put forward as so. `advice`: "must" and "should" may stand before it."""
    own = True  # still in the clause of the cue, or in one that completes it
    for _ in range(24):
        head = token.head
        if token.tag_.startswith(("VB", "MD")):
            words = {c.text.lower() for c in token.children if c.dep_ in ("mark", "aux", "advmod")}
            if own and any(c.dep_ == "mark" and c.text.lower() in _SUPPOSING for c in token.children):
                return False
            if own and not advice and words & _ADVICE and not (token.dep_ == "advcl" and words & _GIVEN):
                return False
            if any(c.dep_ == "nsubj" and c.text.lower() in _DEBATES for c in token.children):
                return False
            if own and "would" in words and _unreal(parse, token):
                return False
            if own and words & _GIVEN and token.dep_ == "advcl":
                return True
        if head.i == token.i:
            break
        verbal = token.tag_.startswith("VB")
        purpose = verbal and any(c.tag_ == "TO" for c in token.children)
        told = token.dep_ == "ccomp" and not purpose and head.text.lower() in _TELLING
        found_so = token.dep_ == "ccomp" and not verbal and head.text.lower() in _FINDING
        aimed_at = token.dep_ in ("xcomp", "ccomp") and head.text.lower() in _INTENT
        if own and not told and aimed_at and not found_so:
            return False
        if (
            token.dep_ in ("ccomp", "advcl", "xcomp")
            and token.text.lower() not in _KNOWING
            and (
                head.text.lower() in _WISHES
                or any(c.text.lower() in _WISHES and c.dep_ == "acomp" for c in head.children)
            )
        ):
            return False
        if token.dep_ == "acl" and head.text.lower() in _INTENT_NOUNS and purpose:
            return False
        if token.dep_ == "pcomp" and head.head.text.lower() in (_INTENT | _INTENT_NOUNS):
            return False
        if own and token.dep_ == "advcl" and purpose and token.i > head.i:
            return False
        if token.dep_ in ("pobj", "pcomp") and head.head.text.lower() in _DEBATES:
            return False
        if token.dep_ in ("advcl", "relcl", "acl", "parataxis", "ccomp"):
            own = False
        token = head
    return True


def given(parse: Parse, token: Any) -> bool:
    """Whether the clause of `token` is taken as given ("since ...", "although ...") by what it goes with."""
    for _ in range(24):
        if token.tag_.startswith("VB") and any(
            c.dep_ == "mark" and c.text.lower() in _GIVEN for c in token.children
        ):
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False
