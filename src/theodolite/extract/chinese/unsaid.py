"""Comparisons in Chinese whose other side stands in the words before: "GLM更便宜", "日常使用没区别"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese import contrasts
from theodolite.extract.chinese.ranking_frames import Direction
from theodolite.extract.chinese.rankings import Found, Rule
from theodolite.extract.chinese.referents import OBSERVERS, compared
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.known_names import Mention

_KINDS = ("organisation", "model", "side", "group")
_MORE = re.compile(
    rf"(?:还要?|反而|反倒|却|甚至|则|倒|要|明显|显然|有时候?还?|往往)?(?<!向)更(?!新)(?:加|为)?(?:(?P<bad>{contrasts.BAD})|(?P<good>{contrasts.GOOD}))"
    r"(?:得多|很多|不少|许多|一些|一点|多了|一大截|一截)?(?=[，。；！”、]|\Z|了)"
)
_ALIKE = re.compile(
    r"(?:真|基本上?|几乎|其实|完全|根本|已经|都|差不多)?没(?:有|什么)?(?:多大|太大|明显|本质|什么)?的?(?:区别|差别)(?=[，。；！”]|\Z|了)"
    r"|(?:几乎|基本|大致|已经?|差不多|算是|勉强)(?:打平|持平|看齐|不相上下|旗鼓相当|不分上下|难分高下)(?=[，。；！”]|\Z|了)"
)
_THAN = re.compile(
    r"比(?!如|较|例|赛|重)|较(?!为)|相比|对比|之前|以前|以往|过去|原来|未来|越来越|变得|需要|要求|为了|让|使得|能够|如果|想要|两国|双方|两者|二者|两家|彼此"
)
_CAUSE = re.compile(r"因为|由于|所以|如何|怎[么样]|谁|哪")


_BY_FAR = re.compile(
    rf"(?:(?P<bad>{contrasts.BAD})|(?P<good>{contrasts.GOOD}))(?:得多|多了|很多|不少|一大截|一截|太多)(?=[，。；！”]|\Z|了)"
)
_SMALL_PART = re.compile(
    r"(?:只要|只有|不到|仅为?|才|也就|连)(?:人家|对方|他们|它们?|后者|别人)的?(?:一个)?(?:零头|几分之一|一小部分)"
)


_THEM = re.compile(
    r"(?:(?P<up>超过|超越|反超|赶超|优于|胜过|领先于?|强于|击败|碾压|甩开|远超|压过)"
    r"|(?P<down>落后于?|不如|不及|逊于|弱于|输给|比不上|赶不上|追不上|不敌|打不过)"
    r"|(?P<same>媲美|比肩|追平|追上|赶上|接近|逼近|不输|不逊于|不亚于))了?(?:他们|它们|对方|人家)(?![\u4e00-\u9fff]{0,3}的)"
)
_NOT_NOW = re.compile(r"(?:没有?|不|未|如何|怎样|为了|希望|想|要|能否|是否|如果|谁)[^，。；]{0,4}\Z")


def _two(scene: Scene, start: int, end: int) -> list[Mention]:
    """The two of one kind that some words name, where they name just two; of an owner and its product the
    product."""
    named: dict[str, Mention] = {}
    for mention in scene.mentions_in(start, end):
        if mention.kind in _KINDS and mention.noun not in ("title", "users", "developers"):
            named.setdefault(mention.name, mention)
    makers = {m.maker for m in named.values() if m.maker}
    found = [m for m in named.values() if m.name not in makers]
    return found if len(found) == 2 and found[0].kind == found[1].kind else []


def _sentences(scene: Scene, clause: Span) -> tuple[int, int]:
    """From the beginning of the sentence before to the clause."""
    number = scene.sentence_at(clause.start)
    first = scene.sentences[max(0, number - 1)]
    apart = "\n" in scene.content[first.end : clause.start]
    return (scene.sentences[number].start if apart else first.start), clause.end


def _more(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "A更便宜": than the one other that this sentence or the one before names."""
    for match in _MORE.finditer(scene.content, clause.start, clause.end):
        if _THAN.search(scene.content, clause.start, match.end()) or _CAUSE.search(
            scene.content, clause.start, match.start()
        ):
            continue
        two = _two(scene, *_sentences(scene, clause))
        for subject in compared(scene, match.start(), set())[:1] if two else ():
            other = next((m for m in two if m.name != subject.name), None)
            if other is not None and any(m.name == subject.name for m in two):
                at = max(clause.start, match.start())
                yield subject, other, "below" if match["bad"] else "above", at, match.end(), None


