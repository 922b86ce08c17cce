"""Comparisons whose other side stands elsewhere: "China is behind in packaging", "the U.S. leads in
models"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.comparisons import cues, frames, left_out
from theodolite.extract.comparisons.claims import Direction, Found
from theodolite.extract.comparisons.lexicon import degrees
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.comparisons.roles import described
from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import lexicon

_ACT = re.compile(
    r"['’]?s?\s(?:[\w-]+\s){0,2}?(?:restrict|export|control|sanction|curb|ban|tariff|polic|government|"
    r"official|law|"
    r"regulat|think tank|survey|study|research|startup\s[A-Z])",
    re.I,
)
_OBJECT = re.compile(
    r"\s(?!in\b|on\b|for\b|overnight|as\b|when\b|and\b|but\b|because\b|at\b|today\b|now\b|by\b|again\b|"
    r"thanks\b|from\b|since\b)[a-z]"
)
_STRETCH = re.compile(r"(?:months?|years?|weeks?|decades?|days?)['’]?\s(?:or (?:so|more)\s|or less\s)?\Z")
_STRETCH_AHEAD = re.compile(
    r"(?:months?|years?|weeks?|decades?|quarters?)['’]?\s(?:\w+\s)?(?:ahead|lead|advantage)\b"
)
_OWNED_LEAD = re.compile(r"['’]s?\s(?:[a-z]+\s)?lead\s")
_NATIONAL = ("side", "group")
_CLOSE = re.compile(r"\s(?:close|just|right|not far|hot)\s")
_BY = re.compile(r"(?:(?<=\bby)|\sby)\s")
_FAR = re.compile(
    r"\s(?:far|well|further|(?:a|some|quite a|still a)\s(?:long|little|good)?\s?(?:way|distance)|still|lying|"
    r"coming|lagging|trailing|falling|left|a distant \w+)?\s?(?:far\s|well\s)?"
)
""" "With China far behind": where "with" opens a clause of its own."""


def find(parties: Parties) -> Iterator[Found]:
    """The comparisons of one sentence that leave their other side out, where the text says it close by."""
    content, sentence = parties.scene.content, parties.sentence
    for pattern, direction in ((cues.BEHIND, "below"), (cues.AHEAD, "above"), (cues.LEVEL, "equal")):
        for match in pattern.finditer(content, sentence.start, sentence.end):
            token = parties.parse.at(match.start("cue"))
            if token is None or not frames.claimed(parties.parse, token):
                continue
            if direction == "above" and _OWNED_LEAD.search(
                content, max(sentence.start, match.start() - 20), match.end()
            ):
                continue  # "A's lead in chips will tell": spoken of, not stated
            if _STRETCH.search(content, max(sentence.start, match.start() - 40), match.start()):
                continue
            if _STRETCH_AHEAD.search(match.group()):
                continue
            if parties.after(match.end()) or (
                direction == "below" and _OBJECT.match(content, match.end(), match.end() + 12)
            ):
                continue
            yield from _one(parties, match, direction, token)  # type: ignore[arg-type]
    yield from _bare(parties)


_GIVING = lexicon.words(
    "produce produces produced producing have has had boast boasts boasted publish publishes published "
    "file files filed spend spends "
    "spent attract attracts attracted own owns owned owning build builds built train trains trained "
    "release releases released hold holds "
    "held make makes made install installs installed invest invests invested use uses used receive "
    "receives received raise raises raised"
)


def _bare(parties: Parties) -> Iterator[Found]:
    """ "A produces more models": the other country stands elsewhere in this sentence or in the one before."""
    tail_than = re.compile(r"\b(?:than|compared)\b")
    for token in parties.parse.tokens:
        alone = token.dep_ == "dobj" and token.text.lower() in (
            "more",
            "fewer",
            "less",
        )  # "B and C have more"
        if token.tag_ not in ("JJR", "RBR") or (token.dep_ not in ("amod", "advmod") and not alone):
            continue
        noun = token if alone else token.head if token.head.tag_.startswith("NN") else token.head.head
        verb = parties.parse.verb_above(noun)
        start = parties.parse.span(token)[0]
        if (
            verb.text.lower() not in _GIVING
            or (noun.dep_ not in ("dobj", "conj"))
            or not frames.claimed(parties.parse, verb)
        ):
            continue
        if tail_than.search(parties.words(start, parties.sentence.end)):
            continue
        subjects = [r for r in parties.subjects(verb) if r.kind in _NATIONAL and r.side]
        other = other_side(parties, subjects, start, "above") if subjects else None
        if other is not None:
            end = parties.parse.phrase(noun)[1]
            way: Direction = "below" if token.text.lower() in degrees.LOWER else "above"
            yield Found(subjects, [other], way, start, end, token)


def _one(parties: Parties, match: re.Match[str], direction: Direction, token: Any) -> Iterator[Found]:
    content = parties.scene.content
    names = _named_before(parties, match.start())
    subjects = names or described(parties, token)
    if not subjects:
        return
    other = (
        _first_of_kind(parties, subjects)
        if names
        else other_side(parties, subjects, match.start(), direction)
    )
    if other is None and not names and len(subjects) == 1 and subjects[0].kind in ("model", "organisation"):
        found = left_out.topic(parties)
        other = next((r for r in found if r.kind == subjects[0].kind and r.name != subjects[0].name), None)
    if other is None and direction == "above" and len(subjects) == 1 and _BY.match(content, match.end("cue")):
        other = left_out.opposed(parties, subjects) or left_out.same_kind(parties, subjects)
    thing = any(r.kind == "model" for r in subjects)
    if other is not None and thing and other.kind == "side":
        return  # a chip is not behind a country
    if other is not None:
        sure = direction == "below" and bool(
            cues.NOT_FAR.search(content[max(0, match.start() - 24) : match.start()])
        )
        yield Found(
            subjects, [other], direction, *match.span(), token, sure=sure, shared=direction == "above"
        )


def _named_before(parties: Parties, at: int) -> list[Referent]:
    """ "With A and B close behind": the names right before."""
    mentions = parties.scene.reading.mentions_in(parties.sentence.start, at)
    if not mentions:
        return []
    between = parties.words(mentions[-1].end, at)
    found = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        if not re.fullmatch(r",?\s(?:and\s)?", parties.words(mention.end, found[0].start)):
            break
        found.insert(0, mention)
    if not _CLOSE.fullmatch(between):
        lead = parties.words(max(parties.sentence.start, found[0].start - 12), found[0].start)
        if not (_FAR.fullmatch(between) and re.search(r"\b[Ww]ith\s(?:the\s)?\Z", lead)):
            return []
    return [from_mention(parties.scene.content, m) for m in found]


def _first_of_kind(parties: Parties, subjects: list[Referent]) -> Referent | None:
    for mention in parties.scene.reading.mentions_in(parties.sentence.start, subjects[0].start):
        if mention.kind == subjects[0].kind:
            return from_mention(parties.scene.content, mention)
    return None


def other_side(parties: Parties, subjects: list[Referent], at: int, direction: Direction) -> Referent | None:
    """The other side that this sentence, or for countries the one before in the paragraph, speaks of."""
    reading, number = parties.scene.reading, parties.number
    sides = {r.side for r in subjects}
    names = {r.name for r in subjects}
    for name, counterpart in (("open models", "closed models"), ("closed models", "open models")):
        if names == {name}:  # each is held against the other, named or not
            return Referent(counterpart, counterpart, None, at, at, "group")
    models = all(r.kind in ("model", "organisation") for r in subjects)
    if None in sides and not models:
        return None
    spans = [(parties.sentence.start, parties.sentence.end)]
    near = number and (
        direction != "above" or reading.sentences[number - 1].paragraph == parties.sentence.paragraph
    )
    if near and not (models and direction == "above"):
        before = reading.sentences[number - 1]
        spans.append((before.start, before.end))
    for start, end in spans:
        for mention in reading.mentions_in(start, end):
            if mention.kind == "person" or mention.name in OBSERVERS or not mention.side:
                continue
            same = mention.side in sides and not (models and mention.kind == subjects[0].kind)
            if same or mention.name in names or (models and mention.maker in names):
                continue
            if _ACT.match(parties.words(mention.end, mention.end + 40)):
                continue
            if direction == "above" and not models and mention.kind not in _NATIONAL:
                continue
            if models and (direction == "above" or mention.kind == subjects[0].kind):
                return from_mention(parties.scene.content, mention)
            return Referent(mention.side, mention.side, mention.side, at, at, "side")
    return None
