"""Gaps in Chinese that have neither a stretch of time nor a trend: who is at a distance from whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract import field_order
from theodolite.extract.chinese import stance
from theodolite.extract.chinese.referents import owned as owned_by
from theodolite.extract.chinese.referents import subjects
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.words.known_names import Mention

Distance = tuple[Mention, Mention, int, int, str | None]
"""Who is behind, whom, where the cue begins and ends, the polarity."""

_GAP = re.compile(
    r"(?P<mid>[^。；！？]{0,30}?)(?:差距|代差|(?:较大|很大|一定|明显|不小)的?距离|相去甚远|有所落后"
    r"|处于下风|处于劣势|差一截|差得远|落后一代|还差)"
)


_NO_GAP = re.compile(
    r"没有(?:什么|太大|多大|任何|明显)?的?(?:差距|代差)|毫?无差距|几无|缩小|缩短|收窄|扩大|拉大|拉近|不大|很小|消失|变小|几乎没有|弥合|加大"
)


_APART = re.compile(r"(?:离|距离?|与|和|跟|同|相比|对比|较)\s?\Z")


_EXISTS = re.compile(
    r"有|存在|仍|还|尚|较大|很大|明显|巨大|不小|一定|悬殊|显著|缩小[^，。]*的差距|相去甚远|落后|下风"
    r"|劣势|一截|得远"
)


_ONLY = re.compile(r"仅|只|几纳秒|不大|很小|悲观|多大|多远")


_WORLD = re.compile(
    r"(?:与|和|跟|离|距离?|较|相比)(?P<what>(?:世界|国际|全球)(?:领先|先进|顶尖|一流)?(?:水平)?)"
)


def find(scene: Scene) -> Iterator[Distance]:
    """ "A与B有差距" with neither a stretch of time nor a trend: A is below B."""
    for sentence in scene.sentences:
        mentions = _others(scene, sentence)
        for i, other in enumerate(mentions):
            before = scene.content[max(sentence.start, other.start - 4) : other.start]
            pair = (
                i > 0 and mentions[i - 1].end == other.start and mentions[i - 1].kind == other.kind == "side"
            )
            if not (_APART.search(before) or pair) or (
                i + 1 < len(mentions) and mentions[i + 1].start == other.end
            ):
                continue
            owned = owned_by(scene, other, tuple(mentions))
            gap = _GAP.match(scene.content, owned.end, sentence.end)
            if not gap or not _is_distance(scene, owned, gap, mentions):
                continue
            if not _is_lag(scene, other.start, gap.end(), sentence):
                yield from _distance(scene, sentence, mentions, i, pair, gap.end())


def _others(scene: Scene, sentence: Span) -> list[Mention]:
    """The names of a sentence, and "the world" where something is set against it."""
    named = [
        m for m in scene.mentions_in(sentence.start, sentence.end) if m.kind != "person" and m.noun != "title"
    ]
    for match in _WORLD.finditer(scene.content, sentence.start, sentence.end):
        at, end = match.span("what")
        if all(m.end <= at or end <= m.start for m in named):
            named.append(Mention(at, end, "world", "unknown", None))
    return sorted(named, key=lambda m: m.start)


def _is_distance(scene: Scene, other: Mention, gap: re.Match[str], mentions: list[Mention]) -> bool:
    """Whether the words say that there is a gap, right behind the other side."""
    if any(other.end <= m.start < gap.end() - 2 for m in mentions):
        return False
    words_ = scene.content[other.end : gap.end()]
    behind = scene.content[gap.end() : gap.end() + 8]
    stated = _EXISTS.search(words_) or re.match(r"[^，。；]{0,4}(?:大|明显|悬殊|显著|存在|巨大|仍)", behind)
    before = scene.content[max(0, other.start - 6) : other.start]
    return bool(stated or "缩小" in before) and not _ONLY.search(words_[-6:] + behind)


def _is_lag(scene: Scene, start: int, end: int, sentence: Span) -> bool:
    """Whether the gap has a stretch of time or a trend, or is none."""
    stop = min(sentence.end, max(end, scene.clause_at(end - 1).end))
    around = scene.content[max(sentence.start, start - 12) : stop]
    purpose = re.search(r"为了?缩小[^，。]*的差距", scene.content[max(sentence.start, start - 24) : end])
    return scene.is_taken(start, stop) or (bool(_NO_GAP.search(around)) and not purpose)


def _distance(
    scene: Scene, sentence: Span, mentions: list[Mention], i: int, pair: bool, end: int
) -> Iterator[Distance]:
    other = owned_by(scene, mentions[i], tuple(mentions))
    if pair and mentions[i - 1].side and mentions[i].side:
        first, second = mentions[i - 1], mentions[i]
        follower, _ = field_order.in_order(str(first.side), str(second.side))
        low, high = (first, second) if first.side == follower else (second, first)
        yield low, high, high.start, end, None
        return
    at = mentions[i].start - 1
    found = mentions[i - 1 : i] if i and mentions[i - 1].end == at else []
    if not found:
        found = [
            m for m in subjects(scene, max(sentence.start, at)) if m.name != other.name and m.kind != "person"
        ]
        found += _included(scene, sentence, found)
    if not found:
        found = [m for m in mentions[i + 1 :] if m.name != other.name and m.start <= end + 6][:1]
    for subject in found[:3]:
        denied = "denied" if stance.negated(scene.content, end - 2, sentence.start) else None
        yield subject, other, max(at, subject.end if subject.end < at else at), end, denied


def _included(scene: Scene, sentence: Span, found: list[Mention]) -> list[Mention]:
    """The topic that "包括B" or "不光是A" adds to."""
    clause = scene.clause_at(found[0].start) if found else sentence
    earlier = [c for c in scene.clauses_of(sentence) if c.end <= clause.start]
    later = [c for c in scene.clauses_of(sentence) if c.start > clause.start]
    added: list[Mention] = []
    for near in [*earlier[-1:], *later[:1]]:
        lead = re.match(r"[“\s]*(?:不光是|不仅是?|包括|连|还有)", scene.content[near.start : near.end])
        own = re.match(r"[“\s]*(?:不光是|不仅是?|包括|连|还有)", scene.content[clause.start : clause.end])
        if found and (lead or own):
            added += [m for m in scene.mentions_in(near.start, near.end) if m.kind != "person"][:1]
    return [m for m in added if m.name not in {f.name for f in found}]
