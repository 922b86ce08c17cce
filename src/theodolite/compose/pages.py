"""A survey's view turned into a site: every page, chart and download, as values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

from theodolite.compose import what_is_new
from theodolite.compose.brief import page as brief_page
from theodolite.compose.context import Context
from theodolite.compose.feeds.book import LIST as FEEDS
from theodolite.compose.feeds.book import FeedBook
from theodolite.compose.health import health_page
from theodolite.compose.held_tables import titles
from theodolite.compose.landscape.pages import NAV as LANDSCAPE
from theodolite.compose.landscape.pages import landscape_book, subnav, within
from theodolite.compose.outside import escape_json, file_stem, plain
from theodolite.compose.page import Page, environment
from theodolite.compose.page_beliefs import NAV as BELIEFS
from theodolite.compose.page_beliefs import BeliefPages
from theodolite.compose.page_finding import FindingPages
from theodolite.compose.page_front import front
from theodolite.compose.page_gap import GapOnPage
from theodolite.compose.page_ledger import ledger_pages
from theodolite.compose.page_lists import document_page, documents_page, read_from, sources_page
from theodolite.compose.page_said import SaidOnPage, lead, said_on_page
from theodolite.compose.page_said_figures import by_dimension, on_no_picture, said_page, said_path
from theodolite.compose.page_stories import StoryPages
from theodolite.compose.record.book import record_files, record_pages
from theodolite.compose.said_figures import figure_pages
from theodolite.compose.standing import OLDEST_DAYS, WINDOW_DAYS
from theodolite.compose.style import stylesheet
from theodolite.compose.survey_view import SurveyView
from theodolite.compose.tables import table
from theodolite.compose.trends.page import TrendPage
from theodolite.compose.verdicts import DRAFT_MARK, badge, verdict_of
from theodolite.compose.words import day_words
from theodolite.model.site import ChartFile, Site

NAV = (
    ("index.html", "Where things stand"),
    ("said.html", "Said against measured"),
    ("gap.html", "The gap"),
    ("claims.html", "Claims"),
    BELIEFS,
    ("documents/index.html", "Documents"),
    ("sources.html", "Sources"),
    ("method.html", "Method"),
    ("not-read.html", "Not read"),
)
_VERDICTS = (
    ("supported", "holds under one definition or more, fails under none."),
    ("contradicted", "fails under one definition or more, holds under none."),
    ("mixed", "holds under one and fails under another: definitions or sources differ."),
    ("undecided", "every definition is open, or the claim reaches outside what the data can show."),
    ("not checkable", "nothing to hold it against; the exact reason is given."),
    ("draft", "a verdict on a named person's statement that no person has accepted yet."),
    ("not held", "a kind of claim that is read but not yet held against data."),
)

_REFERRER = '<meta name="referrer"'
_ABOUT = {
    "front": "Who is ahead in AI, by how much, says who, and do the numbers agree?",
    "said": "What people said about who trails whom, beside what was measured for those days.",
    "gap": "Both frontiers, time to match, and what moves the gap, with intervals and coverage.",
    "documents": "Every document that was read.",
    "sources": "Every data file and document with licence, vintage, hash and citation.",
    "method": "Definitions, bases, intervals, rounding and what they leave out.",
    "not-read": "What could not be used, and the mend.",
    "feeds": "Every page that changes, as Atom, RSS and JSON Feed.",
}


def compose_site(view: SurveyView) -> Site:
    """Every file of the site. The same view gives the same bytes.

    Raises `FigureConflictError` if one quantity would show two values.
    """
    composer = _Composer(view)
    composer.compose()
    return Site(
        files=dict(sorted(composer.files.items())),
        charts=tuple(composer.charts),
        figures=composer.ctx.store.printed(),
    )


class _Composer:
    def __init__(self, view: SurveyView) -> None:
        self.ctx = Context(view)
        self.env = environment()
        self.files: dict[str, str] = {}
        self.charts: list[ChartFile] = []
        self.pictured: dict[str, str] = {}
        self.series = figure_pages(self.ctx)
        self.feeds = FeedBook(self.ctx, [(p.indicator, p.title) for p in self.series])
        self.gathered = what_is_new.ways(view)
        new = ((self.gathered[0][0], what_is_new.LABEL),) if self.gathered else ()
        self.nav = (NAV[0], *new, *NAV[1:3], *((LANDSCAPE,) if view.landscape else ()), *NAV[3:])

    def compose(self) -> None:
        """Make every page; the lists last, when all figures are known."""
        ctx = self.ctx
        said = [said_on_page(ctx, picture, k) for k, picture in enumerate(ctx.pictures)]
        self.charts += [s.file for s in said]
        self._front(said)
        drawn = self._said(said)
        gaps, taken = self._gap()
        self._landscape(gaps, taken)
        self._pages(ledger_pages(ctx))
        self._documents()
        self._gathered(StoryPages(ctx).pages())
        if ctx.view.health is not None:
            self._gathered([health_page(ctx.view.health)])
        if ctx.view.trends is not None:
            moving = TrendPage(ctx, ctx.view.trends)
            self._gathered([moving.page()])
            self.files.update(moving.files())
        across = BeliefPages(ctx)
        self._pages(across.pages())
        self.files.update(across.files)
        if ctx.view.record is not None:
            self._pages(record_pages(ctx, ctx.view.record))
            self.files.update(record_files(ctx, ctx.view.record))
        findings = FindingPages(ctx, set(self.files), drawn)
        for entry in ctx.entries:
            if entry.finding_page:
                shown = findings.page(entry)
                shown |= across.on(entry, shown["flags"])
                title, description = shown.pop("title"), shown.pop("description")
                self._page(entry.finding_page, "finding.html", title, description, shown)
        self._page("sources.html", "sources.html", "Sources", _ABOUT["sources"], sources_page(ctx))
        self._method()
        if ctx.view.brief is not None:
            self._gathered([brief_page.site_page(ctx, ctx.view.brief, self.files)])
        refusals = {"refusals": _refusals(ctx)}
        ctx.count("refusals", len(refusals["refusals"]))
        self._page("not-read.html", "not-read.html", "Not read", _ABOUT["not-read"], refusals)
        if self.feeds.feeds:
            self._page(FEEDS, "feeds.html", "Feeds", _ABOUT["feeds"], self.feeds.listing())
            self.files.update(self.feeds.files(self.files))
        self.files["style.css"] = stylesheet()
        self.files["filter.js"] = _static("filter.js")
        rows = (
            {
                **e.claim.to_json(),
                "source": read_from(ctx, e.claim.source),
                "finding": e.name,
                "verdict": verdict_of(e.finding),
                "draft": e.draft,
            }
            for e in ctx.entries
        )
        self.files["claims.jsonl"] = "".join(_line(row) for row in rows)
        self.files["site.json"] = _site_json(ctx)

    def _gathered(self, pages: Iterable[Page]) -> None:
        more = {"subnav": self.gathered, "subnav_label": what_is_new.LABEL}
        self._pages(replace(page, values={**page.values, **more}) for page in pages)

    def _pages(self, pages: Iterable[Page]) -> None:
        for page in pages:
            self._page(page.path, page.template, page.title, page.description, page.values)

    def _page(
        self, path: str, template: str, title: str, description: str, values: Mapping[str, Any]
    ) -> None:
        """Render one page; whatever text it holds, hidden characters are written out in all of it."""
        if path in self.files and not path.startswith("documents/"):
            raise ValueError(f"two pages want one path: {path}")
        rendered = self.env.get_template(template).render(
            {
                **values, "title": title, "description": description, "root": "../" * path.count("/"),
                "current": path, "nav": self.nav, "view": self.ctx.view, "fig": self.ctx.store.mark,
                "day": day_words, "badge": badge, "subnav": values.get("subnav", ()),
                "subnav_label": values.get("subnav_label", LANDSCAPE[1]),
                "under": what_is_new.under(within(path)), "feeds": self.feeds.links(path),
            }
        )  # fmt: skip
        if values.get("noindex") or DRAFT_MARK in rendered:
            rendered = rendered.replace(_REFERRER, f'<meta name="robots" content="noindex">\n{_REFERRER}', 1)
        self.files[path] = plain(rendered)

    def _front(self, said: list[SaidOnPage]) -> None:
        values = {**front(self.ctx), "chart": said[0].chart if said else None}
        found = self.ctx.standing
        description = (found.sentence if found else None) or _ABOUT["front"]
        self._page("index.html", "index.html", "Theodolite", description, values)

    def _said(self, said: list[SaidOnPage]) -> dict[str, str]:
        """The pages of said against measured; returns where each claim on a picture of figures is drawn."""
        pictures = [{"chart": s.chart, "title": s.title, "lead": lead(s.picture), **s.context} for s in said]
        figures, ways = self.series, titles(self.ctx)
        self.pictured = {page.indicator: said_path(page.indicator) for page in figures}
        values = {
            "pictures": pictures, "dimensions": by_dimension(self.ctx, figures),
            "left": on_no_picture(self.ctx, figures),
        }  # fmt: skip
        self._page("said.html", "said.html", "Said against measured", _ABOUT["said"], values)
        drawn: dict[str, str] = {}
        for page in figures:
            shown, files = said_page(self.ctx, page)
            path = said_path(page.indicator)
            title, description = shown.pop("title"), shown.pop("description")
            shown["way"] = ways.get(page.indicator, ("", ""))[1]
            self._page(path, "said-figures.html", title, description, shown)
            self.files.update(files)
            for m in page.marks:
                for e in (m.entry, *(r.entry for r in m.repeats)):
                    drawn[e.claim.id] = f"{path}#drawn-{m.number}"
        return drawn

    def _gap(self) -> tuple[dict[tuple[str, str, str], GapOnPage], set[str]]:
        taken: set[str] = set()
        gaps = [GapOnPage(self.ctx, g, taken) for g in self.ctx.view.gaps]
        self.charts += [c for g in gaps for c in g.charts]
        self._page("gap.html", "gap.html", "The gap", _ABOUT["gap"], {"gaps": [g.context for g in gaps]})
        return {(g.gap.measure, g.gap.leader, g.gap.follower): g for g in gaps}, taken

    def _landscape(self, gaps: dict[tuple[str, str, str], GapOnPage], taken: set[str]) -> None:
        """The landscape's pages, where the survey has a landscape."""
        if self.ctx.view.landscape is None:
            return
        book = landscape_book(self.ctx, self.ctx.view.landscape, gaps, taken, self.pictured)
        ways = subnav(book.land)
        self._pages(replace(page, values={**page.values, "subnav": ways}) for page in book.pages)
        self.files.update(book.files)
        self.charts += book.charts

    def _documents(self) -> None:
        values = documents_page(self.ctx)
        self._page("documents/index.html", "documents.html", "Documents", _ABOUT["documents"], values)
        for document in self.ctx.view.documents:
            page = document_page(self.ctx, document)
            path = f"documents/{file_stem(document.id)}.html"
            self._page(path, "document.html", page.pop("title"), page.pop("description"), page)

    def _method(self) -> None:
        by: dict[str, list[tuple[str, ...]]] = {}
        for d in self.ctx.view.definitions:
            by.setdefault(d.kind, []).append((d.name, d.ten_words, d.description))
        head = ("Name", "In few words", "In full")
        values = {
            "definitions": [table(f"What {kind} are held against", head, rows) for kind, rows in by.items()],
            "verdicts": _VERDICTS, "window": WINDOW_DAYS,
            "oldest": OLDEST_DAYS,
        }  # fmt: skip
        self._page("method.html", "method.html", "Method", _ABOUT["method"], values)


