"""Lengths of a gap that the words before speak of: "以前是一年半", "芯片则要五年", "从一年缩短到三个月"."""

from __future__ import annotations

import re
from typing import Literal

from theodolite.extract.chinese.figures import Figure
from theodolite.extract.chinese.lag_sides import Cue
from theodolite.extract.chinese.scene import Scene

_TALK = re.compile(
    r"差距|代差|时间差|时差(?!区)|落后|滞后|领先|追赶|追上|赶上|追平|赶超|鸿沟|慢了|晚了|跟在后面"
    r"|跟在[^，。]{1,8}后面|跟跑|跟着跑|追着跑|差多[少远久大]|差了?多"
)
_CHASE = re.compile(
    r"(?:追上|赶上|追平|赶超|补上|补齐|补足|弥合|抹平|追赶|迎头赶上|平起平坐)[^。！]{0,12}(?:多久"
    r"|何时|几年|什么时候|多少年|多长时间)"
    r"|(?:多久|何时|几年|什么时候|多少年|多长时间)[^。！]{0,14}(?:追上|赶上|追平|赶超|补上|补齐|弥合"
    r"|抹平|追赶)"
)
_FAR = 150  # characters that the talk of a gap reaches on
_WHEN = (
    r"(?:以前|过去|从前|原先|原来|当时|当年|那时候?|起初|最初|早先|曾经|早些时候|此前"
    r"|[几两三四五\d]+年前|一年前|半年前"
    r"|(?:前年|去年|今年)(?:的)?(?:底|初|此时|同期|年底|年初|这时候?|春天?|夏天?|秋天?|冬天?"
    r"|[上下]半年|[一二三四]季度)?|如今|现在|眼下|目前|今天|当下|这两年|近来|最近"
    r"|到?了?(?:19|20)\d\d年?(?:底|初|春天|夏天|年底)?|[年月][底初])"
)
_TOPIC = (
    r"(?:在|而|至于)?(?:[\u4e00-\u9fffA-Za-z0-9-]{1,10}?(?:方面|上|领域|环节|这一?块|的话|这边|端"
    r"|的差距|的时间差|的代差|的落后)"
    r"|芯片|光刻机?|晶片|制程|先进制程|先进封装|封装|数据|算法|人才|模型|大模型|基础模型|推理模型"
    r"|推理|多模态|视频生成"
    r"|视频|机器人|软件|生态|应用|算力|硬件|设备|存储|内存|高带宽内存|HBM|EDA|闭源|开源|科研"
    r"|原创研究|基础研究)"
)
_WHO_SAYS = (
    r"(?:有人|也有人|有的人?|还有人|另一些人?|一些人?|不少人|多数人|很多人|专家|业内|业界|分析师"
    r"|机构|悲观者|乐观者"
    r"|最?(?:乐观|悲观|保守|激进|流行|常见|普遍)的?(?:人|说法|估计|看法|判断|算法|口径|版本)?"
    r"|我的?(?:回答|答案|判断|看法|估计|感觉|印象|结论)?|的?(?:标准|流行|普遍|常见)?的?(?:答案|说法"
    r"|估计|判断|口径)|他的?(?:回答|答案|判断|看法|估计)?)"
)
_FILL = (
    r"(?:则|却|都|就|也|又|还|仍|才|更|便|要|得|会|说|认为|觉得|估计|猜|看|给出|回答|算|显得|来说"
    r"|而言|说法|的"
    r"|是|为|在|约|大约|大概|大致|差不多|恐怕|可能|也许|或许|应该|至少|起码|最少|少说|最多|顶多|至多"
    r"|不到|不足"
    r"|超过|不超过|只|仅|已经?|有|剩下?|隔|差|变成|缩|缩短|缩小|扩大|到|至|了|近|将近|接近|最短|最长"
    r"|平均|中位数"
    r"|整整|足足|长达|小一些|大一些|小得多|大得多|更大|更小|稍大|稍小|长得多|短得多|不过|其实"
    r"|实际上?|依然|依旧|上限|下限|左右|一点|些)"
)
_ONLY = re.compile(
    rf"[“\s]*(?:[^，。；：]{{1,10}}(?:之后|以后|出来后|火了后|发布后)[，]?)?(?:在[我他她]们?看来"
    rf"|依[我他她]看|[我他她]看)?(?:但|而|不过|可是?|其中|换算成时间|换句话说|所以"
    rf"|因此)?[，]?(?:{_WHEN})?(?:{_TOPIC}|{_WHO_SAYS})?(?:{_WHEN})?{_FILL}{{0,7}}[“‘\s]?"
)
_END = re.compile(
    r"(?:左右|上下|以上|以内|之间|不等|吧|了|呢|啊|的(?:时间|差距|样子|事|功夫|工夫)?|多一点|罢了"
    r"|而已|[”’）)\s])*"
)
_SHIFTED = re.compile(
    r"(?:从|由)[^，。；]{1,14}?(?:已|已经|又|再|逐步|逐渐|迅速|大幅|快速|进一步|一路|一下子|直接|骤然|[，])*"
    r"(?P<v>缩短|缩小|压缩|收窄|缩减|降低|降|减少|下降|拉近|缩|减|变|扩大|拉大|增加|增|拉长|延长"
    r"|升)(?:到了?|至|成了?|为)"
    r"(?:只有|约|大约|不到|不足|仅|仅有|如今的?|现在的?|目前的?|今天的?|今年的?|大概|差不多|近"
    r"|最近的?|眼下的?|仅仅)*\s?\Z"
)
_FROM_TO = re.compile(
    r"从(?P<a>[^，。；]{1,24}?)到(?P<b>[^，。；]{1,24}?)[，,]?(?:之间|前后|中间|总共|一共|只|仅|才"
    r"|大约|大概|差不多|不过|相隔|间隔"
    r"|隔了|隔|用了?|花了?|过了|是|约|耗时|历时|足足|整整|也|就|了)+\s?\Z"
)


