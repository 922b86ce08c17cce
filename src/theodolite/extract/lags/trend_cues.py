"""Words that say how a gap moves, each with the trend it tells and whether it speaks of the leader's lead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from theodolite.extract.lags import cues, motions
from theodolite.extract.words.gates import Gates, Words

_WIDER = re.compile(
    r"wid|extend|doubl|tripl|grow|grew|expand|increas|lengthen|broaden|deepen|bigger|"
    r"larger|longer|open",
    re.I,
)
GAP_NOUN = re.compile(
    r"\b(?:gap|lead|distance|lag|deficit|disparity|head start|advantage|edge|divide|cushion|moat)\b", re.I
)
_STEADY = re.compile(r"chang|shift|mov|budg|stable|steady|constant|same|stagnant", re.I)
_ABILITY = re.compile(
    r"\b(?:will|would|could|may|might|can|likely to|expected to|poised to|going to|['’]ll|"
    r"set to|on track to|able to|has|have|had|is|are|was|were|been|(?:seems?|appears?|seemed|"
    r"appeared) to be|(?:may|might|could|must) be|(?:has|have|"
    r"had)\s(?:also\s)?helped(?:\sto)?)\s+(?:\w+ly\s|soon\s|eventually\s|also\s|"
    r"still\s|already\s){0,2}\Z",
    re.I,
)


class TrendCue(NamedTuple):
    """Where a trend is told, which, and whether what moves is the leader's ("its lead"), not the gap."""

    start: int
    end: int
    trend: str
    leads: bool


def find(words: Words, content: str, start: int, end: int) -> Iterator[TrendCue]:
    """The trends told between two places of a text; `words` are those of the sentence there.

    They come cue by cue, in the order in which the cues are believed.
    """
    for number in sorted(_GATES.opened(words)):
        pattern, read = _CUES[number]
        for match in pattern.finditer(content, start, end):
            if found := read(content, start, match):
                yield found


def holds(content: str, start: int, at: int) -> bool:
    """Whether it is said to happen, rather than wished, tried or made possible for somebody."""
    before = content[max(start, at - 60) : at]
    return not cues.PURPOSE.search(before) or bool(_ABILITY.search(before))


_Read = Callable[[str, int, re.Match[str]], TrendCue | None]
"""From a text, the start of the sentence and what a pattern has matched."""


def _by_its_word(content: str, start: int, match: re.Match[str]) -> TrendCue | None:
    """ "A widening gap", "Gap narrows"."""
    return None if _is_another(content, start, match) else _told(match, _way(match), _is_lead(match["noun"]))


def _stops(content: str, start: int, match: re.Match[str]) -> TrendCue | None:
    return None if _is_another(content, start, match) else _told(match, "steady", _is_lead(match["noun"]))


def _done_to_it(trend: str) -> _Read:
    """ "Narrows the gap": by somebody."""

    def read(content: str, start: int, match: re.Match[str]) -> TrendCue | None:
        if _is_goal(content, start, match) or cues.OTHER_GAP.search(match.group()):
            return None
        return _told(match, trend, _is_lead(match["noun"])) if holds(content, start, match.start()) else None

    return read


def _moves(content: str, start: int, match: re.Match[str]) -> TrendCue | None:
    """ "The gap has narrowed"."""
    if (
        _is_another(content, start, match)
        or len(match["mid"]) > 80
        or _IN_THEORY.search(match.group())
        or _is_any_gap(content[max(start, match.start() - 16) : match.start()], match.group())
    ):
        return None
    trend = "steady" if _STEADY.search(match["way"]) else _way(match)
    begin = match.start() + _nearest_noun(match.group()[: match.start("way") - match.start()])
    near = GAP_NOUN.match(content, begin)
    return TrendCue(begin, match.end(), trend, _is_lead(near.group() if near else match["noun"]))


def _marks(content: str, start: int, match: re.Match[str]) -> TrendCue | None:
    return _told(match, _way(match), leads=False)


