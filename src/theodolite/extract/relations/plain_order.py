"""Name, verb, name: ties in plain order, for sentences whose names the parser does not know.

Only adjacent names count, with nothing between them but one verb of the tables, its auxiliaries, adverbs and
a few describing words; "was VERBed by" turns them round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from theodolite.extract.product_words import NO_PRODUCTS
from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.role_nouns import MODIFIERS_NEVER
from theodolite.extract.relations.senses import PREPOSITIONAL, VERBS, Sense
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon
from theodolite.extract.words.lemmas import forms, verb_lemma
from theodolite.extract.words.names import Mention

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d[\d.,]*\w*|[,:;()%$€£]")
_AUXILIARIES = lexicon.words(
    """has have had is was are were been be being will also recently reportedly now already then since soon
    first jointly later quietly officially publicly just formally finally currently allegedly secretly
    heavily largely partly mainly primarily originally initially previously"""
)
_PASSIVE = frozenset({"is", "was", "are", "were", "been", "be", "being"})
_LONGEST = 70
_AMBIGUOUS = lexicon.words(
    """give run work head chair lead model sell offer send hand stop control limit join start make create
    order
    direct present host issue market feed serve field program code drop show control try demo"""
)
"""Verbs that say too many other things to be taken without syntax."""
_CLAUSE_BEFORE = re.compile(
    r"(?:\A|[.,:;—–(\"“”]\s?|\b(?:and|but|while|as|when|that|because|after|before|since|if|says|said|though|"
    r"although|where|whether|the|its|his|her)\s)\Z",
    re.I,
)


_OWNS = re.compile(r"['’]s?\s(?:(?:new|latest|newest|own|open|free|small|large)\s){0,2}")
_GOES_ON = re.compile(r"[\s-][A-Z0-9]|['’]s?\s|-[a-z]")
"""What stands behind is not the name that ends here."""
_AT_WORK = re.compile(
    r"(?:\A|[\s(“\"])(?:[Ee]ngineers|[Rr]esearchers|[Ss]cientists|[Dd]evelopers|[Tt]eams?|[Ss]taff|[Ee]mployees|[Pp]rogrammers|"
    r"[Ww]orkers|[Cc]oders|[Pp]eople|[Aa]nalysts|[Ll]awyers|[Dd]octors|[Tt]raders|[Cc]ompanies|[Ff]irms|[Cc]ustomers|[Hh]ouses|"
    r"[Ss]tart-?ups|[Ll]abs|[Bb]anks|[Cc]armakers|[Gg]iants|[Bb]usinesses|[Uu]niversities|[Oo]thers|[Gg]roups|"
    r"[Cc]hipmakers|[Pp]roviders|[Bb]uyers|[Cc]lients|[Uu]sers|[Mm]akers|[Hh]ospitals),?\s(?:at|from|of|such\sas|like|including)\s"
    r"(?:the\s)?\Z"
)
"""Words before names that are members or houses of who does it: "engineers at A and B use C"."""


@cache
def _verbs() -> dict[str, str]:
    """Written form of a verb to its plain form."""
    plain = {v.split()[0] for v in (*VERBS, *PREPOSITIONAL)} - _AMBIGUOUS
    return {
        form: verb
        for verb in sorted(plain)
        for form in forms([verb])
        if verb_lemma(form) == verb or form == verb
    }


def find(row: NamedRow) -> Iterator[Tie]:
    """The ties of names in plain order in one sentence."""
    if len(row.names) < 2 or _verbs().keys().isdisjoint(row.scene.reading.words[row.number]):
        return
    for first, a, second, b, between in row.pairs(1):
        if len(between) > _LONGEST or _is_demonym(first) or _is_demonym(second):
            continue
        owned = _owned(row, second)  # "A uses B's C"
        if owned is None and _GOES_ON.match(row.content, second.end):
            continue
        read = _read(between)
        if read is None:
            yield from _told_of(row, first, a, second, b, between)
            continue
        sense, turned = read
        firsts = _who(row, first, a)
        if owned is not None:
            for one in firsts if sense.predicate in ("uses", "built_on") and not turned else ():
                if _fits(one, sense, owned) and owned.kind == "model":
                    yield Tie(one, sense.predicate, owned, one.start, owned.end, first.end)
            continue
        for other in row.list_from(row.index_of(second)):
            if other.kind != row.names[row.index_of(second)][1].kind:
                break  # "A licensed a model, and B runs its own"
            for one in firsts:
                subject, target = (other, one) if turned else (one, other)
                if _fits(subject, sense, target):
                    bought = (
                        sense == VERBS["pay for"] and " for" in between and parties.is_product(target)
                    )  # "pays for Qwen"
                    predicate = "uses" if bought else sense.predicate
                    yield Tie(subject, predicate, target, one.start, other.end, first.end)


def _owned(row: NamedRow, owner: Mention) -> Referent | None:
    """ "B's (latest) C": C."""
    at = row.index_of(owner) + 1
    if at >= len(row.names):
        return None
    following, referent = row.names[at]
    return referent if _OWNS.fullmatch(row.content, owner.end, following.start) else None


def _who(row: NamedRow, first: Mention, a: Referent) -> list[Referent]:
    """Who stands before the verb: a name that opens its clause, or a whole list; nobody else."""
    names = row.list_to(row.index_of(first))
    start = names[0].start
    before = row.content[max(row.sentence.start, start - 32) : start]
    if len(names) > 1 and (start == row.sentence.start or _opens(row, start) or _AT_WORK.search(before)):
        return names
    if _AT_WORK.search(row.content[max(row.sentence.start, first.start - 32) : first.start]):
        return [a]
    return [a] if _opens(row, first.start) else []


_WHICH = re.compile(
    r"(?:\s(?:models?|chips?|assistant|family|system|app|chatbot|processors?|accelerators?|tool|platform|robot))?,?\s(?:which|that)\s"
    r"(?:the\s(?:[\w-]+\s){0,2})?\Z"
)
_NEXT_OBJECT = re.compile(
    r"(?:the|an?|its|their|his|her|our|this|that|these|those|some|several|two|three|more|many|most|all|as|how|what)\Z|[A-Z\d$€£]"
)


def _told_of(
    row: NamedRow, first: Mention, a: Referent, second: Mention, b: Referent, between: str
) -> Iterator[Tie]:
    """ "B, which A released last year", "the B model that A built": A released B."""
    if not _WHICH.fullmatch(between) or a.name in NO_PRODUCTS:
        return
    words = _WORD.findall(row.content[second.end : min(row.sentence.end, second.end + 70)])
    at = 0
    while at < len(words) and words[at].lower() in _AUXILIARIES:
        at += 1
    verb = _verbs().get(words[at].lower()) if at < len(words) else None
    if verb is None or any(w.lower() in _PASSIVE for w in words[:at]):
        return
    rest = words[at + 1 :]
    sense = VERBS.get(f"{verb} {rest[0]}") if rest else None
    rest = rest[1:] if sense else rest
    sense = sense or VERBS.get(verb)
    if sense is None or sense.subject != ("agents",) or sense.object != ("patients",):
        return
    if rest and _NEXT_OBJECT.match(rest[0]):
        return  # "B, which A says the others use"
    if _fits(b, sense, a):
        yield Tie(b, sense.predicate, a, first.start, second.end, second.start)


def _opens(row: NamedRow, start: int) -> bool:
    before = row.content[max(row.sentence.start, start - 12) : start]
    if start - row.sentence.start > 12:
        before = "x" + before  # no start of the sentence
    return _CLAUSE_BEFORE.search(before) is not None


def _is_demonym(mention: Mention) -> bool:
    return mention.adjective and mention.kind == "side"


def _fits(subject: Referent, sense: Sense, target: Referent) -> bool:
    if sense.models and not parties.is_product(target):
        return False
    if sense.predicate == "supplies" and "model" in (subject.kind, target.kind):
        return False
    return parties.fit(subject, sense.predicate, target)


def _read(between: str) -> tuple[Sense, bool] | None:
    """The sense of the one verb between two names, and whether the second name is who does it."""
    words = [w.lower() for w in _WORD.findall(between)]
    at = 0
    while at < len(words) and words[at] in _AUXILIARIES:
        at += 1
    verb = _verbs().get(words[at]) if at < len(words) else None
    if verb is None:
        return None
    rest = words[at + 1 :]
    passive = any(w in _PASSIVE for w in words[:at]) and not words[at].endswith("ing")
    particle = f"{verb} {rest[0]}" if rest else ""
    if particle in VERBS:
        sense, rest = VERBS[particle], rest[1:]
    elif particle in PREPOSITIONAL:
        sense = PREPOSITIONAL[particle]
    elif verb in VERBS:
        sense = VERBS[verb]
    else:
        return None
    if passive:
        if rest[:1] != ["by"] or sense.object != ("patients",):
            return None
        return (sense, True) if _plain(rest[1:]) else None
    if sense.subject != ("agents",):
        return None
    places = [p for p in sense.object if p not in ("patients", "recipients")]
    if sense.object[0] != "patients" and "patients" not in sense.object:
        if not rest or rest[0] not in places:
            return None
        rest = rest[1:]
    return (sense, False) if _plain(rest) else None


def _plain(words: list[str]) -> bool:
    """Whether only describing words stand before the second name."""
    return len(words) <= 4 and not any(
        w in MODIFIERS_NEVER or w in ",:;()%$€£" or w[0].isdigit() for w in words
    )
