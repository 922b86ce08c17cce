"""Which verb beside a date in Chinese states a dated act, and which only describes or announces one."""

from __future__ import annotations

import re

from theodolite.extract.chinese import stance, tries
from theodolite.extract.chinese.event_acts import ACTIONS, UNSURE
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.periods import Period

_GAP = 46
_MARKED_NAME = re.compile(r"(?<=[把将])“[^”，。]{1,14}”")
VERB = re.compile(tries.pattern(ACTIONS))
_DATE_LAST = re.compile(rf"(?P<verb>{tries.pattern(ACTIONS)})[了]?(?:于|在)\s?\Z")


def dated(scene: Scene, period: Period, sentence: Span) -> re.Match[str] | None:
    """The first act behind the date, in its clause or the next; else the act right before "于"."""
    behind = _DATE_LAST.search(scene.content, max(sentence.start, period.start - 8), period.start)
    if behind and (found := VERB.fullmatch(scene.content, behind.start("verb"), behind.end("verb"))):
        return found
    limit = min(sentence.end, period.end + _GAP)
    stop = next((p.start for p in scene.periods_in(period.end, limit) if p.iso), limit)
    for match in VERB.finditer(scene.content, period.end, stop):
        between = scene.content[period.end : match.start()]
        if len(re.findall(r"[，,；]", between)) > 1 or "”" in _MARKED_NAME.sub("", between):
            return None
        if _NO_VERB.match(scene.content, match.end()) or _NOT_DONE.search(between):
            continue
        if match.group() in UNSURE and not is_act(scene, match):
            continue
        if scene.content.startswith("起", period.end) and ACTIONS[match.group()] not in (
            "took effect",
            "banned",
            "restricted",
            "suspended",
            "opened",
            "started",
        ):
            return None
        if not acts(scene, match, sentence, period.end) or stance.negated(
            scene.content, match.start(), period.end
        ):
            continue
        if _LATER.search(between):
            return None
        if _ONLY_THEN.search(scene.content, match.end(), scene.clause_at(match.start()).end):
            continue
        if ACTIONS[match.group()] in _SAID:
            return _told(scene, match, min(stop, scene.clause_at(match.start()).end))
        return match
    return None


_NO_VERB = re.compile(
    r"会(?![^上议])|与(?:上|此前|之前)|量(?!产)|日(?!本)|方(?!舟)|人(?!工|形)|者|公司|额(?!度)|率|后|前|速度|时间|时(?=[，。]|表示|披露|称)|仪式|阶段|资金|成本|模式"
    r"|(?:了)?(?:表示|称|指出|说[，：])|页面?(?=[的，。]|速)"
)
_NOT_DONE = re.compile(
    r"(?:必须|原定|原计划|原承诺|要求|呼吁|敦促|督促|旨在|用于|用来|允许|支持|帮助|能够?|可以?|可|推动|考虑|拒绝|威胁|讨论|探讨|谈判|寻求|试图|有意|打算|希望|如何|是否"
    r"|届时|为了|以便|协助|鼓励|禁止|获)[^，。；]{0,14}\Z"
)
_CAUSE = re.compile(r"了?(?:因|由于|鉴于|为了?)[^。；！？]{0,40}?，(?:将|已|正式|现|拟|全面|立即)*")
_LATER = re.compile(r"[，,](?:[^，。；]{0,20})?(?:即将|随后|后续|最终|未来)[^，。；]{0,6}\Z")
_ONLY_THEN = re.compile(r"(?:之?前|之?后|时|期间|之际)(?=[，：]?\Z)")
_SAID = frozenset(["announced", "disclosed"])


