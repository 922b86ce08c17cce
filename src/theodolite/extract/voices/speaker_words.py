"""The words by which a document tells who somebody is: posts, kinds of bodies, acronyms spelled out."""

from __future__ import annotations

import re

from theodolite.extract.voices.turns import UP
from theodolite.extract.words import lexicon

PERSON_NAME = (
    rf"(?:[{UP}]\. ?){{0,2}}[{UP}][\w'’-]*\w"
    rf"(?: (?:[{UP}]\.|(?:de|van|von|der|bin|al|da|di|la) [{UP}][\w'’-]+|[{UP}][\w'’-]*\w)){{1,3}}"
)
"""A person's name in full, as a pattern."""
NOBODY = frozenset(
    lexicon.in_order(
        "it that this which what there these those so everything something nothing anything thing things "
        "fact idea way time year years month price number nobody none materials"
    )
)
"""What tells nothing, even where it "says" or "tells"."""
BODIES = frozenset(
    lexicon.in_order(
        "company startup start-up firm lab government agency institute organisation organization group bank "
        "consultancy centre center ministry office newsletter newspaper outlet magazine maker tank"
    )
)
ONE_PERSON = frozenset(
    lexicon.in_order(
        "CEO CTO CFO COO ceo chief chairman chairwoman chairperson chair founder co-founder cofounder boss "
        "president minister senator congressman congresswoman representative secretary executive laureate "
        "billionaire tycoon mogul entrepreneur investor professor scientist physicist economist analyst "
        "academic scholar researcher engineer author writer historian strategist adviser advisor lawmaker "
        "governor diplomat ambassador veteran technologist director head pioneer czar tsar expert official "
        "politician commissioner columnist commentator journalist"
    )
)
"""Posts and callings of one person, by which a text takes up somebody it has named."""
NAMED_BODY = re.compile(
    r"(?P<name>(?:[A-Z][\w.&’-]*\s){1,4}?)"
    r"(?:think[- ]tank|study|report|survey|data|analysis|research|poll|paper)\Z"
)
"""A name with the noun that tells what it is: "the CSIS think tank"."""
BODY_NAME = re.compile(
    r"&|\b(?:Institute|University|Council|Cent(?:re|er)|Group|Research|Association|Agency|Bank|"
    r"Organi[sz]ation|"
    r"Ministry|Foundation|Commission|Committee|Bureau|Office|Lab|Labs|Laboratory|Partners|Capital|Advisors|"
    r"Consulting|Analytics|Intelligence|Securities|Insights|Union|Forum|Society|Federation|Confederation|"
    r"Department|"
    r"Authority|Administration|Fund|Inc|Corp|Ltd|LLC|Technologies|Systems|Times|Post|News|Journal)\b"
)
BODY_BESIDE = re.compile(
    r",\s(?:a|an|the|one of the)\s(?:(?!(?:at|of|in|for|from|with|who|by|to)\s)[\w’'-]+\s){0,4}?(?:firm|"
    r"institute|agency|company|consultancy|tank|"
    r"group|"
    r"start-?up|organi[sz]ation|bank|lab|laboratory|centre|center|body|outlet|newspaper|charity|provider)\b"
)
DESCRIBED = re.compile(
    r"(?:[A-Z][\w&.'’-]*\s){1,4}?(?:company|unit|subsidiary|arm|brand|startup|start-up|firm|lab|"
    r"think tank|agency|"
    r"analysts?|economists?|researchers?|scientists?|professors?|experts?|officials?|executives?)\s(?=[A-Z])"
)
ACRONYM = re.compile(
    r"\b(?P<long>[A-Z][\w’'-]*(?:\s(?:(?:of|for|and|the|on|in|de|&)\s){0,2}[A-Z][\w’'-]*){1,8})\s"
    r"\((?:the\s)?[“\"]?(?P<short>[A-Z][A-Za-z]{1,9})[”\"]?\)"
)
OWNER = re.compile(r"(?P<org>[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3})['’]s?\s")
POSTS = re.compile(
    r"\b(?:chief|chair\w*|head\w*|(?:co-)?found\w*|boss|CEO|president|minister|director|leads?|runs?|"
    r"manag\w+)\b"
)
WHO_BESIDE = re.compile(r",\s(?:a|an|the|who)\s")
