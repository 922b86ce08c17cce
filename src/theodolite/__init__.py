"""Theodolite surveys the AI landscape: who is ahead, by how much, says who, and do the numbers agree?"""

__version__ = "0.1.0"
