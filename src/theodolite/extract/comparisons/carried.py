"""Comparatives without their other side: it stands in another comparison or clause close by.

"A matches B while costing less", "A costs less, runs faster and scores as well as B", "B has 15; A has more".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from theodolite.extract.comparisons import apart, factors, frames, kinds, left_out, who
from theodolite.extract.comparisons.claims import Direction, Found
from theodolite.extract.comparisons.elliptic import other_side
from theodolite.extract.comparisons.lexicon import degrees
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import lexicon

_HELD = re.compile(r"\b(?:than|compared|relative to|versus|vs\.?)\b", re.I)
NO_DEGREE = lexicon.words(
    "later earlier longer further newer older sooner easier harder other closer younger tighter"
)
_CHANGING = lexicon.words(
    """get gets getting got become becomes becoming became grow grows growing grew grown make makes
    making made need needs needed want wants wanted demand demands
    seek seeks require requires keep keeps go goes going"""
)
_TIMES = lexicon.words(
    "month months year years week weeks day days time hours minutes decade decades story stories"
)
_BEFORE = re.compile(r"\b(?:no|any|even|ever|the|once|or)\s\Z", re.I)
_SCALE = (
    r"(?:price|prices|cost|costs|size|speed|number|population|amount|budget|output|spending|power|rate|accuracy|"
    r"performance|compute|revenue|throughput|weight|energy|memory|bandwidth|latency|capacity|fee|pay|salary)"
)
_THAT = (
    r"(?:(?:of\s)?that\s(?:number|amount|figure|sum|size|price|level|total|rate|speed|output|capacity|many|much)\b|"
    r"(?:of\s)?that"
    r"(?=\s?(?:[.,;:!?)—–-]|\Z)|\s(?:on|this|last|a|an|per|with|and|but|to|by|over|each|every|today|now|instead|already|"
    r"again|while|when|too)\b)|"
    r"as\s(?:much|many|large|big|fast|long|high)(?![^.;]{0,60}?\b(?:as|than|compared)\b)|"
    rf"(?:of\s)?(?:the|its|their)\s(?:[a-z]+\s)?{_SCALE}(?!\s(?:of|as|that|it|than|in)\b))"
)
BARE_MULTIPLE = re.compile(
    r"\b(?:(?:\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a\shundred|"
    r"(?:several|many|multiple|dozens\sof))(?:\stimes|x|-fold|fold)|twice|double|triple|quadruple|half)\s"
    + _THAT,
    re.I,
)
"""A multiple of what was counted before: "twice as many", "ten times that"."""
PART = re.compile(
    r"\b(?:(?:an?|one|two|three|four|five)[ -](?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"twentieth|thirtieth|fortieth|fiftieth|hundredth|thousandth)s?|1/\d{1,4}(?:th|rd|nd)?|an?\s(?:tiny\s|small\s)?"
    r"(?:fraction|sliver)|\d{1,2}\s?(?:%|percent|per cent)(?=\s(?:of\s)?that\b))\s" + _THAT,
    re.I,
)
"""A part of it: "a fifth of that", "at a tenth of the price"."""


def find(parties: Parties, here: Sequence[Found], before: Sequence[Found]) -> Iterator[Found]:
    """The bare comparatives of one sentence. `here`: what it compares by other words; `before`: the
    comparisons of the last few sentences, the nearest first."""
    for token in parties.parse.tokens:
        word = token.text.lower()
        if word not in degrees.COMPARATIVES or word in NO_DEGREE or token.tag_.startswith(("NN", "VB")):
            continue
        if not _is_bare(parties, token) or not frames.claimed(parties.parse, token):
            continue
        start, end = _place(parties, token)
        way: Direction = "below" if word in degrees.LOWER else "above"
        if any(f.cue < end and start < f.cue_end for f in here):
            continue
        yield from _with_other(parties, token, start, end, way, None, here, before)
    yield from _multiples(parties, here, before)


def _multiples(parties: Parties, here: Sequence[Found], before: Sequence[Found]) -> Iterator[Found]:
    content, sentence = parties.scene.content, parties.sentence
    said = parties.scene.reading.words[parties.number]
    if not factors.may_hold(said, content, sentence.start, sentence.end):
        return
    for pattern in (BARE_MULTIPLE, PART):
        for match in pattern.finditer(content, sentence.start, sentence.end):
            token = parties.parse.at(match.start())
            factor = factors.of_words(match.group())
            vague = _VAGUE.match(match.group())
            if token is None or not (factor or vague) or not frames.claimed(parties.parse, token):
                continue
            if any(f.cue < match.end() and match.start() < f.cue_end for f in here):
                continue
            before_it = content[max(sentence.start, match.start() - 24) : match.start()]
            if _SHARE.search(match.group()) and not _USED.search(before_it):
                continue  # "leases a third of the capacity"
            above = factor > 1 if factor else vague is not None and vague["more"] is not None
            way: Direction = "above" if above else "below"
            found = list(_with_other(parties, token, *match.span(), way, factor, here, before))
            if not found and re.search(r"\bthat\b", match.group(), re.I):
                found = _of_that(parties, token, *match.span(), way, factor)
            yield from found


_SHARE = re.compile(
    r"\bof\s(?:the|its|their)\s(?:[a-z]+\s)?(?:capacity|number|population|output|spending|budget|revenue|energy|power|"
    r"memory|amount|compute|bandwidth|throughput)\Z",
    re.I,
)
_USED = re.compile(
    r"\b(?:at|for|with|using|on|needs?|needed|uses?|used|requires?|required|takes?|took|in)\s(?:[a-z]+\s){0,3}\Z",
    re.I,
)
_VAGUE = re.compile(
    r"(?P<more>several|many|multiple|dozens)\b|an?\s(?:tiny\s|small\s)?(?:fraction|sliver)\b", re.I
)


def _of_that(
    parties: Parties, token: Any, start: int, end: int, way: Direction, factor: float | None
) -> list[Found]:
    """ "One lab in Texas has fifty times that": of what the sentence before counts, whosever it is."""
    verb = parties.parse.verb_above(token)
    subjects = parties.subjects(verb)
    head = parties.parse.subject(verb)
    if not subjects and head is not None and head.tag_.startswith("NN"):
        subjects = who.plain(parties, head)
    names = {r.name for r in subjects}
    others = [r for r in parties.topic_before() if r.name not in names]
    return [Found(subjects, others, way, start, end, token, factor)] if subjects else []


def _is_bare(parties: Parties, token: Any) -> bool:
    start, end = parties.parse.span(token)
    tail = re.split(r"[;:]|,\s(?:while|whereas|but|and)\b", parties.words(end, parties.sentence.end))[0]
    if _HELD.search(tail) or _BEFORE.search(parties.words(max(parties.sentence.start, start - 8), start)):
        return False
    verb = parties.parse.verb_above(token)
    rate = token.tag_ == "RBR" and token.text.lower() in ("faster", "slower", "quicker")
    holds = verb.text.lower() in ("keep", "keeps", "kept") and token.dep_ == "dobj"
    changes = verb.text.lower() in _CHANGING and not rate and not holds
    again = _AND_MORE.match(parties.words(end, end + 24))
    if changes or (again and again["next"].lower() in degrees.COMPARATIVES | {"more"}):
        return False
    if token.dep_ == "advmod" and token.head.tag_.startswith(("JJ", "RB")):
        return token.head.dep_ in ("acomp", "oprd") and token.text.lower() in ("more", "less")
    if token.dep_ == "conj" and token.head.tag_ == "JJR":
        return bool(token.head.dep_ in ("acomp", "oprd") and token.head.i < token.i)  # "slower but cheaper"
    if token.dep_ in ("acomp", "oprd", "attr", "dobj", "advmod"):
        return bool(token.head.tag_.startswith(("VB", "MD")))
    noun = token.head
    if noun.text.lower() in _TIMES or (token.i and token.nbor(-1).tag_ == "CD"):
        return False
    return token.dep_ == "amod" and (
        noun.dep_ in ("dobj", "attr")
        or (noun.dep_ == "conj" and noun.head.dep_ in ("dobj", "attr") and noun.head.i < noun.i)
        or (noun.dep_ == "pobj" and noun.head.text.lower() in ("at", "for", "with", "on", "using"))
    )


_AND_MORE = re.compile(r"\s(?:and|or)\s(?:\w+ly\s)?(?P<next>\w+)")


def _place(parties: Parties, token: Any) -> tuple[int, int]:
    start, end = parties.parse.span(token)
    if token.dep_ == "amod":
        end = max(end, parties.parse.span(token.head)[1])
    return start, end


def _with_other(
    parties: Parties,
    token: Any,
    start: int,
    end: int,
    way: Direction,
    factor: float | None,
    here: Sequence[Found],
    before: Sequence[Found],
) -> Iterator[Found]:
    verb = parties.parse.verb_above(token)
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    subjects = parties.subjects(verb) if own or verb.tag_ not in ("VBG", "VBN") or not here else []
    if own and not subjects and factor is None:
        return
    names = {r.name for r in subjects}
    for found in here:
        unlike = found.factor is not None and factor is None
        reason = re.search(
            r"\b(?:because|since)\b", parties.words(max(min(found.cue_end, start), start - 120), start)
        )
        if not subjects and (reason or unlike or not _linked(parties, verb, found)):
            continue
        same = {r.name for r in found.subjects}
        objects = [o for o in found.objects if o.name not in same]
        fitted = {r.name for r in kinds.fitted(parties, subjects, objects)}
        if objects and (same & (names | fitted) or not subjects or _goes_on(parties, verb, found)):
            yield Found(found.subjects, objects, way, start, end, token, factor)
            return
        if objects and names and names <= {o.name for o in found.objects} and len(found.subjects) == 1:
            yield Found(subjects, found.subjects, way, start, end, token, factor)
            return
    if not subjects:
        return
    joined = next((f for f in here if f.cue < start and own and _is_second(parties, verb, f)), None)
    if joined is not None and factor is None:
        others = [o for o in joined.objects if o.name not in names]
        if others:  # "A overtook B, and C sells more": than B
            yield Found(subjects, others, way, start, end, token)
            return
    last = next((f for f in reversed(here) if f.cue < start), None)
    alone = last is not None and len(last.subjects) == 1 and last.subjects[0].name not in names
    if last is not None and alone and factor is None:
        between = parties.words(last.cue_end, start)
        if re.search(r"\b(?:although|though|but|however|while|whereas)\b", between) and all(
            r.kind in ("model", "organisation", "side", "group") for r in subjects
        ):
            yield Found(subjects, last.subjects, way, start, end, token)
            return
    if (other := _contrasted(parties, subjects, verb)) is not None:
        yield Found(subjects, [other], way, start, end, token, factor)
        return
    for found in before:
        if {r.name for r in found.subjects} & names and found.objects:
            yield Found(subjects, found.objects, way, start, end, token, factor)
            return
        if names and names <= {o.name for o in found.objects} and len(found.subjects) == 1:
            yield Found(subjects, found.subjects, way, start, end, token, factor)
            return
    if (other := left_out.opposed(parties, subjects)) is not None:
        yield Found(subjects, [other], way, start, end, token, factor)
        return
    if factor is None:
        if _is_quality(token, verb) and (rival := left_out.beside(parties, subjects)):
            tail = parties.words(start, parties.sentence.end)
            if not _IN_TIME.search(tail):
                yield Found(subjects, [rival], way, start, end, token)
                return
        if (
            _is_predicate(token)
            and not (token.dep_ == "dobj" and subjects[0].text.lower() in ("we", "they", "it"))
            and all(r.kind in ("side", "group") for r in subjects)
            and (rival := left_out.same_kind(parties, subjects) or _understood(parties, subjects, token))
        ):
            yield Found(subjects, [rival], way, start, end, token)
        return
    if all(r.side and r.kind in ("side", "group") for r in subjects):
        other = other_side(parties, subjects, start, "above")
    else:
        other = _of_kind(parties, subjects, token)
    if other is not None:
        yield Found(subjects, [other], way, start, end, token, factor)


def _goes_on(parties: Parties, verb: Any, found: Found) -> bool:
    """ "A is said to rival B, and it costs less": "it" is A."""
    subject = parties.parse.subject(verb)
    if subject is None or subject.text.lower() not in ("it", "they") or len(found.subjects) != 1:
        return False
    at = parties.parse.span(subject)[0]
    between = parties.words(max(found.cue, at - 12), at)
    return found.cue < at and bool(re.search(r"\b(?:and|but|while|yet|though|although)\s\Z", between))


def _is_second(parties: Parties, verb: Any, found: Found) -> bool:
    """Whether a verb's clause is joined by "and" to that of a comparison without a multiple."""
    if found.token is None or found.factor is not None or verb.dep_ != "conj":
        return False
    return bool(verb.head.i == parties.parse.verb_above(found.token).i)


