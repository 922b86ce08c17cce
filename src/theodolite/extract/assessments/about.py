"""Whose a thing is that the words leave to the reader: "electricity is another problem" in a text on Korea,
"software is the pain" after a sentence on a chip, "we" of somebody whose side is nowhere said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from typing import Any
from weakref import WeakKeyDictionary

from theodolite.extract.comparisons import left_out
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.referents.antecedents import is_chip
from theodolite.extract.scene import Scene
from theodolite.extract.voices.quotations import holds
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.lexicon import words

OF_A_SIDE = words(
    """
    electricity power energy grid water land transformer compute chip gpu capital funding money investment
    finance cash venture talent engineer researcher scientist graduate student workforce manpower labour
    labor skill expertise people staff adoption uptake diffusion deployment regulation bureaucracy
    infrastructure manufacturing capacity equipment lithography packaging semiconductor data dataset
    innovation start-up startup patent research science university commercialisation commercialization
    wage salary bandwidth broadband demand supply permit planning procurement connectivity memory
    technology result application industry sector product paper breakthrough
    foundry machinery market investor entrepreneur productivity spending foundation
    """
)
"""Things that a country has more or less of."""
OF_A_THING = words(
    """
    software hardware driver documentation doc support licence license latency speed throughput stability
    reliability accuracy price pricing reasoning coding code answer output tooling toolchain stack
    performance quality yield inference training installation setup ecosystem community interface bug
    hallucination safety guardrail context memory bandwidth power efficiency compatibility firmware
    translation voice image writing prose maths math grammar handwriting build compiler kernel
    """
)
"""What is good or bad about a product."""
WORDS = OF_A_SIDE | OF_A_THING | frozenset(w + "s" for w in OF_A_SIDE | OF_A_THING)
_OF_A_CHIP = words(
    "software driver tooling toolchain kernel compiler inference training firmware documentation "
    "hardware memory"
)
_REACH = 5  # sentences looked back for whom a thing is spoken of
_ASIDE = re.compile(
    r"(?i)\b(?:according to|said|by|than|from|like|unlike|versus|against|outside|over|beyond|via|to|into)"
    r"\s(?:the\s)?\Z"
)
_MEASURE = re.compile(r"(?i)\b(?:than|of|to|like|against|over|versus|vs\.?)\s(?:an?\s|the\s)?\Z")
_RESTRICTS = re.compile(
    r"(?:['’]s)?(?:\s[\w-]+){0,4}?\s(?:restrict|ban|curb|limit|sanction|block|bar|export|tighten|control|prevent|"
    r"prohibit|forbid)"
)
_TITLE, _TIMES = 3, 1.5
_MERGED = {"European Union": "Europe"}
_MAIN: WeakKeyDictionary[Scene, str | None] = WeakKeyDictionary()


def holder(parties: Parties, noun: Any) -> tuple[Referent, ...]:
    """Whose the thing is that a bare noun names; nobody's where the words say it."""
    word = lemma(noun)
    if word not in OF_A_SIDE and word not in OF_A_THING:
        return ()
    if not noun.tag_.startswith("NN") or noun.tag_.startswith("NNP") or not _is_left_out(parties, noun):
        return ()
    start, end = parties.parse.phrase(noun)
    if word in OF_A_SIDE and (where := placed(parties, noun)):
        return where
    if word in _OF_A_CHIP and (chip := _chip(parties)):
        return (_as_said(parties, chip, start, end),)
    found = _here(parties, start) or left_out.topic(parties) if word in OF_A_THING else []
    if found and found[0].kind != "model" and (chip := _chip(parties)):
        found = [chip]
    if found and (found[0].kind == "model" or word not in OF_A_SIDE):
        return tuple(_as_said(parties, r, start, end) for r in found)
    if word in OF_A_SIDE and (own := side(parties, start)):
        return (_as_said(parties, own, start, end),)
    return ()


def _here(parties: Parties, at: int) -> list[Referent]:
    """What the sentence itself has named last: "they looked at A, and the licence was the problem"."""
    for mention in reversed(parties.scene.reading.mentions_in(parties.sentence.start, at)):
        if mention.kind in ("model", "organisation"):
            return [from_mention(parties.scene.content, mention)]
    return []


