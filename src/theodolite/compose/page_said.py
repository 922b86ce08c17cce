"""The pages' side of said against measured: title, caption, lists and the table beside the chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from theodolite.compose.chart_said import said_chart
from theodolite.compose.context import Context, Entry
from theodolite.compose.outside import slug
from theodolite.compose.said import LANES, NotDrawn, SaidMark, SaidPicture
from theodolite.compose.standing import MeasuredRange, measured_range, withheld_because
from theodolite.compose.survey_view import LagSeries
from theodolite.compose.tables import ChartOnPage, Table, table
from theodolite.compose.words import between, claimed, count_words, day_words, the
from theodolite.model.site import ChartFile

_LANES = {
    "standing": "Standings: is behind now",
    "record": "Records: took so long to match a named thing",
    "catch_up": "Catching up: will need so long",
}
_RULE = (
    "Drawn is every claim read in this survey that puts a stretch of time on {follower}'s standing behind "
    "{leader} in capability, with no narrower scope and with a day of saying; records and catching up have "
    "lanes of their own. Nearby bars stand side by side."
)


@dataclass(frozen=True, slots=True)
class SaidOnPage:
    """A picture, its chart file, and what the page prints around it."""

    picture: SaidPicture
    file: ChartFile
    chart: ChartOnPage
    title: str
    context: dict[str, Any]


def said_title(picture: SaidPicture, ranges: Sequence[MeasuredRange], withheld: Sequence[str] = ()) -> str:
    """Only what holds on all measures drawn: the range over all of them, or no figure where they differ.

    A range that is `withheld` from the front sentence is no title either.
    """
    pair = f"{the(picture.follower, start=True)} behind {the(picture.leader)}"
    apart = any(a.high < b.low or b.high < a.low for a in ranges for b in ranges)
    if not ranges or apart or withheld:
        return f"{pair}: said against measured"
    low, high = min(r.widest[0] for r in ranges), max(r.widest[1] for r in ranges)
    until = min(r.until for r in ranges)
    on = count_words(len(ranges), "measure")
    return f"{pair}: {between(low, high)} on {on}, data to {day_words(until)}"


def said_on_page(ctx: Context, picture: SaidPicture, index: int) -> SaidOnPage:
    """Everything about one picture."""
    ranges = [r for s in picture.series if (r := measured_range(s)) is not None]
    withheld = withheld_because(ctx.view, picture.leader, picture.follower, ranges)
    title = said_title(picture, ranges, withheld)
    name = "said" if index == 0 else f"said-{slug(f'{picture.follower} {picture.leader}')}"
    rule = _RULE.format(follower=the(picture.follower), leader=the(picture.leader))
    n = ctx.count(f"{name}/drawn", picture.drawn_count)
    subtitle = (f"Drawn: {count_words(picture.drawn_count, 'claim')} (n = {picture.drawn_count}).",)
    tables = (_series_table(ctx, f"{name}/{k}", s) for k, s in enumerate(picture.series))
    chart = ChartOnPage(
        name=name,
        alt=_alt(picture, title),
        caption=Markup("{} n = {}.").format(rule, ctx.store.mark(n)),
        source=Markup("<br>").join(ctx.source_line(s.source, s.vintage) for s in picture.series),
        description=_description(picture),
        tables=(_claims_table(ctx, picture), *tables),
    )
    file = said_chart(picture, name, title, subtitle)
    return SaidOnPage(picture, file, chart, title, _lists(ctx, picture, name))


def _alt(picture: SaidPicture, title: str) -> str:
    standing = sum(m.lane == "standing" for m in picture.marks)
    return (
        f"Chart. {title}. {count_words(standing, 'claim')} as bars and arrows over time, beside the measured "
        f"lag as a band. The claims and the measured values follow as text and tables."
    )


def _description(picture: SaidPicture) -> tuple[str, ...]:
    lines = []
    for s in picture.series:
        found = measured_range(s)
        if found is None or not s.days:
            continue
        hindsight = (
            f"Before {day_words(s.first_vintage)} no vintage existed: that part is measured in hindsight."
            if s.first_vintage
            else "No vintage has a date: all of it is measured in hindsight."
        )
        lines.append(
            f"{s.measure}: measured from {day_words(s.days[0].day)} to {day_words(s.days[-1].day)} under "
            f"{count_words(len(s.definitions), 'definition')} ({'; '.join(s.definitions.values())}). "
            f"Over the last 90 days {between(*found.widest)}. {hindsight}"
        )
    if picture.open_records:
        lines.append(
            f"{count_words(len(picture.open_records), 'record')} of {the(picture.leader)} not matched yet: "
            "each is drawn as a hollow arrow at the data's end, at the months it has stood: at least so many."
        )
    for m in picture.marks:
        lines.append(f"{m.number}. {m.words}, {day_words(m.said)}; {m.verdict}.")
    lines += [
        f"{f.number}. {f.speaker} objects to measuring in time, {day_words(f.said)}." for f in picture.flags
    ]
    return tuple(lines)


def _claims_table(ctx: Context, picture: SaidPicture) -> Table:
    rows = []
    for m in picture.marks:
        entry = ctx.entry_of[m.claim.id]
        span = ctx.span(f"said/{m.claim.id[:16]}", m.low, m.high, "months")
        who = (str(m.number), m.speaker, day_words(m.said))
        rows.append((*who, m.lane.replace("_", " "), m.claim.polarity, span, entry.verdict))
    head = ("#Number", "Speaker", "Said on", "Reading", "Polarity", "Claimed", "Verdict")
    return table("Claims drawn", head, rows)


def _series_table(ctx: Context, name: str, s: LagSeries) -> Table:
    """The first measured day of each month; the CSV file has every day."""
    seen: set[tuple[int, int]] = set()
    rows = []
    stem = f"{name}/{slug(s.measure)}"
    for d in s.days:
        if (d.day.year, d.day.month) in seen:
            continue
        seen.add((d.day.year, d.day.month))
        rest: dict[str, Any] = {"unit": "months", "source": s.source, "vintage": s.vintage.file}
        value = d.by_definition.get(s.default)
        key = f"{stem}/{d.day.isoformat()}"
        shown = ctx.figure(key, value, d.low, d.high, definition=s.default, **rest)
        limits = ctx.store.limits(key) if key in ctx.store else Markup("")
        spread = sorted(d.by_definition.values())
        ends = (
            [ctx.figure(f"{key}/{e}", v, **rest) for e, v in (("least", spread[0]), ("most", spread[-1]))]
            if spread
            else []
        )
        ceiling = ctx.figure(f"{key}/ceiling", d.ceiling, **rest)
        rows.append(
            (
                day_words(d.day),
                shown,
                limits,
                Markup(" to ").join(ends),
                ceiling,
                "at least" if d.censored else "",
            )
        )
    head = ("Day", "#Months", "#90% limits", "#Over definitions", "#Ceiling", "Censored")
    return table(f"{s.measure}: lag in months, first measured day of each month", head, rows)


def _lists(ctx: Context, picture: SaidPicture, name: str) -> dict[str, Any]:
    lanes = []
    for lane in LANES:
        marks = [m for m in picture.marks if m.lane == lane]
        if marks:
            lanes.append({"title": _LANES[lane], "entries": [_listed(ctx, m) for m in marks]})
    if picture.flags:
        flags = [
            {"number": f.number, "entry": ctx.entry_of[f.claim.id], "repeats": []} for f in picture.flags
        ]
        lanes.append({"title": "Objections to the measure itself", "entries": flags})
    return {
        "lanes": lanes,
        "not_drawn_key": ctx.count(f"{name}/not-drawn", len(picture.not_drawn)),
        "not_drawn": _reasons(ctx, picture.not_drawn, name),
    }


def _listed(ctx: Context, mark: SaidMark) -> dict[str, Any]:
    repeats = [
        {"at": ctx.entry_of[r.claim.id].at, "words": f"{_begin(r.claim.quote)} ({day_words(r.day)})"}
        for r in mark.repeats
    ]
    return {"number": mark.number, "entry": ctx.entry_of[mark.claim.id], "repeats": repeats}


def _begin(quote: str, most: int = 48) -> str:
    return f"“{quote}”" if len(quote) <= most else f"“{quote[:most].rstrip()}…”"


def _reasons(ctx: Context, left_out: Sequence[NotDrawn], name: str) -> list[dict[str, Any]]:
    by_why: dict[str, list[Entry]] = {}
    for row in left_out:
        by_why.setdefault(row.why, []).append(ctx.entry_of[row.claim.id])
    ordered = sorted(by_why.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    return [
        {"why": why, "entries": entries, "key": ctx.count(f"{name}/not-drawn/{k}", len(entries))}
        for k, (why, entries) in enumerate(ordered)
    ]


def lead(picture: SaidPicture) -> str:
    """What the picture shows, in one sentence that needs no figure."""
    if not picture.marks:
        return (
            "No claim that was read puts a stretch of time on this standing: the measured side stands alone."
        )
    sides = f"{the(picture.follower)} and {the(picture.leader)}"
    return f"What was said about {sides}, on the day it was said, beside what the data shows for those days."


def claimed_words(mark: SaidMark) -> str:
    """A mark in words, for the air cards."""
    verb = "denies" if mark.denied else "says"
    return f"{mark.speaker} {verb} {claimed(mark.low, mark.high)}"
