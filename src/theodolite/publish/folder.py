"""A whole folder swapped in at once: readers see the old site or the new one, never half of one."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from theodolite.model.errors import Refusal

MARK = "site.json"


@contextmanager
def swapped_in(out: Path) -> Iterator[Path]:
    """A new empty folder beside `out` that takes its place when the block ends well, else is removed.

    Refuses a place that holds anything but an earlier site of ours: nothing of the user's is ever deleted.
    """
    out = out.absolute()
    try:
        _check(out)
        out.parent.mkdir(parents=True, exist_ok=True)
        _recover(out)
        building = Path(tempfile.mkdtemp(prefix=f".{out.name}.building-", dir=out.parent))
        building.chmod(0o755)
    except OSError as error:
        raise Refusal(
            str(out), f"cannot be written ({error.strerror})", "name a folder that can be written to"
        ) from None
    try:
        yield building
        _swap(building, out)
    finally:
        with suppress(FileNotFoundError):
            shutil.rmtree(building)


def check_place(out: Path) -> None:
    """Refusal where a site could not be written: asked before the work, so that none of it is in vain."""
    try:
        _check(out.absolute())
    except OSError as error:
        raise Refusal(
            str(out), f"cannot be written ({error.strerror})", "name a folder that can be written to"
        ) from None


def _check(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise Refusal(
            str(out), "is not a folder", "name a folder for the site, or one that does not exist yet"
        )
    if out.is_dir() and any(out.iterdir()) and not is_site(out):
        raise Refusal(
            str(out), "holds files that are not a Theodolite site", "name an empty folder or an earlier site"
        )


def is_site(folder: Path) -> bool:
    """Whether a folder holds a site that this package wrote."""
    try:
        found = json.loads((folder / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.get("kind") == "theodolite-site"


def _previous(out: Path) -> Path:
    return out.with_name(f".{out.name}.previous")


def _recover(out: Path) -> None:
    """After a run that was killed between two renames, put the earlier site back, or clear it away."""
    previous = _previous(out)
    if not previous.exists():
        return
    if out.exists():
        shutil.rmtree(previous)
    else:
        previous.rename(out)


def _swap(building: Path, out: Path) -> None:
    previous = _previous(out)
    if out.exists():
        os.rename(out, previous)  # noqa: PTH104 (one call each, side by side)
    os.rename(building, out)  # noqa: PTH104
    with suppress(FileNotFoundError):
        shutil.rmtree(previous)
