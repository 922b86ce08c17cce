"""Which claims are told again in another document or language: found, judged, and shown on the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from theodolite.ledger.base import Judgement, Ledger
from theodolite.model.claim import Claim
from theodolite.resolve import same_as
from theodolite.survey.record.judging import judged

_REASON = "same kind, polarity and canonical slots; nothing that both state keeps them apart"


def told_again(store: Ledger, claims: Sequence[Claim]) -> dict[str, tuple[str, ...]]:
    """Claim ids to the ids of the same claim elsewhere, over claims of more than one document.

    Each pair of the first telling and a later one is put into the ledger once, as a judgement of this
    version of the rules: the next survey finds it there and puts nothing. Where a person judged whether two
    claims are one, that holds in place of the rules.
    """
    by = judged(store)
    known = {(j.subject, j.object) for j in store.judgements() if j.judge == same_as.VERSION}
    found: dict[str, tuple[str, ...]] = {}
    for group in same_as.across(claims):
        ids = tuple(dict.fromkeys(claim.id for claim in group))
        for other in ids[1:]:
            if (ids[0], other) not in known:
                store.put_judgement(
                    Judgement(
                        kind="same_as",
                        subject=ids[0],
                        object=other,
                        judge=same_as.VERSION,
                        reason=_REASON,
                        made_at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
                    )
                )
        told = {one: tuple(i for i in ids if i != one and by.same(one, i) is not False) for one in ids}
        found.update({one: others for one, others in told.items() if others})
    here = {claim.id for claim in claims}
    for pair in by.pairs:
        one, other = sorted(pair)
        if pair <= here and by.same(one, other):
            found[one] = tuple(dict.fromkeys((*found.get(one, ()), other)))
            found[other] = tuple(dict.fromkeys((*found.get(other, ()), one)))
    return found
