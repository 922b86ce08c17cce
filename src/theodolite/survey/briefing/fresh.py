"""How fresh each part of a ledger is at the end of a window: documents, measures, sources, what failed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from theodolite.compose.brief.moves import quantity_of
from theodolite.compose.brief.quoting import line as one_line
from theodolite.compose.brief.quoting import short
from theodolite.compose.brief.sentences import vintage_source
from theodolite.compose.naming import document_title
from theodolite.compose.outside import linkable
from theodolite.compose.standing import OLDEST_DAYS
from theodolite.compose.words import count_words, day_words, start
from theodolite.model.brief import Fresh, Freshness, Source
from theodolite.model.gathering import Visit
from theodolite.model.names import first_few
from theodolite.model.observation import Observation
from theodolite.model.period import day_of, first_day
from theodolite.survey.briefing.moves import newest
from theodolite.survey.briefing.state import State
from theodolite.survey.gathering.looks import last_looks

_MOST_NAMED = 4
_REASON = 90


def fresh(state: State, private: bool = True) -> tuple[Fresh, ...]:
    """Every line on freshness, documents first, what failed last; how pulls and runs failed is private."""
    found = [*_documents(state), *_measures(state, private), *_sources(state)]
    return tuple([*found, *_pulls(state), *_runs(state)] if private else found)


def _end(state: State) -> dt.date:
    return dt.date.fromisoformat((state.window.until or "")[:10])


def _age(day: str | None, end: dt.date) -> int | None:
    """Days from a day that may be partial (its first day counts) to the end; None for no day."""
    try:
        return (end - first_day(day)).days if day else None
    except ValueError:
        return None


def _old(days: int | None) -> str:
    return "" if days is None else f", {count_words(days, 'day')} before this brief ends"


def _documents(state: State) -> Iterator[Fresh]:
    end = _end(state)
    dated = [
        (first_day(published), sha)
        for sha in state.texts
        if (published := _published(state, sha)) and (age := _age(published, end)) is not None and age >= 0
    ]
    count = count_words(len(state.texts), "document")
    if not dated:
        undated = f"None of {count} says when it was published."
        yield _nothing(state, "documents", undated if state.texts else "No document has been read.")
        return
    day, sha = max(dated)
    age, view = (end - day).days, state.view(sha)
    source = Source(
        kind="document", words=f"“{short(document_title(view), 80)}”", id=view.id,
        address=linkable(view.origin.address), day=_published(state, sha),
    )  # fmt: skip
    words = f"The newest of {count} was published on {day_words(day)}{_old(age)}."
    yield Fresh(
        about="documents", name="documents", newest=day.isoformat(), age_days=age, words=words,
        sources=(source,), stale=age > OLDEST_DAYS,
    )  # fmt: skip


def _nothing(state: State, about: Freshness, words: str) -> Fresh:
    return Fresh(
        about=about, name=about, newest=None, age_days=None, words=words, sources=(ledger_source(state),),
        stale=True,
    )  # fmt: skip


def _published(state: State, sha: str) -> str | None:
    article = state.article_of(sha)
    return day_of((article.published if article else None) or state.view(sha).origin.published)


def _measures(state: State, private: bool) -> Iterator[Fresh]:
    """One line a measure: its newest vintage and the day to which its data reach."""
    end = _end(state)
    found: dict[tuple[str, str], Observation] = {}
    for one in newest(state.store.observations(state.window.until)).values():
        if private or not state.kept_back(one.source, one.vintage_sha256):
            found.setdefault((quantity_of(one)[1], one.source), one)
    for (measure, source), one in sorted(found.items()):
        age = _age(one.holds_on, end)
        dated = f"the vintage of {day_words(one.known_on)}" if one.known_on else "an undated vintage"
        until = f" has data to {day_words(one.holds_on)}" if one.holds_on else ""
        yield Fresh(
            about="measure", name=measure, newest=one.holds_on, age_days=age,
            words=f"{measure}: {dated}{until}{_old(age)}.",
            sources=(vintage_source(source, one.known_on, one.vintage_sha256),),
            stale=age is None or age > OLDEST_DAYS,
        )  # fmt: skip
    if not found:
        yield _nothing(state, "measure", "No gap has been measured.")


def _sources(state: State) -> Iterator[Fresh]:
    """One line a kind of source: when one of it last answered, and which do not."""
    end = _end(state)
    kinds = {w.name: w.kind or "other" for w in state.store.watched(state.window.until)}
    by: dict[str, dict[str, list[Visit]]] = {}
    for name, looks in last_looks(state.store, state.window.until).items():
        by.setdefault(kinds.get(name, "other"), {})[name] = looks
    for kind, of in sorted(by.items()):
        answered = max((v.at for own in of.values() for v in own if v.outcome != "missed"), default=None)
        silent = [own[-1] for own in of.values() if own[-1].outcome == "missed"]
        day = answered[:10] if answered else None
        age = _age(day, end)
        last = f"last answered on {day_words(day)}" if day else "never answered"
        words = f"{start(kind)}: {count_words(len(of), 'source')}, {last}"
        if silent:
            words += f"; {len(silent)} failed when last asked: {_named(v.source for v in silent)}"
        yield Fresh(
            about="sources", name=kind, newest=day, age_days=age, words=f"{words}.",
            sources=tuple(_visit_source(v) for v in silent[:_MOST_NAMED]) or (ledger_source(state),),
            stale=bool(silent) or answered is None,
        )  # fmt: skip


def _visit_source(visit: Visit) -> Source:
    reason = short(visit.reason or "no reason given", _REASON)
    return Source(
        kind="ledger", words=f"{short(visit.source)}, {day_words(visit.at[:10])}: {reason}", id=visit.source,
        address=linkable(visit.address), day=visit.at[:10],
    )  # fmt: skip


def _pulls(state: State) -> Iterator[Fresh]:
    """The publishers' tables whose last pull brought nothing that can be used."""
    last = {k.value.source: k.value for k in state.store.pulls(as_of=state.window.until)}
    failed = [p for _, p in sorted(last.items()) if not p.brought]
    if failed:
        names = _named(p.source for p in failed)
        yield Fresh(
            about="sources", name="tables", newest=None, age_days=None,
            words=f"{start(count_words(len(failed), 'table'))} could not be pulled when last tried: {names}.",
            sources=tuple(
                Source(
                    kind="ledger", id=p.source, address=linkable(p.address), day=p.at[:10],
                    words=f"{p.source}, {day_words(p.at[:10])}: {short(p.reason or p.outcome, _REASON)}",
                )
                for p in failed[:_MOST_NAMED]
            ),
            stale=True,
        )  # fmt: skip


def _runs(state: State) -> Iterator[Fresh]:
    """The runs that did not come to their end within the window."""
    since, until = state.window.since or "", state.window.until or ""
    broken = [
        r
        for r in state.store.runs()
        if r.status in ("failed", "abandoned") and r.ended and since < r.ended <= until
    ]
    if broken:
        names = _named(sorted({r.command for r in broken}))
        words = f"{start(count_words(len(broken), 'run'))} in this window did not end well: {names}."
        yield Fresh(
            about="ledger", name="runs", newest=None, age_days=None, words=words, stale=True,
            sources=tuple(
                Source(
                    kind="ledger", id=str(r.id), day=(r.ended or "")[:10],
                    words=f"run {r.id}, {r.command}: {short(r.reason or r.status, _REASON)}",
                )
                for r in broken[-_MOST_NAMED:]
            ),
        )  # fmt: skip


def _named(names: Iterable[str]) -> str:
    return one_line(first_few([short(n) for n in names], _MOST_NAMED))


def ledger_source(state: State) -> Source:
    """The ledger itself, as it stood at the end of the window."""
    until = state.window.until or ""
    return Source(
        kind="ledger", words=f"this ledger, as of {day_words(until[:10])}", id=until, day=until[:10]
    )
