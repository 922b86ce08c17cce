"""Who uses what, where the ware tells it and not the verb alone: "A runs B's model", "A has 5,000 H100s",
"A equipped its site with Nvidia chips", "A's assistant runs on B", "A answers calls using B".

A verb that says many things says that somebody uses something where a model or chips stand in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.referents import Referent
from theodolite.extract.referents.antecedents import is_chip
from theodolite.extract.relations import lexicon, parties
from theodolite.extract.relations.lexicon import Sense
from theodolite.extract.relations.makers import made_by
from theodolite.extract.relations.takings import Takings
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon as words
from theodolite.extract.words import predications
from theodolite.extract.words.lemmas import forms, lemma
from theodolite.extract.words.predications import Predication

OF_MODELS = words.words(
    """run pick choose prefer favour favor trial keep host call pull load license licence serve resell
    carry query
    select configure retain reuse try"""
)
"""Of a model that somebody else has made."""
OF_CHIPS = words.words(
    """buy purchase acquire obtain get stockpile hoard amass own have operate keep install import run secure
    procure receive hold possess plug squeeze rack order field contain house pack boast smuggle accumulate"""
)
"""Of chips with a name."""
_BOUGHT = words.words(
    """buy purchase acquire obtain get stockpile hoard amass import secure procure receive order smuggle
    accumulate"""
)
_CHIPS = re.compile(r"\s(?:chips|GPUs|processors|accelerators|superchips|TPUs|NPUs|semiconductors)\Z")
"""Chips that somebody buys are in use there."""
PLACES: dict[str, frozenset[str]] = {
    "on": words.words(
        "run train serve infer compute prototype operate host fine-tune retrain deploy simulate benchmark"
    ),
    "to": words.words(
        "switch move migrate shift port subscribe turn go convert graduate transfer default route send"
    ),
    "onto": words.words("switch move migrate shift port"),
    "with": words.words(
        """work go equip fill fit pack stock furnish outfit load power replace build start stick experiment
        cram
        kit populate"""
    ),
    "from": words.words("serve run"),
    "for": words.words("opt swap exchange pay"),
    "by": words.words("swear"),
    "through": words.words("run"),
}
"""Prepositions behind which a model or chips stand that are used."""
_USING = words.words("use employ leverage utilise utilize deploy")
_SITES = words.words(
    """cluster clusters supercomputer site sites campus centre centres center centers server servers
    machine machines
    cloud rack racks fleet system systems plant facility"""
)
_WORK = words.words(
    """inference training workload workloads work traffic production computation assistant assistants chatbot
    chatbots app apps service services product products tool tools agents agent pipeline stack customers
    users call
    requests queries search backend system systems everything most some part half model models operations
    software feature features processes cars car robot robots phone phones"""
)
_HARDWARE = re.compile(
    r"(?:\A|[\s-])(?:chips?|GPUs?|processors?|accelerators?|superchips?|TPUs?|NPUs?|hardware|silicon|semiconductors?|boards|"
    r"cards|computers?|modules?|systems|servers|racks|capacity|cloud|clouds|compute|computing)\Z",
    re.I,
)
_ONLY_ABLE = words.words("could should must might")
_SOME = words.words("most many some several all both half none few two three four five six dozens")
_DOERS = re.compile(
    r"(?:ers?|ors?|ists?|ants?|ents?|ees?|als?|men|people|kids|teams?|compan(?:y|ies)|firms?|labs?|start-?ups?|banks?|groups?)\Z"
)
"""Ends of nouns for those who do things themselves ("warned criminals using it")."""
_OBJECT_FIRST = words.words("equip fill move fit shift replace swap route switch port migrate power stock")
"""Verbs whose preposition parsers hang on the object ("equipped its site with B")."""
_UNDONE = words.words("fail refuse decline stop cease forbid ban bar prevent want hope from")
_NO_HOUSE = frozenset(("person",))
CUES = frozenset(forms([*OF_MODELS, *OF_CHIPS, *(v for verbs in PLACES.values() for v in verbs)]))


_OF_BOTH = OF_MODELS | OF_CHIPS
_OWN = _WORK | _SITES
_PLACES_OF = {
    verb: tuple(place for place, verbs in PLACES.items() if verb in verbs)
    for verb in {verb for verbs in PLACES.values() for verb in verbs}
}


class Usings(Takings):
    """Models and chips in use."""

    def used(self, p: Predication) -> Iterator[Tie]:
        """Every use that one verb states by its ware."""
        if p.negated or p.modal in _ONLY_ABLE or self._is_undone(p):
            return
        yield from self._goes_with(p)
        if p.lemma in _OF_BOTH and not p.passive:
            users = self._users(p, p.agents, ("agents",))
            if any(lemma(t) in lexicon.COPIES for t in p.patients):
                return  # "chose a version of B" to build on
            for ware in self.role(p, ("patients",)):
                yield from self._takes(p, users, ware)
        for place in _PLACES_OF.get(p.lemma, ()):
            heads = p.prepositions.get(place, ())
            if not heads and p.lemma in _OBJECT_FIRST:
                heads = tuple(t for o in p.patients for t in predications.behind(o, place))
            if heads:
                yield from self._placed(p, place, heads)

    def _placed(self, p: Predication, place: str, heads: tuple[Any, ...]) -> Iterator[Tie]:
        """ "A runs its models on B", "A's site is filled with B", "A moved inference to B"."""
        wares = [
            w for w in self.arguments.all(map(self.inner, heads)) if self._is_ware_in_use(w, place, p.lemma)
        ]
        if not wares:
            return
        if p.passive:
            users = self._users(p, p.patients, ("patients",))
        else:
            users = self._users(p, p.agents, ("agents",))
            if (
                place == "with"
                and p.lemma in ("work", "start", "build")
                and any(w.kind == "model" for w in wares) is False
            ):
                return
            if p.patients and place in ("to", "onto", "with") and not self._is_own_work(p):
                return
        for ware in wares:
            yield from self.ties(p, Sense("uses", things=True), users, [ware])
        if place == "on" and not p.passive and p.patients:  # "we run B on C": both are in use
            for run in self.role(p, ("patients",)):
                if run.kind == "model" and p.lemma in ("run", "host", "serve", "deploy"):
                    yield from self._takes(p, users, run)

    def _is_own_work(self, p: Predication) -> bool:
        """Whether what is moved or equipped is somebody's work or site, not another house's money."""
        return any(t.text.lower() in _OWN or any(c.dep_ == "poss" for c in t.children) for t in p.patients)

    def _takes(self, p: Predication, users: list[Referent], ware: Referent) -> Iterator[Tie]:
        chip = ware.kind == "model" and is_chip(ware.name or "")
        for user in users:
            version = ware.kind == "unknown" and parties.is_product(ware)
            if (ware.kind == "model" and not chip) or version:
                anothers = version or (ware.maker and not made_by(user, ware))
                if p.lemma in OF_MODELS and user.kind != "model" and anothers:
                    yield from self.ties(p, Sense("uses"), [user], [ware])
            elif chip and p.lemma in OF_CHIPS and not self._makes(user, ware):
                yield from self.ties(p, Sense("uses"), [user], [ware])
            elif (
                p.lemma in _BOUGHT
                and user.kind in ("organisation", "unknown", "group")
                and self._has_a_maker(ware)
            ):
                yield from self.ties(p, Sense("uses", things=True), [user], [ware])

    def _has_a_maker(self, ware: Referent) -> bool:
        """ "Chinese chips", "Nvidia GPUs": chips, and whose."""
        name = ware.name or ""
        if ware.kind not in ("group", "thing") or not _CHIPS.search(name):
            return False
        if ware.kind == "group":
            return ware.side is not None
        return any(
            m.kind == "organisation" for m in self.arguments.mentions if ware.start <= m.start < ware.end
        )

    def _makes(self, user: Referent, chip: Referent) -> bool:
        return bool(chip.maker) and chip.maker == user.name

    def _users(self, p: Predication, tokens: tuple[Any, ...], place: tuple[str, ...]) -> list[Referent]:
        """Who uses it: a house, its people, or whose assistant, model or site it is."""
        found = self._counted(p, tokens) or self.role(p, place)
        if found and all(r.kind == "thing" for r in found):
            found = self._whose(p, Sense("uses", subject=place), found)
        if found and all(r.kind == "thing" for r in found):
            found = self.above(p) or found
        return [r for r in found if r.kind not in _NO_HOUSE]

    def _counted(self, p: Predication, tokens: tuple[Any, ...]) -> list[Referent]:
        """ "Of the 40 largest Chinese models, 33 were trained on B": Chinese models."""
        if len(tokens) != 1 or not (tokens[0].tag_ == "CD" or tokens[0].text.lower() in _SOME):
            return []
        heads = predications.behind(tokens[0], "of") or p.prepositions.get("of", ())
        return [r for r in self.arguments.all(heads) if r.kind in ("group", "organisation", "model")]

    def above(self, p: Predication) -> list[Referent]:
        """ "A launched an assistant that runs on B": A."""
        noun = p.verb.head
        shown = noun.dep_ == "pobj" and noun.head.text.lower() == "with" and noun.head.dep_ == "prep"
        if p.verb.dep_ not in ("relcl", "acl") or not (noun.dep_ in ("dobj", "attr") or shown):
            return []
        if noun.text.lower() not in _OWN:
            return []
        governing = predications.of(self.parse, self.parse.verb_above(noun))
        if governing.passive or governing.negated:
            return []
        return [
            r for r in self.arguments.all(governing.agents) if r.kind in ("organisation", "unknown", "group")
        ]

    def _goes_with(self, p: Predication) -> Iterator[Tie]:
        """ "A answers calls using B", where the parser hangs it on the calls."""
        noun = p.verb.head
        if p.lemma not in _USING or p.verb.tag_ != "VBG" or p.verb.dep_ != "acl":
            return
        if (
            noun.dep_ != "dobj"
            or _DOERS.search(noun.text.lower())
            or self.arguments.mention_at(self.parse.span(noun)[0])
        ):
            return
        governing = predications.of(self.parse, self.parse.verb_above(noun))
        if governing.passive or governing.negated:
            return
        users = [r for r in self.arguments.all(governing.agents) if r.kind not in ("thing", "model")]
        yield from self.ties(p, Sense("uses", things=True), users, self.role(p, ("patients",)))

    def _is_ware_in_use(self, ware: Referent, place: str, verb: str) -> bool:
        if ware.kind == "organisation":
            return place == "on" and verb in ("train", "serve", "run", "infer", "prototype", "compute")
        if ware.kind in ("model", "unknown"):
            return parties.is_product(ware)
        if ware.kind == "thing":
            return _HARDWARE.search(ware.name or "") is not None and self._is_specific(ware)
        if ware.kind == "group":
            return (ware.name or "").split()[-1].lower() in lexicon.USED
        return False

    def _is_specific(self, ware: Referent) -> bool:
        """ "Nvidia chips", "older chips": more than the bare word."""
        return " " in (ware.name or "")

    def _is_undone(self, p: Predication) -> bool:
        """ "Failed to buy", "stopped running"."""
        above = p.verb.head
        return p.verb.dep_ in ("xcomp", "pcomp") and lemma(above) in _UNDONE
