"""Posts and partnerships that verbs state with a preposition or a noun: "A hired B from C", "B sits on
the board of
A", "A counts B as a customer", "A and B signed a memorandum".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.relations import parties
from theodolite.extract.relations.lexicon import Sense
from theodolite.extract.relations.posts import is_person
from theodolite.extract.relations.refusals import Refusals
from theodolite.extract.relations.role_nouns import ROLES
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon as words
from theodolite.extract.words import predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication

BOARDS = words.words("board boards committee council panel commission faculty staff team")
_COUNT = words.words("count list name cite number claim boast include")
_HIRE = words.words("hire poach recruit lure snap sign nab steal entice")
_LEAVE = words.words("leave quit depart ditch desert")
_MOVE = words.words("move jump defect decamp go switch return relocate")
_TEACH = words.words("teach research study lecture work train")

_SIT = words.words("sit serve join chair be stay remain")
_HOLD = words.words("have hold take accept")
_CHOOSE = words.words("pick choose select name")
_POSTING = _HIRE | _SIT | _LEAVE | _MOVE | _TEACH | _HOLD | _COUNT | _CHOOSE | {"come"}
"""Every verb that a rule on posts or customers asks for: most verbs are none."""

_BOARD_NAME = re.compile(r"\b(?:Board|Committee|Council|Commission|Panel|Task Force|Taskforce)\b")


class Hirings(Refusals):
    """Posts, boards, customers and partners."""

    def posted(self, p: Predication) -> Iterator[Tie]:
        """Every tie of this kind that one verb states."""
        if p.lemma in _POSTING:
            yield from self._careers(p)
            yield from self._counts_as(p)
        yield from self._both(p)

    def _careers(self, p: Predication) -> Iterator[Tie]:
        """ "B sits on the board of A", "A hired B from C", "B left C for A", "B teaches law at A"."""
        if p.negated or p.modal in ("can", "could", "should", "would"):
            return
        member = Sense("part_of")
        if p.lemma in _HIRE and not p.passive:
            houses = [r for r in self.role(p, ("agents",)) if r.kind in ("organisation", "unknown")]
            people = [r for r in self.role(p, ("patients",)) if is_person(r)]
            yield from self.ties(p, member, people, houses)
            return
        if p.lemma in _HIRE and p.passive and p.agents:
            people = [r for r in self.role(p, ("patients",)) if is_person(r)]
            yield from self.ties(p, member, people, self.role(p, ("agents",)))
            return
        if p.passive:
            return
        places: tuple[Any, ...] = ()
        if p.lemma in _SIT:
            boards = [*p.prepositions.get("on", ()), *(p.patients if p.lemma == "join" else ())]
            for board in boards:
                named = self.arguments.mention_at(self.parse.span(board)[0])
                if named is not None and _BOARD_NAME.search(named.name):
                    places += (board,)
                elif lemma(board) in BOARDS:
                    places += predications.behind(board, "of", "at", "for")
                    places += tuple(c for c in board.children if c.dep_ == "poss" and c.tag_ != "PRP$")
        elif p.lemma in _LEAVE and p.patients:
            places = (*p.prepositions.get("for", ()), *self._joins(p))
        elif p.lemma in _MOVE and "from" in p.prepositions:
            places = p.prepositions.get("to", ())
        elif p.lemma == "come" and not p.prepositions.get("to"):
            places = p.prepositions.get("from", ())
        elif p.lemma in _TEACH and p.patients:
            places = p.prepositions.get("at", ())
        elif p.lemma in _HOLD:
            posts = [
                t for t in p.patients if lemma(t) in ("post", "job", "chair", "role", "seat", "position")
            ]
            places = (*(t for o in posts for t in predications.behind(o, "at", "with", "on")),)
            places += p.prepositions.get("at", ()) if posts else ()
        if places:
            people = [r for r in self.role(p, ("agents",)) if is_person(r)]
            houses = [r for r in self.arguments.all(places) if r.kind in ("organisation", "unknown")]
            yield from self.ties(p, member, people, houses)

    def _joins(self, p: Predication) -> Iterator[Any]:
        """ "Left A to join B"."""
        for deed in p.verb.children:
            if deed.dep_ in ("advcl", "xcomp") and lemma(deed) == "join":
                yield from predications.of(self.parse, deed).patients

    def _both(self, p: Predication) -> Iterator[Tie]:
        """ "A and B are building it together", "A and B joined forces", "A and B signed a memorandum"."""
        if p.passive or p.negated or len(p.agents) < 2:
            return
        joint = any(c.text.lower() in ("together", "jointly") for c in p.verb.children if c.dep_ == "advmod")
        noun = {lemma(t) for t in p.patients}
        joined = p.lemma == "join" and noun & {"force", "hand", "forces", "hands"}
        signed = p.lemma in (
            "sign",
            "form",
            "strike",
            "ink",
            "seal",
            "announce",
            "forge",
            "set",
            "reach",
        ) and (noun & {"memorandum", "pact", "mou", "tie-up", "accord", "consortium", "venture"})
        paired = p.lemma in ("team", "partner", "pair", "collaborate", "ally", "cooperate") and not p.patients
        if not (joint or joined or signed or paired) or p.prepositions.get("with"):
            return
        houses = [r for r in self.role(p, ("agents",)) if r.kind in ("organisation", "unknown", "side")]
        for other in houses[1:]:
            if parties.fit(houses[0], "partners_with", other) and (houses[0].kind == "side") == (
                other.kind == "side"
            ):
                yield self.tie(p.verb, houses[0], "partners_with", other, None, False)

    def _counts_as(self, p: Predication) -> Iterator[Tie]:
        """ "A counts B as a customer", "B lists A as an investor", "A picked B as its partner"."""
        if p.passive or p.negated:
            return
        chosen = p.lemma in _CHOOSE
        if not chosen and p.lemma not in _COUNT:
            return
        for token in p.prepositions.get("as", ()):
            role = ROLES.get(lemma(token))
            if role is None or (chosen and role.predicate != "partners_with"):
                continue
            houses, others = self.role(p, ("agents",)), self.role(p, ("patients",))
            if role.turned or role.predicate == "partners_with":
                yield from self.ties(p, Sense(role.predicate), houses, others)
            elif role.predicate in ("funds", "supplies", "owns"):
                yield from self.ties(p, Sense(role.predicate), others, houses)
