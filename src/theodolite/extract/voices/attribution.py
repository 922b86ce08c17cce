"""One attribution: who is reported to say which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reported:
    """What somebody is reported to say: the words from `start` to `end`. `body`: a study or an
    organisation; `study`: what was found or counted, which goes on speaking through its paragraph."""

    start: int
    end: int
    name: str
    text: str
    body: bool
    sentence: int
    study: bool = False


def named_first(reported: Sequence[Reported]) -> Sequence[Reported]:
    """Who can be carried on: of what somebody reports of others ("he said, people thought"), the somebody.

    A group without a name speaks on only where nobody with a name has spoken.
    """
    named = [r for r in reported if r.name[:1].isupper() or not r.name[:1].isalpha()]
    return named or reported
