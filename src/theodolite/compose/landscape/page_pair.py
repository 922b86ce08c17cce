"""A page a pair of sides: all measures together, the two measures of capability always beside each other.

Gaps in time, in level and in origination stand in sections of their own and share no axis.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from theodolite.compose.chart_gap import curve_points
from theodolite.compose.landscape.bars import axis, ends, interval
from theodolite.compose.landscape.numbers import ticks
from theodolite.compose.landscape.parts import Book, Drawn, Panel, pair_path
from theodolite.compose.landscape.steps import frontiers, survival
from theodolite.compose.landscape.view_pairs import PairView
from theodolite.compose.outside import file_name, readable_stem, slug
from theodolite.compose.page_gap import TIME, GapOnPage
from theodolite.compose.survey_view import GapView
from theodolite.compose.tables import Cell, ChartOnPage, table
from theodolite.compose.words import day_words, the, units
from theodolite.model.basis import Basis

MOST_CHARTS = 12
"""Frontiers drawn as charts in files of their own over all pairs; those beyond are small pictures."""
_CAPABILITY = 2
_HIGHEST = 1e5
_ROOT = "../"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A pair on one measure: its report with its figures stored, and what they rest on."""

    gap: GapOnPage
    basis: Basis

    @property
    def name(self) -> str:
        """The measure's name."""
        return self.gap.gap.measure


def pair_title(pair: PairView) -> str:
    """The pair as a heading."""
    return f"{the(pair.follower, start=True)} behind {the(pair.leader)}"


def pair_page(book: Book, pair: PairView) -> None:
    """Add the page of a pair."""
    rows = [_measured(book, pair, k) for k in range(len(pair.reports))]
    title = pair_title(pair)
    stem = f"{slug(pair.leader)}-{slug(pair.follower)}"
    lead = [_lead(r) for r in rows[:_CAPABILITY]]
    book.leads[pair_path(pair.leader, pair.follower)] = lead
    book.page(
        pair_path(pair.leader, pair.follower), "pair", title,
        f"{title}: gaps in time, in level and in origination on {len(rows)} measures, with intervals.",
        name=title, leader=the(pair.leader), follower=the(pair.follower, start=True),
        lead=lead,
        only=rows[0].name if len(rows) == 1 else None,
        time=_time(book, pair, stem, rows) if rows else None,
        level=_level(book, pair, stem, rows) if rows else None,
        origination=_origination(rows),
        details=[_detail(book, pair, r) for r in rows],
        not_measured=pair.not_measured,
    )  # fmt: skip


def _measured(book: Book, pair: PairView, k: int) -> Measured:
    measure, unit, report, basis = pair.reports[k]
    there = book.gaps.get((measure, pair.leader, pair.follower))
    if there is not None and there.report == report:
        return Measured(gap=there, basis=basis)
    gap = GapView(
        measure=measure, leader=pair.leader, follower=pair.follower, unit=unit, source=basis.source,
        report=report,
    )  # fmt: skip
    drawn = sum(c.name.startswith("frontiers-") for c in book.charts)
    room = k < _CAPABILITY and drawn < MOST_CHARTS and _highest(report) < _HIGHEST
    made = GapOnPage(book.ctx, gap, book.taken, frozenset({"frontiers"}) if room else frozenset())
    book.charts += made.charts
    return Measured(gap=made, basis=basis)


def _highest(report: Mapping[str, Any]) -> float:
    """The highest level of a report, which its frontiers' axis must hold."""
    points = [p for side in (report.get("frontiers") or {}).values() for p in side]
    return max((abs(float(p["level"])) for p in points), default=0.0)


def _lead(row: Measured) -> dict[str, Any]:
    """The lag on one measure, for the head of the page: the figures of both measures stand side by side."""
    report = row.gap.report
    lag = report.get("backward_lag_months") or {}
    value, limits, censored = row.gap.estimate("backward_lag_months", lag, "months", TIME[0][2])
    return {
        "measure": row.name, "value": value, "limits": limits, "censored": censored,
        "defined": lag.get("estimate") is not None,
        "until": day_words(str(report.get("observed_until") or "") or None),
    }  # fmt: skip


def command(pair: PairView, row: Measured) -> str:
    """The command that gives a report again; DIR stands for the folder of the reader."""
    if row.name in pair.commands:
        return pair.commands[row.name]
    parts = ["theodolite", "gap", pair.leader, pair.follower, "--data", "DIR"]
    if row.gap.report.get("as_of"):
        parts += ["--as-of", str(row.gap.report["as_of"])]
    tolerance = row.gap.report.get("tolerance")
    if tolerance:
        parts += ["--tolerance", f"{tolerance:g}"]
    return shlex.join(parts)


