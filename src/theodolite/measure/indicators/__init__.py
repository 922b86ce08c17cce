"""Figures from tables of records: which rows, whose they are, levels, shares and growth."""
