"""Pull one source: its file fetched, read by its own reader, and only then the vintage in force.

A file that is refused is kept in quarantine; the last good vintage stays in force. One source is one run of
the ledger, so that a pull that is killed costs no source but the one it was at.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from theodolite.gather.data.archives import member_of
from theodolite.gather.data.download import download
from theodolite.gather.data.manners import Manners, Pace
from theodolite.gather.exchange import Answer, Validators, file_name
from theodolite.gather.files import now
from theodolite.ledger.base import Ledger
from theodolite.model.errors import Refusal
from theodolite.model.identity import sha256
from theodolite.model.origin import Origin
from theodolite.model.pull import Outcome, Pull
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.survey import archive
from theodolite.survey.archive.pullable import Source, check

_FEWER = 0.5
"""Share of the rows of the vintage before that a whole file has at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulled:
    """What came of pulling one file: the attempt as kept (None: nothing was asked), what its reader said.

    `stale` are repairs of the catalogue that no longer match: the vintage counts, but somebody must look.
    """

    source: str
    pull: Pull | None
    warnings: tuple[str, ...] = ()
    refusal: Refusal | None = None
    stale: tuple[Refusal, ...] = ()


@dataclass(slots=True)
class Hosts:
    """The hosts that one command asks: one pace for all, and one request for an archive of many tables."""

    pace: Pace = field(default_factory=lambda: Pace(Manners()))
    allow_private: frozenset[str] = frozenset()
    _answers: dict[tuple[str, Validators | None], Answer] = field(default_factory=dict)

    def get(self, source: Source, kept: Validators | None) -> Answer:
        """The source's file, or that it did not change. Raises Refusal."""
        assert source.download is not None
        shared = source.member is not None or source.download.endswith(".zip")
        known = (
            self._answers.get((source.download, None)) or self._answers.get((source.download, kept))
            if shared
            else None
        )
        if known is not None:
            return known
        answer = download(source.download, pace=self.pace, kept=kept, allow_private=self.allow_private)
        if shared:
            self._answers[(source.download, kept if answer.content is None else None)] = answer
        return answer


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file that is here, before anybody read it."""

    content: bytes
    name: str
    address: str
    at: str
    day: dt.date
    whole: bool
    status: int | None = None
    media_type: str | None = None
    validators: Validators = field(default_factory=Validators)


def pull(store: Ledger, source: Source, hosts: Hosts, *, private: bool = False) -> Pulled:
    """Fetch a source's file from its address. Never raises for the source: `refusal` says what went wrong.

    `private` lets in what may not be published; it is marked so for ever. What may be is not.
    """
    try:
        _check_terms(source, private)
        if source.download is None:
            note = f": {source.download_note}" if source.download_note else ""
            raise Refusal(source.name, f"it has no public download address{note}",
                          "give its file with --from PATH")  # fmt: skip
        return _fetched(store, source, hosts)
    except Refusal as refusal:
        return Pulled(source=source.name, pull=None, refusal=_named(source, refusal))


def take(
    store: Ledger, source: Source, content: bytes, place: str, day: dt.date | None, *, private: bool = False
) -> Pulled:
    """Take a file of the same shape in place of the address. `day` is the one it stands for."""
    try:
        _check_terms(source, private)
        with store.begin("pull", {"source": source.name, "from": place}):
            if source.member is not None and content.startswith(b"PK"):
                _, content = member_of(content, source.member, place, Manners().content_bytes)
            if day is None:
                raise Refusal(place, "no day is given or in the file's name", "give --vintage YYYY-MM-DD")
            file = _File(
                content=content, name=file_name(place), address=place, at=now(), day=day, whole=False
            )
            return _taken(store, source, file)
    except Refusal as refusal:
        return Pulled(source=source.name, pull=None, refusal=_named(source, refusal))


def _check_terms(source: Source, private: bool) -> None:
    if not source.publish and not private:
        raise Refusal(
            source.name,
            f"its licence ({source.licence or 'none stated'}) does not let figures from it be published",
            "pull it with --private: it stays private for ever",
        )


def _fetched(store: Ledger, source: Source, hosts: Hosts) -> Pulled:
    """Ask the host first: the ledger has a writer only while there is something to write."""
    assert source.download is not None
    before = archive.in_force(store, source.name)
    asked = {"source": source.name}
    try:
        answer = hosts.get(source, _kept(store, source, before))
        name, content = answer.file, answer.content
        if content is not None and source.member is not None:
            limit = hosts.pace.manners.content_bytes
            name, content = member_of(content, source.member, source.download, limit)
    except Refusal as refusal:
        missed = Pull(
            source=source.name, at=now(), outcome="missed", address=_asked(source),
            private=not source.publish, reason=_line(refusal),
        )  # fmt: skip
        with store.begin("pull", asked):
            store.put_missed(_origin(source, _asked(source), None), missed.at, _line(refusal))
            return Pulled(source=source.name, pull=store.put_pull(missed), refusal=_named(source, refusal))
    with store.begin("pull", asked):
        if content is None:
            return _not_modified(store, source, answer, before)
        file = _File(
            content=content, name=file_name(name), address=_asked(source), at=answer.at,
            day=dt.datetime.fromisoformat(answer.at).date(), whole=True, status=answer.status,
            media_type=answer.media_type, validators=answer.validators,
        )  # fmt: skip
        return _taken(store, source, file)


def _asked(source: Source) -> str:
    """The address, with the member of an archive as its part: another member is another question."""
    assert source.download is not None
    return f"{source.download}#{source.member}" if source.member else source.download


def _kept(store: Ledger, source: Source, before: archive.Archived | None) -> Validators | None:
    """What the host said of the bytes in force, where they came from this address; None asks for all anew."""
    if before is None:
        return None
    for known in reversed(store.pulls(source.name)):
        last = known.value
        if last.brought and last.address == _asked(source) and (last.etag or last.last_modified):
            same = last.snapshot == before.sha256
            return Validators(etag=last.etag, last_modified=last.last_modified) if same else None
    return None


def _not_modified(store: Ledger, source: Source, answer: Answer, before: archive.Archived | None) -> Pulled:
    assert before is not None and source.download is not None
    kept = archive.opened(store, before)
    file = _File(
        content=kept.content, name=before.file, address=_asked(source), at=answer.at, day=before.date,
        whole=True, status=answer.status, validators=answer.validators,
    )  # fmt: skip
    return _unchanged(store, source, file, before)


def _taken(store: Ledger, source: Source, file: _File) -> Pulled:
    """Unchanged, quarantined, or the new vintage of its day."""
    before = _before(store, source, file)
    if before is not None and before.sha256 == sha256(file.content):
        return _unchanged(store, source, file, before)
    _gather(store, source, file)
    try:
        checked = check(
            source, file.content, file.name, file.day, whole=file.whole,
            before=lambda: _earlier(store, before),
        )  # fmt: skip
        if before is not None and before.rows and checked.rows < _FEWER * before.rows:
            raise Refusal(
                file.name, f"{checked.rows} rows where the vintage of {before.date} has {before.rows}",
                "try again later: the file may be incomplete",
            )  # fmt: skip
    except Refusal as refusal:
        kept = store.put_pull(_pull(source, file, "quarantined", reason=_line(refusal)))
        return Pulled(source=source.name, pull=kept, refusal=_named(source, refusal))
    made = store.put_pull(_pull(source, file, "vintage", rows=checked.rows))
    stale = tuple(
        Refusal(source.name, words, "look at the row, then mend the definition") for words in checked.stale
    )
    return Pulled(source=source.name, pull=made, warnings=checked.warnings, stale=stale)


def _before(store: Ledger, source: Source, file: _File) -> archive.Archived | None:
    """The vintage in force on the file's day; of a source in parts that of the same part."""
    until = [v for v in archive.vintages(store, source.name) if v.date <= file.day]
    if archive.in_parts(source.name):
        until = [v for v in until if v.file == file.name]
    return until[-1] if until else None


