"""Who is behind where the grammar moves it: the object of "keep" and "put", a subject after an aside."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import names
from theodolite.extract.words.names import Mention

if TYPE_CHECKING:
    from theodolite.extract.lags.sides import SideFinder

_PLACES = re.compile(
    r"(?:keep|put|leav|plac|set|push|rank|hold|throw|knock|see)(?:s|e|es|ed|ing|ting)?|"
    r"kept|left|held|threw|saw",
    re.I,
)
"""Verbs whose object, not subject, is behind: "the limits kept Chinese providers a year behind"."""

_ASIDE = re.compile(
    r",\s[^,;]{2,60}\b(?:says?|said|believes?|believed|argues?|argued|thinks?|warns?|warned|adds?|added|"
    r"notes?|"
    r"noted|writes?|wrote|reckons?|expects?|estimates?|claims?|claimed|told\s\w+)\s*,"
)


def elsewhere(sides: SideFinder, verb: Any, placed: int, at: int, before: int) -> Referent | None:
    """Who is behind where it is not the verb's own subject; None where it is."""
    return _after_aside(sides, placed, at, before) or _moved(sides, verb, before)


def _after_aside(sides: SideFinder, placed: int, at: int, before: int) -> Referent | None:
    """The name between the last comma and the verb, where the parse reaches over an aside that says who
    speaks ("when the rules bite, she says, Japanese firms could fall behind")."""
    content, start = sides.scene.content, sides.sentence.start
    verb_at = min(placed, at, before)
    opened = max(content.rfind(mark, start, verb_at) for mark in ",;—")
    if opened < 0 or not _ASIDE.search(content, start, opened + 1):
        return None
    found = [
        m
        for m in sides.scene.reading.mentions_in(opened + 1, verb_at)
        if m.kind != "person" and m.name not in OBSERVERS
    ]
    return from_mention(content, found[-1]) if found else None


def _moved(sides: SideFinder, verb: Any, before: int) -> Referent | None:
    """Who is kept, put, left or pushed behind: the object of such a verb, before the stretch of time."""
    if not _PLACES.fullmatch(verb.text):
        return None
    for child in verb.children:
        start, _ = sides.parse.span(child)
        if child.i > verb.i and start < before and child.tag_[:2] in ("NN", "PR"):
            found = sides.of(child)
            return found if found.name else None
    return None


_NOUN = re.compile(
    r"(?:['’]s?\s|\s)(?:[\w-]+\s){0,2}?(?:is|are|was|were|trails?|lags?|leads?|has|had|sits?|stands?|"
    r"remains?|performs?|runs?|matched|reached|caught|performed|needs?|needed|took|came|comes|fell|follows)\b"
)
"""What stands behind a name that does something: "Orrin is", "Orrin's new model trails"."""


def unlisted(sides: SideFinder, before: int) -> Referent | None:
    """The last name before a place that nobody listed, with a verb behind it; nobody who only speaks."""
    content = sides.scene.content
    for mention in reversed(sides.scene.reading.unknown_in(sides.sentence.start, before)):
        if mention.name.split()[-1] in sides.scene.speakers or mention.name in names.COMMON:
            continue
        if _NOUN.match(content, mention.end, min(before + 20, sides.sentence.end)):
            return from_mention(content, mention)
    return None


def unlisted_at(sides: SideFinder, at: int) -> Referent | None:
    """The name that nobody listed and that begins at a place."""
    found = sides.scene.reading.unknown_in(at, min(sides.sentence.end, at + 90))
    return from_mention(sides.scene.content, found[0]) if found and found[0].start == at else None


def ours(sides: SideFinder, before: int) -> Referent | None:
    """Whose "we" stands last before a place."""
    for token in reversed(sides.parse.within(sides.sentence.start, before)):
        if token.text.lower() == "we":
            found = sides.of(token)
            return found if found.name else None
    return None


def ourselves(sides: SideFinder, place: tuple[int, int]) -> Referent | None:
    """Whose "we" is where the speaker's side is not known: as before, else the one of the document's two
    sides that the sentence does not name."""
    scene = sides.scene
    words = scene.content[place[0] : place[1]]
    if side := scene.voices.at(*place).side:
        return Referent(side, words, side, *place, "side")
    for _, follower, _ in (*scene.pairs[:_FIRST], *sides.recent()):
        if follower.text.lower() in ("we", "us") and follower.name:
            return replace(follower, text=words, start=place[0], end=place[1])
    named = {m.side for m in scene.reading.mentions_in(sides.sentence.start, sides.sentence.end)}
    rest = [s for s in scene.referents.main_sides if s not in named]
    return Referent(rest[0], words, rest[0], *place, "side") if rest else None


