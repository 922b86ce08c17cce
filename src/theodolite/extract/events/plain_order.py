"""Name, verb in the past, date: happenings in plain order, where the parser does not know the names."""

from __future__ import annotations

import re
from functools import cache

from theodolite.extract.arguments import Arguments
from theodolite.extract.events import happenings
from theodolite.extract.events.dates import Occasion
from theodolite.extract.events.happening import Happening
from theodolite.extract.events.worth import BODIES, LAWS, PEOPLE
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.relations.lexicon import RULES_NOUNS
from theodolite.extract.words import lexicon
from theodolite.extract.words.lemmas import forms, verb_lemma
from theodolite.extract.words.names import Mention

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|[,;:()]|\d+")
_BEFORE_VERB = lexicon.words(
    """has had have was were been also first officially publicly formally finally recently quietly then later
    reportedly just and it which who"""
)
_ENDS = frozenset(
    {";", ":", "that", "who", "which", "said", "says", "because", "while", "but", "when", "after", "than"}
)
_MOST = 14  # words between a name and its date


@cache
def _past_forms() -> dict[str, str]:
    """Written form in the past to the plain form of verbs that surely happen."""
    sure = happenings.VERBS - happenings.TRANSITIVE - happenings.NO_EVENT
    found = {}
    for verb in sorted(sure):
        for form in forms([verb]):
            if form != verb and not form.endswith(("ing", "s")) and verb_lemma(form) == verb:
                found[form] = verb
    return found | {verb: verb for verb in _SAME_IN_THE_PAST} | {"stopped": "stop", "ended": "end"}


_SAME_IN_THE_PAST = ("quit", "shut", "split", "cut", "shed")
_AFTER_NAME = lexicon.words(
    """model chip chatbot system app assistant team lab unit weights processor Corp Inc Ltd Co group itself
    staff"""
)
"""What may stand between a name and its verb: "whose R1 model rattled markets"."""


def find(arguments: Arguments, occasion: Occasion) -> list[Happening]:
    """What a name right before a verb in the past did, in the clause that a date ends or opens."""
    return (
        _awaited(arguments, occasion)
        or _ending(arguments, occasion)
        or opening(arguments, occasion)
        or _between(arguments, occasion)
        or _by_office(arguments, occasion)
    )


def _between(arguments: Arguments, occasion: Occasion) -> list[Happening]:
    """ "Larch on Tuesday unveiled Kestrel 3": the date between the name and its verb."""
    content, end = arguments.content, arguments.sentence.end
    verb = _NEXT_WORD.match(content, occasion.end, end)
    if verb is None or verb["word"].lower() not in _past_forms():
        return []
    names = sorted((*arguments.mentions, *arguments.unknown), key=lambda m: m.start)
    near = [
        m for m in names if m.end <= occasion.start and _TO_DATE.fullmatch(content[m.end : occasion.start])
    ]
    if not near or _COUNTED.match(content, verb.end()):
        return []
    target = next((m for m in names if 0 < m.start - verb.end() <= 12), None)
    thing = from_mention(content, target) if target else None
    place = verb.span("word")
    return [Happening(from_mention(content, near[-1]), verb["word"].lower(), thing, *place, None)]


_OFFICE = re.compile(
    r"(?:\A|[;:.,]\s|\b(?:and|but|that|as|when|after|while)\s)(?P<who>(?:[A-Z][\w.’'-]*|[a-z-]+)(?:\s[\w.’'-]+){0,5}?)"
    r"(?:\s(?:from|in|of|at|on)\s[\w\s.’'-]{1,40})?\s?(?:on\s|late\s|early\s)?\Z"
)


def _by_office(arguments: Arguments, occasion: Occasion) -> list[Happening]:
    """ "U.S. senators from both parties on Wednesday pressed officials": people in office, a date, a verb."""
    content, end = arguments.content, arguments.sentence.end
    verb = _NEXT_WORD.match(content, occasion.end, end)
    if verb is None or verb["word"].lower() not in _past_forms() or _COUNTED.match(content, verb.end()):
        return []
    first = max(arguments.sentence.start, occasion.start - 110)
    match = _OFFICE.search(content, first, occasion.start)
    words = match["who"].split() if match else []
    if match is None or not words or words[-1].lower() not in BODIES | PEOPLE or len(words) < 2:
        return []
    start, stop = match.span("who")
    name = re.sub(r"\A(?:the|a|an|some|several|two|three|four|five|six)\s", "", match["who"], flags=re.I)
    who = Referent(name, match["who"], None, start, stop, "thing")
    return [Happening(who, verb["word"].lower(), None, *verb.span("word"), None)]


