"""The watchlist that is meant: the file that is named, else the user's own, else the one of the package."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, replace
from pathlib import Path

from theodolite.catalog import watchlist as shipped
from theodolite.model.errors import Refusal
from theodolite.model.watchlist import Watched
from theodolite.read.watchlist import Watchlist
from theodolite.read.watchlist import watchlist as parsed
from theodolite.survey.place import default_watchlist

LARGEST = 8 * 1024**2 + 1
"""Bytes of a file that are read at most: one more than the larger limit, so that the reader refuses it."""

SHIPPED = "the watchlist that comes with theodolite"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeantWatchlist:
    """A watchlist and where it comes from; `file` is None where it is the one of the package."""

    file: Path | None
    entries: tuple[Watched, ...]
    refused: tuple[Refusal, ...] = ()

    @property
    def place(self) -> str:
        """The file's path, or words for the one of the package."""
        return str(self.file) if self.file is not None else SHIPPED


def listed(given: Path | None) -> MeantWatchlist:
    """The watchlist in `given`, else in the user's file, else the one of the package.

    An entry that cannot be taken is in `refused`. Raises Refusal where a file that is named cannot be read.
    """
    named = bool(os.environ.get("THEODOLITE_WATCHLIST"))
    file = given or default_watchlist()
    if given is None and not named and not file.exists():
        return MeantWatchlist(file=None, entries=shipped.default())
    found = of_file(file)
    return MeantWatchlist(file=file, entries=found.entries, refused=found.refused)


def watchlist(given: Path | None) -> tuple[tuple[Watched, ...], tuple[Refusal, ...]]:
    """The sources of the watchlist that is meant, and what of it could not be taken."""
    found = listed(given)
    return found.entries, found.refused


def of_file(file: Path) -> Watchlist:
    """The watchlist of one file; folders it names are those beside it. Raises Refusal."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST)
    except FileNotFoundError:
        raise Refusal(str(file), "there is no such watchlist", "check the path, or leave it out") from None
    except OSError as error:
        said = f"it cannot be read ({(error.strerror or 'unknown').lower()})"
        raise Refusal(str(file), said, "check the path and who may read it") from None
    found = parsed(content, str(file))
    entries = tuple(_beside(one, file) for one in found.entries)
    return replace(found, entries=entries)


def _beside(one: Watched, file: Path) -> Watched:
    """A folder's path as one that does not hang on where the command runs."""
    if one.shape != "folder":
        return one
    path = Path(one.address)
    with contextlib.suppress(RuntimeError):  # "~nobody" is a folder of that name
        path = path.expanduser()
    return replace(one, address=os.path.normpath(file.parent.absolute() / path))
