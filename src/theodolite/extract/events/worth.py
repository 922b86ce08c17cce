"""Whether a reader would list what a verb says as an event, and whether it has happened or is to come."""

from __future__ import annotations

import re
from typing import Any, Literal

from theodolite.extract.arguments import Arguments, is_named
from theodolite.extract.events import happenings
from theodolite.extract.events.dates import Occasion
from theodolite.extract.referents import Referent
from theodolite.extract.relations.lexicon import ARTEFACTS
from theodolite.extract.words import lexicon
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication

Outlook = Literal["past", "future"]

LAWS = lexicon.words(
    """act law bill directive regulation order ban controls restrictions rules treaty agreement
    memorandum accord
    pact communiqué decree statute budget deal curbs sanctions tariffs embargo"""
)
BODIES = lexicon.words(
    """parliament legislature police lawmakers legislators regulators senate congress cabinet
    government court judges
    prosecutors ministry ministers council commission watchdog authorities"""
)
PEOPLE = lexicon.words(
    """senators senator congressmen officials official officers officer judge judges lawmaker deputies deputy
    minister mayor governors governor councillors commissioners investigators prosecutor agents customs jury
    diplomats negotiators engineers researchers scientists executives shareholders directors trustees unions
    union workers employees staff organisers founders founder investors publishers authors academics
    group coalition panel committee agency agencies party army navy military bank banks university firms
    companies countries governments states members tribunal administration"""
)
"""Those who act, by office or trade."""
PLANTS = lexicon.words(
    """fab plant factory cluster supercomputer datacentre datacenter centre center campus line reactor mine
    site project programme program scheme phase fund service exchange fellowship initiative desk office
    pilot construction production section line works foundry gigafactory facility hub park refinery plan
    work stage section tranche gigafactories fabs plants factories centres centers sites courses course
    academy museum"""
)
GATHERINGS = lexicon.words(
    """summit conference meeting hearing event exhibition forum ceremony vote election marathon fair expo
    games tournament contest competition race talks symposium congress briefing auction championship festival
    debate workshop match trial trials roundtable hackathon convention gala demonstration rally"""
)
_SUMS = lexicon.words(
    "raise secure receive invest award pledge commit close lead borrow fine acquire buy donate earmark "
    "allocate"
)
_MOVING = lexicon.words("move return go switch relocate pivot defect flee decamp emigrate")
_WHEN = frozenset(("since", "before", "after", "by", "on", "upon"))
_BODY_ACTS = lexicon.words("rule vote meet act intervene convene deadlock adjourn reconvene")
_STAGES = lexicon.words("begin start open launch complete finish close shut reopen restart inaugurate")
_LIVE = lexicon.words(
    "sale live public private viral online offline bankrupt bust dark down under dead global national open"
)
_BACK = lexicon.words(
    "down offline out back up live online unavailable inaccessible available bankrupt insolvent"
)
_FORCE = lexicon.words("force effect service operation production office place stream")
_SET_FOR = lexicon.words("schedule due set expect slate plan bind poise")
_SAME_IN_THE_PAST = lexicon.words("quit cut put hit set shut split let bet bid")
_EXACTLY = 7  # a month or a day, not just a year


def outlook(arguments: Arguments, p: Predication, occasion: Occasion) -> Outlook | None:
    """Whether it has happened at a date, or is said to be going to; None where neither is said."""
    published = arguments.scene.reading.published
    iso = occasion.iso
    if p.modal in ("may", "might", "could") and p.verb.tag_ == "VBN":
        return "past"  # "may have trained"
    if _is_to_come(p):
        plain = p.lemma not in happenings.TRANSITIVE or p.passive or bool(p.patients) or goes_live(p)
        sure = plain and (p.lemma in happenings.VERBS or p.passive)
        by = arguments.content[occasion.start : occasion.start + 3].lower() == "by "
        known = iso or published is None
        return "future" if sure and known and not by else None
    if p.modal is not None:
        return None
    if p.verb.tag_ == "VBG" and p.verb.dep_ == "pcomp" and p.verb.head.text.lower() in _WHEN:
        return "past" if iso and published and iso < published else None
    if p.verb.tag_ == "VBG" and p.verb.dep_ == "advcl" and _is_told_of_the_past(p.verb.head):
        return "past"
    plain = p.verb.tag_ == "VBP" and p.lemma in _SAME_IN_THE_PAST
    if p.tense == "present" and p.lemma in happenings.VERBS and iso and published and not plain:
        if p.verb.tag_ == "VBG":  # "today we are releasing ...", "is opening an office next month"
            ahead = _AHEAD.search(arguments.content, max(0, occasion.start - 8), occasion.end)
            if any(
                c.text.lower() in ("is", "are", "'s", "’s", "'re", "’re", "am") for c in p.verb.children
            ) and (ahead or (iso > published and not occasion.undated)):
                return "future"
            return "past" if iso == published[:10] else None
        ahead = _AHEAD.search(arguments.content, max(0, occasion.start - 8), occasion.end)
        if p.verb.tag_ in ("VBZ", "VBP") and ahead and p.lemma not in happenings.TRANSITIVE:
            return "future"
        if len(iso) < _EXACTLY or p.verb.tag_ not in ("VBZ", "VBP"):
            return None
        if occasion.undated and iso[:4] < published[:4]:
            return "future"  # "takes its first wafers in December", said in October
        return "future" if iso[:10] > published[:10] else "past" if p.verb.tag_ == "VBZ" else None
    if plain and iso and published:
        return "past" if iso < published[: len(iso)] else None
    return "past" if p.tense == "past" or (p.verb.tag_ == "VBN" and p.verb.dep_ in ("acl", "relcl")) else None


