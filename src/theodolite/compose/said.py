"""Said against measured: which claims are drawn, how, and which are not and why (the drawing rules).

No geometry here: a picture is a set of marks with dates and months, so that each rule can be tested on
values. `chart_said` turns it into a chart.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from theodolite.compose.naming import said_on, speaker_label
from theodolite.compose.record.drafts import filed
from theodolite.compose.survey_view import DocumentView, LagSeries, SurveyView
from theodolite.compose.words import claimed, middle_day, shortened
from theodolite.model.claim import Lag
from theodolite.model.finding import Finding
from theodolite.model.period import first_day

Lane = Literal["standing", "record", "catch_up"]
LANES: tuple[Lane, ...] = ("standing", "record", "catch_up")
_NO_DATE = "no date of saying is known"
_EARLIEST = 2000
_CENTURY = 1200  # months: a longer stretch would flatten every other
_NAME = 28  # letters of a speaker's name on the picture; lists have all of it

_GREATER = re.compile(
    r"\b(only|merely|just|mere|no more than|not more than|within|less than|as little as|as short as)\b"
    r"|只有|仅|只是|不过|不到|以内|之内",
    re.I,
)
_SMALLER = re.compile(
    r"\b(as much as|as long as|as many as|at least|more than|fully|no less than|over)\b"
    r"|至少|多达|长达|超过|以上",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """The same statement by the same speaker at another place: drawn as a tick."""

    claim: Lag
    day: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidMark:
    """One claim on the picture. A None end is open and drawn as an arrow.

    `denied` marks are hollow and struck; `points` is the side the words give for a denial ("up": the speaker
    says that it is more), None where they give none.
    """

    number: int
    claim: Lag
    lane: Lane
    day: dt.date
    said: str
    low: float | None
    high: float | None
    denied: bool
    points: Literal["up", "down"] | None
    speaker: str
    verdict: str
    repeats: tuple[Repeat, ...] = ()

    @property
    def words(self) -> str:
        """The label: who, and what of."""
        stretch = claimed(self.low, self.high)
        return f"{self.speaker} denies {stretch}" if self.denied else f"{self.speaker}: {stretch}"

    @property
    def brief(self) -> str:
        """The same for the picture, where the axis says months: "R. Ma: 12-24", "at least" as a sign."""
        name = self.speaker if self.claim.speaker else self.speaker.partition(" (")[0]
        speaker = shortened(name, _NAME)
        if self.low is None or self.high is None:
            stretch = f"≥ {self.low:g}" if self.high is None else f"≤ {self.high:g}"
        else:
            stretch = f"{self.low:g}" if self.low == self.high else f"{self.low:g}\N{EN DASH}{self.high:g}"
        return f"{speaker} denies {stretch}" if self.denied else f"{speaker}: {stretch}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """An objection to the measure itself: a flag in the margin, at its date."""

    number: int
    claim: Lag
    day: dt.date
    said: str
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDrawn:
    """A lag claim that is not on this picture, and the reason."""

    claim: Lag
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRecord:
    """A record of the leader that is not matched yet, and the months it has stood so far."""

    measure: str
    model: str
    day: dt.date
    months: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidPicture:
    """Everything that is drawn for one pair of sides in one dimension, and what is left out."""

    leader: str
    follower: str
    dimension: str
    series: tuple[LagSeries, ...]
    marks: tuple[SaidMark, ...]
    flags: tuple[Flag, ...]
    not_drawn: tuple[NotDrawn, ...]
    open_records: tuple[OpenRecord, ...]

    @property
    def drawn_ids(self) -> frozenset[str]:
        """Every claim that is drawn, repeats and flags included."""
        marks = {i for m in self.marks for i in (m.claim.id, *(r.claim.id for r in m.repeats))}
        return frozenset(marks | {f.claim.id for f in self.flags})

    @property
    def drawn_count(self) -> int:
        """n of the caption: marks, repeats and flags."""
        return sum(1 + len(m.repeats) for m in self.marks) + len(self.flags)


def denial_points(quote: str) -> Literal["up", "down"] | None:
    """Where a denial points by its words: "not only 1 to 2 years" is up; None where they give no side."""
    if _GREATER.search(quote):
        return "up"
    return "down" if _SMALLER.search(quote) else None


def is_objection(finding: Finding | None) -> bool:
    """Whether the finding is that the claim objects to the measure itself."""
    texts = ((finding.reason or ""), *finding.flags) if finding else ()
    return any("objection to the measure" in t for t in texts)


def why_not(
    claim: Lag, finding: Finding | None, said: str | None, view: SurveyView, pair: tuple[str, str]
) -> str | None:
    """The reason why a lag claim is not drawn for `pair` (leader, follower), None where it qualifies."""
    if finding is not None and finding.judged:
        return f"a person {finding.judged['kind']} the reading"
    if claim.dimension is None:
        return "the words do not say what is behind"
    if claim.dimension != "capability":
        return f"about {claim.dimension}: no measured lag in months exists for it"
    when = _wrong_date(said, view)
    if when is not None or said is None:
        return when
    if is_objection(finding):
        return None if _same_sides(claim, pair) else "an objection to the measure, about other sides"
    if claim.scope:
        return f"narrower scope ({claim.scope}): no series for this subset"
    if not _binds(claim, finding, view, pair):
        return "other sides than this picture, or a part of a side"
    if claim.low_months is None and claim.high_months is None:
        return "a trend or a standing with no stretch of time"
    if any(v is not None and not 0 <= v <= _CENTURY for v in (claim.low_months, claim.high_months)):
        return "a stretch of more than a century, or below zero"
    if claim.reading is None:
        return "the words do not say whether it is a standing, a record or a catching up"
    if claim.reading == "standing" and claim.forecast:
        return "a forecast of a future standing"
    return None


def picture(view: SurveyView, leader: str, follower: str) -> SaidPicture:
    """The picture of one pair: every qualifying claim of the survey once, its repeats as ticks."""
    marks: dict[tuple[object, ...], SaidMark] = {}
    flags: list[Flag] = []
    left_out: list[NotDrawn] = []
    rows = _lags_by_day(view)
    keys = _repeat_keys(rows)
    for document, claim, said in rows:
        finding = view.findings.get(claim.id)
        why = why_not(claim, finding, said, view, (leader, follower))
        if why is not None or said is None:
            left_out.append(NotDrawn(claim=claim, why=why or _NO_DATE))
            continue
        if is_objection(finding):
            speaker = speaker_label(claim, document)
            flags.append(Flag(number=0, claim=claim, day=middle_day(said), said=said, speaker=speaker))
            continue
        mark = _mark(document, claim, said, filed(view, claim.id))
        first = marks.get(keys[claim.id])
        marks[keys[claim.id]] = mark if first is None else _joined(first, mark)
    numbered = [replace(m, number=n) for n, m in enumerate(_by_lane(list(marks.values())), 1)]
    return SaidPicture(
        leader=leader, follower=follower, dimension="capability",
        series=tuple(s for s in view.lag_series if s.days and (s.leader, s.follower) == (leader, follower)),
        marks=tuple(numbered),
        flags=tuple(replace(f, number=len(numbered) + n) for n, f in enumerate(flags, 1)),
        not_drawn=tuple(left_out), open_records=tuple(_open_records(view, leader, follower)),
    )  # fmt: skip


def _mark(document: DocumentView, claim: Lag, said: str, verdict: str) -> SaidMark:
    denied = claim.polarity == "denied"
    return SaidMark(
        number=0, claim=claim, lane=claim.reading or "standing", day=middle_day(said), said=said,
        low=claim.low_months, high=claim.high_months, denied=denied,
        points=denial_points(claim.quote) if denied else None,
        speaker=speaker_label(claim, document), verdict=verdict,
    )  # fmt: skip


def _joined(first: SaidMark, again: SaidMark) -> SaidMark:
    """One mark for both: the earlier one, or of one day the one with a named speaker; the other is a tick."""
    if first.claim.speaker is None and again.claim.speaker is not None and first.day == again.day:
        first, again = replace(again, repeats=first.repeats), replace(first, repeats=())
    return replace(first, repeats=(*first.repeats, Repeat(claim=again.claim, day=again.day)))


def _lags_by_day(view: SurveyView) -> list[tuple[DocumentView, Lag, str | None]]:
    rows = [(d, c, said_on(c, d)) for d in view.documents for c in d.claims if isinstance(c, Lag)]
    return sorted(rows, key=lambda r: (r[2] or "9999", r[0].id, r[1].start, r[1].end, r[1].id))


def _by_lane(marks: list[SaidMark]) -> list[SaidMark]:
    return sorted(marks, key=lambda m: (LANES.index(m.lane), m.day, m.claim.document, m.claim.start))


def _repeat_keys(
    rows: Sequence[tuple[DocumentView, Lag, str | None]],
) -> dict[str, tuple[object, ...]]:
    """For each claim what it is a repeat of: one speaker, one stretch, one reading, one stance.

    A document's own group of repeats joins an unsigned line (a headline) to the speaker that the text names,
    never two stretches or a denial to an assertion.
    """
    own = {claim.id: (_voice(d, claim), *_stretch(claim)) for d, claim, _ in rows}
    grouped: dict[tuple[object, ...], tuple[object, ...]] = {}
    named = sorted(rows, key=lambda row: row[1].speaker is None)
    for d, claim, _ in named:
        if claim.group is not None:
            grouped.setdefault((d.id, claim.group, *_stretch(claim)), own[claim.id])
    return {
        claim.id: grouped.get((d.id, claim.group, *_stretch(claim)), own[claim.id])
        if claim.group is not None and claim.speaker is None
        else own[claim.id]
        for d, claim, _ in rows
    }


def _voice(document: DocumentView, claim: Lag) -> str:
    return claim.speaker or f"{document.id}/{speaker_label(claim, document)}"


def _stretch(claim: Lag) -> tuple[object, ...]:
    return claim.reading, claim.low_months, claim.high_months, claim.polarity, claim.anchor


def _wrong_date(said: str | None, view: SurveyView) -> str | None:
    """Why a claim has no place on the time axis; None where it has one."""
    if said is None:
        return _NO_DATE
    try:
        first = first_day(said)
    except ValueError:
        return _NO_DATE
    if first > view.generated_for:
        return "dated after the day this site speaks of"
    return "dated before anything here could be measured" if first.year < _EARLIEST else None


def _same_sides(claim: Lag, pair: tuple[str, str]) -> bool:
    leader = claim.leader_side or claim.leader
    follower = claim.follower_side or claim.follower
    return leader in (None, pair[0]) and follower in (None, pair[1])


def _binds(claim: Lag, finding: Finding | None, view: SurveyView, pair: tuple[str, str]) -> bool:
    if finding is not None and finding.binding is not None:
        return (finding.binding.get("leader"), finding.binding.get("follower")) == pair
    leader_ok = _whole(claim.leader, pair[0], view)
    return leader_ok and _whole(claim.follower, pair[1], view)


def _whole(name: str | None, side: str, view: SurveyView) -> bool:
    """Whether a canonical name means the whole of a side: the side, or its demonym and a plural noun."""
    if name is None:
        return False
    if name == side:
        return True
    first = (side, *view.side_names.get(side, ()))
    return any(name.startswith(f"{word} ") for word in first)


def _open_records(view: SurveyView, leader: str, follower: str) -> Iterator[OpenRecord]:
    for gap in view.gaps:
        if (gap.leader, gap.follower) != (leader, follower):
            continue
        until = gap.report.get("observed_until")
        match = gap.report.get("time_to_match_months") or {}
        for record in match.get("records") or ():
            stood = record.get("open_for_months")
            if record.get("months") is None and not record.get("already") and stood is not None and until:
                yield OpenRecord(
                    measure=gap.measure, model=str(record.get("model")),
                    day=dt.date.fromisoformat(str(until)), months=float(stood),
                )  # fmt: skip
