"""Who says a headline, in ways that no sentence has: "Ortiz: ...", "..., says Ortiz", "...: Kiln Bank"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from theodolite.extract.reading import Reading
from theodolite.extract.voices import reporting
from theodolite.extract.voices.attribution import Reported
from theodolite.extract.voices.speaker_names import SpeakerNames
from theodolite.extract.voices.speaker_words import NAMED_BODY

_WORDS = r"[^,:;.!?\n]{2,60}"
_SAYS = (
    r"(?i:says?|said|warns?|claims?|argues?|estimates?|finds?|found|shows?|reports?|predicts?|believes?|"
    r"thinks?|"
    r"suggests?|admits?|insists?|reckons?|concludes?|tells?|told|declares?|notes?|cautions?|expects?|"
    r"reveals?)"
)
_TRAILING = re.compile(rf"(?:,|\s[–—-])\s(?:(?P<a>{_WORDS}?)\s{_SAYS}|{_SAYS}\s(?P<b>{_WORDS}))\s*\Z")
_SOURCE = re.compile(r":\s(?P<a>(?:[A-Z][\w.&'’-]*\s?){1,5})\Z")
_LEADING = re.compile(rf"(?:[-*>#\s]*)(?P<a>{_WORDS}?):\s(?=\S+\s\S+\s\S+)")
_VERB = re.compile(rf"(?:[-*>#\s]*)(?P<a>[A-Z]{_WORDS}?)\s{_SAYS}\s(?=\S+\s\S+\s\S+)")
_POST = re.compile(
    r"\b(?:chief|chairman|chairwoman|chair|head|founder|co-founder|boss|ceo|president|minister|official|"
    r"secretary|"
    r"adviser|advisor|executive|scientist|economist|analyst|expert|professor|director|researcher|engineer|"
    r"investor|"
    r"governor|senator|lawmaker)\b",
    re.I,
)


_THE_STUDY = re.compile(
    r"(?:(?:the |this |its )?(?:new |latest |same )?|an? (?:\S+ ){0,2}?|(?:U\.S\.|[A-Z]\w+|\w+-based) )"
    r"(?:agency|report|study|survey|index|institute|organi[sz]ation|paper|think[- ]tank)"
)


def find(reading: Reading, names: SpeakerNames, number: int) -> list[Reported]:
    """Who a headline has say its words; empty where it says them itself, or where it is no headline."""
    s = reading.sentences[number]
    if s.kind != "heading" and not (number == 0 and reading.content[s.end - 1 : s.end] not in '.!?"”'):
        return []
    text = reading.content
    for pattern in (_TRAILING, _SOURCE, _LEADING, _VERB):
        match = (
            pattern.search(text, s.start, s.end)
            if pattern in (_TRAILING, _SOURCE)
            else pattern.match(text, s.start, s.end)
        )
        if not match:
            continue
        group = "a" if match["a"] else "b"
        named = _named(reading, names, *match.span(group))
        if named is None:
            continue
        start, end = (s.start, match.start()) if pattern in (_TRAILING, _SOURCE) else (match.end(), s.end)
        verbs = reading.content[match.start() : match.end()].lower().split()
        found = pattern is _SOURCE or bool(reporting.FINDING.intersection(verbs))
        return [Reported(start, end, named[0], named[1], named[2], number, named[2] and found)]
    return []


def _named(reading: Reading, names: SpeakerNames, start: int, end: int) -> tuple[str, str, bool] | None:
    """Who some words of a headline are: a name, or a post with or without one."""
    words = reading.content[start:end].strip()
    for mention in reversed(reading.mentions_in(start, end)):
        if mention.end == start + len(reading.content[start:end].rstrip()) and mention.kind in (
            "person",
            "organisation",
        ):
            way = reading.content[mention.start : mention.end]
            return (
                names.fullest_known(mention.name, way, mention.kind == "person"),
                words,
                (mention.kind == "organisation"),
            )
    if described := NAMED_BODY.match(words):
        return names.at(start + described.start("name"), start + described.end("name"))
    if _POST.search(words):
        return names.holder(words) or (words, words, False)
    if re.fullmatch(r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,3}", words):
        full = names.fullest(words, start)
        return (full, words, False) if " " in full else None
    return None


def settled(reported: Sequence[Reported], lead: Reported | None) -> tuple[Reported, ...]:
    """Posts alone ("official says") and bare studies ("the agency") with the one name that they have.

    `lead` is the study that the text opens with.
    """
    people = {
        r.name
        for r in reported
        if not r.body and re.fullmatch(r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3}", r.name)
    }
    only = next(iter(people)) if len(people) == 1 else None
    studies = {r.name for r in reported if r.study and r.name[:1].isupper()}
    named = lead.name if lead else next(iter(studies)) if len(studies) == 1 else None
    reported = [
        replace(r, name=named, study=True) if named and _THE_STUDY.fullmatch(r.name) else r for r in reported
    ]
    return tuple(
        replace(r, name=only)
        if only and r.name == r.text and r.name not in people and _unnamed(r.name)
        else r
        for r in reported
    )


def _unnamed(words: str) -> bool:
    """ "A senior official", "the minister", "expert": one person by post alone, not a group."""
    last = words.split()[-1].lower() if words.split() else ""
    return bool(_POST.fullmatch(last)) and last in reporting.PEOPLE | {"boss", "adviser", "secretary"}
