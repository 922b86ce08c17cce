"""Ties that role nouns state between two names, without syntax: "A, a backer of B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import last_house
from theodolite.extract.relations.role_nouns import BEING, LISTS, MODIFIERS_NEVER, ROLES, UNITS, Role
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words.names import Mention
from theodolite.model.claim import Predicate

_TOKEN = re.compile(r"['’]s?(?=\s)|[^\W_][\w.&+%’'-]*[\w%]|[\w%$€£]|[,:;()—–]")
_LONGEST = 110  # characters between two names of one role
_MODIFIERS = 7
_FEW = 4
_ADVERBS = frozenset({"now", "also", "already", "still", "itself", "long", "once", "formerly", "then"})
_DENIED = frozenset({"not", "no", "never", "n't", "isn't", "wasn't", "aren't", "nor", "neither"})


def find(row: NamedRow) -> Iterator[Tie]:
    """The ties that role nouns of one sentence state."""
    words = row.scene.reading.words[row.number]
    if not row.names or (ROLES.keys().isdisjoint(words) and UNITS.keys().isdisjoint(words)):
        return
    yield from _its(row)
    yield from _bare(row)
    yield from _part(row)
    for first, a, second, b, between in row.pairs(2):
        if len(between) > _LONGEST or _is_demonym(first) or _is_demonym(second):
            continue
        tokens = _tokens(between)
        if (role := _described(tokens)) is not None:
            for holder in _list_to(row, first):
                yield from _tie(holder, role, b, first.start, second.end, first.end)
        elif (role := _owned(tokens)) is not None and not (
            role.predicate == "part_of" and _LISTED_ON.match(row.content, second.end)
        ):
            role = Role("owns") if "shareholder" in tokens and _MOST.search(between) else role
            at = row.index_of(second)
            several = any(t in LISTS or (t in ROLES and t.endswith("s")) for t in tokens)
            for holder in row.list_from(at) if several else [row.names[row.described(at)][1]]:
                yield from _tie(holder, role, a, first.start, holder.end, first.end)
        elif (role := _turned(row, first, tokens)) is not None:
            for holder in row.list_from(row.index_of(second)):
                start = max(row.sentence.start, first.start - 30)
                yield from _tie(holder, role, a, start, holder.end, first.start)
        elif (found := _owned_behind(row, second, tokens)) is not None:
            role, end = found
            yield from _tie(a, role, b, first.start, end, second.start)


_ITS = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Ww]hose|[Oo]ur|[Tt]he\s(?:company|startup|start-up|firm|lab|group)['’]s)\s"
    r"(?:[a-z][\w-]+\s){0,3}?"
    rf"(?P<noun>{'|'.join(sorted(ROLES, key=len, reverse=True))}),?\s"
    r"(?:(?:now\s|already\s|also\s)?(?:include[sd]?|are|is|were|was)|including|such\sas|"
    r"like|,)?\s?(?:the\s)?(?:(?!(?:to|of|in|for|with|from|at|by|on|and|or|can|may|will)\b)[a-z][\w-]+\s){0,2}\Z"
)
_THESE = re.compile(
    r"(?:\A|[.;:,(]\s|\b(?:with|from|by|and|other|existing|its|for)\s)(?:(?:[Ee]xisting|[Nn]ew|[Oo]ther|[Ee]arly|[Ee]arlier|[Cc]urrent|"
    r"[Mm]ajor|[Bb]ig|[Pp]aying|[Ff]irst|[Ss]trategic|[Kk]ey|[Oo]utside)\s){0,2}"
    r"(?P<noun>[Cc]ustomers|[Cc]lients|[Ii]nvestors|[Bb]ackers|[Ss]hareholders|[Pp]artners|[Ss]uppliers|[Uu]sers)"
    r"(?:\s(?:now|already|also))?,?\s(?:include[sd]?|including|such\sas|like)\s(?:the\s)?(?:[a-z][\w-]+\s){0,2}\Z"
)
"""Who they are customers or investors of is left out there."""
_BARE = re.compile(
    r"(?:,\s(?:which\sis\s|who\sis\s|itself\s|already\s|also\s)?|,?\s(?:is|are|was|were|became|remains?)\s(?:now\s|also\s|"
    r"already\s|both\s|still\s){0,2})(?:an?\s|the\s|its\s|their\s|one\sof\s(?:its|their|the)\s|(?:the\s)?(?:company|firm|lab|"
    r"start-?up|group)['’]s\s)?(?P<most>(?:[a-z][\w-]+\s){0,3}?)"
    r"(?P<noun>investors?|backers?|shareholders?|(?<=\w\s)(?:customers?|clients?|suppliers?))"
    r"(?=[,.;:)—–]|\s(?:since|from|too|as|alongside|and|until|after|with|while|following|before|but|at)\b)"
)
_STAKE = re.compile(
    r"['’]s?\s(?:(?:\d[\d.]*\s?(?:%|per\scent|percent)|minority|majority|controlling|large|small|own)\s){0,2}"
    r"(?:stake|shareholding)(?!\s(?:in|of)\b)(?=[\s.,;])"
)
_LISTED_ON = re.compile(r"(?:\s[A-Z]\w+){0,2}\sand\s")
_MOST = re.compile(r"\b(?:largest|biggest|majority|controlling|main|sole|principal|single)\b")


_HIRED = re.compile(r"\b(?:hired|hiring|hire|poached|recruited|lured)\s\Z")


def _its(row: NamedRow) -> Iterator[Tie]:
    """ "Its backers include A", "customers such as A": of the house that the text is about."""
    at = 0
    while at < len(row.names):
        mention, _ = row.names[at]
        holders = row.list_from(at)
        at += len(holders)
        before = row.content[max(row.sentence.start, mention.start - 70) : mention.start]
        match = _ITS.search(before) or _THESE.search(before)
        role = ROLES.get(match["noun"].lower()) if match else None
        if match is None or role is None or not role.owned or (role.turned and role.predicate != "supplies"):
            continue
        if role.predicate == "founded" and _HIRED.search(before[: match.start()]):
            continue  # "A bought B and hired its founder": of B
        start = mention.start - len(match.group().lstrip(".;:, ("))
        if role.predicate == "partners_with" and (joined := _joined(row, start)) is not None:
            for holder in holders:  # "A and partners including B": A's
                yield from _tie(joined, role, holder, joined.start, holder.end, mention.start)
            continue
        house = last_house(row, start, [r.name for r in holders])
        if house is None:
            continue
        for holder in holders:
            yield from _tie(holder, role, house, start, holder.end, mention.start)


def _joined(row: NamedRow, at: int) -> Referent | None:
    """ "A and partners including B": A."""
    for mention, referent in row.names:
        if _AND_ITS.fullmatch(row.content, mention.end, at) and referent.kind in ("organisation", "unknown"):
            return referent
    return None


_AND_ITS = re.compile(r",?\s(?:and\s)?(?:(?:its|their|other)\s)?")
_PART_OF_IT = re.compile(
    r",\s(?:the\s(?:company|firm|group|start-?up|giant)['’]s|its)\s(?:[\w-]+\s){0,4}?"
    r"(?:unit|arm|division|subsidiary|lab|laboratory|affiliate|branch|spin-?off|brand)(?=[,.;:)”\"])"
)


def _part(row: NamedRow) -> Iterator[Tie]:
    """ "B, the company's chip unit": of the house that the text is about."""
    if row.scene.reading.words[row.number].isdisjoint(_PARTS):
        return
    for mention, part in row.names:
        match = _PART_OF_IT.match(row.content, mention.end, min(row.sentence.end, mention.end + 90))
        if match is None or part.kind not in ("organisation", "unknown"):
            continue
        house = last_house(row, mention.start, [part.name])
        if house is not None and house.kind == "organisation":
            yield from _tie(part, Role("part_of"), house, mention.start, match.end(), mention.end)


_PARTS = frozenset(
    ("unit", "arm", "division", "subsidiary", "lab", "laboratory", "affiliate", "branch", "brand")
)


def _bare(row: NamedRow) -> Iterator[Tie]:
    """ "A, a shareholder since 2024", "A is its largest shareholder": of the house that the text is about."""
    for mention, holder in row.names:
        stake = _STAKE.match(row.content, mention.end, min(row.sentence.end, mention.end + 40))
        if stake and holder.kind in ("organisation", "unknown"):
            house = last_house(row, mention.start, [holder.name])
            if house is not None and house.kind == "organisation":
                yield from _tie(holder, Role("owns"), house, mention.start, stake.end(), mention.end)
        aside = _ASIDE.match(row.content, mention.end, mention.end + 60)
        behind = aside.end() if aside else mention.end
        match = _BARE.match(row.content, behind, min(row.sentence.end, behind + 90))
        if match is None or holder.kind not in ("organisation", "unknown"):
            continue
        holders = _list_to(row, mention)
        house = last_house(row, mention.start, [r.name for r in holders])
        most = _MOST.search(match["most"])
        role = Role("owns" if most else "funds")
        if match["noun"].startswith(("cust", "cli", "supp")):
            if not _ITS_OWN.search(match.group()):
                continue
            role = ROLES[match["noun"]]
        if house is not None and house.kind == "organisation":
            for one in holders:
                yield from _tie(one, role, house, holders[0].start, match.end(), match.start("noun"))


_ITS_OWN = re.compile(r"\b(?:its|their)\s|['’]s\s")
_ASIDE = re.compile(r",\s(?:an?|the)\s(?:[\w-]+\s){0,4}[\w-]+(?=,\s(?:is|are|was|remains)\s)")


def _is_demonym(mention: Mention) -> bool:
    return mention.adjective and mention.kind == "side"


def _tokens(text: str) -> list[str]:
    return [t.lower().replace("’", "'") for t in _TOKEN.findall(text)]


def _modifiers(tokens: list[str], most: int) -> bool:
    """Whether only describing words stand here."""
    return len(tokens) <= most and not any(t in MODIFIERS_NEVER or t in ",:;()'s" for t in tokens)


def _described(tokens: list[str]) -> Role | None:
    """Between A and B: ", a big backer of", " is the parent of"."""
    at = 0
    while at < len(tokens) and (tokens[at] in (",", "(", "—", "–") or tokens[at] in _ADVERBS):
        at += 1
    if at < len(tokens) and tokens[at] in ("who", "which"):
        at += 1
    opened = at > 0
    if at < len(tokens) and tokens[at] in ("has", "have") and "been" in tokens[at : at + 3]:
        at += 1
    if at < len(tokens) and tokens[at] in BEING:
        at, opened = at + 1, True
    if tokens[at : at + 2] in (["serves", "as"], ["acts", "as"], ["counts", "as"], ["acted", "as"]):
        at, opened = at + 2, True
    if not opened or _opens_clause(tokens[at:]):
        return None
    if tokens[at : at + 2] == ["one", "of"]:
        at += 2
    for i in range(at, len(tokens) - 1):
        role = next(
            (t[tokens[i]] for t in (ROLES, UNITS) if tokens[i] in t and tokens[i + 1] in t[tokens[i]].on),
            None,
        )
        if role is not None:
            good = _modifiers(tokens[at:i], _MODIFIERS) and _modifiers(tokens[i + 2 :], _FEW)
            return role if good else None
        if tokens[i] in MODIFIERS_NEVER or tokens[i] in (",", ":", ";", "(", ")"):
            return None
    return None


def _opens_clause(tokens: list[str]) -> bool:
    """ ", opened an office in": a verb stands before the article."""
    article = next((i for i, t in enumerate(tokens) if t in ("a", "an", "the", "its", "their")), 0)
    return any(t.endswith(("ed", "ing", "es", "ns")) and "-" not in t for t in tokens[:article])


def _owned(tokens: list[str]) -> Role | None:
    """Between B and A: "'s biggest backer,", " parent", "'s backers include"."""
    at = 1 if tokens[:1] in (["'s"], ["'"]) else 0
    end = len(tokens)
    listed = False
    if end and tokens[end - 1] in (",", ":", "—", "–", "("):
        end -= 1
    if end >= 2 and tokens[end - 2 : end] == ["such", "as"]:
        end, listed = end - 2, True
    elif end and tokens[end - 1] in LISTS:
        end, listed = end - 1, True
        if end and tokens[end - 1] == ",":
            end -= 1
    if end <= at or (not at and end - at > 2):
        return None
    role = ROLES.get(tokens[end - 1])
    if "and" in tokens[at:end]:
        return None  # "A's venture arm and the investor B"
    if role is None or not role.owned or not _modifiers(tokens[at : end - 1], _FEW):
        return None
    if not at and (listed or role.turned):
        return None  # "OpenAI backers include ..." needs its owner marked; "Nvidia customer B" is a list head
    return role


_HELPERS = frozenset({"to", "will", "would", "can", "may", "could", "should", "has", "have"})


def _turned(row: NamedRow, first: Mention, tokens: list[str]) -> Role | None:
    """Before and behind B: "the backers of B include A", "as maker of B, A"."""
    if not tokens or not (tokens == [","] or tokens[-1] in LISTS or tokens[-2:] == ["such", "as"]):
        return None
    if not _modifiers([t for t in tokens[:-1] if t not in (",", "such", "as")], 2):
        return None
    before = _tokens(row.content[max(row.sentence.start, first.start - 45) : first.start])
    while before and before[-1] in ("the", "a", "an", "its", "new"):
        before.pop()
    if len(before) < 2:
        return None
    if len(before) > 2 and before[-3] in _HELPERS:
        return None  # "will partner with"
    role = ROLES.get(before[-2])
    if role is None or before[-1] not in role.on or not role.owned:
        return None
    return role


def _owned_behind(row: NamedRow, second: Mention, tokens: list[str]) -> tuple[Role, int] | None:
    """Behind A and B: "A is B's answer to", "A, B's parent,"."""
    plain = [t for t in tokens if t not in _ADVERBS]
    if plain not in (["is"], ["was"], ["remains"], [","], ["are"], ["("]):
        return None
    behind = list(_TOKEN.finditer(row.content, second.end, min(row.sentence.end, second.end + 60)))
    if not behind or behind[0].group() not in ("'s", "’s", "'", "’"):
        return None
    for i, match in enumerate(behind[1:6]):
        word = match.group().lower()
        role = ROLES.get(word)
        if role is not None and role.owned:
            return role, match.end()
        if word in MODIFIERS_NEVER or word in ",:;()" or i > _FEW:
            return None
    return None


def _list_to(row: NamedRow, last: Mention) -> list[Referent]:
    """The name that ends a list, and those before it."""
    at = row.index_of(last)
    found = [row.names[at][1]]
    while at and re.fullmatch(
        r",?\sand\s|,\s", row.content[row.names[at - 1][0].end : row.names[at][0].start]
    ):
        at -= 1
        if row.names[at][1].kind != found[0].kind:
            break
        found.insert(0, row.names[at][1])
    return found


def _tie(holder: Referent, role: Role, other: Referent, start: int, end: int, cue: int) -> Iterator[Tie]:
    predicate: Predicate = role.predicate
    if role.person and other.kind == "person":
        predicate = role.person
    subject, target = (other, holder) if role.turned else (holder, other)
    if predicate == "founded" and subject.kind not in ("person", "unknown"):
        return
    if predicate in ("owns", "funds", "supplies") and "person" in (target.kind,):
        return
    if predicate == "partners_with" and "person" in (subject.kind, target.kind):
        return
    if predicate == "develops" and target.kind not in ("model", "unknown"):
        return
    if predicate == "funds" and target.kind == "side":
        return  # "A, B's state investor"
    if predicate == "part_of" and target.kind == "side" and "in" in role.on:
        return  # "a unit in Taiwan"
    if parties.fit(subject, predicate, target):
        yield Tie(subject, predicate, target, start, end, cue)