def _linked(parties: Parties, verb: Any, found: Found) -> bool:
    """Whether a verb without a subject goes with the comparison: one hangs on the other."""
    if found.token is None:
        return False
    other = parties.parse.verb_above(found.token)
    return _hangs_on(verb, other) or _hangs_on(other, verb)


def _hangs_on(verb: Any, other: Any) -> bool:
    for _ in range(3):
        if verb.i == other.i:
            return True
        if verb.head.i == verb.i:
            return False
        verb = verb.head
    return False


def _contrasted(parties: Parties, subjects: list[Referent], verb: Any) -> Referent | None:
    """The subject of the clause that this one is set against: "B has plenty, but A has more"."""
    at = parties.parse.span(verb)[0]
    kinds = {r.kind for r in subjects}
    names = {r.name for r in subjects} | {r.side for r in subjects}
    turn = None
    for match in re.finditer(
        r"(?:[,;]|(?=\sbut\s))\s(?:but|while|whereas|and yet|though|although)\s|;\s",
        parties.words(parties.sentence.start, at),
    ):
        turn = match
    if turn is None:
        return None
    for mention in parties.scene.reading.mentions_in(
        parties.sentence.start, parties.sentence.start + turn.start()
    ):
        if (
            mention.kind in kinds
            and mention.name not in names
            and mention.side not in names
            and not (mention.adjective and mention.kind == "side")
        ):
            return from_mention(parties.scene.content, mention)
    if kinds <= {"model", "organisation", "unknown"}:
        for earlier in parties.parse.within(
            max(parties.sentence.start, at - 400), parties.sentence.start + turn.start()
        ):
            if earlier.dep_ == "nsubj" and earlier.tag_.startswith("NNP"):
                found = parties.unlisted(parties.parse.span(earlier)[0])
                if found is not None and found.name not in names:
                    return from_mention(parties.scene.content, found)
    return None


