"""Judgements by turns of phrase: "has lost interest", "is in trouble", "is hard to beat", "developers swear
by
it", "it let me down"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any

from theodolite.extract.assessments import acts, judgement
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import OTHER, Judgement
from theodolite.extract.assessments.lexicon import idioms, nouns, verbs
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.words.lemmas import forms, lemma
from theodolite.extract.words.lexicon import words
from theodolite.extract.words.predications import Predication

_OBJECTS = (idioms.GOOD_OBJECTS, idioms.BAD_OBJECTS, idioms.GOOD_TURNS, idioms.BAD_TURNS)
_PLACES = (idioms.GOOD_PLACES, idioms.BAD_PLACES)
_FEELING = idioms.LIKE | idioms.DISLIKE | idioms.TO_LIKE | idioms.TO_DISLIKE | idioms.WOW | idioms.LET_DOWN
_FEELINGS = frozenset(forms(_FEELING))
_FEELERS = idioms.PEOPLE | frozenset(w + "s" for w in idioms.PEOPLE) | idioms.ONES
_EASE = idioms.HARD | idioms.EASY
_IS = words(
    "is are was were be been remain remains stay stays seem seems look looks looked prove proved proves 's"
)
_BESIDE: dict[str, frozenset[str]] = {}
"""A noun of a turn to the forms of the verbs, or the prepositions, that it goes with."""
for _table in _OBJECTS:
    for _verb, _held in _table.items():
        for _word in _held:
            for _form in (_word, _word + "s"):
                _BESIDE[_form] = _BESIDE.get(_form, frozenset()) | frozenset(forms({_verb}))
for _table in _PLACES:
    for _prep, _held in _table.items():
        for _word in _held:
            _BESIDE[_word] = _BESIDE.get(_word, frozenset()) | {_prep}


def may_say(said: Set[str]) -> bool:
    """Whether the words of a sentence, in lower case, may hold such a turn."""
    if any(not _BESIDE[word].isdisjoint(said) for word in said & _BESIDE.keys()):
        return True
    if not _FEELINGS.isdisjoint(said) and not _FEELERS.isdisjoint(said):
        return True
    if not idioms.SHAPES.isdisjoint(said):
        return not (idioms.GOOD_SHAPES | idioms.BAD_SHAPES).isdisjoint(said)
    return "to" in said and not _EASE.isdisjoint(said) and not _IS.isdisjoint(said)


_BEING = verbs.COPULAS | {"sit", "leave", "put", "place", "lie", "come", "land", "run"}
_USE = words("use value quality worth importance help standard relevance calibre caliber merit interest")
_GREAT = words("great high huge real immense enormous highest best good top outstanding world-class")
_SLIGHT = words("little no poor low limited scant dubious doubtful questionable inferior uneven mixed")
"""What something is of: "of little value"."""
_SMALL = frozenset({"no", "little", "few", "hardly", "less"})


def of_act(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """What a turn of phrase around a verb says."""
    if act.passive:
        yield from _in_other_hands(parties, act)
        yield from _invented(parties, act)
        return
    if (way := _by_finding(act)) is not None:
        yield from _with_the_rest(parties, act, way)
    elif (
        (way := _by_object(act)) is not None
        or (way := _by_place(act)) is not None
        or (way := _by_ease(act)) is not None
    ):
        yield from _of_subject(parties, act, way)
    else:
        yield from _felt(parties, act)


def _with_the_rest(parties: Parties, act: Predication, way: Direction) -> Iterator[Judgement]:
    """A judgement on the subject that the rest of its clause says the matter of."""
    who, shown = judgement.subjects(parties, act.verb)
    if who:
        start, end = acts.hull(parties, act)
        end = max(end, min(parties.parse.clause(act.verb)[1], end + 80))
        yield Judgement("idiom", who, way, act.verb, start, end, ((start, end),), shown)


def _in_other_hands(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """ "High-end chips are controlled by others", "the machines are made by foreigners"."""
    if act.lemma not in _HOLDING or not any(_is_foreign(t) for t in act.agents):
        return
    subject = parties.parse.subject(act.verb)
    if subject is None or judgement.is_party(parties, subject):
        return
    who = judgement.subjects(parties, act.verb)[0]
    if who:
        start, end = acts.hull(parties, act)
        yield Judgement(
            "other hands", who, "weakness", act.verb, start, end, (parties.parse.phrase(subject),)
        )


def _invented(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """ "The transformer was invented by A"."""
    if act.lemma in ("invent", "pioneer", "devise", "conceive", "originate") and not act.negated:
        for token in act.agents:
            if who := judgement.whose(parties, token)[0]:
                start, end = acts.hull(parties, act)
                yield Judgement("invented", who, "strength", act.verb, start, end, (), "origination")


_HOLDING = words("control dominate make produce supply hold own provide monopolise monopolize build design")


def _is_foreign(token: Any) -> bool:
    said = {c.text.lower() for c in token.children}
    return token.text.lower() in ("others", "foreigners", "outsiders") or bool(
        said & {"foreign", "overseas", "other"}
    )


def _of_subject(parties: Parties, act: Predication, way: Direction) -> Iterator[Judgement]:
    denied = judgement.is_denied(act.verb) or any(
        c.text.lower() in _SMALL for t in act.patients for c in t.children
    )
    who, shown = judgement.subjects(parties, act.verb)
    if who:
        start, end = acts.hull(parties, act)
        yield Judgement(
            "idiom",
            who,
            OTHER[way] if denied else way,
            act.verb,
            start,
            end,
            acts.topics(parties, act),
            shown,
        )


def _by_finding(act: Predication) -> Direction | None:
    """ "Finds it hard to raise money", "sits on a treasure trove of data"."""
    if act.lemma == "find" and not act.negated:
        below = [c for c in act.verb.subtree if c.i > act.verb.i and c.i - act.verb.i < 5]
        told = {c.text.lower() for c in below}
        return "weakness" if "it" in told and told & idioms.HARD else None
    if act.lemma == "sit" and act.prepositions.get("on"):
        return "strength" if any(lemma(t) in nouns.STRONG for t in act.prepositions["on"]) else None
    return None


def _by_object(act: Predication) -> Direction | None:
    held = {lemma(t) for t in act.patients} | acts.objects(act)
    counted = any(c.text[:1].isdigit() or c.text == "$" for t in act.patients for c in t.subtree)
    behind = {w for by in act.prepositions.values() for t in by for w in (lemma(t), t.text.lower())}
    behind |= acts.beside(act)
    if behind & idioms.GOOD_TURNS.get(act.lemma, frozenset()) and not held:
        return "strength"
    if behind & idioms.BAD_TURNS.get(act.lemma, frozenset()) and not held:
        return "weakness"
    if not held or counted:
        return None
    if held & idioms.GOOD_OBJECTS.get(act.lemma, frozenset()):
        return "strength"
    return "weakness" if held & idioms.BAD_OBJECTS.get(act.lemma, frozenset()) else None


def _by_place(act: Predication) -> Direction | None:
    """ "Is in trouble", "remains at the mercy of others", "finds itself on the back foot"."""
    if act.lemma not in _BEING:
        return None
    for child in act.verb.children:
        word = child.text.lower()
        if child.i < act.verb.i or child.dep_ not in ("prep", "advmod", "acomp", "prt", "oprd"):
            continue
        for noun in _behind(child):
            if (way := _place(word, noun)) is not None:
                return way
    return None


def _behind(prep: Any) -> Iterator[Any]:
    """The nouns behind a preposition, also behind the second of two: "out of step", "up to the task"."""
    for child in prep.children:
        if child.dep_ == "pobj":
            yield child
        elif child.dep_ == "prep":
            yield from (inner for inner in child.children if inner.dep_ == "pobj")


def _place(word: str, noun: Any) -> Direction | None:
    said = {c.text.lower() for c in noun.children}
    plain = {lemma(noun), noun.text.lower()}
    if plain & idioms.SHAPES and word in ("in", "on", "at"):
        if said & idioms.GOOD_SHAPES:
            return "strength"
        return "weakness" if said & idioms.BAD_SHAPES else None
    if word == "of" and plain & _USE:
        if said & _GREAT:
            return "strength"
        return "weakness" if said & _SLIGHT else None
    if plain & idioms.GOOD_PLACES.get(word, frozenset()):
        return "strength"
    return "weakness" if plain & idioms.BAD_PLACES.get(word, frozenset()) else None


def _by_ease(act: Predication) -> Direction | None:
    """ "Is hard to beat", "is a pain to set up", "is easy to run"."""
    if act.lemma not in verbs.COPULAS:
        return None
    for child in act.verb.children:
        if child.dep_ != "acomp":
            continue
        done = next((c for c in child.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
        if done is None or any(c.dep_ == "dobj" for c in done.children):
            continue
        word = child.text.lower()
        if any(c.text.lower() in ("as", "so", "too", "how") for c in child.children):
            continue
        if word in idioms.HARD:
            return "strength" if lemma(done) in idioms.TO_BEAT else "weakness"
        if word in idioms.EASY:
            return "strength"
    return None


def _felt(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """ "Developers love A", "nobody trusts it", "it impressed me", "users complain about A"."""
    if act.lemma in idioms.WOW | idioms.LET_DOWN and acts.objects(act) & idioms.ONES:
        way: Direction = "strength" if act.lemma in idioms.WOW else "weakness"
        yield from (j for j in acts.of_subject(parties, act, way) if _are_products(j))
        return
    way_felt = _feeling(act)
    subject = parties.parse.subject(act.verb)
    if way_felt is None or subject is None or act.modal == "would":
        return
    if lemma(subject) not in idioms.PEOPLE and act.lemma not in idioms.IN_PUBLIC:
        return
    few = subject.text.lower() in ("nobody", "none", "few") or any(
        c.text.lower() in ("no", "few") for c in subject.children
    )
    turned = few != judgement.is_denied(act.verb)
    preps = ("to", "by", "about", "over", "on", "at", "of")
    held = act.patients or tuple(t for p in preps for t in act.prepositions.get(p, ()))
    for token in held:
        who = judgement.whose(parties, token)[0] if judgement.is_party(parties, token) else ()
        who = tuple(r for r in who if r.kind in ("model", "organisation", "unknown", "group"))
        if who:
            start, end = acts.hull(parties, act)
            yield Judgement(
                "felt",
                who,
                OTHER[way_felt] if turned else way_felt,
                act.verb,
                start,
                end,
                _rest(parties, act),
                None,
            )


def _rest(parties: Parties, act: Predication) -> tuple[tuple[int, int], ...]:
    """What something is liked for."""
    return tuple(
        parties.parse.phrase(t) for p in ("for", "in", "at", "with") for t in act.prepositions.get(p, ())
    )


def _feeling(act: Predication) -> Direction | None:
    if act.lemma in idioms.LIKE or act.lemma in idioms.TO_LIKE:
        return "strength" if act.patients or act.prepositions else None
    if act.lemma in idioms.DISLIKE or act.lemma in idioms.TO_DISLIKE:
        return "weakness" if act.patients or act.prepositions else None
    return None


def _are_products(found: Judgement) -> bool:
    return all(r.kind in ("model", "unknown", "organisation") for r in found.who)
