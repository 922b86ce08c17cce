"""Snapshots to texts with fixed offsets, or to tables."""
