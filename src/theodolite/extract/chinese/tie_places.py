"""Ties in Chinese by prepositions and places: with whom, from and to whom, under whom, on which list."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from theodolite.extract.chinese import stance, tie_frames
from theodolite.extract.chinese.clause_rules import ClauseRules, first_of
from theodolite.extract.chinese.referents import is_organisation, is_thing, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.chinese.ties import amount, draft, listed, organisations
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention


def find(scene: Scene) -> Iterator[Draft]:
    """Every tie that a preposition or a place states."""
    yield from _RULES.find(scene)
    yield from _under(scene)
    yield from _holding(scene)


_UNDER = re.compile(r"(?:集团|公司)?旗下的?(?P<gap>[^，。；：！？、]{0,10}?)")


_PUT = re.compile(
    r"(?:将|把)(?P<what>[^，。；]{1,24}?)(?P<how>列入|纳入|加入|拉入|整合进|整合到|集成到|集成进|接入"
    r"|嵌入|植入|融入|内置于|引入|用于|应用于|搭载到|装进|部署到|部署在|出售给|卖给|交给|提供给"
    r"|供应给|授权给|并入|划归)(?:了)?(?P<where>[^，。；]{1,24})"
)


_WITH = re.compile(
    r"(?:与|和|同|跟)(?P<who>[^，。；：！？]{1,40}?)(?:正式|再次|将|已|共同|进一步|还|也|近日|日前"
    r"|此前|\d*月?\d*日?)*?"
    r"(?:达成|签署|签订|签约|展开|开展|建立|扩大|深化|结成|宣布|合作|联手|携手|牵手|结盟|共建"
    r"|共同(?!点|体)|联合(?!国)|组成|成立|绑定|敲定|保持|签了?(?=[^，。；]{0,14}(?:合同|协议|备忘录|合约)))"
)


_TOGETHER = re.compile(
    r"合作|协议|伙伴|联手|携手|牵手|结盟|共建|共同|联合|联盟|合资|签约|绑定|备忘录|合约|合同"
)
_FROM = re.compile(
    r"(?:从|向|找|跟|由)(?P<who>[^，。；：！？]{1,24}?)(?:处|那里|手中|手里)?(?P<verb>采购|订购|购买"
    r"|购入|下单|买入|买|租用|租|进货|代工|流片|拿货|借|加单|追加订单|订货)"
)


_TO = re.compile(
    r"(?:向|给|为|对|替|帮)(?P<who>[^，。；：！？]{1,30}?)(?P<verb>供应(?!商|链|端|方)|供货|提供|出售|销售|交付|出货|输出"
    r"|代工|建设|建造|搭建|承建|托管|投资|注资|增资|出资|追加投资|投入|投了|砸了|投下|注入|捐赠|拨款|开放|发货|实施|施加|断供|禁售|禁运|封锁|出口|发出|开出"
    r"|下达|收紧|限制)(?P<what>[^，。；：！？]{0,24})"
)


_CURB = re.compile(r"制裁|禁令|管制|限制|封锁|禁运|断供|禁售|许可|罚单|限令|黑名单")


_LIST = re.compile(r"实体清单|黑名单|名单|清单|禁购名单")


_GOODS = re.compile(
    r"芯片|GPU|模型|算力|设备|技术|硬件|产品|显卡|加速卡|内存|HBM|光刻|服务器|电力|电池|减速器|传感器"
    r"|零部件|云服务|数据|机器人|电机|激光雷达|晶圆|材料"
)


def _put(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "将B列入实体清单", "将B整合进A", "将B出售给A"."""
    for match in _PUT.finditer(scene.content, clause.start, clause.end):
        what = [m for m in scene.mentions_in(*match.span("what")) if m.kind != "person"]
        where = [m for m in scene.mentions_in(*match.span("where")) if m.kind != "person"]
        place = (match.start(), match.end())
        if match["how"] in ("列入", "纳入", "加入", "拉入"):
            if _LIST.search(match["where"]) or _LIST.search(scene.content[match.end() : match.end() + 8]):
                for actor in tie_frames.actors(scene, "restricts", match.start())[:1]:
                    for target in what:
                        yield draft(scene, "restricts", actor, target, place, match.start())
        elif tie_frames.NEVER.search(scene.content[max(clause.start, match.start() - 8) : match.start()]):
            continue
        elif match["how"] in ("出售给", "卖给", "交给", "提供给", "供应给", "授权给"):
            for actor in tie_frames.actors(scene, "supplies", match.start())[:1]:
                for target in where[:3]:
                    if target.name != actor.name and match["how"] != "交给":
                        yield draft(scene, "supplies", actor, target, place, match.start())
        elif what and is_thing(scene, what[0]):
            users = where[:1] or tie_frames.actors(scene, "uses", match.start())[:1]
            for user in users:
                if user.name not in (what[0].name, what[0].maker):
                    yield draft(scene, "uses", user, what[0], place, match.start())


