"""Who makes what in Chinese, what is built on what, and what uses what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from theodolite.catalog import vocabulary
from theodolite.extract.chinese import stance
from theodolite.extract.chinese.clause_rules import ClauseRules, by_matches
from theodolite.extract.chinese.referents import is_thing, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.ties import draft, listed, organisations
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

_MAKE = re.compile(
    r"发布|推出|上线|开发(?!者|商|区)|研发(?!人员|中心|投入|费用)|开源(?!模型|大模型|前沿|生态|社区|项目"
    r"|AI|的|阵营|版本|路线|权重)|打造|训练出|训练的|公布|自研"
    r"|研制|带来|首发|宣布推出|亮出|发表|做出|出品|预览|构建|制造(?!业|商|设备|能力|领域)"
)
_NOT_MADE = re.compile(
    r"对(?!话|齐)|关于|针对|围绕|基于|支持|兼容|接入|调用|针对|面向|搭载|超越|超过|使用|比|类似|对标|由|替代|在|(?<![名称命取])为|与"
    r"|和(?=[^、]{0,6}合作)|从|以|用于|上的|中的|评测|榜|专为|挑战|指南|API"
    r"|插件|客户端|更新|功能|应用中|竞技场|报告|论文|系列课|集成"
)
_OWN = re.compile(
    r"\s?(?:\([^)]{1,12}\)|（[^）]{1,12}）)?\s?(?:的|旗下的?|自家的?|家的|自研的?|发布的|推出的|开发的|研发的"
    r"|最新的?)\s?(?:[^，。；、的\s]{0,8}?(?:模型|芯片|版本?|产品|旗舰|系列|工具|平台))?[“「《\s]{0,2}"
)
_BASED = re.compile(
    r"(?:基于|建立在|构建于|微调自|蒸馏自|源自|改编自|套壳|抄袭|复制自|脱胎于|衍生自)\s?(?:了|开源的?"
    r"|自家的?|自研的?|[^，。；]{0,6}?的)?\s?"
)
_USE = re.compile(
    r"(?:搭载|采用|依赖于?|接入|调用|集成|依靠|使用|借助|利用|依托|部署在|运行在"
    r"|训练于)了?\s?(?:自家的?|自研的?|[^，。；]{0,4}?)?\s?"
)
_HARDWARE = re.compile(r"[^，。；]{0,10}?(?:硬件|芯片|集群|算力|GPU|NPU|处理器|平台训练|端到端训练|训练)")
_BUILT = re.compile(r"[^，。；]{0,12}?(?:开发|构建|微调|打造|训练|二次|改造|蒸馏|架构|而来|推出|制成)")
LICENCE = re.compile(r"[-A-Z0-9.\s]{0,12}(?:开源|宽松|商业)?(?:许可|协议|授权|[Ll]icen[cs]e)")
_THAN_THOSE = re.compile(r"(?:相较于|相比于?|较之|不同于|比|与|和)\s?\Z")
_BUILT_OF = re.compile(r"[^，。；]{0,12}?(?:构建|打造|开发|训练|微调|驱动|研发)的\s?[“]?")
_NOT_YET = re.compile(r"(?:考虑|拟|想|希望|计划|可以|能够|应该|需要|如果)[^，。；]{0,3}\Z")
_IS_OF = re.compile(r"\s?(?:属于|是|出自)\s?")


def find(scene: Scene) -> Iterator[Draft]:
    """Every tie of making and using, clause by clause."""
    yield from _RULES.find(scene)
    yield from _owned(scene)


def _made(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A发布了模型B": the first model behind the verb, with those joined to it."""
    if stance.negated(scene.content, match.start(), start):
        return
    object_ = _made_thing(scene, match.end(), end)
    if object_ is None:
        return
    between = scene.mentions_in(match.end(), object_.start)
    if any(m.kind == "organisation" and m.name != object_.maker for m in between):
        return
    for maker in [m for m in makers(scene, match.start(), object_) if is_theirs(m, object_)][:4]:
        for thing in [t for t in listed(scene, object_, end, ("model", "unknown")) if is_thing(scene, t)]:
            yield draft(scene, "develops", maker, thing, (match.start(), match.end()), match.start())


