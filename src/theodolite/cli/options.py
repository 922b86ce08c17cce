"""Options that several commands read alike. A value that makes no sense is misuse: exit status 2."""

from __future__ import annotations

import datetime as dt

from theodolite.model.errors import Misuse


def chosen_format(given: str, *allowed: str) -> str:
    """The output format, one of `allowed`. Misuse otherwise."""
    if given not in allowed:
        raise Misuse(f"--format {given}: choose {' or '.join(allowed)}")
    return given


def day(given: str | None, option: str) -> dt.date | None:
    """An ISO day, None where none is given. Misuse for anything else."""
    if given is None:
        return None
    try:
        return dt.date.fromisoformat(given)
    except ValueError:
        raise Misuse(f"{option} {given}: give a day as YYYY-MM-DD") from None
