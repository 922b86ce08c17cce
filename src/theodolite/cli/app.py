"""The commands, registered by name. A command is one file beside this one."""

from __future__ import annotations

import typer

from theodolite import __version__
from theodolite.cli import (
    archive,
    check,
    chips,
    dependence,
    disagreements,
    doctor,
    export,
    extract,
    forecast,
    gap,
    growth,
    indicators,
    models,
    origination,
    pull,
    rank,
    read,
    reproduce,
    revisions,
    scale,
    share,
    sides,
    survey,
)

app = typer.Typer(
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


app.command("survey")(survey.survey)
app.command("read")(read.read)
app.command("extract")(extract.extract)
app.command("gap")(gap.gap)
app.command("rank")(rank.rank)
app.command("sides")(sides.sides)
app.command("forecast")(forecast.forecast)
app.command("scale")(scale.scale)
app.command("indicators")(indicators.indicators)
app.command("indicator")(indicators.indicator)
app.command("share")(share.share)
app.command("growth")(growth.growth)
app.command("pull")(pull.pull)
app.command("models")(models.models)
app.command("disagreements")(disagreements.disagreements)
app.command("archive")(archive.archive)
app.command("revisions")(revisions.revisions)
app.command("check")(check.check)
app.command("chips")(chips.chips)
app.command("dependence")(dependence.dependence)
app.command("origination")(origination.origination)
app.command("export")(export.export)
app.command("reproduce")(reproduce.reproduce)
app.command("doctor")(doctor.doctor)
