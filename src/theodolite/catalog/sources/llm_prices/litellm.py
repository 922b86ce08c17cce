"""LiteLLM's list: an object of models with prices in USD a token; only those that write text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

_TEXT = frozenset({"chat", "completion", "responses"})
_FIELDS = {
    "provider": "litellm_provider", "context": "max_input_tokens", "output_limit": "max_output_tokens",
    "input_price": "input_cost_per_token", "output_price": "output_cost_per_token",
    "cache_price": "cache_read_input_token_cost", "deprecation": "deprecation_date",
}  # fmt: skip


def rows(content: bytes, file: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """One row a text model, numbered in order since JSON has no lines. ValueError for another shape."""
    entries: dict[str, Any] = json.loads(content)
    for place, (model, entry) in enumerate(entries.items(), start=1):
        if model == "sample_spec" or entry.get("mode") not in _TEXT:
            continue
        found = {ours: entry.get(theirs) for ours, theirs in _FIELDS.items()}
        yield place, {"model": model} | {k: "" if v is None else str(v) for k, v in found.items()}
