"""Assessments in Chinese: a side's strength or weakness, with no figure and no named other side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from theodolite.extract.chinese import dimensions, stance
from theodolite.extract.chinese.referents import is_thing, slot, subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

_STRENGTH = (
    r"遥遥领先|(?:全球|世界|大幅|明显|依然|仍|保持|持续|处于|整体|全面)领先(?:地位|优势|位置)?(?!模型"
    r"|水平|的|技术|企业|公司|大模型)|遥遥领先的|领先(?:优势|地位|幅度"
    r"|于全球|世界|全球)|领跑|占据?(?:绝对)?主导|主导地位|主导着?|称霸|垄断了?(?=高端|市场|全球|了|着"
    r"|[^，。；]{1,6}市场)"
    r"|(?:位居|居|稳居|名列|位列|跻身|排名|高居|占据)[^，。；]{0,8}(?:首位|第一|榜首|前列|之首|前茅"
    r"|前三|第一梯队|首)|(?:全球|世界)(?:第一(?!梯队)|最大|最强"
    r"|首位)|最大的?[^，。；]{0,14}(?:国|国家|市场|生产国|来源地|目的地|拥有国)"
    r"|最(?:强|先进|顶尖|活跃|大)的?[^，。；]{0,10}(?:之一|公司|企业|机构|国家|基金|力量|生态)|(?:占据?"
    r"|具有|具备|拥有|享有|展现出?|形成|保持"
    r"|存在)[^，。；]{0,12}优势|(?:明显|显著|绝对|巨大|领先|先发|独特|天然)的?优势|优势(?:明显|显著"
    r"|突出|巨大|不断)|(?:具有|具备|拥有|有着"
    r"|享有)[^，。；]{0,16}(?:优势|实力|庞大|海量|丰富|广阔|雄厚)"
    r"|(?:庞大|海量|丰富|广阔|雄厚)的[^，。；]{0,16}(?:市场|人才|数据|储备|数据集|资源|生态|体系|能力"
    r"|用户|资金|基础)|进步(?:明显|显著|神速|迅速|巨大)|(?:取得"
    r"|实现)[^，。；]{0,6}(?:显著|重大|长足|巨大|突出)[^，。；]{0,4}(?:进展|成效|突破|进步|成就|成果)"
    r"|发展势头(?:迅猛|强劲|良好)|表现(?:优异|出色|不俗|亮眼|突出|卓越|强劲|良好|抢眼)|更胜一筹"
    r"|实力(?:强劲|雄厚|强大|突出|不俗)|走在(?:世界|全球)?前列|独占鳌头"
    r"|脱颖而出|(?:依然|表现|势头|增长)强劲(?=[，。；]|\Z)|极具(?:活力|竞争力)|非常(?:强大|优秀)"
    r"|(?<!不)领先(?=[，。；！\s]|\Z)|卡不住|不(?:会|曾)落后|不落后|广阔的?市场|人才济济|后来居上"
    r"|名列前茅|先行者|领导者|领军|领头羊|佼佼者|追赶得很快|增长最快"
    r"|突破性进展|迎头赶上"
)
_WEAKNESS = (
    r"短板|劣势|瓶颈|卡脖子|受限于|受制于|(?<!在)(?<!当)(?<!若)缺乏|缺少|匮乏|欠缺|薄弱"
    r"|稀缺(?=[，。；”\s]|\Z)|滞后|缺口|依赖(?:进口|国外|海外)"
    r"|(?<!不)(?<!不会)落后(?=[，。；！”\s]|\Z|的|了)|(?:存在|有|仍有)[^，。；]{0,8}(?:不足|短板"
    r"|提升空间)|不足之处|明显不足"
    r"|(?:面临|陷入|遭遇)[^，。；]{0,8}(?:困境|瓶颈|障碍|短缺)|无法自主|不具备|难以(?:为继|突破|竞争)"
    r"|掉队|处于劣势|处境艰难|举步维艰|被卡|拖累|削弱|受阻|起步较?晚"
    r"|追赶者|跟随者|弱势|束手束脚|并没有?优势|跟不上|算力不足|人才流失|严重依赖|高度依赖|没有(?:成熟|足够)"
)
_CUE = re.compile(rf"(?P<weak>{_WEAKNESS})|(?P<strong>{_STRENGTH})")
_KINDS = ("side", "group", "organisation", "model", "unknown")
_OTHER = re.compile(r"(?:比|较|超过|高于|优于|落后于?|领先于?|不如|低于|对比|相比)\s?\Z")
_OTHERS = re.compile(r"(?:于|了)?(?:其他国家|其它国家|其他地区|竞争对手|对手|同行|竞品|各国)")
_SHAKEN = re.compile(
    r"(?:削弱|动摇|挑战|威胁|失去|丧失|巩固|维持|维护|捍卫|争夺|各有|转化为)[^，。；]{0,20}\Z"
)
_OVERCOME = re.compile(r"(?:突破|解决|克服|缓解|打破|攻克|弥补|消除|避免)了?[^，。；]{0,24}\Z")
_GOAL = re.compile(
    r"(?:(?<!已)(?<!已经)成为(?!了)|争取|力争|希望|目标|(?<![成作认])为了|旨在|努力|谁|如何|是否|能否"
    r"|确保|寻求|抢占|打造|建成|致力于|助力|帮助|解决|克服"
    r"|突破)[^，。；]{0,14}\Z"
)


def find(scene: Scene) -> Iterator[Draft]:
    """Every judgement on a side; one for a side, a direction and a dimension in a clause."""
    for clause in scene.clauses:
        text = scene.content[clause.start : clause.end]
        seen: set[tuple[str, str, str]] = set()
        for match in _CUE.finditer(text):
            for draft in _judged(scene, clause, match):
                key = (draft.slots["subject"], draft.slots["direction"], draft.override["dimension"])
                if key not in seen:
                    seen.add(key)
                    yield draft


def _judged(scene: Scene, clause: Span, match: re.Match[str]) -> Iterator[Draft]:
    at, end = clause.start + match.start(), clause.start + match.end()
    before = scene.content[clause.start : at]
    if match["weak"] and _OVERCOME.search(before):
        return
    if match["strong"] and _SHAKEN.search(before):
        return
    if _GOAL.search(before) or _figures_between(scene, at, end):
        return
    direction: Literal["strength", "weakness"] = "weakness" if match["weak"] else "strength"
    polarity: str | None = None
    if match.group() in ("卡不住", "不会落后", "不落后", "不曾落后"):
        direction, polarity = "weakness", "denied"
    sides = _sides(scene, clause, at, end)
    dimension = dimensions.of_assessment(
        scene.content[max(clause.start, at - 14) : min(clause.end, end + 14)],
        scene.content[clause.start : clause.end],
        scene.content[max(scene.sentences[scene.sentence_at(at)].start, clause.start - 40) : clause.start],
    )
    number = scene.sentence_at(at)
    for side in sides[:4]:
        if _is_compared(scene, clause, side, at, end):
            continue
        start = side.start if clause.start <= side.start < at else max(clause.start, at - 30)
        stop = max(end, side.end if side.start >= at else end)
        slots: dict[str, Any] = {**slot(scene, "subject", side), "direction": direction}
        override: dict[str, Any] = {"dimension": dimension}
        if polarity or (stance.negated(scene.content, at, clause.start) and direction == "weakness"):
            override["polarity"] = "denied"
        yield Draft("assessment", start, _object_end(scene, clause, stop), at, number, slots, override)


def _object_end(scene: Scene, clause: Span, at: int) -> int:
    """With the noun that the cue governs, where it ends the clause."""
    return clause.end if clause.end - at <= 12 else at


def _figures_between(scene: Scene, at: int, end: int) -> bool:
    """Whether the cue's own words hold a figure, or one follows right behind: that is a quantity or lag."""
    found = scene.figures_in(at, end + 8)
    return any(
        f.kind in ("percent", "times", "duration", "money") or (f.kind == "count" and f.unit == "point")
        for f in found
    )


