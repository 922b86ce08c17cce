"""The record of a ledger as pages and commands ask for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise

from theodolite.ledger.base import Judgement, Ledger
from theodolite.model.claim import Claim, Kind
from theodolite.model.record import Correction, Precision, Record
from theodolite.model.version import Version, as_held
from theodolite.reconcile import reissued
from theodolite.reconcile.precision import About, Outcome, precision
from theodolite.survey.record.judging import Judged, accepted, judged, words_on
from theodolite.survey.record.versions import Lineage, lineages, present
from theodolite.survey.record.voices import voice, voice_of


def record(store: Ledger, documents: Collection[str]) -> Record:
    """The record of some documents (by the ids that claims give them), from complete runs.

    Precision is over the whole ledger: it says how good the reading and the verdicts are, not one survey.
    """
    every, by = lineages(store), judged(store)
    own = {claim: found for claim, found in every.items() if found[-1].claim.document in documents}
    speakers = {s for f in own.values() for v in f if (s := as_held(v.claim, v.finding).speaker)}
    words = {claim: tuple(sorted(words_on(f, by), key=lambda w: w.made_at)) for claim, f in own.items()}
    return Record(
        lineages=own,
        voices={name: voice(name) for name in sorted(speakers)},
        drafts=frozenset(claim for claim, found in own.items() if is_draft(found, by)),
        words={claim: found for claim, found in words.items() if found},
        corrections=tuple(corrections(own.values(), by)),
        precision=tuple(published_precision(store, every, by)),
        changed={
            before.name: reissued.reasons(before, after)
            for found in own.values()
            for before, after in pairwise(found)
        },
    )


def is_draft(lineage: Lineage, by: Judged) -> bool:
    """Whether the present verdict is on a named person's statement and nobody accepted it.

    "Not checkable" is no verdict on what was said: it waits for nobody.
    """
    version = present(lineage)
    if version is None or voice_of(as_held(version.claim, version.finding)) != "person":
        return False
    return set(version.verdicts) != {"not checkable"} and not accepted(version, lineage, by)


def corrections(every: Iterable[Lineage], by: Judged) -> list[Correction]:
    """The log: findings issued again with something put right, taken back, or rejected by a person."""
    found = list(every)
    entries = reissued.log(found)
    for lineage in found:
        for version in lineage:
            word = by.last(version.sha256)
            if word is not None and word.kind != "accepted":
                entries.append(_by_word(version, lineage, word))
    return sorted(entries, key=lambda e: (e.day, e.name), reverse=True)


def _by_word(version: Version, lineage: Lineage, word: Judgement) -> Correction:
    last = present(lineage)
    fields = "; ".join(f"{name} should be {value}" for name, value in word.correction.items())
    said = f"verdict {word.kind} by {word.judge}: {word.reason}" + (f" ({fields})" if fields else "")
    return Correction(
        at=word.made_at, claim_id=version.claim.id, name=version.name,
        present=last.name if last else None, before=reissued.verdict_words(version),
        after=f"{reissued.verdict_words(version)}, {word.kind} by a person", why=(said,),
    )  # fmt: skip


def published_precision(store: Ledger, every: Mapping[str, Lineage], by: Judged) -> list[Precision]:
    """Precision by sort, over everything that people judged in a ledger."""
    claims: dict[str, Claim] = {k.value.id: k.value for k in store.claims(ever=True)}
    return precision(_outcomes(claims, every, by))


def _outcomes(
    claims: Mapping[str, Claim], every: Mapping[str, Lineage], by: Judged
) -> Iterator[tuple[About, Kind | None, Outcome]]:
    kinds = {v.sha256: v.claim.kind for found in every.values() for v in found}
    for subject, words in by.words.items():
        outcome: Outcome = words[-1].kind  # type: ignore[assignment]
        if subject in claims:
            yield "claim", claims[subject].kind, outcome
        elif subject in kinds:
            yield "finding", kinds[subject], outcome
    for words in by.pairs.values():
        yield "identity", None, words[-1].kind  # type: ignore[misc]
