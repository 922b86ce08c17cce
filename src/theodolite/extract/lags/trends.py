"""Lags that only say how the gap moves: narrowing, widening, steady."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from theodolite.extract.lags import (
    cues,
    followers,
    motions,
    movements,
    nearing,
    parties,
    pronouns,
    trend_cues,
)
from theodolite.extract.lags.claims import Found, draft
from theodolite.extract.lags.sides import SideFinder, Sides
from theodolite.extract.referents import Referent
from theodolite.extract.scene import Draft, Scene
from theodolite.extract.words import lemmas

_TRAILS = re.compile(
    rf"{motions.LOSING.pattern}|{motions.CATCHING.pattern}|{motions.WILL_CATCH.pattern}|"
    rf"{motions.FALLING.pattern}".replace("(?P<verb>", "(?:"),
    re.I,
)
_CUTS = re.compile(
    r"\W?(?:narrow|clos|shrink|shrank|cut|trim|slash|whittl|erod|chip|eat|nibbl|gnaw|reduc|pare|dent|"
    r"compress|bridg)\w*"
    r"\W?\s",
    re.I,
)
"""What somebody does to another's lead, never to the own one."""
_IN_A_SENTENCE = 8  # movements of one sentence that are read: prose holds one or two
_REACH = 80  # characters around a trend in which a stretch of time belongs to it
_NOT_SO = re.compile(
    r"\b(?:has|have|had|is|are|was|were|did|does|do|will|would)(?:n['’]t|\snot)\s(?:(?:been|yet|really|"
    r"actually|in fact)\s)*"
    r"(?!chang|shift|mov|budg|just\b|only\b)[a-z]+\Z",
    re.I,
)
"""A gap that has not moved that way, the way the last word."""


def find(scene: Scene) -> Iterator[Draft]:
    """Every statement on a gap's trend alone, sentence by sentence."""
    for number, sentence in enumerate(scene.reading.sentences):
        span = (sentence.start, sentence.end)
        if not cues.may_tell(scene.reading.words[number], scene.content, *span):
            continue
        used: list[tuple[int, int]] = []
        named = trend_cues.find(scene.reading.words[number], scene.content, *span)
        moved = (
            m for m in movements.find(scene, number) if trend_cues.holds(scene.content, sentence.start, m[0])
        )
        for start, end, trend, leads in (
            *islice(named, _IN_A_SENTENCE),
            *islice(moved, _IN_A_SENTENCE),
        ):
            if any(start < b and a < end for a, b in used) or _with_stretch(scene, start, end):
                continue
            used.append((start, end))
            found = _found(scene, number, (start, end), trend, leads)
            if found:
                yield draft(scene, number, found)
                yield from _further(scene, number, found)
        if not used:
            for found in pronouns.find(scene, number):
                yield draft(scene, number, found)


def _further(scene: Scene, number: int, found: Found) -> Iterator[Draft]:
    """ "Falls behind A and B", "A and B are catching up with C": the same of each."""
    if not _TRAILS.match(scene.content, found.cue[0]):
        return
    finder = SideFinder(scene, number)
    known = {found.follower.name, found.leader.name if found.leader else None}
    for leader in followers.joined(finder, found.leader):
        if leader.start > found.cue[0] and leader.name not in known:
            yield draft(scene, number, replace(found, leader=leader))
    for follower in followers.joined(finder, found.follower):
        if follower.end <= found.cue[0] and follower.name not in known:
            yield draft(scene, number, replace(found, follower=follower))


def _with_stretch(scene: Scene, start: int, end: int) -> bool:
    """Whether the same words already carry a lag with a stretch of time ("narrowed the gap to six
    months")."""
    sentence = scene.reading.sentences[scene.reading.sentence_at(start)]
    return any(
        (
            start - 5 <= a
            and a - end < 45
            and a < sentence.end
            and not re.search(r"[;,](?!\sto\s)|\band\b|\bbut\b", scene.content[end:a])
        )
        or (a < start and start - b < 3)
        for a, b in scene.reading.taken_in(max(0, start - _REACH), end + _REACH)
    )


