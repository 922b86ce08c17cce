"""Whose side an author is on who says "we" without saying of which country: by what is theirs.

Signs, the surest first: "we in Kenya" and "we Germans"; what a line says of the author ("Mr. Hill served in
the Commerce Department"); "our minister said that Nigeria ..."; words of one country's own institutions
("Ranking Member", "Congress should"). Weaker is `not_theirs`: whom "we" are set against ("ahead of China's"):
of the sides that the text is about, the other one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.reading import Reading
from theodolite.extract.words.names import Mention

Spans = Sequence[tuple[int, int]]

_OURS = re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Uu]s|[Oo]urselves)\b")
_WE_IN = re.compile(r"\b(?:[Ww]e|us|[Hh]ere) in (?:the )?(?=[A-Z])")
_WE_THE = re.compile(r"\b(?:[Ww]e|[Uu]s|[Aa]s an?|[Mm]y fellow|[Ff]ellow) (?=[A-Z])")
_OUR_STATE = re.compile(
    r"\b(?:[Oo]ur|[Mm]y(?: own)?) (?:[a-z]+ )?(?:minister|government|president|prime minister|ministry|"
    r"parliament|country|nation|chancellor|continent|republic)\b[^.!?;:\n]{0,140}"
)
_NAMED_SO = re.compile(r"(?:\b(?:that|in|of)|,)\s(?:the\s)?\Z")
_BIO = re.compile(
    r"(?:\A|\n)[ \t]*[*_(]{0,4}(?:Mr|Ms|Mrs|Dr|Prof|Professor)?\.?\s?(?:[A-Z][\w.’'-]+\s){0,3}"
    r"(?P<name>[A-Z][\w’'-]+)\s(?:is|was|served|serves|teaches|works|worked|writes|covers|runs|leads)\b[^\n]{0,300}"
)
_OFFICE = re.compile(
    r"\b(?:minister|ministry|president|premier|chancellor|senator|lawmaker|MP|government|parliament|ambassador|commissioner|"
    r"official|regulator|agency|professor|university|academician|scientist|engineer|academy|general|admiral|secretary|"
    r"institute|army|researcher|entrepreneur|developer|physicist|economist|delegate|negotiator|adviser|diplomat|computer|"
    r"mathematician|founder|billionaire|investor)\b",
    re.I,
)
_BETWEEN = re.compile(r"\s(?:[a-z][\w-]*,?\s){1,6}?(?:[A-Z][\w.]{0,4}\s)?")
_LINE = re.compile(r"(?:,|\swho)\s[^.;:\n“”\"]*")
_NAMED_BEHIND = 110
"""Characters behind a name in which a line on the person stands."""
_INSTITUTIONS = (
    (re.compile(r"\bRanking Member\b|\b(?:Congress|[Tt]h(?:e|is) administration|[Tt]he Senate) (?:should|"
                r"must|ought|needs?|can|could|has to)\b"), "United States"),
    (re.compile(r"\b1\dth Five-Year Plan\b|\A\W{0,80}Comrades\b|\n[ \t]*Comrades\b"), "China"),
)  # fmt: skip
_AGAINST = (
    r"(?:than|ahead\sof|behind|beat|beating|outpac\w+|against|compet\w+\swith|catch\sup\s(?:with|to)|rac\w+\swith|"
    r"compared\s(?:to|with)|unlike|rival(?:s|led)?\s(?:by|is|in)?|overtaken\sby|hands\s[\w\s]{1,20}?\sto|lose\sto|"
    r"losing\sto|trail|trails|trailing|match|matching)"
)
_WE_THEN = re.compile(
    rf"\b(?:[Ww]e|[Oo]urs?|[Uu]s)\b[^.!?;\n]{{0,90}}?\b{_AGAINST}\s(?:(?:the|those|that|of|in)\s){{0,3}}\Z"
)
_THEN_US = re.compile(rf"[^.!?;\n]{{0,90}}?\b{_AGAINST}\s(?:we|us|ours|our)\b")
_LONGEST = 200
_PLACES = 4
"""Places of a name that are looked at."""


def found(reading: Reading, name: str, spans: Spans) -> str | None:
    """The side of the author `name` of the text in `spans`; None where the words show none."""
    own = tuple(spans)
    return (
        of_we(reading, own)
        or _of_bio(reading, name, own)
        or _of_state(reading, own)
        or _of_institutions(reading, own)
    )


def _side_behind(reading: Reading, at: int, reach: int = 40) -> str | None:
    """The side that is named right at a place."""
    for mention in reading.mentions_in(at, min(len(reading.content), at + reach)):
        if mention.start == at and mention.kind in ("side", "group"):
            return mention.side or mention.name
    return None


@lru_cache(maxsize=2)
def of_we(reading: Reading, spans: Spans) -> str | None:
    """ "We in China", "we Europeans", "as an Indian"."""
    for start, end in spans:
        for pattern in (_WE_IN, _WE_THE):
            for match in pattern.finditer(reading.content, start, end):
                if side := _side_behind(reading, match.end()):
                    return side
    return None


def of_office(reading: Reading, name: str) -> str | None:
    """ "The Dutch minister, Ana Ruiz", "Ana Ruiz, who heads the Indonesian agency": the office's country."""
    content = reading.content
    for match in islice(re.finditer(re.escape(name), content), _PLACES):
        before = reading.mentions_in(max(0, match.start() - 70), match.start())
        for mention in before[-1:]:
            between = content[mention.end : match.start()]
            if mention.kind == "side" and _BETWEEN.fullmatch(between) and _OFFICE.search(between):
                return mention.side
        behind = _LINE.match(content, match.end(), match.end() + _NAMED_BEHIND)
        if behind is None:
            continue
        for mention in reading.mentions_in(behind.start(), behind.end()):
            said = content[behind.start() : min(len(content), mention.end + 40)]
            national = mention.kind in ("side", "group") and mention.adjective
            if national and mention.side and _OFFICE.search(said):
                return mention.side
    return None