def _alike(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "几乎打平", "没什么区别": the two that the words before are about."""
    for match in _ALIKE.finditer(scene.content, clause.start, clause.end):
        named = [m for m in scene.mentions_in(clause.start, match.end()) if m.kind in _KINDS]
        gap = any(0 <= match.start() - g[0] < 160 for g in scene.gaps[-3:])  # then it is of that gap
        if named or gap or _THAN.search(scene.content, clause.start, match.start()):
            continue
        if two := _two(scene, *_sentences(scene, clause)):
            yield two[1], two[0], "equal", match.start(), match.end(), None  # the newcomer first


def _other(scene: Scene, clause: Span, at: int, own: Mention) -> Mention | None:
    """The one other that the words before name."""
    named = {
        m.name: m
        for m in scene.mentions_in(_sentences(scene, clause)[0], at)
        if m.kind in _KINDS
        and m.noun != "title"
        and m.name not in (own.name, own.maker)
        and m.maker != own.name
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _them(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "有两项还超过了他们": of the one other that was named."""
    for match in _THEM.finditer(scene.content, clause.start, clause.end):
        if _NOT_NOW.search(scene.content, clause.start, match.start()):
            continue
        for subject in compared(scene, match.start(), set())[:1]:
            other = _other(scene, clause, match.start(), subject)
            if other is not None:
                way: Direction = "above" if match["up"] else "below" if match["down"] else "equal"
                yield subject, other, way, match.start(), match.end(), None


def _by_far(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "应用上我们快得多": than the other of the gap that was spoken of."""
    for match in _BY_FAR.finditer(scene.content, clause.start, clause.end):
        if _THAN.search(scene.content, clause.start, match.end()):
            continue
        for subject in compared(scene, match.start(), set())[:1]:
            first = scene.sentences[scene.sentence_at(match.start())].start
            if subject.start < (first if match.group().endswith("得多") else clause.start):
                continue
            whom = _other(scene, clause, match.start(), subject)
            if whom is not None:
                yield subject, whom, "below" if match["bad"] else "above", match.start(), match.end(), None
                continue
            for at, follower, leader in reversed(scene.gaps[-3:]):
                sides = [m for m in (follower, leader) if m is not None]
                own = [m for m in sides if m.side == subject.side and subject.side]
                other = next((m for m in sides if m.side != subject.side), None)
                if own and other is not None and 0 <= clause.start - at < 300:
                    way = "below" if match["bad"] else "above"
                    yield subject, other, way, match.start(), match.end(), None  # type: ignore[misc]
                    break


def _small_part(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "价格只要人家零头": of the two that the words before are about, less."""
    for match in _SMALL_PART.finditer(scene.content, clause.start, clause.end):
        two = _two(scene, *_sentences(scene, clause))
        for subject in compared(scene, match.start(), set())[:1] if two else ():
            other = next((m for m in two if m.name != subject.name), None)
            if other is not None:
                yield subject, other, "below", match.start(), match.end(), None


_STANDS = re.compile(
    r"(?:依然|仍然?|仍旧|暂时|目前|一直|始终|已经?|还|整体|总体|明显|大幅|全面|持续|继续|略微?|稍微?|遥遥|正|也|都)*(?:保持着?|处于|占据|取得|居于|占)?(?:着|了)?"
    r"(?:绝对|明显|显著|全面|巨大)?的?(?:(?P<up>领先(?:地位|优势|身位)?|占优|占上风|上风)"
    r"|(?P<down>落后(?:[一半两几]代|不少|很多|一截|一大截|较多)?|下风|劣势|紧[追随跟]其后))(?:地位)?(?=[，。；！？”]|\Z)"
)
_OF_TWO = ("side", "organisation", "model", "group")


def stands(scene: Scene, clause: Span, start: int, end: int) -> tuple[Mention, Mention, bool] | None:
    """Who is said to be ahead or behind there, whom the sentence sets beside it before, and whether ahead."""
    match = _STANDS.search(scene.content, max(clause.start, start - 8), clause.end)
    if match is None or match.start() > end or match.end() < start:
        return None
    if _THAN.search(scene.content, clause.start, match.start()) or _NOT_NOW.search(
        scene.content, max(clause.start, match.start() - 8), match.start()
    ):
        return None
    named = compared(scene, match.start(), set())[:1]
    first = scene.sentences[scene.sentence_at(match.start())].start
    if not named or named[0].start < clause.start or named[0].kind not in _OF_TWO:
        return None
    speaker = scene.voices.at(match.start(), match.end()).speaker
    others = {
        m.name: m
        for m in scene.mentions_in(first, match.start())
        if m.kind in _OF_TWO and m.name not in {*OBSERVERS, speaker} and _is_beside(m, named[0])
    }
    if match.group().endswith("其后"):
        others = {m.name: m for m in [*others.values()][:1]}
    return (named[0], next(iter(others.values())), match["up"] is not None) if len(others) == 1 else None


def _is_beside(other: Mention, own: Mention) -> bool:
    """Whether two may be set side by side: two countries, or two of one kind."""
    return other.name not in (own.name, own.maker) and other.kind == own.kind and other.maker != own.name


def _stands(scene: Scene, clause: Span) -> Iterator[Found]:
    """ "中美竞赛中，美国暂时领先"."""
    for match in _STANDS.finditer(scene.content, clause.start, clause.end):
        found = stands(scene, clause, match.start(), match.end())
        if found is not None and not scene.figures_in(match.end(), min(clause.end, match.end() + 8)):
            yield found[0], found[1], "above" if found[2] else "below", match.start(), match.end(), None
            return


RULES: tuple[tuple[Rule, tuple[re.Pattern[str], ...]], ...] = (
    (_more, (_MORE,)),
    (_alike, (_ALIKE,)),
    (_by_far, (_BY_FAR,)),
    (_small_part, (_SMALL_PART,)),
    (_stands, (_STANDS,)),
    (_them, (_THEM,)),
)
"""The rules for one clause, each with what it cannot do without."""
