"""A page a dimension: every indicator with its figures, or with the reason why there are none."""

from __future__ import annotations

from collections.abc import Sequence

from theodolite.catalog.indicators import Dimension, Indicator, dimensions, indicators
from theodolite.compose.landscape.numbers import scale_for
from theodolite.compose.landscape.view import DimensionView, GroupValue, IndicatorView
from theodolite.model import indicator as model
from theodolite.model.errors import Misuse, Refusal
from theodolite.survey.tables.growth import growth_report
from theodolite.survey.tables.levels import level_report
from theodolite.survey.tables.questions import Ask
from theodolite.survey.tables.shelf import Shelf

_GROUPS = 8
"""The largest groups of an indicator are drawn; all of them are in its file."""


def dimension_views(shelf: Shelf) -> tuple[DimensionView, ...]:
    """Every dimension of the catalogue, whether the data holds something of it or not."""
    return tuple(_view(one, shelf) for one in dimensions())


def _view(one: Dimension, shelf: Shelf) -> DimensionView:
    own = [i for i in indicators() if i.dimension == one.name]
    return DimensionView(
        id=one.name.replace(" ", "-"),
        title=one.title,
        about=one.about,
        indicators=tuple(_indicator(i, shelf) for i in own),
    )


def _indicator(one: Indicator, shelf: Shelf) -> IndicatorView:
    try:
        report, _ = level_report(Ask(data=shelf, name=one.name, top=_GROUPS))
    except (Refusal, Misuse) as error:
        return _made(one, None, str(error))
    return _made(one, report, report.no_data, _growth(one, shelf) if not report.no_data else None)


def _made(
    one: Indicator, report: model.LevelReport | None, no_data: str | None, growth: str | None = None
) -> IndicatorView:
    table = one.table
    levels = report.levels if report else ()
    return IndicatorView(
        id=one.name,
        dimension=one.dimension,
        title=one.title,
        unit=one.unit,
        kind=one.kind,
        counting=f"{one.counted}; {one.counting} counting",
        definition="; ".join(
            (f"{one.statistic} of {one.value or 'rows'} of {one.source}", *one.where, *one.notes)
        ),
        values=tuple(
            GroupValue(group=v.group, period=v.period, value=v.value, share=v.share, n=v.n, settled=v.settled)
            for v in levels
        ),
        basis=report.basis if report else None,
        sentence=_sentence(one, levels),
        no_data=no_data,
        growth=growth,
        sensitivity=_sensitivity(report) if report else (),
        warnings=report.warnings if report else (),
        command=f"theodolite indicator {one.name} --data DIR",
        source_title=table.title,
        source_address=table.address,
        shape=tuple((f.headers[0], f.about or f.unit or f.type) for f in table.fields.values()),
    )


def _sentence(one: Indicator, levels: Sequence[model.Level]) -> str | None:
    """The three largest of the last settled year, in words."""
    settled = [v for v in levels if v.settled] or list(levels)
    if not settled:
        return None
    year = max(v.period for v in settled)
    last = sorted((v for v in settled if v.period == year), key=lambda v: -v.value)[:3]
    scale = scale_for([v.value for v in last], one.unit)
    named = ", ".join(f"{v.group} {scale.text(v.value)}" for v in last)
    return f"{one.title}, {year}: {named} ({scale.words})."


def _growth(one: Indicator, shelf: Shelf) -> str | None:
    """The trend of all rows with its interval; None where none is asked for or there are too few."""
    if one.growth is None:
        return None
    try:
        report, _ = growth_report(Ask(data=shelf, name=one.name))
    except (Refusal, Misuse):
        return None
    trend = next((t for t in report.trends if t.factor_per_year.estimate is not None), None)
    if trend is None:
        return None
    factor = trend.factor_per_year
    words = f"{factor.estimate:.3g} times a year"
    if factor.low is not None and factor.high is not None:
        words += f" (90%: {factor.low:.3g} to {factor.high:.3g})"
    return f"{words}, n {trend.n}, {report.set}, {trend.first} to {trend.last}"


def _sensitivity(report: model.LevelReport) -> tuple[tuple[str, str, str], ...]:
    scale = scale_for([v.value for v in report.sensitivity if v.value is not None], report.question.unit)
    return tuple(
        (
            f"{v.axis}: {v.setting}",
            "-" if v.value is None else f"{scale.text(v.value)} {scale.words}",
            f"{v.group or 'all'}, {v.vintage}",
        )
        for v in report.sensitivity
    )
