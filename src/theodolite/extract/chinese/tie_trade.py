"""Ties of trade in Chinese by nouns of action: orders, contracts, supply chains, purchases, bans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese import stance, tie_frames
from theodolite.extract.chinese.clause_rules import ClauseRules, by_matches
from theodolite.extract.chinese.referents import is_organisation, is_thing, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.ties import amount, draft, listed
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

_CHAIN = re.compile(
    r"(?:进入|打入|切入|跻身|加入|挤进|通过)了?(?P<to>[^，。；]{2,24}?)的?(?:[\u4e00-\u9fff]{0,6}?)(?:供应链|供应体系|供货体系|采购名单|采购体系|供应商名单|供应商体系|供应商名录"
    r"|供应商认证|供应商行列|产业链)"
    r"|(?:拿下|获得?|拿到|斩获|接到|赢得|手握|收到|签下|承接|中标|夺得|锁定|取得)了?(?:来自)?(?P<from>[^，。；]{2,24}?)的?[^，。；]{0,18}?(?:订单|大单|采购合同|供货合同|定点"
    r"|采购协议|项目|合同|标段)"
    r"|(?:与|和|同|跟)(?P<with>[^，。；]{2,24}?)(?:签订|签署|签下|签了|签|达成)了?[^，。；]{0,16}?(?:供货|供应|采购|销售|代工|供电|购销|采买)(?:合同|协议|订单|合约|框架)"
)
_BOUGHT = re.compile(
    r"(?:完成|敲定|达成|宣布|推进|启动|计划|取消|终止)了?(?:对|了对)(?P<of>[^，。；]{2,20}?)的?(?:全资|战略|整体)?(?P<how>收购|并购|控股|投资|增资|入股|注资)"
    r"|(?:把|将)(?P<into>[^，。；]{2,20}?)(?:的?[^，。；]{0,6}?)(?:收入囊中|收入麾下|纳入麾下|揽入怀中|收归旗下|并入旗下|纳入旗下|收至麾下)"
)
_JOINED = re.compile(
    r"(?:联合|携手|牵手|联手|会同|协同|绑定|结盟)(?:了)?(?P<with>[^，。；]{2,30}?)(?=$|[，。；]|发布|推出|打造|研发|开发|共建|建设|成立|发起|开展|共同|启动|举办|探索|攻关|训练|上线|编制|在)"
)
_TOGETHER = re.compile(
    r"(?:近日|日前|今[日天]|正式|宣布|已|将|还|也|再度|再次)*(?:联手|携手|联合|合作|共同|合力|强强联合)(?:推出|打造|研发|开发|发布|建设|共建|成立|发起|开展|组建|研制|训练|探索|投资建设)"
)
_LISTED = re.compile(
    r"被(?:正式|再次|重新|一同|同时|突然)?(?:列入|纳入|加入|拉入|列进|加进|放进)了?(?P<by>[^，。；]{2,14}?)(?:商务部|国防部|财政部|政府)?的?(?:所谓)?[“]?(?:实体清单|黑名单|制裁名单|出口管制清单|军事企业清单"
    r"|涉军清单|中国军事企业名单|涉军企业名单|未核实清单|管制名单|清单|名单)"
)
_SUFFERS = re.compile(
    r"(?:受到?|因|在|由于|面对|面临|遭到?|遭遇|饱受)(?P<by>[^，。；]{2,8}?)(?:政府)?的?(?:多轮|持续|进一步|新一轮|长期|严厉|芯片|技术)*(?:制裁|出口管制|出口限制|禁令|封锁|断供|打压)"
)
_BANNED_IN = re.compile(
    r"(?:在|于)(?P<by>[^，。；在]{2,12}?)(?:境内|全境|市场|多地|政府部门|政府设备上?|公务设备上?)?(?:也|已|又|先后|相继|接连|均)?(?:被|遭到?)(?:全面|正式|紧急|暂时|先后)?(?:禁用|禁止|封禁|下架|叫停|禁售|屏蔽|限制|禁)"
)
_STOPS = re.compile(
    r"(?:宣布|要求|下令|决定|已|正式|紧急|暂时|全面)*(?:暂停|叫停|停止|中止|下架|封禁|禁用|屏蔽|禁止)(?:了)?(?:在?[^，。；]{0,14}?(?:使用|下载|安装|访问|销售|采购|部署|接入))?(?P<what>[^，。；]{2,24}?)"
    r"(?:的?(?:下载|服务|使用|新用户注册|销售|安装|运营|访问|上架|应用)|(?=[，。；]|\Z))"
)
_WHO = ("organisation", "unknown")


def find(scene: Scene) -> Iterator[Draft]:
    """Every tie that such a noun states."""
    return _RULES.find(scene)


def _firms(scene: Scene, start: int, end: int) -> list[Mention]:
    found = scene.mentions_in(start, end)
    return [m for m in found if is_organisation(scene, m) and m.kind != "group" and m.noun != "title"]


def _topic(scene: Scene, at: int) -> list[Mention]:
    """The firms that the clause is about, of its own sentence."""
    first = scene.sentences[scene.sentence_at(at)].start
    found = [m for m in subjects(scene, at, _WHO) if m.end <= at and is_organisation(scene, m)]
    return [m for m in found if m.start >= first or len(found) == 1][:3]


def _off(scene: Scene, at: int, start: int) -> bool:
    before = scene.content[max(start, at - 8) : at]
    return tie_frames.NEVER.search(before) is not None or stance.negated(scene.content, at, start)


def _chain(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A进入B的供应链", "A拿下B的订单", "A与B签订供货合同": A supplies B."""
    group = str(match.lastgroup)
    buyers = _firms(scene, match.start(group), match.end())
    if not buyers or buyers[0].start - match.start(group) > 4 or _off(scene, match.start(), start):
        return
    if "采购" in match.group() and group == "with":
        return  # who sells is not said
    for seller in _topic(scene, match.start()):
        for buyer in listed(scene, buyers[0], match.end())[:5]:
            if buyer.name != seller.name and is_organisation(scene, buyer):
                yield draft(scene, "supplies", seller, buyer, match.span(), match.start())


