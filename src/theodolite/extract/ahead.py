"""Which sentences will be asked for their syntax, of many texts at once.

A parse of one sentence costs as much again to begin as to make. So the sentences that the rules are going
to ask for are named beforehand by cheap signs, and those of all texts of a batch are parsed together.
What is not foreseen here is parsed when it is asked for: nothing but time depends on this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from theodolite.extract.assessments import judgements as assessments
from theodolite.extract.comparisons import candidates as comparisons
from theodolite.extract.events import find as events
from theodolite.extract.quantities import figures
from theodolite.extract.reading import Reading
from theodolite.extract.relations import candidates as ties
from theodolite.extract.scene import Scene
from theodolite.extract.voices import cues
from theodolite.extract.words import syntax

_WANTED: tuple[Callable[[Scene], Iterable[int]], ...] = (
    figures.wanted,
    ties.wanted,
    events.wanted,
    comparisons.wanted,
    assessments.wanted,
)
"""What each kind of claim asks for."""


def prepare(scenes: Sequence[Scene]) -> None:
    """Parse what the rules will ask for in these scenes, all in one go. A second call does nothing."""
    numbers: dict[Scene, set[int]] = {scene: set() for scene in scenes if not scene.prepared}
    for wanted in _WANTED:  # kind by kind, as the rules are run
        for scene, found in numbers.items():
            found.update(wanted(scene))
    for scene, found in numbers.items():
        scene.prepared = True
        if comparisons.wanted(scene):  # names beside each other are asked whether they speak
            found.update(cues.said_in(scene.reading))
    _parse([one for scene, found in numbers.items() for one in _asked(scene, sorted(found))])


def prepare_voices(scenes: Iterable[Scene]) -> None:
    """Parse what will be asked for to tell who speaks in these scenes: it is asked only where something is
    said, so that a text without claims is spared it."""
    _parse([one for scene in scenes for one in _asked(scene, cues.said_in(scene.reading))])


_Asked = list[tuple[Reading, int, tuple[str, int]]]
"""Sentences to be parsed: whose they are, their number, their words and place."""


def _asked(scene: Scene, numbers: list[int]) -> _Asked:
    return [(scene.reading, n, words) for n, words in scene.reading.ask(numbers)]


def _parse(asked: _Asked) -> None:
    for (reading, n, _), parsed in zip(asked, syntax.parse(words for _, _, words in asked), strict=True):
        reading.give(n, parsed)
