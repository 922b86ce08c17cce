"""One survey: every room once, in order, each step once for the same input.

A survey that is killed leaves a ledger that the next run finishes: whatever a step has put stays, and is
found again instead of made again.
"""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from theodolite import __version__, ledger
from theodolite.compose.pages import compose_site
from theodolite.compose.survey_view import SurveyView
from theodolite.extract.endpoint import Endpoint
from theodolite.ledger.base import Ledger, Run
from theodolite.model import identity
from theodolite.model.errors import Refusal
from theodolite.model.finding import Finding
from theodolite.model.snapshot import Gathered
from theodolite.publish import check_place, publish
from theodolite.reconcile import VERSION as RECONCILE_VERSION
from theodolite.survey import starter
from theodolite.survey.asking import LedgerMemory
from theodolite.survey.briefing.making import latest
from theodolite.survey.documents import Document, gather, survey_documents, survey_texts
from theodolite.survey.figure_series import figure_series
from theodolite.survey.gathered import with_gathered
from theodolite.survey.gathering.articles import texts_gathered
from theodolite.survey.groups import clashes_of, flagged, groups_of, ranges
from theodolite.survey.holding import Holder, evidence_in
from theodolite.survey.landscape.fill import landscape
from theodolite.survey.news import news_of
from theodolite.survey.observing import observe
from theodolite.survey.record.judging import hold, judged
from theodolite.survey.record.keeping import Watch
from theodolite.survey.record.recording import record
from theodolite.survey.sources import measures_of
from theodolite.survey.told_again import told_again
from theodolite.survey.view import view


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to survey: places of documents and data, and where things go.

    Without documents what was gathered is read, without data what was pulled is measured; where nothing was,
    the embedded default.

    `address` is where the site will stand, ending with a slash: feeds give whole addresses where it is known.
    `rules` and `endpoint` say which extractors read the documents; an endpoint is asked only if one is given.
    """

    out: Path
    ledger: Path
    generated_for: dt.date
    documents: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    private: bool = True
    rules: bool = True
    endpoint: Endpoint | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surveyed:
    """What came of a survey. `page` is the one to open."""

    page: Path
    counts: dict[str, int]
    documents: int
    claims: dict[str, int]
    verdicts: dict[str, int]
    measures: tuple[str, ...]
    embedded: tuple[str, ...]
    refusals: tuple[Refusal, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """The result as data."""
        return {
            "schema_version": "1", "page": str(self.page), "documents": self.documents, "claims": self.claims,
            "verdicts": self.verdicts, "measures": list(self.measures), "embedded": list(self.embedded),
            "readers_called": self.counts.get("readers called", 0),
            "extractors_called": self.counts.get("extractors called", 0),
            "fits": self.counts.get("fits", 0), "refusals": [str(r) for r in self.refusals],
        }  # fmt: skip

    def lines(self) -> list[str]:
        """The result for a terminal, ending with the page to open."""
        claims = ", ".join(f"{n} {kind}" for kind, n in self.claims.items()) or "none"
        verdicts = ", ".join(f"{n} {verdict}" for verdict, n in self.verdicts.items()) or "none"
        counts = self.counts
        lines = [
            f"documents  {self.documents} ({counts.get('readers called', 0)} newly read, "
            f"{counts.get('extractors called', 0)} newly extracted)",
            f"claims     {claims}",
            f"measured   {'; '.join(self.measures)} ({counts.get('fits', 0)} new fits)",
            f"verdicts   {verdicts}",
        ]
        if self.embedded:
            lines.append(f"embedded   {' and '.join(self.embedded)}: the default that comes with the package")
        if self.refusals:
            lines.append(f"refused    {len(self.refusals)} (listed on standard error and on the site)")
        return [*lines, f"open       {self.page}"]


def run(order: Order) -> Surveyed:
    """Survey, write the site, and say what came of it.

    The run in the ledger is complete before the site is drawn: a site that cannot be written (a full disk, a
    folder that is not ours) costs nothing that was read and measured.
    """
    check_place(order.out)
    with ledger.open(order.ledger) as store:
        arguments = {"documents": list(order.documents), "data": list(order.data), "out": str(order.out)}
        with store.begin("survey", arguments) as running:
            found = _walk(order, store, running)
        _progress("drawing and writing the site")
        works = _works(found.documents)
        kept = record(store, works)
        told = news_of(store, kept, works)
        shown = replace(found.shown, record=kept, news=told, address=order.address)
        shown = replace(shown, brief=latest(store, works, private=order.private))
        if not order.documents:
            shown = with_gathered(shown, store)
        with store.begin("draw", {"out": str(order.out)}):
            page = publish(compose_site(shown), order.out, LedgerMemory(store, "picture"))
    return Surveyed(
        page=page,
        counts=found.counts,
        documents=len(found.documents),
        claims=_by_kind(found.documents),
        verdicts=_by_verdict(found.findings),
        measures=found.measures,
        embedded=found.embedded,
        refusals=found.shown.refusals,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What the rooms found, before any page is made."""

    shown: SurveyView
    documents: list[Document]
    findings: list[Finding]
    measures: tuple[str, ...]
    embedded: tuple[str, ...]
    counts: dict[str, int]


