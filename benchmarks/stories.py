"""Stories against all-singletons and a TF-IDF single pass, in one run, and how time grows with documents.

python benchmarks/stories.py DATA [--counts 12500 25000 50000 100000] [--seed 6]

DATA is a folder with news-clustering-eval and the collections that `stories_data.py` names. The baseline is
generous: its threshold is the one that is best for it on the very documents it is reported on, its document
frequencies are those of the whole collection. Intervals hold 90% of 2,000 draws that resample events; the
difference to the baseline is taken inside each draw. Parameters of ours were chosen on the half "dev" of
the news and of the parallel pages.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import re
import resource
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np
from stories_data import Labelled, halves, many, news, own, parallel

from theodolite.model.story import Telling
from theodolite.resolve.stories import grouped
from theodolite.statistics.bcubed import BCubed, bcubed

_DRAWS = 2000
_THRESHOLDS = [k / 50 for k in range(2, 50)]
_Found = dict[str, str]


def stories(told: list[Telling]) -> _Found:
    """Ours."""
    return {member: story.id for story in grouped(told) for member in story.members}


def alone(told: list[Telling]) -> _Found:
    """Every document its own story: the floor."""
    return {t.id: t.id for t in told}


def single_pass(told: list[Telling]) -> dict[float, _Found]:
    """TF-IDF over words and pairs of Han characters, in order of time to the nearest centroid, by
    threshold."""
    ordered = sorted(told, key=lambda t: (t.at, t.id))
    vectors = _tf_idf(ordered)
    return {threshold: _pass(ordered, vectors, threshold) for threshold in _THRESHOLDS}


def _tf_idf(told: list[Telling]) -> list[dict[str, float]]:
    counts = [Counter(_tokens(f"{t.title or ''} {t.text}")) for t in told]
    df = Counter(term for c in counts for term in c)
    made = []
    for c in counts:
        weights = {t: n * (math.log((1 + len(told)) / (1 + df[t])) + 1) for t, n in c.items()}
        length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        made.append({t: w / length for t, w in weights.items()})
    return made


def _tokens(text: str) -> list[str]:
    runs = re.findall("[\u4e00-\u9fff]+", text)
    pairs = [a + b for run in runs for a, b in pairwise(run)]
    return [w.lower() for w in re.findall(r"[A-Za-z0-9]+", text)] + pairs


def _pass(told: list[Telling], vectors: list[dict[str, float]], threshold: float) -> _Found:
    sums: list[dict[str, float]] = []
    lengths: list[float] = []
    names: list[str] = []
    found: _Found = {}
    for t, vector in zip(told, vectors, strict=True):
        near = [
            sum(w * s.get(k, 0.0) for k, w in vector.items()) / n for s, n in zip(sums, lengths, strict=True)
        ]
        best = int(np.argmax(near)) if near else -1
        if best < 0 or near[best] < threshold:
            best = len(sums)
            sums.append({})
            lengths.append(1.0)
            names.append(t.id)
        for k, w in vector.items():
            sums[best][k] = sums[best].get(k, 0.0) + w
        lengths[best] = math.sqrt(sum(w * w for w in sums[best].values())) or 1.0
        found[t.id] = names[best]
    return found


def report(labelled: Labelled, parts: dict[str, list[int]], seed: int, ours: _Found) -> None:
    """Print each system's figures over each part of one collection."""
    made = bcubed(ours, labelled.events)
    floor = bcubed(alone(labelled.told), labelled.events)
    passes = {k: bcubed(v, labelled.events) for k, v in single_pass(labelled.told).items()}
    events = list(labelled.events.values())
    for part, rows in parts.items():
        threshold = max(passes, key=lambda k: passes[k].over(rows)[2])
        base = passes[threshold]
        print(f"\n{labelled.name}, {part}: {len(rows)} documents, {len({events[k] for k in rows})} events")
        for name, of in (("singletons", floor), (f"TF-IDF, {threshold:.2f}", base), ("stories", made)):
            low, high = _interval([of], rows, events, seed)
            p, r, f = of.over(rows)
            print(f"  {name:14} precision {p:.3f}  recall {r:.3f}  F1 {f:.4f} ({low:.3f} to {high:.3f})")
        for name, of in (("singletons", floor), ("TF-IDF", base)):
            low, high = _interval([made, of], rows, events, seed)
            more = made.over(rows)[2] - of.over(rows)[2]
            print(f"  stories less {name}: {more:+.4f} ({low:+.4f} to {high:+.4f})")


