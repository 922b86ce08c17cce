"""Write the JSON Schemas of what the commands print, from the values themselves.

Run it after a field changes; a test fails while the files beside it are not what it writes.
"""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from theodolite.model.brief import Brief
from theodolite.model.claim import KINDS, Claim
from theodolite.model.finding import Finding
from theodolite.model.foretold import ForetoldList
from theodolite.model.health import Health, RoundReport
from theodolite.model.indicator import GrowthReport, LevelReport, ShareReport
from theodolite.model.inside import Clash
from theodolite.model.observation import Observation
from theodolite.model.trends import TrendReport

DRAFT = "https://json-schema.org/draft/2020-12/schema"
REPORTS: dict[str, type] = {
    "indicator": LevelReport,
    "share": ShareReport,
    "growth": GrowthReport,
    "forecasts": ForetoldList,
    "trends": TrendReport,
    "gather": RoundReport,
    "health": Health,
    "brief": Brief,
}
TEXT = {"type": "string"}
HASH = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def properties(cls: type) -> tuple[dict[str, Any], dict[str, Any]]:
    """The JSON form of a dataclass's fields, and the definitions they point to."""
    made = TypeAdapter(cls).json_schema(mode="serialization")
    plain = {name: _bare(value) for name, value in made["properties"].items()}
    return plain, {name: _closed(value) for name, value in made.get("$defs", {}).items()}


def _bare(value: dict[str, Any]) -> dict[str, Any]:
    return {key: item for key, item in value.items() if key not in ("title", "default")}


def _closed(value: dict[str, Any]) -> dict[str, Any]:
    bare = {name: _bare(item) for name, item in value["properties"].items()}
    return {"type": "object", "properties": bare, "required": sorted(bare), "additionalProperties": False}


def _object(title: str, known: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "title": title, "type": "object", "properties": known, "required": sorted(known),
        "additionalProperties": False, **more,
    }  # fmt: skip


def claim(cls: type[Claim]) -> dict[str, Any]:
    """One kind of claim, every field required: null where the text does not say."""
    known, _ = properties(cls)
    known.pop("text_sha256")
    known |= {"id": HASH, "saying_id": HASH, "kind": {"const": cls.KIND}}
    known["start"] = known["end"] = {"type": "integer", "minimum": 0}
    known["quote"] = {"type": "string", "minLength": 1}
    assert set(known) == {f.name for f in fields(cls)} - {"text_sha256"} | {"id", "saying_id", "kind"}
    return _object(cls.KIND, known)


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by its file name."""
    kinds = {name: claim(cls) for name, cls in KINDS.items()}
    claims = {"$schema": DRAFT, "title": "claim", "oneOf": list(kinds.values())}
    found, defs = properties(Finding)
    finding = _object("finding", {"id": HASH, **found}, **{"$defs": defs, "$schema": DRAFT})
    observed, _ = properties(Observation)
    observation = _object("observation", {"id": HASH, **observed}, **{"$schema": DRAFT})
    checked = check(kinds, found, defs)
    made = {
        "claim.json": claims, "finding.json": finding, "observation.json": observation, "check.json": checked,
    }  # fmt: skip
    return made | {f"{name}.json": report(name, cls) for name, cls in REPORTS.items()}


def check(kinds: dict[str, dict[str, Any]], finding: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    """What `theodolite check` prints: claims with their verdicts, what they rest on, what does not fit."""
    verdicts = {
        name: finding[name] for name in ("verdict_then", "verdict_now", "outdated", "stance_agrees", "reason")
    }
    verdicts |= {"verdict_then_basis": finding["verdict_then_basis"], "verdict_now_basis": {"const": "now"}}
    verdicts["finding"] = {"$ref": "#/$defs/Finding"}
    clashing, parts = properties(Clash)
    texts = {"type": "array", "items": TEXT}
    nullable = {"type": ["string", "null"]}
    rests_on = _object("vintage", {"source": TEXT, "file": TEXT, "date": nullable, "sha256": nullable})
    data = _object(
        "data",
        {
            "measure": TEXT,
            "source": TEXT,
            "file": TEXT,
            "sha256": TEXT,
            "date": nullable,
            "data_until": nullable,
        },
    )
    known = {
        "schema_version": {"const": "1"}, "as_of": nullable, "embedded": {"type": "boolean"},
        "pulled": {"type": "boolean"}, "data": {"type": "array", "items": data}, "definitions_version": TEXT,
        "definitions": texts, "rests_on": {"type": "array", "items": rests_on},
        "claims": {"type": "array", "items": {"oneOf": [
            _object(name, {**one["properties"], **verdicts}) for name, one in kinds.items()
        ]}},
        "inside": {"type": "array", "items": _object("clash", clashing)}, "warnings": texts,
    }  # fmt: skip
    own = {"Finding": _object("finding", {"id": HASH, **finding})}
    return _object("check", known, **{"$defs": {**defs, **parts, **own}, "$schema": DRAFT})


def report(name: str, cls: type) -> dict[str, Any]:
    """An answer to a question to a table: its fields, and the version of its schema."""
    known, defs = properties(cls)
    return _object(name, {"schema_version": {"const": "1"}, **known}, **{"$defs": defs, "$schema": DRAFT})


def text(schema: dict[str, Any]) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name, schema in schemas().items():
        (Path(__file__).parent / name).write_text(text(schema), encoding="utf-8")
