"""The report on two vintages for a reader at a terminal, or as rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from theodolite.measure.revisions.report import largest
from theodolite.model.names import first_few
from theodolite.model.revisions import KINDS, Kind, Revision, RevisionReport, Split
from theodolite.model.scores import ScoredModel

_SHOWN = 12
"""How many re-scored, new and dropped models are listed; JSON and CSV have all."""
_NAMES = {
    "backward_lag_months": "backward lag, months",
    "vertical_gap": "vertical gap, points",
    "level_shift_months": "level-averaged shift, months",
    "time_to_match_median_months": "time to match, median months",
}


def show(report: RevisionReport) -> None:
    """Print the report to standard output."""
    console = Console()
    counts = ", ".join(f"{report.count(kind)} {kind}" for kind in reversed(KINDS))
    console.print(
        Text(
            f"From {report.old.file} ({report.old.sha256[:12]}, {report.models[0]} models) to "
            f"{report.new.file} ({report.new.sha256[:12]}, {report.models[1]} models): "
            f"{report.shared} models in both; {counts}."
        )
    )
    console.print(_splits(report))
    for split in report.splits:
        for line in _most(split):
            console.print(Text(line))
    if report.as_if:
        console.print(_as_if(report))
    for kind in ("re-dated", "re-attributed"):
        if any(kind in r.kinds for r in report.revisions):
            console.print(_changed(report, kind))
    if report.count("re-scored"):
        console.print(_scored(report))
    for kind in ("new", "dropped"):
        names = [_short(r) for r in report.revisions if kind in r.kinds]
        console.print(Text(f"{kind.capitalize()}: {first_few(names, _SHOWN) or 'none'}"))
    for warning in report.warnings:
        console.print(Text(f"Note: {warning}"))


def _splits(report: RevisionReport) -> Table:
    table = Table(
        title=Text(f"{report.follower} behind {report.leader} on {report.day}"),
        caption=Text(
            "What each kind did: the mean over all orders; in brackets, made in this order. Both add up."
        ),
    )
    table.add_column("", no_wrap=True)
    for split in report.splits:
        table.add_column(_NAMES[split.quantity], justify="right", overflow="fold")
    table.add_row("before", *(_number(s.before, s.censored_before) for s in report.splits))
    for kind in KINDS:
        table.add_row(kind, *(_share(s, kind) for s in report.splits))
    table.add_row("after", *(_number(s.after, s.censored_after) for s in report.splits))
    table.add_row("change", *(_signed(s.change) for s in report.splits))
    return table


def _share(split: Split, kind: Kind) -> str:
    if split.shapley is None or split.sequential is None:
        return "-"
    mean, here = _signed(split.shapley[kind]), _signed(split.sequential[kind])
    return mean if mean == here else f"{mean} ({here})"


def _most(split: Split) -> Iterator[str]:
    if split.most is None:
        yield f"{_NAMES[split.quantity].capitalize()}: no one change of one model moves it alone."
    else:
        undone = "undefined" if split.most.estimate is None else f"{split.most.estimate:.1f}"
        after = "-" if split.after is None else f"{split.after:.1f}"
        yield (
            f"Most by one model, {_NAMES[split.quantity]}: {split.most.model}, {split.most.kind}; "
            f"taken back, {after} would be {undone}."
        )


def _as_if(report: RevisionReport) -> Table:
    table = Table(title="As if")
    for name in ("model", "change", "quantity", "before", "after"):
        table.add_column(name, justify="right" if name in ("before", "after") else "left", overflow="fold")
    for a in report.as_if:
        table.add_row(
            Text(a.model), a.change, _NAMES[a.quantity], _number(a.before, None), _number(a.after, None)
        )
    return table


def _changed(report: RevisionReport, kind: str) -> Table:
    table = Table(title=Text(kind.capitalize()))
    for name in ("model", "before", "after"):
        table.add_column(name, overflow="fold")
    for r in report.revisions:
        if kind in r.kinds and r.old and r.new:
            if kind == "re-dated":
                said = r.old.date.isoformat(), r.new.date.isoformat()
            else:
                said = _attributes(r.old, r.new), _attributes(r.new, r.old)
            table.add_row(Text(r.name), *(Text(one) for one in said))
    return table


def _scored(report: RevisionReport) -> Table:
    many = report.count("re-scored")
    table = Table(title=Text(f"Re-scored, the {min(_SHOWN, many)} that moved most of {many}"))
    for name in ("model", "before", "after", "change"):
        table.add_column(name, justify="left" if name == "model" else "right", overflow="fold")
    for r in largest(report, _SHOWN):
        assert r.old and r.new
        change = _signed(r.new.level - r.old.level)
        table.add_row(Text(r.name), f"{r.old.level:.2f}", f"{r.new.level:.2f}", change)
    return table


def _attributes(one: ScoredModel, other: ScoredModel) -> str:
    """What differs from the other row."""
    said = []
    if one.countries != other.countries:
        said.append(" and ".join(one.countries) or "no country")
    if one.organisations != other.organisations:
        said.append(", ".join(one.organisations) or "no organisation")
    if one.openness != other.openness:
        said.append(one.openness or "openness unknown")
    return "; ".join(said)


def _short(r: Revision) -> str:
    row = r.new or r.old
    assert row is not None
    return f"{row.name} ({row.date}, {row.level:.1f})"


def _number(value: float | None, censored: str | None) -> str:
    return "-" if value is None else f"{'>= ' if censored else ''}{value:.2f}"


def _signed(value: float | None) -> str:
    return "-" if value is None else f"{value + 0.0:+.2f}" if abs(value) >= 0.005 else "0"


def as_rows(report: RevisionReport) -> list[dict[str, Any]]:
    """One row a revised model, old and new beside each other."""
    rows = []
    for r in report.revisions:
        if not r.kinds:
            continue
        row: dict[str, Any] = {"model": r.name, "kinds": " ".join(r.kinds), "matched_by": r.matched_by}
        for side, model in (("old", r.old), ("new", r.new)):
            row |= {
                f"{side}_date": model.date.isoformat() if model else None,
                f"{side}_level": model.level if model else None,
                f"{side}_countries": "; ".join(model.countries) if model else None,
                f"{side}_organisations": "; ".join(model.organisations) if model else None,
                f"{side}_openness": model.openness if model else None,
            }
        rows.append(row)
    return rows
