"""Telling a notice to its receiver: one attempt each, and what came of it."""
