"""The gate: what a model proposes becomes a claim only where the text bears it.

The quote has to stand in the passage; kinds, enumerations, numbers and dates have to be what the claim's
dataclass says; names, figures and dates have to be the text's. Offsets, sides, identities and the day of
saying are worked out here. What fails is a `Failure` with a reason; a free wording that the text does not
have is emptied, and counted.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from theodolite.extract.endpoint import schema
from theodolite.extract.endpoint.chunks import Chunk
from theodolite.extract.endpoint.grounding import Ground
from theodolite.extract.endpoint.locate import places
from theodolite.model import identity
from theodolite.model.claim import KINDS, Claim
from theodolite.model.origin import Origin
from theodolite.model.period import first_day
from theodolite.model.text import Text, canonical

VERSION = "gate-2"
"""Names the state of the gate: with another, kept answers are judged again."""

LONGEST_SLOT = 400
LONGEST_NAME = 120
_TWO_SIDES = {
    "lag": ("follower", "leader"),
    "comparison": ("subject", "object"),
    "relation": ("subject", "object"),
}
_NAMES = ("follower", "leader", "subject", "object", "speaker")
_FREE = ("anchor", "cites", "condition", "scope", "of", "base", "counted", "sample")
_NOTHING = frozenset({"", "null", "none", "n/a", "unknown", "unspecified"})
_PERIOD = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:/(\d{4}(?:-\d\d){0,2}|\.\.)?)?\Z|\.\./(\d{4}(?:-\d\d){0,2})\Z")
_NEEDED = {
    "lag": (("low_months", "high_months", "trend"),),
    "quantity": (("value_low", "value_high"),),
    "comparison": (("subject",), ("direction",)),
    "relation": (("subject",), ("predicate",), ("object",)),
    "event": (("subject", "object"), ("action",)),
    "assessment": (("subject",), ("direction",)),
}
"""Of each group of slots, one has to be there: a claim without them says nothing."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a proposal is no claim: `reason` is one of a few, to be counted, `detail` the model's own words."""

    reason: str
    detail: str


class _Stopped(Exception):  # noqa: N818 - it never leaves this file
    def __init__(self, reason: str, detail: Any = "") -> None:
        super().__init__(reason)
        self.failure = Failure(reason, shown(detail))


def shown(value: Any) -> str:
    """Words from outside as they may be printed: one line, no control characters, not long."""
    line = " ".join(str(value)[:300].split())
    return "".join(c if c.isprintable() else "\ufffd" for c in line)[:160]


@cache
def _types(kind: str) -> dict[str, TypeAdapter[Any]]:
    """The type of each field that the model fills in, as the dataclass of the kind has it."""
    hints = get_type_hints(KINDS[kind])
    return {name: TypeAdapter(hints[name]) for name in schema.asked(KINDS[kind])}


