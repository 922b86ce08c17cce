"""Comparisons in Chinese by turns of level: "跟B不是一个级别", "在B面前不够看", "达不到B的水平", "追赶B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese.ranking_frames import Direction
from theodolite.extract.chinese.rankings import Found, Rule
from theodolite.extract.chinese.referents import compared, owned
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.known_names import Mention

_KINDS = ("organisation", "model", "side", "group", "unknown")
_B = r"(?P<b>[^，。；：！？]{1,24}?)"
_END = r"(?=[，。；！？”’、\s]|\Z|了|的|啊|吧|呢|，)"
_ADVERBS = (
    r"(?:还是?|仍然?|仍旧|都|则|也|就|更|明显|完全|根本|已经?|依然|依旧|确实|其实|当然|目前|现在|显然|总体|整体"
    r"|实在|真的?|可以|可|能够?|足以|基本上?|几乎|大致|大体|简直|始终|至今|属于?|是|在|又|要|差不多)"
)
_SCALE = r"(?:级别|量级|档次|层次|水平|水准|段位|梯队|层级|位面|世界|赛道|维度|起跑线)"
_LOW = (
    rf"(?:不是(?:同)?一个{_SCALE}|不在(?:同)?一个?{_SCALE}|不处于同一{_SCALE}|差(?:得)?(?:太|很)?远|差远了?|差太多"
    r"|差着(?:档次|辈分|级别|一[截档代])|差(?:了)?(?:一|几|半)个?(?:档次?|级别|量级|身位|段位|大?截|代)|差(?:了)?(?:点|些)(?:意思|火候)?"
    r"|弱(?:了)?(?:不少|很多|一些|太多|一(?:大)?截|得多)|略?逊(?:色|一筹)|嫩(?:了)?(?:点|些)?|没(?:有|得|法)可?比(?:性)?"
    r"|(?:有|存在|隔着|横着)(?:着)?[^，。；]{0,5}?(?:差距|距离|鸿沟|代差|落差)"
    r"|差距(?:还|仍|依然|很|太|十分|非常|相当)*(?:大|明显|悬殊|巨大|不小|显著|存在|较大)|相距甚远|差距不止一点)"
)
_SAME = (
    rf"(?:五五开|差不了多少|差不太多|差得不多|(?:差别|区别|相差)(?:都|并|也)?不大|(?:打得)?有来有回|打得难解难分|难解难分|并跑|齐头并进|平分秋色|叫板|一战|一拼|一争高下|一较高下|掰(?:一)?掰?手腕|不相伯仲|难分(?:高下|伯仲|胜负|上下)"
    rf"|(?:处于|处在|站在|在|是)?同一个?{_SCALE}(?:上|线上)?|一个{_SCALE}|(?:没有|没什么|几无|已无|毫无|看不出)(?:什么|太大|多大|明显|本质)?的?(?:差距|差别|区别|代差)"
    r"|差距(?:已经?|很|已)*(?:不大|很小|极小|微小|可以忽略)|水平(?:接近|相当|相近)|不分(?:高下|上下|伯仲)"
    r"|一样(?:的)?(?:强|好|快|稳|准|聪明|好用|优秀|出色|先进|成熟|可靠|便宜|流畅|能打|贵|慢))"
)
_RATED = re.compile(rf"(?:(?P<low>{_LOW})|(?P<same>{_SAME})){_END}")
_PARTNER = re.compile(rf"(?:与|和|跟|同){_B}(?:相比|比起来|比较起来|比较|比)?(?:之间)?{_ADVERBS}{{0,4}}\Z")
_FROM = re.compile(
    rf"(?:离|距离?){_B}{_ADVERBS}{{0,3}}(?P<low>(?:差得)?(?:很|太|较|相当)?远|差(?:得)?(?:太|很)?(?:远|多)"
    rf"|(?:有|存在)(?:着)?[^，。；\d一二两三四五六七八九十半]{{0,3}}?(?:一段|一截|一大截|不小的?|不少|很大的?|较大的?|很长|明显的?|一定的?|相当的?|一点)?(?:差距|距离|路(?:要走)?))"
    rf"{_END}"
)
_BEFORE = re.compile(
    rf"在(?P<b>[^，。；：！？在]{{1,16}}?)(?:的)?(?:面前|跟前){_ADVERBS}{{0,3}}(?P<low>不够看|相形见绌|黯然失色|不值一提|没有(?:任何|什么)?(?:优势|还手之力|竞争力|胜算)"
    r"|毫无(?:优势|还手之力|竞争力|胜算)|(?:就是|只是|像)?(?:个)?(?:弟弟|小学生|玩具)|不堪一击|抬不起头|矮一头)"
)
_CHASED = re.compile(
    rf"(?<![被可])(?:(?:正在?|仍在?|还在|一直在?|努力|奋力|奋起|苦苦|拼命|加速|全力|紧紧|快速|奋勇|在){{1,3}}(?:地)?追赶(?:着)?"
    rf"|苦追|猛追|追着){_B}(?=[，。；！”]|\Z|的(?:步伐|脚步|水平|身影|尾灯)|跑|，)"
    r"|(?:追|跟|跑|走|吊)在(?P<b2>[^，。；：！？]{1,16}?)(?:的)?(?:后面|身后|后头|屁股后面|尾巴后面)"
)
_SHORT_OF = re.compile(
    r"(?:达不到|够不到|够不着|(?:没有?|还没有?|尚未|未能?|远未|远没有?|难以|无法|不能|没能|并未)(?:真正|完全)?(?:达到|做到|接近|追上|赶上|企及|匹敌|比肩|媲美|追平)"
    rf"|摸不到|(?:还)?没到){_B}(?P<low>的?(?:水平|水准|程度|高度|门槛|级别|性能|层次|表现)|{_END})"
)
_OVER = re.compile(
    r"(?:压(?:过|了)?(?P<b>[^，。；：！？]{1,16}?)一头|(?:把|将)(?P<b2>[^，。；：！？]{1,16}?)(?:按在地上(?:摩擦|打)?|远?远?落在(?:了)?(?:后面|身后)|踩在(?:了)?脚下|打得(?:没有还手之力|落花流水|找不着北))"
    r"|胜(?:过|了)?(?P<b3>[^，。；：！？]{1,16}?)(?:一筹|一头|一截))"
)
_REACHES = re.compile(rf"(?<![不难])(?:比得上|赶得上|追得上|跟得上|抵得上|够得上){_B}{_END}")
_NOT_NOW = re.compile(
    r"(?:为了|旨在|力图|致力于|试图|希望|想要?|力争|争取|如何|怎样|能否|是否|谁能|目标是|(?<![主重需])要|必须"
    r"|如果|若|一旦|不是|并非|才能|难道|哪里?|怎么)[^，。；]{0,6}\Z"
)
_NOT = re.compile(r"(?:没有?|不|并非|不是|未必|无法|很难|难以|还?不能|不足以|尚未)\Z")


def _found(
    scene: Scene, clause: Span, match: re.Match[str], direction: Direction, end: int | None = None
) -> Iterator[Found]:
    """Who stands so to the one whom the turn names, up to `end`."""
    within, end = end is not None or direction == "equal", end or match.end()
    group = next(name for name in ("b", "b2", "b3") if match.groupdict().get(name))
    inside = [
        m
        for m in scene.mentions_in(match.start(group), min(clause.end, match.end(group) + 12))
        if m.kind in _KINDS and m.noun != "title" and m.start < match.end(group)
    ]
    if not inside or inside[0].start - match.start(group) > 3:
        return
    before = scene.content[max(clause.start, match.start() - 10) : match.start()]
    if _NOT_NOW.search(before) or (direction == "equal" and _NOT.search(before)):
        return
    first = scene.sentences[scene.sentence_at(match.start())].start
    other = owned(scene, inside[0], tuple(inside))
    others = [other, *joined(scene, other, end)]
    names = {m.name for m in others} | {inside[0].name}
    for subject in compared(scene, match.start(), names)[:4]:
        if subject.start >= first or subject.start == subject.end or not within:
            for other in others[:3]:
                if other.name != subject.maker:
                    yield subject, other, direction, match.start(), end, None


_TOGETHER = re.compile(r"\s?(?:等[^，。；]{0,6})?(?:两家|两国)?(?:之和|的总和|的?加起来|合计|加总|共同)")


def joined(scene: Scene, other: Mention, end: int) -> list[Mention]:
    """The others that a row names behind the first: "优于A、B和C", unless they are taken together."""
    found: list[Mention] = []
    last = other
    named = scene.mentions_in(other.end, min(end, other.end + 60))
    for mention in named:
        if mention.start < last.end:
            continue
        if not re.fullmatch(r"\s?(?:、|和|与|及|以及)\s?", scene.content[last.end : mention.start]):
            break
        last = owned(scene, mention, named)
        if last.kind in _KINDS and last.noun != "title":
            found.append(last)
    return [] if _TOGETHER.match(scene.content, last.end) else found[:3]


def _rule(pattern: re.Pattern[str], direction: Direction) -> Rule:
    def rule(scene: Scene, clause: Span) -> Iterator[Found]:
        for match in pattern.finditer(scene.content, clause.start, clause.end):
            if not scene.figures_in(match.start(), match.end()):
                yield from _found(scene, clause, match, direction)

    return rule


def _with(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "跟B不是一个级别", "与B并跑"."""
    for rated in _RATED.finditer(scene.content, clause.start, clause.end):
        match = _PARTNER.search(scene.content, max(clause.start, rated.start() - 36), rated.start())
        if match:
            yield from _found(scene, clause, match, "below" if rated["low"] else "equal", rated.end())


RULES: tuple[tuple[Rule, tuple[re.Pattern[str], ...]], ...] = (
    (_with, (_RATED,)),
    *((_rule(pattern, "below"), (pattern,)) for pattern in (_FROM, _BEFORE, _CHASED, _SHORT_OF)),
    (_rule(_OVER, "above"), (_OVER,)),
    (_rule(_REACHES, "equal"), (_REACHES,)),
)
"""The rules for one clause, each with what it cannot do without."""