def _chip(parties: Parties) -> Referent | None:
    """The chip that the words before speak of last."""
    reading = parties.scene.reading
    first = reading.sentences[max(0, parties.number - _REACH)].start
    found: Referent | None = None
    for mention in reading.mentions_in(first, parties.sentence.start):
        before = parties.words(max(0, mention.start - 20), mention.start)
        if mention.kind == "model" and is_chip(mention.name) and not _MEASURE.search(before):
            same = found is not None and reading.sentence_at(found.start) == reading.sentence_at(
                mention.start
            )
            found = found if same else from_mention(parties.scene.content, mention)
    return found


def _is_left_out(parties: Parties, noun: Any) -> bool:
    """Whether nothing in a phrase says whose the thing is."""
    for child in noun.children:
        if child.dep_ == "poss" or child.text.lower() in ("a", "an", "any", "every", "each", "another"):
            return False
        if child.dep_ == "prep" and child.text.lower() in ("of", "at", "from", "in", "for"):
            span = parties.parse.phrase(child)
            if parties.scene.reading.mentions_in(*span) or parties.scene.reading.unknown_in(*span):
                return False
    return True


def _as_said(parties: Parties, found: Referent, start: int, end: int) -> Referent:
    return replace(found, text=parties.words(start, end), start=start, end=end)


def side(parties: Parties, at: int, but: Collection[str] = ()) -> Referent | None:
    """The country that the words before a place are about: the first one that the nearest sentence names,
    but for who is only named beside it; else the one that the whole text is about."""
    reading, content = parties.scene.reading, parties.scene.content
    for back in range(min(_REACH, parties.number) + 1):
        before = reading.sentences[parties.number - back]
        if not reading.parts.same(before.start, parties.sentence.start):
            break
        stop = at if back == 0 else before.end
        for mention in reading.mentions_in(before.start, stop):
            if (
                mention.kind in ("side", "group")
                and mention.side
                and mention.side not in but
                and not _ASIDE.search(content, max(before.start, mention.start - 20), mention.start)
                and not _RESTRICTS.match(content, mention.end)
            ):
                return replace(from_mention(content, mention), name=mention.side, kind="side")
    main = of_text(parties.scene)
    return Referent(main, "", main, at, at, "side") if main else None


def ours(parties: Parties, token: Any) -> tuple[Referent, ...]:
    """Who "we" are in the mouth of whose text it is, where that side is nowhere said: the country that the
    text is about."""
    voices, at = parties.scene.voices, parties.sentence.start
    if voices.own is None or parties.scene.reading.parts.is_discussion or holds(voices.quotations, at + 1):
        return ()
    for word in (token, *(c for c in token.children if c.dep_ == "poss")):
        if word.text.lower() in ("we", "us", "our", "ours") and word.text != "US":
            main = of_text(parties.scene)
            start, end = parties.parse.phrase(token)
            return (Referent(main, parties.words(start, end), main, start, end, "side"),) if main else ()
    return ()


def here(parties: Parties, token: Any) -> tuple[Referent, ...]:
    """ "Here", "ours": the country of who speaks, else the one that the text is about."""
    start, end = parties.parse.span(token)
    voices = parties.scene.voices
    own = voices.side_of_we(start) or voices.own_at(start)[1] or of_text(parties.scene)
    return (Referent(own, token.text, own, start, end, "side"),) if own else ()


def of_text(scene: Scene) -> str | None:
    """The country that a text is about, if it names one far oftener than any other."""
    if scene not in _MAIN:
        counts: Counter[str] = Counter()
        reading = scene.reading
        title = reading.origin.title or ""
        for mention in reading.mentions:
            if mention.side and mention.kind in ("side", "group"):
                name = _MERGED.get(mention.side, mention.side)
                counts[name] += 1 + (_TITLE if scene.content[mention.start : mention.end] in title else 0)
        ranked = counts.most_common(2)
        sure = ranked and ranked[0][1] >= _TITLE
        _MAIN[scene] = (
            ranked[0][0] if sure and (len(ranked) < 2 or ranked[0][1] >= _TIMES * ranked[1][1]) else None
        )
    return _MAIN[scene]


def placed(parties: Parties, token: Any) -> tuple[Referent, ...]:
    """ "In Japan, there is a shortage": the place of a clause, else whom the text is about there."""
    verb = parties.parse.verb_above(token)
    for child in (*token.children, *verb.children):
        if child.dep_ == "prep" and child.text.lower() in ("in", "at", "across", "within", "for"):
            for held in child.children:
                if held.dep_ == "pobj" and parties.covering(parties.parse.span(held)[0]):
                    found = tuple(r for r in parties.of(held) if r.name and r.kind != "person")
                    if found:
                        return found
    return ()
