"""Copies among documents, who told first, and how many independent origins remain (see `docs/copies.md`)."""

from theodolite.resolve.copies.credits import credit, credited
from theodolite.resolve.copies.finding import copies
from theodolite.resolve.copies.first import first, with_firsts
from theodolite.resolve.copies.independent import independent
from theodolite.resolve.copies.sketches import VERSION, Sketches

__all__ = ["VERSION", "Sketches", "copies", "credit", "credited", "first", "independent", "with_firsts"]
