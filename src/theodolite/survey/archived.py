"""What was pulled, for commands that are given no data: the score tables of the archive by name and bytes."""

from __future__ import annotations

from pathlib import Path

from theodolite import ledger
from theodolite.survey import archive
from theodolite.survey.place import default_ledger
from theodolite.survey.pullable import sources

PLACE = "the archive"


def score_files(path: Path | None = None) -> list[tuple[str, bytes]]:
    """Every vintage of every score table and matrix in a ledger (None: the user's own), dated by name.

    Empty where there is no ledger or nothing was pulled. Raises Refusal for a ledger that cannot be read.
    """
    place = path or default_ledger()
    if not place.is_file():
        return []
    files: dict[str, tuple[str, bytes]] = {}
    with ledger.open(place, create=False) as store:
        for source in sources():
            if getattr(source.definition, "shape", None) not in ("scores", "matrix"):
                continue
            for one in archive.vintages(store, source.name):
                if one.sha256 not in files:
                    found = archive.opened(store, one)
                    files[one.sha256] = (found.file, found.content)
    return list(files.values())
