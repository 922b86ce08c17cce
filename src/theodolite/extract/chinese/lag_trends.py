"""Where a gap tends in Chinese: it narrows, widens or stays."""

from __future__ import annotations

import re
from typing import Literal

from theodolite.extract.chinese.scene import Scene

Trend = Literal["narrowing", "widening", "steady"]

GAP = r"差距|代差|时间差|时差|差别|距离|鸿沟|落差"
_NARROW = (
    r"缩小|缩短|收窄|拉近|越来越近|变小|缩减|弥合|收敛|蚕食|侵蚀|减小|缩至|缩到|追近|越来越小|愈来愈小|日益缩小|逐渐缩小"
    r"|缩得|减到|消失|变窄|急剧收窄"
)
_WIDEN = r"越来越大|愈来愈大|越拉越大|愈拉愈大|日益扩大|扩大|拉大|加大|拉开|变大|加剧|加深"
_STEADY = (
    r"(?:并)?(?:没有|未见|未有|没|未)(?:任何|明显|多少|丝毫|实质性)?(?:地)?(?:缩短|缩小|收窄|拉近"
    r"|改善|变化|拉大|扩大|改变)(?:的)?(?:迹象|趋势|苗头)?|没什么变化|一如既往|依然如故|原封不动"
    r"|始终如一|维持在|大体不变|基本不变|不变|稳定在|僵持|保持不变|没有变化|没有缩小|维持不变"
    r"|并未缩小|未见缩小|没有拉大"
)
CUE = re.compile(
    rf"(?:{GAP}|领先优势|领先幅度|身位)(?P<mid>[^。；！？\n]{{0,26}}?)(?:(?P<s>{_STEADY})"
    rf"|(?P<n>{_NARROW})|(?P<w>{_WIDEN}))"
    rf"|(?:(?P<n2>缩小|缩短|拉近|弥合|缩减|收窄)|(?P<w2>拉大|扩大"
    rf"|拉开))了?(?P<mid2>[^，。；！？\n]{{0,26}}?)(?:{GAP})"
)
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
