"""Multiples in Chinese comparisons: "A是B的12倍", "约为B的五分之一"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.chinese import contrasts
from theodolite.extract.chinese.comparison_drafts import draft_of
from theodolite.extract.chinese.figures import Figure
from theodolite.extract.chinese.ranking_frames import Direction
from theodolite.extract.chinese.referents import compared
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention

_IS = re.compile(
    r"(?:只要|只需|仅需|只相当于|仅相当于|不过是|还不到|大约是|高达|已是|是|为|相当于|约为|达到?"
    r"|几乎是|近|约|超过?|等于|不到|不足|只有|仅为|仅|有)+\s?\Z"
)


_OF_THEM = re.compile(
    r"(?:相当于|是|为|达到?|只有|仅有|仅为|仅|不到|不足|接近)(?!占)[^，。；占]{1,22}的(?:约|近|大约"
    r"|不到|不足|大概)?\s?\Z"
)
_BY_SO_MUCH = re.compile(
    r"(?:多|高|少|低|快|慢|大|小|贵|便宜|强|长|短)[出了花用要上]{0,2}(?:近|约|超过?|整整|足足)?\s?\Z"
)
"""Behind "than B": by how much more, not how many times as much."""
_MULTIPLE_FIGURES = ("times", "percent")


def find(scene: Scene) -> Iterator[Draft]:
    """ "A是B的12倍", "约为B的五分之一"; the figure is used up, unless B has a figure of its own."""
    for figure in scene.figures:
        if figure.kind not in _MULTIPLE_FIGURES:
            continue
        fraction = (
            "分之" in scene.content[figure.start : figure.end]
            or "半" in scene.content[figure.start : figure.end]
        )
        if (
            figure.kind == "percent"
            and not fraction
            and not _OF_THEM.search(scene.content[max(0, figure.start - 40) : figure.start])
        ):
            continue
        draft = _multiple(scene, figure)
        if draft:
            scene.take(figure.start, figure.end)
            yield from draft
            yield from _further(scene, figure, draft)


_MOVED = re.compile(
    r"(?:升至|降至|增至|提高到|提升到|升到|降到|扩大到|缩小到|变成|变为|跌至|到了?)[^，。；]{0,10}\Z"
)


def _further(scene: Scene, figure: Figure, drafts: list[Draft]) -> Iterator[Draft]:
    """ "相当于B的四成，升至2024年的八成": the second is of the same two."""
    sentence = scene.sentences[scene.sentence_at(figure.start)]
    for later in scene.figures_in(figure.end, sentence.end)[:2]:
        before = scene.content[figure.end : later.start]
        if (
            later.kind != figure.kind
            or not _MOVED.search(before)
            or scene.mentions_in(figure.end, later.start)
        ):
            return
        value = later.low if later.low is not None else later.high
        if value is None:
            return
        factor = round(value / 100 if later.kind == "percent" else value, 4)
        scene.take(later.start, later.end)
        for draft in drafts:
            slots = {**draft.slots, "factor": factor, "direction": "above" if factor > 1 else "below"}
            period = [p.iso for p in scene.periods_in(figure.end, later.start) if p.iso]
            slots["period"] = period[-1] if period else None
            start = later.start - min(len(before), 12)
            override = dict(draft.override)
            yield Draft("comparison", start, later.end, later.start, draft.sentence, slots, override)
        return


def _multiple(scene: Scene, figure: Figure) -> list[Draft]:
    clause = scene.clause_at(figure.start)
    found = [m for m in scene.mentions_in(clause.start, figure.start) if m.kind != "person"]
    value = figure.low if figure.low is not None else figure.high
    if not found or value is None:
        return []
    other = found[-1]
    between = scene.content[other.end : figure.start]
    before = scene.content[clause.start : other.start]
    if (
        len(between) > 18
        or "占" in before[-3:]
        or (re.search(r"(?:比|较)\s?\Z", before) and _BY_SO_MUCH.search(between))
        or not (_IS.search(before) or re.search(r"(?:比|较)\s?\Z", before))
    ):
        return []
    if figure.kind == "percent" and not re.search(r"的(?:约|近|大约|不到|不足)?\s?\Z", between):
        return []
    factor = value / 100 if figure.kind == "percent" else value
    cue = other.start - (1 if before else 0)
    sides = subjects_of(scene, max(clause.start, cue), other)
    direction: Direction = "above" if factor > 1 else "below"
    return [
        draft_of(scene, s, other, direction, max(clause.start, cue), figure.end, round(factor, 4), "asserted")
        for s in sides[:2]
    ]


def subjects_of(scene: Scene, at: int, other: Mention) -> list[Mention]:
    """The sides of the topic, without the other side and without persons."""
    first = scene.sentences[scene.sentence_at(at)].start
    if contrasts.NOBODY.search(scene.content, max(first, at - 12), at):
        return []
    return compared(scene, at, {other.name})
