"""Ties of products in Chinese by their place in the clause: whose they are, from what, on what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from theodolite.extract.chinese import making, stance, tie_frames
from theodolite.extract.chinese.clause_rules import ClauseRules, by_matches
from theodolite.extract.chinese.referents import is_organisation, is_thing, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.chinese.ties import draft, listed
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

_MAKE = r"发布|推出|研发|开发|自研|训练|打造|开源|研制|上线|出品|设计|构建"
_IS_OF = re.compile(
    rf"[是为系]由?(?P<who>[^，。；是的]{{2,30}}?)(?:{_MAKE})(?:出来)?的"
    r"|[是为系](?P<own>[^，。；是的]{2,16})的[^，。；的]{0,12}?(?:模型|芯片|产品|系统|机器人|智能体|平台|应用|之作|力作|手笔)"
    r"|(?:出自|源自)(?P<from>[^，。；]{2,20}?)(?:之手|团队)"
)
_PUT_OUT = re.compile(
    r"(?:把|将)(?P<what>[^，。；]{2,40}?)(?:的?(?:权重|代码|模型|参数)[\u4e00-\u9fff]{0,4})?(?:也|都|正式|全面|完全|全部|免费|一并|同步|彻底|提前|陆续|一起|直接)*"
    r"(?:开源|发布|上线|推向市场|推向|推上|放出|公开|开放|端上|带到|量产|免费开放|商用)"
)
_ANNOUNCED = re.compile(
    r"(?:宣布|官宣|披露|透露|表示|称|预告)[，：,:]?(?P<what>[^，。；：]{2,36}?)(?:正式|全面|同步|今[日天]|现已|已经?|将|即日起|即将|全量|免费|面向[^，。；]{1,8})*"
    r"(?:上线|发布|开源|开放|面世|亮相|量产|公测|上市)(?![会者])"
)
_WEIGHTS = re.compile(
    r"(?:放出|公开|开放|发布|上传|公布|释出)了?(?P<what>[^，。；]{2,30}?)的(?:全部|完整|全量|预训练)?(?:模型)?(?:权重|代码|参数|技术报告|预览版)"
)
_FROM_BASE = re.compile(
    r"(?:用|拿|以|基于|依托|在|从|借助)(?:了|开源的?|阿里的?|自家的?)?(?P<base>[^，。；用拿]{2,24}?)"
    r"(?:做|当|作为|作|为)?(?:的)?(?:底座|基座|底子|基础模型|基础|骨干|起点|架构|上|之上|基础上|底模)?(?:进行|，|上|继续|通过)*"
    r"(?:二次|深度|全参数?|继续|增量|指令|强化|预|后|[\u4e00-\u9fff]{0,4}数据)*"
    r"(?:微调|训练|蒸馏|开发|打造|构建|推出|做|训|研发|改造|优化|搭建|调)(?:并推出|并发布|而成|出来|出|成)?了?(?:的)?"
    r"(?P<own>[^，。；]{0,16}?)(?=[，。；]|\Z)"
)
_SHELL = re.compile(
    r"(?:是|就是|不过是|其实是|只是|无非是|等于|实际上是|本质上是)(?:把)?(?P<base>[^，。；是]{2,18}?)(?:的)?(?:套了?个?壳|套壳|换皮|换了个?名字|改了个?名字|换个名|微调版|蒸馏版"
    r"|马甲|魔改版?|改名|改的|改过来的|翻版|套皮|衍生版|变体|缝合)"
    r"|(?:从|由)(?P<start>[^，。；从由]{2,18}?)(?:继续预训练|初始化|后训练|继续训练|热启动|续训|裁剪|剪枝|压缩|量化|蒸馏|拼接)(?:而来|得来|来的|得到|而成|出来)?"
)
_RUNS = re.compile(
    r"[在用靠](?P<on>[^，。；在]{2,24}?)(?:集群|芯片|平台|服务器|硬件|算力|卡|加速卡|千卡|万卡|GPU|NPU)*"
    r"(?:之?上|上面)?(?:[\u4e00-\u9fff]{0,2})?(?:完成了?)?(?:全流程|预|端到端|从头|全程)?(?:训练|训出|推理|运行|跑通|跑起来|部署|训成|完成训练)"
    r"|适配了?(?P<fit>[^，。；]{2,30})"
)
_KINDS = ("organisation", "model", "unknown")


def find(scene: Scene) -> Iterator[Draft]:
    """Every tie of a product that such a place states."""
    yield from _RULES.find(scene)
    yield from _possessed(scene)


def _things(scene: Scene, start: int, end: int) -> list[Mention]:
    return [m for m in scene.mentions_in(start, end) if is_thing(scene, m)]


def _firms(scene: Scene, start: int, end: int) -> list[Mention]:
    found = scene.mentions_in(start, end)
    return [m for m in found if is_organisation(scene, m) and m.kind != "group"]


def _off(scene: Scene, at: int, start: int) -> bool:
    """Whether it is denied, only possible or wished for."""
    return tie_frames.NEVER.search(scene.content[max(start, at - 8) : at]) is not None or stance.negated(
        scene.content, at, start
    )


def _topic(scene: Scene, at: int, thing: bool) -> list[Mention]:
    """The topic before a place that is a product, or a firm."""
    fits = is_thing if thing else is_organisation
    return [m for m in subjects(scene, at, _KINDS) if m.end <= at and fits(scene, m)]


def _makes(
    scene: Scene, makers: list[Mention], things: list[Mention], places: tuple[int, int]
) -> Iterator[Draft]:
    for maker in makers[:3]:
        for thing in things[:6]:
            if maker.name != thing.name and making.is_theirs(maker, thing):
                yield draft(scene, "develops", maker, thing, places, places[0])


def _is_of(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "B是A推出的模型", "B出自A之手"."""
    group = str(match.lastgroup)
    firms = _firms(scene, *match.span(group))
    things = [m for m in scene.mentions_in(start, match.start()) if is_thing(scene, m)]
    if (
        firms
        and things
        and firms[0].start - match.start(group) <= 2
        and not _off(scene, match.start(), start)
    ):
        yield from _makes(scene, listed(scene, firms[0], match.end(group)), things[-1:], match.span())


