"""Headlines of the archive: the gap figures of every vintage, kept as observations, asked for by day.

They are observations like those of a survey: one scope a pair and vintage, so none ever takes another's
place, and each stands with the day of its vintage and the moment this ledger first held it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from theodolite.catalog.sources import by_name
from theodolite.ledger.base import AsOf, Known, Ledger, Run
from theodolite.model.errors import Refusal
from theodolite.model.observation import Observation
from theodolite.read.vintages import Vintages, vintages
from theodolite.survey import archive
from theodolite.survey.archive.pullable import Source, sources
from theodolite.survey.measures import capabilities
from theodolite.survey.observing import observe

INDICATOR = "capability gap: "
"""What the indicators of headlines begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A figure as it stood on a day. `recorded_at` is when this ledger first held it, ISO 8601 in UTC.

    `hindsight`: it was worked out after the day asked for, from a vintage of that day or before it.
    """

    figure: Observation
    recorded_at: str
    hindsight: bool


def measure_headlines(ledger: Ledger, run: Run) -> tuple[int, list[Refusal]]:
    """Work out the gap figures of every archived file that has none; how many tables, what failed.

    A file of boards has a table for the last publishable board of each month.
    """
    done = {known.value.vintage_sha256 for known in ledger.observations()}
    made, refusals = 0, []
    for source in sources():
        if not (source.scores or source.boards):
            continue
        for one in archive.vintages(ledger, source.name):
            if one.sha256 in done:
                continue
            try:
                found = _beside(ledger, one) if source.scores else _boards(ledger, one)
                measures = capabilities(ledger, run, found)
                alone = [replace(m, tables=(t,)) for m in measures for t in m.tables]
                observe(ledger, run, alone)
            except Refusal as refusal:
                refusals.append(refusal)
                continue
            done.add(one.sha256)
            made += len(alone)
    return made, refusals


def _boards(ledger: Ledger, one: archive.Archived) -> Vintages:
    """A file of boards; the days of its models are those that ship with the package."""
    file = archive.opened(ledger, one)
    found = vintages([(file.file, file.content)])
    if not found.boards:
        raise Refusal(f"{one.source} of {one.date}", "no board in it", f"run `theodolite pull {one.source}`")
    return found


def _beside(ledger: Ledger, one: archive.Archived) -> Vintages:
    """One vintage of a score table, and the matrices of scores of its day."""
    files = [archive.opened(ledger, one)]
    for source in _matrices():
        beside = archive.in_force(ledger, source.name, one.date)
        if beside is not None and beside.date == one.date:
            files.append(archive.opened(ledger, beside))
    found = vintages((f.file, f.content) for f in files)
    if not found.tables:
        reason = found.refusals[0].reason if found.refusals else "no table of scores"
        raise Refusal(f"{one.source} of {one.date}", reason, f"run `theodolite pull {one.source}`")
    return found


def _matrices() -> Iterable[Source]:
    return (s for s in sources() if s.matrix)


def headlines(ledger: Ledger, on: dt.date, known: AsOf = None) -> tuple[Headline, ...]:
    """Each headline as it stood on a day: of the newest vintage dated by then. Empty: none existed.

    What this ledger held at the end of the day (or at `known`) comes first, also where a later version of the
    method has measured the same again; only where it held nothing is it what was worked out since.
    """
    then, since = (_best(ledger.observations(as_of), on) for as_of in (known or on, None))
    return tuple(
        Headline(
            figure=(found := then.get(key) or since[key]).value,
            recorded_at=found.known_from or "",
            hindsight=key not in then,
        )
        for key in sorted(then.keys() | since.keys())
    )


def _best(observed: Iterable[Known[Observation]], on: dt.date) -> dict[tuple[str, ...], Known[Observation]]:
    """The figures of the newest vintage dated by a day: by definition, sides and unit."""
    best: dict[tuple[str, ...], Known[Observation]] = {}
    for known in observed:
        one = known.value
        if not one.indicator.startswith(INDICATOR) or one.known_on is None or one.known_on > on.isoformat():
            continue
        key = (one.definition, one.subject, one.counterpart or "", one.unit)
        if key not in best or _rank(known) > _rank(best[key]):
            best[key] = known
    return best


def first_day(ledger: Ledger) -> dt.date | None:
    """The day of the oldest vintage that any headline is of."""
    days = [
        known.value.known_on
        for known in ledger.observations()
        if known.value.known_on and known.value.indicator.startswith(INDICATOR)
    ]
    return dt.date.fromisoformat(min(days)) if days else None


def _rank(known: Known[Observation]) -> tuple[str, bool, str]:
    """The newer vintage; of two of one day the table by model; of two the one held later."""
    one = known.value
    return one.known_on or "", is_by_model(one.source), known.known_from or ""


def is_by_model(source: str) -> bool:
    """Whether a row of a table of scores is a model, not one of its versions."""
    try:
        return by_name(source).per == "model"
    except KeyError:
        return False
