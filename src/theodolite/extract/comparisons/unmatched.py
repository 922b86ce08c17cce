"""What one side does and the other cannot: "nobody in China can do what ASML does"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.comparisons import frames, who
from theodolite.extract.comparisons.claims import Found
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent
from theodolite.extract.words import lexicon

_DO = (
    r"(?:do|match|make|offer|build|deliver|produce|achieve|replicate|copy|repeat|provide|afford|pay|have|buy)"
)
_DOES = (
    r"(?:does|do|did|can|could|has|have|had|makes?|offers?|sells?|builds?|delivers?|provides?|achieved|pays?|"
    r"produces?|is|are|ships?)\b"
)
WHAT = re.compile(
    rf"\b{_DO}\s(?:(?:any(?:thing|where)\s(?:like|near|close\sto)|half(?:\sof)?|all(?:\sof)?)\s)?(?P<what>what)\s(?=(?:the\s)?[A-Z])"
    rf"(?=[^,;:.?!]{{2,60}}?\s{_DOES})"
)
"""What somebody else does, behind a verb of doing."""
_NO = re.compile(
    r"(?:\bcan(?:not|['’]t|\snot|\sno\slonger|\shardly|\sonly\sdream)|\bcould(?:n['’]t|\snot)|\b(?:un|not\s)able\sto|"
    r"\b(?:yet|fail(?:s|ed)?|struggl(?:es|ed|ing))\sto|\b(?:do(?:es)?|did|ha(?:s|ve))(?:n['’]t|\snot)|"
    r"(?P<nobody>\b(?:nobody|no\sone|none|nothing|no\s\w+)\s(?:else\s)?(?:in|of|from)\s(?P<where>(?:the\s)?[A-Z][^,;:.]{1,40}?)\s"
    r"(?:can|could|has|will|is\sable\sto)))\s(?:(?:yet|quite|ever|even|fully|be|been|able|to|simply|still)\s){0,4}\Z",
    re.I,
)
SIGNS = lexicon.words("what")
_REACH = 90


def find(parties: Parties) -> Iterator[Found]:
    """Who cannot do what another does stands below it."""
    content, sentence = parties.scene.content, parties.sentence
    if "what" not in parties.scene.reading.words[parties.number]:
        return
    for match in WHAT.finditer(content, sentence.start, sentence.end):
        first = max(sentence.start, match.start() - _REACH)
        no = _NO.search(content[first : match.start()])
        token = parties.parse.at(match.start())
        if no is None or token is None or not frames.claimed(parties.parse, token):
            continue
        objects = parties.listed(_behind(parties, match.end())) or parties.after(match.end())
        subjects: list[Referent] = []
        if no["nobody"]:
            subjects = parties.after(first + no.start("where"))
        elif objects:
            subjects = who.subjects(parties, token, objects, match.start())
        if subjects and objects:
            yield Found(subjects, objects, "below", *match.span(), token, sure=True)


def _behind(parties: Parties, at: int) -> int:
    """The place behind an article."""
    return at + 4 if parties.words(at, at + 4).lower() == "the " else at
