"""The commands, registered by name. A command is one file beside this one."""

from __future__ import annotations

import typer

from theodolite import __version__
from theodolite.cli import (
    archive,
    brief,
    check,
    chips,
    cite,
    copies,
    corrections,
    dependence,
    disagreements,
    doctor,
    export,
    extract,
    figures,
    forecast,
    forecasts,
    gap,
    gather,
    groups,
    growth,
    health,
    indicators,
    judge,
    models,
    origination,
    pull,
    rank,
    read,
    redo,
    reproduce,
    revisions,
    scale,
    share,
    sides,
    stories,
    survey,
    trends,
    watches,
    watchlist,
)
from theodolite.cli.manners import Command, Commands

app = typer.Typer(
    cls=Commands,
    help="Surveys the AI landscape: who is ahead, by how much, says who, and do the numbers agree?",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:
    if asked:
        print(f"theodolite {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version."
    ),
) -> None:
    """Surveys the AI landscape: who is ahead, by how much, says who, and do the numbers agree?"""


app.command("brief", cls=Command)(brief.brief)
app.command("survey", cls=Command)(survey.survey)
app.command("read", cls=Command)(read.read)
app.command("extract", cls=Command)(extract.extract)
app.command("gap", cls=Command)(gap.gap)
app.command("rank", cls=Command)(rank.rank)
app.command("sides", cls=Command)(sides.sides)
app.command("forecast", cls=Command)(forecast.forecast)
app.command("forecasts", cls=Command)(forecasts.forecasts)
app.command("scale", cls=Command)(scale.scale)
app.command("indicators", cls=Command)(indicators.indicators)
app.command("indicator", cls=Command)(indicators.indicator)
app.command("figures", cls=Command)(figures.figures)
app.command("share", cls=Command)(share.share)
app.command("growth", cls=Command)(growth.growth)
app.command("groups", cls=Command)(groups.groups)
app.command("copies", cls=Command)(copies.copies)
app.command("stories", cls=Command)(stories.stories)
app.command("trends", cls=Command)(trends.trends)
app.command("pull", cls=Command)(pull.pull)
app.command("gather", cls=Command)(gather.gather)
app.command("health", cls=Command)(health.health)
app.command("models", cls=Command)(models.models)
app.command("disagreements", cls=Command)(disagreements.disagreements)
app.command("archive", cls=Command)(archive.archive)
app.command("revisions", cls=Command)(revisions.revisions)
app.command("check", cls=Command)(check.check)
app.command("cite", cls=Command)(cite.cite)
app.command("corrections", cls=Command)(corrections.corrections)
app.command("redo", cls=Command)(redo.redo)
app.add_typer(judge.judge, name="judge")
app.add_typer(watchlist.watchlist, name="watchlist")
app.add_typer(watches.watches, name="watches")
app.command("chips", cls=Command)(chips.chips)
app.command("dependence", cls=Command)(dependence.dependence)
app.command("origination", cls=Command)(origination.origination)
app.command("export", cls=Command)(export.export)
app.command("reproduce", cls=Command)(reproduce.reproduce)
app.command("doctor", cls=Command)(doctor.doctor)
