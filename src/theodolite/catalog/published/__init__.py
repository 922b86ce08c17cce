"""Published figures, each with the command that works it out again. A new one is one entry of a YAML file."""

from __future__ import annotations

from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict, Field, model_validator

from theodolite.catalog.yaml_files import parse


class Tried(BaseModel):
    """Another way to the figure: what was changed, in words, and the command."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: str
    command: str
    figure: str | None = None


class Published(BaseModel):
    """One published figure.

    It is reproduced where ours lies within `accepted` (inclusive); `tolerance` says why there. `command` is
    what a user can type in the data folder, without the program's name, and `figure` where ours stands in its
    JSON (`trends[0].doubling_days.estimate`, `shares[group=China].value`), as a percentage of `over` where
    there is one. `work` names a function of `measure.published`, with its `arguments`, for what no command
    prints alone. `cannot` says why nothing works it out. `reason` is printed where the figure does not come
    out, with what was `tried`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    words: str
    published: float
    accepted: tuple[float, float]
    tolerance: str
    unit: str
    source: str
    command: str | None = None
    figure: str | None = None
    over: str | None = None
    work: str | None = None
    files: tuple[str, ...] = ()
    arguments: dict[str, str | float] = Field(default_factory=dict)
    cannot: str | None = None
    reason: str | None = None
    tried: tuple[Tried, ...] = ()

    @model_validator(mode="after")
    def _fits(self) -> Published:
        ways = (self.command, self.work, self.cannot)
        if sum(way is not None for way in ways) != 1:
            raise ValueError("a check has a command, or a work with files, or a reason why it cannot be done")
        if (self.command is None) != (self.figure is None) or (self.work is None) != (not self.files):
            raise ValueError("a command has a figure, a work has files")
        return self


@cache
def published() -> tuple[Published, ...]:
    """Every published figure, in the order of the files' names and of their entries.

    Raises pydantic.ValidationError for an entry that does not parse, ValueError for one that stands twice.
    """
    found = [
        Published.model_validate(row)
        for entry in sorted(resources.files(__package__).iterdir(), key=lambda p: p.name)
        if entry.name.endswith(".yml")
        for row in parse(entry.read_text(encoding="utf-8"))
    ]
    names = [p.id for p in found]
    if twice := {n for n in names if names.count(n) > 1}:
        raise ValueError(f"published twice: {', '.join(sorted(twice))}")
    return tuple(found)
