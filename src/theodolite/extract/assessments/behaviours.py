"""Judgements by how something behaves, and by what becomes of it: "Kimi loses the thread", "the model just
works", "it impressed me", "B imports nearly all its chips", "the best graduates come from C"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theodolite.extract.assessments import acts, judgement
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import Judgement
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.words import lexicon
from theodolite.extract.words.lemmas import forms, lemma
from theodolite.extract.words.predications import Predication
from theodolite.model.claim import Dimension

_words = lexicon.words
_MISBEHAVES = _words("hallucinate forget crash suck ramble choke confabulate stutter glitch")
_BEHAVES = _words(
    "handle cope write translate code summarise summarize reason follow answer perform do work run"
)
_THREADS = _words("thread plot track place way context")
_INVENTING = _words("invent hallucinate botch misread misquote")
_BETTER = _words("improve mature")
_SHIPPING = _words("publish release send produce ship build launch update deliver train open file win make")
_IMPORTING = _words("import buy rent lease borrow outsource")
_ALL = _words("most all everything nearly almost virtually much")
_LOST = _words(
    "doctorate graduate scientist student worker user customer share ground staff talent money "
    "engineer researcher market momentum appeal lead"
)
_WITHHELD = _words("weight code data paper detail method recipe source")
_MADE = _words("make produce build manufacture design train develop fabricate invent write")
_COMING = _words("come hail")
_INVENTED = _words("invent pioneer devise conceive originate")
_HELD = _words("control dominate make produce supply hold own provide monopolise monopolize build design")
_WOW = _words(
    "impress surprise amaze astonish delight wow stun thrill dazzle please astound floor charm captivate"
)
_LET_DOWN = _words(
    "disappoint frustrate annoy underwhelm infuriate irritate confuse bore exasperate fail bother "
    "embarrass enrage"
)
_ONES = _words("me us everyone everybody people users developers customers them him her reviewers testers")
FEELING = (frozenset(forms(_WOW | _LET_DOWN)), _ONES)
"""What a thing does to those who use it, and to whom: both stand in a sentence that says so."""
WORDS = (
    frozenset(
        forms(
            _MISBEHAVES | _INVENTING | _words("trip botch mature hail import outsource handle cope withhold")
        )
    )
    | _words(
        "works thread plot mistakes errors wrong poorly badly best nearly almost "
        "virtually imports lost loses losing"
    )
    | _words("invented secret hasn't hasn’t haven't haven’t improved improving weights")
)
"""What a cheap look-up finds in a sentence that may say so."""
_LOSING = _words("lose bleed shed haemorrhage hemorrhage")
_OPENING = _words("release publish share open disclose")
_ACTIVE = (
    _WOW | _LET_DOWN | _MISBEHAVES | _INVENTING | _BEHAVES | _BETTER | _LOSING | _IMPORTING | _SHIPPING
    | _OPENING | _COMING | _words("make get trip work hold")
)  # fmt: skip
_PASSIVE = _MADE | _INVENTED | _HELD
"""The verbs of which anything is said here, by their voice: most are none."""


def of_act(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """What a verb with its object or manner says of its subject."""
    if act.lemma not in (_PASSIVE if act.passive else _ACTIVE):
        return
    if act.passive:
        yield from _made_in(parties, act)
        yield from _invented(parties, act)
        yield from _in_other_hands(parties, act)
        return
    if act.lemma in _WOW | _LET_DOWN and acts.objects(act) & _ONES:
        good: Direction = "strength" if act.lemma in _WOW else "weakness"
        yield from (j for j in acts.of_subject(parties, act, good) if _are_products(j))
    if (way := _thing_does(act)) is not None:
        yield from (j for j in acts.of_subject(parties, act, way, flat=True) if _are_things(j))
    elif (found := _somebody_does(act)) is not None:
        yield from acts.of_subject(parties, act, found[0], found[1], flat=True)
    elif act.lemma in _COMING and not act.patients:
        yield from _comes_from(parties, act)


def _are_things(found: Judgement) -> bool:
    """Whether what behaves is a product, or may be one."""
    return all(r.kind in ("model", "unknown", "group", "organisation") for r in found.who)


def _are_products(found: Judgement) -> bool:
    return all(r.kind in ("model", "unknown", "organisation") for r in found.who)


def _thing_does(act: Predication) -> Direction | None:
    """How a product behaves."""
    held = {lemma(t) for t in act.patients}
    beside = {c.text.lower() for c in act.verb.children if c.dep_ != "intj"}
    bad: Direction = "strength" if act.negated or beside & {"never", "rarely", "seldom"} else "weakness"
    if act.lemma in _MISBEHAVES and not held:
        return bad
    if (act.lemma == "lose" and held & _THREADS) or (act.lemma in _INVENTING and held):
        return bad
    if act.lemma == "make" and held & {"mistake", "error"}:
        fewer = any(c.text.lower() in ("fewer", "few", "no") for t in act.patients for c in t.children)
        return "strength" if fewer else bad
    if (
        act.lemma == "get"
        and held
        and "wrong" in beside | {c.text.lower() for t in act.patients for c in t.children}
    ):
        return bad
    if act.lemma == "trip" and beside & {"over", "up", "on"}:
        return bad
    if act.lemma == "work" and beside & {"just", "simply"} and not held and not act.negated:
        return "strength"
    if act.lemma in _BEHAVES and beside & {"poorly", "badly", "terribly"}:
        return "weakness"
    if act.lemma in _BEHAVES and beside & {"well", "beautifully", "flawlessly", "reliably"}:
        return (
            None
            if any(c.text.lower() == "as" for c in act.verb.subtree)
            else ("weakness" if act.negated else "strength")
        )
    return None


def _somebody_does(act: Predication) -> tuple[Direction, Dimension | None] | None:
    """What befalls a house or a side."""
    held = {lemma(t) for t in act.patients}
    beside = acts.beside(act)
    if act.lemma in _BETTER and not held and not act.negated and not act.prepositions.keys() & {"by", "from"}:
        return "strength", None
    if act.lemma == "hold" and any(t.text.lower() == "own" for t in act.patients):
        return "strength", None
    if act.lemma == "come" and act.particle == "on" and not held:
        return "strength", None
    if act.lemma in _LOSING and held & _LOST and not _counted(act):
        return "weakness", None
    if act.lemma in _IMPORTING and _nearly_all(act):
        return "weakness", None
    if (
        act.lemma in _SHIPPING
        and act.negated
        and held
        and beside & {"has", "have", "hasn't"}
        and _for_years(act)
    ):
        return "weakness", None
    if act.lemma in _OPENING and act.negated and held & _WITHHELD:
        return "weakness", "openness"
    return None


def _counted(act: Predication) -> bool:
    return any(c.tag_ == "CD" or c.text[:1].isdigit() for t in act.patients for c in t.subtree)


def _nearly_all(act: Predication) -> bool:
    """ "Nearly all its chips", "most of its energy", "everything"."""
    for token in act.patients:
        before = [token, *(c for c in token.children if c.i < token.i)]
        below = [g for c in before if c is not token for g in c.children]
        if any(c.text.lower() in _ALL for c in (*before, *below)) and not _counted(act):
            return True
    return False


def _for_years(act: Predication) -> bool:
    held = [t for word in ("in", "for", "since") for t in act.prepositions.get(word, ())]
    return any(lemma(t) in ("year", "month", "decade") or t.text[:1].isdigit() for t in held)


def _made_in(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """ "Most advanced chips are made in A"."""
    subject = parties.parse.subject(act.verb)
    if act.lemma not in _MADE or subject is None or act.negated or act.verb.dep_ in ("acl", "relcl", "advcl"):
        return
    first = {c.text.lower() for c in subject.children if c.i < subject.i} | {subject.text.lower()}
    if not first & {"most", "all", "best", "majority", "bulk"} and not {"nearly", "almost"} & {
        c.text.lower() for c in subject.subtree
    }:
        return
    for word in ("in", "by"):
        for token in act.prepositions.get(word, ()):
            who = judgement.whose(parties, token)[0] if judgement.is_party(parties, token) else ()
            if who and not parties.one(subject):
                start, end = parties.parse.phrase(subject)
                yield Judgement("made in", who, "strength", act.verb, start, end, ((start, end),))


def _invented(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """ "The transformer was invented by A"."""
    if act.lemma in _INVENTED and not act.negated:
        for token in act.agents:
            if who := judgement.whose(parties, token)[0]:
                start, end = acts.hull(parties, act)
                yield Judgement("invented", who, "strength", act.verb, start, end, (), "origination")


def _in_other_hands(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """ "High-end chips are controlled by others", "the machines are made by foreigners"."""
    if act.lemma not in _HELD or not any(_is_foreign(t) for t in act.agents):
        return
    subject = parties.parse.subject(act.verb)
    if subject is None or judgement.is_party(parties, subject):
        return
    who = judgement.subjects(parties, act.verb)[0]
    if who:
        start, end = acts.hull(parties, act)
        on = parties.parse.phrase(subject)
        yield Judgement("other hands", who, "weakness", act.verb, start, end, (on,))


def _is_foreign(token: Any) -> bool:
    said = {c.text.lower() for c in token.children}
    return token.text.lower() in ("others", "foreigners", "outsiders") or bool(
        said & {"foreign", "overseas", "other"}
    )


def _comes_from(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """ "The best graduates come from A"."""
    subject = parties.parse.subject(act.verb)
    if subject is None or not _is_best(subject):
        return
    for token in act.prepositions.get("from", ()):
        who = judgement.whose(parties, token)[0] if judgement.is_party(parties, token) else ()
        if who:
            start, end = parties.parse.phrase(subject)
            yield Judgement("comes from", who, "strength", act.verb, start, end, ((start, end),))


def _is_best(noun: Any) -> bool:
    said = {c.text.lower() for c in noun.children if c.i < noun.i}
    return (
        bool(said & {"best", "most", "finest", "strongest", "top", "leading"}) or noun.text.lower() == "most"
    )
