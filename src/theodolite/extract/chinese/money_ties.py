"""Who funds, buys or works with whom in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese import stance
from theodolite.extract.chinese.clause_rules import ClauseRules, by_matches
from theodolite.extract.chinese.referents import main_organisation, speaking, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.ties import amount, draft, listed, organisations
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

_FUND = re.compile(
    r"(?:战略投资|(?:联合领投|领投|跟投|参投)(?!方|者|机构)|投资(?!额|方|者|人|规模|银行|机构|基金|组合|权|市场|总额|界"
    r"|于|价值|回报|局|部|公司|集团|促进|管理|顾问)|注资|入股|押注|资助|增持|(?<![国创风战跟领参])投(?!资|入|放|票|诉|产"
    r"|机|标|稿|身|向|后|前|影|降|下))(?:和收购|并收购)?(?:过|了|给|向)?"
    r"(?P<what>[^，。；]{0,16}?(?:公司|企业|机构|巨头|独角兽)?)"
)
_BACKERS = r"(?:投资方|投资者|投资人|参投方|跟投方|领投方|出资方|股东|投资机构|金主|支持者|资方)"
_INVESTORS = re.compile(
    rf"{_BACKERS}(?:名单|阵容|阵营|行列)?(?:之?中|里|当中)?[，,]?(?:还|也|则|主要|目前|就|既|不仅|不乏|更)*"
    r"(?:包括|有|为|是|分别是|：|:|涵盖|囊括|包含|含|云集|集齐)\s?了?"
    r"|(?:资本|机构|资方|投资者?|基金|股东|财团)方面[，,]?(?:则|还|也|主要|就)*(?:包括|有|为|是|涵盖)\s?了?"
)
_BROUGHT_IN = re.compile(
    r"(?:引入|引进|吸引|迎来|集齐|拥有|收获)了?(?:来自)?\s?(?P<by>[^。；]{2,80}?)等?[^，。；、]{0,8}?"
    r"(?:战略|基石|财务|机构|锚定|外部|早期|天使|产业|新)+(?:投资[者方人]|股东|资本|投资机构)"
)
_BACKED_SO = re.compile(
    r"(?:加持|投资|注资|押注|入股|领投|参投|撑腰|力挺|支持|资助|控股|背书)的\s?(?:初创|明星|独角兽|人工智能|AI|公司|企业|大模型|\s)*"
)
_MORE = re.compile(
    r"等?[^，。；、]{0,16}?[，,；]?\s?(?:也|还|更|又|以及|并且?|同时|此外|再加上|加上)+(?:有|包括|不乏|涵盖|囊括)?\s?(?:来自)?"
)
_PORTFOLIO = re.compile(r"投资了?(?:多家|数家|一批|数十家|[^，。；]{0,4}家)[^。；]{0,44}?(?:包括|有|如)\s?")
_RAISED = re.compile(r"(?:获得?|拿到|拿下|收到|得到)了?(?P<by>[^，。；]{1,40}?)(?:投资|融资|注资|战投|领投)")
_LED = re.compile(r"由(?P<by>[^。；，]{1,50}?)(?:联合)?(?:领投|投资|注资|出资|参投|跟投)")
_BUY = re.compile(
    r"(?:全面|全资)?(?:收购|并购|吞并|买下|控股)(?!案|要约|方|价|交易|了?多家|计划|协议|谈判|方案)了?"
)
_INTO = re.compile(r"(?:向|对)(?P<target>[^，。；]{1,24}?)(?:追加|再)?(?:投资|注资|投入)")
_PARTNER = re.compile(
    r"(?:与|和|同|跟|联手|携手|联合)\s?(?=[^，。；]{1,40}?(?:合作|战略合作|结盟|合作伙伴|伙伴关系|签署"
    r"|签订|签约|共建|共同(?:建|开发|推出|研发|成立|发布)"
    r"|达成[^，。]{0,6}协议|联手|牵手))"
)
_JOINT = re.compile(r"(?:联手|携手)\s?")
_KINDS = ("organisation", "unknown", "group", "side", "person")


def find(scene: Scene) -> Iterator[Draft]:
    """Every tie of money or partnership."""
    yield from _RULES.find(scene)
    for sentence in scene.sentences:
        a, b = sentence.start, sentence.end
        for pattern in (_INVESTORS, _PORTFOLIO):
            for match in pattern.finditer(scene.content, a, b):
                yield from _investors(scene, match, b, pattern is _PORTFOLIO)
        for match in (*_LED.finditer(scene.content, a, b), *_RAISED.finditer(scene.content, a, b)):
            yield from _backed(scene, match)
        for match in _BROUGHT_IN.finditer(scene.content, a, b):
            yield from _backed(scene, match)


def _first(scene: Scene, start: int, end: int, reach: int = 16) -> Mention | None:
    """The first organisation between two places, near the first."""
    found = organisations(scene, [m for m in scene.mentions_in(start, end) if m.start - start <= reach])
    return found[0] if found else None


_WISHED = re.compile(r"(?:想|希望|愿意?|考虑|有意|打算|寻求|试图|争相|渴望)(?:要|向|对|再|去|多)*\s?\Z")


def _funded(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A投资B、C"; "A向B投资"."""
    if _WISHED.search(scene.content, max(start, match.start() - 8), match.start()):
        return
    negated = stance.negated(scene.content, match.start(), start)
    into = _INTO.search(scene.content, start, min(end, match.end() + 2))
    if (
        into
        and into.end() > match.start()
        and (target := _first(scene, into.start("target"), into.end("target")))
    ):
        targets = [target]
        at = into.start()
    else:
        first = _first(scene, match.start() + 2, end)
        if first is None:
            return
        targets, at = listed(scene, first, end), match.start()
        if re.match(r"的(?:创始人|股价|投资|合作)", scene.content[first.end : first.end + 4]):
            return
    if negated:
        return
    investors = [m for m in together(scene, at) if m.name not in {t.name for t in targets}]
    for investor in investors[:8]:
        for target in targets[:12]:
            yield draft(
                scene,
                "funds",
                investor,
                target,
                (match.start(), match.end()),
                match.start(),
                amount(scene, start, end),
            )


