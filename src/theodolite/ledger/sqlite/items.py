"""Claims, observations and findings: their forms, how they were derived, and when they were known."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from theodolite.ledger import clock
from theodolite.ledger.base import AsOf, Known, T
from theodolite.ledger.errors import LedgerError
from theodolite.ledger.sqlite import form, standing
from theodolite.ledger.sqlite.texts import TextStore
from theodolite.model import claim as claims_model
from theodolite.model.claim import Claim
from theodolite.model.errors import Refusal
from theodolite.model.finding import Finding
from theodolite.model.identity import digest
from theodolite.model.observation import Observation

CHUNK = 400
"""Bodies fetched at a time, so that an iterator over all claims holds few of them."""

_ORDER = {
    "claim": 'c.source, e.text, e."start", e."end", m.id, m.seq',
    "observation": "o.indicator, o.subject, o.counterpart, o.holds_on, m.id, m.seq",
    "finding": "f.claim_id, m.seq",
}
_JOIN = {
    "claim": "JOIN claim c ON c.item = m.seq JOIN evidence e ON e.seq = c.evidence",
    "observation": "JOIN observation o ON o.item = m.seq",
    "finding": "JOIN finding f ON f.item = m.seq",
}


class ItemStore(TextStore):
    """The part of a store that keeps what was said, measured and found."""

    # -- claims ------------------------------------------------------------------------------------------
    def extracted(self, text_sha256: str, extractor: str, inputs: str = "") -> bool:
        """See `Ledger.extracted`."""
        return self._derived_by("claim", text_sha256, extractor, inputs)

    def put_claims(self, text_sha256: str, extractor: str, claims: Sequence[Claim], inputs: str = "") -> int:
        """See `Ledger.put_claims`."""
        self.writing()
        if not self.is_read(text_sha256):
            raise LedgerError(f"no text {text_sha256}: put what was read before what was extracted from it")
        for claim in claims:
            if claim.text_sha256 != text_sha256:
                raise LedgerError(f"a claim of text {claim.text_sha256} among those of {text_sha256}")
        rows = [(claim.id, form.to_json(claim.to_json())) for claim in claims]

        def put_one(item: int, n: int) -> None:
            claim = claims[n]
            self.db.run(
                "INSERT INTO claim (item, id, saying_id, kind, evidence, source, speaker, polarity, "
                "dimension, said_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    item, claim.id, claim.saying_id, claim.kind, self._evidence(claim, extractor),
                    form.plain(claim.source), form.plain(claim.speaker), claim.polarity, claim.dimension,
                    form.plain(claim.said_on),
                ),
            )  # fmt: skip

        return self._put("claim", text_sha256, extractor, inputs, rows, put_one)

    def _evidence(self, claim: Claim, extractor: str) -> int:
        """The row of the claim's evidence. The database refuses a quote that is not there; so does this."""
        place = (claim.text_sha256, claim.start, claim.end)
        try:
            found = self.db.one(
                'SELECT seq, quote FROM evidence WHERE text = ? AND "start" = ? AND "end" = ?', place
            )
            if found is None:
                return self.db.insert(
                    'INSERT INTO evidence (text, "start", "end", quote) VALUES (?, ?, ?, ?)',
                    (*place, claim.quote),
                )
            if found[1] == claim.quote:
                return int(found[0])
            said = "evidence: the quote is not at its offsets"
        except sqlite3.IntegrityError as error:
            said = str(error)
        except (UnicodeEncodeError, OverflowError):
            said = "evidence: the quote holds a lone surrogate, or an offset is out of all range"
        reason = f"{said} ({claim.start} to {claim.end}: {claim.quote[:60]!r})"
        raise Refusal(claim.source, reason, f"report this: {extractor} must keep its offsets")

    def claims(self, as_of: AsOf = None, *, ever: bool = False) -> Iterator[Known[Claim]]:
        """See `Ledger.claims`."""
        return self._known("claim", as_of, self._claim, ever=ever and as_of is None)

    def given(self, text_sha256: str, name: str) -> list[Claim]:
        """See `Ledger.given`."""
        asked = {"run": self.current_id(), "kind": "claim", "scope": text_sha256, "method": name}
        last = self.db.one(standing.LAST_WORD, asked)
        if last is None:
            return []
        rows = self.db.rows(
            "SELECT m.body FROM derivation_item i JOIN item m ON m.seq = i.item WHERE i.derivation = ?",
            (last[0],),
        )
        found = [self._claim(row[0], text_sha256) for row in rows]
        return sorted(found, key=lambda c: (c.start, c.end, c.id))

    def _claim(self, body: str, text: str) -> Claim:
        return claims_model.from_json(form.from_json(body), text)

    # -- observations ------------------------------------------------------------------------------------
    def measured(self, scope: str, method: str, inputs: str = "") -> bool:
        """See `Ledger.measured`."""
        return self._derived_by("observation", scope, method, inputs)

    def put_observations(
        self, scope: str, method: str, observations: Sequence[Observation], inputs: str = ""
    ) -> int:
        """See `Ledger.put_observations`."""
        self.writing()
        rows = [(one.id, form.to_json({"id": one.id, **dataclasses.asdict(one)})) for one in observations]

        def put_one(item: int, n: int) -> None:
            one = observations[n]
            words = (one.indicator, one.subject, one.counterpart, one.definition, one.unit)
            self.db.run(
                "INSERT INTO observation (item, id, indicator, subject, counterpart, definition, unit, "
                "value, holds_on, known_on, vintage_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    item, one.id, *map(form.plain, words), one.value, one.holds_on, one.known_on,
                    one.vintage_sha256,
                ),
            )  # fmt: skip

        return self._put("observation", scope, method, inputs, rows, put_one)

    def observations(self, as_of: AsOf = None) -> Iterator[Known[Observation]]:
        """See `Ledger.observations`."""
        return self._known("observation", as_of, self._observation)

    def _observation(self, body: str, _: str) -> Observation:
        row = form.from_json(body)
        del row["id"]
        return Observation(**row)

    # -- findings ----------------------------------------------------------------------------------------
    def put_findings(self, method: str, findings: Sequence[Finding]) -> int:
        """See `Ledger.put_findings`."""
        self.writing()
        if len({finding.claim_id for finding in findings}) < len(findings):
            raise LedgerError("two findings on one claim in one call")
        for finding in findings:
            if not self.db.one("SELECT 1 FROM claim WHERE id = ?", (finding.claim_id,)):
                raise LedgerError(f"a finding on claim {finding.claim_id}, which is not here")
        with self.db.transaction():
            return sum(self._put_finding(method, finding) for finding in findings)

    def _put_finding(self, method: str, finding: Finding) -> int:
        def put_one(item: int, _: int) -> None:
            self.db.run(
                "INSERT INTO finding (item, id, claim_id, verdict_then, verdict_now) VALUES (?, ?, ?, ?, ?)",
                (item, finding.id, finding.claim_id, finding.verdict_then, finding.verdict_now),
            )

        row = (finding.id, form.to_json(form.finding_to_json(finding)))
        return self._put_inside("finding", finding.claim_id, method, "", [row], put_one)

    def findings(self, current_only: bool = True, as_of: AsOf = None) -> Iterator[Known[Finding]]:
        """See `Ledger.findings`."""
        return self._known("finding", as_of, self._finding, ever=not current_only and as_of is None)

    def _finding(self, body: str, _: str) -> Finding:
        return form.finding_from_json(form.from_json(body))

    def methods(self, form: str) -> list[str]:
        """See `Ledger.methods`."""
        rows = self.db.rows(
            "SELECT d.method || '/' || d.version AS written FROM item m "
            "JOIN derivation_item i ON i.item = m.seq JOIN derivation d ON d.seq = i.derivation "
            "JOIN run r ON r.id = d.run WHERE m.form = ? AND (r.status = 'complete' OR r.id = ?) "
            "GROUP BY written ORDER BY min(d.seq)",
            (form, self.current_id()),
        )
        return [row[0] for row in rows]

    # -- what the three have in common -------------------------------------------------------------------
    def _derived_by(self, kind: str, scope: str, method: str, inputs: str) -> bool:
        name, version = form.method_of(method)
        last = standing.last_word(self.db, self.current_id(), kind, scope, name)
        return last is not None and last[:2] == (version, inputs)

    def _put(
        self, kind: str, scope: str, method: str, inputs: str, rows: Sequence[tuple[str, str]],
        put_one: Callable[[int, int], None],
    ) -> int:  # fmt: skip
        with self.db.transaction():
            return self._put_inside(kind, scope, method, inputs, rows, put_one)

    def _put_inside(
        self, kind: str, scope: str, method: str, inputs: str, rows: Sequence[tuple[str, str]],
        put_one: Callable[[int, int], None],
    ) -> int:  # fmt: skip
        """Keep the forms (id, body) that a method gave for a scope, and that it did; count the new ones.

        `put_one(item, n)` writes the columns of the n-th form, where it is new.
        """
        run, (name, version) = self.writing(), form.method_of(method)
        forms = [form.form_of(kind, identity, body) for identity, body in rows]
        outcome = digest(*sorted(set(forms)))
        if standing.last_word(self.db, run.id, kind, scope, name) == (version, inputs, outcome):
            return 0
        items, new = set(), 0
        for n, (identity, body) in enumerate(rows):
            item = self.db.value("SELECT seq FROM item WHERE form = ?", (forms[n],))
            if item is None:
                item = self.db.insert(
                    "INSERT INTO item (kind, id, form, body) VALUES (?, ?, ?, ?)",
                    (kind, identity, forms[n], body),
                )
                put_one(item, n)
                new += 1
            items.add(item)
        derivation = self.db.insert(
            "INSERT INTO derivation (kind, scope, method, version, inputs, outcome, run) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (kind, scope, name, version, inputs, outcome, run.id),
        )
        self.db.many(
            "INSERT INTO derivation_item (derivation, item) VALUES (?, ?)",
            ((derivation, item) for item in sorted(items)),
        )
        run.count(f"{kind}s", new)
        return new

    def _known(
        self, kind: str, as_of: AsOf, build: Callable[[str, str], T], ever: bool = False
    ) -> Iterator[Known[T]]:
        """The items of a kind that stand or stood, built from their bodies a chunk at a time."""
        rows = self.db.rows(*self._asked(kind, clock.moment(as_of), ever))
        text = "e.text" if kind == "claim" else "''"
        for at in range(0, len(rows), CHUNK):
            chunk = rows[at : at + CHUNK]
            marks = ", ".join("?" * len(chunk))
            found = self.db.rows(
                f"SELECT m.seq, m.form, m.body, {text} FROM item m {_JOIN[kind]} WHERE m.seq IN ({marks})",
                [row[0] for row in chunk],
            )
            bodies = {row[0]: row[1:] for row in found}
            for item, known_from, known_to, successor in chunk:
                named, body, of = bodies[item]
                yield Known(build(body, of), named, known_from, known_to, successor)

    def _asked(self, kind: str, at: str | None, ever: bool) -> tuple[str, dict[str, Any]]:
        """The query for (item, known_from, known_to, form of the successor), ordered."""
        interval = (
            "k.known_from, k.known_to, (SELECT n.form FROM item n WHERE n.seq = k.superseded_by) "
            f"FROM known k JOIN item m ON m.seq = k.item {_JOIN[kind]} WHERE m.kind = '{kind}'"
        )
        order = f" ORDER BY {_ORDER[kind]}"
        if ever:
            return f"SELECT k.item, {interval}{order}, k.known_from", {}
        if at is not None:
            when = " AND k.known_from <= :at AND (k.known_to IS NULL OR k.known_to > :at)"
            return f"SELECT k.item, {interval}{when}{order}", {"at": at}
        if self.current_run is None:
            return f"SELECT k.item, {interval} AND k.known_to IS NULL{order}", {}
        return (
            f"{standing.STANDING} SELECT s.item, k.known_from, NULL, NULL FROM standing s "
            f"JOIN item m ON m.seq = s.item {_JOIN[kind]} "
            f"LEFT JOIN known k ON k.item = s.item AND k.known_to IS NULL WHERE s.kind = '{kind}'{order}",
            {"run": self.current_id()},
        )
