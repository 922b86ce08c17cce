"""Controls on chips: what a chip's figures are, and which class a rule gives it."""

from theodolite.measure.controls.chips import Chip, chips_of
from theodolite.measure.controls.classing import ClassedChip, Differing, Report, classed, unmatched

__all__ = ["Chip", "ClassedChip", "Differing", "Report", "chips_of", "classed", "unmatched"]
