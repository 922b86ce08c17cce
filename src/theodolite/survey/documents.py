"""Documents on their way from an address to claims, each step once for the same input."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from theodolite import extract, read
from theodolite.catalog import vocabulary
from theodolite.engine import map_ordered
from theodolite.extract import rivals
from theodolite.extract.endpoint import Endpoint
from theodolite.gather.address import fetch, is_address
from theodolite.gather.files import walk
from theodolite.ledger.base import Ledger, Run
from theodolite.model.claim import Claim
from theodolite.model.errors import Refusal
from theodolite.model.identity import digest
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered
from theodolite.model.text import Text
from theodolite.survey.asking import ENDPOINT, ask_about_all

EXTRACTOR = extract.VERSION
"""The name the ledger knows the extractor by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with its origin, what the text says of itself filled in, and its claims in order of place."""

    origin: Origin
    text: Text = field(repr=False)
    claims: tuple[Claim, ...] = ()


def gather(places: Sequence[str]) -> Iterator[Gathered | Refusal]:
    """Every document at files, folders and http(s) addresses, or the refusal in its place."""
    for place in places:
        if is_address(place):
            try:
                yield fetch(place)
            except Refusal as refusal:
                yield refusal
        else:
            yield from walk([Path(place)])


def filled(origin: Origin, text: Text) -> Origin:
    """The origin, with what the text says of itself where the origin leaves it open."""
    open_fields = ("title", "author", "publisher", "published", "language", "address")
    said = {name: getattr(text, name) for name in open_fields if getattr(origin, name) is None}
    return replace(origin, **said)


def survey_documents(
    ledger: Ledger,
    run: Run,
    gathered: Iterable[Gathered],
    *,
    rules: bool = True,
    endpoint: Endpoint | None = None,
) -> tuple[list[Document], list[Refusal]]:
    """Read and extract what was gathered, calling no reader and no extractor on input already seen.

    With an `endpoint`, its claims stand beside those of the rules, told apart by their derivation; where both
    read the same words otherwise, the endpoint's stands.
    """
    texts, refusals = _read_all(ledger, run, list(gathered))
    documents, unread = survey_texts(ledger, run, texts, rules=rules, endpoint=endpoint)
    return documents, refusals + unread


def survey_texts(
    ledger: Ledger,
    run: Run,
    texts: list[tuple[Origin, Text]],
    *,
    rules: bool = True,
    endpoint: Endpoint | None = None,
) -> tuple[list[Document], list[Refusal]]:
    """The same, of texts that the ledger holds."""
    refusals: list[Refusal] = []
    asked: list[Refusal] = []
    if endpoint:  # first: the rules say what it leaves open
        asked = ask_about_all(ledger, run, endpoint, texts, _inputs, extract_one if rules else None)
    if rules:
        refusals += _extract_all(ledger, run, texts)
    refusals += asked
    claims: dict[str, list[Claim]] = {}
    wanted = {text.sha256 for _, text in texts}
    for known in ledger.claims():
        if known.value.text_sha256 in wanted:
            claims.setdefault(known.value.text_sha256, []).append(known.value)
    return [
        Document(origin=filled(origin, text), text=text, claims=tuple(claims.get(text.sha256, ())))
        for origin, text in texts
    ], refusals


def _read_all(
    ledger: Ledger, run: Run, gathered: list[Gathered]
) -> tuple[list[tuple[Origin, Text]], list[Refusal]]:
    new: list[Gathered] = []
    for item in gathered:
        ledger.put_gathered(item)
        if ledger.derived("read", _read_key(item)) is None:
            new.append(item)
    for item, outcome in zip(new, map_ordered(read_one, new), strict=True):
        run.count("readers called")
        kept = _kept(ledger, outcome)
        ledger.put_derived("read", _read_key(item), json.dumps(kept).encode())
    texts: dict[str, tuple[Origin, Text]] = {}
    refusals = []
    for item in gathered:
        kept = json.loads(ledger.derived("read", _read_key(item)) or b"{}")
        if "reader" not in kept:
            refusals.append(Refusal(kept["place"], kept["reason"], kept["mend"]))
            continue
        text = ledger.text(item.snapshot.sha256, kept["reader"])
        assert text is not None, "a reading was noted without its text"
        # The same words at two places are one document; the first place names it.
        texts.setdefault(text.sha256, (item.origin, text))
    return list(texts.values()), refusals


def _kept(ledger: Ledger, outcome: Text | Refusal) -> dict[str, str]:
    """What to remember of a reading: which reader made the text, or why there is none."""
    if isinstance(outcome, Text):
        try:
            ledger.put_text(outcome)
            return {"reader": outcome.reader}
        except Refusal as refusal:  # the same reader read the same bytes differently: offsets are fixed
            outcome = refusal
    return {"place": outcome.place, "reason": outcome.reason, "mend": outcome.mend}


def _read_key(item: Gathered) -> str:
    return digest(
        read.VERSION, item.snapshot.sha256, item.snapshot.media_type, Path(item.origin.location).name
    )


def read_one(item: Gathered) -> Text | Refusal:
    """One snapshot read, or the refusal (a value, so that it can cross processes)."""
    try:
        received = dt.datetime.fromisoformat(item.fetched_at).date()
        return read.document(item.snapshot, item.origin.location, received)
    except Refusal as refusal:
        return refusal


_TOGETHER = 32  # texts that are read together: their sentences are parsed in one go


def _extract_all(ledger: Ledger, run: Run, texts: list[tuple[Origin, Text]]) -> list[Refusal]:
    due = [
        (origin, text, inputs)
        for origin, text in texts
        if not ledger.extracted(text.sha256, EXTRACTOR, inputs := _inputs_beside(ledger, origin, text))
    ]
    pairs = [(origin, text) for origin, text, _ in due]
    batches = [pairs[i : i + _TOGETHER] for i in range(0, len(pairs), _TOGETHER)]
    made = chain.from_iterable(map_ordered(extract_many, batches, documents=len(due)))
    for (_, text, inputs), (claims, unread) in zip(due, made, strict=True):
        run.count("extractors called")
        if unread:
            kept = json.dumps([(r.place, r.reason, r.mend) for r in unread]).encode()
            ledger.put_derived("unread", _unread_key(text), kept)
        stand = rivals.without_rivals(claims, ledger.given(text.sha256, ENDPOINT))
        ledger.put_claims(text.sha256, EXTRACTOR, stand, inputs)
    left = [json.loads(ledger.derived("unread", _unread_key(text)) or b"[]") for _, text in texts]
    return [Refusal(*said) for found in left for said in found]


def _unread_key(text: Text) -> str:
    return digest(EXTRACTOR, text.sha256)


def _inputs(origin: Origin, text: Text) -> str:
    """What else the claims follow from: the vocabulary, and what is known about the document."""
    return digest(vocabulary.digest(), filled(origin, text).id)


def _inputs_beside(ledger: Ledger, origin: Origin, text: Text) -> str:
    """The same, and what an endpoint has read in the text, whether it is asked in this survey or not."""
    beside = ledger.given(text.sha256, ENDPOINT)
    own = _inputs(origin, text)
    return digest(own, rivals.fingerprint(beside)) if beside else own


def extract_many(batch: list[tuple[Origin, Text]]) -> list[tuple[list[Claim], tuple[Refusal, ...]]]:
    """The claims of some texts, each with what of it was not read."""
    return [(made.claims, made.unread) for made in extract.each((text, origin) for origin, text in batch)]


def extract_one(pair: tuple[Origin, Text]) -> list[Claim]:
    """The claims of one text."""
    origin, text = pair
    return extract.claims(text, origin)
