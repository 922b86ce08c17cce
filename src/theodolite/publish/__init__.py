"""Writes a composed site: checks it first, draws the charts, then swaps the whole folder in at once."""
