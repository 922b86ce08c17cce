"""What people judged, as the rest of a survey asks for it: beside the ledger's items, never over them.

The last word on each subject counts, whoever spoke it; all words stay and are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from theodolite.ledger.base import AsOf, Judgement, Ledger
from theodolite.model.claim import Claim
from theodolite.model.finding import Finding
from theodolite.model.record import Word
from theodolite.model.version import Version, corrected
from theodolite.reconcile.verdicts import not_checkable

VERSION = "judged/1"
"""What a finding on a rejected reading is held under: nothing but the judgement."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Every judgement of a person, by what it is on."""

    words: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)
    pairs: Mapping[frozenset[str], tuple[Judgement, ...]] = field(default_factory=dict)

    def last(self, subject: str) -> Judgement | None:
        """The last word on a claim (by its id) or on an issue of a finding (by its content hash)."""
        found = self.words.get(subject)
        return found[-1] if found else None

    def same(self, one: str, other: str) -> bool | None:
        """Whether two claims were judged to be one; None where nobody said."""
        found = self.pairs.get(frozenset((one, other)))
        return found[-1].kind == "accepted" if found else None


def judged(store: Ledger, as_of: AsOf = None) -> Judged:
    """What a ledger holds of people's judgements, now or at `as_of`; what its own rules decided (`same_as`)
    is left aside."""
    words: dict[str, list[Judgement]] = {}
    pairs: dict[frozenset[str], list[Judgement]] = {}
    for one in store.judgements(as_of):
        if one.kind == "same_as":
            continue
        if one.object is None:
            words.setdefault(one.subject, []).append(one)
        else:
            pairs.setdefault(frozenset((one.subject, one.object)), []).append(one)
    return Judged(
        {subject: tuple(found) for subject, found in words.items()},
        {pair: tuple(found) for pair, found in pairs.items()},
    )


def as_judged(claim: Claim, by: Judged) -> Claim | None:
    """The claim as it is to be held: with a person's corrections; None where the reading was rejected."""
    word = by.last(claim.id)
    if word is None or word.kind == "accepted":
        return claim
    return None if word.kind == "rejected" else corrected(claim, word.correction)


def rejected(claim: Claim, word: Judgement) -> Finding:
    """The finding on a reading that a person rejected: nothing is held against data."""
    reason = f"the reading was rejected by {word.judge} on {word.made_at[:10]}: {word.reason}"
    sentence = "The text does not say what was read from it: nothing is held against data."
    return replace(not_checkable(claim, VERSION, reason, sentence), judged=_record(word))


def on_original(finding: Finding, claim: Claim, word: Judgement | None) -> Finding:
    """A finding on the view of a claim, put back on the claim as it was read."""
    told = _record(word) if word is not None and word.kind == "corrected" else None
    return replace(finding, claim_id=claim.id, saying_id=claim.saying_id, judged=told)


def _record(word: Judgement) -> dict[str, Any]:
    return {
        "kind": word.kind, "judge": word.judge, "reason": word.reason, "made_at": word.made_at,
        "fields": dict(word.correction),
    }  # fmt: skip


def hold(holder: Any, claims: Iterable[Claim], by: Judged) -> list[Finding]:
    """One finding for each claim, held as people judged it. `holder` is a `survey.holding.Holder`."""
    made = []
    for claim in claims:
        view, word = as_judged(claim, by), by.last(claim.id)
        if view is None:
            assert word is not None
            made.append(rejected(claim, word))
        else:
            made.append(on_original(holder.finding(view), claim, word))
    return made


def accepted(version: Version, lineage: Iterable[Version], by: Judged) -> bool:
    """Whether somebody accepted this issue, or one before it with the same binding and the same verdicts.

    A new vintage that leaves both alone asks nobody again; another verdict does.
    """
    last: Judgement | None = None
    for one in lineage:
        same = (one.verdicts, one.finding.binding, one.finding.due) == (
            version.verdicts, version.finding.binding, version.finding.due,
        )  # fmt: skip
        word = by.last(one.sha256)
        if same and word is not None and (last is None or word.made_at >= last.made_at):
            last = word
        if one is version:
            break
    return last is not None and last.kind == "accepted"


def words_on(lineage: Iterable[Version], by: Judged) -> Iterator[Word]:
    """Every word on the claim of a lineage, on its issues and on its being the same as another claim."""
    claim: Claim | None = None
    for version in lineage:
        claim = version.claim
        for one in by.words.get(version.sha256, ()):
            yield _word("finding", one, version.finding.binding or {}, version.name)
    if claim is None:
        return
    told = claim.to_json()
    for one in by.words.get(claim.id, ()):
        yield _word("claim", one, told, claim.id)
    for pair, found in by.pairs.items():
        if claim.id in pair:
            for one in found:
                yield _word("identity", one, {}, next(i for i in pair if i != claim.id))


def _word(about: str, one: Judgement, read: Mapping[str, Any], subject: str) -> Word:
    fields = tuple((name, _shown(read.get(name)), _shown(value)) for name, value in one.correction.items())
    return Word(
        about=cast(Any, about), kind=cast(Any, one.kind), subject=subject, judge=one.judge,
        reason=one.reason, made_at=one.made_at, fields=fields,
    )  # fmt: skip


def _shown(value: Any) -> str:
    """A value as a page prints it; what the text does not say is "not given"."""
    if value is None or value == ():
        return "not given"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)
