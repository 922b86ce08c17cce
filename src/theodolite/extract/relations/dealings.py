"""Ties that a noun carries and a verb only helps with: money given and taken, deals, stakes, partnerships."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.relations import lexicon, parties
from theodolite.extract.relations.focus import house
from theodolite.extract.relations.lexicon import Sense
from theodolite.extract.relations.restraints import Restraints
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon as words
from theodolite.extract.words import predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication
from theodolite.model.claim import Predicate

_POUR = words.words("""invest pour put inject plough plow pump sink commit pledge channel funnel spend""")
_GET = words.words(
    """receive raise secure get win land attract obtain close complete draw take accept net score"""
)
_BUY = words.words("""buy purchase source order procure obtain import rent get receive lease license""")
_PERMITS = words.words("permit licence license approval authorisation authorization clearance")
_OFFICIAL = re.compile(r"\b(?:Department|Ministry|Bureau|Commission|Administration)\b")
_SERIES = re.compile(r"\bSeries [A-H]\b")
_JOINTLY = words.words(
    """work develop build create make produce commission conduct launch release co-develop design train
    organise organize publish run host establish sign announce"""
)
_ONLY_ABLE = words.words("can could should must would ca")
_IMPOSE = words.words(
    """impose put place introduce announce tighten enforce set extend expand adopt strengthen maintain
    enact levy slap apply implement order seek propose have keep widen broaden escalate unveil discuss
    consider weigh mull prepare draft plan finalise finalize roll bring issue ratchet include add create push
    press proceed"""
)


_GIVE = words.words(
    "provide give offer commit channel grant award lend allocate pay pledge promise donate earmark advance"
)
_FAR = {
    "enter": ("into",),
    "push": ("with",),
    "press": ("with",),
    "proceed": ("with",),
    "pay": ("for",),
    "spend": ("on", "for"),
}
"""Prepositions behind which the noun of a deal stands, by their verb: "entered into a deal"."""


class Dealings(Restraints):
    """Money, deals and partnerships."""

    def _money(self, p: Predication) -> Iterator[Tie]:
        """ "A poured $2 billion into B", "B raised $2 billion from A", "B closed a round led by A"."""
        if p.lemma in _POUR and p.patients and self._is_ware_put(p):
            return  # "put B into its apps"
        if p.lemma in _POUR:
            for place in ("into", "in") if p.lemma != "spend" else ("into",):
                yield from self.ties(
                    p,
                    Sense("funds", things=any(map(self.is_sum, p.patients))),
                    self.role(p, ("agents",)),
                    self.role(p, (place,)),
                )
        elif p.lemma in _GET and not p.passive:
            takers = self.role(p, ("agents",))
            if not any(self.is_money(t) for t in p.patients):
                return
            for giver in self.arguments.all(self._givers(p)):
                for taker in takers:
                    if parties.fit(giver, "funds", taker):
                        yield self.tie(p.verb, giver, "funds", taker, self.amount(p), p.negated)

    def _is_ware_put(self, p: Predication) -> bool:
        found = self.arguments.all(p.patients)
        return (
            bool(found)
            and found[0].kind in ("model", "organisation")
            and not any(map(self.is_sum, p.patients))
        )

    def _givers(self, p: Predication) -> Iterator[Any]:
        yield from p.prepositions.get("from", ())
        queue = [*p.patients, *(t for w in ("in", "through", "at") for t in p.prepositions.get(w, ()))]
        for token in queue[:8]:
            yield from predications.behind(token, "from")
            for child in token.children:
                if child.dep_ in ("acl", "relcl") and lemma(child) in ("lead", "back", "include", "co-lead"):
                    yield from predications.behind(child, "by")
            for inner in predications.behind(token, "of", "in", "at"):
                if not inner.tag_.startswith("VB"):
                    yield from predications.behind(inner, "from")
                    for child in inner.children:
                        if child.dep_ in ("acl", "relcl") and lemma(child) in ("lead", "back", "co-lead"):
                            yield from predications.behind(child, "by")

    def _dealt(self, p: Predication) -> Iterator[Tie]:
        """ "A struck a deal with B", "A imposed controls on B", "A took a stake in B"."""
        if p.passive:
            return
        behind = [t for w in _FAR.get(p.lemma, ()) for t in p.prepositions.get(w, ())]
        for noun in (*p.patients, *behind):
            word = lemma(noun)
            if p.lemma in ("pay", "spend") and noun in behind and word not in ("stake", "share", "holding"):
                continue
            if word in lexicon.PARTNER_NOUNS:
                yield from self._with(p, noun)
                yield from self._contract(p, noun)
                if word in (
                    "partnership",
                    "alliance",
                    "collaboration",
                    "agreement",
                    "deal",
                    "venture",
                    "tie-up",
                ):
                    yield from self._joint(p, noun)
            elif word in lexicon.RULES_NOUNS and p.lemma in _IMPOSE:
                on = predications.behind(noun, "on", "against", "over") or tuple(
                    t for w in ("on", "against", "over") for t in p.prepositions.get(w, ())
                )
                subjects = self.role(p, ("agents",))
                found = list(self.pairs(p, "restricts", subjects, self.restricted(on)))
                yield from found or self.elsewhere(p, noun, subjects)
            elif word in _PERMITS and p.lemma in ("require", "demand", "need", "introduce", "impose"):
                for goods in predications.behind(noun, "for", "on"):
                    yield from self._permitted(p, goods)
            elif word in ("stake", "share", "interest", "holding") or (
                noun.text in ("%", "percent", "cent") and p.lemma not in ("buy", "acquire", "purchase")
            ):
                predicate: Predicate = "owns" if p.lemma in ("own", "hold", "have", "control") else "funds"
                stakes = predications.behind(noun, "in", "of") or p.prepositions.get("in", ())
                yield from self.pairs(p, predicate, self.role(p, ("agents",)), stakes)
            elif p.lemma in _GIVE and self.is_money(noun):
                takers = [*p.recipients, *(t for w in ("to", "for") for t in p.prepositions.get(w, ()))]
                takers += predications.behind(noun, "to", "for")
                for deed in (*p.verb.children, *noun.children):
                    if lemma(deed) in ("make", "build", "develop", "produce") and deed.dep_ in (
                        "xcomp",
                        "advcl",
                        "acl",
                    ):
                        takers += predications.of(self.parse, deed).patients
                bought = [r for r in self.role(p, ("for",)) if r.kind == "organisation"]
                if p.lemma == "pay" and bought and not p.recipients:
                    yield from self.ties(p, Sense("owns"), self.role(p, ("agents",)), bought)
                    continue
                yield from self.pairs(p, "funds", self.role(p, ("agents",)), takers, True)
            elif word in ("investment", "bet", "investments") and p.lemma in (
                "make",
                "announce",
                "lead",
                "place",
            ):
                yield from self.pairs(
                    p, "funds", self.role(p, ("agents",)), predications.behind(noun, "in", "on")
                )
            elif p.lemma in ("lead", "co-lead", "join") and self._is_round(noun):
                yield from self._round(p, noun)
            elif word in ("use", "advantage") and p.lemma == "make":
                yield from self.pairs(
                    p, "uses", self.role(p, ("agents",)), predications.behind(noun, "of"), True
                )
            elif word in ("groundwork", "foundation", "foundations", "ground") and p.lemma in (
                "lay",
                "prepare",
            ):
                what = predications.behind(noun, "for") or p.prepositions.get("for", ())
                yield from self.pairs(p, "develops", self.role(p, ("agents",)), what, True)

    def _permitted(self, p: Predication, goods: Any) -> Iterator[Tie]:
        """ "B now requires permits for the export of chips": the export is restricted."""
        goods = self.inner(goods)
        start, end = self.parse.phrase(goods)
        name = re.sub(r"\A(?:the|all|any)\s", "", self.content[start:end])
        thing = Referent(name, self.content[start:end], None, start, end, "thing")
        for side in self.role(p, ("agents",)):
            official = side.kind == "organisation" and _OFFICIAL.search(side.name or "") is not None
            if (side.kind == "side" or official) and lemma(goods) in lexicon.RESTRICTED:
                yield self.tie(p.verb, side, "restricts", thing, None, p.negated)

    def is_sum(self, token: Any) -> bool:
        """Money, or a number of which the currency is left out ("11 billion")."""
        return self.is_money(token) or token.text.lower() in ("million", "billion", "trillion", "bn")

    def _is_round(self, noun: Any) -> bool:
        """ "The round", "the Series B", "this financing"."""
        start, end = self.parse.span(noun)
        return lemma(noun) in ("round", "financing", "funding", "raise") or bool(
            _SERIES.search(self.content[max(0, start - 7) : end + 2])
        )

    def _round(self, p: Predication, noun: Any) -> Iterator[Tie]:
        """ "A led the round": into the house that the words name, else into the one the text is about."""
        givers = self.role(p, ("agents",))
        behind = predications.behind(noun, "in", "for", "of")
        owners = tuple(c for c in noun.children if c.dep_ == "poss")
        takers = self.arguments.all(t for t in behind or owners if not t.tag_.startswith("VB"))
        if not takers:
            at = min([self.parse.span(noun)[0], *(g.start for g in givers)])
            found = house(self.arguments.scene, at, [g.name for g in givers])
            takers = [found] if found else []
        yield from self.ties(p, Sense("funds"), givers, takers)

    def _sold(self, p: Predication) -> Iterator[Tie]:
        """ "B was sold to A", "B has been taken over by A": B is A's."""
        if p.lemma != "sell" or not p.passive:
            return
        sold = [r for r in self.role(p, ("patients",)) if r.kind == "organisation"]
        yield from self.ties(p, Sense("owns"), self.role(p, ("to", "recipients")), sold)

    def _paid(self, p: Predication) -> Iterator[Tie]:
        """ "A pays B for its compute": A uses B."""
        if p.lemma != "pay" or p.passive or p.negated:
            return
        wares = p.prepositions.get("for", ()) or tuple(
            t for o in p.patients for t in predications.behind(o, "for")
        )
        if any(lemma(self.inner(t)) in lexicon.SUPPLIED or t.text.lower() in lexicon.SUPPLIED for t in wares):
            paid = [*self.role(p, ("recipients",)), *self.role(p, ("patients",))]
            yield from self.ties(
                p, Sense("uses"), self.role(p, ("agents",)), [r for r in paid if r.kind == "organisation"]
            )

    def _with(self, p: Predication, noun: Any) -> Iterator[Tie]:
        partners = predications.behind(noun, "with") or p.prepositions.get("with", ())
        yield from self.pairs(p, "partners_with", self.role(p, ("agents",)), partners)

    def _contract(self, p: Predication, noun: Any) -> Iterator[Tie]:
        """ "A awarded a contract to B", "B won a contract from A": B supplies A."""
        if lemma(noun) != "contract" or p.negated:
            return
        if p.lemma in ("award", "give", "grant", "hand"):
            takers = [*p.recipients, *p.prepositions.get("to", ()), *predications.behind(noun, "to")]
            bodies = [r for r in self.arguments.all(takers) if r.kind in ("organisation", "unknown")]
            yield from self.ties(p, Sense("supplies"), bodies, self.role(p, ("agents",)))
        elif p.lemma in ("win", "land", "secure", "get", "sign"):
            givers = [*p.prepositions.get("from", ()), *predications.behind(noun, "from")]
            bodies = [r for r in self.arguments.all(givers) if r.kind in ("organisation", "unknown", "side")]
            yield from self.ties(p, Sense("supplies"), self.role(p, ("agents",)), bodies)

    def _joint(self, p: Predication, noun: Any) -> Iterator[Tie]:
        """ "A and B announced a partnership"."""
        parties_named = self.role(p, ("agents",))
        others = predications.behind(noun, "with") or p.prepositions.get("with", ())
        if len(parties_named) < 2 or others:
            return
        first = parties_named[0]
        for other in parties_named[1:]:
            if parties.fit(first, "partners_with", other):
                yield self.tie(p.verb, first, "partners_with", other, None, p.negated)

    def among(self, p: Predication) -> Iterator[Tie]:
        """ "A counts B among its investors", "A was among the investors in B"."""
        for noun in p.prepositions.get("among", ()):
            word = lemma(noun)
            if p.lemma == "be":
                givers, takers = (
                    self.role(p, ("agents",)),
                    self.arguments.all(predications.behind(noun, "in", "of")),
                )
            else:
                givers, takers = self.role(p, ("patients",)), self.role(p, ("agents",))
            if word in ("investor", "backer", "shareholder"):
                yield from self.ties(p, Sense("funds"), givers, takers)
            elif word in ("customer", "client"):
                yield from self.ties(p, Sense("supplies"), takers, givers)

    def _together(self, p: Predication) -> Iterator[Tie]:
        """ "A developed it with B", "A commissioned a study with B": partners."""
        if p.lemma not in _JOINTLY or p.negated or any(map(self.is_money, p.prepositions.get("with", ()))):
            return
        with_whom = [r for r in self.role(p, ("with", "alongside")) if r.kind in ("organisation", "unknown")]
        if not with_whom:
            return
        made = [r for r in self.role(p, ("patients",)) if r.kind in ("model", "unknown")]
        if made and p.lemma in ("develop", "build", "create", "train", "co-develop", "make", "design"):
            yield from self.ties(p, Sense("develops"), with_whom, made)
            return
        yield from self.ties(p, Sense("partners_with"), self.role(p, ("agents",)), with_whom)

    def _bought(self, p: Predication) -> Iterator[Tie]:
        """ "B imports A chips": A supplies B."""
        if p.lemma not in _BUY or p.passive or p.modal in _ONLY_ABLE:
            return
        for token in map(self.inner, p.patients):
            start, end = self.parse.phrase(token)
            at = self.parse.span(token)[0]
            makers = [
                m
                for m in self.arguments.mentions
                if start <= m.start < end and not m.start <= at < m.end and m.kind == "organisation"
            ]
            if lemma(token) in lexicon.SUPPLIED and makers:
                for buyer in self.role(p, ("agents",)):
                    seller = from_mention(self.content, makers[0])
                    if parties.fit(seller, "supplies", buyer):
                        yield self.tie(p.verb, seller, "supplies", buyer, None, p.negated)
