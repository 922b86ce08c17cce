"""A small survey made up for the tests: two measures, two documents, every drawing rule, hostile text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from issues import issued

from theodolite.compose.survey_view import (
    DataView,
    DefinitionView,
    DocumentView,
    FrontierPoint,
    FrontierView,
    GapView,
    LagDay,
    LagSeries,
    SurveyView,
)
from theodolite.model.claim import Claim, Lag, Quantity
from theodolite.model.errors import Refusal
from theodolite.model.finding import Finding, Held
from theodolite.model.inside import Clash, ClashPart
from theodolite.model.origin import Origin
from theodolite.model.record import Correction, Record, Word
from theodolite.model.scores import Vintage
from theodolite.model.text import Text
from theodolite.model.version import Version
from theodolite.reconcile.precision import precision
from theodolite.resolve.groups import Told, grouped, ranges

US, CN = "United States", "China"
TODAY = dt.date(2026, 6, 1)
ONE = Vintage(file="index_2026-05-01.csv", sha256="a1" * 32, date=dt.date(2026, 5, 1))
TWO = Vintage(file="arena_2026-04-20.csv", sha256="b2" * 32, date=dt.date(2026, 4, 20))
HOSTILE = (
    "<script>alert(1)</script> \"onerror='x' ]]> \u202eesrever\u202c \u2028 "
    + "W" * 300
    + " </script><img src=x onerror=alert(1)> javascript:alert(1)"
)


def text_of(content: str) -> Text:
    """A plain text."""
    return Text(snapshot="c3" * 32, reader="plain/1", content=content)


def lag(text: Text, quote: str, document: str = "speech", **values: Any) -> Lag:
    """A lag claim on `quote`, which must stand in the text; China behind the United States unless told."""
    start = text.content.index(quote)
    told: dict[str, Any] = {
        "speaker": "Ada Example",
        "attribution": "direct",
        "dimension": "capability",
        "said_on": "2025-03-10",
        "follower": CN,
        "follower_side": CN,
        "leader": US,
        "leader_side": US,
        "reading": "standing",
        "low_months": 12,
        "high_months": 24,
    } | values
    return Lag(
        text_sha256=text.sha256,
        document=document,
        source=f"/home/somebody/{document}.txt",
        quote=quote,
        start=start,
        end=start + len(quote),
        **told,
    )


def finding(claim: Claim, verdict: Any = "mixed", **values: Any) -> Finding:
    """A finding with two definitions on two bases."""
    held = tuple(
        Held(
            definition=name,
            measure="Test Index",
            basis=basis,
            vintage_file=ONE.file,
            vintage_date="2026-05-01",
            vintage_sha256=ONE.sha256,
            data_until="2026-04-30",
            source="test-index",
            day="2025-03-10",
            day_value=8.25 + k,
            low=5.5,
            high=11.25 + k,
            censored=None,
            share=0.4,
            strict="open",
            result=result,
            arithmetic=f"{name}: {8.25 + k:.1f} months; claimed 12 to 24",
        )
        for basis in ("reconstructed", "now")
        for k, (name, result) in enumerate((("backward-0", "fails"), ("level-shift", "holds")))
    )
    told: dict[str, Any] = {
        "definitions_version": "test/1",
        "binding": {"leader": US, "follower": CN, "reading": "standing"},
        "verdict_then": verdict,
        "verdict_then_basis": "reconstructed",
        "verdict_now": verdict,
        "outdated": False,
        "stance_agrees": None,
        "reason": None,
        "sentence": "The statement is mixed.",
        "held": held,
    } | values
    return Finding(claim_id=claim.id, saying_id=claim.saying_id, **told)


def not_checkable(claim: Claim, reason: str) -> Finding:
    """A finding that nothing can be held against the claim."""
    return finding(
        claim, "not checkable", binding=None, reason=reason, held=(), sentence=f"Not checkable: {reason}."
    )


def series(
    measure: str = "Test Index", vintage: Vintage = ONE, offset: float = 0.0, **values: Any
) -> LagSeries:
    """A saw-tooth between 4 and 9 months, weekly from January 2024 to the end of April 2026."""
    days = []
    day = dt.date(2024, 1, 1)
    while day <= dt.date(2026, 4, 30):
        months = 4.0 + offset + ((day - dt.date(2024, 1, 1)).days % 150) / 30.4375
        days.append(
            LagDay(
                day=day,
                by_definition={"backward-0": months, "backward-1": months - 1.5},
                low=months - 2,
                high=months + 1.25,
                ceiling=(day - dt.date(2023, 3, 1)).days / 30.4375,
                censored="left" if day < dt.date(2024, 3, 1) else None,
            )
        )
        day += dt.timedelta(days=7)
    told: dict[str, Any] = {
        "measure": measure,
        "leader": US,
        "follower": CN,
        "default": "backward-0",
        "days": tuple(days),
        "definitions": {"backward-0": "age of the first model above", "backward-1": "one point allowed"},
        "first_vintage": dt.date(2025, 6, 1),
        "source": "test-index",
        "vintage": vintage,
    } | values
    return LagSeries(**told)


def _estimate(
    value: float | None, low: float | None = None, high: float | None = None, censored: str | None = None
) -> dict[str, Any]:
    return {"estimate": value, "low": low, "high": high, "censored": censored}


def report(**values: Any) -> dict[str, Any]:
    """A gap report in the contract's form: three records, one of them open."""
    records = [
        {
            "model": "Alpha 1",
            "date": "2025-01-10",
            "level": 120.0,
            "matched_by": "Beta 1",
            "matched_on": "2025-08-01",
            "months": 6.669,
            "already": False,
            "open_for_months": None,
        },
        {
            "model": "Alpha 2",
            "date": "2025-06-10",
            "level": 131.5,
            "matched_by": "Beta 2",
            "matched_on": "2026-01-01",
            "months": 6.735,
            "already": False,
            "open_for_months": None,
        },
        {
            "model": "Alpha 3",
            "date": "2026-01-15",
            "level": 140.0,
            "matched_by": None,
            "matched_on": None,
            "months": None,
            "already": False,
            "open_for_months": 3.45,
        },
    ]
    return {
        "schema_version": "1",
        "leader": US,
        "follower": CN,
        "as_of": "2026-06-01",
        "observed_until": "2026-04-30",
        "data_until": "2026-04-30",
        "vintage": {"file": ONE.file, "sha256": ONE.sha256, "date": "2026-05-01"},
        "tolerance": 0.0,
        "vertical_gap": _estimate(6.5, 3.25, 9.75),
        "backward_lag_months": _estimate(7.25, 5.5, 9.25),
        "forward_lag_months": _estimate(0.0, None, None, "right"),
        "level_shift_months": _estimate(6.875, 5.25, 8.0),
        "p_follower_ahead": 0.003,
        "time_to_match_months": {
            "median": _estimate(7.125, 5.0, 10.5),
            "records": records,
            "closing_releases": 2,
            "kaplan_meier": {"median": 6.735, "curve": [[0.0, 1.0], [6.669, 0.5], [6.735, 0.0]]},
        },
        "measurable_range_months": 38.0,
        "coverage": {
            "leader": {"models": 40, "labs": 6, "registry_models": None, "thin": False},
            "follower": {"models": 21, "labs": 7, "registry_models": None, "thin": False},
        },
        "sensitivity": [
            {
                "quantity": "backward_lag_months",
                "vintage": "2026-05-01",
                "tolerance": t,
                "window": "day",
                "rule": "any",
                "date_basis": "as listed",
                "estimate": 7.25 - t,
                "censored": None,
                "observed_until": "2026-04-30",
            }
            for t in (0.0, 0.5, 1.0)
        ],
        "most_moved_by": {
            "model": "Beta 2",
            "change": "left out",
            "quantity": "backward_lag_months",
            "estimate_with": 7.25,
            "estimate_without": 9.5,
            "re_dated_from": None,
            "re_dated_to": None,
        },
        "interval_method": "paired",
        "draws": 500,
        "maximum_bias_points": {"leader": 1.25, "follower": 0.75},
        "warnings": ["3 models name no country and count in no side"],
    } | values