def _walk(order: Order, store: Ledger, running: Run) -> _Found:
    refusals: list[Refusal] = []
    _progress("gathering, reading and extracting documents")
    documents = _documents(order, store, running, refusals)
    _progress("measuring")
    measures, files, unusable = measures_of(order.data, store, running)
    refusals += unusable
    observed = observe(store, running, measures)
    claims = [claim for document in documents for claim in document.claims]
    same = told_again(store, claims)
    _progress("surveying the landscape")
    evidence = evidence_in(measures, order.data, order.ledger)
    land, unread = landscape(store, running, evidence, files, observed, claims)
    refusals += [r for r in unread if str(r) not in {str(known) for known in refusals}]
    _progress("holding claims against measurements")
    watch = Watch(evidence)
    clashes = clashes_of(documents, store.judgements())
    holder = Holder(watch.evidence)
    findings = flagged(hold(holder, claims, judged(store)), clashes)
    store.put_findings(RECONCILE_VERSION, findings)
    refusals += watch.keep(store, files, order.data)
    running.count("refusals", len(refusals))
    own = any(m.newest.source.startswith("theodolite/") for m in measures) and not order.data
    read = not order.documents and not store.editions()
    embedded = tuple(word for word, so in (("documents", read), ("data", own)) if so)
    shown = view(
        documents, measures, files, observed, {f.claim_id: f for f in findings}, refusals,
        order.generated_for, private=order.private, embedded=bool(embedded),
        version=__version__, same=same, land=land, groups=groups_of(documents),
        ranges=ranges(claims), inside=clashes,
        figures=figure_series(holder.figures.observations, findings),
    )  # fmt: skip
    return _Found(
        shown=shown,
        documents=documents,
        findings=findings,
        measures=tuple(m.measure for m in measures),
        embedded=embedded,
        counts=dict(running.counts),
    )


def _documents(order: Order, store: Ledger, running: Run, refusals: list[Refusal]) -> list[Document]:
    if not order.documents and (texts := texts_gathered(store)):
        documents, unread = survey_texts(store, running, texts, rules=order.rules, endpoint=order.endpoint)
        refusals += unread
        return documents
    found = list(gather(order.documents) if order.documents else starter.dispatches())
    refusals += [f for f in found if isinstance(f, Refusal)]
    gathered = [f for f in found if isinstance(f, Gathered)]
    documents, unread = survey_documents(store, running, gathered, rules=order.rules, endpoint=order.endpoint)
    refusals += unread
    return documents


def _works(documents: list[Document]) -> set[str]:
    """The ids under which claims name these documents."""
    said = {claim.document for document in documents for claim in document.claims}
    return said | {identity.document(d.origin.address, d.text.sha256) for d in documents}


def _by_kind(documents: list[Document]) -> dict[str, int]:
    kinds = [claim.kind for document in documents for claim in document.claims]
    return {str(kind): kinds.count(kind) for kind in sorted(set(kinds))}


def _by_verdict(findings: list[Finding]) -> dict[str, int]:
    verdicts = [finding.verdict_then for finding in findings]
    return {str(verdict): verdicts.count(verdict) for verdict in sorted(set(verdicts))}


def _progress(doing: str) -> None:
    """What is going on, on standard error and only for a person at a terminal."""
    if sys.stderr.isatty():
        print(f"… {doing}", file=sys.stderr, flush=True)
