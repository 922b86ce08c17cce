"""`theodolite extract FILE...`: the claims of documents, one JSON object a line, without a ledger."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import typer

from theodolite.cli.extractors import chosen_extractors, endpoint_of_environment, say_what_it_took
from theodolite.cli.options import chosen_format
from theodolite.cli.refusals import close, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from theodolite.extract.endpoint import Endpoint
    from theodolite.model.claim import Claim
    from theodolite.model.errors import Refusal
    from theodolite.model.origin import Origin
    from theodolite.model.snapshot import Gathered
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
    extractor: list[str] = typer.Option(
        ["rules"],
        "--extractor",
        help="rules, or endpoint: the model that THEODOLITE_ENDPOINT serves; repeat for both.",
    ),
    explain: bool = typer.Option(
        False,
        "--explain",
        help="Say which rule found each claim, and from which words, instead of JSON.",
    ),
    show_failed: bool = typer.Option(
        False, "--show-failed", help="Say what of an endpoint's answers failed the gate, a line each."
    ),
) -> None:
    """Print the claims of documents and nothing else. Options win over a sidecar."""
    from theodolite.model.errors import Misuse, Refusal
    from theodolite.survey.documents import gather

    chosen_format(format, "jsonl")
    _check_date(published)
    extractors = chosen_extractors(extractor)
    if explain and "endpoint" in extractors:
        raise Misuse("--explain: an endpoint gives no rules to explain; leave --extractor out")
    endpoint = endpoint_of_environment() if "endpoint" in extractors else None
    refusals: list[Refusal] = []
    read = (_with_origin(item, published, speaker) for item in gather(files))
    for outcome in _asked_ahead(read, endpoint) if endpoint else read:
        if isinstance(outcome, Refusal):
            unread: tuple[Refusal, ...] = (outcome,)
        else:
            unread = _explained(*outcome) if explain else _printed(*outcome, "rules" in extractors, endpoint)
        for refusal in unread:
            say(refusal)
        refusals += unread
    if endpoint:
        say_what_it_took(endpoint, show_failed)
    close(refusals)


def _with_origin(
    item: Gathered | Refusal, published: str | None, speaker: str | None
) -> tuple[Text, Origin] | Refusal:
    """The text of a file, and what is known of it by its sidecar and the options."""
    from theodolite.model.errors import Refusal
    from theodolite.survey.documents import read_one

    outcome = item if isinstance(item, Refusal) else read_one(item)
    if isinstance(item, Refusal) or isinstance(outcome, Refusal):
        assert isinstance(outcome, Refusal)
        return outcome
    return outcome, _with_options(item.origin, published, speaker)


def _asked_ahead(
    read: Iterable[tuple[Text, Origin] | Refusal], endpoint: Endpoint
) -> Iterator[tuple[Text, Origin] | Refusal]:
    """The same, in stretches whose texts the endpoint was asked about, several at a time."""
    from theodolite.model.errors import Refusal

    waiting = iter(read)
    while some := list(islice(waiting, endpoint.at_once)):
        endpoint.ask_ahead(one for one in some if not isinstance(one, Refusal))
        yield from some


def _printed(text: Text, origin: Origin, rules: bool, endpoint: Endpoint | None) -> tuple[Refusal, ...]:
    """Print the claims of a text by the rules, an endpoint or both; what of it could not be read."""
    from theodolite.extract import found, rivals

    claims: Sequence[Claim] = ()
    unread: tuple[Refusal, ...] = ()
    if rules:
        made = found(text, origin)
        claims, unread = made.claims, made.unread
    if endpoint:
        answered = endpoint.claims(text, origin)
        claims = rivals.together(claims, answered.claims)
        unread += answered.refusals
    for claim in claims:
        print(json.dumps(claim.to_json(), ensure_ascii=False, allow_nan=False))
    return unread


def _explained(text: Text, origin: Origin) -> tuple[Refusal, ...]:
    """Print for each claim of a text which rule found it and from which words."""
    from theodolite.extract import explanation, found

    made = found(text, origin)
    for claim in made.claims:
        print("\n".join(explanation(text, claim, made.by[claim.id, claim.start])), end="\n\n")
    return made.unread


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
