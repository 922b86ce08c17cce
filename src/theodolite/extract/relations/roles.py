"""The parties of a predication, and ties between them: what all rules on verbs share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from theodolite.extract.arguments import Arguments
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.referents.antecedents import is_chip
from theodolite.extract.relations import lexicon, parties
from theodolite.extract.relations.fronted import stranded, told_in_relative
from theodolite.extract.relations.lexicon import Sense
from theodolite.extract.relations.makers import made_by
from theodolite.extract.relations.placed import maker_of, placed
from theodolite.extract.relations.posts import is_person
from theodolite.extract.relations.pronoun_parties import Pronouns
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon as words
from theodolite.extract.words import names, predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.names import Mention
from theodolite.extract.words.predications import Predication
from theodolite.model.claim import Predicate

_COLLECTIONS = words.words(
    """series range family line suite generation set number host fleet string batch pair kind type
    version portfolio lineup variety majority iteration output cluster thousand hundred million dozen
    like slew raft array
    handful rack
    update upgrade edition checkpoint preview component part piece element gigawatt megawatt worth third
    quarter half fifth tenth
    three-quarter two-third most many some share stack all bulk lot rest chunk"""
)
_NO_PARTY = re.compile(r"\A(?:one|ones|others?|people|part|way|place|Sources?)\Z", re.I)
_LEADS_TO = re.compile(r"\s(?:(?:the|its|a|an|their|new|latest|its own|open-source|open)\s){0,3}")

_SERIES = re.compile(r"\bSeries [A-H]\b")
_INNARDS = re.compile(
    r"\b(?:architectures?|weights|code|codebase|technology|outputs?|capabilit(?:y|ies)|abilities|answers|responses|knowledge|know-how|"
    r"backbone|tokeni[sz]er|foundations?|base)\Z",
    re.I,
)
_THEY = frozenset(("they", "it", "he", "she"))
_THEM = frozenset(("them", "it", "him", "her", "these", "those"))
_HANDS_OUT = words.words("roll ship install host deploy")
_PLACE = re.compile(r"\s(?:in|at|near|of|outside)\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3}")
_SITES = words.words(
    """site campus plant factory fab centre center facility gigafactory cluster supercomputer
    unit team group lab
    division department office programme program institute"""
)
_WHICH_AND = re.compile(r",\s(?:which|who)\s[^,;.]+\sand\s(?:(?:now|then|later|also|has)\s){0,2}\Z")
_WHAT_IS_CURBED = words.words(
    """access export import sale ability purchase use supply development capability progress acceleration
    growth rise advance ambition effort capacity industry sector technology"""
)
_AFTER_DATE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"\d{4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s\Z"
)
_TEAMS = words.words(
    """team teams researchers scientists engineers lab group academics developers staff employees
    programmers workers
    coders unit arm division scientist engineer people designers"""
)
_MOVED = words.words("sale export shipment use import deployment transfer download delivery purchase")
_ITSELF = ("it", "they", "the company", "the firm", "the group", "the lab")


def _both_stand_in(subject: Referent, other: Referent) -> bool:
    """ "They use them" says too little to be worth a claim."""
    return subject.text.lower() in _THEY and other.text.lower() in _THEM


class Roles(Pronouns):
    """The predications of one parsed sentence, with who is meant by their places."""

    def __init__(self, arguments: Arguments) -> None:
        super().__init__(arguments)
        self.parse = arguments.parse
        self.figures = arguments.scene.reading.figures_in(arguments.sentence.start, arguments.sentence.end)
        self._verb: Predication | None = None
        self._parties: dict[str, list[Referent]] = {}
        """Who stands in the places of that verb, as far as it was asked for."""

    def role(self, p: Predication, places: Iterable[str]) -> list[Referent]:
        """Who stands in the first of some places of a verb that anybody stands in."""
        if p is not self._verb:
            self._verb, self._parties = p, {}
        for place in places:
            if place not in self._parties:  # most rules on a verb ask for the same places
                self._parties[place] = self._in_place(p, place)
            if found := self._parties[place]:
                return [*found]
        return []

    def _in_place(self, p: Predication, place: str) -> list[Referent]:
        if place in ("agents", "patients", "recipients"):
            tokens: tuple[Any, ...] = getattr(p, place)
        else:
            tokens = (
                p.prepositions.get(place, ())
                or stranded(p, place)
                or tuple(t for patient in p.patients for t in predications.behind(patient, place))
            )
            if not tokens:
                inner = [i for patient in p.patients if (i := self.inner(patient)).i != patient.i]
                tokens = tuple(t for i in inner for t in predications.behind(i, place))
        told = (self.fronted(p, t) for t in tokens if not t.tag_.startswith("VB"))
        found = self.arguments.all(map(self.inner, told))
        if not found and place == "patients" and not p.passive:
            found = self.arguments.all(told_in_relative(p)) or self._right_behind(p)
        if not found and place == "agents" and not p.passive:
            found = self._right_before(p)
        if place in ("agents", "by"):
            found = self._their_houses(tokens, found)
        return [placed(self.arguments.scene, r) for r in found if not _NO_PARTY.match(r.name or "")]

    def _their_houses(self, tokens: tuple[Any, ...], found: list[Referent]) -> list[Referent]:
        """ "A team at A", "researchers from A and B", "A's engineers": A, B."""
        if not found or any(r.kind != "thing" for r in found):
            return found
        at_work = [t for t in tokens if t.text.lower() in _TEAMS]
        behind = [t for o in at_work for t in predications.behind(o, "at", "from", "of")]
        behind += [c for o in at_work for c in o.children if c.dep_ in ("poss", "compound")]
        houses = [r for r in self.arguments.all(behind) if r.kind in ("organisation", "unknown")]
        return houses or found

    def _right_before(self, p: Predication) -> list[Referent]:
        """The name right before a finite verb, where the parser does not know it ("Larch designs chips")."""
        start = self.parse.span(p.verb)[0]
        if p.verb.tag_ not in ("VBZ", "VBD") or any(c.dep_ == "nsubj" for c in p.verb.children):
            return []
        named = self.arguments.mention_at(start - 2)
        if (told := self._told_of(start)) is not None:
            return [from_mention(self.content, told)]
        beside = (
            named is not None
            and named.end == start - 1
            and (
                named.kind in ("organisation", "unknown", "person")
                or (named.kind == "side" and _AFTER_DATE.search(self.content[: named.start][-30:]))
            )
        )
        return [from_mention(self.content, named)] if named and beside else []

    def _told_of(self, start: int) -> Mention | None:
        """ "A, which gave it up last year and now builds on B": A."""
        before = self.content[max(self.arguments.sentence.start, start - 110) : start]
        match = _WHICH_AND.search(before)
        named = self.arguments.mention_at(start - len(match.group()) - 1) if match else None
        return named if named and named.kind in ("organisation", "unknown", "model") else None

    def _right_behind(self, p: Predication) -> list[Referent]:
        """The name that follows a verb, where the parser does not know it ("released Qwen3")."""
        end = self.parse.span(p.verb)[1]
        if p.lemma in ("make", "see", "let", "watch") and any(c.dep_ == "ccomp" for c in p.verb.children):
            return []  # "made B look slow"
        for mention in self.arguments.mentions:
            if mention.start > end and not (mention.adjective and mention.kind == "side"):
                if _LEADS_TO.fullmatch(self.content[end : mention.start]):
                    return [from_mention(self.content, mention)]
                break
        return []

    def inner(self, token: Any) -> Any:
        """ "A series of chips", "600,000 of its chips", "an update of B": the chips, B."""
        if token.tag_ == "CD" and not self.arguments.mention_at(self.parse.span(token)[0]):
            inner = predications.behind(token, "of")
            return inner[0] if inner and inner[0].tag_.startswith("NN") else token
        if (lemma(token) in _COLLECTIONS or token.text in ("%", "percent")) and not self.arguments.mention_at(
            self.parse.span(token)[0]
        ):
            inner = predications.behind(token, "of")
            return inner[0] if inner and not inner[0].tag_.startswith("VB") else token
        return token

    def ties(
        self,
        p: Predication,
        sense: Sense,
        subjects: list[Referent],
        objects: list[Referent],
        stated: bool = False,
    ) -> Iterator[Tie]:
        """The ties between some subjects and objects; `stated`: a "not" at the verb denies something else."""
        for subject in subjects:
            for other in objects:
                if other.kind == "thing" and sense.predicate == "built_on":  # "on B's architecture" is on B
                    other = self._derived(subject, "built_on", other)[1]
                if subject.name == other.name and subject.text.lower() in _ITSELF:
                    if other.text.lower() not in _THEM:
                        subject = self._another(subject)  # "B, which it bought"
                    elif (between := self._named_between(subject, other)) is not None:
                        other = between  # "it funds B and supplies it"
                    else:
                        continue
                if sense.predicate == "develops":
                    subject = maker_of(self.arguments.scene, subject, other)
                things = sense.things or (sense.predicate == "supplies" and parties.is_house(other))
                if p.lemma in ("clone", "imitate", "mimic", "copy") and is_person(other):
                    continue
                if sense.predicate == "supplies":
                    other = self._goes_to(sense, subject, other)
                if (other.kind == "thing" and not things) or (sense.models and not parties.is_product(other)):
                    continue
                if "thing" in (other.kind, subject.kind) and p.negated and sense.predicate != "restricts":
                    continue  # what somebody does not make or use is no tie
                if p.lemma in ("support", "drop") and other.kind == "model" and not made_by(subject, other):
                    continue  # "the chip supports it", "dropped A for B"
                if _both_stand_in(subject, other) or (sense.predicate == "uses" and subject.text == "I"):
                    continue
                other = self._of_maker(sense, self._made_before(sense, other))
                other = self._not_itself(subject, self._goes_to(sense, subject, other))
                other = self._narrowed(p, sense, other)
                predicate = self._handed_out(p, sense.predicate, subject, other)
                trained = p.lemma == "train" and other.kind == "model"  # on a machine, not from a model
                if predicate in ("uses", "built_on") and not trained:
                    predicate, other = self._derived(subject, predicate, other)
                if parties.fit(subject, predicate, other):
                    amount = self.amount(p) if predicate in ("funds", "owns") else None
                    yield self.tie(p.verb, subject, predicate, other, amount, p.negated and not stated)

    def _named_between(self, subject: Referent, other: Referent) -> Referent | None:
        """The house named last between two pronouns."""
        for mention in reversed(self.arguments.mentions):
            inside = subject.end <= mention.start and mention.end <= other.start
            if inside and mention.kind == "organisation" and mention.name != subject.name:
                return replace(from_mention(self.content, mention), start=other.start, end=other.end)
        return None

    def _handed_out(
        self, p: Predication, predicate: Predicate, subject: Referent, other: Referent
    ) -> Predicate:
        """Who ships, rolls out or buys what somebody else makes uses it."""
        if predicate == "develops" and other.kind == "organisation" and p.lemma in _HANDS_OUT:
            return "uses"
        if p.lemma == "control" and subject.kind == "organisation" == other.kind:
            return "owns"
        if other.kind != "model" or not other.maker or subject.kind == "model":
            return predicate
        if predicate == "develops" and p.lemma in _HANDS_OUT and not made_by(subject, other):
            return "uses"
        if predicate == "owns" and p.lemma == "own" and made_by(subject, other):
            return "develops"
        if predicate == "funds" and p.lemma == "pay":
            return "uses"
        return "uses" if predicate == "owns" and is_chip(other.name or "") else predicate

    def _derived(
        self, subject: Referent, predicate: Predicate, other: Referent
    ) -> tuple[Predicate, Referent]:
        """A model that uses another's architecture, weights or code is built on it."""
        if other.kind == "thing" and _INNARDS.search(other.name or ""):
            for mention in self.arguments.mentions:
                inside = other.start <= mention.start and mention.end <= other.end
                if inside and mention.kind in ("model", "organisation"):
                    other = replace(from_mention(self.content, mention), end=other.end)
                    return ("built_on" if subject.kind == "model" else predicate), other
        if other.kind == "model" and is_chip(other.name or ""):
            return "uses", other
        both = subject.kind == "model" and subject.maker is not None and other.kind == "model"
        both = both and not (other.name or "").endswith(" model")  # "A uses B's model"
        return ("built_on" if both and other.maker != subject.name else predicate), other

    def _narrowed(self, p: Predication, sense: Sense, other: Referent) -> Referent:
        """ "Foreign hardware, mainly from U.S. companies" is American; "AI for mines" says for what."""
        if other.kind != "thing":
            return other
        if (
            sense.predicate in ("leads", "develops", "funds")
            and (place := _PLACE.match(self.content, other.end, self.arguments.sentence.end))
            and (other.name or "").split()[-1].lower() in _SITES
        ):
            return replace(other, name=f"{other.name}{place.group()}", end=place.end())
        if sense.predicate == "uses" and re.match(
            r"(?i)(?:foreign|imported|overseas|outside)\s", other.name or ""
        ):
            for origin in self.role(p, ("from",)):
                if origin.side:
                    word = (other.name or "").split()[-1]
                    return replace(other, name=f"{names.demonym(origin.side)} {word}", side=origin.side)
        if sense.predicate == "develops" and re.search(
            r"(?:\A|\s)(?:AI|LLMs?|software|technology|models?|chatbots?|apps?|tools?|systems?|platforms?|robots?|assistants?|agents?|"
            r"chips?|services?)\Z",
            other.name or "",
        ):
            purpose = [
                c for t in (p.verb, *p.patients) for c in t.children if c.text == "for" and c.i > p.verb.i
            ]
            hull = self.parse.hull(purpose[0].subtree) if purpose else None
            named = hull is not None and self.content[hull[0] + 4 : hull[0] + 5].isupper()  # "chips for B"
            if hull and not named and hull[1] - other.start < 90:
                return replace(other, name=f"{other.name} {self.content[hull[0] : hull[1]]}", end=hull[1])
        return other

    def pairs(
        self,
        p: Predication,
        predicate: Predicate,
        subjects: list[Referent],
        tokens: Iterable[Any],
        things: bool = False,
    ) -> Iterator[Tie]:
        objects = self.arguments.all(self.inner(t) for t in tokens if not t.tag_.startswith("VB"))
        yield from self.ties(
            p, Sense(predicate, things=things or predicate == "restricts"), subjects, objects
        )

    def is_money(self, token: Any) -> bool:
        if lemma(token) in lexicon.MONEY_NOUNS or token.text in ("$", "€", "£"):
            return True
        start, _end = self.parse.span(token)
        if _SERIES.search(self.content[max(0, start - 7) : _end + 2]):
            return True
        return any(f.kind == "money" and f.start <= start < f.end for f in self.figures)

    def amount(self, p: Predication) -> tuple[float, str] | None:
        """The sum of money of a clause, where it is one point."""
        start, end = self.parse.clause(p.verb)
        for figure in self.figures:
            if start <= figure.start < end and figure.kind == "money" and figure.unit:
                value = figure.low if figure.low is not None else figure.high
                return (value, figure.unit) if value is not None else None
        return None

    def restricted(self, tokens: Iterable[Any]) -> list[Any]:
        """Whose access or exports are restricted, where the words say whose ("its access to chips")."""
        found: list[Any] = []
        for token in tokens:
            owners = [c for c in token.children if c.dep_ == "poss"]
            towards = [
                t
                for t in predications.behind(token, "to", "into", "in", "for", "by", "from")
                if (m := self.arguments.mention_at(self.parse.span(t)[0])) and m.kind in ("side", "group")
            ]
            sold = towards and lemma(token) in ("sale", "export", "shipment", "supply", "transfer", "access")
            if not sold and owners and owners[0].tag_ == "PRP$" and lemma(token) not in _WHAT_IS_CURBED:
                owners = []  # "bans its civil servants": them
            goods = () if owners or towards else predications.behind(token, "of")
            if goods and lemma(token) in _MOVED and (far := self._sent_to(token)) is not None:
                found.append(far)  # "the export of machines with its parts to B"
                continue
            if goods and lemma(token) in _MOVED and not goods[0].tag_.startswith("VB"):
                found += map(self.inner, goods)
                continue
            found.append(towards[0] if sold else owners[0] if owners else towards[0] if towards else token)
        return found

    def _sent_to(self, token: Any) -> Any | None:
        """The side to which the goods of a noun of sale go, wherever the parser hangs it."""
        for word in token.subtree:
            if word.dep_ == "pobj" and word.head.text.lower() in ("to", "into") and word.i > token.i:
                mention = self.arguments.mention_at(self.parse.span(word)[0])
                if mention is not None and mention.kind in ("side", "group"):
                    return word
        return None

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
