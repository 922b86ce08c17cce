"""Verbs that report and those who tell something with them, as the parser has them."""

from __future__ import annotations

import re
from typing import Any

from theodolite.extract.voices import reporting
from theodolite.extract.words.syntax import Parse

_BELONGS = ("of", "at", "from", "with", "for")


def who(verb: Any, subject: Any) -> Any:
    """The person whom a clause with "who" describes, not the house behind the name: "Ortiz of Kiln, who
    expects ..."."""
    if verb.dep_ != "relcl" or subject.i != verb.head.i or subject.dep_ != "pobj":
        return subject
    if not any(child.text.lower() == "who" for child in verb.children):
        return subject
    above = subject.head
    if above.text.lower() in _BELONGS and above.head.tag_.startswith("NN"):
        return above.head
    return subject


def only_describes(verb: Any, subject: Any, ends: bool) -> bool:
    """Whether a verb without a clause only says of whom the sentence speaks: "who advises two of them"."""
    word = verb.text.lower()
    if verb.dep_ != "relcl" or word in reporting.FINDING | reporting.TELL or reporting.PLACES.fullmatch(word):
        return False
    if ends and not any(c.tag_ in ("WP", "WDT") for c in verb.children):
        return False
    return subject.i > verb.head.i or any(c.dep_ == "dobj" for c in verb.children) or subject.i == verb.head.i


def clause_end(parse: Parse, verb: Any) -> int | None:
    """Where the relative clause ends that a verb is in: what stands behind it nobody says."""
    while verb.dep_ in ("xcomp", "ccomp", "conj") and verb.head.i != verb.i:
        verb = verb.head
    hull = parse.hull(list(verb.subtree)) if verb.dep_ == "relcl" else None
    return hull[1] if hull else None


def shows(word: str, subject: Any) -> bool:
    """ "The report showed a gap of two years": what a study finds, without a clause."""
    return word in reporting.FINDING and subject.text.lower() in reporting.STUDY


def is_person(subject: Any) -> bool:
    """Whether a verb's subject is somebody who can speak: a name, a pronoun of persons, a post."""
    word = subject.text.lower()
    return bool(subject.tag_.startswith("NNP")) or word in ("he", "she") or word in reporting.PEOPLE


def passive(token: Any) -> bool:
    return any(c.dep_ == "auxpass" for c in token.children) or (
        token.dep_ in ("acl", "amod") and token.head.i != token.i
    )


def is_root(token: Any) -> bool:
    return bool(token.head.i == token.i)


def is_main(token: Any) -> bool:
    """The main verb, or the verb of what a main verb reports."""
    while token.dep_ in ("ccomp", "conj") and token.head.i != token.i:
        token = token.head
    return bool(token.head.i == token.i)


def may_report(word: str, subject: Any, body: bool) -> bool:
    """ "shows", "finds", "suggests" report for studies and bodies; "says" for everybody."""
    if word in reporting.SAY:
        return True
    if re.match(r"show|demonstrat|track|record|rank|place", word):
        return subject.text.lower() in reporting.STUDY
    told = subject.text.lower()
    if subject.tag_ == "NNS" and told.endswith(("ers", "ists", "ors", "ants")):
        return True  # "testers at a university found it level"
    return (
        body
        or told in ("he", "she")
        or told in reporting.PEOPLE | reporting.STUDY
        or (subject.tag_.startswith("NNP"))
    )


def inner(text: str) -> bool:
    """Whether some words end where an aside can begin."""
    return text.rstrip().endswith((",", "—", "–", "("))


def comma_before(parse: Parse, verb: Any, subject: Any) -> bool:
    """ "..., Leong said.": the subject stands right before a verb that ends the sentence."""
    first = parse.phrase(subject)[0] - parse.offset
    lead = parse.doc.text[:first].rstrip()
    rest = parse.doc.text[parse.span(verb)[1] - parse.offset :].strip(' ."”')
    return lead.endswith((",", '"', "”", "—")) and len(rest.split()) <= 12 and len(lead.split()) >= 4
