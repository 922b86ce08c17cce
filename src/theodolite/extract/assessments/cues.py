"""Every cue of a judgement, and a cheap look that tells which sentences cannot have one."""

from __future__ import annotations

from theodolite.extract.assessments import strengths, weaknesses
from theodolite.extract.assessments.cue import Cue

CUES: tuple[Cue, ...] = (*weaknesses.CUES, *strengths.CUES)
"""In the order of their claim to a place."""
