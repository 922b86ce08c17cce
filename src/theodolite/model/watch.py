"""A saved watch: what it looks for, and where it tells it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

from theodolite.model.identity import digest

Begins = Literal["now", "beginning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictChange:
    """A verdict that becomes another. An empty tuple is any verdict."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimConditions:
    """What a claim or its verdict must be. Each that is given must hold; of several words in one, any.

    `names` stand in any slot of the claim (subject, object, leader, follower, speaker), by their canonical
    names. `verdicts` asks for the verdict that a claim is filed under becoming one of them, `verdicts_today`
    for today's; `change` for a change of either. With none of them it is new claims that are told.
    """

    names: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    verdicts_today: tuple[str, ...] = ()
    change: VerdictChange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """A line that a gap crosses: its figures lie `below` or `above` a value for `for_days` days of the data.

    With `interval` the whole 90% interval must lie there. `measure` None: each measure by itself. `quantity`
    is one of the gap's; a value is in its unit (months, or points of the measure).
    """

    leader: str
    follower: str
    quantity: str
    measure: str | None = None
    below: float | None = None
    above: float | None = None
    for_days: int = 30
    interval: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """An address that takes JSON by POST.

    `allow` names endpoints ("192.168.1.20:8080") that may be reached although they are not public; `secret`
    is the name of the environment variable that holds the secret to sign with.
    """

    address: str
    allow: tuple[str, ...] = ()
    secret: str | None = None

    @property
    def shown(self) -> str:
        """The address without its path: with many receivers the path is the key."""
        parts = urlsplit(self.address)
        rest = "/…" if len(parts.path) > 1 or parts.query else "/"
        return f"{parts.scheme}://{parts.netloc}{rest}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program that takes JSON on its standard input; never a shell."""

    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesFile:
    """A file to which each notice is appended as a line of JSON."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """Seconds: how long one attempt may take, and how long is waited after the first failure and at most."""

    seconds: float = 30.0
    first_wait: float = 60.0
    longest_wait: float = 21_600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """One watch of a file. `private` lets figures of data that may not be published leave by a webhook."""

    name: str
    looks_for: ClaimConditions | GapLine
    target: Webhook | Program | LinesFile
    begins: Begins = "now"
    private: bool = False
    retry: Retry = field(default_factory=Retry)

    @property
    def conditions(self) -> str:
        """A hash over what it looks for: another target leaves it as it is."""
        return digest("watch", type(self.looks_for).__name__, _json(asdict(self.looks_for)))

    @property
    def body(self) -> str:
        """The definition as JSON. It holds no secret: that is in the environment, and of an address that may
        be a key itself there is a hash."""
        values = {"target_kind": self.target_kind, **asdict(self)}
        if isinstance(self.target, Webhook):
            named = {"address": self.target.shown, "address_sha256": digest(self.target.address)}
            values["target"] = {**values["target"], **named}
        return _json(values)

    @property
    def target_kind(self) -> Literal["webhook", "command", "file"]:
        """How it tells."""
        if isinstance(self.target, Webhook):
            return "webhook"
        return "command" if isinstance(self.target, Program) else "file"

    @property
    def target_words(self) -> str:
        """Where it tells it, for people."""
        if isinstance(self.target, Webhook):
            return self.target.shown
        return self.target.arguments[0] if isinstance(self.target, Program) else self.target.path


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
