"""What the page of what is moving prints: every number through the store of figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from theodolite.compose.context import Context
from theodolite.compose.outside import csv_text, file_stem, linkable, plain, slug
from theodolite.compose.page import Page
from theodolite.compose.tables import Cell, Table, table
from theodolite.compose.trends.pictures import panel
from theodolite.compose.words import count_words, day_words, start
from theodolite.model.trends import (
    BurstReport,
    Coverage,
    Example,
    Followed,
    Movement,
    RatioEstimate,
    TrendReport,
)

PATH = "trends.html"
NAV = (PATH, "What is moving")
CSV, COURSES = "data/trends.csv", "data/trends-courses.csv"
_ABOUT = "What bursts, rises, is new and has gone quiet in what was read, at a stated rate of false alarms."
_PANELS, _ROWS, _NAMED = 12, 40, 3
_MOST_TIMES = 100.0
"""What was hardly told before is told any number of times as often."""
_KINDS = {"names": "name", "dimensions": "dimension", "kinds": "kind of claim"}


class TrendPage:
    """The page and its data, made from a report."""

    def __init__(self, ctx: Context, report: TrendReport) -> None:
        self.ctx, self.report = ctx, report
        self.courses = {(s.what, s.name): s for s in report.series}
        self.pages = {
            d.text.sha256: f"documents/{file_stem(d.id)}.html" for d in reversed(ctx.view.documents)
        }

    def page(self) -> Page:
        """The page itself."""
        r = self.report
        now = [b for b in r.bursts if b.end >= r.since]
        values: dict[str, Any] = {
            "report": r, "lead": self._lead(now), "coverage": self._coverage(r.coverage),
            "sources": self._sources(r.coverage),
        }  # fmt: skip
        if r.enough:
            topics = [s for s in r.series if s.what != "names" and s.steps]
            shown = now or r.bursts
            values |= {
                "panels": [self._panel(b) for b in _once(shown)[:_PANELS]],
                "more_panels": max(0, len(_once(shown)) - _PANELS), "now": bool(now),
                "topics": [self._topic(s) for s in topics],
                "tables": [t for t in self._tables() if t.rows], "nothing": self._nothing(),
                "looked_at": self.ctx.count("trends/looked-at", r.looked_at),
                "rate": self._figure("rate", r.rate, unit="share"), "csv": CSV, "courses": COURSES,
            }  # fmt: skip
        return Page(path=PATH, template="trends.html", title=NAV[1], description=_ABOUT, values=values)

    def files(self) -> dict[str, str]:
        """The data of the page, as CSV; none where too little was gathered."""
        r = self.report
        if not r.enough:
            return {}
        head = ("what", "name", "from", "count", "documents", "usual_low", "usual_high")
        rows = [
            (s.what, s.name, t.start, t.count, t.documents, t.low, t.high) for s in r.series for t in s.steps
        ]
        moves = [[row[c] for c in r.COLUMNS] for row in r.flat()]
        return {CSV: csv_text(r.COLUMNS, moves), COURSES: csv_text(head, rows)}

    # -- words -----------------------------------------------------------------------------------------
    def _lead(self, now: Sequence[BurstReport]) -> str:
        r = self.report
        if not r.enough:
            return "Too little was gathered to tell what is moving."
        since = day_words(r.since)
        going = [b for b in now if b.goes_on]
        names = list(dict.fromkeys(_subject(b.of) for b in (going or now)))
        if not names:
            return f"Since {since} nothing bursts: no name and no topic stands out by more than chance."
        words = ", ".join(names[:_NAMED]) + (
            f" and {count_words(len(names) - _NAMED, 'more', 'more')}" if len(names) > _NAMED else ""
        )
        if going:
            return f"Told of more than usual now: {words}."
        return f"Told of more than usual since {since}, and no longer: {words}."

    def _coverage(self, c: Coverage) -> dict[str, Any]:
        numbers = {
            "documents": c.documents, "units": c.units, "other": c.other_sources, "fetch": c.by_fetch,
            "outside": c.outside, "days": c.days_with_documents, "same": sum(s.counted for s in c.sources),
        }  # fmt: skip
        made: dict[str, Any] = {k: self.ctx.count(f"trends/coverage/{k}", n) for k, n in numbers.items()}
        return made | {"origins": c.counted_as == "origins", "left": c.other_sources + c.by_fetch > 0}

    def _sources(self, c: Coverage) -> Table | None:
        if not c.sources:
            return None
        rows = [
            (
                plain(s.name), self._number(f"source/{k}", s.documents),
                "yes" if s.counted else "no: not there in every quarter of these days",
            )
            for k, s in enumerate(c.sources[:_ROWS])
        ]  # fmt: skip
        return table("Sources and whether they are counted", ("Source", "#Documents", "Counted"), rows)

    def _nothing(self) -> str:
        r = self.report
        lists = (
            ("rises or falls", r.rising or r.falling), ("has gone quiet", r.quiet),
            ("is named for the first time", r.new_names),
        )  # fmt: skip
        words = [what for what, found in lists if not found]
        return f"Nothing {', nothing '.join(words)}." if words else ""

    # -- pictures --------------------------------------------------------------------------------------
    def _panel(self, b: BurstReport) -> dict[str, Any]:
        course = self.courses[b.of.what, b.of.name]
        own = [x for x in self.report.bursts if (x.of.what, x.of.name) == (b.of.what, b.of.name)]
        label = (
            f"{_subject(b.of)}: share of documents over time with the band of what is usual; "
            f"{count_words(len(own), 'burst')} marked"
        )
        return {
            "name": plain(b.of.name), "sort": b.of.sort, "svg": self._drawn(course, own, label),
            "when": _when(b), "times": self._times(f"burst/{_stem(b.of)}/{b.start}", b.times_usual),
            "count": self._number(f"burst/{_stem(b.of)}/{b.start}/count", b.count),
            "documents": self._number(f"burst/{_stem(b.of)}/{b.start}/documents", b.documents),
            "examples": [self._example(e) for e in b.examples],
        }  # fmt: skip

    def _drawn(self, course: Followed, own: Sequence[BurstReport], label: str) -> Markup:
        return panel(course.steps, self.report.step_days, own, label)

    def _topic(self, s: Followed) -> dict[str, Any]:
        own = [b for b in self.report.bursts if (b.of.what, b.of.name) == (s.what, s.name)]
        label = f"{_subject(s)}: share of documents over time with the band of what is usual"
        return {
            "name": plain(s.name), "sort": _KINDS[s.what], "svg": self._drawn(s, own, label),
            "count": self._number(f"topic/{_stem(s)}/count", s.count),
        }  # fmt: skip

    # -- tables ----------------------------------------------------------------------------------------
    def _tables(self) -> Iterable[Table]:
        r = self.report
        since = day_words(r.since)
        head: tuple[str, ...] = ("Of", "What", "When", "#In documents", "#Of all", "Times as often as usual")
        yield table("Bursts, the latest first", head, [self._burst(b) for b in r.bursts[:_ROWS]])
        for title, moved in (("Rising", r.rising), ("Falling", r.falling)):
            head = ("Of", "What", f"#Since {since}", "#Before", "Times as often")
            yield table(f"{title} since {since}", head, [self._moved(title, m) for m in moved[:_ROWS]])
        yield table(
            "Gone quiet", ("Of", "What", "Last on", "#Days silent", "#Longest before"),
            [
                (
                    plain(q.name), q.sort, day_words(q.last),
                    self._number(f"quiet/{q.what}/{slug(q.name)}/silent", q.silent),
                    self._number(f"quiet/{q.what}/{slug(q.name)}/longest", q.longest_before),
                )
                for q in r.quiet[:_ROWS]
            ],
        )  # fmt: skip
        yield table(
            f"Named for the first time since {since}",
            ("Name", "What", "First on", "#Documents", "#Sources", "First told in"),
            [
                (
                    plain(n.name), n.sort, day_words(n.first), self._number(f"new/{k}/documents", n.count),
                    self._number(f"new/{k}/sources", n.sources), self._example(n.example),
                )
                for k, n in enumerate(r.new_names[:_ROWS])
            ],
        )  # fmt: skip
        yield table(
            f"Said for the first time since {since}", ("Quote", "Kind", "On", "#Documents", "In"),
            [
                (
                    self._quoted(c.claim_id, c.quote), c.kind, day_words(c.said_on),
                    self._number(f"said/{c.claim_id[:16]}/told", c.told), self._example(c.example),
                )
                for c in r.new_claims[:_ROWS]
            ],
        )  # fmt: skip

    def _burst(self, b: BurstReport) -> tuple[Cell, ...]:
        key = self._key(b)
        return (
            plain(b.of.name), b.of.sort, _when(b), self._number(f"{key}/count", b.count),
            self._number(f"{key}/documents", b.documents), self._times(key, b.times_usual),
        )  # fmt: skip

    def _key(self, b: BurstReport) -> str:
        return f"burst/{_stem(b.of)}/{b.start}"

    def _moved(self, title: str, m: Movement) -> tuple[Cell, ...]:
        key = f"{title.lower()}/{_stem(m.of)}"
        return (
            plain(m.of.name), m.of.sort, self._number(f"{key}/now", m.now),
            self._number(f"{key}/before", m.before), self._times(key, m.ratio),
        )  # fmt: skip

    def _quoted(self, claim: str, quote: str) -> Cell:
        entry = self.ctx.entry_of.get(claim)
        words = plain(quote)
        return Markup('<a href="{}">{}</a>').format(entry.at, words) if entry else words

    def _example(self, e: Example) -> Markup:
        title, page = plain(e.title), self.pages.get(e.text_sha256)
        told = f"{e.source}, {day_words(e.day)}" if e.source else day_words(e.day)
        if page:
            return Markup('<a href="{}">{}</a> ({})').format(page, title, plain(told))
        if linkable(e.address):
            words = Markup('<a href="{}" rel="noreferrer noopener nofollow">{}</a> ({})')
            return words.format(e.address, title, plain(told))
        return Markup("{} ({})").format(title, plain(told))

    # -- numbers ---------------------------------------------------------------------------------------
    def _number(self, key: str, n: int) -> Markup:
        return self.ctx.store.mark(self.ctx.count(f"trends/{key}", n))

    def _figure(self, key: str, value: float, **rest: Any) -> Markup:
        return self.ctx.figure(f"trends/{key}", value, **rest)

    def _times(self, key: str, ratio: RatioEstimate) -> Markup:
        """The estimate with its limits, with no more digits than they bear; past a hundred "over 100"."""
        return Markup("{} ({} to {})").format(
            self._limited(f"{key}/times", ratio.estimate), self._limited(f"{key}/times-least", ratio.low),
            self._limited(f"{key}/times-most", ratio.high),
        )  # fmt: skip

    def _limited(self, key: str, value: float) -> Markup:
        if value > _MOST_TIMES:
            most = self._figure("most-times", _MOST_TIMES, unit="times", decimals=0)
            return Markup("over {}").format(most)
        return self._figure(key, value, unit="times", decimals=0 if value >= 9.95 else 1)


def _once(bursts: Sequence[BurstReport]) -> list[BurstReport]:
    """The latest burst of each series, in the order given."""
    first: Mapping[tuple[str, str], BurstReport] = {(b.of.what, b.of.name): b for b in reversed(bursts)}
    return sorted(first.values(), key=lambda b: list(bursts).index(b))


def _subject(of: Followed) -> str:
    return plain(of.name) if of.what == "names" else f"{plain(of.name)} ({_KINDS[of.what]})"


def _stem(of: Followed) -> str:
    return f"{of.what}/{slug(of.name)}"


def _when(b: BurstReport) -> str:
    if b.start == b.end:
        return day_words(b.start)
    return f"{start(day_words(b.start))} to {day_words(b.end)}{', goes on' if b.goes_on else ''}"
