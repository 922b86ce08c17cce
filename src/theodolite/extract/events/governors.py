"""Which verb or noun of action a date hangs on."""

from __future__ import annotations

import re
from typing import Any

from theodolite.extract.arguments import Arguments
from theodolite.extract.events import happenings, told
from theodolite.extract.events.dates import Occasion
from theodolite.extract.words import lexicon, predications
from theodolite.extract.words.lemmas import lemma

_SET_ASIDE = lexicon.words("since by until till from before after between to through than despite")
_BETWEEN = lexicon.words("to from by between")
"""What behind a thing with a date ("the visit to Paris in May") does not set the date aside."""
_PARTS_OF_TIME = lexicon.words(
    """spring summer autumn fall winter beginning end start middle half quarter month week day year
    morning evening mid early late january february march april may june july august september
    october november december"""
)
_ASPECT = lexicon.words("begin start continue finish complete stop vote")
_POSSESSIVE = re.compile(r"['’]s\b")
_LEADS_IN = re.compile(
    r"(?:(?:and|but|then|so|yet|also|only|just|already|still|in|on|at|by|over|during|around|about|towards?|back|early|"
    r"earlier|late|later|sometime|as|far|recently|the|start|beginning|end|middle|course|of|mid|some|again|"
    r"even)(?:\s|-|,\s)?){0,6}",
    re.I,
)
"""What may stand before a date that opens a sentence: "but only in the course of"."""
_CLIMB = 9
_OPENS_CLAUSE = re.compile(
    r"(?:\A|[,;:(—–.]\s?|\b(?:and|but|that|when|where|while|because|as|before|after|then))\s?(?:(?:back|"
    r"early|late|then|later|in|on|by|during)\s){0,3}\Z"
)
_ACTORS = ("organisation", "model", "person", "unknown", "side", "group")


class Governors:
    """What the dates of one parsed sentence hang on."""

    def __init__(self, arguments: Arguments) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.content = arguments.content

    def _opened(self, occasion: Occasion) -> Any | None:
        """The main verb of a sentence that a date opens, where the parser hangs the date on a name."""
        before = self.content[self.arguments.sentence.start : occasion.start].strip()
        if not _LEADS_IN.fullmatch(before):
            return None
        token = self.parse.at(occasion.start)
        if token is not None and (token.dep_ == "poss" or self._is_counting(token, occasion)):
            return None
        if _POSSESSIVE.match(self.content, occasion.end):
            return None
        return next((t for t in self.parse.tokens if t.dep_ == "ROOT" and t.tag_.startswith("VB")), None)

    def _is_counting(self, token: Any, occasion: Occasion) -> bool:
        """Whether a year counts what stands behind it: "2024 models"."""
        at = self.parse.span(token.head)[0]
        counts = token.dep_ == "nummod" and token.head.i > token.i and at >= occasion.end
        return counts and self.arguments.mention_at(at) is None

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
                head = self._asked(head, occasion)
                if head.dep_ in ("amod", "aux"):
                    return None
                if lemma(head) == "be" and (cleft := _cleft(head)) is not None:
                    return cleft
                return self._above(head, occasion)
            word = head.text.lower()
            if head.tag_ in ("IN", "TO") and word in _SET_ASIDE and (step < 2 or word not in _BETWEEN):
                if word == "from" and _will(head.head):
                    return head.head  # "will be sold from April"
                return None
            if head.tag_.startswith(("NN", "CD")) and self._swallowed(head, occasion):
                token = head
                continue
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
            if (
                step < 2
                and of_what is not None
                and of_what not in _PARTS_OF_TIME
                and of_what not in happenings.NOUNS
            ):
                return None  # "the models of 2022"
            token = head
        return None

    def _asked(self, verb: Any, occasion: Occasion) -> Any:
        """The verb above one with "to", which the same date dates: "told A to stop in May"."""
        above = verb.head
        if verb.dep_ == "pcomp" and above.text.lower() == "from" and above.head.tag_ in ("VBD", "VBN"):
            return above.head  # "was banned from selling there in May"
        published = self.arguments.scene.reading.published
        to = verb.dep_ in ("xcomp", "ccomp", "advcl") and any(c.tag_ == "TO" for c in verb.children)
        past = above.tag_ in ("VBD", "VBN") and lemma(above) in told.ASKING | told.COMMITTING
        if not to or not past or not occasion.iso or (published and occasion.iso > published):
            return verb
        return above

    def _swallowed(self, head: Any, occasion: Occasion) -> bool:
        """Whether the parser hangs a date on the name right behind it: "but in April Larch bought Elm"."""
        named = self.arguments.mention_at(self.parse.span(head)[0])
        if named is None or not 0 < named.start - occasion.end <= 2 or named.kind not in _ACTORS:
            return False
        opens = _OPENS_CLAUSE.search(
            self.content, max(self.arguments.sentence.start, occasion.start - 24), occasion.start
        )
        return opens is not None and not _POSSESSIVE.match(self.content, named.end)

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

    def _from_then(self, occasion: Occasion) -> Any | None:
        """ "Will be sold from April 2027": what begins then."""
        token = self.parse.at(occasion.start)
        head = (
            token.head
            if token is not None and token.text.lower() in ("from", "starting", "beginning")
            else None
        )
        return head if head is not None and _will(head) else None

    def _verb_over(self, noun: Any) -> Any | None:
        """The verb of which a noun with a date is the object: "reported a breach in May"."""
        verb = noun.head
        is_object = noun.dep_ == "dobj" and verb.tag_.startswith("VB") and verb.dep_ not in ("amod", "aux")
        return verb if is_object else None


def _will(verb: Any) -> bool:
    """Whether a verb says what will be done."""
    return verb.tag_ in ("VB", "VBN") and any(
        c.dep_ in ("aux", "auxpass") and c.text.lower() in ("will", "'ll", "’ll", "shall")
        for c in verb.children
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
