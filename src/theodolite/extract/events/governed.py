"""What a date dates: the verb or the noun of action that it hangs on, with who did what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from theodolite.extract.arguments import Arguments, is_named
from theodolite.extract.events import happenings, told, worth
from theodolite.extract.events.dates import Occasion
from theodolite.extract.events.happening import Happening, dimension, past
from theodolite.extract.events.nouns import NamedHappenings
from theodolite.extract.proper_names import unlisted
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.relations.lexicon import ARTEFACTS
from theodolite.extract.words import lexicon, predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication

_SET_ASIDE = lexicon.words("since by until till from before after between to through than despite")
_BETWEEN = lexicon.words("to from by between")
"""What behind a thing with a date ("the visit to Paris in May") does not set the date aside."""
_PARTS_OF_TIME = lexicon.words(
    """spring summer autumn fall winter beginning end start middle half quarter month week day year
    morning evening mid early late january february march april may june july august september
    october november december"""
)
_ASPECT = lexicon.words("begin start continue finish complete stop vote")
_FOUNDING = lexicon.words("found co-found establish start create set")
_MADE = re.compile(
    rf"\b(?:{'|'.join(sorted(ARTEFACTS))}|index|report|paper|study|lawsuit|suit|case|charges|plans?|bid|"
    rf"appeal)\Z",
    re.I,
)
_PERSON = re.compile(r"(?:(?:Dr|Prof|Mr|Ms|Mrs)\.?\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){1,2}")
_PEOPLE = lexicon.words(
    """engineers researchers scientists founders employees alumni graduates students veterans executives staff
    professors academics people brothers sisters friends entrepreneurs developers countries states companies
    firms members investors"""
)
_POSSESSIVE = re.compile(r"['’]s\b")
_AT_HOUSE = re.compile(
    r"\s(?:at|from|of)\s(?:the\s)?(?P<name>[A-Z][\w’'-]*(?:\s(?:of\s)?[A-Z][\w’'-]*){0,4})"
)
_CLIMB = 9
_WHO_SPEAKS = ("person", "organisation", "unknown", "side", "group")
_TELLING = frozenset(("announce", "confirm", "disclose", "reveal"))
_SAID_AT = 7  # a month or a day: who spoke "in 2020" is no event


class Happenings:
    """The happenings of one parsed sentence."""

    def __init__(self, arguments: Arguments) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.content = arguments.content
        self.named = NamedHappenings(arguments)

    def at(self, occasion: Occasion) -> Iterator[Happening]:
        """What the sentence says to have happened at a date."""
        if occasion.since:
            governor = self._in_force(occasion)
        else:
            governor = self._governor(occasion) or self._opened(occasion)
        if governor is None:
            return
        if governor.tag_.startswith("VB"):
            found = self._done(predications.of(self.parse, governor), occasion)
            if self.parse.span(governor)[0] > occasion.end:
                found = chain(found, *(self._done(p, occasion) for p in self._joined(governor)))
        else:
            found = self.named.of(governor, occasion)
        yield from found

    def _joined(self, governor: Any) -> Iterator[Predication]:
        """Further verbs of a sentence that a date opens: "In May A released B and C bought D"."""
        for child in governor.children:
            if child.dep_ == "conj" and child.tag_ in ("VBD", "VBN"):
                yield predications.of(self.parse, child)

    def _opened(self, occasion: Occasion) -> Any | None:
        """The main verb of a sentence that a date opens, where the parser hangs the date on a name."""
        before = self.content[self.arguments.sentence.start : occasion.start].strip()
        if before.lower() not in ("", "in", "on", "and in", "but in", "early in", "late in", "back in"):
            return None
        token = self.parse.at(occasion.start)
        if (token is not None and token.dep_ in ("poss", "nummod")) or _POSSESSIVE.match(
            self.content, occasion.end
        ):
            return None
        return next((t for t in self.parse.tokens if t.dep_ == "ROOT" and t.tag_.startswith("VB")), None)

    def _governor(self, occasion: Occasion) -> Any | None:
        """The verb or noun of action that a date hangs on."""
        tokens = [
            t for t in self.parse.within(occasion.start, occasion.end) if t.text.lower() not in ("in", "on")
        ]
        if not tokens:
            return None
        inside = {t.i for t in tokens}
        token = next((t for t in tokens if t.head.i not in inside), tokens[-1])
        for step in range(_CLIMB):
            head = token.head
            if head.i == token.i:
                return None
            if head.tag_.startswith("VB"):
                if head.dep_ in ("xcomp", "pcomp") and lemma(head.head) in _ASPECT:
                    head = head.head
                if head.dep_ in ("amod", "aux"):
                    return None
                if lemma(head) == "be" and (cleft := _cleft(head)) is not None:
                    return cleft
                return self._above(head, occasion)
            word = head.text.lower()
            if head.tag_ in ("IN", "TO") and word in _SET_ASIDE and (step < 2 or word not in _BETWEEN):
                return None
            if head.tag_.startswith("NN"):
                if lemma(head) == "election" and not predications.behind(head, "of"):
                    return None  # a vote that a country holds elects nobody by itself
                if lemma(head) in happenings.NOUNS:
                    if not self._is_setting(head):
                        return head
                    token = head
                    continue
                attributive = token.dep_ in ("nmod", "compound", "nummod", "amod", "poss", "appos")
                if attributive and lemma(head) not in _PARTS_OF_TIME:
                    return None
                if head.dep_ in ("nsubj", "nsubjpass") and lemma(head) not in _PARTS_OF_TIME:
                    return None
            of_what = lemma(head.head) if word == "of" and head.head.tag_.startswith("NN") else None
            if of_what is not None and of_what not in _PARTS_OF_TIME and of_what not in happenings.NOUNS:
                return None  # "the models of 2022"
            token = head
        return None

    def _is_setting(self, noun: Any) -> bool:
        """Whether a gathering only says where something was done: "agreed at the summit in May"."""
        at = noun.head
        return (
            happenings.NOUNS[lemma(noun)] == "held"
            and noun.dep_ == "pobj"
            and at.text.lower() in ("at", "during", "on", "after", "before")
            and at.head.tag_.startswith("VB")
        )

    def _above(self, verb: Any, occasion: Occasion) -> Any:
        """The verb of telling, where its date hangs on what was told: "said on Monday it would go"."""
        told_by = verb.head
        if verb.dep_ != "ccomp" or not told_by.tag_.startswith("VB"):
            return verb
        first = verb.left_edge
        before = self.parse.span(told_by)[1] <= occasion.start
        opens = all(self.parse.span(t)[0] >= occasion.start - 4 for t in (first, *verb.children))
        return told_by if before and opens else verb

    def _in_force(self, occasion: Occasion) -> Any | None:
        """ "Has barred sales to China since 2022": a measure that began then."""
        token = self.parse.at(occasion.start)
        for _ in range(_CLIMB):
            if token is None or token.head.i == token.i:
                break
            token = token.head
            if token.tag_ == "VBN" and lemma(token) in happenings.MEASURES:
                return token if any(c.text.lower() in ("has", "have") for c in token.children) else None
        return None

    # --- verbs

    def _done(self, p: Predication, occasion: Occasion) -> Iterator[Happening]:
        verb = p.verb
        if (noun := self._carried(p)) is not None:
            yield from self._did(p, noun)
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
        exact = occasion.iso and (len(occasion.iso) >= _SAID_AT or told.promises(p))
        if p.lemma in happenings.SAYING and not p.passive and exact:
            if (inner := told.done(self.parse, p)) is not None:
                yield from self._told(p, inner, occasion)
            else:
                yield from self._said(p)
            return
        if exact and view == "past" and (told.announces(p) or told.asks(p)):
            if p.lemma in _TELLING and (inner := told.done(self.parse, p)) is not None:
                yield from self._told(p, inner, occasion)
            else:
                yield from self._said(p, worth.is_somebody)
            return
        was_told = p.lemma in ("tell", "ask", "warn") and p.passive and bool(exact) and not p.agents
        dropped = p.lemma == "drop" and self._is_thing_made(p)
        if p.lemma in happenings.NO_EVENT and not (dropped or was_told):
            return
        spoken = p.lemma in ("tell", "ask", "call", "warn") and not was_told
        if spoken or (p.lemma == "announce" and not p.patients):
            return
        patients = self.arguments.all(self._collected(self._gathered(p, t)) for t in p.patients)
        agents = self.arguments.all(t for t in p.agents if not _is_loose(t)) or self._person(p)
        if p.passive and any(is_named(t) for t in patients) and not self._are_meant(p, agents):
            agents = []  # "founded by two engineers of Larch": of the founded one it says more
        if not p.passive and self._is_counted(p):
            return
        if p.passive and p.lemma in _FOUNDING and len(agents) > 1 and any(is_named(t) for t in patients):
            agents = []
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
            owner, thing = self._owner(p, self._of_house(subject), target)
            if worth.is_worth(self.arguments, p, owner, thing, bool(exact)):
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
        for subject in self.arguments.all(agents)[: 3 if told.promises(p) or fits else 1]:
            if subject.kind in _WHO_SPEAKS or (fits is not None and fits(subject)):
                told_by = past(p.verb, p)
                yield Happening(subject, told_by, None, cue, end, dimension(p, subject, None), told=True)

    def _is_thing_made(self, p: Predication) -> bool:
        """ "Dropped its new model", not "dropped 3 percent"."""
        return any(is_named(r) or _MADE.search(r.name or "") for r in self.arguments.all(p.patients))

    def _carried(self, p: Predication) -> Any | None:
        """The noun that says what happened, behind a verb that only carries it: "made its debut"."""
        if (
            p.lemma not in ("make", "have", "see", "hold", "get")
            or p.passive
            or p.negated
            or p.tense != "past"
        ):
            return None
        return next((t for t in p.patients if lemma(t) in happenings.NOUNS), None)

    def _did(self, p: Predication, noun: Any) -> Iterator[Happening]:
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

    def _gathered(self, p: Predication, token: Any) -> Any:
        """The gathering, where the parser hangs "held" on what it is for: "a race for robots held here"."""
        above = token.head.head
        behind = token.dep_ == "pobj" and p.verb.dep_ == "acl" and p.lemma in ("hold", "host", "stage")
        return above if behind and lemma(above) in worth.GATHERINGS else token

    def _collected(self, token: Any) -> Any:
        inner = (
            predications.behind(token, "of")
            if lemma(token) in ("series", "version", "range", "iteration")
            else ()
        )
        return inner[0] if inner else token

    def _are_meant(self, p: Predication, agents: list[Referent]) -> bool:
        """Whether those who did it have names of their own, more than "two engineers of Larch"."""
        if any(t.text.lower() in _PEOPLE and t.tag_ == "NNS" for t in p.agents):
            return False
        return any(is_named(a) and a.kind != "group" for a in agents)

    def _person(self, p: Predication) -> list[Referent]:
        """ "She joined in 2021": the person whom the sentence before is about, where nobody listed them."""
        told = next((t for t in p.agents if t.text.lower() in ("he", "she")), None)
        if told is None:
            return []
        start, end = self.parse.span(told)
        scene = self.arguments.scene
        first = scene.reading.sentences[max(0, self.arguments.number - 2)].start
        people = [m for m in unlisted(scene, first, start) if _PERSON.fullmatch(m.name)]
        return (
            [Referent(people[-1].name, self.content[start:end], None, start, end, "person")] if people else []
        )

    def _of_house(self, subject: Referent) -> Referent:
        """ "Researchers from Stanford", with the house that tells who they are."""
        if subject.kind != "thing" or (subject.name or "").lower() not in worth.PEOPLE:
            return subject
        house = _AT_HOUSE.match(self.content, subject.end)
        if house is None or self.arguments.mention_at(house.start("name")) is None:
            return subject
        words = self.content[subject.start : house.end()]
        return replace(subject, name=words, text=words, end=house.end())

    def _owner(
        self, p: Predication, subject: Referent, target: Referent | None
    ) -> tuple[Referent, Referent | None]:
        """ "OpenAI's new system went on sale": OpenAI put it on sale."""
        if subject.kind != "thing" or target is not None:
            return subject, target
        for mention in self.arguments.mentions:
            if (
                mention.start >= subject.start
                and mention.end < subject.end
                and mention.kind == "organisation"
            ) and self.content[mention.end : mention.end + 2] in ("'s", "’s"):
                thing = re.sub(r"\A.*?['’]s\s", "", subject.name or "")
                return from_mention(self.content, mention), replace(subject, name=thing)
        return subject, target

    def _last(self, p: Predication) -> int:
        return max(
            [self.parse.span(p.verb)[1], *(self.parse.span(t)[1] for t in p.patients if not p.passive)]
        )


def _cleft(verb: Any) -> Any | None:
    """The verb of "it was in December that A released B"."""
    if not any(c.text.lower() == "it" and c.i < verb.i for c in verb.children):
        return None
    return next(
        (
            c
            for c in verb.children
            if c.dep_ in ("ccomp", "advcl", "relcl") and c.tag_ == "VBD" and c.i > verb.i
        ),
        None,
    )


def _is_loose(token: Any) -> bool:
    """A relative pronoun whose clause the parser hangs on nothing: "there is a bank that moved ..."."""
    if token.tag_ not in ("WDT", "WP"):
        return False
    head = token.head
    return not (head.dep_ in ("relcl", "acl") or head.head.dep_ in ("relcl", "acl"))