_MODIFIES = re.compile(r"[”」》]?\s?[^，。；、和与及]{0,14}?的(?!是)")
_ABOUT = re.compile(
    r"[”」》]?\s?(?:模型)?的?(?:独立|安全|最新|首份|详细)*(?:评估|评测|测评|测试结果|案例|教程|漏洞|源代码|使用经验|竞品|替代品)"
)


def _made_thing(scene: Scene, at: int, end: int) -> Mention | None:
    """The thing that is made: not one for which, with which or about which something is."""
    for thing in scene.mentions_in(at, min(end, at + 60)):
        if not is_thing(scene, thing):
            continue
        if not _NOT_MADE.search(scene.content[at : thing.start]):
            return None if _ABOUT.match(scene.content, thing.end, end) else thing
        if not _MODIFIES.match(scene.content, thing.end, end):
            return None
        at = min(end, thing.end + scene.content[thing.end : end].find("的") + 1)
    return None


def is_theirs(maker: Mention, thing: Mention) -> bool:
    """Whether a listed thing can be of this maker: of its own maker, or of one of the same house."""
    if thing.maker is None or maker.kind not in ("organisation", "unknown"):
        return True
    return thing.maker in (maker.name, maker.maker) or thing.maker in maker.name or maker.name in thing.maker


def makers(scene: Scene, at: int, thing: Mention) -> list[Mention]:
    """The topic, where it can make things; else the sentence's own organisation."""
    clause = scene.clause_at(at)
    beside = scene.mentions_in(max(clause.start, at - 12), at)
    if beside and beside[-1].kind == "person" and thing.maker not in (None, beside[-1].maker):
        return []
    found = organisations(scene, subjects(scene, at, ("organisation", "unknown", "group")))
    if not found:
        sides = [m for m in subjects(scene, at) if m.kind == "group"]
        return sides
    return [m for m in found if m.name != thing.name]


def _owned(scene: Scene) -> Iterator[Draft]:
    """ "百度的文心一言", "华为昇腾": a maker right before what it makes; "H200属于辉达"."""
    mentions = scene.mentions
    for maker, thing in pairwise(mentions):
        if thing.start - maker.end > 24:
            continue
        between = scene.content[maker.end : thing.start]
        if maker.kind == "organisation" and is_thing(scene, thing):
            own = _OWN.fullmatch(between)
            mine = thing.maker == maker.name
            near = mine and re.fullmatch(r"\s?(?:[（(“「]|(?:的)?[^，。；、的在与和用对]{0,8})?\s?", between)
            if (
                (own and (mine or thing.maker is None or maker.name.startswith(thing.maker)))
                or near
                or re.fullmatch(r"[（(](?:推出|发布|开发)", between)
            ):
                yield draft(scene, "develops", maker, thing, (maker.start, thing.end), maker.start)
        elif thing.kind == "organisation" and maker.kind == "model" and maker.maker == thing.name:
            belongs = re.fullmatch(r"[^，。；、]{0,4}(?:属于|出自|是)\s?", between)
            if belongs:
                yield draft(scene, "develops", thing, maker, (maker.start, thing.end), maker.start)


