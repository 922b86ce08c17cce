"""What moves, as sentences: counts of documents and how many times as often, with limits."""

from __future__ import annotations

from theodolite.compose.brief.quoting import short
from theodolite.compose.outside import linkable
from theodolite.compose.words import count_words, day_words, number, start
from theodolite.model.brief import Source
from theodolite.model.trends import BurstReport, Example, Movement, NewName, Quiet, RatioEstimate, TrendReport


def burst_sentence(burst: BurstReport) -> str:
    """A stretch of days that speaks of something more than usual."""
    name, documents = short(burst.of.name), count_words(burst.documents, "document")
    days = f"from {day_words(burst.start)} to {day_words(burst.end)}"
    days = f"on {day_words(burst.start)}" if burst.start == burst.end else days
    return (
        f"{start(name)} is in {burst.count:,} of {documents} {days}, "
        f"{_times(burst.times_usual)} as often as usual."
    )


def movement_sentence(moved: Movement, since: str) -> str:
    """A share that rose or fell."""
    way = "more" if moved.ratio.estimate > 1 else "less"
    now, before = count_words(moved.now, "document"), count_words(moved.before, "document")
    return (
        f"{start(short(moved.of.name))} is spoken of {way} since {day_words(since)}, {_times(moved.ratio)} "
        f"as often: {now} since then, {before} before."
    )


def quiet_sentence(quiet: Quiet) -> str:
    """What has fallen silent."""
    told = "The source " + short(quiet.name) if quiet.what == "sources" else start(short(quiet.name))
    verb = "last published" if quiet.what == "sources" else "was last spoken of"
    silent, longest = (count_words(n, "day") for n in (quiet.silent, quiet.longest_before))
    last = day_words(quiet.last)
    return f"{told} {verb} on {last}: silent for {silent} with documents, {longest} at most before."


def new_name_sentence(new: NewName) -> str:
    """A name that nobody told before."""
    documents, sources = count_words(new.count, "document"), count_words(new.sources, "source")
    told = f"{start(short(new.name))} ({new.sort})"
    return f"{told} is first named on {day_words(new.first)}, in {documents} of {sources}."


def example_source(one: Example) -> Source:
    """A document to look at."""
    parts = [f"“{short(one.title, 80)}”", *([short(one.source)] if one.source else []), day_words(one.day)]
    return Source(
        kind="document",
        words=", ".join(parts),
        id=one.text_sha256,
        address=linkable(one.address),
        day=one.day,
    )


def counted_source(report: TrendReport) -> Source:
    """The documents that were counted, and at which rate of false alarms something is called."""
    counted = count_words(report.coverage.documents, "document")
    span = f"{day_words(report.first)} to {day_words(report.until)}"
    return Source(
        kind="ledger", id=f"{report.first}/{report.until}", day=report.until,
        words=f"{counted} of the same sources here, {span}, false alarms {report.rate * 100:g}%",
    )  # fmt: skip


def _times(ratio: RatioEstimate) -> str:
    return f"{number(ratio.low)} to {number(ratio.high)} times (90%)"
