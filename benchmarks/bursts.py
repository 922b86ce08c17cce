"""Are bursts, rises and silences reported by chance no more often than stated? And are planted ones found?

Quiet hours are made streams in which nothing moves: even ones, with a weekly cycle, growing, and with names
that clump on days. Shuffled time is real items with their days shuffled, as whole days and as documents
(within each weekday, and freely). Each world is one report over many series; printed is the share of reports
that call anything at all, with 90% limits on it, beside the stated rate. Then bursts are planted into a
quarter of the series: printed are the share found, by how long and how strong, and the share of all called
that touches no planted one. DATA is the folder with the collections of dated items; without it the shuffled
part is left out.

    python benchmarks/bursts.py [DATA] [--worlds N]
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from theodolite.extract.mentions import named
from theodolite.model.text import Text
from theodolite.statistics import bursts
from theodolite.statistics.false_discovery import cut
from theodolite.statistics.proportion import jeffreys
from theodolite.statistics.shifts import shifted
from theodolite.statistics.shuffled_time import chances
from theodolite.statistics.silence import probability
from theodolite.survey.trends.bursting import AIMED, called
from theodolite.survey.trends.counting import LEAST_ACTIVE, LEAST_COUNT

RATE, DAYS, SERIES = 0.05, 119, 40
Report = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Documents that speak of each name (series, days), all documents (days,), weekdays (days,)."""
QUIET = ("even", "weekly cycle", "growing", "growing hundredfold", "clumped", "clumped and growing")


def quiet(kind: str, rng: np.random.Generator) -> Report:
    """A report's counts in which nothing moves; names of .3% to 30% of the documents."""
    week = np.arange(DAYS) % 7
    volume = np.full(DAYS, 60.0)
    if kind in ("growing", "clumped and growing"):
        volume = np.linspace(8, 200, DAYS)
    elif kind == "growing hundredfold":
        volume = np.geomspace(3, 300, DAYS)
    elif kind == "weekly cycle":
        volume = np.where(week < 5, 90.0, 20.0)
    total = rng.poisson(volume)
    share = np.repeat(np.exp(rng.uniform(math.log(0.003), math.log(0.3), SERIES))[:, None], DAYS, axis=1)
    if kind == "weekly cycle":
        share = share * np.where(week < 5, 1.2, np.where(rng.random((SERIES, 1)) < 0.5, 3.0, 0.1))
    if kind.startswith("clumped"):
        often = rng.choice([0.15, 0.5, 2.0], (SERIES, 1))
        share = share * rng.gamma(often, 1 / often, share.shape)
    return _enough(rng.binomial(total, np.minimum(share, 0.95)), total, week)


def _enough(relevant: np.ndarray, total: np.ndarray, week: np.ndarray) -> Report:
    keep = (relevant.sum(axis=1) >= LEAST_COUNT) & ((relevant > 0).sum(axis=1) >= LEAST_ACTIVE)
    return relevant[keep], total, week


def calls(report: Report) -> tuple[int, int, int]:
    """How many bursts, rises and falls, and silences are called in one report."""
    relevant, total, week = report
    later = np.arange(len(total)) >= len(total) - 28
    up, down = shifted(relevant, total, week, later)
    silent = np.array([probability(row > 0, total > 0, week) for row in relevant])
    moved = sum(int((p <= cut(p, AIMED * RATE / 2)).sum()) for p in (up, down))
    least = cut(silent, AIMED * RATE)
    return len(called(*report, RATE)), moved, int((silent <= least).sum()) if least else 0


def say(what: str, counts: list[tuple[int, int, int]]) -> None:
    """The share of reports that call anything, with limits; rises and falls are called together."""
    words = []
    for name, some in zip(("bursts", "rises or falls", "silences"), zip(*counts, strict=True), strict=True):
        any_ = sum(n > 0 for n in some)
        low, high = jeffreys(any_, len(some)) or (0.0, 1.0)
        words.append(f"{name} {any_ / len(some):.3f} ({low:.3f} to {high:.3f}; {np.mean(some):.2f} each)")
    print(f"{what}, {len(counts)} reports: {'; '.join(words)}", flush=True)


def items(data: Path) -> Iterator[tuple[str, list[tuple[str, frozenset[str]]]]]:
    """Each collection as (day, names) of its items."""
    rows = _lines(data / "docs-juya-ai-daily-zh" / "items.jsonl.gz")
    yield "daily digest, Chinese", [(r["date"], _names(r["title"], r["text"], "zh")) for r in rows]
    rows = _lines(data / "docs-ai-daily-harvest" / "scored_articles.jsonl.gz")
    dated = [r for r in rows if len(r["pub_date"] or "") >= 10]
    yield (
        "articles of 40 feeds",
        [(r["pub_date"][:10], _names(r["title"], f"{r['summary']}\n{r['core_point']}", None)) for r in dated],
    )
    tagged = _lines(data / "docs-ainews-index" / "issues_index.jsonl")
    recent = [r for r in tagged if r["date"] >= "2025-08-22"]
    kinds = ("companies", "models", "people")
    yield "newsletter's tags", [(r["date"], frozenset(n for k in kinds for n in r[k] or ())) for r in recent]


def _lines(path: Path) -> list[dict[str, str]]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.decode("utf-8").splitlines()]


def _names(title: str, content: str, language: str | None) -> frozenset[str]:
    text = Text(snapshot="0" * 64, reader="made/1", content=content)
    return frozenset(n.name for n in named(text, title, language))