def find(scene: Scene, figure: Figure, before: str) -> Cue | None:
    """The cue of a length that leans on what was said before; None where it is none."""
    at = figure.start - len(before)
    if (shifted := _SHIFTED.search(before)) and _talk(scene, figure) is not None:
        return Cue("gap", at + shifted.start(), figure.end, "standing")
    if made := _FROM_TO.search(before):
        first = (at + made.start("a"), at + made.end("a"))
        second = (at + made.start("b"), at + made.end("b"))
        if _of_two(scene, first, second):
            return Cue("match", second[0], figure.end, "record", first)
    clause = scene.clause_at(figure.start)
    if not _ONLY.fullmatch(scene.content, clause.start, figure.start):
        return None
    behind = _END.match(scene.content, figure.end, clause.end)
    if behind is None or behind.end() < clause.end:
        return None
    talk = _talk(scene, figure)
    if talk is None:
        return None
    asked = _CHASE.search(scene.content, max(0, talk - 30), figure.start)
    named = [m for m in scene.mentions_in(clause.start, figure.start) if m.kind in ("side", "group")]
    reading: Literal["catch_up", "standing"] = "catch_up" if asked else "standing"
    return Cue("gap", clause.start, figure.end, reading, carried=not named)


def _of_two(scene: Scene, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two places name two, not two versions of one."""
    a, b = scene.mentions_in(*first), scene.mentions_in(*second)
    return bool(a and b) and re.sub(r"[\d.\s]+", "", a[0].name) != re.sub(r"[\d.\s]+", "", b[-1].name)


def _talk(scene: Scene, figure: Figure) -> int | None:
    """Where the last words on a gap stand: in this sentence, in the two before, or at the last lag found."""
    number = scene.sentence_at(figure.start)
    first = max(scene.sentences[max(0, number - 2)].start, figure.start - _FAR)
    near = [g[0] for g in scene.gaps[-3:] if 0 <= figure.start - g[0] < _FAR]
    said = [m.start() for m in _TALK.finditer(scene.content, first, figure.start)]
    return max([*near, *said], default=None)
