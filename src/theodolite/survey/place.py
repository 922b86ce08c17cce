"""Where things are kept when the user names no place."""

from __future__ import annotations

import os
from pathlib import Path

from theodolite.model.errors import Refusal


def default_ledger() -> Path:
    """THEODOLITE_LEDGER, else the user's data folder (XDG_DATA_HOME or ~/.local/share)."""
    named = os.environ.get("THEODOLITE_LEDGER")
    if named:
        return Path(named)
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "theodolite" / "ledger.sqlite"


def existing_ledger(given: Path | None) -> Path:
    """The ledger meant: the one given, else the default. Raises Refusal where there is none."""
    path = given or default_ledger()
    if not path.exists():
        mend = "run `theodolite survey` first or name one with --ledger"
        raise Refusal(str(path), "there is no ledger here", mend)
    return path


def default_watchlist() -> Path:
    """THEODOLITE_WATCHLIST, else the user's configuration (XDG_CONFIG_HOME or ~/.config)."""
    named = os.environ.get("THEODOLITE_WATCHLIST")
    if named:
        return Path(named)
    base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "theodolite" / "watch.yml"
