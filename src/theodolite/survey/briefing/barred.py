"""Sources whose licence does not let figures be published from them."""

from __future__ import annotations

from functools import cache

from theodolite.catalog.sources.terms import raw_definitions


@cache
def barred_sources() -> frozenset[str]:
    """Their names in the catalogue."""
    return frozenset(str(d["name"]) for d in raw_definitions() if d.get("publish") is False)