def frontier(side: str, measure: str = "Test Index", vintage: Vintage = ONE) -> FrontierView:
    """Three records of a side."""
    base = 120.0 if side == US else 112.25
    points = tuple(
        FrontierPoint(
            date=dt.date(2025, 1 + 4 * k, 10),
            level=base + 8 * k,
            low=base + 8 * k - 2.5,
            high=base + 8 * k + 3,
            model=f"{side[:2]} {k}",
        )
        for k in range(3)
    )
    return FrontierView(
        measure=measure,
        unit="point",
        side=side,
        points=points,
        source="test-index",
        vintage=vintage,
        observed_until=dt.date(2026, 4, 30),
    )


def data(vintage: Vintage, name: str = "test-index") -> DataView:
    """A data file with licence and citation; its address must never become a link that runs."""
    origin = Origin(
        location=f"/home/somebody/{vintage.file}",
        producer="Test Bureau",
        title="Test Index",
        licence="CC BY 4.0",
        citation="Test Bureau (2026), Test Index",
        address="https://example.org/index?a=1&b=2",
    )
    return DataView(name=name, origin=origin, vintage=vintage, rows=61)


def documents() -> tuple[DocumentView, DocumentView]:
    """A speech with claims of every sort, and a Chinese dispatch whose licence allows its whole text."""
    content = (
        "We begin slowly. They are one to two years behind. It is at least a year, some say.\n\n"
        "The gap is not only one to two years! It took no more than two years to match Gamma. "
        "We will need two to three years. Such time frames are misleading.\n"
        "Our chips are three years behind. Copies are a year behind. "
        f"Then somebody wrote {HOSTILE} and left.\n"
        "Again: one to two years behind, she said. Revenue was 38,000 units."
    )
    t = text_of(content)
    claims: tuple[Claim, ...] = (
        lag(t, "They are one to two years behind"),
        lag(
            t,
            "It is at least a year",
            speaker="Bo Sample",
            attribution="indirect",
            via=("a wire",),
            high_months=None,
        ),
        lag(t, "The gap is not only one to two years", speaker="Cy Denier", polarity="denied"),
        lag(
            t,
            "It took no more than two years to match Gamma",
            speaker="Ada Example",
            low_months=None,
            reading="record",
            anchor="Gamma",
        ),
        lag(
            t,
            "We will need two to three years",
            low_months=24,
            high_months=36,
            reading="catch_up",
            forecast=True,
        ),
        lag(t, "Such time frames are misleading", polarity="denied", speaker="Cy Denier"),
        lag(t, "Our chips are three years behind", dimension="compute", low_months=36, high_months=36),
        lag(t, "Copies are a year behind", scope="copies of Gamma", low_months=12, high_months=12),
        lag(t, f"somebody wrote {HOSTILE} and left", speaker=HOSTILE, low_months=6, high_months=6),
        lag(t, "Again: one to two years behind", said_on="2025-05-20"),
        Quantity(
            text_sha256=t.sha256,
            document="speech",
            source="speech.txt",
            quote="38,000 units",
            start=t.content.index("38,000"),
            end=t.content.index("38,000") + 12,
            subject="somebody",
            metric="revenue",
            value_low=38000,
            value_high=38000,
            unit="unit",
            speaker="Ada Example",
        ),
    )
    speech = DocumentView(
        id="speech",
        text=t,
        claims=claims,
        origin=Origin(
            location="/home/somebody/speech.txt",
            title=f"A speech {HOSTILE}",
            published="2025-03-10",
            address="javascript:alert(1)",
            publisher="The Daily Test",
        ),
    )
    zh = text_of("今天的消息。他表示，中国只落后六个月到一年。后面还有更多内容。")
    said = lag(
        zh,
        "中国只落后六个月到一年",
        document="dispatch",
        speaker="王某",
        said_on="2025-11",
        low_months=6,
        high_months=12,
    )
    dispatch = DocumentView(
        id="dispatch",
        text=zh,
        claims=(said,),
        origin=Origin(
            location="dispatch.md",
            title="一则消息",
            language="zh",
            may_republish=True,
            licence="CC BY 4.0",
            published="2025-11-20",
        ),
    )
    return speech, dispatch


