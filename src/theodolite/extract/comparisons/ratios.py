"""Ratios in words: "for every euro that A spends, B spends eight", "it is seven to one"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from theodolite.extract.comparisons import factors, frames
from theodolite.extract.comparisons.claims import Found
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent, from_mention

_N = (
    r"(?:\d{1,4}(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty)"
)
FOR_EVERY = re.compile(
    r"\b[Ff]or (?:every|each) (?:single )?(?:one |1 )?(?P<what>[$€£¥]?\w+)(?P<one>[^.;:?!]{3,90}?),\s"
    r"(?P<two>[^.;:?!]{2,80}?)\s"
    rf"(?P<n>{_N})\b"
)
"""One of somebody's for each so many of somebody else's."""
TO_ONE = re.compile(
    rf"(?:\b(?:is|was|be|now|at|of|about|roughly|some|nearly|almost|closer to|to|from|by)|['’]s|"
    rf"\b(?:outspen[dt]s?|outnumber(?:s|ed)?|outsells?|outsold|leads?|led|beats?)\s[^.;:!?]{{2,40}}?)\s(?P<n>{_N})"
    r"(?:[ -]to[ -](?:one|1)\b|\s?:\s?1\b)",
    re.I,
)
_KINDS = ("side", "group", "organisation", "model")


def find(parties: Parties) -> Iterator[Found]:
    """ "For every dollar that A spends, B spends eight"."""
    content, sentence = parties.scene.content, parties.sentence
    if "for" not in parties.scene.reading.words[parties.number]:
        return
    for match in FOR_EVERY.finditer(content, sentence.start, sentence.end):
        token = parties.parse.at(match.start())
        one, two = _party(parties, *match.span("one")), _party(parties, *match.span("two"))
        factor = factors.of_count(match["n"])
        if token is None or one is None or two is None or one.name == two.name or not factor:
            continue
        if factor > 1 and frames.claimed(parties.parse, token):
            yield Found([two], [one], "above", *match.span(), token, factor, metric=match["what"])


def _party(parties: Parties, start: int, end: int) -> Referent | None:
    for mention in parties.scene.reading.mentions_in(start, end):
        if mention.kind in _KINDS:
            return from_mention(parties.scene.content, mention)
    return None


def _set_beside(parties: Parties, at: int) -> Found | None:
    """The two countries of the sentence before, the first of which is the greater."""
    two = parties.last_two(at)
    if two is None or any(m.kind not in ("side", "group") for m in two):
        return None
    one, other = (from_mention(parties.scene.content, m) for m in two)
    return Found([one], [other], "above", at, at, None)


_RATIO = re.compile(
    r"\bratio\s(?:between|of)\s(?P<one>[^,;.?!]{2,50}?)\s(?:and|to)\s(?P<two>[^,;.?!]{2,50}?)(?=\s(?:is|was|stands|stood|in|at|for)\b)"
)


def _in_ratio(parties: Parties, at: int) -> Found | None:
    """The two of "the ratio between A and B", the first of which is the greater."""
    match = _RATIO.search(parties.scene.content, parties.sentence.start, at)
    if match is None:
        return None
    one, two = _party(parties, *match.span("one")), _party(parties, *match.span("two"))
    if one is None or two is None or one.name == two.name:
        return None
    return Found([one], [two], "above", at, at, None)


def to_one(parties: Parties, here: Sequence[Found], before: Sequence[Found]) -> Iterator[Found]:
    """ "It's seven to one": of those whom the comparison before it set side by side."""
    content, sentence = parties.scene.content, parties.sentence
    for match in TO_ONE.finditer(content, sentence.start, sentence.end):
        known = next((f for f in (*reversed(here), *before) if f.direction != "equal" and f.objects), None)
        known = _in_ratio(parties, match.start("n")) or known or _set_beside(parties, match.start("n"))
        token, factor = parties.parse.at(match.start("n")), factors.of_count(match["n"])
        if known is None or token is None or not factor or not frames.claimed(parties.parse, token):
            return
        if any(f.cue < match.end() and match.start() < f.cue_end for f in here):
            continue
        upper, lower = (
            (known.subjects, known.objects) if known.direction == "above" else (known.objects, known.subjects)
        )
        if len(upper) == 1 and upper[0].name and lower:
            yield Found(upper, lower[:1], "above", match.start("n"), match.end(), token, factor)
