"""Comparisons by verbs: "A surpasses B", "B was overtaken by A", "A cannot match B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.comparisons import cues, factors, frames
from theodolite.extract.comparisons.claims import Direction, Found
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.comparisons.roles import RIVALS, around, objects_at, subjects_of
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import lexicon, predications

_RACE = re.compile(r"['’]s\s|\s(?:race|and\s[A-Z]\w+\srace)\b")
_NO_OBJECT = lexicon.words(
    "expectations forecasts estimates way world pack field charge race industry market expectation"
)


_NO_OBJECT = lexicon.words(
    "expectations forecasts estimates way world pack field charge race industry market expectation"
)


_BETWEEN = re.compile(
    r"\s(?:(?:has|have|had|is|are|was|were|already|now|still|also|just|recently|clearly|easily|once|again|"
    r"far|even|currently|"
    r"[a-z]+ly)\s){0,3}\Z"
)


def adjacent(parties: Parties) -> Iterator[Found]:
    """ "A surpasses B": names on both sides of the verb, whatever the parser makes of it."""
    content, sentence = parties.scene.content, parties.sentence
    for pattern, direction in ((cues.ABOVE_VERB, "above"), (cues.EQUAL_VERB, "equal")):
        for match in pattern.finditer(content, sentence.start, sentence.end):
            token = parties.parse.at(match.start())
            if token is None or not frames.claimed(parties.parse, token):
                continue
            before = [
                m
                for m in parties.scene.reading.mentions_in(
                    max(sentence.start, match.start() - 80), match.start()
                )
                if m.kind != "person" and not (m.kind == "side" and m.adjective)
            ]
            after = [
                m
                for m in parties.scene.reading.mentions_in(match.end(), min(sentence.end, match.end() + 60))
                if m.kind != "person"
            ]
            if not before or not after or (after[0].kind == "side" and after[0].adjective):
                continue
            left, right = before[-1], after[0]
            if _BETWEEN.match(content[left.end : match.start()]) and re.fullmatch(
                r"\s(?:the\s|all\s|even\s)?", content[match.end() : right.start]
            ):
                if _RACE.match(content[right.end : right.end + 12]):
                    continue
                factor = factors.by_factor(parties.words(match.end(), min(sentence.end, match.end() + 120)))
                way: Direction = "above" if direction == "above" else "equal"
                yield Found(
                    [from_mention(content, left)],
                    [from_mention(content, right)],
                    way,
                    *match.span(),
                    token,
                    factor,
                )


def find(parties: Parties) -> Iterator[Found]:
    content, sentence = parties.scene.content, parties.sentence
    for pattern, direction in ((cues.ABOVE_VERB, "above"), (cues.EQUAL_VERB, "equal")):
        for match in pattern.finditer(content, sentence.start, sentence.end):
            token = parties.parse.at(match.start())
            if token is None or not token.tag_.startswith("VB") or not frames.claimed(parties.parse, token):
                continue
            yield from _verb(parties, token, match.span(), "above" if direction == "above" else "equal")


def _verb(parties: Parties, token: Any, span: tuple[int, int], direction: Direction) -> Iterator[Found]:
    act = predications.of(parties.parse, token)
    upper, lower = act.agents, act.patients
    if any(t.text.lower() in _NO_OBJECT for t in lower):
        return
    uppers, lowers = _all(parties, upper), _others(parties, lower)
    if re.match(r"(?i)l[ea]|pass|top|beat", token.text):
        lowers = [r for r in lowers if r.kind != "unknown"]
    if not uppers and not act.passive:
        uppers = around(parties, token)
    if not uppers or not lowers:
        return
    denied = _none(parties, upper) or _none(parties, lower)
    factor = factors.by_factor(parties.words(span[1], min(parties.sentence.end, span[1] + 120)))
    if act.passive:
        turned: Direction = "below" if direction == "above" else "equal"
        yield Found(lowers, uppers, turned, *span, token, 1 / factor if factor else None, denied=denied)
    else:
        yield Found(uppers, lowers, direction, *span, token, factor, denied=denied)


def _all(parties: Parties, tokens: tuple[Any, ...]) -> list[Referent]:
    found = [r for t in tokens for r in parties.of(t)]
    return list({(r.name, r.start): r for r in found}.values())


def _others(parties: Parties, tokens: tuple[Any, ...]) -> list[Referent]:
    """The parties of an object; rivals without a name stand as they are called."""
    if found := _all(parties, tokens):
        return found
    for token in tokens:
        if token.text.lower() in RIVALS:
            start, end = parties.parse.phrase(token)
            words = parties.words(start, end)
            return [Referent(words, words, None, start, end)]
    return []


def _none(parties: Parties, tokens: tuple[Any, ...]) -> bool:
    """ "No Chinese model", "none of the labs": the statement is denied."""
    return any(
        t.text.lower() in ("none", "nobody", "neither", "no")
        or any(c.dep_ == "det" and c.text.lower() in ("no", "neither") for c in t.children)
        for t in tokens
    )


def cannot(parties: Parties) -> Iterator[Found]:
    """ "China cannot match ...": who cannot, stands below."""
    for match in cues.CANNOT.finditer(parties.scene.content, parties.sentence.start, parties.sentence.end):
        objects = objects_at(parties, match.end())
        token = parties.parse.at(match.end() - 2)
        if not objects or token is None:
            continue
        subjects = subjects_of(parties, token, objects, match.start())
        if subjects:
            yield Found(subjects, objects, "below", *match.span(), token, sure=True)
