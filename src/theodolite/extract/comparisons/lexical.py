"""Comparisons by turns of phrase: "A outpaces B", "A holds an edge over B", "A is left behind by B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.comparisons import cues, factors, frames, left_out, senses, told, turns, who
from theodolite.extract.comparisons.claims import Direction, Found
from theodolite.extract.comparisons.lexicon import phrases, verbs
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.comparisons.roles import in_headline
from theodolite.extract.comparisons.turns import Match
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import lexicon, predications

_NO_OBJECT = lexicon.words(
    "expectations forecasts estimates way world pack field charge race industry market expectation"
)
_NAMED = ("model", "organisation", "side", "group")
_PUTTING = lexicon.words("put place rank give prefer pick choose take favour favor favoured favored")
_BODY = frozenset(("heel", "neck", "tail", "dust", "shadow", "slipstream"))
"""What somebody else is said to be at: "hot on America's heels"."""
_STRONG = frozenset(("trail", "lag", "surpass", "undercut", "overtake", "underperform"))
_COUNTED = lexicon.words("exceed outspend outsell outnumber outproduce outearn")


def find(parties: Parties) -> Iterator[Found]:
    """The turns of one sentence with who stands on each side."""
    for match in turns.find(parties.parse):
        if not frames.claimed(parties.parse, match.first):
            continue
        yield from _one(parties, match)


def _one(parties: Parties, match: Match) -> Iterator[Found]:
    start, end = parties.parse.span(match.first)[0], parties.parse.span(match.last)[1]
    if senses.is_other(parties, match, start, end):
        return
    if match.turn.verb and (senses.is_or(match) or senses.is_rivals_of(parties, match, start, end)):
        return
    if match.turn.verb and (fronted := _fronted(parties, match, start, end)):
        yield fronted
        return
    if match.turn.verb and not turns.is_verb(match.first):
        yield from _by_names(parties, match, start, end)
        return
    act = predications.of(parties.parse, match.first) if match.first.tag_.startswith("VB") else None
    passive = act is not None and act.passive and (match.turn.verb or match.turn.slot)
    direction, cannot = senses.direction(parties, match)
    if not passive and match.turn.verb and (agents := _by(match.first)):
        yield from _undone(parties, match, agents, start, end)
        return
    if passive and act is not None:
        overtaken = match.turn.words[0] == "pass"
        if match.turn.words[0] in verbs.ACTIVE_ONLY and not overtaken:
            return
        uppers, lowers = (
            _named(parties, act.agents),
            _all(parties, act.patients)
            or who.subjects(parties, match.first, _named(parties, act.agents), start),
        )
        if overtaken and any(r.kind not in _NAMED for r in (*uppers, *lowers)):
            return  # a bill is passed by a parliament
        if uppers and lowers and overtaken:
            yield Found(
                uppers, lowers, match.turn.direction, start, end, match.first, _factor(parties, end, False)
            )
        elif uppers and lowers:
            yield Found(
                lowers,
                uppers,
                _TURNED[match.turn.direction],
                start,
                end,
                match.first,
                _factor(parties, end, True),
            )
        return
    objects = _objects(parties, match, end, act)
    if not objects:
        return
    teller: str | None = None
    shaming = match.turn.words[-1] in ("shame", "shade", "shadow") or "money" in match.turn.words
    if match.turn.slot and not shaming and match.turn.words[0] in _PUTTING:
        head = parties.parse.head_of(
            parties.parse.span(match.slot[0])[0], parties.parse.span(match.slot[-1])[1]
        )
        subjects = parties.of(head) if head is not None else []  # "tests put it below B"
        teller = _who_puts(parties, match.first)
    else:
        subjects = told.antecedent(parties, start) or who.subjects(parties, match.first, objects, start)
    if act is not None and match.turn.verb and not subjects:
        subjects = _adjacent(parties, start)
    if _FEW.match(parties.words(subjects[0].start, subjects[0].start + 12)) if subjects else False:
        return  # who is rare is nobody's standing
    if nobody := _nobody_from(parties, start):
        subjects = nobody
    if match.turn.verb and match.turn.words[0] in verbs.NAMED_ONLY:
        subjects = [r for r in subjects if r.kind in _NAMED]
    if not subjects:
        return
    none = act is not None and (senses.is_none(act.agents) or senses.is_none(act.patients))
    denied = bool(nobody) or none
    if denied and direction == "equal":
        direction, denied, cannot = "below", False, True  # nothing of theirs matches it
    before = parties.words(max(parties.sentence.start, start - 60), start)
    if direction == "equal" and _LACKING.search(before):
        direction, cannot = "below", not before.lower().endswith("not ")
    elif direction == "equal" and _is_standing(match) and _NOT_LEVEL.search(before):
        direction, cannot = "below", True  # who does not match another stands below it
    if match.turn.words[0] == "catch" and direction == "equal" and match.first.text.lower() != "caught":
        return  # who will or may catch up has not; how the gap moves is a lag's to say
    sure = (
        cannot
        or bool({"no", "not", "nowhere", "anywhere"} & set(match.turn.words))
        or (
            direction == "below"
            and bool(cues.NOT_FAR.search(parties.words(max(parties.sentence.start, start - 24), start)))
        )
    )
    factor = _factor(parties, end, direction == "below") if direction != "equal" else None
    if factor is None and match.turn.words[0] in _COUNTED:
        factor = factors.by_percent(parties.words(end, min(parties.sentence.end, end + 90)))
    yield Found(
        subjects, objects, direction, start, end, match.first, factor, denied=denied, sure=sure, teller=teller
    )


def _fronted(parties: Parties, match: Match, start: int, end: int) -> Found | None:
    """ "Having overtaken A, B is ...", "Outselling A, B has ...": the subject stands behind the comma."""
    if not _FRONT.fullmatch(parties.words(parties.sentence.start, end)):
        return None
    after = _LEAD_IN.match(parties.scene.content, end)
    listed = parties.listed(after.end()) if after else []
    objects = listed[:1]
    if len(listed) > 1 and parties.words(listed[0].end, listed[1].start) == " and ":
        objects = listed[:2]
    comma = _TO_COMMA.match(parties.scene.content, objects[-1].end, parties.sentence.end) if objects else None
    found = parties.listed(comma.end()) or parties.after(comma.end()) if comma else []
    names = {o.name for o in objects}
    subjects = [r for r in found if r.name not in names]
    return Found(subjects, objects, match.turn.direction, start, end, match.first) if subjects else None


_FRONT = re.compile(r"(?:(?:By|After|Since|In)\s)?(?:[Hh]aving\s(?:\w+ly\s)?\w+|\w+ing)")
_TO_COMMA = re.compile(r"[^,;:.]{0,60},\s(?:the\s)?")


def _who_puts(parties: Parties, verb: Any) -> str | None:
    """ "Testing by Kiln Review puts it below B": who says so, by name."""
    subject = parties.parse.subject(verb)
    if subject is None:
        return None
    start, end = parties.parse.phrase(subject)
    end = max(end, min(parties.parse.span(verb)[0], end + 60))
    told = _BY_WHOM.search(parties.scene.content, start, end)
    names = parties.scene.reading.unknown_in(told.end(), end) if told else ()
    known = parties.scene.reading.mentions_in(told.end(), end) if told else ()
    found = (*known, *names)
    return found[0].name if len(found) == 1 else None


_BY_WHOM = re.compile(
    r"\b(?:test(?:s|ing)?|evaluations?|benchmarks?|rankings?|reviews?|analys[ei]s)\b[^,;]{0,20}?\s(?:by|from)\s"
)


_NOBODY = re.compile(
    r"\b(?:nothing|nobody|no one|none|no [a-z]+)\s(?:from|in|of|out of)\s(?:the\s)?(?=(?-i:[A-Z]))", re.I
)


def _nobody_from(parties: Parties, before: int) -> list[Referent]:
    """ "Nothing from China has yet matched ...": whose it would be."""
    first = max(parties.sentence.start, before - 80)
    match = _NOBODY.search(parties.scene.content, first, before)
    if match is None or re.search(r"[,;:.]", parties.words(match.end(), before)):
        return []
    return parties.listed(match.end())


def _by(token: Any) -> tuple[Any, ...]:
    """Who does it, where the parser takes a participle for an adjective: "was outspent by Spain"."""
    if token.tag_ not in ("JJ", "VBN", "VBD") or token.dep_ not in ("acomp", "acl", "advcl", "oprd"):
        return ()
    return tuple(
        held
        for child in token.children
        if child.text.lower() == "by" and child.i > token.i
        for held in child.children
        if held.dep_ == "pobj"
    )


def _undone(parties: Parties, match: Match, agents: tuple[Any, ...], start: int, end: int) -> Iterator[Found]:
    if match.turn.words[0] in verbs.ACTIVE_ONLY:
        return
    uppers = _named(parties, agents)
    lowers = who.subjects(parties, match.first, uppers, start) if uppers else []
    if lowers:
        way = _TURNED[match.turn.direction]
        yield Found(lowers, uppers, way, start, end, match.first, _factor(parties, end, True))


_TURNED: dict[Direction, Direction] = {"above": "below", "below": "above", "equal": "equal"}


def _objects(
    parties: Parties, match: Match, end: int, act: predications.Predication | None
) -> list[Referent]:
    if match.turn.slot:
        start = parties.parse.span(match.slot[0])[0]
        if (
            match.turn.words[0] in ("same", "similar", "comparable", *_PUTTING)
            and match.turn.words[-1] != "_"
        ):
            if match.turn.words[-1] in ("shame", "shade", "shadow") or "money" in match.turn.words:
                head = parties.parse.head_of(start, parties.parse.span(match.slot[-1])[1])
                return parties.of(head) if head is not None else []
            return who.others(parties, end + 1, named=True)
        head = parties.parse.head_of(start, parties.parse.span(match.slot[-1])[1])
        if match.turn.words[-1] in _BODY:
            own = parties.after(start)
            return own or (parties.of(head) if head is not None else [])
        if match.turn.words[1] != "_":
            return who.others(parties, end + 1, named=True)
        return parties.of(head) if head is not None else []
    named = match.turn.verb and match.turn.words[0] in verbs.NAMED_ONLY
    named = named or " ".join(match.turn.words) in phrases.NAMED_ONLY
    if act is not None and match.turn.verb:
        if any(t.text.lower() in _NO_OBJECT for t in act.patients):
            return parties.listed(end + 1) if act.patients[0].text == "race" else []
        pointing = any(
            t.text.lower() in ("that", "those", "what", "anything", "one", "ones") for t in act.patients
        )
        found = [] if pointing else _other_than_subject(parties, match, act)
        if found and match.turn.verb and match.turn.words[0] in verbs.NAMED_ONLY:
            found = [r for r in found if r.text.lower() not in ("it", "them", "this", "that")]
            return [r for r in found if r.kind in _NAMED]
        if found:
            return [r for r in found if r.kind in _NAMED] if named else found
        if made := [r for t in act.patients for r in who.made_by(parties, t)]:
            return made  # "matched a model that A had finished"
    found = who.others(parties, end + 1, named)
    if not found and match.turn.direction == "below" and match.turn.words[-1] == "behind":
        found = _not_only(parties, end)
    strong = match.turn.verb and (match.turn.words[0][:3] == "out" or match.turn.words[0] in _STRONG)
    if not found and strong:
        found = who.things(parties, end + 1)
    by_place = match.turn.words[-1] in ("behind", "of")
    strict = match.turn.verb and match.turn.words[0] in verbs.NAMED_ONLY
    found = [r for r in found if r.name or not strict or r.text.lower() in ("we", "us", "ours")]
    return [r for r in found if r.kind in _NAMED or not named or by_place]


def _other_than_subject(parties: Parties, match: Match, act: predications.Predication) -> list[Referent]:
    """The objects of a verb. "A leads B in x but trails it in y": "it" is whom A was held against."""
    found = _all(parties, act.patients)
    first = match.first
    if len(act.patients) != 1 or act.patients[0].text.lower() not in ("it", "them") or first.dep_ != "conj":
        return found
    if found and found[0].name not in {r.name for t in act.agents for r in parties.of(t)}:
        return found
    return _all(parties, predications.of(parties.parse, first.head).patients) or found


def _not_only(parties: Parties, at: int) -> list[Referent]:
    """ "We fall behind in papers, not only compared to A but also B": the objects stand further on."""
    match = cues.COMPARED.search(parties.scene.content, at, parties.sentence.end)
    if match is None:
        return []
    found = parties.after(match.end())
    also = re.search(r"\bbut also\s(?:\w+\s){0,2}?", parties.words(match.end(), parties.sentence.end))
    if also:
        head = parties.parse.object_from(match.end() + also.end())
        found = [*found, *(parties.of(head) if head is not None else [])]
    return list({r.name: r for r in found}.values())


def _all(parties: Parties, tokens: tuple[Any, ...]) -> list[Referent]:
    found = [r for t in tokens for r in parties.of(t)]
    return list({(r.name, r.start): r for r in found}.values())


def _named(parties: Parties, tokens: tuple[Any, ...]) -> list[Referent]:
    pointing = any(t.text.lower() in ("that", "those", "what") for t in tokens)
    if not pointing and (found := _all(parties, tokens)):
        return found
    return [r for t in tokens for r in who.others(parties, parties.parse.phrase(t)[0], named=False)]


def _by_names(parties: Parties, match: Match, start: int, end: int) -> Iterator[Found]:
    """ "China's Moonshot Surpasses GPT-5": names on both sides of a verb that the parser took for none."""
    word = parties.words(start, end)
    subjects = told.antecedent(parties, start) or _adjacent(parties, start)
    after = _LEAD_IN.match(parties.scene.content, end)
    objects = parties.listed(after.end()) if after else []
    if not objects or (len(subjects) < 2 and match.turn.words[0] == word.lower()):
        return  # "a ChatGPT rival" is a noun; "A and B rival C" is not
    if not subjects and word.istitle():
        subjects = in_headline(parties, start)
    if not subjects and start == parties.sentence.start and word.endswith("s"):
        subjects = left_out.subject(parties, match.first, objects)  # "Beats B on maths."
    if subjects and all(o.name != s.name for o in objects for s in subjects):
        direction = match.turn.direction
        factor = _factor(parties, end, direction == "below") if direction != "equal" else None
        yield Found(subjects, objects, direction, start, end, match.first, factor)


_FEW = re.compile(r"(?:few|hardly any|not many|not all)\s", re.I)
_ALIKE = frozenset(
    (
        "the",
        "same",
        "similar",
        "identical",
        "akin",
        "resemble",
        "mirror",
        "no",
        "not",
        "similarly",
        "different",
    )
)
"""Turns of likeness that no standing is in: who is not the same may stand above as well."""
_RANKS = frozenset(
    ("league", "class", "level", "tier", "bracket", "ballpark", "plane", "standard", "calibre")
)


def _is_standing(match: Match) -> bool:
    """Whether a turn of likeness speaks of standing: "in the same league", not "identical to"."""
    return match.turn.words[0] not in _ALIKE or bool(_RANKS & set(match.turn.words))


_NOT_LEVEL = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bhardly|\bbarely|\bno\slonger|\bnowhere|\byet\sto)\s"
    r"(?!only\b|just\b|merely\b)(?:(?:yet|quite|really|even|fully|remotely|be|been|come|anywhere|on|at|in|to|a|any|the|"
    r"anything|able|\w+ly)\s){0,5}\Z|"
    r"(?:\byet\sto|\bfailed\sto|\bunable\sto|\bstruggl(?:ed|ing|es|e)\sto|\bcannot|\bnot\s(?:yet\s)?(?:been\sable\sto\s)?)\s"
    r"(?:make|build|produce|release|ship|launch|deliver|develop|create|offer|field|train|come\sup\swith|bring\sout)\s"
    r"(?:an?|any|anything)\s(?:[\w-]+\s){0,4}\Z"
)
_LACKING = re.compile(r"\b(?:no|lacks? an?|without an?)\s(?:[\w-]+\s){0,2}\Z", re.I)
"""Before "equivalent of", "match for": who has none."""
_LEAD_IN = re.compile(r"\s(?:top\s|all\s|even\s|the\s|its\s|leading\s|older\s|best\s)*")


def _adjacent(parties: Parties, start: int) -> list[Referent]:
    """The name right before a verb, whatever the parser makes of it."""
    found = [
        m
        for m in parties.scene.reading.mentions_in(max(parties.sentence.start, start - 80), start)
        if m.kind != "person"
    ]
    if not found or not _BETWEEN.fullmatch(parties.words(found[-1].end, start)):
        return []
    near = [found[-1]]
    for mention in reversed(found[:-1]):
        if not re.fullmatch(r"(?:,\s)?(?:\s?and\s)?", parties.words(mention.end, near[0].start)):
            break
        near.insert(0, mention)
    return [from_mention(parties.scene.content, m) for m in near]


_BETWEEN = re.compile(
    r"(?:['’]s?\s[a-z]+)?\s(?:(?:has|have|had|is|are|was|were|already|now|still|also|just|recently|clearly|easily|once|again|far|even|"
    r"currently|[a-z]+ly)\s){0,3}"
)


def _factor(parties: Parties, end: int, down: bool) -> float | None:
    times = factors.by_factor(parties.words(end, min(parties.sentence.end, end + 110)))
    if not times:
        return None
    return 1 / times if down else times
