"""Words that look like a comparison and are none: "ahead of the vote", "leading to fines", "in front of it".

- `stands(parties, found, here)`: whether a find is told; `here` are those told before it in its sentence.
"""

from __future__ import annotations

import re

from theodolite.extract import introduced
from theodolite.extract.comparisons.claims import Found
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.scene import Draft, Scene
from theodolite.extract.words import lexicon

_BEFORE_EVENT = re.compile(
    r"ahead of\s(?:[\w.,’'&-]+\s){0,8}?(?:(?:re-)?elections?|votes?|voting|polls|referendum|primar(?:y|ies)|"
    r"midterms?|race|release|launch|summit|deadline|hearing|trial|meeting|visit|conference|Olympics|Games|debate|"
    r"inauguration|anniversary|announcement|IPO|listing|talks|match|final|holidays?|season|schedule|time|rollout|"
    r"ceremony|campaign|verdict|ruling|event|unveiling|debut|opening|expiry|tour|keynote|earnings|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b",
    re.I,
)
_TO_RESULT = re.compile(r"(?:lead|leads|leading|led)\sto\b", re.I)
_STANDS = re.compile(
    r"\b(?:is|are|was|were|be|been|remain\w*|stay\w*|pull\w*|out|far|well|now|still|way|ahead|just|currently)\s\Z",
    re.I,
)
_IS = re.compile(r"\b(?:is|are|was|were|be|been)\s(?:(?:\w+ly|now|still|fast|also)\s){0,2}\Z")
_OWN = re.compile(
    r"\s(?:its|their|his|her|our|my|your)\s(?:(?!(?:rivals?|competitors?|peers?|predecessors?|counterparts?|own|previous|"
    r"earlier|former|closest|nearest|main|foreign|American|Chinese|Western|U\.S\.|US|global|domestic|competition|"
    r"best|older|bigger|larger|smaller|neighbou?rs?|siblings?|allies)\b)[\w-]+)",
    re.I,
)
_STRUCK = lexicon.words("destroyed destroys destroy destroying routed struck strikes bombed attacked")
_OF_THE_TIME = re.compile(r"\d\s?(?:%|percent|per cent)\sof\s(?:the\s)?time\b")
_NAMED = ("model", "organisation")
_BESIDE = re.compile(r"\s?(?:,\s)?(?:and|or|&)\s(?:the\s)?")
_OF_A_PLACE = re.compile(r"\b[a-z]+s\s(?:in|at)\s(?:the\s)?\Z")


_OPEN = re.compile(r"[Tt]he\s(?:[\w-]+\s){0,2}?(?:model|version|system|chatbot|one)\Z")
_MATCHED_AS = re.compile(r"match\w*\s(?:him|her|them|it|\w+)\sas\b")


def named(scene: Scene, draft: Draft) -> Draft | None:
    """The draft with the product that it is about; None where "the large model" stays open."""
    told = introduced.retold(scene, draft)
    text, subject = str(told.slots.get("subject_text")), str(told.slots.get("subject"))
    return None if subject[:1].islower() and subject in text and _OPEN.match(text) else told


def stands(parties: Parties, found: Found, here: list[Found]) -> bool:
    """Whether a comparison is one."""
    said = parties.words(found.cue, min(parties.sentence.end, found.cue_end + 90))
    before = parties.words(max(parties.sentence.start, found.cue - 24), found.cue)
    if _TO_RESULT.match(said) or _MATCHED_AS.match(said) or _BEFORE_EVENT.match(said):
        return False
    if said.lower().startswith("in front of") and not _STANDS.search(before):
        return False
    if _OF_THE_TIME.match(parties.words(max(0, found.cue - 1), found.cue_end + 24)) or _OF_THE_TIME.match(
        said
    ):
        return False
    if said.split(maxsplit=1)[0].lower() in _STRUCK and any(
        r.kind not in _NAMED for r in (*found.subjects, *found.objects)
    ):
        return False
    if said.startswith("in line with") and _OWN.match(parties.words(found.cue_end, found.cue_end + 40)):
        return False
    if said.startswith("approaching") and _IS.search(before):
        return False  # how a gap moves is a lag's to say
    if _is_beside(parties, found) or _is_where(parties, found):
        return False
    token = found.token
    if token is not None and token.text.lower() == "leading" and token.dep_ == "amod":
        return False
    behind = parties.words(found.cue_end, min(parties.sentence.end, found.cue_end + 40))
    if token is not None and found.factor is None and token.tag_.startswith("VB") and _OWN.match(behind):
        return False
    return not any(o.start <= found.cue < o.end for f in here for o in f.objects)


_RATIO_OF = re.compile(r"\bratio\s(?:of|between)\s(?:the\s)?\Z")


def _is_beside(parties: Parties, found: Found) -> bool:
    """Whether the other side is only named beside the subject: "A and B were tried, and both did better"."""
    return found.direction != "equal" and any(
        s.end < o.start
        and _BESIDE.fullmatch(parties.words(s.end, o.start))
        and not _RATIO_OF.search(parties.words(max(0, s.start - 24), s.start))
        for s in found.subjects
        for o in found.objects
        if o.start < found.cue
    )


def _is_where(parties: Parties, found: Found) -> bool:
    """Whether the other side is only where somebody is: "faster than players in the World Cup"."""
    return any(
        o.kind == "unknown"
        and o.start >= found.cue
        and o.text[:1].isupper()
        and _OF_A_PLACE.search(parties.words(max(parties.sentence.start, o.start - 30), o.start))
        for o in found.objects
    )
