"""Documents that are copies of each other, who told it first, and how many independent origins remain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from theodolite.model.gathering import DateBasis

CopyKind = Literal["exact", "near"]
"""The same text up to white space, width, case and punctuation; or nearly the same."""
FirstRule = Literal["credit", "date", "not decided"]
"""What the first of a group is known by: a line of credit, the earliest date, or nothing that decides."""
SameOrigin = Literal["copy", "same credit", "credited publisher", "same publisher"]
"""Why two documents are one origin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A document in a group, compared with the group's centre (to itself it is exact).

    `resemblance` is the share of all shingles of both that both have, `containment` the share of the smaller
    one's that the other has. `version` numbers the distinct texts of the group, the centre's 0.
    """

    document: str
    kind: CopyKind
    resemblance: float
    containment: float
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whom a document names as where it has its text from: `name`, and the `words` that say so."""

    document: str
    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """Who told it first.

    By `rule`: "credit": the copies credit `credited`; `document` is its own document where that is among
    them. "date": `document` has the earliest date, `date` (as precise as stated) by `basis`. "not decided":
    one of `candidates`. `why` says it in a sentence.
    """

    rule: FirstRule
    why: str
    document: str | None = None
    credited: str | None = None
    date: str | None = None
    basis: DateBasis | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGroup:
    """Documents that are all copies of one of them, the `centre`; in the order of the members' identities.

    A copy of a copy that is no copy of the centre is not in the group: no chain of small changes joins what
    has nothing in common.
    """

    id: str
    centre: str
    members: tuple[Copy, ...]
    first: First | None = None

    @property
    def kind(self) -> CopyKind:
        """Exact where all members are."""
        return "exact" if all(m.kind == "exact" for m in self.members) else "near"

    @property
    def least(self) -> float:
        """The least resemblance of a member to the centre."""
        return min(m.resemblance for m in self.members)

    @property
    def documents(self) -> tuple[str, ...]:
        """The members' identities."""
        return tuple(m.document for m in self.members)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """What is known of copies among some documents.

    `credits` are by document. `compared` counts the documents, `short` those so short that only exact copies
    of them count, `wordless` those without words. `notes` say what was capped.
    """

    groups: tuple[CopyGroup, ...]
    credits: Mapping[str, Credit] = field(default_factory=dict)
    compared: int = 0
    short: int = 0
    wordless: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Two documents that are one origin: by which rule, and what both have."""

    first: str
    again: str
    rule: SameOrigin
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence:
    """The independent origins among some documents: the documents of each, and why they are one."""

    origins: tuple[tuple[str, ...], ...]
    joined: tuple[Joined, ...] = ()

    @property
    def count(self) -> int:
        """How many."""
        return len(self.origins)

    def to_json(self) -> dict[str, Any]:
        """Every field and the count as JSON values."""
        return {"count": self.count, **asdict(self)}
