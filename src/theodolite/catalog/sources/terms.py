"""What every definition of a publisher's table says of its source, and where the definitions are found."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

from pydantic import BaseModel, ConfigDict

from theodolite.catalog.yaml_files import parse


class Strict(BaseModel):
    """Parsed from YAML: a field nobody knows is refused, and nothing is changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Terms(Strict):
    """Where a table is and on what terms it may be used.

    `address` is the page for people, `download` the file itself (with `member` inside a zip), None with the
    reason in `download_note`. `publish` is whether the licence lets a user publish from it. Only a shape
    that is nobody's own has no producer, title, licence and citation.
    """

    name: str
    title: str | None = None
    producer: str | None = None
    licence: str | None = None
    licence_address: str | None = None
    address: str | None = None
    download: str | None = None
    download_note: str | None = None
    member: str | None = None
    citation: str | None = None
    publish: bool = True


def recognised(
    header: Iterable[str], columns: dict[str, tuple[str, ...]], recognised_by: Iterable[str]
) -> bool:
    """Whether the tell-tale columns of a shape are all in a header, compared without case."""
    found = {h.strip().casefold() for h in header}
    return all(any(n.casefold() in found for n in columns[field]) for field in recognised_by)


@cache
def raw_definitions() -> tuple[dict[str, Any], ...]:
    """Every definition as parsed, publishers' own before the generic ones.

    A table of records whose rows are also scores on one measure says how under `scores`: it gives two
    definitions of one name, on the same terms.
    """
    found = []
    for folder in sorted(resources.files(__package__).iterdir(), key=lambda p: (p.name == "generic", p.name)):
        if not folder.is_dir():
            continue
        for entry in sorted(folder.iterdir(), key=lambda p: p.name):
            if not entry.name.endswith(".yml"):
                continue
            raw = parse(entry.read_text(encoding="utf-8"))
            if not (isinstance(raw, dict) and "shape" in raw):
                continue
            scores = raw.pop("scores", None)
            found.append(raw)
            if scores is not None:
                terms = {key: raw[key] for key in (*Terms.model_fields, "rows") if key in raw}
                found.append({**terms, "shape": "scores", **scores})
    return tuple(found)
