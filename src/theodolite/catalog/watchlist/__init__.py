"""The watchlist that comes with the package: public sources on AI, in English and in Chinese.

Every address was looked up and stands on a public page, `confirmations.yml` says on which, of what day, and
whether whoever wrote the page says that it answered. None is from memory, and none was asked from here:
`theodolite doctor --sources` asks them.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from pydantic import Field

from theodolite.catalog.sources.terms import Strict, raw_definitions
from theodolite.catalog.yaml_files import parse
from theodolite.model.watchlist import KINDS, Shape, SourceKind, Watched


class Confirmation(Strict):
    """A public page on which addresses stand. `answered` is whether it says that they were tried."""

    name: str
    address: str
    seen: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}){0,2}$")
    answered: bool = False


class Source(Strict):
    """One source as our files have it; `confirmed` names a confirmation, or is the page's address itself."""

    name: str
    title: str
    publisher: str | None = None
    kind: SourceKind
    shape: Shape = "feed"
    address: str
    language: str
    tags: tuple[str, ...] = ()
    home: str | None = None
    full_text: bool = True
    most: int = 200
    about: tuple[str, ...] = ()
    confirmed: str
    note: str | None = None


@cache
def confirmations() -> dict[str, Confirmation]:
    """Every confirming page by its short name."""
    made = [Confirmation(**one) for one in _file("confirmations.yml")]
    return {one.name: one for one in made}


@cache
def sources() -> tuple[Source, ...]:
    """Every source as the files have it, kind by kind, without the catalogue's tables."""
    return tuple(Source(**one) for kind in KINDS for one in _file(f"{kind}.yml"))


@cache
def default() -> tuple[Watched, ...]:
    """The watchlist, sources before tables."""
    return (*(_watched(one) for one in sources()), *(_table(name) for name in _file("data.yml")))


def confirmed_on(one: Watched) -> str | None:
    """The day, month or year of the page that confirms an address, as ISO 8601; None where it is unknown."""
    found = _confirmation_of(one)
    return found.seen if found is not None else None


def answered(one: Watched) -> bool | None:
    """Whether the page that confirms an address says that it answered; None where no page of ours does."""
    found = _confirmation_of(one)
    return found.answered if found is not None else None


def _confirmation_of(one: Watched) -> Confirmation | None:
    return next((c for c in confirmations().values() if c.address == one.confirmed), None)


def _watched(one: Source) -> Watched:
    page = confirmations()[one.confirmed].address if "://" not in one.confirmed else one.confirmed
    stated = one.model_dump(exclude={"note", "confirmed"})
    return Watched(**stated, confirmed=page)


def _table(name: str) -> Watched:
    """A table of the catalogue: what it says of itself there."""
    terms = next(one for one in raw_definitions() if one["name"] == name)
    return Watched(
        name=name.replace("/", "-").replace("_", "-"),
        title=terms["title"],
        publisher=terms["producer"],
        kind="research",
        shape="data",
        address=name,
        language="en",
        tags=("data",),
        home=terms["address"],
        licence=terms["licence"],
        confirmed=terms["address"],
    )


def _file(name: str) -> list[Any]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    found = parse(text)
    assert isinstance(found, list)
    return found