def _time(book: Book, pair: PairView, stem: str, rows: list[Measured]) -> Drawn:
    """Every quantity in time on every measure, on one axis of months; measures beside each other."""
    told = [(*q, r, _of(r.gap.report, q[0])) for q in _QUANTITIES for r in rows]
    known = [n for *_, e in told for n in (e.get("estimate"), e.get("low"), e.get("high")) if n is not None]
    marks = ticks(min(0.0, *known) if known else 0.0, max([*known, 6.0]), 5)
    on = axis(marks)
    cells: list[tuple[Cell, ...]] = []
    for name, words, definition, row, e in told:
        value, limits, censored = row.gap.estimate(name, e, "months", definition)
        picture = interval(e.get("estimate"), e.get("low"), e.get("high"), on, e.get("censored"))
        cells.append((words, row.name, value, picture, limits, censored))
    foot = ("", "", "", ends([f"{t:g}" for t in marks]), "", "")
    head = ("Quantity", "Measure", "#Months", "Picture", "#90% limits", "Censored")
    csv = book.csv(
        f"pair-{stem}-time",
        ("quantity", "measure", "estimate", "low90", "high90", "censored", "observed_until", "source",
         "vintage"),
        [
            (name, row.name, e.get("estimate"), e.get("low"), e.get("high"), e.get("censored"),
             row.gap.report.get("observed_until"), row.basis.source, file_name(row.basis.vintage.file))
            for name, _, _, row, e in told
        ],
    )  # fmt: skip
    return Drawn(
        label=f"Gaps in time of {the(pair.follower)} behind {the(pair.leader)} on {len(rows)} measures",
        caption="Months, with 90% limits. Hollow with an arrow: at least so much. These exist only because "
        "one side went first.",
        source="", csv=csv, marks=table("Gaps in time, all measures", head, cells, foot),
        command=command(pair, rows[0]),
    )  # fmt: skip


_MATCH = "lognormal fit over all records, open ones as “at least”"
_QUANTITIES = (*TIME, ("match_median", "Time to match, median", _MATCH))


def _of(report: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    if name == "match_median":
        return (report.get("time_to_match_months") or {}).get("median") or {}
    return report.get(name) or {}


def _level(book: Book, pair: PairView, stem: str, rows: list[Measured]) -> Drawn:
    """Gaps in level: each in its own unit, so no axis is shared."""
    cells: list[tuple[Cell, ...]] = []
    out = []
    for row in rows:
        e = row.gap.report.get("vertical_gap") or {}
        value, limits, _ = row.gap.estimate(
            "vertical_gap", e, row.gap.gap.unit, "difference of the best scores"
        )
        ahead = row.gap.ahead()
        cells.append((row.name, units(row.gap.gap.unit), value, limits, ahead))
        out.append((row.name, row.gap.gap.unit, e.get("estimate"), e.get("low"), e.get("high"),
                    row.gap.report.get("p_follower_ahead"), row.basis.source))  # fmt: skip
    head = ("Measure", "Unit", "#Gap", "#90% limits", f"#Chance that {the(pair.follower)} is ahead")
    header = ("measure", "unit", "vertical_gap", "low90", "high90", "p_follower_ahead", "source")
    return Drawn(
        label="Gaps in level", caption="The best of one side less the best of the other, in the unit of each "
        "measure: units differ, so rows cannot be compared.",
        source="", csv=book.csv(f"pair-{stem}-level", header, out),
        marks=table("Gaps in level, all measures", head, cells),
    )  # fmt: skip


def _origination(rows: list[Measured]) -> dict[str, Any]:
    """Who moved the joint frontier, by measure and side; and the measures that cannot say."""
    found = {r.name: (r.gap.context["origination"], units(r.gap.gap.unit)) for r in rows}
    cells = [
        (name, side, points, unit, records)
        for name, (moved, unit) in found.items()
        for side, points, records in (moved.rows if moved else ())
    ]
    head = ("Measure", "Side", "#Added", "Unit", "#Records")
    caption = "Who moved the joint frontier after its first record"
    return {
        "table": table(caption, head, cells) if cells else None,
        "without": [name for name, (moved, _) in found.items() if not moved],
    }


def _detail(book: Book, pair: PairView, row: Measured) -> dict[str, Any]:
    """One measure of the pair: frontiers, time to match, what can be measured, what moves it."""
    source = book.source_line(row.basis, _ROOT)
    context = dict(row.gap.context)
    for name in ("frontier_chart", "survival_chart"):
        chart: ChartOnPage | None = context[name]
        context[name] = replace(chart, source=source) if chart else None
    return {
        **context, "anchor": readable_stem(row.name), "source": source, "small": _small(book, row, source),
        "command": command(pair, row),
    }  # fmt: skip


def _small(book: Book, row: Measured, source: Cell) -> Drawn | None:
    """The frontiers and the curve as small pictures, where no chart of theirs is drawn."""
    gap = row.gap
    panels = []
    if gap.frontiers and not gap.context["frontier_chart"]:
        label = f"Records of {' and '.join(the(f.side) for f in gap.frontiers)} on {row.name}"
        panels.append(Panel(heading="Frontiers", figure="", svg=frontiers(gap.frontiers, label)))
    match = gap.report.get("time_to_match_months") or {}
    if match.get("records") and not gap.context["survival_chart"]:
        open_for = sorted(
            float(r["open_for_months"])
            for r in match["records"]
            if r.get("months") is None and not r.get("already") and r.get("open_for_months") is not None
        )
        label = f"Share of the records on {row.name} that is not matched yet, by months"
        panels.append(
            Panel(
                heading="Records not matched yet",
                figure="",
                svg=survival(curve_points(match), open_for, label),
            )
        )
    if not panels:
        return None
    rows = [
        (f.side, p.date.isoformat(), p.model, p.level, p.low, p.high) for f in gap.frontiers for p in f.points
    ]
    header = ("side", "date", "model", "level", "low90", "high90")
    csv = book.csv(f"frontiers-{gap.stem}", header, rows)
    lead, follower = the(gap.gap.leader, start=True), the(gap.gap.follower, start=True)
    return Drawn(
        label=f"{row.name} in small pictures",
        caption=f"{lead}: whole lines and filled marks. {follower}: broken and hollow. "
        "Upright ticks: records still open. The records stand as a table below.",
        source=source, csv=csv, panels=tuple(panels),
    )  # fmt: skip
