"""What became known in the specimen survey: its claims and verdicts, a correction, a vintage, a gap."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import specimen

from theodolite.compose.survey_view import SurveyView
from theodolite.model.news import GapFigure, GapMoved, News, NewVintage
from theodolite.model.record import Record
from theodolite.reconcile import news

AT = "2026-05-21T08:30:00.123456+00:00"


def told(view: SurveyView, record: Record) -> tuple[News, ...]:
    """Every kind of news, the earliest first."""
    claims = {c.id: c for d in view.documents for c in d.claims}
    first = {i: own[0].known_from for i, own in record.lineages.items()}
    made: list[News] = [*news.of_claims([(first.get(i, AT), c) for i, c in claims.items()], record.lineages)]
    made += news.of_corrections(record.corrections, record.lineages)
    made += [vintage(), gap()]
    return tuple(sorted(made, key=lambda n: (n.at, n.id)))


def vintage(**values: Any) -> NewVintage:
    """A vintage of the made landscape's source."""
    given: dict[str, Any] = {
        "at": AT, "source": "bureau/index", "day": "2026-05-01", "file": f"/a/b/{specimen.HOSTILE}.csv",
        "sha256": "a1" * 32, "rows": 61, "publishable": True,
    }  # fmt: skip
    return NewVintage(**(given | values))


def gap(**values: Any) -> GapMoved:
    """A gap with an interval, one that is censored and one that is undefined."""
    rows = (
        ("backward_lag_months", "month", 7.25, 5.5, 9.25, None, 8.0),
        ("forward_lag_months", "month", 0.0, None, None, "right", None),
        ("vertical_gap", "point", None, None, None, None, None),
    )
    names = ("quantity", "unit", "value", "low", "high", "censored", "before")
    given: dict[str, Any] = {
        "at": AT, "measure": f"Test Index {specimen.HOSTILE}", "leader": specimen.US, "follower": specimen.CN,
        "source": "test-index", "day": "2026-05-01", "until": "2026-04-30", "sha256": "a1" * 32,
        "figures": tuple(GapFigure(**dict(zip(names, row, strict=True))) for row in rows),
        "before_day": "2026-01-01", "publishable": True,
    }  # fmt: skip
    return GapMoved(**(given | values))


def view(landscape: Any = None, more: tuple[News, ...] = (), **values: Any) -> SurveyView:
    """The specimen with its record and its news."""
    found = specimen.view(landscape=landscape, **values)
    record = specimen.record(found)
    return replace(found, record=record, news=(*told(found, record), *more))
