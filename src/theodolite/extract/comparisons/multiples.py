"""Comparisons by a multiple: "nearly triple the number", "one-fifth that of", "twice as many as",
"doubled"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.comparisons import cues, factors, frames, left_out, parallel, who
from theodolite.extract.comparisons.claims import Direction, Found
from theodolite.extract.comparisons.elliptic import other_side
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import lexicon

_MARK = re.compile(
    r"\b(?:than|as(?=\s(?!many|much|well|high|low|large|fast|good|the result))|compared (?:to|with)|"
    r"relative to|that (?:of|in|for)|those (?:of|in)|of(?=\s(?:that|those))|versus|vs\.?|what|from|in "
    r"comparison (?:to|with))\s",
    re.I,
)
_MORE = re.compile(r"\b(?:more|less|fewer|worse|\w{2,}er)\Z")
_AGAINST = re.compile(r"\b(?:than|compared|relative|over|versus|vs)\b")
_FORMER = re.compile(r"(?:its|their|the|any)\s(?:\w+\s)?(?:predecessors?|previous|former|earlier|prior)\b")
_DOES = re.compile(r"\s(?:does|did|do|has|had|have|is|was|spends|makes)\b")
_DONE = re.compile(r"(?<=\bwhat\s)(?:is|are|was|were|has been|had been)\s[a-z]+ed\s(?:by|in|at)\s(?:the\s)?")
_PAST = re.compile(
    r"\b(?:(?:in|from|since)\s(?:19|20)\d\d|(?:in|since)\s(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December|spring|summer|autumn|winter)|"
    r"a (?:year|decade|month) (?:ago|earlier)|last year|the "
    r"(?:previous|prior) (?:year|"
    r"quarter)|the year before|(?:now|today|before|previously)(?=\s?[.,;)]|\Z)|"
    r"(?:one|two|three|five|ten) (?:decade|year|month)s? (?:ago|earlier|before)"
    r"|(?:its|their) "
    r"predecessors?|20\d\d|19\d\d)\b",
    re.I,
)


def find(parties: Parties) -> Iterator[Found]:
    """The multiples of one sentence that are held against something."""
    content, sentence = parties.scene.content, parties.sentence
    said = parties.scene.reading.words[parties.number]
    if not factors.may_hold(said, content, sentence.start, sentence.end):
        return
    for multiple in factors.find(content, sentence.start, sentence.end):
        token = parties.parse.at(multiple.start)
        if token is None or not frames.claimed(parties.parse, token):
            continue
        yield from _held(parties, multiple.factor, multiple.start, multiple.end, token)
    for match in factors.PART_OF_NAME.finditer(content, sentence.start, sentence.end):
        yield from _part_of_name(parties, match)
    for match in factors.GROWN.finditer(content, sentence.start, sentence.end):
        token = parties.parse.at(match.start())
        if token is not None and token.tag_.startswith("VB") and frames.claimed(parties.parse, token):
            yield from _grown(parties, match, token, factors.of_verb(match["verb"]))
    for match in factors.GROWN_BY.finditer(content, sentence.start, sentence.end):
        token, grown = parties.parse.at(match.start()), factors.of_growth(match)
        if (
            token is not None
            and token.tag_.startswith("VB")
            and grown
            and frames.claimed(parties.parse, token)
        ):
            yield from _grown(parties, match, token, grown)
    if content.find("fold", sentence.start, sentence.end) >= 0:
        yield from _folded(parties)
    for match in factors.INCREASE.finditer(content, sentence.start, sentence.end):
        token, factor = parties.parse.at(match.start()), factors.of_increase(match)
        if token is not None and factor and frames.claimed(parties.parse, token):
            yield from _increased(parties, match, token, factor)
    for match in factors.PREMIUM.finditer(content, sentence.start, sentence.end):
        token, factor = parties.parse.at(match.start()), factors.of_premium(match)
        objects = parties.after(match.end()) or _rivals(parties, match.end())
        subjects = _subjects(parties, token, objects) if token is not None and factor else []
        subjects = [r for r in subjects if r.kind != "side"]  # "our checks suggest": whoever looked
        if token is not None and factor and subjects and objects and frames.claimed(parties.parse, token):
            way: Direction = "above" if factor > 1 else "below"
            yield Found(subjects, objects, way, *match.span(), token, factor, metric="price")
    for match in factors.PERCENT_BETTER.finditer(content, sentence.start, sentence.end):
        token = parties.parse.at(match.start())
        tail = content[match.end() : min(sentence.end, match.end() + 60)]
        mark = re.search(r"\b(?:than|compared (?:to|with)|over|relative to)\s", tail)
        if token is None or mark is None or not frames.claimed(parties.parse, token):
            continue
        factor = factors.of_percent(match)
        if factor is None:
            continue
        objects = parties.after(match.end() + mark.end()) or _rivals(parties, match.end() + mark.end())
        subjects = _subjects(parties, token, objects)
        if subjects and objects:
            yield Found(
                subjects,
                objects,
                "above" if factor > 1 else "below",
                match.start(),
                match.end() + mark.end(),
                token,
                factor,
            )


_COUNTING = lexicon.words(
    """raised raise raises earned earn earns made make makes spent spend spends burned burns sells sold
    sell ships shipped employs employ pays paid charges charged costs cost valued worth is are was were
    has have had"""
)


def _part_of_name(parties: Parties, match: re.Match[str]) -> Iterator[Found]:
    """ "It has raised a tenth of Anthropic": of what the other house has raised."""
    objects = [r for r in parties.listed(match.end()) if r.kind in ("organisation", "model")][:1]
    token = parties.parse.at(match.start())
    factor = factors.of_part(match)
    if not objects or token is None or not factor or not frames.claimed(parties.parse, token):
        return
    verb = parties.parse.verb_above(token)
    kinds = {objects[0].kind}
    subjects = [r for r in parties.subjects(verb) if r.kind in kinds and r.name != objects[0].name]
    if subjects and verb.text.lower() in _COUNTING:
        way: Direction = "above" if factor > 1 else "below"
        yield Found(subjects, objects, way, *match.span(), token, factor)


def _folded(parties: Parties) -> Iterator[Found]:
    """ "Expanding the cluster twentyfold", "has gone up ninefold"."""
    for match in factors.FOLD.finditer(parties.scene.content, parties.sentence.start, parties.sentence.end):
        token, factor = parties.parse.at(match.start()), factors.of_fold(match)
        if token is not None and token.tag_.startswith("VB") and factor and _is_stated(parties, token):
            what = parties.words(*match.span("what")) if match["what"] else ""
            nouns = [t for t in parties.parse.within(*match.span("what")) if t.tag_.startswith("NN")]
            head = nouns[-1] if nouns and what.strip() else None
            if head is None or not re.search(r"\b[A-Za-z]{3,}", re.sub(r"^(?:up|by|down|out)\b", "", what)):
                yield from _grown(parties, match, token, factor)
                continue
            name = parties.one(head)
            start, end = match.span("what")
            plain = re.sub(r"\A(?:the|a|an|its|their|our)\s", "", what).strip()
            found = name or Referent(plain, what.strip(), None, start, end - 1)
            way: Direction = "above" if factor > 1 else "below"
            yield Found([found], [found], way, *match.span(), token, factor)


def _is_stated(parties: Parties, token: Any) -> bool:
    """Whether a change is claimed or promised: "committed to expanding X"."""
    promised = token.dep_ == "pcomp" and token.head.head.text.lower() in _PROMISED
    return promised or frames.claimed(parties.parse, token)


_PROMISED = frozenset(("committed", "pledged", "promised", "commits", "course"))


def _increased(parties: Parties, match: re.Match[str], token: Any, factor: float) -> Iterator[Found]:
    """ "A tenfold increase from GPT-3", "up sevenfold in a year"."""
    tail = parties.words(match.end(), min(parties.sentence.end, match.end() + 60))
    mark = re.match(r"\s(?:[\w ]{0,24}\s)?(?:from|over|on|compared (?:to|with)|relative to)\s", tail)
    at = match.end() + (mark.end() if mark else 0)
    objects = _against(parties, at) if mark else []
    subjects = _subjects(parties, token, objects) or [
        r for r in parties.first_name() if all(r.name != o.name for o in objects)
    ]
    if subjects:
        yield Found(
            subjects,
            objects or subjects[:1],
            "above" if factor > 1 else "below",
            match.start(),
            at,
            token,
            factor,
        )


def _against(parties: Parties, at: int) -> list[Referent]:
    """What a change is measured from: a party, or what went before without a name."""
    if _FORMER.match(parties.scene.content, at):
        return _rivals(parties, at)
    return parties.after(at) or _rivals(parties, at)


def _rivals(parties: Parties, at: int) -> list[Referent]:
    """What has no name but is compared with: "existing methods", "its predecessors"."""
    head = parties.parse.object_from(at)
    if head is None or not head.tag_.startswith("NN"):
        return []
    start, end = parties.parse.phrase(head)
    words = parties.words(start, end)
    if len(words) > 60 or start < at - 1:
        return []
    return [Referent(words, words, None, start, end)]


def _held(parties: Parties, factor: float, start: int, end: int, token: Any) -> Iterator[Found]:
    """The multiple with who is held against whom."""
    content, sentence = parties.scene.content, parties.sentence
    stop = re.search(r"[;:]|,\s(?:and|but|while|yet|with)\b", content[end : sentence.end])
    limit = end + stop.start() if stop else sentence.end
    owned = re.search(r"(?:of|in|for)\s\Z", content[start:end]) or (
        re.search(r"\s\Z", content[start:end]) and re.match(r"[A-Z]", content[end : end + 1])
    )
    objects: list[Referent] = []
    at = end
    if who.WISHED.match(content, end):
        return
    if _MORE.search(content, start, end) and not _AGAINST.search(content, start, limit):
        if content[end - 1] != "r" and "%" not in content[start:end]:
            yield from _than_others(parties, factor, start, end, token)
        return  # "2 percent lower" is held against nobody
    if owned:
        objects = parties.after(end)
    if done := _DONE.match(content, end):
        objects = parties.after(done.end())  # "a third of what is offered by B"
    for mark in _MARK.finditer(content, start, limit):
        if objects or mark.start() - end > 140:
            break
        objects = parties.after(mark.end()) or who.open_side(parties, mark.end())
        at = mark.end()
    if not objects:
        held = [
            m
            for m in parties.scene.reading.mentions_in(end, limit)
            if m.kind in ("model", "organisation", "group")
        ]
        if not held and at != end:
            held = [
                m
                for m in parties.scene.reading.mentions_in(at, limit)
                if m.kind == "side" and not m.adjective
            ]
        held = held or [
            m for m in parties.scene.reading.mentions_in(end, limit) if _DOES.match(content, m.end)
        ]
        objects = [from_mention(content, m) for m in held[:1]]
    subjects = _subjects(parties, token, objects, plain=True)
    subjects = subjects or _placed(parties, token, {o.name for o in objects})
    if not objects:
        # "The price in Virginia", "the figure for 2023", "a decade ago"
        placed = re.search(r"\b(?:in|of|for|at)\s(?:the\s)?(?=[A-Z])", content[end:limit])
        if placed:
            objects = [
                r for r in parties.after(end + placed.end()) if all(r.name != s.name for s in subjects)
            ]
    base = None
    if not objects:
        past = _PAST.search(content[end:limit])
        if past is None:
            objects = _rivals(parties, at) if at != end else []
        else:
            base = content[end + past.start() : end + past.end()].strip()
    if subjects and (objects or base):
        objects = [o for o in objects if all(o.name != s.name for s in subjects)] or objects
        last = max([end, *(o.end for o in objects if o.end <= sentence.end)])
        yield Found(
            subjects,
            objects,
            "above" if factor > 1 else "below",
            start,
            min(end, sentence.end),
            token,
            factor,
            base=base,
            end=last,
        )


def _than_others(parties: Parties, factor: float, start: int, end: int, token: Any) -> Iterator[Found]:
    """ "American startups raised nine times more": than the other side that the sentence names."""
    subjects = [r for r in _subjects(parties, token, []) if r.side]
    if subjects and subjects[0].kind in ("model", "organisation"):
        other = next(
            (r for r in parties.topic_before() if r.name != subjects[0].name and r.kind == subjects[0].kind),
            None,
        )
        if other is not None:
            yield Found(subjects[:1], [other], "above" if factor > 1 else "below", start, end, token, factor)
        return
    other = other_side(parties, subjects, start, "above") if subjects else None
    if other is not None:
        yield Found(subjects, [other], "above" if factor > 1 else "below", start, end, token, factor)


def _grown(parties: Parties, match: re.Match[str], token: Any, factor: float) -> Iterator[Found]:
    """ "Has doubled compared to its predecessor", "should triple this year"."""
    subject = parties.parse.subject(token)
    direct = [c for c in token.children if c.dep_ == "dobj"]
    if direct and any(c.text.lower() in ("its", "their") for d in direct for c in d.children):
        direct = [] if parties.subjects(token) else direct  # "A has doubled its intake"
    if direct and not any(c.dep_ == "auxpass" for c in token.children):
        subjects = [r for r in (parties.one(d) for d in direct) if r] or parties.subjects(token)
    else:
        subjects = _subjects(parties, token, [], plain=True) if subject is not None else []
    tail = parties.words(match.end(), min(parties.sentence.end, match.end() + 80))
    mark = cues.COMPARED.search(tail)
    objects = (
        (parties.after(match.end() + mark.end()) or _rivals(parties, match.end() + mark.end()))
        if mark
        else []
    )
    if subjects:
        end = max([match.end(), *(o.end for o in objects)])
        yield Found(
            subjects,
            objects or [subjects[0]],
            "above" if factor > 1 else "below",
            *match.span(),
            token,
            factor,
            end=end,
        )


def _subjects(parties: Parties, token: Any, objects: list[Referent], plain: bool = False) -> list[Referent]:
    names = {o.name for o in objects}
    if found := parallel.subjects(parties, token, objects):
        return found
    verb = parties.parse.verb_above(token)
    start = parties.parse.span(token)[0]
    pointing = parties.parse.subject(verb)
    if pointing is not None and pointing.text.lower() in ("this", "that") and pointing.tag_ == "DT":
        return [r for r in parties.pointed_to(pointing) if r.name not in names]
    subject = parties.parse.subject(verb)
    its_own = subject is not None and subject.head.i == verb.i and verb.dep_ != "relcl"
    if subject is not None and its_own and parties.parse.span(subject)[0] > start:
        # "more than 50 times what B asks for": B is whom it is held against
        above = _clause_above(parties, verb, start)
        found = parties.subjects(above) if above is not None else []
        return [r for r in found or parties.last_before(start, past_colon=True) if r.name not in names]
    found = [r for r in parties.subjects(verb) if r.name not in names]
    if found:
        return found
    if (
        subject is not None
        and parties.parse.ends[subject.right_edge.i] > start >= parties.parse.starts[subject.left_edge.i]
    ):
        return [r for r in parties.last_before(start, past_colon=True) if r.name not in names]
    if subject is not None:
        start, end = parties.parse.phrase(subject)
        owners = [
            m
            for m in parties.scene.reading.mentions_in(start, end)
            if m.kind != "person" and m.name not in names
        ]
        if not owners and (placed := _placed(parties, token, names)):
            return placed
        if not owners and plain and subject.tag_.startswith("NN") and end - start < 80:
            words = re.sub(r"\A(?:a|an|the|its|their)\s", "", parties.words(start, end))
            return [Referent(words, parties.words(start, end), None, start, end)]
    found = [r for r in parties.last_before(start, past_colon=True) if r.name not in names]
    return found or left_out.subject(parties, token, objects)


def _clause_above(parties: Parties, verb: Any, before: int) -> Any | None:
    """The nearest verb above another whose subject stands before a place."""
    for _ in range(6):
        if verb.head.i == verb.i:
            return None
        verb = parties.parse.verb_above(verb.head)
        subject = parties.parse.subject(verb)
        if subject is not None and parties.parse.span(subject)[0] < before:
            return verb
    return None


def _placed(parties: Parties, token: Any, names: set[str | None]) -> list[Referent]:
    """ "Adoption in North America is five times ...": the place that the statement is on."""
    at = parties.parse.span(token)[0]
    for mention in parties.scene.reading.mentions_in(parties.sentence.start, at):
        before = parties.words(max(0, mention.start - 8), mention.start)
        where = r"\b(?:in|from)\s(?:the\s)?\Z" if mention.kind == "side" else r"\bat\s\Z"
        if (
            mention.kind in ("side", "organisation")
            and not mention.adjective
            and mention.name not in names
            and re.search(where, before)
        ):
            if mention.kind == "organisation":
                return parties.listed(mention.start)  # "pay at A and B is a third of ..."
            return [from_mention(parties.scene.content, mention)]
    return []
