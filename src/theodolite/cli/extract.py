"""`theodolite extract FILE...`: the claims of documents, one JSON object a line, without a ledger."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from theodolite.cli.extractors import chosen_extractors, endpoint_of_environment, say_what_it_took
from theodolite.cli.options import chosen_format
from theodolite.cli.refusals import close, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from theodolite.extract.endpoint import Endpoint
    from theodolite.model.claim import Claim
    from theodolite.model.errors import Refusal
    from theodolite.model.origin import Origin
    from theodolite.model.text import Text


def extract(
    files: list[str] = typer.Argument(
        ..., metavar="FILE...", help="Documents, folders or http(s) addresses."
    ),
    format: str = typer.Option("jsonl", "--format", help="jsonl"),
    published: str = typer.Option(
        None, "--published", metavar="YYYY[-MM[-DD]]", help="When the documents were published."
    ),
    speaker: str = typer.Option(None, "--speaker", metavar="NAME", help="Who speaks their body."),
    extractor: str = typer.Option(
        "rules", "--extractor", help="rules, or endpoint: the model that THEODOLITE_ENDPOINT serves."
    ),
    show_failed: bool = typer.Option(
        False, "--show-failed", help="Say what of an endpoint's answers failed the gate, a line each."
    ),
) -> None:
    """Print the claims of documents and nothing else. Options win over a sidecar."""
    from theodolite.model.errors import Refusal
    from theodolite.model.text import Text
    from theodolite.survey.documents import gather, read_one

    chosen_format(format, "jsonl")
    _check_date(published)
    chosen_extractors([extractor])
    endpoint = endpoint_of_environment() if extractor == "endpoint" else None
    refusals: list[Refusal] = []
    for item in gather(files):
        outcome = item if isinstance(item, Refusal) else read_one(item)
        if isinstance(item, Refusal) or not isinstance(outcome, Text):
            assert isinstance(outcome, Refusal)
            say(outcome)
            refusals.append(outcome)
            continue
        claims, unread = _claims(outcome, _with_options(item.origin, published, speaker), endpoint)
        for claim in claims:
            print(json.dumps(claim.to_json(), ensure_ascii=False, allow_nan=False))
        for refusal in unread:
            say(refusal)
        refusals += unread
    if endpoint:
        say_what_it_took(endpoint, show_failed)
    close(refusals)


def _claims(
    text: Text, origin: Origin, endpoint: Endpoint | None
) -> tuple[Sequence[Claim], tuple[Refusal, ...]]:
    """The claims of a text by the rules or an endpoint, and what of it could not be read."""
    from theodolite.extract import claims

    if endpoint is None:
        return claims(text, origin), ()
    found = endpoint.claims(text, origin)
    return found.claims, found.refusals


def _check_date(published: str | None) -> None:
    from theodolite.model.errors import Misuse
    from theodolite.model.period import first_day

    try:
        if published is not None:
            first_day(published)
    except ValueError:
        raise Misuse(f"--published {published}: give a date as YYYY, YYYY-MM or YYYY-MM-DD") from None


def _with_options(origin: Origin, published: str | None, speaker: str | None) -> Origin:
    """The origin with what the options say."""
    return replace(origin, published=published or origin.published, speaker=speaker or origin.speaker)
