"""Who is behind whom where a Chinese gap leaves a side unnamed: who is ahead or chased near it, the
gap before, or the sides that the text is about.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from theodolite.extract import field_order
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.words.known_names import Mention

SIDES = ("side", "group", "organisation", "model", "unknown")
"""Kinds of names that can be behind or ahead."""

_RACE = re.compile(
    r"追赶?|赶超|领先|走在|跑在|先行|先走|先发|先跑|遥遥|甩|率先|在前|第一梯队|最前|最好|最强|落后|掉队|跟跑|紧随|跟在"
)


def named_near(scene: Scene, at: int, own: Mention) -> Mention | None:
    """The one firm, model or country of another side that this sentence or the one before it names."""
    number = scene.sentence_at(at)
    first = scene.sentences[max(0, number - 1)]
    start = scene.sentences[number].start if "\n" in scene.content[first.end : at] else first.start
    found = {
        m.name: m
        for m in scene.mentions_in(start, at)
        if m.kind in SIDES and m.side and m.side != own.side and m.name not in field_order.OBSERVERS
    }
    return next(iter(found.values())) if len(found) == 1 and own.side else None


_CHASES = re.compile(
    r"(?:追赶|追逐|紧追|猛追|苦追|直追|追着|赶超|对标|挑战|竞逐|落后于?|追上|赶上|追平|慢于|不如)(?:着|了)?\s?\Z"
)


def counterpart(scene: Scene, at: int, own: Mention | None) -> Mention | None:
    """The one other side that the sentence names in another clause, as ahead or in pursuit."""
    if own is None:
        return None
    sentence = scene.sentences[scene.sentence_at(at)]
    here = scene.clause_at(at)
    found: dict[str, Mention] = {}
    for mention in scene.mentions_in(sentence.start, sentence.end):
        clause = scene.clause_at(mention.start)
        if (
            mention.kind in SIDES
            and mention.noun != "title"
            and clause != here
            and mention.name not in (own.name, own.maker)
            and mention.maker != own.name
            and mention.name not in field_order.OBSERVERS
            and (mention.kind != "unknown" or mention.side is not None)
            and (mention.side is None or mention.side != own.side)
            and _RACE.search(scene.content, clause.start, clause.end)
        ):
            found.setdefault(mention.name, mention)
    return next(iter(found.values())) if len(found) == 1 else None


def _chase(scene: Scene, at: int) -> tuple[Mention, Mention] | None:
    """Who runs after whom in the clauses before: "A正追赶B，差距..."."""
    number = scene.sentence_at(at)
    first = scene.sentences[max(0, number - 1)].start
    named = [m for m in scene.mentions_in(first, at) if m.kind in SIDES and m.noun != "title"]
    for chaser, chased in pairwise(named):
        clause = scene.clause_at(chased.start)
        if (
            chaser.start >= clause.start
            and chaser.name != chased.name
            and _CHASES.search(scene.content, chaser.end, chased.start)
        ):
            return chaser, chased
    return None


def last_gap(scene: Scene, at: int) -> tuple[int, Mention | None, Mention | None] | None:
    """The gap found nearest before a place."""
    return max((g for g in scene.gaps[-200:] if g[0] < at), key=lambda g: g[0], default=None)


def _openness(scene: Scene) -> tuple[Mention, Mention] | None:
    """Open and closed models, where the text begins with these two."""
    first = [m for m in scene.known if m.kind in ("side", "group")][:3]
    opened = next((m for m in first if m.name == "open models"), None)
    closed = next((m for m in first if m.name == "closed models"), None)
    return (opened, closed) if opened and closed else None


def from_before(scene: Scene, at: int) -> tuple[Mention | None, Mention | None]:
    """The sides of the gap before, or the two that the text is about."""
    if (chase := _chase(scene, at)) is not None:
        return chase
    before = last_gap(scene, at)
    if before is not None:
        return before[1], before[2]
    if (opened := _openness(scene)) is not None:
        return opened
    near = _near_sides(scene, at)
    if near is not None:
        return near
    if not _is_about_sides(scene, at):
        return None, None
    sides = {m.side for m in scene.known}
    if "United States" in sides and "China" in sides:
        return (
            Mention(at, at, "China", "side", "China"),
            Mention(at, at, "United States", "side", "United States"),
        )
    return _main_sides(scene, at)


_OPENING = 160  # characters in which a text names what it is about


def _is_about_sides(scene: Scene, at: int) -> bool:
    """Whether the text's beginning, or the paragraph of a place, names a country: a gap in a text on
    somebody's products is nobody's."""
    first = scene.content.rfind("\n", 0, at) + 1
    last = scene.content.find("\n", at)
    last = len(scene.content) if last < 0 else last
    return any(
        m.kind in ("side", "group") and m.side and (m.start < _OPENING or first <= m.start < last)
        for m in scene.known
    )


def _near_sides(scene: Scene, at: int) -> tuple[Mention, Mention] | None:
    """The two sides that the sentence and the two before it name, where they are just two."""
    first = scene.sentences[max(0, scene.sentence_at(at) - 2)].start
    names = list(dict.fromkeys(m.name for m in scene.mentions_in(first, at) if m.kind == "side"))
    if len(names) != 2:
        return None
    follower, leader = field_order.in_order(names[0], names[1])
    return Mention(at, at, follower, "side", follower), Mention(at, at, leader, "side", leader)


def _main_sides(scene: Scene, at: int) -> tuple[Mention | None, Mention | None]:
    """The side that the text is about, behind the United States where it names them."""
    counts = Counter(m.side for m in scene.known if m.kind in ("side", "group") and m.side)
    others = [side for side, _ in counts.most_common() if side != "United States"]
    if not others:
        return None, None
    own = scene.home if scene.home in others[:2] else others[0]
    leader = Mention(at, at, "United States", "side", "United States") if counts["United States"] else None
    return Mention(at, at, own, "side", own), leader
