"""Gaps in Chinese that only tend: "差距在缩小", "A对B的领先优势越来越大", "被B越甩越远"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.chinese import lag_drafts, lag_sides, lag_trends
from theodolite.extract.chinese.figures import Figure
from theodolite.extract.chinese.lag_sides import Cue
from theodolite.extract.chinese.lag_trends import Trend
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.scene import Draft

_PURPOSE = re.compile(
    r"(?:为了|(?<![认成作因视变])为(?=\Z)|旨在|力图|致力于|努力|试图|想要|以便|帮助|必须|需要|应当?|才能|怎样|如何)[^，。；]{0,6}\Z"
)
_OTHER_GAP = re.compile(
    r"贫富|城乡|收入|性别|数字|工资|薪资|价格|认知|信息|代际|供需|供给|投资|估值|利差|阶层|阶级|地区间|区域|财富|教育|体验"
    r"|(?:智能体|Agent|代理)[^，。]{0,6}(?:质量|能力|性能)|(?:训练|模拟|仿真)(?:与|和|跟)(?:推理|现实|真实)"
)
_OF_WHOM = re.compile(
    r"(?:对|相对于?|相比于?)(?P<b>[^，。；：]{1,16}?)(?:的|(?:所)?(?:保持|拥有|享有|积累)着?的?)\s?\Z"
)
_TO_WHOM = re.compile(r"(?:对|相对于?)(?P<b>[^，。；：]{1,16}?)的领先(?:优势|地位|幅度|身位)?")


def find(scene: Scene) -> Iterator[Draft]:
    """Where a gap tends, where no stretch of time says more."""
    for match in lag_trends.CUE.finditer(scene.content):
        sentence = scene.sentences[scene.sentence_at(match.start())]
        trend, stop = lag_trends.of(scene, match, sentence.end)
        yield from _course(scene, match, _cue(scene, match), trend, stop)
    for sign in lag_trends.TURN_SIGN.finditer(scene.content):
        clause = scene.clause_at(sign.start())
        turn = lag_trends.TURN.search(scene.content, clause.start, clause.end)
        group = next((name for name in ("a", "b", "c", "d", "e") if turn and turn[name]), None)
        if turn and group and scene.mentions_in(*turn.span(group)):
            kind, trend = lag_trends.TURNED[group]
            if group == "a" and turn["far"]:
                trend = "widening"
            cue = Cue(kind, turn.start(), turn.end(), "standing", turn.span(group))
            yield from _course(scene, turn, cue, trend, turn.end())


def _cue(scene: Scene, match: re.Match[str]) -> Cue:
    """A lead is of the one who has it, over the one that is named with it."""
    clause = scene.clause_at(match.start())
    if match.group().startswith("领先"):
        whom = _OF_WHOM.search(scene.content, max(clause.start, match.start() - 28), match.start())
        at = whom.start() if whom else match.start()
        return Cue("ahead", at, match.end(), "standing", whom.span("b") if whom else match.span("mid"))
    if match.group().startswith("落后"):
        return Cue("behind", match.start(), match.end(), "standing", match.span("mid"))
    if whom := _TO_WHOM.search(match.group()):
        span = (match.start() + whom.start("b"), match.start() + whom.end("b"))
        return Cue("ahead", match.start(), match.end(), "standing", span)
    return Cue("gap", match.start(), match.end(), "standing")


def _course(scene: Scene, match: re.Match[str], cue: Cue, trend: Trend, stop: int) -> Iterator[Draft]:
    number = scene.sentence_at(match.start())
    sentence = scene.sentences[number]
    clause = scene.clause_at(match.start())
    if scene.is_taken(clause.start, max(clause.end, min(sentence.end, match.end() + 12))):
        return
    before = scene.content[max(sentence.start, match.start() - 24) : match.start()]
    if _PURPOSE.search(before) or "与其说" in before or _OTHER_GAP.search(before[-12:] + match.group()):
        return
    follower, leader = lag_sides.of(scene, sentence, cue)
    if follower is None or (leader is None and not scene.home):
        return
    slots = lag_drafts.slots(scene, follower, leader, None, None, trend, "standing")
    start, end = lag_drafts.extent(scene, sentence.start, cue, _point(match.start(), stop), follower, leader)
    scene.gaps.append((match.start(), follower, leader))
    override: dict[str, Any] = {"dimension": lag_drafts.dimension(scene, start, end, sentence.start)}
    if match.groupdict().get("s"):
        override["polarity"] = "asserted"
    yield Draft("lag", start, end, match.start(), number, slots, override)


def _point(start: int, end: int) -> Figure:
    """The place of a trend, in the form of a figure without a value."""
    return Figure(start, end, None, None, "duration", "month")
