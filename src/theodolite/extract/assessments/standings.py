"""Judgements by where somebody stands among all: "tops the table", "slips two places", "hardly features",
"has more users than anyone"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theodolite.extract.assessments import acts, judgement
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import Judgement
from theodolite.extract.assessments.lexicon import adjectives
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.words import predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.lexicon import words
from theodolite.extract.words.predications import Predication

_LISTS = words(
    """
    table ranking rankings list index chart charts leaderboard league count tally standings field pack class
    division tier group poll survey world ladder rank
    """
)
_STEPS = words("place places spot spots rank ranks rung rungs position positions notch notches")
_UP = words("climb rise jump advance gain vault leap move")
_DOWN = words("slip slide drop tumble fall sink lose")
_PLACED = words("come rank finish place stand sit land emerge end")
_FIRST = words("first top nearest closest highest")
_LAST = words("last bottom lowest nowhere")
_SEEN = words("feature appear figure register exist show")
_NEAR = words("nearest closest")
_RISING = words("top head lead enter crack join reenter") | _UP | _DOWN
_ASKED = _RISING | _PLACED | _SEEN | {"be"}
"""The verbs of which anything is said here."""
_HARDLY = words("hardly barely scarcely rarely nowhere seldom not n't n’t never")
_ANYBODY = words("anyone anybody everyone everybody anything anywhere elsewhere rest all")
_MOST_THANS = 8  # in one sentence
_ANY = words("any every all most")
_BAD_MORE = words("slower worse weaker poorer fewer less costlier dearer riskier slowly poorly")
_BAD_MUCH = words(
    "cost losses loss debt errors mistakes outages layoffs power energy electricity trouble problems failures"
)
WORDS = words(
    """
    tops topped topping climbs climbed slips slipped slid slides tumbled tumbles features appears figures
    nearest
    bottom anyone anybody everyone else elsewhere sinks sank hardly barely scarcely rarely nowhere
    """
) | frozenset({"any", "table", "ranking", "rankings", "places"})
"""What a cheap look-up finds in a sentence that may place somebody."""


def of_act(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """What a verb says of its subject's standing."""
    if act.passive or act.lemma not in _ASKED:
        return
    way = _risen(act) or _placed(act)
    if way is not None:
        yield from acts.of_subject(parties, act, way)
    elif act.lemma in _SEEN and not act.patients:
        yield from _unseen(parties, act)


