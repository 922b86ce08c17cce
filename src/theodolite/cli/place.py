"""Where things are kept when the user names no place."""

from __future__ import annotations

from theodolite.survey.place import default_ledger

__all__ = ["default_ledger"]
