"""Restrictions told from the side of who suffers them, without syntax: "China cannot buy the best chips".

Who restricts is left out there; it is the state that the text elsewhere names as the one who does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties, restrictions
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon

CUES = lexicon.words(
    """access sanctioned blacklisted export-controlled controlled banned restricted embargoed buy import
    sanctions-hit buying importing obtain purchase
    list blacklist"""
)
_GOODS = (
    r"(?:chips?|GPUs?|semiconductors?|processors?|accelerators?|hardware|compute|computing|lithography|EUV|"
    r"technolog(?:y|ies)|tools|equipment|Nvidia|NVIDIA|[AH]\d00s?|ASML)"
)
_SHUT = re.compile(
    r"\A(?:['’]s?)?\s(?:[\w,-]+\s){0,4}?(?:(?:restricted|limited|reduced|constrained|scarce|curtailed|dwindling|"
    r"no|less|little|lost|losing|lose|lacks?|lacked|lacking|lack\sof|without|denied)\s(?:\w+\s){0,2}?access\b|"
    r"(?:unable|forbidden|not\sable|not\sallowed|barred|blocked|banned|prohibited|prevented|cut\soff|shut\sout|"
    r"cannot|can['’]t|can\sno\slonger|could\snot|couldn['’]t)\s(?:\w+\s){0,2}?(?:access|buy|buying|obtain|obtaining|"
    r"purchase|purchasing|import|importing|get|getting|from|procure)\b)"
    rf"[^.;]{{0,50}}?\b{_GOODS}\b"
)
_HIT = re.compile(
    r"\b(?P<by>U\.?S\.?-|American-)?(?:sanctioned|blacklisted|sanctions-hit|embargoed|export-controlled|"
    r"export-restricted|(?<=-)banned|(?<=-)restricted)\s(?:[a-z][\w-]+\s){0,3}\Z",
    re.I,
)


_LISTED = re.compile(
    r"(?:,\swhich)?\s(?:is|was|has\sbeen|have\sbeen|remains|sits|landed|went)\s(?:\w+\s){0,2}?on\s(?:the\s|an?\s|"
    r"America['’]s\s|Washington['’]s\s)?(?:U\.?S\.?\s)?(?:(?:Commerce\sDepartment|American|government)(?:['’]s)?\s)?"
    r"(?:[Ee]ntity\s[Ll]ist|(?:trade\s|export\s)?blacklist|sanctions\slist)\b"
)


def find(row: NamedRow) -> Iterator[Tie]:
    """Who is shut out, by the state whose restrictions the text is about."""
    if not row.names or row.scene.reading.words[row.number].isdisjoint(CUES):
        return
    state = restrictions.usual(row.scene)
    content, end = row.content, row.sentence.end
    for mention, referent in row.names:
        place = mention.start
        if mention.kind in ("side", "group") and not (mention.adjective and mention.kind == "side"):
            shut = _SHUT.match(content[mention.end : min(end, mention.end + 130)])
            if state and shut and referent.side != state:
                yield from _tie(state, referent, place, mention.end + shut.end())
        listed = _LISTED.match(content, mention.end, min(end, mention.end + 90))
        if listed and referent.kind in ("organisation", "unknown"):
            yield from _tie("United States", referent, place, listed.end())
        before = content[max(row.sentence.start, place - 50) : place]
        hit = _HIT.search(before)
        by = "United States" if hit and hit["by"] else state
        if hit and by and referent.side != by and referent.kind in ("organisation", "unknown", "group"):
            yield from _tie(by, referent, place - len(hit.group()), mention.end)


def _tie(state: str, target: Referent, start: int, end: int) -> Iterator[Tie]:
    who = Referent(state, "", state, start, start, "side")
    name = target.side if target.kind == "side" and target.side else target.name
    other = Referent(name, target.text, target.side, target.start, target.end, target.kind)
    if parties.fit(who, "restricts", other):
        yield Tie(who, "restricts", other, start, end, start)