def together(scene: Scene, at: int) -> list[Mention]:
    """Who acts: the topic, or in "在A、B同时投资的C中" the names before the verb."""
    clause = scene.clause_at(at)
    near = organisations(scene, list(scene.mentions_in(max(clause.start, at - 24), at)))
    if near and re.fullmatch(
        r"(?:同时|共同|都|均|联合|也|曾|此前|此前已|已|则|先后|等|还|\s)*", scene.content[near[-1].end : at]
    ):
        joined = [near[-1]]
        for mention in reversed(near[:-1]):
            if not re.fullmatch(r"\s?(?:、|和|与|及|以及)\s?", scene.content[mention.end : joined[0].start]):
                break
            joined.insert(0, mention)
        return joined
    found = [speaking(scene, m, at) for m in subjects(scene, at, _KINDS)]
    return [m for m in found if m.kind in ("organisation", "unknown", "group", "person", "side")]


FAILED = re.compile(r"未果|告吹|破裂|流产|未能成行")


def _bought(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A收购B"."""
    if stance.negated(scene.content, match.start(), start):
        return
    target = _first(scene, match.end(), end, 14)
    if target and re.search(r"[受获由]\s?\Z", scene.content[match.end() : target.start]):
        target = _first(scene, target.end, end)  # "收购受A支持的B": B
    if target is None or FAILED.search(scene.content, match.end(), end):
        return
    if (
        re.match(r"[^，。；]{0,6}(?:股份|股权)", scene.content[target.end : target.end + 10])
        and "控股" not in match.group()
    ):
        return
    buyers = [m for m in organisations(scene, together(scene, match.start())) if m.name != target.name]
    for buyer in buyers[:2]:
        yield draft(
            scene,
            "owns",
            buyer,
            target,
            (match.start(), match.end()),
            match.start(),
            amount(scene, start, end),
        )


def _investors(scene: Scene, match: re.Match[str], end: int, portfolio: bool) -> Iterator[Draft]:
    """ "投资方包括A、B": they fund who raised; "先后投资了多家，包括A、B": the topic funds them."""
    named: list[Mention] = []
    at = match.end()
    while (first := _first(scene, at, end, 8 if not named else 14)) is not None and len(named) < 20:
        named.extend(listed(scene, first, end))
        further = _MORE.match(scene.content, named[-1].end, end)
        if portfolio or further is None:
            break
        at = further.end()
    if not named:
        return
    topic = organisations(scene, subjects(scene, match.start(), ("organisation", "unknown")))
    told = {n.name for n in named}
    topic = [m for m in topic if m.name not in told]
    if not portfolio and (not topic or "方面" in match.group()):
        topic = [m for m in _raisers(scene, match.start()) if m.name not in told] or topic
    for name in named[:20]:
        for own in topic[:1]:
            subject, other = (own, name) if portfolio else (name, own)
            yield draft(scene, "funds", subject, other, (match.start(), name.end), match.start())


def _raisers(scene: Scene, at: int) -> list[Mention]:
    """Whose backers the sentence before lists, where this one goes on; else the text's own."""
    number = scene.sentence_at(at)
    for earlier in reversed(scene.sentences[max(0, number - 1) : number]):
        if said := _INVESTORS.search(scene.content, earlier.start, earlier.end):
            before = organisations(scene, list(scene.mentions_in(earlier.start, said.start())))
            if before:
                return before[-1:]
    main = main_organisation(scene)
    return [main] if main is not None else []


def _of_whom(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A、B加持的C": they fund C."""
    behind = [m for m in scene.mentions_in(match.end(), end) if m.start == match.end()]
    target = organisations(scene, behind[:1])
    near = organisations(scene, list(scene.mentions_in(max(start, match.start() - 40), match.start())))
    if not target or not near or not _JUST.fullmatch(scene.content, near[-1].end, match.start()):
        return
    joined = [near[-1]]
    for mention in reversed(near[:-1]):
        if not re.fullmatch(r"\s?(?:、|和|与|及|以及)\s?", scene.content[mention.end : joined[0].start]):
            break
        joined.insert(0, mention)
    predicate = "owns" if match.group().startswith("控股") else "funds"
    for backer in joined[:8]:
        if backer.name != target[0].name:
            yield draft(scene, predicate, backer, target[0], match.span(), match.start())


_JUST = re.compile(r"\s?(?:等|公司|集团|重金|共同|联合|战略|独家|大举|重点|所|曾|等巨头|等机构|\s)*")


def _backed(scene: Scene, match: re.Match[str]) -> Iterator[Draft]:
    """ "B获A投资", "由A领投"."""
    if _WISHED.search(match["by"]):
        return
    backers = organisations(scene, list(scene.mentions_in(match.start("by"), match.end("by"))))
    targets = [
        m
        for m in organisations(scene, subjects(scene, match.start(), ("organisation", "unknown")))
        if m.end <= match.start()
    ]
    for backer in backers[:10]:
        for target in targets[:1]:
            if backer.name != target.name:
                clause = scene.clause_at(match.start())
                yield draft(
                    scene,
                    "funds",
                    backer,
                    target,
                    match.span(),
                    match.start(),
                    amount(scene, clause.start, clause.end),
                )


def _partners(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A与B合作"."""
    other = _first(scene, match.end(), end, 4)
    if other is None or stance.negated(scene.content, match.start(), start):
        return
    own = [
        m
        for m in organisations(scene, subjects(scene, match.start(), ("organisation", "unknown")))
        if m.name != other.name
    ]
    cooperates = re.compile(
        r"[^，。；]{0,40}?(?:合作|结盟|伙伴|签署|签订|签约|共建|共同|协议|联手|牵手)"
    ).match(scene.content, other.end, end)
    for mine in own[:2]:
        stop = cooperates.end() if cooperates else other.end
        yield draft(scene, "partners_with", mine, other, (match.start(), min(stop, end)), match.start())


_HOLDS = re.compile(
    r"(?:仍|还|共|合计|直接|间接|目前)*(?:持有|拥有|握有|获得|取得|收购|买下|拿下|出售)了?(?P<what>[^，。；]{2,40}?)(?:的)?(?:股份|股权|股票|持股)"
)


def _holds(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A持有B约6%的股份": A owns that share of B."""
    if match.group().startswith("出售") or stance.negated(scene.content, match.start(), start):
        return
    held = organisations(scene, list(scene.mentions_in(*match.span("what"))))[:1]
    shares = [f for f in scene.figures_in(*match.span("what")) if f.kind == "percent"]
    if not held or not shares or held[0].start - match.start("what") > 4 or held[0].end > shares[0].start:
        return
    value = shares[0].low if shares[0].low is not None else shares[0].high
    for owner in organisations(scene, together(scene, match.start()))[:2]:
        if owner.name != held[0].name:
            yield draft(scene, "owns", owner, held[0], match.span(), match.start(), (value, "percent"))


_RULES = ClauseRules[Draft](
    by_matches(_FUND, _funded),
    by_matches(_BUY, _bought),
    by_matches(_PARTNER, _partners),
    by_matches(_BACKED_SO, _of_whom),
    by_matches(_HOLDS, _holds),
)
