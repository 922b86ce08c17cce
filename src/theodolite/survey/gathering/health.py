"""How the watched sources are, from what the ledger remembers of looking at them."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median

from theodolite.ledger.base import Ledger
from theodolite.model.gathering import Edition, Entry, Missed, Visit
from theodolite.model.health import SIGNS, Health, NotHad, SourceHealth, State
from theodolite.model.watchlist import Watched
from theodolite.survey.gathering.looks import HISTORY, last_looks

QUIET_TIMES = 4.0
"""So many times its usual time between two days with something new makes a source silent ..."""
QUIET_DAYS = 2.0
"""... and so many days at least."""
LEFT = dt.timedelta(days=14)
"""A source that is not looked at for so long, while others are, was taken off the watchlist."""
_FEWEST_DAYS = 4
_ORDER: tuple[State, ...] = ("failing", "silent", "never looked at", "well")


def health(ledger: Ledger, now: dt.datetime, watched: Sequence[Watched] = ()) -> Health:
    """Every source that is looked at, and all of `watched`. `now` carries a zone."""
    visits = last_looks(ledger)
    known = {one.name: one for one in ledger.watched() if _is_watched(visits.get(one.name), visits)}
    known |= {one.name: one for one in watched}
    editions = ledger.editions()
    first = _first_seen(editions)
    listed_by = _not_had(ledger.entries(), editions, ledger.missed_items())
    not_had = [one for one in listed_by if one.source in known]
    left = Counter(one.source for one in not_had)
    found = [
        _of(source, visits.get(source.name, []), first.get(source.name, {}), left[source.name], now)
        for source in known.values()
    ]
    found.sort(key=lambda one: (_ORDER.index(one.state), -(one.silent_days or 0.0), one.source))
    counts = Counter(one.state for one in found)
    return Health(
        as_of=now.astimezone(dt.UTC).isoformat(timespec="seconds"),
        counts={state: counts[state] for state in _ORDER},
        documents=len({edition.document for edition in editions}),
        sources=tuple(found),
        not_had=tuple(sorted(not_had, key=lambda one: (one.source, one.address))),
    )


def last_health(ledger: Ledger) -> Health | None:
    """How the sources were at the last look at any of them; None where nothing was ever looked at."""
    last = max((visit.at for visit in ledger.visits(last=1)), default=None)
    return None if last is None else health(ledger, dt.datetime.fromisoformat(last))


def _is_watched(looks: list[Visit] | None, all_looks: Mapping[str, list[Visit]]) -> bool:
    """Whether a source is still looked at; one that never was may be so yet."""
    if not looks:
        return True
    last = max(one[-1].at for one in all_looks.values())
    return dt.datetime.fromisoformat(last) - dt.datetime.fromisoformat(looks[-1].at) < LEFT


def _of(
    source: Watched, visits: list[Visit], first: dict[str, str], not_had: int, now: dt.datetime
) -> SourceHealth:
    good = [visit for visit in visits if visit.outcome != "missed"]
    failed = next((n for n, visit in enumerate(reversed(visits)) if visit.outcome != "missed"), len(visits))
    last = visits[-1] if visits else None
    newest = max(first.values(), default=None)
    silent = _days(newest or visits[0].at, now) if visits else None
    usual = _usual(first.values())
    return SourceHealth(
        source=source.name, title=source.title, shape=source.shape, kind=source.kind, address=source.address,
        state=_state(last, silent, usual),
        last_look=last.at if last else None,
        last_success=good[-1].at if good else None,
        status=last.status if last else None,
        items=good[-1].listed if good else None,
        documents=len(first),
        new=last.new if last else 0,
        edited=last.edited if last else 0,
        not_had=not_had,
        failed=failed,
        failing_since=visits[-failed].at if failed else None,
        reason=last.reason if last else None,
        newest=newest,
        silent_days=None if silent is None else round(silent, 2),
        usual_days=None if usual is None else round(usual, 2),
        history="".join(_sign(visit) for visit in visits[-HISTORY:]),
    )  # fmt: skip


def _sign(visit: Visit) -> str:
    if visit.outcome == "missed":
        return SIGNS["missed"]
    return SIGNS["new" if visit.new or visit.edited else "nothing new"]


def _state(last: Visit | None, silent: float | None, usual: float | None) -> State:
    if last is None:
        return "never looked at"
    if last.outcome == "missed":
        return "failing"
    if silent is not None and usual is not None and silent >= max(QUIET_DAYS, QUIET_TIMES * usual):
        return "silent"
    return "well"


def _usual(seen: Iterable[str]) -> float | None:
    """The median time between two days with something new, None of fewer than four such days."""
    days = sorted({dt.date.fromisoformat(moment[:10]) for moment in seen})
    if len(days) < _FEWEST_DAYS:
        return None
    return float(median((later - earlier).days for earlier, later in pairwise(days)))


def _days(moment: str, now: dt.datetime) -> float:
    return max((now - dt.datetime.fromisoformat(moment)).total_seconds() / 86400.0, 0.0)


def _first_seen(editions: Sequence[Edition]) -> dict[str, dict[str, str]]:
    """By source: each document it brought first, with the moment."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    seen: set[str] = set()
    for edition in editions:
        if edition.document not in seen:
            found[edition.source][edition.document] = edition.at
            seen.add(edition.document)
    return found


def _not_had(entries: Sequence[Entry], editions: Sequence[Edition], missed: Sequence[Missed]) -> list[NotHad]:
    """Items whose last attempt failed, by what their source says of them now."""
    current = {(entry.source, entry.document): entry for entry in entries}
    whole = {edition.stated for edition in editions if edition.whole}
    words = {edition.stated for edition in editions if not edition.whole}
    seen = {edition.document: edition.at for edition in editions if edition.whole}
    tries = Counter((one.source, one.document, one.stated) for one in missed)
    last = {(one.source, one.document): one for one in missed}
    found = []
    for key, one in last.items():
        entry = current.get(key)
        if one.stated in whole or (entry is not None and entry.stated != one.stated):
            continue
        if entry is None and seen.get(one.document, "") >= one.at:
            continue  # a file that was put right
        found.append(
            NotHad(
                source=one.source, address=one.address, title=entry.title if entry else None,
                reason=one.reason, status=one.status, at=one.at, tries=tries[(*key, one.stated)],
                lasting=one.lasting, words_kept=one.stated in words,
            )
        )  # fmt: skip
    return found
