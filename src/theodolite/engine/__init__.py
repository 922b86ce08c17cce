"""Map a function over many documents; what runs it is chosen by how many there are."""

from theodolite.engine.processes import map_ordered

__all__ = ["map_ordered"]