@cache
def _static(name: str) -> str:
    return resources.files("theodolite.compose").joinpath("static", name).read_text(encoding="utf-8")


def _line(row: dict[str, Any]) -> str:
    """One JSON object a line, safe in any page."""
    text = json.dumps(row, ensure_ascii=False, sort_keys=True, allow_nan=False)
    return escape_json(text) + "\n"


def _refusals(ctx: Context) -> list[dict[str, str]]:
    """What could not be used; in a public build a local place is named by its last part."""
    return [
        {"place": read_from(ctx, r.place), "reason": ctx.public(r.reason), "mend": ctx.public(r.mend)}
        for r in ctx.view.refusals
    ]


def _site_json(ctx: Context) -> str:
    found = ctx.standing
    figures = {
        key: {
            "value": f.value, "low": f.low, "high": f.high, "unit": f.unit, "source": f.source,
            "vintage": f.vintage, "definition": f.definition,
        }
        for key, f in ctx.store.items()
    }  # fmt: skip
    return _line(
        {
            "schema_version": "1",
            "kind": "theodolite-site",
            "generated_for": ctx.view.generated_for.isoformat(),
            "software_version": ctx.view.software_version,
            "private": ctx.view.private,
            "embedded": ctx.view.embedded,
            "sentence": found.sentence if found else None,
            "withheld": list(found.withheld) if found else [],
            "documents": len(ctx.view.documents),
            "claims": len(ctx.entries),
            "findings": sum(e.finding is not None for e in ctx.entries),
            "refusals": _refusals(ctx),
            "warnings": [ctx.public(w) for w in ctx.view.warnings],
            "figures": figures,
        }
    )
