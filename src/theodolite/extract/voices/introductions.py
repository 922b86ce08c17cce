"""Texts that open by saying whose words follow: "Ana Ruiz spoke ... The following is an edited transcript".

Also letters with one signature: a greeting at the head, and a name below "Sincerely".
"""

from __future__ import annotations

import re

from theodolite.extract.voices.speaker_words import PERSON_NAME as _NAME
from theodolite.extract.words.folded import Folded

_HEAD = 2_500
_TALK = (
    r"(?:speech|remarks|address|keynote|talk|testimony|statement|lecture|presentation|comments|essay|article|"
    r"op-ed|column|letter|post|blog post|intervention|contribution)"
)
_FORM = (
    r"(?:transcript|text|translation|version|excerpts?|summary|record|content|extracts?|notes|minutes|"
    r"remarks)"
)
_FOLLOWS = Folded(
    re.compile(
        r"\b(?:(?:the )?following (?:is|are)|below (?:is|are)|here (?:is|are)|what follows (?:is|are)|"
        r"we (?:publish|reprint|reproduce|print)(?: below)?|this is)\s(?:(?:an?|the|his|her|their|lightly|"
        r"slightly|edited|abridged|condensed|translated|full|partial|original|main|complete|unofficial|verbatim|"
        rf"key|selected|shortened|our|english|and|,) ?){{0,6}}{_FORM}\b"
        rf"|\b(?:his|her) (?:{_TALK}|words) (?:follows?|is reproduced|appears? below)",
        re.I,
    )
)
_BEFORE_NAME = r"(?:[\w’'.-]+\s){0,6}?"
_WHOSE = re.compile(
    rf"\b(?i:(?:{_FORM}|{_TALK})\s(?:of (?:an? |the )?(?:[\w-]+ ){{0,3}}?{_TALK}\s)?"
    rf"(?:(?:which|that)\swas\s)?(?:delivered\s|given\s|made\s|written\s)?(?:by|from|of))\s{_BEFORE_NAME}(?P<name>{_NAME})"
)
_NOTE = re.compile(
    rf"(?i:(?:editor|editors|translator)['’]?s?['’]? note:?\s[^\n]{{0,200}}?\b(?:{_FORM}|{_TALK})\b"
    rf"[^\n]{{0,80}}?\b(?:by|from|of))\s{_BEFORE_NAME}(?P<name>{_NAME})"
)
_DOES = re.compile(
    rf"(?P<name>{_NAME})(?:,[^.;\n]{{2,140}}?,|\s\([^()\n]{{1,60}}\))?\s(?:(?:has|recently|yesterday|today|also)\s)?"
    r"(?:gave|given|delivered|delivers|made|spoke|speaks|addressed|addresses|presented|presents|talked|shared|"
    r"shares|held|said|told|sat|published|wrote|posted|took|opened|closed|argued|laid|explained|described|noted)\b"
)
_ASKED = re.compile(r"\b(?:interview|conversation|Q&A|dialogue|discussion|panel|exchange|debate)\b", re.I)
_DEAR = re.compile(r"^[ \t]*Dear\s", re.M)
_CLOSING = re.compile(
    r"^[ \t]*(?i:(?:yours|sincerely|respectfully|faithfully|best|kind|warm)[^\n]{0,40},?)\s*\n\s*"
    rf"(?:(?i:Dr|Prof|Sir|Mr|Ms|Mrs)\.? )?(?P<name>{_NAME})[ \t]*(?:,[^\n]{{1,80}})?$",
    re.M,
)


_ACCOUNT = re.compile(
    rf"\A\W{{0,4}}(?:[Tt]hread by\s)?(?P<name>{_NAME})\s(?:\(@\w{{2,30}}\)|@\w{{2,30}}\b)[^\n]{{0,60}}\n"
)
"""The head of a thread of posts: the writer's name beside the account's."""


def of(content: str) -> str | None:
    """The name of the one whose words a text gives, where its opening or its closing says so."""
    head = content[:_HEAD]
    if (account := _ACCOUNT.match(head)) and len(re.findall(r"(?m)^[^\n@]{2,60}\(?@\w{2,30}", head)) == 1:
        return account["name"]
    if note := _NOTE.search(head[:800]):
        return note["name"]
    follows = _FOLLOWS.search(head)
    if follows:
        around = head[max(0, follows.start() - 300) : follows.end() + 80]
        if _ASKED.search(around):
            return None
        whose = _WHOSE.search(head, follows.start(), min(len(head), follows.end() + 160))
        if whose and "\n" not in head[follows.start() : whose.start("name")]:
            return whose["name"]
        told = list(_DOES.finditer(head, 0, follows.start()))
        return told[0]["name"] if told else None
    if _DEAR.search(head[:400]) and (closing := _CLOSING.search(content[-500:])):
        return closing["name"]
    return None
