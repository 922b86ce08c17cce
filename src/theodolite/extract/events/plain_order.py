"""Name, verb in the past, date: happenings in plain order, where the parser does not know the names."""

from __future__ import annotations

import re
from functools import cache

from theodolite.extract.arguments import Arguments
from theodolite.extract.events import happenings
from theodolite.extract.events.dates import Occasion
from theodolite.extract.events.governed import Happening
from theodolite.extract.referents import from_mention
from theodolite.extract.words import lexicon
from theodolite.extract.words.lemmas import forms, verb_lemma
from theodolite.extract.words.names import Mention

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|[,;:()]|\d+")
_BEFORE_VERB = lexicon.words(
    """has had have was were been also first officially publicly formally finally recently quietly then later
    reportedly just and it which who"""
)
_ENDS = frozenset(
    {";", ":", "that", "who", "which", "said", "says", "because", "while", "but", "when", "after", "than"}
)
_MOST = 14  # words between a name and its date


@cache
def _past_forms() -> dict[str, str]:
    """Written form in the past to the plain form of verbs that surely happen."""
    sure = happenings.VERBS - happenings.TRANSITIVE - happenings.NO_EVENT
    found = {}
    for verb in sorted(sure):
        for form in forms([verb]):
            if form != verb and not form.endswith(("ing", "s")) and verb_lemma(form) == verb:
                found[form] = verb
    return found


def find(arguments: Arguments, occasion: Occasion) -> list[Happening]:
    """What a name right before a verb in the past did, in the clause that a date ends."""
    content = arguments.content
    names = sorted((*arguments.mentions, *arguments.unknown), key=lambda m: -m.start)
    for mention in names:
        if mention.end > occasion.start or (mention.adjective and mention.kind == "side"):
            continue
        if mention.kind not in ("organisation", "model", "person", "side", "unknown"):
            continue
        words = list(_WORD.finditer(content, mention.end, occasion.start))
        if len(words) > _MOST:
            return []
        at = 0
        while at < len(words) and words[at].group().lower() in _BEFORE_VERB | {","}:
            at += 1
        verb = _past_forms().get(words[at].group().lower()) if at < len(words) else None
        if verb is None or words[at].end() - mention.end > 45:
            continue
        rest = {w.group().lower() for w in words[at + 1 :]}
        if rest & _ENDS or any(w in _past_forms() for w in rest):
            return []
        match = words[at]
        subjects = _list_to(content, sorted(names, key=lambda m: m.start), mention)
        target = next(
            (m for m in reversed(names) if m.start >= match.end() and m.end <= occasion.start), None
        )
        return [
            Happening(
                from_mention(content, subject),
                match.group().lower(),
                from_mention(content, target) if target else None,
                match.start(),
                match.end(),
                None,
            )
            for subject in subjects
        ]
    return []


def _list_to(content: str, names: list[Mention], last: Mention) -> list[Mention]:
    """The name that ends a list, and those before it."""
    found = [last]
    for mention in reversed([m for m in names if m.end <= last.start]):
        if not _AND.fullmatch(content[mention.end : found[0].start]):
            break
        found.insert(0, mention)
    return found


_AND = re.compile(r",?\sand\s|,\s")
