"""The endpoint's part of a survey: its claims go into the ledger, its answers are kept and not paid twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from theodolite.extract.endpoint import Endpoint
from theodolite.ledger.base import Ledger, Run
from theodolite.model.claim import Claim
from theodolite.model.errors import Refusal
from theodolite.model.identity import digest
from theodolite.model.origin import Origin
from theodolite.model.text import Text

ENDPOINT = "endpoint"
"""What the ledger calls the extractor, whatever its model and prompt."""
STEP = "endpoint answer"
"""What the ledger's cache knows the endpoint's answers by."""
WHOLE = "endpoint read whole"
"""Marks, in the cache, the texts that an endpoint has read to their end."""

Pair = tuple[Origin, Text]


class LedgerMemory:
    """What a step made, kept in the ledger's cache under keys that hold all it was made from."""

    def __init__(self, ledger: Ledger, step: str = STEP) -> None:
        self._ledger, self._step = ledger, step

    def get(self, key: str) -> bytes | None:
        """What is kept under a key."""
        return self._ledger.derived(self._step, key)

    def put(self, key: str, value: bytes) -> None:
        """Keep a value."""
        self._ledger.put_derived(self._step, key, value)


def ask_about_all(
    ledger: Ledger,
    run: Run,
    endpoint: Endpoint,
    texts: Sequence[Pair],
    inputs_of: Callable[[Origin, Text], str],
    by_rules: Callable[[Pair], list[Claim]] | None,
) -> list[Refusal]:
    """Ask an endpoint about every text whose claims the ledger does not yet have from it.

    A text that was not read to its end (a cap, a broken answer) is noted as such: the next survey asks for
    the rest. A claim that the rules found too is kept in their form, so one id keeps one form.
    """
    endpoint.remember_in(LedgerMemory(ledger))
    refusals: list[Refusal] = []
    asked = [
        (origin, text, inputs)
        for origin, text in texts
        if not ledger.extracted(
            text.sha256, endpoint.method, inputs := digest(inputs_of(origin, text), endpoint.inputs)
        )
    ]
    for n, (origin, text, inputs) in enumerate(asked):
        if n % endpoint.at_once == 0:
            endpoint.ask_ahead((t, o) for o, t, _ in asked[n : n + endpoint.at_once])
        if ledger.extracted(text.sha256, endpoint.method, inputs):
            continue  # the same text stands in the list twice
        run.count("endpoint asked")
        found = endpoint.claims(text, origin)
        refusals += found.refusals
        known = {claim.id: claim for claim in by_rules((origin, text))} if by_rules else {}
        claims = [known.get(claim.id, claim) for claim in found.claims]
        if found.whole:
            ledger.put_claims(text.sha256, endpoint.method, claims, inputs)
            ledger.put_derived(WHOLE, text.sha256, b"")
        elif claims and ledger.derived(WHOLE, text.sha256) is None:
            # An earlier whole reading stands until this one is whole: its claims are not closed for a cap.
            ledger.put_claims(text.sha256, endpoint.method, claims, digest(inputs, found.read_to))
    return refusals
