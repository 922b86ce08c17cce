"""Money given, told around its figure, without syntax: "A has put $2 billion into B", "A promised 40 million
euros", "48 million won has been set aside for B".

The figure is what the rules hold on to: a sentence names money far more seldom than it has verbs of giving.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.lexicon import FUNDED
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import last_house
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon
from theodolite.extract.words.figure import Figure
from theodolite.extract.words.names import Mention

CUES = lexicon.words(
    """poured pour pours pouring put puts putting injected inject injecting invested invest investing
    committed commit committing pledged pledge pledges pledging promised promise promises ploughed
    plowed pumped pumping sunk sank earmarked earmark set allocated allocate allocates contributed
    contribute contributing chipped donated found cheque check spend spends spent spending"""
)
_ADVERBS = (
    r"(?:(?:has|have|had|is|was|are|were|been|be|being|will|would|to|by\snow|now|also|already|so|far|since|then|itself|"
    r"alone|reportedly|jointly|later|first|just|agreed|plans?|planned|intends?|says|said|it|they|together|each|"
    r"recently|quietly|alone|who|which)\s){0,6}"
)
_VERB = (
    r"(?P<verb>pour(?:ed|ing|s)?|put(?:s|ting)?(?P<in>\s(?:in|up))?|inject(?:ed|ing|s)?|invest(?:ed|ing|s)?|"
    r"commit(?:ted|ting|s)?|pledg(?:ed|es?|ing)|promis(?:ed|es?|ing)|plough(?:ed|s|ing)|plow(?:ed|s|ing)|"
    r"pump(?:ed|s|ing)?|sunk|sank|earmark(?:ed|s|ing)?|set(?:s|ting)?\saside|allocat(?:ed|es?|ing)|"
    r"contribut(?:ed|es?|ing)|chipped\sin|donat(?:ed|es?|ing)|found|spen(?:t|ds?|ding)|"
    r"wr(?:ote|itten)(?:\s(?:it|them))?\sa\sche(?:que|ck)\s(?:for|of))"
)
_MEASURE = (
    r"(?:,?\s?\b(?:as\smuch\sas|up\sto|some|about|around|roughly|nearly|almost|over|more\sthan|at\sleast|another|"
    r"an?\sfurther|an?\sadditional|a\stotal\sof|something\slike|close\sto|what\swas\sit|well\sover|in)\b,?){0,2}\s"
)
_GIVES = re.compile(rf"(?:\s|,\s){_ADVERBS}{_VERB}{_MEASURE}\Z", re.I)
_STATE = re.compile(r"\b[Tt]he\s(?:central\s|national\s|federal\s)?(?:state|government)\Z")
_STAND_IN = re.compile(
    r"(?:(?:\A|[.;:,]\s|\b(?:and|but|so|because|when|that)\s)(?:[Tt]hey|[Ii]t)|"
    r"\b[Tt]he\s(?:company|group|firm|start-?up|bank|fund|lab))\Z"
)
_BEHIND = (
    r"(?:\s(?:dollars|euros|pounds|yen|won|yuan|worth|in\s(?:cash|equity|funding|compute|all|total)|"
    r"of\s(?:(?:its|public|their|taxpayers['’]|own|fresh|new)\s){0,2}(?:money|cash|equity|funding|capital)|more|"
    r"so\sfar|last\s\w+|this\s\w+|a\syear|over\s\w+\syears)){0,3}"
)
_INTO = re.compile(
    rf"{_BEHIND}\s(?:into|in|to|for|behind|towards?|on)\s(?P<what>(?:the|an?|its|their|our)\s)?"
)
_NOWHERE = re.compile(
    rf"{_BEHIND}(?:[.,;!?)]|\Z|\s(?:last|this|in\s(?:\d{{4}}|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)|since|when|after|at|and)\b)"
)
_SET_ASIDE = re.compile(
    r"(?:\s(?:dollars|euros|pounds|yen|won|yuan|of\s\w+\smoney))?\s(?:has|have|had|was|were|is|are|will\sbe)\s"
    r"(?:(?:now|already|also|since|been|so\sfar)\s){0,2}(?:set\saside|allocated|earmarked|pledged|promised|committed)"
    r"(?P<to>\s(?:for|to)\s(?P<what>(?:the|an?|its|their)\s)?)?"
)
_FOR_WHICH = re.compile(r",?\sfor\swhich\s(?:the\s)?\Z")
_PLANNED = re.compile(r"\b(?:an?|the)\s(?P<name>[a-z][\w-]+(?:\s[\w-]+){0,5})\Z")
_PURPOSE = re.compile(r"\s(?:for|in|at)\s[A-Za-z][\w-]+")
_WORD = re.compile(r"[\w-]+")
_STOPS = lexicon.words("of for in on to and or that which who with by from at into is was")
_SCHOOLS = FUNDED | lexicon.words("school schools fellowship fellowships fund hospitals")
_DENIED = re.compile(r"\b(?:not|never|no|nobody|without)\b|n['’]t\b|\bif\b", re.I)
_LEAVES_OUT = re.compile(
    r"wr(?:ote|itten)\s(?:it|them)|put\w*\s(?:in|up)|chipped|contribut|promis|pledg|commit", re.I
)
_HANGS = re.compile(r"\b(?:in|of|at|from|by|to|with|for|than|near)\s(?:the\s)?\Z", re.I)
_REACH = 110


def find(row: NamedRow) -> Iterator[Tie]:
    """Who gives money to whom in one sentence, figure by figure."""
    if row.scene.reading.words[row.number].isdisjoint(CUES):
        return
    s = row.sentence
    for figure in row.scene.reading.figures_in(s.start, s.end):
        if figure.kind == "money" and figure.unit:
            yield from _given(row, figure)
            yield from _set_aside(row, figure)


def _given(row: NamedRow, figure: Figure) -> Iterator[Tie]:
    start = max(row.sentence.start, figure.opening - _REACH)
    match = None
    for end in sorted({figure.start, figure.opening}, reverse=True):
        match = match or _GIVES.search(row.content, start, end)
    if match is None or _DENIED.search(match.group()):
        return
    givers = _givers(row, match.start())
    if not givers:
        return
    planned = _planned(row, givers[0].start)
    into = _INTO.match(row.content, figure.end, row.sentence.end)
    takers = [planned] if planned else _takers(row, into)
    if into and len(takers) == 1 and takers[0].kind == "thing":
        takers = [_the_house(row, takers[0], [g.name for g in givers])]
    left_out = not takers and _LEAVES_OUT.match(match["verb"])
    if left_out and _NOWHERE.match(row.content, figure.end, row.sentence.end):
        house = last_house(row, givers[0].start, [g.name for g in givers])
        takers = [house] if house is not None and house.kind != "side" else []
    for giver in givers:
        for taker in takers:
            yield from _tie(row, giver, taker, figure, match.start("verb"))


def _set_aside(row: NamedRow, figure: Figure) -> Iterator[Tie]:
    """ "48 million won has been set aside for B": by the state that the text is about."""
    match = _SET_ASIDE.match(row.content, figure.end, row.sentence.end)
    state = _state(row, figure.start)
    if match is not None and state is not None:
        planned = _planned(row, figure.start)
        for taker in [planned] if planned else _takers(row, match if match["to"] else None):
            yield from _tie(row, state, taker, figure, figure.end)


def _givers(row: NamedRow, at: int) -> list[Referent]:
    """Who stands right before a place: names of a list, the state, the house that the text is about."""
    for i, (mention, referent) in enumerate(row.names):
        if mention.end == at and not mention.adjective:
            hangs = _HANGS.search(row.content, max(row.sentence.start, mention.start - 8), mention.start)
            return _list_to(row, i) if referent.kind != "model" and not hangs else []
    before = row.content[max(row.sentence.start, at - 40) : at]
    if _STATE.search(before):
        state = _state(row, at)
        return [state] if state is not None else []
    if _STAND_IN.search(before):
        house = last_house(row, row.sentence.start)
        return [house] if house is not None else []
    return []


def _list_to(row: NamedRow, index: int) -> list[Referent]:
    """The name at `index` and those that lead to it by commas and "and"."""
    found = [row.names[index][1]]
    for (before, referent), (after, _) in zip(
        reversed(row.names[:index]), reversed(row.names[1 : index + 1]), strict=True
    ):
        gap = row.content[before.end : after.start]
        if gap not in (" and ", ", ", ", and ") or referent.kind in ("model", "side"):
            break
        found.insert(0, referent)
    return found


def _takers(row: NamedRow, match: re.Match[str] | None) -> list[Referent]:
    """What stands behind "into": names, or what of the field money is given to."""
    if match is None:
        return []
    named = _name_at(row, match.end())
    if named is not None:
        return [r for r in row.list_from(row.index_of(named)) if r.kind != "side"]
    end = _field_noun(row, match.end())
    return [_thing(row, match.end(), end)] if end is not None else []


def _the_house(row: NamedRow, told: Referent, but: list[str | None]) -> Referent:
    """ "Into the German company": the house that the words before the sentence are about."""
    before = row.content[max(row.sentence.start, told.start - 5) : told.start]
    if (told.name or "").split()[-1] not in _HOUSE or not before.endswith(("the ", "The ")):
        return told
    found = last_house(row, row.sentence.start, but)
    if found is None or found.kind not in ("organisation", "unknown"):
        return told
    return Referent(found.name, told.text, found.side, told.start, told.end, "organisation")


_HOUSE = lexicon.words("company firm group startup start-up lab business venture developer chipmaker unicorn")


def _field_noun(row: NamedRow, at: int) -> int | None:
    """Where a phrase that begins at a place ends, if what it names is what the field gives money to."""
    end = None
    for match in list(_WORD.finditer(row.content, at, min(row.sentence.end, at + 80)))[:6]:
        apart = match.start() > at and row.content[match.start() - 2] in ",;:.()"
        if apart or match.group().lower() in _STOPS:
            break
        if match.group().lower() in _SCHOOLS:
            end = match.end()
    purpose = _PURPOSE.match(row.content, end, row.sentence.end) if end is not None else None
    return purpose.end() if purpose else end


def _planned(row: NamedRow, at: int) -> Referent | None:
    """ "A fellowship for graduates, for which": what stands before a place where "for which" ends."""
    before = row.content[max(row.sentence.start, at - 100) : at]
    match = _FOR_WHICH.search(before)
    if match is None:
        return None
    place = at - len(match.group())
    for mention, referent in row.names:
        if mention.end == place:
            return referent
    planned = _PLANNED.search(row.content, max(row.sentence.start, place - 70), place)
    if planned is None or _SCHOOLS.isdisjoint(planned["name"].lower().split()):
        return None
    return _thing(row, planned.start("name"), place)


def _thing(row: NamedRow, start: int, end: int) -> Referent:
    name = row.content[start:end]
    return Referent(name, name, None, start, end, "thing")


def _name_at(row: NamedRow, at: int) -> Mention | None:
    return next((m for m, _ in row.names if m.start == at), None)


def _state(row: NamedRow, at: int) -> Referent | None:
    """The side that a text is about most."""
    sides = row.scene.referents.main_sides
    return Referent(sides[0], "", sides[0], at, at, "side") if sides else None


def _tie(row: NamedRow, giver: Referent, taker: Referent, figure: Figure, cue: int) -> Iterator[Tie]:
    fit = parties.fit(giver, "funds", taker) or (
        taker.kind == "thing"
        and (taker.name or "").split()[0] not in FUNDED
        and giver.kind in ("side", "organisation", "unknown")
    )
    if not fit or taker.name == giver.name:
        return
    amount = figure.low if figure.low is not None else figure.high
    inside = [r for r in (giver, taker) if row.sentence.start <= r.start < r.end <= row.sentence.end]
    start = min([figure.start, cue, *(r.start for r in inside)])
    end = max([figure.end, *(r.end for r in inside)])
    yield Tie(giver, "funds", taker, start, end, cue, amount, figure.unit)