def _told(scene: Scene, said: re.Match[str], end: int) -> re.Match[str] | None:
    """ "宣布推出A": the act that is announced; a word of announcing alone only before its object."""
    if cause := _CAUSE.match(scene.content, said.end()):
        end = scene.clause_at(cause.end()).end
    for match in VERB.finditer(scene.content, cause.end() if cause else said.end(), end):
        between = scene.content[cause.end() if cause else said.end() : match.start()]
        if _NO_VERB.match(scene.content, match.end()) or _NOT_DONE.search(between):
            continue
        if ACTIONS[match.group()] in _SAID or scene.content.startswith("的", match.end()):
            continue
        if match.group() in UNSURE and not (is_act(scene, match) or not between):
            continue
        return match
    if cause:
        return None
    content = scene.content[said.end() : end].lstrip("了过 ")
    return None if len(content) < 2 or re.match(r"将|已|称|，|其(?!中)|：|正|会", content) else said


def is_act(scene: Scene, verb: re.Match[str]) -> bool:
    """Whether a word that mostly describes names an act: "了" or a name stands right behind it."""
    if ACTIONS[verb.group()] == "reached":
        return False
    behind = scene.content[verb.end() : verb.end() + 2]
    if any(f.kind in ("times", "percent") for f in scene.figures_in(verb.end(), verb.end() + 12)):
        return False
    named = scene.mentions_in(verb.end(), min(len(scene.content), verb.end() + 14))
    ends = re.match(r"[，。；！”\s]|\Z", behind) is not None
    return (
        behind.startswith(("了", "过"))
        or bool(named and named[0].start - verb.end() <= 3)
        or (ends and ACTIONS[verb.group()] in ("took effect",))
    )


_EXCHANGE = re.compile(r"了?\s?(?:纽|纳|港|科创|创业板|A股|美股|资本|深交|上交|北交|东京|伦敦|新三板|主板)")
_LAW = re.compile(
    r"了|[^，。；]{0,10}?(?:法案|法律|草案|决议|条例|议案|审查|审核|认证|备案|验收|法(?=[，。]))"
)
_ADOPTED = re.compile(r"[^，。；]{1,20}(?:采纳|采用|认可|好评|支持|青睐|邀请|推荐)(?=[，。；]|\Z)")


_CLEFT_END = re.compile(r"的(?:[，。；！]|\Z)")
_CLEFT = re.compile(r"是[^，。；是]{0,12}\Z")
_STUDY = re.compile(r"的[^，。；]{0,6}?(?:报告|数据|论文|白皮书|研究|调查|指数|榜单|统计)")


def acts(scene: Scene, verb: re.Match[str], sentence: Span, dated: int | None = None) -> bool:
    """Whether a word that may be a noun is a verb here: something follows that it was done to."""
    behind = scene.content[verb.end() : verb.end() + 12]
    dated = verb.start() if dated is None else dated
    if verb.group() == "登陆" and not _EXCHANGE.match(behind):
        return False
    if verb.group() == "通过" and not _LAW.match(behind):
        return False
    if verb.group() in ("获", "获得") and _ADOPTED.match(scene.content, verb.end()):
        return False
    if behind.startswith("的"):
        if _CLEFT_END.match(behind):
            return _CLEFT.search(scene.content, max(sentence.start, dated - 14), dated) is not None
        if (
            _STUDY.match(behind)
            and verb.start() == dated
            and verb.group() in ("发布", "公布", "发表", "出版")
        ):
            return True
        said = next(iter(scene.mentions_in(verb.end(), min(sentence.end, verb.end() + 30))), None)
        return (
            said is not None
            and said.start - verb.end() <= 14
            and not re.search(
                r"[，。；与和同]",
                scene.content[dated : verb.start()] + scene.content[verb.end() : said.start],
            )
        )
    if verb.group() in ("投资", "限制", "通过", "开放", "获得", "加入", "禁止", "达成", "收购"):
        direct = any(
            m.start - verb.end() <= 3
            for m in scene.mentions_in(verb.end(), min(sentence.end, verb.end() + 30))
        )
        money = any(
            f.kind == "money" and f.start - verb.end() <= 2
            for f in scene.figures_in(verb.end(), min(sentence.end, verb.end() + 16))
        )
        return direct or money or behind.startswith(("了", "过")) or verb.group() in ("获得", "禁止", "开放")
    return True
