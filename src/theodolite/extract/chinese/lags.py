"""Lags in Chinese: who is how long behind whom, how long a match took or takes, where the gap tends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from theodolite.extract.chinese import dimensions, lag_sides
from theodolite.extract.chinese.figures import Figure
from theodolite.extract.chinese.lag_sides import Cue
from theodolite.extract.chinese.referents import slot
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.scene import Draft

Trend = Literal["narrowing", "widening", "steady"]

_GAP = r"差距|代差|时间差|时差|差别|距离|鸿沟|落差"
_FILL = (
    r"(?:约为?|大约|大概|大致|平均|至少|至多|最多|最少|近|整整|已经?|仅仅?|只有|只|有|了|可能|也就|也"
    r"|就|是|在|差不多|还|仍|依然|达到?|长达|多达|不到|超过|不足|的)"
)
_BEHIND = re.compile(rf"(?:落后|滞后|落伍|慢)(?:于|了)?(?P<other>[^，。；,]{{0,24}}?){_FILL}{{0,4}}\s?\Z")
_GAP_AHEAD = re.compile(
    rf"(?:{_GAP})[^，。；：,]{{0,26}}\Z|(?:{_GAP})[^。；]{{0,22}}[，,](?:目前|现在|如今"
    rf"|当前)?{_FILL}{{0,4}}\s?\Z"
)
_SHORT_BY = re.compile(
    rf"(?<![误时落温偏逆顺])(?:只|还|仅|约|大约|也就|相|仍)?差(?!异|分|价|额|距|别){_FILL}{{0,3}}\s?\Z"
)
_GAP_BEHIND = re.compile(rf"(?:左右|上下|以上|以内)?的?(?:技术|时间)?(?:{_GAP}|落后)")
_AHEAD = re.compile(
    rf"(?:领先|超前)(?!模型|水平|的|企业|地位|技术|公司)(?:于|了"
    rf"|优势)?(?P<other>[^，。；,]{{0,20}}?){_FILL}{{0,4}}\s?\Z"
)
_AHEAD_BEHIND = re.compile(r"的?(?:领先|先发)(?:优势|地位|身位)?")
_MATCHED = re.compile(
    r"(?P<between>[^。；！？]{0,14}?)(?P<verb>追赶?上|赶上|追平|赶超|追到|追齐|迎头赶上|补齐差距"
    r"|弥合差距|抹平差距"
    r"|(?:达到|拥有|做出|具备|超越|超过|复现|对标|推出|训练出)(?=[^。；]{0,24}?(?:类似|相比|相当|水平"
    r"|同等|同级|比肩|媲美)))"
)
_NEVER = re.compile(
    r"(?:也|都|内|之内)?(?:可能|未必|恐怕)?(?:也|都)?(?:做不出|追不上|赶不上|无法追上|难以追上|追赶不上"
    r"|无法赶上|没法追上)"
)
_TOOK = re.compile(r"(?:用了|花了|耗时|历时|仅用|只用|用时|经过|短短|时隔)[^，。；]{0,8}\Z")
_DONE = re.compile(r"[^。；，]{0,6}(?:就|便|才|已经?|即)\Z|了\Z")
_NOT_SO = re.compile(r"(?:并?不是|并非|绝非|远非|远不是|并不只?是|不仅仅?是)")
_OLD_END = re.compile(r"(?:从|由)[^，。；]{0,10}\Z")
_NEW_END = re.compile(r"[^，。；]{0,8}(?:缩|收|扩|拉|降|变|减|增|到|至)")
_NARROW = r"缩小|缩短|收窄|拉近|变小|缩减|弥合|收敛|减小|缩至|缩到|追近|消失|变窄|急剧收窄"
_WIDEN = r"扩大|拉大|加大|拉开|变大|加剧|加深"
_STEADY = r"保持不变|没有变化|没有缩小|维持不变|并未缩小|未见缩小|没有拉大"
_TREND = re.compile(
    rf"(?:{_GAP})(?P<mid>[^。；！？\n]{{0,26}}?)(?:(?P<s>{_STEADY})|(?P<n>{_NARROW})|(?P<w>{_WIDEN}))"
    rf"|(?:(?P<n2>缩小|缩短|拉近|弥合|缩减|收窄)|(?P<w2>拉大|扩大"
    rf"|拉开))了?(?P<mid2>[^，。；！？\n]{{0,26}}?)(?:{_GAP})"
)
_PURPOSE = re.compile(
    r"(?:为了?|旨在|力图|致力于|努力|试图|想要|以便|帮助|必须|需要|应当?|才能|怎样|如何)[^，。；]{0,6}\Z"
)
_OTHER_GAP = re.compile(r"贫富|城乡|收入|性别|数字|工资|薪资|价格|认知|信息|代际|供需|供给|投资|估值|利差")
_OPEN_YEARS = re.compile(r"(?:落后|差距)[^，。；]{0,10}(?:数年|多年|好几年|数个月|数月)")


def find(scene: Scene) -> Iterator[Draft]:
    """Every lag: those with a stretch of time first, then trends without one."""
    for figure in scene.figures:
        if figure.kind == "duration":
            draft = _stretch(scene, figure)
            if draft:
                scene.take(figure.start, figure.end)
                yield draft
    yield from _trends(scene)


def _stretch(scene: Scene, figure: Figure) -> Draft | None:
    """The lag that a stretch of time belongs to, if its words say so."""
    number = scene.sentence_at(figure.start)
    sentence = scene.sentences[number]
    before = scene.content[max(sentence.start, figure.start - 48) : figure.start]
    after = scene.content[figure.end : min(sentence.end, figure.end + 48)]
    if _OLD_END.search(before) and _NEW_END.match(after):
        return None
    cue = _cue(before, after, figure)
    if cue is None:
        return None
    low, high = figure.low, figure.high
    middle = scene.content[cue.start : figure.start]
    denied = _NOT_SO.search(middle) is not None
    if re.search(r"不止|不只", middle):
        high, denied = None, False
    if cue.kind == "never":
        high = None
    follower, leader = lag_sides.of(scene, sentence, cue)
    if follower is None and leader is None:
        return None
    trend = _trend_near(scene, figure.start, figure.end) if cue.reading == "standing" else None
    slots = _slots(scene, follower, leader, low, high, trend, cue.reading)
    slots["anchor"] = lag_sides.anchor(scene, cue, sentence) if cue.reading != "standing" else None
    start, end = _extent(scene, sentence.start, cue, figure, follower, leader)
    scene.gaps.append((figure.start, follower, leader))
    override: dict[str, Any] = {"dimension": _dimension(scene, start, end, sentence.start)}
    if cue.kind == "never":
        override["polarity"] = "asserted"
    elif denied:
        override["polarity"] = "denied"
    return Draft("lag", start, end, min(cue.start, figure.start), number, slots, override)


def _cue(before: str, after: str, figure: Figure) -> Cue | None:
    """What makes the stretch a lag."""
    at = figure.start - len(before)
    if behind := _BEHIND.search(before):
        return Cue(
            "behind", at + behind.start(), figure.end, "standing", (at + behind.start("other"), figure.start)
        )
    if ahead := _AHEAD.search(before):
        return Cue(
            "ahead", at + ahead.start(), figure.end, "standing", (at + ahead.start("other"), figure.start)
        )
    if never := _NEVER.match(after):
        return Cue("never", figure.start, figure.end + never.end(), "catch_up")
    if gap := _GAP_BEHIND.match(after):
        return Cue("gap", figure.start, figure.end + gap.end(), "standing")
    if lead := _AHEAD_BEHIND.match(after):
        return Cue("ahead", figure.start, figure.end + lead.end(), "standing")
    if gap := _GAP_AHEAD.search(before):
        return Cue("gap", at + gap.start(), figure.end, "standing")
    if short := _SHORT_BY.search(before):
        return Cue("gap", at + short.start(), figure.end, "standing")
    if (matched := _MATCHED.match(after)) and not re.search(r"[，,].*[，,]", matched["between"]):
        took = _TOOK.search(before) or (
            _DONE.search(matched["between"]) and re.match(r"了", after[matched.end() :])
        )
        return Cue("match", figure.start, figure.end + matched.end(), "record" if took else "catch_up")
    return None


def _slots(
    scene: Scene,
    follower: Any,
    leader: Any,
    low: float | None,
    high: float | None,
    trend: Trend | None,
    reading: str,
) -> dict[str, Any]:
    return {
        **slot(scene, "follower", follower),
        **slot(scene, "leader", leader),
        "subject": "AI",
        "low_months": _tidy(low),
        "high_months": _tidy(high),
        "trend": trend,
        "reading": reading,
    }


def _tidy(value: float | None) -> float | int | None:
    if value is None:
        return None
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _trend_near(scene: Scene, start: int, end: int) -> Trend | None:
    clause = scene.clause_at(start)
    text = scene.content[max(clause.start, start - 24) : min(clause.end, end + 8)]
    if re.search(_NARROW, text):
        return "narrowing"
    return "widening" if re.search(_WIDEN, text) else None


def _dimension(scene: Scene, start: int, end: int, first: int) -> str:
    clause = scene.clause_at(start)
    return dimensions.of_gap(scene.content[min(start, clause.start) : end], scene.content[first:start][-60:])


def _extent(
    scene: Scene, first: int, cue: Cue, figure: Figure, follower: Any, leader: Any
) -> tuple[int, int]:
    """From the first to the last word that the claim uses, within its sentence."""
    places = [(cue.start, cue.end), (figure.start, figure.end)]
    places += [
        (m.start, m.end) for m in (follower, leader) if m is not None and first <= m.start < cue.end + 30
    ]
    start, end = min(a for a, _ in places), max(b for _, b in places)
    return max(start, cue.start - 60), end


def _trends(scene: Scene) -> Iterator[Draft]:
    """Where a gap tends, where no stretch of time says more."""
    for match in _TREND.finditer(scene.content):
        number = scene.sentence_at(match.start())
        sentence = scene.sentences[number]
        clause = scene.clause_at(match.start())
        if scene.is_taken(clause.start, max(clause.end, match.end() + 12)):
            continue
        before = scene.content[max(sentence.start, match.start() - 24) : match.start()]
        if _PURPOSE.search(before) or _OTHER_GAP.search(before[-8:] + match.group()):
            continue
        cue = Cue("gap", match.start(), match.end(), "standing")
        follower, leader = lag_sides.of(scene, sentence, cue)
        if follower is None or leader is None:
            continue
        trend: Trend = "steady" if match["s"] else "narrowing" if match["n"] or match["n2"] else "widening"
        slots = _slots(scene, follower, leader, None, None, trend, "standing")
        start, end = _extent(scene, sentence.start, cue, _point(match), follower, leader)
        scene.gaps.append((match.start(), follower, leader))
        override: dict[str, Any] = {"dimension": _dimension(scene, start, end, sentence.start)}
        if match["s"]:
            override["polarity"] = "asserted"
        yield Draft("lag", start, end, match.start(), number, slots, override)


def _point(match: re.Match[str]) -> Figure:
    """The place of a trend, in the form of a figure without a value."""
    return Figure(match.start(), match.end(), None, None, "duration", "month")
