"""Snapshots to texts with fixed offsets, or to tables."""

from __future__ import annotations

from theodolite.read.choose import document

VERSION = "readers/9"
"""Raised with any reader's own version: readings kept under another one are made again."""

__all__ = ["VERSION", "document"]
