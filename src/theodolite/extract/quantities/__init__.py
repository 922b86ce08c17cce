"""Quantities: figures and whose they are."""
