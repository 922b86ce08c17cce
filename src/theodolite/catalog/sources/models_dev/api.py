"""models.dev's JSON: an object of providers, each with an object of models."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any


def rows(content: bytes, file: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """One row an offer, numbered in order since JSON has no lines. ValueError for another shape."""
    providers: dict[str, Any] = json.loads(content)
    place = 0
    for provider, entry in providers.items():
        for key, model in entry["models"].items():
            place += 1
            cost, limit = model.get("cost") or {}, model.get("limit") or {}
            inputs = (model.get("modalities") or {}).get("input") or ()
            cells = {
                "provider": provider, "model": model.get("id") or key, "name": model.get("name"),
                "release_date": model.get("release_date"), "last_updated": model.get("last_updated"),
                "knowledge": model.get("knowledge"), "open_weights": model.get("open_weights"),
                "reasoning": model.get("reasoning"), "context": limit.get("context"),
                "output": limit.get("output"), "input_price": cost.get("input"),
                "output_price": cost.get("output"), "cache_price": cost.get("cache_read"),
                "modalities": "|".join(map(str, inputs)),
            }  # fmt: skip
            yield place, {name: "" if value is None else str(value) for name, value in cells.items()}
