"""Sidecars: what is known about a document that its bytes do not say, in `NAME.origin.yml` beside it."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import yaml

from theodolite.model.errors import Refusal
from theodolite.model.period import first_day

SUFFIX = ".origin.yml"
SIDECAR_LIMIT = 64 * 1024
"""The largest sidecar, in bytes."""

TEXT_KEYS = (
    "title", "author", "speaker", "publisher", "kind", "language", "address", "published", "licence",
    "licence_address",
)  # fmt: skip
KEYS = (*TEXT_KEYS, "may_republish")
_MEND = f"the keys are {', '.join(KEYS)}"


def is_sidecar(path: Path) -> bool:
    """Whether the name is that of a sidecar."""
    return path.name.endswith(SUFFIX) and path.name != SUFFIX


def document_of(path: Path) -> Path:
    """The document that a sidecar stands beside."""
    return path.with_name(path.name.removesuffix(SUFFIX))


def beside(document: Path) -> tuple[dict[str, Any], list[Refusal]]:
    """What the sidecar of `document` says, as fields of Origin, and what in it could not be used.

    No sidecar: nothing, and no refusal. A wrong sidecar never stops its document.
    """
    path = document.with_name(document.name + SUFFIX)
    place = os.fsencode(path).decode("utf-8", "replace")
    if not os.path.lexists(path):
        return {}, []
    try:
        return parse(_receive(path, place), place)
    except Refusal as refusal:
        return {}, [refusal]


def parse(content: bytes, place: str) -> tuple[dict[str, Any], list[Refusal]]:
    """The usable fields of a sidecar and a refusal for each other. Raises Refusal where none is usable."""
    try:
        raw = yaml.safe_load(content.decode("utf-8-sig"))
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError, TypeError, AttributeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{place}:{mark.line + 1}" if mark else place
        raise Refusal(where, "the sidecar is not valid YAML", "mend it or remove it") from None
    if raw is None:
        return {}, []
    if not isinstance(raw, dict):
        raise Refusal(place, "the sidecar holds no mapping of keys to values", _MEND)
    facts: dict[str, Any] = {}
    refusals: list[Refusal] = []
    for key, value in raw.items():
        try:
            checked = _field(key, value, place)
        except Refusal as refusal:
            refusals.append(refusal)
            continue
        if checked is not None:
            facts[key] = checked
    return facts, refusals


def _field(key: Any, value: Any, place: str) -> str | bool | None:
    if key not in KEYS:
        raise Refusal(place, f"unknown key {str(key)[:40]!r} in the sidecar", _MEND)
    if value is None:
        return None
    if key == "may_republish":
        if isinstance(value, bool):
            return value
        raise Refusal(place, "may_republish is neither true nor false", "write true or false")
    if key == "published":
        return _day(value, place)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise Refusal(place, f"{key} is no line of text", "put the value in quotation marks")
    line = " ".join(str(value).replace("\0", "\ufffd").split())
    if any("\ud800" <= character <= "\udfff" for character in line):
        raise Refusal(place, f"{key} holds half a character", "write it anew")
    return line or None


def _day(value: Any, place: str) -> str:
    """YAML reads 2024-05-15 as a date and 2024 as a number; both go back to ISO 8601, no more precise."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    text = "" if isinstance(value, bool) else str(value).strip()
    day = text[:10] if len(text) > 10 and text[10] in "T " else text
    try:
        first_day(day)
    except ValueError:
        raise Refusal(
            place, f"published is no date: {text[:40]!r}", "write YYYY, YYYY-MM or YYYY-MM-DD"
        ) from None
    return day


def _receive(path: Path, place: str) -> bytes:
    try:
        if not path.is_file():
            raise Refusal(place, "the sidecar is not a file", "remove it or write a file")
        if path.is_symlink() and path.resolve().parent != path.parent.resolve():
            raise Refusal(place, "the sidecar is a link out of its folder", "put the file itself there")
        with path.open("rb") as file:
            content = file.read(SIDECAR_LIMIT + 1)
    except (OSError, RuntimeError):
        raise Refusal(place, "the sidecar cannot be read", "check its permissions") from None
    if len(content) > SIDECAR_LIMIT:
        raise Refusal(place, f"the sidecar is over {SIDECAR_LIMIT // 1024} KiB", "keep only its few lines")
    return content
