"""What the ledger knows of sources and their items: which of them are still to be had."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from theodolite.gather.exchange import Validators
from theodolite.ledger.base import Ledger
from theodolite.model.gathering import Edition, Entry, Missed, Visit
from theodolite.survey.gathering.entries import has_page
from theodolite.survey.gathering.looks import last_looks

TRIES = 5
"""After so many looks in which an item could not be had it is given up ..."""
PATIENCE = dt.timedelta(days=2)
"""... if the first of them was so long ago: a host that is down for a day loses nobody its pages."""
AGES = tuple(dt.timedelta(days=days) for days in (1, 3, 7))
"""At these ages a page is looked at again although nobody says that it has changed: many edits are silent."""


@dataclass(slots=True)
class Known:
    """The memory of a round; `of` makes it from the ledger, the rest keeps it up to date.

    An item is told by its `stated`, a hash over its document, its source and all the source says of it: once
    that is answered, it is not asked for again. `lists` are the validators of the parts of sitemaps, for as
    long as this process lives.
    """

    visits: dict[str, Visit] = field(default_factory=dict)
    looked: dict[str, str] = field(default_factory=dict)
    newest: dict[str, Edition] = field(default_factory=dict)
    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)
    lists: dict[str, Validators] = field(default_factory=dict)
    _told: set[tuple[str, str]] = field(default_factory=set)
    _listed: dict[str, str] = field(default_factory=dict)
    _moved: dict[str, str] = field(default_factory=dict)
    _answered: set[str] = field(default_factory=set)
    _words: set[str] = field(default_factory=set)
    _tries: Counter[str] = field(default_factory=Counter)
    _failing: dict[str, str] = field(default_factory=dict)
    _failed: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, ledger: Ledger) -> Known:
        """Everything that complete runs have left."""
        known = cls()
        for looks in last_looks(ledger).values():
            for visit in looks:
                known.saw(visit)
        for entry in ledger.entries():
            known.heard(entry)
        for edition in ledger.editions():
            known.got(edition)
        for missed in ledger.missed_items():
            known.failed(missed)
        return known

    def saw(self, visit: Visit) -> None:
        """A look at a source; the last that brought something holds the host's validators."""
        self.looked[visit.source] = visit.at
        if visit.outcome != "missed":
            self.visits[visit.source] = visit

    def heard(self, entry: Entry) -> None:
        """What a source says of an item."""
        self.entries.setdefault(entry.source, {})[entry.document] = entry
        self._listed[entry.stated] = entry.document

    def got(self, edition: Edition) -> None:
        """A state of a document."""
        self.first.setdefault(edition.document, edition.at)
        before = self.newest.get(edition.document)
        if before is None or edition.whole or not before.whole:
            self.newest[edition.document] = edition
        if edition.stated:
            (self._answered if edition.whole else self._words).add(edition.stated)
            listed = self._listed.get(edition.stated, edition.document)
            if listed != edition.document:
                self._moved[listed] = edition.document
        self._told.add((edition.document, edition.source))

    def leads_to(self, document: str) -> str:
        """The document that a redirect led to when a listed one was asked for, else itself."""
        return self._moved.get(document, document)

    def state_of(self, document: str) -> Edition | None:
        """The newest state of what is listed as this document, also where a redirect leads to another."""
        return self.newest.get(document) or self.newest.get(self.leads_to(document))

    def told(self, document: str, source: str) -> bool:
        """Whether a source has a state of a document to its name."""
        return (document, source) in self._told

    def failed(self, missed: Missed) -> None:
        """An attempt that brought nothing."""
        if missed.stated:
            self._tries[missed.stated] += 1
            self._failing.setdefault(missed.stated, missed.at)
            self._failed[missed.stated] = missed.at
            if missed.lasting:
                self._answered.add(missed.stated)

    def answered(self, stated: str) -> bool:
        """Whether something is had, or known not to be."""
        return stated in self._answered

    def due(self, entry: Entry) -> bool:
        """Whether an item is still to be had."""
        return not self.answered(entry.stated)

    def was_tried(self, entry: Entry) -> bool:
        """Whether an earlier attempt at what is said of an item now has failed."""
        return self._tries[entry.stated] > 0

    def last_try(self, entry: Entry, at: str) -> bool:
        """Whether one more failure, now, is the last."""
        if self._tries[entry.stated] + 1 < TRIES:
            return False
        since = dt.datetime.fromisoformat(self._failing[entry.stated])
        return dt.datetime.fromisoformat(at) - since >= PATIENCE

    def has_words(self, entry: Entry) -> bool:
        """Whether what the source itself says of the item is kept in place of its page."""
        return entry.stated in self._words

    def aged(self, source: str, now: str) -> list[Entry]:
        """Items of a source whose page has come to the next of `AGES` since it was last seen, and has not
        failed since."""
        moment = dt.datetime.fromisoformat(now)
        return [
            entry
            for entry in self.entries.get(source, {}).values()
            if self._has_aged(entry, moment) and has_page(entry)
        ]

    def _has_aged(self, entry: Entry, now: dt.datetime) -> bool:
        newest = self.state_of(entry.document)
        if newest is None or not newest.whole:
            return False
        first, last = (dt.datetime.fromisoformat(at) for at in (self.first[newest.document], newest.at))
        failed = self._failed.get(entry.stated)
        if failed is not None and dt.datetime.fromisoformat(failed) >= last:
            return False
        return any(last - first < age <= now - first for age in AGES)

    def pending(self, source: str) -> list[Entry]:
        """Items of a source that are still to be had, in the order they were listed."""
        return [one for one in self.entries.get(source, {}).values() if self.due(one)]
