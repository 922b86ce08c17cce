"""Another program's list taken over: as YAML of its own, or put at the end of a watchlist that is there."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from theodolite.compose.watchlist import as_yaml
from theodolite.model.address import canonical_address
from theodolite.model.errors import Refusal
from theodolite.model.watchlist import Watched
from theodolite.read.watchlist import naming
from theodolite.read.watchlist import watchlist as parsed
from theodolite.survey.watchlist.meant import of_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came of it. `added` are new, `already` the addresses that the watchlist had before.

    `warnings` name what a list of somebody else's should not decide unseen: folders of this machine, and
    texts that may be shown to the public.
    """

    added: tuple[Watched, ...]
    already: tuple[str, ...]
    refused: tuple[Refusal, ...]
    warnings: tuple[str, ...]

    @property
    def written(self) -> str:
        """The new entries as YAML."""
        return as_yaml(self.added)


def imported(file: Path, into: Path | None) -> Imported:
    """The entries of `file` that `into` does not have, written at its end where a place is named.

    What stands in `into` stays as it is, its comments too. Raises Refusal for files that cannot be read, and
    for a watchlist to which nothing can be put.
    """
    found = of_file(file)
    before = of_file(into).entries if into is not None and into.exists() else ()
    known = {canonical_address(one.address) for one in before}
    new = [one for one in found.entries if canonical_address(one.address) not in known]
    made = Imported(
        added=_named(before, new),
        already=tuple(one.address for one in found.entries if canonical_address(one.address) in known),
        refused=found.refused,
        warnings=tuple(_warnings(new)),
    )
    if into is not None and made.added:
        _write(into, made, len(before))
    return made


def _named(before: Sequence[Watched], new: Sequence[Watched]) -> tuple[Watched, ...]:
    """The new ones with names that nobody has; one whose name is taken is named by its title or address."""
    taken = {one.name for one in before}
    fresh = [replace(one, name="") if one.name in taken else one for one in new]
    names = naming.names([*before, *fresh])[len(before) :]
    return tuple(replace(one, name=name) for one, name in zip(fresh, names, strict=True))


def _warnings(new: Sequence[Watched]) -> list[str]:
    said = [
        f"{one.name}: reads the folder {one.address} of this machine" for one in new if one.shape == "folder"
    ]
    shown = [one.name for one in new if one.may_republish]
    return said + [f"{name}: whole texts may be shown to the public (may_republish)" for name in shown]


def _write(into: Path, made: Imported, before: int) -> None:
    """All or nothing, and only what reads back as it should."""
    try:
        there = into.read_bytes() if into.exists() else b""
        content = there.rstrip() + b"\n\n" + made.written.encode() if there.strip() else made.written.encode()
        try:
            count = len(parsed(content, str(into)).entries)
        except Refusal:
            count = -1
        if count != before + len(made.added):
            said = "the new entries do not fit at its end"
            raise Refusal(
                str(into), said, "begin each of its entries with `- ` at the line's start, or name a new file"
            )
        place = into.resolve()  # a link to it stays one
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f".{place.name}.part")
        beside.write_bytes(content)
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    except OSError as error:
        said = f"it cannot be written ({(error.strerror or 'unknown').lower()})"
        raise Refusal(str(into), said, "name another place with --out") from None
