"""GenAI Prices: a list of providers with models; a price is one object, or a list with days it holds from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any


def rows(content: bytes, file: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """One row a price of a model, numbered in order. ValueError or KeyError for another shape."""
    place = 0
    for provider in json.loads(content):
        for model in provider["models"]:
            priced = model["prices"]
            for price in priced if isinstance(priced, list) else [{"prices": priced}]:
                limits = price.get("constraint") or {}
                if limits.keys() - {"start_date"}:
                    continue  # holds at certain hours only
                place += 1
                yield place, _cells(provider["id"], model, price["prices"], limits.get("start_date"))


def _cells(provider: str, model: dict[str, Any], prices: dict[str, Any], since: Any) -> dict[str, str]:
    base = {name: value.get("base") if isinstance(value, dict) else value for name, value in prices.items()}
    found = {
        "provider": provider, "model": model["id"], "name": model.get("name"), "since": since,
        "context": model.get("context_window"), "deprecated": model.get("deprecated"),
        "tiered": any(isinstance(value, dict) for value in prices.values()),
    }  # fmt: skip
    found |= {name: base.get(name) for name in ("input_mtok", "output_mtok", "cache_read_mtok")}
    return {name: "" if value is None else str(value) for name, value in found.items()}
