"""Verdicts that are new or are others than they were, each on one proposition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import get_args

from theodolite.compose.brief import sentences
from theodolite.compose.landscape.public import KEPT_BACK
from theodolite.compose.survey_view import DefinitionView
from theodolite.compose.verdicts import verdict_of
from theodolite.model.brief import DayBasis, Line
from theodolite.model.claim import Claim, Relation
from theodolite.model.version import Version, as_held
from theodolite.reconcile.reissued import reasons, verdict_words
from theodolite.survey.briefing.choosing import Reader, topic_of
from theodolite.survey.briefing.drafting import Draft, told_in, why
from theodolite.survey.briefing.state import State
from theodolite.survey.definitions import definition_views

TITLE = "Verdicts"
RULE = (
    "Verdicts that turned to contradicted come first, then new contradictions, other changed verdicts, new "
    "supports, mixed and undecided ones; in each, what touches more of the profile, then lags, comparisons, "
    "figures, events, judgements and ties. Who denies what the data support counts as contradicted, who "
    "denies what they contradict as supported. Each proposition stands once; that trackers bear out who "
    "makes, leads, founded or owns what is told at full length alone."
)
EMPTY = "No verdict is new or changed."
_CHANGED_TO_CONTRADICTED, _CHANGED = 0, 2
_NO_VERDICT = "not checkable"
_KNOWN_TIES = frozenset({"develops", "leads", "founded", "owns", "part_of"})
_NEW = {"contradicted": 1, "supported": 3, "mixed": 4, "undecided": 5}
_BASES: tuple[DayBasis, ...] = get_args(DayBasis)


def verdict_drafts(state: State, reader: Reader, private: bool) -> list[Draft]:
    """A line for each proposition and verdict that is new or changed and that the reader wants told."""
    definitions = definition_views()
    found: dict[tuple[str, ...], list[tuple[Version, Version | None]]] = {}
    for now, before in _others(state):
        if not private and now.claim.id in state.drafts:
            continue
        group = state.group_of.get(now.claim.id)
        key = (
            group.id if group else now.claim.id, now.claim.polarity, verdict_of(now.finding), _was(before)
        )  # fmt: skip
        found.setdefault(key, []).append((now, before))
    drafts = (_draft(state, reader, own, definitions, private) for own in found.values())
    return [d for d in drafts if d is not None]


def told_already(state: State) -> frozenset[str]:
    """Claims whose verdict is told, or would be if there were room: they are no plain claims besides."""
    return frozenset(now.claim.id for now, _ in _others(state))


def _others(state: State) -> Iterator[tuple[Version, Version | None]]:
    """(issue in force, the one in force before) wherever the verdicts differ."""
    sayings = {v.claim.saying_id: v for v in state.before.values()}
    for claim, now in state.now.items():
        before = state.before.get(claim) or sayings.get(now.claim.saying_id)
        if before is not None and before.verdicts != now.verdicts:
            yield now, before
        elif before is None and verdict_of(now.finding) != _NO_VERDICT:
            yield now, None


def _was(before: Version | None) -> str:
    return verdict_words(before) if before else ""


def _draft(
    state: State, reader: Reader, rows: list[tuple[Version, Version | None]],
    definitions: tuple[DefinitionView, ...], private: bool,
) -> Draft | None:  # fmt: skip
    rows = sorted(rows, key=lambda r: (r[0].claim.speaker is None, r[0].claim.said_on or "9999", r[0].name))
    now, before = rows[0]
    claim, verdict = as_held(now.claim, now.finding), verdict_of(now.finding)
    document, article = state.document(now.claim), state.article(now.claim)
    touched = reader.touched(topic_of(claim, document, article))
    if touched is None or not reader.decided(verdict):
        return None
    until = dt.date.fromisoformat((state.window.until or "")[:10])
    barred = not private and any(state.kept_back(h.source, h.vintage_sha256) for h in now.finding.held)
    sentence = (
        f"The statement is {verdict}; figures of it are kept back: {KEPT_BACK}."
        if barred
        else sentences.finding_sentence(now, document, definitions, until)
    )
    day, basis = sentences.said_day(claim, document, article)
    origins, documents = state.spread(now.claim)
    line = Line(
        sentence=_told(before, now, sentence),
        why=why(_reason(before, now, verdict), touched, told_in(origins, documents)),
        sources=(
            sentences.document_source(now.claim, document, article),
            sentences.finding_source(now),
            *(() if barred else sentences.vintage_sources(now.finding.held)),
        ),
        day=day,
        basis=next(b for b in _BASES if b == basis),
        quote=state.quote(now.claim)[0],
        text_sha256=now.claim.text_sha256,
        read_as=sentences.read_as([(now.claim, now.finding)]),
        verdict=verdict,
        draft=now.claim.id in state.drafts,
        denied=claim.polarity == "denied",
        dimension=claim.dimension,
        origins=origins,
        claims=tuple(v.claim.id for v, _ in rows),
        findings=tuple(v.name for v, _ in rows),
        observations=() if barred else now.finding.observations,
    )
    return Draft(
        line=line,
        rank=_rank(before, _for_the_speaker(claim, verdict)),
        touched=touched,
        kind=claim.kind,
        minor=_minor(claim, verdict),
    )


def _minor(claim: Claim, verdict: str) -> bool:
    """Whether it is no news: trackers bear out who makes, leads, founded or owns what."""
    return isinstance(claim, Relation) and claim.predicate in _KNOWN_TIES and verdict == "supported"


def _for_the_speaker(claim: Claim, verdict: str) -> str:
    """The verdict as it falls on the speaker: a denial turns it round."""
    if claim.polarity == "denied":
        return {"contradicted": "supported", "supported": "contradicted"}.get(verdict, verdict)
    return verdict


def _rank(before: Version | None, verdict: str) -> int:
    if before is None or verdict_of(before.finding) == _NO_VERDICT:
        return _NEW.get(verdict, max(_NEW.values()) + 1)
    return _CHANGED_TO_CONTRADICTED if verdict == "contradicted" else _CHANGED


def _told(before: Version | None, now: Version, sentence: str) -> str:
    if before is None:
        return sentence
    was, verdict = verdict_of(before.finding), verdict_of(now.finding)
    if was == verdict:
        was, verdict = verdict_words(before), verdict_words(now)
    return sentences.changed_sentence(was, verdict, sentence)


def _reason(before: Version | None, now: Version, verdict: str) -> str:
    if before is None:
        return f"a new verdict, {verdict}"
    return f"the verdict changed, cause: {', '.join(reasons(before, now))}"


def counts(state: State) -> Mapping[str, int]:
    """New verdicts by verdict, and how many changed, before any profile."""
    found: dict[str, int] = {}
    for now, before in _others(state):
        name = "changed" if before else verdict_of(now.finding)
        found[name] = found.get(name, 0) + 1
    return found
