"""Who says a quotation that no verb of saying goes with: "Ana Ruiz, the minister: "...", or a quotation that
stands alone behind a sentence on somebody."""

from __future__ import annotations

import re

from theodolite.extract.reading import Reading
from theodolite.extract.voices.attribution import Reported, lately
from theodolite.extract.voices.quotations import holds
from theodolite.extract.voices.speaker_names import SpeakerNames
from theodolite.extract.voices.turns import UP

_NAME = rf"(?:[{UP}][\w.'’-]*\s){{0,4}}(?:al-|el-)?[{UP}][\w'’-]+"
_COLON = re.compile(
    rf"\A(?:[^\"“”]{{0,60}}?\bfrom\s(?P<source>[^\"“”:,]{{3,60}})|(?P<name>{_NAME})(?:,\s[^\"“”:]{{3,110}}?)?,?"
    r"(?:\s(?:also|then|later))?(?:\s(?P<verb>[a-z]{3,10}))?(?:\s[^\"“”:,]{1,40})?):\s?(?=[\"“])"
)


_DASHED = re.compile(rf"[\"”]\s?[—–]{{1,2}}\s?(?P<name>{_NAME})(?=,|\.|\s?$|\s\(|\s(?:in|at|on|to)\s)")
"""A quotation with its giver behind a dash."""


def dashed(reading: Reading, names: SpeakerNames, number: int) -> list[Reported]:
    """The giver behind a dash: "..." — Ana Ruiz, in May."""
    s = reading.sentences[number]
    match = _DASHED.search(reading.content, s.start, s.end)
    if not match or any(
        m.kind in ("side", "group", "model") for m in reading.mentions_in(*match.span("name"))
    ):
        return []
    words = names.untitled(match["name"])
    named = names.fullest(words, match.start("name"))
    return [Reported(s.start, match.start() + 1, named, words, False, number)]


def find(
    reading: Reading,
    names: SpeakerNames,
    quotations: tuple[tuple[int, int], ...],
    number: int,
    before: list[Reported],
) -> list[Reported]:
    """Whoever a colon before a quotation names at the head of the sentence."""
    s = reading.sentences[number]
    match = _COLON.match(reading.content[s.start : s.end])
    if not match or not holds(quotations, s.start + match.end() + 1):
        return []
    if any(lately(before, number)):
        return []
    start = s.start + match.start("source" if match["source"] else "name")
    if match["source"]:
        found = names.someone(start, start + len(match["source"]), number, before)
        words = match["source"].strip()
        named = found or (words, words, False)
        return [Reported(s.start + match.end(), s.end, *named, number)]
    known = [
        m
        for m in reading.mentions_in(start, start + len(match["name"]))
        if m.kind in ("side", "group", "model")
    ]
    if known or (" " not in match["name"] and not names.is_known(match["name"])):
        return []
    words = names.untitled(match["name"])
    return [Reported(s.start + match.end(), s.end, names.fullest(words, start), words, False, number)]


def alone(
    reading: Reading, names: SpeakerNames, quotations: tuple[tuple[int, int], ...], number: int
) -> Reported | None:
    """The one person named in the sentence before a quotation that stands alone in its paragraph's run."""
    first = number
    for _ in range(8):
        if not first or not holds(quotations, reading.sentences[first].start):
            break
        first -= 1
    here, told = reading.sentences[number], reading.sentences[first]
    if first == number or told.paragraph != reading.sentences[first + 1].paragraph or told.kind == "heading":
        return None
    found = names.people.last_in(told.start, told.end) or names.named_in(told.start, told.end)
    if found:
        return Reported(here.start, here.end, found[0], found[1], False, number)
    posted = names.people.by_post(told.start, told.end)
    return Reported(here.start, here.end, posted, posted, False, number) if posted else None
