"""Ties that verbs state: "A backs B", "B, developed by A", "A supplies B with chips", "B is based on A"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.referents.antecedents import is_chip
from theodolite.extract.relations import lexicon, parties, posts
from theodolite.extract.relations.bidding import only_told, told_to, with_agents
from theodolite.extract.relations.focus import house
from theodolite.extract.relations.lexicon import Sense
from theodolite.extract.relations.tie import Tie
from theodolite.extract.relations.usings import Usings
from theodolite.extract.words import lexicon as words
from theodolite.extract.words import predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication

_BUY = words.words("""buy purchase source order procure obtain import rent get receive lease license""")
_DERIVE = words.words("fine-tune tune distil distill adapt copy derive build train develop")
_GOODS_MOVED = words.words("export sale shipment access transfer supply delivery")
_APPOINT = words.words("name appoint hire poach promote tap install elect choose pick recruit")
_BUILD = words.words("build model rebuild construct rewrite redo remake")
_WHATEVER = words.words("everything all it them things most workloads stack pipeline pipelines over")
_STOP = words.words("stop avoid cease halt suspend quit end prohibit forbid")
_FAILS = words.words("fail refuse decline neglect forget resist hesitate")

_TELL = words.words("tell order ask urge instruct direct warn press require force")
_PLEDGES = words.words(
    """deal contract agreement plan order pact approval licence license permission partnership letter
    memorandum accord arrangement tender term"""
)
_MEANS = words.words(
    """money funding fund cash billion million dollar euro yuan capital effort bid project programme program
    initiative plan team researcher engineer scientist people laboratory unit venture foresight courage nerve
    decision move step wisdom"""
)
"""What somebody raises, starts or hires in order to do something."""
_TO_DO_IT = _PLEDGES | _MEANS
_ADVISES = words.words(
    """emphasise emphasize stress advocate recommend suggest propose consider discuss mull contemplate debate
    envisage envision urge imagine dream talk think"""
)
_PROMISES = words.words("say announce confirm pledge promise declare reveal state vow agree")
_TEACH = words.words("train build improve develop teach create fine-tune tune")
_SAYINGS = words.words(
    """exchange output conversation response query interaction answer trace data chat prompt generation sample
    transcript dialogue"""
)
"""What a model says, from which another is made."""
_HARD = words.words(
    """difficult hard impossible easy expensive costly tough race quest need ability dream desire ambition
    temptation capability capacity possible able unable"""
)
"""What says how hard something would be, not that it is done."""
_ONLY_ABLE = words.words("can could should must would ca")


class VerbTies(Usings):
    """The ties that the verbs of one parsed sentence state."""

    def find(self) -> Iterator[Tie]:
        """Every tie, verb by verb."""
        for p in predications.find(self.parse):
            if only_told(p):
                continue
            if others := told_to(p) or self._by_deal(p):
                p = with_agents(p, others)
            yield from self.refused(p)
            yield from self.taken(p)
            yield from self.posted(p)
            if p.lemma in ("be", "remain", "stay"):
                yield from self._is(p)
            else:
                given = list(self._money(p))
                yield from given
                yield from self._dealt(p)
                yield from self._barred(p)
                yield from self._listed(p)
                yield from self._together(p)
                yield from self._bought(p)
                yield from self._sold(p)
                yield from self._paid(p)
                yield from self._selected(p)
                yield from self._installed(p)
                yield from self._spent(p)
                yield from self._taught(p)
                yield from self.among(p)
                yield from self.used(p)
                yield from self._appointed(p)
                if not given:
                    yield from self._sense(p)

    def _by_deal(self, p: Predication) -> tuple[Any, ...] | None:
        """ "A signed a deal to supply B", "A has a contract to build it": who signed it would do it."""
        noun = held = p.verb.head
        if noun.dep_ == "pobj" and noun.head.text == "of" and lemma(noun.head.head) in _PLEDGES:
            noun = noun.head.head  # "a letter of intent to supply"
        if noun.dep_ == "attr" and lemma(noun.head) in ("be", "become", "remain") and p.verb.i > noun.i:
            return self._first_to(p, noun)
        to_do = p.verb.dep_ in ("acl", "relcl") and any(c.tag_ == "TO" for c in p.verb.children)
        own = [t for t in p.agents if t.i not in (noun.i, held.i)]
        if not to_do or own or p.passive or noun.dep_ != "dobj" or lemma(noun) not in _TO_DO_IT:
            return None
        governing = predications.of(self.parse, noun.head)
        return governing.agents if not governing.passive and not governing.negated else None

    def _first_to(self, p: Predication, noun: Any) -> tuple[Any, ...] | None:
        """ "A became the first state to ban it", "A is the only firm that makes it": A."""
        told = p.verb.dep_ in ("acl", "relcl") and not p.passive
        own = [t for t in p.agents if t.i != noun.i and not t.tag_.startswith("W")]
        subject = self.parse.subject(noun.head)
        if not told or own or subject is None or subject.i >= noun.head.i:
            return None
        named = self.arguments.mention_at(self.parse.span(noun)[0]) is not None
        if named or subject.tag_.startswith(("PRP", "DT", "EX", "W")):
            return None  # "it is B that makes it"
        return predications.members(subject)

    def _appointed(self, p: Predication) -> Iterator[Tie]:
        """ "A named B chief executive", "B was appointed head of A", "A hired B as its chief scientist"."""
        if p.lemma not in _APPOINT or p.negated:
            return
        _, end = self.parse.clause(p.verb)
        words = self.content[self.parse.span(p.verb)[1] : end]
        if not (title := posts.HEADED.search(words)):
            return
        behind = self.parse.span(p.verb)[1] + title.end()
        people = [r for r in self.role(p, ("patients",)) if r.kind in ("person", "unknown")]
        houses = [r for r in self.role(p, ("agents",)) if r.kind in ("organisation", "unknown")]
        named = [
            m for m in self.arguments.mentions if 0 <= m.start - behind < 12 and m.kind == "organisation"
        ]
        if named:
            houses = [from_mention(self.content, named[0])]
        for person in people[:1]:
            for body in houses[:1]:
                if parties.fit(person, "leads", body):
                    yield self.tie(p.verb, person, "leads", body, None, False)

    def _sense(self, p: Predication) -> Iterator[Tie]:
        sense = self._known(p)
        if on := self._on(p):
            sense = on
        elif p.lemma == "license" and p.patients and not p.passive and not p.prepositions.get("to"):
            sense = Sense("uses", models=True)
        elif p.lemma == "rent" and p.prepositions.get("to"):
            sense = Sense("supplies", object=("to",))
        elif p.lemma in _BUY and p.prepositions.get("from"):
            sense = Sense("supplies", subject=("from",), object=("agents",))
        if sense is None or (
            p.modal in _ONLY_ABLE and not self._is_able(p, sense) and not self._is_promised(p)
        ):
            return
        if sense.predicate == "restricts" and self._is_its_effect(p):
            return
        above = p.verb.head
        bare = not any(c.dep_ == "dobj" for c in above.children)
        if p.verb.dep_ in ("xcomp", "advcl") and above.text.lower() == "used" and bare:
            return  # "chips used to train it" do not train it
        if sense.predicate != "restricts" and self._is_advised(p):
            return
        if sense.predicate in ("supplies", "uses", "owns", "develops", "funds") and self._is_stopped(
            p, sense
        ):
            return
        if sense.predicate == "supplies" and not self._is_ware(p, sense):
            return
        if sense.predicate == "develops":
            supplied = list(self._for(p))
            yield from supplied
            if supplied and p.lemma in ("ship", "fabricate", "manufacture"):
                return
        if on and p.lemma == "train":
            yield from self.ties(p, Sense("develops"), self.role(p, ("agents",)), self.role(p, ("patients",)))
        subjects = self.role(p, sense.subject) if sense.predicate != "restricts" else self.restrictors(p)
        if sense.predicate in ("uses", "built_on") and "patients" in sense.subject:
            subjects = self._owner_of(p, subjects)
            if subjects and all(r.kind == "thing" for r in subjects):
                subjects = self._whose(p, Sense(sense.predicate, subject=("patients",)), subjects)
            if not p.passive and all(r.kind == "thing" for r in subjects):
                # "A will equip its cars with B's model"
                subjects = [r for r in self.role(p, ("agents",)) if r.kind != "thing"] or subjects
        derived = sense.predicate in ("uses", "built_on") and "agents" in sense.subject
        if derived and all(r.kind == "thing" for r in subjects):
            subjects = self._whose(p, sense, subjects)
            if sense.predicate == "uses" and subjects and all(r.kind == "thing" for r in subjects):
                subjects = self.above(p) or subjects
        if not subjects:
            return
        for place in sense.object:
            objects = self.role(p, (place,))
            if sense.predicate == "restricts":
                objects = self.shut_off(p) or objects
            if sense.predicate == "restricts" and place == "patients" and not self.shut_off(p):
                aimed = [r for r in self.role(p, ("to", "against")) if r.kind in ("side", "group")]
                of_goods = any(lemma(t) in _GOODS_MOVED for t in p.patients)
                objects = (
                    (aimed if of_goods else []) or self.arguments.all(self.restricted(p.patients)) or objects
                )
            if not objects and sense.predicate == "owns":
                objects = self._of_it(p, subjects[0])
            found = list(self.ties(p, sense, subjects, objects))
            yield from found
            if found:
                return

    def _is_its_effect(self, p: Predication) -> bool:
        """ "A lost its licence, stopping it from selling": what happened stops A."""
        told = p.verb.tag_ == "VBG" and p.verb.dep_ == "advcl" and p.verb.head.i < p.verb.i
        return told and any(t.text.lower() in ("it", "them") for t in p.patients)

    def _of_it(self, p: Predication, subject: Referent) -> list[Referent]:
        """ "A owns 11% of it", "A subsidises it": the house that the words before are about."""
        tokens = [self.inner(t) for t in p.patients]
        tokens += [t for o in p.patients for t in predications.behind(o, "of", "in")]
        for token in tokens:
            if token.text.lower() in ("it", "them"):
                start, end = self.parse.span(token)
                told = self._heads(subject) or house(self.arguments.scene, subject.start, (subject.name,))
                return [replace(told, text=token.text, start=start, end=end)] if told else []
        return []

    def _is_stopped(self, p: Predication, sense: Sense) -> bool:
        """ "Has stopped A from selling it", "told firms to stop buying it", "refused to buy it"."""
        above = p.verb.head
        if p.verb.dep_ in ("xcomp", "acl") and lemma(above) in _FAILS and not predications.is_negated(above):
            return True  # "failed to buy"
        if (
            above.dep_ == "dobj"
            and p.verb.dep_ in ("acl", "relcl")
            and any(c.text.lower() in ("no", "little") for c in above.children)
        ):
            return True  # "has no plans to buy"
        if p.verb.tag_ != "VBG" or above.i >= p.verb.i:
            return False
        if above.text.lower() == "from":
            kept = lexicon.VERBS.get(lemma(above.head))
            return kept is not None and kept.predicate == "restricts"
        if lemma(above) not in _STOP or predications.is_negated(above):
            return False
        # Who "would stop using it" uses it; who "has stopped using it" does not.
        done = any(c.text.lower() in ("has", "have", "had") for c in above.children) or above.tag_ == "VBD"
        return done or sense.predicate != "uses" or lemma(above.head) in _TELL

    def _is_advised(self, p: Predication) -> bool:
        """ "Should not try to build it", "stressed building it", "hard to build"."""
        verb = p.verb
        if verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "ccomp", "dobj", "pcomp") and verb.head.i < verb.i:
            bids = verb.head if verb.dep_ != "pcomp" else verb.head.head
            if lemma(bids) in _ADVISES:
                return True
        above = [verb.head, *(c for c in verb.head.children if c.dep_ in ("acomp", "attr"))]
        if verb.dep_ in ("xcomp", "acl", "ccomp") and any(lemma(t) in _HARD and t.i < verb.i for t in above):
            return True
        for _ in range(3):
            if verb.dep_ != "xcomp":
                return False
            verb = verb.head
            if any(c.dep_ == "aux" and c.text.lower() in ("should", "must", "ought") for c in verb.children):
                return True
        return False

    def _is_able(self, p: Predication, sense: Sense) -> bool:
        """ "Can barely make 7nm chips", "would make its own in the end" say what somebody makes."""
        return sense.predicate == "develops" and p.modal in ("can", "could", "would") and not p.negated

    def _is_promised(self, p: Predication) -> bool:
        """ "A said it would supply B": what somebody says of what is to come."""
        verb = p.verb.head if p.verb.dep_ == "conj" else p.verb
        return p.modal == "would" and verb.dep_ == "ccomp" and lemma(verb.head) in _PROMISES

    def _known(self, p: Predication) -> Sense | None:
        """The sense of a verb in the tables: with its noun, its particle, its preposition, or by itself."""
        for noun in p.patients:
            if idiom := lexicon.IDIOMS.get((p.lemma, lemma(noun))):
                return idiom
        particle = p.name if p.particle else f"{p.lemma} {self._word_behind(p)}"
        if found := lexicon.VERBS.get(particle):
            return found
        for word, heads in p.prepositions.items():  # "put B out"
            if not heads and p.patients and (found := lexicon.VERBS.get(f"{p.lemma} {word}")):
                return found
        if not p.patients or p.passive or all(t.text.lower() in _WHATEVER for t in p.patients):
            for word, heads in p.prepositions.items():
                if heads and (found := lexicon.PREPOSITIONAL.get(f"{p.lemma} {word}")):
                    return found
        return lexicon.VERBS.get(p.lemma)

    def _word_behind(self, p: Predication) -> str:
        following = p.verb.i + 1
        return str(p.verb.doc[following].text).lower() if following < len(p.verb.doc) else ""

    def _on(self, p: Predication) -> Sense | None:
        """ "Built on Llama" derives from it, "trained on Nvidia chips" uses them."""
        behind_objects = {c.text.lower() for t in p.patients for c in t.children if c.dep_ == "prep"}
        if p.lemma == "train" and any(
            lemma(t) in ("output", "answer", "generation") for t in self._trained_on(p)
        ):
            return Sense("built_on", subject=("patients",) if p.passive else ("agents",), object=("on",))
        bases = p.prepositions.get("from", ())
        if p.passive and p.lemma in _DERIVE and any(t.text.lower() != "scratch" for t in bases):
            return Sense("built_on", subject=("patients",), object=("from",))
        if p.lemma in _BUILD and any(w in p.prepositions for w in ("on", "upon", "atop", "around")):
            return Sense("built_on", subject=("patients", "agents"), object=("on", "upon", "atop", "around"))
        if p.lemma == "train" and p.passive and ("on" in p.prepositions or "with" in p.prepositions):
            return Sense("uses", subject=("patients",), object=("on", "with", "using"), things=True)
        if p.lemma in ("train", "run") and p.patients and "on" in {*p.prepositions, *behind_objects}:
            return Sense("uses", object=("on",), things=True)
        return None

    def _trained_on(self, p: Predication) -> tuple[Any, ...]:
        return p.prepositions.get("on", ()) or tuple(
            t for o in p.patients for t in predications.behind(o, "on")
        )

    def _taught(self, p: Predication) -> Iterator[Tie]:
        """ "A trained its models using exchanges with B", "A uses B's answers to train its own"."""
        if p.lemma not in _TEACH or p.passive or p.negated or p.modal in _ONLY_ABLE:
            return
        means = [*self._trained_on(p), *p.prepositions.get("with", ())]
        for noun in (p.verb, *p.patients):
            for deed in noun.children:
                if deed.text.lower() in ("using", "on") and deed.dep_ in ("acl", "advcl", "prep", "xcomp"):
                    means += [c for c in deed.children if c.dep_ in ("dobj", "pobj")]
        said = [t for t in map(self.inner, means) if lemma(t) in _SAYINGS]
        behind = [t for noun in said for t in predications.behind(noun, "with", "from", "of", "by")]
        behind += [c for noun in said for c in noun.children if c.dep_ in ("poss", "compound")]
        models = [r for r in self.arguments.all(behind) if r.kind == "model" and not is_chip(r.name or "")]
        yield from self.ties(p, Sense("built_on"), self.role(p, ("agents",)), models)

    def _for(self, p: Predication) -> Iterator[Tie]:
        """ "A makes chips for B": A supplies B."""
        place = "to" if p.lemma == "ship" else "for"
        makes = p.lemma in ("make", "produce", "manufacture", "build", "fabricate", "ship")
        if makes and self._is_ware(p, Sense("supplies")):
            takers = [r for r in self.role(p, (place,)) if r.kind in ("organisation", "side")]
            yield from self.ties(p, Sense("supplies"), self.role(p, ("agents",)), takers)

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