_FAR_BACK = 8000  # characters over which the one gap of a text is still meant


def always(sides: SideFinder, near: int) -> list[tuple[int, Referent, Referent | None]]:
    """The last lag of a text where all so far are between the same two countries."""
    known = [p for p in sides.recent(near) if p[2] is not None]
    pairs = {(f.side, leader.side if leader else None) for _, f, leader in known}
    if len(pairs) != 1 or None in next(iter(pairs)) or near - known[0][0] > _FAR_BACK:
        return []
    return known[:1] if sides.scene.reading.parts.same(known[0][0], near) else []


_PEOPLE = re.compile(r"\b[Tt]he\s\Z")
_NO_NOUN = re.compile(
    r"\s?(?:[.,;:!?)]|\Z|(?:have|has|had|are|were|will|would|can|could|do|did|may|might|keep|kept|make|made|want|know|"
    r"say|said|think|now|also|still|who|and|but)\b)"
)


def people(sides: SideFinder, subject: Any) -> Referent | None:
    """ "They" after "the Chinese": the people of a country spoken of last."""
    if subject.text.lower() not in ("they", "them"):
        return None
    scene, at = sides.scene, sides.parse.span(subject)[0]
    first = scene.reading.sentences[max(0, sides.number - 2)].start
    for mention in reversed(scene.reading.mentions_in(first, at)):
        if mention.kind in ("group", "organisation", "model"):
            return None
        lead = _PEOPLE.search(scene.content, max(first, mention.start - 5), mention.start)
        named = scene.content[mention.start : mention.end].lower().startswith("the ")
        if mention.kind == "side" and (lead or named) and _NO_NOUN.match(scene.content, mention.end):
            return replace(from_mention(scene.content, mention), text=subject.text, start=at, end=at + 4)
    return None


def pointed(sides: SideFinder, subject: Any) -> Referent | None:
    """ "SMIC still uses old machines. That is five years behind B": whom the sentence before is about."""
    if subject is None or subject.text.lower() not in ("that", "this") or subject.i > 3 or not sides.number:
        return None
    before = sides.scene.reading.sentences[sides.number - 1]
    if not sides.scene.reading.parts.same(before.start, sides.sentence.start):
        return None
    if not _BEHIND_NAME.search(sides.scene.content, sides.sentence.start, sides.sentence.end):
        return None
    for mention in sides.scene.reading.mentions_in(before.start, before.end):
        adjective = mention.adjective and mention.kind == "side"
        if mention.kind != "person" and mention.name not in OBSERVERS and not adjective:
            return from_mention(sides.scene.content, mention)
    return None


_BEHIND_NAME = re.compile(r"\b(?:behind|off|after)\s(?:the\s|its\s)?[A-Z]")
_FIRST = 24  # lags at the head of a text that say whose "we" it is


def rivals(leader: Referent | None) -> Referent | None:
    """Who is behind where only a company that leads is named: "OpenAI enjoys a six-month lead"."""
    if leader is None or leader.kind not in ("organisation", "model") or not leader.name:
        return None
    return Referent("rivals", "", None, leader.start, leader.start, "group")


_JOINT = re.compile(r",?\sand\s(?:the\s)?|,\s")
_MOST_JOINED = 3  # names of a list that share a lag


def joined(sides: SideFinder, first: Referent | None) -> list[Referent]:
    """The names listed with a name, where "and" ends the list and no verb follows its last one alone."""
    if (
        first is None
        or not first.text
        or first.start < sides.sentence.start
        or first.end > sides.sentence.end
    ):
        return []
    content, start, end = sides.scene.content, sides.sentence.start, sides.sentence.end
    names = [
        m
        for m in sides.scene.reading.mentions_in(max(start, first.start - 90), min(end, first.end + 90))
        if m.kind == first.kind and not (m.adjective and m.kind == "side")
    ]
    here = next((i for i, m in enumerate(names) if m.end == first.end), None)
    if here is None:
        return []
    low = high = here
    while low and (joint := _JOINT.fullmatch(content, names[low - 1].end, names[low].start)):
        if "and" in joint.group() and low < here:
            break
        low -= 1
    while high + 1 < len(names) and "and" not in content[names[high - 1].end : names[high].start] * (
        high > low
    ):
        if not _JOINT.fullmatch(content, names[high].end, names[high + 1].start):
            break
        high += 1
    token = sides.parse.at(names[high].end)
    if (token is not None and token.tag_ in ("VBZ", "POS", "CD")) or not 1 <= high - low <= _MOST_JOINED:
        return []
    if "and" not in content[names[high - 1].end : names[high].start]:
        return []
    return [from_mention(content, m) for i, m in enumerate(names[low : high + 1], low) if i != here]


