"""Happenings in nouns by their place before a date, without syntax: "after the release of A in May".

A parser hangs such a date on the verb of the clause as often as on the noun, and knows no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.arguments import Arguments, is_named
from theodolite.extract.events import happenings
from theodolite.extract.events.dates import Occasion
from theodolite.extract.events.happening import Happening, dimension
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words.names import Mention

_NOUN = "|".join(sorted(happenings.NOUNS, key=lambda n: (-len(n), n)))
_DESCRIBED = r"(?:(?!(?:of|in|on|by|to|for|and|with|from|at|after|before|as)\b)[a-z][\w-]+\s)"
_OF = re.compile(rf"\b(?P<noun>{_NOUN})s?\sof\s(?:the\s|its\s|their\s|an?\s)?{_DESCRIBED}{{0,3}}\Z", re.I)
_OWN = re.compile(rf"['’]s?\s(?:own\s)?{_DESCRIBED}{{0,3}}(?P<noun>{_NOUN})s?(?![\w-])", re.I)
_ITS = re.compile(
    rf"\b(?P<its>[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s(?:own\s)?{_DESCRIBED}{{0,2}}(?P<noun>{_NOUN})s?"
    r"(?:,?\s(?:back|early|late|only|in|on|at|just|first){1,3})?\s?\Z"
)
_TO_DATE = re.compile(
    r"(?:\s(?:model|chip|chatbot|app|assistant|system|unit|cluster|project|office|programme|program|team|AI))?"
    r",?\s?(?:(?:back|early|late|only|in|on|at|just|first|last)\s?){0,3}\Z"
)
_BY = re.compile(r"\sby\s(?:the\s)?\Z")
_APART = re.compile(
    r"\b(?:after|since|following|before|with|despite|until|amid|from|upon|to|by|for)\s"
    r"(?:(?:the|its|their|his|her|an?|last|this)\s)?(?:[\w’'-]+\s){0,3}\Z",
    re.I,
)
_CLAUSE = re.compile(r"[,;:(—–-]\s?|\b(?:that|and|but|which|who|when|while)\s")
_NOT_OWN = frozenset(
    """sale delivery upgrade demonstration deployment promotion extension meeting visit election hearing
    conference summit forum workshop exhibition""".split()  # noqa: SIM905
)
"""Nouns that behind an owner leave open what was done with what."""
_REACH = 80


def apart(arguments: Arguments, occasion: Occasion) -> list[Happening]:
    """What a noun says that a preposition sets apart from its clause: "after the release of A in May"."""
    found = find(arguments, occasion)
    before = arguments.content[max(arguments.sentence.start, _first(found) - 40) : _first(found)]
    set_apart = _APART.search(before) if found else None
    return found if set_apart and not _CLAUSE.search(set_apart.group()) else []


def _first(found: list[Happening]) -> int:
    return min((min(h.cue, h.subject.start) if h.subject.end <= h.cue else h.cue for h in found), default=0)


def find(arguments: Arguments, occasion: Occasion) -> list[Happening]:
    """What a noun right before a date says to have happened to a name, or what a name owns it."""
    content, first = arguments.content, arguments.sentence.start
    names = sorted((*arguments.mentions, *arguments.unknown), key=lambda m: m.start)
    near = [m for m in names if m.end <= occasion.start and occasion.start - m.end <= _REACH]
    for mention in reversed(near):
        if _is_no_party(mention):
            continue
        behind = content[mention.end : occasion.start]
        if _TO_DATE.fullmatch(behind):
            before = content[max(first, mention.start - 70) : mention.start]
            if (by := _BY.search(before)) is not None:
                return _done_by(arguments, near, mention, mention.start - len(by.group()))
            if (of := _OF.search(before)) is not None:
                cue = mention.start - len(of.group())
                return list(_undergone(arguments, names, mention, of["noun"], cue))
            return []
        own = _OWN.match(content, mention.end, occasion.start)
        if (
            own
            and own["noun"].lower() not in _NOT_OWN
            and _TO_DATE.fullmatch(content[own.end() : occasion.start])
        ):
            action = happenings.NOUNS[own["noun"].lower()]
            subject = from_mention(content, mention)
            about = dimension(None, subject, None)
            return [Happening(subject, action, None, *own.span("noun"), about)]
    its = _ITS.search(content, max(first, occasion.start - _REACH), occasion.start)
    return _its(arguments, its) if its is not None else []


def _is_no_party(mention: Mention) -> bool:
    return mention.adjective and mention.kind == "side"


def _undergone(
    arguments: Arguments, names: list[Mention], mention: Mention, noun: str, cue: int
) -> Iterator[Happening]:
    """ "The release of A", "B's release of A"."""
    content = arguments.content
    thing = from_mention(content, mention)
    action = happenings.NOUNS[noun.lower()]
    span = (cue, cue + len(noun))
    owners = [
        m for m in names if m.end <= cue and _OWNS.fullmatch(content[m.end : cue]) and not _is_no_party(m)
    ]
    if owners:
        owner = from_mention(content, owners[-1])
        yield Happening(owner, action, thing, *span, dimension(None, owner, thing))
    elif action not in ("met", "held", "visited", "ruled"):
        yield Happening(thing, action, None, *span, dimension(None, thing, None))


_OWNS = re.compile(rf"['’]s?\s{_DESCRIBED}{{0,3}}")


def _done_by(arguments: Arguments, near: list[Mention], doer: Mention, end: int) -> list[Happening]:
    """ "The release of A by B"."""
    content, first = arguments.content, arguments.sentence.start
    for mention in reversed([m for m in near if m.end == end]):
        of = _OF.search(content[max(first, mention.start - 70) : mention.start])
        if of is not None:
            cue = mention.start - len(of.group())
            subject, thing = from_mention(content, doer), from_mention(content, mention)
            action = happenings.NOUNS[of["noun"].lower()]
            span = (cue, cue + len(of["noun"]))
            return [Happening(subject, action, thing, *span, dimension(None, subject, thing))]
    return []


def _its(arguments: Arguments, its: re.Match[str]) -> list[Happening]:
    """ "Since its release in May": of what the words before are about."""
    noun = its["noun"].lower()
    token = arguments.parse.at(its.start("its"))
    who: Referent | None = arguments.of(token) if token is not None and noun not in _NOT_OWN else None
    if who is None or not is_named(who):
        return []
    return [Happening(who, happenings.NOUNS[noun], None, *its.span("noun"), dimension(None, who, None))]