_AHEAD = re.compile(r"\b(?:later|next|within|coming)\s")


def _is_to_come(p: Predication) -> bool:
    """ "Will open", "is scheduled to open", "is due to open"."""
    if p.modal in ("will", "'ll", "’ll", "wo", "shall"):
        return not any(c.text.lower() in ("have", "likely", "probably") for c in p.verb.children)
    head = p.verb.head
    if p.verb.dep_ == "xcomp" and head.text.lower() in ("is", "are") and head.tag_ in ("VBZ", "VBP"):
        return any(c.tag_ == "TO" and c.i == head.i + 1 for c in p.verb.children)  # "is to open"
    return (
        p.verb.dep_ == "xcomp"
        and lemma(head) in _SET_FOR
        and any(c.tag_ == "TO" for c in p.verb.children)
        and any(c.text.lower() in ("is", "are", "'s", "’s") for c in (*head.children, head.head))
    )


def _is_told_of_the_past(verb: Any) -> bool:
    """Whether the clause above says what was done: "became a shareholder, putting in a billion"."""
    return verb.tag_ == "VBD" or any(c.text.lower() in ("has", "have", "had") for c in verb.children)


def goes_live(p: Predication) -> bool:
    """ "Went on sale", "came online", "took effect", "pulled out of", "was down": its words say it."""
    near = {t.text.lower() for ts in p.prepositions.values() for t in ts} | {
        c.text.lower() for c in p.verb.children
    }
    if p.lemma in ("go", "come"):
        return bool(near & (_LIVE | _FORCE)) or (p.lemma == "come" and "out" in near)
    if p.lemma in _WITH:
        return not near.isdisjoint(_WITH[p.lemma])
    return p.lemma in ("take", "enter", "start", "begin") and bool(near & _FORCE)


_WITH = {
    "be": _BACK,
    "become": lexicon.words("public available independent profitable bankrupt law compulsory mandatory free"),
    "pull": frozenset({"out"}),
    "drop": frozenset({"out"}),
    "back": frozenset({"out"}),
    "step": lexicon.words("down aside in back"),
    "emerge": frozenset({"from"}),
    "run": frozenset({"out"}),
    "fall": lexicon.words("apart through"),
    "break": lexicon.words("down up away"),
    "kick": lexicon.words("in off"),
    "sign": lexicon.words("up on"),
    "turn": frozenset({"to"}),
    "shut": frozenset({"down"}),
    "cut": frozenset({"ties"}),
    "hit": lexicon.words("shelves market"),
    "post": frozenset({"to", "on"}),
    "stop": lexicon.words("working responding operating trading"),
    "die": frozenset({"in", "on", "of", "at", "after"}),
}
"""Verbs without an object, and the words of which one makes them say what happened."""


def is_somebody(subject: Referent) -> bool:
    """Whether a common noun means those who act for a state or a house: "Dutch lawmakers", "a judge"."""
    head = (subject.name or "").lower().split()[-1:]
    return bool(head) and (head[0] in BODIES or head[0] in PEOPLE)


