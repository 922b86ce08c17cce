"""Events of a document: dated happenings."""

from __future__ import annotations

from collections.abc import Iterator

from theodolite.extract.scene import Draft, Scene


def find(scene: Scene) -> Iterator[Draft]:
    """Every dated happening, sentence by sentence."""
    return iter(())
