"""The report on two vintages: every revision, and what the kinds of revision did to the gap of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from theodolite.measure.quantities import Setting
from theodolite.measure.revisions.changes import revisions
from theodolite.measure.revisions.decomposition import as_if, splits
from theodolite.measure.sides import SideRule, resolve_pair
from theodolite.model.errors import Refusal
from theodolite.model.revisions import KINDS, Revision, RevisionReport
from theodolite.model.scores import ScoreTable


def revision_report(
    old: ScoreTable,
    new: ScoreTable,
    leader: str,
    follower: str,
    *,
    as_of: dt.date | None = None,
    tolerance: float = 0.0,
    side_rule: SideRule = "any",
    without: Sequence[str] = (),
) -> RevisionReport:
    """Compare two vintages of one measure.

    The gap is that of one day in both: `as_of`, at the latest the day of the older vintage (the end of its
    data where it has no day). `without` names models to leave out, and to give their old date again. Raises
    Refusal for two vintages of different measures or the same bytes, a side nobody belongs to, and a model
    that is in neither.
    """
    if old.measure != new.measure:
        reason = f"its measure is {new.measure}, that of {old.vintage.file} {old.measure}"
        raise Refusal(new.vintage.file, reason, "give two vintages of one measure")
    if old.vintage.sha256 == new.vintage.sha256:
        raise Refusal(new.vintage.file, "both are the same vintage", "give two different ones")
    warnings: list[str] = []
    found = revisions(old, new)
    day = _day(old, new, as_of, warnings)
    # A side is looked up among the models of both: it may have its first model in the later one.
    both = replace(new, models=(*new.models, *old.models))
    first, second = resolve_pair(leader, follower, both, side_rule)
    at = Setting(first, second, day, tolerance, side_rule)
    _about_rows(old, new, found, warnings)
    return RevisionReport(
        old=old.vintage,
        new=new.vintage,
        measure=new.measure,
        unit=new.unit,
        source=new.source,
        leader=first.name,
        follower=second.name,
        day=day,
        tolerance=tolerance,
        side_rule=side_rule,
        models=(len(old.models), len(new.models)),
        revisions=found,
        splits=splits(found, new, at, warnings),
        as_if=as_if(found, new, at, _named(found, without, new)),
        warnings=tuple(warnings),
    )


def _day(old: ScoreTable, new: ScoreTable, as_of: dt.date | None, warnings: list[str]) -> dt.date:
    ends = [t.vintage.date or t.data_until for t in (old, new)]
    last = min(e for e in ends if e is not None)
    if as_of is not None and as_of > last:
        warnings.append(f"the as-of day {as_of} is past a vintage: answered for {last}")
    day = min(as_of or last, last)
    if old.data_until is not None and day > old.data_until:
        warnings.append(
            f"the last scored model of {old.vintage.file} is of {old.data_until}; both vintages are measured "
            f"on {day}, so that the lag of the older counts the days between"
        )
    return day


def _about_rows(old: ScoreTable, new: ScoreTable, found: Sequence[Revision], warnings: list[str]) -> None:
    if old.source != new.source:
        warnings.append(f"{old.source} and {new.source} differ in shape: a row may be a model in one and a "
                        "version in the other")  # fmt: skip
    if old.vintage.date and new.vintage.date and old.vintage.date > new.vintage.date:
        warnings.append("the first vintage is the later one: what is called new was dropped since")
    shown = [r for r in found if r.matched_by == "display name" and r.old and r.new]
    if shown:
        names = ", ".join(f"{r.old.name} as {r.new.name}" for r in shown if r.old and r.new)
        warnings.append(f"{len(shown)} models matched by display name: {names}")
    for table in (old, new):
        warnings.extend(f"{table.vintage.file}: {w}" for w in table.warnings if "left out" in w)


def _named(found: Sequence[Revision], wanted: Sequence[str], table: ScoreTable) -> tuple[str, ...]:
    names = []
    for name in wanted:
        match = next(
            (
                r.name
                for r in found
                for row in (r.new, r.old)
                if row is not None
                and name.casefold() in (row.name.casefold(), (row.display_name or "").casefold())
            ),
            None,
        )
        if match is None:
            raise Refusal(
                table.vintage.file, f"neither vintage has a model {name[:60]!r}", "name it as a vintage does"
            )
        names.append(match)
    return tuple(dict.fromkeys(names))


def largest(report: RevisionReport, n: int) -> tuple[Revision, ...]:
    """The n re-scored models whose level moved most."""
    moved = [r for r in report.revisions if KINDS[3] in r.kinds and r.old and r.new]
    return tuple(sorted(moved, key=lambda r: -abs(r.new.level - r.old.level) if r.old and r.new else 0.0)[:n])