def _always(trend: str, leads: bool) -> _Read:
    def read(content: str, start: int, match: re.Match[str]) -> TrendCue | None:
        return _told(match, trend, leads)

    return read


def _leaving(content: str, start: int, match: re.Match[str]) -> TrendCue | None:
    return _told(match, "widening", leads=True) if holds(content, start, match.start()) else None


def _catching(content: str, start: int, match: re.Match[str]) -> TrendCue | None:
    if not holds(content, start, match.start()) or _is_goal(content, start, match):
        return None
    return _told(match, "narrowing", leads=False)


def _will_catch(content: str, start: int, match: re.Match[str]) -> TrendCue | None:
    if _NOT_YET.search(content[start : match.start()]):
        return None
    return _told(match, "narrowing", leads=False)


_CUES: tuple[tuple[re.Pattern[str], _Read], ...] = (
    (cues.HEADLINE, _by_its_word),
    (cues.THE_MORE, _by_its_word),
    (cues.GAP_STOPS, _stops),
    (cues.NARROWING, _done_to_it("narrowing")),
    (cues.WIDENING, _done_to_it("widening")),
    (cues.GAP_MOVES, _moves),
    (cues.GAP_ADJECTIVE, _by_its_word),
    (cues.MARKS, _marks),
    (motions.LOSING, _always("widening", leads=False)),
    (motions.FALLING, _always("widening", leads=False)),
    (motions.PULLING, _always("widening", leads=True)),
    (motions.LEAVING, _leaving),
    (motions.CATCHING, _catching),
    (motions.WILL_CATCH, _will_catch),
)
_GATES = Gates(*(pattern for pattern, _ in _CUES))
"""Which of the cues a sentence may have."""


_IN_THEORY = re.compile(
    r"\b(?:hard|harder|difficult|impossible|unable|easier|easy|enough|ways?|how) to\s", re.I
)
_NOT_YET = re.compile(r"\b(?:before|when|until|if|whether)\b[^,]*\Z", re.I)


def _told(match: re.Match[str], trend: str, leads: bool) -> TrendCue:
    return TrendCue(match.start(), match.end(), trend, leads)


def _way(match: re.Match[str]) -> str:
    return "widening" if _WIDER.search(match["way"]) else "narrowing"


def _is_another(content: str, start: int, match: re.Match[str]) -> bool:
    """Whether it is a gap of another kind: in pay, between generations."""
    return cues.OTHER_GAP.search(content[max(start, match.start() - 25) : match.end()]) is not None


def _nearest_noun(words: str) -> int:
    """Where the last noun of a gap begins: the one that the verb speaks of."""
    return max((m.start() for m in GAP_NOUN.finditer(words)), default=0)


def _is_any_gap(before: str, words: str) -> bool:
    """ "A gap of two years can vanish": any such gap, not this one."""
    indefinite = re.search(r"(?:\A|\s)(?:an?|any|no|such a)\s(?:\w+\s)?\Z", before, re.I)
    return bool(indefinite and re.search(r"\b(?:can|could|may|might|would)\b", words))


def _is_lead(noun: str) -> bool:
    return noun.lower() in ("lead", "advantage", "edge", "head start", "headstart", "head-start")


_GOAL_OF = re.compile(
    r"[^,;.?!]{0,60}?\s(?:will|would|could|may|might|can|requires?|takes?|took|is|was|means?|needs?|"
    r"remains?)\b"
)


def _is_goal(content: str, start: int, match: re.Match[str]) -> bool:
    """ "Catching up with them would take years": what is to be done, not what happens."""
    opens = not content[start : match.start()].strip(" \"“”'‘’*#>")
    gerund = re.match(r"\w+ing\b", match["verb"].split()[-1] if " up" not in match["verb"] else match["verb"])
    return bool(opens and gerund and _GOAL_OF.match(content, match.end()))
