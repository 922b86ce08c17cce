"""theodolite survey: from documents and data to a site, every room once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import typer

from theodolite.cli.extractors import chosen_extractors, endpoint_of_environment, say_what_it_took
from theodolite.cli.options import chosen_format, day, site_address
from theodolite.cli.refusals import close, say
from theodolite.cli.rows import as_json
from theodolite.survey.place import default_ledger


def survey(
    documents: list[str] = typer.Option(
        [],
        "--documents",
        help="Files, folders or http(s) addresses; repeat for more. None: what was gathered.",
    ),
    data: list[str] = typer.Option([], "--data", help="Tables or folders of tables. None: what was pulled."),
    out: Path = typer.Option(Path("site"), "--out", help="Folder the site is written to."),
    ledger: Path = typer.Option(None, "--ledger", help="The ledger's file; made where it is missing."),
    private: bool = typer.Option(
        True, "--private/--public", help="Private: whole texts of local files are shown. Public: quotes only."
    ),
    as_of: str = typer.Option(None, "--as-of", help="The day the pages count ages to (default: today)."),
    address: str = typer.Option(
        None, "--address", help="Where the site will stand, https://…/: feeds then give whole addresses."
    ),
    extractor: list[str] = typer.Option(
        ["rules"], "--extractor", help="rules, or endpoint (THEODOLITE_ENDPOINT); repeat for both."
    ),
    format: str = typer.Option("table", "--format", help="table or json: what to print at the end."),
) -> None:
    """Survey documents and data and write the site; ends by naming the page to open."""
    from theodolite.survey.order import Order, run

    chosen = chosen_format(format, "table", "json")
    extractors = chosen_extractors(extractor)
    endpoint = endpoint_of_environment() if "endpoint" in extractors else None
    order = Order(
        documents=tuple(documents), data=tuple(data), out=out,
        ledger=ledger or default_ledger(), private=private,
        generated_for=day(as_of, "--as-of") or dt.datetime.now(dt.UTC).date(),
        rules="rules" in extractors, endpoint=endpoint, address=site_address(address),
    )  # fmt: skip
    try:
        result = run(order)
    finally:
        if endpoint:
            say_what_it_took(endpoint, False)
    for refusal in result.refusals:
        say(refusal)
    if chosen == "json":
        as_json(result.to_json())
    else:
        for line in result.lines():
            print(line)
    close(result.refusals)