def _bought(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A完成对B的收购", "A将B收入囊中"."""
    group = "of" if match["of"] else "into"
    targets = _firms(scene, *match.span(group))
    if not targets or _off(scene, match.start(), start) or match.group()[:2] in ("取消", "终止"):
        return
    predicate = "funds" if match["how"] in ("投资", "增资", "入股", "注资") else "owns"
    for buyer in _topic(scene, match.start())[:2]:
        if buyer.name != targets[0].name:
            money = amount(scene, start, end)
            yield draft(scene, predicate, buyer, targets[0], match.span(), match.start(), money)


def _joined(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A联合B发布C", "A牵手B"."""
    others = _firms(scene, *match.span("with"))
    if not others or others[0].start - match.start("with") > 3 or _off(scene, match.start(), start):
        return
    for own in _topic(scene, match.start())[:2]:
        for other in listed(scene, others[0], match.end("with"))[:6]:
            if other.name != own.name and is_organisation(scene, other):
                yield draft(scene, "partners_with", own, other, match.span(), match.start())


def _together(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A、B联手推出C"."""
    near = _firms(scene, start, match.start())
    if len(near) < 2 or match.start() - near[-1].end > 4 or _off(scene, match.start(), start):
        return
    row = listed(scene, near[0], match.start())
    while len(near) > 2 and near[-1] not in row:
        near = near[1:]
        row = listed(scene, near[0], match.start())
    if near[-1] in row:
        for other in row[1:6]:
            if other.name != row[0].name and is_organisation(scene, other):
                yield draft(scene, "partners_with", row[0], other, match.span(), match.start())


def _barred(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A被列入美国实体清单", "受美国制裁，A ...", "A在意大利被禁"."""
    who = [m for m in scene.mentions_in(*match.span("by")) if m.kind in ("side", "organisation")]
    if not who or who[0].start - match.start("by") > 1:
        return
    sentence_end = scene.sentence_end(match.start())
    kinds = ("organisation", "unknown", "model")
    targets = [
        m for m in subjects(scene, match.start(), kinds) if start <= m.start and m.end <= match.start()
    ]
    if not targets and match.re is _SUFFERS:
        behind = [m for m in scene.mentions_in(match.end(), sentence_end) if m.kind in kinds]
        clause = scene.clause_at(match.end() + 1)
        opens = [m for m in behind if m.start - clause.start <= 1 or m.start - match.end() <= 4]
        targets = opens[:1]
    for target in targets[:4]:
        if target.name != who[0].name and (target.side is None or target.side != who[0].side):
            made = draft(scene, "restricts", who[0], target, match.span(), match.start())
            made.override["polarity"] = "asserted"
            yield made


def _stopped(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "韩国暂停B的下载", "多个州禁止政府设备使用B"."""
    things = [
        m for m in scene.mentions_in(*match.span("what")) if is_thing(scene, m) or m.kind == "organisation"
    ]
    who = [m for m in subjects(scene, match.start(), ("side", "organisation")) if m.end <= match.start()]
    if not things or not who or who[0].start < start or things[0].start - match.start("what") > 3:
        return
    if things[0].maker == who[0].name or things[0].name == who[0].name or _off(scene, match.start(), start):
        return
    if who[0].kind != "side":
        return
    made = draft(scene, "restricts", who[0], things[0], match.span(), match.start())
    made.override["polarity"] = "asserted"
    yield made


_RULES = ClauseRules[Draft](
    by_matches(_CHAIN, _chain),
    by_matches(_BOUGHT, _bought),
    by_matches(_JOINED, _joined),
    by_matches(_TOGETHER, _together),
    by_matches(_LISTED, _barred),
    by_matches(_SUFFERS, _barred),
    by_matches(_BANNED_IN, _barred),
    by_matches(_STOPS, _stopped),
)
