"""Saved watches: what they match among what became known, and telling it once."""
