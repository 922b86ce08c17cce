"""Who restricts whom, where verbs say so: bars, blocks, lists, and what somebody cannot do somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from theodolite.extract.arguments import is_named
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.relations import lexicon, parties, restrictions
from theodolite.extract.relations.lexicon import Sense
from theodolite.extract.relations.roles import Roles
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon as words
from theodolite.extract.words import predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication

_GET_GOODS = words.words("import buy purchase access obtain get acquire procure use order adopt deploy sell")
_BIDDEN = words.words("buy use purchase order sell deploy install procure import export ship")
_ENDS = words.words("remove replace ditch abandon drop scrap uninstall avoid shun boycott")
_EFFORT = words.words(
    """effort attempt bid move plan push campaign drive policy decision measure step law rule"""
)


_OF_STATE = words.words(
    """officials lawmakers legislators senators congressmen policymakers regulators authorities politicians
    leaders"""
)


def _state_of(party: Referent) -> Referent:
    """What the officials or lawmakers of a country restrict, the country does."""
    if party.kind != "group" or not party.side or (party.name or "").split()[-1].lower() not in _OF_STATE:
        return party
    return replace(party, name=party.side, kind="side")


class Restraints(Roles):
    """Bars, blocks and lists."""

    def restrictors(self, p: Predication) -> list[Referent]:
        """Who restricts: the subject, or whose effort, rules or law it is ("U.S. efforts to curtail ...")."""
        found: list[Referent] = []
        subject = self.parse.subject(p.verb) if not p.passive else None
        for token in p.agents or ((subject,) if subject is not None else ()):
            if lemma(token) in _EFFORT or lemma(token) in lexicon.RULES_NOUNS:
                start, end = self.parse.phrase(token)
                sides = [m for m in self.arguments.mentions if start <= m.start < end and m.kind == "side"]
                found += [replace(from_mention(self.content, m), name=m.side or m.name) for m in sides[:1]]
                governing = self.parse.verb_above(token)
                if not sides and token.dep_ in ("dobj", "pobj") and governing.tag_.startswith("VB"):
                    found += self.arguments.all(predications.of(self.parse, governing).agents)
            else:
                found += map(_state_of, self.arguments.all([token]))
        return found

    def shut_off(self, p: Predication) -> list[Referent]:
        """The party that a seller is kept from: "A barred B from selling to C" is about C."""
        for deed in p.verb.children:  # "A forbids its agencies to use B"
            if deed.dep_ == "xcomp" and lemma(deed) in _BIDDEN and deed.i > p.verb.i and p.lemma == "forbid":
                named = self.arguments.all(c for c in deed.children if c.dep_ == "dobj")
                if not any(is_named(r) for r in self.arguments.all(p.patients)):
                    return [r for r in named if is_named(r)]
        for child in p.verb.children:
            if child.dep_ == "prep" and child.text.lower() == "from":
                for deed in child.children:
                    if deed.dep_ == "pcomp" and lemma(deed) in (
                        "buy",
                        "use",
                        "purchase",
                        "order",
                        "adopt",
                        "import",
                    ):
                        named = self.arguments.all(t for o in deed.children if o.dep_ == "dobj" for t in (o,))
                        kept = self.arguments.all(p.patients)
                        if not any(is_named(r) for r in kept):
                            return [r for r in named if is_named(r)]
                    if deed.dep_ == "pcomp" and lemma(deed) in (
                        "sell",
                        "export",
                        "ship",
                        "supply",
                        "provide",
                        "deal",
                        "transfer",
                        "offer",
                    ):
                        far = predications.behind(deed, "to", "with") or tuple(
                            t for o in deed.children if o.dep_ == "dobj" for t in predications.behind(o, "to")
                        )
                        return [
                            r for r in self.arguments.all(far) if r.kind in ("side", "group", "organisation")
                        ]
        return []

    def elsewhere(self, p: Predication, noun: Any, subjects: list[Referent]) -> Iterator[Tie]:
        """The side that restrictions are on, further on in the sentence: "... to export chips to China"."""
        after = self.parse.span(noun)[1]
        for subject in subjects:
            for mention in self.arguments.mentions:
                if (
                    mention.start > after
                    and mention.kind in ("side", "group")
                    and mention.side != subject.side
                ):
                    other = from_mention(self.content, mention)
                    if parties.fit(subject, "restricts", other):
                        yield self.tie(p.verb, subject, "restricts", other, None, p.negated)
                    break

    def _listed(self, p: Predication) -> Iterator[Tie]:
        """ "A put B on its entity list"."""
        if p.lemma in ("put", "place", "add") and not p.negated:
            lists = [t for w in ("on", "to", "onto") for t in p.prepositions.get(w, ())]
            if any(lemma(t) in ("list", "blacklist") for t in lists):
                yield from self.ties(
                    p, Sense("restricts"), self.role(p, ("agents",)), self.role(p, ("patients",))
                )

    def _told_off(self, p: Predication) -> Iterator[Tie]:
        """ "A told companies to stop buying B": A restricts B."""
        if (
            p.lemma not in ("tell", "order", "instruct", "urge", "ask", "direct", "advise", "request")
            or p.negated
        ):
            yield from self._not_let(p)
            return
        for child in p.verb.children:
            if child.dep_ not in ("xcomp", "ccomp", "advcl") or not child.tag_.startswith("VB"):
                continue
            stopped = lemma(child) in ("stop", "avoid", "halt", "cease", "suspend", "pause", "refrain")
            deeds = [c for c in child.subtree if lemma(c) in _BIDDEN]
            ending = lemma(child) in _ENDS
            if not (deeds or ending) or not (stopped or ending or predications.is_negated(child)):
                told = [r for r in self.arguments.all(p.patients) if r.kind in ("organisation", "model")]
                if stopped:
                    yield from self.ties(p, Sense("restricts"), self.role(p, ("agents",)), told)
                continue
            deed = child if ending else deeds[0]
            goods = self.arguments.all(map(self.inner, predications.of(self.parse, deed).patients))
            named = [r for r in goods if is_named(r)] or goods
            yield from self.ties(p, Sense("restricts", things=True), self.role(p, ("agents",)), named)

    def _not_let(self, p: Predication) -> Iterator[Tie]:
        """ "A does not allow its staff to use B": A restricts B."""
        if p.lemma not in ("allow", "permit", "let") or not p.negated or p.passive:
            return
        for child in p.verb.children:
            if child.dep_ in ("xcomp", "ccomp") and lemma(child) in _BIDDEN:
                goods = self.arguments.all(predications.of(self.parse, child).patients)
                named = [r for r in goods if is_named(r)]
                yield from self.ties(p, Sense("restricts"), self.role(p, ("agents",)), named, stated=True)

    def _faced(self, p: Predication) -> Iterator[Tie]:
        """ "B faces export limits": from the state that the text is about."""
        if p.lemma not in ("face", "confront", "suffer", "endure") or p.passive:
            return
        if not any(
            lemma(t) in lexicon.RULES_NOUNS or t.text.lower() in lexicon.RULES_NOUNS for t in p.patients
        ):
            return
        if side := restrictions.usual(self.arguments.scene):
            at = self.parse.span(p.verb)[0]
            state = Referent(side, "", side, at, at, "side")
            for other in self.role(p, ("agents",)):
                if other.kind in ("side", "group", "organisation") and other.name != side:
                    yield self.tie(p.verb, state, "restricts", other, None, p.negated)

    def _denied_goods(self, p: Predication) -> Iterator[Tie]:
        """ "B cannot import these chips": by the rules of the state that the text is about."""
        able = p.modal in ("can", "ca", "could", "cannot")
        if not (able and p.negated and p.lemma in _GET_GOODS):
            return
        if not any(
            lemma(t) in lexicon.RESTRICTED or lemma(t) + "s" in lexicon.RESTRICTED for t in p.patients
        ):
            return
        side = restrictions.usual(self.arguments.scene)
        if not side:
            return
        at = self.parse.span(p.verb)[0]
        state = Referent(side, "", side, at, at, "side")
        for other in self.role(p, ("agents",)):
            if other.kind in ("side", "group", "organisation") and other.side != side:
                yield self.tie(p.verb, state, "restricts", other, None, False)

    def _barred(self, p: Predication) -> Iterator[Tie]:
        """ "B is blocked in A", "B can't go into A", "A bars B from selling to C"."""
        blocked = p.passive and p.lemma in (
            "block",
            "ban",
            "restrict",
            "bar",
            "prohibit",
            "outlaw",
            "censor",
            "limit",
        )
        shut_out = p.negated and p.modal in ("can", "ca", "could", "cannot") and p.lemma in (
            "go", "enter", "operate", "access", "sell", "do", "invest", "come", "export", "compete"
        )  # fmt: skip
        yield from self._denied_goods(p)
        yield from self._faced(p)
        yield from self._told_off(p)
        if not (blocked or shut_out) or (blocked and p.agents):
            return
        kept_out = self.role(p, ("patients",) if blocked else ("agents",))
        for place in ("in", "into", "to", "from", "inside"):
            for state in self.role(p, (place,)):
                for other in kept_out:
                    named = other.kind in ("group", "organisation", "model", "unknown")
                    if state.kind == "side" and named and other.side != state.name:
                        yield self.tie(p.verb, state, "restricts", other, None, False)
