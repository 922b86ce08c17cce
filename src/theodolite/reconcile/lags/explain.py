"""A finding in words: the arithmetic anyone can redo, and a sentence a reporter can print."""

from __future__ import annotations

from collections.abc import Sequence

from theodolite.catalog.definitions import Definition
from theodolite.catalog.sources.countries import with_article
from theodolite.model.claim import Lag
from theodolite.model.finding import BASES, Basis, Finding, Held
from theodolite.model.series import Series
from theodolite.reconcile.flags import when
from theodolite.reconcile.lags.binding import Binding
from theodolite.reconcile.rounding import Ends
from theodolite.reconcile.series import Share
from theodolite.reconcile.verdicts import measured, tally


def months(ends: Ends, unit: str = "months") -> str:
    """A span in words: "12 to 24 months", "at least 12 months", "no more than 24 months"."""
    low, high = ends
    if low is None and high is None:
        return "no stated stretch of time"
    if low is None or high is None:
        said = "no more than" if low is None else "at least"
        stated = high if low is None else low
        return f"{said} {_counted(stated, unit)}"
    return _counted(low, unit) if low == high else f"{low:g} to {_counted(high, unit)}"


def _counted(n: float | None, unit: str) -> str:
    """A number with its unit: "1 month", "12 months"."""
    return f"{n:g} {unit[:-1] if n == 1 and unit.endswith('s') else unit}"


def arithmetic(d: Definition, series: Series, ends: Ends, binding: Binding, held: Share) -> str:
    """One line with every figure that the result rests on."""
    low, high = ends
    value = series.values[series.day]
    at_least = "at least " if series.censored[series.day] else ""
    day = "undefined" if value != value else f"{at_least}{value:.1f} {series.unit}"
    span = "no range" if low is None else f"{low:.1f} to {high:.1f} {series.unit}"
    drawn = "no draws" if series.draws is None else f"{series.draws.shape[1]} {series.method} draws"
    return (
        f"{d.id}: {day} on {series.days[series.day].isoformat()}; {span} over {len(series.days)} days "
        f"({series.days[0].isoformat()} to {series.days[-1].isoformat()}), {drawn}; "
        f"{_claimed(binding)}: {_percent(held.inside)} inside, {_percent(held.outside)} outside"
    )


def _claimed(binding: Binding) -> str:
    if binding.reading == "trend":
        return "claimed change below zero" if binding.span.strict[0] is None else (
            "claimed change above zero" if binding.span.strict[1] is None else "claimed change within one"
        )  # fmt: skip
    return f"claimed {months(binding.span.strict)}, read as {months(binding.span.rounded)}"


def sentence(claim: Lag, finding: Finding) -> str:
    """One plain sentence on the statement, never on the person."""
    said = _said(claim)
    if finding.verdict_then == "not checkable" and finding.verdict_now == "not checkable":
        return f"{said} cannot be held against a measurement: {finding.reason}."
    counts = tally(finding.held, finding.verdict_then_basis)
    if finding.verdict_then == "not checkable":
        counts = tally(finding.held, "now")
        return f"{said} is {finding.verdict_now} by today's data: it {counts}.{_figures(finding, 'now')}"
    basis = when(finding.verdict_then_basis)
    figures = _figures(finding, finding.verdict_then_basis)
    return f"{said} is {finding.verdict_then} ({basis}): it {counts}. Today: {finding.verdict_now}.{figures}"


_MEASURED = {
    "standing": "the lag was", "record": "it took", "catch_up": "it took", "trend": "the change was",
}  # fmt: skip


def _figures(finding: Finding, basis: Basis) -> str:
    """What was measured, by the first definition on each of the first two measures, with its source."""
    first: dict[str, Held] = {}
    for h in measured(finding.held, basis):
        if h.day_value is not None and h.reason is None:
            first.setdefault(h.measure, h)
    reading = str((finding.binding or {}).get("reading"))
    told = [_figure(h, _MEASURED.get(reading, "it was"), reading) for h in list(first.values())[:2]]
    return "".join(f" {words}." for words in told)


def _figure(h: Held, was: str, reading: str) -> str:
    sign = "+" if reading == "trend" else ""
    least = "at least " if h.censored else ""
    span = "" if h.low is None or h.high is None else f" ({h.low:{sign}.1f} to {h.high:{sign}.1f})"
    on = "over the twelve months to" if reading == "trend" else "as of"
    return (
        f"On {h.measure} {was} {least}{h.day_value:{sign}.1f} {h.unit or 'months'}{span} {on} {h.day} "
        f"({h.source}, {h.vintage_date or 'no date'})"
    )


def objection_sentence(held: Sequence[Held]) -> str | None:
    """What is shown to an objection, in one sentence: each family once, on the first measure that has it, by
    the figures of the day where there are any, else today's. None where nothing was measured."""
    for basis in BASES:
        rows: dict[str, Held] = {}
        for h in held:
            if h.basis == basis and h.day_value is not None:
                rows.setdefault(h.definition.removeprefix("second-"), h)
        shown = [_family(rows[name], words) for name, words in _FAMILIES.items() if name in rows]
        if shown:
            first = next(iter(rows.values()))
            return (
                "The statement objects to measuring the gap in time, so it gets no verdict. Shown instead "
                f"({first.measure}, {first.day}): {'; '.join(shown)}."
            )
    return None


_FAMILIES = {
    "time-backward": "{} behind in time",
    "level-points": "{} apart in level",
    "origination-share": "{} of what moved the joint frontier came from the leader",
}


def _family(h: Held, words: str) -> str:
    assert h.day_value is not None
    span = "" if h.low is None else f" ({h.low:.0f} to {h.high:.0f})"
    return words.format(f"{'at least ' if h.censored else ''}{h.day_value:.0f} {h.unit}{span}")


def _said(claim: Lag) -> str:
    if claim.low_months is None and claim.high_months is None:
        what = f"that the gap is {claim.trend or 'changing'}"
    else:
        what = f"of {months((claim.low_months, claim.high_months))}"
    denied = "denied " if claim.polarity == "denied" else ""
    sides = [with_article(side) for side in (claim.follower, claim.leader) if side is not None]
    return " ".join([f"The {denied}statement {what}", *_between(sides)])


def _between(sides: list[str]) -> list[str]:
    """The sides that the words name: both, one, or none."""
    return [f"{'between' if len(sides) == 2 else 'on'} {' and '.join(sides)}"] if sides else []


def _percent(share: float) -> str:
    """A share of draws as percent; a sample never shows that nothing or everything is so."""
    if share < 0.01:
        return "<1%"
    return ">99%" if share > 0.99 else f"{share:.0%}"


def flip(binding: Binding, held: Sequence[Held], basis: Basis) -> str | None:
    """What would have to be claimed for the result to change: the measured range in words."""
    rows = [h for h in held if h.basis == basis and h.low is not None and h.high is not None]
    if not rows or binding.reading == "trend":
        return None
    low, high = min(h.low or 0.0 for h in rows), max(h.high or 0.0 for h in rows)
    return f"a claim that covers {low:.0f} to {high:.0f} months would hold under every definition measured"
