"""How much a name stands out in its sentence: by its role, as the words beside it show it, and how often it is named."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re

from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.referents import kinds
from theodolite.extract.words.names import Mention

_ASIDE = re.compile(
    r"\b(?:without|unlike|than|against|by|via|using|from|told|like|including|versus|over|behind|"
    r"(?:interview|talk|conversation)\s(?:with|on)(?:\s[\w.]+){0,3}|such as|as well as|compared (?:to|with)|"
    r"similar to|according to)\s+(?:the\s|only\s)?\Z",
    re.I,
)
_PLACED = re.compile(
    r"\b(?:in|at|on|of|for|with|to|into|near|across|outside|within|about|between)\s(?:the\s)?\Z", re.I
)
_OBLIQUE = re.compile(r"(?:,|\band|\bor|\bincluding)\s(?:the\s)?\Z")
_MANY = (
    r"(?:models|chips|firms|companies|labs|startups|start-ups|systems|products|controls|sanctions|restrictions|"
    r"officials|users|engineers|researchers|shares|sales|efforts|rules|curbs|tariffs|phones|servers|processors)"
)
_ACTS = re.compile(
    r"\s(?:(?:also|now|still|already|then|later|recently|itself)\s)?(?:has|have|had|is|are|was|were|will|would|can|"
    rf"could|may|might|must|should|does|did|do|plan|want|make|made|lead|led|(?!{_MANY}\b)[a-z]+(?:ed|[a-rt-z]s))\b"
)
_OWNS = re.compile(r"['’]s?\s")
_ATTRIBUTE = re.compile(
    r"\s(?!(?:in|on|at|to|and|or|but|by|for|with|from|as|than|that|which|who|whose|over|behind|after|before|while|"
    r"when|where|because|if|against|among|into|through|under|since|until|not|never|only|alone|both|all|too|i|it|"
    rf"\w+ly|soon|just|even|first|(?!{_MANY}\b)\w+(?:ed|[a-rt-z]s))\b)[a-z][\w-]+"
)
_CLAUSE_START = re.compile(
    r"(?:[.!?:;,\n“\"–—]|\b(?:and|but|while|as|that|because|though|although|when|if|since))\s*(?:the\s)?\Z"
)


def weight(content: str, mention: Mention) -> float:
    """How salient a name is by its role in its own sentence."""
    before = content[max(0, mention.start - 48) : mention.start]
    weight = 100.0
    if _ASIDE.search(before):
        weight -= 60
    elif _PLACED.search(before):
        weight -= 45 if mention.kind == "side" else 22
    elif _OBLIQUE.search(before):
        weight -= 45 if mention.kind == "side" and " or " in before[-9:] else 8
    elif not before.strip() or _CLAUSE_START.search(before):
        weight += 12
    if _ACTS.match(content, mention.end):
        weight += 22
    elif _ATTRIBUTE.match(content, mention.end) and not mention.adjective:
        weight -= 35
    elif mention.kind == "side" and _OWNS.match(content, mention.end):
        weight -= 10
    weight -= 25 if mention.name in OBSERVERS else 0
    weight -= 60 if mention.kind != "person" and kinds.listed(content, mention.end, before) else 0
    return weight


def often(content: str, mention: Mention, at: int) -> int:
    """What it counts for that a name stands several times in the words before a place."""
    return 4 * min(content.count(content[mention.start : mention.end], max(0, at - 900), at), 3)
