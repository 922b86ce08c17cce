"""What a turn of phrase says where it stands: other senses of its words, modals, nobody as its subject."""

from __future__ import annotations

import re
from typing import Any

from theodolite.extract.comparisons import turns, who
from theodolite.extract.comparisons.claims import Direction
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.comparisons.roles import of_number
from theodolite.extract.comparisons.turns import Match
from theodolite.extract.referents import Referent
from theodolite.extract.words import lexicon, predications

_STRETCH = re.compile(r"(?:months?|years?|weeks?|decades?|days?)['’]?\s(?:or (?:so|more)\s|or less\s)?\Z")
_LED = re.compile(r"\b(?:led|leads?|leading|first|top(?:ped|s)?|won|wins)\b[^,;]{0,30},\s(?:\w+\s)?\Z")


def is_other(parties: Parties, match: Match, start: int, end: int) -> bool:
    before = parties.words(max(parties.sentence.start, start - 40), start)
    if match.turn.words[-1] in ("behind", "below", "of", "by") and _STRETCH.search(before):
        return True  # how long it is behind is a lag's to say
    inside = parties.parse.span(match.slot[-1])[1] if match.slot else 0
    if inside and _STRETCH.search(parties.words(parties.parse.span(match.slot[0])[0], inside) + " "):
        return True
    if match.turn.words == ("be", "no") and not parties.words(end + 1, end + 2).isupper():
        return True
    if match.turn.words == ("behind",) and (_LED.search(before) or not _stands(match.first)):
        return True
    if match.turn.words[0] in ("behind", "ahead") and re.search(r"\bhow (?:far|much)\s(?:\w+\s)?\Z", before):
        return True
    after = who.AT.match(parties.scene.content, end)
    return after is not None and match.turn.direction == "equal" and of_number(parties, after)


def is_or(match: Match) -> bool:
    """ "Matches or exceeds": level at the least, said once."""
    first = match.first
    return (
        first.dep_ == "conj"
        and any(c.text.lower() == "or" for c in first.head.children)
        and turns.levels(first.head)
    )


_PEERS = lexicon.words("rivals matches equals")


def is_rivals_of(parties: Parties, match: Match, start: int, end: int) -> bool:
    """ "Alleges its China rivals A and B copied it": a noun, by the country before it and who is behind."""
    if match.first.text.lower() not in _PEERS:
        return False
    near = parties.scene.reading.mentions_in(
        max(parties.sentence.start, start - 40), min(parties.sentence.end, end + 40)
    )
    before = [m for m in near if m.start < start][-1:]
    behind = [m for m in near if m.start == end + 1 and m.kind in ("organisation", "model", "person")]
    return (
        bool(before and behind) and before[0].kind in ("side", "group") and before[0].end in (start - 1, end)
    )


_ORDINALS = frozenset(("second", "third", "fourth", "fifth", "sixth", "2nd", "3rd", "4th", "5th", "largest"))


def _stands(token: Any) -> bool:
    """Whether "behind" says where somebody stands, not who is the driving force ("the company behind X")."""
    head = token.head
    if head.tag_.startswith("NN") and token.dep_ == "prep":
        before = token.nbor(-1).text.lower() if token.i else ""
        whole = head.head.head if head.dep_ == "pobj" and head.head.text == "of" else head
        if any(c.text.lower() in _ORDINALS or c.tag_ == "JJS" for c in (*head.children, *whole.children)):
            return True  # "the second-largest market behind the United States"
        return before in (
            "far",
            "well",
            "close",
            "closely",
            "just",
            "second",
            "third",
            "fourth",
            "fifth",
            "right",
            "not",
            "place",
            "way",
            "still",
            "steps",
            "generation",
            "generations",
            "nodes",
            "node",
            "step",
            "distance",
            "notch",
            ",",
        )
    return head.text.lower() not in (
        "get",
        "rally",
        "stand",
        "put",
        "threw",
        "throw",
        "hide",
        "hiding",
        "left",
        "leave",
        "unite",
        "gets",
        "rallied",
        "lies",
        "lie",
        "company",
        "team",
    )


def direction(parties: Parties, match: Match) -> tuple[Direction, bool]:
    """The direction, and whether it comes of who cannot: who cannot match another stands below it."""
    direction = match.turn.direction
    token = match.first
    if direction == "below" or not token.tag_.startswith("VB"):
        return direction, False
    children = [c.text.lower() for c in token.children if c.dep_ in ("aux", "neg", "advmod")]
    can = any(c in ("can", "could", "ca") for c in children)
    no = any(c in ("not", "n't", "n’t", "t", "barely", "hardly", "never", "scarcely") for c in children)
    head = token.head
    failing = (
        token.dep_ in ("xcomp", "acl", "advcl", "ccomp")
        and any(c.dep_ == "aux" and c.text.lower() == "to" for c in token.children)
        and (
            head.text.lower()
            in (
                "fail",
                "fails",
                "failed",
                "failing",
                "struggle",
                "struggles",
                "struggled",
                "struggling",
                "unable",
            )
            or (
                head.text.lower() in ("able", "managed", "manage", "close")
                and predications.is_negated(head if head.tag_.startswith("VB") else head.head)
            )
        )
    )
    yet = any(c == "yet" for c in children) and any(c.text.lower() == "to" for c in token.children)
    before = parties.words(
        max(parties.sentence.start, parties.parse.span(token)[0] - 24), parties.parse.span(token)[0]
    )
    yet = yet or bool(re.search(r"\b(?:ha(?:s|ve) )?yet to\s\Z", before))
    if (can and no) or failing or yet:
        return "below", True
    if direction == "above" and any(c in ("almost", "nearly") for c in children):
        return "below", True  # who almost overtakes another has not
    return direction, False


_FEW = re.compile(r"\b(?:few|hardly any|not many|not all|not every)\s(?:of\s(?:the\s)?)?\Z", re.I)


def is_rare(parties: Parties, subject: Referent) -> bool:
    """ "Few Chinese models": who is rare is nobody's standing."""
    return bool(_FEW.search(parties.words(max(parties.sentence.start, subject.start - 18), subject.start)))


def is_nobody(parties: Parties, token: Any) -> bool:
    """Whether what is said at a word is said of nobody: "no Chinese model is better"."""
    subject = parties.parse.subject(parties.parse.verb_above(token))
    owner = token.head if token.head.tag_.startswith("NN") and token.dep_ != "pobj" else None
    return any(t is not None and is_none((t,)) for t in (subject, owner))


def is_none(tokens: tuple[Any, ...]) -> bool:
    """ "No Chinese model", "none of the labs", "neither Google nor Microsoft"."""
    return any(
        t.text.lower() in ("none", "nobody", "neither", "no", "nothing")
        or any(
            c.dep_ in ("det", "preconj", "cc") and c.text.lower() in ("no", "neither") and c.i < t.i
            for c in t.children
        )
        for t in tokens
    )
