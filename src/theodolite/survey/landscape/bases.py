"""What a figure on a page rests on, in the words of the catalogue."""

from __future__ import annotations

from theodolite.model.basis import Basis
from theodolite.model.scores import Vintage
from theodolite.survey.archive.pullable import sources
from theodolite.survey.measures import Capability


def basis(source: str, vintage: Vintage, *, publishable: bool = True) -> Basis:
    """Source, vintage and credit. A table of no publisher (the user's own) is credited to its file."""
    for one in sources():
        if one.name == source:
            return Basis(
                source=source,
                title=one.title,
                vintage=vintage,
                citation=one.citation or one.title,
                licence=one.licence or "none is stated",
                publishable=publishable and one.publish,
            )
    return Basis(
        source=source,
        vintage=vintage,
        citation=vintage.file,
        licence="the user's own",
        publishable=publishable,
    )


def named(measure: Capability) -> str:
    """What the commands call a measure: index, arena or horizon."""
    table = measure.newest
    if table.observed_on is not None:
        return "arena"
    return "horizon" if table.source == "epoch/time_horizons" else "index"