class Gate:
    """The gate of one document."""

    def __init__(self, text: Text, origin: Origin, document: str | None = None) -> None:
        self.text = text
        self.ground = Ground(text, origin)
        self._head: dict[str, Any] = {
            "text_sha256": text.sha256,
            "document": document or identity.document(origin.address or text.address, text.sha256),
            "source": origin.location,
        }
        self.emptied: list[str] = []
        """The fields that were emptied so far, one entry for each time."""

    def admit(self, proposal: Any, chunk: Chunk) -> Claim | Failure:
        """The claim that a proposal for a passage makes, or why it makes none. Raises nothing."""
        try:
            return self._claim(proposal, chunk)
        except _Stopped as stopped:
            return stopped.failure

    def _claim(self, proposal: Any, chunk: Chunk) -> Claim:
        if not isinstance(proposal, dict):
            raise _Stopped("it is no object", proposal)
        kind = proposal.get("kind")
        if not isinstance(kind, str) or kind not in KINDS:
            raise _Stopped("unknown kind", kind)
        start, end = self._place(proposal, chunk)
        values = _typed(kind, proposal, {**self._head, "start": start, "end": end})
        emptied: list[str] = []
        self._name(values)
        self._free(values, emptied)
        self._check_figures(kind, values, start, end)
        self._check_dates(values, emptied)
        for group in _NEEDED[kind]:
            if all(values.get(name) is None for name in group):
                raise _Stopped("it says nothing", f"{kind} without {' or '.join(group)}")
        one, other = (values.get(name) for name in _TWO_SIDES.get(kind, ("", "")))
        if one is not None and one == other:
            raise _Stopped("both sides are the same", one)
        if kind == "relation" and values["amount"] is None:
            values["unit"] = None
        self.emptied += emptied
        part = self.ground.reading.part_at(start)
        values["said_on"] = (part.published if part else None) or self.ground.reading.published
        return KINDS[kind](**{**values, "quote": self.text.content[start:end]})

    def _place(self, proposal: dict[str, Any], chunk: Chunk) -> tuple[int, int]:
        """Where the quote stands."""
        quote = proposal.get("quote")
        if not isinstance(quote, str) or not quote.strip():
            raise _Stopped("no quote", quote)
        found = places(self.text.content, canonical(quote), chunk.start, chunk.end)
        if not found:
            raise _Stopped("quote not in the passage", quote)
        which = proposal.get("occurrence")
        if len(found) == 1 or which is None:
            return found[0]
        if type(which) is not int or not 1 <= which <= len(found):
            raise _Stopped("no such occurrence of the quote", f"{which}: {quote}")
        return found[which - 1]

    def _name(self, values: dict[str, Any]) -> None:
        """Names in canonical form, with their sides. A name that the text does not have stops the claim."""
        for slot in _NAMES:
            if slot not in values:
                continue
            words = values[f"{slot}_text"]
            if words is not None and (len(words) > LONGEST_NAME or not self.ground.holds(words)):
                words = values[f"{slot}_text"] = None
            given = values[slot] if values[slot] is not None else words
            if given is None:
                continue
            if slot == "subject" and "follower" in values:  # what a lag is in: words, not a name
                # "AI" goes without saying in a document on it.
                values[slot] = given if given == "AI" or self.ground.holds(given) else None
                continue
            named = self.ground.speaker(given) if slot == "speaker" else self.ground.name(given)
            if named is None:
                raise _Stopped(f"{slot} not in the text", given)
            values[slot], values[f"{slot}_side"] = named.name, named.side
            values[f"{slot}_text"] = words or (given if self.ground.holds(given) else None)

    def _free(self, values: dict[str, Any], emptied: list[str]) -> None:
        """Wordings that the text does not have become null."""
        for slot in _FREE:
            if values.get(slot) is not None and not self.ground.holds(values[slot]):
                values[slot] = None
                emptied.append(slot)
        if (metric := values.get("metric")) is not None and not self.ground.bears(metric):
            values["metric"] = None
            emptied.append("metric")
        via = tuple(name for name in values["via"] if self.ground.holds(name))
        emptied += ["via"] * (len(values["via"]) - len(via))
        values["via"] = via
        unit = values.get("unit")
        if unit is not None and not self.ground.unit(unit):
            values["unit"] = None
            emptied.append("unit")

    def _check_figures(self, kind: str, values: dict[str, Any], start: int, end: int) -> None:
        ends = {
            "lag": ("low_months", "high_months"),
            "quantity": ("value_low", "value_high"),
            "relation": ("amount",),
        }.get(kind, ())
        given = [values[name] for name in ends if values[name] is not None]
        for value in given:
            if not self.ground.figure(value, start, end, months=kind == "lag"):
                raise _Stopped("figure not in the quote", f"{value}: {self.text.content[start:end]}")
        if kind == "lag" and any(value < 0 for value in given):
            raise _Stopped("a stretch of time below zero", given)
        if len(given) == 2 and given[0] > given[1]:
            raise _Stopped("ends the wrong way round", given)
        if kind == "comparison" and (factor := values["factor"]) is not None:
            if not self.ground.factor(factor, start, end):
                raise _Stopped("figure not in the quote", f"{factor}: {self.text.content[start:end]}")
            if values["direction"] == "equal":
                values["factor"] = None

    def _check_dates(self, values: dict[str, Any], emptied: list[str]) -> None:
        if (date := values.get("date")) is not None and not (_is_date(date) and self.ground.date(date)):
            raise _Stopped("date not in the text" if _is_date(date) else "no ISO date", date)
        if (period := values.get("period")) is not None and not (
            _is_period(period) and self.ground.date(period)
        ):
            values["period"] = None
            emptied.append("period")


def _typed(kind: str, proposal: dict[str, Any], head: dict[str, Any]) -> dict[str, Any]:
    """The values of a claim's fields, of the types its dataclass has."""
    cls = KINDS[kind]
    defaults = {f.name: f.default for f in fields(cls)}
    values = dict(head)
    for name, adapter in _types(kind).items():
        value = _plain(name, proposal.get(name))
        if value is None:  # left out, or null where the type has another word for nothing
            value = defaults[name]
        try:
            values[name] = adapter.validate_python(value, strict=True)
        except ValidationError as error:
            said = error.errors(include_url=False, include_context=False)[0]["msg"]
            raise _Stopped("a field of the wrong type", f"{name}: {said}") from None
    if (predicate := values.get("predicate")) is not None and predicate not in schema.PREDICATES:
        raise _Stopped("a field of the wrong type", f"predicate: {predicate}")
    return values


def _plain(name: str, value: Any) -> Any:
    """A value as JSON gave it: words in one line, null for words that mean it, numbers a float can hold."""
    if isinstance(value, str):
        line = " ".join(canonical(value).split())
        if len(line) > LONGEST_SLOT:
            raise _Stopped("a field is too long", f"{name}: {line}")
        return None if line.lower() in _NOTHING else line
    if isinstance(value, list):
        return tuple(_plain(name, item) for item in value[:8])
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if number and not (abs(value) < 1e30 and math.isfinite(value)):
        raise _Stopped("a figure out of all range", name)
    return value


def _is_date(written: str) -> bool:
    try:
        first_day(written)
    except ValueError:
        return False
    return True


def _is_period(written: str) -> bool:
    found = _PERIOD.match(written)
    if not found:
        return False
    days = [part for part in found.groups() if part and part != ".."]
    return all(_is_date(day) for day in days) and (len(days) < 2 or days[0] <= days[1])