def _unseen(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """ "Hardly features", "does not appear among them", "no model from A or B appears in the list"."""
    beside = acts.beside(act)
    listed = bool(act.prepositions.keys() & {"in", "on", "among"}) or "anywhere" in beside
    if beside & _HARDLY - {"not", "n't", "n’t", "never"} or (act.negated and listed):
        yield from acts.of_subject(parties, act, "weakness", flat=True)
        return
    subject = parties.parse.subject(act.verb)
    if subject is None or not listed or not any(c.text.lower() == "no" for c in subject.children):
        return
    for token in predications.behind(subject, "from", "of", "in"):
        if judgement.is_party(parties, token) and (who := judgement.whose(parties, token)[0]):
            start, end = acts.hull(parties, act)
            yield Judgement("unseen", who, "weakness", act.verb, start, end, (parties.parse.phrase(subject),))


def _risen(act: Predication) -> Direction | None:
    """ "Tops the table", "climbs two places", "enters the top ten", "slips"."""
    if act.lemma not in _RISING:
        return None
    held = {lemma(t) for t in act.patients} | acts.objects(act)
    if act.lemma in ("top", "head") and held and (act.lemma == "top" or held & _LISTS):
        return "strength" if held & _LISTS or _is_count(act) else None
    if act.lemma == "lead" and acts.objects(act) and acts.objects(act) <= {"it", "them", "both"}:
        return "strength"
    if act.lemma in ("enter", "crack", "join", "reenter") and _is_top(act):
        return "strength"
    stepped = bool(held & _STEPS) or any(
        c.dep_ == "npadvmod" and c.text.lower() in _STEPS for c in act.verb.children
    )
    if act.lemma in _UP and stepped:
        return "strength"
    if act.lemma in _DOWN and (stepped or _out_of_top(act)):
        return "weakness"
    alone = not act.patients and not any(c.dep_ in ("prep", "prt", "npadvmod", "advmod", "xcomp")
                                         for c in act.verb.children)  # fmt: skip
    return "weakness" if act.lemma == "slip" and alone else None


def _is_count(act: Predication) -> bool:
    """ "Tops the paper count": no figure, no other party."""
    return any(not t.text[:1].isdigit() and t.tag_ in ("NN", "NNS") for t in act.patients) and not any(
        c.text[:1].isdigit() or c.text == "$" for t in act.patients for c in t.subtree
    )


def _is_top(act: Predication) -> bool:
    return any(c.text.lower() in ("top", "first") for t in act.patients for c in t.children) or bool(
        acts.objects(act) & {"top"}
    )


def _out_of_top(act: Predication) -> bool:
    held = [t for word in ("of", "from", "out") for t in act.prepositions.get(word, ())]
    return any(c.text.lower() == "top" for t in held for c in (t, *t.children))


def _placed(act: Predication) -> Direction | None:
    """ "Comes nearest", "ranks last", "finished bottom"."""
    if act.lemma == "be" and acts.beside(act) & {"nowhere"} and not act.patients:
        return "weakness"
    if act.lemma not in _PLACED:
        return None
    said = {c.text.lower() for c in act.verb.children if c.i > act.verb.i}
    if said & _LAST and not said & {"minute"}:
        return "weakness"
    return "strength" if said & _NEAR else None


def of_sentence(parties: Parties) -> Iterator[Judgement]:
    """ "Had more papers accepted than any other campus", "no country files more patents than China"."""
    if "than" not in parties.parse.doc.text.lower():
        return
    for than in [t for t in parties.parse.tokens if t.text.lower() == "than"][:_MOST_THANS]:
        more = _comparative(than)
        if more is None:
            continue
        verb = parties.parse.verb_above(more)
        subject = parties.parse.subject(verb)
        if subject is None:
            continue
        nobody = _is_nobody(subject)
        who = _behind(parties, than) if nobody else judgement.subjects(parties, verb)[0]
        if who and nobody != _is_any(than):
            start, end = parties.parse.span(verb)
            end = max(end, parties.parse.span(than)[0] - 1)
            yield Judgement("more than any", who, _worth(more), verb, start, end, _topics(parties, more))


def _comparative(than: Any) -> Any | None:
    """The word that "than" completes: "more", "faster"."""
    token = than
    for _ in range(5):
        token = token.head
        near = [token, *(c for c in token.children if c.i < than.i)]
        if found := next((t for t in near if t.tag_ in ("JJR", "RBR") and t.i < than.i), None):
            return found
        if (token.tag_.startswith("VB") and token.dep_ != "acl") or token.head.i == token.i:
            below = [t for t in token.subtree if t.tag_ in ("JJR", "RBR") and t.i < than.i]
            return below[-1] if below else None
    return None


def _is_any(than: Any) -> bool:
    """Whether everybody stands behind "than"."""
    for held in than.children:
        if held.text.lower() in _ANYBODY:
            return True
        before = [c.text.lower() for c in held.children if c.i < held.i]
        if (
            before
            and before[0] in _ANY
            and ("other" in before or held.text.lower() in ("rival", "rivals", "others"))
        ):
            return True
    return False


def _is_nobody(subject: Any) -> bool:
    if subject.text.lower() in ("nobody", "none") or subject.text.lower() == "one":
        return subject.text.lower() != "one" or any(c.text.lower() == "no" for c in subject.children)
    return any(c.text.lower() == "no" for c in subject.children)


def _behind(parties: Parties, than: Any) -> tuple[Any, ...]:
    return tuple(
        r for c in than.children if c.dep_ in ("pobj", "nsubj") for r in parties.of(c) if judgement.fits(r)
    )


def _worth(more: Any) -> Direction:
    counted = more.head if more.dep_ == "amod" else None
    if more.text.lower() in _BAD_MORE | adjectives.WEAK or (
        counted is not None and lemma(counted) in _BAD_MUCH
    ):
        return "weakness"
    said = more.head.text.lower()
    if more.text.lower() in ("more", "less"):
        bad = said in adjectives.WEAK or said in adjectives.AGAINST
        return "weakness" if bad != (more.text.lower() == "less") else "strength"
    return "strength"


def _topics(parties: Parties, more: Any) -> tuple[tuple[int, int], ...]:
    noun = more.head if more.dep_ == "amod" else more
    found = [parties.parse.phrase(noun)] if noun.tag_.startswith("NN") else []
    verb = parties.parse.verb_above(more)
    start, end = parties.parse.span(verb)
    return (*found, (start, max(end, parties.parse.span(more)[1])))
