"""Judgements by verbs on who does them: "thrives", "struggles", "advances rapidly", "cannot make"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from theodolite.extract.assessments import (
    acts,
    behaviours,
    effects,
    esteem,
    holdings,
    judgement,
    standings,
    waning,
    wants,
)
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import Judgement
from theodolite.extract.assessments.lexicon import adjectives, nouns, verbs
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.words import predications
from theodolite.extract.words.lemmas import forms, lemma
from theodolite.extract.words.lexicon import words
from theodolite.extract.words.predications import Predication
from theodolite.model.claim import Dimension

_BY_THEMSELVES = (
    verbs.SUBJECT_STRONG | verbs.SUBJECT_WEAK | verbs.SHAKE
    | verbs.DEPEND | verbs.DISCLOSE | verbs.PRIORITISE | verbs.SURPASS | verbs.DRAW
    | words("lose win lack squander bleed burn underestimate")
)  # fmt: skip
WORDS = (
    frozenset(forms({v.split()[0] for v in _BY_THEMSELVES if v != "need"})) | adjectives.MANNER_STRONG
    | adjectives.MANNER_WEAK | adjectives.QUANTITY_STRONG | adjectives.QUANTITY_WEAK | verbs.HEAVILY
    | verbs.OWN | verbs.EMPHASIS | verbs.TRANSFORMED | verbs.WIDELY
    | words(
        "able eventually already soon can't cannot couldn't can’t couldn’t disadvantage behind seriously"
    )
    | words("shaken shook drew")
)  # fmt: skip
"""What a cheap look-up finds in a sentence where a verb may judge."""
_MORE = {
    "ced": "cede", "conced": "concede",
    "shaken": "shake", "shook": "shake", "drew": "draw", "drawn": "draw", "bore": "bear", "fought": "fight",
    "blew": "blow", "overcame": "overcome", "slid": "slide", "sank": "sink", "struck": "strike",
    "overtook": "overtake", "withstood": "withstand", "stole": "steal",
}  # fmt: skip
"""Forms that the table of irregular verbs does not know."""
_OFTEN_NO_VERB = words("shine break master flop ace surge boom founder")
_DOUBTFUL = words("decline contend found shrink slow")
_TOLD = words("details detail information data code weights specifics")
_SOON = words("matter month week day hour")
_IN_TIME = words("already now eventually soon also")
_PLACING = words("place put lay attach")
_WITH_COMPANY = (
    verbs.SPEND | verbs.SHAKE | verbs.DEPEND | verbs.DISCLOSE | verbs.ABLE | verbs.PRIORITISE | verbs.DRAW
    | verbs.TRANSFORM | verbs.SURPASS | verbs.ADOPT | verbs.UNABLE | _PLACING
    | words("win lose burn bleed spread proliferate invent")
)  # fmt: skip
"""Verbs that judge their subject together with what goes with them."""
_SCANT = words("little much late slowly rarely few")
_NO_EFFORT = words("be say know cost")

Way = tuple[Direction, Dimension | None, bool]
"""Which way a deed judges, on what where it says so itself, and whether its "not" is part of it."""


def find(parties: Parties) -> Iterator[Judgement]:
    """The judgements of a sentence by its verbs."""
    for found in predications.find(parties.parse):
        act = replace(found, lemma=_MORE[found.lemma]) if found.lemma in _MORE else found
        if not act.passive and (way := _special(act) or _plain(parties, act)):
            yield from acts.of_subject(parties, act, *way)
            continue
        for part in (standings, wants, behaviours, esteem, waning):
            yield from part.of_act(parties, act)
        yield from effects.find(parties, act)
        if not act.passive:
            yield from holdings.find(parties, act)


def _plain(parties: Parties, act: Predication) -> Way | None:
    """What a verb says of its subject by itself, or by its manner."""
    if act.lemma in verbs.DEPEND and leans_on(parties, act):
        return "weakness", None, False
    way: Direction | None = None
    names = acts.names(act)
    if not verbs.SUBJECT_WEAK.isdisjoint(names):
        way = "weakness"
    elif not verbs.SUBJECT_STRONG.isdisjoint(names):
        way = "strength"
    elif act.lemma in verbs.PROGRESS:
        way = _manner(act.verb)
    on: Dimension | None = "origination" if act.lemma == "pioneer" else None
    return (way, on, False) if way and _means_it(parties, act) else None


def _special(act: Predication) -> Way | None:
    """What a verb says of its subject together with its object or what goes with it."""
    if act.lemma in _WITH_COMPANY and (way := _in_company(act)):
        return way
    if act.lemma not in _NO_EFFORT and _too_little(act):
        return "weakness", None, True
    return None


def _in_company(act: Predication) -> Way | None:
    """ "Lost money", "shook the market", "will develop its own chips", "cannot make them"."""
    held = acts.objects(act)
    if act.lemma in verbs.SPEND and _heavily(act):
        return "strength", "capital", False
    if act.lemma in verbs.SHAKE and held & verbs.SHAKEN:
        return "strength", "capability", True
    if act.lemma in ("win", "lose") and any(lemma(t) in nouns.RACE for t in act.patients):
        return ("strength" if act.lemma == "win" else "weakness"), None, False
    if act.lemma == "win" and not act.patients and not act.prepositions:
        return "strength", None, False
    if act.lemma in ("lose", "burn", "bleed") and held & nouns.MONEY:
        return "weakness", "economy", False
    if act.lemma in verbs.DEPEND and _on_others(act):
        return "weakness", None, False
    if act.lemma in verbs.DISCLOSE and _nothing_told(act):
        return "weakness", "openness", True
    if act.lemma in ("spread", "proliferate") and not act.patients and not act.negated and act.prepositions:
        return "strength", "adoption", False
    if act.lemma == "invent" and act.patients and not act.negated:
        return "strength", "origination", False
    if _is_capable(act):
        return "strength", None, False
    if (
        act.negated
        and act.lemma in verbs.UNABLE
        and act.modal in ("can", "could", "ca")
        and not _is_barred(act)
    ):
        return "weakness", None, True
    return None


def _too_little(act: Predication) -> bool:
    """ "Invests too little", "moves too slowly"."""
    return any(
        c.text.lower() in _SCANT and any(d.text.lower() == "too" for d in c.children)
        for c in act.verb.children
        if c.dep_ in ("advmod", "npadvmod", "dobj", "acomp")
    )


def _is_barred(act: Predication) -> bool:
    """ "Cannot import it without a licence": a rule, no want of means."""
    held = act.prepositions.get("without", ())
    return any(
        lemma(t) in ("licence", "license", "permission", "approval", "consent", "permit") for t in held
    )


def _is_capable(act: Predication) -> bool:
    """ "Will develop its own chips", "can now build", "places emphasis on research", "attracts talent"."""
    held = acts.objects(act) | {lemma(t) for t in act.patients}
    return (
        (act.lemma in verbs.ABLE and bool(act.patients) and _makes_it(act))
        or (act.lemma in _PLACING and bool(held & verbs.EMPHASIS))
        or (act.lemma in verbs.PRIORITISE and bool(act.patients))
        or (act.lemma in verbs.DRAW and bool(held & verbs.DRAWN))
        or (act.lemma in verbs.TRANSFORM and bool(held & verbs.TRANSFORMED))
        or (act.lemma in verbs.SURPASS and bool(held & verbs.SURPASSED))
        or (act.lemma in verbs.ADOPT and bool(acts.beside(act) & verbs.WIDELY))
    )


def _makes_it(act: Predication) -> bool:
    """ "Its own", "can already", "is able to"."""
    before = {w.text.lower() for t in act.patients for w in t.children}
    if before & verbs.OWN and not act.negated:
        return True
    if act.modal in ("can", "could", "will", "would") and acts.beside(act) & _IN_TIME:
        return True
    soon = [t for p in ("in", "within") for t in act.prepositions.get(p, ())]
    if act.modal in ("can", "could") and not act.negated and any(lemma(t) in _SOON for t in soon):
        return True
    return bool(act.verb.dep_ == "xcomp" and act.verb.head.text.lower() == "able")


def leans_on(parties: Parties, act: Predication) -> bool:
    """Whether somebody leans on what is somebody else's: "rely on A's chips"."""
    own = {r.side for r in judgement.subjects(parties, act.verb)[0]}
    for token in act.prepositions.get("on", ()) + act.prepositions.get("upon", ()):
        if act.lemma == "lean" and judgement.is_party(parties, token):
            continue  # it presses them
        for mention in parties.scene.reading.mentions_in(*parties.parse.phrase(token)):
            if mention.side and own and mention.side not in own and mention.kind != "person":
                return True
    return False