def view(**values: Any) -> SurveyView:
    """The whole specimen."""
    docs = documents()
    findings = {}
    for document in docs:
        for k, claim in enumerate(document.claims):
            if not isinstance(claim, Lag):
                continue
            if "misleading" in claim.quote:
                made = not_checkable(
                    claim, "an objection to the measure itself: all three families are shown"
                )
            elif claim.dimension != "capability":
                made = not_checkable(claim, "no indicator measures a lag in compute in months")
            elif claim.scope:
                made = not_checkable(claim, f"no series for this subset: {claim.scope}")
            else:
                made = finding(claim, ("mixed", "contradicted", "supported", "undecided")[k % 4])
            findings[claim.id] = made
    told: dict[str, Any] = (
        {
            "generated_for": TODAY,
            "documents": docs,
            "findings": findings,
            "gaps": (
                GapView(
                    measure="Test Index",
                    leader=US,
                    follower=CN,
                    unit="point",
                    source="test-index",
                    report=report(),
                ),
            ),
            "frontiers": (frontier(US), frontier(CN)),
            "lag_series": (series(), series("Second Arena", TWO, 1.0)),
            "data": (data(ONE), data(TWO)),
            "definitions": (
                DefinitionView(
                    name="backward-0",
                    ten_words="age of the leader's first model above the follower's best",
                    description="Observed until minus the day the leader first exceeded it.",
                ),
                DefinitionView(
                    name="level-shift",
                    ten_words="mean distance in time between the frontiers",
                    description="The area between both frontiers, read sideways.",
                ),
            ),
            "refusals": (Refusal("some/bad.txt", f"holds {HOSTILE}", "give a file with text"),),
            "warnings": ("a warning",),
            "software_version": "0.0.test",
        }
        | across(docs)
        | values
    )
    return SurveyView(**told)


