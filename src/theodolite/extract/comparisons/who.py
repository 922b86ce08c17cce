"""Who a turn of phrase speaks of: parties by name, and phrases without one where the other side has one."""

from __future__ import annotations

import re
from typing import Any

from theodolite.extract.comparisons import groups, left_out, parallel
from theodolite.extract.comparisons.lexicon import degrees
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.comparisons.roles import around, objects_at, subjects_of, turned_into
from theodolite.extract.referents import Referent
from theodolite.extract.words import lexicon

_ARTICLE = re.compile(
    r"\A(?:(?:the|a|an|its|their|our|his|her|this|that|these|those|any|all|every|each|almost|nearly|"
    r"even|most of|"
    r"both|some|many|most|other)\s)+",
    re.I,
)
AT = re.compile(r"\s?")
"""The place behind a word."""
WISHED = re.compile(
    r"\s?(?:what\s)?(?:it|they|he|she|you|we|I|one|anyone)\s(?:can|could|wants?|needs?|likes?|wished|wanted|"
    r"needed|liked|pleases?|will|would|may|might|cares?)\b"
)
"""As much as somebody can or will: nobody by whom another is measured."""
_LONGEST = 70  # characters of a phrase that may stand for a party
_VAGUE = frozenset(
    [
        "it",
        "they",
        "he",
        "she",
        "we",
        "you",
        "i",
        "that",
        "this",
        "which",
        "who",
        "what",
        "there",
        "one",
        "these",
        "those",
        "nothing",
        "everything",
        "something",
        "nobody",
        "all",
        "some",
        "many",
        "none",
    ]
)
_NO_PARTY = frozenset(
    [
        "gap",
        "lead",
        "race",
        "distance",
        "margin",
        "difference",
        "way",
        "point",
        "fact",
        "idea",
        "reason",
        "question",
        "result",
        "results",
        "news",
        "report",
        "study",
        "case",
        "problem",
        "thing",
        "things",
        "situation",
        "time",
        "year",
        "years",
        "month",
        "months",
        "decade",
        "moment",
        "trend",
        "future",
        "past",
        "news",
        "expectations",
        "forecasts",
        "estimates",
        "predictions",
        "analysts",
        "experts",
        "officials",
        "investors",
        "critics",
        "people",
        "users",
        "government",
        "administration",
        "president",
        "minister",
        "law",
        "rules",
        "policy",
        "sanctions",
        "controls",
        "restrictions",
        "ban",
        "move",
        "effort",
        "decision",
        "bill",
        "act",
        "article",
        "author",
    ]
)


_QUANTIFIED = re.compile(
    r"\s?(?:at least|at most|more than|fewer than|almost|nearly|about|some|half of|most of|all of|each of|"
    r"both of|any of|many of|several of|one of|either of|neither of)\s(?:the\s)?(?=\S)"
)


def others(parties: Parties, at: int, named: bool) -> list[Referent]:
    """The other side that begins at a place. `named`: it has to have a name."""
    if lead := _QUANTIFIED.match(parties.scene.content, at):
        at = lead.end()
    listed = _list(parties, at)
    if len(listed) > 1:
        tail = parties.words(listed[-1].end, min(parties.sentence.end, listed[-1].end + 40))
        if _JOINT.match(tail) or re.search(r"\b(?:combined|together|between them|in sum)\b", tail):
            start, end = listed[0].start, listed[-1].end
            words = parties.words(start, end)
            return [Referent(words, words, None, start, end, "group")]  # all of them at once
        return listed
    found = [r for r in objects_at(parties, at) if not _is_money(parties, r)]
    if found or listed:
        return found or listed
    head = parties.parse.object_from(at)
    if head is None:
        return []
    if owners := made_by(parties, head):
        return owners
    if pointing := _POINTING.match(parties.scene.content, at):
        return others(parties, pointing.end(), named)
    if head.text.lower() in ("what", "anything", "those", "that", "anyone", "one", "ones", "everything") and (
        inner := _within(parties, head)
    ):
        return inner
    if open_ := _open(parties, head, at):
        return open_
    if named or not head.tag_.startswith("NN") or head.text.lower() not in degrees.OTHERS:
        return []
    return plain(parties, head, at)


_OPEN = lexicon.words("we us ours both either neither them theirs it")


def open_side(parties: Parties, at: int) -> list[Referent]:
    """ "As we do", "than both": the other side at a place where the words do not name it."""
    head = parties.parse.object_from(at)
    return _open(parties, head, at) if head is not None and head.text.lower() != "it" else []


def _open(parties: Parties, head: Any, at: int) -> list[Referent]:
    """ "Than we have", "than both": one or several whom the words do not name; they stand without a name."""
    start, end = parties.parse.span(head)
    if head.text.lower() in _OPEN and start <= at + 8 and head.text != "US":
        return [Referent(None, parties.words(start, end), None, start, end, "group")]
    return []


