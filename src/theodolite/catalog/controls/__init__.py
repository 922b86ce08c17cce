"""Controls on chips as data: rules with the days they held, and events that are no arithmetic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from theodolite.catalog.yaml_files import parse

Figure = Literal["tpp", "density", "interconnect", "memory_bandwidth"]
FIGURES: tuple[Figure, ...] = ("tpp", "density", "interconnect", "memory_bandwidth")


class Range(BaseModel):
    """`least` belongs to the range, `below` does not; None is no limit on that side."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    least: float | None = None
    below: float | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Range:
        if self.least is None and self.below is None:
            raise ValueError("a condition has a limit")
        return self


class ChipClass(BaseModel):
    """A class of chips: it holds if one of its alternatives does, all of whose conditions hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(alias="class")
    alternatives: tuple[Mapping[Figure, Range], ...]


class Rule(BaseModel):
    """One rule. `start` and `until` are the first and the last day it holds (None: still in force).

    `classes` are tried in order; a chip in none of them is `below`. A `review` applies to chips of the
    classes in `of` and says how a licence for them is reviewed.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: Literal["class", "review"]
    of: tuple[str, ...] = ()
    title: str
    authority: str
    announced: dt.date
    start: dt.date = Field(alias="from")
    until: dt.date | None
    words: str
    below: str
    sources: tuple[str, ...] = Field(min_length=1)
    note: str | None = None
    classes: tuple[ChipClass, ...] = Field(min_length=1)

    def holds_on(self, day: dt.date) -> bool:
        """Whether the rule is in force on a day."""
        return self.start <= day and (self.until is None or day <= self.until)


class Event(BaseModel):
    """Something that happened to controls and is no arithmetic; `rule` where it brought one of the rules."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    date: dt.date
    title: str
    sources: tuple[str, ...] = Field(min_length=1)
    rule: str | None = None


def _read(name: str) -> Any:
    return parse((resources.files(__package__) / name).read_text(encoding="utf-8"))


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, oldest first. pydantic.ValidationError for one that does not parse: a fault of ours."""
    return tuple(sorted((Rule.model_validate(row) for row in _read("rules.yml")), key=lambda r: r.start))


@cache
def events() -> tuple[Event, ...]:
    """Every event, oldest first."""
    return tuple(sorted((Event.model_validate(row) for row in _read("events.yml")), key=lambda e: e.date))


def in_force(day: dt.date) -> tuple[Rule, ...]:
    """The rules of a day, oldest first."""
    return tuple(rule for rule in rules() if rule.holds_on(day))
