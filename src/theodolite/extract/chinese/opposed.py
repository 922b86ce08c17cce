"""Comparisons in Chinese with the other side in an opening phrase ("与B相比"), or of two taken together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese.ranking_frames import Direction
from theodolite.extract.chinese.rankings import Found, share
from theodolite.extract.chinese.referents import subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.known_names import Mention

_BOTH = re.compile(
    r"(?:两国|双方|两者|二者|两家|两边|两款(?:模型|芯片)|两个模型|彼此)[^，。；]{0,12}?(?:持平|相当|不相上下|旗鼓相当|不分伯仲|并驾齐驱|没(?:有|什么)?"
    r"(?:多大|太大|明显)?(?:区别|差别|差距)|相差无几|差不多|打平|平分秋色)"
)


def both(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "两国已大体持平": the two that were named last."""
    for match in _BOTH.finditer(scene.content, clause.start, clause.end):
        number = scene.sentence_at(clause.start)
        first = scene.sentences[max(0, number - 2)].start
        kinds = ("side",) if match.group().startswith("两国") else ("side", "model", "organisation", "group")
        named = [m for m in scene.mentions_in(first, match.start()) if m.kind in kinds]
        last = named[-1] if named else None
        other = next(
            (m for m in reversed(named) if last and m.name != last.name and m.kind == last.kind), None
        )
        if last is None or other is None:
            continue
        a, b = sorted((other, last), key=lambda m: m.start)
        if not scene.figures_in(match.start(), match.end()):
            yield a, b, "equal", match.start(), match.end(), None


BOTH = (both, (_BOTH,))
"""The rule with what it cannot do without."""
_AGAINST = re.compile(r"(?:的[^，。；]{0,8})?(?:相比|比较|相较|比起来|比)[，]\s?")
_BY_HOW_MUCH = re.compile(
    r"(?P<what>[^，。；！？]{0,24}?)(?P<v>提升|提高|增加|增长|上升|延长|快|高出?|多出?|长|强|大|降低|减少|下降|缩短|减轻|低|少|慢|轻"
    r"|便宜|短|节省|降|省|贵|落后|领先|更[\u4e00-\u9fff]{1,2})(?:了|出|约|近|超过?|逾|至|到|达|不少于|上|整整|幅|大约|将近)*"
)
_LESS = re.compile(r"降|减|缩|低|少|慢|轻|便宜|短|省|落后")


def against(scene: Scene, clause: Span, other: Mention) -> Iterator[Found]:
    """ "与B相比，响应时间缩短约一半": of the topic, which the clause behind may name."""
    opened = _AGAINST.match(scene.content, other.end)
    sentence = scene.sentences[scene.sentence_at(clause.start)]
    if not opened or opened.end() >= sentence.end:
        return
    behind = scene.clause_at(opened.end())
    found = _BY_HOW_MUCH.match(scene.content, opened.end(), behind.end)
    if not found:
        return
    figure = next(iter(scene.figures_in(found.end() - 1, behind.end)), None)
    if figure is not None and figure.start - found.end() > 2:
        figure = None
    named = [
        m
        for m in scene.mentions_in(opened.end(), found.start("v"))
        if m.kind not in ("person",) and m.noun != "title" and m.name != other.name
    ]
    if not named:
        named = [m for m in subjects(scene, clause.start) if m.kind != "person" and m.name != other.name]
        earlier = [m for m in named if m.end <= clause.start]
        named = earlier or _topic_before(scene, clause, other)
    down = _LESS.search(found["v"]) is not None
    if figure is not None:
        scene.take(figure.start, figure.end)
    for subject in named[:1]:
        end = figure.end if figure else found.end()
        direction: Direction = "below" if down else "above"
        yield subject, other, direction, other.start, end, share(figure, down)


def _topic_before(scene: Scene, clause: Span, other: Mention) -> list[Mention]:
    """The topic of the sentence, else of the one before."""
    sentence = scene.sentences[scene.sentence_at(clause.start)]
    for number in range(scene.sentence_at(clause.start), max(-1, scene.sentence_at(clause.start) - 3), -1):
        span = scene.sentences[number]
        found = [
            m
            for m in scene.mentions_in(
                span.start, min(span.end, clause.start) if span == sentence else span.end
            )
            if m.kind in ("model", "organisation", "unknown", "side", "group") and m.name != other.name
        ]
        if found:
            return found[:1]
    return []
