"""Who refuses, forbids or takes away what: "A stopped selling to B", "A revoked B's licence", "the bill
would stop
agencies using C", "staff in A may not use C".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from theodolite.extract.arguments import is_named
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.relations import lexicon, parties, restrictions
from theodolite.extract.relations.copulas import Copulas
from theodolite.extract.relations.lexicon import Sense
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon as words
from theodolite.extract.words import predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication

SELL = words.words("sell ship supply offer provide export deliver license serve release lease rent")
_CEASE = words.words("stop cease halt suspend end quit pause discontinue refuse decline")
_LISTS = words.words(
    """list blacklist control controls regime licensing sanction sanctions restriction restrictions
    register curbs"""
)
_TAKE_OFF = words.words(
    """suspend pull remove delete withdraw revoke cancel halt freeze seize confiscate intercept impound
    deny refuse
    reject yank delist rescind terminate turn scrap void"""
)
_WHAT_STOPS = words.words(
    """download downloads sale sales export exports shipment shipments use access licence licences
    license licenses
    permit permits approval approvals app apps order orders availability rollout delivery deliveries
    import imports
    purchase purchases permission"""
)
_STORES = words.words("store stores shelf shelves market phone phones device devices system systems list")
LAWS = words.words(
    """bill law act legislation rule rules order directive measure measures proposal regulation
    regulations decree
    ordinance amendment guideline guidelines"""
)
_STAFF = words.words(
    """official staff employee worker servant agency ministry department contractor soldier troop force
    school body
    unit personnel office lawmaker bureaucrat diplomat hospital bank firm company university civil"""
)
_PRIVATE = words.words("hospital bank firm company university school contractor")
_TAKE_UP = words.words(
    "use buy install access download deploy adopt run purchase procure import acquire obtain get"
)
_OWN_RULES = frozenset({"Netherlands", "United States", "Japan"})
_PUT_UNDER = words.words("put place add bring include list subject")
_LET = words.words("allow permit authorise authorize license")
_KEEP = words.words("forbid prohibit bar ban block stop")
_NEED = words.words("need require await seek")
_RESTRICT = frozenset(v.split()[0] for v, sense in lexicon.VERBS.items() if sense.predicate == "restricts")
_REFUSING = SELL | _PUT_UNDER | _TAKE_OFF | _RESTRICT | _LET | _KEEP | _TAKE_UP | _NEED
"""Every verb that a rule here asks for: most verbs are none."""


class Refusals(Copulas):
    """Sales ended, licences withdrawn, uses forbidden."""

    def refused(self, p: Predication) -> Iterator[Tie]:
        """Every tie of this kind that one verb states."""
        if p.lemma not in _REFUSING:
            return
        yield from self._sells_no_more(p)
        yield from self._put_under(p)
        yield from self._taken_off(p)
        yield from self._by_law(p)
        yield from self._not_allowed(p)
        yield from self._staff_may_not(p)
        yield from self._needs_leave(p)

    def _sells_no_more(self, p: Predication) -> Iterator[Tie]:
        """ "A stopped selling to B", "A does not offer its API in B", "A refuses to supply B"."""
        if p.lemma not in SELL or p.passive or p.modal in ("can", "ca", "could", "may", "must", "cannot"):
            return
        ceased = p.verb.dep_ in ("xcomp", "pcomp", "dobj") and lemma(p.verb.head) in _CEASE
        no_longer = any(c.dep_ in ("neg", "advmod") and c.text.lower() == "longer" for c in p.verb.children)
        denied = any(c.dep_ == "neg" for c in p.verb.children)
        present = denied and p.tense in ("present", "future")
        if not (ceased or no_longer or present):
            return
        who = [r for r in self.role(p, ("agents",)) if r.kind in ("organisation", "unknown", "side")]
        places = ("to", "in", "into", "for", "within", "inside")
        towards = [*p.recipients, *(t for w in places for t in p.prepositions.get(w, ()))]
        towards += [t for o in p.patients for t in predications.behind(o, *places)]
        if p.lemma in ("serve", "supply"):
            towards += p.patients
        yield from self._shut(p, who, towards)

    def _shut(self, p: Predication, who: list[Referent], tokens: Iterable[Any]) -> Iterator[Tie]:
        """Restrictions on those named, or on the country whose users or firms they are."""
        for token in tokens:
            if token.tag_.startswith("VB"):
                continue
            for other in self.arguments.all([self.inner(token)]):
                if other.kind == "thing":
                    inside = self.arguments.all(predications.behind(token, "in", "from", "of", "inside"))
                    sides = [r for r in inside if r.kind == "side"]
                    other = sides[0] if sides else other
                if other.kind not in ("side", "group", "organisation"):
                    continue
                for one in who:
                    if one.side != other.side and parties.fit(one, "restricts", other):
                        yield self.tie(p.verb, one, "restricts", other, None, False)

    def _put_under(self, p: Predication) -> Iterator[Tie]:
        """ "A added B to its export controls", "A placed B under sanctions"."""
        if p.lemma not in _PUT_UNDER or p.negated:
            return
        heads = [t for w in ("on", "to", "onto", "under", "in") for t in p.prepositions.get(w, ())]
        if not any(lemma(t) in _LISTS or t.text.lower() in _LISTS for t in heads):
            return
        who = self.role(p, ("agents",))
        if not who and p.passive:
            state = self._state(p, None)
            who = [state] if state else []
        yield from self.ties(p, Sense("restricts", things=True), who, self.role(p, ("patients",)))

    def _taken_off(self, p: Predication) -> Iterator[Tie]:
        """ "A suspended downloads of B", "A revoked B's licence", "A pulled B from its app stores"."""
        if p.lemma not in _TAKE_OFF or p.negated or p.modal in ("can", "could", "should", "must"):
            return
        who = [r for r in self.role(p, ("agents",)) if r.kind in ("side", "organisation", "unknown")]
        stores = any(
            lemma(t) in _STORES or t.text.lower() in _STORES
            for w in ("from", "off")
            for t in p.prepositions.get(w, ())
        )
        hit: list[Any] = []
        for token in p.patients:
            if token.text.lower() in _WHAT_STOPS:
                owners = [c for c in token.children if c.dep_ == "poss" and c.tag_ != "PRP$"]
                towards = [
                    t
                    for t in predications.behind(token, "to", "into", "for")
                    if (m := self.arguments.mention_at(self.parse.span(t)[0])) and m.kind in ("side", "group")
                ]
                hit += owners or towards or predications.behind(token, "of", "for", "to")
            elif stores:
                hit.append(token)
        if not p.passive or not all(t.text.lower() in _WHAT_STOPS for t in hit):
            hit = [t for t in hit if t.text.lower() not in _WHAT_STOPS]
        elif p.verb.dep_ == "acl" and lemma(p.verb.head.head) == "have":  # "B had its licence revoked by A"
            hit = list(predications.of(self.parse, p.verb.head.head).agents)
        else:
            hit = []
        objects = self.arguments.all(map(self.inner, hit))
        for one in who:
            for other in objects:
                if one.kind != "side" and other.kind == "thing":
                    continue
                yield from self.ties(p, Sense("restricts", things=True), [one], [other])

    def _by_law(self, p: Predication) -> Iterator[Tie]:
        """ "A bill would forbid contractors from using B": the state whose bill it is."""
        sense = lexicon.VERBS.get(p.name) or lexicon.VERBS.get(p.lemma)
        if p.passive or p.negated or sense is None or sense.predicate != "restricts":
            return
        if not any(lemma(t) in LAWS or lemma(t) in lexicon.RULES_NOUNS for t in p.agents):
            return
        who = [r for r in self.restrictors(p) if r.kind == "side"] or self._whose_law(p)
        if not who:
            state = self._state(p, None)
            who = [state] if state else []
        objects = self.shut_off(p) or self.arguments.all(self.restricted(p.patients))
        if not any(is_named(r) or parties.fit(w, "restricts", r) for r in objects for w in who):
            deeds = [d for d in p.verb.subtree if d.tag_ == "VBG" and lemma(d) in _TAKE_UP]
            objects = [
                r for d in deeds[:1] for r in self.arguments.all(predications.of(self.parse, d).patients)
            ]
        for one in who:
            for other in objects:
                if parties.fit(one, "restricts", other):
                    yield self.tie(p.verb, one, "restricts", other, None, False)

    def _whose_law(self, p: Predication) -> list[Referent]:
        """ "Europe's AI Act", "a Texas law", "China's new rules"."""
        for token in p.agents:
            start, end = self.parse.phrase(token)
            for mention in self.arguments.mentions:
                if start <= mention.start < end and mention.kind == "side" and mention.side:
                    return [replace(from_mention(self.content, mention), name=mention.side)]
        return []

    def _state(self, p: Predication, seller: Referent | None) -> Referent | None:
        """Whose rules they are that the words leave out: the seller's own country, else the usual state."""
        side = seller.side if seller is not None and seller.side in _OWN_RULES else None
        side = side or restrictions.usual(self.arguments.scene)
        at = self.parse.span(p.verb)[0]
        return Referent(side, "", side, at, at, "side") if side else None

    def _not_allowed(self, p: Predication) -> Iterator[Tie]:
        """ "A has never been allowed to sell to B", "B is forbidden to buy it"."""
        if p.lemma not in _LET and p.lemma not in _KEEP:
            return
        longer = any(c.text.lower() == "longer" for c in p.verb.children)
        let = p.lemma in _LET and (p.negated or longer)
        kept = p.lemma in _KEEP and not p.negated
        if not p.passive or not (let or kept) or p.agents:
            return
        deeds = [
            d
            for c in p.verb.children
            for d in (c, *c.children)
            if d.dep_ in ("xcomp", "pcomp") and d.tag_.startswith("VB")
        ]
        if not deeds or (lemma(deeds[0]) not in SELL and lemma(deeds[0]) not in _TAKE_UP):
            return
        for other in self.role(p, ("patients",)):
            seller = other if lemma(deeds[0]) in SELL else None
            state = self._state(p, seller)
            if state is None or other.kind not in ("side", "group", "organisation"):
                continue
            if seller is None and other.side == state.side:
                continue
            if parties.fit(state, "restricts", other):
                yield self.tie(p.verb, state, "restricts", other, None, False)

    def _staff_may_not(self, p: Predication) -> Iterator[Tie]:
        """ "Civil servants in A may not use B": A restricts B."""
        barred = p.negated and p.modal in ("may", "can", "ca", "must", "cannot")
        if p.lemma not in _TAKE_UP or p.passive or not barred:
            return
        for token in p.agents:
            if lemma(token) not in _STAFF or (lemma(token) in _PRIVATE and p.modal != "may"):
                continue
            start, end = self.parse.phrase(token)
            side = next((m for m in self.arguments.mentions if start <= m.start < end and m.side), None)
            if side is None or side.kind not in ("side", "group"):
                continue
            who = from_mention(self.content, side)
            state = Referent(side.side, who.text, side.side, side.start, side.end, "side")
            for other in self.role(p, ("patients",)):
                if is_named(other) and other.side != side.side and parties.fit(state, "restricts", other):
                    yield self.tie(p.verb, state, "restricts", other, None, False)

    def _needs_leave(self, p: Predication) -> Iterator[Tie]:
        """ "A needs a licence from B to sell it", "A was told by B that it would need a licence"."""
        if p.lemma not in _NEED or p.passive or p.negated:
            return
        if not any(lemma(t) in ("licence", "license", "permit", "permission") for t in p.patients):
            return
        above = p.verb.head if p.verb.dep_ == "ccomp" else None
        told = lemma(above) in ("tell", "inform", "notify", "warn") if above is not None else False
        givers = self.role(p, ("from",))
        if told and not givers:
            givers = self.arguments.all(predications.of(self.parse, above).agents)
        states = [g for g in givers if g.kind == "side" or g.name in _OFFICES]
        for state in states:
            for other in self.role(p, ("agents",)):
                if other.kind in ("organisation", "unknown", "group") and other.name != state.name:
                    yield from self.ties(p, Sense("restricts"), [state], [other])


_OFFICES = frozenset({"United States Department of Commerce", "Bureau of Industry and Security"})
