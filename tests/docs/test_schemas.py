"""The schemas in docs are what the values are, and what the commands print keeps to them."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest

from theodolite.model.claim import KINDS, from_json

FOLDER = Path(__file__).parents[2] / "docs" / "schema"


def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_schemas", FOLDER / "make.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "name", ["claim.json", "finding.json", "observation.json", "check.json", "brief.json"]
)
def test_the_files_are_what_the_values_are(name: str) -> None:
    maker = _maker()
    assert (FOLDER / name).read_text(encoding="utf-8") == maker.text(maker.schemas()[name])


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda p: p.name)
def test_every_schema_is_one(path: Path) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema).check_schema(schema)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_claim_keeps_to_its_schema(kind: str) -> None:
    made = KINDS[kind](text_sha256="0" * 64, document="d", source="s", quote="q", start=0, end=1)
    schema = json.loads((FOLDER / "claim.json").read_text(encoding="utf-8"))
    jsonschema.validate(made.to_json(), schema)
    assert from_json(made.to_json(), "0" * 64) == made


def test_a_claim_without_one_of_its_fields_is_refused() -> None:
    row = KINDS["lag"](text_sha256="0" * 64, document="d", source="s", quote="q", start=0, end=1).to_json()
    del row["leader"]
    schema = json.loads((FOLDER / "claim.json").read_text(encoding="utf-8"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(row, schema)
