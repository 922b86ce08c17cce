"""One attribution: who is reported to say which words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile


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
    return [r for r in reported if _is_named(r)] or reported


def _is_named(reported: Reported) -> bool:
    return reported.name[:1].isupper() or not reported.name[:1].isalpha()


def lately(before: Sequence[Reported] | None, number: int, reach: int = 0) -> Iterator[Reported]:
    """Of attributions in order, those of a sentence and of as many before it, the last first."""
    return takewhile(lambda r: number - r.sentence <= reach, reversed(before or ()))


class Succession:
    """The attributions of one paragraph in order: who spoke before a sentence and who after it."""

    def __init__(self, reported: Iterable[Reported]) -> None:
        self._all = sorted(reported, key=lambda r: r.sentence)
        self._sentences = [r.sentence for r in self._all]
        self._lasts: list[Reported] = []  # up to each, who can be carried on
        for one in self._all:
            before = self._lasts[-1] if self._lasts else None
            self._lasts.append(one if before is None or _is_named(one) or not _is_named(before) else before)

    def before(self, sentence: int) -> Reported | None:
        """Who of those before a sentence can be carried on (see `named_first`), the last of them."""
        at = bisect_left(self._sentences, sentence)
        return self._lasts[at - 1] if at else None

    def after(self, sentence: int) -> Reported | None:
        """The first behind a sentence."""
        at = bisect_right(self._sentences, sentence)
        return self._all[at] if at < len(self._all) else None


NOBODY = Succession(())
