"""Shares of groups in a total, with what is in none of them, in several of them, or not known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from theodolite.measure.indicators.groups import Group, every_group
from theodolite.measure.indicators.levels import concentrated, figure
from theodolite.measure.indicators.rows import Rows, latest
from theodolite.model.basis import Basis
from theodolite.model.indicator import Concentration, Question, Rule, Share, ShareReport, Variant
from theodolite.statistics.concentration import ranks

_VARIED = 3
"""How many groups are shown under the other choices."""


def shares(
    found: Rows,
    named: Sequence[Group],
    rule: Rule,
    question: Question,
    basis: Basis,
    *,
    top: int | None = None,
    others: Sequence[Rows] = (),
) -> ShareReport:
    """Shares of `named` groups, or of every group of the field, the `top` largest of them.

    `others` are the same selection from other vintages.
    """
    found = latest(found, each_year=False)
    everyone = every_group((r.cell for r in found.rows), found.by or "")
    asked = list(named) or everyone
    amounts = [(g, f[0], f[1]) if (f := _amount(found, g, rule)) else (g, 0.0, 0) for g in asked]
    total, total_is = _total(found)
    order = ranks([a for _, a, _ in amounts])
    rows = sorted(
        (
            Share(group=g.name, value=a, share=a / total if total > 0 else None, n=n, rank=r)
            for (g, a, n), r in zip(amounts, order, strict=True)
        ),
        key=lambda s: -s.value,
    )[:top]
    shown = [g for g in asked if g.name in {s.group for s in rows}]
    parts = [(row, [g.part(row.cell, rule) for g in shown]) for row in found.rows]
    inside = sum(row.value * min(sum(p), 1.0) for row, p in parts)
    overlap = sum(row.value * max(sum(p) - 1.0, 0.0) for row, p in parts)
    unknown = [row for row in found.rows if not row.cell]
    outside = [row for row, p in parts if row.cell and sum(p) < 1]
    missing = sum(row.value for row in unknown)
    left = total - inside - missing
    warnings = list(found.warnings)
    if left < -1e-9 * max(total, 1):
        warnings.append("the groups hold more than the publisher's total: rows count in several of them")
    elif overlap > 0:
        warnings.append(f"{overlap:g} counts in more than one group: shares add up to more than 100%")
    return ShareReport(
        question=question, basis=basis, total=total, total_is=total_is, rows=len(found.rows),
        shares=tuple(rows),
        other=None if left < -1e-9 * max(total, 1) else _rest("other", max(left, 0.0), len(outside), total),
        unknown=_rest("unknown", missing, len(unknown), total) if unknown else None,
        overlap=overlap,
        concentration=_concentration(found, everyone, rule) if everyone else None,
        sensitivity=_varied(found, shown[:_VARIED], rule, others),
        warnings=tuple(warnings),
    )  # fmt: skip


def _amount(found: Rows, group: Group, rule: Rule) -> tuple[float, int] | None:
    return figure(found.rows, group, "sum", rule)


def _total(found: Rows) -> tuple[float, str]:
    years = {r.year for r in found.rows}
    if found.whole and years <= found.whole.keys():
        used = {max(years)} if found.stock else years
        return sum(found.whole[y] for y in used), "the publisher's total"
    return sum(r.value for r in found.rows), "all rows that meet the conditions, each once"


def _rest(name: str, value: float, n: int, total: float) -> Share:
    return Share(group=name, value=value, share=value / total if total > 0 else None, n=n, rank=None)


def _concentration(found: Rows, groups: Sequence[Group], rule: Rule) -> Concentration:
    amounts = [f[0] for g in groups if (f := _amount(found, g, rule))]
    return concentrated(amounts, None)


def _varied(found: Rows, groups: Sequence[Group], rule: Rule, others: Sequence[Rows]) -> tuple[Variant, ...]:
    """Each group under the other rules of counting, and in the other vintages."""
    made = []
    several = any(len(r.cell) > 1 for r in found.rows)
    for group in groups:
        for other in get_args(Rule) if several else ():
            if other != rule:
                made.append(_variant("counting", other, found, group, other))
        for rows in others:
            made.append(_variant("vintage", str(rows.table.vintage.date), rows, group, rule))
    return tuple(made)


def _variant(axis: str, setting: str, found: Rows, group: Group, rule: Rule) -> Variant:
    found = latest(found, each_year=False)
    amount = _amount(found, group, rule) or (0.0, 0)
    total, _ = _total(found)
    return Variant(
        axis=axis, setting=setting, vintage=found.table.vintage.file, group=group.name, value=amount[0],
        share=amount[0] / total if total > 0 else None, n=amount[1],
    )  # fmt: skip
