"""What can go wrong, said so that a reader knows the place and the mend."""

from __future__ import annotations


class TheodoliteError(Exception):
    """The root of every error this package raises on purpose."""


class Refusal(TheodoliteError):  # noqa: N818 - the word the contracts use
    """One input could not be used; the rest goes on.

    `place` names the file or address (with a line where there is one), `reason` says what is wrong in
    plain words, `mend` says what the user can do about it. Printed as one line.
    """

    def __init__(self, place: str, reason: str, mend: str) -> None:
        super().__init__(place, reason, mend)
        self.place = place
        self.reason = reason
        self.mend = mend

    def __str__(self) -> str:
        line = f"{self.place}: {self.reason}; {self.mend}"
        return " ".join(line.split())


class Misuse(TheodoliteError):  # noqa: N818 - the same
    """The command was called in a way it cannot be carried out at all (exit status 2)."""