class Dated:
    """Real items as counts: the names of each, and its day."""

    def __init__(self, rows: list[tuple[str, frozenset[str]]]) -> None:
        days = np.array([np.datetime64(day) for day, _ in rows]).astype(np.int64)
        self.days = days - days.min()
        self.length = int(self.days.max()) + 1
        self.week = np.arange(self.length) % 7
        every = sorted({n for _, names in rows for n in names})
        place = {n: k for k, n in enumerate(every)}
        self.names = len(every)
        self.at = np.array([(i, place[n]) for i, (_, names) in enumerate(rows) for n in sorted(names)])

    def report(self, days: np.ndarray) -> Report:
        """The counts, with each item on this day."""
        relevant = np.zeros((self.names, self.length), dtype=np.int64)
        np.add.at(relevant, (self.at[:, 1], days[self.at[:, 0]]), 1)
        return _enough(relevant, np.bincount(days, minlength=self.length), self.week)


def shuffled(data: Path, worlds: int) -> None:
    """Real items: as they are, then with their days shuffled in three ways."""
    for name, rows in items(data):
        real = Dated(rows)
        found = calls(real.report(real.days))[0]
        print(f"{name}, as it is: {found} bursts in {len(rows)} items of {real.length} days")
        for way in ("whole days", "documents in their weekday", "documents"):
            rngs = (np.random.default_rng(world) for world in range(worlds))
            counts = [calls(real.report(_moved(real.days, real.week, way, rng))) for rng in rngs]
            say(f"{name}, shuffled {way}", counts)


def _moved(days: np.ndarray, week: np.ndarray, way: str, rng: np.random.Generator) -> np.ndarray:
    """The day of each item after a shuffle."""
    if way == "documents":
        return rng.permutation(days)
    moved = days.copy()
    for kind in range(7):
        if way == "whole days":
            places = np.flatnonzero(week == kind)
            to = np.arange(len(week))
            to[places] = rng.permutation(places)
            moved[week[days] == kind] = to[days[week[days] == kind]]
        else:
            moved[week[days] == kind] = rng.permutation(days[week[days] == kind])
    return moved


def planted(worlds: int) -> None:
    """Bursts in a quarter of the series: what is found, and what of all that is called is none."""
    false, every = 0, 0
    for length in (3, 7, 14, 28):
        for times in (4, 10):
            found, plain, n = 0, 0, 0
            for world in range(worlds):
                rng = np.random.default_rng(world)
                relevant, total, week, where = _with_bursts(rng, length, times)
                some = called(relevant, total, week, RATE)
                hit = {
                    c.burst.series
                    for c in some
                    if (at := where.get(c.burst.series)) is not None
                    and c.burst.start < at + length
                    and c.burst.end >= at
                }
                found += len(hit)
                n += len(where)
                every += len(some)
                false += sum(c.burst.series not in hit for c in some)
                plain += _kleinbergs(relevant, total, week, where)
            print(
                f"{length} days of {times} times as much: {found / n:.2f} found; with Kleinberg's factor and "
                f"cost {plain / n:.2f}",
                flush=True,
            )
    print(f"of all {every} called {false / max(every, 1):.3f} touch no planted burst (stated {RATE})")


def _with_bursts(
    rng: np.random.Generator, length: int, times: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, dict[int, int]]:
    week = np.arange(DAYS) % 7
    total = rng.poisson(40, DAYS)
    share = np.exp(rng.uniform(math.log(0.005), math.log(0.08), (SERIES, 1))) * rng.gamma(
        4, 0.25, (SERIES, DAYS)
    )
    where = {row: int(rng.integers(0, DAYS - length)) for row in range(0, SERIES, 4)}
    for row, at in where.items():
        share[row, at : at + length] *= times
    return rng.binomial(total, np.minimum(share, 0.95)), total, week, where


def _kleinbergs(relevant: np.ndarray, total: np.ndarray, week: np.ndarray, where: dict[int, int]) -> int:
    """How many series with a planted burst are called with Kleinberg's factor of 2 and a step of ln(n)."""
    share = bursts.usual(relevant, total, week)
    gain = bursts.gains(relevant, total, share, bursts.clumping(relevant, total, share), 1, 2.0)[1]
    best = bursts.heaviest(gain.T.copy(), math.log(len(total)))
    by_chance = chances(relevant, total, week, AIMED * RATE, scale=2.0, gamma=1.0)
    p = np.array([c.of(w) for c, w in zip(by_chance, best, strict=True)])
    return int((p[list(where)] <= cut(p, AIMED * RATE)).sum())


def _unheld(report: Report) -> int:
    """How many bursts the automaton finds, with Kleinberg's costs, where nothing is held against chance."""
    relevant, total, week = report
    share = bursts.usual(relevant, total, week)
    gain = bursts.gains(relevant, total, share, np.zeros(len(relevant)), 1, 2.0)
    return len(list(bursts.found(bursts.states(gain, math.log(len(total))), gain)))


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", nargs="?", type=Path)
    parser.add_argument("--worlds", type=int, default=200)
    given = parser.parse_args()
    print(f"stated rate {RATE}, for each list of a report", flush=True)
    for kind in QUIET:
        reports = [quiet(kind, np.random.default_rng(w)) for w in range(given.worlds)]
        say(f"quiet, {kind}", [calls(report) for report in reports])
        alone = np.mean([_unheld(report) for report in reports])
        print(f"  the automaton alone, its weights held against nothing: {alone:.1f} bursts each", flush=True)
    planted(max(given.worlds // 10, 1))
    if given.data:
        shuffled(given.data, given.worlds)


if __name__ == "__main__":
    main()
