"""What became known in a ledger: claims, verdicts, corrections, vintages and gaps that moved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from theodolite.ledger.base import AsOf, Known, Ledger
from theodolite.model.claim import Claim
from theodolite.model.news import GapFigure, GapMoved, NewClaim, News, NewVerdict, NewVintage
from theodolite.model.observation import Observation
from theodolite.model.record import Record
from theodolite.reconcile import news
from theodolite.survey.archive.headlines import INDICATOR
from theodolite.survey.archive.pullable import sources
from theodolite.survey.record.versions import Lineage, lineages


def news_of(store: Ledger, record: Record, documents: Collection[str]) -> tuple[News, ...]:
    """Everything that became known of some documents (by the ids that claims give them) and of all data, from
    complete runs, the earliest first. `record` is that of the same documents."""
    own = [(at, c) for at, c in first_known(store) if c.document in documents]
    found: list[News] = [*news.of_claims(own, record.lineages)]
    found += news.of_corrections(record.corrections, record.lineages)
    found += [*vintages(store), *gaps(store)]
    return tuple(sorted(found, key=lambda n: (n.at, n.id)))


def claims_and_verdicts(
    store: Ledger, every: Mapping[str, Lineage] | None = None
) -> list[NewClaim | NewVerdict]:
    """New claims and verdicts of the whole ledger, the earliest first."""
    return news.of_claims(first_known(store), lineages(store) if every is None else every)


def first_known(store: Ledger) -> list[tuple[str, Claim]]:
    """(moment, claim) of every claim as it was first known."""
    first: dict[str, Known[Claim]] = {}
    for known in store.claims(ever=True):
        before = first.get(known.value.id)
        if before is None or (known.known_from or "") < (before.known_from or ""):
            first[known.value.id] = known
    return [(known.known_from or "", known.value) for known in first.values()]


def vintages(store: Ledger) -> list[NewVintage]:
    """Every vintage that was pulled, once."""
    private = private_bytes(store)
    found: dict[str, NewVintage] = {}
    for known in store.pulls():
        pull = known.value
        if pull.outcome != "vintage" or not (pull.vintage and pull.file and pull.snapshot):
            continue
        one = NewVintage(
            at=known.known_from or "", source=pull.source, day=pull.vintage.isoformat(), file=pull.file,
            sha256=pull.snapshot, rows=pull.rows,
            publishable=pull.snapshot not in private and may_be_published(pull.source),
        )  # fmt: skip
        found.setdefault(one.id, one)
    return list(found.values())


def gaps(store: Ledger, as_of: AsOf = None) -> list[GapMoved]:
    """Every vintage's gaps, by sides and measure, beside those of the vintage before it.

    The vintage before is the last one of an earlier day among those known at the same moment, so that one
    that is put in later changes nothing that was said.
    """
    private = private_bytes(store)
    by_vintage: dict[tuple[str, ...], list[Known[Observation]]] = {}
    for known in gap_observations(store, as_of):
        one = known.value
        key = (
            measure_of(one), one.counterpart or "", one.subject, one.known_on or "", one.holds_on or "",
            one.vintage_sha256,
        )  # fmt: skip
        by_vintage.setdefault(key, []).append(known)
    pairs: dict[tuple[str, ...], list[tuple[str, list[Observation]]]] = {}
    for sides, group in sorted(by_vintage.items()):
        at = max(known.known_from or "" for known in group)
        pairs.setdefault(sides[:3], []).append((at, [known.value for known in group]))
    return [
        _moved(key, at, found, _before(line[:n], at), private)
        for key, line in pairs.items()
        for n, (at, found) in enumerate(line)
    ]


def _before(earlier: Iterable[tuple[str, list[Observation]]], at: str) -> list[Observation]:
    known = [found for moment, found in earlier if moment <= at]
    return known[-1] if known else []


def _moved(
    key: tuple[str, ...],
    at: str,
    found: list[Observation],
    before: list[Observation],
    private: Collection[str],
) -> GapMoved:
    measure, leader, follower = key
    old = {one.indicator: one.value for one in before}
    any_one = found[0]
    return GapMoved(
        at=at, measure=measure, leader=leader, follower=follower, source=any_one.source,
        day=any_one.known_on, until=any_one.holds_on, sha256=any_one.vintage_sha256,
        figures=tuple(
            GapFigure(
                quantity=quantity_of(one), unit=one.unit, value=one.value, low=one.low, high=one.high,
                censored=one.censored, before=old.get(one.indicator),
            )
            for one in sorted(found, key=lambda o: o.indicator)
        ),
        before_day=before[0].known_on if before else None,
        publishable=any_one.vintage_sha256 not in private and may_be_published(any_one.source),
    )  # fmt: skip


def gap_observations(store: Ledger, as_of: AsOf = None) -> Iterator[Known[Observation]]:
    """The gap figures that stand."""
    return (k for k in store.observations(as_of) if k.value.indicator.startswith(INDICATOR))


def quantity_of(one: Observation) -> str:
    """ "backward_lag_months", of a gap figure."""
    return one.indicator.removeprefix(INDICATOR)


def measure_of(one: Observation) -> str:
    """The measure of a gap figure, as its definition ends: "backward_lag_months, tolerance 0, MEASURE"."""
    return one.definition.split(", ", 2)[-1]


def private_bytes(store: Ledger) -> set[str]:
    """The hashes of files that were pulled as private: private for ever."""
    return {k.value.snapshot for k in store.pulls() if k.value.private and k.value.snapshot}


def may_be_published(source: str) -> bool:
    """By its licence; what the catalogue does not know is the user's own."""
    return all(known.publish for known in sources() if known.name == source)
