"""The form an answer must have, made from the claims' own dataclasses: it cannot drift from them.

The model gives quotes and slots. It gives no offsets, no sides, no identities and no dates of saying that the
document does not show: those are worked out here, or not at all.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter

from theodolite.model.claim import KINDS, Claim, Predicate

WORKED_OUT = frozenset({"text_sha256", "document", "source", "start", "end", "said_on", "group"})
"""Fields of a claim that no model is asked for."""

PREDICATES: tuple[str, ...] = get_args(Predicate)


def asked(cls: type[Claim]) -> tuple[str, ...]:
    """The fields of a kind that a model fills in: the kind's own first, then those of every claim."""
    own = [f.name for f in fields(cls)]
    shared = {f.name for f in fields(Claim)}
    wanted = [n for n in own if n not in WORKED_OUT and not n.endswith("_side") and n != "quote"]
    return (*(n for n in wanted if n not in shared), *(n for n in wanted if n in shared))


@cache
def kind_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of one claim of a kind: every field required, null where the text does not say."""
    cls = KINDS[kind]
    made = TypeAdapter(cls).json_schema(mode="serialization")["properties"]
    properties: dict[str, Any] = {
        "kind": {"type": "string", "enum": [kind]},
        "quote": {"type": "string"},
        "occurrence": {"type": "integer"},
    }
    for name in asked(cls):
        properties[name] = {k: v for k, v in made[name].items() if k not in ("title", "default")}
    if "predicate" in properties:
        properties["predicate"] = {"anyOf": [{"type": "string", "enum": list(PREDICATES)}, {"type": "null"}]}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


@cache
def answer_schema() -> dict[str, Any]:
    """The JSON Schema of a whole answer, within what endpoints that hold models to a schema accept."""
    kinds = {"type": "array", "items": {"anyOf": [kind_schema(kind) for kind in KINDS]}}
    return {
        "type": "object",
        "properties": {"claims": kinds},
        "required": ["claims"],
        "additionalProperties": False,
    }


def choices(cls: type[Claim], name: str) -> tuple[str, ...]:
    """The words that a field may hold; empty where it is open."""
    known = kind_schema(cls.KIND)["properties"][name]
    for option in (known, *known.get("anyOf", ())):
        if "enum" in option:
            return tuple(option["enum"])
    return ()
