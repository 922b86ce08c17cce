"""What can go wrong, said so that a reader knows the place and the mend."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What would move a terminal's cursor or turn a line round; places and reasons quote what others wrote."""


def plain(text: str) -> str:
    """One line that a terminal shows as it is written."""
    return _CONTROL.sub("\ufffd", " ".join(text.split()))


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
        return plain(f"{self.place}: {self.reason}; {self.mend}")


class Misuse(TheodoliteError):  # noqa: N818 - the same
    """The command was called in a way it cannot be carried out at all (exit status 2)."""