def _sides(scene: Scene, clause: Span, at: int, end: int) -> list[Mention]:
    """Whose strength: the topic; for an adjective before a noun the owner right before it."""
    found = [m for m in subjects(scene, at, _KINDS) if _can_be_judged(scene, m)]
    near = [m for m in found if m.start >= clause.start]
    if near:
        return near
    behind = [m for m in scene.mentions_in(at, min(clause.end, end + 10)) if m.start <= end + 2]
    if behind and behind[0].kind in ("model", "side", "group", "organisation"):
        return behind[:1]
    known = [m for m in found if m.kind != "unknown"]
    return known[:2] if known and clause.start - known[0].start < 90 else []


def _can_be_judged(scene: Scene, mention: Mention) -> bool:
    """Whether a name that nobody listed is a model or an organisation by its form."""
    if mention.kind != "unknown":
        return True
    return is_thing(scene, mention) or not mention.name.isascii()


def _is_compared(scene: Scene, clause: Span, side: Mention, at: int, end: int) -> bool:
    """Whether another side is named in the clause to compare with: then it is no assessment."""
    if _OTHERS.search(scene.content, end - 2, clause.end):
        return True
    for mention in scene.mentions_in(clause.start, clause.end):
        if mention.kind not in ("side", "group", "organisation", "model") or mention.name == side.name:
            continue
        before = scene.content[max(clause.start, mention.start - 4) : mention.start]
        if scene.content.startswith("相比", mention.end) or (
            0 <= mention.start - end <= 2 and "领先" in scene.content[at:end]
        ):
            return True
        if _OTHER.search(before) and not re.search(r"、[^，。]{0,10}\Z", before):
            return True
    return False
