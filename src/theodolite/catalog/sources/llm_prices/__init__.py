"""Definitions of lists of API prices."""
