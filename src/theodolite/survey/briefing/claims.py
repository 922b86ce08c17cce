"""Claims whose saying is new, a line for each sentence that makes some, by dimension."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from theodolite.compose.brief import sentences
from theodolite.compose.brief.quoting import BESIDE_A_SENTENCE, IN_A_SENTENCE
from theodolite.compose.verdicts import DRAFT, verdict_of
from theodolite.model.brief import DayBasis, Line, Quote
from theodolite.model.claim import Claim
from theodolite.model.finding import Finding
from theodolite.model.period import last_day
from theodolite.survey.briefing.choosing import KIND_ORDER, Reader, topic_of
from theodolite.survey.briefing.drafting import Draft, told_in, why
from theodolite.survey.briefing.state import State
from theodolite.survey.briefing.verdicts import told_already

_RECENT = 30
TITLE = "New claims"
RULE = (
    "What is newly said and has no verdict above, by dimension: words of the window or of the "
    f"{_RECENT} days before it ahead of older words newly read; in each, what touches more of the profile, "
    "has more independent origins, then lags, comparisons, figures, events, judgements and ties. A sentence "
    "that makes several claims stands once."
)
EMPTY = "No claim is new."


def claim_drafts(state: State, reader: Reader, private: bool) -> list[Draft]:
    """A line for each sentence that newly says something and that the reader wants told."""
    found: dict[tuple[object, ...], list[tuple[Claim, Quote]]] = {}
    for claim in _propositions(state):
        own = sentences.own_words(claim)
        quote, first = state.quote(claim, IN_A_SENTENCE if own else BESIDE_A_SENTENCE)
        key = (claim.text_sha256, first, claim.speaker, claim.polarity)
        found.setdefault(key, []).append((claim, quote))
    drafts = (_draft(state, reader, own, private) for own in found.values())
    return [d for d in drafts if d is not None]


def _propositions(state: State) -> Iterator[Claim]:
    """The first telling of each proposition that is newly said."""
    told = told_already(state)
    seen: set[tuple[str, str]] = set()
    for claim in sorted((state.claims[i] for i in state.new - told), key=_telling):
        group = state.group_of.get(claim.id)
        key = (group.id if group else claim.id, claim.polarity)
        if key not in seen and not _rejected(state, claim):
            seen.add(key)
            yield claim


def _telling(claim: Claim) -> tuple[object, ...]:
    """Words of a named speaker first, then the earliest."""
    return claim.speaker is None, claim.said_on or "9999", claim.document, claim.start, claim.end, claim.id


def _draft(state: State, reader: Reader, rows: list[tuple[Claim, Quote]], private: bool) -> Draft | None:
    rows = sorted(rows, key=lambda r: (-state.spread(r[0])[0], KIND_ORDER.index(r[0].kind), r[0].id))
    topics = [topic_of(c, state.document(c), state.article(c)) for c, _ in rows]
    wanted = [
        (c, q, t)
        for (c, q), topic in zip(rows, topics, strict=True)
        if (t := reader.touched(topic)) is not None
    ]
    wanted = [row for row in wanted if reader.decided(_verdict(state, row[0]))]
    if not wanted:
        return None
    claim, quote, _ = wanted[0]
    touched = tuple(dict.fromkeys(t for _, _, own in wanted for t in own))
    document, article = state.document(claim), state.article(claim)
    version, draft = state.now.get(claim.id), claim.id in state.drafts
    origins, documents = state.spread(claim)
    day, basis = sentences.said_day(claim, document, article)
    source = sentences.document_source(claim, document, article)
    line = Line(
        sentence=sentences.said_sentence(claim, document, quote),
        why=why("newly said" if _recent(state, day) else "newly read", touched, told_in(origins, documents)),
        sources=(source, *((sentences.finding_source(version),) if version else ())),
        day=day,
        basis=_basis(basis),
        quote=quote,
        text_sha256=claim.text_sha256,
        read_as=sentences.read_as([(c, _finding(state, c)) for c, _, _ in wanted]),
        verdict=DRAFT if draft and not private else _verdict(state, claim),
        draft=draft,
        denied=claim.polarity == "denied",
        dimension=claim.dimension,
        origins=origins,
        claims=tuple(c.id for c, _, _ in wanted),
        findings=(version.name,) if version else (),
    )
    return Draft(line=line, rank=0 if _recent(state, day) else 1, touched=touched, kind=claim.kind)


def _recent(state: State, day: str | None) -> bool:
    """Whether words are of the window, or of the days just before it."""
    start = state.window.since or state.window.until or ""
    try:
        return day is not None and last_day(day) >= dt.date.fromisoformat(start[:10]) - dt.timedelta(_RECENT)
    except (ValueError, OverflowError):
        return False


def _verdict(state: State, claim: Claim) -> str:
    return verdict_of(_finding(state, claim))


def _finding(state: State, claim: Claim) -> Finding | None:
    version = state.now.get(claim.id)
    return version.finding if version else None


def _rejected(state: State, claim: Claim) -> bool:
    """Whether a person said that the text does not say this."""
    word = state.judged.last(claim.id)
    return word is not None and word.kind == "rejected"


def _basis(told: str) -> DayBasis:
    return "said" if told == "said" else "published"
