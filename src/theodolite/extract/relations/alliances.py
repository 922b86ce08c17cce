"""Partnerships of two names by what stands between and around them, without syntax: "A and B agreed to work
together", "A will cooperate with B, C and D", "under a deal with B, A ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import is_person, last_house
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words.gates import Gates

_NOUN = (
    r"(?:partnerships?|alliances?|collaborations?|co-?operations?|tie-ups?|agreements?|deals?|memorand(?:um|a)(?:\sof\sunderstanding)?|"
    r"MoUs?|MOUs?|pacts?|joint\sventures?|ventures?|accords?|letters?\sof\sintent|link-ups?|consortium)"
)
_AUX = (
    r"(?:(?:has|have|had|will|would|also|now|then|later|recently|already|jointly|both|each|quietly|first|formally|officially|"
    r"since|just|today|yesterday|were|are|is|to|long|been|agreed|plan|plans|decided|vowed|announced|say|said|they|it|that)\s){0,5}"
)
_JOIN = (
    r"(?:partner(?:s|ed|ing)?(?:\sup)?|team(?:s|ed|ing)?(?:\sup)?|collaborat(?:es?|ed|ing)|co-?operat(?:es?|ed|ing)|"
    r"work(?:s|ed|ing)?(?:\s(?:closely|jointly|hand\sin\shand|together|hand-in-hand))?|join(?:s|ed|ing)?\s(?:forces|hands)|all(?:y|ies|ied|ying)|"
    r"link(?:s|ed|ing)?\sup|t(?:ie|ies|ied|ying)\sup|pair(?:s|ed|ing)?\sup|hook(?:s|ed|ing)?\sup|"
    r"(?:is|are)\sin\s(?:partnership|a\sjoint\sventure|an\salliance))"
)
_TOGETHER = (
    r"(?:partner(?:ed|ing)?(?:\sup)?|team(?:ed|ing)?\sup|collaborat(?:e|ed|ing)|co-?operat(?:e|ed|ing)|"
    r"work(?:ed|ing)?\s(?:closely\s)?(?:together|jointly)|join(?:ed|ing)?\s(?:forces|hands)|link(?:ed)?\sup|tied?\sup|pair(?:ed)?\sup|"
    r"jointly\s(?:develop|build|launch|create|design|train)\w*|co-?develop\w*)\b"
)
_STRIKE = (
    r"(?:announc|sign|struck|strik|form|seal|agree|reach|enter|conclud|set\sup|launch|unveil|ink|forg|extend|renew|expand|"
    r"deepen|have|had|finalis|finaliz|establish|creat)\w*"
)
_PAIR_BEHIND = re.compile(
    rf"(?:,\s[^.;:]{{1,70}},)?\s{_AUX}(?:{_TOGETHER}|{_STRIKE}\s(?:(?:on|into|to)\s)?(?:(?:an?|the|their|its|new)\s)?"
    rf"(?:(?!with\b)[\w-]+\s){{0,4}}?{_NOUN}\b(?!\swith)|(?:have\sbeen\s|are\s|were\s|became\s|remain\s)(?:(?:now|close|old|"
    r"long-standing|longtime|long-time|strategic|business|natural)\s){0,2}(?:partners|allies)\b)"
)
_AND = re.compile(r",?\sand\s(?:the\s)?|\s&\s")
_TO_DO = re.compile(
    r"\sto\s(?:(?:jointly|also)\s)?(?:build|develop|launch|bring|create|set\sup|open|make|train|offer|design|explore)\b"
)
_WITH = re.compile(
    rf"(?:,\s[^.;:]{{1,70}},|,\swhich)?\s{_AUX}(?:{_JOIN}|{_STRIKE}\s(?:(?:on|into|to)\s)?(?:(?:an?|the|their|its)\s)?"
    rf"(?:(?!with\b)[\w-]+\s){{0,4}}?{_NOUN}(?:\s(?:(?!with\b)[\w-]+)){{0,4}}?|agreed)\swith\s(?P<kind>(?:the\s|fellow\s|rival\s)?"
    r"(?:(?!(?:of|to|in|and|that|no|an?)\b)[a-z][\w-]+\s){0,4})\Z"
)
_UNDER = re.compile(
    rf"\b(?:[Uu]nder|[Aa]s\spart\sof|[Tt]hrough|[Tt]hanks\sto|[Bb]y|[Vv]ia)\s(?:an?|its|the|their)\s(?:(?!with\b)[\w-]+\s){{0,4}}?{_NOUN}"
    r"\s(?:(?:signed|struck|announced|agreed)\s)?with\s(?:the\s)?(?:[a-z][\w-]+\s){0,3}\Z"
)
_OPENS = re.compile(
    rf"(?:\A|[;:]\s)(?:An?|The|Its|[Ii]ts|[Aa]|[Aa]n|[Tt]he)\s(?:(?!with\b)[\w-]+\s){{0,4}}?{_NOUN}\swith\s(?:the\s)?(?:[a-z][\w-]+\s){{0,3}}\Z"
)
_GIVES = re.compile(
    r"\s(?:gives|gave|lets|let|brought|brings|helped|helps|allows|allowed|earned|will\s(?:give|let|help|bring))\s(?:the\s)?"
)
_BY_BOTH = re.compile(
    rf"{_NOUN}\s(?:(?:was|were|has\sbeen|is)\s)?(?:signed|struck|agreed|concluded|announced|formed|sealed)\s(?:[\w\s]{{1,24}}?\s)?(?:by|between)\s"
    r"(?:the\s)?(?:[a-z][\w-]+\s){0,3}\Z"
)
_OF_BOTH = re.compile(
    r"\b(?:(?:alliance|partnership|consortium|collaboration|marriage)\s(?:of|between|among)|(?:joint\sventure|venture|alliance|"
    r"partnership|collaboration|tie-up|pact|agreement|deal|co-?operation)\s(?:(?:is|was|will\sbe)\s)?(?:between|among))\s"
    r"(?:the\s)?(?:(?!(?:of|to|in|and|that)\b)[a-z][\w-]+\s){0,4}\Z",
    re.I,
)
_OF_SIDES = re.compile(
    r"\b(?:alliance|partnership|consortium|collaboration|marriage)\s(?:of|between)\s(?:the\s)?\Z", re.I
)
_AMONG = re.compile(
    r"\s(?:counts|lists|names|numbers|has)\s(?:[\w&.-]+(?:\s[\w&.-]+){0,3}(?:,\s|\sand\s)){0,3}\Z"
)
_AMONG_BEHIND = re.compile(
    r"[^.;:]{0,60}?\s(?:among|as\s(?:one\sof\s)?)\s?(?:its|their)?\s?(?:(?:[a-z-]+)\s){0,2}partners\b"
)
_ONE_OF = re.compile(
    r"\s(?:is|was|are|were|remains|became)\s(?:now\s|also\s)?(?:one\sof|among)\s(?:the\s)?\Z"
)
_PARTNERS = re.compile(r"['’]s?\s(?:[a-z-]+\s){0,3}partners\b")
_DENIED = re.compile(
    r"\b(?:not|never|no\slonger|nor|without|refus\w+|stop\w*|ended?|declin\w+|if|whether|might|could|may|talks?|negotiat\w+|"
    r"compet\w+|rumou?r\w*|scrapp\w*|considering)\b|n['’]t\b"
)
_CUE = re.compile(
    r"partner|team|collaborat|operat|work|forces|hands|allied|allies|ally|linked|link|tied|tie|pair|hook|alliance|agreement|deal|"
    r"memorand|mou|pact|venture|accord|letter|agreed|consortium|jointly|develop"
)
_BETWEEN = frozenset(("between", "among", "of"))
_LINKS = frozenset(("and", "with", "partners", "partnership", "alliance"))
_GATE = Gates(_CUE)
_HOUSES = ("organisation", "unknown", "side")
_LONGEST = 150


def find(row: NamedRow) -> Iterator[Tie]:
    """The partnerships that one sentence states."""
    words = row.scene.reading.words[row.number]
    if len(row.names) < 2 or words.isdisjoint(_LINKS) or not _GATE.may(words):
        return
    yield from _both(row)
    if not words.isdisjoint(_BETWEEN):
        yield from _between(row)
    yield from _with(row)
    yield from _around(row)


def _fits(a: Referent, b: Referent) -> bool:
    houses = a.kind in _HOUSES and b.kind in _HOUSES and not is_person(a) and not is_person(b)
    return houses and parties.fit(a, "partners_with", b)


def _both(row: NamedRow) -> Iterator[Tie]:
    """ "A and B agreed to work together", "an alliance of A and B"."""
    for (first, a), (second, b) in zip(row.names, row.names[1:], strict=False):
        if not _AND.fullmatch(row.content[first.end : second.start]) or not _fits(a, b):
            continue
        if (a.kind == "side") != (b.kind == "side"):
            continue
        before = row.content[max(row.sentence.start, first.start - 60) : first.start]
        behind = _PAIR_BEHIND.match(row.content, second.end, min(row.sentence.end, second.end + _LONGEST))
        if behind is None and not before.strip():
            behind = _TO_DO.match(row.content, second.end, row.sentence.end)
        if behind is not None and not _DENIED.search(behind.group()) and not _HANGS.search(before):
            yield Tie(a, "partners_with", b, first.start, behind.end(), second.end)
        elif (lead := _BY_BOTH.search(before) or _OF_SIDES.search(before)) is not None:
            yield Tie(
                a, "partners_with", b, first.start - len(before) + lead.start(), second.end, first.start
            )


_NO = re.compile(r"\b(?:no|any|potential|possible|proposed|failed)\s(?:[\w-]+\s){0,3}between\b", re.I)


def _between(row: NamedRow) -> Iterator[Tie]:
    """ "A joint venture between A, B and C": A's with each."""
    for index, (mention, _) in enumerate(row.names[:-1]):
        before = row.content[max(row.sentence.start, mention.start - 90) : mention.start]
        lead = _OF_BOTH.search(before)
        if lead is None or _DENIED.search(before) or _NO.search(before):
            continue
        first, *others = row.list_from(index)
        for other in others:
            if _fits(first, other) and "side" not in (first.kind, other.kind):
                start = mention.start - len(before) + lead.start()
                yield Tie(first, "partners_with", other, start, other.end, mention.start)


