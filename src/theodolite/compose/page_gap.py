"""The gap page: three families of gaps, records, sensitivity and coverage, from reports of the contract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from theodolite.compose.chart_gap import curve_points, frontier_chart, survival_chart
from theodolite.compose.context import Context
from theodolite.compose.figures import POWER
from theodolite.compose.origination import moved_by
from theodolite.compose.outside import file_name, slug
from theodolite.compose.survey_view import FrontierPoint, FrontierView, GapView
from theodolite.compose.tables import Cell, ChartOnPage, Table, table
from theodolite.compose.words import count_words, day_words, number, start, the, units
from theodolite.model.scores import Vintage
from theodolite.model.site import ChartFile

TIME = (
    ("backward_lag_months", "Backward lag", "age of the leader's first model above the follower's best"),
    (
        "forward_lag_months",
        "Forward lag",
        "months from this day until the follower reached the leader's level",
    ),
    ("level_shift_months", "Level shift", "mean distance in time between the frontiers"),
)
_LONG = 1e7
"""Levels from here on (training compute) are printed as powers of ten."""


class GapOnPage:
    """One gap report with its figures stored and its charts made. `context` is what the template prints.

    `taken` holds the names that are in use; this one adds its own. `draws` names the charts that are made.
    """

    def __init__(
        self, ctx: Context, gap: GapView, taken: set[str],
        draws: frozenset[str] = frozenset({"frontiers", "survival"}),
    ) -> None:  # fmt: skip
        self.ctx, self.gap, self.report, self.draws = ctx, gap, gap.report, draws
        self.stem = slug(f"{gap.follower} {gap.leader} {gap.measure}")
        if self.stem in taken:  # a second report on the same sides and measure
            self.stem = f"{self.stem}-{len(taken)}"
        taken.add(self.stem)
        self.charts: list[ChartFile] = []
        self.rest: dict[str, Any] = {
            "source": gap.source,
            "vintage": str((self.report.get("vintage") or {}).get("file")),
        }
        self.frontiers = frontiers_of(ctx, gap)
        self.context = self._context()

    def _context(self) -> dict[str, Any]:
        g, match = self.gap, self.report.get("time_to_match_months") or {}
        records = list(match.get("records") or ())
        open_count = sum(r.get("months") is None and not r.get("already") for r in records)
        sensitivity = list(self.report.get("sensitivity") or ())
        return {
            "leader": the(g.leader), "follower": the(g.follower, start=True), "measure": g.measure,
            "lead": self._lead(),
            "frontier_chart": self._frontiers() if "frontiers" in self.draws else None,
            "survival_chart": self._survival(match) if records and "survival" in self.draws else None,
            "time": self._time(match), "level": self._level(), "origination": self._origination(),
            "range": self._range(), "coverage": self._coverage(), "moved": self._moved(),
            "sensitivity": self._sensitivity(sensitivity) if sensitivity else None,
            "sensitivity_key": self.ctx.count(f"{self.stem}/sensitivity", len(sensitivity)),
            "records": self._records(records) if records else None,
            "records_key": self.ctx.count(f"{self.stem}/records", len(records)),
            "open_key": self.ctx.count(f"{self.stem}/open", open_count),
            "warnings": [self.ctx.public(str(w)) for w in self.report.get("warnings") or ()],
            "source": self._source(),
        }  # fmt: skip

    def _key(self, name: str) -> str:
        return f"gap/{self.stem}/{name}"

    def _put(self, name: str, value: float | None, unit: str, **more: Any) -> Markup:
        if value is not None and abs(value) >= _LONG:
            more.setdefault("decimals", POWER)
        return self.ctx.figure(self._key(name), value, unit=unit, **self.rest, **more)

    def estimate(
        self, name: str, estimate: Mapping[str, Any], unit: str, definition: str
    ) -> tuple[Cell, Cell, Cell]:
        """(value, 90% limits, censored in words) of an estimate of the contract."""
        value = self._put(
            name,
            estimate.get("estimate"),
            unit,
            low=estimate.get("low"),
            high=estimate.get("high"),
            definition=definition,
        )
        limits = self.ctx.store.limits(self._key(name)) if self._key(name) in self.ctx.store else Markup("")
        at_least = {"left": "at least: the record begins too late", "right": "at least: not reached yet"}
        return value, limits or "none", at_least.get(str(estimate.get("censored")), "")

    def _lead(self) -> Markup:
        lag = self.report.get("backward_lag_months") or {}
        until = str(self.report.get("observed_until") or "")
        vertical = self.report.get("vertical_gap") or {}
        if lag.get("estimate") is None or vertical.get("estimate") is None:
            return Markup("The lag is undefined on {}: the notes below say why.").format(day_words(until))
        leader, follower = the(self.gap.leader), the(self.gap.follower)
        months = self.estimate("backward_lag_months", lag, "months", TIME[0][2])
        points = self.estimate("vertical_gap", vertical, self.gap.unit, "difference of the best scores")
        return Markup(
            "On {}, the last day that the data sees, the best model of {} was {} {} below that of {} (90% "
            "limits: {}), and the first model of {} above it was {} months old (90% limits: {}). That is one "
            "day of a saw-tooth: the range over the last days stands on the front page."
        ).format(
            day_words(until),
            follower,
            points[0],
            units(self.gap.unit),
            leader,
            points[1],
            leader,
            *months[:2],
        )

    def _time(self, match: Mapping[str, Any]) -> Table:
        rows: list[tuple[Cell, ...]] = []
        for name, words, definition in TIME:
            estimate = self.report.get(name) or {}
            rows.append((words, *self.estimate(name, estimate, "months", definition), definition))
        fit = "lognormal fit over all records, open ones as “at least”"
        median = self.estimate("match_median", match.get("median") or {}, "months", fit)
        rows.append(("Time to match, median", *median, fit))
        km = (match.get("kaplan_meier") or {}).get("median")
        shown = self._put("match_km_median", km, "months") if km is not None else Markup("not reached")
        half = "Kaplan-Meier: months until half are matched"
        rows.append(("Time to match, median of the curve", shown, "", "", half))
        head = ("Quantity", "#Months", "#90% limits", "Censored", "Definition")
        return table(f"Gaps in time on {self.gap.measure}", head, rows)

    def ahead(self) -> Cell:
        """The chance that the follower is ahead, through the store."""
        ahead = self.report.get("p_follower_ahead")
        if ahead is None:
            return "undefined"
        return self._put("p_follower_ahead", ahead, "share", decimals=None) + "%"

    def _level(self) -> Table:
        estimate = self.report.get("vertical_gap") or {}
        gap = self.estimate("vertical_gap", estimate, self.gap.unit, "difference of the best scores")
        shown = self.ahead()
        rows: list[tuple[Cell, ...]] = [
            ("Vertical gap", gap[0], gap[1], f"{units(self.gap.unit)}: difference of the best scores"),
            (f"Chance that {the(self.gap.follower)} is ahead", shown, "", "share of the draws"),
        ]
        bias = self.report.get("maximum_bias_points") or {}
        for role, side in (("leader", self.gap.leader), ("follower", self.gap.follower)):
            if bias.get(role) is not None:
                value = self._put(f"bias/{role}", bias[role], self.gap.unit)
                why = "a maximum of noisy scores lies too high by so much, by simulation"
                rows.append((f"Upward bias of the best of {the(side)}", value, "", why))
        head = ("Quantity", "#Value", "#90% limits", "Definition")
        return table(f"Gap in level on {self.gap.measure}", head, rows)

    def _origination(self) -> Table | None:
        if len(self.frontiers) < 2:
            return None
        rows = [
            (m.side, self._put(f"moved/{slug(m.side)}", m.points, self.gap.unit),
             self._put(f"moved-records/{slug(m.side)}", m.records, "count", decimals=0))
            for m in moved_by(self.frontiers)
        ]  # fmt: skip
        head = ("Side", f"#{start(units(self.gap.unit))} added", "#Records")
        return table("Who moved the joint frontier after its first record", head, rows)

    def _range(self) -> Markup:
        reach = self.report.get("measurable_range_months")
        if reach is None:
            return Markup("How long a lag the data could show is not known.")
        return Markup(
            "The longest lag that the data could show on that day is {} months; a claim beyond it is "
            "undecided, never contradicted."
        ).format(self._put("measurable_range", reach, "months"))

    def _coverage(self) -> Table | None:
        coverage = self.report.get("coverage") or {}
        rows = []
        for side, who in (("leader", self.gap.leader), ("follower", self.gap.follower)):
            found = coverage.get(side)
            if found:
                numbers = [
                    self._put(f"coverage/{side}/{k}", found.get(k), "count", decimals=0)
                    for k in ("models", "labs")
                ]
                rows.append((who, *numbers, "thin: undecided" if found.get("thin") else "enough"))
        head = ("Side", "#Scored models", "#Labs", "Coverage")
        return table("Coverage in the twelve months before", head, rows) if rows else None

    def _moved(self) -> Markup:
        moved = self.report.get("most_moved_by")
        if not moved:
            return Markup("No single model, left out or re-dated, moves the lag.")
        what = Markup("{}").format(f"{moved.get('model')}, {moved.get('change')}")
        if moved.get("re_dated_to"):
            what += f" from {day_words(moved.get('re_dated_from'))} to {day_words(moved['re_dated_to'])}"
        before = self._put("moved/with", moved.get("estimate_with"), "months")
        after = self._put("moved/without", moved.get("estimate_without"), "months")
        return Markup("One model moves the backward lag most: {}: from {} to {} months.").format(
            what, before, after
        )

    def _sensitivity(self, rows: Sequence[Mapping[str, Any]]) -> Table:
        out = []
        for k, r in enumerate(rows):
            value = self._put(f"sensitivity/{k}", r.get("estimate"), "months or points")
            quantity = str(r.get("quantity")).replace("_months", "").replace("_", " ")
            tolerance = number(float(r["tolerance"])) if r.get("tolerance") is not None else ""
            least = "at least" if r.get("censored") else ""
            cells = [str(r.get(k) or "") for k in ("window", "rule", "date_basis")]
            out.append((quantity, value, least, tolerance, file_name(str(r.get("vintage"))), *cells))
        head = (
            "Quantity",
            "#Estimate",
            "Censored",
            "#Tolerance",
            "Vintage",
            "Window",
            "Side rule",
            "Date basis",
        )
        return table("The same quantities, measured otherwise", head, out)

    def _records(self, records: Sequence[Mapping[str, Any]]) -> Table:
        rows = []
        for k, r in enumerate(records):
            level = self._put(f"record/{k}/level", r.get("level"), self.gap.unit)
            if r.get("already"):
                took: Cell = "had it before"
            elif r.get("months") is not None:
                took = self._put(f"record/{k}/months", r["months"], "months")
            else:
                took = "at least " + self._put(f"record/{k}/open", r.get("open_for_months"), "months")
            by = str(r.get("matched_by") or "not matched yet")
            on = day_words(r["matched_on"]) if r.get("matched_on") else ""
            rows.append((str(r.get("model")), day_words(r.get("date")), level, by, on, took))
        head = ("Model", "Date", "#Level", "Matched by", "Matched on", "#Months")
        return table(
            f"Records of {the(self.gap.leader)} and when {the(self.gap.follower)} matched them", head, rows
        )

    def _source(self) -> Markup:
        return self.ctx.source_line(self.gap.source, vintage_of(self.gap))

    def _frontiers(self) -> ChartOnPage | None:
        if not self.frontiers:
            return None
        name, g = f"frontiers-{self.stem}", self.gap
        until = min(f.observed_until for f in self.frontiers)
        title = f"Best models of {the(g.leader)} and {the(g.follower)}, {g.measure}"
        self.charts.append(
            frontier_chart(self.frontiers, name, title, (f"Data to {day_words(until)}. Bars: 90% limits.",))
        )
        rows = [
            (p.model, f.side, day_words(p.date), *self._level_of(f"frontier/{k}/{n}", p))
            for k, f in enumerate(self.frontiers)
            for n, p in enumerate(f.points)
        ]
        head = ("Model", "Side", "Date", f"#{start(units(g.unit))}", "#90% limits")
        last = [f"{f.side}: {f.points[-1].model}" for f in self.frontiers]
        return ChartOnPage(
            name=name, alt=f"Chart. {title}, as two rising lines of steps. The records follow as a table.",
            caption="Each step is a model that set a record for its side; the pale bar is its 90% interval.",
            source=self._source(),
            description=(f"{title}. Last records: {'; '.join(last)}.",),
            tables=(table("Records of both sides", head, rows),),
        )  # fmt: skip

    def _level_of(self, name: str, point: FrontierPoint) -> tuple[Markup, Markup]:
        level = self._put(name, point.level, self.gap.unit, low=point.low, high=point.high)
        return level, self.ctx.store.limits(self._key(name))

    def _survival(self, match: Mapping[str, Any]) -> ChartOnPage:
        g, name = self.gap, f"match-{self.stem}"
        points = curve_points(match)
        median = (match.get("kaplan_meier") or {}).get("median")
        sides = f"of the records of {the(g.leader)}", f"matched by {the(g.follower)}"
        title = f"Fewer than half {sides[0]} are {sides[1]}"
        if median is not None:
            title = f"Half {sides[0]} were {sides[1]} within {number(float(median))} months"
        closing = match.get("closing_releases")
        records = list(match.get("records") or ())
        still = sum(r.get("months") is None and not r.get("already") for r in records)
        n = f"{count_words(len(records), 'record')}, {still} open"
        if closing is not None:
            n += f", closed by {count_words(int(closing), 'release')}"
        self.charts.append(survival_chart(match, name, title, (f"{n}. Upright ticks: records still open.",)))
        rows = [
            (
                self._put(f"curve/{k}/months", m, "months"),
                self._put(f"curve/{k}/share", s, "share", decimals=None) + "%",
            )
            for k, (m, s) in enumerate(points)
        ]
        return ChartOnPage(
            name=name, alt=f"Chart. {title}. A falling line of steps. The values follow as a table.",
            caption=f"Kaplan-Meier curve over {n}. Records still open count as “at least”.",
            source=self._source(), description=(f"{title}.",),
            tables=(table("Share not matched yet, by months", ("#Months", "#Not matched"), rows),),
        )  # fmt: skip


def frontiers_of(ctx: Context, gap: GapView) -> tuple[FrontierView, ...]:
    """Both sides' frontiers (leader first): those of the view, else the report's own, without limits."""
    out = []
    for role, side in (("leader", gap.leader), ("follower", gap.follower)):
        given = [f for f in ctx.view.frontiers if (f.side, f.measure) == (side, gap.measure)]
        out += given[:1] or _reported(gap, role, side)
    return tuple(f for f in out if f.points)


def _reported(gap: GapView, role: str, side: str) -> list[FrontierView]:
    points = (gap.report.get("frontiers") or {}).get(role) or ()
    if not points:
        return []
    found = tuple(
        FrontierPoint(
            date=dt.date.fromisoformat(p["date"]), level=float(p["level"]), low=p.get("low"),
            high=p.get("high"), model=str(p["model"]),
        )
        for p in points
    )  # fmt: skip
    until = dt.date.fromisoformat(str(gap.report["observed_until"]))
    return [
        FrontierView(
            measure=gap.measure, unit=gap.unit, side=side, points=found, source=gap.source,
            vintage=vintage_of(gap), observed_until=until,
        )
    ]  # fmt: skip


def vintage_of(gap: GapView) -> Vintage:
    """The vintage that a report names."""
    v = gap.report.get("vintage") or {}
    date = dt.date.fromisoformat(str(v["date"])) if v.get("date") else None
    return Vintage(file=str(v.get("file")), sha256=str(v.get("sha256")), date=date)