_THERE = re.compile(
    r"\s?(?:等地?|等国|两国|多国)?的?[^，。；]{0,4}(?:机构|大学|高校|企业|公司|学者|医院|团队|厂商)"
)


def _prepositional(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "与A合作", "从A采购", "向A供应B"."""
    content = scene.content
    together = _TOGETHER.search(content, clause.start, clause.end) is not None
    for match in first_of(_WITH, scene, clause) if together else ():
        tail = content[match.start("who") : clause.end]
        if not _TOGETHER.search(tail) or re.search(r"竞争|对抗|争夺|差距|谈判破裂", tail):
            continue
        first = next(
            (
                m
                for m in scene.mentions_in(match.start("who"), match.end("who"))
                if m.start - match.start("who") <= 8
            ),
            None,
        )
        if (
            first is None
            or not tie_frames.can(scene, "partners_with", first, False)
            or tie_frames.NEVER.search(content[max(clause.start, match.start() - 6) : match.start()])
        ):
            continue
        if re.search(r"由[^，。；由]{1,20}\Z", content[clause.start : match.start()]):
            continue  # "由A与B共同运营" is A's and B's
        behind = scene.mentions_in(first.end, match.end("who"))
        if first.kind == "side" and behind and behind[0].start - first.end <= 1:
            first = behind[0] if is_organisation(scene, behind[0]) else first  # "印度A集团": A
        joined = listed(scene, first, match.end("who"))
        if first.kind == "side" and _THERE.match(content, joined[-1].end, clause.end):
            continue  # "与日本、法国等地的大学合作"
        for actor in tie_frames.actors(scene, "partners_with", match.start())[:3]:
            for other in [m for m in listed(scene, first, match.end("who")) if m.name != actor.name]:
                yield draft(scene, "partners_with", actor, other, (match.start(), clause.end), match.start())
    for match in _FROM.finditer(content, clause.start, clause.end):
        sellers = [
            m for m in scene.mentions_in(*match.span("who")) if tie_frames.can(scene, "supplies", m, True)
        ]
        for seller in sellers[:3]:
            for buyer in tie_frames.actors(scene, "uses", match.start())[:1]:
                if buyer.name != seller.name and is_organisation(scene, buyer) | (buyer.kind == "side"):
                    yield draft(scene, "supplies", seller, buyer, (match.start(), match.end()), match.start())
    for match in _TO.finditer(content, clause.start, clause.end):
        yield from _towards(scene, clause, match)


def _towards(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Draft]:
    """ "向A供应", "向A投资", "对A实施制裁"."""
    whom = [m for m in scene.mentions_in(*match.span("who")) if m.kind != "person"]
    if not whom or re.search(r"被[^，。；]{0,8}\Z", scene.content[clause.start : match.start()]):
        return
    if stance.negated(scene.content, match.start(), clause.start) and not _STOPPED.search(
        scene.content[max(clause.start, match.start() - 14) : match.start()]
    ):
        return
    verb, what = match["verb"], match["what"]
    if _STOPPED.search(scene.content[max(clause.start, match.start() - 14) : match.start()]):
        predicate = "restricts"
    elif verb in (
        "投资",
        "注资",
        "增资",
        "出资",
        "追加投资",
        "投入",
        "投了",
        "砸了",
        "投下",
        "注入",
        "捐赠",
        "拨款",
    ):
        predicate = "funds"
        whom = [m for m in whom if is_organisation(scene, m)][-1:]
    elif _CURB.search(what + verb) and verb not in ("供应", "供货", "提供", "交付"):
        predicate = "restricts"
    elif verb in ("供应", "供货", "提供", "出售", "销售", "交付", "出货", "代工", "输出", "出口") and (
        _GOODS.search(what)
        or any(is_thing(scene, m) for m in scene.mentions_in(*match.span("what")))
        or verb in ("供货", "代工", "供应", "出货")
    ):
        predicate = "supplies"
    else:
        return
    for actor in tie_frames.actors(scene, predicate, match.start())[:2]:
        for target in whom[:4]:
            if target.name != actor.name and tie_frames.can(scene, predicate, target, False):
                money = amount(scene, clause.start, clause.end) if predicate == "funds" else (None, None)
                made = draft(scene, predicate, actor, target, match.span(), match.start(), money)
                if predicate == "restricts":
                    made.override["polarity"] = "asserted"
                yield made


_STOPPED = re.compile(
    r"(?:不再|停止|暂停|终止|拒绝|中止|禁止|限制|阻止|不准|不许|叫停|收紧)(?:继续)?[^，。；向给为对]{0,8}\Z"
)
_FORBID = re.compile(
    r"(?:不让|不准|不许|不允许|不再允许|禁止)(?P<whom>[^，。；]{1,16}?)(?:继续)?(?:使用|用了?|访问|接入|购买|调用|采购|下载|进口)"
)
_BUILT = re.compile(
    r"(?:在|以|用|拿|把|从)(?P<base>[^，。；在以用拿把]{2,30}?)(?:的)?(?:基础上|为(?:底座|基座|基础模型|基础|骨干|蓝本|底子)"
    r"|(?:的(?:输出|数据|API|回答|结果))?(?:来|去)?(?:蒸馏出来|蒸出来|蒸的|微调出来|微调的|训出来|改出来))"
)
_MADE_SO = re.compile(r"[^。；]{0,16}?(?:推出|训练出?|打造|开发|研发|发布|得到|做出|构建)了?")
_SOURCE = re.compile(
    r"(?:设备|芯片|算力|硬件|软件栈?|零部件|电力|材料|内存|存储|光刻机|显卡|服务器|订单|云服务)(?:大多|主要|大部分|几乎|全部|绝大部分"
    r"|约?[一二三四五六七八九]成|多半|均|都|则|仍)*(?:来自|出自|由)(?P<who>[^，。；]{2,30})"
)


def _built(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "以B为底座", "在B的基础上微调", "拿B蒸馏"."""
    for match in _BUILT.finditer(scene.content, clause.start, clause.end):
        bases = [m for m in scene.mentions_in(*match.span("base")) if is_thing(scene, m) or m.kind == "model"]
        if not bases or bases[-1].start - match.start() > 20:
            continue
        if tie_frames.NEVER.search(scene.content[max(clause.start, match.start() - 6) : match.start()]):
            continue
        own = [m for m in scene.mentions_in(clause.start, match.start()) if is_thing(scene, m)]
        if made := _MADE_SO.match(scene.content, match.end(), min(len(scene.content), match.end() + 40)):
            behind = scene.mentions_in(made.end(), min(len(scene.content), made.end() + 30))
            own = own or [m for m in behind if is_thing(scene, m) and m.name != bases[-1].name][:1]
        own = own or [
            m
            for m in subjects(scene, match.start(), ("model", "unknown", "organisation"))
            if m.end <= match.start()
        ]
        for subject in own[-1:]:
            if subject.name != bases[-1].name:
                yield draft(scene, "built_on", subject, bases[-1], match.span(), match.start())


def _sourced(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "设备大多来自A和B": A and B supply whom the clause is about."""
    for match in _SOURCE.finditer(scene.content, clause.start, clause.end):
        if "由" in match.group()[: match.start("who") - match.start()] and not re.search(
            "供应|提供|供货|代工", match["who"]
        ):
            continue
        order = match.group().startswith("订单")
        named = [m for m in scene.mentions_in(*match.span("who")) if is_organisation(scene, m)]
        if not named or named[0].start - match.start("who") > 4:
            continue
        buyers = [
            m
            for m in subjects(scene, match.start(), ("organisation", "unknown", "side", "group"))
            if m.end <= match.start()
        ]
        for buyer in buyers[:1]:
            for seller in listed(scene, named[0], match.end("who"))[:6]:
                if seller.name != buyer.name:
                    ends = (buyer, seller) if order else (seller, buyer)
                    yield draft(scene, "supplies", *ends, match.span(), match.start())


def _forbidden(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "A不让B用"."""
    for match in _FORBID.finditer(scene.content, clause.start, clause.end):
        whom = [m for m in scene.mentions_in(*match.span("whom")) if m.kind != "person"]
        for actor in tie_frames.actors(scene, "restricts", match.start())[:1]:
            for target in whom[:2]:
                if actor.name != target.name:
                    yield draft(scene, "restricts", actor, target, match.span(), match.start())


_ORDER = re.compile(
    r"(?:要求|责令|命令|勒令|指示|敦促|通知)(?P<whom>[^，。；]{0,30}?)(?:停止|暂停|不得|不要|避免"
    r"|须申请|需申请|必须申请|须获得|需获得|禁止|停用|弃用|下架|停售)(?P<what>[^，。；]{0,30})"
)


_STOP_FLOW = re.compile(
    r"(?:防止|阻止|避免|禁止|限制|不让)(?P<what>[^，。；]{1,20}?)(?:流入|流向|进入|获取|获得|用于"
    r"|落入|出口到|出口至|输往|卖往|卖到|购买|取得)(?P<whom>[^，。；]{0,16})"
)


_HOLDS = re.compile(r"持股(?:比例)?(?:约|达|为|升至|降至|增至|超过|近|有)*\s?\Z")


def _ordered(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "A要求B停止采购C", "防止C流入B"."""
    for pattern in (_ORDER, _STOP_FLOW):
        for match in pattern.finditer(scene.content, clause.start, clause.end):
            able = [
                m
                for m in tie_frames.actors(scene, "restricts", match.start())
                if m.kind in ("side", "organisation")
            ]
            if not able:
                voice = scene.voices.at(match.start(), match.end())
                if voice.speaker and voice.speaker == voice.side:
                    able = [Mention(match.start(), match.start(), voice.speaker, "side", voice.side)]
            what = [
                m for m in scene.mentions_in(*match.span("what")) if is_thing(scene, m) or m.noun == "chips"
            ]
            whom = [
                m
                for m in scene.mentions_in(*match.span("whom"))
                if m.kind in ("side", "organisation", "group")
            ]
            if pattern is _STOP_FLOW:
                what, whom = whom, what
                whom = whom or [
                    m
                    for m in scene.mentions_in(*match.span("what"))
                    if m.kind in ("side", "organisation", "group")
                ]
            for target in (what or whom)[:3]:
                for actor in able[:1]:
                    if actor.name != target.name:
                        yield draft(scene, "restricts", actor, target, match.span(), match.start())


def _holding(scene: Scene) -> Iterator[Draft]:
    """ "..., 持股比例为8.5%": of whom the clauses before speak."""
    for figure in scene.figures:
        if figure.kind != "percent" or not _HOLDS.search(
            scene.content[max(0, figure.start - 12) : figure.start]
        ):
            continue
        sentence = scene.sentences[scene.sentence_at(figure.start)]
        named = organisations(scene, list(scene.mentions_in(sentence.start, figure.start)))
        behind = organisations(
            scene, [m for m in scene.mentions_in(figure.end, sentence.end) if m.start - figure.end < 4]
        )
        named += behind
        if len({m.name for m in named}) >= 2:
            at = max(sentence.start, figure.start - 6)
            yield draft(scene, "owns", named[0], named[-1], (at, figure.end), at, (figure.low, "percent"))


def _under(scene: Scene) -> Iterator[Draft]:
    """ "X旗下的Y": an organisation is part of it, a product made by it, a person's company the person's."""
    mentions = scene.mentions
    for owner, own in itertools.pairwise(mentions):
        if own.start - owner.end > 24 or not _UNDER.fullmatch(scene.content, owner.end, own.start):
            continue
        at = owner.start
        if is_thing(scene, own):
            if is_organisation(scene, owner):
                yield draft(scene, "develops", owner, own, (at, own.end), at)
        elif owner.kind == "person" and is_organisation(scene, own):
            yield draft(scene, "owns", owner, own, (at, own.end), at)
        elif is_organisation(scene, owner) and is_organisation(scene, own):
            yield draft(scene, "part_of", own, owner, (at, own.end), at)


_RULES = ClauseRules[Draft](
    (_put, (_PUT,)),
    (_prepositional, (_WITH, _FROM, _TO)),
    (_ordered, (_ORDER, _STOP_FLOW)),
    (_built, (_BUILT,)),
    (_sourced, (_SOURCE,)),
    (_forbidden, (_FORBID,)),
    least=5,
)