def is_worth(
    arguments: Arguments, p: Predication, subject: Referent, target: Referent | None, exact: bool = False
) -> bool:
    """Whether a reader would list it: somebody named, and not just a figure that changed. `exact`: the date
    is a month or a day."""
    live = goes_live(p)
    head = (subject.name or "").lower().split()[-1:]
    kind = head[0] if head else ""
    about = _last_word(target) if target else kind
    undergone = p.passive and exact and p.lemma not in happenings.STATIVE
    if (
        is_named(subject)
        and p.lemma in _MOVING
        and any(t.tag_ == "NNP" for t in p.prepositions.get("to", ()))
    ):
        return True
    if p.lemma in happenings.TRANSITIVE and not p.particle and not live and not undergone:
        passed = (p.lemma == "pass" and about in LAWS) or (
            p.lemma == "hold" and p.passive and kind in GATHERINGS
        )
        has_name = is_named(subject) or _holds_name(arguments, subject)
        if not passed and not (has_name and target is not None):
            return False
    if p.lemma not in happenings.VERBS and target is None and not undergone and not live:
        return False
    if (
        _is_counted(target)
        and not (p.lemma in _SUMS and _is_money(target))
        and p.lemma not in happenings.COUNTED
    ):
        return False
    if is_named(subject):
        return True
    if p.lemma not in happenings.VERBS or not kind:
        return False
    if p.lemma in _STAGES and kind in PLANTS | LAWS | GATHERINGS:
        return True
    if (live and kind in PLANTS | LAWS) or ((live or p.lemma == "hold") and kind in GATHERINGS):
        return True
    if target is not None and (kind in BODIES or (kind in PEOPLE and _are_told_apart(subject))):
        return True
    names = (*arguments.mentions, *arguments.unknown)
    owned = any(subject.start <= m.start < subject.end for m in names)
    if kind in BODIES and p.lemma in _BODY_ACTS:
        return True
    named_to = any(t.tag_ == "NNP" for w in ("to", "by") for t in p.prepositions.get(w, ()))
    if undergone and named_to and (subject.text or "").lower().startswith(("the ", "a ", "an ", "its ")):
        return True  # "the contract was awarded to Larch on Friday"
    if p.passive and kind.removesuffix("s") in ARTEFACTS and (subject.text or "").lower().startswith("the "):
        return True
    return kind in ARTEFACTS | LAWS or is_named(target) or owned


def _holds_name(arguments: Arguments, subject: Referent) -> bool:
    """ "The Larch plant": a common noun with a name before it."""
    names = (*arguments.mentions, *arguments.unknown)
    return any(
        subject.start <= m.start < subject.end and not (m.kind == "side" and m.adjective) for m in names
    )


def _are_told_apart(subject: Referent) -> bool:
    """Whether people have more than a plural: "a federal judge", "U.S. senators", not "officials"."""
    return len((subject.text or "").split()) > 1


def _last_word(target: Referent) -> str:
    words = (target.name or "").lower().split()
    return words[-1] if words else ""


def _is_counted(target: Referent | None) -> bool:
    if target is None or target.kind in ("person", "organisation", "model", "side"):
        return False
    words = (target.name or "").lower().split()
    if words and words[-1] in ("stake", "share", "shares", "holding", "interest"):
        return False  # "took a 10% stake"
    if len(words) > 1 and words[0] in _FEW and words[-1].removesuffix("s") in ARTEFACTS:
        return False  # "put out two open models"
    return bool(_COUNTED.match(target.name or ""))


def _is_money(target: Referent | None) -> bool:
    return target is not None and bool(_MONEY.search(target.name or ""))


_FEW = frozenset(("two", "three", "four", "five", "six"))
_MONEY = re.compile(r"[$€£¥₩₹]|\b(?:million|billion|trillion|crore|lakh)\b|(?:sum|amount|money|total)\b")
_COUNTED = re.compile(
    r"[\d$€£~%]|(?:more|fewer|less|some|about|nearly|over|perhaps|roughly|around|almost|approximately|two|"
    r"three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|dozens?|hundreds?|thousands?|millions?|billions?|several|many)\b|(?:sum|amount|money|total)\b"
)


def is_own_doing(p: Predication) -> bool:
    """ "I went back and read it": what a writer did that day, but for what makes a career."""
    told: Any = next((t for t in p.agents if t.text.lower() in ("i", "you")), None)
    begun = p.lemma in _BEGUN and any(t.tag_ == "NNP" for t in p.patients)  # "I started Larch"
    return told is not None and p.lemma not in _CAREER and not begun


_BEGUN = frozenset(("start", "set", "raise", "hire", "sue"))
_CAREER = lexicon.words(
    """join leave found co-found launch release publish quit resign retire move sell buy meet testify
    invest sign win build create open visit"""
)
