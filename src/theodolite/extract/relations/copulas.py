"""Ties that say what something is: "A is a subsidiary of B", "these are copies of B"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theodolite.extract.referents import Referent
from theodolite.extract.relations import lexicon, parties
from theodolite.extract.relations.lexicon import Sense
from theodolite.extract.relations.placements import Placements
from theodolite.extract.relations.role_nouns import ROLES, Role
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon as words
from theodolite.extract.words import predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication
from theodolite.model.claim import Predicate

_STATES: dict[str, tuple[Predicate, tuple[str, ...]]] = {
    **dict.fromkeys(("dependent", "reliant", "hooked"), ("uses", ("on", "upon"))),
    **dict.fromkeys(("wedded", "addicted", "beholden", "anchored"), ("uses", ("to",))),
    **dict.fromkeys(("indebted",), ("built_on", ("to",))),
}
"""Adjectives that state a tie, and the words that the other party stands behind."""


_REDONE = words.words(
    """tuned fine-tuned finetuned distilled rebranded modified retrained repackaged customised customized
    renamed tweaked
    adapted rebadged quantised quantized compressed"""
)
_IN_USE = words.words("use service production operation pilot testing trial action")


class Copulas(Placements):
    """What something is said to be."""

    def _is(self, p: Predication) -> Iterator[Tie]:
        """ "A is a subsidiary of B", "these are copies of B", "A is dependent on B"."""
        subjects = self.role(p, ("agents",))
        for noun in p.complements:
            word = lemma(noun)
            of = predications.behind(noun, "of")
            if any(c.dep_ in ("amod", "compound") and c.text.lower() in _REDONE for c in noun.children):
                yield from self.pairs(p, "built_on", subjects, [noun])  # "is a fine-tuned B"
            if word in lexicon.COPIES:
                yield from self.pairs(p, "built_on", subjects, of or predications.behind(noun, "around"))
            elif word in lexicon.PARTS:
                yield from self.pairs(p, "part_of", subjects, of)
            elif word == "company" and not predications.behind(noun, "behind"):
                house = [c for c in noun.children if c.dep_ in ("compound", "nmod", "poss")]
                yield from self.pairs(p, "part_of", subjects, house[:1])
            elif word in ("maker", "developer", "creator", "manufacturer"):
                yield from self.pairs(p, "develops", subjects, of, True)
            elif word in ("owner", "parent"):
                yield from self.pairs(p, "owns", subjects, of)
            elif word in ("supplier", "provider"):
                yield from self.pairs(p, "supplies", subjects, predications.behind(noun, "to", "for"))
            elif word in ("investor", "backer", "shareholder"):
                yield from self.pairs(p, "funds", subjects, predications.behind(noun, "in", "of"))
            elif word == "user":
                yield from self.pairs(p, "uses", subjects, of, True)
            elif word in ("partner", "partners"):
                yield from self.pairs(p, "partners_with", subjects, of or predications.behind(noun, "with"))
            elif (role := ROLES.get(word)) is not None:
                others = predications.behind(noun, *role.on) if role.on else ()
                if not others and role.owned:
                    others = tuple(c for c in noun.children if c.dep_ == "poss")
                yield from self._role(p, role, subjects, others)
        for child in p.verb.children:
            if child.dep_ == "acomp" and child.text.lower() in (
                "based",
                "tuned",
                "built",
                "derived",
                "distilled",
            ):
                bases = predications.behind(child, "on", "from", "upon", "around")
                yield from self.pairs(p, "built_on", subjects, bases)
            if child.dep_ == "acomp" and (state := _STATES.get(child.text.lower())):
                predicate, places = state
                yield from self.pairs(p, predicate, subjects, predications.behind(child, *places), True)
        yield from self.among(p)
        yield from self._in_use(p, subjects)
        talks = [
            t
            for t in p.prepositions.get("in", ())
            if lemma(t) in ("talk", "talks", "discussion", "negotiation")
        ]
        for noun in talks:
            yield from self._talks(p, noun, subjects)

    def _in_use(self, p: Predication, subjects: list[Referent]) -> Iterator[Tie]:
        """ "B is in pilot use at A, C and D"."""
        if p.negated or not any(lemma(t) in _IN_USE for t in p.prepositions.get("in", ())):
            return
        used = [r for r in subjects if r.kind in ("model", "unknown", "thing")]
        behind = [
            t for n in p.prepositions.get("in", ()) for t in predications.behind(n, "at", "by", "among", "in")
        ]
        houses = [*self.role(p, ("at", "by", "among")), *self.arguments.all(behind)]
        users = [r for r in houses if r.kind in ("organisation", "unknown", "group")]
        yield from self.ties(p, Sense("uses", things=True), users, used)

    def _role(
        self, p: Predication, role: Role, subjects: list[Referent], others: tuple[Any, ...]
    ) -> Iterator[Tie]:
        """ "A is a backer of B", "A is the work of B"."""
        if not role.turned:
            yield from self.pairs(p, role.predicate, subjects, others, True)
            return
        for other in self.arguments.all(t for t in others if not t.tag_.startswith("VB")):
            predicate = role.person if role.person and other.kind == "person" else role.predicate
            for subject in subjects:
                if parties.fit(other, predicate, subject):
                    yield self.tie(p.verb, other, predicate, subject, None, p.negated)

    def _talks(self, p: Predication, noun: Any, subjects: list[Referent]) -> Iterator[Tie]:
        """ "A is in talks with B to supply ...": B would supply A; else they would be partners."""
        others = predications.behind(noun, "with") or p.prepositions.get("with", ())
        investors = any(lemma(t) in ("investor", "backer", "fund", "shareholder") for t in others)
        partners = self.arguments.all(others)
        purpose = [c for t in (noun, p.verb) for c in t.children if c.dep_ in ("acl", "advcl", "xcomp")]
        words = {lemma(c) for c in purpose}
        for subject in subjects:
            for partner in partners:
                if words & {"supply", "provide", "sell", "license", "power"}:
                    giver, predicate, taker = partner, "supplies", subject
                elif words & {"invest", "fund", "back"}:
                    giver, predicate, taker = subject, "funds", partner
                elif words & {"acquire", "buy"}:
                    giver, predicate, taker = subject, "owns", partner
                elif words & {"raise", "secure"} or investors:
                    giver, predicate, taker = partner, "funds", subject
                else:
                    giver, predicate, taker = subject, "partners_with", partner
                if parties.fit(giver, predicate, taker):  # type: ignore[arg-type]
                    tie = self.tie(p.verb, giver, predicate, taker, None, p.negated)  # type: ignore[arg-type]
                    last = max([tie.end, *(self.parse.span(c)[1] for c in purpose)])
                    yield Tie(
                        tie.subject,
                        tie.predicate,
                        tie.object,
                        tie.start,
                        last,
                        tie.cue,
                        hedged=True,
                        forecast=True,
                    )