def _interval(of: list[BCubed], rows: list[int], events: list[str], seed: int) -> tuple[float, float]:
    """90% of the draws of F1, or of the difference of two, resampling events."""
    rng = np.random.default_rng(seed)
    by: dict[str, list[int]] = {}
    for k in rows:
        by.setdefault(events[k], []).append(k)
    own = [np.array(v) for v in by.values()]
    drawn = []
    for _ in range(_DRAWS):
        chosen = np.concatenate([own[k] for k in rng.integers(0, len(own), len(own))])
        values = [one.over(chosen)[2] for one in of]
        drawn.append(values[0] - values[1] if len(values) > 1 else values[0])
    low, high = np.quantile(drawn, (0.05, 0.95))
    return float(low), float(high)


def timed(folder: Path, count: int) -> tuple[int, float, int, int, int]:
    """Documents, processor seconds, stories, the largest story, and the process's highest memory in MB."""
    told = many(folder, count)
    began = time.process_time()
    found = grouped(told)
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return count, seconds, len(found), max(len(s.members) for s in found), memory


def main() -> None:
    """Print quality, then speed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--counts", type=int, nargs="*", default=[12_500, 25_000, 50_000, 100_000])
    arguments.add_argument("--seed", type=int, default=6)
    given = arguments.parse_args()
    joined, literal = news(given.data)
    found = stories(joined.told)
    for labelled in (joined, literal):
        events = list(joined.events.values())
        parts = {"whole": list(range(len(events)))}
        for half in ("dev", "held out"):
            parts[half] = [k for k, event in enumerate(events) if halves(event) == half]
        named = Labelled(f"news-clustering-eval ({labelled.name})", labelled.told, labelled.events)
        report(named, parts, given.seed, found)
    written = own()
    languages = {t.id: t.language for t in written.told}
    ids = list(written.events)
    parts = {"whole": list(range(len(ids)))}
    report(written, parts, given.seed, stories(written.told))
    _across(written, languages)
    pages = parallel(given.data)
    events = list(pages.events.values())
    parts = {
        half: [k for k, e in enumerate(events) if halves(e[:10]) == half] for half in ("dev", "held out")
    }
    report(pages, parts, given.seed, stories(pages.told))
    if given.counts:
        print("\ndocuments  processor s  ms each  stories  largest  MB")
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for count in given.counts:
            n, seconds, made, largest, memory = pool.apply(timed, (given.data, count))
            print(
                f"{n:9,}  {seconds:11.1f}  {1000 * seconds / n:7.2f}  {made:7,}  {largest:7}  {memory}",
                flush=True,
            )


def _across(labelled: Labelled, languages: dict[str, str | None]) -> None:
    """Pairs of documents of one event in two languages: how many are together, and how many pairs are
    wrong."""
    found, events = stories(labelled.told), labelled.events
    ids = list(events)
    pairs = [(a, b) for k, a in enumerate(ids) for b in ids[k + 1 :] if languages[a] != languages[b]]
    together = [(a, b) for a, b in pairs if found[a] == found[b]]
    true = sum(events[a] == events[b] for a, b in pairs)
    right = sum(events[a] == events[b] for a, b in together)
    print(f"  pairs across languages: {right} of {true} together, {len(together) - right} wrongly")


if __name__ == "__main__":
    main()
