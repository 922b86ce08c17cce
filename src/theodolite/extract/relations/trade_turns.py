"""Who supplies whom, told by nouns and from behind: "A's chips went to B", "B placed an order with A", "the
chips that A ships to B", "chips made for B by A", "A lent B 500 GPUs"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon

_WARE = (
    r"(?:chips?|GPUs?|processors?|accelerators?|servers?|wafers?|memory|HBM\w*|modules?|systems?|"
    r"machines?|scanners?|"
    r"boards?|racks?|units|parts|components|samples?|hardware|equipment|tools|capacity|computing|compute|"
    r"cloud|services?|"
    r"power|electricity|lenses|mirrors|lasers|optics|robots?|data|models?|licen[cs]es?|dies|cards|"
    r"supercomputers?|TPUs?)"
)
_FEW = r"(?:(?!(?:by|from|to|for|with|and|but|that|which|who|against|than)\b)[\w%.,’'-]+\s){0,4}?"
_THE = r"(?:the\s|rival\s|fellow\s|(?:its|their)\s(?:[a-z]+\s){0,2})?"
_AUX = (
    r"(?:(?:has|have|had|is|are|was|were|been|being|will|be|now|also|then|first|mostly|already|since|"
    r"reportedly)\s){0,4}"
)
_PASSED = (
    r"(?:sent|sold|shipped|delivered|exported|supplied|leased|rented|licensed|lent|provided|given|"
    r"allocated|handed)"
)
_WENT = re.compile(rf"['’]s?\s{_FEW}{_WARE}\s{_AUX}(?:went|go|goes|gone|going|{_PASSED})\sto\s{_THE}\Z")
_SENDINGS = r"(?:sales?|suppl(?:y|ies)|shipments?|deliver(?:y|ies)|exports?|transfers?|leases?)"
_SENDS = re.compile(rf"['’]s?\s{_FEW}{_SENDINGS}(?:\sof\s{_FEW}{_WARE})?\sto\s{_THE}\Z")
_ORDERS = re.compile(
    rf"['’]s?\s{_FEW}(?:orders?|purchases?|imports?|procurement)(?:\s(?:of|for)\s{_FEW}{_WARE})?"
    rf"\s(?:from|with|at)\s{_THE}\Z"
)
_PLACED = re.compile(
    rf"\s{_AUX}(?:placed?s?|placing|put\sin|puts\sin|booked|made)\s{_FEW}orders?(?:\sfor"
    rf"\s{_FEW}{_WARE})?\s(?:with|at)\s{_THE}\Z"
)
_OUT = re.compile(
    rf"\s{_AUX}(?:outsource[ds]?|outsourcing|entrust(?:s|ed|ing)?|contract(?:s|ed)?\sout|subcontract(?:s|"
    rf"ed)?|farm(?:s|ed)?\sout|"
    rf"hand(?:s|ed)?(?:\sover)?|gave|gives|moved|moves|shifted|awarded)\s{_FEW}"
    rf"(?:production|manufacturing|fabrication|assembly|packaging|foundry\sorders?|chip\sorders?|orders?|"
    rf"(?:chip|die|wafer)s?)\s"
    rf"(?:of\s{_FEW}{_WARE}\s)?to\s{_THE}\Z"
)
_MADE_AT = re.compile(
    rf"\s{_AUX}(?:has|have|had|gets?|got|having|makes?|made|builds?|fabricates?|produces?)\s(?:most\sof"
    rf"\s|all\sof\s|some\sof\s)?(?:its|their|the)\s"
    rf"{_FEW}{_WARE}\s(?:made|built|produced|manufactured|fabricated|packaged)\s(?:at|by)\s{_THE}\Z"
)
_THAT = re.compile(rf"\b{_WARE}\s(?:(?:that|which)\s)?(?:the\s)?\Z")
_TO = re.compile(
    rf"\s{_AUX}(?:suppl(?:y|ies|ied)|sells?|sold|ships?|shipped|delivers?|delivered|provides?|provided|"
    rf"exports?|exported|leases?|leased|"
    rf"rents?|rented|licen[cs]es?|licen[cs]ed|lends?|lent|sends?|sent|offers?|offered|allocate[ds]?|"
    rf"resells?|resold|agreed\sto\s(?:supply|provide|sell|ship|deliver))\sto\s{_THE}\Z"
)
_BY_TO = re.compile(rf"\b{_WARE}\s{_AUX}{_PASSED}\sby\s(?:the\s)?\Z")
_SALE_BY = re.compile(rf"\b{_SENDINGS}\sof\s{_FEW}{_WARE}\sby\s(?:the\s)?\Z", re.I)
_GOODS_TO = re.compile(rf"(?:['’]s?)?\s(?:[\w-]+\s){{0,3}}?{_WARE}\s(?:both\s)?(?:to|into)\s{_THE}\Z")
_SENDING_OF = re.compile(rf"\b{_SENDINGS}\sof\s(?:[a-z][\w-]*\s){{0,3}}\Z", re.I)
_NOT_SENT = re.compile(
    r"\b(?:bans?|banned|block\w*|bar(?:s|red|ring)|restrict\w*|halt\w*|stop\w*|prohibit\w*|curb\w*|limit\w*|prevent\w*|"
    r"against|smuggl\w+|illegal\w*|forbid\w*|forbade|control\w*|suspend\w*|cut\w*|end(?:s|ed|ing)?|no|without|if|curtail\w*)\b",
    re.I,
)
_ONLY_TO = re.compile(rf"\sto\s{_THE}\Z")
_TO_BY = re.compile(rf"\b{_WARE},?\s{_AUX}{_PASSED}\sto\s(?:the\s)?\Z", re.I)
_FOR_BY = re.compile(
    rf"\b{_WARE},?\s{_AUX}(?:made|built|produced|manufactured|fabricated|packaged|designed)\s(?:\w+ly\s)?for\s(?:the\s)?\Z",
    re.I,
)
_ONLY_BY = re.compile(rf"\s(?:in\s\w+\s)?by\s{_THE}\Z")
_ONLY_FROM = re.compile(rf"\s(?:by|from)\s{_THE}\Z")
_GIVES = re.compile(
    rf"\s{_AUX}(?:lent|lends|sold|sells|gave|gives|leased|leases|rented|shipped|ships|sent|sends|handed|"
    rf"granted|allocated|offered|promised|"
    rf"supplied|provided)\s{_THE}\Z"
)
_SO_MANY = re.compile(
    rf"\s(?:(?:about|some|around|nearly|over|up\sto|more\sthan|another|at\sleast|an\sinitial|a\sfurther)"
    rf"\s)?(?:\d[\d,.]*|(?:thousands|hundreds|dozens|tens\sof\sthousands)\sof|a\s(?:cluster|batch|rack)"
    rf"\sof)\s"
    rf"(?:[\w-]+\s){{0,3}}?{_WARE}\b"
)
CUES = lexicon.words(
    """went go goes gone sent sold shipped delivered exported supplied leased rented licensed lent provided
    given allocated handed sale sales supply supplies shipment shipments delivery deliveries export exports
    transfer transfers order orders purchase purchases imports placed places outsourced outsources entrusted
    entrusts subcontracted made built produced manufactured fabricated packaged sells ships delivers
    provides leases rents lends sends offers offered gave gives promised granted agreed contracted farmed"""
)
_GIVERS = ("organisation", "unknown")
_TAKERS = ("organisation", "unknown", "side", "group")
_LONGEST = 110


def find(row: NamedRow) -> Iterator[Tie]:
    """The supplies of one sentence that nouns tell, or that are told from behind."""
    if len(row.names) < 2 or row.scene.reading.words[row.number].isdisjoint(CUES):
        return
    for i, (first, a) in enumerate(row.names[:-1]):
        second, b = row.names[i + 1]
        between = row.content[first.end : second.start]
        if not between or len(between) > _LONGEST or (first.adjective and first.kind == "side"):
            continue
        before = row.content[max(row.sentence.start, first.start - 60) : first.start]
        behind = row.content[second.end : min(row.sentence.end, second.end + 60)]
        if (
            _WENT.match(between)
            or _SENDS.match(between)
            or (_TO.match(between) and _THAT.search(before))
            or (_ONLY_TO.match(between) and (_BY_TO.search(before) or _SALE_BY.search(before)))
            or (_GIVES.match(between) and _SO_MANY.match(behind))
            or (_GOODS_TO.match(between) and _SENDING_OF.search(before) and not _NOT_SENT.search(before))
        ):
            for taker in row.list_from(i + 1):
                yield from _tie(a, taker, first.start, second.end)
        elif (
            _ORDERS.match(between)
            or _PLACED.match(between)
            or _OUT.match(between)
            or _MADE_AT.match(between)
            or (_ONLY_BY.match(between) and _FOR_BY.search(before))
            or (_ONLY_FROM.match(between) and _TO_BY.search(before))
        ):
            yield from _tie(b, a, first.start, second.end)


def _tie(giver: Referent, taker: Referent, start: int, end: int) -> Iterator[Tie]:
    if giver.kind in _GIVERS and taker.kind in _TAKERS and parties.fit(giver, "supplies", taker):
        yield Tie(giver, "supplies", taker, start, max(end, taker.end), start)