def _on_others(act: Predication) -> bool:
    """Whether somebody leans on what is foreign."""
    held = act.prepositions.get("on", ()) + act.prepositions.get("upon", ())
    return any(word.text.lower() in verbs.FOREIGN for t in held for word in (t, *t.children))


def _nothing_told(act: Predication) -> bool:
    """ "Disclosed little", "published no details"."""
    return any(
        t.text.lower() in ("nothing", "little")
        or (t.text.lower() in _TOLD and any(c.text.lower() in ("no", "few", "little") for c in t.children))
        for t in act.patients
    )


def _pace(prep: Any) -> Direction | None:
    """ "With astonishing speed", "at a snail's pace"."""
    for noun in prep.children:
        if lemma(noun) in ("speed", "pace", "rate", "ease", "skill", "clip"):
            said = {c.text.lower() for c in noun.children}
            if said & (adjectives.WEAK | {"snail", "glacial", "slow", "leisurely"}):
                return "weakness"
            return "strength" if said & (adjectives.STRONG | _GREAT) or lemma(noun) == "ease" else None
    return None


_GREAT = words(
    "great high record dizzying breathtaking furious rapid remarkable full surprising unheard-of such"
)


def _manner(verb: Any) -> Direction | None:
    for child in verb.children:
        if child.dep_ == "prep" and child.text.lower() in ("with", "at") and (way := _pace(child)):
            return way
        if child.dep_ == "advmod" and any(
            c.text.lower() in ("as", "so", "how", "too") for c in child.children
        ):
            continue  # a comparison
        if child.dep_ == "advmod" and child.text.lower() in adjectives.MANNER_STRONG:
            return "strength"
        if child.dep_ == "advmod" and child.text.lower() in adjectives.MANNER_WEAK:
            return "weakness"
    return None