def _based(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "基于B": built on a model, run or trained on hardware."""
    found = [
        m
        for m in scene.mentions_in(match.start(), min(end, match.end() + 12))
        if m.kind in ("model", "organisation", "unknown")
    ]
    if not found:
        return
    base = found[0]
    if len(found) > 1 and found[1].maker == base.name:
        base = found[1]
    hardware = _HARDWARE.match(scene.content, base.end, end) or not is_model(scene, base)
    predicate = (
        "uses"
        if hardware and not (base.kind == "model" and base.maker and is_model(scene, base))
        else "built_on"
    )
    if predicate == "built_on" and not is_thing(scene, base):
        return
    for user in _built_of(scene, base, end) or _users(scene, match.start(), base):
        yield draft(scene, predicate, user, base, (match.start(), base.end), match.start())


def _built_of(scene: Scene, base: Mention, end: int) -> list[Mention]:
    """ "基于A构建的B": B."""
    built = _BUILT_OF.match(scene.content, base.end, end)
    if built is None:
        return []
    return [
        m for m in scene.mentions_in(built.end(), min(end, built.end() + 40)) if m.start - built.end() <= 8
    ][:1]


def is_model(scene: Scene, mention: Mention) -> bool:
    """Whether a known name is a model of language, not a chip, by the words behind it."""
    if is_chip(mention):
        return False
    around = (
        scene.content[mention.end : mention.end + 6]
        + scene.content[max(0, mention.start - 6) : mention.start]
    )
    return not re.search(r"芯片|集群|硬件|GPU|NPU|昇腾|处理器|算力", around)


def is_chip(mention: Mention) -> bool:
    """Whether a name is a chip's, by the vocabulary or its form."""
    return any(mention.name.startswith(chip) for chip in _chips())


@cache
def _chips() -> tuple[str, ...]:
    """The chips of the vocabulary."""
    return tuple(e.name for e in vocabulary.load().entries.values() if e.what == "chip")


def _users(scene: Scene, at: int, base: Mention) -> list[Mention]:
    """The model or organisation that is built so: in the clause, else the last model named."""
    found = [
        m
        for m in subjects(scene, at, ("model", "unknown", "organisation", "group", "side"))
        if m.name != base.name
    ]
    things = [m for m in found if is_thing(scene, m)]
    if things:
        return things[:2]
    clause = scene.clause_at(at)
    sentence = scene.sentences[scene.sentence_at(at)]
    if at - clause.start <= 1 and re.match(
        r"[，,]?\s?(?:该|这|此|其|本)", scene.content[clause.end : clause.end + 4]
    ):
        main = scene.main_thing
        return [main] if main is not None and main.start < at and main.name != base.name else []
    named = [
        m
        for m in scene.mentions_in(sentence.start, clause.start)
        if is_thing(scene, m) and m.name != base.name
    ]
    if named:
        return [named[-1]]
    if re.search(r"该|这|其|它", scene.content[sentence.start : at]) or (
        found and found[0].start < clause.start
    ):
        number = scene.sentence_at(at)
        for earlier in reversed(scene.sentences[max(0, number - 2) : number]):
            named = [
                m
                for m in scene.mentions_in(earlier.start, earlier.end)
                if is_thing(scene, m) and m.name != base.name
            ]
            if named:
                return [named[0]]
    return found[:1]


def _used(scene: Scene, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """ "A搭载B": of a product that somebody else may have made."""
    if _NOT_YET.search(scene.content[max(start, match.start() - 6) : match.start()]):
        return
    if stance.negated(scene.content, match.start(), start):
        return
    found = [
        m
        for m in scene.mentions_in(match.start() + 2, min(end, match.end() + 10))
        if m.kind in ("model", "organisation")
    ]
    general = match.group()[:2] in ("通过", "使用", "借助", "利用")
    if not found or (general and found[0].kind != "model"):
        return
    base = found[0]
    if LICENCE.match(scene.content, base.end, end) or _THAN_THOSE.search(
        scene.content[start : match.start()]
    ):
        return
    if len(found) > 1 and found[1].maker == base.name:
        base = found[1]
    if base.kind == "organisation" and match.group()[:2] in ("接入", "调用", "集成"):
        return
    for user in subjects(scene, match.start(), ("organisation", "unknown", "group", "side", "model"))[:2]:
        if user.name not in (base.name, base.maker) and (user.kind != "unknown" or is_thing(scene, user)):
            yield draft(scene, "uses", user, base, (match.start(), base.end), match.start())


_RULES = ClauseRules[Draft](
    by_matches(_MAKE, _made),
    by_matches(_BASED, _based),
    by_matches(_USE, _used),
)
