"""Gather: a path or an address in, bytes with their origin out. Nothing is interpreted here."""