def _understood(parties: Parties, subjects: list[Referent], token: Any) -> Referent | None:
    """ "Chinese data centres pay less for power": than those of the other country that the text is about.
    Nobody where more is only added, or where it is said of a time."""
    if len(subjects) != 1 or subjects[0].text.lower() in ("we", "us", "it", "they"):
        return None
    verb = parties.parse.verb_above(token)
    added = (
        token.text.lower() in ("more", "further", "better", "faster") and verb.text.lower() not in _STANDING
    )
    tail = parties.words(parties.parse.span(token)[0], parties.sentence.end)
    if added or _IN_TIME.search(tail) or any(c.tag_ == "MD" or c.text.lower() == "to" for c in verb.children):
        return None
    pair = apart.opposite(parties, subjects[0])
    return pair[1] if pair else None


_STANDING = lexicon.words(
    """is are was were has have had remain remains cost costs pay pays earn earns spend spends own owns
    publish publishes graduate graduates file files employ employs burn burns produce
    produces generate generates"""
)
"""Verbs of how things stand, behind which "more" is not what comes on top."""
_IN_TIME = re.compile(
    r"\b(?:today|now|these days|every (?:year|month|day)|each (?:year|month)|than|over time|again|since|"
    r"before|this (?:year|month|time)|next (?:year|month)|every time|by the (?:year|month|day))\b"
)


