"""What is another in a later issue of a finding, and whether that is a correction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from theodolite.model.finding import Held
from theodolite.model.record import CORRECTS, Change, Changed, Correction
from theodolite.model.version import Version

_UNREAD = frozenset({"source", "saying_id"})


def changes(before: Version, after: Version) -> tuple[Change, ...]:
    """What changed between two issues, the verdicts first; "words" alone where nothing else did."""
    old, new = before.finding, after.finding
    found = [
        *_pair("verdict then", old.verdict_then, new.verdict_then),
        *_pair("verdict now", old.verdict_now, new.verdict_now),
        *_judged(old.judged, new.judged),
    ]
    taken = (new.judged or {}).get("kind") == "rejected" or (old.judged or {}).get("kind") == "rejected"
    if not taken:  # a reading that was rejected is held against nothing: no definition, no data
        found += _pair("definitions", old.definitions_version, new.definitions_version)
        found += _data(old.held, new.held)
        if old.binding != new.binding:
            found.append(Change(what="binding", before=None, after=None))
    found += _pair("method", before.method, after.method)
    found += _reading(before, after)
    if not found and old.held != new.held:
        found.append(Change(what="figures", before=None, after=None))
    return tuple(found) or (Change(what="words", before=None, after=None),)


def reasons(before: Version, after: Version) -> tuple[str, ...]:
    """Why there is another issue, in words: what changed beside the verdicts."""
    return _why(changes(before, after))


def _why(changed: Iterable[Change]) -> tuple[str, ...]:
    found = tuple(c.words for c in changed if not c.what.startswith("verdict"))
    return found or ("the same inputs gave another verdict",)


def log(lineages: Iterable[tuple[Version, ...]]) -> list[Correction]:
    """The corrections among all issues of all findings, the latest first."""
    entries = [entry for lineage in lineages for entry in _of(lineage)]
    return sorted(entries, key=lambda e: (e.day, e.name), reverse=True)


def _of(lineage: tuple[Version, ...]) -> Iterator[Correction]:
    for k, before in enumerate(lineage):
        after = lineage[k + 1] if k + 1 < len(lineage) else None
        if after is not None:
            changed = changes(before, after)
            if any(c.what in CORRECTS for c in changed):
                yield _entry(before, after, after.known_from, _why(changed))
        elif before.known_to is not None:
            yield _entry(before, None, before.known_to, ("the text is no longer read as saying this",))


def _entry(before: Version, after: Version | None, at: str, why: tuple[str, ...]) -> Correction:
    return Correction(
        at=at, claim_id=before.claim.id, name=before.name, present=after.name if after else None,
        before=verdict_words(before), after=verdict_words(after) if after else "withdrawn", why=why,
    )  # fmt: skip


def verdict_words(version: Version) -> str:
    """ "contradicted (on the day), undecided (today)"; one word where both are the same."""
    then, now = version.verdicts
    return then if then == now else f"{then} (on the day), {now} (today)"


def _pair(what: Changed, before: str | None, after: str | None) -> list[Change]:
    return [] if before == after else [Change(what=what, before=before, after=after)]


def _judged(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> list[Change]:
    return _pair("judged", _by(before), _by(after))


def _by(judged: Mapping[str, Any] | None) -> str | None:
    if judged is None:
        return None
    return (
        f"reading {judged['kind']} by {judged['judge']} on {str(judged['made_at'])[:10]} ({judged['reason']})"
    )


def _data(before: tuple[Held, ...], after: tuple[Held, ...]) -> list[Change]:
    """Per source: another vintage, or other bytes under the same day (a repaired datum)."""
    old, new = _vintages(before), _vintages(after)
    found = []
    for source in sorted(set(old) & set(new)):
        dates = [{v[0] for v in side[source]} for side in (old, new)]
        if old[source] == new[source]:
            continue
        what: Changed = "datum" if dates[0] == dates[1] else "vintage"
        words = [_vintage_words(source, side[source], with_hash=what == "datum") for side in (old, new)]
        found.append(Change(what=what, before=words[0], after=words[1]))
    for source in sorted(set(old) ^ set(new)):
        was, now = (_vintage_words(source, side[source]) if source in side else None for side in (old, new))
        found.append(Change(what="vintage", before=was, after=now))
    return found


def _vintages(held: tuple[Held, ...]) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for h in held:
        if h.vintage_sha256:
            found.setdefault(h.source or "", set()).add((h.vintage_date or "no date", h.vintage_sha256))
    return found


def _vintage_words(source: str, rows: set[tuple[str, str]], with_hash: bool = False) -> str:
    """ "epoch/index of 2026-08-11", with the start of the hash where only the bytes differ."""
    days = sorted({f"{day} ({sha[:8]})" if with_hash else day for day, sha in rows})
    return f"{source} of {', '.join(days[-3:])}"


def _reading(before: Version, after: Version) -> list[Change]:
    """Fields of the claim that a later reading has otherwise."""
    old, new = before.claim.to_json(), after.claim.to_json()
    names = [n for n in old if n not in _UNREAD and old[n] != new.get(n)]
    if not names:
        return []
    show = [", ".join(f"{n} {_told(side.get(n))}" for n in names[:3]) for side in (old, new)]
    return [Change(what="reading", before=show[0], after=show[1])]


def _told(value: object) -> str:
    return "not given" if value in (None, []) else str(value)
