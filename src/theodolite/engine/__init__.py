"""How work is run: over many documents at once (`processes`), and within a deadline (`deadlines`)."""

from theodolite.engine.processes import map_ordered

__all__ = ["map_ordered"]