def _found(scene: Scene, number: int, cue: tuple[int, int], trend: str, leads: bool) -> Found | None:
    finder = SideFinder(scene, number)
    sides = _sides(scene, finder, cue, trend, leads)
    if sides is None:
        return None
    if (
        nearing.INTERVAL.match(scene.content, *cue)
        and not (sides.leader and sides.leader.text)
        and not finder.topic(2)
    ):
        return None  # no gap between two sides
    if motions.LOSING.match(scene.content, *cue):  # America loses ground to China
        if nearing.is_leader(scene, sides):
            sides, trend = Sides(sides.leader, sides.follower), "narrowing"
        elif sides.leader and sides.follower and sides.leader.start < cue[0] < sides.follower.start:
            trend = "narrowing"
    if motions.NEARER.search(scene.content[slice(*cue)]) and not nearing.is_race(scene, finder, sides):
        return None
    sides = Sides(parties.exact(finder, sides.follower), parties.exact(finder, sides.leader))
    follower = sides.follower or finder.default_other(sides.leader, False)
    leader = sides.leader or finder.default_other(sides.follower)
    if follower is None or not follower.name or (leader is not None and leader.name == follower.name):
        return None
    if follower.side is None and follower.kind == "unknown" and not follower.name[:1].isupper():
        return None
    if motions.CLOSING.match(scene.content, *cue) and not parties.is_somebody(finder, leader):
        return None  # "closing in on a deal"
    if motions.CLOSING.match(scene.content, *cue) and nearing.PRICES.search(follower.text):
        return None
    if leader is None and follower.kind in ("unknown", "model") and not sides.leader:
        return None  # "this method closes the gap in accuracy"
    denied = trend != "steady" and _NOT_SO.search(scene.content[cue[0] : cue[1]])
    polarity = "denied" if denied else None
    return Found(follower, leader, None, None, cue, "standing", trend=trend, polarity=polarity)


def _sides(scene: Scene, finder: SideFinder, cue: tuple[int, int], trend: str, leads: bool) -> Sides | None:
    """Who follows whom in a gap that moves."""
    sentence = finder.sentence
    words = scene.content[cue[0] : cue[1]]
    if left := motions.LEAVING.match(scene.content, *cue):
        leader = finder.subject_of(cue[0])
        whom = parties.within(finder, *left.span("whom"))
        return Sides(whom, leader) if leader and whom and parties.is_somebody(finder, leader) else None
    if re.search(r"\bgap|distance|disparity|difference", words, re.I) and (
        found := finder.pair(sentence.start, sentence.end)
    ):
        return found
    partner = (
        (finder.partner(cue[0], cue[1]) if trend_cues.GAP_NOUN.match(words) else None)
        or finder.partner(cue[1], min(sentence.end, cue[1] + 80))
        or (finder.partner(cue[0], cue[1]) if " to " in words else None)
        or finder.object_at(cue[1])
        or followers.the_rest(finder, cue[1])
    )
    if partner is not None and _TIMES.match(partner.text):
        partner = None  # "is getting smaller every year"
    trails = _TRAILS.match(words)
    subject = (
        finder.follower_of(cue[0]) or parties.before_verb(finder, cue[0])
        if trails
        else _agent(finder, cue[0])
    )
    if partner is not None and partner.name == "open models":
        return Sides(partner, finder.default_other(partner))  # "the distance to open models"
    owned = _OWNED.search(words)
    noun_at = cue[0] + owned.start() if owned else cue[0]
    owner = (
        finder.owner(cue[0], noun_at)
        or followers.gap_of(finder, cue[0] + owned.end(), sentence.end)
        or parties.having(finder, cue[0] + owned.end(), sentence.end)
        or finder.owner(_phrase_start(scene.content, max(sentence.start, cue[0] - 40), noun_at), noun_at)
        if owned
        else None
    )
    if motions.PULLING.match(words):
        return Sides(partner, subject) if subject else None
    if leads:
        if trend == "narrowing" and _CUTS.match(words):
            whose = finder.owner(cue[0], noun_at) or owner or partner
            agent = subject if subject and subject != whose else followers.in_front(finder, cue[0], whose)
            if agent and (whose is None or agent.name != whose.name):
                return Sides(agent, whose)  # "China's advances have narrowed the U.S. head start"
        if trend == "narrowing" and subject and owner and subject.name != owner.name:
            return Sides(subject, owner)
        leader = owner or subject
        if leader is not None and leader == partner:  # "the lead of Arm over Intel"
            partner = finder.partner(leader.end, min(sentence.end, cue[1] + 80))
        return (
            Sides(partner if partner != leader else None, leader) if leader else finder.default_pair(cue[0])
        )
    if re.search(r"\bgap|distance|disparity|deficit", words, re.I) and not subject and not partner:
        return Sides(owner, None) if owner and owner.side != "United States" else finder.default_pair(cue[0])
    follower = subject or owner
    if follower is None:
        if partner and partner.side and _WITH.search(words):
            return _ordered(finder, partner)
        return Sides(None, partner) if partner and partner.side else None
    if partner is not None and follower.side and partner.side == follower.side:
        partner = None
    if trend == "widening" and follower.side == "United States" and not motions.FALLING.match(words):
        return Sides(partner, follower)
    return Sides(follower, partner)


