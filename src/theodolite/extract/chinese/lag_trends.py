"""Where a gap tends in Chinese: it narrows, widens or stays."""

from __future__ import annotations

import re
from typing import Literal

from theodolite.extract.chinese.scene import Scene

Trend = Literal["narrowing", "widening", "steady"]

GAP = r"差距|代差|时间差|时差|差别|距离|鸿沟|落差"
_NARROW = (
    r"缩小|缩短|收窄|拉近|越来越近|变小|缩减|弥合|收敛|蚕食|侵蚀|减小|缩至|缩到|追近|越来越小|愈来愈小|日益缩小|逐渐缩小"
    r"|缩得|减到|消失|变窄|急剧收窄|抹平|填平|消弭|缩水|越来越窄|所剩无几"
    r"|(?:没有?|不再|不像)(?:以前|过去|当年|此前|从前|去年|之前)?(?:那么|那样)?(?:大|明显|悬殊)了?"
)
_WIDEN = (
    r"越来越大|愈来愈大|越拉越大|愈拉愈大|日益扩大|扩大|拉大|加大|拉开|变大"
    r"|加剧(?=[，。；！？”\s]|\Z|的趋势|中)|加深"
)
_STEADY = (
    r"(?:并)?(?:没有|未见|未有|没|未)(?:任何|明显|多少|丝毫|实质性)?(?:地)?(?:缩短|缩小|收窄|拉近"
    r"|改善|变化|拉大|扩大|改变)(?:的)?(?:迹象|趋势|苗头)?|没什么变化|一如既往|依然如故|原封不动"
    r"|始终如一|维持在|大体不变|基本不变|不变|稳定在|僵持|保持不变|没有变化|没有缩小|维持不变|一直没变|没怎么变|没变"
    r"|并未缩小|未见缩小|没有拉大"
)
CUE = re.compile(
    rf"(?:{GAP}|领先优势|领先幅度|(?:领先|落后)(?=[^，。；！？\n]{{0,14}}(?:幅度|身位|优势))|身位)"
    rf"(?P<mid>[^。；！？\n]{{0,26}}?)(?:(?P<s>{_STEADY})"
    rf"|(?P<n>{_NARROW})|(?P<w>{_WIDEN}))"
    rf"|(?:(?P<n2>缩小|缩短|拉近|弥合|缩减|收窄)|(?P<w2>拉大|扩大"
    rf"|拉开))了?(?P<mid2>[^，。；！？\n]{{0,26}}?)(?:{GAP}|的领先(?:优势|地位|幅度|身位)?)"
)
_SLOWLY = r"(?:正在?|在|却|反而|只会|已经?|正变得|变得|一步步|会|将|也|就|显得)*"
TURN = re.compile(
    rf"(?:离|距离?|与|和|跟)(?P<a>[^，。；：！？\n]{{1,16}}?)(?:的距离|的水平)?{_SLOWLY}越来越(?:近|(?P<far>远))"
    rf"|被(?P<b>[^，。；：！？\n]{{1,16}}?){_SLOWLY}越(?:甩|拉|落|抛)越远"
    rf"|(?:把|将)(?P<c>[^，。；：！？\n]{{1,16}}?){_SLOWLY}越(?:甩|拉|落|抛)越远"
    r"|(?:正在?|在|仍在|还在|已经?|不断|加速|快速|迅速|一步步|逐步|逐渐|紧紧)+追近了?(?P<d>[^，。；：！？\n]{1,16}?)"
    r"(?=[，。；！？”\n]|\Z|的)"
    r"|(?:落后|跟不上)(?P<e>[^，。；：！？\n]{1,16}?)(?:得)?越来越(?:多|远)"
)
"""Turns that say a trend without a word for the gap; the groups hold the other side."""
TURN_SIGN = re.compile(r"越来越[近远多]|越[甩拉落抛]越远|追近")
"""What each of these holds: a cheap look before."""
TURNED: dict[str, tuple[Literal["behind", "ahead"], Trend]] = {
    "a": ("behind", "narrowing"),
    "b": ("behind", "widening"),
    "c": ("ahead", "widening"),
    "d": ("behind", "narrowing"),
    "e": ("behind", "widening"),
}
_NOT_BUT = re.compile(r"(?:不是|并非|没有|并未|未见|没)[^，。；]{0,8}\Z")
_RATHER_SO = re.compile(
    rf"了?[，,]?(?:反而|而是|甚至|却|倒)[^，。；]{{0,8}}?(?:(?P<w>{_WIDEN})|(?P<n>{_NARROW})|(?P<s>{_STEADY}))"
)


def of(scene: Scene, match: re.Match[str], last: int) -> tuple[Trend, int]:
    """The trend that a cue states and where its words end; "not narrowing but widening" is widening."""
    trend: Trend = "steady" if match["s"] else "narrowing" if match["n"] or match["n2"] else "widening"
    rather = _RATHER_SO.match(scene.content, match.end(), last)
    group = next(g for g in ("s", "n", "w", "n2", "w2") if match[g])
    before = scene.content[match.start() : match.start(group)]
    if rather and (match["s"] or _NOT_BUT.search(before)):
        trend = "widening" if rather["w"] else "narrowing" if rather["n"] else "steady"
        return trend, rather.end()
    return trend, match.end()


def near(scene: Scene, start: int, end: int) -> Trend | None:
    """The trend in the words before a length and right behind it."""
    clause = scene.clause_at(start)
    text = scene.content[max(clause.start, start - 24) : min(clause.end, end + 8)]
    if re.search(_NARROW, text):
        return "narrowing"
    return "widening" if re.search(_WIDEN, text) else None
