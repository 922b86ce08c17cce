"""The measures a user named, or those of the embedded default."""

from __future__ import annotations

from collections.abc import Sequence

from theodolite.ledger.base import Ledger, Run
from theodolite.model.errors import Refusal
from theodolite.survey import starter
from theodolite.survey.measures import Capability, DataFile, capabilities, gather_data, read_data


def measures_of(
    data: Sequence[str], ledger: Ledger, run: Run
) -> tuple[tuple[Capability, ...], list[DataFile], list[Refusal]]:
    """Measures of capability, the files they came from, and what could not be used."""
    if not data:
        measures, files = starter.measures(ledger, run)
        return measures, files, []
    gathered, missing = gather_data(data)
    found, files = read_data(ledger, gathered)
    refusals = [*missing, *found.refusals]
    if not found.tables and not refusals:
        refusals.append(
            Refusal(
                ", ".join(data), "no table of scores in it", "name one with name, score, date and country"
            )
        )
    return capabilities(ledger, run, found), files, refusals
