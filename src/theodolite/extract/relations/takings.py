"""What is used or built on, who belongs to whom, who supplies whom, where a verb needs its preposition
or its noun
to say so: "A trains on B", "A took B as its base", "A hired B from C", "A counts B as a customer".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from theodolite.extract.referents import Referent
from theodolite.extract.relations import lexicon, parties
from theodolite.extract.relations.hirings import BOARDS, Hirings
from theodolite.extract.relations.lexicon import Sense
from theodolite.extract.relations.makers import made_by
from theodolite.extract.relations.posts import is_person
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon as words
from theodolite.extract.words import predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication

_RUN_ON = words.words(
    "run serve train pretrain prototype infer operate compute deploy inference test sit rest ride live rely"
)
BASES = words.words("base basis foundation backbone starting point scaffold core teacher")
_INNARDS = words.words(
    "architecture weight design code tokenizer recipe base backbone layout technique blueprint"
)
_MAKE = words.words("make produce create build obtain get yield give train")
_PRODUCE = words.words("make manufacture produce fabricate package assemble build")
_CHOOSES = words.words("choose pick select favour favor prefer")
_TAKES = _CHOOSES | words.words("run host offer serve resell carry stock bundle")
_PUT_IN = words.words("build put weave bake bundle fold plug load pack integrate embed slot add plumb wire")
_HAS = frozenset({"rush out", "show off"}) | words.words(
    "have offer boast tout rush improve refine update upgrade show demonstrate push promote open"
)
_LISTED = words.words("list blacklist index ban table ranking portfolio suit lawsuit case group board")
_VERSIONS = re.compile(
    r"(?:(?:the|its|an?)\s)?(?:(?:earlier|previous|first|later|older|newer|new|latest|current|original|next)\s){1,2}"
    r"(?:versions?|generations?|iterations?|editions?|releases?)",
    re.I,
)
_HARDWARE = words.words(
    """chip chips processor processors gpu gpus accelerator accelerators wafer wafers semiconductor
    semiconductors"""
)
_OUT_WITH = words.words("follow respond answer counter debut return reply retaliate come hit strike fire")
_BEGIN = words.words("start begin originate")
_TAKE_AS = words.words("take use have adopt")
_BORROW = words.words("borrow lift inherit take crib derive copy get")
_REUSE = words.words("use reuse adopt share borrow copy")
_SWITCH = words.words("switch move migrate port shift rebase")
_TRY_OUT = words.words("sample qualify test")
_STAND = words.words("be stand sit")
_TAKING = frozenset().union(
    *(
        _RUN_ON,
        _TAKES,
        _PUT_IN,
        _PRODUCE,
        _OUT_WITH,
        _BEGIN,
        _TAKE_AS,
        _BORROW,
        _REUSE,
        _SWITCH,
        _TRY_OUT,
        _STAND,
    ),
    (verb.split()[0] for verb in _HAS),
    (verb for verb, sense in lexicon.VERBS.items() if sense.predicate == "built_on"),
    ("make", "come"),
)
"""Every verb that a rule here asks for: most verbs are none."""


class Takings(Hirings):
    """Uses, derivations, posts and supplies that prepositions tell apart."""

    def taken(self, p: Predication) -> Iterator[Tie]:
        """Every tie of this kind that one verb states."""
        if p.lemma not in _TAKING:
            return
        yield from self._runs_on(p)
        yield from self._runs_it(p)
        yield from self._as_base(p)
        yield from self._copied(p)
        yield from self._switched(p)
        yield from self._has_made(p)
        yield from self._out_with(p)

    def _runs_on(self, p: Predication) -> Iterator[Tie]:
        """ "A trains on B's chips", "the assistant runs on B": who runs or trains uses B."""
        if p.lemma not in _RUN_ON or p.passive or p.patients or p.negated:
            return
        heads = p.prepositions.get("on", ())
        if not heads or any(lemma(t) in BOARDS for t in heads):
            return
        if p.lemma in ("sit", "rest", "ride", "live", "rely"):
            return
        subjects = self.role(p, ("agents",))
        if subjects and all(r.kind == "thing" for r in subjects):
            subjects = self._whose(p, Sense("uses"), subjects)
        yield from self.pairs(p, "uses", [r for r in subjects if r.kind != "person"], heads, True)

    def _runs_it(self, p: Predication) -> Iterator[Tie]:
        """ "A runs B on its own servers", "A chose B": A uses B, unless B is its own ("A has B")."""
        if p.passive or p.negated or p.modal in ("can", "could", "should", "must", "might"):
            return
        built_in = p.lemma in _PUT_IN and any(w in p.prepositions for w in ("into", "inside", "in", "to"))
        available = p.lemma == "make" and any(c.text.lower() == "available" for c in p.verb.subtree)
        takes = p.lemma in _TAKES or built_in or available
        if not takes and p.lemma not in _HAS and p.name not in _HAS:
            return
        for subject in self.role(p, ("agents",)):
            for other in self.role(p, ("patients",)):
                if built_in and self._anothers(p, subject, other):
                    yield from self.ties(p, Sense("uses", things=True), [subject], [other])
                if other.kind != "model" or subject.kind == "model" or not other.maker:
                    continue
                own = made_by(subject, other)
                if takes and not own and not (p.lemma in _CHOOSES and "as" in p.prepositions):
                    yield from self.ties(p, Sense("uses"), [subject], [other])
                elif own and (p.lemma in _HAS or p.name in _HAS):
                    yield from self.ties(p, Sense("develops"), [subject], [other])

    def _anothers(self, p: Predication, subject: Referent, other: Referent) -> bool:
        """ "Put A's models into its laptops", "added A to its app": A is another house."""
        heads = [t for w in ("into", "inside", "in", "to") for t in p.prepositions.get(w, ())]
        if subject.kind != "organisation" or any(lemma(t) in _LISTED or self.is_money(t) for t in heads):
            return False
        if other.kind == "organisation":
            return other.name != subject.name and any(c.dep_ == "poss" for t in heads for c in t.children)
        owners = [c for t in p.patients for c in t.children if c.dep_ == "poss"]
        return other.kind == "thing" and any(
            r.kind == "organisation" and r.name != subject.name for r in self.arguments.all(owners)
        )

    def _as_base(self, p: Predication) -> Iterator[Tie]:
        """ "A took B as its base", "A began as a fork of B"."""
        heads = p.prepositions.get("as", ())
        if p.negated or not heads:
            return
        if p.lemma in _BEGIN and not p.passive:
            copies = [t for t in heads if lemma(t) in lexicon.COPIES or lemma(t) in ("tune", "fine-tune")]
            bases = [b for t in copies for b in predications.behind(t, "of")]
            yield from self.pairs(p, "built_on", self.role(p, ("agents",)), bases)
        elif p.lemma in _TAKE_AS and any(lemma(t) in BASES for t in heads):
            if p.passive:
                owners = [c for t in heads for c in t.children if c.dep_ == "poss"]
                owners += [b for t in heads for b in predications.behind(t, "of", "for")]
                subjects = self.arguments.all(owners)
            else:
                subjects = self.role(p, ("agents",))
            yield from self.ties(p, Sense("built_on"), subjects, self.role(p, ("patients",)))

    def _copied(self, p: Predication) -> Iterator[Tie]:
        """ "A borrowed its design from B", "used the architecture of B", "tuned B to make A", "copied
        its models"."""
        if p.negated or p.modal in ("can", "could", "should", "must"):
            return
        innards = [t for t in p.patients if lemma(t) in _INNARDS]
        if innards and p.lemma in _BORROW:
            yield from self.pairs(p, "built_on", self.role(p, ("agents",)), p.prepositions.get("from", ()))
        if innards and p.lemma in _REUSE:
            bases = [b for t in innards for b in predications.behind(t, "of", "from")]
            models = [r for r in self.arguments.all(bases) if r.kind in ("model", "unknown")]
            yield from self.ties(p, Sense("built_on"), self.role(p, ("agents",)), models)
        sense = lexicon.VERBS.get(p.lemma)
        if sense is None or sense.predicate != "built_on" or p.passive:
            return
        for deed in p.verb.children:
            if deed.dep_ in ("xcomp", "advcl") and lemma(deed) in _MAKE:
                made = self.arguments.all(predications.of(self.parse, deed).patients)
                models = [r for r in made if r.kind in ("model", "unknown")]
                yield from self.ties(p, Sense("built_on"), models, self.role(p, ("patients",)))
        for token in p.patients:
            if any(c.tag_ == "PRP$" and c.text.lower() in ("its", "their") for c in token.children):
                yield from self._theirs(p, token)

    def _theirs(self, p: Predication, token: Any) -> Iterator[Tie]:
        """ "A accused B of copying its models", "A says B copied its models": A's."""
        above = p.verb.head.head if p.verb.dep_ == "pcomp" else p.verb.head
        if p.verb.dep_ not in ("pcomp", "ccomp") or not above.tag_.startswith("VB"):
            return
        owners = self.arguments.all(predications.of(self.parse, above).agents)
        start, end = self.parse.span(token)
        for subject in self.role(p, ("agents",)):
            for owner in owners:
                if owner.kind == "organisation" and owner.name != subject.name:
                    name = f"{owner.name} {token.text}"
                    other = replace(owner, name=name, start=start, end=end, kind="model")
                    if parties.fit(subject, "built_on", other):
                        yield self.tie(p.verb, subject, "built_on", other, None, False)

    def _switched(self, p: Predication) -> Iterator[Tie]:
        """ "A has switched B from C to D": B is built on D; a house that has moved its work to D uses it."""
        if p.lemma not in _SWITCH or p.negated:
            return
        to = self.role(p, ("to", "onto"))
        moved = [r for r in self.role(p, ("patients",)) if r.kind == "model"]
        models = [r for r in to if r.kind == "model"]
        if moved and models:
            yield from self.ties(p, Sense("built_on"), moved, models)
        elif p.patients and not p.passive:
            wares = [
                r
                for r in to
                if r.kind == "model" or (r.kind == "thing" and (r.name or "").split()[-1] in lexicon.USED)
            ]
            yield from self.ties(p, Sense("uses", things=True), self.role(p, ("agents",)), wares)

    def _has_made(self, p: Predication) -> Iterator[Tie]:
        """ "A has its chips made by B", "B makes A's chips", "B makes mirrors for A's machines", "they
        come from B"."""
        if p.negated or p.modal in ("can", "could", "should"):
            return
        if p.lemma in _PRODUCE and p.passive and p.agents and self._is_had(p):
            takers = self.arguments.all(predications.of(self.parse, _governing(p)).agents)
            yield from self.ties(p, Sense("supplies"), self.role(p, ("agents",)), takers)
        elif p.lemma in _PRODUCE and p.passive and p.agents:
            wares = [t for t in p.patients if t.text.lower() in _HARDWARE]
            owners = [c for t in wares for c in t.children if c.dep_ == "poss"]
            takers = [r for r in self.arguments.all(owners) if r.kind in ("organisation", "unknown")]
            yield from self.ties(p, Sense("supplies"), self.role(p, ("agents",)), takers)
        elif p.lemma in _PRODUCE and not p.passive:
            wares = [t for t in map(self.inner, p.patients) if t.text.lower() in _HARDWARE]
            far = [
                *p.prepositions.get("for", ()),
                *(t for o in p.patients for t in predications.behind(o, "for")),
            ]
            far = far if self._is_ware(p, Sense("supplies")) else []
            owners = [c for t in (*wares, *far) for c in t.children if c.dep_ == "poss" and c.tag_ != "PRP$"]
            takers = [r for r in self.arguments.all(owners) if r.kind == "organisation"]
            yield from self.ties(p, Sense("supplies"), self.role(p, ("agents",)), takers)
        elif p.lemma == "come":
            wares = [t for t in map(self.inner, p.agents) if t.text.lower() in lexicon.SUPPLIED]
            owners = [c for t in wares for c in t.children if c.dep_ == "poss" and c.tag_ != "PRP$"]
            owners += [c for t in wares for i in predications.behind(t, "in", "inside") for c in i.children
                       if c.dep_ == "poss"]  # fmt: skip
            takers = [r for r in self.arguments.all(owners) if r.kind == "organisation"]
            givers = [r for r in self.role(p, ("from",)) if r.kind in ("organisation", "unknown")]
            yield from self.ties(p, Sense("supplies"), givers, takers)
        elif p.lemma in _TRY_OUT and not p.passive:
            wares = [t for t in p.patients if t.text.lower() in lexicon.SUPPLIED]
            takers = [r for r in self.role(p, ("with",)) if r.kind == "organisation"] if wares else []
            yield from self.ties(p, Sense("supplies"), self.role(p, ("agents",)), takers)

    def _is_had(self, p: Predication) -> bool:
        """ "Has its chips made": not "has chips made by B"."""
        owned = any(c.dep_ == "poss" for t in p.patients for c in t.children)
        return owned and lemma(_governing(p)) in ("have", "get")

    def _out_with(self, p: Predication) -> Iterator[Tie]:
        """ "A came out with B", "A followed with B": A has made B."""
        if p.lemma in _STAND and "behind" in p.prepositions and not p.negated:
            behind = [r for r in self.role(p, ("behind",)) if r.kind == "model"]
            houses = [r for r in self.role(p, ("agents",)) if r.kind in ("organisation", "unknown")]
            yield from self.ties(p, Sense("develops"), houses, [r for r in behind if r.maker])
            return
        if p.lemma not in _OUT_WITH or p.passive or p.negated or p.patients:
            return
        if p.lemma in ("come", "hit", "strike", "fire") and p.particle not in ("out", "back", "up"):
            return
        heads = p.prepositions.get("with", ())
        models = [r for r in self.arguments.all(map(self.inner, heads)) if r.kind in ("model", "unknown")]
        for subject in self.role(p, ("agents",)):
            for made in models:
                if made_by(subject, made) and not is_person(made):
                    yield from self.ties(p, Sense("develops"), [subject], [made])

    def _whose(self, p: Predication, sense: Sense, subjects: list[Referent]) -> list[Referent]:
        """ "Some of the technology in A's system came from B": A's."""
        for token in p.agents if "agents" in sense.subject else p.patients:
            queue = [token]
            for inner in queue[:6]:
                owners = self.arguments.all(c for c in inner.children if c.dep_ == "poss")
                if any(c.text.lower() == "whose" for c in inner.children):
                    owners = [
                        r for r in owners if r.kind != "side"
                    ]  # "a firm with Chinese founders, whose agent"
                if found := [r for r in owners if r.kind in ("organisation", "model", "side", "unknown")]:
                    return found
                queue += predications.behind(inner, "of", "in", "inside", "behind", "at", "from")
        for subject in subjects:  # "Earlier versions were based on B"
            if _VERSIONS.fullmatch(subject.text) and (
                made := self.arguments.topic(("model",), subject.start)
            ):
                return [replace(made, start=subject.start, end=subject.end)]
        return subjects

    def _is_ware(self, p: Predication, sense: Sense) -> bool:
        """Whether what changes hands is something the field supplies, not "an advantage"."""
        wares = [self.inner(t) for t in p.patients]
        if not wares:
            return False
        if any(map(self.is_money, p.patients)):
            return False
        if any(lemma(t) in lexicon.SUPPLIED or t.text.lower() in lexicon.SUPPLIED for t in wares):
            return True
        found = self.arguments.all(wares)
        bare = p.lemma in ("provide", "offer", "hand", "send", "serve", "feed", "give")
        return any(
            r.kind in (("model",) if bare else ("model", "organisation", "side", "group"))
            or (r.kind in ("thing", "unknown") and (r.name or "").lower().split()[-1] in lexicon.SUPPLIED)
            for r in found
        )


def _governing(p: Predication) -> Any:
    """The verb that a participle or its noun hangs on."""
    return p.verb.head.head if p.verb.dep_ == "acl" else p.verb.head
