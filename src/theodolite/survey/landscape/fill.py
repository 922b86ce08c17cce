"""The whole landscape from what the rooms found: each part only where the data holds something of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from theodolite.compose.landscape.view import Landscape
from theodolite.ledger.base import Ledger, Run
from theodolite.model.claim import Claim
from theodolite.model.errors import Refusal
from theodolite.model.scores import ScoreMatrix
from theodolite.survey.archive.contents import PulledShelf
from theodolite.survey.landscape.ahead import forecast_views
from theodolite.survey.landscape.chips import chips_view
from theodolite.survey.landscape.dimensions import dimension_views
from theodolite.survey.landscape.everyone import sides_views
from theodolite.survey.landscape.publishers import source_views
from theodolite.survey.landscape.ranks import ranking_views
from theodolite.survey.landscape.registry import disagreements_view, known_models, model_views
from theodolite.survey.landscape.sides import pair_views
from theodolite.survey.landscape.ties import dependence_views, headline
from theodolite.survey.measures import Capability, DataFile
from theodolite.survey.observing import Observed
from theodolite.survey.tables.shelf import Shelf


def landscape(
    ledger: Ledger,
    run: Run,
    data: Sequence[str],
    archive: Path,
    measures: Sequence[Capability],
    files: Sequence[DataFile],
    observed: Sequence[Observed],
    claims: Sequence[Claim],
) -> tuple[Landscape, list[Refusal]]:
    """Fill every part; what could not be read of the tables is returned beside it, one refusal a file.

    Without `data` the tables are those that were pulled into the `archive`, the file of the ledger.
    """
    places = [Path(place) for place in data if Path(place).exists()]
    pulled = None if data else PulledShelf(archive)
    shelf = pulled or Shelf(places)
    pairs = [(one.leader, one.follower) for one in observed]
    first, second = headline(pairs)
    matrix = next((f.table for f in files if isinstance(f.table, ScoreMatrix)), None)
    main = measures[0] if measures else None
    rankings = ranking_views(measures)
    known = known_models(places, pulled, ledger)
    land = Landscape(
        dimensions=dimension_views(shelf),
        rankings=rankings,
        sides=sides_views(measures),
        models=model_views(known, rankings) if known else (),
        disagreements=disagreements_view(known) if known else None,
        chips=chips_view(shelf),
        dependence=dependence_views(shelf, first, second, claims),
        forecasts=forecast_views(ledger, run, main, matrix, ("the world", first, second)) if main else (),
        sources=source_views(shelf, files, ledger if pulled else None),
        pairs=pair_views(observed, measures),
    )
    return land, list(dict.fromkeys(shelf.refusals))
