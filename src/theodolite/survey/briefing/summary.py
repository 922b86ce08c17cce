"""What a window brought, counted: the first lines of a brief, before any profile."""

from __future__ import annotations

from theodolite.compose.brief.sentences import listed
from theodolite.compose.words import count_words, day_words, start
from theodolite.model.brief import Line
from theodolite.survey.briefing.fresh import ledger_source
from theodolite.survey.briefing.state import State
from theodolite.survey.briefing.verdicts import counts

_ORDER = ("contradicted", "supported", "mixed", "undecided")


def summary(state: State) -> tuple[Line, ...]:
    """Documents and claims taken in; verdicts by verdict. Counts, of everything and not only of a profile."""
    return _taken_in(state), _verdicts(state)


def _taken_in(state: State) -> Line:
    documents = count_words(len(state.new_texts), "document")
    claims = count_words(len(state.new), "new claim")
    since = state.window.since
    when = f"Since {day_words(since[:10])}" if since else "So far"
    return _line(state, f"{when} this ledger took in {documents} and read {claims}.")


def _verdicts(state: State) -> Line:
    found = counts(state)
    changed = count_words(found.get("changed", 0), "verdict")
    new = [f"{found[v]} {v}" for v in _ORDER if found.get(v)]
    told = f"new ones: {listed(new)}" if new else "no claim has a new verdict that decides or leaves open"
    return _line(state, f"{start(changed)} changed; {told}.")


def _line(state: State, sentence: str) -> Line:
    return Line(
        sentence=sentence, why="what the window brought, before any profile", sources=(ledger_source(state),),
        day=state.window.last_day, basis="first seen",
    )  # fmt: skip
