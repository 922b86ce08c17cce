"""Whom "the company" and "it" mean where the text never shows of what kind the name before them is."""

from __future__ import annotations

import re

from theodolite.extract.arguments import Arguments
from theodolite.extract.proper_names import is_capitalised_name, unlisted
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.relations.focus import house

_COMPANY = re.compile(
    r"(?:the|this)\s(?:[\w-]+\s){0,2}(?:company|firm|start-?up|group|chipmaker|carmaker|lab|maker|unicorn|"
    r"business|developer|board)\Z",
    re.I,
)
_LEAD_IN = 24  # characters before the subject of a sentence
_HEADS = re.compile(r"(?:\s(?:Inc|Ltd|Corp|Co)\.?)?(?:,\s|\s(?:[a-z]))")
_PERSON = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){1,2}")


def company(arguments: Arguments, subject: Referent) -> Referent:
    """ "The company", as the house that the words before are about; any other subject as it is."""
    if subject.kind != "thing" or not _COMPANY.match(subject.text or ""):
        return subject
    found = house(arguments.scene, subject.start) or head_before(arguments, subject.start, subject.end)
    if found is None or found.kind not in ("organisation", "unknown"):
        return subject
    return Referent(found.name, subject.text, found.side, subject.start, subject.end, "organisation")


def head_before(arguments: Arguments, start: int, end: int) -> Referent | None:
    """The name that nobody listed with which the sentence before begins, or the one before that."""
    scene, number = arguments.scene, arguments.number
    paragraph = scene.reading.sentences[number].paragraph
    for n in range(number - 1, max(-1, number - 3), -1):
        sentence = scene.reading.sentences[n]
        if sentence.paragraph != paragraph:
            return None
        for mention in unlisted(scene, sentence.start, sentence.end)[:1]:
            heads = mention.start - sentence.start <= _LEAD_IN and _HEADS.match(scene.content, mention.end)
            if not heads or mention.kind not in ("unknown", "organisation"):
                return None
            if mention.kind == "unknown" and _PERSON.fullmatch(mention.name):
                return None
            if not is_capitalised_name(scene, mention, sentence.start) and not _BEGINS.match(
                scene.content, mention.end
            ):
                return None
            told = from_mention(scene.content, mention)
            return Referent(told.name, scene.content[start:end], told.side, start, end, "organisation")
    return None


_BEGINS = re.compile(
    r"\s(?:is|was|has|had|makes|sells|builds|runs|employs|raised|launched|said|says|plans|wants|will)\b"
)
