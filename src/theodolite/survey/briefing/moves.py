"""Measured moves: headline gaps of the newest vintage at either end of the window."""

from __future__ import annotations

from collections.abc import Iterable

from theodolite.compose.brief.moves import QUANTITIES, Move, move_of, move_sentence, quantity_of
from theodolite.compose.brief.sentences import vintage_source
from theodolite.ledger.base import Known
from theodolite.model.brief import Line
from theodolite.model.observation import Observation
from theodolite.survey.archive.headlines import INDICATOR
from theodolite.survey.briefing.choosing import Reader, Topic
from theodolite.survey.briefing.drafting import Draft, why
from theodolite.survey.briefing.state import State

TITLE = "Measured moves"
RULE = (
    "Gaps of the newest vintage beside those of the newest one held before: what moved (the 90% intervals do "
    "not meet) first, then what did not measurably, then what is first held. The gap of one single day in "
    "time is left out: it jumps from day to day."
)
EMPTY = "No newer vintage was measured."
_ORDER: dict[Move, int] = {"moved": 0, "no measurable change": 1, "cannot be told": 2, "first held": 3}
Key = tuple[str, ...]


def move_drafts(state: State, reader: Reader, private: bool) -> list[Draft]:
    """A line for each headline whose newest vintage is another than before."""
    store, window = state.store, state.window
    now = newest(store.observations(window.until))
    before = newest(store.observations(window.since)) if window.since else {}
    found = []
    for key, after in now.items():
        old = before.get(key)
        if old is not None and old.vintage_sha256 == after.vintage_sha256:
            continue
        if not private and state.kept_back(after.source, after.vintage_sha256):
            continue
        touched = reader.interests(_topic(after))
        if touched is not None:
            found.append(_draft(old, after, touched))
    return found


def newest(observed: Iterable[Known[Observation]]) -> dict[Key, Observation]:
    """The headlines of the newest vintage, by definition, sides and unit; of one day the one held last."""
    best: dict[Key, tuple[tuple[str, str, str], Observation]] = {}
    for known in observed:
        one = known.value
        if not one.indicator.startswith(INDICATOR) or quantity_of(one)[0] not in QUANTITIES:
            continue
        key = (one.definition, one.subject, one.counterpart or "", one.unit, one.source)
        rank = (one.known_on or "", known.known_from or "", one.vintage_sha256)
        if key not in best or rank > best[key][0]:
            best[key] = rank, one
    return {key: one for key, (_, one) in sorted(best.items())}


def _topic(one: Observation) -> Topic:
    sides = {one.subject, one.counterpart or ""}
    return Topic(sides=frozenset(sides), names=frozenset(sides), dimension="capability")


def _draft(before: Observation | None, after: Observation, touched: tuple[str, ...]) -> Draft:
    move = move_of(before, after)
    both = [after] if before is None else [after, before]
    line = Line(
        sentence=move_sentence(before, after),
        why=why("first held here" if before is None else f"a newer vintage: {move}", touched),
        sources=tuple(vintage_source(o.source, o.known_on, o.vintage_sha256) for o in both),
        day=after.known_on,
        basis="vintage",
        dimension="capability",
        observations=tuple(o.id for o in both),
    )
    return Draft(line=line, rank=_ORDER[move], touched=touched)