_NEXT_WORD = re.compile(r"\s(?P<word>[a-z]+)\b")
_TO_DATE = re.compile(r"(?:\s(?:Corp|Inc|Ltd|Co)\.?)?\s?(?:on\s|late\s|early\s)?")


_IN_FORCE = re.compile(
    r"(?:\A|[,;:.]\s|\b(?:that|said|say|under|despite|and)\s)(?P<what>[^,;:.]{4,90}?)"
    r"(?:,?\s(?:which|that)\s(?:has|have)\sbeen|,|\s(?:has|have)\sbeen)\s(?P<cue>in\s(?:place|force|effect))"
    r"(?:\ssince)?\s?\Z"
)


def in_force(arguments: Arguments, occasion: Occasion) -> list[Happening]:
    """ "Restrictions on the sale of chips, in place since October 2022": when they began."""
    content = arguments.content
    first = max(arguments.sentence.start, occasion.start - 160)
    match = _IN_FORCE.search(content, first, occasion.start)
    if match is None:
        return []
    what = _CLAUSE_WORD.split(match["what"])[-1].strip()
    if not {w.lower() for w in what.split()} & (LAWS | RULES_NOUNS):
        return []
    start = match.start("what") + match["what"].rindex(what)
    name = re.sub(r"\A(?:the|these|those|its|their)\s", "", what, flags=re.I)
    rules = Referent(name, what, None, start, start + len(what), "thing")
    return [Happening(rules, "took effect", None, *match.span("cue"), "policy")]


_CLAUSE_WORD = re.compile(r"\b(?:whether|that|if|how|says?|said|under|asks?|despite)\s")
_DUE = re.compile(
    r"(?:,|\s(?:is|are))\s(?:(?:now|still|also)\s)?(?P<due>due|slated|scheduled|expected|planned)\s"
    r"(?:out\s|to\s(?:arrive|launch|open|ship|appear|start|begin)\s)?(?:(?:for|in|at|on|by|before)\s)?\Z"
)


def _awaited(arguments: Arguments, occasion: Occasion) -> list[Happening]:
    """ "Larch-3, due in December": what is to come."""
    content, start = arguments.content, arguments.sentence.start
    match = _DUE.search(content, max(start, occasion.start - 60), occasion.start)
    if match is None or not occasion.iso:
        return []
    for mention in (*arguments.mentions, *arguments.unknown):
        behind = _BEHIND.search(
            content, max(start, mention.start - 12), mention.start
        )  # "an appeal by Larch"
        if mention.end == match.start() and mention.kind not in ("person", "side") and not behind:
            place = match.span("due")
            return [
                Happening(from_mention(content, mention), match["due"], None, *place, None, forecast=True)
            ]
    return []


def opening(arguments: Arguments, occasion: Occasion) -> list[Happening]:
    """ "In September Larch hired Ada Holt": a date, a name, a verb in the past."""
    content, start = arguments.content, arguments.sentence.start
    before = content[start : occasion.start].strip().lower()
    if before not in _OPENS and not _OPENS_CLAUSE.search(before):
        return []
    names = sorted((*arguments.mentions, *arguments.unknown), key=lambda m: m.start)
    first = [m for m in names if m.start >= occasion.end and m.start - occasion.end <= 8]
    if not first or (first[0].adjective and first[0].kind == "side"):
        return []
    subjects = [first[0]]
    for mention in names:
        if mention.start > subjects[-1].end and _AND.fullmatch(content[subjects[-1].end : mention.start]):
            subjects.append(mention)
    words = _WORD.finditer(content, subjects[-1].end, min(arguments.sentence.end, subjects[-1].end + 40))
    word = next((w for w in words if w.group().lower() not in _BEFORE_VERB), None)
    verb = _past_forms().get(word.group().lower()) if word else None
    if word is None or verb is None or (verb not in _SUMS and _COUNTED.match(content, word.end())):
        return []
    target = next((m for m in names if 0 < m.start - word.end() <= 12), None)
    if target is None and occasion.iso and len(occasion.iso) == 4:
        return []  # of a whole year a verb alone says too little
    return [
        Happening(
            from_mention(content, subject),
            word.group().lower(),
            from_mention(content, target) if target else None,
            word.start(),
            word.end(),
            None,
        )
        for subject in subjects
    ]


_OPENS_CLAUSE = re.compile(r"[,;]\s(?:and|but|then)?\s?(?:in|on)?\Z")
_OPENS = frozenset(("", "in", "on", "and in", "but in", "early in", "late in", "back in", "then in", "then,"))