def _is_predicate(token: Any) -> bool:
    """ "A's is worse", "A takes more money", "A is growing faster"."""
    if token.dep_ == "amod":
        return bool(token.head.dep_ == "dobj")
    return bool(token.dep_ in ("acomp", "advmod", "dobj") and token.head.tag_.startswith("VB"))


_COSTING = lexicon.words(
    "cost costs charge charges do does perform performs run runs score scores work works"
)


def _is_quality(token: Any, verb: Any) -> bool:
    """ "A is better", "A costs less", "A gives better answers": how it is, not how it becomes."""
    if any(c.tag_ == "MD" or c.text.lower() in ("has", "have", "had", "to") for c in verb.children):
        return False
    if token.dep_ in ("acomp", "oprd"):
        return verb.text.lower() in _BEING
    if token.dep_ in ("dobj", "advmod") and token.head.i == verb.i:
        return verb.text.lower() in _COSTING
    return token.dep_ == "advmod" and token.head.dep_ == "acomp" and verb.text.lower() in _BEING


_BEING = lexicon.words("is are was were seems seem feels feel looks look 's 're ’s ’re")


def _of_kind(parties: Parties, subjects: list[Referent], token: Any) -> Referent | None:
    """The other model or house that the sentence names, else the one that the sentence before is about."""
    kinds = {r.kind for r in subjects}
    if kinds == {"unknown"} and all(r.name and r.name[:1].isupper() for r in subjects):
        topic = parties.topic_unlisted(1)
        return topic if topic is not None and topic.name not in {r.name for r in subjects} else None
    if not kinds <= {"model", "organisation"}:
        return None
    names = {r.name for r in subjects} | {r.maker for r in subjects}
    for mention in parties.scene.reading.mentions_in(parties.sentence.start, parties.sentence.end):
        if (
            mention.kind in kinds
            and mention.name not in names
            and mention.maker not in {r.name for r in subjects}
        ):
            return from_mention(parties.scene.content, mention)
    return next((r for r in parties.topic_before() if r.kind in kinds and r.name not in names), None)