def _put_out(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A把B开源了", "A放出了B的权重"."""
    things = _things(scene, *match.span("what"))
    if not things or _off(scene, match.start(), start) or match.end("what") - things[-1].end > 6:
        return
    makers = [m for m in making.makers(scene, match.start(), things[0]) if m.kind != "group"]
    yield from _makes(scene, makers, listed(scene, things[0], match.end("what")), match.span())


def _announced(scene: Scene, clause: Span) -> Iterator[Draft]:
    """ "A宣布，B今日上线"."""
    for match in _ANNOUNCED.finditer(scene.content, clause.start, scene.sentence_end(clause.start)):
        if match.start() >= clause.end:
            return
        yield from _told(scene, match)


def _told(scene: Scene, match: re.Match[str]) -> Iterator[Draft]:
    things = _things(scene, *match.span("what"))
    if not things or things[0].start - match.start("what") > 12:
        return
    makers = [m for m in making.makers(scene, match.start(), things[0]) if m.kind != "group"]
    lead = match["what"][: things[0].start - match.start("what")]
    if re.search(r"接入|集成|支持|与|和|[在为向对从]|宣称", lead):
        return
    yield from _makes(scene, makers, things[:1], match.span())


def _from_base(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A用B做底座训练出C", "A基于B开发了C": C is built on B."""
    bases = [m for m in _things(scene, *match.span("base")) if making.is_model(scene, m)]
    if not bases or bases[0].start - match.start("base") > 8 or _off(scene, match.start(), start):
        return
    own = _things(scene, *match.span("own"))
    if not own and (further := _THEN.match(scene.content, match.end())):
        own = [m for m in _things(scene, further.end(), further.end() + 40) if m.start - further.end() <= 16]
    for thing in own[:1]:
        if thing.name != bases[-1].name and thing.name != bases[-1].maker:
            yield draft(scene, "built_on", thing, bases[-1], (match.start(), thing.end), match.start())


_THEN = re.compile(
    r"，(?:并|最终|再|然后|从而)?(?:训练|微调|推出|打造|做|开发|蒸馏|发布|得到|训)(?:并推出|出来|出|成)?了?"
)


def _shell(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "B就是C套了个壳", "B从C初始化而来": B is built on C."""
    group = "base" if match["base"] else "start"
    bases = [m for m in scene.mentions_in(*match.span(group)) if is_thing(scene, m) or m.name in _MODELS_TOO]
    if not bases or _off(scene, match.start(), start):
        return
    for own in _topic(scene, match.start(), True)[:1] or _topic(scene, match.start(), False)[:1]:
        if own.name != bases[-1].name:
            yield draft(scene, "built_on", own, bases[-1], match.span(), match.start())


_MODELS_TOO = frozenset(("DeepSeek", "Mistral AI"))


def _runs(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "B在昇腾上训练", "B已适配昇腾": the model uses the chip."""
    group = "on" if match["on"] else "fit"
    named = _things(scene, *match.span(group))
    if not named or named[0].start - match.start(group) > 8 or _off(scene, match.start(), start):
        return
    users = _topic(scene, match.start(), True)[:3] or _topic(scene, match.start(), False)[:1]
    for user in users:
        for chip in listed(scene, named[0], match.end(group))[:4]:
            if not making.is_chip(chip) or chip.name == user.name:
                continue
            pair = (chip, user) if making.is_chip(user) else (user, chip)
            if not making.is_chip(pair[0]):
                yield draft(scene, "uses", *pair, match.span(), match.start())


def _possessed(scene: Scene) -> Iterator[Draft]:
    """ "A的B", "来自A的B" where the text names B first."""
    told: set[str] = set()
    for owner, thing in pairwise(scene.mentions):
        first = thing.name not in told
        told.add(thing.name)
        if not first or thing.maker is not None or thing.start - owner.end > 16:
            continue
        if owner.kind not in ("organisation", "unknown") or thing.noun == "title" or _DAY.match(thing.name):
            continue
        if (
            _OWNS.fullmatch(scene.content, owner.end, thing.start)
            and is_thing(scene, thing)
            and is_organisation(scene, owner)
        ):
            yield draft(scene, "develops", owner, thing, (owner.start, thing.end), owner.start)


_DAY = re.compile(r"[Dd]ay-?\d")
_OWNS = re.compile(
    r"\s?(?:(?:公司|团队|自家|旗下|自研)?的(?![^“「『《]{0,3}(?:内置|搭载|接入|使用|采用|基于|支持|调用|对标|超越|依赖|运行))(?:最新|新|首款|首个|自研|旗舰|开源|第[一二三四五]代|新一代|多模态|推理|视频|基础|具身|端侧)?(?:大?模型|芯片|机器人|智能体|系统)?|旗下)\s?[“「『《]?"
)

_RULES = ClauseRules[Draft](
    by_matches(_IS_OF, _is_of),
    by_matches(_PUT_OUT, _put_out),
    by_matches(_WEIGHTS, _put_out),
    (_announced, (_ANNOUNCED,)),
    by_matches(_FROM_BASE, _from_base),
    by_matches(_SHELL, _shell),
    by_matches(_RUNS, _runs),
)