def _heavily(act: Predication) -> bool:
    return bool(acts.beside(act) & verbs.HEAVILY or acts.objects(act) & {"billions", "trillions"})


def _means_it(parties: Parties, act: Predication) -> bool:
    """Whether a verb judges here: not "declined to comment", "contends that", "dominates Intel"."""
    completed = {c.dep_ for c in act.verb.children}
    if act.lemma == "need":
        counted = any(c.dep_ == "nummod" for t in act.patients for c in t.children)
        return bool(act.patients) and not counted and "xcomp" not in completed
    if act.lemma in _DOUBTFUL and completed & {
        "xcomp",
        "ccomp",
        "dobj",
    }:
        return False
    if act.negated and act.lemma in ("shrink", "slow", "decline", "slip", "narrow"):
        return False  # the gap is not shrinking
    if act.lemma in ("lag", "trail") and _is_measured(act):
        return False
    whole = acts.names(act)[-1]
    if act.patients and (act.particle or whole in verbs.SUBJECT_STRONG | verbs.SUBJECT_WEAK):
        return False  # "took their names off"
    if act.lemma in _OFTEN_NO_VERB and not act.verb.tag_.startswith("VB"):
        return False
    return act.lemma == "suffer" or not any(judgement.is_party(parties, t) for t in act.patients)


def _is_measured(act: Predication) -> bool:
    """Whether a figure says how far somebody is behind: then it is a lag or a comparison."""
    return any(
        t.text[:1].isdigit()
        for c in act.verb.children
        if c.dep_ in ("prep", "npadvmod")
        and c.text.lower() in ("by", "with", "at", "behind", "years", "months")
        for t in c.subtree
    )
