"""Refusals on standard error: one line each, and the exit status that goes with them."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sized

import typer

from theodolite.model.errors import Refusal


def say(refusal: Refusal) -> None:
    """One line naming the place, the reason and the mend."""
    print(f"refused: {refusal}", file=sys.stderr)


def close(refusals: Sized) -> None:
    """Exit with 1 where something was refused; else return."""
    if len(refusals):
        raise typer.Exit(1)


def finish(refusals: Collection[Refusal]) -> None:
    """What could not be used, said where the rest is done, and the exit status that goes with it."""
    for refusal in refusals:
        say(refusal)
    close(refusals)
