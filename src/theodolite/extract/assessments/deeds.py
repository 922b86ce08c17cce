"""Judgements by verbs: what a side does well or badly, what helps or harms it, what it has and loses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from theodolite.extract.assessments import judgement
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import OTHER, Judgement
from theodolite.extract.assessments.lexicon import adjectives, nouns, verbs
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent
from theodolite.extract.words import predications
from theodolite.extract.words.lemmas import forms, lemma
from theodolite.extract.words.predications import Predication
from theodolite.model.claim import Dimension

_ALL = (
    verbs.SUBJECT_STRONG | verbs.SUBJECT_WEAK | verbs.PROGRESS | verbs.OBJECT_WEAK | verbs.OBJECT_STRONG
    | verbs.LOSE | verbs.SHAKE | verbs.DEPEND | verbs.DISCLOSE | verbs.REDUCE | verbs.SPEND | verbs.HAVE | verbs.GIVE
    | verbs.TRANSFORM | verbs.ADOPT | verbs.SURPASS | verbs.DRAW | verbs.PRIORITISE | verbs.ABLE
    | frozenset({"put", "leave", "place", "can't", "cannot"})
)  # fmt: skip
WORDS = frozenset(forms({v.split()[0] for v in _ALL if v not in ("need",)}))
_MOST = frozenset({"most", "many", "enough", "plenty", "more"})


_MORE = {
    "shaken": "shake", "shook": "shake", "drew": "draw", "drawn": "draw", "rode": "ride", "bore": "bear",
    "fought": "fight", "arose": "arise", "blew": "blow", "overcame": "overcome", "slid": "slide", "sank": "sink",
    "struck": "strike", "woken": "wake", "overtook": "overtake", "withstood": "withstand", "stole": "steal",
}  # fmt: skip
"""Forms that the table of irregular verbs does not know."""


def find(parties: Parties) -> Iterator[Judgement]:
    """The judgements of a sentence by its verbs."""
    for act in predications.find(parties.parse):
        yield from _by(parties, act)


def _by(parties: Parties, act: Predication) -> Iterator[Judgement]:
    if act.lemma in _MORE:
        act = replace(act, lemma=_MORE[act.lemma])
    names = (act.name, act.lemma) if act.particle else (act.lemma, f"{act.lemma} {_adverb(act.verb)}")
    direction: Direction | None = None
    if act.passive and act.lemma == "take" and any(c.text.lower() == "seriously" for c in act.verb.children):
        yield from _put(parties, act, "strength")
        return
    if act.passive:
        yield from _struck(parties, act, names)
        return
    if any(n in verbs.SUBJECT_WEAK for n in names):
        direction = "weakness"
    elif any(n in verbs.SUBJECT_STRONG for n in names):
        direction = "strength"
    elif act.lemma in verbs.PROGRESS:
        direction = _manner(act.verb)
    elif act.lemma in verbs.SPEND and _heavily(act):
        yield from _judged(parties, act, "strength", "capital")
        return
    elif act.lemma in verbs.SHAKE and any(t.text.lower() in verbs.SHAKEN for t in act.patients):
        yield from _judged(parties, act, "strength", "capability", flat=True)
        return
    elif act.lemma in ("win", "lose") and any(lemma(t) in nouns.RACE for t in act.patients):
        yield from _judged(parties, act, "strength" if act.lemma == "win" else "weakness")
        return
    elif act.lemma == "win" and not act.patients and not any(c.dep_ == "prep" for c in act.verb.children):
        yield from _judged(parties, act, "strength")
        return
    elif act.lemma == "underestimate" and act.negated:
        yield from _put(parties, act, "strength")
        return
    elif act.lemma in ("lose", "burn", "bleed") and any(t.text.lower() in nouns.MONEY for t in act.patients):
        yield from _judged(parties, act, "weakness", "economy")
        return
    elif act.lemma in verbs.DEPEND and _on_others(act):
        yield from _judged(parties, act, "weakness")
        return
    elif act.lemma in verbs.DISCLOSE and _nothing_told(act):
        yield from _judged(parties, act, "weakness", "openness", flat=True)
        return
    elif way := _capable(act):
        yield from _judged(parties, act, way)
        return
    elif act.lemma in ("put", "place", "leave", "have") and (way := _placed_at(act)):
        yield from _put(parties, act, way)
        return
    elif act.negated and act.lemma in verbs.UNABLE and act.modal in ("can", "could", "ca"):
        yield from _judged(parties, act, "weakness", flat=True)
        return
    if direction is not None and _means_it(parties, act):
        yield from _judged(parties, act, direction)
        return
    yield from _struck(parties, act, names)
    yield from _held(parties, act, names)


def _capable(act: Predication) -> Direction | None:
    """ "Will develop its own chips", "can now build", "places emphasis on research", "attracts talent"."""
    children = {w.text.lower() for t in act.patients for w in t.children}
    if act.lemma in verbs.ABLE and act.patients:
        if children & verbs.OWN and not act.negated:
            return "strength"
        adverbs = {c.text.lower() for c in act.verb.children if c.dep_ == "advmod"}
        if act.modal in ("can", "could", "will", "would") and adverbs & {
            "already",
            "now",
            "eventually",
            "soon",
            "also",
        }:
            return "strength"
        if act.verb.dep_ == "xcomp" and act.verb.head.text.lower() == "able":
            return "strength"
    if act.lemma in ("place", "put", "lay", "attach") and any(
        lemma(t) in verbs.EMPHASIS for t in act.patients
    ):
        return "strength"
    if act.lemma in verbs.PRIORITISE and act.patients:
        return "strength"
    if act.lemma in verbs.DRAW and any(
        lemma(t) in verbs.DRAWN or t.text.lower() in verbs.DRAWN for t in act.patients
    ):
        return "strength"
    objects = {t.text.lower() for t in act.patients}
    if act.lemma in verbs.TRANSFORM and objects & verbs.TRANSFORMED:
        return "strength"
    if act.lemma in verbs.SURPASS and objects & verbs.SURPASSED:
        return "strength"
    if act.lemma in verbs.ADOPT and any(c.text.lower() in verbs.WIDELY for c in act.verb.children):
        return "strength"
    return None


def _on_others(act: Predication) -> bool:
    """Whether somebody leans on what is foreign."""
    held = act.prepositions.get("on", ()) + act.prepositions.get("upon", ())
    return any(
        word.text.lower() in verbs.FOREIGN for t in held for word in (t, *t.children) if word.dep_ != "punct"
    )


def _nothing_told(act: Predication) -> bool:
    return any(
        t.text.lower() in ("nothing", "little")
        or any(c.text.lower() in ("no", "few", "little") for c in t.children)
        and t.text.lower() in ("details", "detail", "information", "data", "code", "weights", "specifics")
        for t in act.patients
    )


def _placed_at(act: Predication) -> Direction | None:
    """ "Put A at a disadvantage", "leave A behind"."""
    for token in act.prepositions.get("at", ()) + act.prepositions.get("in", ()):
        if token.text.lower() in ("disadvantage", "trouble", "limbo"):
            return "weakness"
        if token.text.lower() in ("advantage", "forefront", "lead"):
            return "strength"
    if act.lemma == "leave" and any(c.text.lower() == "behind" for c in act.verb.children):
        return "weakness"
    return None


def _put(parties: Parties, act: Predication, way: Direction) -> Iterator[Judgement]:
    for token in act.patients:
        who, on = judgement.whose(parties, token)
        if who:
            yield Judgement("put", who, way, act.verb, *_hull(parties, act), _topics(parties, act), on)


def _adverb(verb: Any) -> str:
    """A particle that the parser took for an adverb or a preposition: "fall behind"."""
    for child in verb.children:
        if child.dep_ in ("advmod", "prep") and child.i > verb.i and child.i - verb.i < 4:
            return str(child.text.lower())
    return ""


def _manner(verb: Any) -> Direction | None:
    for child in verb.children:
        if child.dep_ == "advmod":
            if child.text.lower() in adjectives.MANNER_STRONG:
                return "strength"
            if child.text.lower() in adjectives.MANNER_WEAK:
                return "weakness"
    return None


def _heavily(act: Predication) -> bool:
    if any(c.text.lower() in verbs.HEAVILY for c in act.verb.children):
        return True
    return any(t.text.lower() in ("billions", "trillions") for t in act.patients)


def _means_it(parties: Parties, act: Predication) -> bool:
    """Whether a verb judges here: not "declined to comment", "contends that", "dominates Intel"."""
    if act.lemma in ("decline", "contend", "fear", "found", "need", "shrink", "slow"):
        if act.lemma == "need":
            if any(c.dep_ == "nummod" for t in act.patients for c in t.children):
                return False
            return bool(act.patients) and not any(c.dep_ == "xcomp" for c in act.verb.children)
        if any(c.dep_ in ("xcomp", "ccomp", "dobj") for c in act.verb.children):
            return False
    if act.lemma in (
        "shine",
        "break",
        "master",
        "flop",
        "ace",
        "surge",
        "boom",
        "founder",
    ) and not act.verb.tag_.startswith("VB"):
        return False
    return not any(
        judgement.is_party(parties, t) and lemma(act.verb) != "suffer" for t in act.patients if act.patients
    )


def _is_measured(act: Predication) -> bool:
    """Whether a figure says how far somebody is behind: then it is a lag or a comparison."""
    return any(
        t.text[:1].isdigit()
        for c in act.verb.children
        if c.dep_ in ("prep", "npadvmod")
        and c.text.lower() in ("by", "with", "at", "behind", "years", "months")
        for t in c.subtree
    )


def _judged(
    parties: Parties,
    act: Predication,
    direction: Direction,
    dimension: Dimension | None = None,
    flat: bool = False,
) -> Iterator[Judgement]:
    who, on = judgement.subjects(parties, act.verb)
    if who:
        denied = not flat and judgement.is_denied(act.verb)
        yield Judgement(
            "deed", who, OTHER[direction] if denied else direction, act.verb, *_hull(parties, act),
            _topics(parties, act), dimension or on,
        )  # fmt: skip


def _hull(parties: Parties, act: Predication) -> tuple[int, int]:
    """From the verb to the end of its objects."""
    start, end = parties.parse.span(act.verb)
    for token in act.patients:
        if token.i > act.verb.i:
            end = max(end, parties.parse.phrase(token)[1])
    return start, end


def _topics(parties: Parties, act: Predication) -> tuple[tuple[int, int], ...]:
    """What a deed is on: its object, what hangs on it by a preposition, its subject."""
    found = [parties.parse.phrase(t) for t in act.patients if t.i > act.verb.i]
    for child in act.verb.children:
        if child.dep_ in ("prep", "xcomp", "agent") and child.i > act.verb.i:
            first, last = child.left_edge.i, child.right_edge.i
            found.append(
                (
                    parties.parse.starts[first],
                    min(parties.parse.ends[last], parties.parse.starts[first] + 160),
                )
            )
    subject = parties.parse.subject(act.verb)
    if subject is not None and subject.tag_.startswith("NN") and not judgement.is_party(parties, subject):
        found.insert(0 if not act.patients else len(found), parties.parse.phrase(subject))
    return tuple(found)


# --- what helps and what harms


def _struck(parties: Parties, act: Predication, names: tuple[str, ...]) -> Iterator[Judgement]:
    direction: Direction | None = None
    if any(n in verbs.OBJECT_WEAK for n in names):
        direction = "weakness"
    elif any(n in verbs.OBJECT_STRONG for n in names):
        direction = "strength"
    if direction is None and act.lemma in verbs.REDUCE and any(lemma(t) in verbs.SHARE for t in act.patients):
        direction = "weakness"
    if direction is None:
        return
    plain = act.lemma in verbs.PLAIN_OBJECT or direction == "strength"
    for token in act.patients:
        own = judgement.is_party(parties, token)
        if token.text.lower().endswith(("self", "selves")):
            continue
        if plain and not own and token.text.lower() not in verbs.MEANS:
            continue
        who, on = judgement.whose(parties, token)
        if act.passive and not who:
            who = tuple(r for r in parties.subjects(act.verb) if judgement.fits(r))
        who = tuple(r for r in who if r.kind != "model" or not plain)
        who = tuple(r for r in who if not _is_agent(parties, act, r))
        if not who:
            continue
        way = OTHER[direction] if lemma(token) in nouns.WEAK else direction
        if judgement.is_denied(act.verb):
            way = OTHER[way]
        topics = [parties.parse.phrase(token)] if not own else []
        topics += [
            (parties.parse.starts[t.left_edge.i], parties.parse.ends[t.right_edge.i]) for t in act.agents
        ]
        start, end = _hull(parties, act)
        yield Judgement("struck", who, way, act.verb, start, end, (*topics, *_topics(parties, act)), on)


def _is_agent(parties: Parties, act: Predication, who: Referent) -> bool:
    """Whether somebody does it to himself by name: "Nvidia boosts Nvidia"."""
    return any(r.name == who.name and r.kind != "side" for t in act.agents for r in parties.of(t))


# --- what a side has


def _held(parties: Parties, act: Predication, names: tuple[str, ...]) -> Iterator[Judgement]:
    for token in act.patients:
        way = _worth(parties, act, token, names)
        if way is None:
            continue
        receivers = act.recipients if any(n in verbs.GIVE for n in names) else ()
        if receivers:
            who: tuple[Referent, ...] = tuple(r for t in receivers for r in judgement.whose(parties, t)[0])
            on: Dimension | None = None
        else:
            who, on = judgement.subjects(parties, act.verb)
        if who:
            if judgement.is_denied(token) != judgement.is_denied(act.verb) or judgement.is_denied(act.verb):
                way = OTHER[way]
            start, end = _hull(parties, act)
            yield Judgement("held", who, way, act.verb, start, end, (_whole(parties, token),), on)


def _whole(parties: Parties, token: Any) -> tuple[int, int]:
    """A noun with its modifiers and its "of" and "in"."""
    start, end = parties.parse.phrase(token)
    return start, min(end, start + 160)


def _worth(parties: Parties, act: Predication, token: Any, names: tuple[str, ...]) -> Direction | None:
    """Which way it judges a side to have, win, face or lose something."""
    plain = lemma(token)
    if any(c.text[:1].isdigit() for c in token.subtree if c.i < token.i):
        return None  # a figure says how much
    quality = _quality(token)
    if any(n in verbs.LOSE for n in names):
        return "weakness" if plain in nouns.STRONG or act.lemma in ("lack", "lose", "squander") else None
    if any(n in verbs.OVERCOME for n in names):
        return "strength" if plain in nouns.WEAK else None
    if any(n in verbs.FACE for n in names) and plain in (
        nouns.HAD_WEAK if act.lemma == "have" else nouns.FACED
    ):
        return "weakness"
    if any(n in verbs.HAVE for n in names) or (act.recipients and any(n in verbs.GIVE for n in names)):
        if plain in nouns.HAD_STRONG:
            return quality or "strength"
        if plain in nouns.HAD_WEAK:
            return "weakness"
        return quality if act.lemma != "see" else None
    if any(n in verbs.ACHIEVE for n in names):
        if plain in nouns.HAD_STRONG:
            return "strength"
        return quality if quality == "strength" and _superlative(token) else None
    if act.lemma in verbs.PRODUCE and _superlative(token):
        return "strength"
    return None


def _superlative(token: Any) -> bool:
    return any(
        c.text.lower() in ("most", "largest", "best", "highest", "top", "biggest") for c in token.children
    )


def _quality(token: Any) -> Direction | None:
    """What the words before a noun say of it: "ample", "too few"."""
    if token.text.lower() in ("plenty", "abundance", "wealth"):
        return "strength"
    if any(c.dep_ == "nummod" for c in token.children):
        return None
    for child in token.children:
        if child.i < token.i and child.dep_ in ("amod", "det", "nummod", "advmod", "compound"):
            word = child.text.lower()
            if word in adjectives.QUANTITY_WEAK:
                return "weakness"
            if word in adjectives.QUANTITY_STRONG:
                return "strength"
            if word in adjectives.WEAK and word not in adjectives.ONLY_PREDICATE:
                return "weakness"
            if word in adjectives.STRONG and word not in adjectives.ONLY_PREDICATE:
                return "strength"
    return None