_NO_THING = lexicon.words(
    """year years month months week weeks decade decades day days quarter ago time times expectation
    expectations forecast forecasts estimate estimates expected percent half dozen number numbers level
    levels point points cent ever usual before previously thing things haste words"""
)


def things(parties: Parties, at: int) -> list[Referent]:
    """Any other thing that begins at a place, by its noun phrase: for what compares beyond doubt."""
    head = parties.parse.object_from(at)
    if head is None or head.tag_ not in ("NN", "NNS") or head.text.lower() in _NO_THING:
        return []
    return [r for r in plain(parties, head, at) if not r.text[:1].isdigit()]


_POINTING = re.compile(
    r"(?:that|those|the ones?|what)\s(?:(?:seen|found|recorded|observed|reported|offered|available|made|"
    r"built|produced|measured|registered|spent|raised|held|reached|achieved)\s)?(?:of|from|in|by|at|for)\s"
    r"(?:[a-z]+\s(?:from|in|by|at|of)\s)?(?:the\s|its\s|their\s)?|"
    r"what\s(?:we|you|one|I|they)(?:['’]d|\s(?:would|could|can|used to))?\s"
    r"(?:get|got|have|had|see|saw|pay|paid)\s(?:from|on|with|for|at)\s(?:the\s|an?\s)?"
)
_JOINT = re.compile(r"\s(?:combined|put together|taken together|together|between them|in sum|in total)\b")
_LEAD_IN = re.compile(
    r"(?:(?:only|even|all|both|the|its|their|top|leading|older|latest|best|most|recent|models?|"
    r"systems?|chips?|those|"
    r"that|what|ones?|from|of|by|in|many|similar|other|major|rivals?|giants?|companies|firms|like|"
    r"such as)\s){0,6}"
)


def _list(parties: Parties, at: int) -> list[Referent]:
    """The names that stand there one after the other: two or more joined by "and", or one alone. What the
    parser makes of such lists is often wrong."""
    lead = _LEAD_IN.match(parties.scene.content, at)
    if lead is None:
        return []
    found = [r for r in parties.listed(lead.end()) if not _is_money(parties, r)]
    if len(found) < 2 or (lead.end() > at and re.search(r"\b(?:rivals?|firms|companies)\s\Z", lead.group())):
        return found[:1] if lead.end() == at else []
    following = parties.parse.at(found[-1].end + 1)
    if following is not None and following.text.lower() in degrees.COMPARATIVES:
        found = found[:-1]  # "less than London, and London less than Paris"
        if len(found) < 2:
            return found
    last = parties.words(found[-2].end, found[-1].start)
    is_headline = parties.words(parties.sentence.end - 1, parties.sentence.end) not in '.!?”"'
    return found if re.search(r"\b(?:and|or|nor)\b", last) or is_headline else found[:1]


def made_by(parties: Parties, head: Any) -> list[Referent]:
    """ "A model that A had finished", "anything B sells": whose the thing is by its relative clause."""
    if not head.tag_.startswith("NN"):
        return []
    for clause in head.children:
        if clause.dep_ in ("relcl", "acl") and clause.tag_.startswith("VB") and clause.i > head.i:
            for token in clause.children:
                if token.dep_ == "nsubj" and token.i > head.i and token.tag_.startswith("NNP"):
                    return parties.of(token)
    return []


def _within(parties: Parties, head: Any) -> list[Referent]:
    """Whose doing "what U.S. firms spend" or "anything Huawei sells" is."""
    inside = sorted(head.subtree, key=lambda t: int(t.i))
    verb = head.head if head.dep_ in ("dobj", "pobj") and head.text.lower() == "what" else None
    inside = [*inside, *(verb.children if verb is not None else ())]
    for token in inside:
        if token.dep_ in ("nsubj", "nsubjpass") and token.i > head.i:
            return parties.of(token)
    return []


def _is_money(parties: Parties, found: Referent) -> bool:
    return found.text.endswith("$") or parties.words(found.end, found.end + 1) == "$"


