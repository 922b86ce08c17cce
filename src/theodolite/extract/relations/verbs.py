"""Ties that verbs state: "A backs B", "B, developed by A", "A supplies B with chips", "B is based on A"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from theodolite.extract.arguments import Arguments
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.relations import lexicon, parties
from theodolite.extract.relations.lexicon import Sense
from theodolite.extract.relations.tie import Predicate, Tie
from theodolite.extract.words import names, predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication

_COLLECTIONS = frozenset("series range family line suite generation set number host fleet string batch pair kind "
                         "type version portfolio lineup variety majority iteration generation output".split())  # fmt: skip
_POUR = frozenset("invest pour put inject plough plow pump sink commit pledge channel funnel spend".split())
_GET = frozenset(
    "receive raise secure get win land attract obtain close complete draw take accept net score".split()
)
_NO_PARTY = re.compile(r"\A(?:one|ones|others?|people|part|way|place|Sources?)\Z", re.I)


_BUY = frozenset("buy purchase source order procure obtain import rent get receive lease license".split())
_JOINTLY = frozenset("work develop build create make produce commission conduct launch release co-develop design train "
                     "organise organize publish run host establish sign announce".split())  # fmt: skip
_LEADS_TO = re.compile(r"\s(?:(?:the|its|a|an|their|new|latest|its own|open-source|open)\s){0,3}")
_DERIVE = frozenset("fine-tune tune distil distill adapt copy derive build train develop".split())
_ONLY_ABLE = frozenset("can could should must would ca".split())
_IMPOSE = frozenset("impose put place introduce announce tighten enforce set extend expand adopt strengthen maintain enact "
                    "levy slap apply implement order seek propose have keep widen broaden escalate unveil".split())  # fmt: skip
_EFFORT = frozenset(
    "effort attempt bid move plan push campaign drive policy decision measure step law rule".split()
)


class VerbTies:
    """The ties that the verbs of one parsed sentence state."""

    def __init__(self, arguments: Arguments) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.content = arguments.content
        self.figures = arguments.scene.reading.figures_in(arguments.sentence.start, arguments.sentence.end)

    def find(self) -> Iterator[Tie]:
        """Every tie, verb by verb."""
        for p in predications.find(self.parse):
            if p.lemma == "be":
                yield from self._is(p)
            else:
                given = list(self._money(p))
                yield from given
                yield from self._dealt(p)
                yield from self._barred(p)
                yield from self._listed(p)
                yield from self._together(p)
                yield from self._bought(p)
                yield from self._among(p)
                if not given:
                    yield from self._sense(p)

    # --- verbs of the table

    def _sense(self, p: Predication) -> Iterator[Tie]:
        sense = lexicon.VERBS.get(p.name) or lexicon.VERBS.get(p.lemma)
        if on := self._on(p):
            sense = on
        elif p.lemma in _BUY and p.prepositions.get("from"):
            sense = Sense("supplies", subject=("from",), object=("agents",))
        if sense is None or p.modal in _ONLY_ABLE:
            return
        if sense.predicate == "supplies" and not self._is_ware(p, sense):
            return
        if sense.predicate == "develops":
            yield from self._for(p)
        subjects = self._role(p, sense.subject) if sense.predicate != "restricts" else self._restrictors(p)
        if sense.predicate in ("uses", "built_on") and "patients" in sense.subject:
            subjects = self._owner_of(p, subjects)
        for place in sense.object:
            objects = self._role(p, (place,))
            if sense.predicate == "restricts":
                objects = self._shut_off(p) or objects
            if sense.predicate == "restricts" and not self._shut_off(p):
                objects = self.arguments.all(self._restricted(p.patients)) or objects
            found = list(self._ties(p, sense, subjects, objects))
            yield from found
            if found:
                return

    def _bought(self, p: Predication) -> Iterator[Tie]:
        """ "B imports A chips": A supplies B."""
        if p.lemma not in _BUY or p.passive or p.modal in _ONLY_ABLE:
            return
        for token in p.patients:
            start, end = self.parse.phrase(token)
            makers = [
                m for m in self.arguments.mentions if start <= m.start < end and m.kind == "organisation"
            ]
            if lemma(token) in lexicon.SUPPLIED and makers:
                for buyer in self._role(p, ("agents",)):
                    seller = from_mention(self.content, makers[0])
                    if parties.fit(seller, "supplies", buyer):
                        yield self.tie(p.verb, seller, "supplies", buyer, None, p.negated)

    def _trained_on(self, p: Predication) -> tuple[Any, ...]:
        return p.prepositions.get("on", ()) or tuple(
            t for o in p.patients for t in predications.behind(o, "on")
        )

    def _is_ware(self, p: Predication, sense: Sense) -> bool:
        """Whether what changes hands is something the field supplies, not "an advantage" or "a service to AI"."""
        wares = [self._inner(t) for t in p.patients]
        if not wares:
            return False
        found = self.arguments.all(wares)
        return any(
            r.kind in ("model", "organisation", "side", "group")
            or (r.kind in ("thing", "unknown") and (r.name or "").lower().split()[-1] in lexicon.SUPPLIED)
            for r in found
        )

    def _for(self, p: Predication) -> Iterator[Tie]:
        """ "A makes chips for B": A supplies B."""
        place = "to" if p.lemma == "ship" else "for"
        makes = p.lemma in ("make", "produce", "manufacture", "build", "fabricate", "ship")
        if makes and self._is_ware(p, Sense("supplies")):
            takers = [r for r in self._role(p, (place,)) if r.kind in ("organisation", "side")]
            yield from self._ties(p, Sense("supplies"), self._role(p, ("agents",)), takers)

    def _together(self, p: Predication) -> Iterator[Tie]:
        """ "A developed it with B", "A commissioned a study with B": partners."""
        if p.lemma not in _JOINTLY or p.negated:
            return
        with_whom = [r for r in self._role(p, ("with", "alongside")) if r.kind in ("organisation", "unknown")]
        yield from self._ties(p, Sense("partners_with"), self._role(p, ("agents",)), with_whom)

    def _on(self, p: Predication) -> Sense | None:
        """ "Built on Llama" derives from it, "trained on Nvidia chips" uses them."""
        behind_objects = {c.text.lower() for t in p.patients for c in t.children if c.dep_ == "prep"}
        if p.lemma == "train" and any(
            lemma(t) in ("output", "answer", "generation") for t in self._trained_on(p)
        ):
            return Sense("built_on", subject=("patients",) if p.passive else ("agents",), object=("on",))
        if p.passive and p.lemma in _DERIVE and "from" in p.prepositions:
            return Sense("built_on", subject=("patients",), object=("from",))
        if p.lemma in ("build", "model") and any(
            w in p.prepositions for w in ("on", "upon", "atop", "around")
        ):
            return Sense("built_on", subject=("patients", "agents"), object=("on", "upon", "atop", "around"))
        if p.lemma == "train" and p.passive and ("on" in p.prepositions or "with" in p.prepositions):
            return Sense("uses", subject=("patients",), object=("on", "with", "using"), things=True)
        if p.lemma in ("train", "run") and p.patients and "on" in {*p.prepositions, *behind_objects}:
            return Sense("uses", object=("on",), things=True)
        return None

    def _ties(
        self, p: Predication, sense: Sense, subjects: list[Referent], objects: list[Referent]
    ) -> Iterator[Tie]:
        for subject in subjects:
            for other in objects:
                if (other.kind == "thing" and not sense.things) or (sense.models and other.kind != "model"):
                    continue
                if other.kind == "thing" and p.negated and sense.predicate != "restricts":
                    continue  # what somebody does not make or use is no tie
                other = self._narrowed(p, sense, other)
                if parties.fit(subject, sense.predicate, other):
                    amount = self._amount(p) if sense.predicate in ("funds", "owns") else None
                    yield self.tie(p.verb, subject, sense.predicate, other, amount, p.negated)

    def _restrictors(self, p: Predication) -> list[Referent]:
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
                found += self.arguments.all([token])
        return found

    def _shut_off(self, p: Predication) -> list[Referent]:
        """The party that a seller is kept from: "A barred B from selling to C" is about C."""
        for child in p.verb.children:
            if child.dep_ == "prep" and child.text.lower() == "from":
                for deed in child.children:
                    if deed.dep_ == "pcomp" and lemma(deed) in (
                        "sell",
                        "export",
                        "ship",
                        "supply",
                        "provide",
                        "deal",
                    ):
                        far = predications.behind(deed, "to", "with") or tuple(
                            t for o in deed.children if o.dep_ == "dobj" for t in predications.behind(o, "to")
                        )
                        return [
                            r for r in self.arguments.all(far) if r.kind in ("side", "group", "organisation")
                        ]
        return []

    def _restricted(self, tokens: Iterable[Any]) -> list[Any]:
        """Whose access or exports are restricted, where the words say whose ("its access to chips")."""
        found = []
        for token in tokens:
            owners = [c for c in token.children if c.dep_ == "poss"]
            towards = [
                t
                for t in predications.behind(token, "to", "into", "in", "for", "by", "from")
                if (m := self.arguments.mention_at(self.parse.span(t)[0])) and m.kind in ("side", "group")
            ]
            found.append(owners[0] if owners else towards[0] if towards else token)
        return found

    def _narrowed(self, p: Predication, sense: Sense, other: Referent) -> Referent:
        """ "Foreign hardware, mainly from U.S. companies" is American hardware; "AI for mines" says for what."""
        if other.kind != "thing":
            return other
        if sense.predicate == "uses" and re.match(
            r"(?i)(?:foreign|imported|overseas|outside)\s", other.name or ""
        ):
            for origin in self._role(p, ("from",)):
                if origin.side:
                    word = (other.name or "").split()[-1]
                    return replace(other, name=f"{names.demonym(origin.side)} {word}", side=origin.side)
        if sense.predicate == "develops" and re.search(
            r"(?:\A|\s)(?:AI|software|technology)\Z", other.name or ""
        ):
            purpose = [
                c for t in (p.verb, *p.patients) for c in t.children if c.text == "for" and c.i > p.verb.i
            ]
            if purpose and (hull := self.parse.hull(purpose[0].subtree)) and hull[1] - other.start < 90:
                return replace(other, name=f"{other.name} {self.content[hull[0] : hull[1]]}", end=hull[1])
        return other

    def _role(self, p: Predication, places: Iterable[str]) -> list[Referent]:
        for place in places:
            if place in ("agents", "patients", "recipients"):
                tokens: tuple[Any, ...] = getattr(p, place)
            else:
                tokens = p.prepositions.get(place, ()) or tuple(
                    t for patient in p.patients for t in predications.behind(patient, place)
                )
            found = self.arguments.all(self._inner(t) for t in tokens if not t.tag_.startswith("VB"))
            if not found and place == "patients" and not p.passive:
                found = self._right_behind(p)
            if found := [r for r in found if not _NO_PARTY.match(r.name or "")]:
                return found
        return []

    def _right_behind(self, p: Predication) -> list[Referent]:
        """The name that follows a verb, where the parser does not know what to make of it ("released Qwen3")."""
        end = self.parse.span(p.verb)[1]
        for mention in self.arguments.mentions:
            if mention.start > end and not (mention.adjective and mention.kind == "side"):
                if _LEADS_TO.fullmatch(self.content[end : mention.start]):
                    return [from_mention(self.content, mention)]
                break
        return []

    def _owner_of(self, p: Predication, subjects: list[Referent]) -> list[Referent]:
        """ "A offers an assistant powered by B": A uses B."""
        noun = p.verb.head
        if (
            p.verb.dep_ != "acl"
            or any(r.kind != "thing" for r in subjects)
            or noun.dep_ not in ("dobj", "attr")
        ):
            return subjects
        governing = predications.of(self.parse, self.parse.verb_above(noun))
        return [r for r in self.arguments.all(governing.agents) if r.kind != "thing"] or subjects

    def _inner(self, token: Any) -> Any:
        """ "A series of chips": the chips."""
        if (lemma(token) in _COLLECTIONS or token.text in ("%", "percent")) and not self.arguments.mention_at(
            self.parse.span(token)[0]
        ):
            inner = predications.behind(token, "of")
            return inner[0] if inner and not inner[0].tag_.startswith("VB") else token
        return token

    # --- money

    def _money(self, p: Predication) -> Iterator[Tie]:
        """ "A poured $2 billion into B", "B raised $2 billion from A", "B closed a round led by A"."""
        if p.lemma in _POUR:
            for place in ("into", "in"):
                yield from self._ties(
                    p,
                    Sense("funds", things=bool(self._amount(p))),
                    self._role(p, ("agents",)),
                    self._role(p, (place,)),
                )
        elif p.lemma in _GET and not p.passive:
            takers = self._role(p, ("agents",))
            if not any(self._is_money(t) for t in p.patients):
                return
            for giver in self.arguments.all(self._givers(p)):
                for taker in takers:
                    if parties.fit(giver, "funds", taker):
                        yield self.tie(p.verb, giver, "funds", taker, self._amount(p), p.negated)

    def _is_money(self, token: Any) -> bool:
        if lemma(token) in lexicon.MONEY_NOUNS or token.text in ("$", "€", "£"):
            return True
        start, end = self.parse.span(token)
        return any(f.kind == "money" and f.start <= start < f.end for f in self.figures)

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

    def _amount(self, p: Predication) -> tuple[float, str] | None:
        """The sum of money of a clause, where it is one point."""
        start, end = self.parse.clause(p.verb)
        for figure in self.figures:
            if start <= figure.start < end and figure.kind == "money" and figure.unit:
                value = figure.low if figure.low is not None else figure.high
                return (value, figure.unit) if value is not None else None
        return None

    # --- nouns that carry the verb

    def _dealt(self, p: Predication) -> Iterator[Tie]:
        """ "A struck a deal with B", "A imposed controls on B", "A took a stake in B", "A is in talks with B"."""
        if p.passive:
            return
        for noun in p.patients:
            word = lemma(noun)
            if word in lexicon.PARTNER_NOUNS:
                yield from self._with(p, noun)
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
                subjects = self._role(p, ("agents",))
                found = list(self._pairs(p, "restricts", subjects, self._restricted(on)))
                yield from found or self._elsewhere(p, noun, subjects)
            elif word in ("stake", "share", "interest", "holding"):
                predicate: Predicate = "owns" if p.lemma in ("own", "hold", "have", "control") else "funds"
                stakes = predications.behind(noun, "in", "of") or p.prepositions.get("in", ())
                yield from self._pairs(p, predicate, self._role(p, ("agents",)), stakes)
            elif self._is_money(noun) and p.lemma in (
                "provide", "give", "offer", "commit", "channel", "grant", "award", "lend", "allocate", "pay"
            ):  # fmt: skip
                takers = [*p.recipients, *(t for w in ("to", "for") for t in p.prepositions.get(w, ()))]
                takers += predications.behind(noun, "to", "for")
                for deed in (*p.verb.children, *noun.children):
                    if lemma(deed) in ("make", "build", "develop", "produce") and deed.dep_ in (
                        "xcomp",
                        "advcl",
                        "acl",
                    ):
                        takers += predications.of(self.parse, deed).patients
                yield from self._pairs(p, "funds", self._role(p, ("agents",)), takers, True)
            elif word in ("investment", "bet", "investments") and p.lemma in (
                "make",
                "announce",
                "lead",
                "place",
            ):
                yield from self._pairs(
                    p, "funds", self._role(p, ("agents",)), predications.behind(noun, "in", "on")
                )
            elif word == "round" and p.lemma in ("lead", "co-lead", "join"):
                yield from self._pairs(
                    p, "funds", self._role(p, ("agents",)), predications.behind(noun, "in", "for", "of")
                )
            elif word in ("use", "advantage") and p.lemma == "make":
                yield from self._pairs(
                    p, "uses", self._role(p, ("agents",)), predications.behind(noun, "of"), True
                )
            elif word in ("groundwork", "foundation", "foundations", "ground") and p.lemma in (
                "lay",
                "prepare",
            ):
                yield from self._pairs(p, "develops", self._role(p, ("agents",)), predications.behind(noun, "for")
                                       or p.prepositions.get("for", ()), True)  # fmt: skip

    def _elsewhere(self, p: Predication, noun: Any, subjects: list[Referent]) -> Iterator[Tie]:
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
                yield from self._ties(
                    p, Sense("restricts"), self._role(p, ("agents",)), self._role(p, ("patients",))
                )

    def _joint(self, p: Predication, noun: Any) -> Iterator[Tie]:
        """ "A and B announced a partnership"."""
        parties_named = self._role(p, ("agents",))
        if len(parties_named) == 2 and not predications.behind(noun, "with") and "with" not in p.prepositions:
            if parties.fit(parties_named[0], "partners_with", parties_named[1]):
                yield self.tie(p.verb, parties_named[0], "partners_with", parties_named[1], None, p.negated)

    def _among(self, p: Predication) -> Iterator[Tie]:
        """ "A counts B among its investors", "A was among the investors in B"."""
        for noun in p.prepositions.get("among", ()):
            word = lemma(noun)
            if p.lemma == "be":
                givers, takers = (
                    self._role(p, ("agents",)),
                    self.arguments.all(predications.behind(noun, "in", "of")),
                )
            else:
                givers, takers = self._role(p, ("patients",)), self._role(p, ("agents",))
            if word in ("investor", "backer", "shareholder"):
                yield from self._ties(p, Sense("funds"), givers, takers)
            elif word in ("customer", "client"):
                yield from self._ties(p, Sense("supplies"), takers, givers)

    def _with(self, p: Predication, noun: Any) -> Iterator[Tie]:
        partners = predications.behind(noun, "with") or p.prepositions.get("with", ())
        yield from self._pairs(p, "partners_with", self._role(p, ("agents",)), partners)

    def _pairs(
        self,
        p: Predication,
        predicate: Predicate,
        subjects: list[Referent],
        tokens: Iterable[Any],
        things: bool = False,
    ) -> Iterator[Tie]:
        objects = self.arguments.all(self._inner(t) for t in tokens if not t.tag_.startswith("VB"))
        yield from self._ties(
            p, Sense(predicate, things=things or predicate == "restricts"), subjects, objects
        )

    # --- what something is

    def _is(self, p: Predication) -> Iterator[Tie]:
        """ "A is a subsidiary of B", "these are copies of B", "A is the maker of B", "A is dependent on B"."""
        subjects = self._role(p, ("agents",))
        for noun in p.complements:
            word = lemma(noun)
            of = predications.behind(noun, "of")
            if word in lexicon.COPIES:
                yield from self._pairs(p, "built_on", subjects, of or predications.behind(noun, "around"))
            elif word in lexicon.PARTS:
                yield from self._pairs(p, "part_of", subjects, of)
            elif word == "company":
                house = [c for c in noun.children if c.dep_ in ("compound", "nmod", "poss")]
                yield from self._pairs(p, "part_of", subjects, house[:1])
            elif word in ("maker", "developer", "creator", "manufacturer"):
                yield from self._pairs(p, "develops", subjects, of, True)
            elif word in ("owner", "parent"):
                yield from self._pairs(p, "owns", subjects, of)
            elif word in ("supplier", "provider"):
                yield from self._pairs(p, "supplies", subjects, predications.behind(noun, "to", "for"))
            elif word in ("investor", "backer", "shareholder"):
                yield from self._pairs(p, "funds", subjects, predications.behind(noun, "in", "of"))
            elif word in ("user", "customer"):
                yield from self._pairs(p, "uses", subjects, of, True)
            elif word in ("partner", "partners"):
                yield from self._pairs(p, "partners_with", subjects, of or predications.behind(noun, "with"))
        for child in p.verb.children:
            if child.dep_ == "acomp" and child.text.lower() in (
                "based",
                "tuned",
                "built",
                "derived",
                "distilled",
            ):
                bases = predications.behind(child, "on", "from", "upon", "around")
                yield from self._pairs(p, "built_on", subjects, bases)
            if child.dep_ == "acomp" and lemma(child) in ("dependent", "reliant"):
                yield from self._pairs(p, "uses", subjects, predications.behind(child, "on", "upon"), True)
        yield from self._among(p)
        talks = [
            t
            for t in p.prepositions.get("in", ())
            if lemma(t) in ("talk", "talks", "discussion", "negotiation")
        ]
        for noun in talks:
            yield from self._talks(p, noun, subjects)

    def _talks(self, p: Predication, noun: Any, subjects: list[Referent]) -> Iterator[Tie]:
        """ "A is in talks with B to supply ...": B would supply A; else they would be partners."""
        partners = self.arguments.all(predications.behind(noun, "with") or p.prepositions.get("with", ()))
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
                elif words & {"raise", "secure"}:
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

    # --- who is kept out

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
        if not (blocked or shut_out) or (blocked and p.agents):
            return
        kept_out = self._role(p, ("patients",) if blocked else ("agents",))
        for place in ("in", "into", "to", "from", "inside"):
            for state in self._role(p, (place,)):
                for other in kept_out:
                    if state.kind == "side" and other.kind in ("group", "organisation", "model", "unknown"):
                        if other.side != state.name:
                            yield self.tie(p.verb, state, "restricts", other, None, False)

    def tie(
        self,
        verb: Any,
        subject: Referent,
        predicate: Predicate,
        other: Referent,
        amount: tuple[float, str] | None,
        denied: bool,
    ) -> Tie:
        """A tie with its evidence: from the first to the last of its words, in the sentence."""
        cue, after = self.parse.span(verb)
        sentence = self.arguments.sentence
        places = [(cue, after)]
        places += [
            (r.start, r.end) for r in (subject, other) if sentence.start <= r.start < r.end <= sentence.end
        ]
        value, unit = amount or (None, None)
        return Tie(
            subject,
            predicate,
            other,
            min(a for a, _ in places),
            max(b for _, b in places),
            cue,
            value,
            unit,
            denied,
        )
