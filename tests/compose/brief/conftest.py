"""Fixtures of briefs in a browser."""

from browsing import browser

__all__ = ["browser"]
