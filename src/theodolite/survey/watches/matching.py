"""Whether a claim or its verdict is what a watch looks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from theodolite.catalog import vocabulary
from theodolite.compose.outside import language_of
from theodolite.compose.verdicts import verdict_of
from theodolite.model.claim import Claim
from theodolite.model.finding import Verdict
from theodolite.model.news import NewClaim, NewVerdict, Verdicts
from theodolite.model.version import Version, as_held
from theodolite.model.watch import ClaimConditions, VerdictChange

_SLOTS = ("subject", "object", "leader", "follower", "speaker")


def matches(sought: ClaimConditions, news: NewClaim | NewVerdict) -> bool:
    """Whether what became known is told to a watch with these conditions.

    A claim is seen as a person has corrected it, as its finding was held.
    """
    if not _moment(sought, news):
        return False
    version = news.version
    claim = as_held(news.claim, version.finding if version else None)
    return (
        _any(sought.names, _slots(claim, ""))
        and _any(sought.sides, _slots(claim, "_side"))
        and _any(sought.speakers, [claim.speaker])
        and (not sought.dimensions or claim.dimension in sought.dimensions)
        and (not sought.kinds or claim.kind in sought.kinds)
        and (not sought.languages or _language(claim) in {w.casefold() for w in sought.languages})
    )


def _moment(sought: ClaimConditions, news: NewClaim | NewVerdict) -> bool:
    """Whether it is the sort of event that is asked for: a new claim, a verdict that came to be, a change."""
    if sought.change is not None:
        return isinstance(news, NewVerdict) and news.before is not None and _changed(sought, news)
    if not (sought.verdicts or sought.verdicts_today):
        return isinstance(news, NewClaim)
    if news.version is None:
        return False
    before = news.before if isinstance(news, NewVerdict) else None
    return _is(sought, news.version, news.version.verdicts) and not (
        before is not None and _is(sought, news.version, before)
    )


def _is(sought: ClaimConditions, version: Version, verdicts: Verdicts) -> bool:
    """Whether verdicts are those asked for. A claim is filed under the one of its day, a forecast and a claim
    without a day under today's."""
    own = version.finding
    then, now = (cast("Verdict", v) for v in verdicts)
    filed = verdict_of(replace(own, verdict_then=then, verdict_now=now))
    return (not sought.verdicts or filed in sought.verdicts) and (
        not sought.verdicts_today or verdicts[1] in sought.verdicts_today
    )


def _changed(sought: ClaimConditions, news: NewVerdict) -> bool:
    assert sought.change is not None and news.before is not None
    after = news.version.verdicts
    if not _is(sought, news.version, after):
        return False
    return any(_turned(sought.change, old, new) for old, new in _pairs(news.before, after))


def _pairs(before: Verdicts, after: Verdicts) -> Iterable[tuple[str, str]]:
    """The verdict on the day of saying and the one today, each beside what it was."""
    return zip(before, after, strict=True)


def _turned(change: VerdictChange, old: str, new: str) -> bool:
    return (
        old != new
        and (not change.before or old in change.before)
        and (not change.after or new in change.after)
    )


def _slots(claim: Claim, ending: str) -> list[str | None]:
    return [getattr(claim, f"{slot}{ending}", None) for slot in _SLOTS]


def _any(wanted: tuple[str, ...], found: Iterable[str | None]) -> bool:
    """Whether one of the wanted names is among those found; nothing wanted is always there."""
    there = {canonical(name) for name in found if name}
    return not wanted or any(canonical(name) in there for name in wanted)


def _language(claim: Claim) -> str:
    return language_of(claim.quote).casefold()


def canonical(name: str) -> str:
    """A name as the vocabulary writes it, in small letters: "us" for "United States", too."""
    return (vocabulary.canonical(name) or " ".join(name.split())).casefold()
