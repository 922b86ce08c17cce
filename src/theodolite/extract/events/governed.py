"""What a date dates: the verb or the noun of action that it hangs on, with who did what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from theodolite.extract.arguments import Arguments, is_named
from theodolite.extract.events import happenings, stand_ins, told, worth
from theodolite.extract.events.dates import Occasion
from theodolite.extract.events.doers import Doers
from theodolite.extract.events.happening import Happening, dimension, past
from theodolite.extract.events.nouns import NamedHappenings
from theodolite.extract.referents import Referent
from theodolite.extract.relations.lexicon import ARTEFACTS
from theodolite.extract.words import lexicon, predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication

_ASPECT = lexicon.words("begin start continue finish complete stop vote")
_FOUNDING = lexicon.words("found co-found establish start create set")
_MADE = re.compile(
    rf"\b(?:{'|'.join(sorted(ARTEFACTS))}|index|report|paper|study|lawsuit|suit|case|charges|plans?|bid|"
    rf"appeal)\Z",
    re.I,
)
_HAPPEN = lexicon.words("come happen occur follow arrive unfold go")
_BROUGHT = lexicon.words(
    "complete announce approve agree close finalise finalize conclude confirm seal clear schedule set plan "
    "slate"
)
"""Verbs behind a noun for what happened, which they only place in time."""
_WHO_SPEAKS = ("person", "organisation", "unknown", "side", "group")
_TELLING = frozenset(("announce", "confirm", "disclose", "reveal"))


class Happenings(Doers):
    """The happenings of one parsed sentence."""

    def __init__(self, arguments: Arguments, dates: Sequence[Occasion] = ()) -> None:
        super().__init__(arguments)
        self.dates = dates
        self.named = NamedHappenings(arguments)

    def at(self, occasion: Occasion) -> Iterator[Happening]:
        """What the sentence says to have happened at a date."""
        if occasion.since:
            governor = self._in_force(occasion) or self._from_then(occasion)
        else:
            governor = self._governor(occasion) or self._opened(occasion)
        if governor is None:
            return
        if governor.tag_.startswith("VB"):
            found = self._done(predications.of(self.parse, governor), occasion)
            if self.parse.span(governor)[0] > occasion.end:
                joined = self._joined(governor, occasion)
                found = chain(found, *(self._done(p, occasion) for p in joined))
        else:
            found = chain(self.named.of(governor, occasion))
            first = next(found, None)
            if first is None and (verb := self._verb_over(governor)) is not None:
                found = self._done(predications.of(self.parse, verb), occasion)
            elif first is not None:
                found = chain((first,), found)
        yield from found

    def _joined(self, governor: Any, occasion: Occasion) -> Iterator[Predication]:
        """Further verbs of a sentence that a date opens, up to the next date: "In May A sold B and left"."""
        later = min((o.start for o in self.dates if o.start > occasion.start), default=None)
        for child in governor.children:
            own = later is None or self.parse.span(child.right_edge)[1] <= later
            if own and child.dep_ == "conj" and child.tag_ in ("VBD", "VBN"):
                yield predications.of(self.parse, child)

    # --- verbs

    def _done(self, p: Predication, occasion: Occasion) -> Iterator[Happening]:
        verb = p.verb
        p = self._with_agents(self._made_so(p), occasion)
        if (noun := self._carried(p, occasion)) is not None:
            yield from self._did(p, noun, occasion)
            return
        if (noun := self._came(p)) is not None:
            view = worth.outlook(self.arguments, p, occasion)
            for happening in self.named.of(noun, occasion) if view else ():
                yield replace(happening, forecast=view == "future")
            return
        if (inner := told.committed(p)) is not None:
            p = replace(p, patients=predications.of(self.parse, inner).patients, particle=f"to {inner.text}")
        elif p.lemma in _ASPECT and (inner := self._completed(verb)) is not None:
            p = replace(
                p, patients=predications.of(self.parse, inner).patients, particle=str(inner.text).lower()
            )
        if verb.text == "won" and verb.i and self.parse.tokens[verb.i - 1].tag_ in ("CD", "$"):
            return  # "50 trillion won"
        if verb.tag_ in ("VBD", "VBN") and verb.text.lower() == p.lemma and p.lemma not in happenings.VERBS:
            return  # a noun that the parser took for a verb: "the startup whose model"
        view = worth.outlook(self.arguments, p, occasion)
        if p.negated or view is None or worth.is_own_doing(p):
            return
        exact = occasion.exact or bool(occasion.iso and told.promises(p))
        if (
            p.lemma in happenings.SAYING
            and not p.passive
            and exact
            and not (p.lemma == "report" and p.patients)
        ):
            if (inner := told.done(self.parse, p)) is not None:
                yield from self._told(p, inner, occasion)
            else:
                yield from self._said(p)
            return
        asks = told.asks(p)
        if (exact or asks) and view == "past" and (told.announces(p) or asks):
            if p.lemma in _TELLING and (inner := told.done(self.parse, p)) is not None:
                yield from self._told(p, inner, occasion)
            else:
                yield from self._said(p, worth.is_somebody)
            return
        was_told = p.lemma in ("tell", "ask", "warn") and p.passive and exact and not p.agents
        dropped = p.lemma == "drop" and (self._is_thing_made(p) or bool(self._right_behind(p)))
        was_out = p.lemma == "be" and worth.goes_live(p) and (view == "past" or exact)
        done = p.lemma == "do" and any(r.kind == "model" for r in self.arguments.all(p.patients))
        shed = p.lemma == "get" and any(c.text.lower() == "rid" for c in p.verb.children)
        reported = shed or (p.lemma == "report" and exact and bool(p.patients))
        rules = p.lemma in ("widen", "narrow", "follow") and any(lemma(t) in worth.LAWS for t in p.patients)
        if p.lemma in happenings.NO_EVENT and not (
            dropped or was_told or was_out or done or reported or rules
        ):
            return
        spoken = p.lemma in ("tell", "ask", "call", "warn") and not was_told
        if spoken or (p.lemma == "announce" and not p.patients):
            return
        patients = self.arguments.all(self._collected(self._gathered(p, t)) for t in p.patients)
        patients = patients or self._right_behind(p)
        agents = self.arguments.all(t for t in p.agents if not _is_loose(t)) or self._person(p)
        agents = agents or self._before(p)
        if p.passive and any(is_named(t) for t in patients) and not self._are_meant(p, agents):
            agents = []  # "founded by two engineers of Larch": of the founded one it says more
        if not p.passive and self._is_counted(p):
            return
        if p.passive and p.lemma in _FOUNDING and len(agents) > 1 and any(is_named(t) for t in patients):
            agents = []
        if p.lemma == "bring" and not p.particle and not any(is_named(t) for t in patients):
            return  # "brought considerable value"
        if p.passive and p.lemma in told.ANNOUNCING and any(t.text.lower() == "it" for t in p.patients):
            return  # "it was confirmed that ..."
        if p.passive and not agents:
            subjects: list[Referent] = patients
            target = None
        elif p.passive or agents:
            subjects, target = agents, patients[0] if patients else None
        else:
            return
        for subject in subjects:
            subject = self._site(p, stand_ins.company(self.arguments, subject))
            owner, thing = self._owner(p, self._of_house(subject), target)
            if thing is not None and thing.name == owner.name and p.lemma in _FOUNDING:
                thing = None  # "we founded Larch"
            if worth.is_worth(self.arguments, p, owner, thing, exact):
                cue, end = self.parse.span(verb)
                action = past(verb, p)
                yield Happening(
                    owner,
                    action,
                    thing,
                    cue,
                    max(end, self._last(p)),
                    dimension(p, owner, thing),
                    view == "future",
                )

    def _told(self, said: Predication, inner: Predication, occasion: Occasion) -> Iterator[Happening]:
        """What was done, as it was told that day; that it was told the text says itself."""
        cue = self.parse.span(said.verb)[0]
        for happening in self._done(inner, occasion):
            yield replace(happening, cue=cue, cue_end=max(happening.cue_end, cue), told=True)

    def _said(self, p: Predication, fits: Callable[[Referent], bool] | None = None) -> Iterator[Happening]:
        """ "B said on June 10 ...": that B spoke that day; of several, each where they promise something."""
        cue, end = self.parse.span(p.verb)
        agents = [t for t in p.agents if t.head.i != p.verb.head.i or t.i < t.head.i]
        asked = [r for r in self.arguments.all(p.patients) if is_named(r)] if told.asks(p) else []
        target = asked[0] if asked and (p.agents or not p.passive) else None
        for subject in self.arguments.all(agents)[: 3 if told.promises(p) or fits else 1]:
            subject = stand_ins.company(self.arguments, subject)
            if subject.kind in _WHO_SPEAKS or (fits is not None and fits(subject)):
                told_by = past(p.verb, p)
                yield Happening(subject, told_by, target, cue, end, dimension(p, subject, target), told=True)

    def _is_thing_made(self, p: Predication) -> bool:
        """ "Dropped its new model", not "dropped 3 percent"."""
        return any(is_named(r) or _MADE.search(r.name or "") for r in self.arguments.all(p.patients))

    def _came(self, p: Predication) -> Any | None:
        """The noun that happened: "the release of A came in May", "A's purchase was completed in June"."""
        if p.negated or not (
            p.lemma in _HAPPEN
            or (p.passive and p.lemma in _BROUGHT and not p.agents)
            or (p.lemma == "take" and any(t.text.lower() == "place" for t in p.patients))
        ):
            return None
        subjects = p.patients if p.passive else p.agents
        return next(
            (t for t in subjects[:1] if happenings.NOUNS.get(lemma(t), "held") not in ("held", "met")), None
        )

    def _carried(self, p: Predication, occasion: Occasion) -> Any | None:
        """The noun that says what happened, behind a verb that only carries it: "made its debut", "May saw
        the release of A"."""
        if p.lemma in ("see", "bring", "mark", "witness") and not p.passive and not p.negated:
            at = [self.parse.span(t)[0] for t in p.agents]
            if any(occasion.start <= a < occasion.end for a in at):
                return next((t for t in p.patients if lemma(t) in happenings.NOUNS), None)
        if (
            p.lemma not in ("make", "have", "see", "hold", "get")
            or p.passive
            or p.negated
            or p.tense != "past"
        ):
            return None
        return next((t for t in p.patients if lemma(t) in happenings.NOUNS), None)

    def _did(self, p: Predication, noun: Any, occasion: Occasion) -> Iterator[Happening]:
        if p.lemma in ("see", "bring", "mark", "witness"):
            yield from self.named.of(noun, occasion)
            return
        cue, end = self.parse.span(p.verb)[0], self.parse.span(noun)[1]
        if any(c.dep_ == "nummod" for c in noun.children):
            return
        targets = [r for r in self.arguments.all(predications.behind(noun, "of")) if is_named(r)]
        for subject in self.arguments.all(p.agents):
            if is_named(subject):
                target = targets[0] if targets else None
                action = happenings.NOUNS[lemma(noun)]
                yield Happening(subject, action, target, cue, end, dimension(p, subject, target))

    def _completed(self, verb: Any) -> Any | None:
        return next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ in ("VB", "VBG")), None)

    def _is_counted(self, p: Predication) -> bool:
        """Whether what was done was done to so many, which makes it a figure: "made 200,000 Ascend chips"."""
        if p.lemma not in happenings.OUTPUT:
            return False
        counts = [c for t in p.patients for c in t.children if c.dep_ == "nummod" and c.tag_ == "CD"]
        return any(c.text[:1].isdigit() and "," in c.text for c in counts)

    def _last(self, p: Predication) -> int:
        return max(
            [self.parse.span(p.verb)[1], *(self.parse.span(t)[1] for t in p.patients if not p.passive)]
        )


def _is_loose(token: Any) -> bool:
    """A relative pronoun whose clause the parser hangs on nothing: "there is a bank that moved ..."."""
    if token.tag_ not in ("WDT", "WP"):
        return False
    head = token.head
    return not (head.dep_ in ("relcl", "acl") or head.head.dep_ in ("relcl", "acl"))
