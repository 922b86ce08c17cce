"""Money between two names by what stands between and around them, without syntax: "A took part in the round
of B", "with money from A, B ...", "A-backed B", "A has backed it"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import is_person, last_house
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon
from theodolite.extract.words.gates import Gates

_SUM = (
    r"(?:(?:about|some|around|over|nearly|up\sto|an?|another|more\sthan|at\sleast|its|the|initial|further|"
    r"extra|new|fresh|reported|"
    r"[$€£¥₩₹]\s?[\d.,]+(?:\s?(?:m|bn|million|billion|trillion))?|[\d.,]+(?:\s?(?:m|bn|million|billion|"
    r"trillion))?|million|billion|"
    r"dollars|euros|pounds|yuan|yen|won|US|Canadian|Australian|minority|majority|large|small|strategic|"
    r"\d+%|per\scent|percent)\s){0,6}"
)
_MONEY = (
    r"(?:money|cash|funding|funds|capital|backing|support|investments?|financing|loans?|grants?|"
    r"cheques?|checks?|equity|credit)"
)
_ROUND = (
    r"(?:(?:the|an?|its|their|that|this|latest|first|second|third|new|recent|initial)\s){0,3}"
    + _SUM
    + r"(?:(?:Series\s[A-H]|[Ss]eed|pre-seed|[Aa]ngel|funding|financing|fundraising|investment|equity|"
    r"venture|growth|bridge|latest|"
    r"fund-raising)\s?){0,3}(?:round|financing|funding|raise|fundraising|(?<=Series\s[A-H]\s)|"
    r"(?<=Series\s[A-H]))"
)
_AUX = (
    r"(?:(?:has|have|had|also|now|then|later|recently|already|jointly|both|each|quietly|first|will|would|"
    r"is|was|been|itself|"
    r"reportedly|previously|initially|since|who|which|that|to|agreed|plans?|alone|again|helped)\s){0,4}"
)
_GAVE = (
    r"(?:back(?:s|ed|ing)?|fund(?:s|ed|ing)?|financ(?:es?|ed|ing)|bankroll(?:s|ed|ing)?|sponsor(?:s|ed|"
    r"ing)?|seed(?:s|ed|ing)|subsidi[sz](?:es?|ed|ing)|"
    r"underwr(?:ites?|ote|iting)|invest(?:s|ed|ing)?\s(?:" + _SUM + r"(?:money|cash)?\s?)?in(?:to)?|"
    r"(?:pour|pump|put|sink|sank|sunk|plough|plow|inject|channel|funnel)(?:s|ed|ing|ting|led)?\s"
    + _SUM
    + r"(?:"
    + _MONEY
    + r"\s)?(?:into|in)|(?:bet|bets|betting)\s(?:(?:big|heavily|early)\s)?on|"
    r"(?=[^.;]{0,70}?(?:[$€£¥₩₹\d]|illion|money|cash|fund|capital|grant|loan|invest|cheque|check))"
    r"(?:commit|pledg|grant|award|g[ai]v|lend|len|allocat|earmark|donat|provid|channel|promis|hand|set|"
    r"setting)(?:s|es|ed|e|en|t|ing|ted|ting|led)?"
    r"(?:\saside)?\s"
    + _SUM
    + r"(?:(?:in|of)\s)?(?:(?:public|state|its|own|fresh)\s)?(?:"
    + _MONEY
    + r"\s)?(?:to|for)|"
    r"(?:wr(?:ites?|ote|iting|itten))\s(?:\w+\s){0,3}(?:cheques?|checks?)(?:\s(?:for|of|worth)\s"
    + _SUM
    + r"\s?)?\s?(?:to|for)|"
    r"(?:co-)?(?:lead|leads|led|leading)\s" + _ROUND + r"\s?(?:of|in|for|at|by|into)|"
    r"(?:join(?:s|ed|ing)?|participat(?:es?|ed|ing)\sin|t(?:akes?|ook|aking)\spart\sin|anchor(?:s|ed|ing)?|"
    r"back(?:s|ed|ing))\s" + _ROUND + r"\s?(?:of|in|for|at|by|into)|"
    r"(?:buy|buys|bought|buying|t(?:akes?|ook|aking)|acquir(?:es?|ed|ing)|holds?|held|holding|owns?|has|"
    r"have)\s" + _SUM + r"(?:stakes?|shares?|holding|interest|slice)\s(?:in|of)|"
    r"(?:mak(?:es?|ing)|made)\s" + _SUM + r"investments?\s(?:[\w\s$€£.,]{0,20}?)in)"
)
_TO_NAME = (
    r"(?:(?:the|an?|its|fellow|rival|local|young)\s)?(?:(?!(?:of|in|to|for|by|with|from|at|and|or|"
    r"that|which|its|it|their|the)\b)[a-z][\w-]+\s){0,4}"
)
_DEED = re.compile(rf"(?:,\s[^.;:()]{{1,80}},|,)?\s{_AUX}{_GAVE}\s{_TO_NAME}\Z")
_DOING = re.compile(
    rf"(?:\A|[,;:]\s)(?:[Aa]fter|[Bb]efore|[Bb]y|[Ss]ince|[Hh]aving|[Ww]hile|[Bb]esides|"
    rf"[Ii]n)\s(?:having\s)?{_GAVE}\s{_TO_NAME}\Z"
)
_IT = re.compile(
    r"\s(?:it|the\s(?:company|firm|start-?up|lab|group|business|chipmaker|developer|venture))\b(?!['’]s|-|"
    r"\s(?:behind|of|that|which)\b)"
)
_DEED_OF_IT = re.compile(rf"(?:,\s[^.;:()]{{1,80}},|,)?\s{_AUX}{_GAVE}\Z")
_BACKED = re.compile(
    r"[- ](?:backed|funded|financed|supported|sponsored|bankrolled)\s(?:(?!(?:by|in|and|"
    r"or)\b)[\w-]+\s){0,4}\Z"
)
_IS_BACKED = re.compile(
    r"(?:,|\s(?:is|was|remains|became))\s(?:now\s)?(?:an?|the|another)\s(?:[a-z][\w-]+,?\s){0,3}\Z"
)
_BACKED_BEHIND = re.compile(r"-(?:backed|funded|financed|supported|sponsored|bankrolled)\s")
_INVESTMENT = re.compile(
    r"(?:\b(?:an?|the|this|that|its|new|further)\s)?(?:[\w$€£.,-]+\s){0,4}?(?:investment|bet|stake|backing|"
    r"funding)\s(?:by|of|from)\s(?:the\s)?(?:[a-z][\w-]+\s){0,3}\Z",
    re.I,
)
_IN = re.compile(rf"\s(?:worth\s[\w$€£.,\s]{{1,24}}\s)?(?:in|into|for)\s{_TO_NAME}")
_WITH_MONEY = re.compile(
    rf"(?:\A|[;:,(]\s)(?:[Ww]ith|[Oo]n|[Tt]hanks\sto|[Hh]elped\sby|[Ff]lush\swith|[Aa]rmed\swith|"
    rf"[Bb]uoyed\sby)\s{_SUM}(?:[a-z-]+\s){{0,2}}"
    rf"{_MONEY}\s(?:and\s\w+\s)?from\s(?:the\s)?(?:[a-z][\w-]+\s){{0,3}}\Z"
)
_MONEY_FOR = re.compile(
    rf"(?:\A|[;:,(]\s|\b(?:the|some|most|much|more|half\sof\sthe|"
    rf"its)\s)(?:[\w-]+\s){{0,3}}?{_MONEY}\sfor\s{_TO_NAME}\Z",
    re.I,
)
_CAME = re.compile(
    r"\s(?:(?:has|had|have|is|was|will|largely|mostly|partly|mainly|also|now)\s){0,3}(?:c[ao]mes?|coming|"
    r"flow(?:s|ed)?|provided|supplied|put\sup)\s"
    r"(?:(?:largely|mostly|partly|mainly|chiefly|in\spart)\s)?(?:from|by)\s(?:the\s)?(?:[a-z][\w-]+\s){0,3}"
)
_GOT = re.compile(
    r"(?:,\s[^.;:()]{1,80},|,)?\s"
    + _AUX
    + r"(?:land|won|win|accept|took|take|taken|borrow|drew|draw|got|get|receiv|rais|secur|attract|"
    r"obtain|collect|net|scor|bagg|enjoy|count|rel)\w*\s(?:on\s)?"
    + _SUM
    + r"(?:[a-z-]+\s){0,3}?(?:"
    + _MONEY
    + r"\s|(?<=million\s)|(?<=billion\s)|(?<=bn\s)|(?<=\dm\s))(?:(?:[a-z-]+\s){0,4}?)(?:from|"
    r"of)\s(?:the\s)?(?:[a-z][\w-]+\s){0,3}\Z"
)
_AS_INVESTOR = re.compile(
    r"\s(?:[\w\s,]{0,40}?)?(?:as|among)\s(?:an?\s|its\s|one\sof\sits\s|"
    r"the\s)?(?:[a-z-]+\s){0,2}(?:investors?|backers?|shareholders?)\b"
)
_HAS = re.compile(r"\s(?:has|had|have|counts|lists|names|boasts|claims)\s(?:the\s)?(?:[a-z][\w-]+\s){0,2}\Z")
_DENIED = re.compile(
    r"\b(?:not|never|nor|without|refus\w+|declin\w+|if|whether|might|could|may|should|talks?|negotiat\w+|"
    r"considering|rumou?r\w*|"
    r"wants?|hopes?|ambitions?)\b|n['’]t\b"
)
_CUE = re.compile(
    r"back|fund|financ|bankroll|sponsor|seed|subsidi|underwr|invest|pour|pump|put|sink|sank|plough|plow|"
    r"inject|channel|funnel|bet|"
    r"commit|pledg|grant|award|gave|give|lend|lent|allocat|earmark|donat|provid|promis|hand|aside|cheque|"
    r"check|round|stake|share|"
    r"money|cash|capital|loan|support|shareholder|series|raise|financing"
)
_STAND_INS = lexicon.words(
    """it company firm start-up startup up lab group business chipmaker developer venture"""
)
_GATE = Gates(_CUE)
_LONGEST = 150
_BEFORE = 110  # characters before the first name in which a word may tell of money


def find(row: NamedRow) -> Iterator[Tie]:
    """Who gives money to whom in one sentence, by the places of the names."""
    if not row.names or not _GATE.may(row.scene.reading.words[row.number]):
        return
    if not row.scene.reading.words[row.number].isdisjoint(_STAND_INS):
        yield from _of_it(row)
    start = row.sentence.start
    told = row.content[start : row.sentence.end].lower()  # once, as a search that minds no case is slow
    cues = [start + match.start() for match in _CUE.finditer(told)]
    for first, a, second, b, between in row.pairs(2):
        if len(between) > _LONGEST or (first.adjective and first.kind == "side"):
            continue
        if not any(first.start - _BEFORE <= cue < second.start for cue in cues):
            continue
        before = row.content[max(row.sentence.start, first.start - _BEFORE) : first.start]
        if (deed := _DEED.fullmatch(between)) is not None:
            if not _DENIED.search(deed.group()) and not _HANGS.search(before):
                for taker in row.list_from(row.index_of(second)):
                    yield from _tie(a, taker, a.start, taker.end, first.end)
        elif _GOT.fullmatch(between) and not _DENIED.search(between):
            for giver in row.list_from(row.index_of(second)):
                yield from _tie(giver, a, first.start, giver.end, first.end)
        elif _BACKED.fullmatch(between):
            yield from _tie(a, b, first.start, second.end, first.end)
        elif _IS_BACKED.fullmatch(between) and _BACKED_BEHIND.match(row.content, second.end):
            yield from _tie(b, a, first.start, second.end, second.end)
        elif (_IN.fullmatch(between) and (lead := _INVESTMENT.search(before)) is not None) or (
            (lead := _WITH_MONEY.search(before)) is not None and between in (", ", ", the ")
        ):
            yield from _tie(a, b, first.start - len(lead.group()), second.end, first.start)
        elif (lead := _MONEY_FOR.search(before)) is not None and _CAME.fullmatch(between):
            for giver in row.list_from(row.index_of(second)):
                yield from _tie(giver, a, first.start, giver.end, first.end)
        elif (lead := _DOING.search(before)) is not None and between in (", ", ", the "):
            yield from _tie(b, a, first.start - len(lead.group()), second.end, first.start)
        elif _HAS.fullmatch(between) and _AS_INVESTOR.match(
            row.content, second.end, min(row.sentence.end, second.end + 90)
        ):
            yield from _tie(b, a, first.start, second.end, first.end)


_HANGS = re.compile(r"\b(?:of|in|at|from|to|with|for|than|against)\s(?:the\s)?\Z")


def _of_it(row: NamedRow) -> Iterator[Tie]:
    """ "A has backed it", "A led a round in the company": the house that the words before are about."""
    content, end = row.content, row.sentence.end
    for index, (mention, giver) in enumerate(row.names):
        if giver.kind == "model" or (is_person(giver) and giver.kind != "person"):
            continue
        for place in _IT.finditer(content, mention.end, min(end, mention.end + 120)):
            if any(mention.end <= m.start < place.start() for m, _ in row.names[index + 1 : index + 3]):
                break
            deed = _DEED_OF_IT.fullmatch(content, mention.end, place.start())
            if deed is None or _DENIED.search(deed.group()):
                continue
            house = last_house(row, mention.start, [giver.name])
            if house is not None and house.kind == "organisation":
                taker = Referent(
                    house.name, place.group().strip(), house.side, place.start() + 1, place.end(), house.kind
                )
                yield from _tie(giver, taker, mention.start, place.end(), mention.end)
            break


def _tie(giver: Referent, taker: Referent, start: int, end: int, cue: int) -> Iterator[Tie]:
    gives = giver.kind in ("organisation", "unknown", "side", "person", "group")
    takes = taker.kind in ("organisation", "unknown") and not is_person(taker)
    if gives and takes and parties.fit(giver, "funds", taker):
        yield Tie(giver, "funds", taker, min(start, cue), end, cue)
