"""Where things are kept when the user names no place."""

from __future__ import annotations

import os
from pathlib import Path


def default_ledger() -> Path:
    """THEODOLITE_LEDGER, else the user's data folder (XDG_DATA_HOME or ~/.local/share)."""
    named = os.environ.get("THEODOLITE_LEDGER")
    if named:
        return Path(named)
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "theodolite" / "ledger.sqlite"
