"""Snapshots to texts with fixed offsets, or to tables."""

from __future__ import annotations

from theodolite.read.choose import document

__all__ = ["document"]