def subjects(parties: Parties, token: Any, objects: list[Referent], before: int) -> list[Referent]:
    """Who is held against the objects; a phrase without a name only against somebody with one."""
    names = {o.name for o in objects}

    def kept(found: list[Referent]) -> list[Referent]:
        return [r for r in found if r.name not in names and not _is_money(parties, r)]

    if found := kept(parallel.subjects(parties, token, objects) or turned_into(parties, token)):
        return found
    verb = parties.parse.verb_above(token)
    owned = parties.parse.subject(verb)
    if owned is not None and any(c.text.lower() == "whose" for c in owned.children):
        return kept(_antecedent(parties, owned, verb))
    if all(o.kind == "unknown" and o.name and o.name.islower() for o in objects):
        found = kept(parties.subjects(verb))  # against nobody by name: only who is surely spoken of
        measured = token.tag_ in ("JJR", "RBR") and any(
            t.tag_ == "CD" for t in token.subtree if t.i < token.i
        )
        head = parties.parse.subject(verb) if not found else None
        if head is None or not (measured or groups.alike(parties, token, head, objects)):
            return found
        return plain(parties, head) if head.tag_.startswith("NN") else found
    predicate = token.tag_.startswith("NN") and token.dep_ in ("attr", "oprd")
    counted = (
        token.dep_ == "amod"
        and token.head.dep_ in ("dobj", "attr", "oprd", "pobj")
        and token.head.i > token.i
    )
    if (predicate or counted or (token.head.dep_ in ("attr", "oprd") and token.i < token.head.i)) and (
        found := kept(parties.subjects(verb))
    ):
        return found  # "A is a match for B", "A has more users": not whose the noun is
    behind = token.dep_ == "amod" and token.head.i < token.i and token.head.tag_.startswith("NN")
    if behind and (found := kept(parties.of(token.head))):
        return found  # "the fund, bigger than B's"
    if behind and token.head.dep_ == "pobj":
        return []
    if found := [r for r in subjects_of(parties, token, objects, before) if not _is_money(parties, r)]:
        return found
    subject = parties.parse.subject(verb)
    head = subject.head if subject is not None and subject.i < token.i and _is_measure(subject) else None
    if head is not None and (found := kept(around(parties, head))):
        return found  # "models with performance that rivals B": whose performance it is
    if found := kept(parties.subjects(verb)):
        return found
    if found := kept(_accompanied(parties, token)):
        return found
    if found := _subject_before(parties, token, names):
        return found
    if found := kept(left_out.subject(parties, token, objects)):
        return found
    if subject is None or not subject.tag_.startswith("NN") or subject.text.lower() in _NO_PARTY:
        return []
    if above := _antecedent(parties, subject, verb):
        return kept(above)
    owned = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in subject.children)
    if (
        owned
        or subject.text.lower() in degrees.MEASURES
        or (subject.head.i != verb.i and verb.dep_ != "relcl")
    ):
        return []
    return [r for r in plain(parties, subject) if r.end <= before + 1]


def _antecedent(parties: Parties, subject: Any, verb: Any) -> list[Referent]:
    """ "A could make 200,000 chips, which is a fraction of B's": whose they are; "the bureau, whose budget is
    smaller": the bureau."""
    clause = subject if any(c.text.lower() == "whose" for c in subject.children) else None
    if clause is not None and verb.dep_ == "relcl" and verb.head.i < subject.i:
        return parties.of(verb.head) or plain(parties, verb.head)
    if verb.dep_ == "relcl" and subject.i == verb.head.i and subject.dep_ in ("dobj", "pobj", "attr"):
        return parties.subjects(parties.parse.verb_above(subject))
    return []


def _accompanied(parties: Parties, token: Any) -> list[Referent]:
    """ "A is a leader, with more robots than B": the subject of the clause that "with" goes with."""
    for earlier in reversed(parties.parse.tokens[max(0, token.i - 3) : token.i]):
        if earlier.text.lower() == "with" and earlier.head.i < earlier.i:
            return parties.subjects(parties.parse.verb_above(earlier.head))
    return []


def _is_measure(token: Any) -> bool:
    return token.text.lower() in degrees.MEASURES


def _subject_before(parties: Parties, token: Any, names: set[str | None]) -> list[Referent]:
    """The nearest subject before the words that compare, where the parser lost what they hang on: only for
    participles and for what stands apart behind a comma or dash."""
    i = token.i
    previous = parties.parse.tokens[i - 1].text if i else ""
    if token.tag_ != "VBG" and previous not in (",", "—", "–", "-", "(", "and", "but", "or", "while"):
        return []
    for earlier in reversed(parties.parse.tokens[:i]):
        if earlier.dep_ not in ("nsubj", "nsubjpass") or earlier.head.text.lower() in _SAYING:
            continue
        found = [r for r in parties.of(earlier) if r.name not in names and not _is_money(parties, r)]
        if found:
            return found
    return []


_SAYING = frozenset(
    [
        "said",
        "says",
        "say",
        "told",
        "tells",
        "wrote",
        "writes",
        "noted",
        "notes",
        "added",
        "adds",
        "reported",
        "reports",
        "believes",
        "believe",
        "think",
        "thinks",
    ]
)


def plain(parties: Parties, head: Any, at: int | None = None) -> list[Referent]:
    """A noun phrase as it is called, without its article."""
    start, end = parties.parse.phrase(head)
    start = max(start, at) if at is not None else start
    words = " ".join(parties.words(start, end).split())
    name = _ARTICLE.sub("", words).strip(" ,.\"'“”’")
    if not name or len(words) > _LONGEST or name.lower() in _VAGUE:
        return []
    return [Referent(name, words, None, start, end)]
