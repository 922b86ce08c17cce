"""Two sides that nobody can keep apart: "I cannot tell them apart", "nothing separates A from B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from theodolite.extract.comparisons import frames
from theodolite.extract.comparisons.claims import Found
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import lexicon, names
from theodolite.extract.words.names import Mention

SIGNS = lexicon.words("tell tells told distinguish separates separate divides difference differences apart")
"""Words of which one stands in such a sentence."""
_NOT = (
    r"(?:\bcan(?:not|['’]t|\snot|\sno\slonger|\shardly|\sbarely)|\bcould(?:n['’]t|\snot|\shardly|\sbarely|\sno\slonger)|"
    r"\b(?:un|not\s)able\sto|\b(?:hard|difficult|impossible|tough|struggled?s?|fail(?:s|ed)?)\s(?:for\s[\w\s]{2,20}\s)?to|"
    r"\b(?:nobody|no\sone|few|hardly\sanyone)(?:\s[a-z]+){0,3}?\s(?:can|could))"
)
_TOLD = re.compile(
    rf"{_NOT}\s(?:[a-z]+\s){{0,4}}?(?P<cue>(?:tell|distinguish|separate|differentiate|discern|see|spot|notice|find|feel)\s)"
    r"(?P<what>(?:them|the\stwo|these\stwo|both|either|the\spair)(?:\smodels|\ssystems)?\s(?:apart|from\s(?:each\sother|one\sanother))|"
    r"(?:the|any|a|much(?:\sof\sa)?)\s(?:[a-z]+\s)?difference\b|(?=[^.;?!]{3,80}?\sapart\b)|(?=[^.;?!]{3,60}?\sfrom\s)|"
    r"between\s)",
    re.I,
)
_NONE = re.compile(
    r"\b(?P<cue>(?:nothing|little|not\smuch|hardly\sanything|next\sto\snothing)\s(?:[a-z]+\s){0,2}?(?:separates?|divides?|"
    r"distinguishe?s?)\s|(?:see|saw|find|found|notice|noticed|felt)\s(?:no|little|hardly\sany|not\smuch)\s(?:[a-z]+\s)?difference\b)",
    re.I,
)
_JOINT = re.compile(r"(?:['’]s)?(?:\s[a-z][\w-]*){0,2}\s(?:and|from|or)\s(?:the\s|its\s)?")
_REACH = 90
_BACK = 3  # sentences in which the two were named
_KINDS = ("model", "organisation", "side", "group")


def find(parties: Parties) -> Iterator[Found]:
    """The likenesses of one sentence of which somebody says that he cannot tell one side from the other."""
    if not parties.scene.reading.words[parties.number] & SIGNS:
        return
    content, sentence = parties.scene.content, parties.sentence
    for pattern in (_TOLD, _NONE):
        for match in pattern.finditer(content, sentence.start, sentence.end):
            token = parties.parse.at(match.start("cue"))
            if token is None or not frames.claimed(parties.parse, token):
                continue
            pair = _named(parties, match.end()) or _before(parties, match.start())
            if pair is not None:
                yield Found([pair[0]], [pair[1]], "equal", *match.span(), token, sure=True)


def _named(parties: Parties, at: int) -> tuple[Referent, Referent] | None:
    """The two sides behind the words: "tell A and B apart", "difference between A and B"."""
    end = min(parties.sentence.end, at + _REACH)
    known = [m for m in parties.scene.reading.mentions_in(at, end) if m.kind in _KINDS]
    new = [u for m in parties.scene.reading.unknown_in(at, end)[:6] if (u := parties.unlisted(m.start))]
    found = sorted((*known, *new), key=lambda m: m.start)
    for one, two in pairwise(found):
        if _JOINT.fullmatch(parties.words(one.end, two.start)) and one.name != two.name:
            return from_mention(parties.scene.content, one), from_mention(parties.scene.content, two)
    return None


def _before(parties: Parties, at: int) -> tuple[Referent, Referent] | None:
    """The two of one kind that the last sentences name; of countries also the other one of the document."""
    reading, content = parties.scene.reading, parties.scene.content
    found: dict[str, Mention] = {}
    for back in range(_BACK + 1):
        if parties.number < back:
            break
        before = reading.sentences[parties.number - back]
        if not reading.parts.same(before.start, parties.sentence.start):
            break
        for mention in reading.mentions_in(before.start, min(at, before.end)):
            if mention.kind in _KINDS:
                found.setdefault(
                    mention.side or mention.name if mention.kind in ("side", "group") else mention.name,
                    mention,
                )
        for kinds in (("model",), ("organisation",), ("side", "group")):
            two = [m for m in found.values() if m.kind in kinds]
            if len(two) == 2:
                first, second = sorted(two, key=lambda m: m.start)
                return from_mention(content, first), from_mention(content, second)
            if len(two) > 2:
                return None
    sides = [m for m in found.values() if m.kind in ("side", "group")]
    return opposite(parties, from_mention(content, sides[0])) if len(sides) == 1 else None


def opposite(parties: Parties, one: Referent) -> tuple[Referent, Referent] | None:
    """A side or national group with the other one of the two that the document is about."""
    main = parties.scene.referents.main_sides
    if len(main) < 2 or one.side not in main:
        return None
    other = main[1] if one.side == main[0] else main[0]
    noun = re.search(r"\s(?P<noun>[a-z][a-z -]*s)\Z", one.name or "")
    name = f"{names.demonym(other)} {noun['noun']}" if one.kind == "group" and noun else other
    return one, Referent(name, "", other, one.start, one.start, one.kind)
