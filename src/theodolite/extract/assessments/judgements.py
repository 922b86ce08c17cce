"""Every assessment of a document: which words judge which side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from theodolite.catalog import vocabulary
from theodolite.extract import dimensions, introduced
from theodolite.extract.assessments import about, cues, framed, holders, praise, refused, topics, waning
from theodolite.extract.assessments.cue import Cue
from theodolite.extract.assessments.judgement import Judgement, is_denied, settled
from theodolite.extract.assessments.lexicon.verbs import LOSE, OVERCOME
from theodolite.extract.comparisons import frames
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.reading import Reading
from theodolite.extract.referents import Referent
from theodolite.extract.scene import Draft, Scene
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.lexicon import words
from theodolite.model.claim import Dimension

Taken = list[tuple[int, int, int]]
"""Start, end and cue of what other kinds of claims have said in a sentence."""


def find(scene: Scene) -> Iterator[Draft]:
    """Judgements on sides, sentence by sentence; what is a comparison or a lag already is left to it."""
    found = _cued(scene)
    scene.reading.prepare([n for n, _ in found])
    taken = _taken(scene)
    for number, matches in found:
        parse = scene.reading.parse(number)
        if parse is None:
            continue
        parties = Parties(scene, number, parse)
        found_here = list(_by_cues(parties, matches, taken.get(number, [])))
        told = [*found_here, *_by_frames(parties, [*found_here], taken.get(number, []))]
        for draft in told:
            if _is_sure(scene, draft) and (kept := refused.kept(scene, draft)):
                yield introduced.retold(scene, kept)


def _is_sure(scene: Scene, draft: Draft) -> bool:
    """Whether a side, a listed name, or words that show a dimension stand for a judgement: of things that
    nobody listed and that are praised for nothing in particular, most are none."""
    subject = draft.slots["subject"]
    if draft.slots["subject_side"] or subject in vocabulary.load().entries:
        return True
    return dimensions.judged(scene.content[draft.start : draft.end]) is not None


def _by_cues(parties: Parties, matches: list[tuple[Cue, re.Match[str]]], taken: Taken) -> Iterator[Draft]:
    used: list[tuple[int, int]] = []
    for cue, match in matches:
        if any(match.start() < b and a < match.end() for a, b in used) or _is_said(
            taken, *match.span(), cue.alone or not _GAP.isdisjoint(match.group().lower().split())
        ):
            continue
        drafts = list(_judged(parties, cue, match))
        if drafts:
            used.append(match.span())
        yield from drafts


def _by_frames(parties: Parties, before: list[Draft], taken: Taken) -> Iterator[Draft]:
    """The judgements by frames that neither a cue nor another kind of claim has said already."""
    if not parties.parse.is_parsed or _WITHOUT.match(
        parties.words(parties.sentence.start, parties.sentence.end)
    ):
        return
    for judged in framed.find(parties):
        if _is_said(taken, judged.start, judged.end, judged.token.text.lower() in _GAP):
            continue
        if _is_past_chance(judged.token):
            continue
        for who in settled(parties, judged.who):
            if judged.dimension is None and topics.is_open(parties, who):
                continue
            drafts = list(_framed(parties, judged, who))
            known = [
                d
                for d in before
                if d.slots["subject"] == who.name
                and (d.cue < drafts[0].end and drafts[0].cue < d.end)
                and not _contrasts(d, judged)
            ]
            if not known:
                before.extend(drafts)
                yield from drafts


def _contrasts(known: Draft, judged: Judgement) -> bool:
    """ "Very good at growing talent and very bad at keeping it": the second of two adjectives says another
    thing."""
    apart = judged.name == "adjective" and judged.token.dep_ == "conj" and known.cue < judged.start
    beside = judged.name == "held" and bool(judged.topics) and known.cue < judged.topics[0][0]
    return (apart or beside) and known.slots["direction"] != judged.direction


def _framed(parties: Parties, judged: Judgement, who: Referent) -> Iterator[Draft]:
    start, end = judged.start, judged.end
    if parties.sentence.start <= who.start and who.end <= parties.sentence.end:
        start, end = min(start, who.start), max(end, who.end)
    end = topics.end(parties, end)
    slots = {
        "subject": who.name,
        "subject_text": who.text,
        "subject_side": who.side,
        "direction": judged.direction,
    }
    own = framed.on(parties, judged, who)
    if judged.dimension != "policy":
        own = topics.withheld(parties, who.side, own)
    for dimension in _of_open(who, own):
        yield Draft(
            "assessment",
            start,
            end,
            judged.start,
            parties.number,
            dict(slots),
            {
                "dimension": dimension,
                "polarity": "denied" if judged.denied else "asserted",
                **({"speaker": judged.speaker} if judged.speaker else {}),
            },
            f"assessments.framed.{judged.name}",
        )


def _of_open(who: Referent, found: list[Dimension]) -> list[Dimension]:
    """What is said of open models in general is said of openness."""
    is_open = who.kind == "group" and "open" in (who.name or "") and found == ["capability"]
    return ["openness"] if is_open else found


_FOUND: WeakKeyDictionary[Scene, list[tuple[int, list[tuple[Cue, re.Match[str]]]]]] = WeakKeyDictionary()


def wanted(scene: Scene) -> list[int]:
    """The numbers of the sentences whose syntax `find` will ask for."""
    return [number for number, _ in _cued(scene)]


def _cued(scene: Scene) -> list[tuple[int, list[tuple[Cue, re.Match[str]]]]]:
    """The sentences with words that may judge and somebody to judge, looked up once."""
    if scene not in _FOUND:
        _FOUND[scene] = list(_look(scene))
    return _FOUND[scene]


def _look(scene: Scene) -> Iterator[tuple[int, list[tuple[Cue, re.Match[str]]]]]:
    reading, content = scene.reading, scene.content
    for number, sentence in enumerate(reading.sentences):
        said = reading.words[number]
        if not (
            reading.mentions_in(sentence.start, sentence.end)
            or not said.isdisjoint(_POINTING)
            or reading.unknown_in(sentence.start, sentence.end)
        ):
            continue
        matches = cues.find(content, sentence.start, sentence.end, said)
        if (matches or framed.may_judge(said)) and _may_be_sure(reading, number):
            yield number, matches


@lru_cache(maxsize=2)
def _names_somebody(reading: Reading) -> bool:
    """Whether a name that was found by its capitals is listed after all."""
    entries = vocabulary.load().entries
    return any(m.name in entries for m in reading.unknown)


def _may_be_sure(reading: Reading, number: int) -> bool:
    """Whether a judgement of a sentence could be told: in a text that names nobody who is listed, only one
    whose words show a dimension, or of "we" (see `_is_sure`)."""
    if reading.mentions or not reading.words[number].isdisjoint(_OURS):
        return True
    if _names_somebody(reading):
        return True
    sentence = reading.sentences[number]
    return dimensions.judged(reading.content[sentence.start : sentence.end]) is not None


_OURS = words("we us our ours ourselves")


_POINTING = about.WORDS | words(
    "we us our ours it its they them their this these those",
    "country company firm lab nation government industry",
)
_WITHOUT = re.compile(r"Without\s[^.]{3,80},\s[^.]{0,60}?(?:\bwill\b|['’]ll\b|\bwould\b)")


def _taken(scene: Scene) -> dict[int, Taken]:
    """The places, by sentence, that lags and comparisons stand on."""
    found: dict[int, Taken] = {}
    for draft in scene.found:
        if draft.kind in ("lag", "comparison") and "shared" not in draft.override:
            found.setdefault(draft.sentence, []).append((draft.start, draft.end, draft.cue))
    return found


_GAP = words(
    """
    behind lag lags lagged lagging trail trails trailed trailing match matched ahead outperform lead
    leads leading
    """
)


def _is_said(taken: Taken, start: int, end: int, alone: bool) -> bool:
    """Whether a lag or a comparison has said it: its cue stands here, or its words where these may be its."""
    return any(start < b and a < end if alone else start <= cue < end for a, b, cue in taken)


def _judged(parties: Parties, cue: Cue, match: re.Match[str]) -> Iterator[Draft]:
    anchor = holders.anchor(parties, match)
    if anchor is None or not frames.claimed(parties.parse, anchor, cue.advice) or _is_past_chance(anchor):
        return
    if _WITHOUT.match(parties.words(parties.sentence.start, parties.sentence.end)):
        return
    if cue.alone and _has_rival(parties, cue, match):
        return
    if cue.name == "behind" and (
        _BY_FIGURE.match(parties.words(match.end(), match.end() + 16)) or _STRETCH.search(match.group())
    ):
        return  # a figure says how far
    if match.group().lower().endswith("rich in") and not _is_of_the_field(parties, match):
        return  # "rich in history"
    if cue.name == "far from there" and parties.parse.subject(anchor) is None:
        return  # nobody near by who is not its subject
    if cue.name == "is weak" and _BEHIND.match(parties.words(match.end(), match.end() + 50)):
        return  # "stuck about five years behind"
    if cue.name == "superlative" and _RELATED.match(parties.words(match.end(), match.end() + 60)):
        return  # "is its largest shareholder" is a tie
    if cue.name in ("is weak", "is strong") and not _matters(parties, anchor):
        return  # "our summers are poor"
    if cue.name == "lacks" and _IDLE.match(parties.words(match.end(), match.end() + 60)):
        return  # "did not have to", "has no quarrel with"
    if waning.is_told(anchor):
        return  # "its lead is slipping"
    if cue.direction == "strength" and any(_plain(t) in LOSE for t in (anchor, anchor.head)):
        return  # "has squandered its lead"
    if cue.name in ("superlative", "is weak") and _OTHER_VERB.search(match.group()):
        return  # "was unable to buy the best": somebody else's praise
    if cue.direction == "weakness" and anchor.dep_ == "dobj" and lemma(anchor.head) in OVERCOME:
        return  # who overcomes a weakness is not blamed for it
    if (
        cue.name in ("superlative", "has the most")
        and _DEAR.search(match.group())
        and _is_cost(parties, anchor)
    ):
        cue = replace(cue, direction="weakness")
    for who in settled(parties, holders.of(parties, cue, match, anchor)):
        if cue.dimension is None and topics.is_open(parties, who):
            continue
        yield from _drafts(parties, cue, match, anchor, who)


def _is_past_chance(token: Any) -> bool:
    """ "Would have been remarkable in 2023": what was not."""
    verb = token
    for _ in range(3):
        if verb.tag_.startswith("VB"):
            said = {c.text.lower() for c in verb.children if c.dep_ in ("aux", "auxpass")}
            return bool(said & {"would", "could", "might"}) and "have" in said and verb.tag_ == "VBN"
        verb = verb.head
    return False


def _is_of_the_field(parties: Parties, match: re.Match[str]) -> bool:
    """Whether what stands behind a cue is a thing of the field."""
    at = match.end()
    return dimensions.judged(parties.words(at, min(topics.end(parties, at), at + 60))) is not None


def _matters(parties: Parties, anchor: Any) -> bool:
    subject = parties.parse.subject(parties.parse.verb_above(anchor))
    return subject is None or praise.matters(parties, subject)


def _plain(token: Any) -> str:
    """The plain form, also of a verb that no table knows ("ceded")."""
    found = lemma(token)
    return found + "e" if found + "e" in LOSE else found


_ENDED = re.compile(r"\b(?:stopped|stops|ceased|no longer)\b", re.I)
_IDLE = re.compile(
    r"\s?(?:to\b|[.,;:!?]|\Z|(?:any\s|an?\s|the\s|this\s|that\s|these\s|those\s|such\s|such an?\s)?"
    r"(?:[a-z-]+\s)?"
    r"(?:quarrel|intention|interest|plan|objection|reason|idea|comment|date|doubt|desire|wish|appetite|problem|"
    r"trouble|difficult|qualm|issue|constraint|choice|shortage|limit|illusion|need)(?:s|ies|y)?\b)"
)
_OTHER_VERB = re.compile(r"\b(?:to|who|which|that|what)\s[a-z]+\s")
_BY_FIGURE = re.compile(r"\s(?:with|by|at)\s(?:only\s)?[\d$]")
_DEAR = re.compile(r"\b(?:highest|largest|biggest|greatest|steepest)\b", re.I)
_COSTS = words(
    "price prices cost costs bill bills tariff tariffs fees debt debts losses emissions rates rents"
)


def _is_cost(parties: Parties, anchor: Any) -> bool:
    """Whether it is a cost that is among the highest."""
    subject = parties.parse.subject(parties.parse.verb_above(anchor))
    return subject is not None and subject.text.lower() in _COSTS


_BEHIND = re.compile(r"[^.,;]{0,30}\bbehind\b")
_STRETCH = re.compile(r"\b(?:years?|months?|generations?|decades?|weeks?|points?|steps?)\b")
_RELATED = re.compile(
    r"\s(?:(?:and|single|outside|private|foreign|external|individual)\s){0,2}(?:shareholders?|investors?|customers?|"
    r"clients?|backers?|lenders?|creditors?|stakeholders?|donors?|buyers?|tenants?|costs?|expenses?|risks?|questions?|"
    r"rivals?|holders?|owners?|importers?|users? of|consumers? of)\b"
)
_BARE = re.compile(r"(?:lack|struggl|suffer|lag|trail|falter|stumbl|fall)", re.I)
_OBJECT = re.compile(r"\s(?:(?:of|over|than|compared to|compared with)\s|(?=(?:the\s)?[A-Z]))")


def _has_rival(parties: Parties, cue: Cue, match: re.Match[str]) -> bool:
    """Whether another party stands right behind, as an object: then it is a comparison."""
    behind = _OBJECT.match(parties.scene.content, match.end(), parties.sentence.end)
    if behind and cue.way == "owner" and behind.group().strip() == "of":
        return False  # "the dominance of A" is A's
    if behind is None:
        return False
    if not behind.group().strip() and parties.covering(behind.end()) is None:
        return False  # a heading's capitals
    return bool(parties.after(behind.end()))


def _drafts(parties: Parties, cue: Cue, match: re.Match[str], anchor: Any, who: Referent) -> Iterator[Draft]:
    start, end = match.span()
    if parties.sentence.start <= who.start and who.end <= parties.sentence.end:
        start, end = min(start, who.start), max(end, who.end)
    end = topics.end(parties, end)
    direction, stance = cue.direction, {}
    if direction == "strength" and is_denied(anchor):
        direction, stance = "weakness", {"polarity": "asserted"}  # "no longer leads"
    elif cue.name == "is weak" and _ENDED.search(match.group()):
        direction, stance = "strength", {"polarity": "asserted"}  # "has stopped bleeding"
    elif cue.name == "lack" and anchor.tag_.startswith("NN") and is_denied(anchor):
        direction, stance = "strength", {"polarity": "asserted"}  # "there is no shortage"
    elif cue.name in ("lacks", "behind") and _BARE.match(match.group()) and is_denied(anchor):
        direction, stance = "strength", {"polarity": "asserted"}  # "does not lack for beginnings"
    slots = {
        "subject": who.name,
        "subject_text": who.text,
        "subject_side": who.side,
        "direction": direction,
    }
    found = topics.dimensions_of(parties, cue, match, anchor, start, end, who)
    for dimension in topics.withheld(parties, who.side, found):
        yield Draft(
            "assessment",
            start,
            end,
            match.start(),
            parties.number,
            dict(slots),
            {"dimension": dimension, **stance},
            f"assessments.cues.{cue.name.replace(' ', '_')}",
        )
