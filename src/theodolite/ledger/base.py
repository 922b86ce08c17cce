"""What a ledger promises, whatever it is stored in.

Everything written belongs to a run. What a run adds counts for others from the moment the run completes,
and only then; a run that fails or is killed leaves rows that count for nothing until a later run finds them
again. Inside a running run the ledger answers as if it had completed. Putting the same thing twice adds
nothing.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Literal, Protocol, TypeVar

from theodolite.ledger.outbox import Outbox
from theodolite.model.claim import Claim
from theodolite.model.finding import Finding
from theodolite.model.gathering import Edition, Entry, Missed, Visit
from theodolite.model.identity import digest
from theodolite.model.observation import Observation
from theodolite.model.origin import Origin
from theodolite.model.pull import Pull
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.text import Text
from theodolite.model.used import UsedData
from theodolite.model.watchlist import Watched

T = TypeVar("T")
Status = Literal["running", "complete", "failed", "abandoned"]
Exported = Literal["claims", "observations", "findings"]
AsOf = str | dt.date | dt.datetime | None
"""A moment of known-time: an aware datetime, an ISO 8601 string with a zone, or a day (its end, in UTC)."""

MAX_SNAPSHOT_BYTES = 256 * 2**20
"""Larger snapshots are refused."""


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A value with the time it was known: from `known_from` up to, and not with, `known_to` (None: still).

    `known_from` is None for what the running run has added and not yet completed. `form` names this form of
    the value: two forms can share the model's id. `superseded_by` is the form that took its place.
    """

    value: T
    form: str
    known_from: str | None
    known_to: str | None = None
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotEntry:
    """A snapshot as the log has it, without its bytes; `size` in bytes, times ISO 8601 with zone.

    `origins` are all under which it was found, the latest first. `newest` is False where the same location
    has given other bytes since.
    """

    sha256: str
    size: int
    media_type: str | None
    origins: tuple[Origin, ...]
    first_fetched: str
    last_fetched: str
    newest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEntry:
    """The latest reading of a snapshot, without the text itself; `length` in code points."""

    text_sha256: str
    reader: str
    length: int
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    language: str | None
    snapshot: SnapshotEntry

    @property
    def origin(self) -> Origin:
        """The latest origin of its snapshot."""
        return self.snapshot.origins[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEntry:
    """One run, as the ledger remembers it."""

    id: int
    command: str
    arguments: dict[str, Any]
    started: str
    ended: str | None
    status: Status
    reason: str | None
    counts: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What somebody decided: `subject` and `object` are ids or names, `made_at` ISO 8601 with zone.

    `correction` holds the corrected fields where `kind` is "corrected".
    """

    kind: Literal["same_as", "accepted", "rejected", "corrected"]
    subject: str
    object: str | None = None
    judge: str
    reason: str
    made_at: str
    correction: Mapping[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Over every field: one judge's word on one thing at one moment."""
        correction = json.dumps(dict(self.correction), sort_keys=True)
        return digest(self.kind, self.subject, self.object, self.judge, self.reason, self.made_at, correction)


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that answers a search: the first place found, in code points, and words around it."""

    text_sha256: str
    score: float
    start: int
    end: int
    excerpt: str


class Run(Protocol):
    """One run of a command. Leaving its `with` block completes it; an exception marks it failed."""

    @property
    def id(self) -> int:
        """The run's number."""
        ...

    @property
    def counts(self) -> Mapping[str, int]:
        """What this run added, by the ledger's own count and by `count`."""
        ...

    def count(self, name: str, n: int = 1) -> None:
        """Add n to the count `name`, kept with the run (refusals, readers called, ...)."""
        ...

    def complete(self) -> None:
        """Make what the run added known, close what it found missing, in one transaction."""
        ...

    def fail(self, reason: str) -> None:
        """End the run with nothing opened and nothing closed."""
        ...

    def __enter__(self) -> Run: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Ledger(Outbox, Protocol):
    """The append-only store. Methods that write raise NoRunError outside a run; all raise Refusal where the
    file is damaged, full, held by another writer, or not to be written."""

    @property
    def path(self) -> Path:
        """Where it is."""
        ...

    def close(self) -> None:
        """Let go of the file; a run still open is marked failed."""
        ...

    def __enter__(self) -> Ledger: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    # -- runs ------------------------------------------------------------------------------------------
    def begin(self, command: str, arguments: Mapping[str, Any] | None = None) -> Run:
        """Begin a run. Refusal while another process runs one; a killed run is marked abandoned first."""
        ...

    def runs(self) -> list[RunEntry]:
        """Every run, the oldest first."""
        ...

    # -- documents -------------------------------------------------------------------------------------
    def put_gathered(self, gathered: Gathered) -> bool:
        """Keep the bytes, the origin and the fetch; True where the bytes are new."""
        ...

    def put_missed(self, origin: Origin, fetched_at: str, reason: str, status: int | None = None) -> None:
        """Log a fetch that brought nothing."""
        ...

    def snapshot(self, sha256: str) -> Snapshot | None:
        """The bytes as received, checked against their hash."""
        ...

    def snapshots(self, as_of: AsOf = None) -> list[SnapshotEntry]:
        """Every snapshot known now or at `as_of`, in the order of first arrival."""
        ...

    def origins(self, snapshot: str) -> list[Origin]:
        """All origins of a snapshot, the latest first."""
        ...

    def put_text(self, text: Text) -> bool:
        """Keep a reading of a stored snapshot; True where this reader had not read it before.

        Refusal where the same reader version read the same bytes differently: offsets are fixed for ever.
        """
        ...

    def text(self, snapshot: str, reader: str) -> Text | None:
        """What this reader version made of a snapshot, in a complete run or the running one."""
        ...

    def text_by_sha(self, text_sha256: str) -> Text | None:
        """A text by its own hash, with the metadata of its latest reading."""
        ...

    def texts(self, as_of: AsOf = None) -> list[TextEntry]:
        """The latest reading of every snapshot known now or at `as_of`, in the order of first arrival."""
        ...

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Texts that hold every word of `query`, best first; Chinese without spaces is found too."""
        ...

    # -- the archive of vintages -----------------------------------------------------------------------
    def put_pull(self, pull: Pull) -> Pull:
        """Keep one attempt to take a source's file, its bytes put before it. Returns what was kept: bytes
        that were private once are private again."""
        ...

    def pulls(self, source: str | None = None, as_of: AsOf = None) -> list[Known[Pull]]:
        """Every attempt of complete runs, known now or at `as_of`, in the order they were made; of one
        source or of all. `form` is the row's number, `known_from` the end of its run."""
        ...

    def put_used(self, files: Sequence[UsedData]) -> None:
        """Note files that this run held claims against, their bytes put before."""
        ...

    def used(self, as_of: AsOf = None) -> list[UsedData]:
        """The files of the latest run that noted any, now or at `as_of`, in the order they were noted."""
        ...

    # -- gathering again and again ---------------------------------------------------------------------
    def put_watched(self, sources: Sequence[Watched]) -> int:
        """Keep what the watchlist says of its sources; how many are new or say something new."""
        ...

    def watched(self, as_of: AsOf = None) -> list[Watched]:
        """Every source that was ever watched, as the watchlist last had it, now or at `as_of`."""
        ...

    def alone(self, work: str) -> AbstractContextManager[None]:
        """Hold this work for one process as long as the block runs. Refusal where another process does it."""
        ...

    def put_visit(self, visit: Visit) -> None:
        """Keep one look at one source, what it sent put before it."""
        ...

    def visits(self, source: str | None = None, as_of: AsOf = None, last: int | None = None) -> list[Visit]:
        """Every look of complete runs, known now or at `as_of`, in the order they were made; of one source or
        of all, and of each only its `last` so many."""
        ...

    def put_entries(self, items: Sequence[Entry]) -> int:
        """Keep what a source lists, the feed's bytes put before; how many of them are new or say something
        new."""
        ...

    def entries(self, source: str | None = None, as_of: AsOf = None) -> list[Entry]:
        """Everything that sources ever listed, as it was first said and each time it changed, in order."""
        ...

    def put_edition(self, edition: Edition) -> None:
        """Keep a state of a document, its bytes and its text put before."""
        ...

    def editions(self, document: str | None = None, as_of: AsOf = None) -> list[Edition]:
        """States of documents (of one or of all), known now or at `as_of`, in the order they were seen."""
        ...

    def put_missed_item(self, missed: Missed) -> None:
        """Keep one attempt at an item that brought nothing."""
        ...

    def missed_items(self, source: str | None = None, as_of: AsOf = None) -> list[Missed]:
        """Attempts that brought nothing, known now or at `as_of`, in the order they were made."""
        ...

    # -- claims, observations, findings ----------------------------------------------------------------
    def extracted(self, text_sha256: str, extractor: str, inputs: str = "") -> bool:
        """True where the latest word of this extractor ("name/version") on the text is of this version and
        these inputs, so that calling it again would add nothing. `inputs` names what else its result follows
        from (a hash over dates and speaker)."""
        ...

    def put_claims(self, text_sha256: str, extractor: str, claims: Sequence[Claim], inputs: str = "") -> int:
        """Keep, in one transaction, all that an extractor found in a text; returns how many forms are new.

        When the run completes, what an earlier version of the same extractor found in this text (or in an
        earlier reading of its snapshot) and this one does not is closed. Refusal, and nothing kept, where a
        quote is not exactly at its offsets.
        """
        ...

    def claims(self, as_of: AsOf = None, *, ever: bool = False) -> Iterator[Known[Claim]]:
        """What stands now, or was known at `as_of`; by source, place and id. With `ever` every form that was
        ever known."""
        ...

    def given(self, text_sha256: str, name: str) -> list[Claim]:
        """The claims of the last word of an extractor on a text, whatever its version ("name/version"); in
        order of place. None where it never spoke."""
        ...

    def methods(self, form: str) -> list[str]:
        """Every method ("name/version") that has given this form of a claim, an observation or a finding, the
        first to do so first."""
        ...

    def measured(self, scope: str, method: str, inputs: str = "") -> bool:
        """The same as `extracted`, for observations."""
        ...

    def put_observations(
        self, scope: str, method: str, observations: Sequence[Observation], inputs: str = ""
    ) -> int:
        """Keep all that a method ("name/version") measured in one scope (for example "gap" and a vintage's
        hash); returns how many forms are new. What the scope no longer yields is closed."""
        ...

    def observations(self, as_of: AsOf = None) -> Iterator[Known[Observation]]:
        """What stands now, or was known at `as_of`; by indicator, subject, day and id."""
        ...

    def put_findings(self, method: str, findings: Sequence[Finding]) -> int:
        """Keep findings, at most one a claim; returns how many forms are new. The one before it on the same
        claim is closed and says what superseded it."""
        ...

    def findings(self, current_only: bool = True, as_of: AsOf = None) -> Iterator[Known[Finding]]:
        """What stands now, or was known at `as_of`; with `current_only=False` every one ever known."""
        ...

    def put_judgement(self, judgement: Judgement) -> bool:
        """Keep a judgement; True where it is new."""
        ...

    def judgements(self, as_of: AsOf = None) -> list[Judgement]:
        """Every judgement known now or at `as_of`, the oldest first."""
        ...

    def export(self, what: Exported, as_of: AsOf = None) -> Iterator[dict[str, Any]]:
        """Plain dicts, JSON values only, in a stable order: every field of the model with `known_from` and
        `known_to`; claims with `text_sha256` and `extractors`, findings (closed ones too) with
        `superseded_by`."""
        ...

    # -- results of steps on identical input -----------------------------------------------------------
    def derived(self, step: str, key: str) -> bytes | None:
        """The value put under this key by a complete run or the running one."""
        ...

    def put_derived(self, step: str, key: str, value: bytes) -> None:
        """Keep a step's result under a hash over all its input; the first value stays."""
        ...

    # -- looking after it ------------------------------------------------------------------------------
    def check(self) -> list[str]:
        """What is wrong inside, one line each; empty where all is well. Reads everything."""
        ...

    def info(self) -> dict[str, Any]:
        """For `doctor`: store, schema version, size in bytes, rows a table, whether search is possible."""
        ...