def _ordered(sides: SideFinder, one: Referent) -> Sides:
    """ "The spending gap with China is widening": the other of the document's two sides, in the order of the
    field."""
    main = [s for s in sides.scene.referents.main_sides if s != one.side]
    if not main or one.side is None:
        return Sides(None, one)
    other = Referent(main[0], "", main[0], one.start, one.start, "side")
    follower, _ = sides.scene.referents.order(one.side, main[0], one.start)
    return Sides(one, other) if follower == one.side else Sides(other, one)


_BREAK = re.compile(r"[,;:—]|\b(?:but|and|while|as|that|whose|though|although)\b", re.I)


def _phrase_start(content: str, start: int, end: int) -> int:
    """Where the phrase begins that ends at a place: behind the last comma or "but"."""
    return max((m.end() for m in _BREAK.finditer(content, start, end)), default=start)


_OWNED = re.compile(
    r"\b(?:gap|lead|lag|advantage|edge|cushion|moat|head[- ]?start|dominance|deficit|distance)\b", re.I
)
_TIMES = re.compile(r"(?:every|each|this|last|by|over|again|all|day|year|month|week)\b", re.I)
_WITH = re.compile(r"\b(?:gap|distance|disparity|deficit)\swith\b", re.I)


def _first_word(found: Referent) -> tuple[int, int]:
    """Where the words of a referent stand without article."""
    lead = re.match(r"(?i)(?:the|this|that|its|their|our)\s", found.text)
    return found.start + (lead.end() if lead else 0), found.end


def _agent(finder: SideFinder, at: int) -> Referent | None:
    found = finder.subject_of(at) or _pronoun(finder, at)
    if found is None or trend_cues.GAP_NOUN.match(finder.scene.content, *_first_word(found)):
        return None
    known = found.side or found.kind != "unknown" or found.name in ("open models", "closed models")
    return found if known or parties.is_named(finder, found) else None


def _pronoun(finder: SideFinder, at: int) -> Referent | None:
    """Whom "it" or "they" stands for that does something to a gap: "it has narrowed the gap"."""
    token = finder.parse.at(at)
    verb = finder.parse.verb_above(token) if token is not None else None
    if verb is None or lemmas.lemma(verb) in ("be", "take", "seem"):
        return None
    subject = finder.parse.subject(verb)
    if subject is None or subject.text.lower() not in ("it", "they") or subject.i >= verb.i:
        return None
    found = finder.of(subject)
    return found if parties.is_somebody(finder, found) else None
