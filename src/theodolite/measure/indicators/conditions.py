"""Conditions on rows as a user writes them: FIELD=VALUE, !=, >=, <=, >, <, contains, ranges, days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from theodolite.catalog.sources.countries import countries, country, fold
from theodolite.measure.indicators.columns import column, words
from theodolite.model.errors import Misuse
from theodolite.model.period import span
from theodolite.model.table import Table

_CONDITION = re.compile(r"\s*(.+?)\s*(!=|>=|<=|=|>|<|\bcontains\b)\s*(.*)", re.DOTALL)
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Condition:
    """`field` as written; an empty `value` asks for rows without one ("=") or with one ("!=")."""

    field: str
    operator: str
    value: str
    text: str


def parse(text: str) -> Condition:
    """Read one condition. Misuse where it is none."""
    found = _CONDITION.fullmatch(text[:_LONGEST])
    if found is None:
        raise Misuse(f"--where {text[:80]!r}: write FIELD=VALUE, !=, >=, <=, or FIELD contains TEXT")
    return Condition(found[1], found[2], found[3].strip().strip("\"'"), text.strip())


def select(table: Table, conditions: Sequence[Condition]) -> pl.DataFrame:
    """The rows that meet every condition. Misuse for a field that is not there or a value of another kind."""
    frame = table.frame
    for condition in conditions:
        name = column(table, condition.field)
        test = _test(condition, frame.schema[name])
        frame = frame.filter(pl.Series([test(v) for v in frame[name].to_list()], dtype=pl.Boolean))
    return frame


def _test(condition: Condition, kind: Any) -> Any:
    operator, value = condition.operator, condition.value
    if value == "":
        if operator not in ("=", "!="):
            raise Misuse(f"--where {condition.text[:80]!r}: a value is missing")
        return (lambda v: v is None or v == []) if operator == "=" else (lambda v: v is not None and v != [])
    if kind == pl.Date:
        return _compared(operator, span(value), condition)
    if kind == pl.Float64:
        try:
            low, colon, high = value.partition(":")
            limits = (float(low), float(high) if colon else float(low))
        except ValueError:
            raise Misuse(f"--where {condition.text[:80]!r}: {value[:40]!r} is no number") from None
        return _compared(operator, limits, condition)
    if kind == pl.Boolean:
        value = {"true": "yes", "false": "no"}.get(value.casefold(), value)
    return _words(operator, value, condition)


def _compared(operator: str, limits: tuple[Any, Any], condition: Condition) -> Any:
    """Comparison with a stretch: "=" lies within, ">=" not before its begin, "<=" not after its end."""
    low, high = limits
    tests = {
        "=": lambda v: v is not None and low <= v <= high,
        "!=": lambda v: v is not None and not low <= v <= high,
        ">=": lambda v: v is not None and v >= low,
        "<=": lambda v: v is not None and v <= high,
        ">": lambda v: v is not None and v > high,
        "<": lambda v: v is not None and v < low,
    }
    if operator not in tests:
        raise Misuse(f"--where {condition.text[:80]!r}: contains asks for text, and this field has none")
    return tests[operator]


def _words(operator: str, value: str, condition: Condition) -> Any:
    if operator == "contains":
        part = fold(value)
        return lambda v: any(part in fold(w) for w in words(v))
    if operator not in ("=", "!="):
        raise Misuse(f"--where {condition.text[:80]!r}: {operator} asks for numbers or days")
    short = country(value)
    meant = {fold(m) for m in countries().members.get(short, {short})} if short else set()
    meant.add(fold(value))
    inside = operator == "="
    return lambda v: (v is not None or inside) and any(fold(w) in meant for w in words(v)) is inside