def _earlier(store: Ledger, before: archive.Archived | None) -> tuple[bytes, str, dt.date] | None:
    return None if before is None else (archive.opened(store, before).content, before.file, before.date)


def _unchanged(store: Ledger, source: Source, file: _File, before: archive.Archived) -> Pulled:
    _gather(store, source, file, before.private)
    pull = _pull(source, file, "unchanged", rows=before.rows, day=before.date)
    return Pulled(source=source.name, pull=store.put_pull(pull))


def _gather(store: Ledger, source: Source, file: _File, private: bool = False) -> None:
    origin = _origin(source, file.address, file.day, private)
    snapshot = Snapshot(file.content, file.media_type)
    store.put_gathered(Gathered(origin, snapshot, fetched_at=file.at, status=file.status))


def _origin(source: Source, address: str, day: dt.date | None, private: bool = False) -> Origin:
    return Origin(
        location=address, address=source.download or source.address, title=source.title,
        producer=source.producer, publisher=source.producer, kind="data",
        version=day.isoformat() if day else None, citation=source.citation, licence=source.licence,
        licence_address=source.licence_address, may_republish=source.republish and not private,
    )  # fmt: skip


def _pull(
    source: Source, file: _File, outcome: Outcome, *, rows: int | None = None,
    reason: str | None = None, day: dt.date | None = None,
) -> Pull:  # fmt: skip
    return Pull(
        source=source.name, at=file.at, outcome=outcome,
        address=file.address, status=file.status, snapshot=sha256(file.content), file=file.name,
        vintage=day or file.day, rows=rows, private=not source.publish,
        etag=file.validators.etag, last_modified=file.validators.last_modified, reason=reason,
    )  # fmt: skip


def _named(source: Source, refusal: Refusal) -> Refusal:
    """The refusal with the source's name first."""
    place = refusal.place if refusal.place == source.name else f"{source.name} ({refusal.place})"
    return Refusal(place, refusal.reason, refusal.mend)


def _line(refusal: Refusal) -> str:
    return " ".join(f"{refusal.reason}; {refusal.mend}".split())[:500]
