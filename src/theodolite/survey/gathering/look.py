"""One look at one source while it goes on, and what is said of it when all its items are settled."""

from __future__ import annotations

from dataclasses import dataclass, field

from theodolite.model.errors import Refusal, plain
from theodolite.model.gathering import Looked, Visit
from theodolite.model.watchlist import Watched


@dataclass(slots=True)
class Look:
    """What came of it so far. `waiting` counts what is asked for and not settled; `refusals` names what was
    not had. `taken` are the items listed that the source is watched for."""

    source: Watched
    at: str
    address: str = ""
    outcome: Looked = "missed"
    status: int | None = None
    snapshot: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    listed: int = 0
    taken: int = 0
    new: int = 0
    edited: int = 0
    waiting: int = 0
    reason: str | None = None
    refusals: list[Refusal] = field(default_factory=list)

    def fail(self, refusal: Refusal, status: int | None = None) -> None:
        """The source itself could not be had."""
        self.outcome, self.status = "missed", status
        self.reason = f"{refusal.reason}; {refusal.mend}"
        self.refusals.append(Refusal(f"{self.source.name} ({refusal.place})", refusal.reason, refusal.mend))

    def visit(self) -> Visit:
        """The look as the ledger keeps it."""
        failed = self.outcome == "missed"
        return Visit(
            source=self.source.name, at=self.at, outcome=self.outcome,
            address=self.address or self.source.address, status=self.status, snapshot=self.snapshot,
            etag=self.etag, last_modified=self.last_modified, listed=self.listed, new=self.new,
            edited=self.edited, refused=len(self.refusals) - failed,
            reason=(self.reason or "it could not be had") if failed else self.reason,
        )  # fmt: skip

    def line(self) -> str:
        """The look in a line, for a terminal."""
        if self.outcome == "missed":
            return plain(f"{self.source.name}: missed, {self.reason}")
        words = [f"{self.new} new"]
        words += [f"{self.edited} edited"] if self.edited else []
        words += [f"{len(self.refusals)} not had"] if self.refusals else []
        listed = f"{self.listed} listed, " if self.listed else ""
        if self.source.about and self.outcome == "taken" and self.taken < self.listed:
            listed += f"{self.taken} to the point, "
        unchanged = "unchanged, " if self.outcome == "unchanged" else ""
        return f"{self.source.name}: {unchanged}{listed}{', '.join(words)}"