def _ending(arguments: Arguments, occasion: Occasion) -> list[Happening]:
    content = arguments.content
    names = sorted((*arguments.mentions, *arguments.unknown), key=lambda m: -m.start)
    for mention in names:
        if mention.end > occasion.start or (mention.adjective and mention.kind == "side"):
            continue
        if mention.kind not in ("organisation", "model", "person", "side", "unknown"):
            continue
        words = list(_WORD.finditer(content, mention.end, occasion.start))
        if len(words) > _MOST:
            return []
        at = 0
        while at < len(words) and words[at].group() in _AFTER_NAME:
            at += 1
        while at < len(words) and words[at].group().lower() in _BEFORE_VERB | {","}:
            at += 1
        verb = _past_forms().get(words[at].group().lower()) if at < len(words) else None
        if verb is None or words[at].end() - mention.end > 45:
            continue
        if _BEHIND.search(content, max(0, mention.start - 12), mention.start):
            return []  # "police in Penang arrested": not the place
        if verb not in _SUMS and _COUNTED.match(content, words[at].end()):
            return []
        rest = {w.group().lower() for w in words[at + 1 :]}
        if rest & _ENDS or any(w in _past_forms() for w in rest):
            return []
        match = words[at]
        subjects = _list_to(content, sorted(names, key=lambda m: m.start), mention)
        behind = [m for m in names if m.start >= match.end() and m.end <= occasion.start]
        target = next(
            (m for m in reversed(behind) if not _PLACED.search(content, match.end(), m.start)), None
        )
        return [
            Happening(
                from_mention(content, subject),
                match.group().lower(),
                from_mention(content, target) if target else None,
                match.start(),
                match.end(),
                None,
            )
            for subject in subjects
        ]
    return []


def _list_to(content: str, names: list[Mention], last: Mention) -> list[Mention]:
    """The name that ends a list, and those before it."""
    found = [last]
    for mention in reversed([m for m in names if m.end <= last.start]):
        if not _AND.fullmatch(content[mention.end : found[0].start]):
            break
        found.insert(0, mention)
    return found


_PLACED = re.compile(r"\b(?:in|at|near|from|for|of|by|to|on)\s(?:the\s|a\s)?\Z")
_BEHIND = re.compile(r"\b(?:in|at|of|near|from|by|with|for)\s(?:the\s)?\Z")
_COUNTED = re.compile(
    r"\s(?:about\s|some\s|nearly\s|over\s|more than\s|fewer than\s|at least\s)?(?:\d|[$€£]\d|more\b|fewer\b)"
)
_SUMS = lexicon.words(
    "raise secure receive invest award pledge commit close borrow fine acquire buy donate allocate"
)
_AND = re.compile(r",?\sand\s|,\s")


def gapped(arguments: Arguments, occasion: Occasion) -> list[Happening]:
    """ "A went public on Thursday and B the day after": what B did, in the verb of the first clause."""
    content, start = arguments.content, arguments.sentence.start
    if not _NEXT_TO_IT.match(content, occasion.start, occasion.end):
        return []
    near = [
        m
        for m in (*arguments.mentions, *arguments.unknown)
        if m.end < occasion.start and _COMMA.fullmatch(content[m.end : occasion.start])
    ]
    if not near or not _JOINS.search(content, start, near[0].start):
        return []
    verbs = [w for w in _WORD.finditer(content, start, near[0].start) if w.group().lower() in _sure()]
    if not verbs:
        return []
    action = verbs[0].group().lower()
    return [Happening(from_mention(content, near[0]), action, None, near[0].start, near[0].end, None)]


_NEXT_TO_IT = re.compile(r"(?:the|an?|one|two|three|four|five)\s(?:\w+\s)?(?:day|week|month|year)s?\b", re.I)
_COMMA = re.compile(r"(?:\s(?:Corp|Inc)\.?)?,?\s")
_JOINS = re.compile(r"(?:,|;|\band)\s(?:then\s)?\Z")


@cache
def _sure() -> frozenset[str]:
    return frozenset((*_past_forms(), *forms(happenings.VERBS)))


_THAT_OF = re.compile(r"\band (?:that|those) of \Z")
_NOUN_BEFORE = re.compile(rf"\b({'|'.join(happenings.NOUNS)})\b", re.I)


def elliptic(arguments: Arguments, occasion: Occasion, found: list[Happening]) -> list[Happening]:
    """ "The release of A in 2020 and that of B in 2022": what happened to B."""
    if found:
        return []
    content, start = arguments.content, arguments.sentence.start
    for mention in arguments.mentions:
        near = mention.end < occasion.start <= mention.end + 12
        before = content[start : mention.start]
        nouns = _NOUN_BEFORE.findall(before) if near and _THAT_OF.search(before) else []
        if nouns:
            referent = from_mention(content, mention)
            action = happenings.NOUNS[nouns[-1].lower()]
            return [Happening(referent, action, None, mention.start, mention.end, "capability")]
    return []