def across(docs: Sequence[DocumentView]) -> dict[str, Any]:
    """What is said across and inside documents, as a survey finds it."""
    claims = [c for d in docs for c in d.claims]
    library = {d.text.sha256: Told(origin=d.origin, content=d.text.content) for d in docs}
    return {
        "groups": tuple(grouped(claims, library)), "ranges": tuple(ranges(claims)),
        "inside": (clash(claims[0], claims[1]),) if len(claims) > 1 else (),
    }  # fmt: skip


def clash(one: Claim, other: Claim) -> Clash:
    """Two claims that are said not to fit."""
    parts = tuple(
        ClashPart(claim_id=c.id, start=c.start, end=c.end, quote=c.quote, says=f"{k} units {HOSTILE}")
        for k, c in enumerate((one, other), 52)
    )
    return Clash(
        kind="figures", document=one.document, text_sha256=one.text_sha256, source=one.source, parts=parts,
        sentence=f"Two figures for one thing {HOSTILE}.", arithmetic="52 is not 53.",
    )  # fmt: skip


def with_claims(*claims: Lag, text: Text, **values: Any) -> SurveyView:
    """A view whose only document holds `claims`."""
    document = DocumentView(id="speech", text=text, claims=claims, origin=Origin(location="speech.txt"))
    told = across((document,)) | values
    return replace(view(), documents=(document,), findings={}, **told)


def record(view: SurveyView) -> Record:
    """The record of a view's findings: one issued twice, people's verdicts drafts, hostile judgements."""
    versions: dict[str, tuple[Version, ...]] = {}
    changed = {}
    claims = {c.id: c for d in view.documents for c in d.claims}
    for k, (claim_id, found) in enumerate(sorted(view.findings.items())):
        claim = claims[claim_id]
        own = [version(claim, found, "2026-05-20")]
        if k == 0 or found.verdict_then == "mixed":
            old = replace(found, verdict_then="supported", verdict_now="supported", sentence=HOSTILE)
            own.insert(0, version(claim, old, "2026-05-01", until="2026-05-20"))
            changed[own[0].name] = (f"reading rejected by {HOSTILE} on 2026-05-20 ({HOSTILE})",)
        versions[claim_id] = tuple(own)
    speakers = {c.speaker for c in claims.values() if c.speaker}
    first = next(i for i, own in versions.items() if len(own) > 1)
    judged = [("claim", "lag", "accepted")] * 12 + [("finding", "lag", "rejected")] * 2
    word = Word(
        about="claim", kind="corrected", subject=first, judge=HOSTILE, reason=HOSTILE,
        made_at="2026-05-19T00:00:00+00:00", fields=(("low_months", "12", HOSTILE),),
    )  # fmt: skip
    entry = Correction(
        at="2026-05-20T00:00:00.000000+00:00", claim_id=first,
        name=versions[first][0].name, present=versions[first][1].name,
        before="supported", after="mixed", why=changed[versions[first][0].name],
    )  # fmt: skip
    return Record(
        lineages=versions, voices={s: "person" if " " in s else "organisation" for s in speakers},
        drafts=frozenset(i for i in versions if claims[i].speaker and " " in claims[i].speaker),
        words={first: (word,)}, corrections=(entry,), changed=changed,
        precision=tuple(precision(judged)),
    )  # fmt: skip


def version(claim: Claim, found: Finding, day: str, until: str | None = None) -> Version:
    """An issue of a finding."""
    return issued(
        claim, found, f"{day}T00:00:00.000000+00:00",
        f"{until}T00:00:00.000000+00:00" if until else None, "verdicts/3",
    )  # fmt: skip
