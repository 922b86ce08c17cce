"""From drafts to what is said: voice, stance, dates and scope of a Chinese claim."""

from __future__ import annotations

from typing import Any

from theodolite.extract.chinese.scene import Scene
from theodolite.extract.scene import Draft


def values(scene: Scene, draft: Draft) -> dict[str, Any] | None:
    """The values of a draft's claim but for identities and quote; None where the words only ask."""
    return {"start": draft.start, "end": draft.end, **draft.override, **draft.slots}
