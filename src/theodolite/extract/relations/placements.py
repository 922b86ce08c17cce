"""Who takes what somebody makes: "A chose B to build it", "B's model will be embedded in A's app",
"A spent $2 billion on B's chips"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.relations import lexicon
from theodolite.extract.relations.dealings import Dealings
from theodolite.extract.relations.lexicon import Sense
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon as words
from theodolite.extract.words import predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication

_SELECT = words.words("select choose pick tap contract commission hire engage enlist")
_DELIVER = words.words(
    "supply provide build deliver design power make develop manufacture host run install equip"
)
_AS = words.words("supplier provider vendor contractor foundry")
_BASE = words.words("base basis foundation backbone starting")
_PUT_IN = words.words("integrate embed install deploy use adopt roll incorporate implement pilot trial build")
_PLACES = ("in", "into", "at", "across", "throughout", "inside", "within")
_SPOTS = words.words(
    "ward site office plant school branch department floor shop store classroom lab line team fleet car"
)


class Placements(Dealings):
    """Choices, installations and spending."""

    def _selected(self, p: Predication) -> Iterator[Tie]:
        """ "A has chosen B to supply its chips": B supplies A; "A chose B as the base": A is built on B."""
        if p.lemma not in _SELECT or p.negated:
            return
        purpose = {
            lemma(c) for t in (p.verb, *p.patients) for c in t.children if c.dep_ in ("xcomp", "acl", "advcl")
        }
        role = {lemma(t) for t in p.prepositions.get("as", ())}
        takers, chosen = self.role(p, ("agents",)), self.role(p, ("patients",))
        if role & _BASE:
            yield from self.ties(p, Sense("built_on"), takers, chosen)
        elif purpose & _DELIVER or role & _AS:
            givers = [r for r in chosen if r.kind in ("organisation", "unknown")]
            yield from self.ties(p, Sense("supplies"), givers, takers)

    def _installed(self, p: Predication) -> Iterator[Tie]:
        """ "B will be embedded in A's cars", "B is used at A": A uses B."""
        if not p.passive or p.lemma not in _PUT_IN or p.agents or p.negated:
            return
        owned = any(c.dep_ == "poss" and c.tag_ != "PRP$" for t in p.patients for c in t.children)
        kinds = ("model", "unknown", "thing") if owned else ("model", "unknown")
        put = [r for r in self.role(p, ("patients",)) if r.kind in kinds]
        heads = [t for place in _PLACES for t in p.prepositions.get(place, ())]
        heads += [t for t in p.prepositions.get("on", ()) if lemma(t) in _SPOTS]
        heads += [t for o in p.prepositions.get("for", ()) for t in predications.behind(o, "at", "in")]
        places = self.arguments.all(self._owners(tuple(heads)))
        houses = [r for r in places if r.kind in ("organisation", "unknown", "group")]
        yield from self.ties(p, Sense("uses", things=True), houses, put)

    def _owners(self, tokens: tuple[Any, ...]) -> Iterator[Any]:
        """Whose place it is: "in A's cars", "in cars of A"."""
        for token in tokens:
            owner = next((c for c in token.children if c.dep_ == "poss"), None)
            inner = predications.behind(token, "of", "at") if lemma(token) in _SPOTS else ()
            yield owner or (inner[0] if inner else token)

    def _spent(self, p: Predication) -> Iterator[Tie]:
        """ "A spent $2 billion on B chips": B supplies A."""
        if p.lemma not in ("spend", "splash") or p.passive or p.negated:
            return
        for ware in p.prepositions.get("on", ()):
            start, end = self.parse.phrase(ware)
            makers = [
                m for m in self.arguments.mentions if start <= m.start < end and m.kind == "organisation"
            ]
            if makers and lemma(ware) in lexicon.SUPPLIED:
                seller: Referent = from_mention(self.content, makers[0])
                yield from self.ties(p, Sense("supplies"), [seller], self.role(p, ("agents",)))