def sharing(sides: SideFinder, first: Mention, end: int, other: int | None) -> Referent | None:
    """ "Chinese and American models": the first group, where both share one noun."""
    if other is None or not (first.adjective and first.kind == "side" and first.end == end):
        return None
    for second in sides.scene.reading.mentions_in(other, min(sides.sentence.end, other + 60))[:1]:
        if second.kind == "group" and second.start == other:
            noun = sides.scene.content[second.start : second.end].rsplit(" ", 1)[-1]
            words = f"{sides.scene.content[first.start : first.end]} {noun}"
            for group in names.find(words)[:1]:
                if group.kind == "group":
                    return Referent(
                        group.name, words[: first.end - first.start], group.side, first.start, end, "group"
                    )
    return None


_OF = re.compile(r"\s(?:of|for)\s(?:the\s)?(?=[\w“\"])")


def gap_of(sides: SideFinder, noun_end: int, before: int) -> Referent | None:
    """Whose a gap or a lead is by what follows it: "the lag of Korean models", "the lead of the Dutch"."""
    match = _OF.match(sides.scene.content, noun_end, before)
    found = sides.object_at(match.end()) if match else None
    if found is None or found.end > before:
        return None
    if not (found.side or found.kind == "group" or found.text[:1].isupper()):
        return None
    return found


_FOR = re.compile(r"(?:\s(?!for\b)[\w-]+){0,3}\sfor\s(?:the\s)?(?=[A-Z])")


def gap_for(sides: SideFinder, end: int, stop: int) -> Referent | None:
    """Whose a gap is by what follows its length: "a delay of seven months on average for Korean models"."""
    match = _FOR.match(sides.scene.content, end, stop)
    found = sides.object_at(match.end()) if match else None
    return found if found and found.side and found.kind != "person" else None


def in_front(sides: SideFinder, before: int, other: Referent | None) -> Referent | None:
    """The first name in front of a verb that is of another side than `other`."""
    content = sides.scene.content
    for m in sides.scene.reading.mentions_in(max(sides.sentence.start, before - 70), before):
        if (
            m.side
            and (other is None or m.side != other.side)
            and m.kind != "person"
            and m.name not in OBSERVERS
        ):
            return from_mention(content, m)
    return None


def the_rest(sides: SideFinder, at: int) -> Referent | None:
    """ "over everyone else", "ahead of its rivals": the others, as named."""
    match = re.compile(
        r"[^;?!]{0,40}?\b(?:over|ahead of|on|to)\s(?P<who>(?:its|their|all|"
        r"the)?\s?(?:\w+\s)?(?:rivals|competitors|peers|everyone else|the rest|others|challengers|"
        r"the field|the pack))\b",
        re.I,
    ).match(sides.scene.content, at, sides.sentence.end)
    if not match:
        return None
    words = match["who"].strip()
    shown = re.sub(r"(?i)\A(?:its|their|all)\s", "", words)
    return Referent(shown, words, None, match.start("who"), match.end("who"))


_STRANGER = re.compile(
    r"\b[A-Z][a-z]{2,15}[ -]\d{1,2}(?:\.\d)?\b(?!\s(?:percent|months|years|million|"
    r"billion))"
)


def stranger_before(sides: SideFinder, at: int) -> Referent | None:
    """The last name with a number that nobody listed ("Kestrel 2"), in this sentence or the one before:
    what "it" took so long."""
    first = sides.scene.reading.sentences[max(0, sides.number - 1)].start
    found = list(_STRANGER.finditer(sides.scene.content, first, at))
    if not found:
        return None
    last = found[-1]
    return Referent(last.group(), last.group(), None, last.start(), last.end(), "model")


_STRANGER_GOAL = re.compile(
    r"\b(?i:match|equal|rival|reach|reproduc|replicat|surpass|"
    r"overtak)\w*\s(?P<name>[A-Z][\w.]*[ -]?\d[\w.]*\w|[A-Z][\w.]*[ -]\d)"
)


def stranger_goal(sides: SideFinder, cue: tuple[int, int], follower: Referent) -> Referent | None:
    """What was matched, where it has a name with a number that nobody listed ("equal Meridian-4")."""
    words = sides.scene.content[cue[0] : min(sides.sentence.end, cue[1] + 40)]
    match = _STRANGER_GOAL.search(words)
    if match is None or match["name"] == follower.name:
        return None
    start = cue[0] + match.start("name")
    return Referent(match["name"], match["name"], None, start, start + len(match["name"]), "model")