def _of_bio(reading: Reading, name: str, spans: Spans) -> str | None:
    """The side of the first office, house or country that a line on the author names."""
    for start, end in spans:
        for match in _BIO.finditer(reading.content, start, end):
            if match["name"] != name.split()[-1]:
                continue
            for mention in reading.mentions_in(match.end("name"), match.end()):
                if mention.side and mention.kind in ("organisation", "side", "group"):
                    return mention.side
    return None


@lru_cache(maxsize=2)
def _of_state(reading: Reading, spans: Spans) -> str | None:
    """ "Our minister said that Nigeria had entered the race"; not "our government fears China"."""
    for start, end in spans:
        for match in _OUR_STATE.finditer(reading.content, start, end):
            for mention in reading.mentions_in(match.start(), match.end()):
                if mention.kind == "side" and not mention.adjective:
                    if _NAMED_SO.search(reading.content[mention.start - 10 : mention.start]):
                        return mention.side
                    break
    return None


@lru_cache(maxsize=2)
def _of_institutions(reading: Reading, spans: Spans) -> str | None:
    for pattern, side in _INSTITUTIONS:
        if any(pattern.search(reading.content, start, end) for start, end in spans):
            return side
    return None


def not_theirs(reading: Reading, spans: Spans) -> str | None:
    """Of the two sides that the text is most about, the one that "we" are not set against."""
    counts: Counter[str] = Counter()
    others: set[str] = set()
    for start, end in spans:
        if not _OURS.search(reading.content, start, end):
            continue
        for mention in reading.mentions_in(start, end):
            if mention.side and mention.name not in OBSERVERS and mention.kind != "person":
                counts[mention.side] += 2 if mention.kind in ("side", "group") else 1
                if mention.kind in ("side", "group") and _is_set_against(reading, mention):
                    others.add(mention.side)
    ranked = [side for side, count in counts.most_common(3) if count > 2]
    left = [side for side in ranked[:2] if side not in others]
    return left[0] if others.intersection(ranked) and len(left) == 1 else None


def _is_set_against(reading: Reading, mention: Mention) -> bool:
    """ "We are ahead of China", "Beijing built more than we have"."""
    content = reading.content
    low = max(0, mention.start - _LONGEST)
    if _WE_THEN.search(content[low : mention.start]):
        return True
    return bool(_THEN_US.match(content, mention.end, min(len(content), mention.end + _LONGEST)))