_HANGS = re.compile(r"\b(?:of|in|at|from|by|to|with|for|than|against)\s(?:the\s)?\Z")


def _with(row: NamedRow) -> Iterator[Tie]:
    """ "A will cooperate with B, C and D"."""
    for first, a, second, _, between in row.pairs(2):
        if len(between) > _LONGEST or " with " not in between or (first.adjective and first.kind == "side"):
            continue
        if (match := _WITH.fullmatch(between)) is None or _DENIED.search(match.group()):
            continue
        for other in row.list_from(row.index_of(second)):
            if _fits(a, other):
                yield Tie(a, "partners_with", other, first.start, other.end, first.end)


def _around(row: NamedRow) -> Iterator[Tie]:
    """ "Under a deal with B, A ...", "a partnership with B gives A", "B is one of A's partners"."""
    for index, (mention, b) in enumerate(row.names):
        before = row.content[max(row.sentence.start, mention.start - 100) : mention.start]
        following = row.names[index + 1] if index + 1 < len(row.names) else None
        between = row.content[mention.end : following[0].start] if following else ""
        under = _UNDER.search(before)
        opens = _OPENS.search(before)
        lead = under or opens
        if lead is not None and not _DENIED.search(lead.group()):
            partner = None
            if following and (between in (", ", ", the ") if under else _GIVES.fullmatch(between)):
                partner = following[1]
            elif under and re.match(
                r",\s(?:it|the\s(?:company|firm|start-?up|group|lab))\b",
                row.content[mention.end : mention.end + 16],
            ):
                partner = last_house(row, row.sentence.start, [b.name])
            if partner is not None and _fits(partner, b):
                start = mention.start - len(before) + lead.start()
                yield Tie(partner, "partners_with", b, start, max(mention.end, partner.end), mention.start)
        one_of = following and _ONE_OF.fullmatch(between) and _PARTNERS.match(row.content, following[0].end)
        if one_of and following and _fits(following[1], b):
            yield Tie(following[1], "partners_with", b, mention.start, following[0].end, mention.end)
        if index and _AMONG_BEHIND.match(row.content, mention.end, row.sentence.end):
            head, a = row.names[0]
            if _AMONG.fullmatch(row.content[head.end : mention.start]) and _fits(a, b):
                yield Tie(a, "partners_with", b, head.start, mention.end, head.end)
